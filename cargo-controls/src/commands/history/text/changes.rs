//! What happened in an edition, in words.

use controls_document::Kind;

use crate::{
    commands::history::{
        follow::{Event, Track},
        model::History,
    },
    show::{
        text::plain,
        words::{marked, pieces},
    },
};

/// Where the texts of the lines begin.
pub(super) const INDENT: usize = 12;

/// What was added, was removed, moved, or has another title, label or answer in an edition.
pub(super) fn in_words(history: &History<'_>, edition: usize) -> impl Iterator<Item = String> {
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

fn sentence(track: &Track<'_>, event: &Event<'_>) -> Option<String> {
    let title = plain(track.title);
    let old = plain(event.old.unwrap_or_default());
    let new = plain(event.new.unwrap_or_default());
    let changed = || {
        let [old, new] = [event.old, event.new].map(Option::unwrap_or_default);
        marked(&pieces(old, new), plain)
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
        Kind::Section if !event.is_rename => {
            let [old, new] =
                [event.old, event.new].map(|text| text.map_or("no heading".into(), plain));
            format!("  moved     {title}: from {old} to {new}")
        }
        Kind::Answer => format!("  answer    {title}: {old} -> {new}"),
        Kind::Recycled if new.is_empty() => {
            format!("  recycled  {title}: its label {old} names another control")
        }
        Kind::Recycled => {
            format!("  recycled  {title}: {old} -> {new}, and {old} names another control")
        }
        Kind::Label => format!("  label     {title}: {old} -> {new}"),
        _ => return None,
    })
}
