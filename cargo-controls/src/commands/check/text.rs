//! What has come of a check, for people.

use crate::{
    show::{
        message::rendered,
        text::{Detail, STRONG, counted, remark_counts, remarks, text},
    },
    sources::{Held, SourceCatalog},
};

/// A line for each catalog, with the remarks about its document and all differences below it.
pub(super) fn check(catalogs: &[SourceCatalog], detail: Detail) -> String {
    let mut lines = Vec::new();
    for catalog in catalogs {
        if detail == Detail::None && catalog.drifts().is_empty() {
            continue;
        }
        lines.push(summary(catalog));
        let Some(held) = &catalog.held else {
            continue;
        };
        match detail {
            Detail::All => lines.extend(remarks(&held.source.path, &held.remarks)),
            Detail::Counts => lines.extend(remark_counts(
                "check",
                &[(&held.source.path, &held.remarks)],
            )),
            Detail::None => {}
        }
        for drift in held.told() {
            lines.extend([String::new(), rendered(&catalog.message(drift, held))]);
        }
        if !held.drifts.is_empty() {
            lines.push(String::new());
        }
    }
    text(&lines)
}

fn summary(catalog: &SourceCatalog) -> String {
    let SourceCatalog {
        name, definition, ..
    } = catalog;
    let counts = format!(
        "{} in {}",
        counted(definition.count(), "control"),
        counted(definition.sections.len(), "section")
    );
    let state = match &catalog.held {
        None => "without a document".to_owned(),
        Some(Held { source, drifts, .. }) if drifts.is_empty() => {
            format!("in step with {}", source.path)
        }
        Some(held) => {
            let differences = counted(held.told().count(), "difference");
            format!("{differences} from {}", held.source.path)
        }
    };
    format!("{STRONG}{name}{STRONG:#}: {counts}, {state}")
}
