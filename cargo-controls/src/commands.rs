//! The commands: each with its arguments, its model, and how it's shown.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fix;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod manual;
pub(crate) mod matrix;
pub(crate) mod read;
pub(crate) mod trace;
