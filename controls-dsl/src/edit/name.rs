//! Names for rows and sections that a definition lacks.

use std::collections::HashSet;

use crate::{Definition, names};

/// The names and ids that are given, and those that were: none of them comes to mean something else.
pub(super) struct Taken {
    rows: HashSet<String>,
    sections: HashSet<String>,
}

impl Taken {
    pub(super) fn new(definition: &Definition) -> Taken {
        let rows = definition.rows().flat_map(|row| {
            let former = row.formerly.iter().map(|text| text.value.clone());
            former.chain([row.name.plain().to_owned(), row.id().to_owned()])
        });
        Taken {
            rows: rows.collect(),
            sections: definition
                .sections
                .iter()
                .map(|section| section.name.plain().to_owned())
                .collect(),
        }
    }

    /// A variant for a row, which is taken from now on.
    pub(super) fn row(&mut self, title: &str, section: &str) -> String {
        proposed(section, title, &mut self.rows)
    }

    /// A variant for a section, which is taken from now on.
    pub(super) fn section(&mut self, title: &str) -> String {
        proposed("", title, &mut self.sections)
    }
}

fn proposed(section: &str, title: &str, taken: &mut HashSet<String>) -> String {
    let name = names::propose(&[(section, title)], taken)
        .pop()
        .unwrap_or_default();
    taken.insert(name.clone());
    name
}

/// What a row of this title would be called if no name were taken.
pub(super) fn for_title(title: &str) -> String {
    names::propose(&[("", title)], &HashSet::new())
        .pop()
        .unwrap_or_default()
}
