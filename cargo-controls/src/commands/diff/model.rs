//! Two documents, and what differs between them.

use controls_document::Remark;

use super::difference::Difference;
use crate::{level::Level, sources::Edition};

/// Two documents, and what differs between them.
pub(crate) struct Diff {
    /// The earlier one, or the original.
    pub(crate) old: Edition,
    /// The later one, or the translation.
    pub(crate) new: Edition,
    /// The date that the earlier one gives itself.
    pub(crate) old_date: Option<String>,
    /// The date that the later one gives itself.
    pub(crate) new_date: Option<String>,
    /// What was read leniently of the earlier one, or left alone.
    pub(crate) old_remarks: Vec<Remark>,
    /// The same of the later one.
    pub(crate) new_remarks: Vec<Remark>,
    /// The differences, in the order of the later one.
    pub(crate) differences: Vec<Difference>,
    /// The same as a mapping collection of OSCAL, if that is asked for.
    pub(crate) mapping: Option<String>,
    /// Whether the later one is a translation, which asks for no release.
    pub(crate) is_translation: bool,
}

impl Diff {
    /// The differences of which no other one tells, as people are told of them.
    pub(crate) fn to_tell(&self) -> impl Iterator<Item = &Difference> {
        let differences = self.differences.iter();
        differences.filter(|difference| !difference.is_told)
    }

    /// The release that the differences ask for.
    pub(crate) fn level(&self) -> Option<Level> {
        self.differences
            .iter()
            .filter_map(|difference| difference.level)
            .max()
    }
}
