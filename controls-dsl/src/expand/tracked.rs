//! What ties a catalog to the file of its document: Cargo builds it again when only that changes, and the compiler asserts
//! that the file which Cargo watches is the one that was read.

use std::path::PathBuf;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use crate::{Definition, Source};

/// The file that contains a token.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Where it is on this machine.
    pub path: PathBuf,
    /// What the compiler calls it in what it writes.
    pub name: String,
}

/// Includes the document, and asserts that it's the one that was read.
///
/// The compiler looks for a relative path from the file in which the outermost macro is called, and `controls!` from the
/// file that contains the literal. The two are in different folders where somebody else's macro has the literal. So the
/// path is made absolute, which leaves no trace in the library, and that the two are in one folder is asserted.
pub(super) fn tracked(
    krate: &TokenStream,
    definition: &Definition,
    source: &Source,
    origin: &Origin,
) -> Option<TokenStream> {
    let literal = definition.document.as_ref()?.literal();
    let cfgs = &definition.cfgs;
    let absolute = std::path::absolute(&source.path).ok();
    let absolute = absolute.as_ref().and_then(|path| path.to_str());
    let included = absolute.map_or_else(|| literal.clone(), Literal::string);
    let text = source.text.as_bytes();
    let (length, digest) = (
        Literal::usize_unsuffixed(text.len()),
        Literal::u64_unsuffixed(digest(text)),
    );
    let (name, local) = (&origin.name, origin.path.to_string_lossy());
    let call = quote_spanned! {literal.span()=>
        DOCUMENT.assert(__c::core::file!(), __c::core::include_bytes!(#included));
    };
    Some(quote! {
        #(#cfgs)*
        const _: () = {
            use #krate::__private as __c;
            const DOCUMENT: __c::Tracked = __c::Tracked {
                path: #literal,
                file: #name,
                local: #local,
                length: #length,
                digest: #digest,
            };
            #call
        };
    })
}

/// A digest as `controls-core` makes it of what the compiler has included: see `controls-core/src/__private/tracked.rs`.
fn digest(bytes: &[u8]) -> u64 {
    let mut digest = 0;
    if let Some(last) = bytes.len().checked_sub(8) {
        for at in 0..64 {
            let word = bytes[last / 63 * at + last % 63 * at / 63..].first_chunk();
            digest = (digest ^ word.copied().map_or(0, u64::from_le_bytes))
                .wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    digest
}
