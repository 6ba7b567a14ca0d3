//! Controls as rows.

use std::sync::Arc;

use super::{
    index::Index,
    json::{JsonText, Object, malformed},
    props::{COLUMN, Prop, Props, Whose, is_asked},
};
use crate::{
    Cell, Control, Given, Place, Property, ReadError, Remark, Text,
    answer::{Said, Word},
    given::become_of,
    listed::listed,
};

/// The names that a control has in OSCAL.
const CONTROL: &[&str] = &[
    "id", "class", "title", "params", "props", "links", "parts", "controls",
];

/// The controls of a catalog, as they are read.
pub(super) struct Controls<'i> {
    index: &'i Index,
    remarks: Vec<Remark>,
    /// The first control with an answer, and the first without one.
    answered: [Option<(String, Place)>; 2],
}

impl<'i> Controls<'i> {
    pub(super) fn new(index: &'i Index) -> Self {
        Controls {
            index,
            remarks: Vec::new(),
            answered: [None, None],
        }
    }

    /// What there is to say about all of them.
    pub(super) fn finish(self) -> Result<Vec<Remark>, ReadError> {
        if let [Some(_), Some((path, place))] = self.answered {
            let what = format!("`{path}` has no answer, and other controls have one");
            return Err(malformed(what, place));
        }
        Ok(self.remarks)
    }

    /// Remarks on what isn't read because OSCAL has no such name: there may be controls in it.
    pub(super) fn unread(&mut self, of: Object<'_, '_, '_>, known: &[&str]) {
        let remark = |(path, place)| Remark {
            place,
            message: format!("`{path}` isn't read: OSCAL has no such name"),
        };
        self.remarks.extend(of.unknown(known).map(remark));
    }

    /// Reads a control, and the enhancements in it after it.
    pub(super) fn read<'a>(
        &mut self,
        control: Object<'_, '_, 'a>,
        out: &mut Vec<Control<'a>>,
    ) -> Result<(), ReadError> {
        self.unread(control, CONTROL);
        let id = control.required("id")?;
        let title = control.required("title")?;
        let props = Props::of(control)?;
        let variant = props.named(Whose::Ours, "variant").next();
        let mut row = Control {
            title: Cell::new(self.inserted(&title, title.text())?, title.place()),
            label: props
                .label()
                .map(|label| Cell::new(label.text(), label.place())),
            ..Control::empty(title.place())
        };
        // An id is what others call the control by, unless it's one that an export has made.
        if row.label.is_none() && variant.is_none() {
            row.label = Some(Cell::new(id.text(), id.place()));
        }
        self.answer(control, &props, &mut row)?;
        let statement = self.parts(control, &mut row)?;
        let status = props.withdrawn().map(JsonText::place);
        let (withdrawn, said) = match (status, variant) {
            (None, _) => (None, statement.0),
            // Its notes say already what has become of it.
            (Some(_), Some(_)) => (
                Some(become_of(&statement.0).unwrap_or_default()),
                statement.0,
            ),
            (Some(_), None) => {
                let of = self.withdrawn(control)?;
                let notes = withdrawn_notes(&of, &statement.0);
                (Some(of), notes)
            }
        };
        let is_answered = !matches!(row.said, Said::Nothing);
        if row.notes.text.is_empty() && !is_answered && said != *row.title.text {
            let place = status.or(statement.1).unwrap_or_else(|| title.place());
            row.notes = Cell::new(Text::of(said.into()), place);
        }
        row.properties = columns(&props);
        row.given = Some(Box::new(given(&id, &props, variant, withdrawn)));
        out.push(row);
        control.each("controls", |enhancement| self.read(enhancement, out))
    }

    /// Reads the answer, which exports have.
    fn answer<'a>(
        &mut self,
        control: Object<'_, '_, 'a>,
        props: &Props<'_, 'a>,
        row: &mut Control<'a>,
    ) -> Result<(), ReadError> {
        let answer = props.named(Whose::Ours, "answer").next();
        let first = &mut self.answered[usize::from(answer.is_none())];
        first.get_or_insert_with(|| (control.path.to_string(), row.title.place()));
        let Some(answer) = answer else {
            return Ok(());
        };
        row.answer = Cell::new(answer.value.text(), answer.value.place());
        row.said = match answer.class.as_ref().map(JsonText::raw) {
            Some("yes") => Said::Word(Word::Yes),
            Some("no") => Said::Word(Word::No),
            Some("not-applicable") => Said::Word(Word::NotApplicable),
            Some("unanswered") => Said::Word(Word::Unanswered),
            Some("qualified") => Said::Text,
            _ => {
                let what = format!(
                    "the answer of `{}` has a class that isn't one of `yes`, `no`, `not-applicable`, `unanswered` and `qualified`",
                    control.path
                );
                return Err(malformed(what, answer.value.place()));
            }
        };
        Ok(())
    }

    /// Reads the parts that a row has, and returns the statement, with its place.
    fn parts<'a>(
        &mut self,
        control: Object<'_, '_, 'a>,
        row: &mut Control<'a>,
    ) -> Result<(String, Option<Place>), ReadError> {
        let (mut statement, mut place) = (String::new(), None);
        control.each("parts", |part| {
            let name = part.required("name")?;
            match (Whose::of(part)?, name.raw()) {
                // An item may be without a statement around it.
                (Whose::Oscal, _) if is_asked(&name) => {
                    self.prose(part, &mut statement, &mut place)?;
                }
                (Whose::Ours, "notes") => row.notes = prose(part)?,
                (Whose::Ours, "documentation") => row.documentation = prose(part)?,
                _ => {}
            }
            Ok(())
        })?;
        Ok((statement, place))
    }

    /// Adds what a statement says, and its items, with their labels.
    fn prose(
        &mut self,
        part: Object<'_, '_, '_>,
        out: &mut String,
        place: &mut Option<Place>,
    ) -> Result<(), ReadError> {
        let props = Props::of(part)?;
        let mut add = |text: &str| {
            if !out.is_empty() && !text.is_empty() {
                out.push(' ');
            }
            out.push_str(text);
        };
        if let Some(label) = props.label() {
            add(&label.text());
        }
        for said in [part.text("title")?, part.text("prose")?] {
            let Some(prose) = said else { continue };
            add(&self.inserted(&prose, prose.text())?);
            place.get_or_insert(prose.place());
        }
        part.each("parts", |item| {
            // Guidance on an item, and what else there may be, is none of what it asks.
            if is_asked(&item.required("name")?) {
                self.prose(item, out, place)?;
            }
            Ok(())
        })
    }

    /// A text with parameters as text.
    fn inserted<'a>(
        &mut self,
        of: &JsonText<'_, 'a>,
        text: Text<'a>,
    ) -> Result<Text<'a>, ReadError> {
        if !text.contains("{{") {
            return Ok(text);
        }
        let (remarks, place) = (&mut self.remarks, of.place());
        let mut unknown = |id: &str| {
            remarks.push(Remark {
                place,
                message: format!("no parameter is called `{id}`: it's left as it's written"),
            });
        };
        let inserted = self.index.params.inserted(&text, &mut unknown)?;
        Ok(Text::of(inserted.into()))
    }

    /// What has become of a control that has been withdrawn; empty if that isn't said.
    fn withdrawn(&mut self, control: Object<'_, '_, '_>) -> Result<String, ReadError> {
        let mut moved = Vec::new();
        let mut incorporated = Vec::new();
        control.each("links", |link| {
            let href = link.required("href")?;
            let rel = link.text("rel")?;
            let to = match rel.as_ref().map(JsonText::raw) {
                Some("moved-to") => &mut moved,
                Some("incorporated-into") => &mut incorporated,
                _ => return Ok(()),
            };
            let name = self.index.name(href.raw());
            if name.is_none() && href.raw().starts_with('#') {
                self.remarks.push(Remark {
                    place: href.place(),
                    message: format!("nothing in the catalog has the id `{}`", &href.raw()[1..]),
                });
            }
            to.push(name.map_or_else(|| href.text().to_string(), str::to_owned));
            Ok(())
        })?;
        let all = [("moved to ", moved), ("incorporated into ", incorporated)];
        let said = all.iter().filter(|(_, to)| !to.is_empty());
        let said: Vec<String> = said
            .map(|(what, to)| format!("{what}{}", listed(to)))
            .collect();
        Ok(said.join(", "))
    }
}

