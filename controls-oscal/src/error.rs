//! Why a catalog can't be exported.

use std::{error::Error, fmt};

/// Why a catalog can't be had in a format.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The text can't be made.
    Unwritable(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExportError::Unwritable(error) => write!(f, "the catalog can't be written: {error}"),
        }
    }
}

impl Error for ExportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ExportError::Unwritable(error) => Some(&**error),
        }
    }
}
