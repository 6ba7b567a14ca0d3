//! The differences between a document and its translation, in words.
//!
//! Their kinds are `missing`, `doubled`, `extra`, `misplaced` and `answer`. None of them asks for a release: a catalog
//! is made of one document, not of its translations.

use controls_document::{Answer, Control, Facts, IndexedDocument};

use super::{
    difference::{Difference, LabelledPlace},
    documents::{Documents, answer, answered},
    mismatch::Mismatch,
};

/// Puts a mismatch into words. `None` only if its indices are those of other documents.
pub(super) fn difference(mismatch: &Mismatch, documents: &Documents<'_>) -> Option<Difference> {
    match *mismatch {
        Mismatch::Missing { original, after } => missing(original, after, documents),
        Mismatch::Extra {
            translated,
            doubles,
        } => extra(translated, doubles, &documents.new),
        Mismatch::Misplaced {
            original,
            translated,
        } => misplaced(original, translated, documents),
        Mismatch::Answer {
            original,
            translated,
            certain,
        } => other_answer((original, translated), certain, documents),
    }
}

/// What is known of a row on both sides.
fn of_pair(original: usize, translated: usize, documents: &Documents<'_>) -> Option<Difference> {
    let (old_section, old) = documents.old.row(original)?;
    let (section, new) = documents.new.row(translated)?;
    Some(Difference {
        old_place: Some(old.title.place()),
        new_place: Some(new.title.place()),
        ..Difference::of(&Facts {
            title: Some(&new.title.text),
            old_title: Some(&old.title.text),
            section: &section.title,
            old_section: Some(&old_section.title),
            ..Facts::default()
        })
    })
}

fn missing(original: usize, after: Option<usize>, documents: &Documents<'_>) -> Option<Difference> {
    let (section, row) = documents.old.row(original)?;
    let title = &*row.title.text;
    let after = after.and_then(|after| documents.new.row(after));
    Some(Difference {
        kind: "missing",
        message: format!("the translation lacks the row of `{title}`"),
        old_label: answered(row),
        old_place: Some(row.title.place()),
        near: after.map(|(_, after)| LabelledPlace {
            place: after.title.place(),
            label: "it would follow this row".to_owned(),
        }),
        ..Difference::of(&Facts {
            title: Some(title),
            old_title: Some(title),
            section: &section.title,
            old_section: Some(&section.title),
            old: Some(title),
            ..Facts::default()
        })
    })
}

fn extra(
    translated: usize,
    doubles: Option<usize>,
    translation: &IndexedDocument<'_>,
) -> Option<Difference> {
    let (section, row) = translation.row(translated)?;
    let title = &*row.title.text;
    let (kind, message, help) = match doubles.and_then(|doubles| translation.row(doubles)) {
        Some((_, other)) => (
            "doubled",
            format!("the translation has the row of `{title}` twice"),
            Some(format!(
                "the other one is on line {}",
                other.title.place().line
            )),
        ),
        None => (
            "extra",
            format!("the translation has a row that the original lacks: `{title}`"),
            None,
        ),
    };
    Some(Difference {
        kind,
        message,
        help,
        new_label: answered(row),
        new_place: Some(row.title.place()),
        ..Difference::of(&Facts {
            title: Some(title),
            section: &section.title,
            new: Some(title),
            ..Facts::default()
        })
    })
}

fn misplaced(original: usize, translated: usize, documents: &Documents<'_>) -> Option<Difference> {
    let place = |document: &IndexedDocument<'_>, at: usize| {
        let (section, _) = document.row(at)?;
        let before = document.row_before(at).map_or_else(
            || "first".to_owned(),
            |before| format!("after `{}`", before.title.text),
        );
        Some(format!("{before} in section `{}`", section.title))
    };
    let (old, new) = (
        place(&documents.old, original)?,
        place(&documents.new, translated)?,
    );
    let (_, row) = documents.old.row(original)?;
    Some(Difference {
        kind: "misplaced",
        message: format!(
            "the row of `{}` is in another place in the translation",
            row.title.text
        ),
        old_label: old.clone(),
        new_label: new.clone(),
        old: Some(old),
        new: Some(new),
        ..of_pair(original, translated, documents)?
    })
}

fn other_answer(
    (original, translated): (usize, usize),
    certain: bool,
    documents: &Documents<'_>,
) -> Option<Difference> {
    let (_, old) = documents.old.row(original)?;
    let (_, new) = documents.new.row(translated)?;
    let help = match (new.answer(), certain) {
        (_, false) => Some(
            "the words of the translation may mean the same: `N/A` is the only form that is known",
        ),
        (Some(Answer::Qualified(_)), true) => {
            Some("the heading of the column declares the words for yes and no")
        }
        _ => None,
    };
    let (was, is) = (answer(old), answer(new));
    Some(Difference {
        kind: "answer",
        message: format!(
            "the answer of `{}` is `{was}`, and in the translation `{is}`",
            old.title.text
        ),
        old_label: written(old),
        new_label: written(new),
        old: Some(was.to_owned()),
        new: Some(is.to_owned()),
        old_place: Some(old.answer.place()),
        new_place: Some(new.answer.place()),
        certain,
        help: help.map(str::to_owned),
        ..of_pair(original, translated, documents)?
    })
}

/// The content of the cell.
fn written(control: &Control<'_>) -> String {
    match &*control.answer.text {
        "" => "there is no answer".to_owned(),
        text => format!("`{text}`"),
    }
}
