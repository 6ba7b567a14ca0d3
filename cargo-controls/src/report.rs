//! How results and messages are shown.

pub(crate) mod changelog;
pub(crate) mod github;
pub(crate) mod html;
pub(crate) mod json;
mod message;
mod place;
mod reasons;
pub(crate) mod sarif;
pub(crate) mod text;
mod words;

pub(crate) use message::Message;
