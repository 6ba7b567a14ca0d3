//! What pages have in common.

/// The text for a template, which escapes what is markup.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(harmless).collect()
}

/// The character, unless it's one of those that nobody sees. Nor may what turns the direction of the text run on into the
/// page.
fn harmless(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() && !c.is_whitespace() => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_of_a_document_is_hidden() {
        assert_eq!(visible("<b>\n\u{1b}\u{202e}a"), "<b>\n\u{fffd}\u{fffd}a");
    }
}
