//! `cargo controls import`: definitions for a document that has none yet, with names proposed, or a crate of them.

mod arguments;
mod dependency;
mod folder;
mod imported;
mod modules;
mod names_in_scope;
mod naming;
mod package;
mod parts;
mod proof;
mod results;
#[cfg(test)]
mod tests;
mod texts;

use std::path::Path;

use controls_document::{Binding, Document, is_absolute};
use controls_dsl::{Frame, Source, definition};

use crate::{
    args::Format,
    message::Message,
    outcome::{Exit, Outcome},
    paths,
    show::{
        proposal::proposed,
        text::{self, counted},
    },
};
use imported::{Imported, Imports};
use parts::Part;

pub(crate) use arguments::Arguments;
pub(crate) use names_in_scope::NamesInScope;
pub(crate) use naming::Naming;
pub(crate) use parts::check_name;
pub(crate) use proof::proven;

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    let (results, messages) = match imports(arguments) {
        Ok(mut imports) => {
            let errors = std::mem::take(&mut imports.errors)
                .into_iter()
                .map(Message::error)
                .collect();
            let (results, mut messages) = match &arguments.folder {
                Some(folder) => made(arguments, folder, &imports, errors),
                None => printed(arguments, &imports, errors),
            };
            if matches!(arguments.format, Format::Text) {
                messages.extend(remarked(&imports));
            }
            (results, messages)
        }
        Err(error) => (
            results::of(arguments, &[], &[], None),
            vec![Message::error(error)],
        ),
    };
    let has_failed = messages.iter().any(|message| message.is_error);
    Outcome {
        results,
        messages,
        exit: if has_failed { Exit::Failed } else { Exit::Well },
    }
}

fn printed(
    arguments: &Arguments,
    imports: &Imports,
    mut messages: Vec<Message>,
) -> (String, Vec<Message>) {
    messages.extend(path_warning(&arguments.document));
    (
        results::of(arguments, &imports.definitions, &imports.remarks, None),
        messages,
    )
}

/// Makes a crate, unless a part of what was asked for is missing.
fn made(
    arguments: &Arguments,
    folder: &Path,
    imports: &Imports,
    mut messages: Vec<Message>,
) -> (String, Vec<Message>) {
    let nothing = || results::of(arguments, &[], &imports.remarks, None);
    if !messages.is_empty() {
        return (nothing(), messages);
    }
    match package::make(arguments, folder, imports) {
        Ok((package, warning)) => {
            messages.extend(warning.map(Message::warning));
            (
                results::of(
                    arguments,
                    &imports.definitions,
                    &imports.remarks,
                    Some(&package),
                ),
                messages,
            )
        }
        Err(error) => (nothing(), vec![Message::error(error)]),
    }
}

/// The remarks about the document: whoever takes a definition over wants to know what isn't in it.
fn remarked(imports: &Imports) -> Option<Message> {
    let Imports {
        source, remarks, ..
    } = imports;
    let mut lines = vec![format!(
        "{} about {}",
        counted(remarks.len(), "remark"),
        source.path
    )];
    lines.extend(text::remarks(&source.path, remarks));
    (!remarks.is_empty()).then(|| Message::warning(lines.join("\n")))
}

fn imports(arguments: &Arguments) -> Result<Imports, String> {
    if let Some(address) = arguments
        .published
        .as_ref()
        .filter(|address| !is_absolute(address))
    {
        return Err(format!(
            "`{address}` isn't an absolute address: expected one such as `https://learn.example/service`"
        ));
    }
    let source = Source::open(&paths::from_here(&arguments.document))?;
    imports_of(arguments, source, NamesInScope::of_workspace())
}

fn imports_of(
    arguments: &Arguments,
    source: Source,
    given: NamesInScope,
) -> Result<Imports, String> {
    let path = document_path(arguments)?;
    let binding = arguments.reading.binding()?;
    let whole = source
        .read(&binding, None)
        .map_err(|error| proposed(error, &binding, &source))?;
    let date = whole.date.clone();
    let of_whole = whole.remarks.clone();
    let (parts, mut errors) = parts::parts(arguments, &source, &binding, whole)?;
    let common = Common {
        path: &path,
        published: arguments.published.as_deref(),
        binding: &binding,
    };
    let mut naming = Naming::new(given);
    let mut definitions = Vec::new();
    for part in &parts {
        match import(part, &source, &common, &mut naming) {
            Ok(definition) => definitions.push(definition),
            Err(error) => errors.push(error),
        }
    }
    let remarks = match &parts[..] {
        [part] => part.document.remarks.clone(),
        _ => of_whole,
    };
    drop(parts);
    Ok(Imports {
        source,
        date,
        remarks,
        definitions,
        errors,
    })
}

/// What all definitions of a page have in common.
struct Common<'a> {
    path: &'a str,
    published: Option<&'a str>,
    binding: &'a Binding,
}

fn import(
    part: &Part<'_>,
    source: &Source,
    common: &Common<'_>,
    naming: &mut Naming,
) -> Result<Imported, String> {
    let Part {
        name,
        heading,
        document,
    } = part;
    source.told_apart(document, common.binding)?;
    let about = about(heading.as_deref(), document);
    let frame = Frame {
        name,
        about: &about,
        document: common.path,
        heading: heading.as_deref(),
        published: common.published,
        binding: common.binding,
    };
    let names = naming.names(document);
    let text = definition(&frame, &names, document).ok_or_else(|| {
        format!("there aren't as many names as rows for `{name}`, which is a bug of this command")
    })?;
    let text = harmless(&text);
    proof::proven(name, &text, document)?;
    Ok(Imported {
        name: name.clone(),
        heading: heading.clone(),
        about,
        text,
        controls: document.count(),
        sections: document.sections.len(),
        has_rare_names: !names
            .sections
            .iter()
            .chain(&names.rows)
            .chain([name])
            .all(|name| name.is_ascii()),
    })
}

fn about(heading: Option<&str>, document: &Document<'_>) -> String {
    match heading {
        Some(heading) => format!("Controls of {heading}"),
        None => parts::about(document).to_owned(),
    }
}

/// The definition in which no text of the document is an order to a runner, which reads all that is printed. In a
/// literal it's written otherwise and stays what it is; in the comment, which has no orders, it's shown as it's written.
fn harmless(definition: &str) -> String {
    definition
        .replace("##[", "#\\u{23}[")
        .replace("##vso[", "#\\u{23}vso[")
}

/// The document as its definition names it.
fn document_path(arguments: &Arguments) -> Result<String, String> {
    let document = &arguments.document;
    let text = |path: &Path| path.to_str().map(|_| paths::shown(path));
    let path = if arguments.folder.is_some() {
        document
            .file_name()
            .and_then(|name| text(Path::new(name)))
            .map(|name| format!("../document/{name}"))
    } else {
        text(document)
    };
    path.ok_or_else(|| {
        format!(
            "the path `{}` isn't UTF-8 and can't be written in a definition: rename the file",
            paths::shown(document)
        )
    })
}

/// Says that a definition with this path won't compile.
fn path_warning(document: &Path) -> Option<Message> {
    let shown = paths::shown(document);
    if document.is_absolute() || document.has_root() {
        return Some(Message::warning(format!(
            "the path `{shown}` is absolute, which `#[document]` can't be: write it in the definition relative to the source file that will contain it"
        )));
    }
    shown.contains('\\').then(|| {
        Message::warning(format!(
            "the path `{shown}` has a `\\`, which `#[document]` can't have: give the file a path without it"
        ))
    })
}
