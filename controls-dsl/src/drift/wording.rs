//! What is said of each kind of difference.

use controls_document::{
    Answer, Change, Control, Facts, Near, Subject, Unread, UnreadHeading, folded, visible,
};
use proc_macro2::Span;

use super::{error::Drift, help, sides::Sides};
use crate::{Row, StringLiteral, ast::plain_name, print, withdrawal::Withdrawal};

/// Puts a change into words. `None` only if its indices are those of other outlines.
pub(super) fn drift(change: &Change, sides: &Sides<'_>) -> Option<Drift> {
    let facts = sides.facts(change)?;
    let kind = change.kind();
    let Wording {
        span,
        message,
        mut label,
        help,
    } = words(change, &facts, sides)?;
    if let Some(unlike) = facts.unlike(kind) {
        label = format!("{label}, with {unlike}");
    }
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let row = match change.old_subject() {
        Some(Subject::Row(row)) => Some(row),
        Some(Subject::Section(_)) | None => None,
    };
    Some(Drift {
        kind,
        row,
        title: owned(facts.old_title.or(facts.title)),
        section: facts.section.to_owned(),
        old: owned(facts.old),
        new: owned(facts.new),
        place: sides.place(change),
        span,
        message: visible(&message).into_owned(),
        is_told: false,
        is_fixed: sides.unread(change).is_none(),
        is_asked: sides.is_asked(change),
        label: visible(&label).into_owned(),
        help: visible(&help).into_owned(),
    })
}

/// What is said of a difference.
struct Wording {
    /// The token of the definition that disagrees.
    span: Span,
    /// What has happened.
    message: String,
    /// What is said at the place in the document.
    label: String,
    /// What to do about it.
    help: String,
}

fn words(change: &Change, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    match *change {
        Change::Added { new } => added(new, facts, sides),
        Change::Removed { old, .. } => removed(change, sides.row(old)?, facts, sides),
        Change::Answer { old, new } => {
            answer(change, (sides.row(old)?, sides.control(new)?), sides)
        }
        Change::Retitled { old, new, certain } => {
            let pair = (sides.row(old)?, new);
            retitled(change, pair, certain, facts, sides)
        }
        Change::Recycled { old, new, moved } => {
            recycled(change, (sides.row(old)?, old, new), moved, facts, sides)
        }
        Change::Label { old, .. } => {
            let row = sides.row(old)?;
            Some(cell(change, row, &LABEL, row.label(), facts, sides))
        }
        Change::Notes { old, new } => {
            let row = sides.row(old)?;
            let mut wording = cell(change, row, &NOTES, row.notes(), facts, sides);
            let name = plain_name(&row.name);
            let more = sides.withdrawal(row, new).map(|withdrawal| match withdrawal {
                Withdrawal::Add(attribute) => format!(
                    "\nthe document has withdrawn the control: add `{attribute}` before `{name}`"
                ),
                Withdrawal::Replace(attribute) => format!(
                    "\nthe document says otherwise what has become of the control: write `{attribute}` before `{name}`"
                ),
                Withdrawal::Remove => format!(
                    "\nthe control is in force again: remove `#[deprecated]` before `{name}`"
                ),
            });
            wording.help.extend(more);
            Some(wording)
        }
        Change::Documentation { old, .. } => {
            let row = sides.row(old)?;
            let literal = row.documentation();
            Some(cell(change, row, &DOCUMENTATION, literal, facts, sides))
        }
        Change::Property { old, ref name, .. } => {
            let row = sides.row(old)?;
            let field = FieldWords {
                name: &print::literal(name),
                shown: &format!("`{name}`"),
                ..DOCUMENTATION
            };
            let was = row.properties().find(|(heading, _)| heading.value == *name);
            let was = was.map(|(_, text)| text);
            Some(cell(change, row, &field, was, facts, sides))
        }
        Change::Moved { old, new } => Some(moved(sides.row(old)?, new, facts, sides)),
        Change::Order { old, new } => Some(order(sides.row(old)?, new, facts, sides)),
        Change::SectionRenamed { old_section, .. } => renamed(old_section, facts, sides),
        Change::SectionRemoved { old_section } => section_removed(old_section, facts, sides),
        Change::SectionAdded { .. } => Some(section_added(facts, sides)),
        Change::SectionMoved { old_section, .. } => section_moved(old_section, facts, sides),
        Change::SectionOrder {
            old_section,
            new_section,
        } => section_order(old_section, new_section, facts, sides),
    }
}

