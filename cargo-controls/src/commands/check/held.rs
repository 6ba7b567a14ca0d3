//! A definition held against its document. What has come of it can go to another thread, for its places are worked out.

use controls_dsl::{Source, drifts};

use super::{
    against,
    catalog::{Catalog, Checked},
    difference::Difference,
};
use crate::{
    message::Message,
    sources::{Found, Parsed},
};

/// What has come of a definition.
#[derive(Debug)]
pub(super) struct Held {
    /// The document that it names, and its own name. Needed for a newer copy only.
    pub(super) document: Option<(String, String)>,
    /// The definition, if it has no mistakes.
    pub(super) catalog: Result<Catalog, Mistakes>,
}

/// What is wrong with a definition.
#[derive(Debug)]
pub(super) enum Mistakes {
    /// It can't be read at all.
    Unreadable(Vec<Message>),
    /// It's wrong, or there is no document that it could be held against.
    Wrong(Vec<Message>),
}

impl Held {
    /// Holds a definition against its document, or against a newer copy of it.
    pub(super) fn of(found: Found, copy: Option<&Result<Source, Message>>) -> Held {
        let mut parsed = match Parsed::of(found) {
            Ok(parsed) => parsed,
            Err(messages) => {
                return Held {
                    document: None,
                    catalog: Err(Mistakes::Unreadable(messages)),
                };
            }
        };
        let document = copy.and_then(|_| against::document(&parsed));
        let source = match copy {
            Some(copy) => copy.as_ref().ok().filter(|_| document.is_some()).cloned(),
            None => parsed.source(),
        };
        Held {
            document,
            catalog: catalog(parsed, source.as_ref()),
        }
    }
}

fn catalog(mut parsed: Parsed, source: Option<&Source>) -> Result<Catalog, Mistakes> {
    let document = source.and_then(|source| parsed.document(source));
    if !parsed.is_sound() {
        return Err(Mistakes::Wrong(parsed.messages()));
    }
    let definition = &parsed.definition;
    let checked = source.zip(document).map(|(source, document)| {
        let drifts = drifts(definition, &document);
        Checked {
            document: source.path.clone(),
            differences: drifts
                .into_iter()
                .map(|drift| Difference::of(drift, &parsed.found, source))
                .collect(),
            remarks: document.remarks,
        }
    });
    Ok(Catalog {
        name: parsed.name(),
        file: parsed.found.file.shown.clone(),
        line: parsed
            .found
            .file
            .position(definition.name.span().bytes().start)
            .0,
        controls: definition.count(),
        sections: definition.sections.len(),
        checked,
    })
}
