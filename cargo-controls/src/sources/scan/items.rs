//! What is found among the tokens of a file.

use std::{ops::Range, rc::Rc};

use proc_macro2::{Group, Ident, TokenStream};

use super::{
    attributes::{Attributes, Mark},
    item::ItemKind,
};
use crate::sources::{condition::Condition, imports::Within};

/// A `name!(…)`.
#[derive(Debug)]
pub(crate) struct Call {
    /// The name of the macro.
    pub(crate) name: String,
    /// The token that it is.
    pub(crate) at: Ident,
    /// The brackets with its input.
    pub(crate) body: Group,
    /// The call in whose input it is.
    pub(crate) outer: Option<usize>,
    /// What is around it in this file.
    pub(crate) within: Within,
    /// Each condition in this file that it depends on.
    pub(crate) conditions: Rc<Vec<Condition>>,
}

impl Call {
    /// Where the name is, in bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.at.span().byte_range()
    }
}

/// Attributes that may be evidence, and what they are on.
#[derive(Debug)]
pub(crate) struct Marked {
    /// The attributes, in order.
    pub(crate) marks: Vec<Mark>,
    /// The item; `None` where it's something that can't hold evidence, such as a field.
    pub(crate) item: Option<MarkedItem>,
}

/// An item with attributes that may be evidence.
#[derive(Debug)]
pub(crate) struct MarkedItem {
    pub(crate) kind: ItemKind,
    pub(crate) name: String,
    /// What is around it in this file.
    pub(crate) within: Within,
    /// Each condition in this file that it depends on.
    pub(crate) conditions: Vec<Condition>,
    /// Whether it's within an item that isn't a module, where no test is found.
    pub(crate) is_inner: bool,
    /// Whether it's a function that nothing but a call is needed to run, as `#[test]` asks.
    pub(crate) is_plain: bool,
}

/// A `macro_rules! name { … }`.
#[derive(Debug)]
pub(crate) struct Template {
    /// The name.
    pub(crate) name: String,
    /// The macros that it calls.
    pub(crate) calls: Vec<String>,
    /// The names in it that look like calls, or like attributes with arguments, in order.
    pub(crate) mentions: Vec<Ident>,
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
    /// Each condition that it depends on.
    pub(crate) conditions: Vec<Condition>,
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
    /// Each condition that it, or one that it is in, depends on.
    pub(crate) conditions: Vec<Condition>,
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
    pub(super) fn new(name: String, attributes: &Attributes) -> Named {
        Named {
            name,
            path: attributes.path.clone(),
            other_paths: attributes.other_paths.clone(),
        }
    }
}
