//! A newer copy of a document, held against the catalog of the one that it may replace.

use std::{collections::BTreeMap, path::Path};

use controls_dsl::Source;

use crate::{message::Message, paths, sources::Parsed};

/// Opens the copy.
pub(super) fn open(copy: &Path) -> Result<Source, Message> {
    let source = Source::open(&paths::from_here(copy)).map_err(Message::error)?;
    Ok(Source {
        path: paths::shown(&paths::from_here(Path::new(&source.path))),
        ..source
    })
}

/// The document that a definition names, and its own name, as people are shown them.
pub(super) fn document(parsed: &Parsed) -> Option<(String, String)> {
    let literal = parsed.definition.document.as_ref()?;
    let folder = parsed.found.file.path.parent().unwrap_or(Path::new(""));
    let path = paths::shown(&paths::from_here(&folder.join(&literal.value)));
    Some((path, format!("`{}`", parsed.name())))
}

/// Says so unless there is one document that the copy can take the place of. Catalogs of several documents can't be held
/// against one copy, those of one page can.
pub(super) fn only_one(documents: Vec<(String, String)>, folder: &Path) -> Result<(), Message> {
    let mut by_path: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, catalog) in documents {
        by_path.entry(path).or_default().push(catalog);
    }
    let list: Vec<String> = by_path
        .iter()
        .map(|(path, catalogs)| format!("`{path}` of {}", catalogs.join(", ")))
        .collect();
    match &list[..] {
        [_] => Ok(()),
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