fn added(new: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    let title = facts.title?;
    let (message, label) = match sides.twin(new) {
        Some(twin) => (
            format!("the document has the row `{title}` twice in one section"),
            format!("it's on line {} too", twin.title.place().line),
        ),
        None => (
            format!(
                "the document has a control that `{}` lacks: `{title}`",
                plain_name(&sides.definition.name)
            ),
            "no row of the definition is this one".to_owned(),
        ),
    };
    Some(Wording {
        span: sides.document_span(),
        message,
        label,
        help: help::add_row(new, facts.section, sides),
    })
}

fn removed(change: &Change, row: &Row, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    match sides.unread(change) {
        Some(Unread::Section(remark)) => return unread(change, &remark.message, facts, sides),
        Some(Unread::Heading(heading)) => return Some(unread_heading(heading, row)),
        None => {}
    }
    let title = facts.title?;
    let near = sides.document.near(change, sides.comparison);
    let label = match near {
        Some(Near::Row(_)) => format!("`{title}` no longer follows this row"),
        Some(Near::Section(_)) => format!("`{title}` is no longer in this section"),
        None => format!(
            "neither `{title}` nor its section `{}` is in the document",
            facts.section
        ),
    };
    Some(Wording {
        span: row.name.span(),
        message: format!(
            "the document no longer has the control `{}`",
            plain_name(&row.name)
        ),
        label,
        help: help::remove_row(change, row, near.is_none(), sides),
    })
}

/// What is said once of all rows of a section whose heading is there, and nothing is read under it.
fn unread(change: &Change, why: &str, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    Some(Wording {
        span: sides.old_section(change)?.title.span(),
        message: format!(
            "the controls of section `{}` can't be read from the document",
            facts.section
        ),
        label: why.to_owned(),
        help: "if they are still there, keep these rows, and bind the columns of their table with `#[columns(…)]`\nif they have gone, remove this section".to_owned(),
    })
}

/// What is said of a row whose heading is there, and isn't read as a control.
fn unread_heading(heading: &UnreadHeading, row: &Row) -> Wording {
    let name = plain_name(&row.name);
    Wording {
        span: row.name.span(),
        message: format!("the heading of `{name}` isn't read as a control any more"),
        label: heading.why.clone(),
        help: match heading.remedy() {
            Some(remedy) => format!("{remedy} in `#[headings(…)]`"),
            None => help::keep_row(heading, &name),
        },
    }
}

