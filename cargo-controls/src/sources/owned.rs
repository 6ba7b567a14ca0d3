//! A definition as the catalog that the macro makes of it, for whoever writes it in another format.

use controls_core::Fingerprint;
use controls_document::{Answer, Place, links, resolve};
use controls_dsl::{
    Definition, Row, RowAnswer, Section, StringLiteral, catalog_fingerprint, plain_name,
    row_fingerprint,
};
use controls_oscal::{
    OwnedAnswer, OwnedCatalog, OwnedLink, OwnedPosition, OwnedProperty, OwnedRecord, OwnedSection,
};

use super::catalog::SourceCatalog;

/// The catalog. What the document alone says, its date and where its rows are, is known if there's nothing wrong with it.
pub(crate) fn owned(catalog: &SourceCatalog) -> OwnedCatalog {
    let held = catalog.held.as_ref();
    let date = held.and_then(|held| held.date.clone());
    let places = held.map_or(&[][..], |held| &held.places);
    owned_definition(&catalog.definition, date, places)
}

/// The same of a definition, with the date of its document, and with the place of each of its rows that is in there.
pub(crate) fn owned_definition(
    definition: &Definition,
    date: Option<String>,
    places: &[Option<Place>],
) -> OwnedCatalog {
    let published = text(definition.published.as_ref());
    let mut places = places.iter();
    let sections = definition.sections.iter().map(|section| OwnedSection {
        name: plain_name(&section.name),
        group: section.headings_above().map(str::to_owned).collect(),
        title: section.title.value.clone(),
        records: section
            .rows
            .iter()
            .map(|row| {
                let place = places.next().copied().flatten();
                record(section, row, published.as_deref(), place)
            })
            .collect(),
    });
    OwnedCatalog {
        name: plain_name(&definition.name),
        document: text(definition.document.as_ref()),
        heading: text(definition.heading.as_ref()),
        date,
        fingerprint: Fingerprint::from_bits(catalog_fingerprint(definition)),
        sections: sections.collect(),
        published,
    }
}

fn record(
    section: &Section,
    row: &Row,
    published: Option<&str>,
    place: Option<Place>,
) -> OwnedRecord {
    let (notes, documentation) = (text(row.notes()), text(row.documentation()));
    let linked = [&notes, &documentation].into_iter().flatten();
    let all_links = linked.flat_map(|text| links(text));
    let properties = row.properties();
    let properties = properties.map(|(name, value)| OwnedProperty {
        name: name.value.clone(),
        value: value.value.clone(),
    });
    OwnedRecord {
        id: row.id().to_owned(),
        name: plain_name(&row.name),
        label: text(row.label()),
        title: row.title.value.clone(),
        answer: row.answer.as_ref().map(RowAnswer::answer).map(answer),
        properties: properties
            .filter(|property| !property.value.is_empty())
            .collect(),
        links: all_links
            .map(|link| OwnedLink {
                text: link.text.to_owned(),
                target: link.target.to_owned(),
                url: resolve(published.unwrap_or_default(), link.target),
            })
            .collect(),
        formerly: row.formerly().map(|text| text.value.clone()).collect(),
        alias: row.alias().map(|text| text.value.clone()).collect(),
        position: place.map(|place| OwnedPosition {
            line: place.line,
            column: place.column,
        }),
        fingerprint: Fingerprint::from_bits(row_fingerprint(section, row)),
        notes,
        documentation,
        withdrawn: row.is_withdrawn(),
        evidence: Vec::new(),
    }
}

fn answer(answer: Answer<'_>) -> OwnedAnswer {
    match answer {
        Answer::Yes => OwnedAnswer::Yes,
        Answer::No => OwnedAnswer::No,
        Answer::NotApplicable => OwnedAnswer::NotApplicable,
        Answer::Unanswered => OwnedAnswer::Unanswered,
        Answer::Qualified(text) => OwnedAnswer::Qualified(text.to_owned()),
    }
}

/// A text, unless there's nothing in it.
fn text(literal: Option<&StringLiteral>) -> Option<String> {
    let text = literal.map(|literal| literal.value.clone());
    text.filter(|text| !text.is_empty())
}
