//! The common ground of a document and a definition: what both can be held against.

use crate::Answer;

/// The sections and rows of a document or of a definition, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline<'a> {
    /// The titles of the sections.
    pub sections: Vec<&'a str>,
    /// All rows. Those of one section follow each other, and sections come in their order.
    pub rows: Vec<Row<'a>>,
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
