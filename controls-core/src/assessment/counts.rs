//! How many controls there are of each finding.

use core::fmt;

use super::finding::{Assessed, Finding};

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
