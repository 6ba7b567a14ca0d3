//! `cargo controls fix`: takes definitions to the present editions of their documents.
//!
//! Every edit has been verified by the library before it's shown: the edited definition has no mistakes and is in step.

mod arguments;
mod ask;
mod diff;
mod file;
mod fixed;
mod json;
mod plan;
mod text;

use std::{io::IsTerminal, sync::Arc};

use controls_dsl::Edit;

use crate::{
    args::Format,
    file::SourceFile,
    message::Message,
    outcome::{Exit, Outcome},
    sources::{Packages, Survey},
};
use ask::Guesses;
use fixed::Fixed;
use plan::{Plan, plan};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let (fixed, messages) = match Packages::of(&arguments.selection) {
        Ok(packages) => fix(Survey::of(&packages, "fix"), arguments),
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

fn fix(survey: Survey, arguments: &Arguments) -> (Vec<Fixed>, Vec<Message>) {
    let (found, mut messages) = (survey.found, survey.messages);
    let mut guesses = if arguments.yes {
        Guesses::Take
    } else if arguments.write && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        Guesses::Ask
    } else {
        Guesses::Leave
    };
    let mut plans = Vec::new();
    for found in found {
        match plan(found, &mut guesses) {
            Ok(plan) => plans.push(plan),
            Err(mistakes) => messages.extend(mistakes),
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
        fixed.extend(fix_file(&source, of_file, arguments.write, &mut messages));
    }
    (fixed, messages)
}

/// Makes the edits of all definitions of a file, one after another.
fn fix_file(
    source: &SourceFile,
    plans: Vec<Plan>,
    write: bool,
    messages: &mut Vec<Message>,
) -> Vec<Fixed> {
    let mut edited = Edited {
        text: source.text.clone(),
        made: Vec::new(),
    };
    let mut fixed = Vec::new();
    for plan in plans {
        let mut diff = String::new();
        if let Some(edit) = &plan.edit {
            let after = edited.with(edit);
            diff = diff::unified(&source.shown, &edited.text, &after.text);
            if plan.is_decided() {
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
                fixed.written = fixed.plan.edit.is_some() && fixed.plan.is_decided();
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
    Message::warning(format!(
        "the edit of `{}` is not written because it relies on guesses: run `cargo controls fix --write` in a terminal to confirm each, or pass `--yes`",
        plan.name
    ))
}
