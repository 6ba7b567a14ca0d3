//! What is said of each kind of difference between two documents.

use controls_document::{Change, Comparison, Facts, Near, Unread, visible};

use super::{
    difference::{Difference, LabelledPlace},
    documents::{Documents, answered},
};
use crate::{
    level::Level,
    show::words::{Piece, pieces},
};

/// Puts a change into words. `None` only if its indices are those of other documents.
pub(super) fn difference(
    change: &Change,
    comparison: &Comparison<'_>,
    documents: &Documents<'_>,
) -> Option<Difference> {
    let facts = comparison.facts(change)?;
    let kind = change.kind();
    let Wording {
        message,
        old_label,
        new_label,
    } = words(change, &facts, comparison, documents)?;
    let difference = Difference {
        kind: kind.name(),
        level: Some(Level::of(kind)),
        old_place: documents.old.old_place(change),
        new_place: documents.new.new_place(change),
        near: near(change, comparison, documents),
        property: match change {
            Change::Property { name, .. } => Some(name.clone()),
            _ => None,
        },
        certain: !matches!(change, Change::Retitled { certain: false, .. }),
        message,
        old_label,
        new_label,
        now: match change {
            Change::Recycled { new, .. } => {
                let row = documents.new.row(*new);
                row.map(|(_, control)| control.title.text.to_string())
            }
            _ => None,
        },
        pieces: changed_words(change, &facts),
        successors: successors(change, documents),
        help: help(change, facts.section, comparison, documents),
        ..Difference::of(&facts)
    };
    Some(difference.seen(facts.unlike(kind)))
}

/// What is said in one line, and at the places in the earlier and in the later document.
struct Wording {
    message: String,
    old_label: String,
    new_label: String,
}

fn words(
    change: &Change,
    facts: &Facts<'_>,
    comparison: &Comparison<'_>,
    documents: &Documents<'_>,
) -> Option<Wording> {
    let title = facts.title.unwrap_or_default();
    let (old, new) = (facts.old.unwrap_or_default(), facts.new.unwrap_or_default());
    let sentence = |name: &str| comparison.sentence(change, name);
    let none = || (String::new(), String::new());
    let (message, (old_label, new_label)) = match *change {
        Change::Added { new } => (
            format!("a control was added: `{title}`"),
            (String::new(), answered(documents.new.row(new)?.1)),
        ),
        Change::Removed { old, .. } => (
            match documents.new.unread(change, comparison) {
                Some(Unread::Heading(_)) => format!("`{title}` isn't read as a control any more"),
                Some(Unread::Section(_)) | None => format!("a control was removed: `{title}`"),
            },
            (answered(documents.old.row(old)?.1), String::new()),
        ),
        Change::Answer { .. } => (
            format!("{} from `{old}` to `{new}`", sentence(title)?),
            (format!("was `{old}`"), format!("is `{new}`")),
        ),
        Change::Recycled { .. } => (
            sentence(title)?,
            (
                format!("`{old}` was this one"),
                format!("`{old}` is this one"),
            ),
        ),
        Change::Retitled { .. } => (sentence(old)?, none()),
        Change::Label { .. } => (cell("label", "was", facts, sentence(title)), none()),
        Change::Notes { .. } => (cell("notes", "were", facts, sentence(title)), none()),
        Change::Documentation { .. } => {
            let message = cell("documentation", "was", facts, sentence(title));
            (message, none())
        }
        Change::Property { ref name, .. } => {
            let message = cell(&format!("`{name}`"), "was", facts, sentence(title));
            (message, none())
        }
        Change::Moved { .. } => (
            format!("`{title}` has moved from section `{old}` to section `{new}`"),
            (format!("was in `{old}`"), format!("is in `{new}`")),
        ),
        Change::Order { .. } => (
            format!("`{title}` is in another place in its section"),
            order(facts, "first in its section"),
        ),
        Change::SectionRenamed { .. } => (format!("section `{old}` is called `{new}` now"), none()),
        Change::SectionMoved { .. } => {
            let under = |verb: &str, heading: Option<&str>| {
                heading.map_or_else(
                    || format!("{verb} under no heading that gathers sections"),
                    |heading| format!("{verb} under `{heading}`"),
                )
            };
            let (was, is) = (under("was", facts.old), under("is", facts.new));
            let message = format!("section `{}` {was}, and {is} now", facts.section);
            (message, (was, is))
        }
        Change::SectionRemoved { .. } => {
            let message = format!("section `{old}` was removed, but none of its controls");
            (message, none())
        }
        Change::SectionAdded { .. } => {
            let message = format!("section `{new}` was added, and its controls were in others");
            (message, none())
        }
        Change::SectionOrder { .. } => (
            format!("section `{}` is in another place", facts.section),
            order(facts, "the first section"),
        ),
    };
    Some(Wording {
        message,
        old_label,
        new_label,
    })
}

