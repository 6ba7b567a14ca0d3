//! A catalog as an OSCAL catalog: a group for each section, a control with a statement for each row.

use serde::Serialize;

use super::{
    common::{BackMatter, Link, Metadata, Property, line},
    ident::{NS, token, uuid},
};
use crate::{
    catalog::{OwnedCatalog, OwnedRecord, OwnedSection},
    json::pretty,
    markdown::absolute,
};

/// The catalog.
pub(crate) fn catalog(catalog: &OwnedCatalog) -> String {
    let published = catalog.published.as_deref().unwrap_or_default();
    // As many digits as the last one takes, so that their order is that of the numbers.
    let digits = catalog.records().count().to_string().len();
    let mut number = 0;
    let groups = catalog.sections.iter().map(|section| {
        let records = section.records.iter();
        let controls = records.map(|record| {
            number += 1;
            Control::of(record, published, &format!("{number:0digits$}"))
        });
        Group::of(section, controls.collect())
    });
    let levels = catalog.sections.iter().map(OwnedSection::levels);
    let sections = levels.zip(groups).collect();
    pretty(&Document {
        catalog: Catalog {
            uuid: uuid("catalog", catalog, &[&catalog.fingerprint.to_string()]),
            metadata: Metadata::of(catalog, title(catalog)),
            groups: gathered(0, sections),
            back_matter: BackMatter::of(catalog),
        },
    })
}

/// The groups of sections that have some headings above them in common: where there are more, a group for the next of them,
/// around the sections that follow each other under it.
fn gathered(common: usize, sections: Vec<(Vec<String>, Group)>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut sections = sections.into_iter().peekable();
    while let Some((levels, group)) = sections.next() {
        let Some(title) = levels.get(common).cloned() else {
            groups.push(group);
            continue;
        };
        // Of the first section under it, which is in one such group only.
        let id = format!("group_{common}_{}", group.id);
        let mut inner = vec![(levels, group)];
        while let Some(next) = sections.next_if(|(next, _)| next.get(common) == Some(&title)) {
            inner.push(next);
        }
        groups.push(Group {
            id,
            title: line(&title),
            props: Vec::new(),
            groups: gathered(common + 1, inner),
            controls: Vec::new(),
        });
    }
    groups
}

/// What a catalog is called.
pub(super) fn title(catalog: &OwnedCatalog) -> String {
    line(catalog.heading.as_deref().unwrap_or(&catalog.name))
}

#[derive(Serialize)]
struct Document {
    catalog: Catalog,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Catalog {
    uuid: String,
    metadata: Metadata,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

#[derive(Serialize)]
struct Group {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    controls: Vec<Control>,
}

#[derive(Serialize)]
struct Control {
    id: String,
    title: String,
    props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    id: String,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    prose: String,
}

impl Group {
    fn of(section: &OwnedSection, controls: Vec<Control>) -> Group {
        Group {
            // No control has such an id.
            id: format!("section_{}", token(&section.name)),
            title: line(&section.title),
            props: Property::ours("variant", &section.name)
                .into_iter()
                .collect(),
            groups: Vec::new(),
            controls,
        }
    }
}

impl Control {
    fn of(record: &OwnedRecord, published: &str, number: &str) -> Control {
        let id = token(&record.id);
        let label = record.label.as_deref();
        let formerly = record.formerly.iter();
        let alias = record.alias.iter();
        let fingerprint = record.fingerprint.to_string();
        let other_id = Some(&record.id).filter(|of| **of != id);
        let props = [
            other_id.and_then(|id| Property::ours("id", id)),
            label.and_then(|label| Property::own("label", label)),
            Property::own("sort-id", number),
            record
                .withdrawn
                .then(|| Property::own("status", "withdrawn"))
                .flatten(),
            record.answer.as_ref().and_then(Property::answer),
            Property::ours("variant", &record.name),
            Property::ours("fingerprint", &fingerprint),
        ];
        let props = props.into_iter().flatten();
        let named = formerly
            .filter_map(|text| Property::ours("formerly", text))
            .chain(alias.filter_map(|text| Property::ours("alias", text)));
        Control {
            title: line(&record.title),
            props: props
                .chain(Property::columns(record))
                .chain(named)
                .collect(),
            links: Link::all(record),
            parts: parts(record, &id, published),
            id,
        }
    }
}

/// The statement, which is what the control asks: the title where the notes say what has been answered, else the notes.
/// Then what else there is to read.
fn parts(record: &OwnedRecord, id: &str, published: &str) -> Vec<Part> {
    let part = |name: &'static str, text: &str, ns: Option<&'static str>| Part {
        id: match name {
            "statement" => format!("{id}_smt"),
            name => format!("{id}_{name}"),
        },
        name,
        ns,
        prose: absolute(text, published),
    };
    let notes = record.notes.as_deref();
    let (statement, notes) = match record.answer {
        Some(_) => (None, notes),
        // A statement that is the title would say that there are none.
        None => (
            notes,
            notes.filter(|notes| line(notes) == line(&record.title)),
        ),
    };
    let statement = statement.unwrap_or(&record.title);
    let mut parts = vec![part("statement", &line(statement), None)];
    let others = [
        ("notes", notes),
        ("documentation", record.documentation.as_deref()),
    ];
    for (name, text) in others {
        parts.extend(text.map(|text| part(name, text, Some(NS))));
    }
    parts
}
