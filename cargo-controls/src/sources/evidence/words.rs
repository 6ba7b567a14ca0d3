//! The names under which the macros of evidence are called.

use std::collections::HashMap;

use controls_dsl::{evidence::EvidenceKind, plain_name as plain};
use proc_macro2::Ident;

use crate::sources::imports::Import;

/// One of the macros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// `satisfies` or `verifies`.
    Claim(EvidenceKind),
    /// `waived`.
    Waived,
}

const WORDS: [(&str, Word); 3] = [
    ("satisfies", Word::Claim(EvidenceKind::Satisfies)),
    ("verifies", Word::Claim(EvidenceKind::Verifies)),
    ("waived", Word::Waived),
];

/// The macros by the names that the files of a package give them.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<String, Word>);

impl Words {
    /// Adds what some imports say.
    pub(super) fn add<'i>(&mut self, imports: impl Iterator<Item = &'i Import>) {
        for Import { path, name, .. } in imports {
            if let (Some(last), Some(name)) = (path.last(), name)
                && let Some(word) = self.get(last)
                && name != last
                && name != "_"
            {
                self.0.insert(name.clone(), word);
            }
        }
    }

    /// The macro of a name.
    fn get(&self, name: &str) -> Option<Word> {
        let known = WORDS.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, word)| *word)
            .or_else(|| self.0.get(name).copied())
    }

    /// The macro that a token names.
    pub(super) fn of(&self, name: &Ident) -> Option<Word> {
        self.get(&plain(name))
    }
}
