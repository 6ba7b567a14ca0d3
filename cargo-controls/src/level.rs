//! What a change asks of the next release of a catalog.

use controls_document::Kind;

/// The least release that a change asks for. Greater levels come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Nothing that a program can rely on has changed.
    Patch,
    /// Texts have changed; variants, ids and answers stay.
    Minor,
    /// A `match` or an asserted answer may no longer compile.
    Major,
}

impl Level {
    /// What a change of this kind asks for.
    pub(crate) fn of(kind: Kind) -> Level {
        match kind {
            Kind::Added | Kind::Removed | Kind::Answer | Kind::Recycled | Kind::Regrouped => {
                Level::Major
            }
            Kind::Retitled
            | Kind::Label
            | Kind::Section
            | Kind::Notes
            | Kind::Documentation
            | Kind::Property => Level::Minor,
            Kind::Order => Level::Patch,
        }
    }

    /// The name as data has it: `patch`, `minor` or `major`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Level::Patch => "patch",
            Level::Minor => "minor",
            Level::Major => "major",
        }
    }
}
