//! Headings, in the forms that articles have them.

use std::{borrow::Cow, ops::Range};

use crate::{
    Place, Text,
    lines::{Line, place, whole},
    links::plain_text,
    marks::Marks,
    seen::seen,
    text::{map, part},
};

/// The level of a paragraph that is bold as a whole: below those of real headings.
pub(crate) const BOLD: u8 = 7;

/// A heading that was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FoundHeading<'a> {
    pub(crate) level: u8,
    pub(crate) title: Text<'a>,
    pub(crate) place: Place,
    /// How many lines it takes.
    pub(crate) lines: usize,
    /// Why a renderer shows no heading there.
    pub(crate) remark: Option<&'static str>,
}

/// The heading that begins in the first of some lines, known by its marks.
pub(crate) fn marked<'a>(lines: &[Line<'a>]) -> Option<FoundHeading<'a>> {
    let line = lines.first()?;
    match line.text.as_bytes().first()? {
        b'#' | b' ' | b'\t' | b'<' | 0x80.. => {}
        _ => return None,
    }
    if line.marks.has(Marks::ANGLE)
        && let Some(found) = element(lines)
    {
        return Some(found);
    }
    let (level, range, remark) = hashes(&line.text)?;
    Some(FoundHeading {
        level,
        place: place(line, &range),
        title: title(&line.text, range),
        lines: 1,
        remark,
    })
}

/// A heading of one line that begins with `#`: its level and the byte range of its text within the line.
fn hashes(line: &str) -> Option<(u8, Range<usize>, Option<&'static str>)> {
    let text = line.trim_start();
    let start = line.len() - text.len();
    let hidden = seen(text);
    if !hidden.starts_with('#') || start > 3 {
        return None;
    }
    let start = start + text.find('#')?;
    let text = &line[start..];
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let after = &text[level..];
    let is_space = |c: char| c.is_whitespace() || seen(c.encode_utf8(&mut [0; 4])).is_empty();
    let spaced = after.starts_with(is_space);
    // `#tag` is no heading, but `##Network` is one whose author forgot the space.
    if !(1..=6).contains(&level) || !(spaced || level > 1) {
        return None;
    }
    let title = after.trim_matches(is_space);
    let unclosed = title.trim_end_matches('#');
    let closes =
        title.len() > unclosed.len() && (unclosed.is_empty() || unclosed.ends_with([' ', '\t']));
    let title = if closes { unclosed.trim_end() } else { title };
    let before = after.len() - after.trim_start_matches(is_space).len();
    let remark = (!after.starts_with([' ', '\t']))
        .then_some("a renderer shows no heading here, since no space follows the `#`");
    let start = start + level + before;
    let level = u8::try_from(level).unwrap_or(BOLD);
    (!title.is_empty()).then_some((level, start..start + title.len(), remark))
}

/// A heading in HTML, such as `<h2>Network</h2>`, which may take several lines.
fn element<'a>(lines: &[Line<'a>]) -> Option<FoundHeading<'a>> {
    let line = lines.first()?;
    let text = &*line.text;
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let (at, level) = text.match_indices(['h', 'H']).find_map(|(at, _)| {
        let is_tag = text[..at].ends_with('<');
        let level = text[at + 1..]
            .chars()
            .next()
            .filter(|c| ('1'..='6').contains(c))?;
        let ends = text[at + 2..].starts_with(|c: char| c == '>' || c.is_whitespace());
        (is_tag && ends).then_some((at, level))
    })?;
    let start = at + text[at..].find('>')? + 1;
    let end = format!("</h{level}");
    let ends_at = |text: &str| text.to_ascii_lowercase().find(&end);
    let level = u8::try_from(level.to_digit(10)?).ok()?;
    if let Some(length) = ends_at(&text[start..]) {
        let range = trimmed(text, start..start + length);
        return Some(FoundHeading {
            level,
            place: place(line, &range),
            title: title(&line.text, range),
            lines: 1,
            remark: None,
        });
    }
    let more = lines[1..]
        .iter()
        .take_while(|line| !line.code && !line.is_blank());
    let mut joined = text[start..].to_owned();
    for (count, more) in (2..).zip(more.take(8)) {
        let end = ends_at(&more.text);
        joined.push(' ');
        joined.push_str(&more.text[..end.unwrap_or(more.text.len())]);
        if end.is_some() {
            let range = 0..joined.len();
            return Some(FoundHeading {
                level,
                place: whole(line),
                title: title(&Cow::Owned(joined), range),
                lines: count,
                remark: None,
            });
        }
    }
    None
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

