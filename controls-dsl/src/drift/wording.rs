//! What is said of each kind of difference.

use controls_document::{Change, Control, Kind, Place, folded, unlike, visible};

use super::{error::Drift, help, sides::Sides};
use proc_macro2::Span;

use crate::{Row, Section, StringLiteral, ast::plain_name, print};

/// Puts a change into words. `None` only if its indices are those of other outlines.
pub(super) fn drift(change: &Change, sides: &Sides<'_>) -> Option<Drift> {
    let pair = |old: usize, new: usize| {
        let (section, row) = *sides.rows.get(old)?;
        let (new_section, control) = *sides.controls.get(new)?;
        Some(Pair {
            section,
            row,
            new_section,
            control,
            old,
            new,
        })
    };
    let parts = match change {
        Change::Added { new } => added(*new, sides)?,
        Change::Removed {
            old,
            after,
            successors,
        } => removed(*old, *after, successors, sides)?,
        Change::Answer { old, new } => answer(&pair(*old, *new)?),
        Change::Retitled { old, new, certain } => retitled(&pair(*old, *new)?, *certain, sides),
        Change::Recycled { old, new, moved } => recycled(*old, *new, *moved, sides)?,
        Change::Label { old, new } => {
            let pair = pair(*old, *new)?;
            let is = sides.label(*new);
            let place = pair.control.label_place();
            cell(&pair, &LABEL, pair.row.label(), is, place)
        }
        Change::Property { old, new, name } => {
            let pair = pair(*old, *new)?;
            let field = Field {
                name: &print::literal(name),
                shown: &format!("`{name}`"),
                ..DOCUMENTATION
            };
            let mut was = pair.row.properties();
            let was = was.find(|(heading, _)| heading.value == *name);
            let is = sides.property(*new, name);
            let place = pair.control.property_place(name);
            cell(&pair, &field, was.map(|(_, text)| text), is, place)
        }
        Change::Moved { old, new } => moved(&pair(*old, *new)?, sides),
        Change::Notes { old, new } => {
            let pair = pair(*old, *new)?;
            let is = &pair.control.notes;
            cell(&pair, &NOTES, pair.row.notes(), &is.text, is.place())
        }
        Change::Documentation { old, new } => {
            let pair = pair(*old, *new)?;
            let (was, is) = (pair.row.documentation(), &pair.control.documentation);
            cell(&pair, &DOCUMENTATION, was, &is.text, is.place())
        }
        Change::Order { old, new } => order(&pair(*old, *new)?, sides),
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
    Some(parts.drift(change.kind()))
}

/// What is said of a difference, without its kind.
struct Parts {
    title: Option<String>,
    section: String,
    old: Option<String>,
    new: Option<String>,
    place: Place,
    span: Span,
    message: String,
    label: String,
    help: String,
}

impl Parts {
    /// The difference in words, in which everything can be seen.
    fn drift(self, kind: Kind) -> Drift {
        let Parts {
            title,
            section,
            old,
            new,
            place,
            span,
            message,
            label,
            help,
        } = self;
        let unlike = match (&old, &new) {
            (Some(old), Some(new)) if kind != Kind::Order => unlike(old, new),
            _ => None,
        };
        let label = match unlike {
            Some(unlike) => format!("{label}, with {unlike}"),
            None => label,
        };
        Drift {
            kind,
            title,
            section,
            old,
            new,
            place,
            span,
            message: visible(&message).into_owned(),
            label: visible(&label).into_owned(),
            help: visible(&help).into_owned(),
        }
    }
}

/// A row on both sides.
struct Pair<'s> {
    section: &'s Section,
    row: &'s Row,
    new_section: &'s controls_document::Section<'s>,
    control: &'s Control<'s>,
    old: usize,
    new: usize,
}

impl Pair<'_> {
    /// What the wordings of a pair have in common.
    fn parts(&self, span: Span, place: Place) -> Parts {
        Parts {
            title: Some(fold(&self.row.title.value)),
            section: fold(&self.new_section.title),
            old: None,
            new: None,
            place,
            span,
            message: String::new(),
            label: String::new(),
            help: String::new(),
        }
    }

    fn name(&self) -> String {
        plain_name(&self.row.name)
    }
}

fn fold(text: &str) -> String {
    folded(text).into_owned()
}

fn added(new: usize, sides: &Sides<'_>) -> Option<Parts> {
    let (section, control) = *sides.controls.get(new)?;
    let title = fold(&control.title.text);
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
    Some(Parts {
        section: fold(&section.title),
        old: None,
        new: Some(title.clone()),
        place: control.title.place(),
        span: sides.document_span(),
        message,
        label,
        help: help::add_row(new, section, sides),
        title: Some(title),
    })
}

