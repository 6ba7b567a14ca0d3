//! The entries of a mapping in YAML, as front matter is written: one key a line, without white space before it.

/// A key and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) key: &'a str,
    /// What comes after the colon, up to the next key: one line or several.
    pub(super) value: &'a str,
    /// The line of the key, from 1, and its text.
    pub(super) line: u32,
    pub(super) first_line: &'a str,
}

/// The entries of a text; `None` if it's an article that two rules have come around and not a mapping.
pub(super) fn entries(text: &str) -> Option<Vec<Entry<'_>>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let (mut at, mut after_blank) = (0, false);
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        if let Some((key, length)) = key(line) {
            entries.push(Entry {
                key,
                value: &text[start + length..at],
                line: number,
                first_line: line,
            });
        } else if !goes_on(line, after_blank, entries.is_empty()) {
            return None;
        } else if let Some(entry) = entries.last_mut() {
            let value = at - entry.value.len() - (at - start);
            entry.value = &text[value..at];
        }
        after_blank = line.is_empty();
    }
    // Lines that are all comments to YAML may as well be headings.
    (!entries.is_empty() || text.trim().is_empty()).then_some(entries)
}

/// Whether a line that has no key of its own belongs to the value above, or says nothing.
fn goes_on(line: &str, after_blank: bool, is_first: bool) -> bool {
    if line.is_empty() || line.starts_with('#') {
        return true;
    }
    // A text that goes on without white space before it is no YAML, and is what people write. A row of a table is not.
    let indented = line.starts_with([' ', '\t']);
    let of_list = line == "-" || line.starts_with("- ");
    !is_first && (indented || of_list || !after_blank && !line.contains('|'))
}

/// The key at the beginning of a line, and how much of the line it takes with its colon.
fn key(line: &str) -> Option<(&str, usize)> {
    let first = line.chars().next()?;
    let (key, length) = if matches!(first, '"' | '\'') {
        let key = line[1..].split_once(first)?.0;
        (key, key.len() + 2)
    } else {
        let end = line.find([':', ' ', '\t'])?;
        // Any other character has a meaning of its own at the beginning.
        let begins_plain =
            first.is_alphanumeric() || matches!(first, '_' | '.' | '$' | '/' | '~' | '<');
        begins_plain.then_some((&line[..end], end))?
    };
    let rest = &line[length..];
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let ends = after.is_empty() || after.starts_with([' ', '\t']);
    ends.then_some((key, line.len() - after.len()))
}
