//! What somebody asks for, by the names that it goes by.

pub(crate) mod control;
pub(crate) mod section;
