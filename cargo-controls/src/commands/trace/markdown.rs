//! A trace as Markdown.

use crate::{
    show::{
        alert::Location,
        markdown::{cell, code, escaped},
        source_url::SourceUrl,
        text::text,
    },
    traced::{
        model::{Trace, TracedCatalog, TracedControl},
        words::{Said, said, total},
    },
};

/// A table for each section.
pub(super) fn trace(trace: &Trace<'_>, url: Option<&SourceUrl>) -> String {
    let catalogs = trace
        .catalogs
        .iter()
        .flat_map(|catalog| of_catalog(catalog, url));
    text(&[catalogs.collect::<Vec<_>>().join("\n\n")])
}

fn of_catalog(catalog: &TracedCatalog<'_>, url: Option<&SourceUrl>) -> Vec<String> {
    let mut paragraphs = vec![
        format!("# {}", escaped(&catalog.heading)),
        format!("{}.", escaped(&total(catalog))),
    ];
    for section in &catalog.sections {
        let rows = section.controls.iter().map(|control| row(control, url));
        let table = [
            "| Control | State | Evidence |".to_owned(),
            "|---|---|---|".to_owned(),
        ]
        .into_iter()
        .chain(rows);
        paragraphs.push(format!("## {}", escaped(&section.heading())));
        paragraphs.push(table.collect::<Vec<_>>().join("\n"));
    }
    paragraphs
}

fn row(control: &TracedControl<'_>, url: Option<&SourceUrl>) -> String {
    let said: Vec<String> = said(control)
        .iter()
        .map(|said| of_said(said, url))
        .collect();
    format!(
        "| {} | {} | {} |",
        cell(&escaped(&control.named())),
        control.state().words(),
        cell(&said.join("<br>"))
    )
}

fn of_said(said: &Said<'_>, url: Option<&SourceUrl>) -> String {
    let at = Location::in_source(&said.item.place);
    let place = format!("{}:{}", at.file, at.line);
    let place = match url.and_then(|url| url.of(&at)) {
        Some(url) => format!("[{}](<{url}>)", escaped(&place)),
        None => escaped(&place),
    };
    let mut parts = vec![said.label.to_owned()];
    parts.push(match &said.waiver {
        Some(waiver) => escaped(waiver),
        None => code(&said.item.path),
    });
    parts.push(format!("({place})"));
    parts.extend(said.item.cfgs.iter().map(|cfg| code(cfg)));
    let note = match &*said.note {
        "" => String::new(),
        note => format!(", {}", escaped(note)),
    };
    parts.join(" ") + &note
}
