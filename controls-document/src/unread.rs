//! Lines of text that a person may take for part of a table or for a heading, and that are neither.

use crate::{
    Remark,
    cells::Cells,
    folded, headings,
    lines::{Line, whole},
    marks::Marks,
};

/// What to say about a line of text.
pub(crate) fn remark(line: &Line<'_>) -> Option<Remark> {
    let message = if let Some(message) = headings::lookalike(line) {
        message
    } else if line.marks.has(Marks::ANGLE) && begins_table(&line.text) {
        "a table in HTML isn't read"
    } else if line.marks.has(Marks::PIPE) && Cells::of(line).ranges.len() > 1 {
        "this line has a pipe, but isn't part of a table"
    } else {
        return None;
    };
    Some(Remark {
        place: whole(line),
        message: message.to_owned(),
    })
}

/// Whether a table in HTML begins in a line.
pub(crate) fn begins_table(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let name = text.get(at + 1..at + 6);
        let ends = text.get(at + 6..).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('>') || rest.starts_with(char::is_whitespace)
        });
        ends && name.is_some_and(|name| name.eq_ignore_ascii_case("table"))
    })
}

/// The file that a line such as `[!INCLUDE [title](../x.md)]` includes.
pub(crate) fn included(text: &str) -> Option<String> {
    let text = text.trim_start();
    let rest = text
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case("[!INCLUDE"))
        .map(|_| &text[9..])?;
    let (_, target) = rest.split_once("](")?;
    let (file, _) = target.split_once(')')?;
    Some(folded(file).into_owned()).filter(|file| !file.is_empty())
}
