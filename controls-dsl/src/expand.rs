//! From a definition to the tokens of its catalog.

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

use controls_document::Document;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{Definition, Findings, check, drifts, load, names, parse, report};

/// Expands what the macro is given: the path of `controls-core` in parentheses, then the definition. `file_of` says
/// which file a token stands in.
///
/// Never panics: what would be a panic becomes a compile error that says so.
pub fn expand(input: TokenStream, file_of: &dyn Fn(Span) -> Option<PathBuf>) -> TokenStream {
    catch_unwind(AssertUnwindSafe(|| expanded(input, file_of))).unwrap_or_else(|panic| {
        let what = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let message = format!(
            "`controls!` has failed on this definition, which is a bug of `controls!`: {}",
            what.unwrap_or("it doesn't say why")
        );
        quote! { ::core::compile_error! { #message } }
    })
}

fn expanded(input: TokenStream, file_of: &dyn Fn(Span) -> Option<PathBuf>) -> TokenStream {
    let mut tokens = input.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => group.stream(),
        _ => quote!(::controls_core),
    };
    let mut findings = Findings::default();
    let Some(mut definition) = parse(krate.clone(), tokens.collect(), &mut findings) else {
        return findings.tokens(&krate);
    };
    check(&mut definition, &mut findings);
    let file = definition.document.as_ref().and_then(|document| file_of(document.span()));
    let source = load(&definition, file, &mut findings);
    let document = source.as_ref().and_then(|source| source.document(&definition, &mut findings));
    // What a definition with mistakes says isn't what its author means: it's not held against the document yet.
    if let (true, Some(document), Some(source)) = (findings.is_empty(), &document, &source) {
        report(&drifts(&definition, document), &definition, source, &mut findings);
    }
    let mut out = catalog(&definition, document.as_ref());
    if source.is_some() {
        out.extend(tracked(&definition));
    }
    out.extend(findings.tokens(&krate));
    out
}

/// Has Cargo build the catalog again when only the document changes.
fn tracked(definition: &Definition) -> TokenStream {
    let Definition { krate, cfgs, document, .. } = definition;
    let Some(literal) = document.as_ref().map(|document| &document.literal) else { return TokenStream::new() };
    quote! {
        #cfgs
        const _: &[u8] = #krate::__private::core::include_bytes!(#literal);
    }
}

/// The catalog. A definition without rows, or with too many, gives the bare enum: there is an error about it, and code
/// that names the type should give no other.
fn catalog(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    if !(1..=check::MOST_ROWS).contains(&definition.count()) {
        return items::bare(definition);
    }
    let mut out = items::enums(definition, document);
    out.extend(table::block(definition, document));
    out
}

/// The tokens of generated text.
fn lexed(text: &str) -> TokenStream {
    match text.parse() {
        Ok(tokens) => tokens,
        // Only a bug can bring this about; `expand` turns it into an error that says so.
        Err(error) => panic!("the generated text can't be read: {error}"),
    }
}

/// The name of the enum of sections.
fn section_enum(definition: &Definition) -> proc_macro2::Ident {
    let name = format!("{}Section", names::plain(&definition.name));
    proc_macro2::Ident::new(&name, definition.name.span())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_that_says_so() {
        let input = quote! { (::controls_core) #[document = "x.md"] enum A { B = "B" { C = "C" } } };
        let tokens = expand(input, &|_| panic!("no file today")).to_string();
        assert!(tokens.contains("compile_error"), "{tokens}");
        assert!(tokens.contains("bug of `controls!`: no file today"), "{tokens}");
    }
}
