//! The reader of OSCAL: a catalog in JSON, as NIST publishes SP 800-53 and `controls-oscal` exports catalogs.

mod control;
mod index;
mod json;
mod params;
mod places;
mod props;
#[cfg(test)]
mod tests;

use crate::{Above, Document, Heading, Place, ReadError, Section, Text, front::date};
use control::Controls;
use index::Index;
use json::{JsonText, Object, Path, malformed, parse};
use places::Places;
use props::{Props, Whose};

/// What documents in OSCAL are, by the name that their one value has.
const OTHERS: [(&str, &str, &str); 7] = [
    (
        "profile",
        "a profile",
        "resolve it to a catalog first, with `oscal-cli resolve-profile` or `trestle author profile-resolve`, and name that",
    ),
    ("component-definition", "a component definition", NAME),
    ("system-security-plan", "a system security plan", NAME),
    ("assessment-plan", "an assessment plan", NAME),
    ("assessment-results", "the results of an assessment", NAME),
    ("plan-of-action-and-milestones", "a plan of action", NAME),
    ("mapping-collection", "a collection of mappings", NAME),
];

/// The names that a catalog has in OSCAL, and those that a group has.
const CATALOG: &[&str] = &[
    "uuid",
    "metadata",
    "params",
    "controls",
    "groups",
    "back-matter",
];
const GROUP: &[&str] = &[
    "id", "class", "title", "params", "props", "links", "parts", "groups", "controls",
];

const NAME: &str = "name the catalog that it's about";

/// Reads a control document that is a catalog in OSCAL, in JSON.
///
/// A group is a section, and each of its controls is a row, with its enhancements after it. The statement is the notes, with
/// the labels of its items and with parameters as text, such as `[Assignment: organization-defined frequency]`. What a control
/// that has been withdrawn was moved to is its notes. Of a catalog without labels the ids are labels.
///
/// What `controls-oscal` has exported is read as it was: with its answers, and with the names of its variants in
/// [`Given`](crate::Given).
///
/// # Errors
///
/// When the text isn't JSON, or not a catalog: with the way to what is wrong, such as `catalog.groups[3].controls[0].id`. When
/// two controls have one id, and when there are more than 65,535 or none.
///
/// ```
/// let text = r##"{ "catalog": { "groups": [{ "id": "ac", "title": "Access Control", "controls": [{
///     "id": "ac-7", "title": "Unsuccessful Logon Attempts",
///     "params": [{ "id": "ac-7_prm_1", "label": "number" }],
///     "props": [{ "name": "label", "value": "AC-7" }],
///     "parts": [{ "name": "statement", "prose": "Enforce a limit of {{ insert: param, ac-7_prm_1 }} attempts." }]
/// }] }] } }"##;
/// let document = controls_document::read_oscal(text)?;
/// let control = &document.sections[0].controls[0];
/// assert_eq!(control.title.text, "Unsuccessful Logon Attempts");
/// assert_eq!(control.notes.text, "Enforce a limit of [Assignment: organization-defined number] attempts.");
/// # Ok::<(), controls_document::ReadError>(())
/// ```
pub fn read_oscal(text: &str) -> Result<Document<'_>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let places = Places::new(text);
    let root = parse(text, &places)?;
    let root = Object::new(&root, &Path::Root, &places);
    let Some(catalog) = root.object("catalog")? else {
        return Err(other(root));
    };
    let path = Path::Key(&Path::Root, "catalog");
    let catalog = root.within(catalog, &path);
    let mut index = Index::new(text);
    index.add_group(catalog)?;
    let mut reading = Reading {
        controls: Controls::new(&index),
        document: Document::default(),
    };
    reading.about(catalog)?;
    reading.group(catalog, None, &[])?;
    reading.document.is_known_by_labels = true;
    let Reading {
        mut document,
        controls,
    } = reading;
    if document.sections.is_empty() {
        let what = "the catalog has no controls".to_owned();
        return Err(malformed(what, catalog.place()));
    }
    document.remarks = controls.finish()?;
    document.tell_sections_apart();
    document.remark_twins();
    document.remarks.extend(document.twin_labels());
    document.remarks.sort_by_key(|remark| remark.place);
    Ok(document)
}

/// Says what it is, if it isn't a catalog.
fn other(root: Object<'_, '_, '_>) -> ReadError {
    let mut known = OTHERS.iter();
    let found = known.find(|(name, ..)| root.keys().any(|key| key == *name));
    match found {
        Some((_, what, help)) => ReadError::Malformed {
            what: format!("this OSCAL is {what}, and not a catalog"),
            help,
            place: root.place(),
        },
        None => malformed(
            "the JSON isn't an OSCAL catalog: it has no `catalog`".to_owned(),
            root.place(),
        ),
    }
}

/// A catalog, as it's read.
struct Reading<'i, 'a> {
    controls: Controls<'i>,
    document: Document<'a>,
}

impl<'a> Reading<'_, 'a> {
    /// What the catalog says of itself.
    fn about(&mut self, catalog: Object<'_, '_, 'a>) -> Result<(), ReadError> {
        let Some(metadata) = catalog.object("metadata")? else {
            return Ok(());
        };
        let path = Path::Key(catalog.path, "metadata");
        let metadata = catalog.within(metadata, &path);
        let title = metadata.text("title")?.map(|title| title.text());
        self.document.title = title.filter(|title| !title.is_empty());
        let modified = metadata.text("last-modified")?;
        self.document.date = modified.as_ref().map(JsonText::raw).and_then(day);
        Ok(())
    }

    /// Reads a group, or the catalog as a whole, which has no title. It's under the headings of these indices.
    fn group(
        &mut self,
        group: Object<'_, '_, 'a>,
        title: Option<Title<'a>>,
        above: &[usize],
    ) -> Result<(), ReadError> {
        self.controls
            .unread(group, if title.is_some() { GROUP } else { CATALOG });
        let mut controls = Vec::new();
        group.each("controls", |control| {
            self.controls.read(control, &mut controls)
        })?;
        let mut inner = above.to_vec();
        if let Some(title) = &title {
            inner.push(self.document.headings.len());
            self.document.headings.push(Heading {
                title: title.text.clone(),
                level: u8::try_from(inner.len()).unwrap_or(u8::MAX),
                place: title.place,
                has_controls: !controls.is_empty(),
            });
        }
        if !controls.is_empty() {
            let title = title.unwrap_or_else(|| Title {
                text: Text::new("Controls"),
                place: group.place(),
                variant: None,
            });
            self.document.sections.push(Section {
                title: title.text,
                groups: above.into(),
                place: title.place,
                name: title.variant,
                controls,
                above: Above::default(),
            });
        }
        group.each("groups", |group| {
            let title = Title::of(group)?;
            self.group(group, Some(title), &inner)
        })
    }
}

/// The title of a group.
struct Title<'a> {
    text: Text<'a>,
    place: Place,
    /// The name of its variant: of a catalog that has been exported.
    variant: Option<String>,
}

impl<'a> Title<'a> {
    fn of(group: Object<'_, '_, 'a>) -> Result<Self, ReadError> {
        let title = group.required("title")?;
        let props = Props::of(group)?;
        let variant = props.named(Whose::Ours, "variant").next();
        Ok(Title {
            text: title.text(),
            place: title.place(),
            variant: variant.map(|prop| prop.value.text().to_string()),
        })
    }
}

/// The day of a date with a time, if it's one that means anything: exports of a catalog without a date have the first day
/// that computers know.
fn day(text: &str) -> Option<String> {
    date(text.get(..10)?).filter(|day| day != "1970-01-01")
}
