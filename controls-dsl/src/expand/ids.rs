//! The table by which an id finds its control, laid out for `controls_core::Catalog::index_of`, which hashes in the same
//! way: see `controls-core/src/ids.rs`.

/// The table of some ids, each with its place among them as its index: in each slot an index of two bytes, the low one
/// first, or `0xffff`.
pub(super) fn table<'i>(ids: impl ExactSizeIterator<Item = &'i str>) -> Vec<u8> {
    let mut slots = vec![u16::MAX; (2 * ids.len()).next_power_of_two()];
    let mask = slots.len() - 1;
    // In this order, no index is asked for after the last id: there may be none.
    for (id, index) in ids.zip(0..) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use controls_document::MOST_CONTROLS;

    /// As `controls_core` looks for it.
    fn find(table: &[u8], ids: &[String], id: &str) -> Option<usize> {
        let mask = table.len() / 2 - 1;
        let mut slot = usize::try_from(hash(id)).unwrap() & mask;
        loop {
            let index = u16::from_le_bytes([table[2 * slot], table[2 * slot + 1]]);
            if index == u16::MAX {
                return None;
            }
            if ids[usize::from(index)] == id {
                return Some(usize::from(index));
            }
            slot = (slot + 1) & mask;
        }
    }

    #[test]
    fn each_id_is_found_up_to_the_most_rows_that_a_catalog_has() {
        for count in [1, 2, 3, 1_200, MOST_CONTROLS] {
            let ids: Vec<String> = (0..count).map(|row| format!("row-{row}")).collect();
            let table = table(ids.iter().map(String::as_str));
            let found = ids.iter().map(|id| find(&table, &ids, id));
            assert!(found.eq((0..count).map(Some)), "{count}");
            assert_eq!(find(&table, &ids, "row"), None);
        }
    }
}
