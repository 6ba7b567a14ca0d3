//! A definition where it has been found.

use std::{ops::Range, path::Path, sync::Arc};

use controls_dsl::Definition;
use proc_macro2::{Group, Span, TokenStream};

use super::{scan::scan, target::CargoTarget, tokens::tokens};
use crate::{
    file::{SourceFile, SourceSpan},
    paths,
};

/// A `controls!` of a source file.
#[derive(Clone, Debug)]
pub(crate) struct Invocation {
    /// The target that it's part of.
    pub(crate) target: Arc<CargoTarget>,
    /// The modules of its crate that it's in, outermost first.
    pub(crate) modules: Vec<String>,
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

    /// The same definition with another text in place of some of its bytes; `None` if that can't be taken apart.
    pub(crate) fn edited(&self, range: Range<usize>, text: &str) -> Option<Invocation> {
        let mut whole = self.file.text.clone();
        whole.replace_range(range, text);
        let file = Arc::new(self.file.with(whole));
        let calls = scan(tokens(&file).ok()?).calls;
        let call = calls
            .into_iter()
            .find(|call| start(&call.body) == start(&self.body))?;
        Some(Invocation {
            target: Arc::clone(&self.target),
            modules: self.modules.clone(),
            body: call.body,
            file,
        })
    }

    /// Whether it's where another one is, or has been before it was edited.
    pub(crate) fn is_at(&self, other: &Invocation) -> bool {
        self.file.path == other.file.path && start(&self.body) == start(&other.body)
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

/// The byte that some brackets begin at.
fn start(body: &Group) -> usize {
    body.span_open().byte_range().start
}
