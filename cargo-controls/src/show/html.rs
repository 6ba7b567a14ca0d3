//! What pages have in common.

/// Text that means nothing to a browser.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(harmless(c)),
        }
    }
    out
}

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
    use super::escaped;

    #[test]
    fn nothing_of_a_document_is_markup() {
        assert_eq!(
            escaped("<b a='\"&\u{1b}\u{202e}"),
            "&lt;b a=&#39;&quot;&amp;\u{fffd}\u{fffd}"
        );
    }
}
