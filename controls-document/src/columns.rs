//! Columns: what the headings of a table say about its cells, and rows as controls.

use std::{borrow::Cow, rc::Rc};

use crate::{
    Cell, Control, Place, ReadError, Remark,
    cells::Cells,
    folded,
    lines::{Line, Ruler, whole},
    rows::RawRow,
    seen::seen,
    words::Pair,
};

/// What the header row of a control table says.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The columns in order; those with an empty heading have no role.
    roles: Vec<Option<Role>>,
    /// The roles of the columns with a heading.
    named: Vec<Role>,
    pub(crate) pair: Pair,
    /// How many cells a row has at least if it has its answer.
    pub(crate) until_answer: usize,
    /// Whether the header row begins with a pipe, and so should the others.
    pub(crate) leading: bool,
    /// The headings.
    headings: Vec<String>,
    /// The headings as they're shown.
    shown: String,
    /// What is odd about the header row.
    remarks: Vec<Remark>,
    /// Why no control can be read.
    pub(crate) mistake: Option<ReadError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Title,
    Answer,
    Notes,
    Documentation,
    Other,
}

/// The headings that name a role, in lower case. Others are taken for what they are by their position.
const NAMES: [(&str, Role); 6] = [
    ("notes", Role::Notes),
    ("notizen", Role::Notes),
    ("documentation", Role::Documentation),
    ("dokumentation", Role::Documentation),
    ("ドキュメント", Role::Documentation),
    ("文档", Role::Documentation),
];

/// What a header row is the header of.
#[derive(Clone, Debug)]
pub(crate) enum Header {
    /// A control table.
    Controls(Rc<Columns>),
    /// Some other table: its headings.
    Other(String),
}

/// One heading: its text, what a person sees of it, and where.
struct Heading<'l> {
    text: Cow<'l, str>,
    place: Place,
}

/// Reads a header row. It's that of a control table if a column, not the first one, is headed by two words with a
/// slash between them.
pub(crate) fn header(line: &Line<'_>) -> Header {
    let cells = Cells::of(line);
    let mut ruler = Ruler::new(line);
    let headings: Vec<Heading<'_>> = cells
        .ranges
        .iter()
        .map(|range| Heading {
            text: bare_heading(&line.text[range.clone()]),
            place: ruler.place(range),
        })
        .collect();
    let pairs = headings.iter().enumerate().skip(1);
    let pairs = pairs.filter_map(|(column, heading)| Some((column, Pair::of(&heading.text)?)));
    let pairs: Vec<(usize, Pair)> = pairs.collect();
    let known = pairs.iter().filter(|(_, pair)| pair.is_known());
    let known: Vec<&(usize, Pair)> = known.collect();
    let answer = match (&known[..], &pairs[..]) {
        ([one, ..], _) => Some((*one).clone()),
        ([], [one]) => Some(one.clone()),
        _ => None,
    };
    match answer {
        Some((answer, pair)) => {
            let second = known.get(1).map(|(column, _)| *column);
            let mut columns = columns(&headings, answer, pair, second);
            columns.leading = cells.leading;
            columns.remarks.extend(unseen(line));
            Header::Controls(Rc::new(columns))
        }
        None => Header::Other(shown(&headings)),
    }
}

