//! Names: ids, variants, and what somebody may have meant.

mod kebab;
mod labels;
mod letters;
mod pascal;
mod propose;
mod scan;
#[cfg(all(test, feature = "edit"))]
mod tests;
mod title;
mod unnumbered;

pub(crate) use kebab::is_kebab_case;
pub use kebab::kebab_case;
pub use labels::{are_named_after_labels, is_name, label_name};
pub(crate) use letters::is_invisible;
pub(crate) use propose::Proposer;
#[cfg(feature = "edit")]
pub use propose::{gist, propose};
pub use unnumbered::{Unnumbered, unnumbered};

/// The candidate that was probably meant: the same in another letter case, or one to three edits away, depending on
/// its length.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().collect();
    let allowed = (wanted.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| {
            (
                edits(
                    &wanted,
                    &candidate.to_lowercase().chars().collect::<Vec<_>>(),
                ),
                candidate,
            )
        })
        .filter(|(edits, candidate)| *edits <= allowed && *edits < candidate.chars().count())
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// The known word that may have been meant, as the end of a message.
pub(crate) fn meant(wanted: &str, known: &[&str]) -> String {
    nearest(wanted, known.iter().copied())
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(a != b))
                .min(rows[i][j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// Whether a name is one for a type: a Rust name in `PascalCase`, as far as its letters have case.
#[cfg(feature = "edit")]
#[must_use]
pub fn is_type_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|c| unicode_ident::is_xid_start(c) && !c.is_lowercase())
        && letters.all(|c| c != '_' && unicode_ident::is_xid_continue(c))
        && !is_keyword(name)
}

/// Words that can't name a variant, nor anything else: the keywords of Rust, of all editions.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "$crate", "Self", "_", "abstract", "as", "async", "await", "become", "box", "break",
        "const", "continue", "crate", "do", "dyn", "else", "enum", "extern", "false", "final",
        "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
        "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
        "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where",
        "while", "yield",
    ];
    KEYWORDS.binary_search(&name).is_ok()
}
