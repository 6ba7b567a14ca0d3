//! An assessment for a reader.

use alloc::{borrow::Cow, format};
use core::fmt;

use super::{
    Assessment,
    counts::Counts,
    finding::{Assessed, Finding},
};
use crate::{Control, ControlSection};

/// An assessment for a reader: its [`Display`](fmt::Display) is a table by section, with the counts above it and the
/// gaps below. Made by [`Assessment::report`].
///
/// It doesn't know which day it is: a waiver is one, whether or not its last day is over. For those that have ended, see
/// [`Assessment::expired`], or the reports of the crate `controls-oscal`, which are of a day.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a, C: Control> {
    assessment: &'a Assessment<C>,
}

impl<C: Control> Assessment<C> {
    /// Returns the assessment for a reader: a table by section, with counts.
    #[must_use]
    pub fn report(&self) -> Report<'_, C> {
        Report { assessment: self }
    }
}

impl<C: Control> Report<'_, C> {
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
        let length = |control: C| called(control).chars().count();
        let longest = C::all().map(length).max().unwrap_or_default();
        writeln!(f, "{}: {}", C::CATALOG.name, self.assessment.counts())?;
        for section in C::Section::all() {
            writeln!(f)?;
            for heading in section.group() {
                write!(f, "{heading} > ")?;
            }
            writeln!(f, "{section}: {}", self.counts_of(section))?;
            for control in section.controls() {
                row(f, *control, self.assessment.get(*control), longest)?;
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

/// The title, after the document's own number where there is one.
fn called<C: Control>(control: C) -> Cow<'static, str> {
    match control.record().label {
        Some(label) => Cow::Owned(format!("{label} {}", control.title())),
        None => Cow::Borrowed(control.title()),
    }
}

fn row<C: Control>(
    f: &mut fmt::Formatter<'_>,
    control: C,
    assessed: &Assessed,
    longest: usize,
) -> fmt::Result {
    write!(f, "  {:longest$}  ", called(control))?;
    let reason = match &assessed.finding {
        Finding::Waived { reason, .. } => &**reason,
        _ => "",
    };
    let texts = [reason, &assessed.evidence];
    if texts.iter().all(|text| text.trim().is_empty()) {
        return writeln!(f, "{}", assessed.finding);
    }
    // As wide as the longest finding, `waived until 2027-12-31`.
    write!(f, "{:23}", assessed.finding)?;
    let mut separator = "  ";
    for text in texts {
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
