//! Headings, in the three forms that articles have them.

use std::borrow::Cow;

use crate::{Text, lines::Line, links::plain_text};

/// The level of a paragraph that is bold as a whole: below those of real headings.
pub(crate) const BOLD: u8 = 7;

/// A heading of one line: its level and the byte range of its text within the line.
pub(crate) fn heading(line: &Line<'_>) -> Option<(u8, std::ops::Range<usize>)> {
    if !matches!(line.text.as_bytes().first()?, b'#' | b' ' | b'\t'..=b'\r' | 0x80..) {
        return None;
    }
    let text = line.text.trim_start();
    let start = line.text.len() - text.len();
    if start > 3 {
        return None;
    }
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let after = &text[level..];
    // `#tag` is no heading, but `##Network` is one whose author forgot the space.
    let spaced =
        after.starts_with([' ', '\t']) || (level > 1 && after.starts_with(char::is_alphabetic));
    if !(1..=6).contains(&level) || !spaced {
        return None;
    }
    let title = after.trim();
    let unclosed = title.trim_end_matches('#');
    let title = if unclosed.is_empty() || unclosed.ends_with([' ', '\t']) {
        unclosed.trim_end()
    } else {
        title
    };
    let start = start + level + (after.len() - after.trim_start().len());
    let level = u8::try_from(level).unwrap_or(BOLD);
    (!title.is_empty()).then_some((level, start..start + title.len()))
}

/// The level that a line of `===` or `---` gives to the paragraph above.
pub(crate) fn underline(line: &Line<'_>) -> Option<u8> {
    if !matches!(line.text.as_bytes().first()?, b'=' | b'-' | b' ') {
        return None;
    }
    let text = line.text.trim_end();
    let text = text.trim_start_matches(' ');
    let all = |mark| !text.is_empty() && text.bytes().all(|byte| byte == mark);
    if line.code {
        None
    } else if all(b'=') {
        Some(1)
    } else {
        all(b'-').then_some(2)
    }
}

/// The byte range of the text within a line that is bold as a whole.
pub(crate) fn bold(line: &str) -> Option<std::ops::Range<usize>> {
    if line.as_bytes().first()?.is_ascii_alphanumeric() {
        return None;
    }
    let text = line.trim();
    let inner = ["**", "__"].into_iter().find_map(|mark| {
        text.strip_prefix(mark)?
            .strip_suffix(mark)
            .filter(|inner| !inner.contains(mark))
    })?;
    let trimmed = inner.trim();
    let start = line.len() - line.trim_start().len() + 2 + (inner.len() - inner.trim_start().len());
    (!trimmed.is_empty() && trimmed.len() == inner.len()).then_some(start..start + trimmed.len())
}

/// The text of a heading without what isn't read aloud: anchors, `{#ids}`, link targets, bold around all of it.
pub(crate) fn title<'a>(text: &Cow<'a, str>, range: std::ops::Range<usize>) -> Text<'a> {
    Text::of(match text {
        Cow::Borrowed(text) => title_of(&text[range]),
        Cow::Owned(text) => Cow::Owned(title_of(&text[range]).into_owned()),
    })
}

fn title_of(text: &str) -> Cow<'_, str> {
    let text = without_anchors(text);
    let text = map(text, plain_text);
    let text = map(text, |text| {
        let open = text
            .strip_suffix('}')
            .and_then(|text| text.rfind("{#").map(|open| text[..open].trim_end()));
        Cow::Borrowed(open.filter(|text| !text.is_empty()).unwrap_or(text))
    });
    map(text, |text| {
        Cow::Borrowed(bold(text).map_or(text.trim(), |inner| &text[inner]))
    })
}

/// Applies a step that may or may not need a copy.
fn map(text: Cow<'_, str>, step: impl Fn(&str) -> Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => step(text),
        Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
    }
}

/// Takes out `<a …>` and `</a>`.
fn without_anchors(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed("");
    let mut rest = text;
    while let Some((start, end)) = anchor(rest) {
        append(&mut out, &rest[..start]);
        rest = &rest[end..];
    }
    append(&mut out, rest);
    out
}

fn append<'a>(out: &mut Cow<'a, str>, text: &'a str) {
    if out.is_empty() {
        *out = Cow::Borrowed(text);
    } else if !text.is_empty() {
        out.to_mut().push_str(text);
    }
}

/// The byte range of the first anchor tag.
fn anchor(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(start) = text[from..].find('<').map(|start| from + start) {
        let tag = text[start + 1..].trim_start_matches('/');
        if tag.starts_with(['a', 'A']) && tag[1..].starts_with([' ', '>', '/']) {
            return text[start..].find('>').map(|end| (start, start + end + 1));
        }
        from = start + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_heading_is_what_is_read_aloud() {
        for (text, expected) in [
            ("## Network", Some((2, "Network"))),
            (
                "# <a name=\"x\"></a>Netzwerk und *so*",
                Some((1, "Netzwerk und *so*")),
            ),
            (
                "## [Key Vault](../key-vault/overview.md)",
                Some((2, "Key Vault")),
            ),
            ("## **Identity** ##", Some((2, "Identity"))),
            (
                "### Data <a id='b'/>protection {#data}",
                Some((3, "Data protection")),
            ),
            ("##Network", Some((2, "Network"))),
            ("## C#", Some((2, "C#"))),
            ("#tag", None),
            ("##", None),
            ("####### seven", None),
            ("    # code", None),
        ] {
            let line = Line::plain(text);
            let heading = heading(&line).map(|(level, range)| (level, title(&line.text, range)));
            assert_eq!(
                heading.as_ref().map(|(level, title)| (*level, &**title)),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn bold_is_bold_as_a_whole() {
        for (text, expected) in [
            ("**Network**", Some("Network")),
            (" __Data protection__ ", Some("Data protection")),
            ("**Note:** it is", None),
            ("**a** and **b**", None),
            ("****", None),
            ("** a **", None),
        ] {
            assert_eq!(bold(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
