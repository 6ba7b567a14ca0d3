//! What evidence is of.

/// What code or a test does for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// Code does what the control asks: `#[satisfies(…)]`.
    Satisfies,
    /// A test shows it: `#[verifies(…)]`.
    Verifies,
}

impl EvidenceKind {
    /// Returns the name of the attribute.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            EvidenceKind::Satisfies => "satisfies",
            EvidenceKind::Verifies => "verifies",
        }
    }
}
