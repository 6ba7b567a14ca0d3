//! What is said of a catalog that its document has left behind, where it's shown all the same.

use super::text::counted;
use crate::{message::Message, sources::SourceCatalog};

/// A warning, unless the catalog is in step with its document: it has been `done` as it's defined.
pub(crate) fn out_of_step(catalog: &SourceCatalog, done: &str) -> Option<Message> {
    let held = catalog.held.as_ref()?;
    if held.drifts.is_empty() {
        return None;
    }
    let count = counted(held.told().count(), "difference");
    let place = catalog.found.place(catalog.definition.name.span());
    Some(
        Message::warning(format!(
            "`{}` isn't in step with its document, and has been {done} as it's defined: {count}\n  = help: `cargo controls check` shows what differs",
            catalog.name
        ))
        .at(place),
    )
}
