//! Header rows: the headings of a table.

use crate::{
    Place,
    cells::Cells,
    lines::{Line, Ruler},
    plain::plain,
};

/// The header row of a table that is left alone.
#[derive(Debug)]
pub(crate) struct Other {
    /// The headings as they're shown.
    pub(crate) shown: String,
    /// Why it's none of controls.
    pub(crate) why: String,
    /// Which of the columns that a binding names it lacks: their positions there.
    pub(crate) missing: Vec<usize>,
}

/// One heading.
#[derive(Debug)]
pub(crate) struct ColumnHeading {
    /// Its plain text.
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// The headings in a header row.
pub(crate) fn headings(line: &Line<'_>) -> Vec<ColumnHeading> {
    let mut ruler = Ruler::new(line);
    let headings = Cells::of(line)
        .ranges
        .into_iter()
        .map(|range| ColumnHeading {
            text: plain(&line.text[range.clone()]).into_owned(),
            place: ruler.place(&range),
        });
    headings.collect()
}

/// The headings as they're shown in a message, which mustn't be as long as a line can be.
pub(crate) fn shown(headings: &[ColumnHeading]) -> String {
    let mut shown = String::new();
    for heading in headings.iter().filter(|heading| !heading.text.is_empty()) {
        if !shown.is_empty() {
            shown.push_str(" | ");
        }
        shown.push_str(&heading.text);
        if let Some((end, _)) = shown.char_indices().nth(100) {
            shown.truncate(end);
            shown.push('…');
            break;
        }
    }
    shown
}
