//! The table by which an id finds its control, laid out for `controls_core::Catalog::index_of`, which hashes in the same
//! way: see `controls-core/src/ids.rs`.

use std::fmt::Write as _;

/// The table of some ids, each with its place among them as its index, as a literal: a byte string, in which each slot
/// has two bytes.
pub(super) fn table<'i>(ids: impl ExactSizeIterator<Item = &'i str>) -> String {
    let mut slots = vec![u16::MAX; (2 * ids.len()).next_power_of_two()];
    let mask = slots.len() - 1;
    for (index, id) in (0_u16..).zip(ids) {
        let mut slot = usize::try_from(hash(id.as_bytes())).unwrap_or_default() & mask;
        while slots[slot] != u16::MAX {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index;
    }
    let mut out = String::with_capacity(slots.len() * 8 + 3);
    out.push_str("b\"");
    for slot in slots {
        let [low, high] = slot.to_le_bytes();
        let _ = write!(out, "\\x{low:02x}\\x{high:02x}");
    }
    out.push('"');
    out
}

fn hash(id: &[u8]) -> u32 {
    let word = |chunk: &[u8]| {
        chunk
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte))
    };
    let chunks = id.chunks_exact(8);
    let rest = chunks.remainder();
    let length = u64::try_from(id.len()).unwrap_or(u64::MAX);
    let mut hash = chunks.fold(length, |hash, chunk| mixed(hash, word(chunk)));
    if !rest.is_empty() && id.len() >= 8 {
        hash = mixed(hash, word(&id[id.len() - 8..]));
    } else {
        hash = rest
            .iter()
            .fold(hash, |hash, byte| mixed(hash, u64::from(*byte)));
    }
    u32::try_from(hash >> 32).unwrap_or_default()
}

fn mixed(hash: u64, chunk: u64) -> u64 {
    (hash.rotate_left(5) ^ chunk).wrapping_mul(0x517c_c1b7_2722_0a95)
}
