//! Which controls of several catalogs are the same, and what each catalog says of them.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use controls_document::Answer;
use controls_dsl::{Row, RowAnswer, Section, plain_name};

use super::names::names;
use crate::{
    file::SourceSpan,
    lookup::{
        control::{Candidate, search_each},
        section::{is_called, path},
    },
    sources::Parsed,
    title::key,
};

/// What is said where a control is there, and has no answer.
const PRESENT: &str = "present";

/// All catalogs, and what each of them says of each control.
pub(super) struct Matrix<'p> {
    pub(super) catalogs: Vec<Column<'p>>,
    pub(super) sections: Vec<Group<'p>>,
}

/// A catalog.
pub(super) struct Column<'p> {
    /// The name of its enum.
    pub(super) name: String,
    /// Its name here, which no other catalog has.
    pub(super) heading: String,
    /// The package that has it.
    pub(super) package: &'p str,
    /// Where its name is.
    pub(super) place: SourceSpan,
}

/// A section, of whatever catalogs.
pub(super) struct Group<'p> {
    /// Its heading, after those above it.
    pub(super) title: String,
    pub(super) controls: Vec<Shared<'p>>,
}

/// A control that one catalog has, or several.
pub(super) struct Shared<'p> {
    /// What each catalog says of it, in their order: the first that has it gives it its id and title.
    pub(super) cells: Vec<Option<Cell<'p>>>,
    /// The first of those that have it.
    first: Cell<'p>,
}

/// A control as one catalog has it.
#[derive(Clone, Copy)]
pub(super) struct Cell<'p> {
    pub(super) catalog: usize,
    pub(super) parsed: &'p Parsed,
    pub(super) section: &'p Section,
    pub(super) row: &'p Row,
}

impl<'p> Matrix<'p> {
    /// The catalogs side by side.
    pub(super) fn of(catalogs: &'p [Parsed]) -> Matrix<'p> {
        let mut shared = Found::default();
        for (at, parsed) in catalogs.iter().enumerate() {
            shared.add(cells(at, parsed), catalogs.len());
        }
        let columns = catalogs.iter().zip(names(catalogs));
        Matrix {
            catalogs: columns
                .map(|(parsed, heading)| Column {
                    name: parsed.name(),
                    heading,
                    package: &parsed.found.target.package,
                    place: parsed.found.place(parsed.definition.name.span()),
                })
                .collect(),
            sections: grouped(shared.controls),
        }
    }

    /// Which of the candidates somebody asks for.
    pub(super) fn named(&self, wanted: &str) -> Vec<usize> {
        search_each(wanted, &self.candidates())
    }

    /// Leaves the controls that these candidates are of.
    pub(super) fn narrow_to(&mut self, candidates: &[usize]) {
        let wanted: HashSet<usize> = candidates.iter().copied().collect();
        let mut next = 0;
        self.retain(|control| {
            let first = next;
            next += control.cells().count();
            (first..next).any(|candidate| wanted.contains(&candidate))
        });
    }

    /// Leaves the controls that are in a section of this name in any catalog.
    pub(super) fn narrow_to_section(&mut self, wanted: &str) {
        self.retain(|control| control.cells().any(|cell| is_called(cell.section, wanted)));
    }

    /// All that may be asked for, row by row.
    pub(super) fn candidates(&self) -> Vec<Candidate<'_>> {
        let cells = self.controls().flat_map(Shared::cells);
        cells
            .map(|cell| Candidate {
                catalog: &self.catalogs[cell.catalog].heading,
                row: cell.row,
            })
            .collect()
    }

    /// All controls.
    pub(super) fn controls(&self) -> impl Iterator<Item = &Shared<'p>> {
        self.sections.iter().flat_map(|section| &section.controls)
    }

    fn retain(&mut self, mut is_wanted: impl FnMut(&Shared<'p>) -> bool) {
        for section in &mut self.sections {
            section.controls.retain(&mut is_wanted);
        }
        self.sections.retain(|section| !section.controls.is_empty());
    }
}

