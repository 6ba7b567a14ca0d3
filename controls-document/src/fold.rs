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
