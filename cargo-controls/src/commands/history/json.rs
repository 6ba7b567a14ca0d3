//! The history of a document, for programs.

use serde::Serialize;

use super::{
    follow::{Event, Track},
    model::History,
};
use crate::show::json::{Schema, results};

/// All editions and controls. `edition` is an index into `editions`.
pub(super) fn history(history: &History<'_>) -> String {
    let editions = history.editions.iter().map(|label| EditionJson {
        path: &label.path,
        date: label.date.as_deref(),
    });
    let tracks = history.groups.iter().flat_map(|group| &group.tracks);
    results(
        Schema::History,
        &HistoryJson {
            editions: editions.collect(),
            controls: tracks
                .map(|track| ControlJson::of(&history.tracks[*track]))
                .collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct HistoryJson<'a> {
    editions: Vec<EditionJson<'a>>,
    controls: Vec<ControlJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EditionJson<'a> {
    path: &'a str,
    date: Option<&'a str>,
}

/// A control, under the label, title and section that it had last.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

#[cfg(test)]
mod tests {
    use super::{HistoryJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::History.assert_is_of::<HistoryJson<'_>>();
    }
}
