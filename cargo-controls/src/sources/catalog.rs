//! A definition held against its document.

use controls_document::{Place, Remark};
use controls_dsl::{Definition, Drift, Source, drifts};

use super::{invocation::Invocation, parsed::Parsed, places::places};
use crate::message::Message;

/// A definition that can be read.
#[derive(Debug)]
pub(crate) struct SourceCatalog {
    /// The name of its enum.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) found: Invocation,
    /// What it says.
    pub(crate) definition: Definition,
    /// What is wrong with it, or with its document.
    pub(crate) mistakes: Vec<Message>,
    /// What has come of holding it against its document; `None` if it names none, or if the two can't be compared.
    pub(crate) held: Option<Held>,
}

/// A document that a definition has been held against.
#[derive(Debug)]
pub(crate) struct Held {
    /// The document.
    pub(crate) source: Source,
    /// The path of the document itself, where this is a copy that may take its place.
    pub(crate) replaced: Option<String>,
    /// The date that it gives itself.
    pub(crate) date: Option<String>,
    /// What was read of it leniently, or left alone.
    pub(crate) remarks: Vec<Remark>,
    /// The differences.
    pub(crate) drifts: Vec<Drift>,
    /// Where the title of each row is in the document; `None` for a row that isn't there.
    pub(crate) places: Vec<Option<Place>>,
}

impl Held {
    /// The differences without those that another one tells of.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Drift> {
        self.drifts.iter().filter(|drift| !drift.is_told)
    }
}

impl SourceCatalog {
    /// Holds a definition against its document, or against a copy that may take the place of that.
    ///
    /// # Errors
    ///
    /// When there is too little of the definition to name an enum. Other mistakes are part of the catalog.
    pub(crate) fn of(
        found: Invocation,
        copy: Option<&Source>,
    ) -> Result<SourceCatalog, Vec<Message>> {
        Ok(SourceCatalog::held(Parsed::of(found)?, copy))
    }

    /// The same for a definition that has been parsed.
    pub(crate) fn held(mut parsed: Parsed, copy: Option<&Source>) -> SourceCatalog {
        let source = match copy {
            Some(copy) => parsed.definition.document.as_ref().map(|_| copy.clone()),
            None => parsed.source(),
        };
        let replaced = copy.and_then(|_| parsed.found.document(&parsed.definition));
        let held = source.and_then(|source| held(&mut parsed, source, replaced));
        SourceCatalog {
            name: parsed.name(),
            mistakes: parsed.messages(),
            found: parsed.found,
            definition: parsed.definition,
            held,
        }
    }

    /// The differences from its document.
    pub(crate) fn drifts(&self) -> &[Drift] {
        self.held.as_ref().map_or(&[], |held| &held.drifts)
    }

    /// A difference as the macro reports it.
    pub(crate) fn message(&self, drift: &Drift, held: &Held) -> Message {
        let text = match &held.replaced {
            None => drift.text(&held.source),
            Some(document) => {
                let copy = &held.source.path;
                let way =
                    format!("put `{copy}` in place of `{document}` and run `cargo controls fix`");
                drift.text_with(&held.source, &way)
            }
        };
        Message::error(text).at(self.found.place(drift.span))
    }
}

fn held(parsed: &mut Parsed, source: Source, replaced: Option<String>) -> Option<Held> {
    let document = parsed.document(&source)?;
    let drifts = drifts(&parsed.definition, &document);
    let places = places(&parsed.definition, &document);
    Some(Held {
        date: document.date,
        remarks: document.remarks,
        replaced,
        source,
        drifts,
        places,
    })
}
