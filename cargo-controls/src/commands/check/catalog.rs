//! A definition that has been held against its document.

use controls_document::Remark;

use super::difference::Difference;

/// A definition without mistakes.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// The name of its enum.
    pub(crate) name: String,
    /// The file that it stands in, as people are shown it.
    pub(crate) file: String,
    /// The line of the name.
    pub(crate) line: usize,
    /// How many rows it has.
    pub(crate) controls: usize,
    /// How many sections it has.
    pub(crate) sections: usize,
    /// What has come of holding it against its document; `None` if it names none.
    pub(crate) checked: Option<Checked>,
}

/// A document that a definition has been held against.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The path of the document, as people are shown it.
    pub(crate) document: String,
    /// What was read of it leniently, or left alone.
    pub(crate) remarks: Vec<Remark>,
    /// The differences.
    pub(crate) differences: Vec<Difference>,
}
