//! What a person has agreed to beforehand, on the command line.

use super::arguments::Arguments;
use crate::{message::Message, nearest::nearest};

/// What a person has agreed to beforehand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Consent<'w> {
    /// That rows which are likely the same are.
    pub(super) yes: bool,
    /// The ids that may be dropped.
    drop: &'w [String],
    /// The ids of controls against which code has been held.
    reviewed: &'w [String],
}

impl<'w> Consent<'w> {
    pub(super) fn of(arguments: &'w Arguments) -> Self {
        Consent {
            yes: arguments.yes,
            drop: &arguments.drop,
            reviewed: &arguments.reviewed,
        }
    }

    /// Whether an id may be dropped.
    pub(super) fn drops(&self, id: &str) -> bool {
        self.drop.iter().any(|drop| drop == id)
    }

    /// Whether code has been held against what a control says now.
    pub(super) fn reviewed(&self, id: &str) -> bool {
        self.reviewed.iter().any(|reviewed| reviewed == id)
    }

    /// What is wrong with it: ids of controls of which nothing waits for a review.
    pub(super) fn idle_reviews(&self, waiting: &[&str]) -> Vec<Message> {
        strangers(
            self.reviewed,
            waiting,
            "nothing waits for a review against the id",
        )
    }

    /// What is wrong with it: ids that aren't among all those which edits drop.
    pub(super) fn mistakes(&self, all: &[&str]) -> Vec<Message> {
        strangers(self.drop, all, "no edit drops the id")
    }
}

/// An error for each id that isn't among some others.
fn strangers(ids: &[String], all: &[&str], what: &str) -> Vec<Message> {
    let missing = ids.iter().filter(|id| !all.contains(&&***id));
    let mistake = |id: &String| {
        let near = nearest(id, all.iter().map(|id| ((*id).to_owned(), *id)));
        let help = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
        Message::error(format!("{what} `{id}`{help}"))
    };
    missing.map(mistake).collect()
}
