//! Reads any text as a document.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| controls_fuzz::read(text));
