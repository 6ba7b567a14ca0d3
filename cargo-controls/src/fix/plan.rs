//! What is to be done about one definition.

use std::path::Path;

use controls_dsl::{Edit, Findings, Guess, Original, check, edit, load, parse, plain_name};
use proc_macro2::{Span, TokenStream};

use super::ask::Guesses;
use crate::{paths, report::Message, sources::Found};

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
    let mut findings = Findings::default();
    let Some(mut definition) = parse(TokenStream::new(), found.tokens(), &mut findings) else {
        return Err(mistakes(&found, &findings));
    };
    check(&mut definition, &mut findings);
    if !findings.is_empty() {
        return Err(mistakes(&found, &findings));
    }
    let mut source = load(&definition, Some(found.file.path.clone()), &mut findings);
    if let Some(source) = &mut source {
        source.path = paths::shown(&paths::from_here(Path::new(&source.path)));
    }
    let document = source.as_ref().and_then(|source| source.document(&definition, &mut findings));
    if !findings.is_empty() {
        return Err(messages(&found, &findings));
    }
    let name = plain_name(&definition.name);
    let mut decided = Vec::new();
    let edit = match &document {
        None => None,
        Some(document) => {
            let bytes = |span: Span| span.byte_range();
            let tokens = found.tokens();
            let original = Original { text: &found.file.text, tokens, definition: &definition, bytes };
            let path = source.as_ref().map(|source| &*source.path).unwrap_or_default();
            let result = edit(&original, document, &mut |guess| {
                let taken = guesses.decide(guess, path);
                decided.push(Decided { guess: guess.clone(), taken });
                taken.unwrap_or(true)
            });
            result.map_err(|message| {
                let message = Message::error(format!("`{name}` can't be taken to its document: {message}"));
                vec![message.at(found.place(definition.name.span()))]
            })?
        }
    };
    Ok(Plan { name, document: source.map(|source| source.path), edit, guesses: decided, found })
}

/// What is wrong with the definition, and what that means.
fn mistakes(found: &Found, findings: &Findings) -> Vec<Message> {
    let mut all = messages(found, findings);
    all.push(Message::error(format!(
        "a definition in {} has mistakes and isn't fixed: correct them first, then run `cargo controls fix` again",
        found.file.shown
    )));
    all
}

fn messages(found: &Found, findings: &Findings) -> Vec<Message> {
    let message = |finding: &controls_dsl::Finding| Message::error(&*finding.message).at(found.place(finding.span));
    findings.as_slice().iter().map(message).collect()
}
