//! Changes of which another one tells as well.

use std::collections::HashSet;

use crate::Change;

/// The rows that have been removed and added of which it's told where their labels are: that a label names another control, and
/// that the one which had it has gone, is one thing to a person.
#[derive(Clone, Debug, Default)]
pub struct Told {
    removed: HashSet<usize>,
    added: HashSet<usize>,
}

impl Told {
    /// Finds them among the changes of a comparison.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let recycled = changes.iter().filter_map(|change| match *change {
            Change::Recycled {
                old,
                new,
                moved: None,
            } => Some((old, new)),
            _ => None,
        });
        let (removed, added) = recycled.unzip();
        Told { removed, added }
    }

    /// Takes a row that has been removed for one of which it's told elsewhere.
    pub fn add_removed(&mut self, old: usize) {
        self.removed.insert(old);
    }

    /// Returns whether another change tells of this one.
    ///
    /// ```
    /// use controls_document::{Outline, Row, Told, compare};
    ///
    /// let outline = |title| Outline {
    ///     sections: vec!["Network".into()],
    ///     rows: vec![Row { label: "1.1", title, ..Row::default() }],
    /// };
    /// let comparison = compare(outline("Forced tunneling"), outline("Quotas"));
    /// let told = Told::of(comparison.changes());
    /// let kinds = comparison.changes().iter().filter(|change| !told.has(change)).map(|change| change.kind());
    /// assert_eq!(kinds.collect::<Vec<_>>(), [controls_document::Kind::Recycled]);
    /// ```
    #[must_use]
    pub fn has(&self, change: &Change) -> bool {
        match change {
            Change::Removed { old, .. } => self.removed.contains(old),
            Change::Added { new } => self.added.contains(new),
            _ => false,
        }
    }
}
