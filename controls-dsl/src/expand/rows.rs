//! The records of a catalog, each as it would be written by hand.

use controls_document::{Answer, Document, links, resolve};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{Definition, Row, RowAnswer, Section, StringLiteral, ast::plain_name, fingerprint};

/// The records, in order, with a comma after each.
pub(super) fn rows(
    definition: &Definition,
    fingerprints: &[u128],
    document: Option<&Document<'_>>,
) -> TokenStream {
    let published = definition.published.as_ref().map_or("", |text| &text.value);
    let mut places = document.into_iter().flat_map(Document::controls);
    let mut fingerprints = fingerprints.iter();
    let has_answers = definition.has_answers();
    let mut out = TokenStream::new();
    for (index, section) in definition.sections.iter().enumerate() {
        let group = group(section).map(|group| quote!(.group(#group)));
        for row in &section.rows {
            out.extend(said(index, section, row, has_answers));
            out.extend(group.clone());
            out.extend(linked(row, published));
            if row.is_withdrawn() {
                out.extend(quote!(.withdrawn()));
            }
            if let Some((_, control)) = places.next() {
                let place = control.title.place();
                let (line, column) = (place.line, place.column);
                let (line, column) = (
                    Literal::u32_unsuffixed(line),
                    Literal::u32_unsuffixed(column),
                );
                out.extend(quote!(.position(#line, #column)));
            }
            let fingerprint =
                fingerprint::literal(fingerprints.next().copied().unwrap_or_default());
            out.extend(quote!(.fingerprint(#fingerprint),));
        }
    }
    out
}

/// The headings above a section, if any is named.
pub(super) fn group(section: &Section) -> Option<TokenStream> {
    section.group()?;
    let headings = section.headings_above();
    Some(quote!(&[#(#headings),*]))
}

/// What the row says, in a call for each text that it has.
fn said(index: usize, section: &Section, row: &Row, has_answers: bool) -> TokenStream {
    let (id, name, title) = (row.id(), plain_name(&row.name), &row.title.value);
    let (index, heading) = (Literal::usize_unsuffixed(index), &section.title.value);
    let mut out = quote!(__c::row(#id, #name, #title).section(#index, #heading));
    if let Some(StringLiteral { value, .. }) = row.label() {
        out.extend(quote!(.label(#value)));
    }
    let answer = match row.answer.as_ref().map(RowAnswer::answer) {
        Some(Answer::Yes) => Some(quote!(Yes)),
        Some(Answer::No) => Some(quote!(No)),
        Some(Answer::NotApplicable) => Some(quote!(NotApplicable)),
        Some(Answer::Unanswered) => Some(quote!(Unanswered)),
        Some(Answer::Qualified(text)) => Some(quote!(Qualified(#text))),
        // Where only some rows have answers, there's an error about those that haven't.
        None => has_answers.then(|| quote!(Qualified(""))),
    };
    if let Some(answer) = answer {
        out.extend(quote!(.answer(__c::Answer::#answer)));
    }
    let cells = [
        (quote!(notes), row.notes()),
        (quote!(documentation), row.documentation()),
    ];
    for (method, text) in cells {
        if let Some(StringLiteral { value, .. }) = text
            && !value.is_empty()
        {
            out.extend(quote!(.#method(#value)));
        }
    }
    let properties = row.properties().map(|(name, text)| {
        let (name, value) = (&name.value, &text.value);
        quote!(__c::property(#name, #value))
    });
    let properties: Vec<TokenStream> = properties.collect();
    if !properties.is_empty() {
        // A call isn't promoted to a static of its own, but a constant is.
        out.extend(quote!(.properties(const { &[#(#properties),*] })));
    }
    let lists = [
        (quote!(formerly), row.formerly().collect::<Vec<_>>()),
        (quote!(alias), row.alias().collect()),
    ];
    for (method, texts) in lists {
        if !texts.is_empty() {
            let texts = texts.iter().map(|text| &text.value);
            out.extend(quote!(.#method(&[#(#texts),*])));
        }
    }
    out
}

/// The links in the notes, then those in the documentation.
fn linked(row: &Row, published: &str) -> TokenStream {
    let texts = row.notes().into_iter().chain(row.documentation());
    let links = texts.flat_map(|text| links(&text.value)).map(|link| {
        let (text, target) = (link.text, link.target);
        if let Some(url) = resolve(published, target) {
            quote!(__c::link(#text, #target, #url))
        } else {
            quote!(__c::link_without_url(#text, #target))
        }
    });
    let links: Vec<TokenStream> = links.collect();
    if links.is_empty() {
        TokenStream::new()
    } else {
        quote!(.links(const { &[#(#links),*] }))
    }
}
