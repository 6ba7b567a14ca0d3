//! `cargo controls export`: a catalog in a format that others read.

mod arguments;
mod assessment;
mod evidence;

use controls_oscal::assessment_results;

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
    show::out_of_step::out_of_step,
    sources::{Parsed, Scope, SourceCatalog, owned, several},
};

use arguments::ExportFormat;
use assessment::Assessment;

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    if let Some(message) = misused(arguments) {
        return Outcome {
            results: String::new(),
            messages: vec![message],
            exit: Exit::Failed,
        };
    }
    let Scope {
        catalogs,
        mut messages,
    } = Scope::of(&arguments.packages, arguments.catalog.as_deref(), "export");
    let exported = match only(catalogs) {
        Ok(Some(parsed)) => exported(parsed, arguments, &mut messages),
        // Why there is none has been said.
        Ok(None) => Err(Vec::new()),
        Err(message) => Err(vec![message]),
    };
    let (results, drifts) = exported.unwrap_or_else(|errors| {
        messages.extend(errors);
        (String::new(), None)
    });
    let exit = if messages.iter().any(|message| message.is_error) {
        Exit::Failed
    } else if drifts.is_some() {
        Exit::Drift
    } else {
        Exit::Well
    };
    messages.extend(drifts);
    Outcome {
        results,
        messages,
        exit,
    }
}

/// Says so if an argument is for another format.
fn misused(arguments: &Arguments) -> Option<Message> {
    let format = arguments.format;
    let (option, formats) =
        if arguments.assessment.is_some() && format != ExportFormat::AssessmentResults {
            ("--assessment", "`oscal-assessment-results`")
        } else if arguments.source_url.is_some() && !format.says_what_code_does() {
            (
                "--source-url",
                "`oscal-component-definition` and `oscal-assessment-results`",
            )
        } else {
            return None;
        };
    Some(Message::error(format!("`{option}` is for {formats}")))
}

/// The one catalog, if any.
fn only(catalogs: Vec<Parsed>) -> Result<Option<Parsed>, Message> {
    if let [_, _, ..] = &catalogs[..] {
        let paths: Vec<String> = catalogs.iter().map(Parsed::path).collect();
        return Err(Message::error(several("one catalog is exported", &paths)));
    }
    Ok(catalogs.into_iter().next())
}

/// The catalog in a format, and a warning where the document says something else.
fn exported(
    parsed: Parsed,
    arguments: &Arguments,
    messages: &mut Vec<Message>,
) -> Result<(String, Option<Message>), Vec<Message>> {
    let catalog = SourceCatalog::held(parsed, None);
    if !catalog.mistakes.is_empty() {
        return Err(catalog.mistakes);
    }
    let place = || catalog.found.place(catalog.definition.name.span());
    let mut exported = owned(&catalog);
    let url = arguments.source_url.as_ref();
    if url.is_some() || arguments.format == ExportFormat::AssessmentResults {
        messages.extend(evidence::add(
            &mut exported,
            &catalog,
            &arguments.packages,
            url,
        ));
    }
    let text = match (arguments.format, &arguments.assessment) {
        (ExportFormat::Catalog(format), _) => exported.export(format),
        (ExportFormat::AssessmentResults, None) => {
            return Err(vec![Message::error(
                "`oscal-assessment-results` needs `--assessment FILE`",
            )]);
        }
        (ExportFormat::AssessmentResults, Some(file)) => {
            let assessment = Assessment::read(file, &exported).map_err(|error| vec![error])?;
            messages.extend(assessment.messages);
            assessment_results(&exported, &assessment.found, arguments.today)
        }
    };
    let text = text.map_err(|error| {
        let (name, format) = (&catalog.name, arguments.format.name());
        let text = format!("`{name}` can't be exported as `{format}`: {error}");
        vec![Message::error(text).at(place())]
    })?;
    let warning = out_of_step(&catalog, "exported");
    Ok((text, warning))
}
