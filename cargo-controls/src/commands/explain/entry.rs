//! A row in its catalog.

use controls_dsl::{Row, Section};

use crate::{
    lookup::control::Candidate,
    sources::{ControlIndex, SourceCatalog},
};

/// A row with what is around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'c> {
    /// Its catalog.
    pub(super) catalog: &'c SourceCatalog,
    /// Its section.
    pub(super) section: &'c Section,
    /// The row itself.
    pub(super) row: &'c Row,
    /// Which row of which catalog it is.
    pub(super) control: ControlIndex,
}

impl<'c> Entry<'c> {
    /// The control as one of those that may be meant.
    pub(super) fn candidate(&self) -> Candidate<'c> {
        Candidate {
            catalog: &self.catalog.name,
            row: self.row,
        }
    }
}

/// The rows of some catalogs, in order.
pub(super) fn entries(catalogs: &[SourceCatalog]) -> impl Iterator<Item = Entry<'_>> {
    catalogs.iter().enumerate().flat_map(|(at, catalog)| {
        let sections = catalog.definition.sections.iter();
        let rows = sections.flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        rows.enumerate().map(move |(index, (section, row))| Entry {
            catalog,
            section,
            row,
            control: ControlIndex {
                catalog: at,
                row: index,
            },
        })
    })
}
