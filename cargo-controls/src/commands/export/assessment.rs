//! An assessment that was stored.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use controls_core::Assessed;
use controls_oscal::OwnedCatalog;
use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, MapAccess, Visitor},
};

use crate::{message::Message, paths};

/// What was found, by the ids that controls have now.
pub(super) struct Assessment {
    pub(super) found: BTreeMap<String, Assessed>,
    /// Of what isn't in the catalog.
    pub(super) messages: Vec<Message>,
}

impl Assessment {
    /// Reads what was found for the controls of a catalog, or of another edition of it.
    ///
    /// # Errors
    ///
    /// When the file can't be read, isn't an assessment, or has two findings for one control.
    pub(super) fn read(path: &Path, catalog: &OwnedCatalog) -> Result<Assessment, Message> {
        let shown = paths::shown(path);
        let failed =
            |why: String| Message::error(format!("the assessment `{shown}` can't be read: {why}"));
        let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let Findings(findings) =
            serde_json::from_str(text).map_err(|error| failed(error.to_string()))?;
        let by_id = catalog.by_id();
        let mut assessment = Assessment {
            found: BTreeMap::new(),
            messages: Vec::new(),
        };
        for (id, assessed) in findings {
            let Some(record) = by_id.get(&*id) else {
                assessment.messages.push(Message::warning(format!(
                    "`{}` has no control `{id}`: what the assessment `{shown}` says of it is left out",
                    catalog.name
                )));
                continue;
            };
            if assessment
                .found
                .insert(record.id.clone(), assessed)
                .is_some()
            {
                return Err(failed(format!("control `{}` has two findings", record.id)));
            }
        }
        let missing = catalog.records().count() - assessment.found.len();
        if missing > 0 {
            let (are, them) = if missing == 1 {
                ("control isn't", "it")
            } else {
                ("controls aren't", "them")
            };
            assessment.messages.push(Message::warning(format!(
                "{missing} {are} in the assessment `{shown}`: nobody has assessed {them}"
            )));
        }
        Ok(assessment)
    }
}

/// The entries as they are written, also those that are there twice.
struct Findings(Vec<(String, Assessed)>);

impl<'de> Deserialize<'de> for Findings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Findings;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with a finding for each id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Findings, A::Error> {
                let mut findings = Vec::new();
                while let Some(id) = map.next_key::<String>()? {
                    // By which JSON names its schema.
                    if id == "$schema" {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    let found = map
                        .next_value()
                        .map_err(|error| de::Error::custom(format_args!("of `{id}`: {error}")))?;
                    findings.push((id, found));
                }
                Ok(Findings(findings))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
