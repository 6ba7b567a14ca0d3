//! What has been made of a document.

use controls_document::Remark;
use controls_dsl::Source;

/// A definition.
#[derive(Debug)]
pub(super) struct Imported {
    /// The name of the enum.
    pub(super) name: String,
    /// The heading that narrows the document.
    pub(super) heading: Option<String>,
    /// What the catalog is about, as its document says.
    pub(super) about: String,
    /// The definition itself.
    pub(super) text: String,
    /// How many rows it has.
    pub(super) controls: usize,
    /// How many sections it has.
    pub(super) sections: usize,
    /// Whether names have letters that aren't ASCII.
    pub(super) has_rare_names: bool,
}

/// All definitions for a document.
#[derive(Debug)]
pub(super) struct Imports {
    /// The document.
    pub(super) source: Source,
    /// The date that it gives itself.
    pub(super) date: Option<String>,
    /// What was read of it leniently, or left alone.
    pub(super) remarks: Vec<Remark>,
    /// The definitions.
    pub(super) definitions: Vec<Imported>,
    /// What is wrong with those that can't be made.
    pub(super) errors: Vec<String>,
}
