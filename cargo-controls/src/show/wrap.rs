//! Lines that are as long as they may be.

use anstream::adapter::strip_str;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The words of a line, on as many lines as it takes; all but the first begin with `indent` blanks. A word that is longer
/// than a line is split.
pub(crate) fn wrapped(line: &str, width: Option<usize>, indent: usize) -> Vec<String> {
    let Some(width) = width else {
        return vec![line.to_owned()];
    };
    // A line has room for a word, however narrow the terminal is.
    let room = width.max(indent + 8);
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for word in line.split_inclusive(' ') {
        let (shown, whole) = (columns(word.trim_end()), columns(word));
        if used + shown > room && !current.trim().is_empty() {
            lines.push(std::mem::replace(&mut current, " ".repeat(indent)));
            used = indent;
        }
        if used + shown <= room || word.contains('\u{1b}') {
            current.push_str(word);
            used += whole;
            continue;
        }
        for c in word.chars() {
            let columns = c.width().unwrap_or(0);
            if used + columns > room {
                lines.push(std::mem::replace(&mut current, " ".repeat(indent)));
                used = indent;
            }
            current.push(c);
            used += columns;
        }
    }
    lines.push(current);
    lines
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// How many columns a text takes, without those of its colours, which take none.
pub(crate) fn columns(text: &str) -> usize {
    strip_str(text).to_string().width()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_long_as_they_may_be() {
        for (line, width, expected) in [
            ("one two three", None, &["one two three"][..]),
            ("one two three", Some(13), &["one two three"]),
            ("one two three", Some(12), &["one two", "  three"]),
            (
                "one two three four",
                Some(10),
                &["one two", "  three", "  four"],
            ),
            ("", Some(10), &[""]),
            ("  a  b", Some(10), &["  a  b"]),
            ("abcdefghijklmno", Some(10), &["abcdefghij", "  klmno"]),
            (
                "a bcdefghijklmnop",
                Some(10),
                &["a", "  bcdefghi", "  jklmnop"],
            ),
            ("強制トンネル", Some(10), &["強制トンネ", "  ル"]),
            (
                "\u{1b}[1mone\u{1b}[0m two three",
                Some(10),
                &["\u{1b}[1mone\u{1b}[0m two", "  three"],
            ),
        ] {
            assert_eq!(wrapped(line, width, 2), expected, "{line}");
        }
    }
}
