//! What a catalog of controls is, and [`controls!`], which makes one.
//!
//! Cloud vendors publish *control documents*: Markdown articles whose tables say which security controls a service
//! has. [`controls!`] makes a type of such a document: an exhaustive enum with one variant for each row, and a `const`
//! catalog of what the rows say. At compile time it holds the two against each other, so that a document which adds,
//! removes or changes a row stops the build of its catalog, with an error that says what changed, where, and what to
//! write.
//!
//! ```
//! use controls_core::Answer;
//!
//! controls_core::controls! {
//!     /// What a small service does for security.
//!     pub enum Service {
//!         Network = "Network" {
//!             ServiceEndpoint = "Service endpoint support" => No,
//!             NetworkIsolation = "Network isolation support" => Yes { notes: "By [rules](/network/rules)." },
//!         }
//!         Identity = "Identity" {
//!             Authentication = "Authentication" => "Yes (preview)",
//!         }
//!     }
//! }
//!
//! assert_eq!(Service::COUNT, 3);
//! assert_eq!(Service::NetworkIsolation.id(), "network-isolation");
//! assert_eq!(Service::NetworkIsolation.answer(), Answer::Yes);
//! assert_eq!(Service::Authentication.section(), ServiceSection::Identity);
//! assert_eq!(Service::from_id("service-endpoint"), Some(Service::ServiceEndpoint));
//! ```
//!
//! A catalog with a document names it: `#[document = "../document/security-controls.md"]`. The language is described
//! at [`controls!`].
//!
//! This crate is `no_std` and doesn't allocate. By default it depends on its macro (whose dependencies are compiled for
//! the host) and on `strum` without derives; catalogs depend on it with `default-features = false`, and whoever needs a
//! [feature](guide::features) turns it on for all of them.

#![no_std]
// docs.rs shows which feature each item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod answer;
mod answered;
#[cfg(feature = "alloc")]
mod assessment;
mod catalog;
mod const_string;
mod control;
mod crosswalk;
#[cfg(feature = "alloc")]
mod date;
pub mod evidence;
#[cfg(doc)]
pub mod example;
mod features;
mod fingerprint;
pub mod guide;
mod ids;
mod implement;
#[cfg(feature = "alloc")]
mod known;
mod link;
mod lookup;
mod macros;
mod nearest;
mod pins;
mod record;
mod same;
mod set;

#[doc(hidden)]
pub mod __private;

pub use answer::Answer;
pub use answered::{Answered, WithAnswer};
#[cfg(feature = "alloc")]
pub use assessment::{
    Assessment,
    counts::Counts,
    finding::{Assessed, Finding},
    report::Report,
    stored::StoredAssessment,
};
pub use catalog::{Catalog, Section};
pub use control::{Control, ControlSection};
/// Says which controls an item satisfies.
///
/// The item stays as it is, and the compiler checks that the controls exist. Documentation above it, and that of an `impl`, has
/// one more line that leads to them. `reviewed` is the fingerprint of a control, as it was when the item was last held against it: once the control
/// says something else, the item doesn't compile.
///
/// ```
/// # controls_core::controls! { pub enum Service { Network = "Network" {
/// #     Firewall = "Firewall support" => Yes, Logging = "Logging" => Yes,
/// # } } }
/// use controls_core::satisfies;
///
/// #[satisfies(Service::Firewall, Service::Logging)]
/// fn is_allowed(port: u16) -> bool {
///     port == 443
/// }
///
/// #[satisfies(Service::Firewall, reviewed = "7e626dbe0aca9f1bdd45373465af5ca2")]
/// mod rules {}
/// # assert!(is_allowed(443));
/// ```
///
/// It can be on functions and methods with a body, types, traits, impls, modules with a body, constants and statics. Elsewhere
/// there's [`evidence::satisfies!`]. The module [`evidence`] has the whole picture.
///
/// # Errors
///
/// Doesn't compile if a path leads to no control, if the control has changed since it was reviewed, and for each mistake in
/// the parentheses.
pub use controls_macros::satisfies;
/// Says which controls a test verifies.
///
/// It takes what [`#[satisfies(…)]`](macro@satisfies) takes, and is before or after the attribute that makes a function a test.
///
/// ```
/// # controls_core::controls! { pub enum Service { Network = "Network" { Firewall = "Firewall support" => Yes } } }
/// use controls_core::verifies;
///
/// #[test]
/// #[verifies(Service::Firewall)]
/// fn other_ports_are_closed() {
///     // …
/// }
/// ```
pub use controls_macros::verifies;
pub use crosswalk::{Crosswalk, Mapping, Relation};
#[cfg(feature = "alloc")]
pub use date::{Date, ParseDateError};
pub use fingerprint::{Fingerprint, ParseFingerprintError};
#[cfg(feature = "alloc")]
pub use known::Known;
pub use link::Link;
pub use lookup::UnknownControl;
pub use record::{Position, Property, Record};
pub use set::{ControlSet, ControlSetIter};
