//! What a catalog of controls is, and [`controls!`], which makes one.
//!
//! Cloud vendors publish *control documents*: Markdown articles whose tables say which security controls a service
//! has. [`controls!`] makes a type of such a document: an exhaustive enum with one variant for each row, and a `const`
//! catalog of what the rows say. At compile time it holds the two against each other, so that a document which gains,
//! loses or changes a row stops the build of its catalog, with an error that says what changed, where, and what to
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
//! This crate is `no_std`, doesn't allocate, and has no dependency but the macro.

#![no_std]
// docs.rs shows which feature each item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod answer;
#[cfg(feature = "alloc")]
mod assessment;
mod catalog;
mod control;
#[cfg(feature = "alloc")]
mod date;
#[cfg(doc)]
pub mod example;
mod features;
mod fingerprint;
pub mod guide;
mod ids;
mod iter;
#[cfg(feature = "alloc")]
mod known;
mod link;
mod lookup;
mod macros;
mod message;
mod nearest;
mod pins;
mod record;
mod records;
mod set;
mod table;

#[doc(hidden)]
pub mod __private;

pub use answer::Answer;
#[cfg(feature = "alloc")]
pub use assessment::{Assessed, Assessment, Counts, Finding, Report};
pub use catalog::{Catalog, Section};
pub use control::{Answered, Control, ControlSection};
#[cfg(feature = "alloc")]
pub use date::{Date, ParseDateError};
pub use fingerprint::{Fingerprint, ParseFingerprintError};
pub use iter::WithAnswer;
#[cfg(feature = "alloc")]
pub use known::Known;
pub use link::{Link, Links, LinksIter};
pub use lookup::UnknownControl;
pub use record::{Position, Record};
pub use records::Records;
pub use set::{ControlSet, ControlSetIter};
