//! Headings that may be controls, and aren't read as such.

use crate::Place;

/// A heading of the level of the controls that isn't read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadHeading {
    /// Its number or code, if headings of controls begin with such.
    pub label: Option<String>,
    /// What follows that; empty if nothing does.
    pub title: String,
    /// Where it is.
    pub place: Place,
    /// Why it isn't read, as the second half of a sentence.
    pub why: String,
    /// Where it's for want of an answer, how the document may call that: as it has been bound, and as it may be called here.
    pub spellings: Vec<String>,
}

impl UnreadHeading {
    /// Returns whether a control that was removed may be the one under this heading.
    #[must_use]
    pub(crate) fn may_be(&self, label: &str, title: &str) -> bool {
        let has_label = self.label.as_deref().unwrap_or_default() == label;
        match &*self.title {
            // The title of such a control is a sentence beneath.
            "" => !label.is_empty() && has_label,
            of => of == title && (has_label || self.label.is_none() || label.is_empty()),
        }
    }

    /// Returns what to write so that it's read again, in words; `None` where it isn't known.
    #[must_use]
    pub fn remedy(&self) -> Option<String> {
        let now = self.spellings.last().filter(|_| self.spellings.len() > 1)?;
        let spellings: Vec<String> = self.spellings.iter().map(|of| format!("{of:?}")).collect();
        Some(format!(
            "if the answer is what follows `{now}` now, write `answer = [{}]`",
            spellings.join(", ")
        ))
    }
}
