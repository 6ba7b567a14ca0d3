//! Expands any definition.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| controls_fuzz::parse(text));
