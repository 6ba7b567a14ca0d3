//! The catalogs in scope, and what the sources of packages say of their controls.

use super::model::Traceable;
use crate::{
    message::Message,
    sources::{CatalogNames, CrateFile, EvidenceSurvey, Packages, Parsed, Survey},
};

/// What code does for controls, and the catalogs that have them.
pub(crate) struct Sources {
    pub(crate) catalogs: Vec<Parsed>,
    /// The names of the catalogs, in the same order.
    pub(crate) names: Vec<CatalogNames>,
    pub(crate) evidence: EvidenceSurvey,
    pub(crate) messages: Vec<Message>,
}

impl Sources {
    /// Reads the catalogs in scope, and what the packages that are meant say of them.
    pub(crate) fn of(packages: &Packages) -> Sources {
        let Survey {
            found,
            files,
            mut messages,
        } = Survey::of_workspace_in_scope(packages);
        let others = packages.out_of_scope();
        let (mut catalogs, mut names) = (Vec::new(), Vec::new());
        for found in found {
            if others.contains(&*found.target.package) {
                continue;
            }
            match Parsed::of(found) {
                Ok(parsed) => {
                    messages.extend(parsed.messages());
                    names.push(CatalogNames::of(&parsed.found, &parsed.definition));
                    catalogs.push(parsed);
                }
                Err(mistakes) => messages.extend(mistakes),
            }
        }
        let is_own = |file: &CrateFile| packages.are_about(&file.origin.target.package);
        Sources {
            evidence: EvidenceSurvey::of(&files, &names, is_own),
            catalogs,
            names,
            messages,
        }
    }

    /// The catalogs, as they are traced.
    pub(crate) fn traceable(&self) -> Vec<Traceable<'_>> {
        let catalogs = self.catalogs.iter().zip(&self.names);
        let catalogs = catalogs.map(|(parsed, names)| Traceable {
            names,
            found: &parsed.found,
            definition: &parsed.definition,
        });
        catalogs.collect()
    }
}
