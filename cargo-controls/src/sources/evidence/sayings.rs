//! What a file says of controls: attributes, `satisfies!` and `waived!`, and the items that they are on.

use controls_dsl::evidence::EvidenceKind;
use proc_macro2::{Ident, TokenStream};

use super::{
    test::{TestFacts, test_facts},
    words::{Word, Words},
};
use crate::sources::{
    condition::Condition,
    imports::Within,
    scan::{ItemKind, MarkedItem, Scan},
};

/// Something that a file says of controls.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) word: Word,
    /// What is in its parentheses.
    pub(super) body: TokenStream,
    /// The word.
    pub(super) at: Ident,
    pub(super) kind: ItemKind,
    /// The name of the item, if it's about one.
    pub(super) name: Option<String>,
    /// What is around it in this file.
    pub(super) within: Within,
    /// Each condition in this file that it depends on.
    pub(super) conditions: Vec<Condition>,
    /// What the item is as a test.
    pub(super) test: TestFacts,
}

/// Everything that a file says.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    /// What is said, in order.
    pub(super) all: Vec<Saying>,
    /// The words within a `macro_rules!`, one for each of these: what it puts together isn't seen.
    pub(super) hidden: Vec<Ident>,
    /// The attributes that are on something which can't hold them, such as a field.
    pub(super) misplaced: Vec<Ident>,
}

/// What a file says, by what has been found in it.
pub(super) fn sayings(scan: &Scan, words: &Words) -> Sayings {
    let mut said = Sayings::default();
    for template in &scan.templates {
        let is_word = |name: &&Ident| words.of(name).is_some();
        // One that passes on what it's given under its own name is seen where it's called.
        let mentioned = template.mentions.iter().find(is_word);
        let mentioned = mentioned.filter(|word| *word != &*template.name);
        said.hidden.extend(mentioned.cloned());
    }
    for call in &scan.calls {
        match words.of(&call.at) {
            None | Some(Word::Claim(EvidenceKind::Verifies)) => {}
            Some(word) => said.all.push(Saying {
                word,
                body: call.body.stream(),
                at: call.at.clone(),
                kind: ItemKind::Statement,
                name: None,
                within: call.within.clone(),
                conditions: call.conditions.to_vec(),
                test: TestFacts::default(),
            }),
        }
    }
    for marked in &scan.marked {
        let of_words = marked.marks.iter().filter_map(|mark| {
            let word = words.of(&mark.name)?;
            (word != Word::Waived).then_some((mark, word))
        });
        let of_words: Vec<_> = of_words.collect();
        if of_words.is_empty() {
            continue;
        }
        let Some(item) = &marked.item else {
            let names = of_words.iter().map(|(mark, _)| mark.name.clone());
            said.misplaced.extend(names);
            continue;
        };
        let others = marked.marks.iter();
        let others = others.filter(|mark| words.of(&mark.name).is_none());
        let test = test_facts(others, item, &scan.names);
        let MarkedItem {
            kind,
            name,
            within,
            conditions,
            ..
        } = item;
        said.all.extend(of_words.iter().map(|(mark, word)| Saying {
            word: *word,
            body: mark.body.clone(),
            at: mark.name.clone(),
            kind: match kind {
                ItemKind::Function if test.is_test => ItemKind::Test,
                kind => *kind,
            },
            name: Some(name.clone()),
            within: within.clone(),
            conditions: [&**conditions, &*mark.conditions].concat(),
            test: test.clone(),
        }));
    }
    said.all
        .sort_by_key(|saying| saying.at.span().byte_range().start);
    said
}
