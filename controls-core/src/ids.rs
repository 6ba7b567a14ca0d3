//! The table by which an id finds its control: a hash table with open addressing.
//!
//! The macro lays it out as one byte string, which is one literal to the compiler. Both hash in the same way, see
//! `controls-dsl/src/expand/ids.rs`.

use crate::{Record, same::same};

/// Returns the index of the record with this id.
///
/// `table` holds indices, two bytes each with the low one first, and `0xffff` where there is none. It has a power of two
/// of them, at most half of them taken, so that the search ends.
pub(crate) const fn find(table: &[u8], records: &[Record], id: &str) -> Option<usize> {
    let mask = table.len() / 2 - 1;
    let mut slot = hash(id.as_bytes()) as usize & mask;
    loop {
        let index = u16::from_le_bytes([table[2 * slot], table[2 * slot + 1]]);
        if index == u16::MAX {
            return None;
        }
        if same(records[index as usize].id, id) {
            return Some(index as usize);
        }
        slot = (slot + 1) & mask;
    }
}

/// FNV-1a.
const fn hash(id: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < id.len() {
        hash = (hash ^ id[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
