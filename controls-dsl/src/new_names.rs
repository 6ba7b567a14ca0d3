//! Names for what a document has and its definition lacks.

use std::collections::HashMap;

use controls_document::Document;

use crate::{Definition, ast::plain_name, names::Proposer};

/// Names for new rows and sections, by their indices in the document, proposed when they are asked for. None of them is a
/// name or an id that is given, nor one that was: an id never comes to mean another control.
pub(crate) struct NewNames<'d> {
    sections: Titles<'d>,
    rows: Titles<'d>,
}

struct Titles<'d> {
    /// The heading that each stands under, where it says something about it, and its title.
    of: Vec<(&'d str, &'d str)>,
    proposer: Proposer,
    proposed: HashMap<usize, String>,
}

impl<'d> NewNames<'d> {
    pub(crate) fn new(definition: &Definition, document: &'d Document<'_>) -> Self {
        let of_rows = definition.rows().flat_map(|row| {
            let former = row.formerly().map(|former| former.value.clone());
            former.chain([plain_name(&row.name), row.id().to_owned()])
        });
        let of_sections = definition
            .sections
            .iter()
            .map(|section| plain_name(&section.name));
        let rows = document.controls();
        let rows = rows.map(|(section, control)| (&*section.title, &*control.title.text));
        let sections = document
            .sections
            .iter()
            .map(|section| ("", &*section.title));
        NewNames {
            sections: Titles::new(sections.collect(), Proposer::new(of_sections)),
            rows: Titles::new(rows.collect(), Proposer::new(of_rows)),
        }
    }

    /// The name of a new section.
    pub(crate) fn section(&mut self, new: usize) -> &str {
        self.sections.name(new)
    }

    /// The name of a new row.
    pub(crate) fn row(&mut self, new: usize) -> &str {
        self.rows.name(new)
    }
}

impl<'d> Titles<'d> {
    fn new(of: Vec<(&'d str, &'d str)>, proposer: Proposer) -> Self {
        Titles {
            of,
            proposer,
            proposed: HashMap::new(),
        }
    }

    fn name(&mut self, new: usize) -> &str {
        self.proposed.entry(new).or_insert_with(|| {
            let (section, title) = self.of.get(new).copied().unwrap_or_default();
            self.proposer.propose(section, title)
        })
    }
}
