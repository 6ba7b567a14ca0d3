//! The id that somebody meant.

/// How many bytes of a text are compared: the bits of a word.
const MOST: usize = 64;

/// The id that is the fewest edits away from a text, if they are few: one in three of its bytes. Letter case doesn't
/// count, and neither does what stands between words (`Forced tunneling` is as near to `forced-tunneling` as can be).
///
/// By Myers' bit-parallel algorithm: one step for each byte of an id, whatever the length of the text, and no memory
/// but one word for each value of a byte.
pub(crate) fn nearest<'i>(text: &str, ids: impl Iterator<Item = &'i str>) -> Option<&'i str> {
    let text = text.as_bytes();
    if text.is_empty() || text.len() > MOST {
        return None;
    }
    let mut places = [0_u64; 256];
    for (at, byte) in text.iter().enumerate() {
        places[usize::from(folded(*byte))] |= 1 << at;
    }
    let mut best = None;
    // One more than is allowed.
    let mut least = (text.len() / 3).max(1) + 1;
    for id in ids {
        // The difference of their lengths is the least that they can be apart.
        if id.len().abs_diff(text.len()) < least {
            let edits = edits(&places, text.len(), id.as_bytes());
            if edits < least {
                (best, least) = (Some(id), edits);
            }
        }
    }
    best
}

fn folded(byte: u8) -> u8 {
    match byte {
        b' ' | b'_' => b'-',
        byte => byte.to_ascii_lowercase(),
    }
}

/// The edits between a text, given by the places of its bytes, and an id.
fn edits(places: &[u64; 256], length: usize, id: &[u8]) -> usize {
    let last = 1_u64 << (length - 1);
    let (mut up, mut down) = (u64::MAX, 0_u64);
    let mut edits = length;
    for byte in id {
        let equal = places[usize::from(folded(*byte))];
        let vertical = equal | down;
        let horizontal = ((equal & up).wrapping_add(up) ^ up) | equal;
        let mut more = down | !(horizontal | up);
        let mut less = up & horizontal;
        if more & last != 0 {
            edits += 1;
        } else if less & last != 0 {
            edits -= 1;
        }
        more = more << 1 | 1;
        less <<= 1;
        up = less | !(vertical | more);
        down = more & vertical;
    }
    edits
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

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

    /// The table that everybody knows.
    fn plain_edits(one: &[u8], other: &[u8]) -> usize {
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (i, a) in one.iter().enumerate() {
            let mut before = row[0];
            row[0] = i + 1;
            for (j, b) in other.iter().enumerate() {
                let replaced = before + usize::from(folded(*a) != folded(*b));
                before = row[j + 1];
                row[j + 1] = replaced.min(before + 1).min(row[j] + 1);
            }
        }
        row[other.len()]
    }

    #[test]
    fn edits_are_counted_as_in_the_plain_table() {
        let long = "x".repeat(64);
        let texts = [
            "a",
            "b",
            "ab",
            "forced-tuneling",
            "kitten",
            "sitting",
            "ünïcode",
            &long,
            "xxabxx",
        ];
        for one in texts.iter().chain(&IDS) {
            let mut places = [0_u64; 256];
            for (at, byte) in one.bytes().enumerate() {
                places[usize::from(folded(byte))] |= 1 << at;
            }
            for other in texts.iter().chain(&IDS) {
                let expected = plain_edits(one.as_bytes(), other.as_bytes());
                assert_eq!(
                    edits(&places, one.len(), other.as_bytes()),
                    expected,
                    "{one} {other}"
                );
            }
        }
    }
}
