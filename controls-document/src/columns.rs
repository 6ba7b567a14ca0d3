//! Columns: which cell of a row is what, and rows as controls.

use std::{rc::Rc, sync::Arc};

use crate::{
    Cell, Control, Place, Property, ReadError, Remark,
    answer::{Said, Word},
    cells::Cells,
    header::{ColumnHeading, Other, shown},
    lexicon::{Meanings, is_struck_out},
    lines::{Line, whole},
    plain::plain,
    rows::{RawCell, RawRow},
    seen::seen,
    words::Pair,
};

/// What a header row is the header of.
#[derive(Clone, Debug)]
pub(crate) enum Header {
    /// A control table.
    Controls(Rc<ControlHeader>),
    /// Some other table.
    Other(Rc<Other>),
}

/// What the header row of a control table says.
#[derive(Debug)]
pub(crate) struct ControlHeader {
    /// The columns in order; those with an empty heading have no role.
    roles: Vec<Option<Role>>,
    /// The roles of the columns with a heading.
    named: Vec<Role>,
    /// The names of the columns that are properties.
    pub(crate) also: Arc<[Arc<str>]>,
    pub(crate) answers: Answers,
    /// How many cells a row has at least if it has its answer.
    pub(crate) until_answer: usize,
    /// The headings as plain text.
    headings: Vec<String>,
    /// The headings as they're shown.
    pub(crate) shown: String,
    /// What is odd about the header row.
    remarks: Vec<Remark>,
    /// Why no control can be read.
    pub(crate) mistake: Option<ReadError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Section,
    Label,
    Title,
    Answer,
    Notes,
    Documentation,
    /// A property: its index among their names.
    Also(usize),
    Other,
}

/// How answers are read.
#[derive(Clone, Debug)]
pub(crate) enum Answers {
    /// By the two words of their heading.
    Pair(Pair),
    /// By what words mean.
    Words(Rc<Meanings>),
    /// There are none.
    None,
}

impl Role {
    /// What a column of this role holds.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Role::Section => "sections",
            Role::Label => "labels",
            Role::Title => "titles",
            Role::Answer => "answers",
            Role::Notes => "notes",
            Role::Documentation => "documentation",
            Role::Also(_) | Role::Other => "properties",
        }
    }
}

impl ControlHeader {
    pub(crate) fn new(
        headings: &[ColumnHeading],
        unseen: Option<Remark>,
        roles: Vec<Option<Role>>,
        answers: Answers,
        mistake: Option<ReadError>,
    ) -> Self {
        let shown = shown(headings);
        let named: Vec<Role> = roles.iter().copied().flatten().collect();
        let until_answer = named
            .iter()
            .take_while(|role| **role != Role::Answer)
            .count()
            + 1;
        let mut remarks: Vec<Remark> = unread(headings, &roles, &shown).into_iter().collect();
        remarks.extend(unseen);
        ControlHeader {
            headings: headings
                .iter()
                .map(|heading| heading.text.clone())
                .collect(),
            also: Arc::default(),
            roles,
            named,
            answers,
            until_answer,
            shown,
            remarks,
            mistake,
        }
    }

    /// What is odd about the headings.
    #[cfg(feature = "csv")]
    pub(crate) fn unread(&self) -> &[Remark] {
        &self.remarks
    }

    /// Says what is odd about the header, given the delimiter row below it.
    pub(crate) fn remarks(&self, header: &Line<'_>, delimiter: Option<&Line<'_>>) -> Vec<Remark> {
        // The places are those of the first header row of its kind.
        let mut remarks = self.remarks.clone();
        for remark in &mut remarks {
            remark.place.line = header.number;
        }
        if let Some(delimiter) = delimiter {
            let (count, delimiters) = (self.roles.len(), Cells::of(delimiter).ranges.len());
            let empty = self
                .headings
                .iter()
                .filter(|heading| heading.is_empty())
                .count();
            if count != delimiters {
                remarks.push(Remark {
                    place: whole(delimiter),
                    message: uneven(delimiters, count, empty),
                });
            }
        }
        remarks
    }

    /// How many cells a renderer shows in each row below this header row and a delimiter row; `None` if it shows no table.
    pub(crate) fn rendered(&self, delimiter: &Line<'_>) -> Option<usize> {
        let count = self.roles.len();
        (count == Cells::of(delimiter).ranges.len()).then_some(count)
    }

    /// Whether another header row has two of the headings in the same columns, in whatever letter case, and the same
    /// words for answers.
    pub(crate) fn is_like(&self, other: &ControlHeader) -> bool {
        let same = self.headings.iter().zip(&other.headings);
        let same = same
            .filter(|(one, other)| !one.is_empty() && one.to_lowercase() == other.to_lowercase());
        self.pair() == other.pair() && same.take(2).count() == 2
    }

