//! The differences between two documents, in words.

use controls_document::{Change, Kind, Place, unlike, visible};

use super::sides::{self, Row, Sides, answered, fold};
use crate::level::Level;
use crate::show::words::{Piece, pieces};

/// One difference.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    /// What sort of difference it is, as data has it.
    pub(crate) kind: &'static str,
    /// The release that it asks for; none where the other document is a translation.
    pub(crate) level: Option<Level>,
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
    /// What has happened, in one line.
    pub(crate) message: String,
    /// What is said at the place in the earlier document.
    pub(crate) old_label: String,
    /// What is said at the place in the later document.
    pub(crate) new_label: String,
    /// Where something that was removed would be in the later document.
    pub(crate) near: Option<Near>,
    /// The words that changed within a text; empty where no words are worth marking.
    pub(crate) pieces: Vec<Piece>,
    /// The titles that something which was removed may have become.
    pub(crate) successors: Vec<String>,
    /// What else there is to know.
    pub(crate) help: Option<String>,
}

/// A place in the later document near to which something was in the earlier one.
#[derive(Debug)]
pub(crate) struct Near {
    pub(crate) place: Place,
    pub(crate) label: String,
}

/// Puts a change into words. `None` only if its indices are those of other outlines.
pub(super) fn difference(change: &Change, sides: &Sides<'_>) -> Option<Difference> {
    let pair = |old: usize, new: usize| Some((sides.old.row(old)?, sides.new.row(new)?));
    let difference = match change {
        Change::Added { new } => added(&sides.new.row(*new)?),
        Change::Removed {
            old,
            after,
            successors,
        } => removed(&sides.old.row(*old)?, *after, successors, sides),
        Change::Answer { old, new } => answer(&pair(*old, *new)?),
        Change::Recycled { old, new, moved } => {
            let moved = moved.map(|moved| sides.new.label(moved));
            recycled(&pair(*old, *new)?, sides.old.label(*old), moved)
        }
        Change::Label { old, new } => {
            let (was, is) = (sides.old.label(*old), sides.new.label(*new));
            let pair = pair(*old, *new)?;
            let places = (pair.0.control.label_place(), pair.1.control.label_place());
            cell(&pair, ("label", "has", "was"), (was, is), places)
        }
        Change::Property { old, new, name } => {
            let was = sides.old.property(*old, name);
            let is = sides.new.property(*new, name);
            let pair = pair(*old, *new)?;
            let places = (
                pair.0.control.property_place(name),
                pair.1.control.property_place(name),
            );
            let name = format!("`{name}`");
            cell(&pair, (&name, "has", "was"), (was, is), places)
        }
        Change::Retitled { old, new, certain } => retitled(&pair(*old, *new)?, *certain),
        Change::Moved { old, new } => moved(&pair(*old, *new)?),
        Change::Notes { old, new } => {
            let pair = pair(*old, *new)?;
            let (was, is) = (&pair.0.control.notes, &pair.1.control.notes);
            let (texts, places) = ((&*was.text, &*is.text), (was.place(), is.place()));
            cell(&pair, ("notes", "have", "were"), texts, places)
        }
        Change::Documentation { old, new } => {
            let pair = pair(*old, *new)?;
            let (was, is) = (&pair.0.control.documentation, &pair.1.control.documentation);
            let (texts, places) = ((&*was.text, &*is.text), (was.place(), is.place()));
            cell(&pair, ("documentation", "has", "was"), texts, places)
        }
        Change::Order { old, new } => order(&pair(*old, *new)?),
        Change::SectionRenamed {
            old_section,
            new_section,
        } => renamed(*old_section, *new_section, sides)?,
        Change::SectionRemoved { old_section } => section_removed(*old_section, sides)?,
        Change::SectionOrder {
            old_section,
            new_section,
        } => section_order(*old_section, *new_section, sides)?,
    };
    let kind: Kind = change.kind();
    Some(Difference {
        kind: kind.name(),
        level: Some(Level::of(kind)),
        ..seen(difference, kind)
    })
}

/// The difference in words in which everything can be seen.
fn seen(mut difference: Difference, kind: Kind) -> Difference {
    let unlike = match (&difference.old, &difference.new) {
        (Some(old), Some(new)) if kind != Kind::Order => unlike(old, new),
        _ => None,
    };
    if let Some(unlike) = unlike {
        let comma = if difference.new_label.is_empty() {
            ""
        } else {
            ", "
        };
        difference.new_label = format!("{}{comma}with {unlike}", difference.new_label);
    }
    for text in [
        &mut difference.message,
        &mut difference.old_label,
        &mut difference.new_label,
    ] {
        *text = visible(text).into_owned();
    }
    difference
}

