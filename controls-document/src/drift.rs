//! The differences between two outlines, by kind.

use std::fmt;

/// What sort of difference a [`Change`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A row was added.
    Added,
    /// A row was removed.
    Removed,
    /// The answer of a row changed.
    Answer,
    /// The title of a row changed, and the row is evidently the same one.
    Retitled,
    /// A row moved to another section, or a section was renamed or removed.
    Section,
    /// The text of the notes changed.
    Notes,
    /// The text of the documentation changed.
    Documentation,
    /// Rows or sections are in another order.
    Order,
}

impl Kind {
    /// The name of the kind as data has it: `added`, `removed`, `answer`, `retitled`, `section`, `notes`,
    /// `documentation` or `order`.
    ///
    /// ```
    /// assert_eq!(controls_document::Kind::Retitled.name(), "retitled");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Added => "added",
            Kind::Removed => "removed",
            Kind::Answer => "answer",
            Kind::Retitled => "retitled",
            Kind::Section => "section",
            Kind::Notes => "notes",
            Kind::Documentation => "documentation",
            Kind::Order => "order",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One difference. `old` and `new` are indices into the rows (or, where the name says so, into the sections) of the
/// two outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A row that only the new outline has.
    Added {
        /// The row.
        new: usize,
    },
    /// A row that only the old outline has.
    Removed {
        /// The row.
        old: usize,
        /// The row that it would be after, if there is one in its section.
        after: Option<usize>,
        /// Added rows that may have taken its place, the likeliest first.
        successors: Vec<usize>,
    },
    /// The same row with another answer.
    Answer {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
    },
    /// The same row under another title.
    Retitled {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
        /// False where it's a guess that the two are one row.
        certain: bool,
    },
    /// The same row in another section, which isn't its old section under a new name.
    Moved {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
    },
    /// The same row with other notes.
    Notes {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
    },
    /// The same row with other documentation.
    Documentation {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
    },
    /// The same row in the same section, before or after another row than it was.
    Order {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
    },
    /// The same section under another title.
    SectionRenamed {
        /// The section as it was.
        old_section: usize,
        /// The section as it is.
        new_section: usize,
    },
    /// A section without rows that only the old outline has.
    SectionRemoved {
        /// The section.
        old_section: usize,
    },
    /// The same section, before or after another section than it was.
    SectionOrder {
        /// The section as it was.
        old_section: usize,
        /// The section as it is.
        new_section: usize,
    },
}

impl Change {
    /// What sort of difference it is.
    ///
    /// ```
    /// use controls_document::{Change, Kind};
    ///
    /// assert_eq!(Change::Added { new: 3 }.kind(), Kind::Added);
    /// ```
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Change::Added { .. } => Kind::Added,
            Change::Removed { .. } => Kind::Removed,
            Change::Answer { .. } => Kind::Answer,
            Change::Retitled { .. } => Kind::Retitled,
            Change::Moved { .. }
            | Change::SectionRenamed { .. }
            | Change::SectionRemoved { .. } => Kind::Section,
            Change::Notes { .. } => Kind::Notes,
            Change::Documentation { .. } => Kind::Documentation,
            Change::Order { .. } | Change::SectionOrder { .. } => Kind::Order,
        }
    }
}