/// What has happened to a cell, which is a `sentence` where both documents have it.
fn cell(what: &str, were: &str, facts: &Facts<'_>, sentence: Option<String>) -> String {
    sentence.unwrap_or_else(|| {
        let title = facts.title.unwrap_or_default();
        let done = if facts.old.is_none() {
            "added"
        } else {
            "removed"
        };
        format!("the {what} of `{title}` {were} {done}")
    })
}

/// After what something was and is.
fn order(facts: &Facts<'_>, first: &str) -> (String, String) {
    let after = |verb: &str, before: Option<&str>| {
        before.map_or_else(
            || format!("{verb} {first}"),
            |before| format!("{verb} after `{before}`"),
        )
    };
    (after("was", facts.old), after("is", facts.new))
}

/// Where what was removed would be, or still is.
fn near(
    change: &Change,
    comparison: &Comparison<'_>,
    documents: &Documents<'_>,
) -> Option<LabelledPlace> {
    let (place, label) = match documents.new.unread(change, comparison) {
        Some(Unread::Heading(heading)) => (heading.place, &*heading.why),
        Some(Unread::Section(_)) | None => match documents.new.near(change, comparison)? {
            Near::Row(place) => (place, "it no longer follows this row"),
            Near::Section(place) => (place, "it is no longer in this section"),
        },
    };
    Some(LabelledPlace {
        place,
        label: visible(label).into_owned(),
    })
}

/// The words that changed within a title or a cell.
fn changed_words(change: &Change, facts: &Facts<'_>) -> Vec<Piece> {
    match change {
        Change::Retitled { .. }
        | Change::Label { .. }
        | Change::Notes { .. }
        | Change::Documentation { .. }
        | Change::Property { .. } => {
            pieces(facts.old.unwrap_or_default(), facts.new.unwrap_or_default())
        }
        _ => Vec::new(),
    }
}

fn successors(change: &Change, documents: &Documents<'_>) -> Vec<String> {
    let Change::Removed { successors, .. } = change else {
        return Vec::new();
    };
    let rows = successors.iter().filter_map(|new| documents.new.row(*new));
    rows.map(|(_, control)| control.title.text.to_string())
        .collect()
}

fn help(
    change: &Change,
    section: &str,
    comparison: &Comparison<'_>,
    documents: &Documents<'_>,
) -> Option<String> {
    match change {
        Change::Retitled { certain: false, .. } => Some(
            "this is a guess, by what else is the same: if they are two controls, one was removed and one added, which is \
             major"
                .to_owned(),
        ),
        _ => match documents.new.unread(change, comparison) {
            Some(Unread::Section(remark)) => Some(format!(
                "nothing is read under `{section}`, so it may still be there: {}",
                visible(&remark.message)
            )),
            Some(Unread::Heading(heading)) => heading.remedy().map(|remedy| visible(&remedy).into_owned()),
            None => documents.new.heirs(change),
        },
    }
}
