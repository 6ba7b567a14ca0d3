//! The road from a `controls!` of a source file to its document, which is the macro's, from a file in place of tokens.

use std::path::Path;

use controls_document::Document;
use controls_dsl::{Definition, Diagnostic, Diagnostics, Source, check, load, parse, plain_name};

use super::{catalog_path::catalog_path, invocation::Invocation};
use crate::{message::Message, paths};

/// A definition, and what is wrong with it and its document, as far as the road has been taken.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// Where it is.
    pub(crate) found: Invocation,
    /// What it says.
    pub(crate) definition: Definition,
    diagnostics: Diagnostics,
}

impl Parsed {
    /// Parses and checks a definition.
    ///
    /// # Errors
    ///
    /// When there is too little of it to name an enum. Other mistakes are among its messages.
    pub(crate) fn of(found: Invocation) -> Result<Parsed, Vec<Message>> {
        let mut diagnostics = Diagnostics::default();
        let Some(mut definition) = parse(found.tokens(), &mut diagnostics) else {
            return Err(messages(&found, &diagnostics));
        };
        check(&mut definition, &mut diagnostics);
        Ok(Parsed {
            found,
            definition,
            diagnostics,
        })
    }

    /// The name of its enum.
    pub(crate) fn name(&self) -> String {
        plain_name(&self.definition.name)
    }

    /// The path of its enum, from the crate on.
    pub(crate) fn path(&self) -> String {
        let found = &self.found;
        catalog_path(&found.target.crate_name(), &found.modules, &self.name())
    }

    /// The file of its document, if it names one that can be read.
    pub(crate) fn source(&mut self) -> Option<Source> {
        let source = load(
            &self.definition,
            Some(&self.found.file.path),
            &mut self.diagnostics,
        )?;
        let path = paths::shown(&paths::from_here(Path::new(&source.path)));
        Some(Source::new(path, source.text))
    }

    /// What its document says. Nothing is wrong with the definition either if there is one: what the two differ in would
    /// mislead.
    pub(crate) fn document<'s>(&mut self, source: &'s Source) -> Option<Document<'s>> {
        source
            .document(&self.definition, &mut self.diagnostics)
            .filter(|_| self.is_sound())
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_sound(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// What is wrong so far.
    pub(crate) fn messages(&self) -> Vec<Message> {
        messages(&self.found, &self.diagnostics)
    }
}

fn messages(found: &Invocation, diagnostics: &Diagnostics) -> Vec<Message> {
    let message = |diagnostic: &Diagnostic| {
        let message = Message::error(&*diagnostic.message).at(found.place(diagnostic.span));
        match &diagnostic.other {
            Some((span, text)) => message.with_other(found.place(*span), text),
            None => message,
        }
    };
    diagnostics.as_slice().iter().map(message).collect()
}
