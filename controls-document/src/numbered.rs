//! Titles that begin with the document's own number or code of a control.

/// Returns the number or code at the front of a title, and the title without it; `None` where it begins with none.
///
/// ```
/// use controls_document::numbered;
///
/// assert_eq!(numbered("NS-1: Establish boundaries"), Some(("NS-1", "Establish boundaries")));
/// assert_eq!(numbered("MS.AAD.1.1v1"), Some(("MS.AAD.1.1v1", "")));
/// assert_eq!(numbered("Network"), None);
/// ```
#[must_use]
pub fn numbered(title: &str) -> Option<(&str, &str)> {
    let end = title.find(char::is_whitespace).unwrap_or(title.len());
    let word = &title[..end];
    let label = word.trim_end_matches([':', '.', ')', '-', '–', '—']);
    if !is_label(label) {
        return None;
    }
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—');
    let rest = title[end..].trim_start_matches(is_separator);
    Some((label, rest))
}

/// Whether a word is a number or code: parts with dots and hyphens between, one of them with a digit.
pub(crate) fn is_label(word: &str) -> bool {
    let mut parts = word.split(['.', '-', '_', '/']);
    word.contains(|c: char| c.is_ascii_digit()) && parts.all(is_part)
}

/// A number, which a letter and a number may follow, as in `1v1`, or capitals or a letter, which a number follows.
fn is_part(part: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let code = part.trim_end_matches(is_digit);
    let has_number = code.len() < part.len();
    let letters = code.trim_start_matches(is_digit);
    let is_letter = letters.len() == 1 && letters.starts_with(|c: char| c.is_ascii_lowercase());
    if code.is_empty() {
        has_number
    } else if letters.len() < code.len() {
        is_letter
    } else {
        (is_letter && has_number) || letters.chars().all(|c| c.is_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_code_is_parted_from_the_title() {
        for (title, expected) in [
            (
                "1.1.1 Ensure that it is",
                Some(("1.1.1", "Ensure that it is")),
            ),
            (
                "NS-1: Establish boundaries",
                Some(("NS-1", "Establish boundaries")),
            ),
            ("MS.AAD.1.1v1", Some(("MS.AAD.1.1v1", ""))),
            ("OSPS-AC-01 - Use MFA", Some(("OSPS-AC-01", "Use MFA"))),
            ("OSPS-AC-01.02", Some(("OSPS-AC-01.02", ""))),
            ("2. Meetings", Some(("2", "Meetings"))),
            ("3) Meetings", Some(("3", "Meetings"))),
            ("V2.1 — Passwords", Some(("V2.1", "Passwords"))),
            ("a1 Passwords", Some(("a1", "Passwords"))),
            ("1a. Passwords", Some(("1a", "Passwords"))),
            ("1.A Passwords", Some(("1.A", "Passwords"))),
            ("1A Passwords", None),
            ("1.a Passwords", None),
            ("1..2 Passwords", None),
            ("3rd-party code", None),
            ("2FA for all", None),
            ("Network", None),
            ("NETWORK", None),
            ("IPv6 support", None),
            ("", None),
        ] {
            assert_eq!(numbered(title), expected, "{title}");
        }
    }
}
