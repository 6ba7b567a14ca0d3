//! `cargo controls check`: every definition of some packages against its document.

mod against;

use std::path::Path;

use controls_document::Remark;
use controls_dsl::{Definition, Drift, Findings, Source, check, drifts, load, parse, plain_name};
use proc_macro2::TokenStream;

use crate::{
    answer::{Answer, Outcome},
    cli::{self, ReportFormat},
    packages::{Roots, packages},
    paths,
    report::{Message, github, json, sarif, text},
    sources::{Found, definitions},
};

/// A definition without mistakes.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// The name of its enum.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) found: Found,
    /// The line of the name.
    pub(crate) line: usize,
    /// How many rows it has.
    pub(crate) controls: usize,
    /// How many sections it has.
    pub(crate) sections: usize,
    /// What has come of holding it against its document; `None` if it names none.
    pub(crate) checked: Option<Checked>,
}

/// A document that a definition has been held against.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The document.
    pub(crate) source: Source,
    /// What was read of it leniently, or left alone.
    pub(crate) remarks: Vec<Remark>,
    /// The differences.
    pub(crate) drifts: Vec<Drift>,
}

/// Runs the command.
pub(crate) fn run(arguments: &cli::Check) -> Answer {
    let (catalogs, messages) = match packages(&arguments.path) {
        Ok(packages) => catalogs(&packages, arguments),
        Err(message) => (Vec::new(), vec![message]),
    };
    let differs = |catalog: &Catalog| catalog.checked.as_ref().is_some_and(|checked| !checked.drifts.is_empty());
    let outcome = if messages.iter().any(|message| message.is_error) {
        Outcome::Failed
    } else if catalogs.iter().any(differs) {
        Outcome::Drift
    } else {
        Outcome::Well
    };
    let results = match arguments.format {
        ReportFormat::Text => text::check(&catalogs),
        ReportFormat::Json => json::check(&catalogs),
        ReportFormat::Sarif => sarif::check(&catalogs, &messages),
        ReportFormat::Github => github::check(&catalogs, &messages),
    };
    Answer { results, messages, outcome }
}

/// The catalogs of some packages, and what is wrong with those that can't be checked.
fn catalogs(packages: &[Roots], arguments: &cli::Check) -> (Vec<Catalog>, Vec<Message>) {
    let files = packages.iter().flat_map(|package| package.files.iter().cloned());
    let (found, mut messages) = definitions(files);
    // A check that checks nothing is no check. Where a file couldn't be read, that has been said already.
    if found.is_empty() && !messages.iter().any(|message| message.is_error) {
        messages.push(nothing(packages, &arguments.path));
        return (Vec::new(), messages);
    }
    let mut all = Vec::new();
    for found in found {
        match Parsed::of(found) {
            Ok(parsed) => all.push(parsed),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    let against = match &arguments.against {
        Some(copy) => match against::newer_copy(copy, &all, &arguments.path) {
            Ok(source) => Some(source),
            Err(message) => {
                messages.push(message);
                return (Vec::new(), messages);
            }
        },
        None => None,
    };
    let mut catalogs = Vec::new();
    for parsed in all {
        match parsed.catalog(against.as_ref()) {
            Ok(catalog) => catalogs.push(catalog),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    (catalogs, messages)
}

fn nothing(packages: &[Roots], folder: &Path) -> Message {
    let names: Vec<_> = packages.iter().map(|package| format!("`{}`", package.package)).collect();
    Message::error(format!(
        "there is nothing to check in `{}`: no `controls!` stands in the sources of {}",
        paths::shown(folder),
        names.join(", ")
    ))
}

/// A definition, and what is wrong with it.
struct Parsed {
    found: Found,
    definition: Definition,
    findings: Findings,
}

impl Parsed {
    /// Takes the same road as the macro, from a file in place of tokens.
    fn of(found: Found) -> Result<Parsed, Vec<Message>> {
        let mut findings = Findings::default();
        let Some(mut definition) = parse(TokenStream::new(), found.tokens(), &mut findings) else {
            return Err(mistakes(&found, &findings));
        };
        check(&mut definition, &mut findings);
        Ok(Parsed { found, definition, findings })
    }

    /// The name of the enum.
    fn name(&self) -> String {
        plain_name(&self.definition.name)
    }

    /// Holds the definition against its document, or against a newer copy of it.
    fn catalog(mut self, against: Option<&Source>) -> Result<Catalog, Vec<Message>> {
        let definition = &self.definition;
        let mut source = match against {
            Some(source) => definition.document.is_some().then(|| source.clone()),
            None => load(definition, Some(self.found.file.path.clone()), &mut self.findings),
        };
        if let Some(source) = &mut source {
            source.path = paths::shown(&paths::from_here(Path::new(&source.path)));
        }
        let document = source.as_ref().and_then(|source| source.document(definition, &mut self.findings));
        if !self.findings.is_empty() {
            return Err(mistakes(&self.found, &self.findings));
        }
        let compared = document.map(|document| (drifts(definition, &document), document.remarks));
        Ok(Catalog {
            name: self.name(),
            line: definition.name.span().start().line,
            controls: definition.count(),
            sections: definition.sections.len(),
            checked: source.zip(compared).map(|(source, (drifts, remarks))| Checked { source, remarks, drifts }),
            found: self.found,
        })
    }
}

fn mistakes(found: &Found, findings: &Findings) -> Vec<Message> {
    let message = |finding: &controls_dsl::Finding| Message::error(&*finding.message).at(found.place(finding.span));
    findings.as_slice().iter().map(message).collect()
}
