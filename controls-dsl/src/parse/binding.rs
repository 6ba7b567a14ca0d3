//! `#[columns(…)]`, `#[answers(…)]` and `#[headings(…)]`: how the document is to be read.

use std::collections::HashMap;

use controls_document::{Binding, Blank, Column, Columns, Headings, Words, plain, word_of_answer};
use proc_macro2::Span;
use syn::{Ident, parse::ParseStream};

use super::arguments::{Argument, ArgumentValue, Arguments, AttributeKind, arguments};
use crate::{Diagnostics, StringLiteral, names::meant};

const COLUMNS: AttributeKind = AttributeKind {
    name: "columns",
    takes: &[
        "section",
        "label",
        "title",
        "answer",
        "notes",
        "documentation",
        "also",
    ],
    example: "title = \"Control\"",
};

const ANSWERS: AttributeKind = AttributeKind {
    name: "answers",
    takes: &["yes", "no", "not_applicable", "blank"],
    example: "yes = \"Pass\"",
};

const HEADINGS: AttributeKind = AttributeKind {
    name: "headings",
    takes: &["level", "answer", "notes", "documentation", "also"],
    example: "level = 3",
};

/// An attribute that is given: where it is, and what it says, unless that is wrong.
type Said<T> = Option<(Span, Option<T>)>;

/// The attributes of a binding, as they are given.
#[derive(Default)]
pub(crate) struct BindingAttributes {
    columns: Said<Columns>,
    answers: Said<Words>,
    headings: Said<Headings>,
}

impl BindingAttributes {
    /// The attribute of this name, if it's one of a binding.
    pub(super) fn attribute(name: &str) -> Option<AttributeKind> {
        [COLUMNS, ANSWERS, HEADINGS]
            .into_iter()
            .find(|attribute| attribute.name == name)
    }

    /// Adds an attribute with what is in its parentheses.
    pub(super) fn add(
        &mut self,
        of: AttributeKind,
        span: Span,
        input: ParseStream<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let before = diagnostics.as_slice().len();
        let given = arguments(of, span, input, diagnostics);
        let first = match of.name {
            "columns" => {
                let columns = columns(given, diagnostics);
                say(&mut self.columns, span, columns, before, diagnostics)
            }
            "answers" => {
                let words = words(given, diagnostics);
                say(&mut self.answers, span, Some(words), before, diagnostics)
            }
            _ => {
                let headings = headings(given, diagnostics);
                say(&mut self.headings, span, headings, before, diagnostics)
            }
        };
        if let Some(first) = first {
            diagnostics.clash(
                span,
                format!("`#[{}]` is given twice: remove one of the two", of.name),
                first,
                format!("the first `#[{}]` is here", of.name),
            );
        }
    }

    /// Says that an attribute is given, but not what it says.
    pub(super) fn refuse(&mut self, of: AttributeKind, span: Span) {
        match of.name {
            "columns" => self.columns = Some((span, None)),
            "answers" => self.answers = Some((span, None)),
            _ => self.headings = Some((span, None)),
        }
    }

    /// Where the first of them is.
    pub(super) fn span(&self) -> Option<Span> {
        let columns = self.columns.as_ref().map(|(span, _)| *span);
        let headings = self.headings.as_ref().map(|(span, _)| *span);
        let answers = self.answers.as_ref().map(|(span, _)| *span);
        columns.or(headings).or(answers)
    }

