//! What has come of a check, as alerts.

use super::{
    catalog::{Catalog, Checked},
    difference::Difference,
};
use crate::show::alert::{Alert, Location};

/// The differences of catalogs from their documents: reported in the definition, with the place in the document.
pub(super) fn alerts(catalogs: &[Catalog]) -> Vec<Alert> {
    let checked = catalogs
        .iter()
        .filter_map(|catalog| Some((catalog, catalog.checked.as_ref()?)));
    checked
        .flat_map(|(catalog, checked)| {
            checked
                .differences
                .iter()
                .map(move |of| alert(catalog, checked, of))
        })
        .collect()
}

fn alert(catalog: &Catalog, checked: &Checked, difference: &Difference) -> Alert {
    let Difference { kind, label, .. } = difference;
    let other = Location::in_document(&checked.document, difference.place);
    Alert {
        rule: kind.name(),
        release: Some(kind.level().name()),
        title: format!("{}: {}", catalog.name, kind.name()),
        message: format!("{} ({label})", difference.message),
        help: Some(difference.help.clone()),
        at: Location::in_source(&difference.at),
        other: Some((other, label.clone())),
    }
}
