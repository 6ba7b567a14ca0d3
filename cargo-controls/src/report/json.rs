//! Results for programs. The keys, and their order, are stable.

mod diff;
mod history;

use controls_document::{Control, Document, Remark, Section};
use controls_dsl::Source;
use serde::Serialize;

use crate::check::{Catalog, Checked, Difference};

pub(crate) use diff::diff;
pub(crate) use history::history;

/// The catalogs that could be checked.
pub(crate) fn check(catalogs: &[Catalog]) -> String {
    pretty(&CatalogsJson {
        catalogs: catalogs.iter().map(CatalogJson::of).collect(),
    })
}

/// What is read of a document.
pub(crate) fn reading(source: &Source, document: &Document<'_>) -> String {
    pretty(&ReadingJson {
        path: &source.path,
        title: document.title.as_deref(),
        date: document.date.as_deref(),
        sections: document
            .sections
            .iter()
            .map(|section| SectionJson::of(section, document))
            .collect(),
        remarks: document.remarks.iter().map(RemarkJson::of).collect(),
    })
}

/// What stands for a document that can't be read.
pub(crate) fn nothing() -> String {
    pretty(&())
}

/// The value, and the end of its last line.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Fails only for keys that aren't text, and ours are the names of fields.
    let text = serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned());
    text + "\n"
}

#[derive(Serialize)]
struct CatalogsJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
struct CatalogJson<'a> {
    name: &'a str,
    definition: &'a str,
    line: usize,
    document: Option<&'a str>,
    controls: usize,
    sections: usize,
    drifts: Vec<DriftJson<'a>>,
    remarks: Vec<RemarkJson>,
}

impl<'a> CatalogJson<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let (document, differences, remarks) = match &catalog.checked {
            Some(Checked {
                document,
                differences,
                remarks,
            }) => (Some(&**document), &differences[..], &remarks[..]),
            None => (None, &[][..], &[][..]),
        };
        CatalogJson {
            name: &catalog.name,
            definition: &catalog.file,
            line: catalog.line,
            document,
            controls: catalog.controls,
            sections: catalog.sections,
            drifts: differences.iter().map(DriftJson::of).collect(),
            remarks: remarks.iter().map(RemarkJson::of).collect(),
        }
    }
}

/// A difference. Line and column are those of the document.
#[derive(Serialize)]
struct DriftJson<'a> {
    kind: &'static str,
    title: Option<&'a str>,
    section: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    line: u32,
    column: u32,
    message: &'a str,
}

impl<'a> DriftJson<'a> {
    fn of(difference: &'a Difference) -> Self {
        DriftJson {
            kind: difference.kind.name(),
            title: difference.title.as_deref(),
            section: &difference.section,
            old: difference.old.as_deref(),
            new: difference.new.as_deref(),
            line: difference.place.line,
            column: difference.place.column,
            message: &difference.message,
        }
    }
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    path: &'a str,
    title: Option<&'a str>,
    date: Option<&'a str>,
    sections: Vec<SectionJson<'a>>,
    remarks: Vec<RemarkJson>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    title: &'a str,
    headings: Vec<&'a str>,
    line: u32,
    controls: Vec<ControlJson<'a>>,
}

impl<'a> SectionJson<'a> {
    fn of(section: &'a Section<'a>, document: &'a Document<'a>) -> Self {
        let headings = section
            .groups
            .iter()
            .filter_map(|at| document.headings.get(*at));
        SectionJson {
            title: &section.title,
            headings: headings.map(|heading| &*heading.title).collect(),
            line: section.place.line,
            controls: section.controls.iter().map(ControlJson::of).collect(),
        }
    }
}

/// A row. Line and column are those of its title.
#[derive(Serialize)]
struct ControlJson<'a> {
    title: &'a str,
    answer: &'a str,
    verdict: &'static str,
    notes: &'a str,
    documentation: &'a str,
    line: u32,
    column: u32,
}

impl<'a> ControlJson<'a> {
    fn of(control: &'a Control<'a>) -> Self {
        ControlJson {
            title: &control.title.text,
            answer: &control.answer.text,
            verdict: control.answer().verdict(),
            notes: &control.notes.text,
            documentation: &control.documentation.text,
            line: control.title.place().line,
            column: control.title.place().column,
        }
    }
}

#[derive(Serialize)]
struct RemarkJson {
    line: u32,
    column: u32,
    message: String,
}

impl RemarkJson {
    fn of(remark: &Remark) -> Self {
        RemarkJson {
            line: remark.place.line,
            column: remark.place.column,
            message: remark.message.to_string(),
        }
    }
}
