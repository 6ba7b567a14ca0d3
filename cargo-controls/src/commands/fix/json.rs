//! What has been done, for programs. The keys, and their order, are stable.

use controls_dsl::Review;
use serde::Serialize;

use super::{
    evidence::{Change, What},
    fixed::Fixed,
    plan::{Decided, Loss},
};
use crate::show::json::{Schema, results};

/// The edits, and what evidence needs.
pub(super) fn json(all: &[Fixed], changes: &[Change]) -> String {
    results(
        Schema::Fix,
        &EditsJson {
            edits: all.iter().filter_map(EditJson::of).collect(),
            evidence: changes.iter().map(ChangeJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EditsJson<'a> {
    edits: Vec<EditJson<'a>>,
    evidence: Vec<ChangeJson<'a>>,
}

/// What an attribute or a macro has to say otherwise. `agreed` is `null` while nobody has decided it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ChangeJson<'a> {
    kind: &'static str,
    item: &'a str,
    control: &'a str,
    id: &'a str,
    path: &'a str,
    line: usize,
    column: usize,
    old: &'a str,
    new: &'a str,
    said: Option<&'a [String]>,
    says: Option<&'a [String]>,
    agreed: Option<bool>,
    written: bool,
}

impl<'a> ChangeJson<'a> {
    fn of(change: &'a Change) -> Self {
        let (line, column) = change.place.file.position(change.place.range.start);
        let (kind, said, says) = match &change.what {
            What::Renamed => ("renamed", None, None),
            What::Reviewed { then, now, .. } => ("reviewed", then.as_deref(), Some(&now[..])),
        };
        ChangeJson {
            kind,
            item: &change.item,
            control: &change.control,
            id: &change.id,
            path: &change.place.file.shown,
            line,
            column,
            old: change.old(),
            new: &change.text,
            said,
            says,
            agreed: change.agreed,
            written: change.written,
        }
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EditJson<'a> {
    name: &'a str,
    definition: &'a str,
    document: Option<&'a str>,
    diff: &'a str,
    written: bool,
    review: Vec<ReviewJson<'a>>,
    guesses: Vec<GuessJson<'a>>,
    dropped: Vec<DroppedJson<'a>>,
}

impl<'a> EditJson<'a> {
    fn of(fixed: &'a Fixed) -> Option<Self> {
        let edit = fixed.plan.edit.as_ref()?;
        Some(EditJson {
            name: &fixed.plan.name,
            definition: &fixed.plan.found.file.shown,
            document: fixed.plan.document.as_deref(),
            diff: &fixed.diff,
            written: fixed.written,
            review: edit.reviews.iter().map(ReviewJson::of).collect(),
            guesses: fixed.plan.guesses.iter().map(GuessJson::of).collect(),
            dropped: fixed.plan.losses.iter().map(DroppedJson::of).collect(),
        })
    }
}

/// Something to look at. The line is that of the document, and `null` for what it has no more.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReviewJson<'a> {
    kind: &'static str,
    name: &'a str,
    title: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    line: Option<u32>,
}

impl<'a> ReviewJson<'a> {
    fn of(review: &'a Review) -> Self {
        ReviewJson {
            kind: review.kind.name(),
            name: &review.name,
            title: review.title.as_deref(),
            old: review.old.as_deref(),
            new: review.new.as_deref(),
            line: Some(review.line).filter(|line| *line != 0),
        }
    }
}

/// A guess. `taken` is `null` while nobody has decided it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GuessJson<'a> {
    name: &'a str,
    old: &'a str,
    new: &'a str,
    line: u32,
    taken: Option<bool>,
}

impl<'a> GuessJson<'a> {
    fn of(decided: &'a Decided) -> Self {
        let Decided { guess, taken } = decided;
        GuessJson {
            name: &guess.name,
            old: &guess.old,
            new: &guess.new,
            line: guess.line,
            taken: *taken,
        }
    }
}

/// A row that goes with its id. `confirmed` is `null` while nobody has decided it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DroppedJson<'a> {
    name: &'a str,
    id: &'a str,
    title: &'a str,
    confirmed: Option<bool>,
}

impl<'a> DroppedJson<'a> {
    fn of(loss: &'a Loss) -> Self {
        let Loss { dropped, confirmed } = loss;
        DroppedJson {
            name: &dropped.name,
            id: &dropped.id,
            title: &dropped.title,
            confirmed: *confirmed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EditsJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Fix.assert_is_of::<EditsJson<'_>>();
    }
}
