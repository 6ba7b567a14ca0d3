//! Names for what a document has and its definition lacks.

use std::{borrow::Cow, collections::HashMap};

use controls_document::Document;

use crate::{
    Definition, Row,
    ast::plain_name,
    names::{Proposer, Unnumbered, are_named_after_labels, is_name, label_name, unnumbered},
};

/// Names for new rows and sections, by their indices in the document, proposed when they are asked for. None of them is a
/// name or an id that is given, nor one that was: an id never comes to mean another control.
pub struct NewNames<'d> {
    sections: Titles<'d>,
    rows: Titles<'d>,
}

struct Titles<'d> {
    of: Vec<Stem<'d>>,
    proposer: Proposer,
    proposed: HashMap<usize, String>,
}

/// What a name is made of.
struct Stem<'d> {
    /// The heading that it's under, where that says something about it.
    around: Cow<'d, str>,
    title: Cow<'d, str>,
    /// The name that it has if no other has it.
    name: Option<String>,
}

impl<'d> NewNames<'d> {
    /// Returns the names for what a document has and a definition may lack.
    #[must_use]
    pub fn new(definition: &Definition, document: &'d Document<'_>) -> Self {
        let of_rows = definition.rows().flat_map(|row| {
            let former = row.formerly().map(|former| former.value.clone());
            former.chain([plain_name(&row.name), row.id().to_owned()])
        });
        let of_sections = definition
            .sections
            .iter()
            .map(|section| plain_name(&section.name));
        let titles: Vec<&str> = document.sections.iter().map(|of| &*of.title).collect();
        let headings = unnumbered(&titles);
        let titles: Vec<&str> = document.controls().map(|(_, of)| &*of.title.text).collect();
        let after_labels = follow_labels(definition, document);
        let around = document.sections.iter().zip(&headings);
        let around = around.flat_map(|(section, heading)| {
            let rows = section.controls.iter();
            rows.map(|control| (control, heading.title.clone()))
        });
        let rows = around.zip(unnumbered(&titles));
        let rows = rows.map(|((control, around), Unnumbered { title, name })| {
            let label = control.label.as_ref().filter(|_| after_labels);
            let given = control.given.as_ref().and_then(|given| given.name.clone());
            let given = given.filter(|name| is_name(name));
            let after_label = || label_name(&label?.text);
            Stem {
                around,
                title,
                name: given.or_else(after_label).or(name),
            }
        });
        let rows = rows.collect();
        let sections = document.sections.iter().zip(headings);
        let sections = sections.map(|(section, heading)| {
            let given = section.name.clone().filter(|name| is_name(name));
            Stem {
                around: Cow::Borrowed(""),
                title: heading.title,
                name: given.or(heading.name),
            }
        });
        NewNames {
            sections: Titles::new(sections.collect(), Proposer::new(of_sections)),
            rows: Titles::new(rows, Proposer::new(of_rows)),
        }
    }

    /// Returns the name of a new section.
    pub fn section(&mut self, new: usize) -> &str {
        self.sections.name(new)
    }

    /// Returns the name of a new row.
    pub fn row(&mut self, new: usize) -> &str {
        self.rows.name(new)
    }
}

/// Whether new rows are named after their labels: if those that have labels are, or else if the document asks for it.
fn follow_labels(definition: &Definition, document: &Document<'_>) -> bool {
    // A label may have changed since a row was named after it.
    let form = |name: &str| name.replace(char::is_numeric, "");
    let is_after_label = |row: &Row| {
        let name = label_name(&row.label()?.value);
        Some(name.is_some_and(|name| form(&name) == form(&plain_name(&row.name))))
    };
    let (after, others): (Vec<bool>, Vec<bool>) = definition
        .rows()
        .filter_map(is_after_label)
        .partition(|is_after_label| *is_after_label);
    if after.is_empty() && others.is_empty() {
        are_named_after_labels(document)
    } else {
        after.len() > others.len()
    }
}

impl<'d> Titles<'d> {
    fn new(of: Vec<Stem<'d>>, proposer: Proposer) -> Self {
        Titles {
            of,
            proposer,
            proposed: HashMap::new(),
        }
    }

    fn name(&mut self, new: usize) -> &str {
        let (of, proposer) = (&self.of, &mut self.proposer);
        self.proposed.entry(new).or_insert_with(|| {
            let Some(subject) = of.get(new) else {
                return proposer.propose("", "");
            };
            // A label may have come to mean another control, whose name it has.
            let name = subject.name.as_ref();
            let name = name.filter(|name| proposer.take(name));
            name.cloned()
                .unwrap_or_else(|| proposer.propose(&subject.around, &subject.title))
        })
    }
}
