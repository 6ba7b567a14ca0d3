//! Rows that head other rows: sections within a table.

use crate::headings;

/// The heads that a row is under.
#[derive(Debug, Default)]
pub(crate) struct Groups(Vec<Group>);

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
        if !(by_label || repeats || headings::bold(title).is_some()) {
            return None;
        }
        // A head is under those whose labels begin its own.
        while let Some(above) = self.0.last()
            && !begins(&above.label, label)
        {
            self.0.pop();
        }
        let depth = self.0.len();
        self.0.push(Group {
            label: label.to_owned(),
            by_label,
        });
        Some(depth)
    }

    /// Returns how many heads a row is under, by its label.
    pub(crate) fn depth(&mut self, label: &str) -> usize {
        while let Some(above) = self.0.last()
            && above.by_label
            && !begins(&above.label, label)
        {
            self.0.pop();
        }
        self.0.len()
    }
}

/// Whether a label begins another one: `1.1` begins `1.1.2`, but not `1.10`.
fn begins(label: &str, other: &str) -> bool {
    let rest = other.strip_prefix(label).unwrap_or_default();
    !label.is_empty() && rest.starts_with(|c: char| !c.is_alphanumeric())
}
