//! What a catalog has under which id: for all that other parts of it mention.

use std::collections::HashMap;

use super::{
    json::{JsonText, Object},
    params::Params,
    props::{Props, is_asked},
};
use crate::{MOST_CONTROLS, Place, ReadError};

/// What a catalog has under which id.
pub(super) struct Index {
    pub(super) params: Params,
    /// Where the control or group of an id is.
    places: HashMap<String, Place>,
    /// How groups, controls and the items of their statements are called.
    names: HashMap<String, String>,
    controls: usize,
}

impl Index {
    pub(super) fn new(text: &str) -> Self {
        Index {
            params: Params::new(text),
            places: HashMap::new(),
            names: HashMap::new(),
            controls: 0,
        }
    }

    /// How the group, the control or the item of a statement is called that a reference such as `#ac-2` leads to.
    pub(super) fn name(&self, reference: &str) -> Option<&str> {
        Some(self.names.get(reference.strip_prefix('#')?)?)
    }

    /// Adds a catalog, or a group.
    pub(super) fn add_group(&mut self, of: Object<'_, '_, '_>) -> Result<(), ReadError> {
        self.params.add(of)?;
        of.each("controls", |control| self.add_control(control))?;
        of.each("groups", |group| {
            if let Some(id) = group.text("id")? {
                self.add_id(group, &id.text(), id.place())?;
                let title = group.required("title")?;
                self.names
                    .insert(id.text().to_string(), title.text().to_string());
            }
            self.add_group(group)
        })
    }

    fn add_control(&mut self, control: Object<'_, '_, '_>) -> Result<(), ReadError> {
        let id = control.required("id")?;
        self.add_id(control, &id.text(), id.place())?;
        self.controls += 1;
        if self.controls > MOST_CONTROLS {
            return Err(ReadError::TooMany {
                what: format!("`{}`", control.path),
                place: id.place(),
            });
        }
        let props = Props::of(control)?;
        let name = props.label().map_or_else(|| id.text(), JsonText::text);
        control.each("parts", |part| self.add_part(part, &name))?;
        self.names.insert(id.text().to_string(), name.to_string());
        self.params.add(control)?;
        control.each("controls", |control| self.add_control(control))
    }

    /// Adds the items of a statement: `AC-1a.1`.
    fn add_part(&mut self, part: Object<'_, '_, '_>, above: &str) -> Result<(), ReadError> {
        let name = part.required("name")?;
        if !is_asked(&name) {
            return Ok(());
        }
        let props = Props::of(part)?;
        let name = props.label().map_or_else(
            || above.to_owned(),
            |label| format!("{above}{}", label.text()),
        );
        if let Some(id) = part.text("id")? {
            let shown = name.trim_end_matches('.').to_owned();
            self.names.insert(id.text().to_string(), shown);
        }
        part.each("parts", |part| self.add_part(part, &name))
    }

    fn add_id(&mut self, of: Object<'_, '_, '_>, id: &str, place: Place) -> Result<(), ReadError> {
        match self.places.insert(id.to_owned(), place) {
            None => Ok(()),
            Some(first) => Err(ReadError::TwoIds {
                id: id.to_owned(),
                path: format!("{}.id", of.path),
                first,
                second: place,
            }),
        }
    }
}
