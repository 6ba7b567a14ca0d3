//! The tokens of a source file.

use std::sync::Arc;

use proc_macro2::{LexError, TokenStream};

use crate::{file::SourceFile, message::Message};

/// The tokens of a file.
///
/// # Errors
///
/// Says where it isn't Rust.
pub(crate) fn tokens(file: &Arc<SourceFile>) -> Result<TokenStream, Message> {
    file.text.parse().map_err(|error: LexError| {
        let message = Message::error(
            "this isn't Rust, so the file's definitions can't be checked: `cargo check` says more",
        );
        let place = file.place(error.span().byte_range());
        message.at(place.unwrap_or_else(|| file.start()))
    })
}
