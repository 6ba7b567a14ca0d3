//! The headings above a section.

use crate::folded;

/// What is between two headings of a path.
const BETWEEN: &str = " > ";

/// The headings above a section of a document.
///
/// Which of them gather sections isn't always plain: an introduction may have a heading of its own, of the level of the
/// sections after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Above {
    /// All of them, outermost first, with ` > ` between.
    pub(crate) all: String,
    /// Those that gather sections: without the title of the document.
    pub(crate) gathering: String,
    /// What tells the section from others of its title: the last of them, and as many before it as that takes.
    pub(crate) short: String,
    pub(crate) need: Need,
}

/// Whether a definition says what a section is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Need {
    /// All sections are under the same headings.
    #[default]
    None,
    /// Others are under other headings.
    Some,
    /// One of them has its title.
    Must,
}

impl Above {
    /// All of them, outermost first.
    pub(crate) fn all(&self) -> &str {
        &self.all
    }

    /// Returns those that gather sections, outermost first, with ` > ` between; empty if none is above the section but the
    /// title of the document.
    #[must_use]
    pub fn gathering(&self) -> &str {
        &self.gathering
    }

    /// Returns what tells the section from the others: the heading directly above it, and those above that as far as it
    /// takes them to tell it from another section of its title; `None` if none gathers it.
    #[must_use]
    pub fn telling(&self) -> Option<&str> {
        Some(&*self.short).filter(|short| !short.is_empty())
    }

    /// Returns whether the document has sections under other headings as well.
    #[must_use]
    pub fn is_one_of_several(&self) -> bool {
        self.need != Need::None
    }

    /// Returns whether a section of the same title is under other headings, so that a definition has to name its own.
    #[must_use]
    pub fn must_be_told(&self) -> bool {
        self.need == Need::Must && !self.short.is_empty()
    }

    /// Whether another section of another document is under the same headings. Where a title of the document or an
    /// introduction isn't the same, nothing else has changed.
    pub(crate) fn is_same(&self, other: &Above) -> bool {
        self.all == other.all || self.gathering == other.gathering
    }

    /// Whether a person who names headings, outermost first, means these: the last of them, or all.
    pub(crate) fn is_meant(&self, named: &str) -> bool {
        let named = folded(named);
        is_ending(&self.all, &named) || is_ending(&self.gathering, &named)
    }

    /// Each path by which it can be named, the longest first.
    pub(crate) fn endings(&self) -> impl Iterator<Item = &str> {
        let of_all = endings(&self.all);
        let of_gathering = endings(&self.gathering).filter(|ending| !is_ending(&self.all, ending));
        of_all.chain(of_gathering)
    }
}

/// A path, and what is left of it without its first heading, its second and so on.
pub(crate) fn endings(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path).filter(|path| !path.is_empty()), |path| {
        Some(path.split_once(BETWEEN)?.1)
    })
}

/// Returns the headings of a path, such as that of `#[group]`, outermost first.
///
/// ```
/// use controls_document::headings_of;
///
/// assert!(headings_of("Storage > Tables").eq(["Storage", "Tables"]));
/// ```
pub fn headings_of(path: &str) -> impl Iterator<Item = &str> {
    path.split(BETWEEN).filter(|heading| !heading.is_empty())
}

/// Returns the path of headings, outermost first, as [`headings_of`] takes it apart.
///
/// ```
/// assert_eq!(controls_document::heading_path(["Storage", "Tables"]), "Storage > Tables");
/// ```
pub fn heading_path(headings: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut path = String::new();
    for (at, heading) in headings.into_iter().enumerate() {
        if at > 0 {
            path.push_str(BETWEEN);
        }
        path.push_str(heading.as_ref());
    }
    path
}

fn is_ending(path: &str, of: &str) -> bool {
    path.strip_suffix(of)
        .is_some_and(|before| before.is_empty() || before.ends_with(BETWEEN))
}
