//! What a control was in one edition.

use controls_document::{Answer, Kind};

use super::super::follow::{Event, Said, Track};
use crate::show::{
    html::escaped,
    words::{Piece, pieces},
};

/// The cell: the answer, and what is new about the control.
pub(super) fn cell(track: &Track<'_>, edition: usize) -> String {
    let said = track.answers.get(edition).copied().unwrap_or_default();
    if said == Said::Absent {
        let note = if has_gone(track, edition) {
            "<small>removed</small>"
        } else {
            ""
        };
        return format!("<td class=\"absent\"><span aria-label=\"not there\">·</span>{note}</td>");
    }
    let (class, text) = match said {
        Said::Absent | Said::Present => ("qualified", "there"),
        Said::Answered(Answer::Yes) => ("yes", "Yes"),
        Said::Answered(Answer::No) => ("no", "No"),
        Said::Answered(Answer::NotApplicable) => ("na", "N/A"),
        Said::Answered(Answer::Unanswered) => ("na", "Unanswered"),
        Said::Answered(Answer::Qualified(text)) => ("qualified", text),
    };
    let text = if text.is_empty() { "(no answer)" } else { text };
    let notes: String = track
        .events_in(edition)
        .filter_map(|event| note(track, event))
        .collect();
    let changed = if notes.is_empty() { "" } else { " changed" };
    format!(
        "<td class=\"{class}{changed}\"><b>{}</b>{notes}</td>",
        escaped(text)
    )
}

fn has_gone(track: &Track<'_>, edition: usize) -> bool {
    track
        .events_in(edition)
        .any(|event| event.kind == Kind::Removed)
}

fn note(track: &Track<'_>, event: &Event<'_>) -> Option<String> {
    let old = event.old.unwrap_or_default();
    let new = event.new.unwrap_or_default();
    let text = match event.kind {
        Kind::Added
            if track
                .events
                .first()
                .is_some_and(|first| first.edition < event.edition) =>
        {
            "is back".to_owned()
        }
        Kind::Added if event.edition > 0 => "added".to_owned(),
        Kind::Retitled if event.certain => format!("retitled: {}", marked(old, new)),
        Kind::Retitled => format!("perhaps retitled: {}", marked(old, new)),
        Kind::Section if !event.is_rename => {
            let old = event.old.unwrap_or("no heading");
            format!("moved from {}", escaped(old))
        }
        Kind::Answer => format!("was {}", escaped(old)),
        Kind::Recycled if new.is_empty() => {
            format!("its label {} names another control", escaped(old))
        }
        Kind::Recycled => format!(
            "label {}, was {}, which names another control",
            escaped(new),
            escaped(old)
        ),
        Kind::Label => format!("label {}", marked(old, new)),
        Kind::Property => format!("other words: {}", marked(old, new)),
        Kind::Notes => "other notes".to_owned(),
        Kind::Documentation => "other documentation".to_owned(),
        _ => return None,
    };
    Some(format!("<small>{text}</small>"))
}

/// The new text, with what it replaced struck out.
fn marked(old: &str, new: &str) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => escaped(text),
        Piece::Old(text) => format!("<del>{}</del>", escaped(text)),
        Piece::New(text) => format!("<ins>{}</ins>", escaped(text)),
    };
    pieces(old, new).iter().map(piece).collect()
}
