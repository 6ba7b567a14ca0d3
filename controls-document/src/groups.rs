//! Rows that head other rows: sections within a table.

use crate::{headings, numbered::is_label};

/// The heads that a row is under.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    open: Vec<Group>,
    /// Whether rows that head nothing are bold too: then that's no sign of a head.
    has_bold_rows: bool,
}

#[derive(Debug)]
struct Group {
    label: String,
    /// Whether it's known for a head by the labels of its rows.
    by_label: bool,
}

impl Groups {
    /// Takes a row with nothing but a label and a title, or one that repeats the header, for a head if it's one: it's bold,
    /// or its label begins that of the next row. Returns how many heads it's under.
    pub(crate) fn head(
        &mut self,
        title: &str,
        label: &str,
        next: &str,
        repeats: bool,
    ) -> Option<usize> {
        let by_label = begins(label, next);
        let is_bold = !self.has_bold_rows && headings::bold(title).is_some();
        if !(by_label || repeats || is_bold) {
            return None;
        }
        // A head is under those whose labels begin its own.
        while let Some(above) = self.open.last()
            && !begins(&above.label, label)
        {
            self.open.pop();
        }
        let depth = self.open.len();
        self.open.push(Group {
            label: label.to_owned(),
            by_label,
        });
        Some(depth)
    }

    /// Takes a row that heads no others. Returns how many heads it's under, by its label.
    pub(crate) fn row(&mut self, title: &str, label: &str) -> usize {
        self.has_bold_rows |= headings::bold(title).is_some();
        while let Some(above) = self.open.last()
            && above.by_label
            && !begins(&above.label, label)
        {
            self.open.pop();
        }
        self.open.len()
    }
}

/// Whether the only cell of a row may head others though it isn't their title: it's bold, and no number or code.
pub(crate) fn may_head(cell: &str) -> bool {
    headings::bold(cell).is_some_and(|text| !is_label(&cell[text]))
}

/// Whether a label begins another one: `1.1` begins `1.1.2`, but not `1.10`. What `AC-2` begins with `(` enhances it, and it's a
/// control itself.
fn begins(label: &str, other: &str) -> bool {
    let rest = other.strip_prefix(label).unwrap_or_default();
    !label.is_empty() && rest.starts_with(|c: char| !c.is_alphanumeric() && c != '(')
}
