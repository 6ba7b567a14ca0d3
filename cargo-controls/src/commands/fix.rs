//! `cargo controls fix`: takes definitions to the present editions of their documents.
//!
//! Every edit has been verified by the library before it's shown: the edited definition has no mistakes and is in step.

mod arguments;
mod ask;
mod consent;
mod diff;
mod evidence;
mod file;
mod fixed;
mod json;
mod plan;
mod text;

use std::{
    io::{self, IsTerminal},
    ops::Range,
    sync::Arc,
};

use anstream::AutoStream;

use crate::{
    args::Format,
    file::SourceFile,
    message::Message,
    outcome::{Exit, Outcome},
    show::text::harmless,
    sources::{Packages, Parsed, Survey},
    traced::sources::Sources,
};
use ask::Person;
use consent::Consent;
use evidence::{Change, What, changes, texts};
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
    let (fixed, changes, messages) = match Packages::of(&arguments.selection) {
        Ok(packages) => both(&packages, arguments, person),
        Err(message) => (Vec::new(), Vec::new(), vec![message]),
    };
    let is_left = |fixed: &Fixed| fixed.plan.edit.is_some() && !fixed.written;
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if fixed.iter().any(is_left) || changes.iter().any(|change| !change.written) {
        Exit::Drift
    } else {
        Exit::Well
    };
    let results = match arguments.format {
        Format::Text => text::text(&fixed, &changes),
        Format::Json => json::json(&fixed, &changes),
    };
    Outcome {
        results,
        messages,
        exit,
    }
}

/// The definitions, then the evidence about what they say once they're written.
fn both(
    packages: &Packages,
    arguments: &Arguments,
    mut person: Option<&mut Person<'_>>,
) -> (Vec<Fixed>, Vec<Change>, Vec<Message>) {
    let survey = Survey::of_own(packages);
    let is_empty = survey.is_empty();
    let before: Vec<Parsed> = survey
        .found
        .iter()
        .filter_map(|found| Parsed::of(found.clone()).ok())
        .collect();
    let before = texts(before.iter());
    let (fixed, mut messages) = fix(survey, arguments, person.as_deref_mut());
    if messages.iter().any(|message| message.is_error) {
        return (fixed, Vec::new(), messages);
    }
    // What has been written is read again, and what would be is taken for written.
    let edited: Vec<Parsed> = fixed
        .iter()
        .filter(|_| !arguments.write)
        .filter_map(|Fixed { plan, .. }| {
            let edit = plan.edit.as_ref()?;
            let edited = plan.found.edited(edit.range.clone(), &edit.text)?;
            Parsed::of(edited).ok()
        })
        .collect();
    let sources = Sources::of(packages);
    let mut changes = changes(&sources, &before, &edited);
    // Who has no definitions may have evidence, with which all is well.
    if is_empty && changes.is_empty() && sources.evidence.evidence.is_empty() {
        messages.push(Survey::nothing(packages, "fix"));
    }
    let has_quit = |person: &Option<&mut Person<'_>>| person.as_ref().is_some_and(|of| of.has_quit);
    if !has_quit(&person) {
        let consent = Consent::of(arguments);
        for change in &mut changes {
            change.decide(consent, person.as_deref_mut());
        }
        let waiting = changes
            .iter()
            .filter(|change| matches!(change.what, What::Reviewed { .. }));
        let waiting: Vec<&str> = waiting.map(|change| &*change.id).collect();
        let mistakes = consent.idle_reviews(&waiting);
        if has_quit(&person) {
            messages.push(Message::warning(
                "no evidence is changed: the questions were left open",
            ));
        } else if arguments.write && mistakes.is_empty() {
            write_changes(&mut changes, &mut messages);
        }
        messages.extend(mistakes);
    }
    (fixed, changes, messages)
}

/// Writes what somebody has agreed to, file by file, and says of the rest what it needs.
fn write_changes(changes: &mut [Change], messages: &mut Vec<Message>) {
    for of_file in
        changes.chunk_by_mut(|one, other| Arc::ptr_eq(&one.place.file, &other.place.file))
    {
        let Some(source) = of_file.first().map(|change| Arc::clone(&change.place.file)) else {
            continue;
        };
        let mut edited = Edited::of(&source);
        for change in of_file.iter().filter(|change| change.agreed == Some(true)) {
            edited = edited.with(change.place.range.clone(), &change.text);
        }
        if edited.made.is_empty() {
            continue;
        }
        match file::write(&source, &edited.text) {
            Ok(()) => {
                for change in of_file {
                    change.written = change.agreed == Some(true);
                }
            }
            Err(message) => messages.push(message),
        }
    }
    messages.extend(changes.iter().filter(|change| change.agreed.is_none()).map(|change| {
        let Change { item, control, id, .. } = change;
        let text = match &change.what {
            What::Renamed => format!(
                "`{item}` still names `{}`, because nobody has said that it means `{control}`: run `cargo controls fix --write` in a terminal to confirm it, or pass `--yes`",
                change.old()
            ),
            What::Reviewed { definition, .. } => format!(
                "the fingerprint at `{item}` isn't changed, because nobody has said that it was reviewed: review it against what `{control}` says now (what it said is in the history of {definition}), then pass `--reviewed {id}`"
            ),
        };
        Message::warning(text).at(change.place.clone())
    }));
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
        let edited = Edited::of(file).with(edit.range.clone(), &edit.text);
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
            let after = edited.with(edit.range.clone(), &edit.text);
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
    made: Vec<(Range<usize>, usize)>,
}

impl Edited {
    fn of(source: &SourceFile) -> Edited {
        Edited {
            text: source.text.clone(),
            made: Vec::new(),
        }
    }

    /// With one more edit, whose bytes are those of the first text.
    fn with(&self, range: Range<usize>, new: &str) -> Edited {
        let place = |at: usize| {
            let before = self.made.iter().filter(|(range, _)| range.end <= at);
            before.fold(at, |at, (range, put)| {
                (at + put).saturating_sub(range.len())
            })
        };
        let mut text = self.text.clone();
        let place_now = place(range.start)..place(range.end);
        if text.get(place_now.clone()).is_some() {
            text.replace_range(place_now, new);
        }
        let mut made = self.made.clone();
        made.push((range, new.len()));
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
    let others: String = plan
        .unconfirmed()
        .filter_map(|dropped| {
            let (title, _) = dropped.successors.first()?;
            Some(format!(
                "; if `{}` is `{title}` now, write that title into its row instead",
                dropped.name
            ))
        })
        .collect();
    Message::warning(format!(
        "the edit of `{name}` is not written because {why}: run `cargo controls fix --write` in a terminal to confirm each, or pass{pass}{others}"
    ))
}

#[cfg(test)]
mod tests;