/// What the wordings of a row on both sides have in common.
pub(super) fn of_pair((old, new): &(Row<'_>, Row<'_>)) -> Difference {
    Difference {
        title: Some(new.title()),
        old_title: Some(old.title()),
        section: new.section(),
        old_section: Some(old.section()),
        old_place: Some(old.control.title.place()),
        new_place: Some(new.control.title.place()),
        certain: true,
        ..Difference::default()
    }
}

/// What the wordings of a row that only the later document has have in common.
pub(super) fn of_new(row: &Row<'_>) -> Difference {
    Difference {
        title: Some(row.title()),
        section: row.section(),
        new: Some(row.title()),
        new_place: Some(row.control.title.place()),
        certain: true,
        ..Difference::default()
    }
}

/// What the wordings of a row that only the earlier document has have in common.
pub(super) fn of_old(row: &Row<'_>, near: Option<Near>) -> Difference {
    Difference {
        title: Some(row.title()),
        old_title: Some(row.title()),
        section: row.section(),
        old_section: Some(row.section()),
        old: Some(row.title()),
        old_place: Some(row.control.title.place()),
        certain: true,
        near,
        ..Difference::default()
    }
}

fn added(row: &Row<'_>) -> Difference {
    let message = format!("a control was added: `{}`", row.title());
    Difference {
        message,
        new_label: answered(row.control),
        ..of_new(row)
    }
}

fn removed(
    row: &Row<'_>,
    after: Option<usize>,
    successors: &[usize],
    sides: &Sides<'_>,
) -> Difference {
    let place = |place: Place, label: &str| Near {
        place,
        label: label.to_owned(),
    };
    let near = after.and_then(|after| sides.new.row(after)).map_or_else(
        || {
            let title = row.section();
            let section = sides
                .new
                .sections
                .iter()
                .find(|section| fold(&section.title) == title)?;
            Some(place(section.place, "it is no longer in this section"))
        },
        |after| {
            Some(place(
                after.control.title.place(),
                "it no longer follows this row",
            ))
        },
    );
    let heirs: Vec<Row<'_>> = successors
        .iter()
        .filter_map(|new| sides.new.row(*new))
        .collect();
    let named = |row: &Row<'_>| {
        format!(
            "`{}` (line {})",
            row.title(),
            row.control.title.place().line
        )
    };
    let likely: Vec<String> = heirs.iter().map(named).collect();
    Difference {
        message: format!("a control was removed: `{}`", row.title()),
        old_label: answered(row.control),
        help: (!likely.is_empty()).then(|| format!("it may have become {}", likely.join(" or "))),
        successors: heirs.iter().map(Row::title).collect(),
        ..of_old(row, near)
    }
}

fn answer(pair: &(Row<'_>, Row<'_>)) -> Difference {
    let (old, new) = (sides::answer(pair.0.control), sides::answer(pair.1.control));
    Difference {
        message: format!(
            "the answer of `{}` has changed from `{old}` to `{new}`",
            pair.1.title()
        ),
        old_label: format!("was `{old}`"),
        new_label: format!("is `{new}`"),
        old_place: Some(pair.0.control.answer.place()),
        new_place: Some(pair.1.control.answer.place()),
        old: Some(old),
        new: Some(new),
        ..of_pair(pair)
    }
}

fn retitled(pair: &(Row<'_>, Row<'_>), certain: bool) -> Difference {
    let (old, new) = (pair.0.title(), pair.1.title());
    let guess = "this is a guess, by what else is the same: if they are two controls, one was removed and one added, \
                 which is major";
    Difference {
        message: format!(
            "the title of `{old}` {} changed",
            if certain { "has" } else { "seems to have" }
        ),
        pieces: pieces(&old, &new),
        help: (!certain).then(|| guess.to_owned()),
        old: Some(old),
        new: Some(new),
        certain,
        ..of_pair(pair)
    }
}

fn moved(pair: &(Row<'_>, Row<'_>)) -> Difference {
    let (old, new) = (pair.0.section(), pair.1.section());
    Difference {
        message: format!(
            "`{}` has moved from section `{old}` to section `{new}`",
            pair.1.title()
        ),
        old_label: format!("was in `{old}`"),
        new_label: format!("is in `{new}`"),
        old: Some(old),
        new: Some(new),
        ..of_pair(pair)
    }
}

