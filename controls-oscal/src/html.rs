//! A catalog as a page: one file without scripts that loads nothing, and can be filtered and printed.

use askama::Template;
use controls_document::{located_links, resolve};

use crate::{
    catalog::{OwnedCatalog, OwnedRecord, OwnedSection},
    error::ExportError,
    visible::visible,
};

/// The page. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "catalog.html")]
struct Page {
    heading: String,
    published: Option<String>,
    date: Option<String>,
    /// The kinds of answers that there are, with how many controls have one of them.
    kinds: Vec<(&'static str, &'static str, usize)>,
    count: usize,
    is_answered: bool,
    sections: Vec<SectionView>,
}

struct SectionView {
    title: String,
    controls: Vec<ControlView>,
}

struct ControlView {
    id: String,
    label: String,
    title: Vec<Piece>,
    is_withdrawn: bool,
    kind: &'static str,
    answer: Vec<Piece>,
    said: Vec<Said>,
}

/// What a cell says, under the name that it has where it isn't the notes.
struct Said {
    name: String,
    text: Vec<Piece>,
}

/// A stretch of text, or a link.
struct Piece {
    text: String,
    url: Option<String>,
}

/// The kinds of answers, as the names of their variants and in words.
const KINDS: [(&str, &str); 5] = [
    ("yes", "yes"),
    ("no", "no"),
    ("qualified", "in other words"),
    ("not-applicable", "not applicable"),
    ("unanswered", "unanswered"),
];

/// The catalog as a page.
pub(crate) fn html(catalog: &OwnedCatalog) -> Result<String, ExportError> {
    let published = catalog.published.as_deref().unwrap_or_default();
    let count = |kind: &str| {
        let answers = catalog
            .records()
            .filter_map(|record| record.answer.as_ref());
        answers.filter(|answer| answer.kind() == kind).count()
    };
    let kinds = KINDS.map(|(kind, words)| (kind, words, count(kind)));
    let page = Page {
        heading: visible(&catalog.name),
        published: resolve("", published).map(|url| visible(&url)),
        date: catalog.date.as_deref().map(visible),
        kinds: kinds.into_iter().filter(|(.., count)| *count > 0).collect(),
        count: catalog.records().count(),
        is_answered: catalog.has_answers(),
        sections: catalog
            .sections
            .iter()
            .map(|section| SectionView::of(section, published))
            .collect(),
    };
    page.render()
        .map_err(|error| ExportError::Unwritable(error.into()))
}

impl SectionView {
    fn of(section: &OwnedSection, published: &str) -> Self {
        let records = section.records.iter();
        SectionView {
            title: visible(&section.path()),
            controls: records
                .map(|record| ControlView::of(record, published))
                .collect(),
        }
    }
}

impl ControlView {
    fn of(record: &OwnedRecord, published: &str) -> Self {
        let said = |name: &str, text: &str| Said {
            name: visible(name),
            text: pieces(text, published),
        };
        let notes = record.notes.iter().map(|text| said("", text));
        let documentation = record.documentation.iter();
        let properties = record.properties.iter();
        ControlView {
            id: visible(&record.id),
            label: record.label.as_deref().map(visible).unwrap_or_default(),
            title: pieces(&record.title, published),
            is_withdrawn: record.withdrawn,
            kind: record.answer.as_ref().map_or("", |answer| answer.kind()),
            answer: pieces(
                record.answer.as_ref().map_or("", |answer| answer.text()),
                published,
            ),
            said: notes
                .chain(documentation.map(|text| said("Documentation", text)))
                .chain(properties.map(|property| said(&property.name, &property.value)))
                .collect(),
        }
    }
}

/// A cell as text with links that lead somewhere.
fn pieces(markdown: &str, published: &str) -> Vec<Piece> {
    let piece = |text: &str, url| Piece {
        text: visible(&broken(text)),
        url,
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for (range, link) in located_links(markdown) {
        pieces.push(piece(&markdown[at..range.start], None));
        pieces.push(piece(link.text, resolve(published, link.target)));
        at = range.end;
    }
    pieces.push(piece(&markdown[at..], None));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The text with an end of line wherever its markup says so.
fn broken(text: &str) -> String {
    ["<br>", "<br/>", "<br />"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, "\n"))
}
