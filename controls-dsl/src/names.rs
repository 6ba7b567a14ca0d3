//! Names: ids, variants, and what somebody may have meant.

use proc_macro2::Ident;

/// The name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// A name of Rust in kebab-case: `VnetInjection` as `vnet-injection`, `APICalls` as `api-calls`.
pub(crate) fn kebab_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '_' {
            before = None;
            continue;
        }
        let next_is_lower = rest.peek().is_some_and(|next| next.is_lowercase());
        let begins_word = match before {
            None => true,
            Some(before) => c.is_uppercase() && (!before.is_uppercase() || next_is_lower),
        };
        if begins_word && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
        before = Some(c);
    }
    out
}

/// Whether an id is in kebab-case: words of letters without case or in lower case and digits, with single hyphens
/// between them.
pub(crate) fn is_kebab_case(id: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c == '\'' || is_id_char(c));
    !id.contains('\'') && id.split('-').all(is_word)
}

fn is_id_char(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_lowercase() || c.is_ascii_digit()
    } else {
        !c.is_uppercase() && !c.is_whitespace() && !c.is_control()
    }
}

/// A variant for a title, as a careful person would begin: its words in `PascalCase`, without what stands in
/// parentheses, and without "support".
pub(crate) fn variant_for(title: &str) -> String {
    let mut name = String::new();
    for word in words(&without_asides(title)) {
        if ["support", "supported"].iter().any(|filler| word.eq_ignore_ascii_case(filler)) {
            continue;
        }
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            name.extend(first.to_uppercase());
            name.push_str(&letters.as_str().to_lowercase());
        }
    }
    if name.is_empty() {
        name.push_str("Control");
    }
    // A Rust name can't begin with a digit.
    if name.starts_with(|c: char| c.is_numeric()) { format!("No{name}") } else { name }
}

/// The text without HTML tags and parentheses.
fn without_asides(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '<' | '（' => depth += 1,
            ')' | '>' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                out.push(c);
                continue;
            }
            _ => {}
        }
        out.push(' ');
    }
    out
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The candidate that was probably meant: the same in another letter case, or one to three edits away, depending on
/// its length.
///
/// ```
/// assert_eq!(controls_dsl::nearest("Netwrk", ["Network", "Identity"]), Some("Network"));
/// assert_eq!(controls_dsl::nearest("Storage", ["Network", "Identity"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().collect();
    let allowed = (wanted.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (edits(&wanted, &candidate.to_lowercase().chars().collect::<Vec<_>>()), candidate))
        .filter(|(edits, candidate)| *edits <= allowed && *edits < candidate.chars().count())
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// Words that can't name a variant: the keywords of Rust, of all editions.
pub(crate) fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct",
        "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
        "yield",
    ];
    KEYWORDS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_variants_in_kebab_case() {
        for (name, id) in [
            ("ForcedTunneling", "forced-tunneling"),
            ("VnetInjection", "vnet-injection"),
            ("APICalls", "api-calls"),
            ("Tls12", "tls12"),
            ("Snake_Case", "snake-case"),
            ("X", "x"),
            ("暗号化", "暗号化"),
            ("ÄrmelKanal", "ärmel-kanal"),
        ] {
            assert_eq!(kebab_case(name), id);
            assert!(is_kebab_case(id), "{id}");
        }
        for id in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a.b", "a-Ä", "a'b"] {
            assert!(!is_kebab_case(id), "{id}");
        }
    }

    #[test]
    fn variants_are_proposed_from_titles() {
        for (title, variant) in [
            ("Forced tunneling support", "ForcedTunneling"),
            ("VNet injection support", "VnetInjection"),
            ("API calls encrypted", "ApiCallsEncrypted"),
            ("Column level encryption (Azure Data Services)", "ColumnLevelEncryption"),
            ("Encryption at rest:<ul><li>Server-side</li></ul>", "EncryptionAtRestServerSide"),
            ("保存時の暗号化", "保存時の暗号化"),
            ("2FA", "No2fa"),
            ("…", "Control"),
        ] {
            assert_eq!(variant_for(title), variant, "{title}");
        }
    }

    #[test]
    fn what_is_near_is_found() {
        const ANSWERS: [&str; 3] = ["Yes", "No", "NotApplicable"];
        for (wanted, expected) in [
            ("yes", Some("Yes")),
            ("Yse", Some("Yes")),
            ("Noo", Some("No")),
            ("NotAplicable", Some("NotApplicable")),
            ("Maybe", None),
            ("X", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, ANSWERS), expected, "{wanted}");
        }
    }

    #[test]
    fn keywords_are_sorted() {
        for keyword in ["Self", "_", "type", "yield", "gen", "async"] {
            assert!(is_keyword(keyword), "{keyword}");
        }
        assert!(!is_keyword("Network"));
    }
}
