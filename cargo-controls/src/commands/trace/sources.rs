//! What a trace is made of: the catalogs in scope, and what the sources say of them.

use super::arguments::Arguments;
use crate::{
    message::Message,
    sources::{CatalogNames, EvidenceSurvey, Packages, Parsed, Survey, unknown},
    traced::model::Traceable,
};

/// What a trace is made of.
pub(super) struct Sources {
    pub(super) catalogs: Vec<Parsed>,
    /// The names of the catalogs, in the same order.
    pub(super) names: Vec<CatalogNames>,
    pub(super) evidence: EvidenceSurvey,
    pub(super) messages: Vec<Message>,
}

impl Sources {
    /// Reads the catalogs in scope, and what the packages that are meant say of them.
    pub(super) fn of(arguments: &Arguments) -> Result<Sources, Vec<Message>> {
        let packages =
            Packages::of(&arguments.packages.selection()).map_err(|error| vec![error])?;
        let Survey {
            found,
            files,
            mut messages,
        } = Survey::of_workspace(&packages).with_own_dependencies(&packages);
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
        let has_failed = messages.iter().any(|message| message.is_error);
        if catalogs.is_empty() && !has_failed {
            messages.push(packages.nothing("trace", &[]));
        }
        if let Some(wanted) = &arguments.catalog
            && !catalogs.is_empty()
        {
            messages.extend(unknown(wanted, names.iter().map(|of| of.name.clone())));
        }
        if catalogs.is_empty()
            || arguments
                .catalog
                .as_ref()
                .is_some_and(|wanted| !names.iter().any(|of| of.name == *wanted))
        {
            return Err(messages);
        }
        let own = files
            .into_iter()
            .filter(|file| packages.are_about(&file.origin.target.package));
        let own: Vec<_> = own.collect();
        Ok(Sources {
            evidence: EvidenceSurvey::of(&own, &names),
            catalogs,
            names,
            messages,
        })
    }

    /// The catalogs, as they are traced.
    pub(super) fn traceable(&self) -> Vec<Traceable<'_>> {
        let catalogs = self.catalogs.iter().zip(&self.names);
        let catalogs = catalogs.map(|(parsed, names)| Traceable {
            names,
            found: &parsed.found,
            definition: &parsed.definition,
        });
        catalogs.collect()
    }
}
