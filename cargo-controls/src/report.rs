//! How results and messages are shown.

pub(crate) mod json;
mod message;
pub(crate) mod text;

pub(crate) use message::Message;
