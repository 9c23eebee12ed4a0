//! `coalition_fuzz::mutated` under libFuzzer.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| coalition_fuzz::mutated(data));
