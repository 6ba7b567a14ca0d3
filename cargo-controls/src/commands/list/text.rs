//! A list for people: a table of each section that is as wide as the terminal at most.

use controls_document::{heading_path, plain_text};
use unicode_width::UnicodeWidthStr;

use super::model::{Listed, ListedControl};
use crate::show::{
    text::{STRONG, counted, plain, text},
    titles::cut,
    wrap::wrapped,
};

/// Between two columns, and before the first.
const GAP: &str = "  ";
/// How much is shown of an answer in words of its own.
const ANSWER: usize = 24;
/// The room for a title at least. Where it's less, titles have lines of their own.
const TITLE: usize = 24;

/// All catalogs.
pub(super) fn list(catalogs: &[Listed<'_>], width: Option<usize>) -> String {
    let mut lines = Vec::new();
    for catalog in catalogs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrapped(&heading(catalog), width, 4));
        let table = Table::of(catalog, width);
        for section in &catalog.sections {
            lines.push(String::new());
            let path = heading_path(section.group.iter().chain([&section.title]));
            let title = format!("{STRONG}{}{STRONG:#}", plain(&path));
            lines.extend(wrapped(&title, width, 4));
            for control in &section.controls {
                lines.extend(table.lines(control));
            }
        }
    }
    text(&lines)
}

fn heading(catalog: &Listed<'_>) -> String {
    let Listed {
        name,
        package,
        count,
        ..
    } = catalog;
    let shown = catalog.controls().count();
    let count = match counted(*count, "control") {
        all if shown == *count => all,
        all if shown == 0 => format!("none of {all}"),
        all => format!("{shown} of {all}"),
    };
    format!("{STRONG}{name}{STRONG:#} of {package}: {count}")
}

/// How wide the columns of a catalog are.
struct Table {
    ids: usize,
    /// 0 where nothing has a label.
    labels: usize,
    /// 0 where nothing has an answer.
    answers: usize,
    width: Option<usize>,
}

impl Table {
    fn of(catalog: &Listed<'_>, width: Option<usize>) -> Table {
        let widest = |of: fn(&ListedControl<'_>) -> usize| {
            catalog.controls().map(of).max().unwrap_or_default()
        };
        Table {
            ids: widest(|control| plain(control.id).width()),
            labels: widest(|control| plain(control.label).width()),
            answers: widest(|control| answer(control).width()),
            width,
        }
    }

    /// A control: on one line, if there's room enough for titles.
    fn lines(&self, control: &ListedControl<'_>) -> Vec<String> {
        let cells = [
            (plain(control.id), self.ids),
            (plain(control.label), self.labels),
            (answer(control), self.answers),
        ];
        let mut line = String::new();
        let mut used = 0;
        for (cell, width) in cells.iter().filter(|(_, width)| *width > 0) {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            line.extend([GAP, cell, &blanks]);
            used += GAP.len() + width;
        }
        let mut title = plain(&plain_text(control.title));
        if control.is_withdrawn {
            title.push_str(" (withdrawn)");
        }
        let room = self
            .width
            .map(|width| width.saturating_sub(used + GAP.len()));
        match room {
            Some(room) if room < TITLE => {
                let mut lines = wrapped(line.trim_end(), self.width, 4);
                let title = format!("    {title}");
                lines.extend(wrapped(&title, self.width, 4));
                lines
            }
            _ => {
                let mut lines = wrapped(&title, room, 0);
                for (at, title) in lines.iter_mut().enumerate() {
                    let before = if at == 0 { &line } else { &" ".repeat(used) };
                    *title = format!("{before}{GAP}{title}");
                }
                lines
            }
        }
    }
}

/// The answer, of a text in words of its own the beginning; empty in a catalog without answers.
fn answer(control: &ListedControl<'_>) -> String {
    let answer = plain(control.answer.map_or("", controls_document::Answer::text));
    let shown = cut([&*answer], ANSWER).remove(&*answer);
    shown.unwrap_or_default()
}
