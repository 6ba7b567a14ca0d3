//! The front matter: the lines between `---` at the very beginning of an article.

mod date;
mod entries;
mod scalar;

use crate::{Place, Remark, Text, place::width};

pub(crate) use date::date;
use entries::{Entry, entries};
use scalar::{Scalar, scalar};

/// What the reader wants of the front matter, and what comes after it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Front<'a> {
    pub(crate) title: Option<Text<'a>>,
    pub(crate) date: Option<String>,
    pub(crate) remarks: Vec<Remark>,
    /// How many lines it takes, its own delimiters included.
    pub(crate) lines: u32,
    /// The article after it.
    pub(crate) rest: &'a str,
}

/// Takes the front matter off a document, where there is some. An article may as well begin with a rule.
pub(crate) fn front_matter(text: &str) -> Front<'_> {
    let mut front = Front {
        rest: text,
        ..Front::default()
    };
    let Some((body, lines, rest)) = extent(text) else {
        return front;
    };
    let Some(entries) = entries(body) else {
        return front;
    };
    (front.lines, front.rest) = (lines, rest);
    for entry in entries {
        match entry.key {
            "title" => front.title = front.text(&entry),
            "ms.date" => {
                let text = front.text(&entry);
                front.date = text.and_then(|text| front.date(&entry, &text));
            }
            _ => {}
        }
    }
    front
}

/// The lines between the delimiters, how many lines there are with them, and what comes after; `None` if there aren't two.
fn extent(text: &str) -> Option<(&str, u32, &str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut end = first.len();
    for (number, line) in (2..).zip(lines) {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&text[first.len()..end], number, &text[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

impl<'a> Front<'a> {
    /// The text of an entry, if it has some.
    fn text(&mut self, entry: &Entry<'a>) -> Option<Text<'a>> {
        let text = match scalar(entry.value) {
            Scalar::Null => return None,
            Scalar::Text(text) => Text::of(text),
            Scalar::Other => {
                self.remark(
                    entry,
                    format!(
                        "`{}` isn't a text in YAML, and is read as it's written",
                        entry.key
                    ),
                );
                Text::new(entry.value)
            }
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn date(&mut self, entry: &Entry<'a>, text: &str) -> Option<String> {
        let date = date(text);
        if date.is_none() {
            self.remark(
                entry,
                format!(
                    "`ms.date` is `{text}`, which isn't a date of the form MM/DD/YYYY or YYYY-MM-DD"
                ),
            );
        }
        date
    }

    fn remark(&mut self, entry: &Entry<'a>, message: String) {
        let place = Place {
            // The delimiter is the first line.
            line: entry.line.saturating_add(1),
            column: 1,
            width: width(entry.first_line),
        };
        self.remarks.push(Remark { place, message });
    }
}

#[cfg(test)]
mod tests;