/// The level that a line of `===` or `---` gives to the paragraph above.
pub(crate) fn underline(line: &Line<'_>) -> Option<u8> {
    if line.code || !matches!(line.text.as_bytes().first()?, b'=' | b'-' | b' ') {
        return None;
    }
    let text = line.text.trim_end();
    let marks = text.trim_start_matches(' ');
    let all = |mark| !marks.is_empty() && marks.bytes().all(|byte| byte == mark);
    if text.len() - marks.len() > 3 {
        None
    } else if all(b'=') {
        Some(1)
    } else {
        all(b'-').then_some(2)
    }
}

/// The heading that a paragraph is by the line below it.
pub(crate) fn underlined<'a>(paragraph: &[Line<'a>], level: u8) -> Option<FoundHeading<'a>> {
    let first = paragraph.first()?;
    let title = if let [line] = paragraph {
        let range = trimmed(&line.text, 0..line.text.len());
        title(&line.text, range)
    } else {
        let lines: Vec<&str> = paragraph.iter().map(|line| line.text.trim()).collect();
        let text = lines.join(" ");
        let range = 0..text.len();
        title(&Cow::Owned(text), range)
    };
    Some(FoundHeading {
        level,
        title,
        place: whole(first),
        lines: paragraph.len() + 1,
        remark: None,
    })
}

/// The heading that a line is which is bold as a whole.
pub(crate) fn emphasised<'a>(line: &Line<'a>) -> Option<FoundHeading<'a>> {
    let range = bold(&line.text)?;
    Some(FoundHeading {
        level: BOLD,
        place: place(line, &range),
        title: title(&line.text, range),
        lines: 1,
        remark: None,
    })
}

/// Why a line that looks like a heading is none.
pub(crate) fn lookalike(line: &Line<'_>) -> Option<&'static str> {
    let text = line.text.trim_start();
    if !text.starts_with('#') {
        return None;
    }
    let after = text.trim_start_matches('#');
    let level = text.len() - after.len();
    if after.trim().is_empty() {
        Some("a heading without text is ignored")
    } else if line.text.len() - text.len() > 3 && (after.starts_with(' ') || level > 1) {
        Some("this line is no heading, since it's indented by more than three spaces")
    } else if level > 6 {
        Some("this line is no heading, since it begins with more than six `#`")
    } else {
        after
            .starts_with(char::is_alphabetic)
            .then_some("this line is no heading, since no space follows the `#`")
    }
}

/// The byte range of the text within a line that is bold as a whole.
pub(crate) fn bold(line: &str) -> Option<Range<usize>> {
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
fn title<'a>(text: &Cow<'a, str>, range: Range<usize>) -> Text<'a> {
    Text::of(map(part(text, range), title_of))
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
            ("##\u{a0}Network", Some((2, "Network"))),
            ("\u{200b}## Network", Some((2, "Network"))),
            ("##\u{200b} Network", Some((2, "Network"))),
            ("##[Key Vault](a.md)", Some((2, "Key Vault"))),
            ("## C#", Some((2, "C#"))),
            ("<h2>Network</h2>", Some((2, "Network"))),
            ("<H3 id=\"n\"> Network </H3> ", Some((3, "Network"))),
            ("<div><h2>Network</h2></div>", Some((2, "Network"))),
            (
                "<h2>Network\n  security\n</h2>",
                Some((2, "Network security")),
            ),
            ("<h2>Network", None),
            ("<hr>", None),
            ("#tag", None),
            ("##", None),
            ("####### seven", None),
            ("    # code", None),
        ] {
            let lines = text.lines().map(Line::plain).collect::<Vec<_>>();
            let heading = marked(&lines);
            assert_eq!(
                heading.as_ref().map(|found| (found.level, &*found.title)),
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
