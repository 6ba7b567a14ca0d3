//! One text as YAML writes it: plain, in quotation marks, or as a block.
//!
//! Whoever asks folds white space, so how YAML folds lines and which line ends it keeps makes no difference here.

use std::borrow::Cow;

/// What a value is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Scalar<'a> {
    /// Nothing.
    Null,
    /// A text.
    Text(Cow<'a, str>),
    /// A list, a mapping, a reference, or no YAML at all.
    Other,
}

/// Reads the value of a key: all that comes after its colon, up to the next key.
pub(super) fn scalar(value: &str) -> Scalar<'_> {
    let value = without_properties(value);
    let text = match value.chars().next() {
        None => return Scalar::Null,
        Some('"') => double_quoted(&value[1..]),
        Some('\'') => single_quoted(&value[1..]),
        Some('|' | '>') => block(&value[1..]),
        Some('*' | '[' | ']' | '{' | '}' | ',' | '%' | '@' | '`') => None,
        Some(_) => plain(value),
    };
    let is_null = |text: &Cow<'_, str>| matches!(&**text, "~" | "null" | "Null" | "NULL");
    if text.as_ref().is_some_and(is_null) && value.starts_with(['~', 'n', 'N']) {
        return Scalar::Null;
    }
    text.map_or(Scalar::Other, Scalar::Text)
}

/// What is left after white space, comments, anchors and tags.
fn without_properties(value: &str) -> &str {
    let mut value = value.trim_start();
    while let Some(first @ ('#' | '&' | '!')) = value.chars().next() {
        let end = if first == '#' {
            value.find('\n')
        } else {
            value.find(char::is_whitespace)
        };
        value = end.map_or("", |end| value[end..].trim_start());
    }
    value
}

/// A text without marks around it, which ends with a comment or with the value. `None` if it's none.
fn plain(value: &str) -> Option<Cow<'_, str>> {
    let mut words = Cow::Borrowed("");
    let mut ended = false;
    for (number, line) in value.lines().enumerate() {
        let text = without_comment(line);
        let indented = number == 0 || line.starts_with([' ', '\t']);
        let text_ends = text.len() < line.trim_end().len();
        let text = text.trim();
        if text.is_empty() {
            ended |= text_ends;
            continue;
        }
        let is_text = !text.contains(": ")
            && !text.contains(":\t")
            && !text.ends_with(':')
            && !(number == 0 && (text == "-" || text.starts_with("- ") || text.starts_with("? ")));
        if ended || !indented || !is_text {
            return None;
        }
        ended = text_ends;
        if words.is_empty() {
            words = Cow::Borrowed(text);
        } else {
            let words = words.to_mut();
            words.push(' ');
            words.push_str(text);
        }
    }
    Some(words)
}

/// The line up to a `#` at its beginning or after white space.
fn without_comment(line: &str) -> &str {
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        if c == '#' && matches!(before, ' ' | '\t') {
            return &line[..at];
        }
        before = c;
    }
    line
}

/// Whether nothing but comments comes after a text that has been closed.
fn ends(rest: &str) -> bool {
    !rest.starts_with('#')
        && rest
            .lines()
            .all(|line| without_comment(line).trim().is_empty())
}

/// A text in single quotation marks, the first of which has been taken: `''` is one.
fn single_quoted(value: &str) -> Option<Cow<'_, str>> {
    let mut at = 0;
    loop {
        at += value[at..].find('\'')?;
        if !value[at + 1..].starts_with('\'') {
            break;
        }
        at += 2;
    }
    let text = &value[..at];
    ends(&value[at + 1..]).then(|| {
        if text.contains('\'') {
            Cow::Owned(text.replace("''", "'"))
        } else {
            Cow::Borrowed(text)
        }
    })
}

/// A text in double quotation marks, the first of which has been taken.
fn double_quoted(value: &str) -> Option<Cow<'_, str>> {
    let mut text = Cow::Borrowed("");
    let mut rest = value;
    loop {
        let (before, mark, after) = split_at_any(rest, ['"', '\\'])?;
        if text.is_empty() {
            text = Cow::Borrowed(before);
        } else {
            text.to_mut().push_str(before);
        }
        if mark == '"' {
            return ends(after).then_some(text);
        }
        rest = escape(after, text.to_mut())?;
    }
}

/// Splits a text at the first of some characters of one byte.
fn split_at_any(text: &str, marks: [char; 2]) -> Option<(&str, char, &str)> {
    let at = text.find(marks)?;
    Some((&text[..at], text[at..].chars().next()?, &text[at + 1..]))
}

/// Adds what an escape means, and returns what comes after it.
fn escape<'a>(after: &'a str, text: &mut String) -> Option<&'a str> {
    let mut chars = after.chars();
    let c = chars.next()?;
    let rest = chars.as_str();
    let digits = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let number = rest
            .get(..digits)
            .filter(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        text.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
        return Some(&rest[digits..]);
    }
    match c {
        // The text goes on after the end of the line, and the white space there.
        '\n' => return Some(rest.trim_start_matches([' ', '\t'])),
        '\r' => return Some(rest.strip_prefix('\n')?.trim_start_matches([' ', '\t'])),
        ' ' | '\t' | '"' | '/' | '\\' => text.push(c),
        '0' => text.push('\0'),
        'a' => text.push('\x07'),
        'b' => text.push('\x08'),
        't' => text.push('\t'),
        'n' => text.push('\n'),
        'v' => text.push('\x0b'),
        'f' => text.push('\x0c'),
        'r' => text.push('\r'),
        'e' => text.push('\x1b'),
        'N' => text.push('\u{85}'),
        '_' => text.push('\u{a0}'),
        'L' => text.push('\u{2028}'),
        'P' => text.push('\u{2029}'),
        _ => return None,
    }
    Some(rest)
}

/// The lines of a block, whose mark has been taken.
fn block(value: &str) -> Option<Cow<'_, str>> {
    let (header, lines) = value.split_once('\n').unwrap_or((value, ""));
    let header = header.trim_end();
    let after = header.trim_start_matches(|c: char| matches!(c, '+' | '-' | '1'..='9'));
    let marks = &header[..header.len() - after.len()];
    if marks.len() > 2 || !ends(after) {
        return None;
    }
    let digit = marks.chars().find_map(|c| c.to_digit(10));
    let mut least = digit.map(|digit| digit as usize);
    let mut out = String::with_capacity(lines.len());
    let mut ended = false;
    for line in lines.split_inclusive('\n') {
        let text = line.trim_start_matches(' ');
        let indent = line.len() - text.len();
        if text.trim().is_empty() {
            continue;
        }
        // A line with less white space than the first is no part of the block, and may be a comment.
        ended |= indent < *least.get_or_insert(indent.max(1));
        if !ended {
            out.push_str(line);
        } else if !text.trim_start().starts_with('#') {
            return None;
        }
    }
    Some(Cow::Owned(out))
}
