//! A link in what a row says.

/// A link in the notes or the documentation of a control.
///
/// ```
/// controls_core::controls! {
///     #[published = "https://learn.example/service/controls"]
///     enum Service {
///         Network = "Network" { Firewall = "Firewall" => Yes { notes: "By [rules](./rules.md), or [zones](/zones)." } }
///     }
/// }
///
/// let links = Service::Firewall.links();
/// assert_eq!((links[0].text, links[0].target), ("rules", "./rules.md"));
/// let addresses: Vec<_> = links.iter().filter_map(|link| link.url).collect();
/// assert_eq!(addresses, ["https://learn.example/service/rules", "https://learn.example/zones"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
