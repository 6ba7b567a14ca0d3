//! Titles without their numbers: a number at the front says where something is, and not what it is.

use std::{borrow::Cow, collections::HashMap};

use controls_document::{folded, numbered, plain_text};

use super::{labels::label_name, propose::Proposer};

/// What the name of a section or of a row is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnumbered<'t> {
    /// The title, without its number if that isn't needed.
    pub title: Cow<'t, str>,
    /// The name, where only its number tells one title from another, or where it's nothing but a number or code.
    pub name: Option<String>,
}

/// Returns what the names of sections or rows are made of, given the titles of all of them in a document.
///
/// Where a title begins with a number of several parts, such as `1.1 Control plane`, or where most of them begin with a number
/// or code, names are made of what follows it: a name can't begin with a digit, and the next edition may have other numbers.
/// Where two titles differ only in their numbers, these are at the end of the names.
///
/// ```
/// let titles = ["1.1 Files of the control plane", "1.2 Network", "2.1 Network", "AC-2 (1)"];
/// let unnumbered = controls_dsl::unnumbered(&titles);
/// assert_eq!(unnumbered[0].title, "Files of the control plane");
/// assert_eq!(unnumbered[2].name.as_deref(), Some("Network2_1"));
/// assert_eq!(unnumbered[3].name.as_deref(), Some("Ac2_1"));
/// ```
#[must_use]
pub fn unnumbered<'t>(titles: &[&'t str]) -> Vec<Unnumbered<'t>> {
    let parts: Vec<Option<Parts<'t>>> = titles.iter().map(|title| Parts::of(title)).collect();
    let are_numbered = parts.iter().flatten().count() * 2 > parts.len();
    let is_number = |parts: &Parts<'_>| are_numbered || parts.label.contains('.');
    // The number of the first title that says this, and whether others that do have the same one.
    let mut numbers: HashMap<String, (String, bool)> = HashMap::new();
    for parts in parts.iter().flatten().filter(|parts| is_number(parts)) {
        let of = numbers.entry(key(&parts.rest));
        let (first, is_unique) = of.or_insert_with(|| (parts.label.clone(), true));
        *is_unique &= *first == parts.label;
    }
    let of = |(title, parts): (&&'t str, Option<Parts<'t>>)| {
        let Some(Parts { label, rest }) = parts.filter(is_number) else {
            return Unnumbered {
                title: Cow::Borrowed(title),
                name: label_name(title).filter(|_| is_code(title)),
            };
        };
        let is_unique = numbers
            .get(&key(&rest))
            .is_none_or(|(_, is_unique)| *is_unique);
        let name = if is_unique {
            None
        } else {
            with_number(&rest, &label)
        };
        Unnumbered { title: rest, name }
    };
    titles.iter().zip(parts).map(of).collect()
}

/// A title that begins with a number or code, and says something after it.
struct Parts<'t> {
    label: String,
    rest: Cow<'t, str>,
}

impl<'t> Parts<'t> {
    fn of(title: &'t str) -> Option<Parts<'t>> {
        let is_text = |rest: &str| rest.contains(char::is_alphabetic);
        let is_marked = |c: char| matches!(c, '*' | '`' | '[');
        if title.contains(is_marked) {
            let text = plain_text(title).replace(is_marked, "");
            let (label, rest) = numbered(text.trim_start()).filter(|(_, rest)| is_text(rest))?;
            return Some(Parts {
                label: label.to_owned(),
                rest: Cow::Owned(rest.to_owned()),
            });
        }
        let (label, rest) = numbered(title).filter(|(_, rest)| is_text(rest))?;
        Some(Parts {
            label: label.to_owned(),
            rest: Cow::Borrowed(rest),
        })
    }
}

/// Whether a title is nothing but a number or code, with parts in parentheses after it at most: `164.308(a)(1)`, `AC-2 (1)`.
fn is_code(title: &str) -> bool {
    let code = title.split('(').next().unwrap_or_default().trim_end();
    let parts = &title[code.len()..];
    let is_short = parts
        .split(['(', ')'])
        .all(|part| part.trim().chars().all(char::is_alphanumeric) && part.len() <= 5);
    is_short && numbered(code).is_some_and(|(label, _)| label == code)
}

fn key(title: &str) -> String {
    folded(title).to_lowercase()
}

/// A name with its number at the end.
fn with_number(title: &str, label: &str) -> Option<String> {
    let number = label_name(label)?;
    let number = number.strip_prefix('V').unwrap_or(&number);
    let name = Proposer::default().propose("", title);
    let separator = if name.ends_with(char::is_numeric) && number.starts_with(char::is_numeric) {
        "_"
    } else {
        ""
    };
    Some(format!("{name}{separator}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_left_out_unless_they_tell_sections_apart() {
        type Named<'n> = &'n [(&'n str, Option<&'n str>)];
        let cases: [(&[&str], Named<'_>); 9] = [
            (
                &["1.1 Control plane", "1.2 etcd"],
                &[("Control plane", None), ("etcd", None)],
            ),
            (
                &[
                    "1 Network",
                    "1.1 Files",
                    "2.1 files",
                    "3 TLS 1.2",
                    "4 TLS 1.2",
                ],
                &[
                    ("Network", None),
                    ("Files", Some("Files1_1")),
                    ("files", Some("Files2_1")),
                    ("TLS 1.2", Some("Tls12_3")),
                    ("TLS 1.2", Some("Tls12_4")),
                ],
            ),
            // Two releases on one page: what tells them apart is above them.
            (
                &["1.1 Files", "1.1 Files"],
                &[("Files", None), ("Files", None)],
            ),
            (
                &["NS-1: Boundaries", "IM-1: Boundaries", "Other"],
                &[
                    ("Boundaries", Some("BoundariesNs1")),
                    ("Boundaries", Some("BoundariesIm1")),
                    ("Other", None),
                ],
            ),
            // A number among many titles is part of its title.
            (
                &["2 factors", "Network", "Data"],
                &[("2 factors", None), ("Network", None), ("Data", None)],
            ),
            (
                &["1.1", "1.2"],
                &[("1.1", Some("V1_1")), ("1.2", Some("V1_2"))],
            ),
            // One with several parts is a number wherever it is.
            (
                &["1.1 Control plane", "Network", "Data"],
                &[("Control plane", None), ("Network", None), ("Data", None)],
            ),
            (
                &[
                    "**[1.1.1 Text](https://example.org/text)** (A)",
                    "**1.2.1** Sound",
                    "`3.1.1` text (A)",
                ],
                &[
                    ("Text (A)", Some("Text1_1_1")),
                    ("Sound", None),
                    ("text (A)", Some("Text3_1_1")),
                ],
            ),
            (
                &[
                    "AC-2",
                    "AC-2 (1)",
                    "164.308(a)(1)(i)",
                    "TLS 1.2",
                    "AC-2 (of the year)",
                ],
                &[
                    ("AC-2", Some("Ac2")),
                    ("AC-2 (1)", Some("Ac2_1")),
                    ("164.308(a)(1)(i)", Some("V164_308A1I")),
                    ("TLS 1.2", None),
                    ("AC-2 (of the year)", None),
                ],
            ),
        ];
        for (titles, expected) in cases {
            let found = unnumbered(titles);
            let found: Vec<_> = found
                .iter()
                .map(|of| (&*of.title, of.name.as_deref()))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
