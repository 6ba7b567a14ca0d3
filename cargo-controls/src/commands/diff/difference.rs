//! A difference between two documents, as it's shown.

use controls_document::{Facts, Place, visible};

use crate::{level::Level, show::words::Piece};

/// One difference.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    /// What sort of difference it is, as data has it.
    pub(crate) kind: &'static str,
    /// The release that it asks for; none where the other document is a translation.
    pub(crate) level: Option<Level>,
    /// The heading of the further column whose cell has changed.
    pub(crate) property: Option<String>,
    /// The title in the later document, or else in the earlier one; `None` for a section as a whole.
    pub(crate) title: Option<String>,
    /// The title in the earlier document.
    pub(crate) old_title: Option<String>,
    /// The section in the later document, or else in the earlier one.
    pub(crate) section: String,
    /// The section in the earlier document.
    pub(crate) old_section: Option<String>,
    /// What has changed, as it was.
    pub(crate) old: Option<String>,
    /// What has changed, as it is.
    pub(crate) new: Option<String>,
    /// Where in the earlier document.
    pub(crate) old_place: Option<Place>,
    /// Where in the later document.
    pub(crate) new_place: Option<Place>,
    /// False for a guess.
    pub(crate) certain: bool,
    /// Whether another difference says it as well: that a label is recycled says that the row which had it has gone.
    pub(crate) is_told: bool,
    /// What has happened, in one line.
    pub(crate) message: String,
    /// What is said at the place in the earlier document.
    pub(crate) old_label: String,
    /// What is said at the place in the later document.
    pub(crate) new_label: String,
    /// Where something that was removed would be in the later document.
    pub(crate) near: Option<LabelledPlace>,
    /// The words that changed within a text; empty where no words are worth marking.
    pub(crate) pieces: Vec<Piece>,
    /// The title that a recycled label has now.
    pub(crate) now: Option<String>,
    /// The titles that something which was removed may have become.
    pub(crate) successors: Vec<String>,
    /// What else there is to know.
    pub(crate) help: Option<String>,
}

/// A place in the later document near to which something was in the earlier one.
#[derive(Debug)]
pub(crate) struct LabelledPlace {
    pub(crate) place: Place,
    pub(crate) label: String,
}

impl Difference {
    /// A difference of which nothing is said yet.
    pub(super) fn of(facts: &Facts<'_>) -> Difference {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Difference {
            title: owned(facts.title),
            old_title: owned(facts.old_title),
            section: facts.section.to_owned(),
            old_section: owned(facts.old_section),
            old: owned(facts.old),
            new: owned(facts.new),
            certain: true,
            ..Difference::default()
        }
    }

    /// The difference in words in which everything can be seen. `unlike` says what tells two texts apart that look alike.
    pub(super) fn seen(mut self, unlike: Option<String>) -> Difference {
        if let Some(unlike) = unlike {
            let comma = if self.new_label.is_empty() { "" } else { ", " };
            self.new_label = format!("{}{comma}with {unlike}", self.new_label);
        }
        for text in [&mut self.message, &mut self.old_label, &mut self.new_label] {
            *text = visible(text).into_owned();
        }
        self
    }
}
