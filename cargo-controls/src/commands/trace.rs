//! `cargo controls trace`: what the code of some packages does for each control.
//!
//! A control is a control, whatever its document answers: one that isn't applicable, or that the document says no to, is
//! open until something satisfies it or a waiver says why nothing does.

mod alerts;
mod arguments;
mod assessment;
mod gaps;
mod html;
mod json;
mod markdown;
mod results;
mod text;

use controls_dsl::evidence::EvidenceKind;

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
    page,
    show::{
        github::{self, Notices},
        json::nothing,
        out_of_step::out_of_step,
        sarif,
    },
    sources::{
        CatalogNames, EvidenceSurvey, Packages, Parsed, SourceCatalog, is_path_of, several, unknown,
    },
    terminal,
    traced::{model::Trace, run::TestRun, sources::Sources, today},
};
use alerts::alerts;
use arguments::{Requirement, TraceFormat};
use gaps::gaps;
use results::{TestResults, Twins};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    match sources(arguments) {
        Ok((sources, runs)) => traced(arguments, quiet, &sources, &runs),
        Err(messages) => Outcome {
            results: match arguments.format {
                TraceFormat::Json => nothing(),
                TraceFormat::Sarif => sarif::log(&[], &messages),
                TraceFormat::Github => github::log(&[], "gap", Notices::None, &messages),
                _ => String::new(),
            },
            messages,
            exit: Exit::Failed,
        },
    }
}

/// What a trace is made of, and how the tests among the evidence ended.
fn sources(arguments: &Arguments) -> Result<(Sources, Vec<TestRun>), Vec<Message>> {
    if arguments.output.is_some() && !matches!(arguments.format, TraceFormat::Html) {
        return Err(vec![Message::error(
            "`--output` is for pages: add `--format html`",
        )]);
    }
    let results = arguments
        .results
        .as_deref()
        .map(TestResults::open)
        .transpose();
    let results = results.map_err(|error| vec![Message::error(error)])?;
    let mut sources = in_scope(arguments)?;
    let runs = match results {
        Some(results) => runs(&sources.evidence, &results, &mut sources.messages),
        None => Vec::new(),
    };
    Ok((sources, runs))
}

/// The catalogs in scope with what is said of them, as long as the one that is named is there.
fn in_scope(arguments: &Arguments) -> Result<Sources, Vec<Message>> {
    let packages = Packages::of(&arguments.packages.selection()).map_err(|error| vec![error])?;
    let mut sources = Sources::of(&packages);
    let (names, messages) = (&sources.names, &mut sources.messages);
    let has_failed = messages.iter().any(|message| message.is_error);
    if names.is_empty() {
        if !has_failed {
            messages.push(packages.nothing("trace", &[]));
        }
        return Err(sources.messages);
    }
    let wanted = arguments.catalog.as_ref();
    let is_unknown =
        wanted.and_then(|wanted| unknown(wanted, names.iter().map(CatalogNames::path)));
    if let Some(message) = is_unknown {
        messages.push(message);
        return Err(sources.messages);
    }
    let is_meant = |parsed: &&Parsed| {
        packages.are_about(&parsed.found.target.package)
            && wanted.is_none_or(|wanted| is_path_of(wanted, &parsed.path()))
    };
    for parsed in sources.catalogs.iter().filter(is_meant) {
        // Mistakes are among the messages already.
        let catalog = SourceCatalog::of(parsed.found.clone(), None);
        messages.extend(catalog.ok().and_then(|of| out_of_step(&of, "traced")));
    }
    Ok(sources)
}

fn traced(arguments: &Arguments, quiet: bool, sources: &Sources, runs: &[TestRun]) -> Outcome {
    let today = arguments.today.unwrap_or_else(today);
    let evidence = &sources.evidence;
    let mut trace = Trace::of(&sources.traceable(), evidence, runs, today);
    if let Some(name) = &arguments.catalog {
        trace
            .catalogs
            .retain(|catalog| is_path_of(name, &catalog.path));
    }
    let mut messages = sources.messages.clone();
    messages.extend_from_slice(&evidence.messages);
    let missing = gaps(&trace, &arguments.require);
    let shown = || {
        // Where nothing is required, what nothing satisfies is a gap.
        let required = match &arguments.require[..] {
            [] => &[Requirement::Satisfied],
            required => required,
        };
        alerts(&gaps(&trace, required))
    };
    let url = arguments.source_url.as_ref();
    let results = match arguments.format {
        _ if arguments.assessment => assessed(&trace),
        TraceFormat::Text => Ok(text::trace(&trace, terminal::width(), quiet)),
        TraceFormat::Json => Ok(json::trace(&trace)),
        TraceFormat::Markdown => Ok(markdown::trace(&trace, url)),
        TraceFormat::Html => html::trace(&trace, url).and_then(|html| match &arguments.output {
            Some(file) => page::write(file, &html, html::COMMAND).map(|()| String::new()),
            None => Ok(html),
        }),
        TraceFormat::Sarif => Ok(sarif::log(&shown(), &messages)),
        TraceFormat::Github => Ok(github::log(&shown(), "gap", Notices::None, &messages)),
    };
    let results = results.unwrap_or_else(|error| {
        messages.push(Message::error(error));
        String::new()
    });
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if missing.is_empty() {
        Exit::Well
    } else {
        Exit::Drift
    };
    // Those formats have them already.
    if !matches!(arguments.format, TraceFormat::Sarif | TraceFormat::Github) {
        messages.extend(missing.iter().map(|gap| {
            let text = format!("{}\n  = help: {}", gap.message(), gap.help());
            Message::error(text).at(gap.control.place.clone())
        }));
    }
    Outcome {
        results,
        messages,
        exit,
    }
}

/// The one catalog as an assessment.
fn assessed(trace: &Trace<'_>) -> Result<String, String> {
    match &trace.catalogs[..] {
        [catalog] => Ok(assessment::assessment(catalog)),
        catalogs => {
            let paths: Vec<String> = catalogs.iter().map(|of| of.path.clone()).collect();
            Err(several("an assessment is of one catalog", &paths))
        }
    }
}

/// How each piece of evidence ended as a test.
fn runs(
    evidence: &EvidenceSurvey,
    results: &TestResults,
    messages: &mut Vec<Message>,
) -> Vec<TestRun> {
    let tests = || {
        evidence
            .evidence
            .iter()
            .filter(|of| of.kind == EvidenceKind::Verifies)
    };
    let twins = Twins::of(tests().map(|of| &of.item));
    let runs: Vec<TestRun> = evidence
        .evidence
        .iter()
        .map(|of| {
            let run = match of.kind {
                EvidenceKind::Verifies => results.of(&of.item, &twins),
                EvidenceKind::Satisfies => Ok(TestRun::Missing),
            };
            run.unwrap_or_else(|error| {
                messages.push(Message::warning(error).at(of.item.place.clone()));
                TestRun::Missing
            })
        })
        .collect();
    if tests().next().is_some() && runs.iter().all(|run| *run == TestRun::Missing) {
        messages.push(Message::warning(
            "no test that verifies a control is among the results: are they those of these packages?",
        ));
    }
    runs
}
