//! How results and messages are shown, whichever command they are of.

pub(crate) mod alert;
pub(crate) mod answer;
pub(crate) mod github;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod message;
pub(crate) mod out_of_step;
pub(crate) mod proposal;
mod repository;
pub(crate) mod sarif;
pub(crate) mod schema;
pub(crate) mod source_url;
pub(crate) mod text;
pub(crate) mod titles;
mod uri;
pub(crate) mod words;
pub(crate) mod wrap;
