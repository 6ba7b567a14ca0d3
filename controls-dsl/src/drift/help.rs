//! What to type next.

use controls_document::{Change, UnreadHeading};

use super::sides::Sides;
use crate::{Row, ast::plain_name, print};

/// How to add a row that the document has.
pub(super) fn add_row(new: usize, section: &str, sides: &Sides<'_>) -> String {
    format!(
        "review it, then {}",
        adding("this row", new, section, sides)
    )
}

fn adding(what: &str, new: usize, section: &str, sides: &Sides<'_>) -> String {
    let row = sides.new_row(new);
    match sides.section_of(new) {
        Some(of) => {
            let place = place_of(new, sides);
            format!(
                "add {what} to section `{}`, {place}:\n{row}",
                plain_name(&of.name)
            )
        }
        // The row before it has the section's help.
        None if sides.before(new).is_some() => {
            let place = place_of(new, sides);
            format!("add {what} to the new section `{section}`, {place}:\n{row}")
        }
        None => format!(
            "add {what} in a new section:\n{}{} = {} {{\n    {row}\n}}",
            sides.new_group(new),
            sides.new_section(new),
            print::literal(section)
        ),
    }
}

/// Where in its section a row of the document is, by the rows of the definition.
fn place_of(new: usize, sides: &Sides<'_>) -> String {
    match sides.before(new) {
        None => "before the others".to_owned(),
        Some((_, Some(row))) => format!("after `{}`", plain_name(&row.name)),
        Some((before, None)) => format!("after the row of `{}`", before.title.text),
    }
}

/// How to take out a row that the document has no more, and what it may have become.
pub(super) fn remove_row(
    change: &Change,
    row: &Row,
    section_is_gone: bool,
    sides: &Sides<'_>,
) -> String {
    let mut help = "review the change, then remove this row".to_owned();
    if section_is_gone {
        help.push_str(", and with its last row the section");
    }
    if let Some(heirs) = sides.document.heirs(change) {
        help = format!(
            "{help}\n{heirs}; if it's the same control in other words, keep this row, with that title and `formerly: [{}]` in its braces",
            print::literal(&row.title.value)
        );
    }
    help
}

/// What to do with a row whose heading isn't read, where nobody knows how it could be.
pub(super) fn keep_row(heading: &UnreadHeading, name: &str) -> String {
    let line = heading.place.line;
    match &heading.spellings[..] {
        [] => format!(
            "look at line {line}: `{name}` is still there, in a form that the binding doesn't cover"
        ),
        [first, ..] => format!(
            "look at what is under line {line}: if the answer has another name now, write that after `{first}` in `answer = [{first:?}, …]`"
        ),
    }
}

/// What to do with a row that the document has no more and whose label another one has, which may be a new one.
pub(super) fn replace_row(
    (row, old): (&Row, usize),
    new: usize,
    section: &str,
    sides: &Sides<'_>,
) -> String {
    let mut help = "remove this row".to_owned();
    if sides.comparison.old_row(new).is_none() {
        help = format!("{help}, and {}", adding("the new one", new, section, sides));
    }
    let Some(&removed) = sides.removed.get(&old) else {
        return help;
    };
    let may_be_same =
        matches!(removed, Change::Removed { successors, .. } if successors.contains(&new));
    match sides.control(new) {
        Some(control) if may_be_same => format!(
            "{help}\nif it's the same control in other words, keep this row, with `{}` as its title and `formerly: [{}]` in its braces",
            print::literal(&control.title.text),
            print::literal(&row.title.value)
        ),
        _ => match sides.document.heirs(removed) {
            Some(heirs) => format!("{help}\n{heirs}"),
            None => help,
        },
    }
}

/// How to move a row to where the document has it.
pub(super) fn move_row(new: usize, section: &str, sides: &Sides<'_>) -> String {
    match sides.section_of(new) {
        Some(of) => {
            let place = place_of(new, sides);
            format!(
                "review the change, then move this row to section `{}`, {place}",
                plain_name(&of.name)
            )
        }
        None => format!(
            "review the change, then move this row to a new section, `{}{} = {} {{ … }}`",
            sides.new_group(new).replace('\n', " "),
            sides.new_section(new),
            print::literal(section)
        ),
    }
}

/// How to move a row within its section to where the document has it.
pub(super) fn reorder_row(new: usize, sides: &Sides<'_>) -> String {
    format!(
        "review the change, then move this row {}",
        place_of(new, sides)
    )
}
