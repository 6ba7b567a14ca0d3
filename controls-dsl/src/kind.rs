//! What kind of document a file is.

use std::path::Path;

/// What kind of document a file is, by the extension of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `.csv`
    Csv,
    /// `.json`: a catalog in OSCAL, which says itself what is what.
    Oscal,
    /// Anything else.
    Markdown,
}

impl Kind {
    pub(crate) fn of(path: &str) -> Kind {
        let extension = Path::new(path).extension();
        match extension.and_then(|extension| extension.to_str()) {
            Some(csv) if csv.eq_ignore_ascii_case("csv") => Kind::Csv,
            Some(json) if json.eq_ignore_ascii_case("json") => Kind::Oscal,
            _ => Kind::Markdown,
        }
    }

    /// The feature of `controls-core` that reads it; none is needed for Markdown.
    #[cfg(feature = "edit")]
    pub(crate) fn feature(self) -> Option<&'static str> {
        match self {
            Kind::Csv => Some("csv"),
            Kind::Oscal => Some("oscal"),
            Kind::Markdown => None,
        }
    }
}
