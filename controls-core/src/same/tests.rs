use super::same;

/// More than two of the chunks that are compared, and a rest.
const TEXT: [u8; 20] = *b"network-isolation-ab";

#[test]
fn texts_are_the_same_in_every_byte_or_not_at_all() {
    for length in 0..=TEXT.len() {
        let text = core::str::from_utf8(&TEXT[..length]).unwrap();
        let copy = TEXT;
        assert!(same(text, core::str::from_utf8(&copy[..length]).unwrap()));
        for at in 0..length {
            let mut other = TEXT;
            other[at] ^= 1;
            let other = core::str::from_utf8(&other[..length]).unwrap();
            assert!(!same(text, other), "{text}, {other}");
            assert!(!same(text, &text[..at]), "{text}, {at}");
        }
    }
}
