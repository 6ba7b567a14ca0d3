//! What a document has in place of tables that can be read.

use std::fmt;

use crate::{
    Place, headings,
    lines::{Line, whole},
    marks::Marks,
    numbered::numbered,
    unread,
};

/// What a document has in place of tables that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Tables in HTML.
    HtmlTables {
        /// Where the first one begins.
        first: Place,
        /// How many there are.
        count: usize,
    },
    /// Lists of things to tick off.
    CheckBoxes {
        /// Where the first one is.
        first: Place,
        /// How many there are.
        count: usize,
    },
    /// A single control: others are in other files.
    OneControl {
        /// Its number or code, with which the first heading begins.
        label: String,
        /// Where that is.
        place: Place,
    },
    /// Text alone.
    Text,
    /// Nothing at all.
    Nothing,
}

impl Instead {
    /// Finds what there is. `title` is the document's own title, which may be outside of its lines.
    pub(crate) fn of(lines: &[Line<'_>], title: Option<&str>) -> Instead {
        let mut html = Found::default();
        let mut boxes = Found::default();
        let mut labels = Vec::new();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.code) {
            if line.marks.has(Marks::ANGLE) && unread::begins_table(&line.text) {
                html.add(line);
            }
            if line.item && is_check_box(&line.text) {
                boxes.add(line);
            }
            if let Some(found) = headings::marked(&lines[at..]) {
                let label = label(&found.title).map(str::to_owned);
                labels.push((label, found.place));
            }
        }
        if let Some((first, count)) = html.of() {
            return Instead::HtmlTables { first, count };
        }
        if let Some((first, count)) = boxes.of() {
            return Instead::CheckBoxes { first, count };
        }
        let others = labels.iter().skip(1);
        if let Some((of_first, place)) = labels.first()
            && let Some(label) = title.and_then(label).or(of_first.as_deref())
            && others.filter(|(label, _)| label.is_some()).count() == 0
        {
            return Instead::OneControl {
                label: label.to_owned(),
                place: *place,
            };
        }
        if lines.iter().all(Line::is_blank) {
            Instead::Nothing
        } else {
            Instead::Text
        }
    }

    /// Where the first of it is.
    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Instead::HtmlTables { first, .. } | Instead::CheckBoxes { first, .. } => Some(*first),
            Instead::OneControl { place, .. } => Some(*place),
            Instead::Text | Instead::Nothing => None,
        }
    }
}

/// The first line of a kind, and how many there are.
#[derive(Default)]
struct Found(Option<(Place, usize)>);

impl Found {
    fn add(&mut self, line: &Line<'_>) {
        self.0.get_or_insert_with(|| (whole(line), 0)).1 += 1;
    }

    fn of(self) -> Option<(Place, usize)> {
        self.0
    }
}

/// The code of a control at the front of a title: a number alone may be that of a chapter.
fn label(title: &str) -> Option<&str> {
    let (label, _) = numbered(title)?;
    let is_number = label.chars().all(|c| c.is_ascii_digit());
    (!is_number).then_some(label)
}

/// Whether a list item begins with a box to be ticked.
fn is_check_box(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = text.strip_prefix(['-', '*', '+', '.', ')']);
    item.is_some_and(|text| {
        let text = text.trim_start();
        ["[ ]", "[x]", "[X]"]
            .iter()
            .any(|mark| text.starts_with(mark))
    })
}

impl fmt::Display for Instead {
    /// Writes what there is, as the second half of a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Instead::HtmlTables { count: 1, .. } => {
                f.write_str("the document has a table in HTML, which isn't read")
            }
            Instead::HtmlTables { count, .. } => {
                write!(
                    f,
                    "the document has {count} tables in HTML, which aren't read"
                )
            }
            Instead::CheckBoxes { count: 1, .. } => {
                f.write_str("the document has a check box in a list, and lists aren't read")
            }
            Instead::CheckBoxes { count, .. } => write!(
                f,
                "the document has {count} check boxes in lists, and lists aren't read"
            ),
            Instead::OneControl { label, .. } => write!(
                f,
                "the document is about one control, `{label}`; a catalog needs a document that has all of them"
            ),
            Instead::Text => f.write_str("the document has no tables, only text"),
            Instead::Nothing => f.write_str("the document is empty"),
        }
    }
}
