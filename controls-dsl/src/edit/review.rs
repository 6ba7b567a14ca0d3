//! What a person must look at before an edit is accepted.

use controls_document::{Answer, Change, Control, Document, Kind, Outline, Place, folded};

use crate::{Definition, Row, Section, ast::plain_name};

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// What has happened.
    pub kind: Kind,
    /// The variant of the row or section, the proposed one if it's new.
    pub name: String,
    /// The title of the row as the document has it, or as the definition had it; `None` for a section as a whole.
    pub title: Option<String>,
    /// What the definition said.
    pub old: Option<String>,
    /// What the document says.
    pub new: Option<String>,
    /// The line in the document; 0 for what it has no more.
    pub line: u32,
    /// Whether the row is the same one by a guess.
    pub guess: bool,
}

/// Both sides, by the indices of their outlines.
pub(super) struct Sides<'s> {
    pub(super) definition: &'s Definition,
    pub(super) document: &'s Document<'s>,
    /// What the document says.
    pub(super) outline: &'s Outline<'s>,
    /// Each row with its section.
    pub(super) rows: &'s [(&'s Section, &'s Row)],
    /// Each control with its section.
    pub(super) controls: &'s [(&'s controls_document::Section<'s>, &'s Control<'s>)],
    /// For each control that is new, the name that is proposed.
    pub(super) names: &'s [Option<String>],
}

/// What the changes ask to be looked at: recycled labels and answers first, then the other kinds, each in the order of the document.
pub(super) fn reviews(changes: &[Change], sides: &Sides<'_>) -> Vec<Review> {
    let mut all: Vec<Review> = changes
        .iter()
        .filter_map(|change| review(change, sides))
        .collect();
    all.sort_by_key(|review| rank(review.kind));
    all
}

fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Recycled => 0,
        Kind::Answer => 1,
        Kind::Added => 2,
        Kind::Removed => 3,
        Kind::Retitled => 4,
        Kind::Label => 5,
        Kind::Section => 6,
        Kind::Notes => 7,
        Kind::Documentation => 8,
        Kind::Property => 9,
        Kind::Order => 10,
    }
}

#[expect(clippy::too_many_lines, reason = "a line or two for each kind")]
fn review(change: &Change, sides: &Sides<'_>) -> Option<Review> {
    let pair = |old: usize, new: usize| Some((*sides.rows.get(old)?, *sides.controls.get(new)?));
    let kind = change.kind();
    match *change {
        Change::Added { new } => {
            let (_, control) = sides.controls.get(new)?;
            let title = fold(&control.title.text);
            Some(Review {
                kind,
                name: sides.names.get(new)?.clone()?,
                title: Some(title.clone()),
                old: None,
                new: Some(title),
                line: control.title.place().line,
                guess: false,
            })
        }
        Change::Removed { old, .. } => {
            let (_, row) = sides.rows.get(old)?;
            let title = fold(&row.title.value);
            Some(Review {
                kind,
                name: plain_name(&row.name),
                title: Some(title.clone()),
                old: Some(title),
                new: None,
                line: 0,
                guess: false,
            })
        }
        Change::Answer { old, new } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let was = row.answer.as_ref().map(|answer| said(answer.answer()));
            Some(of_pair(
                kind,
                row,
                control,
                was,
                control.answer().map(said),
                control.answer.place(),
            ))
        }
        Change::Retitled { old, new, certain } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let (was, is) = (fold(&row.title.value), fold(&control.title.text));
            let review = of_pair(
                kind,
                row,
                control,
                Some(was),
                Some(is),
                control.title.place(),
            );
            Some(Review {
                guess: !certain,
                ..review
            })
        }
        Change::Recycled { old, new, moved } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let now = moved.and_then(|moved| sides.outline.rows.get(moved));
            Some(Review {
                kind,
                name: plain_name(&row.name),
                title: Some(fold(&row.title.value)),
                old: row.label().and_then(|label| some(&label.value)),
                new: now.and_then(|now| some(now.label)),
                line: control.title.place().line,
                guess: false,
            })
        }
        Change::Label { old, new } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let was = row.label().and_then(|text| some(&text.value));
            let is = some(sides.outline.rows.get(new)?.label);
            Some(of_pair(kind, row, control, was, is, control.label_place()))
        }
        Change::Property {
            old, new, ref name, ..
        } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let mut properties = row.properties();
            let was = properties.find(|(heading, _)| heading.value == *name);
            let was = was.and_then(|(_, text)| some(&text.value));
            let is = some(sides.outline.rows.get(new)?.property(name));
            Some(of_pair(kind, row, control, was, is, control.title.place()))
        }
        Change::Moved { old, new } => {
            let ((home, row), (section, control)) = pair(old, new)?;
            let was = Some(fold(&home.title.value));
            Some(of_pair(
                kind,
                row,
                control,
                was,
                Some(fold(&section.title)),
                control.title.place(),
            ))
        }
        Change::Notes { old, new } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let was = row.notes().and_then(|text| some(&text.value));
            Some(of_pair(
                kind,
                row,
                control,
                was,
                some(&control.notes.text),
                control.notes.place(),
            ))
        }
        Change::Documentation { old, new } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            let was = row.documentation().and_then(|text| some(&text.value));
            Some(of_pair(
                kind,
                row,
                control,
                was,
                some(&control.documentation.text),
                control.documentation.place(),
            ))
        }
        Change::Order { old, new } => {
            let ((_, row), (_, control)) = pair(old, new)?;
            Some(of_pair(
                kind,
                row,
                control,
                None,
                None,
                control.title.place(),
            ))
        }
        Change::SectionRenamed {
            old_section,
            new_section,
        }
        | Change::SectionOrder {
            old_section,
            new_section,
        } => {
            let section = sides.definition.sections.get(old_section)?;
            let heading = sides.document.sections.get(new_section)?;
            let renamed = kind == Kind::Section;
            Some(Review {
                kind,
                name: plain_name(&section.name),
                title: None,
                old: renamed.then(|| fold(&section.title.value)),
                new: renamed.then(|| fold(&heading.title)),
                line: heading.place.line,
                guess: false,
            })
        }
        Change::SectionRemoved { old_section } => {
            let section = sides.definition.sections.get(old_section)?;
            Some(Review {
                kind,
                name: plain_name(&section.name),
                title: None,
                old: Some(fold(&section.title.value)),
                new: None,
                line: 0,
                guess: false,
            })
        }
    }
}

fn of_pair(
    kind: Kind,
    row: &Row,
    control: &Control<'_>,
    old: Option<String>,
    new: Option<String>,
    place: Place,
) -> Review {
    let title = Some(fold(&control.title.text));
    Review {
        kind,
        name: plain_name(&row.name),
        title,
        old,
        new,
        line: place.line,
        guess: false,
    }
}

fn fold(text: &str) -> String {
    folded(text).into_owned()
}

fn some(text: &str) -> Option<String> {
    Some(fold(text)).filter(|text| !text.is_empty())
}

fn said(answer: Answer<'_>) -> String {
    fold(&answer.to_string())
}
