//! Catalogs of controls in the formats that others read.
//!
//! `controls!` makes a type of a control document. Compliance people work with spreadsheets and documents, and this crate
//! gives them the same catalog in these. It takes a compiled catalog, whatever its type:
//!
//! ```
//! use controls_azure_backup::AzureBackup;
//! use controls_core::Control;
//! use controls_oscal::{ExportError, Format, OwnedCatalog};
//!
//! fn article<C: Control>() -> Result<String, ExportError> {
//!     OwnedCatalog::from(C::CATALOG).export(Format::Markdown)
//! }
//!
//! assert!(article::<AzureBackup>()?.starts_with("# AzureBackup\n"));
//! # Ok::<(), ExportError>(())
//! ```
//!
//! `cargo controls export` gives the same bytes from the sources of a package, without compiling it.

mod catalog;
mod csv;
mod error;
mod export;
mod format;
mod html;
mod json;
mod markdown;
mod oscal;
mod report;
mod state;
mod visible;

pub use catalog::{
    EvidenceKind, OwnedAnswer, OwnedCatalog, OwnedEvidence, OwnedLink, OwnedPosition,
    OwnedProperty, OwnedRecord, OwnedSection,
};
pub use csv::csv_table;
pub use error::ExportError;
pub use format::{Format, ParseFormatError};
pub use oscal::{NS, OSCAL_VERSION, assessment_results, edition_mapping, mapping_collection};
pub use report::{AssessmentReport, ParseReportFormatError, ReportFormat};
