//! A matrix for a page of documentation.

use controls_document::plain_text;

use super::model::Matrix;
use crate::show::{
    markdown::{cell, escaped},
    text::harmless,
};

/// A table for each section: a row for each control, a column for each catalog.
pub(super) fn matrix(matrix: &Matrix<'_>) -> String {
    let mut out = String::new();
    for section in &matrix.sections {
        if !out.is_empty() {
            out.push('\n');
        }
        out.extend(["## ", &escaped(&section.title), "\n\n"]);
        let headings = matrix.catalogs.iter().map(|of| escaped(&of.heading));
        let headings: Vec<String> = ["Control".to_owned()].into_iter().chain(headings).collect();
        line(&mut out, &headings);
        line(&mut out, &vec!["---".to_owned(); headings.len()]);
        for control in &section.controls {
            // Links of one document lead nowhere from a page about several.
            let title = [control.title().into()].into_iter();
            let cells = title.chain(control.said());
            let cells = cells.map(|text| escaped(&plain_text(&text)));
            line(&mut out, &cells.collect::<Vec<_>>());
        }
    }
    harmless(&out)
}

fn line(out: &mut String, cells: &[String]) {
    out.push('|');
    for text in cells {
        out.extend([" ", &cell(text), " |"]);
    }
    out.push('\n');
}
