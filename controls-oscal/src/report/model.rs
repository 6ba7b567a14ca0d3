//! What a report of an assessment says.

use controls_core::{Assessment, Control, ControlSection, Date, Finding};

use crate::{catalog::OwnedCatalog, state::State};

/// An assessment as a report for people and for tools.
///
/// It begins with how many controls there are of each finding, and with what is to be done: first what nobody has assessed,
/// then what isn't satisfied, then what was accepted until a day that is over.
///
/// ```
/// use controls_azure_backup::AzureBackup;
/// use controls_core::{Assessed, Assessment, Date, Finding};
/// use controls_oscal::{AssessmentReport, ReportFormat};
///
/// let assessment = Assessment::from_fn(|control| match control {
///     AzureBackup::ForcedTunneling => Assessed::new(Finding::NotSatisfied, "route 0.0.0.0/0 is missing"),
///     _ => Assessed::new(Finding::Satisfied, "policies of 2027"),
/// });
/// let report = AssessmentReport::new(&assessment).as_of(Date::new(2027, 4, 1).unwrap());
/// assert!(!report.passes());
/// assert!(report.export(ReportFormat::Markdown)?.contains("| not satisfied | 1 |"));
/// assert!(report.export(ReportFormat::Junit)?.contains("failures=\"1\""));
/// # Ok::<(), controls_oscal::ExportError>(())
/// ```
#[derive(Clone, Debug)]
pub struct AssessmentReport {
    pub(super) catalog: OwnedCatalog,
    /// The day by which waivers are judged.
    pub(super) today: Option<Date>,
    pub(super) sections: Vec<Section>,
}

/// A section with its controls.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// The name of its variant.
    pub(super) name: &'static str,
    /// Its heading after those above it.
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
}

/// A control with what was found.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) id: &'static str,
    /// The name of its variant.
    pub(super) name: &'static str,
    pub(super) label: Option<&'static str>,
    pub(super) title: &'static str,
    pub(super) finding: Finding,
    pub(super) evidence: String,
    pub(super) state: State,
}

impl AssessmentReport {
    /// Returns the report of an assessment. Its waivers count until [`as_of`](Self::as_of) says which day it is.
    #[must_use]
    pub fn new<C: Control>(assessment: &Assessment<C>) -> Self {
        let row = |control: &C| {
            let assessed = assessment.get(*control);
            let record = control.record();
            Row {
                id: record.id,
                name: record.name,
                label: record.label,
                title: record.title,
                finding: assessed.finding.clone(),
                evidence: assessed.evidence.clone(),
                state: State::of(&assessed.finding, None),
            }
        };
        let catalog = OwnedCatalog::from(C::CATALOG);
        let sections = C::Section::all().zip(&catalog.sections);
        let sections = sections.map(|(section, owned)| Section {
            name: section.section().name,
            title: owned.path(),
            rows: section.controls().iter().map(row).collect(),
        });
        AssessmentReport {
            today: None,
            sections: sections.collect(),
            catalog,
        }
    }

    /// Returns the report as it is on a given day: a waiver whose last day is over counts as nothing.
    #[must_use]
    pub fn as_of(mut self, today: Date) -> Self {
        self.today = Some(today);
        for row in self
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.rows)
        {
            row.state = State::of(&row.finding, Some(today));
        }
        self
    }

    /// Returns whether nothing is to be done.
    #[must_use]
    pub fn passes(&self) -> bool {
        !self.rows().any(|row| row.state.is_gap())
    }

    /// All controls, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// How many controls there are of each state, without those that there are none of, in the order of what is to be done.
    pub(super) fn counts(&self) -> Vec<(State, usize)> {
        let count = |state: State| self.rows().filter(|row| row.state == state).count();
        let all = State::ALL.map(|state| (state, count(state)));
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// What is to be done: first what nobody has assessed.
    pub(super) fn gaps(&self) -> Vec<&Row> {
        let mut gaps: Vec<&Row> = self.rows().filter(|row| row.state.is_gap()).collect();
        gaps.sort_by_key(|row| row.state);
        gaps
    }

    /// The waivers with the day that each ends on and its reason, those that end first before the others.
    pub(super) fn waivers(&self) -> Vec<(Date, &str, &Row)> {
        let rows = self.rows().filter_map(|row| match &row.finding {
            Finding::Waived { reason, until } => Some((*until, &**reason, row)),
            _ => None,
        });
        let mut waivers: Vec<_> = rows.collect();
        waivers.sort_by_key(|(until, _, _)| *until);
        waivers
    }

    /// The heading, and the day of which it is.
    pub(super) fn heading(&self) -> String {
        format!("Assessment of {}", self.catalog.name)
    }
}

impl Row {
    /// What was found, in words.
    pub(super) fn found(&self) -> String {
        self.state.found(&self.finding)
    }
}
