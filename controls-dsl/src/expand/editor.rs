//! What an editor completes in rows that are being typed.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{Definition, ast::HalfTyped};

/// The words that have been typed, in a scope where the words of the language are: there an editor knows what may be
/// meant. The compiler doesn't see them, since there's an error about each already.
pub(super) fn completions(krate: &TokenStream, definition: &Definition) -> TokenStream {
    if definition.half_typed.is_empty() {
        return TokenStream::new();
    }
    let words = definition.half_typed.iter().map(|typed| {
        let (scope, word) = match typed {
            HalfTyped::Answer(word) => (quote!(answers), word),
            HalfTyped::Field(word) => (quote!(fields), word),
        };
        quote! {
            const _: () = {
                use #krate::__private::editor::#scope::*;
                #word;
            };
        }
    });
    let cfgs = &definition.cfgs;
    quote! {
        #(#cfgs)*
        #[allow(unexpected_cfgs)]
        const _: () = {
            #(
                #[cfg(rust_analyzer)]
                #words
            )*
        };
    }
}
