//! What is listed, before it's shown.

use std::collections::BTreeSet;

use controls_document::{Answer, folded};
use controls_dsl::{Row, RowAnswer, Section, plain_name};

use super::arguments::{AnswerKind, Arguments};
use crate::{file::SourceSpan, message::Message, nearest::nearest, sources::Parsed};

/// A catalog with the controls that are asked for.
pub(super) struct Listed<'p> {
    pub(super) name: String,
    /// The package that has it.
    pub(super) package: &'p str,
    /// Where its name is.
    pub(super) place: SourceSpan,
    /// How many controls it has, whether or not they're asked for.
    pub(super) count: usize,
    /// The sections with controls that are asked for.
    pub(super) sections: Vec<ListedSection<'p>>,
}

/// A section with the controls that are asked for.
pub(super) struct ListedSection<'p> {
    /// The headings above it, outermost first.
    pub(super) group: Vec<&'p str>,
    pub(super) title: &'p str,
    pub(super) controls: Vec<ListedControl<'p>>,
}

/// A control.
pub(super) struct ListedControl<'p> {
    pub(super) id: &'p str,
    pub(super) variant: String,
    /// The document's own number or code; empty where there is none.
    pub(super) label: &'p str,
    pub(super) title: &'p str,
    /// `None` in a catalog without answers.
    pub(super) answer: Option<Answer<'p>>,
}

impl<'p> Listed<'p> {
    /// What is asked for of a catalog.
    pub(super) fn of(parsed: &'p Parsed, arguments: &Arguments) -> Listed<'p> {
        let wanted = arguments.section.as_deref();
        let sections = parsed.definition.sections.iter();
        let sections = sections
            .filter(|section| wanted.is_none_or(|wanted| is_called(section, wanted)))
            .map(|section| ListedSection {
                group: section.headings_above().collect(),
                title: &section.title.value,
                controls: section
                    .rows
                    .iter()
                    .map(ListedControl::of)
                    .filter(|control| control.is_among(&arguments.answer))
                    .collect(),
            })
            .filter(|section| !section.controls.is_empty());
        Listed {
            name: parsed.name(),
            package: &parsed.found.target.package,
            place: parsed.found.place(parsed.definition.name.span()),
            count: parsed.definition.count(),
            sections: sections.collect(),
        }
    }

    /// The controls that are asked for.
    pub(super) fn controls(&self) -> impl Iterator<Item = &ListedControl<'p>> {
        self.sections.iter().flat_map(|section| &section.controls)
    }
}

impl<'p> ListedControl<'p> {
    fn of(row: &'p Row) -> ListedControl<'p> {
        ListedControl {
            id: row.id(),
            variant: plain_name(&row.name),
            label: row.label().map_or("", |label| &label.value),
            title: &row.title.value,
            answer: row.answer.as_ref().map(RowAnswer::answer),
        }
    }

    fn is_among(&self, answers: &[AnswerKind]) -> bool {
        let kind = self.answer.map(AnswerKind::of);
        answers.is_empty() || kind.is_some_and(|kind| answers.contains(&kind))
    }
}

/// Says so if no catalog has a section of this name.
pub(super) fn unknown_section(wanted: &str, catalogs: &[Parsed]) -> Option<Message> {
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
fn path(section: &Section) -> String {
    let headings = section.headings_above().chain([&*section.title.value]);
    headings.collect::<Vec<_>>().join(" > ")
}

/// Whether a section goes by a name, in whatever case: its heading, alone or after those above it, or its variant.
fn is_called(section: &Section, wanted: &str) -> bool {
    let wanted = folded(wanted).to_lowercase();
    [
        &*section.title.value,
        &path(section),
        &plain_name(&section.name),
    ]
    .iter()
    .any(|name| name.to_lowercase() == wanted)
}
