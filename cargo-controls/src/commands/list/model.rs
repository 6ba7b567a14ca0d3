//! What is listed, before it's shown.

use controls_document::Answer;
use controls_dsl::{Row, RowAnswer, plain_name};

use super::arguments::{AnswerKind, Arguments};
use crate::{file::SourceSpan, lookup::section::is_called, sources::Parsed};

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
    /// Whether its document has withdrawn it.
    pub(super) is_withdrawn: bool,
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
            is_withdrawn: row.is_withdrawn(),
            answer: row.answer.as_ref().map(RowAnswer::answer),
        }
    }

    fn is_among(&self, answers: &[AnswerKind]) -> bool {
        let kind = self.answer.map(AnswerKind::of);
        answers.is_empty() || kind.is_some_and(|kind| answers.contains(&kind))
    }
}
