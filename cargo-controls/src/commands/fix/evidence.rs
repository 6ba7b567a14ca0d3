//! What evidence needs so that it's about the controls as they are now: other names, and the fingerprints of reviews.
//!
//! A fingerprint says that a person has held code against a control. So it's only written where somebody says that they
//! have.

use std::collections::HashMap;

use controls_dsl::{Row, Section, StringLiteral, plain_name};

use super::{ask::Person, consent::Consent};
use crate::{
    file::SourceSpan,
    sources::{ControlIndex, Parsed},
    traced::{model::fingerprint, sources::Sources},
};

/// What rows say, by their fingerprints.
pub(super) type Texts = HashMap<String, Vec<String>>;

/// Something that an attribute, or a macro, has to say otherwise.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) what: What,
    /// The path of the item.
    pub(super) item: String,
    /// The variant of the control with its catalog, as it is now.
    pub(super) control: String,
    pub(super) id: String,
    /// What another text takes the place of.
    pub(super) place: SourceSpan,
    /// The other text.
    pub(super) text: String,
    /// Whether somebody has said that it's right; `None` while nobody has decided it.
    pub(super) agreed: Option<bool>,
    pub(super) written: bool,
}

#[derive(Debug)]
pub(super) enum What {
    /// The control has another variant, and what the definition says it was called formerly is what the code calls it.
    Renamed,
    /// The control said something else when the item was reviewed.
    Reviewed {
        /// What it said, if that is known.
        then: Option<Vec<String>>,
        /// The definition, whose history has what it said.
        definition: String,
        /// What it says.
        now: Vec<String>,
    },
}

/// What the rows of some definitions say.
pub(super) fn texts<'d>(catalogs: impl Iterator<Item = &'d Parsed>) -> Texts {
    catalogs
        .flat_map(rows)
        .map(|(section, row)| (fingerprint(section, row), says(section, row)))
        .collect()
}

/// All that evidence needs. `before` is what rows said before their definitions were edited, `edited` are the definitions as
/// they would be: what somebody has reviewed is held against these.
pub(super) fn changes(sources: &Sources, before: &Texts, edited: &[Parsed]) -> Vec<Change> {
    let catalogs: Vec<Vec<(&Section, &Row)>> = sources
        .catalogs
        .iter()
        .map(|catalog| rows(catalog).collect())
        .collect();
    let control = |catalog: usize, row: &Row| {
        format!("{}::{}", sources.names[catalog].name, plain_name(&row.name))
    };
    let renamed = sources.evidence.unknown.iter().filter_map(|unknown| {
        let (_, row) = renamed(&unknown.variant, &catalogs[unknown.catalog])?;
        Some(Change {
            what: What::Renamed,
            item: unknown.item.path.clone(),
            control: control(unknown.catalog, row),
            id: row.id().to_owned(),
            place: unknown.item.place.clone(),
            text: row.name.to_string(),
            agreed: None,
            written: false,
        })
    });
    let reviewed = sources.evidence.evidence.iter().filter_map(|evidence| {
        let reviewed = evidence.reviewed.as_ref()?;
        let ControlIndex { catalog, row } = evidence.control;
        let (section, row) = *catalogs[catalog].get(row)?;
        let is_it = |edited: &&Parsed| edited.found.is_at(&sources.catalogs[catalog].found);
        let (section, row) = match edited.iter().find(is_it) {
            // What goes has no other fingerprint.
            Some(edited) => rows(edited).find(|(_, of)| of.name == row.name)?,
            None => (section, row),
        };
        let now = fingerprint(section, row);
        let then = reviewed.fingerprint.to_ascii_lowercase();
        (now != then).then(|| Change {
            what: What::Reviewed {
                then: before.get(&then).cloned(),
                definition: sources.catalogs[catalog].found.file.shown.clone(),
                now: says(section, row),
            },
            item: evidence.item.path.clone(),
            control: control(catalog, row),
            id: row.id().to_owned(),
            place: reviewed.place.clone(),
            text: format!("\"{now}\""),
            agreed: None,
            written: false,
        })
    });
    let mut changes: Vec<Change> = renamed.chain(reviewed).collect();
    changes.sort_by(|one, other| {
        let place = |change: &Change| (change.place.file.path.clone(), change.place.range.start);
        place(one).cmp(&place(other))
    });
    changes
}

impl Change {
    /// Finds out whether it's right: by what was said beforehand, or from the person.
    pub(super) fn decide(&mut self, consent: Consent<'_>, person: Option<&mut Person<'_>>) {
        let is_said = match self.what {
            What::Renamed => consent.yes,
            What::Reviewed { .. } => consent.reviewed(&self.id),
        };
        self.agreed = match person {
            _ if is_said => Some(true),
            Some(person) => person.ask(&self.question()),
            None => None,
        };
    }

    /// What is there now.
    pub(super) fn old(&self) -> &str {
        let SourceSpan { file, range } = &self.place;
        file.text.get(range.clone()).unwrap_or_default()
    }

    fn question(&self) -> String {
        let Change { item, control, .. } = self;
        let (line, _) = self.place.file.position(self.place.range.start);
        let place = format!("  {}:{line}:\n", self.place.file.shown);
        let block = |name: &str, lines: &[String]| {
            let lines = lines.iter().map(|line| format!("    {line}\n"));
            format!("  {name}:\n{}", lines.collect::<String>())
        };
        match &self.what {
            What::Renamed => format!(
                "\n`{item}` names `{}`, which is `{control}` now\n{place}change the name?",
                self.old()
            ),
            What::Reviewed {
                then,
                now,
                definition,
            } => {
                let then = match then {
                    Some(then) => block("it said", then),
                    None => format!(
                        "  what it said isn't in its definition any more: look in the history of {definition}\n"
                    ),
                };
                format!(
                    "\n`{item}` was reviewed when `{control}` said something else\n{place}{then}{}have you held the code against what it says now?",
                    block("it says", now)
                )
            }
        }
    }
}

/// The one row that was called so formerly: by its variant, or by the id that a variant has.
fn renamed<'r>(variant: &str, rows: &[(&'r Section, &'r Row)]) -> Option<(&'r Section, &'r Row)> {
    let is_it = |former: &StringLiteral| {
        let id = former.value.replace('-', "");
        former.value == variant || id == variant.to_lowercase()
    };
    let mut found = rows.iter().filter(|(_, row)| row.formerly().any(is_it));
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

fn rows(catalog: &Parsed) -> impl Iterator<Item = (&Section, &Row)> {
    let sections = catalog.definition.sections.iter();
    sections.flat_map(|section| section.rows.iter().map(move |row| (section, row)))
}

/// What a fingerprint is of, a line for each part.
fn says(section: &Section, row: &Row) -> Vec<String> {
    let cell = |text: Option<&StringLiteral>| text.map(|text| text.value.clone());
    let answer = row
        .answer
        .as_ref()
        .map(|answer| answer.answer().to_string());
    let parts = [
        ("section", Some(section.title.value.clone())),
        ("label", cell(row.label())),
        ("title", Some(row.title.value.clone())),
        ("answer", answer),
        ("notes", cell(row.notes())),
        ("documentation", cell(row.documentation())),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(name, text)| Some(format!("{name}: {}", text?)));
    let properties = row
        .properties()
        .map(|(name, text)| format!("{}: {}", name.value, text.value));
    parts.chain(properties).collect()
}
