//! Titles that begin with the document's own number or code of a control.

/// Returns the number or code at the front of a title, and the title without it; `None` where it begins with none. A code may be in
/// back-ticks, or be emphasised.
///
/// ```
/// use controls_document::numbered;
///
/// assert_eq!(numbered("NS-1: Establish boundaries"), Some(("NS-1", "Establish boundaries")));
/// assert_eq!(numbered("MS.AAD.1.1v1"), Some(("MS.AAD.1.1v1", "")));
/// assert_eq!(numbered("`NS-1`: Establish boundaries"), Some(("NS-1", "Establish boundaries")));
/// assert_eq!(numbered("Network"), None);
/// ```
#[must_use]
pub fn numbered(title: &str) -> Option<(&str, &str)> {
    if let Some((label, rest)) = marked(title) {
        let (label, more) = plain(label)?;
        return more.is_empty().then(|| (label, after(rest)));
    }
    plain(title)
}

/// What is between marks of code or emphasis at the front of a text, and what follows them.
fn marked(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_start_matches(['`', '*', '_']);
    let marks = &text[..text.len() - inner.len()];
    let closing: String = marks.chars().rev().collect();
    (!marks.is_empty()).then(|| inner.split_once(&closing))?
}

/// A text without what parts it from a label before it.
fn after(label: &str) -> &str {
    label.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—'))
}

/// The number or code at the front of a title without marks.
fn plain(title: &str) -> Option<(&str, &str)> {
    let sign = title.strip_prefix('§').map_or(title, str::trim_start);
    let start = title.len() - sign.len();
    let end = sign.find(char::is_whitespace);
    let end = start + end.unwrap_or(sign.len());
    let word = &title[start..end];
    let (label, rest) = if let Some(label) = of_year(word) {
        (label, start + label.len())
    } else {
        let label = without_marks(word);
        is_label(without_parts(label)).then_some((label, end))?
    };
    let mut end = start + label.len();
    let mut rest = &title[rest..];
    // The number of an enhancement may be parted from its control: `AC-2 (1)`.
    if let Some(number) = enhancement(rest).filter(|_| label.contains(char::is_alphabetic)) {
        end = title.len() - rest.len() + number;
        rest = &rest[number..];
    }
    Some((&title[..end], after(rest)))
}

/// A word without the marks that part it from what follows.
fn without_marks(word: &str) -> &str {
    let word = word.trim_end_matches([':', '.', '-', '–', '—']);
    if word.contains('(') {
        return word;
    }
    word.trim_end_matches([':', '.', ')', '-', '–', '—'])
}

/// A code without the parts in parentheses after it: `164.308(a)(1)`.
fn without_parts(label: &str) -> &str {
    let Some((code, parts)) = label.split_once('(') else {
        return label;
    };
    let is_part = |part: &str| {
        let inner = part.strip_suffix(')');
        inner.is_some_and(|part| {
            (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
    };
    let is_whole = parts.split('(').all(is_part);
    if is_whole { code } else { label }
}

/// The code at the front of a word that ends with a year, as in `A01:2021` and `A01:2021-Access`.
fn of_year(word: &str) -> Option<&str> {
    let (code, rest) = word.split_once(':')?;
    let year = rest.get(..4)?;
    let is_year = year.chars().all(|c| c.is_ascii_digit());
    let goes_on = rest[4..].starts_with(|c: char| c.is_alphanumeric());
    (is_label(code) && is_year && !goes_on).then(|| &word[..code.len() + 5])
}

/// Where a number in parentheses ends with which a text begins, after white space.
fn enhancement(text: &str) -> Option<usize> {
    let number = text.trim_start().strip_prefix('(')?;
    let (number, rest) = number.split_once(')')?;
    let is_number = (1..=2).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| text.len() - rest.len())
}

/// Whether a word is a number or code: parts with dots and hyphens between, one of them with a digit.
pub(crate) fn is_label(word: &str) -> bool {
    let mut parts = word.split(['.', '-', '_', '/', '&']);
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
            ("AC-2(1) Accounts", Some(("AC-2(1)", "Accounts"))),
            ("AC-2 (1) Accounts", Some(("AC-2 (1)", "Accounts"))),
            ("AC-2 (a) Accounts", Some(("AC-2", "(a) Accounts"))),
            ("2 (3) Accounts", Some(("2", "(3) Accounts"))),
            ("§164.308(a)(1) Risks", Some(("§164.308(a)(1)", "Risks"))),
            ("§ 5.1: Risks", Some(("§ 5.1", "Risks"))),
            ("A01:2021 – Access", Some(("A01:2021", "Access"))),
            ("A01:2021-Access", Some(("A01:2021", "Access"))),
            ("API1:2023: Access", Some(("API1:2023", "Access"))),
            ("A&A-01 Audits", Some(("A&A-01", "Audits"))),
            ("`S-1`: Encryption", Some(("S-1", "Encryption"))),
            (
                "**1.1** Ensure that it is",
                Some(("1.1", "Ensure that it is")),
            ),
            (
                "**_1.1:_** Ensure that it is",
                Some(("1.1", "Ensure that it is")),
            ),
            ("`S-1`", Some(("S-1", ""))),
            ("**1.1 Ensure that it is**", None),
            ("`tls-1.2` only", None),
            ("`S-1: Encryption", None),
            ("AC-2(1", None),
            ("§ Risks", None),
            ("A1:20215 Risks", None),
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
