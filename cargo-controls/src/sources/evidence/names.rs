//! Catalogs and controls as code names them.

use controls_dsl::{Definition, plain_name};

use crate::sources::{catalog_path::catalog_path, invocation::Invocation};

/// A control: its catalog, and its row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ControlIndex {
    pub(crate) catalog: usize,
    pub(crate) row: usize,
}

/// A catalog as paths name it.
#[derive(Debug)]
pub(crate) struct CatalogNames {
    /// The name of its enum.
    pub(crate) name: String,
    /// The name of the crate that it's in.
    pub(crate) crate_name: String,
    /// The modules of the crate that it's in, outermost first.
    pub(crate) modules: Vec<String>,
    /// The variants, in order.
    pub(crate) variants: Vec<String>,
}

impl CatalogNames {
    /// The path of its enum, from the crate on.
    pub(crate) fn path(&self) -> String {
        catalog_path(&self.crate_name, &self.modules, &self.name)
    }

    /// Those of a definition.
    pub(crate) fn of(found: &Invocation, definition: &Definition) -> CatalogNames {
        CatalogNames {
            name: plain_name(&definition.name),
            crate_name: found.target.crate_name(),
            modules: found.modules.clone(),
            variants: definition.rows().map(|row| plain_name(&row.name)).collect(),
        }
    }
}
