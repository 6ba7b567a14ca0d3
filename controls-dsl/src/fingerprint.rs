//! Digests of what rows say, as `controls_core::Fingerprint` documents them.

use std::fmt::Write as _;

use controls_document::Answer;
use proc_macro2::Literal;

use crate::{Definition, Row, RowAnswer, Section, StringLiteral};

/// Returns the fingerprint of a row.
#[must_use]
pub fn of_row(section: &Section, row: &Row) -> u128 {
    let mut text = String::new();
    netstring(&mut text, "", &section.title.value);
    netstring(&mut text, "", &row.title.value);
    match row.answer.as_ref().map(RowAnswer::answer) {
        None => netstring(&mut text, "", ""),
        Some(Answer::Qualified(words)) => netstring(&mut text, "Qualified ", words),
        Some(word) => netstring(&mut text, "", word.verdict()),
    }
    for cell in [row.notes(), row.documentation()] {
        netstring(
            &mut text,
            "",
            cell.map_or("", |cell: &StringLiteral| &cell.value),
        );
    }
    if let Some(label) = row.label() {
        netstring(&mut text, "", &label.value);
    }
    for (name, value) in row.properties() {
        netstring(&mut text, "", &name.value);
        netstring(&mut text, "", &value.value);
    }
    digest(&text)
}

/// Returns the fingerprint of a catalog.
#[must_use]
pub fn of_catalog(definition: &Definition) -> u128 {
    of_rows(&rows(definition))
}

/// The fingerprint of a catalog, given those of its rows.
pub(crate) fn of_rows(rows: &[u128]) -> u128 {
    let mut text = String::with_capacity(rows.len() * 33);
    for row in rows {
        let _ = writeln!(text, "{row:032x}");
    }
    digest(&text)
}

/// The fingerprints of all rows, in order.
pub(crate) fn rows(definition: &Definition) -> Vec<u128> {
    let sections = definition.sections.iter();
    sections
        .flat_map(|section| section.rows.iter().map(move |row| of_row(section, row)))
        .collect()
}

/// A digest as a literal, with the digits that people are shown.
pub(crate) fn literal(digest: u128) -> Literal {
    let digits = format!("0x{digest:032x}");
    digits
        .parse()
        .unwrap_or_else(|_| Literal::u128_unsuffixed(digest))
}

fn netstring(out: &mut String, mark: &str, text: &str) {
    out.push_str(&(mark.len() + text.len()).to_string());
    for part in [":", mark, text, ","] {
        out.push_str(part);
    }
}

fn digest(text: &str) -> u128 {
    let digest = hmac_sha256::Hash::hash(text.as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    u128::from_be_bytes(first)
}