    /// The two words that head the answers.
    pub(crate) fn pair(&self) -> Option<&Pair> {
        match &self.answers {
            Answers::Pair(pair) => Some(pair),
            _ => None,
        }
    }

    /// What an answer means, if it's one of the words that have a meaning.
    pub(crate) fn word(&self, text: &str) -> Option<Word> {
        match &self.answers {
            Answers::Pair(pair) => pair.word(text),
            Answers::Words(meanings) => meanings.word(text),
            Answers::None => None,
        }
    }

    /// The role of a cell of a row.
    fn role(&self, column: usize, by_place: bool) -> Option<Role> {
        if by_place {
            self.roles.get(column).copied().flatten()
        } else {
            self.named.get(column).copied()
        }
    }

    /// The cell of a row that has a role.
    pub(crate) fn cell<'r, 'a>(
        &self,
        row: &'r RawRow<'a>,
        wanted: Role,
    ) -> Option<&'r RawCell<'a>> {
        let by_place = self.is_by_place(row);
        let mut cells = row.cells.iter().enumerate();
        let found = cells.find(|(column, _)| self.role(*column, by_place) == Some(wanted));
        found.map(|(_, cell)| cell)
    }

    /// What a row calls its control.
    pub(crate) fn title<'r, 'a>(&self, row: &'r RawRow<'a>) -> Option<&'r RawCell<'a>> {
        self.cell(row, Role::Title)
    }

    /// The label of a row, as plain text; empty where there's none.
    pub(crate) fn label(&self, row: &RawRow<'_>) -> String {
        let cell = self.cell(row, Role::Label);
        cell.map(|cell| plain(cell.text()).into_owned())
            .unwrap_or_default()
    }

    /// Whether there's nothing in a row but a label and a title, in columns that were given by name.
    pub(crate) fn is_bare(&self, row: &RawRow<'_>) -> bool {
        if self.pair().is_some() {
            return false;
        }
        let by_place = self.is_by_place(row);
        let mut cells = row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty());
        cells.all(|(column, _)| {
            matches!(self.role(column, by_place), Some(Role::Label | Role::Title))
        })
    }

    /// The one cell of a row that has anything in it, in a table whose columns were given by name.
    pub(crate) fn lone_cell<'r, 'a>(&self, row: &'r RawRow<'a>) -> Option<&'r RawCell<'a>> {
        let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
        let lone = filled.next()?;
        (self.pair().is_none() && filled.next().is_none()).then_some(lone)
    }

    /// Whether the cells of a row repeat the headings, all besides those of label and title. Where that is one alone, it may
    /// be an answer in the words of its heading, and then it repeats nothing.
    pub(crate) fn is_repeated_by(&self, row: &RawRow<'_>) -> bool {
        if self.pair().is_some() || row.cells.len() != self.headings.len() {
            return false;
        }
        let by_place = self.is_by_place(row);
        let others = row.cells.iter().zip(&self.headings).enumerate();
        let mut others = others.filter(|(column, (_, heading))| {
            let role = self.role(*column, by_place);
            !matches!(role, Some(Role::Label | Role::Title)) && !heading.is_empty()
        });
        let repeats = |(_, (cell, heading)): (usize, (&RawCell<'_>, &String))| {
            plain(cell.text()) == **heading
        };
        let Some(first) = others.next() else {
            return false;
        };
        let is_answer = self.word(first.1.0.text()).is_some();
        let is_alone = others.clone().next().is_none();
        repeats(first) && others.all(repeats) && !(is_alone && is_answer)
    }

    /// Whether a control wouldn't have the words of all headings: there are many, or the answers have one.
    pub(crate) fn are_distinct(&self) -> bool {
        self.headings.len() > 3 || self.roles.contains(&Some(Role::Answer))
    }

    /// Whether a row repeats the heading of the titles.
    pub(crate) fn is_title_repeated_by(&self, row: &RawRow<'_>) -> bool {
        let column = self
            .roles
            .iter()
            .position(|role| *role == Some(Role::Title));
        let cell = self.title(row).map(|cell| plain(cell.text()));
        column
            .and_then(|column| self.headings.get(column))
            .map(String::as_str)
            == cell.as_deref()
    }

    /// Makes a control of a row, unless it has a blank answer that nobody has explained.
    pub(crate) fn control<'a>(
        &self,
        row: RawRow<'a>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Control<'a>, ReadError> {
        let by_place = self.is_by_place(&row);
        let end = row.end;
        let mut control = Control::empty(end);
        let count = row.cells.len();
        let mut surplus: Option<(Place, usize)> = None;
        let mut properties = vec![None; self.also.len()];
        for (column, cell) in row.cells.into_iter().enumerate() {
            let is_empty = cell.is_empty();
            let role = self.role(column, by_place);
            // A label that is struck out isn't the same as one that isn't.
            let cell = if role == Some(Role::Label) && !is_struck_out(cell.text()) {
                cell.plain()
            } else {
                cell.cell()
            };
            match role {
                Some(Role::Label) => control.label = Some(cell).filter(|_| !is_empty),
                Some(Role::Title) => control.title = cell,
                Some(Role::Answer) => control.answer = cell,
                Some(Role::Notes) => control.notes = cell,
                Some(Role::Documentation) => control.documentation = cell,
                Some(Role::Also(at)) => properties[at] = Some(cell),
                Some(Role::Section | Role::Other) => {}
                None if is_empty => {}
                None => surplus.get_or_insert((cell.place(), 0)).1 += 1,
            }
        }
        let properties = self.also.iter().zip(properties);
        control.properties = properties
            .map(|(name, cell)| Property {
                name: Arc::clone(name),
                cell: cell.unwrap_or_else(|| Cell::empty(end)),
            })
            .collect();
        if let Some((place, count)) = surplus {
            let cells = match count {
                1 => "this cell has no heading above it, and isn't read".to_owned(),
                _ => format!(
                    "{count} cells from here on have no heading above them, and aren't read"
                ),
            };
            remarks.push(Remark {
                place,
                message: format!("{cells}: the headings are `{}`", self.shown),
            });
        }
        control.said = match (self.word(&control.answer.text), &self.answers) {
            (_, Answers::None) => Said::Nothing,
            (Some(word), _) => Said::Word(word),
            (None, _) => Said::Text,
        };
        if control.said == Said::Text && control.answer.text.is_empty() {
            let place = control.title.place();
            let place = Place {
                width: place.width.max(1),
                ..place
            };
            let title = &control.title.text;
            if self.pair().is_none() {
                return Err(ReadError::Blank {
                    title: title.to_string(),
                    place,
                });
            }
            let what = if count < self.until_answer {
                "ends before its answer"
            } else {
                "has an empty answer"
            };
            remarks.push(Remark {
                place,
                message: format!("the row `{title}` {what}"),
            });
        }
        Ok(control)
    }

    /// Whether the cells are below their headings one by one, the empty headings counted: so a renderer shows them. Where it
    /// shows no table, they are if there are as many as headings, unless something is below an empty one and nothing below
    /// the last.
    fn is_by_place(&self, row: &RawRow<'_>) -> bool {
        let cells = &row.cells;
        if row.is_sound {
            return true;
        }
        cells.len() == self.roles.len()
            && (self.named.len() == self.roles.len()
                || cells.last().is_some_and(|last| !last.is_empty())
                || !self
                    .roles
                    .iter()
                    .zip(cells)
                    .any(|(role, cell)| role.is_none() && !cell.is_empty()))
    }
}

