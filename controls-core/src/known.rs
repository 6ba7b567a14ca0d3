//! Data that names controls which a catalog may not know.

use alloc::{borrow::ToOwned, string::String};
use core::fmt;

use crate::Control;

/// A control, or an id that the catalog doesn't know, kept as it is: for data that was written with a newer catalog.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
/// use controls_core::Known;
///
/// assert_eq!(Known::from_id("firewall"), Known::Control(Service::Firewall));
/// assert_eq!(Known::<Service>::from_id("private-link").id(), "private-link");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known<C> {
    /// A control of the catalog.
    Control(C),
    /// An id that no control of the catalog has, or has had.
    Unknown(String),
}

impl<C: Control> Known<C> {
    /// The control with this id or former id, or else the id itself.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let control = C::CATALOG
            .find_id(id)
            .ok()
            .and_then(|index| C::ALL.get(index).copied());
        control.map_or_else(|| Known::Unknown(id.to_owned()), Known::Control)
    }

    /// The id: the control's, or the one that was read.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Known::Control(control) => control.id(),
            Known::Unknown(id) => id,
        }
    }

    /// The control, if the catalog knows it.
    #[must_use]
    pub fn control(&self) -> Option<C> {
        match self {
            Known::Control(control) => Some(*control),
            Known::Unknown(_) => None,
        }
    }
}

impl<C: Control> fmt::Display for Known<C> {
    /// The id.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl<C> From<C> for Known<C> {
    fn from(control: C) -> Self {
        Known::Control(control)
    }
}

#[cfg(feature = "serde")]
mod serde {
    use core::marker::PhantomData;

    use serde::{
        Deserialize, Deserializer, Serialize, Serializer,
        de::{Error, Visitor},
    };

    use super::{Control, Known, fmt};

    impl<C: Control> Serialize for Known<C> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.id())
        }
    }

    impl<'de, C: Control> Deserialize<'de> for Known<C> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Id<C>(PhantomData<C>);

            impl<C: Control> Visitor<'_> for Id<C> {
                type Value = Known<C>;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the id of a control")
                }

                fn visit_str<E: Error>(self, id: &str) -> Result<Known<C>, E> {
                    Ok(Known::from_id(id))
                }
            }

            deserializer.deserialize_str(Id(PhantomData))
        }
    }
}