/// A label that named the one row and names the other one. `moved` is what the first one has now, if it's still there.
fn recycled(pair: &(Row<'_>, Row<'_>), label: &str, moved: Option<&str>) -> Difference {
    let now = match moved {
        None => "the old one has gone".to_owned(),
        Some("") => "the old one has none".to_owned(),
        Some(now) => format!("the old one is `{now}`"),
    };
    Difference {
        message: format!(
            "`{label}` names another control now: `{}`; {now}",
            pair.1.title()
        ),
        title: Some(pair.0.title()),
        old_place: Some(pair.0.control.label_place()),
        new_place: Some(pair.1.control.label_place()),
        old_label: format!("`{label}` was this one"),
        new_label: format!("`{label}` is this one"),
        old: Some(label.to_owned()),
        new: moved.filter(|moved| !moved.is_empty()).map(str::to_owned),
        ..of_pair(pair)
    }
}

fn cell(
    pair: &(Row<'_>, Row<'_>),
    (name, have, were): (&str, &str, &str),
    (old, new): (&str, &str),
    (old_place, new_place): (Place, Place),
) -> Difference {
    let (was, is) = (fold(old), fold(new));
    let what = match (&*was, &*is) {
        ("", _) => format!("{were} added"),
        (_, "") => format!("{were} removed"),
        _ => format!("{have} changed"),
    };
    Difference {
        message: format!("the {name} of `{}` {what}", pair.1.title()),
        pieces: pieces(&was, &is),
        old: Some(was).filter(|text| !text.is_empty()),
        new: Some(is).filter(|text| !text.is_empty()),
        old_place: Some(old_place),
        new_place: Some(new_place),
        ..of_pair(pair)
    }
}

fn order(pair: &(Row<'_>, Row<'_>)) -> Difference {
    let before = |row: &Row<'_>| row.before.map(|before| fold(&before.title.text));
    let (old, new) = (before(&pair.0), before(&pair.1));
    Difference {
        message: format!("`{}` is in another place in its section", pair.1.title()),
        old_label: after("was", old.as_deref(), "first in its section"),
        new_label: after("is", new.as_deref(), "first in its section"),
        old,
        new,
        ..of_pair(pair)
    }
}

fn after(verb: &str, before: Option<&str>, first: &str) -> String {
    before.map_or_else(
        || format!("{verb} {first}"),
        |before| format!("{verb} after `{before}`"),
    )
}

fn renamed(old: usize, new: usize, sides: &Sides<'_>) -> Option<Difference> {
    let (was, is) = (sides.old.sections.get(old)?, sides.new.sections.get(new)?);
    let (old, new) = (fold(&was.title), fold(&is.title));
    Some(Difference {
        section: new.clone(),
        old_section: Some(old.clone()),
        message: format!("section `{old}` is called `{new}` now"),
        old_place: Some(was.place),
        new_place: Some(is.place),
        old: Some(old),
        new: Some(new),
        certain: true,
        ..Difference::default()
    })
}

fn section_removed(old: usize, sides: &Sides<'_>) -> Option<Difference> {
    let section = sides.old.sections.get(old)?;
    let title = fold(&section.title);
    Some(Difference {
        section: title.clone(),
        old_section: Some(title.clone()),
        message: format!("section `{title}`, which had no controls, was removed"),
        old_place: Some(section.place),
        old: Some(title),
        certain: true,
        ..Difference::default()
    })
}

fn section_order(old: usize, new: usize, sides: &Sides<'_>) -> Option<Difference> {
    let (was, is) = (sides.old.sections.get(old)?, sides.new.sections.get(new)?);
    let before = |at: usize, sections: &[controls_document::Section<'_>]| {
        at.checked_sub(1)
            .and_then(|at| sections.get(at))
            .map(|section| fold(&section.title))
    };
    let (before_old, before_new) = (
        before(old, sides.old.sections),
        before(new, sides.new.sections),
    );
    Some(Difference {
        section: fold(&is.title),
        old_section: Some(fold(&was.title)),
        message: format!("section `{}` is in another place", fold(&is.title)),
        old_label: after("was", before_old.as_deref(), "the first section"),
        new_label: after("is", before_new.as_deref(), "the first section"),
        old: before_old,
        new: before_new,
        old_place: Some(was.place),
        new_place: Some(is.place),
        certain: true,
        ..Difference::default()
    })
}
