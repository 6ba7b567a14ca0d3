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
    /// Where what is in the text, once somebody has asked.
    index: OnceLock<Index>,
}

/// What is known of a text beforehand, so that no place in it takes long to find, however long its line is.
#[derive(Debug)]
struct Index {
    /// The byte that each line begins at.
    lines: Vec<usize>,
    /// How many characters there are before each [`STEP`]th byte.
    characters: Vec<usize>,
}

/// How many bytes may have to be looked at for one place.
const STEP: usize = 1024;

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
                index: OnceLock::new(),
            }),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => Err(format!(
                "the source file `{shown}` can't be read: it isn't UTF-8"
            )),
            Err(error) => Err(format!("the source file `{shown}` can't be read: {error}")),
        }
    }

    /// The file as it would be with another text.
    pub(crate) fn with(&self, text: String) -> SourceFile {
        SourceFile {
            path: self.path.clone(),
            shown: self.shown.clone(),
            text,
            index: OnceLock::new(),
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
        let at = at.min(self.text.len());
        let (line, start) = self.line(at);
        (
            line,
            self.characters_before(at) - self.characters_before(start) + 1,
        )
    }

    /// The lines that a stretch is in, without the end of the last one.
    pub(crate) fn lines_of(&self, Range { start, end }: &Range<usize>) -> Range<usize> {
        let (_, first) = self.line(*start);
        let (last, _) = self.line(*end);
        let next = self.index().lines.get(last);
        let end = next.map_or(self.text.len(), |next| next - 1);
        let shown = &self.text[first..end];
        first..first + shown.strip_suffix('\r').unwrap_or(shown).len()
    }

    /// Of the lines that a stretch is in, what is at most so many bytes away from it.
    pub(crate) fn around(&self, range: &Range<usize>, reach: usize) -> Range<usize> {
        let lines = self.lines_of(range);
        let start = lines.start.max(range.start.saturating_sub(reach));
        let end = lines.end.min(range.end.saturating_add(reach));
        let boundary = |at: usize| (at..lines.end).find(|at| self.text.is_char_boundary(*at));
        boundary(start).unwrap_or(lines.end)..boundary(end).unwrap_or(lines.end)
    }

    /// The number of the line that a byte is in, and the byte that it begins at.
    fn line(&self, at: usize) -> (usize, usize) {
        let lines = &self.index().lines;
        let line = lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|before| lines.get(before));
        (line, start.copied().unwrap_or_default())
    }

    fn characters_before(&self, at: usize) -> usize {
        let (step, bytes) = (at / STEP, self.text.as_bytes());
        let counted = self.index().characters.get(step).copied();
        let rest = bytes.get(step * STEP..at).unwrap_or_default();
        counted.unwrap_or_default() + characters(rest)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(end, _)| end + 1);
            let mut before = 0;
            let counted = self.text.as_bytes().chunks(STEP).map(|chunk| {
                before += characters(chunk);
                before
            });
            Index {
                lines: std::iter::once(0).chain(ends).collect(),
                characters: std::iter::once(0).chain(counted).collect(),
            }
        })
    }

    /// The beginning of the file.
    pub(crate) fn start(self: &Arc<Self>) -> SourceSpan {
        SourceSpan {
            file: Arc::clone(self),
            range: 0..0,
        }
    }
}

/// How many characters begin in a part of a text.
fn characters(bytes: &[u8]) -> usize {
    let goes_on = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
    bytes.iter().filter(|byte| !goes_on(**byte)).count()
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

    fn file(text: &str) -> SourceFile {
        SourceFile {
            path: PathBuf::new(),
            shown: String::new(),
            text: text.to_owned(),
            index: OnceLock::new(),
        }
    }

    /// Short lines and long ones, with characters of each length, so that all of them lie across a step somewhere.
    fn texts() -> Vec<String> {
        let long = "aéあ🦀".repeat(STEP / 2);
        vec![
            String::new(),
            "\n".to_owned(),
            "a\r\né\n".to_owned(),
            long.clone(),
            format!("a{long}\r\n\n{long}\n🦀{long}b"),
        ]
    }

    #[test]
    fn positions_are_those_that_a_person_counts() {
        for text in texts() {
            let file = file(&text);
            let (mut line, mut column) = (1, 1);
            for (at, c) in text.char_indices() {
                assert_eq!(file.position(at), (line, column), "{at}");
                (line, column) = if c == '\n' {
                    (line + 1, 1)
                } else {
                    (line, column + 1)
                };
            }
            for at in [text.len(), text.len() + 5 * STEP] {
                assert_eq!(file.position(at), (line, column));
            }
        }
    }

    #[test]
    fn a_line_is_cut_at_characters() {
        for text in texts() {
            let file = file(&text);
            let places = text.char_indices().map(|(at, c)| at..at + c.len_utf8());
            for range in places.chain(std::iter::once(text.len()..text.len())) {
                let lines = file.lines_of(&range);
                let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
                let end = text[range.end..].find('\n');
                let end = end.map_or(text.len(), |end| range.end + end);
                let line = &text[start..end];
                assert_eq!(
                    &text[lines.clone()],
                    line.strip_suffix('\r').unwrap_or(line)
                );
                // A character that the reach ends in is shown after the place, and not before it.
                let near = file.around(&range, 10);
                let case = format!("{near:?} around {range:?} of {lines:?}");
                assert!(text.get(near.clone()).is_some(), "{case}");
                let earliest = lines.start.max(range.start.saturating_sub(10));
                let latest = lines.end.min(range.end + 10);
                assert!(near.start >= earliest.min(lines.end), "{case}");
                assert!(near.start < earliest + 4 && near.end >= latest, "{case}");
                assert!(near.end <= lines.end && near.end < latest + 4, "{case}");
            }
        }
    }

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