/// Says whether a header row has characters that nobody sees.
pub(crate) fn unseen(line: &Line<'_>) -> Option<Remark> {
    matches!(seen(&line.text), std::borrow::Cow::Owned(_)).then(|| Remark {
        place: whole(line),
        message: "this header row has characters that can't be seen".to_owned(),
    })
}

/// Says which columns aren't read.
fn unread(headings: &[ColumnHeading], roles: &[Option<Role>], shown: &str) -> Option<Remark> {
    let unread = roles.iter().zip(headings);
    let unread = unread.filter(|(role, _)| **role == Some(Role::Other));
    let unread: Vec<&ColumnHeading> = unread.map(|(_, heading)| heading).collect();
    let first = unread.first()?;
    let names: Vec<&str> = unread.iter().take(12).map(|of| &*of.text).collect();
    let (columns, are) = match unread.len() {
        1 => ("column", "isn't"),
        _ => ("columns", "aren't"),
    };
    let more = if unread.len() > names.len() {
        " and others"
    } else {
        ""
    };
    Some(Remark {
        place: first.place,
        message: format!(
            "the {columns} `{}`{more} {are} read: the headings are `{shown}`",
            names.join("`, `")
        ),
    })
}

/// What is odd about a delimiter row that has other columns than its header row, of which some may be empty.
fn uneven(delimiters: usize, headings: usize, empty: usize) -> String {
    let cells = |count| match count {
        1 => "1 cell".to_owned(),
        count => format!("{count} cells"),
    };
    let empty = match empty {
        0 => String::new(),
        1 => " (one of them empty)".to_owned(),
        empty => format!(" ({empty} of them empty)"),
    };
    format!(
        "the delimiter row has {}, its header row {}{empty}: a Markdown renderer shows no table here",
        cells(delimiters),
        cells(headings)
    )
}
