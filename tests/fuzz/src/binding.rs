//! A binding that an input chooses.

use std::str::Chars;

use controls_document::{Binding, Blank, Column, Columns, Headings, Words};

/// What an input begins with that chooses a binding. What follows are the choices, one character each, and the text.
const MARK: char = '\u{2}';

/// The binding that an input chooses, and its text. An input that chooses none is read as a document that nobody has
/// bound.
pub(crate) fn bound(input: &str) -> (Binding, &str) {
    let Some(chosen) = input.strip_prefix(MARK) else {
        return (Binding::Slash, input);
    };
    let mut choices = Choices(chosen.chars());
    let is_columns = choices.of(2) == 0;
    // There are as many choices for all bindings, so that the text is where it was when one of them changes.
    let (level, roles) = (choices.of(6), [(); 6].map(|()| choices.of(16)));
    let words = words(choices.of(4), choices.of(3));
    let text = choices.0.as_str();
    let binding = if is_columns {
        columns(roles, words, &headings(text))
    } else {
        let level = u8::try_from(level + 1).unwrap_or(1);
        Binding::Headings(with_lines(level, roles, words, &labels(text)))
    };
    (binding, text)
}

/// The characters of an input, each of which chooses one of several things.
struct Choices<'t>(Chars<'t>);

impl Choices<'_> {
    fn of(&mut self, several: usize) -> usize {
        let choice = self.0.next().map_or(0, u32::from);
        usize::try_from(choice).unwrap_or(0) % several
    }
}

fn words(blank: usize, signs: usize) -> Words {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Words {
        yes: words([&[][..], &["x"], &["+", "Implemented"]][signs]),
        no: words([&[][..], &["-"], &["Planned", "Partial"]][signs]),
        not_applicable: Vec::new(),
        blank: [
            None,
            Some(Blank::No),
            Some(Blank::NotApplicable),
            Some(Blank::Unanswered),
        ][blank],
    }
}

/// The columns of a table: the first ones by their positions, others by the headings that the document has.
fn columns(roles: [usize; 6], words: Words, headings: &[&str]) -> Binding {
    let column = |choice: usize| match choice {
        0 => None,
        1..8 => Some(Column::At(choice)),
        _ => headings.get(choice - 8).map(|name| Column::named(name)),
    };
    let [title, label, answer, notes, documentation, also] = roles;
    Binding::Columns(Columns {
        label: column(label),
        answer: column(answer),
        notes: column(notes),
        documentation: column(documentation),
        also: headings
            .get(also)
            .map(|name| (*name).to_owned())
            .into_iter()
            .collect(),
        words,
        ..Columns::new(column(title).unwrap_or(Column::At(1)))
    })
}

/// Headings of a level, with lines under them that begin as lines of the document do.
fn with_lines(level: u8, roles: [usize; 6], words: Words, labels: &[&str]) -> Headings {
    let line = |choice: usize| {
        let label = choice.checked_sub(1).and_then(|at| labels.get(at));
        label.map(|label| (*label).to_owned()).into_iter().collect()
    };
    let [answer, notes, documentation, also, ..] = roles;
    Headings {
        level,
        answer: line(answer),
        notes: line(notes),
        documentation: line(documentation),
        also: line(also),
        words,
    }
}

/// The cells of the first rows, which may be the headings of columns.
fn headings(text: &str) -> Vec<&str> {
    let rows = text.lines().filter(|line| line.contains('|')).take(3);
    let cells = rows.flat_map(|row| row.split('|')).map(str::trim);
    cells.filter(|cell| is_name(cell)).collect()
}

/// What the first lines with a colon begin with.
fn labels(text: &str) -> Vec<&str> {
    let begun = text
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0));
    let labels = begun.map(|label| label.trim_matches([' ', '*', '_', '-', '|']));
    labels.filter(|label| is_name(label)).take(16).collect()
}

/// Whether a definition could say it.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() < 60
}
