//! From text to a control: by id, name, title, and what it was called before.

use core::fmt;

use crate::{Catalog, Record, nearest::nearest};

impl Catalog {
    /// Returns the index in [`records`](Self::records) of the control that a text names: by its id, the name of its
    /// variant, its title, its label, or something in its `formerly` or its `alias`, in this order, letter for letter. Where
    /// a title is in the document twice, it names the first; a label or an alias that is there twice names none.
    ///
    /// # Errors
    ///
    /// When no control is called so. The error names the nearest id.
    pub fn find(&'static self, text: &str) -> Result<usize, UnknownControl> {
        self.index_of(text)
            .or_else(|| self.records.iter().position(|record| record.name == text))
            .or_else(|| self.records.iter().position(|record| record.title == text))
            .or_else(|| self.index_of_only(|record| record.label == Some(text)))
            .or_else(|| self.index_of_former(text))
            .or_else(|| self.index_of_only(|record| record.alias.contains(&text)))
            .ok_or_else(|| UnknownControl::new(self, text))
    }

    /// Returns the index in [`records`](Self::records) of the control that has this id, or has had it: what data is read
    /// with.
    ///
    /// # Errors
    ///
    /// When no control has or has had it. The error names the nearest id.
    pub fn find_id(&'static self, id: &str) -> Result<usize, UnknownControl> {
        self.index_of(id)
            .or_else(|| self.index_of_former(id))
            .ok_or_else(|| UnknownControl::new(self, id))
    }

    /// The index of the only control of which something is true.
    fn index_of_only(&self, is_it: impl Fn(&Record) -> bool) -> Option<usize> {
        let first = self.records.iter().position(&is_it)?;
        let is_only = !self.records[first + 1..].iter().any(&is_it);
        is_only.then_some(first)
    }

    /// The index of the first control that had this id or title.
    fn index_of_former(&self, text: &str) -> Option<usize> {
        self.records
            .iter()
            .position(|record| record.formerly.contains(&text))
    }
}

/// How many bytes of what was asked for an error keeps.
const KEPT: usize = 64;

/// No control is called so.
///
/// Says what was asked for, and which id is nearest if one is near. Holds both without allocating: of a long text, the
/// beginning.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { ForcedTunneling = "Forced tunneling" } } }
/// let error = "forced-tuneling".parse::<Service>().unwrap_err();
/// assert_eq!(error.to_string(), "`Service` has no control `forced-tuneling`; did you mean `forced-tunneling`?");
/// assert_eq!(error.nearest(), Some("forced-tunneling"));
/// ```
#[derive(Clone, Copy)]
pub struct UnknownControl {
    catalog: &'static Catalog,
    asked: [u8; KEPT],
    length: u8,
    cut: bool,
    nearest: Option<&'static str>,
}

impl UnknownControl {
    fn new(catalog: &'static Catalog, text: &str) -> Self {
        let kept = &text[..text.floor_char_boundary_at(KEPT)];
        let mut asked = [0; KEPT];
        asked[..kept.len()].copy_from_slice(kept.as_bytes());
        UnknownControl {
            catalog,
            asked,
            length: u8::try_from(kept.len()).unwrap_or(0),
            cut: kept.len() < text.len(),
            nearest: nearest(text, catalog.records.iter().map(|record| record.id)),
        }
    }

    /// Returns what was asked for; of a text of more than 64 bytes, the beginning.
    #[must_use]
    pub fn asked(&self) -> &str {
        core::str::from_utf8(&self.asked[..usize::from(self.length)]).unwrap_or("")
    }

    /// Returns the id that is nearest to it, if one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }

    /// Returns the catalog that was asked.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }
}

trait FloorCharBoundary {
    fn floor_char_boundary_at(&self, most: usize) -> usize;
}

impl FloorCharBoundary for str {
    fn floor_char_boundary_at(&self, most: usize) -> usize {
        let mut at = most.min(self.len());
        while !self.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

impl fmt::Debug for UnknownControl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownControl")
            .field("catalog", &self.catalog.name)
            .field("asked", &self.asked())
            .field("nearest", &self.nearest)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for UnknownControl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.cut { "…" } else { "" };
        write!(
            f,
            "`{}` has no control `{}{more}`",
            self.catalog.name,
            self.asked()
        )?;
        match self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for UnknownControl {}

impl PartialEq for UnknownControl {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.catalog, other.catalog)
            && self.asked() == other.asked()
            && self.cut == other.cut
    }
}

impl Eq for UnknownControl {}
