//! White space, the only thing about a cell that isn't content.

use std::borrow::Cow;

/// The text without white space at its ends, and with each run of white space within it as one space.
///
/// White space is what Unicode calls so, the non-breaking space included. Nothing else is changed.
///
/// ```
/// assert_eq!(controls_document::folded(" a \u{a0} b\tc "), "a b c");
/// ```
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let text = text.trim();
    let mut space_before = false;
    let is_folded = text.chars().all(|c| {
        let fine = !c.is_whitespace() || (c == ' ' && !space_before);
        space_before = c.is_whitespace();
        fine
    });
    if is_folded {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether a text is ASCII with single spaces within, as nearly all are. The macro runs unoptimised and asks this of each
/// cell, which a plain loop over bytes without any call answers several times as fast as iterators do there.
fn is_plain(bytes: &[u8]) -> bool {
    let mut space_before = true;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b' ' {
            if space_before {
                return false;
            }
            space_before = true;
        } else if !matches!(byte, b'!'..=b'~') {
            return false;
        } else {
            space_before = false;
        }
        at += 1;
    }
    !space_before || bytes.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded_and_nothing_else() {
        for (text, expected) in [
            ("", ""),
            (" ", ""),
            ("a", "a"),
            ("a b", "a b"),
            (" a", "a"),
            ("a ", "a"),
            ("a  b", "a b"),
            ("a\tb", "a b"),
            ("a\u{7f}b", "a\u{7f}b"),
            ("\u{3000}は い\u{a0}", "は い"),
            ("é  è", "é è"),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
            assert_eq!(
                matches!(folded(text), Cow::Borrowed(_)),
                text.contains(expected),
                "{text:?}"
            );
        }
    }
}
