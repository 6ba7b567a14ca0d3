//! What is found among the tokens of a file.

use std::ops::Range;

use proc_macro2::{Group, TokenStream};

use super::attributes::Attributes;

/// A `name!(…)`.
#[derive(Debug)]
pub(crate) struct Call {
    /// The name of the macro.
    pub(crate) name: String,
    /// The brackets with its input.
    pub(crate) body: Group,
    /// Where the name is, in bytes.
    pub(crate) range: Range<usize>,
    /// The call in whose input it is.
    pub(crate) within: Option<usize>,
}

/// A `macro_rules! name { … }`.
#[derive(Debug)]
pub(crate) struct Template {
    /// The name.
    pub(crate) name: String,
    /// The macros that it calls.
    pub(crate) calls: Vec<String>,
}

/// A `use …::controls as name;`.
#[derive(Debug)]
pub(crate) struct MacroImport {
    /// The name.
    pub(crate) name: String,
    /// Whether others may import it from here.
    pub(crate) is_public: bool,
    /// Where it is, in bytes.
    pub(crate) range: Range<usize>,
}

/// An `include!(…)`.
#[derive(Debug)]
pub(crate) struct Include {
    /// What is within its brackets.
    pub(crate) body: TokenStream,
    /// The modules of this file that it is in, outermost first.
    pub(crate) inside: Vec<Named>,
    /// Each `cfg` that it depends on.
    pub(crate) cfgs: Vec<String>,
    /// Where it is, in bytes.
    pub(crate) range: Range<usize>,
}

/// A `mod name;`.
#[derive(Debug)]
pub(crate) struct Module {
    /// The name and the paths.
    pub(crate) named: Named,
    /// The modules of this file that it is in, outermost first.
    pub(crate) inside: Vec<Named>,
    /// Each `cfg` that it, or one that it is in, depends on, and the macro that makes something of it.
    pub(crate) cfgs: Vec<String>,
    /// Where the name is, in bytes.
    pub(crate) range: Range<usize>,
}

/// A module by its name, and by its paths if it has any. That of a `mod name { … }` is the path of a folder.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The name.
    pub(crate) name: String,
    /// Its `path`.
    pub(crate) path: Option<String>,
    /// Those that depend on a `cfg_attr`.
    pub(crate) other_paths: Vec<String>,
}

impl Named {
    pub(super) fn new(name: String, attributes: Attributes) -> Named {
        Named {
            name,
            path: attributes.path,
            other_paths: attributes.other_paths,
        }
    }
}
