//! What each fuzz target does with its input, and what must hold whatever the input is.

#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is what a fuzz target reports"
)]

mod binding;
mod fix;

use binding::bound;
use controls_document::{Binding, Change, Document, excerpt, located_links, resolve};
use proc_macro2::TokenStream;

pub use fix::fix;

/// What parts the two documents of an input.
pub const SEPARATOR: char = '\u{1}';

/// Reads a document, in the way that the input chooses, or as OSCAL if it begins as JSON does. Whatever is found is at a place that exists, and so is what makes
/// it unreadable.
pub fn read(input: &str) {
    let is_oscal = input.starts_with('{');
    let (binding, text) = if is_oscal {
        (Binding::Slash, input)
    } else {
        bound(input)
    };
    let read = if is_oscal {
        controls_document::read_oscal(text)
    } else {
        controls_document::read_bound(text, &binding)
    };
    let document = match read {
        Ok(document) => document,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            for place in error.places() {
                let _ = excerpt("d.md", text, place, "");
            }
            return;
        }
    };
    let lines = text.split('\n').count();
    let exists = |line: u32| (1..=lines).contains(&usize::try_from(line).unwrap_or(usize::MAX));
    assert!(document.count() > 0, "a reading has controls");
    assert!(document.remarks.is_sorted_by_key(|remark| remark.place));
    for remark in &document.remarks {
        assert!(exists(remark.place.line), "{remark:?}");
        let _ = excerpt("d.md", text, remark.place, &remark.message);
    }
    for heading in &document.headings {
        assert!(exists(heading.place.line), "{heading:?}");
    }
    for (_, control) in document.controls() {
        assert!(!control.title.text.is_empty(), "{control:?}");
        assert!(is_oscal || control.answer().is_some() == binding.has_answers());
        let cells = [
            &control.title,
            &control.answer,
            &control.notes,
            &control.documentation,
        ];
        let properties = control.properties.iter().map(|property| &property.cell);
        for cell in cells.into_iter().chain(&control.label).chain(properties) {
            assert!(exists(cell.place().line), "{cell:?}");
            for (range, link) in located_links(&cell.text) {
                assert!(cell.text[range].contains(link.text), "{link:?}");
                let _ = resolve("https://learn.example/a/b", link.target);
            }
        }
    }
}

/// Compares two documents. Each row of one is a row of the other, or was added or removed, and a document doesn't differ
/// from itself.
pub fn compare(input: &str) {
    let Some(Two { old, new, .. }) = two_documents(input) else {
        return;
    };
    for document in [&old, &new] {
        let comparison = controls_document::compare(document.outline(), document.outline());
        assert!(
            comparison.changes().is_empty(),
            "{:?}",
            comparison.changes()
        );
    }
    let comparison = controls_document::compare(old.outline(), new.outline());
    let (mut added, mut removed) = (vec![false; new.count()], vec![false; old.count()]);
    for change in comparison.changes() {
        match change {
            Change::Added { new } => added[*new] = true,
            Change::Removed { old, .. } => removed[*old] = true,
            _ => {}
        }
    }
    for (row, was_removed) in removed.into_iter().enumerate() {
        let new = comparison.new_row(row);
        assert_eq!(new.is_none(), was_removed, "{row}");
        assert!(
            new.is_none_or(|new| comparison.old_row(new) == Some(row)),
            "{row}"
        );
    }
    for (row, was_added) in added.into_iter().enumerate() {
        assert_eq!(comparison.old_row(row).is_none(), was_added, "{row}");
    }
    if comparison.changes().is_empty() {
        let says = |document: &Document<'_>| {
            let rows = document.controls().map(|(section, control)| {
                let answer = control.answer().map(|answer| answer.to_string());
                format!("{} {} {answer:?}", section.title, control.title.text)
            });
            rows.collect::<Vec<_>>()
        };
        assert_eq!(says(&old), says(&new));
    }
}

/// Expands a definition: what comes out is Rust, as far as tokens can say.
pub fn parse(text: &str) {
    proc_macro2::extra::invalidate_current_thread_spans();
    let Ok(tokens) = format!("(::controls_core) {text}").parse::<TokenStream>() else {
        return;
    };
    let expanded = controls_dsl::expand(tokens, &|_| None).to_string();
    assert!(expanded.parse::<TokenStream>().is_ok(), "{expanded}");
}

/// Two documents, both of which have controls, as one binding has them read.
struct Two<'t> {
    binding: Binding,
    old: Document<'t>,
    new: Document<'t>,
    /// The text of the second one.
    text: &'t str,
}

fn two_documents(input: &str) -> Option<Two<'_>> {
    let (binding, text) = bound(input);
    let (old, text) = text.split_once(SEPARATOR)?;
    Some(Two {
        old: controls_document::read_bound(old, &binding).ok()?,
        new: controls_document::read_bound(text, &binding).ok()?,
        binding,
        text,
    })
}
