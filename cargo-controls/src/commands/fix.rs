//! `cargo controls fix`: takes definitions to the present editions of their documents.
//!
//! Every edit has been verified by the library before it's shown: the edited definition has no mistakes and is in step.

mod arguments;
mod ask;
mod consent;
mod diff;
mod file;
mod fixed;
mod json;
mod plan;
mod text;

use std::{
    io::{self, IsTerminal},
    sync::Arc,
};

use anstream::AutoStream;
use controls_dsl::Edit;

use crate::{
    args::Format,
    file::SourceFile,
    message::Message,
    outcome::{Exit, Outcome},
    show::text::harmless,
    sources::{Packages, Survey},
};
use ask::Person;
use consent::Consent;
use fixed::Fixed;
use plan::{Plan, plan};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let is_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    if is_terminal && arguments.write {
        let mut output = AutoStream::auto(io::stderr());
        fixed(
            arguments,
            Some(&mut Person::new(&mut io::stdin().lock(), &mut output)),
        )
    } else {
        fixed(arguments, None)
    }
}

/// Runs the command, with somebody to ask or without.
fn fixed(arguments: &Arguments, person: Option<&mut Person<'_>>) -> Outcome {
    let (fixed, messages) = match Packages::of(&arguments.selection) {
        Ok(packages) => fix(Survey::of(&packages, "fix"), arguments, person),
        Err(message) => (Vec::new(), vec![message]),
    };
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if fixed
        .iter()
        .any(|fixed| fixed.plan.edit.is_some() && !fixed.written)
    {
        Exit::Drift
    } else {
        Exit::Well
    };
    let results = match arguments.format {
        Format::Text => text::text(&fixed),
        Format::Json => json::json(&fixed),
    };
    Outcome {
        results,
        messages,
        exit,
    }
}

fn fix(
    survey: Survey,
    arguments: &Arguments,
    person: Option<&mut Person<'_>>,
) -> (Vec<Fixed>, Vec<Message>) {
    let (found, mut messages) = (survey.found, survey.messages);
    let consent = Consent::of(arguments);
    let mut plans = Vec::new();
    for found in found {
        match plan(found, consent, None) {
            Ok(plan) => plans.push(plan),
            Err(mistakes) => messages.extend(mistakes),
        }
    }
    let losses = plans.iter().flat_map(|plan| &plan.losses);
    let dropped: Vec<&str> = losses.map(|loss| &*loss.dropped.id).collect();
    let mistakes = consent.mistakes(&dropped);
    let mut write = arguments.write && mistakes.is_empty();
    messages.extend(mistakes);
    if let Some(person) = person.filter(|_| write) {
        plans = agreed(plans, consent, person, &mut messages);
        if person.has_quit {
            write = false;
            messages.push(Message::warning(
                "nothing is written: the questions were left open",
            ));
        }
    }
    let mut fixed: Vec<Fixed> = Vec::new();
    let mut rest = plans.into_iter().peekable();
    while let Some(first) = rest.next() {
        let source = Arc::clone(&first.found.file);
        let mut of_file = vec![first];
        while let Some(next) = rest.next_if(|plan| Arc::ptr_eq(&plan.found.file, &source)) {
            of_file.push(next);
        }
        fixed.extend(fix_file(&source, of_file, write, &mut messages));
    }
    (fixed, messages)
}

/// The plans with what a person says. Of each they see the edit first, as it would be made without them.
fn agreed(
    plans: Vec<Plan>,
    consent: Consent<'_>,
    person: &mut Person<'_>,
    messages: &mut Vec<Message>,
) -> Vec<Plan> {
    let ask = |first: Plan| {
        let Some(edit) = first.edit.as_ref().filter(|_| !first.is_agreed()) else {
            return Some(first);
        };
        let file = &first.found.file;
        let edited = Edited::of(file).with(edit);
        let diff = diff::unified(&file.shown, &file.text, &edited.text);
        person.show(&harmless(&diff::coloured(&diff)));
        match plan(first.found.clone(), consent, Some(&mut *person)) {
            Ok(plan) => Some(plan),
            Err(mistakes) => {
                messages.extend(mistakes);
                None
            }
        }
    };
    plans.into_iter().filter_map(ask).collect()
}

/// Makes the edits of all definitions of a file, one after another.
fn fix_file(
    source: &SourceFile,
    plans: Vec<Plan>,
    write: bool,
    messages: &mut Vec<Message>,
) -> Vec<Fixed> {
    let mut edited = Edited::of(source);
    let mut fixed = Vec::new();
    for plan in plans {
        let mut diff = String::new();
        if let Some(edit) = &plan.edit {
            let after = edited.with(edit);
            diff = diff::unified(&source.shown, &edited.text, &after.text);
            if plan.is_agreed() {
                edited = after;
            } else if write {
                messages.push(unconfirmed(&plan));
            }
        }
        fixed.push(Fixed {
            plan,
            diff,
            written: false,
        });
    }
    if !write || edited.made.is_empty() {
        return fixed;
    }
    match file::write(source, &edited.text) {
        Ok(()) => {
            for fixed in &mut fixed {
                fixed.written = fixed.plan.edit.is_some() && fixed.plan.is_agreed();
            }
        }
        Err(message) => messages.push(message),
    }
    fixed
}

/// A text with some edits made.
struct Edited {
    text: String,
    /// Where the edits are in the first text, and how many bytes they have put there.
    made: Vec<(std::ops::Range<usize>, usize)>,
}

impl Edited {
    fn of(source: &SourceFile) -> Edited {
        Edited {
            text: source.text.clone(),
            made: Vec::new(),
        }
    }

    /// With one more edit, whose bytes are those of the first text.
    fn with(&self, edit: &Edit) -> Edited {
        let place = |at: usize| {
            let before = self.made.iter().filter(|(range, _)| range.end <= at);
            before.fold(at, |at, (range, put)| {
                (at + put).saturating_sub(range.len())
            })
        };
        let mut text = self.text.clone();
        let range = place(edit.range.start)..place(edit.range.end);
        if text.get(range.clone()).is_some() {
            text.replace_range(range, &edit.text);
        }
        let mut made = self.made.clone();
        made.push((edit.range.clone(), edit.text.len()));
        Edited { text, made }
    }
}

fn unconfirmed(plan: &Plan) -> Message {
    let name = &plan.name;
    let yes = if plan.is_decided() { "" } else { " `--yes`" };
    let drop: String = plan
        .unconfirmed()
        .flat_map(|dropped| [" `--drop ", &dropped.id, "`"])
        .collect();
    let (why, pass) = match (yes, &*drop) {
        (yes, "") => ("it relies on guesses", yes.to_owned()),
        ("", drop) => ("it drops ids", drop.to_owned()),
        (yes, drop) => (
            "it relies on guesses and drops ids",
            format!("{yes} and{drop}"),
        ),
    };
    Message::warning(format!(
        "the edit of `{name}` is not written because {why}: run `cargo controls fix --write` in a terminal to confirm each, or pass{pass}"
    ))
}

#[cfg(test)]
mod tests;
