//! Names after labels, for documents whose titles are sentences, and for those in OSCAL: a variant that is as long as a
//! sentence, cut short, tells less than the number by which everybody knows the control.

use controls_document::{Document, plain_text};

/// A title of more words is a sentence.
const WORDS: usize = 6;

/// Returns whether the rows of a document are named after their labels: all have one, and everybody calls them by it, or most
/// have sentences for titles.
#[must_use]
pub fn are_named_after_labels(document: &Document<'_>) -> bool {
    let controls = || document.controls().map(|(_, control)| control);
    let sentences = controls().filter(|control| is_sentence(&control.title.text));
    let are_known = document.is_known_by_labels || sentences.count() * 2 > document.count();
    are_known && controls().all(|control| control.label.is_some())
}

fn is_sentence(title: &str) -> bool {
    plain_text(title).split_whitespace().nth(WORDS).is_some()
}

/// Returns the name of a control after its label; `None` where there's nothing in it that a name can have.
///
/// An underscore is put only between digits, where the compiler's lint for the case of types allows it, since `1.21` and
/// `12.1` are two labels. What begins with a digit, as no name does, has a `V` before it.
///
/// ```
/// assert_eq!(controls_dsl::label_name("1.2.1").as_deref(), Some("V1_2_1"));
/// assert_eq!(controls_dsl::label_name("MS.AAD.1.1v1").as_deref(), Some("MsAad1_1v1"));
/// ```
#[must_use]
pub fn label_name(label: &str) -> Option<String> {
    let mut out = String::with_capacity(label.len() + 1);
    let words = label.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        let begins_with_digit = word.starts_with(char::is_numeric);
        if begins_with_digit && out.is_empty() {
            out.push('V');
        } else if begins_with_digit && out.ends_with(char::is_numeric) {
            out.push('_');
        }
        let mut before: Option<char> = None;
        for c in word.chars() {
            // The letters of a word that is no word but a code, such as `AAD`.
            match before {
                None => out.extend(c.to_uppercase()),
                Some(_) => out.extend(c.to_lowercase()),
            }
            before = Some(c);
        }
    }
    is_name(&out).then_some(out)
}

/// Returns whether a name is one that a variant can have.
#[must_use]
pub fn is_name(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_names_that_no_lint_refuses() {
        for (label, expected) in [
            ("1.2.1", Some("V1_2_1")),
            ("12.1", Some("V12_1")),
            ("V2.1.1", Some("V2_1_1")),
            ("MS.AAD.1.1v1", Some("MsAad1_1v1")),
            ("OSPS-AC-01.02", Some("OspsAc01_02")),
            ("NS-1", Some("Ns1")),
            ("AC-2(1)", Some("Ac2_1")),
            ("§ 164.308(a)(1)", Some("V164_308A1")),
            ("1.a", Some("V1A")),
            ("5.1a.2", Some("V5_1a2")),
            ("—", None),
            ("self", None),
        ] {
            assert_eq!(label_name(label).as_deref(), expected, "{label}");
        }
    }
}
