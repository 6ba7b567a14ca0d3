//! What has come of a check, as alerts.

use controls_dsl::Drift;

use crate::{
    level::Level,
    show::alert::{Alert, Location},
    sources::{Held, SourceCatalog},
};

/// The differences of catalogs from their documents: reported in the definition, with the place in the document.
pub(super) fn alerts(catalogs: &[SourceCatalog]) -> Vec<Alert> {
    let held = catalogs
        .iter()
        .filter_map(|catalog| Some((catalog, catalog.held.as_ref()?)));
    held.flat_map(|(catalog, held)| held.told().map(move |drift| alert(catalog, held, drift)))
        .collect()
}

fn alert(catalog: &SourceCatalog, held: &Held, drift: &Drift) -> Alert {
    let (kind, label) = (drift.kind, drift.label());
    let other = Location::in_document(&held.source.path, drift.place);
    Alert {
        rule: kind.name(),
        release: Some(Level::of(kind).name()),
        title: format!("{}: {}", catalog.name, kind.name()),
        message: format!("{} ({label})", drift.message),
        help: Some(drift.help().to_owned()),
        at: Location::in_source(&catalog.found.place(drift.span)),
        other: Some((other, label.to_owned())),
    }
}