/// `[Withdrawn: Moved to AC-2(1).]`, as NIST prints it.
fn withdrawn_notes(what: &str, statement: &str) -> String {
    let mut letters = what.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    let mut said: String = first.into_iter().chain(letters).collect();
    if !said.is_empty() {
        said.push('.');
    }
    let said = [&*said, statement].join(" ");
    match said.trim() {
        "" => "[Withdrawn.]".to_owned(),
        said => format!("[Withdrawn: {said}]"),
    }
}

/// The prose of a part.
fn prose<'a>(part: Object<'_, '_, 'a>) -> Result<Cell<'a>, ReadError> {
    let prose = part.required("prose")?;
    Ok(Cell::new(prose.text(), prose.place()))
}

/// What further columns of an export say. A heading that is no name is in the remarks.
fn columns<'a>(props: &Props<'_, 'a>) -> Vec<Property<'a>> {
    let of_class = props.of_class(COLUMN);
    let columns = of_class.map(
        |Prop {
             name,
             value,
             remarks,
             ..
         }| Property {
            name: Arc::from(&*remarks.as_ref().unwrap_or(name).text()),
            cell: Cell::new(value.text(), value.place()),
        },
    );
    columns.collect()
}

/// What there is to know besides.
fn given(
    id: &JsonText<'_, '_>,
    props: &Props<'_, '_>,
    variant: Option<&Prop<'_, '_>>,
    withdrawn: Option<String>,
) -> Given {
    let all = |name| {
        let named = props.named(Whose::Ours, name);
        named.map(|prop| prop.value.text().to_string()).collect()
    };
    let own_id = props.named(Whose::Ours, "id").next();
    let own_id = own_id.map_or_else(|| id.text(), |prop| prop.value.text());
    Given {
        withdrawn,
        name: variant.map(|prop| prop.value.text().to_string()),
        id: Some(own_id.to_string()),
        formerly: all("formerly"),
        alias: all("alias"),
    }
}
