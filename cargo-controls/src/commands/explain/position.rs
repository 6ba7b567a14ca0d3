//! A position in a source.

use std::sync::Arc;

use crate::file::SourceFile;

/// A position in a source, in characters from 1.
#[derive(Clone, Debug)]
pub(super) struct SourcePosition {
    pub(super) file: Arc<SourceFile>,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl SourcePosition {
    /// Where a byte of the file is.
    pub(super) fn of(file: &Arc<SourceFile>, at: usize) -> SourcePosition {
        let (line, column) = file.position(at);
        SourcePosition {
            file: Arc::clone(file),
            line,
            column,
        }
    }
}
