//! Results for people.

mod diff;
mod history;
mod reading;

use annotate_snippets::normalize_untrusted_str;
use anstyle::Style;
use controls_document::Remark;

use super::Message;
use crate::check::{Catalog, Checked};

pub(crate) use diff::diff;
pub(crate) use history::history;
pub(crate) use reading::reading;

const STRONG: Style = Style::new().bold();

/// A line for each catalog, with the remarks about its document and all differences below it.
pub(crate) fn check(catalogs: &[Catalog]) -> String {
    let mut lines = Vec::new();
    for catalog in catalogs {
        lines.push(summary(catalog));
        let Some(checked) = &catalog.checked else {
            continue;
        };
        lines.extend(remarks(&checked.document, &checked.remarks));
        for difference in &checked.differences {
            let message = Message::error(&*difference.text).at(difference.at.clone());
            lines.extend([String::new(), message.render()]);
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

/// The remarks about a document, each on an indented line with its place.
fn remarks(path: &str, remarks: &[Remark]) -> impl Iterator<Item = String> {
    remarks.iter().map(move |Remark { place, message }| {
        format!(
            "  {path}:{}:{}: {}",
            place.line,
            place.column,
            normalize_untrusted_str(&message.to_string())
        )
    })
}

/// `1 control`, `2 controls`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}

fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}
