//! What is to be done about one definition.

use std::sync::Arc;

use controls_dsl::{Dropped, Edit, Guess, Original, edit};

use super::{
    ask::{Person, Sight},
    consent::Consent,
};
use crate::{
    file::SourceFile,
    message::Message,
    sources::{Invocation, Parsed},
};

/// A definition without mistakes, and the edit that takes it to its document.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The name of its enum.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) found: Invocation,
    /// The path of its document, if it names one.
    pub(crate) document: Option<String>,
    /// The edit; `None` if nothing is to be done.
    pub(crate) edit: Option<Edit>,
    /// The rows that may be the same ones under other titles.
    pub(crate) guesses: Vec<Decided>,
    /// The rows that go.
    pub(crate) losses: Vec<Loss>,
}

/// A guess, and whether somebody has said that it's right. One that nobody has decided counts as right in the edit.
#[derive(Debug)]
pub(crate) struct Decided {
    pub(crate) guess: Guess,
    pub(crate) taken: Option<bool>,
}

/// A row that goes, and whether somebody has said that its id may be dropped.
#[derive(Debug)]
pub(crate) struct Loss {
    pub(crate) dropped: Dropped,
    pub(crate) confirmed: Option<bool>,
}

impl Plan {
    /// Whether all guesses have been decided.
    pub(crate) fn is_decided(&self) -> bool {
        self.guesses.iter().all(|decided| decided.taken.is_some())
    }

    /// The rows whose ids nobody has agreed to drop.
    pub(crate) fn unconfirmed(&self) -> impl Iterator<Item = &Dropped> {
        let open = |loss: &&Loss| loss.confirmed != Some(true);
        self.losses.iter().filter(open).map(|loss| &loss.dropped)
    }

    /// Whether a person has agreed to all that takes a person.
    pub(crate) fn is_agreed(&self) -> bool {
        self.is_decided() && self.unconfirmed().next().is_none()
    }
}

/// Takes the same road as `check`, and on to the edit. What hasn't been said beforehand the person is asked, if there is
/// one.
pub(super) fn plan(
    found: Invocation,
    consent: Consent<'_>,
    mut person: Option<&mut Person<'_>>,
) -> Result<Plan, Vec<Message>> {
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
    let (mut guesses, mut losses) = (Vec::new(), Vec::new());
    let mut edited = None;
    if let (Some(document), Some(source)) = (&document, &source) {
        let original = Original {
            text: &file.text,
            tokens: found.tokens(),
            definition: &definition,
        };
        let sight = Sight {
            file: &file,
            document: source,
        };
        let result = edit(&original, document, &source.text, &mut |guess| {
            let taken = match &mut person {
                _ if guess.is_likely && consent.yes => Some(true),
                Some(person) => person.ask(&sight.same(guess)),
                None => None,
            };
            // What isn't likely isn't so unless somebody says it.
            if guess.is_likely || taken.is_some() {
                guesses.push(Decided {
                    guess: guess.clone(),
                    taken,
                });
            }
            taken.unwrap_or(guess.is_likely)
        });
        edited = result.map_err(|message| {
            let message = Message::error(format!(
                "`{name}` can't be taken to its document: {message}"
            ));
            vec![message.at(found.place(definition.name.span()))]
        })?;
        for dropped in edited.iter().flat_map(|edit| &edit.dropped) {
            let confirmed = match &mut person {
                _ if consent.drops(&dropped.id) => Some(true),
                Some(person) => person.ask(&sight.dropped(dropped)),
                None => None,
            };
            losses.push(Loss {
                dropped: dropped.clone(),
                confirmed,
            });
        }
    }
    Ok(Plan {
        name,
        document: source.map(|source| source.path),
        edit: edited,
        guesses,
        losses,
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
