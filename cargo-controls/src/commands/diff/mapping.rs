//! What has become of each control in a later edition, as a mapping collection of OSCAL.

use std::{collections::HashSet, path::Path};

use controls_document::{Binding, Document, compare};
use controls_dsl::{Definition, Frame, Names, NewNames, Row, definition, propose};
use controls_oscal::edition_mapping;

use crate::{
    commands::import::{NamesInScope, Naming, check_name, proven},
    sources::{Edition, owned_definition},
};

/// The mapping collection. The ids of controls are those of the definition that `import` makes of the earlier document, once it
/// has been taken to the later one: a control that is the same keeps its id.
pub(super) fn collection(
    name: Option<&str>,
    binding: &Binding,
    (old, old_document): (&Edition, &Document<'_>),
    (new, new_document): (&Edition, &Document<'_>),
) -> Result<String, String> {
    let name = name_of(name, new)?;
    let define = |edition: &Edition, names: &Names, document: &Document<'_>| {
        let file = Path::new(&edition.file).file_name();
        let file = file.map(|file| file.to_string_lossy());
        let frame = Frame {
            name: &name,
            about: "",
            document: file.as_deref().unwrap_or_default(),
            heading: None,
            published: None,
            binding,
        };
        edition.source.told_apart(document, binding)?;
        let text = definition(&frame, names, document).unwrap_or_default();
        proven(&name, &text, document)
    };
    let names = Naming::new(NamesInScope::of_workspace()).names(old_document);
    let earlier = define(old, &names, old_document)?;
    let comparison = compare(old_document.outline(), new_document.outline());
    let mut new_names = NewNames::new(&earlier, new_document);
    let kept = |names: &[String], at: Option<usize>| names.get(at?).cloned();
    let sections = (0..new_document.sections.len()).map(|at| {
        let kept = kept(&names.sections, comparison.old_section(at));
        kept.unwrap_or_else(|| new_names.section(at).to_owned())
    });
    let sections = sections.collect();
    let rows = (0..new_document.count()).map(|at| {
        let kept = kept(&names.rows, comparison.old_row(at));
        kept.unwrap_or_else(|| new_names.row(at).to_owned())
    });
    let rows = rows.collect();
    let later = define(new, &Names { sections, rows }, new_document)?;
    let ids: Vec<&str> = earlier.rows().map(Row::id).collect();
    let catalog =
        |of: &Definition, document: &Document<'_>| owned_definition(of, document.date.clone(), &[]);
    let was = catalog(&earlier, old_document);
    let mut is = catalog(&later, new_document);
    let records = is
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.records);
    for (at, record) in records.enumerate() {
        let old_id = comparison.old_row(at).and_then(|old| ids.get(old));
        // A document may give the control another one.
        let old_id = old_id.filter(|id| **id != record.id);
        record.formerly.extend(old_id.map(|id| (*id).to_owned()));
    }
    edition_mapping(&was, &is).map_err(|error| {
        let (old, new) = (&old.source.path, &new.source.path);
        format!("there is no `oscal-mapping` from `{old}` to `{new}`: {error}")
    })
}

/// What the catalog is called.
fn name_of(name: Option<&str>, edition: &Edition) -> Result<String, String> {
    if let Some(name) = name {
        check_name(name)?;
        return Ok(name.to_owned());
    }
    let stem = Path::new(&edition.file).file_stem();
    let stem = stem.unwrap_or_default().to_string_lossy();
    Ok(propose(&[("", &stem)], &HashSet::new()).remove(0))
}
