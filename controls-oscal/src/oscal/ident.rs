//! The ids of OSCAL.

use uuid::Uuid;

use crate::catalog::OwnedCatalog;

pub use controls_document::OSCAL_NAMESPACE as NS;

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

/// A name as all readers of OSCAL take it: of ASCII letters, digits, `.`, `-` and `_`, and not beginning with a digit. NIST's
/// schema allows the letters of all languages, but not every tool does. Different names give different tokens as long as
/// none has a `_`, which ids of controls don't.
pub(super) fn token(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        out.push('_');
    }
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
            out.push(c);
        } else {
            out.extend(["_", &format!("{:x}", u32::from(c)), "_"]);
        }
    }
    out
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
            ("café-9", "caf_e9_-9"),
            ("鍵", "__9375_"),
            ("Level (CIS)", "Level_20__28_CIS_29_"),
            ("", "_"),
        ] {
            assert_eq!(token(name), expected, "{name}");
        }
    }
}