    /// What they say together, unless something is wrong.
    pub(crate) fn binding(self, diagnostics: &mut Diagnostics) -> Option<Binding> {
        let (place, words) = match self.answers {
            None => (None, Some(Words::default())),
            Some((place, words)) => (Some(place), words),
        };
        let (attribute, binding) = match (self.columns, self.headings) {
            (Some((first, _)), Some((second, _))) => {
                diagnostics.clash(
                    second,
                    "controls are either rows or headings: remove `#[headings]` or `#[columns]`",
                    first,
                    "`#[columns]` is here",
                );
                return None;
            }
            (Some((_, columns)), None) => {
                let words = words?;
                ("columns", Binding::Columns(Columns { words, ..columns? }))
            }
            (None, Some((_, headings))) => {
                let words = words?;
                (
                    "headings",
                    Binding::Headings(Headings { words, ..headings? }),
                )
            }
            (None, None) => {
                let Some(place) = place else {
                    return Some(Binding::Slash);
                };
                diagnostics.mistake(
                    place,
                    "`#[answers]` says what words mean in a column or line that is bound: add `#[columns(…)]` or `#[headings(…)]`",
                );
                return None;
            }
        };
        if let Some(place) = place.filter(|_| !binding.has_answers()) {
            diagnostics.mistake(
                place,
                format!(
                    "`#[answers]` says what words mean, and `#[{attribute}]` doesn't say where they are: add `answer = \"…\"` to it, or remove `#[answers]`"
                ),
            );
            return None;
        }
        Some(binding)
    }
}

/// Puts what an attribute says in its place, or returns where the first one is. `before` is how many diagnostics there were.
fn say<T>(
    place: &mut Said<T>,
    span: Span,
    said: Option<T>,
    before: usize,
    diagnostics: &Diagnostics,
) -> Option<Span> {
    let is_fine = diagnostics.as_slice().len() == before;
    match place {
        None => {
            *place = Some((span, said.filter(|_| is_fine)));
            None
        }
        Some((first, said)) => {
            *said = None;
            Some(*first)
        }
    }
}

fn columns(given: Arguments, diagnostics: &mut Diagnostics) -> Option<Columns> {
    distinct(&given, "mean two columns", diagnostics);
    if given.lacks("title") {
        diagnostics.mistake(
            given.span,
            "`#[columns]` doesn't say which column has the titles: add `title = \"…\"`",
        );
    }
    let mut given = Taken { given, diagnostics };
    let columns = Columns::new(given.column("title")?);
    Some(Columns {
        section: given.column("section"),
        label: given.column("label"),
        answer: given.column("answer"),
        notes: given.column("notes"),
        documentation: given.column("documentation"),
        also: given.texts("also").unwrap_or_default(),
        ..columns
    })
}

fn headings(given: Arguments, diagnostics: &mut Diagnostics) -> Option<Headings> {
    distinct(&given, "mean two lines", diagnostics);
    if given.lacks("level") {
        diagnostics.mistake(
            given.span,
            "`#[headings]` doesn't say which headings are controls: add `level = 3`, or another number of `#`",
        );
    }
    let mut given = Taken { given, diagnostics };
    Some(Headings {
        level: given.level()?,
        answer: given.texts("answer").unwrap_or_default(),
        notes: given.texts("notes").unwrap_or_default(),
        documentation: given.texts("documentation").unwrap_or_default(),
        also: given.texts("also").unwrap_or_default(),
        words: Words::default(),
    })
}

fn words(given: Arguments, diagnostics: &mut Diagnostics) -> Words {
    distinct(&given, "have two meanings", diagnostics);
    let mut given = Taken { given, diagnostics };
    Words {
        yes: given.texts("yes").unwrap_or_default(),
        no: given.texts("no").unwrap_or_default(),
        not_applicable: given.texts("not_applicable").unwrap_or_default(),
        blank: given.blank(),
    }
}

