//! Takes a definition of any document to any other document.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| controls_fuzz::fix(text));