fn removed(
    old: usize,
    after: Option<usize>,
    successors: &[usize],
    sides: &Sides<'_>,
) -> Option<Parts> {
    let (section, row) = *sides.rows.get(old)?;
    let title = fold(&row.title.value);
    let before = after.and_then(|after| sides.controls.get(after));
    let heading = sides.heading_of(old);
    let (place, label) = match (before, heading) {
        (Some((_, control)), _) => (
            control.title.place(),
            format!("`{title}` no longer follows this row"),
        ),
        (None, Some(section)) => (
            section.place,
            format!("`{title}` is no longer in this section"),
        ),
        (None, None) => {
            let label = format!(
                "neither `{title}` nor its section `{}` is in the document",
                section.title.value
            );
            (sides.first_place(), label)
        }
    };
    Some(Parts {
        section: fold(&section.title.value),
        old: Some(title.clone()),
        new: None,
        place,
        span: row.name.span(),
        message: format!(
            "the document no longer has the control `{}`",
            plain_name(&row.name)
        ),
        label,
        help: help::remove_row(successors, heading.is_none(), sides),
        title: Some(title),
    })
}

fn answer(pair: &Pair<'_>) -> Parts {
    let new = pair.control.answer().map(print::answer).unwrap_or_default();
    let span = pair
        .row
        .answer
        .as_ref()
        .map_or_else(|| pair.row.name.span(), |answer| answer.span);
    let label = match &*pair.control.answer.text {
        "" => "the document gives no answer".to_owned(),
        text => format!("the document says `{text}`"),
    };
    Parts {
        old: pair
            .row
            .answer
            .as_ref()
            .map(|answer| answer.answer().to_string()),
        new: pair
            .control
            .answer()
            .map(|answer| fold(&answer.to_string())),
        message: format!("the answer of `{}` has changed", pair.name()),
        label,
        help: match &pair.row.answer {
            Some(_) => format!("review the change, then write `{new}` here"),
            None => format!("review the change, then write `=> {new}` after the title"),
        },
        ..pair.parts(span, pair.control.answer.place())
    }
}

fn retitled(pair: &Pair<'_>, certain: bool, sides: &Sides<'_>) -> Parts {
    let (old, new) = (fold(&pair.row.title.value), fold(&pair.control.title.text));
    let (name, literal, old_literal) = (pair.name(), print::literal(&new), print::literal(&old));
    let keep = format!(
        "write `{literal}` here and `formerly: [{old_literal}]` in its braces; the variant and its id stay"
    );
    let (message, label, help) = if certain {
        let label = format!("the document calls it `{new}`");
        (
            format!("the title of `{name}` has changed"),
            label,
            format!("review the change, then {keep}"),
        )
    } else {
        let row = sides.new_row(pair.new);
        (
            format!("the title of `{name}` seems to have changed"),
            format!("this may be the same control: no row is called `{old}` any more"),
            format!(
                "if it's the same one, {keep}\nif it isn't, put a new row in place of this one:\n{row}"
            ),
        )
    };
    let place = pair.control.title.place();
    Parts {
        old: Some(old),
        new: Some(new),
        message,
        label,
        help,
        ..pair.parts(pair.row.title.span(), place)
    }
}

fn moved(pair: &Pair<'_>, sides: &Sides<'_>) -> Parts {
    let (old, new) = (
        fold(&pair.section.title.value),
        fold(&pair.new_section.title),
    );
    Parts {
        message: format!("`{}` has moved to another section", pair.name()),
        label: format!("the document has it under `{new}`"),
        help: help::move_row(pair.new, pair.new_section, sides),
        old: Some(old),
        new: Some(new),
        ..pair.parts(pair.row.name.span(), pair.control.title.place())
    }
}

/// A label that names another row now: of all that can happen to a document this misleads most.
fn recycled(old: usize, new: usize, moved: Option<usize>, sides: &Sides<'_>) -> Option<Parts> {
    let (_, row) = sides.rows.get(old)?;
    let (section, control) = sides.controls.get(new)?;
    let (old_title, title) = (fold(&row.title.value), fold(&control.title.text));
    let label = sides.label(new);
    let is_now = moved.map(|moved| sides.label(moved));
    let (now, help) = match is_now {
        None => (
            "the old one has gone".to_owned(),
            "remove this row".to_owned(),
        ),
        Some("") => (
            "the old one has none".to_owned(),
            "remove `label` from this row".to_owned(),
        ),
        Some(now) => (
            format!("the old one is `{now}`"),
            format!(
                "write `{}` here; the variant and its id stay",
                print::literal(now)
            ),
        ),
    };
    Some(Parts {
        section: fold(&section.title),
        old: row.label().map(|label| fold(&label.value)),
        new: is_now.filter(|now| !now.is_empty()).map(fold),
        place: control.label_place(),
        span: row
            .label()
            .map_or_else(|| row.name.span(), StringLiteral::span),
        message: format!("`{label}` names another control now: `{title}`; {now}"),
        label: format!("`{label}` was `{old_title}`"),
        help: format!("review both, then {help}"),
        title: Some(old_title),
    })
}

/// How a field is spoken of.
struct Field<'f> {
    name: &'f str,
    /// The name as part of a sentence.
    shown: &'f str,
    changed: &'f str,
    is_new: &'f str,
}

