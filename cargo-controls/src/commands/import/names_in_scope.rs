//! Names that the catalogs in scope already give: a control that several documents have has one name in all of them.

use std::collections::HashMap;

use controls_dsl::{is_keyword, plain_name};

use crate::{
    sources::{Packages, Parsed, Survey},
    title::key,
};

/// Names by titles.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamesInScope {
    sections: Names,
    rows: Names,
}

/// Names by titles; nothing for a title that has several.
type Names = HashMap<String, Option<String>>;

impl NamesInScope {
    /// The names in the definitions of the workspace around the present folder, and of what it depends on. Where there's
    /// none, or where something is wrong with it, there are fewer of them: whatever that is, it's no business of an import.
    pub(crate) fn of_workspace() -> NamesInScope {
        let mut names = NamesInScope::default();
        let Ok(packages) = Packages::of_here() else {
            return names;
        };
        let survey = Survey::of_workspace(&packages);
        for found in survey.found {
            let Ok(Parsed { definition, .. }) = Parsed::of(found) else {
                continue;
            };
            for section in &definition.sections {
                add(
                    &mut names.sections,
                    &section.title.value,
                    &plain_name(&section.name),
                );
            }
            for row in definition.rows() {
                add(&mut names.rows, &row.title.value, &plain_name(&row.name));
            }
        }
        names
    }

    /// The name that a section of this title has.
    pub(super) fn section(&self, title: &str) -> Option<&str> {
        self.sections.get(&key(title))?.as_deref()
    }

    /// The name that a row of this title has.
    pub(super) fn row(&self, title: &str) -> Option<&str> {
        self.rows.get(&key(title))?.as_deref()
    }
}

/// A title that has several names, of which nobody knows the one that is meant, has none.
fn add(names: &mut Names, title: &str, name: &str) {
    if is_keyword(name) {
        return;
    }
    let known = names
        .entry(key(title))
        .or_insert_with(|| Some(name.to_owned()));
    if known.as_deref() != Some(name) {
        *known = None;
    }
}
