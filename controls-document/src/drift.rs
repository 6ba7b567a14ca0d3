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
    /// A label names another control.
    Recycled,
    /// The title of a row changed, and the row is evidently the same one.
    Retitled,
    /// The label of a row changed.
    Label,
    /// A row moved to another section, or a section was renamed, or is under other headings.
    Section,
    /// A section was removed, but none of its rows, or one was added whose rows were in others.
    Regrouped,
    /// The text of the notes changed.
    Notes,
    /// The text of the documentation changed.
    Documentation,
    /// What a further column says changed.
    Property,
    /// Rows or sections are in another order.
    Order,
}

impl Kind {
    /// All kinds, in the order in which they are spoken of.
    ///
    /// ```
    /// assert_eq!(controls_document::Kind::ALL[0], controls_document::Kind::Recycled);
    /// ```
    pub const ALL: [Kind; 12] = [
        Kind::Recycled,
        Kind::Added,
        Kind::Removed,
        Kind::Answer,
        Kind::Regrouped,
        Kind::Retitled,
        Kind::Label,
        Kind::Section,
        Kind::Notes,
        Kind::Documentation,
        Kind::Property,
        Kind::Order,
    ];

    /// The name of the kind as data has it: `added`, `removed`, `answer`, `recycled`, `retitled`, `label`,
    /// `section`, `regrouped`, `notes`, `documentation`, `property` or `order`.
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
            Kind::Recycled => "recycled",
            Kind::Retitled => "retitled",
            Kind::Label => "label",
            Kind::Section => "section",
            Kind::Regrouped => "regrouped",
            Kind::Notes => "notes",
            Kind::Documentation => "documentation",
            Kind::Property => "property",
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
    /// Two rows with the same label that aren't the same row: the label names another control now.
    Recycled {
        /// The row that had the label.
        old: usize,
        /// The row that has it.
        new: usize,
        /// What the row that had it has become, which has another label now; `None` if it was removed.
        moved: Option<usize>,
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
    /// The same row under another label, and its old one names no other row now.
    Label {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
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
    /// The same row, of which a further column says something else.
    Property {
        /// The row as it was.
        old: usize,
        /// The row as it is.
        new: usize,
        /// The heading of the column.
        name: String,
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
    /// The same section under other headings, or one of several of its title of which the old outline doesn't say what it's
    /// under.
    SectionMoved {
        /// The section as it was.
        old_section: usize,
        /// The section as it is.
        new_section: usize,
    },
    /// A section that only the old outline has, without rows or with rows that are all in other sections of the new one.
    SectionRemoved {
        /// The section.
        old_section: usize,
    },
    /// A section that only the new outline has, with rows that are all in other sections of the old one.
    SectionAdded {
        /// The section.
        new_section: usize,
    },
    /// The same section, before or after another section than it was.
    SectionOrder {
        /// The section as it was.
        old_section: usize,
        /// The section as it is.
        new_section: usize,
    },
}

/// The row or the section that a [`Change`] is about, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row.
    Row(usize),
    /// A section as a whole.
    Section(usize),
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
            Change::Recycled { .. } => Kind::Recycled,
            Change::Retitled { .. } => Kind::Retitled,
            Change::Label { .. } => Kind::Label,
            Change::Moved { .. } | Change::SectionRenamed { .. } | Change::SectionMoved { .. } => {
                Kind::Section
            }
            Change::SectionRemoved { .. } | Change::SectionAdded { .. } => Kind::Regrouped,
            Change::Notes { .. } => Kind::Notes,
            Change::Documentation { .. } => Kind::Documentation,
            Change::Property { .. } => Kind::Property,
            Change::Order { .. } | Change::SectionOrder { .. } => Kind::Order,
        }
    }

    /// Returns the row as it was and as it is, if it's about a row that both outlines have.
    ///
    /// ```
    /// use controls_document::Change;
    ///
    /// assert_eq!(Change::Answer { old: 1, new: 2 }.pair(), Some((1, 2)));
    /// assert_eq!(Change::Added { new: 2 }.pair(), None);
    /// ```
    #[must_use]
    pub fn pair(&self) -> Option<(usize, usize)> {
        match *self {
            Change::Answer { old, new }
            | Change::Retitled { old, new, .. }
            | Change::Label { old, new }
            | Change::Moved { old, new }
            | Change::Notes { old, new }
            | Change::Documentation { old, new }
            | Change::Property { old, new, .. }
            | Change::Order { old, new } => Some((old, new)),
            Change::Recycled { old, moved, .. } => Some((old, moved?)),
            Change::Added { .. }
            | Change::Removed { .. }
            | Change::SectionRenamed { .. }
            | Change::SectionMoved { .. }
            | Change::SectionRemoved { .. }
            | Change::SectionAdded { .. }
            | Change::SectionOrder { .. } => None,
        }
    }

    /// Returns what it's about in the old outline; `None` for a row that only the new one has.
    ///
    /// ```
    /// use controls_document::{Change, Subject};
    ///
    /// assert_eq!(Change::Answer { old: 1, new: 2 }.old_subject(), Some(Subject::Row(1)));
    /// assert_eq!(Change::Added { new: 2 }.old_subject(), None);
    /// ```
    #[must_use]
    pub fn old_subject(&self) -> Option<Subject> {
        match *self {
            Change::Added { .. } | Change::SectionAdded { .. } => None,
            Change::SectionRenamed { old_section, .. }
            | Change::SectionMoved { old_section, .. }
            | Change::SectionRemoved { old_section }
            | Change::SectionOrder { old_section, .. } => Some(Subject::Section(old_section)),
            Change::Removed { old, .. }
            | Change::Recycled { old, .. }
            | Change::Answer { old, .. }
            | Change::Retitled { old, .. }
            | Change::Label { old, .. }
            | Change::Moved { old, .. }
            | Change::Notes { old, .. }
            | Change::Documentation { old, .. }
            | Change::Property { old, .. }
            | Change::Order { old, .. } => Some(Subject::Row(old)),
        }
    }

    /// Returns what it's about in the new outline; `None` for what only the old one has.
    #[must_use]
    pub fn new_subject(&self) -> Option<Subject> {
        match *self {
            Change::Removed { .. } | Change::SectionRemoved { .. } => None,
            Change::SectionRenamed { new_section, .. }
            | Change::SectionMoved { new_section, .. }
            | Change::SectionAdded { new_section }
            | Change::SectionOrder { new_section, .. } => Some(Subject::Section(new_section)),
            Change::Added { new }
            | Change::Recycled { new, .. }
            | Change::Answer { new, .. }
            | Change::Retitled { new, .. }
            | Change::Label { new, .. }
            | Change::Moved { new, .. }
            | Change::Notes { new, .. }
            | Change::Documentation { new, .. }
            | Change::Property { new, .. }
            | Change::Order { new, .. } => Some(Subject::Row(new)),
        }
    }
}
