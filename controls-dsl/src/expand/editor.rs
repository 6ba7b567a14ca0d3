//! What an editor completes in rows that are being typed.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{Definition, ast::HalfTyped};

/// The words that have been typed, where the compiler expects an answer or a field: there an editor knows what may be
/// meant. The compiler doesn't see them, since there's an error about each already.
pub(super) fn completions(krate: &TokenStream, definition: &Definition) -> TokenStream {
    if definition.half_typed.is_empty() {
        return TokenStream::new();
    }
    let places = definition.half_typed.iter().map(|typed| match typed {
        HalfTyped::Answer(word) => quote! {
            const _: __c::Answer = {
                use __c::Answer::*;
                #word
            };
        },
        HalfTyped::Field(word) => quote! {
            const _: __c::Fields = __c::Fields { #word };
        },
    });
    let cfgs = &definition.cfgs;
    quote! {
        #(#cfgs)*
        #[allow(unexpected_cfgs, unused_imports)]
        const _: () = {
            use #krate::__private::editor as __c;
            #(
                #[cfg(rust_analyzer)]
                #places
            )*
        };
    }
}
