//! The history of a document as a table, and below it what happened in each edition.

use annotate_snippets::normalize_untrusted_str;
use anstyle::Style;
use controls_document::Kind;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{
    editions::Label,
    follow::{Answered, Event, Track},
    groups::Group,
    model::History,
};
use crate::show::{
    text::{STRONG, counted, text},
    words::{marked, pieces},
};

/// How many columns of a title are shown. The table is to be read at a glance.
const TITLE: usize = 48;
/// Shown for an edition that doesn't have the control.
const ABSENT: &str = "·";
const FAINT: Style = Style::new().dimmed();

/// What follows an answer, and what it means.
const MARKS: [(&str, &str); 5] = [
    ("~", "retitled"),
    ("~?", "perhaps retitled"),
    (">", "moved to another section"),
    ("!", "another answer"),
    ("*", "other notes or documentation"),
];

/// The table, its legend, and each change in words.
pub(super) fn history(history: &History) -> String {
    let widths = widths(history);
    let (controls, editions) = (history.tracks.len(), history.editions.len());
    let mut lines = vec![
        format!(
            "{} in {}",
            counted(controls, "control"),
            counted(editions, "edition")
        ),
        String::new(),
    ];
    let names: Vec<String> = history
        .editions
        .iter()
        .map(|label| shown(&label.name))
        .collect();
    lines.push(row(
        &format!("{STRONG}{STRONG:#}"),
        0,
        &padded(&names, &widths, STRONG),
    ));
    if history.editions.iter().any(|label| label.also.is_some()) {
        let dates: Vec<String> = history
            .editions
            .iter()
            .map(|label| shown(label.also.as_deref().unwrap_or_default()))
            .collect();
        lines.push(row("", 0, &padded(&dates, &widths, Style::new())));
    }
    for group in &history.groups {
        lines.extend([String::new(), heading(group, history)]);
        for track in &group.tracks {
            lines.push(of_track(&history.tracks[*track], &widths));
        }
    }
    lines.extend(legend(history));
    for (edition, label) in history.editions.iter().enumerate().skip(1) {
        let happened: Vec<String> = in_words(history, edition).collect();
        if !happened.is_empty() {
            lines.extend([
                String::new(),
                format!("{STRONG}{}{STRONG:#}", shown(&label.name)),
            ]);
            lines.extend(happened);
        }
    }
    text(&lines)
}

fn widths(history: &History) -> Vec<usize> {
    let of_edition = |(at, label): (usize, &Label)| {
        let labels = [
            shown(&label.name),
            shown(label.also.as_deref().unwrap_or_default()),
        ];
        let cells = history.tracks.iter().map(|track| cell(track, at).0);
        labels
            .into_iter()
            .chain(cells)
            .map(|text| text.width())
            .max()
            .unwrap_or(0)
    };
    history
        .editions
        .iter()
        .enumerate()
        .map(of_edition)
        .collect()
}

fn padded(texts: &[String], widths: &[usize], style: Style) -> Vec<String> {
    let padded = |(text, width): (&String, &usize)| {
        format!(
            "{style}{text}{style:#}{}",
            " ".repeat(width.saturating_sub(text.width()))
        )
    };
    texts.iter().zip(widths).map(padded).collect()
}

/// A line of the table; `title` takes `width` columns.
fn row(title: &str, width: usize, cells: &[String]) -> String {
    let line = format!(
        "  {title}{}  {}",
        " ".repeat(TITLE.saturating_sub(width)),
        cells.join("  ")
    );
    line.trim_end().to_owned()
}

fn heading(group: &Group, history: &History) -> String {
    let mut line = format!("{STRONG}{}{STRONG:#}", shown(&group.title));
    if !group.formerly.is_empty() {
        let titles: Vec<String> = group.formerly.iter().map(|title| shown(title)).collect();
        line.extend([" (before: ", &titles.join(", "), ")"]);
    }
    if let Some(label) = group.until.and_then(|until| history.editions.get(until)) {
        line.extend([" (until ", &shown(&label.name), ")"]);
    }
    line
}

