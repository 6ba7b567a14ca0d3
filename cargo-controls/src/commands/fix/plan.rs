//! What is to be done about one definition.

use std::sync::Arc;

use controls_dsl::{Edit, Guess, Original, edit};

use super::ask::Guesses;
use crate::{
    file::SourceFile,
    message::Message,
    sources::{Found, Parsed},
};

/// A definition without mistakes, and the edit that takes it to its document.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The name of its enum.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) found: Found,
    /// The path of its document, if it names one.
    pub(crate) document: Option<String>,
    /// The edit; `None` if nothing is to be done.
    pub(crate) edit: Option<Edit>,
    /// The rows that may be the same ones under other titles.
    pub(crate) guesses: Vec<Decided>,
}

/// A guess, and whether somebody has said that it's right. One that nobody has decided counts as right in the edit.
#[derive(Debug)]
pub(crate) struct Decided {
    pub(crate) guess: Guess,
    pub(crate) taken: Option<bool>,
}

impl Plan {
    /// Whether all guesses have been decided.
    pub(crate) fn is_decided(&self) -> bool {
        self.guesses.iter().all(|decided| decided.taken.is_some())
    }
}

/// Takes the same road as `check`, and on to the edit.
pub(super) fn plan(found: Found, guesses: &mut Guesses) -> Result<Plan, Vec<Message>> {
    let file = Arc::clone(&found.file);
    let mut parsed = Parsed::of(found).map_err(|mistakes| isnt_fixed(mistakes, &file))?;
    if !parsed.is_sound() {
        return Err(isnt_fixed(parsed.messages(), &file));
    }
    let source = parsed.source();
    let document = source.as_ref().and_then(|source| parsed.document(source));
    if !parsed.is_sound() {
        return Err(parsed.messages());
    }
    let (
        name,
        Parsed {
            found, definition, ..
        },
    ) = (parsed.name(), parsed);
    let mut decided = Vec::new();
    let edit = match &document {
        None => None,
        Some(document) => {
            let original = Original {
                text: &file.text,
                tokens: found.tokens(),
                definition: &definition,
            };
            let path = source
                .as_ref()
                .map(|source| &*source.path)
                .unwrap_or_default();
            let result = edit(&original, document, &mut |guess| {
                let taken = guesses.decide(guess, path);
                decided.push(Decided {
                    guess: guess.clone(),
                    taken,
                });
                taken.unwrap_or(true)
            });
            result.map_err(|message| {
                let message = Message::error(format!(
                    "`{name}` can't be taken to its document: {message}"
                ));
                vec![message.at(found.place(definition.name.span()))]
            })?
        }
    };
    Ok(Plan {
        name,
        document: source.map(|source| source.path),
        edit,
        guesses: decided,
        found,
    })
}

/// What is wrong with the definition, and what that means.
fn isnt_fixed(mut mistakes: Vec<Message>, file: &SourceFile) -> Vec<Message> {
    mistakes.push(Message::error(format!(
        "a definition in {} has mistakes and isn't fixed: correct them first, then run `cargo controls fix` again",
        file.shown
    )));
    mistakes
}
