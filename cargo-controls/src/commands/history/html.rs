//! The history of a document as a page: one file without scripts that loads nothing.

mod cell;

use askama::Template;
use controls_document::Kind;

use super::{editions::EditionLabel, follow::Track, groups::Group, model::History};
use crate::{
    page::mark,
    show::{html::visible, words::Piece},
};
use cell::CellView;

/// The command whose page it is.
pub(super) const COMMAND: &str = "history";

/// The page. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    mark: String,
    title: String,
    summary: String,
    editions: Vec<EditionView>,
    groups: Vec<GroupView>,
}

struct EditionView {
    name: String,
    also: Option<String>,
}

struct GroupView {
    title: String,
    notes: Vec<String>,
    lanes: Vec<LaneView>,
}

/// A control over all editions.
struct LaneView {
    title: String,
    cells: Vec<CellView>,
}

/// The page.
pub(super) fn history(history: &History<'_>) -> Result<String, String> {
    let title = history
        .editions
        .iter()
        .rev()
        .find_map(|label| label.title.as_deref())
        .unwrap_or("Controls");
    let groups = history.groups.iter();
    let page = Page {
        mark: mark(COMMAND),
        title: visible(&format!("{title}: history")),
        summary: summary(history),
        editions: history.editions.iter().map(EditionView::of).collect(),
        groups: groups.map(|group| GroupView::of(group, history)).collect(),
    };
    page.render()
        .map_err(|error| format!("the page can't be made: {error}"))
}

/// How many controls there are, and how many of them were added, were removed, and have other answers, titles or labels.
fn summary(history: &History<'_>) -> String {
    let later = |kind: Kind| {
        let happened = |track: &&Track<'_>| {
            track
                .events
                .iter()
                .any(|event| event.kind == kind && event.edition > 0)
        };
        history.tracks.iter().filter(happened).count()
    };
    let recycled = match later(Kind::Recycled) {
        0 => String::new(),
        count => format!(", {count} with a label that names another control since"),
    };
    format!(
        "Controls: {}. Editions: {}. Since the first edition: {} added, {} removed, {} answered differently, {} retitled{recycled}.",
        history.tracks.len(),
        history.editions.len(),
        later(Kind::Added),
        later(Kind::Removed),
        later(Kind::Answer),
        later(Kind::Retitled),
    )
}

impl EditionView {
    fn of(label: &EditionLabel) -> Self {
        EditionView {
            name: visible(&label.name),
            also: label.also.as_deref().map(visible),
        }
    }
}

impl GroupView {
    fn of(group: &Group, history: &History<'_>) -> Self {
        let mut notes = Vec::new();
        if !group.formerly.is_empty() {
            notes.push(format!("before: {}", group.formerly.join(", ")));
        }
        if let Some(label) = group.until.and_then(|until| history.editions.get(until)) {
            notes.push(format!("until {}", label.name));
        }
        let lane = |track: &usize| LaneView::of(&history.tracks[*track], history);
        GroupView {
            title: visible(&group.title),
            notes: notes.iter().map(|note| visible(note)).collect(),
            lanes: group.tracks.iter().map(lane).collect(),
        }
    }
}

impl LaneView {
    fn of(track: &Track<'_>, history: &History<'_>) -> Self {
        let editions = 0..history.editions.len();
        LaneView {
            title: visible(&track.named()),
            cells: editions
                .map(|edition| CellView::of(track, edition))
                .collect(),
        }
    }
}
