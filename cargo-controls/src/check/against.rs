//! A newer copy of a document, held against the catalog of the one that it may replace.

use std::{collections::BTreeMap, path::Path};

use controls_dsl::Source;

use crate::{parsed::Parsed, paths, report::Message};

/// Opens the copy. Catalogs of several documents can't be held against one copy, those of one page can.
pub(super) fn newer_copy(copy: &Path, all: &[Parsed], folder: &Path) -> Result<Source, Message> {
    let mut documents: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for parsed in all {
        if let Some(literal) = &parsed.definition.document {
            let folder = parsed.found.file.path.parent().unwrap_or(Path::new(""));
            let path = paths::shown(&paths::from_here(&folder.join(&literal.value)));
            documents.entry(path).or_default().push(format!("`{}`", parsed.name()));
        }
    }
    let list: Vec<String> =
        documents.iter().map(|(path, catalogs)| format!("`{path}` of {}", catalogs.join(", "))).collect();
    match &list[..] {
        [_] => Source::open(&paths::from_here(copy)).map_err(Message::error),
        [] => Err(Message::error(format!(
            "`--against` takes the place of a document, and no catalog in `{}` names one",
            paths::shown(folder)
        ))),
        several => Err(Message::error(format!(
            "`--against` takes the place of one document, and the catalogs in `{}` name {}: {}; name the folder of \
             the package that is meant",
            paths::shown(folder),
            several.len(),
            several.join("; ")
        ))),
    }
}
