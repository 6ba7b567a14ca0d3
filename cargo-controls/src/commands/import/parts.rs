//! What definitions are made of: a whole document, or the parts of a page that gathers many services.

use std::collections::{BTreeSet, HashMap, HashSet};

use controls_document::{Binding, Document, Section};
use controls_dsl::{Source, is_type_name, propose};

use super::{arguments::Arguments, naming::type_names};

/// A document, or what is under one of its headings.
pub(super) struct Part<'s> {
    /// The name of its catalog.
    pub(super) name: String,
    /// The heading that narrows the document.
    pub(super) heading: Option<String>,
    /// What is under it.
    pub(super) document: Document<'s>,
}

/// The parts that the arguments ask for, and what is wrong with others.
pub(super) fn parts<'s>(
    arguments: &Arguments,
    source: &'s Source,
    binding: &Binding,
    whole: Document<'s>,
) -> Result<(Vec<Part<'s>>, Vec<String>), String> {
    if let Some(name) = &arguments.name {
        check_name(name)?;
    }
    if arguments.all {
        let prefix = arguments.name.as_deref().unwrap_or("");
        return Ok(all(prefix, source, binding, &whole));
    }
    let document = match &arguments.heading {
        Some(heading) => source.read(binding, Some(heading))?,
        None => whole,
    };
    let name = arguments.name.clone().unwrap_or_default();
    Ok((
        vec![Part {
            name,
            heading: arguments.heading.clone(),
            document,
        }],
        Vec::new(),
    ))
}

/// Says so if a name can't be that of a catalog.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    if is_type_name(name) {
        return Ok(());
    }
    let proposed = propose(&[("", name)], &HashSet::new()).remove(0);
    Err(format!(
        "`{name}` can't name a catalog, which is a type of Rust: write `--name {proposed}`"
    ))
}

/// A part for each heading that gathers sections, and for each section beside such a heading. If there are no two
/// headings that do, the document is about one service, and the whole is one part.
fn all<'s>(
    prefix: &str,
    source: &'s Source,
    binding: &Binding,
    whole: &Document<'s>,
) -> (Vec<Part<'s>>, Vec<String>) {
    let services = services(whole);
    if services.iter().flatten().collect::<HashSet<_>>().len() < 2 {
        let names = names(prefix, &subjects(&[about(whole)]));
        return (
            names
                .into_iter()
                .map(|name| Part {
                    name,
                    heading: None,
                    document: whole.clone(),
                })
                .collect(),
            Vec::new(),
        );
    }
    let mut documents: Vec<(&str, Document<'s>)> = Vec::new();
    let mut errors = Vec::new();
    let mut covered = BTreeSet::new();
    for (section, service) in whole.sections.iter().zip(services) {
        let service = service.and_then(|at| whole.headings.get(at));
        let (heading, place) = service.map_or((&*section.title, section.place), |heading| {
            (&*heading.title, heading.place)
        });
        if !covered.insert(section.place) || errors.last().is_some_and(|(_, at)| *at == place) {
            continue;
        }
        match under(heading, section, source, binding, whole) {
            Ok(document) => {
                covered.extend(document.sections.iter().map(|section| section.place));
                documents.push((heading, document));
            }
            Err(error) => errors.push((error, place)),
        }
    }
    let headings: Vec<&str> = documents.iter().map(|(heading, _)| *heading).collect();
    let names = names(prefix, &subjects(&headings));
    let parts = documents
        .into_iter()
        .zip(names)
        .map(|((heading, document), name)| Part {
            name,
            heading: Some(heading.to_owned()),
            document,
        });
    let mut errors: Vec<String> = errors.into_iter().map(|(error, _)| error).collect();
    errors.dedup();
    (parts.collect(), errors)
}

/// What is under a heading, in which a section must be.
fn under<'s>(
    heading: &str,
    section: &Section<'_>,
    source: &'s Source,
    binding: &Binding,
    whole: &Document<'s>,
) -> Result<Document<'s>, String> {
    let line = section.place.line;
    match whole.clone().under(heading) {
        Ok(document) if document.sections.iter().any(|of| of.place == section.place) => {
            Ok(document)
        }
        Ok(_) => Err(format!(
            "the section on line {line} is in none of the definitions: `{heading}` appears twice, and means another one\n  --> {}:{line}",
            source.path
        )),
        // The source knows how to say it.
        Err(_) => source.read(binding, Some(heading)),
    }
}

/// For each section of a page the heading of its service, by index: the outermost that has sections of its
/// own and doesn't gather all there are.
fn services(whole: &Document<'_>) -> Vec<Option<usize>> {
    let direct: HashSet<usize> = whole
        .sections
        .iter()
        .filter_map(|section| section.groups.last().copied())
        .collect();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for at in whole
        .sections
        .iter()
        .flat_map(|section| section.groups.iter())
    {
        *counts.entry(*at).or_default() += 1;
    }
    let is_service =
        |at: &&usize| direct.contains(*at) && counts.get(*at) != Some(&whole.sections.len());
    whole
        .sections
        .iter()
        .map(|section| section.groups.iter().find(is_service).copied())
        .collect()
}

/// What a document says that it's about: its first heading, if that's the title, or else the title in its front matter.
pub(super) fn about<'d>(document: &'d Document<'_>) -> &'d str {
    let first = document
        .headings
        .first()
        .filter(|heading| heading.level == 1 && !heading.has_controls);
    first
        .map(|heading| &*heading.title)
        .or(document.title.as_deref())
        .unwrap_or("Controls")
}

/// The headings without what all of them begin with, up to "for": "Security controls for Key Vault" is about Key Vault.
fn subjects(headings: &[&str]) -> Vec<String> {
    let words: Vec<Vec<&str>> = headings
        .iter()
        .map(|heading| heading.split_whitespace().collect())
        .collect();
    let start = words
        .first()
        .and_then(|words| words.iter().position(|word| *word == "for"))
        .map_or(0, |at| at + 1);
    let is_common = words
        .iter()
        .all(|of| of.len() > start && of[..start] == words[0][..start]);
    words
        .iter()
        .map(|words| words[if is_common { start } else { 0 }..].join(" "))
        .collect()
}

/// Names for types, none of which is that of another's sections.
fn names(prefix: &str, titles: &[String]) -> Vec<String> {
    let mut names: Vec<String> = type_names(titles)
        .into_iter()
        .map(|name| format!("{prefix}{name}"))
        .collect();
    let mut taken: HashSet<String> = names
        .iter()
        .flat_map(|name| [name.clone(), format!("{name}Section")])
        .collect();
    for at in 0..names.len() {
        let stem = names[at].strip_suffix("Section").unwrap_or_default();
        if names.iter().any(|name| name == stem) {
            let other =
                propose(&[("", &format!("{prefix} {} again", titles[at]))], &taken).remove(0);
            taken.extend([other.clone(), format!("{other}Section")]);
            names[at] = other;
        }
    }
    names
}
