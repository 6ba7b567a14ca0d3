//! The table: a row for each control, a column for each catalog.

use controls_document::plain_text;
use unicode_width::UnicodeWidthStr;

use crate::{
    commands::matrix::model::{Matrix, Shared},
    show::{
        answer::{ABSENT, PRESENT, WITHDRAWN, legend, short},
        text::{STRONG, plain},
        titles::cut,
        wrap::wrapped,
    },
};

/// How many columns of a title are shown. The table is to be read at a glance.
const TITLE: usize = 48;
/// How many are shown at least.
const SHORT_TITLE: usize = 24;
/// Between two columns, and before the first.
const GAP: &str = "  ";

/// The table; `None` where there's no room for it.
pub(super) fn table(matrix: &Matrix<'_>, width: Option<usize>) -> Option<Vec<String>> {
    let headings = matrix.catalogs.iter().map(|of| plain(&of.heading));
    let headings: Vec<String> = headings.collect();
    let columns: Vec<usize> = (0..headings.len())
        .map(|at| {
            let cells = matrix.controls().map(|control| cell(control, at).width());
            cells.chain([headings[at].width()]).max().unwrap_or(0)
        })
        .collect();
    let titles: Vec<String> = matrix.controls().map(title).collect();
    let longest = titles.iter().map(|title| title.width()).max().unwrap_or(0);
    let used: usize = columns.iter().map(|column| GAP.len() + column).sum();
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(GAP.len() + used));
    let room = longest.min(TITLE).min(room);
    if room < longest.min(SHORT_TITLE) {
        return None;
    }
    let titles = cut(titles.iter().map(|title| &**title), room);
    let row = |title: &str, cells: Vec<String>| {
        let mut line = format!("{GAP}{}", padded(title, room));
        for (cell, column) in cells.iter().zip(&columns) {
            line.extend([GAP, &padded(cell, *column)]);
        }
        line.trim_end().to_owned()
    };
    let mut lines = vec![row("", headings)];
    for section in &matrix.sections {
        lines.push(String::new());
        let heading = format!("{STRONG}{}{STRONG:#}", plain(&section.title));
        lines.extend(wrapped(&heading, width, 4));
        for control in &section.controls {
            let cells = (0..columns.len()).map(|at| cell(control, at).to_owned());
            let title = titles.get(&*title(control));
            lines.push(row(title.map_or("", |title| title), cells.collect()));
        }
    }
    let shown = matrix
        .controls()
        .flat_map(|control| (0..columns.len()).map(|at| cell(control, at)));
    let legend = legend(shown);
    if !legend.is_empty() {
        lines.push(String::new());
        lines.extend(wrapped(&legend.join(", "), width, 0));
    }
    Some(lines)
}

fn title(control: &Shared<'_>) -> String {
    plain(&plain_text(control.title()))
}

fn cell(control: &Shared<'_>, catalog: usize) -> &'static str {
    match control.cells[catalog] {
        None => ABSENT,
        Some(cell) if cell.row.is_withdrawn() => WITHDRAWN,
        Some(cell) => cell.answer().map_or(PRESENT, short),
    }
}

fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(text.width())))
}
