//! The catalogs in which a control is looked for.

use controls_document::Place;
use controls_dsl::{Definition, Drift, Row, Section, Source, drifts};

use super::places::places;
use crate::{
    message::Message,
    sources::{Found, Parsed},
};

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
        let rows = self
            .definition
            .sections
            .iter()
            .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        rows.enumerate().map(|(index, (section, row))| Entry {
            catalog: self,
            section,
            row,
            index,
        })
    }
}

/// The catalogs of some definitions. One with mistakes in it is searched as well, as far as it can be read.
pub(super) fn catalogs(found: Vec<Found>, messages: &mut Vec<Message>) -> Vec<Catalog> {
    found
        .into_iter()
        .filter_map(|found| catalog(found, messages))
        .collect()
}

fn catalog(found: Found, messages: &mut Vec<Message>) -> Option<Catalog> {
    let mut parsed = match Parsed::of(found) {
        Ok(parsed) => parsed,
        Err(mistakes) => {
            messages.extend(mistakes);
            return None;
        }
    };
    let held = parsed.source().and_then(|source| held(&mut parsed, source));
    messages.extend(parsed.messages());
    let name = parsed.name();
    Some(Catalog {
        name,
        found: parsed.found,
        definition: parsed.definition,
        held,
    })
}

/// Holds a definition against its document.
fn held(parsed: &mut Parsed, source: Source) -> Option<Held> {
    let document = parsed.document(&source)?;
    let (drifts, places) = (
        drifts(&parsed.definition, &document),
        places(&parsed.definition, &document),
    );
    Some(Held {
        source,
        drifts,
        places,
    })
}
