//! Links in what a row says.

use core::{
    fmt,
    hash::{Hash, Hasher},
    iter::FusedIterator,
};

use crate::table::{self, some};

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

/// The links of a row, in order: those in its notes, then those in its documentation.
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
/// assert_eq!(links.len(), 2);
/// let addresses: Vec<_> = links.into_iter().filter_map(|link| link.url).collect();
/// assert_eq!(addresses, ["https://learn.example/service/rules", "https://learn.example/zones"]);
/// ```
#[derive(Clone, Copy)]
pub struct Links {
    /// Begins with the texts of these links.
    text: &'static str,
    /// The digits of these links, see [`table`].
    digits: &'static [u8],
}

impl Links {
    pub(crate) const fn new(text: &'static str, digits: &'static [u8]) -> Self {
        Links { text, digits }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.digits.len() / table::LINK
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.digits.is_empty()
    }

    /// The link at this index, in constants too.
    #[must_use]
    pub const fn get(self, index: usize) -> Option<Link> {
        if index >= self.len() {
            return None;
        }
        let mut rest = self;
        let mut before = 0;
        while before < index {
            (_, rest) = rest.first();
            before += 1;
        }
        Some(rest.first().0)
    }

    /// All of them, one by one.
    #[must_use]
    pub const fn iter(self) -> LinksIter {
        LinksIter { rest: self }
    }

    /// The first one, and the others. There has to be one.
    const fn first(self) -> (Link, Self) {
        let (text, rest) = self.text.split_at(table::length_of_part(self.digits, 0, 0));
        let (target, rest) = rest.split_at(table::length_of_part(self.digits, 0, 1));
        let (url, rest) = rest.split_at(table::length_of_part(self.digits, 0, 2));
        (
            Link {
                text,
                target,
                url: some(url),
            },
            Links {
                text: rest,
                digits: self.digits.split_at(table::LINK).1,
            },
        )
    }
}

impl IntoIterator for Links {
    type Item = Link;
    type IntoIter = LinksIter;

    fn into_iter(self) -> LinksIter {
        self.iter()
    }
}

impl IntoIterator for &Links {
    type Item = Link;
    type IntoIter = LinksIter;

    fn into_iter(self) -> LinksIter {
        self.iter()
    }
}

impl fmt::Debug for Links {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}

impl PartialEq for Links {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(*other)
    }
}

impl Eq for Links {}

impl Hash for Links {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.iter().for_each(|link| link.hash(state));
    }
}

/// The links of a row, one by one. Made by [`Links::iter`].
#[derive(Clone, Debug)]
pub struct LinksIter {
    rest: Links,
}

impl Iterator for LinksIter {
    type Item = Link;

    fn next(&mut self) -> Option<Link> {
        if self.rest.is_empty() {
            return None;
        }
        let (link, rest) = self.rest.first();
        self.rest = rest;
        Some(link)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), Some(self.rest.len()))
    }
}

impl ExactSizeIterator for LinksIter {}

impl FusedIterator for LinksIter {}
