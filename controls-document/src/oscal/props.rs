//! The properties of something in a catalog.

use super::json::{JsonText, Object};
use crate::{OSCAL_NAMESPACE, ReadError};

/// The namespace of the names that OSCAL itself gives.
const OWN: &str = "http://csrc.nist.gov/ns/oscal";

/// The class of our properties that columns of a document are.
pub(super) const COLUMN: &str = "column";

/// The properties of something.
pub(super) struct Props<'t, 'a>(Vec<Prop<'t, 'a>>);

/// A property.
pub(super) struct Prop<'t, 'a> {
    pub(super) name: JsonText<'t, 'a>,
    pub(super) value: JsonText<'t, 'a>,
    pub(super) class: Option<JsonText<'t, 'a>>,
    pub(super) remarks: Option<JsonText<'t, 'a>>,
    whose: Whose,
}

/// Who gives a name its meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Oscal,
    /// Exports of a catalog, as `controls-oscal` makes them.
    Ours,
    Others,
}

impl Whose {
    /// Whose name something has.
    pub(super) fn of(object: Object<'_, '_, '_>) -> Result<Whose, ReadError> {
        let ns = object.text("ns")?;
        Ok(match ns.as_ref().map(JsonText::raw) {
            None | Some(OWN) => Whose::Oscal,
            Some(OSCAL_NAMESPACE) => Whose::Ours,
            Some(_) => Whose::Others,
        })
    }
}

/// Whether a part of this name says what a control asks.
pub(super) fn is_asked(name: &JsonText<'_, '_>) -> bool {
    let name = name.text();
    ["statement", "item"]
        .iter()
        .any(|of| name.eq_ignore_ascii_case(of))
}

impl<'t, 'a> Props<'t, 'a> {
    /// Those of something.
    pub(super) fn of(object: Object<'_, 't, 'a>) -> Result<Self, ReadError> {
        let mut all = Vec::new();
        object.each("props", |prop| {
            all.push(Prop {
                name: prop.required("name")?,
                value: prop.required("value")?,
                class: prop.text("class")?,
                remarks: prop.text("remarks")?,
                whose: Whose::of(prop)?,
            });
            Ok(())
        })?;
        Ok(Props(all))
    }

    /// Those with a name that somebody gives its meaning. A column of a document may have any name.
    pub(super) fn named(&self, whose: Whose, name: &str) -> impl Iterator<Item = &Prop<'t, 'a>> {
        let is_column = move |prop: &Prop<'_, '_>| {
            whose == Whose::Ours && prop.class.as_ref().is_some_and(|of| of.raw() == COLUMN)
        };
        self.0
            .iter()
            .filter(move |prop| prop.whose == whose && prop.name.raw() == name && !is_column(prop))
    }

    /// Our properties of a class.
    pub(super) fn of_class(&self, class: &str) -> impl Iterator<Item = &Prop<'t, 'a>> {
        self.0.iter().filter(move |prop| {
            prop.whose == Whose::Ours && prop.class.as_ref().is_some_and(|of| of.raw() == class)
        })
    }

    /// The label: of several the plain one, which isn't one of a class of its own.
    pub(super) fn label(&self) -> Option<&JsonText<'t, 'a>> {
        let rank = |prop: &&Prop<'t, 'a>| match prop.class.as_ref().map(JsonText::raw) {
            None => 0,
            Some("zero-padded" | "sp800-53a") => 2,
            Some(_) => 1,
        };
        let label = self.named(Whose::Oscal, "label").min_by_key(rank);
        label.map(|prop| &prop.value)
    }

    /// The status, if it says that the control has been withdrawn.
    pub(super) fn withdrawn(&self) -> Option<&JsonText<'t, 'a>> {
        let status = self.named(Whose::Oscal, "status");
        let mut status = status.map(|prop| &prop.value);
        status.find(|status| status.text().eq_ignore_ascii_case("withdrawn"))
    }
}