fn of_track(track: &Track, widths: &[usize]) -> String {
    let title = cut(&shown(&track.title));
    let cells: Vec<String> = widths
        .iter()
        .enumerate()
        .map(|(edition, width)| {
            let (text, style) = cell(track, edition);
            format!(
                "{style}{text}{style:#}{}",
                " ".repeat(width.saturating_sub(text.width()))
            )
        })
        .collect();
    row(&title, title.width(), &cells)
}

/// The content of one cell of the table.
fn cell(track: &Track, edition: usize) -> (String, Style) {
    let Some(Some(answer)) = track.answers.get(edition) else {
        return (ABSENT.to_owned(), FAINT);
    };
    let answer = match answer {
        Answered::Yes => "Yes",
        Answered::No => "No",
        Answered::NotApplicable => "N/A",
        Answered::Unanswered => "open",
        Answered::Qualified(_) => "qual.",
    };
    let mut marks: Vec<&str> = track.events_in(edition).filter_map(mark).collect();
    marks.dedup();
    let style = if marks.is_empty() {
        Style::new()
    } else {
        STRONG
    };
    (
        if marks.is_empty() {
            answer.to_owned()
        } else {
            format!("{answer} {}", marks.concat())
        },
        style,
    )
}

fn mark(event: &Event) -> Option<&'static str> {
    match event.kind {
        Kind::Retitled if event.certain => Some("~"),
        Kind::Retitled => Some("~?"),
        Kind::Section if !event.is_rename => Some(">"),
        Kind::Answer => Some("!"),
        Kind::Notes | Kind::Documentation => Some("*"),
        _ => None,
    }
}

/// What the marks mean that appear in the table.
fn legend(history: &History) -> Vec<String> {
    let cells = || history.tracks.iter().flat_map(|track| &track.answers);
    let mut parts = Vec::new();
    if cells().any(Option::is_none) {
        parts.push(format!("{ABSENT} not there"));
    }
    if cells()
        .flatten()
        .any(|answer| matches!(answer, Answered::Qualified(_)))
    {
        parts.push("qual. in words of its own".to_owned());
    }
    let events = || history.tracks.iter().flat_map(|track| &track.events);
    let used = MARKS
        .iter()
        .filter(|(sign, _)| events().filter_map(mark).any(|mark| mark == *sign));
    parts.extend(used.map(|(sign, meaning)| format!("{sign} {meaning}")));
    if parts.is_empty() {
        Vec::new()
    } else {
        vec![
            String::new(),
            format!("{FAINT}{}{FAINT:#}", parts.join(", ")),
        ]
    }
}

/// What was added, was removed, moved, or has another title or answer in an edition.
fn in_words(history: &History, edition: usize) -> impl Iterator<Item = String> {
    let tracks = history
        .groups
        .iter()
        .flat_map(|group| &group.tracks)
        .map(|track| &history.tracks[*track]);
    tracks.flat_map(move |track| {
        track
            .events_in(edition)
            .filter_map(move |event| sentence(track, event))
    })
}

fn sentence(track: &Track, event: &Event) -> Option<String> {
    let title = shown(&track.title);
    let old = shown(event.old.as_deref().unwrap_or_default());
    let new = shown(event.new.as_deref().unwrap_or_default());
    let changed = || {
        let [old, new] = [&event.old, &event.new].map(|text| text.as_deref().unwrap_or_default());
        marked(&pieces(old, new), shown)
    };
    Some(match event.kind {
        Kind::Added
            if track
                .events
                .first()
                .is_some_and(|first| first.edition < event.edition) =>
        {
            format!("  is back   {new}")
        }
        Kind::Added => format!("  added     {new}"),
        Kind::Removed => format!("  removed   {old}"),
        Kind::Retitled if event.certain => format!("  retitled  {}", changed()),
        Kind::Retitled => format!("  retitled? {}", changed()),
        Kind::Section if !event.is_rename => format!("  moved     {title}: from {old} to {new}"),
        Kind::Answer => format!("  answer    {title}: {old} -> {new}"),
        _ => return None,
    })
}

/// A title of at most so many columns.
fn cut(title: &str) -> String {
    if title.width() <= TITLE {
        return title.to_owned();
    }
    let mut out = String::new();
    let mut width = 0;
    for c in title.chars() {
        width += c.width().unwrap_or(0);
        if width >= TITLE {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

/// A text of a document without what a terminal would take as an order.
fn shown(text: &str) -> String {
    normalize_untrusted_str(text)
}
