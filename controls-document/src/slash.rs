//! The rule of the slash: a table has controls if a column is headed by two words with a slash between them.

use std::rc::Rc;

use crate::{
    ReadError,
    columns::{Answers, ControlHeader, Header, Role, unseen},
    header::{ColumnHeading, Other, headings, shown},
    lines::Line,
    words::Pair,
};

/// The headings that name a role, in lower case. Others are taken for what they are by their position.
const NAMES: [(&str, Role); 6] = [
    ("notes", Role::Notes),
    ("notizen", Role::Notes),
    ("documentation", Role::Documentation),
    ("dokumentation", Role::Documentation),
    ("ドキュメント", Role::Documentation),
    ("文档", Role::Documentation),
];

/// Whether a line may be the header row of a control table: there is a slash in it.
pub(crate) fn may_head(line: &Line<'_>) -> bool {
    line.text.contains(['/', '／'])
}

/// Reads a header row. It's that of a control table if a column, not the first one, is headed by two words with a
/// slash between them.
pub(crate) fn header(line: &Line<'_>) -> Header {
    let headings = headings(line);
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
            Header::Controls(Rc::new(columns(line, &headings, answer, pair, second)))
        }
        None => Header::Other(Rc::new(Other {
            shown: shown(&headings),
            why: "no column is headed by two words with a slash, such as `Yes/No`".to_owned(),
            missing: Vec::new(),
        })),
    }
}

/// Gives the columns their roles: first to those whose headings name one, then to the others by their position.
fn columns(
    line: &Line<'_>,
    headings: &[ColumnHeading],
    answer: usize,
    pair: Pair,
    second: Option<usize>,
) -> ControlHeader {
    let mut roles: Vec<Option<Role>> = vec![None; headings.len()];
    roles[answer] = Some(Role::Answer);
    let mistake = |role: &str, first: usize, second: usize| ReadError::TwoColumns {
        role: role.to_owned(),
        first: headings[first].place,
        second: headings[second].place,
        headings: shown(headings),
    };
    let mut mistakes = second.map(|second| mistake("answers", answer, second));
    if pair.is_inverted() {
        mistakes = Some(ReadError::NoFirst {
            heading: headings[answer].text.clone(),
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
                mistakes.get_or_insert_with(|| mistake(role.name(), first, column));
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
    let answers = Answers::Pair(pair);
    ControlHeader::new(headings, unseen(line), roles, answers, mistakes)
}
