//! Columns by name: a table has controls if it has the columns that a binding names.

use std::{rc::Rc, sync::Arc};

use crate::{
    Column, ReadError, Remark,
    bind::Columns,
    columns::{Answers, ControlHeader, Header, Role, unseen},
    header::{ColumnHeading, Other, headings, shown},
    lexicon::Meanings,
    lines::Line,
    plain::plain,
};

/// The columns that a binding names.
#[derive(Debug)]
pub(crate) struct Named {
    wanted: Vec<(Role, Wanted)>,
    also: Arc<[Arc<str>]>,
    meanings: Option<Rc<Meanings>>,
}

#[derive(Debug)]
enum Wanted {
    /// Spellings, as plain text.
    Heading(Vec<String>),
    /// From 0.
    Position(usize),
}

impl Named {
    pub(crate) fn new(bound: &Columns) -> Self {
        let columns = [
            (Role::Section, bound.section.as_ref()),
            (Role::Label, bound.label.as_ref()),
            (Role::Title, Some(&bound.title)),
            (Role::Answer, bound.answer.as_ref()),
            (Role::Notes, bound.notes.as_ref()),
            (Role::Documentation, bound.documentation.as_ref()),
        ];
        let wanted = columns.into_iter().filter_map(|(role, column)| {
            let wanted = match column? {
                Column::Named(spellings) => {
                    let plain = spellings.iter().map(|name| plain(name).into_owned());
                    Wanted::Heading(plain.collect())
                }
                Column::At(position) => Wanted::Position(position.saturating_sub(1)),
            };
            Some((role, wanted))
        });
        let also = bound.also.iter().enumerate();
        let also = also.map(|(at, name)| {
            let heading = Wanted::Heading(vec![plain(name).into_owned()]);
            (Role::Also(at), heading)
        });
        Named {
            wanted: wanted.chain(also).collect(),
            also: bound.also.iter().map(|name| Arc::from(&**name)).collect(),
            meanings: bound
                .answer
                .as_ref()
                .map(|_| Rc::new(Meanings::new(&bound.words))),
        }
    }

    /// Reads a header row. It's that of a control table if all columns are there.
    pub(crate) fn header(&self, line: &Line<'_>) -> Header {
        self.header_of(&headings(line), unseen(line))
    }

    /// Takes headings for those of a control table if all columns are there.
    pub(crate) fn header_of(&self, headings: &[ColumnHeading], unseen: Option<Remark>) -> Header {
        let wanted = self.wanted.iter().enumerate();
        let missing = wanted.filter(|(_, (_, of))| of.of(headings).next().is_none());
        let missing: Vec<usize> = missing.map(|(at, _)| at).collect();
        if let Some((role, wanted)) = missing.first().map(|at| &self.wanted[*at]) {
            return Header::Other(Rc::new(Other {
                shown: shown(headings),
                why: format!("it has no column {}", wanted.shown(*role)),
                missing,
            }));
        }
        let mut mistake = None;
        let mut roles: Vec<Option<Role>> = headings
            .iter()
            .map(|heading| (!heading.text.is_empty()).then_some(Role::Other))
            .collect();
        for (role, wanted) in &self.wanted {
            let mut columns = wanted.of(headings);
            let Some(column) = columns.next() else {
                continue;
            };
            if let Some(second) = columns.next() {
                mistake.get_or_insert_with(|| ReadError::TwoColumns {
                    role: role.name().to_owned(),
                    first: headings[column].place,
                    second: headings[second].place,
                    headings: shown(headings),
                });
            }
            if let Some(other) = roles[column].filter(|other| *other != Role::Other) {
                mistake.get_or_insert_with(|| ReadError::TwoRoles {
                    roles: [other.name().to_owned(), role.name().to_owned()],
                    heading: headings[column].text.clone(),
                    place: headings[column].place,
                });
            }
            roles[column] = Some(*role);
        }
        let answers = match &self.meanings {
            Some(meanings) => Answers::Words(Rc::clone(meanings)),
            None => Answers::None,
        };
        let mut columns = ControlHeader::new(headings, unseen, roles, answers, mistake);
        columns.also = Arc::clone(&self.also);
        Header::Controls(Rc::new(columns))
    }

    /// The columns, as they're shown.
    pub(crate) fn shown(&self) -> Vec<String> {
        let wanted = self.wanted.iter();
        wanted.map(|(role, wanted)| wanted.shown(*role)).collect()
    }
}

impl Wanted {
    /// The columns that are meant, in order; of several spellings the first that is there counts.
    fn of(&self, headings: &[ColumnHeading]) -> impl Iterator<Item = usize> {
        let found: Vec<usize> = match self {
            Wanted::Position(at) => (*at < headings.len()).then_some(*at).into_iter().collect(),
            Wanted::Heading(spellings) => {
                let of = |name: &String| {
                    let columns = headings.iter().enumerate();
                    let columns = columns.filter(|(_, heading)| heading.text == *name);
                    columns.map(|(column, _)| column).collect::<Vec<_>>()
                };
                let all = spellings.iter().map(of);
                all.into_iter()
                    .find(|found| !found.is_empty())
                    .unwrap_or_default()
            }
        };
        found.into_iter()
    }

    fn shown(&self, role: Role) -> String {
        match self {
            Wanted::Position(at) => format!("number {} for its {}", at + 1, role.name()),
            Wanted::Heading(spellings) => format!("`{}`", spellings.join("` or `")),
        }
    }
}
