//! From the folder of a package to its definitions, and to the documents that they are held against.

mod catalog;
mod edition;
mod include;
mod invocation;
mod modules;
mod packages;
mod parsed;
mod places;
mod proposal;
mod reading;
mod scan;
mod survey;
mod tokens;
mod version;
mod walk;

pub(crate) use catalog::{Held, SourceCatalog};
pub(crate) use edition::{Edition, Lines};
pub(crate) use invocation::Invocation;
pub(crate) use packages::Packages;
pub(crate) use parsed::Parsed;
pub(crate) use proposal::{Bound, Header, Level, Proposal};
pub(crate) use reading::ReadingOptions;
pub(crate) use survey::Survey;
pub(crate) use tokens::tokens;
pub(crate) use version::version;
