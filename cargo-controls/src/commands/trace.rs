//! `cargo controls trace`: what the code of some packages does for each control.
//!
//! A control is a control, whatever its document answers: one that isn't applicable, or that the document says no to, is
//! open until something satisfies it or a waiver says why nothing does.

mod arguments;
mod json;
mod model;
mod text;

use std::sync::Arc;

use controls_dsl::plain_name;
use jiff::{Timestamp, civil::Date, tz::Offset};

use crate::{
    message::Message,
    nearest::nearest,
    outcome::{Exit, Outcome},
    show::json::nothing,
    sources::{CatalogNames, EvidenceSurvey, Packages, Parsed, Survey},
    terminal,
};
use arguments::TraceFormat;
use model::Trace;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let sources = match Sources::of(arguments) {
        Ok(sources) => sources,
        Err(messages) => {
            let results = match arguments.format {
                TraceFormat::Text => String::new(),
                TraceFormat::Json => nothing(),
            };
            return Outcome {
                results,
                messages,
                exit: Exit::Failed,
            };
        }
    };
    let today = arguments.today.unwrap_or_else(today);
    let mut trace = Trace::of(&sources.catalogs, &sources.names, &sources.evidence, today);
    if let Some(name) = &arguments.catalog {
        trace.catalogs.retain(|catalog| catalog.name == name);
    }
    let results = match arguments.format {
        TraceFormat::Text => text::trace(&trace, terminal::width(), quiet),
        TraceFormat::Json => json::trace(&trace),
    };
    let mut messages = sources.messages.clone();
    messages.extend_from_slice(&sources.evidence.messages);
    let has_failed = messages.iter().any(|message| message.is_error);
    let gaps = trace.gaps(&arguments.require);
    let exit = match (has_failed, &gaps[..]) {
        (true, _) => Exit::Failed,
        (false, []) => Exit::Well,
        (false, _) => Exit::Drift,
    };
    messages.extend(gaps.iter().map(|gap| {
        let text = format!("{}\n  = help: {}", gap.message(), gap.help());
        Message::error(text).at(gap.control.place.clone())
    }));
    Outcome {
        results,
        messages,
        exit,
    }
}

/// What a trace is made of.
struct Sources {
    catalogs: Vec<Parsed>,
    /// The names of the catalogs, in the same order.
    names: Vec<CatalogNames>,
    evidence: EvidenceSurvey,
    messages: Vec<Message>,
}

impl Sources {
    /// Reads the catalogs in scope, and what the packages that are meant say of them.
    fn of(arguments: &Arguments) -> Result<Sources, Vec<Message>> {
        let packages =
            Packages::of(&arguments.packages.selection()).map_err(|error| vec![error])?;
        let Survey {
            found,
            files,
            mut messages,
        } = Survey::of_workspace(&packages);
        let in_scope = packages.in_scope();
        let (mut catalogs, mut names) = (Vec::new(), Vec::new());
        for found in found {
            let of_file = files.iter().find(|of| Arc::ptr_eq(&of.file, &found.file));
            let target = of_file.map(|of| Arc::clone(&of.origin.target));
            let is_meant = target
                .as_ref()
                .is_none_or(|target| in_scope.contains(&*target.package));
            if !is_meant {
                continue;
            }
            match Parsed::of(found) {
                Ok(parsed) => {
                    messages.extend(parsed.messages());
                    names.push(CatalogNames {
                        name: parsed.name(),
                        crate_name: target.map(|target| target.crate_name()).unwrap_or_default(),
                        variants: parsed
                            .definition
                            .rows()
                            .map(|row| plain_name(&row.name))
                            .collect(),
                    });
                    catalogs.push(parsed);
                }
                Err(mistakes) => messages.extend(mistakes),
            }
        }
        let has_failed = messages.iter().any(|message| message.is_error);
        if catalogs.is_empty() && !has_failed {
            messages.push(packages.nothing("trace", &[]));
        }
        if let Some(wanted) = &arguments.catalog
            && !catalogs.is_empty()
        {
            messages.extend(unknown(wanted, &names));
        }
        if catalogs.is_empty()
            || arguments
                .catalog
                .as_ref()
                .is_some_and(|wanted| !names.iter().any(|of| of.name == *wanted))
        {
            return Err(messages);
        }
        let own = files
            .into_iter()
            .filter(|file| packages.are_about(&file.origin.target.package));
        let own: Vec<_> = own.collect();
        Ok(Sources {
            evidence: EvidenceSurvey::of(&own, &names),
            catalogs,
            names,
            messages,
        })
    }
}

/// Says so if there's no catalog of this name.
fn unknown(wanted: &str, catalogs: &[CatalogNames]) -> Option<Message> {
    let mut names: Vec<&str> = catalogs.iter().map(|catalog| &*catalog.name).collect();
    if names.contains(&wanted) {
        return None;
    }
    names.sort_unstable();
    names.dedup();
    let near = nearest(wanted, names.iter().map(|name| ((*name).to_owned(), *name)));
    let help = match near {
        Some(near) => format!("a catalog with a similar name is: `{near}`"),
        None => format!("the catalogs in scope are `{}`", names.join("`, `")),
    };
    Some(Message::error(format!(
        "no catalog in scope is called `{wanted}`\n  = help: {help}"
    )))
}

/// The day, everywhere the same.
fn today() -> Date {
    Offset::UTC.to_datetime(Timestamp::now()).date()
}
