//! Headings as the titles of sections: a number at the front says where a section is, and not what it is.

use std::collections::HashMap;

use controls_document::{folded, numbered};

use super::{labels::label_name, propose::Proposer};

/// What the name of a section is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionTitle<'t> {
    /// The title, without its number if that isn't needed.
    pub title: &'t str,
    /// The name, where only its number tells a section from another one.
    pub name: Option<String>,
}

/// Returns what the names of sections are made of, given the titles of all sections of a document.
///
/// Where most titles begin with a number or code, such as `1.1 Control Plane`, names are made of what follows it: a name
/// can't begin with a digit, and the next edition may have other numbers. Where two titles differ only in their numbers,
/// these are at the end of the names.
///
/// ```
/// let titles = ["1.1 Files of the control plane", "1.2 Network", "2.1 Network"];
/// let section_titles = controls_dsl::section_titles(&titles);
/// assert_eq!(section_titles[0].title, "Files of the control plane");
/// assert_eq!(section_titles[2].name.as_deref(), Some("Network2_1"));
/// ```
#[must_use]
pub fn section_titles<'t>(titles: &[&'t str]) -> Vec<SectionTitle<'t>> {
    let parts: Vec<Option<(&str, &str)>> = titles
        .iter()
        .map(|title| numbered(title).filter(|(_, rest)| rest.contains(char::is_alphabetic)))
        .collect();
    let are_numbered = parts.iter().flatten().count() * 2 > parts.len();
    // The number of the first section with a title, and whether others have the same one.
    let mut numbers: HashMap<String, (&str, bool)> = HashMap::new();
    for (label, rest) in parts.iter().flatten() {
        let (first, is_unique) = numbers.entry(key(rest)).or_insert((*label, true));
        *is_unique &= first == label;
    }
    let subject = |(title, parts): (&&'t str, Option<(&str, &'t str)>)| {
        let Some((label, rest)) = parts.filter(|_| are_numbered) else {
            return SectionTitle { title, name: None };
        };
        let is_unique = numbers
            .get(&key(rest))
            .is_none_or(|(_, is_unique)| *is_unique);
        SectionTitle {
            title: rest,
            name: if is_unique {
                None
            } else {
                with_number(rest, label)
            },
        }
    };
    titles.iter().zip(parts).map(subject).collect()
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
        let cases: [(&[&str], Named<'_>); 6] = [
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
            (&["1.1", "1.2"], &[("1.1", None), ("1.2", None)]),
        ];
        for (titles, expected) in cases {
            let found = section_titles(titles);
            let found: Vec<_> = found
                .iter()
                .map(|of| (of.title, of.name.as_deref()))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
