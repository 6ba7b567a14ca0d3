//! Texts of others among our own.

/// The text without characters that nobody sees: control characters, which XML can't have at all, and those that turn the
/// direction of the text that follows. A template escapes what is markup.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(harmless).collect()
}

/// The same on one line, with white space folded.
pub(crate) fn line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn harmless(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => '\u{fffd}',
        c => c,
    }
}
