//! What has come of a check, for people.

use super::catalog::{Catalog, Checked};
use crate::{
    message::Message,
    show::{
        message::rendered,
        text::{STRONG, counted, remarks, text},
    },
};

/// A line for each catalog, with the remarks about its document and all differences below it.
pub(super) fn check(catalogs: &[Catalog]) -> String {
    let mut lines = Vec::new();
    for catalog in catalogs {
        lines.push(summary(catalog));
        let Some(checked) = &catalog.checked else {
            continue;
        };
        lines.extend(remarks(&checked.document, &checked.remarks));
        for difference in &checked.differences {
            let message = Message::error(&*difference.text).at(difference.at.clone());
            lines.extend([String::new(), rendered(&message)]);
        }
        if !checked.differences.is_empty() {
            lines.push(String::new());
        }
    }
    text(&lines)
}

fn summary(catalog: &Catalog) -> String {
    let Catalog {
        name,
        controls,
        sections,
        ..
    } = catalog;
    let counts = format!(
        "{} in {}",
        counted(*controls, "control"),
        counted(*sections, "section")
    );
    let state = match &catalog.checked {
        None => "without a document".to_owned(),
        Some(Checked {
            document,
            differences,
            ..
        }) if differences.is_empty() => format!("in step with {document}"),
        Some(Checked {
            document,
            differences,
            ..
        }) => {
            format!(
                "{} from {document}",
                counted(differences.len(), "difference")
            )
        }
    };
    format!("{STRONG}{name}{STRONG:#}: {counts}, {state}")
}
