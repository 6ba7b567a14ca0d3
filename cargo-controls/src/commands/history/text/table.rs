//! The table: a row for each control, a column for each edition.

use std::{collections::HashMap, ops::Range};

use anstyle::Style;
use controls_document::Kind;
use unicode_width::UnicodeWidthStr;

use crate::{
    commands::history::{
        editions::number,
        follow::{Event, Said, Track},
        groups::Group,
        model::History,
    },
    show::{
        answer::{self, ABSENT, PRESENT, short},
        text::{STRONG, plain},
        titles::cut,
        wrap::wrapped,
    },
};

/// How many columns of a title are shown. The table is to be read at a glance.
const TITLE: usize = 48;
/// How many are shown at least before the editions are distributed to several tables.
const SHORT_TITLE: usize = 24;
/// Between two columns.
const GAP: &str = "  ";
const FAINT: Style = Style::new().dimmed();

/// What follows an answer, and what it means.
const MARKS: [(&str, &str); 8] = [
    ("#", "another label"),
    ("##", "another label, because its own names another control"),
    ("~", "retitled"),
    ("~?", "perhaps retitled"),
    (">", "moved to another section"),
    ("!", "another answer"),
    ("*", "other notes or documentation"),
    ("^", "another property"),
];

/// The table, or several of them where a line has no room for all editions, and what their signs mean.
pub(super) fn table(history: &History<'_>, width: Option<usize>) -> Vec<String> {
    let layout = Layout::of(history, width);
    let mut lines = Vec::new();
    for block in &layout.blocks {
        let numbers: Vec<String> = block
            .clone()
            .map(|edition| {
                let number = number(edition);
                padded(&number, number.width(), STRONG, layout.columns[edition])
            })
            .collect();
        lines.extend([String::new(), layout.row("", &numbers)]);
        for group in &history.groups {
            lines.push(String::new());
            lines.extend(wrapped(&heading(group), width, 4));
            for track in &group.tracks {
                lines.push(layout.track(&history.tracks[*track], block.clone()));
            }
        }
    }
    if let Some(legend) = legend(history) {
        lines.push(String::new());
        let legend = wrapped(&legend, width, 0).into_iter();
        lines.extend(legend.map(|line| format!("{FAINT}{line}{FAINT:#}")));
    }
    lines
}

/// How wide everything is.
struct Layout {
    /// The titles as they are shown, by the whole ones.
    titles: HashMap<String, String>,
    /// The room for a title.
    title: usize,
    /// The room for each edition.
    columns: Vec<usize>,
    /// The editions of each table.
    blocks: Vec<Range<usize>>,
}

impl Layout {
    fn of(history: &History<'_>, width: Option<usize>) -> Layout {
        let editions = history.editions.len();
        let columns: Vec<usize> = (0..editions)
            .map(|at| {
                let cells = history.tracks.iter().map(|track| cell(track, at).0);
                let widths = cells.chain([number(at)]).map(|text| text.width());
                widths.max().unwrap_or(0)
            })
            .collect();
        let whole = history.tracks.iter().map(|track| plain(&track.named()));
        let whole: Vec<String> = whole.collect();
        let longest = whole.iter().map(|title| title.width()).max().unwrap_or(0);
        let wanted = longest.min(TITLE);
        let all: usize = columns.iter().map(|column| GAP.len() + column).sum();
        let title = match width {
            None => wanted,
            Some(width) => wanted.min(
                width
                    .saturating_sub(GAP.len() + all)
                    .max(SHORT_TITLE.min(width / 2)),
            ),
        };
        let room = width.map_or(usize::MAX, |width| width.saturating_sub(GAP.len() + title));
        Layout {
            titles: cut(whole.iter().map(|title| &**title), title)
                .into_iter()
                .map(|(whole, cut)| (whole.to_owned(), cut))
                .collect(),
            title,
            blocks: blocks(&columns, room),
            columns,
        }
    }

    fn track(&self, track: &Track<'_>, block: Range<usize>) -> String {
        let cells: Vec<String> = block
            .map(|edition| {
                let (text, style) = cell(track, edition);
                padded(&text, text.width(), style, self.columns[edition])
            })
            .collect();
        let title = self.titles.get(&plain(&track.named()));
        self.row(title.map_or("", |title| title), &cells)
    }

    fn row(&self, title: &str, cells: &[String]) -> String {
        let title = padded(title, title.width(), Style::new(), self.title);
        let line = format!("{GAP}{title}{GAP}{}", cells.join(GAP));
        line.trim_end().to_owned()
    }
}

/// As many editions for each table as there is room for, one at least.
fn blocks(columns: &[usize], room: usize) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut used = 0;
    for (at, column) in columns.iter().enumerate() {
        let column = GAP.len() + column;
        match blocks.last_mut() {
            Some(block) if used + column <= room => {
                block.end = at + 1;
                used += column;
            }
            _ => {
                blocks.push(at..at + 1);
                used = column;
            }
        }
    }
    blocks
}

fn padded(text: &str, width: usize, style: Style, room: usize) -> String {
    format!(
        "{style}{text}{style:#}{}",
        " ".repeat(room.saturating_sub(width))
    )
}

fn heading(group: &Group) -> String {
    let mut line = format!("{STRONG}{}{STRONG:#}", plain(&group.title));
    if !group.formerly.is_empty() {
        let titles: Vec<String> = group.formerly.iter().map(|title| plain(title)).collect();
        line.extend([" (before: ", &titles.join(", "), ")"]);
    }
    if let Some(until) = group.until {
        line.extend([" (until edition ", &number(until), ")"]);
    }
    line
}

/// The content of one cell.
fn cell(track: &Track<'_>, edition: usize) -> (String, Style) {
    let said = track.answers.get(edition).copied().unwrap_or_default();
    let answer = sign(said);
    if said == Said::Absent {
        return (answer.to_owned(), FAINT);
    }
    let mut marks: Vec<&str> = track.events_in(edition).filter_map(mark).collect();
    marks.dedup();
    if marks.is_empty() {
        (answer.to_owned(), Style::new())
    } else {
        (format!("{answer} {}", marks.concat()), STRONG)
    }
}

/// What is shown of what an edition says.
fn sign(said: Said<'_>) -> &'static str {
    match said {
        Said::Absent => ABSENT,
        Said::Present => PRESENT,
        Said::Answered(answer) => short(answer),
    }
}

fn mark(event: &Event<'_>) -> Option<&'static str> {
    match event.kind {
        Kind::Retitled if event.certain => Some("~"),
        Kind::Retitled => Some("~?"),
        Kind::Section if !event.is_rename => Some(">"),
        Kind::Answer => Some("!"),
        Kind::Recycled => Some("##"),
        Kind::Label => Some("#"),
        Kind::Notes | Kind::Documentation => Some("*"),
        Kind::Property => Some("^"),
        _ => None,
    }
}

/// What the marks mean that appear in the table.
fn legend(history: &History<'_>) -> Option<String> {
    let cells = history.tracks.iter().flat_map(|track| &track.answers);
    let mut parts = answer::legend(cells.map(|said| sign(*said)));
    let events = || history.tracks.iter().flat_map(|track| &track.events);
    let used = MARKS
        .iter()
        .filter(|(sign, _)| events().filter_map(mark).any(|mark| mark == *sign));
    parts.extend(used.map(|(sign, meaning)| format!("{sign} {meaning}")));
    (!parts.is_empty()).then(|| parts.join(", "))
}