impl<'p> Shared<'p> {
    pub(super) fn id(&self) -> &'p str {
        self.first.row.id()
    }

    pub(super) fn title(&self) -> &'p str {
        &self.first.row.title.value
    }

    /// What each catalog says of it, in words; nothing where it isn't there.
    pub(super) fn said(&self) -> impl Iterator<Item = Cow<'p, str>> {
        let cells = self.cells.iter();
        cells.map(|cell| cell.map_or(Cow::Borrowed(""), |cell| cell.said()))
    }

    /// What is said of it, by those catalogs that have it.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell<'p>> {
        self.cells.iter().flatten()
    }
}

impl<'p> Cell<'p> {
    /// `None` in a catalog without answers.
    pub(super) fn answer(&self) -> Option<Answer<'p>> {
        self.row.answer.as_ref().map(RowAnswer::answer)
    }

    /// The answer in the words of its document, and whether that has withdrawn the control.
    pub(super) fn said(&self) -> Cow<'p, str> {
        match (self.answer(), self.row.is_withdrawn()) {
            (Some(answer), false) => answer.text().into(),
            (Some(answer), true) => format!("{} (withdrawn)", answer.text()).into(),
            (None, false) => PRESENT.into(),
            (None, true) => "withdrawn".into(),
        }
    }

    /// The file, the line and the column of its row.
    pub(super) fn place(&self) -> (&'p str, (usize, usize)) {
        let found = &self.parsed.found;
        let place = found.place(self.row.name.span());
        (&found.file.shown, place.file.position(place.range.start))
    }

    pub(super) fn variant(&self) -> String {
        plain_name(&self.row.name)
    }
}

fn cells(catalog: usize, parsed: &Parsed) -> Vec<Cell<'_>> {
    let sections = parsed.definition.sections.iter();
    sections
        .flat_map(|section| {
            section.rows.iter().map(move |row| Cell {
                catalog,
                parsed,
                section,
                row,
            })
        })
        .collect()
}

/// The controls that have been found so far, and by what another catalog's are known.
#[derive(Default)]
struct Found<'p> {
    controls: Vec<Shared<'p>>,
    by_id: HashMap<&'p str, usize>,
    /// `None` for a title that a catalog has twice, which identifies nothing.
    by_title: HashMap<String, Option<usize>>,
}

impl<'p> Found<'p> {
    /// Adds a catalog: its controls are those of the same id, of the rest those of the same title, and of the rest new ones.
    fn add(&mut self, cells: Vec<Cell<'p>>, catalogs: usize) {
        let mut titles: HashMap<String, usize> = HashMap::new();
        for cell in &cells {
            *titles.entry(key(&cell.row.title.value)).or_default() += 1;
        }
        let twice = titles.into_iter().filter(|(_, count)| *count > 1);
        self.by_title.extend(twice.map(|(title, _)| (title, None)));
        let mut rest = Vec::new();
        for cell in cells {
            match self.by_id.get(cell.row.id()) {
                Some(at) if self.is_free(*at, &cell) => {
                    self.controls[*at].cells[cell.catalog] = Some(cell);
                }
                _ => rest.push(cell),
            }
        }
        for cell in rest {
            let same = self.by_title.get(&key(&cell.row.title.value));
            let same = same.copied().flatten();
            let free = same.filter(|at| self.is_free(*at, &cell));
            let at = free.unwrap_or_else(|| {
                self.controls.push(Shared {
                    cells: vec![None; catalogs],
                    first: cell,
                });
                self.controls.len() - 1
            });
            self.controls[at].cells[cell.catalog] = Some(cell);
            self.by_id.entry(cell.row.id()).or_insert(at);
            let title = self.by_title.entry(key(&cell.row.title.value));
            title.or_insert(Some(at));
        }
    }

    fn is_free(&self, at: usize, cell: &Cell<'_>) -> bool {
        self.controls[at].cells[cell.catalog].is_none()
    }
}

/// The controls in sections: sections of the same headings are one.
fn grouped(controls: Vec<Shared<'_>>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut by_title: HashMap<String, usize> = HashMap::new();
    for control in controls {
        let title = path(control.first.section);
        let at = *by_title.entry(key(&title)).or_insert_with(|| {
            groups.push(Group {
                title,
                controls: Vec::new(),
            });
            groups.len() - 1
        });
        groups[at].controls.push(control);
    }
    groups
}
