//! All there is to know of one control, before it's shown.

use controls_document::{Answer, Place, links, resolve};
use controls_dsl::{Drift, RowAnswer, Source, StringLiteral, plain_name as plain};
use proc_macro2::Span;

use super::{
    entry::Entry,
    position::SourcePosition,
    uses::{Use, Uses},
};
use crate::{sources::SourceCatalog, traced::model::TracedControl};

/// A control.
pub(super) struct Explanation<'c> {
    pub(super) catalog: &'c SourceCatalog,
    /// The variant.
    pub(super) variant: String,
    pub(super) id: &'c str,
    /// The headings above its section, outermost first.
    pub(super) group: Vec<&'c str>,
    /// The heading that it is under.
    pub(super) section: &'c str,
    /// The document's own number or code; empty where there is none.
    pub(super) label: &'c str,
    pub(super) title: &'c str,
    /// `None` in a catalog without answers.
    pub(super) answer: Option<Answer<'c>>,
    /// As Markdown; empty where there are none.
    pub(super) notes: &'c str,
    /// As Markdown; empty where there is none.
    pub(super) documentation: &'c str,
    /// What further columns say, by their headings.
    pub(super) properties: Vec<(&'c str, &'c str)>,
    /// The links in notes and documentation.
    pub(super) links: Vec<ResolvedLink<'c>>,
    /// Earlier ids and titles.
    pub(super) formerly: Vec<&'c str>,
    pub(super) alias: Vec<&'c str>,
    /// Where the variant is in the definition.
    pub(super) definition: SourcePosition,
    /// The document, and where in it the title is; `None` for a row that isn't there.
    pub(super) document: Option<(&'c Source, Place)>,
    /// How the row and its document differ.
    pub(super) drifts: Vec<&'c Drift>,
    pub(super) uses: &'c [Use],
    /// What code does for it.
    pub(super) traced: &'c TracedControl<'c>,
}

/// A link.
pub(super) struct ResolvedLink<'c> {
    pub(super) text: &'c str,
    /// As written.
    pub(super) target: &'c str,
    /// Where it leads from the published document; `None` if nobody knows where that is.
    pub(super) url: Option<String>,
}

impl<'c> Explanation<'c> {
    /// What is known of a row.
    pub(super) fn of(
        entry: &Entry<'c>,
        uses: &'c Uses,
        traced: &'c TracedControl<'c>,
    ) -> Explanation<'c> {
        let Entry {
            catalog,
            section,
            row,
            control,
        } = *entry;
        let variant = plain(&row.name);
        let value = |text: Option<&'c StringLiteral>| text.map_or("", |text| &*text.value);
        let (notes, documentation) = (value(row.notes()), value(row.documentation()));
        let published = value(catalog.definition.published.as_ref());
        let linked = [notes, documentation].into_iter().flat_map(links);
        let held = catalog.held.as_ref();
        Explanation {
            catalog,
            id: row.id(),
            group: section.headings_above().collect(),
            section: &section.title.value,
            label: value(row.label()),
            title: &row.title.value,
            answer: row.answer.as_ref().map(RowAnswer::answer),
            notes,
            documentation,
            properties: row
                .properties()
                .map(|(name, text)| (&*name.value, &*text.value))
                .collect(),
            links: linked
                .map(|link| ResolvedLink {
                    text: link.text,
                    target: link.target,
                    url: resolve(published, link.target),
                })
                .collect(),
            formerly: row.formerly().map(|text| &*text.value).collect(),
            alias: row.alias().map(|text| &*text.value).collect(),
            definition: SourcePosition::of(&catalog.found.file, row.name.span().byte_range().start),
            document: held.and_then(|held| Some((&held.source, (*held.places.get(control.row)?)?))),
            drifts: held.map_or_else(Vec::new, |held| drifts_of(entry, &held.drifts)),
            uses: uses.of_variant(&catalog.name, &variant),
            traced,
            variant,
        }
    }
}

/// The differences of this row: those that are shown at one of the row's tokens, or at the heading of its section,
/// which is part of what the row says.
fn drifts_of<'c>(entry: &Entry<'c>, drifts: &'c [Drift]) -> Vec<&'c Drift> {
    if drifts.is_empty() {
        return Vec::new();
    }
    let start = |span: Span| span.byte_range().start;
    let heading = start(entry.section.title.span());
    let begin = start(entry.row.name.span());
    // The row ends where the next one, or the next section, begins.
    let sections = &entry.catalog.definition.sections;
    let names = sections.iter().flat_map(|of| {
        [&of.name]
            .into_iter()
            .chain(of.rows.iter().map(|row| &row.name))
    });
    let end = names
        .map(|name| start(name.span()))
        .filter(|next| *next > begin)
        .min()
        .unwrap_or(usize::MAX);
    let concerns = |at: usize| (begin..end).contains(&at) || at == heading;
    drifts
        .iter()
        .filter(|drift| concerns(start(drift.span)))
        .collect()
}
