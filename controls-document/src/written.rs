//! Texts as a document has them, for whoever writes one: nothing reaches out of its cell or its heading.

use std::{iter::Peekable, ops::Range, vec};

use crate::{
    folded,
    spans::{code_spans, destination_end},
};

/// Returns Markdown as a cell of a table has it: on one line, with what would reach out of the cell escaped, which means the
/// same to whoever renders it.
///
/// ```
/// assert_eq!(controls_document::written_cell("one | `two|three`"), r"one \| `two\|three`");
/// ```
#[must_use]
pub fn written_cell(text: &str) -> String {
    escaped(text, true)
}

/// Returns Markdown as a heading has it after its marks: on one line, with what would be no part of its text escaped.
///
/// ```
/// assert_eq!(controls_document::written_heading("Keys #"), r"Keys \#");
/// ```
#[must_use]
pub fn written_heading(text: &str) -> String {
    let mut out = escaped(text, false);
    // Marks at the end close a heading, and are no part of it.
    let before = out.trim_end_matches('#');
    if before.len() < out.len() && (before.is_empty() || before.ends_with(' ')) {
        out.insert(out.len() - 1, '\\');
    }
    // What is in braces there is the id of an anchor.
    if out.ends_with('}') {
        out = out.replace("{#", r"{\#");
    }
    out
}

/// A text on one line in which whatever ends beyond it is escaped: code, a link, or a comment. In cells so are pipes.
fn escaped(text: &str, is_cell: bool) -> String {
    let text = folded(text);
    let mut code = Code::of(&text);
    let mut out = String::with_capacity(text.len());
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        let is_code = code.has(at);
        let rest = &text[at..];
        let reaches_out = match c {
            '|' => is_cell,
            _ if is_code => false,
            '`' => true,
            ']' => is_cell && rest.starts_with("](") && destination_end(&text, at + 2).is_none(),
            '<' => rest.starts_with("<!--"),
            _ => false,
        };
        if reaches_out && !is_escaped {
            out.push('\\');
        }
        out.push(c);
        is_escaped = c == '\\' && !is_escaped;
    }
    out
}

/// Where a text is code.
struct Code(Peekable<vec::IntoIter<Range<usize>>>);

impl Code {
    fn of(text: &str) -> Code {
        Code(code_spans(text).into_iter().peekable())
    }

    /// Whether what is at a byte is. Bytes are asked for in order.
    fn has(&mut self, at: usize) -> bool {
        while self.0.next_if(|span| span.end <= at).is_some() {}
        self.0.peek().is_some_and(|span| span.start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_out_of_a_cell_is_escaped() {
        for (text, expected) in [
            ("a  b", "a b"),
            ("a | b", r"a \| b"),
            (r"a \| b", r"a \| b"),
            (r"a \\| b", r"a \\\| b"),
            ("`a | b`", r"`a \| b`"),
            ("a ` b", r"a \` b"),
            (r"a \` b", r"a \` b"),
            ("``` a `b`", r"\`\`\` a `b`"),
            ("[a](b)", "[a](b)"),
            ("[a](b|c)", r"[a](b\|c)"),
            ("[a](<b", r"[a\](<b"),
            ("a <!-- b", r"a \<!-- b"),
            ("`<!--`", "`<!--`"),
            (r"`a \\| b`", r"`a \\\| b`"),
            ("# a #", "# a #"),
        ] {
            assert_eq!(written_cell(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_is_its_text() {
        for (text, expected) in [
            ("a | b", "a | b"),
            ("a #", r"a \#"),
            ("a ##", r"a #\#"),
            ("#", r"\#"),
            ("C#", "C#"),
            ("a {#b}", r"a {\#b}"),
            ("a <!-- b", r"a \<!-- b"),
        ] {
            assert_eq!(written_heading(text), expected, "{text}");
        }
    }
}
