//! A matrix as a page: one file without scripts that loads nothing.

use askama::Template;
use controls_document::{Answer, plain_text};

use super::model::{Matrix, Shared};
use crate::show::html::visible;

/// The page. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "matrix.html")]
struct Page {
    catalogs: Vec<String>,
    sections: Vec<SectionView>,
    count: usize,
}

struct SectionView {
    title: String,
    controls: Vec<ControlView>,
}

struct ControlView {
    id: String,
    title: String,
    cells: Vec<CellView>,
}

struct CellView {
    kind: &'static str,
    text: String,
}

/// The page.
pub(super) fn matrix(matrix: &Matrix<'_>) -> Result<String, askama::Error> {
    let sections = matrix.sections.iter();
    let page = Page {
        catalogs: matrix
            .catalogs
            .iter()
            .map(|of| visible(&of.heading))
            .collect(),
        sections: sections
            .map(|section| SectionView {
                title: visible(&plain_text(&section.title)),
                controls: section.controls.iter().map(ControlView::of).collect(),
            })
            .collect(),
        count: matrix.controls().count(),
    };
    page.render()
}

impl ControlView {
    fn of(control: &Shared<'_>) -> Self {
        let kinds = control.cells.iter().map(|cell| match cell {
            None => "absent",
            Some(cell) => cell.answer().map_or("present", kind),
        });
        ControlView {
            id: visible(control.id()),
            title: visible(&plain_text(control.title())),
            cells: kinds
                .zip(control.said())
                .map(|(kind, text)| CellView {
                    kind,
                    text: visible(&plain_text(&text)),
                })
                .collect(),
        }
    }
}

fn kind(answer: Answer<'_>) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::NotApplicable => "not-applicable",
        Answer::Unanswered => "unanswered",
        Answer::Qualified(_) => "qualified",
    }
}
