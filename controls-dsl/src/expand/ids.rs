//! The table by which an id finds its control, laid out for `controls_core::Catalog::index_of`, which hashes in the same
//! way: see `controls-core/src/ids.rs`.

/// The table of some ids, each with its place among them as its index: in each slot an index of two bytes, the low one
/// first, or `0xffff`.
pub(super) fn table<'i>(ids: impl ExactSizeIterator<Item = &'i str>) -> Vec<u8> {
    let mut slots = vec![u16::MAX; (2 * ids.len()).next_power_of_two()];
    let mask = slots.len() - 1;
    for (index, id) in (0_u16..).zip(ids) {
        let mut slot = usize::try_from(hash(id)).unwrap_or_default() & mask;
        while slots[slot] != u16::MAX {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index;
    }
    slots.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// FNV-1a.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
