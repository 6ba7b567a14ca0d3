//! What the rows of a catalog say, packed: one text, and digits that say where in it everything stands.
//!
//! The compiler looks at a literal once, however long it is, and at a table of structs for every field of every row: as
//! two literals, ten thousand rows cost it what a thousand did. A program has a quarter fewer bytes of them, and no
//! pointers to relocate. The macro lays the table out, see `controls-dsl/src/expand/rows.rs`.

use crate::{Answer, Fingerprint, Links, Position};

/// The rows of a catalog.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The texts of all rows, one behind the other: for each its title, its answer if that is qualified, its notes, its
    /// documentation, and of each link its text, target and address.
    text: &'static str,
    /// [`ROW`] digits for each row.
    rows: &'static [u8],
    /// [`LINK`] digits for each link, by row.
    links: &'static [u8],
    /// A character for each row, or none at all in a catalog without answers.
    answers: &'static [u8],
}

/// How many digits a number has: as many as any `u32` takes.
const NUMBER: usize = 6;
/// How many digits the index of a row, or of a section, has.
const INDEX: usize = 3;

// Where the numbers of a row stand among its digits.
const OFFSET: usize = 0;
const TITLE: usize = NUMBER;
const ANSWER: usize = 2 * NUMBER;
const NOTES: usize = 3 * NUMBER;
const DOCUMENTATION: usize = 4 * NUMBER;
const LINE: usize = 5 * NUMBER;
const COLUMN: usize = 6 * NUMBER;
const SECTION: usize = 7 * NUMBER;
const FINGERPRINT: usize = SECTION + INDEX;
/// A fingerprint is four numbers, the greatest first.
const ROW: usize = FINGERPRINT + 4 * NUMBER;

/// The index of the row that the link stands in, and the lengths of its text, target and address.
pub(crate) const LINK: usize = INDEX + 3 * NUMBER;

/// The length of the link's text, target or address, which are its parts 0 to 2.
pub(crate) const fn length_of_part(links: &[u8], link: usize, part: usize) -> usize {
    number(links, link * LINK + INDEX + part * NUMBER, NUMBER) as usize
}

impl Table {
    /// Takes what the macro has laid out.
    #[must_use]
    pub const fn new(
        text: &'static str,
        rows: &'static [u8],
        links: &'static [u8],
        answers: &'static [u8],
    ) -> Self {
        Table {
            text,
            rows,
            links,
            answers,
        }
    }

    /// How many rows there are.
    pub(crate) const fn len(&self) -> usize {
        self.rows.len() / ROW
    }

    /// The title.
    #[must_use]
    #[inline]
    pub const fn title(&self, row: usize) -> &'static str {
        self.text(self.number(row, OFFSET), self.number(row, TITLE))
    }

    /// Whether the rows have answers.
    pub(crate) const fn has_answers(&self) -> bool {
        !self.answers.is_empty()
    }

    /// The answer, of a row that has one.
    #[must_use]
    #[inline]
    pub const fn answer(&self, row: usize) -> Answer {
        match self.answers[row] {
            b'Y' => Answer::Yes,
            b'N' => Answer::No,
            b'-' => Answer::NotApplicable,
            _ => Answer::Qualified(self.text(
                self.number(row, OFFSET) + self.number(row, TITLE),
                self.number(row, ANSWER),
            )),
        }
    }

    /// The notes.
    #[must_use]
    #[inline]
    pub const fn notes(&self, row: usize) -> Option<&'static str> {
        let start = self.number(row, OFFSET) + self.number(row, TITLE) + self.number(row, ANSWER);
        some(self.text(start, self.number(row, NOTES)))
    }

    /// The documentation.
    #[must_use]
    #[inline]
    pub const fn documentation(&self, row: usize) -> Option<&'static str> {
        let length = self.number(row, DOCUMENTATION);
        some(self.text(self.end(row) - length, length))
    }

    /// Where the title stands in the document, if there is one.
    #[must_use]
    #[inline]
    pub const fn position(&self, row: usize) -> Option<Position> {
        match number(self.rows, row * ROW + LINE, NUMBER) {
            0 => None,
            line => Some(Position {
                line,
                column: number(self.rows, row * ROW + COLUMN, NUMBER),
            }),
        }
    }

    /// The index of the row's section.
    #[must_use]
    #[inline]
    pub const fn section(&self, row: usize) -> usize {
        number(self.rows, row * ROW + SECTION, INDEX) as usize
    }

    /// The fingerprint.
    #[must_use]
    #[inline]
    pub const fn fingerprint(&self, row: usize) -> Fingerprint {
        let mut digest = 0;
        let mut part = 0;
        while part < 4 {
            digest = digest << 32 | self.number(row, FINGERPRINT + part * NUMBER) as u128;
            part += 1;
        }
        Fingerprint(digest)
    }

    /// The links.
    #[must_use]
    pub const fn links(&self, row: usize) -> Links {
        let start = self.first_link(row);
        let mut end = start;
        while end < self.links.len() && self.row_of_link(end) == row {
            end += LINK;
        }
        let (_, digits) = self.links.split_at(start);
        Links::new(
            self.text.split_at(self.end(row)).1,
            digits.split_at(end - start).0,
        )
    }

    /// Where the digits of the row's first link stand, or would, found by halving.
    const fn first_link(&self, row: usize) -> usize {
        let (mut low, mut high) = (0, self.links.len() / LINK);
        while low < high {
            let middle = low.midpoint(high);
            if self.row_of_link(middle * LINK) < row {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low * LINK
    }

    const fn row_of_link(&self, at: usize) -> usize {
        number(self.links, at, INDEX) as usize
    }

    /// Where the row's own text ends.
    const fn end(&self, row: usize) -> usize {
        self.number(row, OFFSET)
            + self.number(row, TITLE)
            + self.number(row, ANSWER)
            + self.number(row, NOTES)
            + self.number(row, DOCUMENTATION)
    }

    #[inline]
    const fn number(&self, row: usize, at: usize) -> usize {
        number(self.rows, row * ROW + at, NUMBER) as usize
    }

    #[inline]
    const fn text(&self, start: usize, length: usize) -> &'static str {
        self.text.split_at(start).1.split_at(length).0
    }
}

/// A number of so many digits. They are to the base of 64, the greatest first, and are the characters from `0` on: a raw
/// literal can hold all of them.
#[inline]
const fn number(digits: &[u8], at: usize, count: usize) -> u32 {
    let mut number = 0;
    let mut next = at;
    while next < at + count {
        number = number << 6 | (digits[next] - b'0') as u32;
        next += 1;
    }
    number
}

pub(crate) const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}
