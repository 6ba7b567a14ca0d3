//! Which sections somebody means.

use std::collections::BTreeSet;

use controls_document::{folded, heading_path};
use controls_dsl::{Section, plain_name};

use crate::{message::Message, nearest::nearest, sources::Parsed};

/// Says so if no catalog has a section of this name.
pub(crate) fn unknown(wanted: &str, catalogs: &[Parsed]) -> Option<Message> {
    let sections = || {
        catalogs
            .iter()
            .flat_map(|catalog| &catalog.definition.sections)
    };
    if catalogs.is_empty() || sections().any(|section| is_called(section, wanted)) {
        return None;
    }
    let titles: BTreeSet<String> = sections().map(path).collect();
    let names = titles.iter().map(|title| (title.to_lowercase(), title));
    let help = match nearest(&wanted.to_lowercase(), names) {
        Some(near) => format!("a section with a similar title is: `{near}`"),
        None => format!("the sections are {}", listed(&titles)),
    };
    Some(Message::error(format!(
        "no section is called `{wanted}`\n  = help: {help}"
    )))
}

fn listed(titles: &BTreeSet<String>) -> String {
    let titles: Vec<String> = titles.iter().map(|title| format!("`{title}`")).collect();
    titles.join(", ")
}

/// The heading of a section after those above it.
pub(crate) fn path(section: &Section) -> String {
    heading_path(section.headings_above().chain([&*section.title.value]))
}

/// Whether a section goes by a name, in whatever case: its heading, alone or after those above it, or its variant.
pub(crate) fn is_called(section: &Section, wanted: &str) -> bool {
    let wanted = folded(wanted).to_lowercase();
    [
        &*section.title.value,
        &path(section),
        &plain_name(&section.name),
    ]
    .iter()
    .any(|name| name.to_lowercase() == wanted)
}
