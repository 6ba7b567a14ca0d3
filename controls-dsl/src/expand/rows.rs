//! What the rows say, packed as `controls_core` unpacks it: see `controls-core/src/table.rs`.

use std::fmt::Write as _;

use controls_document::{Answer, Document, links, resolve};

use super::{places, table::text_of};
use crate::{Definition, Row, RowAnswer};

/// How many digits to the base of 64 a number has: as many as any `u32` takes.
const NUMBER: usize = 6;
/// How many the index of a row, or of a section, has.
const INDEX: usize = 3;

/// The rows, packed.
#[derive(Default)]
pub(super) struct Rows {
    text: String,
    digits: Vec<u8>,
    links: Vec<u8>,
    answers: String,
}

impl Rows {
    /// Packs the rows of a definition.
    pub(super) fn of(
        definition: &Definition,
        fingerprints: &[u128],
        document: Option<&Document<'_>>,
    ) -> Rows {
        let mut places = places(document);
        let mut fingerprints = fingerprints.iter().copied();
        let mut rows = Rows::default();
        let mut index = 0;
        for (section, of) in definition.sections.iter().enumerate() {
            for row in &of.rows {
                number(&mut rows.digits, NUMBER, rows.text.len());
                rows.texts(row);
                let place = places.next().unwrap_or_default();
                number(&mut rows.digits, NUMBER, place.line);
                number(&mut rows.digits, NUMBER, place.column);
                number(&mut rows.digits, INDEX, section);
                let fingerprint = fingerprints.next().unwrap_or_default();
                for part in [96, 64, 32, 0] {
                    number(
                        &mut rows.digits,
                        NUMBER,
                        fingerprint >> part & u128::from(u32::MAX),
                    );
                }
                rows.links(definition, index, row);
                index += 1;
            }
        }
        if !definition.has_answers() {
            rows.answers.clear();
        }
        rows
    }

    fn texts(&mut self, row: &Row) {
        let qualified = match row.answer.as_ref().map(RowAnswer::answer) {
            Some(Answer::Qualified(text)) => text,
            _ => "",
        };
        for text in [
            &row.title.value,
            qualified,
            text_of(row.notes.as_ref()),
            text_of(row.documentation.as_ref()),
        ] {
            number(&mut self.digits, NUMBER, text.len());
            self.text.push_str(text);
        }
        self.answers
            .push(match row.answer.as_ref().map(RowAnswer::answer) {
                Some(Answer::Yes) => 'Y',
                Some(Answer::No) => 'N',
                Some(Answer::NotApplicable) => '-',
                // Where only some rows have answers, there's an error about those that haven't.
                Some(Answer::Qualified(_)) | None => 'Q',
            });
    }

    fn links(&mut self, definition: &Definition, index: usize, row: &Row) {
        let base = text_of(definition.published.as_ref());
        for text in [&row.notes, &row.documentation].into_iter().flatten() {
            for link in links(&text.value) {
                let url = resolve(base, link.target).unwrap_or_default();
                number(&mut self.links, INDEX, index);
                for text in [link.text, link.target, &url] {
                    number(&mut self.links, NUMBER, text.len());
                    self.text.push_str(text);
                }
            }
        }
    }

    /// How many bytes it has.
    pub(super) fn len(&self) -> usize {
        self.text.len() + self.digits.len() + self.links.len() + self.answers.len()
    }

    /// Writes the item `TABLE`.
    pub(super) fn write(&self, out: &mut String, item: &str) {
        let (rows, links) = (
            String::from_utf8_lossy(&self.digits),
            String::from_utf8_lossy(&self.links),
        );
        let _ = write!(
            out,
            "{item} TABLE: __c::Table = __c::Table::new({:?},br\"{rows}\",br\"{links}\",b\"{}\");",
            self.text, self.answers
        );
    }
}

/// Writes a number of so many digits, the greatest first. The digits are the characters from `0` on, among which is
/// none that ends a raw literal.
fn number(out: &mut Vec<u8>, digits: usize, number: impl TryInto<u64>) {
    let number = number.try_into().unwrap_or_default();
    let mut left = digits;
    while left > 0 {
        left -= 1;
        out.push(b'0' + (number >> (6 * left) & 63) as u8);
    }
}
