//! Differences as tools want them: a rule, a message, a place and another one.

use controls_document::Place;

use crate::{
    check::{Catalog, Checked, Difference},
    diff::{Comparison, Drift},
    report::words::marked,
    sources,
};

/// A stretch of a file: lines and columns from 1, columns in characters, the end behind the last character.
#[derive(Clone, Debug)]
pub(crate) struct Location {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

/// One difference.
pub(crate) struct Finding {
    /// Its kind.
    pub(crate) rule: &'static str,
    /// The release that it asks for.
    pub(crate) release: Option<&'static str>,
    /// A few words that say what it's about.
    pub(crate) title: String,
    /// What has happened.
    pub(crate) message: String,
    /// What to do, or what else there is to know.
    pub(crate) help: Option<String>,
    /// Where it's reported.
    pub(crate) at: Location,
    /// The other place, and what is said there.
    pub(crate) other: Option<(Location, String)>,
}

impl Location {
    /// A place in a document.
    pub(crate) fn in_document(file: &str, place: Place) -> Location {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).max(1);
        let (line, column) = (count(place.line), count(place.column));
        let width = usize::try_from(place.width).unwrap_or(usize::MAX);
        Location {
            file: file.to_owned(),
            line,
            column,
            end_line: line,
            end_column: column.saturating_add(width),
        }
    }

    /// A place in a source file.
    pub(crate) fn in_source(place: &sources::Place) -> Location {
        let (line, column) = place.file.position(place.range.start);
        let (end_line, end_column) = place.file.position(place.range.end);
        Location {
            file: place.file.shown.clone(),
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// The differences of catalogs from their documents: reported in the definition, with the place in the document.
pub(crate) fn of_catalogs(catalogs: &[Catalog]) -> Vec<Finding> {
    let checked = catalogs
        .iter()
        .filter_map(|catalog| Some((catalog, catalog.checked.as_ref()?)));
    checked
        .flat_map(|(catalog, checked)| {
            checked
                .differences
                .iter()
                .map(move |of| of_catalog(catalog, checked, of))
        })
        .collect()
}

fn of_catalog(catalog: &Catalog, checked: &Checked, difference: &Difference) -> Finding {
    let Difference { kind, label, .. } = difference;
    let other = Location::in_document(&checked.document, difference.place);
    Finding {
        rule: kind.name(),
        release: Some(kind.level().name()),
        title: format!("{}: {}", catalog.name, kind.name()),
        message: format!("{} ({label})", difference.message),
        help: Some(difference.help.clone()),
        at: Location::in_source(&difference.at),
        other: Some((other, label.clone())),
    }
}

/// The differences of a document from another: reported in the later one, or in the earlier one if only that has the
/// row.
pub(crate) fn of_comparison(comparison: &Comparison) -> Vec<Finding> {
    comparison
        .drifts
        .iter()
        .map(|drift| of_drift(comparison, drift))
        .collect()
}

fn of_drift(comparison: &Comparison, drift: &Drift) -> Finding {
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
    Finding {
        rule: drift.kind,
        release: drift.level.map(controls_document::Level::name),
        title: format!("{}: {what}", drift.kind),
        message,
        help: drift.help.clone(),
        at: at.unwrap_or_else(|| Location::in_document(new_file, Place::default())),
        other,
    }
}
