//! Code spans and link destinations, inside of which nothing else has a meaning.

use std::{collections::HashMap, ops::Range};

/// The code spans of one line, as byte ranges with their backticks. Linear: a run of backticks that nothing closes is
/// found out once, not by one search to the end of the line for each.
pub(crate) fn code_spans(line: &str) -> Vec<Range<usize>> {
    if !line.contains('`') {
        return Vec::new();
    }
    let runs = backtick_runs(line.as_bytes());
    let mut closer = vec![None; runs.len()];
    let mut later = HashMap::new();
    for (index, run) in runs.iter().enumerate().rev() {
        closer[index] = later.insert(run.len(), index);
    }
    let mut spans = Vec::new();
    let mut index = 0;
    while let Some(run) = runs.get(index) {
        match closer[index] {
            Some(end) if !is_escaped(line.as_bytes(), run.start) => {
                spans.push(run.start..runs[end].end);
                index = end + 1;
            }
            _ => index += 1,
        }
    }
    spans
}

fn backtick_runs(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'`') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether an odd number of backslashes is before `at`. Looks at no more than 64 of them, so that it stays linear
/// on a line of nothing else.
pub(crate) fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at]
        .iter()
        .rev()
        .take(64)
        .take_while(|byte| **byte == b'\\')
        .count()
        % 2
        == 1
}

/// Where the destination (and title) of an inline link ends, given where it begins, just after `](`: the place of its
/// closing parenthesis. `None` where it isn't one.
///
/// Parentheses nest at most 32 deep, as in other readers of Markdown, which also bounds how often a line of openers
/// without closers is looked at.
pub(crate) fn destination_end(line: &str, start: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut depth = 0;
    let mut quote = None;
    let mut at = start;
    if bytes.get(start) == Some(&b'<') {
        // An address in angle brackets holds none of these itself, so a line of `](<` is looked at once.
        let inner = &bytes[start + 1..];
        let end = inner.iter().position(|byte| matches!(byte, b'<' | b'>'))?;
        if inner[end] == b'<' {
            return None;
        }
        at += 1 + end;
    }
    while let Some(byte) = bytes.get(at) {
        match (byte, quote) {
            (b'\\', _) => at += 1,
            (b'"' | b'\'', None) if at > start && bytes[at - 1] == b' ' => quote = Some(*byte),
            (_, Some(mark)) if *byte == mark => quote = None,
            (b'(', None) if depth == 32 => return None,
            (b'(', None) => depth += 1,
            (b')', None) if depth == 0 => return Some(at),
            (b')', None) => depth -= 1,
            (b' ', None)
                if !matches!(bytes.get(at + 1), Some(b'"' | b'\'' | b')')) && at > start =>
            {
                return None;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_spans_close_with_as_many_backticks() {
        for (line, expected) in [
            ("no code", &[][..]),
            ("a `b` c", &["`b`"]),
            ("``a ` b`` `c`", &["``a ` b``", "`c`"]),
            ("a ` b", &[]),
            (r"\`a` b`", &["` b`"]),
            ("``` a `b` c", &["`b`"]),
        ] {
            let spans: Vec<_> = code_spans(line)
                .into_iter()
                .map(|span| &line[span])
                .collect();
            assert_eq!(spans, expected, "{line}");
        }
    }

    #[test]
    fn destinations_end_at_their_parenthesis() {
        for (line, end) in [
            ("a/b)", Some(3)),
            ("a(b)c) d)", Some(5)),
            ("a \"t ) t\") x", Some(9)),
            ("a b)", None),
            ("a", None),
            (r"a\)b)", Some(4)),
        ] {
            assert_eq!(destination_end(line, 0), end, "{line}");
        }
    }
}
