//! The catalogs in which a control is looked for.

use std::path::Path;

use controls_document::Place;
use controls_dsl::{
    Definition, Drift, Findings, Row, Section, Source, check, drifts, load, parse, plain_name as plain,
};
use proc_macro2::TokenStream;

use super::places::places;
use crate::{paths, report::Message, sources::Found};

/// A definition with what has come of holding it against its document.
#[derive(Debug)]
pub(super) struct Catalog {
    /// The name of its enum.
    pub(super) name: String,
    /// Where it stands.
    pub(super) found: Found,
    /// What it says.
    pub(super) definition: Definition,
    /// `None` if it names no document, or if the two can't be compared.
    pub(super) held: Option<Held>,
}

/// A document that a definition has been held against.
#[derive(Debug)]
pub(super) struct Held {
    /// The document.
    pub(super) source: Source,
    /// The differences.
    pub(super) drifts: Vec<Drift>,
    /// Where the title of each row stands in the document; `None` for a row that isn't there.
    pub(super) places: Vec<Option<Place>>,
}

/// A row with what is around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'c> {
    /// Its catalog.
    pub(super) catalog: &'c Catalog,
    /// Its section.
    pub(super) section: &'c Section,
    /// The row itself.
    pub(super) row: &'c Row,
    /// Which row of its catalog it is.
    pub(super) index: usize,
}

impl Catalog {
    /// The rows, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let rows =
            self.definition.sections.iter().flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        rows.enumerate().map(|(index, (section, row))| Entry { catalog: self, section, row, index })
    }
}

/// The catalogs of some definitions. One with mistakes in it is searched as well, as far as it can be read.
pub(super) fn catalogs(found: Vec<Found>, messages: &mut Vec<Message>) -> Vec<Catalog> {
    found.into_iter().filter_map(|found| catalog(found, messages)).collect()
}

fn catalog(found: Found, messages: &mut Vec<Message>) -> Option<Catalog> {
    let mut findings = Findings::default();
    let mut definition = parse(TokenStream::new(), found.tokens(), &mut findings);
    let held = definition.as_mut().and_then(|definition| {
        check(definition, &mut findings);
        held(definition, &found, &mut findings)
    });
    let message = |finding: &controls_dsl::Finding| Message::error(&*finding.message).at(found.place(finding.span));
    messages.extend(findings.as_slice().iter().map(message));
    definition.map(|definition| Catalog { name: plain(&definition.name), found, definition, held })
}

/// Holds a definition against its document, unless one of the two has mistakes: what they'd differ in would mislead.
fn held(definition: &Definition, found: &Found, findings: &mut Findings) -> Option<Held> {
    let mut source = load(definition, Some(found.file.path.clone()), findings)?;
    source.path = paths::shown(&paths::from_here(Path::new(&source.path)));
    let document = source.document(definition, findings).filter(|_| findings.is_empty())?;
    let (drifts, places) = (drifts(definition, &document), places(definition, &document));
    Some(Held { source, drifts, places })
}
