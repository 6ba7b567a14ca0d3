//! The common ground of a document and a definition: what both can be held against.

use crate::{Above, Answer, Given, folded};

/// The sections and rows of a document or of a definition, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline<'a> {
    /// The sections.
    pub sections: Vec<OutlineSection<'a>>,
    /// All rows. Those of one section follow each other, and sections come in their order.
    pub rows: Vec<Row<'a>>,
}

/// One section, without its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutlineSection<'a> {
    /// What it's called.
    pub title: &'a str,
    /// What it's under.
    pub group: Group<'a>,
}

/// A section that may be under any heading.
impl<'a> From<&'a str> for OutlineSection<'a> {
    fn from(title: &'a str) -> Self {
        OutlineSection {
            title,
            group: Group::Unsaid,
        }
    }
}

/// What is known of the headings above a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group<'a> {
    /// Nothing: it may be under any, as long as no other section has its title.
    #[default]
    Unsaid,
    /// The heading directly above it, or several, outermost first, with ` > ` between.
    Said(&'a str),
    /// All, as a document has them.
    Read(&'a Above),
}

impl<'a> Group<'a> {
    /// Returns it in words, if anything is known.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self {
            Group::Unsaid => None,
            Group::Said(text) => Some(text),
            Group::Read(above) => Some(above.gathering()),
        }
        .filter(|text| !text.is_empty())
    }

    /// Whether both may be what one section is under.
    pub(crate) fn fits(self, other: Group<'_>) -> bool {
        match (self, other) {
            (Group::Read(one), Group::Read(other)) => one.is_same(other),
            (Group::Said(named), Group::Read(above)) | (Group::Read(above), Group::Said(named)) => {
                above.is_meant(named)
            }
            (Group::Said(one), Group::Said(other)) => folded(one) == folded(other),
            (Group::Unsaid, Group::Read(above)) | (Group::Read(above), Group::Unsaid) => {
                !above.must_be_told()
            }
            (Group::Unsaid, _) | (_, Group::Unsaid) => true,
        }
    }
}

/// One row, without its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'a> {
    /// The index of its section in [`Outline::sections`].
    pub section: usize,
    /// The document's own number or code of the control; empty where it has none.
    pub label: &'a str,
    /// What the row calls the control.
    pub title: &'a str,
    /// The answer; `None` where the catalog has no answers, and then none is compared.
    pub answer: Option<Answer<'a>>,
    /// The notes as Markdown; empty where there are none.
    pub notes: &'a str,
    /// The documentation as Markdown; empty where there is none.
    pub documentation: &'a str,
    /// What further columns say, by their headings. An empty cell is left out.
    pub properties: Vec<(&'a str, &'a str)>,
    /// What the row was called before, and what its id was, where that is known.
    pub former: Vec<&'a str>,
    /// What a document in OSCAL gives it besides. It isn't compared.
    pub given: Option<&'a Given>,
    /// The id of its control, where a definition or a document in OSCAL says it. Rows of one id are the same.
    pub id: &'a str,
}

impl<'a> Row<'a> {
    /// Returns what the column with a heading says, which is nothing where there is none.
    ///
    /// ```
    /// let row = controls_document::Row { properties: vec![("Level", "L1")], ..Default::default() };
    /// assert_eq!((row.property("Level"), row.property("CWE")), ("L1", ""));
    /// ```
    #[must_use]
    pub fn property(&self, heading: &str) -> &'a str {
        let mut all = self.properties.iter();
        let found = all.find(|(name, _)| *name == heading);
        found.map_or("", |(_, text)| *text)
    }
}
