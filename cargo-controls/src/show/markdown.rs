//! Texts in Markdown.

use annotate_snippets::normalize_untrusted_str;
use controls_document::folded;

/// The text on one line.
pub(crate) fn line(text: &str) -> String {
    normalize_untrusted_str(&folded(text))
}

/// The text as code, whatever backticks it has.
pub(crate) fn code(text: &str) -> String {
    let text = &*line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if text.starts_with('`') || text.ends_with('`') || text.is_empty() {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// The text with nothing in it that Markdown would take for markup.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in line(text).chars() {
        if "\\`*_{}[]<>()#|~&!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A cell of a table, in which a pipe would end it, even in code. What is escaped already stays.
pub(crate) fn cell(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut is_escaped = false;
    for c in markdown.chars() {
        if c == '|' && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_may_have_backticks_in_it() {
        for (text, expected) in [
            ("a", "`a`"),
            ("a`b", "``a`b``"),
            ("`a`", "`` `a` ``"),
            ("a```", "```` a``` ````"),
            ("a\u{202e}\u{1b}b\nc", "`a\u{fffd}\u{241b}b c`"),
        ] {
            assert_eq!(code(text), expected);
        }
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escaped("a *b* [c](d)\n<e> | f_g"),
            "a \\*b\\* \\[c\\]\\(d\\) \\<e\\> \\| f\\_g"
        );
        assert_eq!(cell("`a|b` a\\|b \\\\|"), "`a\\|b` a\\|b \\\\\\|");
    }
}
