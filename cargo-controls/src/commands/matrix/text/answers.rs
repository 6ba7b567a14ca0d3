//! Who answers what: a line for each answer to a control, with the catalogs that give it.

use std::{borrow::Cow, collections::HashMap};

use controls_document::{Answer, plain_text};

use crate::{
    commands::matrix::model::{Matrix, Shared},
    show::{
        text::{STRONG, plain},
        wrap::wrapped,
    },
};

/// The controls one after the other. Which catalogs have none of them is said where one is asked for: of all, it would be most of
/// what is said.
pub(super) fn answers(
    matrix: &Matrix<'_>,
    asks_for_one: bool,
    width: Option<usize>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &matrix.sections {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let heading = format!("{STRONG}{}{STRONG:#}", plain(&section.title));
        lines.extend(wrapped(&heading, width, 4));
        for control in &section.controls {
            let title = format!(
                "  {} ({})",
                plain(&plain_text(control.title())),
                plain(control.id())
            );
            lines.extend(wrapped(&title, width, 6));
            for Answered { answer, catalogs } in of(control) {
                let line = format!("    {}: {}", plain(&answer), names(matrix, &catalogs));
                lines.extend(wrapped(&line, width, 6));
            }
        }
    }
    let has = |at: &usize| {
        matrix
            .controls()
            .any(|control| control.cells[*at].is_some())
    };
    let rest = (0..matrix.catalogs.len()).filter(|at| !has(at));
    let rest: Vec<usize> = rest.filter(|_| asks_for_one).collect();
    if !rest.is_empty() {
        lines.push(String::new());
        let line = format!("no such control found in: {}", names(matrix, &rest));
        lines.extend(wrapped(&line, width, 2));
    }
    lines
}

fn names(matrix: &Matrix<'_>, catalogs: &[usize]) -> String {
    let names = catalogs
        .iter()
        .map(|at| plain(&matrix.catalogs[*at].heading));
    names.collect::<Vec<_>>().join(", ")
}

/// Catalogs that say the same.
struct Answered<'p> {
    answer: Cow<'p, str>,
    catalogs: Vec<usize>,
}

/// What is said of a control: yes, other words, no, and what isn't an answer.
fn of<'p>(control: &Shared<'p>) -> Vec<Answered<'p>> {
    let mut out: Vec<(u8, Answered<'p>)> = Vec::new();
    let mut known: HashMap<Cow<'p, str>, usize> = HashMap::new();
    for cell in control.cells() {
        let answer = cell.said();
        let at = *known.entry(answer.clone()).or_insert_with(|| {
            let catalogs = Vec::new();
            out.push((rank(cell.answer()), Answered { answer, catalogs }));
            out.len() - 1
        });
        out[at].1.catalogs.push(cell.catalog);
    }
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, answered)| answered).collect()
}

fn rank(answer: Option<Answer<'_>>) -> u8 {
    match answer {
        Some(Answer::Yes) => 0,
        Some(Answer::Qualified(_)) => 1,
        Some(Answer::No) => 2,
        Some(Answer::NotApplicable) => 3,
        Some(Answer::Unanswered) => 4,
        None => 5,
    }
}
