//! The words of the language, for an editor to complete what is being typed: see `controls-dsl/src/expand/editor.rs`.
//! The compiler never sees a use of them.

/// The answers.
pub mod answers {
    pub use crate::Answer::{No, NotApplicable, Unanswered, Yes};
}

/// The fields of a row.
#[expect(non_upper_case_globals, reason = "they have the names of the language")]
pub mod fields {
    /// The stable key, if it isn't the variant's name in kebab-case.
    pub const id: () = ();
    /// The document's own number or code of the control.
    pub const label: () = ();
    /// The notes, as Markdown.
    pub const notes: () = ();
    /// The documentation, as Markdown.
    pub const documentation: () = ();
    /// Earlier ids and titles.
    pub const formerly: () = ();
    /// What people search for.
    pub const alias: () = ();
}
