//! From the folder of a package to its definitions and documents.

mod ahead;
mod edition;
mod found;
mod modules;
mod packages;
mod parsed;
mod scan;
mod tokens;
mod walk;

pub(crate) use ahead::look_ahead;
pub(crate) use edition::{Edition, Lines};
pub(crate) use found::Found;
pub(crate) use packages::{Roots, nothing, packages, workspace};
pub(crate) use parsed::Parsed;
pub(crate) use tokens::tokens;
pub(crate) use walk::{Survey, Walk, definitions, survey};
