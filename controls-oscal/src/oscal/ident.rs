//! The ids of OSCAL.

use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use crate::catalog::OwnedCatalog;

/// The namespace of the properties and parts that aren't OSCAL's own.
pub const NS: &str = "https://docs.rs/controls-oscal";

/// The id of something in a catalog, or in what is made of it: always the same for the same parts.
pub(super) fn uuid(kind: &str, catalog: &OwnedCatalog, parts: &[&str]) -> String {
    let published = catalog.published.as_deref().unwrap_or_default();
    let mut name = [kind, &catalog.name, published].join("\n");
    for part in parts {
        name.extend(["\n", part]);
    }
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NS.as_bytes());
    Uuid::new_v5(&namespace, name.as_bytes()).to_string()
}

/// A name as OSCAL has them: of letters, digits, `.`, `-` and `_`, and not beginning with a digit. Different names give
/// different tokens as long as none has a `_`, which ids of controls don't.
pub(super) fn token(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for (at, c) in name.chars().enumerate() {
        if at == 0 && !is_letter(c) {
            out.push('_');
        }
        if is_letter(c) || c.is_numeric() || matches!(c, '-' | '_' | '.') {
            out.push(c);
        } else {
            out.extend(["_", &format!("{:x}", u32::from(c)), "_"]);
        }
    }
    if out.is_empty() {
        out.push('_');
    }
    out
}

/// Whether Unicode's general category of a character is one of letters. Among what it calls alphabetic are marks, numbers
/// and letters in circles as well.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        && !is_combining_mark(c)
        && !c.is_numeric()
        && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_is_a_token() {
        for (name, expected) in [
            ("forced-tunneling", "forced-tunneling"),
            ("2fa", "_2fa"),
            ("-a", "_-a"),
            ("鍵の管理", "鍵の管理"),
            ("e\u{301}", "e_301_"),
            ("Ⅷ", "_Ⅷ"),
            ("ⓐ", "__24d0_"),
            ("Level (CIS)", "Level_20__28_CIS_29_"),
            ("", "_"),
        ] {
            assert_eq!(token(name), expected, "{name}");
        }
    }
}
