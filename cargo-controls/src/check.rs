//! `cargo controls check`: every definition of some packages against its document.

use std::path::Path;

use controls_document::Remark;
use controls_dsl::{Drift, Findings, Source, check, drifts, load, parse};
use proc_macro2::TokenStream;

use crate::{
    answer::{Answer, Outcome},
    cli::{self, Format},
    packages::{Roots, packages},
    paths,
    report::{Message, json, text},
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
        Ok(packages) => catalogs(&packages, &arguments.path),
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
        Format::Text => text::check(&catalogs),
        Format::Json => json::check(&catalogs),
    };
    Answer { results, messages, outcome }
}

/// The catalogs of some packages, and what is wrong with those that can't be checked.
fn catalogs(packages: &[Roots], folder: &Path) -> (Vec<Catalog>, Vec<Message>) {
    let files = packages.iter().flat_map(|package| package.files.iter().cloned());
    let (found, mut messages) = definitions(files);
    // A check that checks nothing is no check. Where a file couldn't be read, that has been said already.
    if found.is_empty() && !messages.iter().any(|message| message.is_error) {
        messages.push(nothing(packages, folder));
    }
    let mut catalogs = Vec::new();
    for found in found {
        match catalog(found) {
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

/// Takes the same road as the macro, from a file in place of tokens.
fn catalog(found: Found) -> Result<Catalog, Vec<Message>> {
    let mut findings = Findings::default();
    let Some(mut definition) = parse(TokenStream::new(), found.tokens(), &mut findings) else {
        return Err(mistakes(&found, &findings));
    };
    check(&mut definition, &mut findings);
    let mut source = load(&definition, Some(found.file.path.clone()), &mut findings);
    if let Some(source) = &mut source {
        source.path = paths::shown(&paths::from_here(Path::new(&source.path)));
    }
    let document = source.as_ref().and_then(|source| source.document(&definition, &mut findings));
    if !findings.is_empty() {
        return Err(mistakes(&found, &findings));
    }
    let compared = document.map(|document| (drifts(&definition, &document), document.remarks));
    let name = definition.name.to_string();
    Ok(Catalog {
        name: name.strip_prefix("r#").map(str::to_owned).unwrap_or(name),
        line: definition.name.span().start().line,
        controls: definition.count(),
        sections: definition.sections.len(),
        checked: source.zip(compared).map(|(source, (drifts, remarks))| Checked { source, remarks, drifts }),
        found,
    })
}

fn mistakes(found: &Found, findings: &Findings) -> Vec<Message> {
    let message = |finding: &controls_dsl::Finding| Message::error(&*finding.message).at(found.place(finding.span));
    findings.as_slice().iter().map(message).collect()
}