fn answer(
    change: &Change,
    (row, control): (&Row, &Control<'_>),
    sides: &Sides<'_>,
) -> Option<Wording> {
    let new = control.answer().map(print::answer).unwrap_or_default();
    let was = row.answer.as_ref();
    if let Some(answer) = was
        && let Answer::Qualified(said) = answer.answer()
        && folded(said) == folded(&control.answer.text)
    {
        return Some(Wording {
            span: answer.span,
            message: format!(
                "the answer of `{}` is in quotation marks, as if it had no meaning of its own",
                plain_name(&row.name)
            ),
            label: format!(
                "the document says `{}`, which means `{new}`",
                control.answer.text
            ),
            help: format!("write `{new}` here, without quotation marks"),
        });
    }
    Some(Wording {
        span: was.map_or_else(|| row.name.span(), |answer| answer.span),
        message: sides.sentence(change, row)?,
        label: match &*control.answer.text {
            "" => "the document gives no answer".to_owned(),
            text => format!("the document says `{text}`"),
        },
        help: match was {
            Some(_) => format!("review the change, then write `{new}` here"),
            None => format!("review the change, then write `=> {new}` after the title"),
        },
    })
}

fn retitled(
    change: &Change,
    (row, new): (&Row, usize),
    certain: bool,
    facts: &Facts<'_>,
    sides: &Sides<'_>,
) -> Option<Wording> {
    let (was, is) = (facts.old?, facts.new?);
    let keep = format!(
        "write `{}` here and `formerly: [{}]` in its braces (the variant and its id stay)",
        print::literal(is),
        print::literal(was)
    );
    let (label, help) = if certain {
        (
            format!("the document calls it `{is}`"),
            format!("review the change, then {keep}"),
        )
    } else {
        (
            format!("this may be the same control: no row is called `{was}` any more"),
            format!(
                "if it's the same one, {keep}\nif it isn't, put a new row in place of this one:\n{}",
                sides.new_row(new)
            ),
        )
    };
    Some(Wording {
        span: row.title.span(),
        message: sides.sentence(change, row)?,
        label,
        help,
    })
}

/// A label that names another row now: of all that can happen to a document this misleads most.
fn recycled(
    change: &Change,
    (row, old, new): (&Row, usize, usize),
    moved: Option<usize>,
    facts: &Facts<'_>,
    sides: &Sides<'_>,
) -> Option<Wording> {
    let help = match (moved, facts.new) {
        (None, _) => help::replace_row((row, old), new, facts.section, sides),
        (Some(_), None) => "remove `label` from this row".to_owned(),
        (Some(_), Some(now)) => format!(
            "write `{}` here (the variant and its id stay)",
            print::literal(now)
        ),
    };
    Some(Wording {
        span: row
            .label()
            .map_or_else(|| row.name.span(), StringLiteral::span),
        message: sides.sentence(change, row)?,
        label: format!("`{}` was `{}`", sides.label(new), facts.old_title?),
        help: format!("review both, then {help}"),
    })
}

/// How a field is spoken of.
struct FieldWords<'f> {
    name: &'f str,
    /// The name as part of a sentence.
    shown: &'f str,
    is_new: &'f str,
}

const NOTES: FieldWords<'static> = FieldWords {
    name: "notes",
    shown: "notes",
    is_new: "these are new",
};
const DOCUMENTATION: FieldWords<'static> = FieldWords {
    name: "documentation",
    shown: "documentation",
    is_new: "this is new",
};
const LABEL: FieldWords<'static> = FieldWords {
    name: "label",
    shown: "a label",
    ..DOCUMENTATION
};

/// What is said of a cell. `literal` is what the definition has of it.
fn cell(
    change: &Change,
    row: &Row,
    field: &FieldWords<'_>,
    literal: Option<&StringLiteral>,
    facts: &Facts<'_>,
    sides: &Sides<'_>,
) -> Wording {
    let (name, word, shown) = (plain_name(&row.name), field.name, field.shown);
    let new = facts.new.unwrap_or_default();
    let written = print::literal(new);
    let (message, label) = match (facts.old, sides.sentence(change, row)) {
        (Some(old), Some(sentence)) => (sentence, difference(old, new)),
        _ if new.is_empty() => (
            format!("the document no longer has {shown} for `{name}`"),
            "the cell is empty".to_owned(),
        ),
        _ => (
            format!("the document has {shown} for `{name}`, and the definition has none"),
            field.is_new.to_owned(),
        ),
    };
    let to_do = match literal {
        None => format!("add `{word}: {written}` to this row, in braces"),
        Some(_) if new.is_empty() => format!("remove `{word}` from this row"),
        Some(_) => format!("write `{written}` here"),
    };
    Wording {
        span: literal.map_or_else(|| row.name.span(), StringLiteral::span),
        message,
        label,
        help: format!("review the change, then {to_do}"),
    }
}

/// The first words in which two texts differ.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let same = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let from_there = |words: &[&str]| {
        let rest = &words[same..];
        let shown = rest.iter().take(6).copied().collect::<Vec<_>>().join(" ");
        if rest.len() > 6 {
            format!("{shown} …")
        } else {
            shown
        }
    };
    match (&*from_there(&old), &*from_there(&new)) {
        ("", new) => format!("the document goes on with `{new}`"),
        (old, "") => format!("the document ends before `{old}`"),
        (old, new) => format!("the document says `{new}` in place of `{old}`"),
    }
}

