//! `cargo controls matrix`: the catalogs in scope side by side.

mod arguments;
mod html;
mod json;
mod markdown;
mod model;
mod names;
mod spreadsheet;
mod text;

use crate::{
    lookup::{control, section},
    message::Message,
    outcome::{Exit, Outcome},
    sources::{Parsed, Scope},
    terminal,
};
use arguments::MatrixFormat;
use model::Matrix;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Scope {
        catalogs,
        mut messages,
    } = Scope::of(&arguments.packages, None, "compare");
    messages.extend(catalogs.iter().flat_map(Parsed::messages));
    let mut matrix = Matrix::of(&catalogs);
    if let Some(wanted) = &arguments.section {
        matrix.narrow_to_section(wanted);
        messages.extend(section::unknown(wanted, &catalogs));
    }
    if let Some(wanted) = &arguments.control {
        let found = matrix.named(wanted);
        if found.is_empty() && !matrix.sections.is_empty() {
            let names = matrix.catalogs.iter().map(|catalog| &*catalog.name);
            let unknown = control::unknown(wanted, names, &matrix.candidates());
            messages.push(Message::error(unknown));
        }
        matrix.narrow_to(&found);
    }
    let results = shown(&matrix, arguments).unwrap_or_else(|error| {
        messages.push(error);
        String::new()
    });
    let failed = messages.iter().any(|message| message.is_error);
    Outcome {
        results,
        messages,
        exit: if failed { Exit::Failed } else { Exit::Well },
    }
}

/// The matrix in the format that is asked for; nothing for people where there is nothing in it.
fn shown(matrix: &Matrix<'_>, arguments: &Arguments) -> Result<String, Message> {
    let failed = |error: &dyn std::error::Error| {
        Message::error(format!("the matrix can't be written: {error}"))
    };
    match arguments.format {
        MatrixFormat::Json => Ok(json::matrix(matrix)),
        _ if matrix.sections.is_empty() => Ok(String::new()),
        MatrixFormat::Text => Ok(text::matrix(
            matrix,
            arguments.control.is_some(),
            terminal::width(),
        )),
        MatrixFormat::Csv => spreadsheet::csv(matrix).map_err(|error| failed(&error)),
        MatrixFormat::Markdown => Ok(markdown::matrix(matrix)),
        MatrixFormat::Html => html::matrix(matrix).map_err(|error| failed(&error)),
    }
}
