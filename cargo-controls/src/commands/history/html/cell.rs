//! What a control was in one edition.

use controls_document::{Answer, Kind};

use super::super::follow::{Event, Said, Track};
use crate::show::{
    html::visible,
    words::{Piece, pieces},
};

/// The cell: the answer, and what is new about the control.
pub(super) enum CellView {
    Absent {
        notes: Vec<Note>,
    },
    There {
        class: &'static str,
        text: String,
        notes: Vec<Note>,
    },
}

/// A text in which what it replaced is told apart.
pub(super) type Note = Vec<Piece>;

impl CellView {
    pub(super) fn of(track: &Track<'_>, edition: usize) -> CellView {
        let said = track.answers.get(edition).copied().unwrap_or_default();
        let (class, text) = match said {
            Said::Absent => {
                let has_gone = has_gone(track, edition);
                let note = has_gone.then(|| same("removed"));
                return CellView::Absent {
                    notes: note.into_iter().collect(),
                };
            }
            Said::Present => ("qualified", "there"),
            Said::Answered(Answer::Yes) => ("yes", "Yes"),
            Said::Answered(Answer::No) => ("no", "No"),
            Said::Answered(Answer::NotApplicable) => ("na", "N/A"),
            Said::Answered(Answer::Unanswered) => ("na", "Unanswered"),
            Said::Answered(Answer::Qualified(text)) => ("qualified", text),
        };
        let text = if text.is_empty() { "(no answer)" } else { text };
        CellView::There {
            class,
            text: visible(text),
            notes: track
                .events_in(edition)
                .filter_map(|event| note(track, event))
                .collect(),
        }
    }
}

fn has_gone(track: &Track<'_>, edition: usize) -> bool {
    track
        .events_in(edition)
        .any(|event| event.kind == Kind::Removed)
}

fn note(track: &Track<'_>, event: &Event<'_>) -> Option<Note> {
    let old = event.old.unwrap_or_default();
    let new = event.new.unwrap_or_default();
    Some(match event.kind {
        Kind::Added
            if track
                .events
                .first()
                .is_some_and(|first| first.edition < event.edition) =>
        {
            same("is back")
        }
        Kind::Added if event.edition > 0 => same("added"),
        Kind::Retitled if event.certain => marked("retitled: ", old, new),
        Kind::Retitled => marked("perhaps retitled: ", old, new),
        Kind::Section if !event.is_rename => {
            same(&format!("moved from {}", event.old.unwrap_or("no heading")))
        }
        Kind::Answer => same(&format!("was {old}")),
        Kind::Recycled if new.is_empty() => same(&format!("its label {old} names another control")),
        Kind::Recycled => same(&format!(
            "label {new}, was {old}, which names another control"
        )),
        Kind::Label => marked("label ", old, new),
        Kind::Property => marked("other words: ", old, new),
        Kind::Notes => same("other notes"),
        Kind::Documentation => same("other documentation"),
        _ => return None,
    })
}

fn same(text: &str) -> Note {
    vec![Piece::Same(visible(text))]
}

/// The new text, with what it replaced struck out.
fn marked(what: &str, old: &str, new: &str) -> Note {
    let mut note = same(what);
    note.extend(pieces(&visible(old), &visible(new)));
    note
}
