//! From a definition to its catalog.

mod docs;
mod ids;
mod implementations;
mod items;
mod rows;
mod table;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
};

use controls_document::{Document, Place};

use crate::{
    Definition, Findings, check, drifts, load, parse, report,
    tokens::{Delimiter, Name, Output, Span, Token},
};

/// Expands a definition. `krate` is the path of `controls-core`, and `file_of` says which file a token stands in.
///
/// Never panics: what would be a panic becomes a compile error that says so.
pub fn expand(
    krate: &Output,
    definition: &[Token],
    file_of: &dyn Fn(Span) -> Option<PathBuf>,
) -> Output {
    catch_unwind(AssertUnwindSafe(|| expanded(krate, definition, file_of))).unwrap_or_else(
        |panic| {
            let what = panic
                .downcast_ref::<&str>()
                .copied()
                .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
            failed(what.unwrap_or("it doesn't say why"))
        },
    )
}

/// What a definition expands to if there's a mistake in here, or in the macro: an error that says so.
#[must_use]
pub fn failed(what: &str) -> Output {
    let message =
        format!("`controls!` has failed on this definition, which is a bug of `controls!`: {what}");
    let mut out = Output::default();
    out.text(&format!("::core::compile_error! {{ {message:?} }}"));
    out
}

fn expanded(
    krate: &Output,
    definition: &[Token],
    file_of: &dyn Fn(Span) -> Option<PathBuf>,
) -> Output {
    let mut out = Output::default();
    let mut findings = Findings::default();
    let Some(mut definition) = parse(definition, &mut findings) else {
        findings.write(krate, &mut out);
        return out;
    };
    check(&mut definition, &mut findings);
    let file = definition
        .document
        .as_ref()
        .and_then(|document| file_of(document.span()));
    let source = load(&definition, file, &mut findings);
    let document = source
        .as_ref()
        .and_then(|source| source.document(&definition, &mut findings));
    // What a definition with mistakes says isn't what its author means: it's not held against the document yet.
    if let (true, Some(document), Some(source)) = (findings.is_empty(), &document, &source) {
        report(
            &drifts(&definition, document),
            &definition,
            source,
            &mut findings,
        );
    }
    catalog(krate, &definition, document.as_ref(), &mut out);
    if source.is_some() {
        tracked(krate, &definition, &mut out);
    }
    findings.write(krate, &mut out);
    out
}

/// Has Cargo build the catalog again when only the document changes.
fn tracked(krate: &Output, definition: &Definition, out: &mut Output) {
    let Some(document) = &definition.document else {
        return;
    };
    out.append(&definition.cfgs)
        .text("const _: &[u8] =")
        .append(krate)
        .text("::__private::core::include_bytes!");
    out.group(Delimiter::Parenthesis, document.literal(), None)
        .text(";");
}

/// The catalog. A definition without rows, or with too many, gives the bare enum: there is an error about it, and code
/// that names the type should give no other.
fn catalog(
    krate: &Output,
    definition: &Definition,
    document: Option<&Document<'_>>,
    out: &mut Output,
) {
    if (1..=check::MOST_ROWS).contains(&definition.count()) {
        items::enums(krate, definition, document, out);
        table::block(krate, definition, document, out);
    } else {
        items::bare(krate, definition, out);
    }
}

/// Where the rows stand in the document, in order.
fn places(document: Option<&Document<'_>>) -> impl Iterator<Item = Place> {
    document
        .into_iter()
        .flat_map(Document::controls)
        .map(|(_, control)| control.title.place())
}

/// The name of the enum of sections.
fn section_enum(definition: &Definition) -> Name {
    Name::made_up(
        format!("{}Section", definition.name.plain()),
        definition.name.span(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::lexed;

    #[test]
    fn a_panic_becomes_an_error_that_says_so() {
        let input = r#"#[document = "x.md"] enum A { B = "B" { C = "C" } }"#;
        let tokens = lexed(input, input.parse().unwrap());
        let tokens =
            expand(&Output::default(), &tokens, &|_| panic!("no file today")).written(input);
        assert!(tokens.contains("compile_error"), "{tokens}");
        assert!(
            tokens.contains("bug of `controls!`: no file today"),
            "{tokens}"
        );
    }
}
