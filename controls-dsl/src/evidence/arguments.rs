//! What is in the parentheses: paths to controls, and arguments such as `reason = "…"`, with commas between.

use syn::{Ident, parse::ParseStream};

use super::path::ControlPath;
use crate::{
    Diagnostics, StringLiteral,
    names::meant,
    parse::recover::{at_equals, comma, found, literal, name, skip, span},
};

/// What an attribute or a macro takes.
pub(super) struct Form {
    /// Its name, as people write it.
    pub(super) shown: String,
    /// The names of its arguments.
    pub(super) names: &'static [&'static str],
    /// All that it takes, in words.
    pub(super) takes: &'static str,
    /// A control, for example.
    pub(super) example: &'static str,
    /// What is separated by commas.
    pub(super) parts: &'static str,
    /// What the value of an argument is.
    pub(super) value: &'static str,
}

/// A piece of what is in the parentheses.
pub(super) enum Piece {
    Control(ControlPath),
    Argument(Ident, StringLiteral),
}

/// Takes piece after piece, and steps over what is none.
pub(super) struct Pieces {
    form: Form,
    is_first: bool,
    /// The names of the arguments that have been taken.
    taken: Vec<String>,
}

impl Pieces {
    pub(super) fn of(form: Form) -> Pieces {
        Pieces {
            form,
            is_first: true,
            taken: Vec::new(),
        }
    }

    /// Takes the next piece; `None` at the end.
    pub(super) fn next(
        &mut self,
        input: ParseStream<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Piece> {
        loop {
            if !std::mem::take(&mut self.is_first) {
                self.comma(input, diagnostics);
            }
            if input.is_empty() {
                return None;
            }
            let piece = if at_argument(input) {
                self.argument(input, diagnostics)
            } else {
                self.control(input, diagnostics)
            };
            if piece.is_some() {
                return piece;
            }
        }
    }

    /// Takes the comma after a piece. Without one, steps over all up to the next.
    fn comma(&self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
        if comma(input).is_some() || input.is_empty() {
            return;
        }
        let message = format!(
            "expected `,` between {}, found {}",
            self.form.parts,
            found(input)
        );
        diagnostics.mistake(span(input), message);
        while !input.is_empty() && comma(input).is_none() {
            skip(input);
        }
    }

    fn control(&self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Option<Piece> {
        let (at, what) = (span(input), found(input));
        let control = ControlPath::take(input);
        if control.is_none() {
            let message = format!(
                "expected a path to a control, such as `{}`, found {what}",
                self.form.example
            );
            diagnostics.mistake(at, message);
            skip(input);
        }
        control.map(Piece::Control)
    }

    fn argument(&mut self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Option<Piece> {
        let argument = name(input)?;
        let text = argument.to_string();
        skip(input);
        let (at, what) = (span(input), found(input));
        let Form {
            shown,
            names,
            takes,
            value,
            ..
        } = &self.form;
        let (at, message) = if !names.contains(&&*text) {
            let near = meant(&text, names);
            let message = format!("unknown argument `{text}`: `{shown}` takes {takes}{near}");
            (argument.span(), message)
        } else if self.taken.contains(&text) {
            let message = format!("`{text}` is given twice: remove one of the two");
            (argument.span(), message)
        } else if let Some(literal) = literal(input) {
            self.taken.push(text);
            return Some(Piece::Argument(argument, StringLiteral::exact(&literal)));
        } else {
            let at = if input.is_empty() {
                argument.span()
            } else {
                at
            };
            (
                at,
                format!("expected {value} after `{text} =`, found {what}"),
            )
        };
        diagnostics.mistake(at, message);
        skip(input);
        None
    }
}

/// Whether an argument begins here: a name that `=` follows.
fn at_argument(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    name(&ahead).is_some() && at_equals(&ahead)
}
