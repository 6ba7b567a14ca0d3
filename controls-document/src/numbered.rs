//! Titles that begin with the document's own number or code of a control.

/// Parts a number or code at the front of a title from the title: `1.1.1 Ensure …`, `NS-1: Establish …`, `MS.AAD.1.1v1`.
pub(crate) fn numbered(title: &str) -> Option<(&str, &str)> {
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

/// A number, which a letter and a number may follow, as in `1v1`, or capitals, which a number may follow.
fn is_part(part: &str) -> bool {
    let after = |text: &str, is: fn(char) -> bool| text.trim_start_matches(is).len();
    let digits = part.len() - after(part, |c| c.is_ascii_digit());
    let rest = if digits > 0 {
        let rest = &part[digits..];
        rest.strip_prefix(|c: char| c.is_ascii_lowercase())
            .unwrap_or(rest)
    } else {
        let letters = part.len() - after(part, |c| c.is_ascii_uppercase());
        let rest = &part[letters..];
        if letters == 0 {
            rest.strip_prefix(|c: char| c.is_ascii_lowercase())
                .filter(|rest| !rest.is_empty())
                .unwrap_or("x")
        } else {
            rest
        }
    };
    !part.is_empty() && rest.chars().all(|c| c.is_ascii_digit())
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
