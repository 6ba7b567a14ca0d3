//! Takes a definition to what its document says, as an edit of its text.
//!
//! The body of the enum is taken apart into sections and these into rows, each with its comments, and put together in the
//! order of the document. What hasn't drifted goes into the new text as it was in the old one, to the byte.

mod formerly;
mod guess;
mod layout;
mod proposed;
mod remains;
mod review;
mod row;
mod trivia;
mod weave;
mod write;

use std::ops::Range;

use controls_document::{Document, IndexedDocument, compare};
use proc_macro2::{TokenStream, TokenTree};

use crate::{Definition, Diagnostics, Row, Section, check, parse};

use guess::Rows;
use proposed::Proposed;

pub use guess::{Dropped, Guess};
pub use review::Review;

/// A definition and the text in which it is.
pub struct Original<'o> {
    /// The text of the whole file.
    pub text: &'o str,
    /// The tokens inside `controls! { … }`, with their places in the text.
    pub tokens: TokenStream,
    /// What they are. It has no mistakes.
    pub definition: &'o Definition,
}

/// What takes a definition to its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the text that another text takes the place of.
    pub range: Range<usize>,
    /// The other text.
    pub text: String,
    /// What a person must look at, in the order of the document.
    pub reviews: Vec<Review>,
    /// The rows that it removes.
    pub dropped: Vec<Dropped>,
}

/// Finds the edit that takes a definition to its document, whose text is given as well. `None` if it's in step.
///
/// `is_same` is asked of each row that may be another one under a new title: whether it is. If it isn't, the old row
/// is removed and the new one added.
///
/// # Errors
///
/// Says why there is no such edit: it would remove what the document still has, the document has something that no
/// definition can say, or there is a mistake in here.
pub fn edit(
    original: &Original<'_>,
    document: &Document<'_>,
    document_text: &str,
    is_same: &mut dyn FnMut(&Guess) -> bool,
) -> Result<Option<Edit>, String> {
    let Original {
        text, definition, ..
    } = original;
    let comparison = compare(definition.outline(), document.outline());
    if comparison.changes().is_empty() {
        return Ok(None);
    }
    let rows: Vec<(&Section, &Row)> = definition
        .sections
        .iter()
        .flat_map(|section| section.rows.iter().map(move |row| (section, row)))
        .collect();
    let indexed = IndexedDocument::new(document);
    let list =
        layout::sections(text, definition).ok_or_else(|| internal("the text isn't its tokens'"))?;
    let counts: Vec<usize> = list
        .items
        .iter()
        .map(|section| section.of.rows.items.len())
        .collect();
    if counts
        != definition
            .sections
            .iter()
            .map(|section| section.rows.len())
            .collect::<Vec<_>>()
    {
        return Err(internal("the text has other rows than the definition"));
    }
    let both = Rows {
        old: &rows,
        new: &indexed,
        list: &list,
    };
    let comparison = both.decided(comparison, is_same);
    let remains = remains::found(
        &comparison,
        &rows,
        &definition.sections,
        document,
        document_text,
    );
    if let Some(remains) = remains {
        return Err(remains);
    }
    let names = Proposed::of(definition, document, &comparison);
    let writer = write::Writer::new(text, document, &comparison, &names, &rows, &list);
    let edit = Edit {
        range: list.around.inner.clone(),
        text: writer.body(),
        dropped: both.dropped(&comparison),
        reviews: review::reviews(&comparison, &indexed, (&definition.sections, &rows), &names),
    };
    verify(original, &edit, document)?;
    Ok(Some(edit))
}

fn internal(what: &str) -> String {
    format!("internal error: {what}, so nothing is changed")
}

/// Whether the new text is a definition without mistakes, and in step with the document.
fn verify(original: &Original<'_>, edit: &Edit, document: &Document<'_>) -> Result<(), String> {
    let bytes = |token: TokenTree| token.span().byte_range();
    let mut tokens = original.tokens.clone().into_iter();
    let start = tokens.next().map_or(edit.range.start, |first| {
        bytes(first).start.min(edit.range.start)
    });
    let end = tokens
        .last()
        .map_or(edit.range.end, |last| bytes(last).end.max(edit.range.end));
    let part = |range: Range<usize>| original.text.get(range).unwrap_or_default();
    let text = format!(
        "{}{}{}",
        part(start..edit.range.start),
        edit.text,
        part(edit.range.end..end)
    );
    let tokens: TokenStream = text
        .parse()
        .map_err(|_| internal("the edited definition isn't Rust"))?;
    let mut diagnostics = Diagnostics::default();
    let definition = parse(tokens, &mut diagnostics).map(|mut definition| {
        check(&mut definition, &mut diagnostics);
        definition
    });
    if let Some(diagnostic) = diagnostics.as_slice().first() {
        return Err(format!(
            "the edited definition would have a mistake: {}",
            diagnostic.message
        ));
    }
    let in_step = definition.is_some_and(|definition| {
        let comparison = compare(definition.outline(), document.outline());
        comparison.changes().is_empty()
    });
    if in_step {
        Ok(())
    } else {
        Err(internal(
            "the edited definition would differ from its document",
        ))
    }
}
