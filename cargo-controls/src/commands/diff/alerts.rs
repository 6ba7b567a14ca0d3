//! A comparison as alerts.

use controls_document::Place;

use super::{comparison::Comparison, drift::Drift};
use crate::{
    level::Level,
    show::{
        alert::{Alert, Location},
        words::marked,
    },
};

/// The differences of a document from another: reported in the later one, or in the earlier one if only that has the
/// row.
pub(super) fn alerts(comparison: &Comparison) -> Vec<Alert> {
    comparison
        .drifts
        .iter()
        .map(|drift| alert(comparison, drift))
        .collect()
}

fn alert(comparison: &Comparison, drift: &Drift) -> Alert {
    let said = |place: Option<Place>, file: &str, label: &str| {
        place.map(|place| (Location::in_document(file, place), label.to_owned()))
    };
    let (old_file, new_file) = (&comparison.old.file, &comparison.new.file);
    let old = said(drift.old_place, old_file, &drift.old_label);
    let new = said(drift.new_place, new_file, &drift.new_label);
    let near = drift
        .near
        .as_ref()
        .and_then(|near| said(Some(near.place), new_file, &near.label));
    let (at, other) = match (new, old) {
        (Some((at, _)), old) => (Some(at), old),
        (None, Some((at, _))) => (Some(at), near),
        (None, None) => (None, None),
    };
    let message = match &drift.pieces[..] {
        [] => drift.message.clone(),
        pieces => format!("{}: {}", drift.message, marked(pieces, str::to_owned)),
    };
    let what = drift.title.as_ref().unwrap_or(&drift.section);
    Alert {
        rule: drift.kind,
        release: drift.level.map(Level::name),
        title: format!("{}: {what}", drift.kind),
        message,
        help: drift.help.clone(),
        at: at.unwrap_or_else(|| Location::in_document(new_file, Place::default())),
        other,
    }
}
