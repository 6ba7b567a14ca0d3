//! From the folder of a package to its definitions, and to the documents that they are held against.

mod catalog;
mod catalog_path;
mod compact;
mod condition;
mod dependencies;
mod edition;
mod evidence;
mod imports;
mod include;
mod invocation;
mod manifest;
mod modules;
mod owned;
mod packages;
mod parsed;
mod places;
mod proposal;
mod reading;
mod scan;
mod scope;
mod survey;
mod target;
mod tokens;
mod version;
mod walk;

pub(crate) use catalog::{Held, SourceCatalog};
pub(crate) use catalog_path::{is_path_of, several};
pub(crate) use edition::Edition;
pub(crate) use evidence::{
    CatalogNames, CodeItem, ControlIndex, Evidence, EvidenceSurvey, Idle, Waiver,
};
pub(crate) use imports::{Import, levels};
pub(crate) use invocation::Invocation;
pub(crate) use owned::{owned, owned_definition};
pub(crate) use packages::Packages;
pub(crate) use parsed::Parsed;
pub(crate) use proposal::{Bound, Header, HeadingLevel, Proposal, WhyNot};
pub(crate) use reading::ReadingOptions;
pub(crate) use scope::{Scope, unknown};
pub(crate) use survey::Survey;
pub(crate) use target::{CargoTarget, Untested};
pub(crate) use tokens::tokens;
pub(crate) use version::version;
pub(crate) use walk::CrateFile;
