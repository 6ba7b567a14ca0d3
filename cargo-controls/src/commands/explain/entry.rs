//! A row in its catalog.

use controls_dsl::{Row, Section};

use crate::sources::SourceCatalog;

/// A row with what is around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'c> {
    /// Its catalog.
    pub(super) catalog: &'c SourceCatalog,
    /// Its section.
    pub(super) section: &'c Section,
    /// The row itself.
    pub(super) row: &'c Row,
    /// Which row of its catalog it is.
    pub(super) index: usize,
}

/// The rows of a catalog, in order.
pub(super) fn entries(catalog: &SourceCatalog) -> impl Iterator<Item = Entry<'_>> {
    let rows = catalog
        .definition
        .sections
        .iter()
        .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    rows.enumerate().map(|(index, (section, row))| Entry {
        catalog,
        section,
        row,
        index,
    })
}
