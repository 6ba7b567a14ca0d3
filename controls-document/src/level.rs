//! What a difference asks of the next release of a catalog.

use std::fmt;

use crate::Kind;

/// The least release that a difference asks for. Greater levels come last.
///
/// ```
/// use controls_document::{Kind, Level};
///
/// let level = [Kind::Notes, Kind::Answer, Kind::Order].map(Kind::level).into_iter().max();
/// assert_eq!(level, Some(Level::Major));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Nothing that a program can rely on has changed.
    Patch,
    /// Texts have changed; variants, ids and answers stay.
    Minor,
    /// A `match` or an asserted answer may no longer compile.
    Major,
}

impl Level {
    /// The name as data has it: `patch`, `minor` or `major`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Patch => "patch",
            Level::Minor => "minor",
            Level::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Kind {
    /// What a difference of this kind asks for.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Kind::Added | Kind::Removed | Kind::Answer => Level::Major,
            Kind::Retitled | Kind::Section | Kind::Notes | Kind::Documentation => Level::Minor,
            Kind::Order => Level::Patch,
        }
    }
}
