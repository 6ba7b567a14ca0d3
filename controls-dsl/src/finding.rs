//! What is wrong, and where.

use crate::tokens::{Delimiter, Output, Span};

/// One thing that is wrong with a definition, or between it and its document.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The token of the definition.
    pub span: Span,
    /// What is wrong: lower case, no final stop. More lines may follow, with a place in the document and help.
    pub message: String,
    /// Whether it's about the document. Editors that can't tell where a literal stands can't find the document
    /// either, so they aren't shown these.
    pub about_document: bool,
}

/// All findings, in the order in which they were made.
#[derive(Debug, Default)]
pub struct Findings {
    all: Vec<Finding>,
    /// The `#[cfg]`s of the catalog: where it isn't compiled, nothing is wrong with it.
    pub(crate) cfgs: Output,
}

impl Findings {
    /// Adds one about the definition.
    pub(crate) fn mistake(&mut self, span: Span, message: impl Into<String>) {
        self.all.push(Finding {
            span,
            message: message.into(),
            about_document: false,
        });
    }

    /// Adds one about the document.
    pub(crate) fn document(&mut self, span: Span, message: impl Into<String>) {
        self.all.push(Finding {
            span,
            message: message.into(),
            about_document: true,
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
        self.mistake(second, message);
        self.mistake(first, companion);
    }

    /// Adds what makes rustc report the findings, the last one first: a macro that goes by an imported name waits until
    /// the import is resolved, and rustc takes those that wait from the end. `krate` is the path of `controls-core`.
    pub(crate) fn write(&self, krate: &Output, out: &mut Output) {
        for finding in self.all.iter().rev() {
            finding.write(&self.cfgs, krate, out);
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The findings.
    #[must_use]
    pub fn as_slice(&self) -> &[Finding] {
        &self.all
    }
}

impl Finding {
    /// Adds what makes rustc report the finding at its place. `krate` is the path of `controls-core`.
    ///
    /// `compile_error!` goes by another name, all of whose tokens have the place of the finding: a path that begins with
    /// `$crate` would make rustc add that the error originates in a macro.
    fn write(&self, cfgs: &Output, krate: &Output, out: &mut Output) {
        let Finding {
            span,
            message,
            about_document,
        } = self;
        let mut inner = Output::default();
        inner
            .text("use")
            .append(krate)
            .text("::__private::core::compile_error as");
        inner.placed("__controls_error", *span).text(";");
        if *about_document {
            inner.text("#[cfg(not(rust_analyzer))]");
        }
        inner.placed(format!("__controls_error! {{ {message:?} }}"), *span);
        out.append(cfgs)
            .text("#[allow(unused_imports, unexpected_cfgs)] const _: () =");
        out.group(Delimiter::Brace, inner, None).text(";");
    }
}
