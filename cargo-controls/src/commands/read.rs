//! `cargo controls read`: what is read of a document.

mod arguments;
mod json;
mod text;

use controls_dsl::Source;

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    show::{json::nothing, proposal::proposed},
};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    match results(arguments) {
        Ok(results) => Outcome {
            results,
            messages: Vec::new(),
            exit: Exit::Well,
        },
        Err(message) => {
            let results = match arguments.format {
                Format::Text => String::new(),
                Format::Json => nothing(),
            };
            Outcome {
                results,
                messages: vec![Message::error(message)],
                exit: Exit::Failed,
            }
        }
    }
}

fn results(arguments: &Arguments) -> Result<String, String> {
    let source = Source::open(&paths::from_here(&arguments.document))?;
    let binding = arguments.reading.binding()?;
    let document = source
        .read(&binding, arguments.heading.as_deref())
        .map_err(|error| proposed(error, &binding, &source))?;
    Ok(match arguments.format {
        Format::Text => text::reading(&source, &document),
        Format::Json => json::reading(&source, &document),
    })
}
