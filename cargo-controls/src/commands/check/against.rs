//! A newer copy of a document, held against the catalog of the one that it may replace.

use std::{collections::BTreeMap, path::Path};

use controls_dsl::Source;

use crate::{
    message::Message,
    paths,
    sources::{Packages, SourceCatalog},
};

/// Opens the copy.
pub(super) fn open(copy: &Path) -> Result<Source, Message> {
    let source = Source::open(&paths::from_here(copy)).map_err(Message::error)?;
    let path = paths::shown(&paths::from_here(Path::new(&source.path)));
    Ok(Source::new(path, source.text))
}

/// Says so unless there is one document that the copy can take the place of. Catalogs of several documents can't be held
/// against one copy, those of one page can.
pub(super) fn only_one(catalogs: &[SourceCatalog], packages: &Packages) -> Result<(), Message> {
    let mut by_path: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for catalog in catalogs {
        if let Some(path) = catalog.found.document(&catalog.definition) {
            by_path
                .entry(path)
                .or_default()
                .push(format!("`{}`", catalog.name));
        }
    }
    let list: Vec<String> = by_path
        .iter()
        .map(|(path, catalogs)| format!("`{path}` of {}", catalogs.join(", ")))
        .collect();
    match &list[..] {
        [_] => Ok(()),
        [] => Err(Message::error(format!(
            "`--against` takes the place of a document, and no catalog in `{}` names one",
            packages.folder()
        ))),
        several => Err(Message::error(format!(
            "`--against` takes the place of one document, and the catalogs in `{}` name {}: {}; name the folder of \
             the package that is meant",
            packages.folder(),
            several.len(),
            several.join("; ")
        ))),
    }
}