const NOTES: Field<'static> = Field {
    name: "notes",
    shown: "notes",
    changed: "have changed",
    is_new: "these are new",
};
const DOCUMENTATION: Field<'static> = Field {
    name: "documentation",
    shown: "documentation",
    changed: "has changed",
    is_new: "this is new",
};
const LABEL: Field<'static> = Field {
    name: "label",
    shown: "a label",
    ..DOCUMENTATION
};

fn cell(
    pair: &Pair<'_>,
    field: &Field<'_>,
    old: Option<&StringLiteral>,
    new: &str,
    place: Place,
) -> Parts {
    let (name, literal, word, shown) = (pair.name(), print::literal(new), field.name, field.shown);
    let (message, label, help) = match (old, new) {
        (None, _) => (
            format!("the document has {shown} for `{name}`, and the definition has none"),
            field.is_new.to_owned(),
            format!("review the change, then add `{word}: {literal}` to this row, in braces"),
        ),
        (Some(_), "") => (
            format!("the document no longer has {shown} for `{name}`"),
            "the cell is empty".to_owned(),
            format!("review the change, then remove `{word}` from this row"),
        ),
        (Some(old), text) => (
            format!(
                "the {} of `{name}` {}",
                shown.trim_start_matches("a "),
                field.changed
            ),
            difference(&old.value, text),
            format!("review the change, then write `{literal}` here"),
        ),
    };
    let span = old.map_or_else(|| pair.row.name.span(), StringLiteral::span);
    let some = |text: &str| Some(fold(text)).filter(|text| !text.is_empty());
    Parts {
        old: old.and_then(|old| some(&old.value)),
        new: some(new),
        message,
        label,
        help,
        ..pair.parts(span, place)
    }
}

/// The first words in which two texts differ.
fn difference(old: &str, new: &str) -> String {
    let (old, new) = (folded(old), folded(new));
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

fn order(pair: &Pair<'_>, sides: &Sides<'_>) -> Parts {
    let before = pair.old.checked_sub(1).and_then(|at| sides.rows.get(at));
    let old = before
        .filter(|(section, _)| std::ptr::eq(*section, pair.section))
        .map(|(_, row)| fold(&row.title.value));
    let new = sides
        .before(pair.new)
        .map(|(control, _)| fold(&control.title.text));
    let label = match &new {
        Some(before) => format!("the document has it after `{before}`"),
        None => "the document has it first in its section".to_owned(),
    };
    Parts {
        old,
        new,
        message: format!("`{}` is in another place than in the document", pair.name()),
        label,
        help: help::reorder_row(pair.new, sides),
        ..pair.parts(pair.row.name.span(), pair.control.title.place())
    }
}

/// The parts of what is said of a section as a whole.
fn of_section(section: &Section, place: Place, span: Span) -> Parts {
    Parts {
        title: None,
        section: fold(&section.title.value),
        old: None,
        new: None,
        place,
        span,
        message: String::new(),
        label: String::new(),
        help: String::new(),
    }
}

fn renamed(old: usize, new: usize, sides: &Sides<'_>) -> Option<Parts> {
    let section = sides.definition.sections.get(old)?;
    let heading = sides.document.sections.get(new)?;
    let title = fold(&heading.title);
    Some(Parts {
        old: Some(fold(&section.title.value)),
        message: format!(
            "the heading of section `{}` has changed",
            plain_name(&section.name)
        ),
        label: format!("the document calls it `{title}`"),
        help: format!(
            "review the change, then write `{}` here; the variant stays",
            print::literal(&title)
        ),
        section: title.clone(),
        new: Some(title),
        ..of_section(section, heading.place, section.title.span())
    })
}

fn section_removed(old: usize, sides: &Sides<'_>) -> Option<Parts> {
    let section = sides.definition.sections.get(old)?;
    let title = fold(&section.title.value);
    Some(Parts {
        message: format!("the document has no section `{title}`"),
        label: "its sections begin here".to_owned(),
        help: "review the change, then remove this section, which has no rows".to_owned(),
        old: Some(title),
        ..of_section(section, sides.first_place(), section.name.span())
    })
}

fn section_order(old: usize, new: usize, sides: &Sides<'_>) -> Option<Parts> {
    let section = sides.definition.sections.get(old)?;
    let heading = sides.document.sections.get(new)?;
    let old_before = old
        .checked_sub(1)
        .and_then(|at| sides.definition.sections.get(at));
    let new_before = new
        .checked_sub(1)
        .and_then(|at| sides.document.sections.get(at));
    let new_before = new_before.map(|section| fold(&section.title));
    let (label, to) = match &new_before {
        Some(title) => (
            format!("the document has it after `{title}`"),
            format!("after section `{title}`"),
        ),
        None => (
            "the document has it first".to_owned(),
            "before all others".to_owned(),
        ),
    };
    Some(Parts {
        old: old_before.map(|section| fold(&section.title.value)),
        new: new_before,
        message: format!(
            "section `{}` is in another place than in the document",
            plain_name(&section.name)
        ),
        label,
        help: format!("review the change, then move this section {to}"),
        ..of_section(section, heading.place, section.name.span())
    })
}
