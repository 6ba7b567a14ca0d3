//! A definition where it has been found.

use std::{path::Path, sync::Arc};

use controls_dsl::Definition;
use proc_macro2::{Group, Span, TokenStream};

use super::target::CargoTarget;
use crate::{
    file::{SourceFile, SourceSpan},
    paths,
};

/// A `controls!` of a source file.
#[derive(Clone, Debug)]
pub(crate) struct Invocation {
    /// The target that it's part of.
    pub(crate) target: Arc<CargoTarget>,
    /// The file.
    pub(crate) file: Arc<SourceFile>,
    /// The definition in its brackets.
    pub(super) body: Group,
}

impl Invocation {
    /// The tokens of the definition.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.body.stream()
    }

    /// The place of a token, or of the brackets around the definition if there is no token to point at.
    pub(crate) fn place(&self, span: Span) -> SourceSpan {
        let body = || self.file.place(self.body.span().byte_range());
        self.file
            .place(span.byte_range())
            .or_else(body)
            .unwrap_or_else(|| self.file.start())
    }

    /// The path of the document that the definition names, if it does, as people are shown it.
    pub(crate) fn document(&self, definition: &Definition) -> Option<String> {
        let literal = definition.document.as_ref()?;
        let folder = self.file.path.parent().unwrap_or(Path::new(""));
        Some(paths::shown(&paths::from_here(
            &folder.join(&literal.value),
        )))
    }
}