/// The headings as they're shown in a message, which mustn't be as long as a line can be.
fn shown(headings: &[Heading<'_>]) -> String {
    let mut shown = String::new();
    for heading in headings.iter().filter(|heading| !heading.text.is_empty()) {
        if !shown.is_empty() {
            shown.push_str(" | ");
        }
        shown.push_str(&heading.text);
        if let Some((end, _)) = shown.char_indices().nth(100) {
            shown.truncate(end);
            shown.push('…');
            break;
        }
    }
    shown
}

/// Gives the columns their roles: first to those whose headings name one, then to the others by their position.
fn columns(headings: &[Heading<'_>], answer: usize, pair: Pair, second: Option<usize>) -> Columns {
    let shown = shown(headings);
    let mut roles: Vec<Option<Role>> = vec![None; headings.len()];
    roles[answer] = Some(Role::Answer);
    let mistake = |role: &str, first: usize, second: usize| ReadError::TwoColumns {
        role: role.to_owned(),
        first: headings[first].place,
        second: headings[second].place,
        headings: shown.clone(),
    };
    let mut mistakes = second.map(|second| mistake("answers", answer, second));
    if pair.is_inverted() {
        mistakes = Some(ReadError::NoFirst {
            heading: headings[answer].text.to_string(),
            place: headings[answer].place,
        });
    }
    for (column, heading) in headings.iter().enumerate() {
        let heading = heading.text.to_lowercase();
        let Some((_, role)) = NAMES.iter().find(|(name, _)| *name == heading) else {
            continue;
        };
        match roles.iter().position(|taken| *taken == Some(*role)) {
            Some(first) => {
                let name = if *role == Role::Notes {
                    "notes"
                } else {
                    "documentation"
                };
                mistakes.get_or_insert_with(|| mistake(name, first, column));
            }
            None if roles[column].is_none() => roles[column] = Some(*role),
            None => {}
        }
    }
    let mut left = vec![Role::Documentation, Role::Notes, Role::Title];
    left.retain(|role| !roles.contains(&Some(*role)));
    for (column, heading) in headings.iter().enumerate() {
        // An empty heading before the answers is that of the titles; elsewhere it's an accident.
        let is_named = !heading.text.is_empty() || (column == 0 && answer == 1);
        if is_named && roles[column].is_none() {
            roles[column] = Some(left.pop().unwrap_or(Role::Other));
        }
    }
    if left.contains(&Role::Title) {
        // Whatever the heading is, the first column that isn't the answers says what the rows are about.
        roles[usize::from(answer == 0)] = Some(Role::Title);
    }
    let others = roles.iter().zip(headings);
    let others = others.filter(|(role, _)| **role == Some(Role::Other));
    let remarks = others.map(|(_, heading)| Remark {
        place: heading.place,
        message: format!(
            "the column `{}` isn't read: the headings are `{shown}`",
            heading.text
        ),
    });
    let named: Vec<Role> = roles.iter().copied().flatten().collect();
    let until_answer = named.iter().take_while(|role| **role != Role::Answer);
    Columns {
        until_answer: until_answer.count() + 1,
        remarks: remarks.collect(),
        headings: headings
            .iter()
            .map(|heading| heading.text.to_lowercase())
            .collect(),
        mistake: mistakes,
        roles,
        named,
        pair,
        leading: true,
        shown,
    }
}

/// What to say about a header row in which there are characters that can't be seen.
fn unseen(line: &Line<'_>) -> Option<Remark> {
    let hidden = matches!(seen(&line.text), Cow::Owned(_));
    hidden.then(|| Remark {
        place: whole(line),
        message: "this header row has characters that can't be seen".to_owned(),
    })
}

/// The text of a heading without emphasis and line breaks around it, and without what can't be seen.
fn bare_heading(text: &str) -> Cow<'_, str> {
    let bare = |text: &str| -> std::ops::Range<usize> {
        let marks = |c: char| c == '*' || c == '_' || c.is_whitespace();
        let start = text.len() - text.trim_start_matches(marks).len();
        let inner = text.trim_matches(marks);
        let inner = inner.trim_end_matches("<br>").trim_end_matches("<br/>");
        start..start + inner.len()
    };
    match seen(text) {
        Cow::Borrowed(text) => folded(&text[bare(text)]),
        Cow::Owned(text) => Cow::Owned(folded(&text[bare(&text)]).into_owned()),
    }
}

impl Columns {
    /// The headings as they're shown.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
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
            let empty = self.roles.iter().filter(|role| role.is_none()).count();
            if count != delimiters {
                remarks.push(Remark {
                    place: whole(delimiter),
                    message: uneven(delimiters, count, empty),
                });
            }
        }
        remarks
    }

    /// Whether another header row has two of the headings in the same columns, that of the answers among them.
    pub(crate) fn is_like(&self, other: &Columns) -> bool {
        let same = self.headings.iter().zip(&other.headings);
        let same = same.filter(|(one, other)| one == other && !one.is_empty());
        self.pair == other.pair && same.take(2).count() == 2
    }

    /// Makes a control of a row.
    pub(crate) fn control<'a>(&self, row: RawRow<'a>, remarks: &mut Vec<Remark>) -> Control<'a> {
        let by_place = self.is_by_place(&row);
        let end = row.end;
        let mut control = Control {
            title: Cell::empty(end),
            answer: Cell::empty(end),
            notes: Cell::empty(end),
            documentation: Cell::empty(end),
            word: None,
        };
        let count = row.cells.len();
        let mut surplus: Option<(Place, usize)> = None;
        for (column, cell) in row.cells.into_iter().enumerate() {
            let role = if by_place {
                self.roles.get(column).copied().flatten()
            } else {
                self.named.get(column).copied()
            };
            let is_empty = cell.is_empty();
            let cell = cell.cell();
            match role {
                Some(Role::Title) => control.title = cell,
                Some(Role::Answer) => control.answer = cell,
                Some(Role::Notes) => control.notes = cell,
                Some(Role::Documentation) => control.documentation = cell,
                Some(Role::Other) => {}
                None if is_empty => {}
                None => surplus.get_or_insert((cell.place(), 0)).1 += 1,
            }
        }
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
        control.word = self.pair.word(&control.answer.text);
        if control.answer.text.is_empty() {
            let what = if count < self.until_answer {
                "ends before its answer"
            } else {
                "has an empty answer"
            };
            let place = control.title.place();
            remarks.push(Remark {
                place: Place {
                    width: place.width.max(1),
                    ..place
                },
                message: format!("the row `{}` {what}", control.title.text),
            });
        }
        control
    }

    /// Whether the cells are below their headings one by one, the empty headings counted: so they are if there are as
    /// many as headings, unless something is below an empty one and nothing below the last.
    fn is_by_place(&self, row: &RawRow<'_>) -> bool {
        let cells = &row.cells;
        cells.len() == self.roles.len()
            && (cells.last().is_some_and(|last| !last.is_empty())
                || !self
                    .roles
                    .iter()
                    .zip(cells)
                    .any(|(role, cell)| role.is_none() && !cell.is_empty()))
    }
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
