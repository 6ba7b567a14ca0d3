//! What is read of a document, for programs.

use controls_document::{Answer, Control, Document, Section};
use controls_dsl::Source;
use serde::Serialize;

use crate::show::json::{InOrder, Properties, RemarkJson, Schema, results};

/// What is read of a document.
pub(super) fn reading(source: &Source, document: &Document<'_>) -> String {
    results(
        Schema::Read,
        &ReadingJson {
            path: &source.path,
            title: document.title.as_deref(),
            date: document.date.as_deref(),
            sections: document
                .sections
                .iter()
                .map(|section| SectionJson::of(section, document))
                .collect(),
            remarks: document.remarks.iter().map(RemarkJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReadingJson<'a> {
    path: &'a str,
    title: Option<&'a str>,
    date: Option<&'a str>,
    sections: Vec<SectionJson<'a>>,
    remarks: Vec<RemarkJson>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ControlJson<'a> {
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<&'a str>,
    verdict: Option<&'static str>,
    notes: &'a str,
    documentation: &'a str,
    properties: Properties<'a>,
    line: u32,
    column: u32,
}

impl<'a> ControlJson<'a> {
    fn of(control: &'a Control<'a>) -> Self {
        let answer = control.answer();
        let properties = control.properties.iter();
        ControlJson {
            label: control.label.as_ref().map(|label| &*label.text),
            title: &control.title.text,
            answer: answer.map(|_| &*control.answer.text),
            verdict: answer.map(Answer::verdict),
            notes: &control.notes.text,
            documentation: &control.documentation.text,
            properties: InOrder(
                properties
                    .map(|property| (&*property.name, &*property.cell.text))
                    .collect(),
            ),
            line: control.title.place().line,
            column: control.title.place().column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadingJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Read.assert_is_of::<ReadingJson<'_>>();
    }
}
