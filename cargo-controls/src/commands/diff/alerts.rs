//! A diff as alerts.

use controls_document::Place;

use super::{difference::Difference, model::Diff};
use crate::{
    level::Level,
    show::{
        alert::{Alert, Location},
        words::marked,
    },
};

/// The differences of a document from another: reported in the later one, or in the earlier one if only that has the
/// row.
pub(super) fn alerts(diff: &Diff) -> Vec<Alert> {
    diff.to_tell()
        .map(|difference| alert(diff, difference))
        .collect()
}

fn alert(diff: &Diff, difference: &Difference) -> Alert {
    let said = |place: Option<Place>, file: &str, label: &str| {
        place.map(|place| (Location::in_document(file, place), label.to_owned()))
    };
    let (old_file, new_file) = (&diff.old.file, &diff.new.file);
    let old = said(difference.old_place, old_file, &difference.old_label);
    let new = said(difference.new_place, new_file, &difference.new_label);
    let near = difference
        .near
        .as_ref()
        .and_then(|near| said(Some(near.place), new_file, &near.label));
    let (at, other) = match (new, old) {
        (Some((at, _)), old) => (Some(at), old),
        (None, Some((at, _))) => (Some(at), near),
        (None, None) => (None, None),
    };
    let message = match &difference.pieces[..] {
        [] => difference.message.clone(),
        pieces => format!("{}: {}", difference.message, marked(pieces, str::to_owned)),
    };
    let what = difference.title.as_ref().unwrap_or(&difference.section);
    Alert {
        rule: difference.kind,
        release: difference.level.map(Level::name),
        title: format!("{}: {what}", difference.kind),
        message,
        help: difference.help.clone(),
        at: at.unwrap_or_else(|| Location::in_document(new_file, Place::default())),
        other,
    }
}
