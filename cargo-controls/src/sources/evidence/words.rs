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

/// The macros by the names that files give them.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<String, Word>);

impl Words {
    /// The names that some imports give, whatever their order.
    pub(super) fn of_imports<'i>(imports: impl Iterator<Item = &'i Import>) -> Words {
        let renamed = imports.filter_map(|Import { path, name, .. }| {
            let (last, name) = (path.last()?, name.as_ref()?);
            (name != last && name != "_").then_some((last, name))
        });
        let renamed: Vec<(&String, &String)> = renamed.collect();
        let mut words = Words::default();
        loop {
            let known = words.0.len();
            for (last, name) in &renamed {
                if let Some(word) = words.get(last) {
                    words.0.entry((*name).clone()).or_insert(word);
                }
            }
            if words.0.len() == known {
                return words;
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
