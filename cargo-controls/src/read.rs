//! `cargo controls read`: what is read of a document.

use controls_dsl::Source;

use crate::{
    answer::{Answer, Outcome},
    cli::{self, Format},
    paths,
    report::{Message, json, text},
};

/// Runs the command.
pub(crate) fn run(arguments: &cli::Read) -> Answer {
    match results(arguments) {
        Ok(results) => Answer {
            results,
            messages: Vec::new(),
            outcome: Outcome::Well,
        },
        Err(message) => {
            let results = match arguments.format {
                Format::Text => String::new(),
                Format::Json => json::nothing(),
            };
            Answer {
                results,
                messages: vec![Message::error(message)],
                outcome: Outcome::Failed,
            }
        }
    }
}

fn results(arguments: &cli::Read) -> Result<String, String> {
    let source = Source::open(&paths::from_here(&arguments.document))?;
    let document = source.read(arguments.heading.as_deref())?;
    Ok(match arguments.format {
        Format::Text => text::reading(&source, &document),
        Format::Json => json::reading(&source, &document),
    })
}
