//! What is wrong, and where.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ast::Attribute;

/// One thing that is wrong with a definition, or between it and its document.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The token of the definition.
    pub span: Span,
    /// What is wrong: lower case, no final stop. More lines may follow, with a place in the document and help.
    pub message: String,
    /// Whether it's about the document. Editors that can't tell which file a literal is in can't find the document
    /// either, so they aren't shown these.
    pub about_document: bool,
    /// Another place that it's about, and what is there.
    pub other: Option<(Span, String)>,
}

/// All diagnostics, in the order in which they were made.
#[derive(Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// The `#[cfg]`s of the catalog: where it isn't compiled, nothing is wrong with it.
    pub(crate) cfgs: Vec<Attribute>,
}

impl Diagnostics {
    /// Adds one about the definition.
    pub(crate) fn mistake(&mut self, span: Span, message: impl Into<String>) {
        self.all.push(Diagnostic {
            span,
            message: message.into(),
            about_document: false,
            other: None,
        });
    }

    /// Adds one about the document.
    pub(crate) fn document(&mut self, span: Span, message: impl Into<String>) {
        self.all.push(Diagnostic {
            span,
            message: message.into(),
            about_document: true,
            other: None,
        });
    }

    /// Adds one that is about two places, and points at both: at the second with what is wrong, at the first with what
    /// it clashes with.
    pub(crate) fn clash(
        &mut self,
        second: Span,
        message: impl Into<String>,
        first: Span,
        companion: impl Into<String>,
    ) {
        self.all.push(Diagnostic {
            span: second,
            message: message.into(),
            about_document: false,
            other: Some((first, companion.into())),
        });
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the diagnostics.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.all
    }

    /// What makes rustc report the diagnostics, the last one first: a macro that goes by an imported name waits until the
    /// import is resolved, and rustc takes those that wait from the end. `krate` is the path of `controls-core`.
    pub(crate) fn errors(&self, krate: &TokenStream) -> TokenStream {
        self.all
            .iter()
            .rev()
            .flat_map(|diagnostic| {
                let Diagnostic { span, message, .. } = diagnostic;
                let other = diagnostic.other.iter();
                let places = other.map(|(span, message)| (span, message));
                places
                    .chain([(span, message)])
                    .map(|(span, message)| diagnostic.error(*span, message, &self.cfgs, krate))
            })
            .collect()
    }
}

impl Diagnostic {
    /// What makes rustc report the message of the diagnostic, or what it says of the other place.
    ///
    /// `compile_error!` goes by another name, all of whose tokens have the place of the diagnostic: a path that begins with
    /// `$crate` would make rustc add that the error originates in a macro.
    fn error(
        &self,
        span: Span,
        message: &str,
        cfgs: &[Attribute],
        krate: &TokenStream,
    ) -> TokenStream {
        let name = quote_spanned!(span=> __controls_error);
        let call = quote_spanned!(span=> __controls_error! { #message });
        let condition = self
            .about_document
            .then(|| quote!(#[cfg(not(rust_analyzer))]));
        quote! {
            #(#cfgs)*
            #[allow(unused_imports, unexpected_cfgs)]
            const _: () = {
                use #krate::__private::core::compile_error as #name;
                #condition
                #call
            };
        }
    }
}
