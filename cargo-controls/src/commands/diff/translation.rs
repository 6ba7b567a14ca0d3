//! The differences between a document and its translation, in words.
//!
//! Their kinds are `missing`, `doubled`, `extra`, `misplaced` and `answer`. None of them asks for a release: a catalog
//! is made of one document, not of its translations.

use controls_document::{Answer, Control};

use super::{
    difference::{Difference, Near, of_new, of_old, of_pair},
    mismatch::Mismatch,
    sides::{self, Row, Sides, answered, fold},
};

/// Puts a mismatch into words. `None` only if its indices are those of other documents.
pub(super) fn difference(mismatch: &Mismatch, sides: &Sides<'_>) -> Option<Difference> {
    let pair = |original: usize, translated: usize| {
        Some((sides.old.row(original)?, sides.new.row(translated)?))
    };
    Some(match mismatch {
        Mismatch::Missing { original, after } => {
            let after = after
                .and_then(|after| sides.new.row(after))
                .map(|row| row.control.title.place());
            let near = after.map(|place| Near {
                place,
                label: "it would follow this row".to_owned(),
            });
            missing(&sides.old.row(*original)?, near)
        }
        Mismatch::Extra {
            translated,
            doubles,
        } => extra(
            &sides.new.row(*translated)?,
            doubles.and_then(|doubles| sides.new.row(doubles)),
        ),
        Mismatch::Misplaced {
            original,
            translated,
        } => misplaced(&pair(*original, *translated)?),
        Mismatch::Answer {
            original,
            translated,
            certain,
        } => answer(&pair(*original, *translated)?, *certain),
    })
}

fn missing(row: &Row<'_>, near: Option<Near>) -> Difference {
    Difference {
        kind: "missing",
        message: format!("the translation lacks the row of `{}`", row.title()),
        old_label: answered(row.control),
        ..of_old(row, near)
    }
}

fn extra(row: &Row<'_>, doubles: Option<Row<'_>>) -> Difference {
    let (kind, message, help) = match doubles {
        Some(other) => (
            "doubled",
            format!("the translation has the row of `{}` twice", row.title()),
            Some(format!(
                "the other one is on line {}",
                other.control.title.place().line
            )),
        ),
        None => (
            "extra",
            format!(
                "the translation has a row that the original lacks: `{}`",
                row.title()
            ),
            None,
        ),
    };
    Difference {
        kind,
        message,
        help,
        new_label: answered(row.control),
        ..of_new(row)
    }
}

fn misplaced(pair: &(Row<'_>, Row<'_>)) -> Difference {
    let place = |row: &Row<'_>| {
        let before = row.before.map(|before| fold(&before.title.text));
        let before =
            before.map_or_else(|| "first".to_owned(), |before| format!("after `{before}`"));
        format!("{before} in section `{}`", row.section())
    };
    Difference {
        kind: "misplaced",
        message: format!(
            "the row of `{}` is in another place in the translation",
            pair.0.title()
        ),
        old_label: place(&pair.0),
        new_label: place(&pair.1),
        old: Some(place(&pair.0)),
        new: Some(place(&pair.1)),
        ..of_pair(pair)
    }
}

fn answer(pair: &(Row<'_>, Row<'_>), certain: bool) -> Difference {
    let (old, new) = (pair.0.control, pair.1.control);
    let help = match (new.answer(), certain) {
        (_, false) => Some(
            "the words of the translation may mean the same: `N/A` is the only form that is known",
        ),
        (Some(Answer::Qualified(_)), true) => {
            Some("the heading of the column declares the words for yes and no")
        }
        _ => None,
    };
    Difference {
        kind: "answer",
        message: format!(
            "the answer of `{}` is `{}`, and in the translation `{}`",
            pair.0.title(),
            sides::answer(old),
            sides::answer(new)
        ),
        old_label: written(old),
        new_label: written(new),
        old: Some(sides::answer(old)),
        new: Some(sides::answer(new)),
        old_place: Some(old.answer.place()),
        new_place: Some(new.answer.place()),
        certain,
        help: help.map(str::to_owned),
        ..of_pair(pair)
    }
}

/// The content of the cell.
fn written(control: &Control<'_>) -> String {
    match &*control.answer.text {
        "" => "there is no answer".to_owned(),
        text => format!("`{text}`"),
    }
}
