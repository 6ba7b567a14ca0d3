//! A source file, and places in it.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use crate::paths;

/// A source file.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Where it is, seen from the present folder.
    pub(crate) path: PathBuf,
    /// The path as people are shown it.
    pub(crate) shown: String,
    /// The text as it's split into tokens: without a byte order mark, and with blanks for a `#!` line.
    pub(crate) text: String,
    /// Where each line begins, once somebody has asked.
    lines: OnceLock<Vec<usize>>,
}

/// A stretch of a source file.
#[derive(Clone, Debug)]
pub(crate) struct SourceSpan {
    /// The file.
    pub(crate) file: Arc<SourceFile>,
    /// The bytes of its text.
    pub(crate) range: Range<usize>,
}

impl SourceFile {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Says why it can't be read, and shows the path.
    pub(crate) fn read(path: &Path) -> Result<SourceFile, String> {
        let path = paths::from_here(path);
        let shown = paths::shown(&path);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(SourceFile {
                path,
                shown,
                text: plain(text),
                lines: OnceLock::new(),
            }),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => Err(format!(
                "the source file `{shown}` can't be read: it isn't UTF-8"
            )),
            Err(error) => Err(format!("the source file `{shown}` can't be read: {error}")),
        }
    }

    /// The place of a token of this file, given its bytes; `None` for those that are no token's.
    pub(crate) fn place(
        self: &Arc<Self>,
        Range { start, end }: Range<usize>,
    ) -> Option<SourceSpan> {
        if (start, end) == (0, 0) {
            return None;
        }
        // What a lexer can't read has a start only.
        let end = if end > start {
            end
        } else {
            start + self.text.get(start..)?.chars().next()?.len_utf8()
        };
        self.text.get(start..end).map(|_| SourceSpan {
            file: Arc::clone(self),
            range: start..end,
        })
    }

    /// The line and the column of a byte, in characters from 1.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let ends = || self.text.match_indices('\n').map(|(end, _)| end + 1);
        let lines = self
            .lines
            .get_or_init(|| std::iter::once(0).chain(ends()).collect());
        let line = lines.partition_point(|start| *start <= at);
        let start = line
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .copied()
            .unwrap_or_default();
        (
            line,
            self.text.get(start..at).unwrap_or_default().chars().count() + 1,
        )
    }

    /// The beginning of the file.
    pub(crate) fn start(self: &Arc<Self>) -> SourceSpan {
        SourceSpan {
            file: Arc::clone(self),
            range: 0..0,
        }
    }
}

/// The text without what is before Rust's tokens. Positions in lines, and all lines, stay as they are.
fn plain(text: String) -> String {
    let text = text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text);
    let is_script = text
        .strip_prefix("#!")
        .is_some_and(|rest| !rest.trim_start().starts_with('['));
    if !is_script {
        return text;
    }
    let first = text.find('\n').unwrap_or(text.len());
    format!("{}{}", " ".repeat(first), &text[first..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_before_the_tokens_are_taken_out() {
        for (text, expected) in [
            ("\u{feff}mod a;", "mod a;"),
            ("#!/bin/é\nmod a;", "         \nmod a;"),
            ("\u{feff}#!x", "   "),
            ("#![allow(x)]\nmod a;", "#![allow(x)]\nmod a;"),
            ("#! \n [allow(x)]", "#! \n [allow(x)]"),
        ] {
            assert_eq!(plain(text.to_owned()), expected, "{text}");
        }
    }
}
