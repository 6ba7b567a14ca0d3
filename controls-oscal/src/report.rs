//! An assessment as a report.

mod export;
mod format;
mod html;
mod junit;
mod markdown;
mod model;
mod sarif;

pub use format::{ParseReportFormatError, ReportFormat};
pub use model::AssessmentReport;
