//! An assessment for a reader.

use core::fmt;

use super::{Assessed, Assessment, Finding};
use crate::{Control, ControlSection};

/// How many controls there are of each finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Satisfied.
    pub satisfied: usize,
    /// Not satisfied.
    pub not_satisfied: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Waived, whether or not the waiver has run out.
    pub waived: usize,
    /// Not assessed.
    pub not_assessed: usize,
}

impl Counts {
    pub(super) fn of<'a>(all: impl Iterator<Item = &'a Assessed>) -> Self {
        let mut counts = Counts::default();
        for assessed in all {
            *match assessed.finding {
                Finding::Satisfied => &mut counts.satisfied,
                Finding::NotSatisfied => &mut counts.not_satisfied,
                Finding::NotApplicable => &mut counts.not_applicable,
                Finding::Waived { .. } => &mut counts.waived,
                Finding::NotAssessed => &mut counts.not_assessed,
            } += 1;
        }
        counts
    }

    /// How many controls there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.satisfied + self.not_satisfied + self.not_applicable + self.waived + self.not_assessed
    }
}

impl fmt::Display for Counts {
    /// All that aren't 0, separated by commas.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [
            (self.satisfied, "satisfied"),
            (self.not_satisfied, "not satisfied"),
            (self.waived, "waived"),
            (self.not_applicable, "not applicable"),
            (self.not_assessed, "not assessed"),
        ];
        let mut separator = "";
        for (count, what) in all.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{separator}{count} {what}")?;
            separator = ", ";
        }
        Ok(())
    }
}

/// An assessment for a reader: its [`Display`](fmt::Display) is a table by section, with the counts above it and the
/// gaps below. Made by [`Assessment::report`].
#[derive(Clone, Copy, Debug)]
pub struct Report<'a, C: Control> {
    assessment: &'a Assessment<C>,
}

impl<'a, C: Control> Report<'a, C> {
    pub(super) fn new(assessment: &'a Assessment<C>) -> Self {
        Report { assessment }
    }

    /// How many there are of each finding in one section.
    #[must_use]
    pub fn counts_of(&self, section: C::Section) -> Counts {
        Counts::of(
            section
                .controls()
                .iter()
                .map(|control| self.assessment.get(*control)),
        )
    }
}

impl<C: Control> fmt::Display for Report<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = |control: C| control.title().chars().count();
        let titles = C::all().map(length).max().unwrap_or_default();
        writeln!(f, "{}: {}", C::CATALOG.name, self.assessment.counts())?;
        for section in C::Section::all() {
            writeln!(f, "\n{section}: {}", self.counts_of(section))?;
            for control in section.controls() {
                row(f, *control, self.assessment.get(*control), titles)?;
            }
        }
        let mut gaps = self.assessment.gaps().peekable();
        if gaps.peek().is_some() {
            writeln!(f, "\nGaps:")?;
        }
        gaps.try_for_each(|(control, assessed)| {
            writeln!(f, "  {} ({})", control.id(), assessed.finding)
        })
    }
}

fn row<C: Control>(
    f: &mut fmt::Formatter<'_>,
    control: C,
    assessed: &Assessed,
    titles: usize,
) -> fmt::Result {
    // As wide as the longest finding, `waived until 2027-12-31`.
    write!(f, "  {control:titles$}  {:23}", assessed.finding)?;
    let reason = match &assessed.finding {
        Finding::Waived { reason, .. } => &**reason,
        _ => "",
    };
    let mut separator = "  ";
    for text in [reason, &assessed.evidence] {
        // A table has a line for each row, whatever the texts have.
        for word in text.split_whitespace() {
            write!(f, "{separator}{word}")?;
            separator = " ";
        }
        if !text.is_empty() {
            separator = "; ";
        }
    }
    writeln!(f)
}