/// Says which text is given for two things, as the reader compares texts, or can't be found in a document.
fn distinct(given: &Arguments, what: &str, diagnostics: &mut Diagnostics) {
    let is_word = given.of.name == ANSWERS.name;
    let mut seen: HashMap<String, (&Ident, &StringLiteral)> = HashMap::new();
    for Argument { name, value, .. } in &given.all {
        let ArgumentValue::Texts(texts) = value else {
            continue;
        };
        for text in texts {
            let key = if is_word {
                word_of_answer(&text.value)
            } else {
                Some(plain(&text.value).into_owned())
            };
            let Some(key) = key else {
                let message = format!(
                    "no cell is the word `{}`: what is struck out, or an image, is kept word for word",
                    text.value
                );
                diagnostics.mistake(text.span(), message);
                continue;
            };
            if key.is_empty() {
                let help = if is_word {
                    "say what an empty cell means by `blank = unanswered`, `blank = no` or `blank = not_applicable`"
                } else {
                    "write it as the document has it"
                };
                diagnostics.mistake(text.span(), format!("a text of `{name}` is empty: {help}"));
            } else if let Some((other, first)) = seen.get(&key) {
                let message = if *other == name {
                    format!(
                        "`{}` is given twice in `{name}`: remove one of the two",
                        text.value
                    )
                } else {
                    format!(
                        "`{}` can't {what}, `{other}` and `{name}`: remove one of the two",
                        text.value
                    )
                };
                let companion = format!("the first `{}` is here", first.value);
                diagnostics.clash(text.span(), message, first.span(), companion);
            } else {
                seen.insert(key, (name, text));
            }
        }
    }
}

/// Arguments that are taken one by one, each in the form that it has to have. `None` where one isn't given, and where its
/// form is refused.
struct Taken<'f> {
    given: Arguments,
    diagnostics: &'f mut Diagnostics,
}

impl Taken<'_> {
    fn take(&mut self, name: &str) -> Option<Argument> {
        let at = self.given.all.iter().position(|given| given.name == name)?;
        Some(self.given.all.swap_remove(at))
    }

    fn refuse(&mut self, argument: &Argument, takes: &str, near: &str) {
        let found = match &argument.value {
            ArgumentValue::Texts(texts) => match &texts[..] {
                [] => "an empty list".to_owned(),
                [text] => format!("`{}`", text.literal()),
                _ => "a list".to_owned(),
            },
            ArgumentValue::Number(number) => format!("`{number}`"),
            ArgumentValue::Word(word) => format!("`{word}`"),
        };
        let message = format!("`{}` takes {takes}, found {found}{near}", argument.name);
        self.diagnostics.mistake(argument.span, message);
    }

    fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let argument = self.take(name)?;
        match argument.value {
            ArgumentValue::Texts(ref texts) if !texts.is_empty() => {
                Some(texts.iter().map(|text| text.value.clone()).collect())
            }
            _ => {
                self.refuse(
                    &argument,
                    "a text, `\"…\"`, or several, `[\"…\", \"…\"]`",
                    "",
                );
                None
            }
        }
    }

    fn column(&mut self, name: &str) -> Option<Column> {
        let argument = self.take(name)?;
        match argument.value {
            ArgumentValue::Texts(ref texts) if !texts.is_empty() => Some(Column::Named(
                texts.iter().map(|text| text.value.clone()).collect(),
            )),
            ArgumentValue::Number(number @ 1..) => Some(Column::At(number)),
            _ => {
                self.refuse(
                    &argument,
                    "the heading of a column, `\"…\"`, several spellings of it, `[\"…\", \"…\"]`, or its position from 1",
                    "",
                );
                None
            }
        }
    }

    fn level(&mut self) -> Option<u8> {
        let argument = self.take("level")?;
        let level = match argument.value {
            ArgumentValue::Number(number @ 1..=6) => u8::try_from(number).ok(),
            _ => None,
        };
        if level.is_none() {
            self.refuse(&argument, "the level of headings, from 1 to 6", "");
        }
        level
    }

    fn blank(&mut self) -> Option<Blank> {
        const MEANINGS: [&str; 3] = ["no", "not_applicable", "unanswered"];
        let argument = self.take("blank")?;
        let near = match &argument.value {
            ArgumentValue::Word(word) if word == "no" => return Some(Blank::No),
            ArgumentValue::Word(word) if word == "not_applicable" => {
                return Some(Blank::NotApplicable);
            }
            ArgumentValue::Word(word) if word == "unanswered" => return Some(Blank::Unanswered),
            ArgumentValue::Word(word) => meant(&word.to_string(), &MEANINGS),
            ArgumentValue::Texts(_) | ArgumentValue::Number(_) => String::new(),
        };
        self.refuse(&argument, "`no`, `not_applicable` or `unanswered`", &near);
        None
    }
}
