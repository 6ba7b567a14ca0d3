//! Compares any two documents.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| controls_fuzz::compare(text));
