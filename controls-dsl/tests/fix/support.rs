//! Definitions and documents, and the one fixed by the other.

use std::fmt::Write;

use controls_document::{Document, read};
use controls_dsl::{Diagnostics, Edit, Guess, Original, check, edit, parse};
use proc_macro2::{Group, TokenStream, TokenTree};

/// The edit that takes the first `controls!` of a source to a document.
pub(crate) fn edit_of(
    source: &str,
    document: &str,
    is_same: &mut dyn FnMut(&Guess) -> bool,
) -> Option<Edit> {
    try_edit_of(source, document, is_same).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// The same, or why there is none.
pub(crate) fn try_edit_of(
    source: &str,
    document: &str,
    is_same: &mut dyn FnMut(&Guess) -> bool,
) -> Result<Option<Edit>, String> {
    edit_to(source, &read(document).unwrap(), document, is_same)
}

/// The edit that takes a source to what is under a heading of a document, or why there is none.
pub(crate) fn edit_under(
    source: &str,
    document: &str,
    heading: &str,
) -> Result<Option<Edit>, String> {
    let narrowed = read(document).unwrap().under(heading).unwrap();
    edit_to(source, &narrowed, document, &mut |guess| guess.is_likely)
}

fn edit_to(
    source: &str,
    document: &Document<'_>,
    document_text: &str,
    is_same: &mut dyn FnMut(&Guess) -> bool,
) -> Result<Option<Edit>, String> {
    let tokens = group(source.parse().unwrap())
        .expect("the source has a `controls!`")
        .stream();
    let mut diagnostics = Diagnostics::default();
    let mut definition = parse(tokens.clone(), &mut diagnostics).unwrap();
    check(&mut definition, &mut diagnostics);
    assert!(
        diagnostics.is_empty(),
        "{:?}\n{source}",
        diagnostics.as_slice()
    );
    let original = Original {
        text: source,
        tokens,
        definition: &definition,
    };
    edit(&original, document, document_text, is_same)
}

/// The source with its first `controls!` in step with a document. Guesses are taken that are likely.
pub(crate) fn fixed(source: &str, document: &str) -> String {
    apply(
        source,
        edit_of(source, document, &mut |guess| guess.is_likely),
    )
}

pub(crate) fn apply(source: &str, edit: Option<Edit>) -> String {
    let Some(Edit { range, text, .. }) = edit else {
        return source.to_owned();
    };
    format!("{}{text}{}", &source[..range.start], &source[range.end..])
}

fn group(tokens: TokenStream) -> Option<Group> {
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Ident(name) if name == "controls")
            && let (Some(TokenTree::Punct(_)), Some(TokenTree::Group(body))) =
                (tokens.next(), tokens.next())
        {
            return Some(body);
        }
    }
    None
}

/// A source whose enum has a body, between its braces.
pub(crate) fn source(body: &str) -> String {
    format!("controls! {{\n    #[document = \"d.md\"]\n    pub enum S {{{body}}}\n}}\n")
}

/// A document from lines: `# section`, or `title | answer | notes | documentation`.
pub(crate) fn document(lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(section) = line.strip_prefix("# ") {
            write!(out, "\n## {section}\n\n| Control | Yes/No | Notes | Documentation |\n|---|---|---|---|\n").unwrap();
            continue;
        }
        let mut cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
        cells.resize(4, "");
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
    out
}

/// Fixes the body by the lines, and compares with the expected body. Fixing the result once more changes nothing.
#[track_caller]
pub(crate) fn assert_fixed(body: &str, lines: &str, expected: &str) {
    let document = document(lines);
    let result = fixed(&source(body), &document);
    assert_eq!(result, source(expected), "\n{result}");
    assert_eq!(fixed(&result, &document), result);
}
