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
}

impl<'w> Consent<'w> {
    pub(super) fn of(arguments: &'w Arguments) -> Self {
        Consent {
            yes: arguments.yes,
            drop: &arguments.drop,
        }
    }

    /// Whether an id may be dropped.
    pub(super) fn drops(&self, id: &str) -> bool {
        self.drop.iter().any(|drop| drop == id)
    }

    /// What is wrong with it: ids that aren't among all those which edits drop.
    pub(super) fn mistakes(&self, all: &[&str]) -> Vec<Message> {
        let missing = self.drop.iter().filter(|id| !all.contains(&&***id));
        let mistake = |id: &String| {
            let near = nearest(id, all.iter().map(|id| ((*id).to_owned(), *id)));
            let help = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            Message::error(format!("no edit drops the id `{id}`{help}"))
        };
        missing.map(mistake).collect()
    }
}
