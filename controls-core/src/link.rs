//! Links in what a row says.

/// A link in the notes or the documentation of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Link {
    /// The text of the link, as Markdown.
    pub text: &'static str,
    /// The target as written, for example `../security/overview.md`.
    pub target: &'static str,
    /// The absolute address that it leads to from where the document is published. `None` where the target is relative
    /// and the catalog doesn't say where that is.
    pub url: Option<&'static str>,
}
