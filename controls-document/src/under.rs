//! A part of a document: what is under one heading.

use std::collections::HashSet;

use crate::{Document, Heading, Place, folded};

/// Why a document can't be narrowed to a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadingError {
    /// There is none of this text.
    Missing {
        /// The headings that have controls under them, for a person to choose from.
        candidates: Vec<String>,
    },
    /// There is one, on this line, and no control table under it.
    Empty {
        /// The line.
        line: u32,
    },
    /// There are several that have controls under them.
    Ambiguous {
        /// Their lines.
        lines: Vec<u32>,
    },
}

impl<'a> Document<'a> {
    /// Narrows the document to what is under the heading of the given text, white space folded. Of several such
    /// headings the one is meant that gathers sections, if it's the only one that does.
    ///
    /// # Errors
    ///
    /// When there is no such heading, nothing under it, or more than one that could be meant.
    ///
    /// ```
    /// let text = "## Vault\n\n### Keys\n\n|C|Yes/No|\n|--|--|\n|A|No|\n\n## Disks\n\n### Keys\n\n|C|Yes/No|\n|--|--|\n|A|Yes|\n";
    /// let disks = controls_document::read(text)?.under("Disks").unwrap();
    /// assert_eq!(disks.sections[0].controls[0].answer(), Some(controls_document::Answer::Yes));
    /// # Ok::<(), controls_document::ReadError>(())
    /// ```
    pub fn under(mut self, heading: &str) -> Result<Document<'a>, HeadingError> {
        let wanted = folded(heading);
        let named: Vec<usize> = (0..self.headings.len())
            .filter(|at| *self.headings[*at].title == wanted)
            .collect();
        let (full, empty): (Vec<_>, Vec<_>) = named
            .into_iter()
            .partition(|at| !self.lines_under(*at).is_empty());
        let groups: Vec<_> = full
            .iter()
            .copied()
            .filter(|at| !self.headings[*at].has_controls)
            .collect();
        let at = match (&groups[..], &full[..], &empty[..]) {
            ([at], _, _) | ([], [at], _) => *at,
            ([], [], []) => {
                return Err(HeadingError::Missing {
                    candidates: self.groups(),
                });
            }
            ([], [], [at, ..]) => {
                return Err(HeadingError::Empty {
                    line: self.headings[*at].place.line,
                });
            }
            ([], several, _) | (several, _, _) => {
                let lines = several
                    .iter()
                    .map(|at| self.headings[*at].place.line)
                    .collect();
                return Err(HeadingError::Ambiguous { lines });
            }
        };
        let (start, end) = (self.headings[at].place.line, self.end_of(at));
        let twins = self.twin_labels();
        let twins: HashSet<Place> = twins.iter().map(|twin| twin.place).collect();
        self.sections
            .retain(|section| (start..end).contains(&section.place.line));
        self.remarks.retain(|remark| {
            (start..end).contains(&remark.place.line) && !twins.contains(&remark.place)
        });
        // A label may be another row's outside of what is left.
        self.remarks.extend(self.twin_labels());
        self.remarks.sort_by_key(|remark| remark.place);
        self.narrowed = Some(start..end);
        self.tell_sections_apart();
        Ok(self)
    }

    /// The lines of the sections under a heading, itself included.
    fn lines_under(&self, at: usize) -> Vec<u32> {
        let range = self.headings[at].place.line..self.end_of(at);
        // Sections are in order, so those before the range are found by halving.
        let first = self
            .sections
            .partition_point(|section| section.place.line < range.start);
        let lines = self.sections[first..]
            .iter()
            .map(|section| section.place.line);
        lines.take_while(|line| range.contains(line)).collect()
    }

    /// The line at which what is under a heading has ended: that of the next heading which isn't under it. Under a
    /// group, sections may be at the level of the group itself.
    fn end_of(&self, at: usize) -> u32 {
        let Heading {
            level,
            has_controls,
            ..
        } = self.headings[at];
        let ends = |next: &&Heading<'_>| {
            if next.has_controls && !has_controls {
                next.level < level
            } else {
                next.level <= level
            }
        };
        self.headings[at + 1..]
            .iter()
            .find(ends)
            .map_or(u32::MAX, |next| next.place.line)
    }

    /// The headings that gather sections, or else those of the sections.
    fn groups(&self) -> Vec<String> {
        let mut indices: Vec<usize> = self
            .sections
            .iter()
            .filter_map(|section| section.groups.last().copied())
            .collect();
        indices.dedup();
        let mut titles: Vec<String> = indices
            .iter()
            .map(|at| self.headings[*at].title.to_string())
            .collect();
        if titles.len() < 2 {
            titles.extend(
                self.sections
                    .iter()
                    .map(|section| section.title.to_string()),
            );
        }
        titles
    }
}