fn moved(row: &Row, new: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Wording {
    Wording {
        span: row.name.span(),
        message: format!("`{}` has moved to another section", plain_name(&row.name)),
        label: format!("the document has it under `{}`", facts.section),
        help: help::move_row(new, facts.section, sides),
    }
}

fn order(row: &Row, new: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Wording {
    Wording {
        span: row.name.span(),
        message: format!(
            "`{}` is in another place than in the document",
            plain_name(&row.name)
        ),
        label: match facts.new {
            Some(before) => format!("the document has it after `{before}`"),
            None => "the document has it first in its section".to_owned(),
        },
        help: help::reorder_row(new, sides),
    }
}

fn renamed(old: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    let section = sides.definition.sections.get(old)?;
    let title = facts.section;
    Some(Wording {
        span: section.title.span(),
        message: format!(
            "the heading of section `{}` has changed",
            plain_name(&section.name)
        ),
        label: format!("the document calls it `{title}`"),
        help: format!(
            "review the change, then write `{}` here (the variant stays)",
            print::literal(title)
        ),
    })
}

fn section_moved(old: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    let section = sides.definition.sections.get(old)?;
    let (name, title) = (plain_name(&section.name), facts.section);
    let written = print::literal(facts.new.unwrap_or_default());
    let group = section.group();
    let message = match group {
        Some(_) => format!("section `{name}` is under another heading"),
        None => format!("section `{name}` doesn't say which of the sections `{title}` it is"),
    };
    let label = match (group, facts.new) {
        (Some(_), Some(heading)) => format!("the document has it under `{heading}`"),
        (None, Some(heading)) => format!("this is the one under `{heading}`"),
        (_, None) => "the document has it under no heading that gathers sections".to_owned(),
    };
    let help = match (group, facts.new) {
        (Some(_), Some(_)) => format!("review the change, then write `{written}` here"),
        (Some(_), None) => "review the change, then remove `#[group]` from this section".to_owned(),
        (None, _) => {
            format!("review its rows, then write `#[group = {written}]` above this section")
        }
    };
    Some(Wording {
        span: group.map_or_else(|| section.name.span(), StringLiteral::span),
        message,
        label,
        help,
    })
}

fn section_removed(old: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    let section = sides.definition.sections.get(old)?;
    let help = if section.rows.is_empty() {
        "which has no rows"
    } else {
        "whose rows are in other ones"
    };
    Some(Wording {
        span: section.name.span(),
        message: format!("the document no longer has the section `{}`", facts.section),
        label: "its sections begin here".to_owned(),
        help: format!("review the change, then remove this section, {help}"),
    })
}

fn section_added(facts: &Facts<'_>, sides: &Sides<'_>) -> Wording {
    Wording {
        span: sides.document_span(),
        message: format!(
            "the document has a section that `{}` lacks: `{}`",
            plain_name(&sides.definition.name),
            facts.section
        ),
        label: "its rows are in other sections of the definition".to_owned(),
        help: "review the change, then add this section, and move its rows there".to_owned(),
    }
}

fn section_order(old: usize, new: usize, facts: &Facts<'_>, sides: &Sides<'_>) -> Option<Wording> {
    let section = sides.definition.sections.get(old)?;
    let (label, to) = match facts.new {
        Some(title) => {
            // Several sections may have one title: those of the definition differ in their names.
            let before = sides.section_before(new).map(|of| plain_name(&of.name));
            let before = before.unwrap_or_else(|| title.to_owned());
            (
                format!("the document has it after `{title}`"),
                format!("after section `{before}`"),
            )
        }
        None => (
            "the document has it first".to_owned(),
            "before all others".to_owned(),
        ),
    };
    Some(Wording {
        span: section.name.span(),
        message: format!(
            "section `{}` is in another place than in the document",
            plain_name(&section.name)
        ),
        label,
        help: format!("review the change, then move this section {to}"),
    })
}
