//! `fix`: from a definition and a newer document to a definition that is in step.

use controls_document::{Binding, Document};
use controls_dsl::{
    Definition, Diagnostics, Frame, Names, Original, Source, check, definition, drifts, edit,
};
use proc_macro2::{TokenStream, TokenTree};

use crate::{Two, two_documents};

/// Writes a definition of the first document, and takes it to the second one. Then the two are in step, and each
/// difference before had words.
pub fn fix(input: &str) {
    let Some(two) = two_documents(input) else {
        return;
    };
    let Two {
        binding,
        old,
        new,
        text,
    } = two;
    let Some(source) = source(&old, &binding) else {
        return;
    };
    let Some((tokens, before)) = parsed(&source) else {
        // Not every document is one that a definition can say, such as one in which a row is there twice.
        return;
    };
    let shown = Source::new("d.md".to_owned(), text.to_owned());
    for drift in drifts(&before, &new) {
        assert!(!drift.text(&shown).is_empty());
    }
    let original = Original {
        text: &source,
        tokens,
        definition: &before,
    };
    match edit(&original, &new, text, &mut |guess| guess.is_likely) {
        Ok(None) => assert!(drifts(&before, &new).is_empty()),
        Ok(Some(edit)) => {
            let fixed = format!(
                "{}{}{}",
                &source[..edit.range.start],
                edit.text,
                &source[edit.range.end..]
            );
            let (_, after) = parsed(&fixed).expect("what is fixed is a definition");
            let left = drifts(&after, &new);
            assert!(left.is_empty(), "{left:?}\n{fixed}");
        }
        Err(error) => assert!(!error.starts_with("internal error"), "{error}\n{source}"),
    }
}

/// The definition of a document, its rows named by numbers.
fn source(document: &Document<'_>, binding: &Binding) -> Option<String> {
    let frame = Frame {
        name: "Fuzzed",
        about: "",
        document: "d.md",
        heading: None,
        published: None,
        binding,
    };
    let names = Names {
        sections: (0..document.sections.len())
            .map(|at| format!("Section{at}"))
            .collect(),
        rows: (0..document.count()).map(|at| format!("Row{at}")).collect(),
    };
    definition(&frame, &names, document)
}

/// The tokens of a definition within `controls!`, and the definition, if it has no mistakes.
fn parsed(source: &str) -> Option<(TokenStream, Definition)> {
    proc_macro2::extra::invalidate_current_thread_spans();
    let tokens: TokenStream = source.parse().ok()?;
    let body = tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    })?;
    let mut diagnostics = Diagnostics::default();
    let mut definition = controls_dsl::parse(body.clone(), &mut diagnostics)?;
    check(&mut definition, &mut diagnostics);
    diagnostics.is_empty().then_some((body, definition))
}
