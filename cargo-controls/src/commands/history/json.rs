//! The history of a document, for programs.

use serde::Serialize;

use super::{
    follow::{Event, Track},
    model::History,
};
use crate::show::json::pretty;

/// All editions and controls. `edition` is an index into `editions`.
pub(super) fn history(history: &History<'_>) -> String {
    let editions = history.editions.iter().map(|label| EditionJson {
        path: &label.path,
        date: label.date.as_deref(),
    });
    let tracks = history.groups.iter().flat_map(|group| &group.tracks);
    pretty(&HistoryJson {
        editions: editions.collect(),
        controls: tracks
            .map(|track| ControlJson::of(&history.tracks[*track]))
            .collect(),
    })
}

#[derive(Serialize)]
struct HistoryJson<'a> {
    editions: Vec<EditionJson<'a>>,
    controls: Vec<ControlJson<'a>>,
}

#[derive(Serialize)]
struct EditionJson<'a> {
    path: &'a str,
    date: Option<&'a str>,
}

/// A control, under the label, title and section that it had last.
#[derive(Serialize)]
struct ControlJson<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    title: &'a str,
    section: &'a str,
    events: Vec<EventJson<'a>>,
}

impl<'a> ControlJson<'a> {
    fn of(track: &'a Track<'a>) -> Self {
        ControlJson {
            label: track.label(),
            title: track.title,
            section: track.section,
            events: track.events.iter().map(EventJson::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct EventJson<'a> {
    edition: usize,
    kind: &'static str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

impl<'a> EventJson<'a> {
    fn of(event: &'a Event<'a>) -> Self {
        let Event {
            edition,
            kind,
            old,
            new,
            ..
        } = event;
        EventJson {
            edition: *edition,
            kind: kind.name(),
            old: *old,
            new: *new,
        }
    }
}
