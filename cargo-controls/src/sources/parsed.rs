//! The road from a `controls!` of a source file to its document, which is the macro's, from a file in place of tokens.

use std::path::Path;

use controls_document::Document;
use controls_dsl::{Definition, Finding, Findings, Source, check, load, parse, plain_name};

use super::found::Found;
use crate::{message::Message, paths};

/// A definition, and what is wrong with it and its document, as far as the road has been taken.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// Where it is.
    pub(crate) found: Found,
    /// What it says.
    pub(crate) definition: Definition,
    findings: Findings,
}

impl Parsed {
    /// Parses and checks a definition.
    ///
    /// # Errors
    ///
    /// When there is too little of it to name an enum. Other mistakes are among its messages.
    pub(crate) fn of(found: Found) -> Result<Parsed, Vec<Message>> {
        let mut findings = Findings::default();
        let Some(mut definition) = parse(found.tokens(), &mut findings) else {
            return Err(messages(&found, &findings));
        };
        check(&mut definition, &mut findings);
        Ok(Parsed {
            found,
            definition,
            findings,
        })
    }

    /// The name of its enum.
    pub(crate) fn name(&self) -> String {
        plain_name(&self.definition.name)
    }

    /// The file of its document, if it names one that can be read.
    pub(crate) fn source(&mut self) -> Option<Source> {
        let source = load(
            &self.definition,
            Some(&self.found.file.path),
            &mut self.findings,
        )?;
        let path = paths::shown(&paths::from_here(Path::new(&source.path)));
        Some(Source::new(path, source.text))
    }

    /// What its document says. Nothing is wrong with the definition either if there is one: what the two differ in would
    /// mislead.
    pub(crate) fn document<'s>(&mut self, source: &'s Source) -> Option<Document<'s>> {
        source
            .document(&self.definition, &mut self.findings)
            .filter(|_| self.is_sound())
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// What is wrong so far.
    pub(crate) fn messages(&self) -> Vec<Message> {
        messages(&self.found, &self.findings)
    }
}

fn messages(found: &Found, findings: &Findings) -> Vec<Message> {
    let message =
        |finding: &Finding| Message::error(&*finding.message).at(found.place(finding.span));
    findings.as_slice().iter().map(message).collect()
}
