//! The table by which an id finds its control.
//!
//! The macro lays it out: a hash table with open addressing, as one byte string, for the compiler to look at as one
//! literal. Both hash alike, see `controls-dsl/src/expand/ids.rs`.

/// The index of this id. `table` holds indices, two bytes each, and `0xffff` where there is none; it has a power of two of
/// them, at most half of them taken, so that there is an end to the search.
pub(crate) const fn find(table: &[u8], ids: &[&str], id: &[u8]) -> Option<usize> {
    let mask = table.len() / 2 - 1;
    let mut slot = hash(id) as usize & mask;
    loop {
        let index = u16::from_le_bytes([table[2 * slot], table[2 * slot + 1]]);
        if index == u16::MAX {
            return None;
        }
        if same(ids[index as usize].as_bytes(), id) {
            return Some(index as usize);
        }
        slot = (slot + 1) & mask;
    }
}

/// Whether an id is the given one, whose length the macro has written down: so the compiler compares it eight bytes at a
/// step with immediate values.
#[must_use]
#[inline]
pub const fn is<const LENGTH: usize>(id: &str, given: &str) -> bool {
    let (id, given) = (
        id.as_bytes().first_chunk::<LENGTH>(),
        given.as_bytes().first_chunk::<LENGTH>(),
    );
    let (Some(id), Some(given)) = (id, given) else {
        return false;
    };
    let mut at = 0;
    while at + 8 <= LENGTH {
        if word(id, at) != word(given, at) {
            return false;
        }
        at += 8;
    }
    if LENGTH >= 8 {
        return word(id, LENGTH - 8) == word(given, LENGTH - 8);
    }
    while at < LENGTH {
        if id[at] != given[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn word<const LENGTH: usize>(bytes: &[u8; LENGTH], at: usize) -> u64 {
    u64::from_le_bytes([
        bytes[at],
        bytes[at + 1],
        bytes[at + 2],
        bytes[at + 3],
        bytes[at + 4],
        bytes[at + 5],
        bytes[at + 6],
        bytes[at + 7],
    ])
}

/// Eight bytes at a step; what is left over at the end is taken with some of the bytes before it.
const fn hash(id: &[u8]) -> u32 {
    let mut hash = id.len() as u64;
    let mut rest = id;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        hash = mixed(hash, u64::from_le_bytes(*chunk));
        rest = after;
    }
    match id.last_chunk::<8>() {
        Some(last) if !rest.is_empty() => hash = mixed(hash, u64::from_le_bytes(*last)),
        _ => {
            while let Some((byte, after)) = rest.split_first() {
                hash = mixed(hash, *byte as u64);
                rest = after;
            }
        }
    }
    (hash >> 32) as u32
}

const fn mixed(hash: u64, chunk: u64) -> u64 {
    (hash.rotate_left(5) ^ chunk).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Whether two texts are equal, eight bytes at a step. In constants there's no `==` for them.
pub(crate) const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (mut a, mut b) = (one, other);
    while let (Some((x, after)), Some((y, behind))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*x) != u64::from_le_bytes(*y) {
            return false;
        }
        (a, b) = (after, behind);
    }
    if let (Some(x), Some(y)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        return u64::from_le_bytes(*x) == u64::from_le_bytes(*y);
    }
    while let (Some((x, after)), Some((y, behind))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (after, behind);
    }
    true
}
