//! Why a catalog or an assessment can't be exported.

use std::{error::Error, fmt};

/// Why a catalog or an assessment can't be had in a format.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The format is one of answers, and the controls have none.
    WithoutAnswers,
    /// The format is one of mappings, and there are none.
    WithoutMappings,
    /// The format is one of findings, and nothing has been assessed.
    NothingAssessed,
    /// Something was found for a control that the catalog hasn't.
    UnknownControl(String),
    /// The text can't be made.
    Unwritable(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::WithoutAnswers => {
                f.write_str("the controls of the catalog have no answers")
            }
            ExportError::WithoutMappings => f.write_str("no controls are related to each other"),
            ExportError::NothingAssessed => f.write_str("nothing has been assessed"),
            ExportError::UnknownControl(id) => {
                write!(
                    f,
                    "the catalog has no control `{id}`, for which something was found"
                )
            }
            ExportError::Unwritable(error) => write!(f, "the text can't be written: {error}"),
        }
    }
}

impl Error for ExportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ExportError::WithoutAnswers
            | ExportError::WithoutMappings
            | ExportError::NothingAssessed
            | ExportError::UnknownControl(_) => None,
            ExportError::Unwritable(error) => Some(&**error),
        }
    }
}
