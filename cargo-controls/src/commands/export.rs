//! `cargo controls export`: a catalog in a format that others read.

mod arguments;

use controls_oscal::Format;

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
    show::text::counted,
    sources::{Parsed, Scope, SourceCatalog, owned},
};

pub(crate) use arguments::Arguments;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let Scope {
        catalogs,
        mut messages,
    } = Scope::of(&arguments.packages, arguments.catalog.as_deref(), "export");
    let exported = match only(catalogs) {
        Ok(Some(parsed)) => exported(parsed, arguments.format),
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

/// The one catalog, if any.
fn only(catalogs: Vec<Parsed>) -> Result<Option<Parsed>, Message> {
    if let [_, _, ..] = &catalogs[..] {
        let shown = |catalog: &Parsed| {
            format!("`{}` of `{}`", catalog.name(), catalog.found.target.package)
        };
        let names: Vec<String> = catalogs.iter().map(shown).collect();
        let same = catalogs
            .windows(2)
            .all(|two| two[0].name() == two[1].name());
        let help = if same {
            "choose its package with `-p`"
        } else {
            "name one"
        };
        return Err(Message::error(format!(
            "one catalog is exported, and {} are in scope\n  = help: {help}",
            names.join(", ")
        )));
    }
    Ok(catalogs.into_iter().next())
}

/// The catalog in a format, and a warning where the document says something else.
fn exported(parsed: Parsed, format: Format) -> Result<(String, Option<Message>), Vec<Message>> {
    let catalog = SourceCatalog::held(parsed, None);
    if !catalog.mistakes.is_empty() {
        return Err(catalog.mistakes);
    }
    let place = || catalog.found.place(catalog.definition.name.span());
    let text = owned(&catalog).export(format).map_err(|error| {
        let text = format!(
            "`{}` can't be exported as `{format}`: {error}",
            catalog.name
        );
        vec![Message::error(text).at(place())]
    })?;
    let drifts = catalog.held.as_ref().filter(|held| !held.drifts.is_empty());
    let warning = drifts.map(|held| {
        let count = counted(held.told().count(), "difference");
        Message::warning(format!(
            "`{}` isn't in step with its document, and has been exported as it's defined: {count}\n  = help: `cargo controls check` shows what differs",
            catalog.name
        ))
        .at(place())
    });
    Ok((text, warning))
}
