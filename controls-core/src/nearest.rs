//! The id that somebody meant.

/// How many bytes of a text are compared.
const MOST: usize = 64;

/// Returns the id that is the fewest edits away from a text, if they are few: one in three of its bytes. Letter case
/// doesn't count, and neither does what separates words (`Forced tunneling` is as near to `forced-tunneling` as can be).
pub(crate) fn nearest<'i>(text: &str, ids: impl Iterator<Item = &'i str>) -> Option<&'i str> {
    let text = text.as_bytes();
    if text.is_empty() || text.len() > MOST {
        return None;
    }
    let allowed = (text.len() / 3).max(1);
    ids.filter(|id| id.len().abs_diff(text.len()) <= allowed)
        .map(|id| (edits(text, id.as_bytes()), id))
        .filter(|(edits, _)| *edits <= allowed)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, id)| id)
}

fn folded(byte: u8) -> u8 {
    match byte {
        b' ' | b'_' => b'-',
        byte => byte.to_ascii_lowercase(),
    }
}

/// Counts the bytes to put in, take out or replace. `text` is no longer than [`MOST`].
fn edits(text: &[u8], id: &[u8]) -> usize {
    // A row of the table of edits between the beginnings of both: there's no memory to ask for here.
    let mut row: [usize; MOST + 1] = core::array::from_fn(|at| at);
    for (above, byte) in id.iter().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (at, other) in text.iter().enumerate() {
            let replaced = diagonal + usize::from(folded(*byte) != folded(*other));
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[text.len()]
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    const IDS: [&str; 6] = [
        "forced-tunneling",
        "service-endpoint",
        "vnet-injection",
        "authentication",
        "authorization",
        "ab",
    ];

    #[test]
    fn the_nearest_id_is_the_one_that_was_meant() {
        for (text, expected) in [
            ("forced-tuneling", Some("forced-tunneling")),
            ("ForcedTunneling", Some("forced-tunneling")),
            ("Forced Tunneling", Some("forced-tunneling")),
            ("authentification", Some("authentication")),
            ("authorisation", Some("authorization")),
            ("a", Some("ab")),
            ("encryption-in-transit", None),
            ("", None),
        ] {
            assert_eq!(nearest(text, IDS.into_iter()), expected, "{text}");
        }
        assert_eq!(
            nearest(&"a".repeat(65), ["a".repeat(65).as_str()].into_iter()),
            None
        );
    }

    #[test]
    fn edits_are_counted() {
        for (text, id, expected) in [
            ("kitten", "sitting", 3),
            ("a", "a", 0),
            ("a", "", 1),
            ("ab", "ba", 2),
            ("abc", "xxabxx", 4),
        ] {
            assert_eq!(
                edits(text.as_bytes(), id.as_bytes()),
                expected,
                "{text} {id}"
            );
        }
    }
}
