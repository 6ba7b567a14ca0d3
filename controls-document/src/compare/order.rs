//! The least that must have moved for one order to become another.

/// The positions of the elements that lie outside of a longest increasing subsequence, ascending.
pub(super) fn out_of_order(sequence: &[usize]) -> Vec<usize> {
    if sequence.is_sorted_by(|one, next| one < next) {
        return Vec::new();
    }
    let stays = longest_increasing(sequence);
    (0..sequence.len()).filter(|position| stays.get(*position) == Some(&false)).collect()
}

/// For each position, whether it belongs to the subsequence. Patience sorting, O(n log n).
fn longest_increasing(sequence: &[usize]) -> Vec<bool> {
    // `tails[k]` is where the best increasing subsequence of k + 1 elements ends, as (value, position).
    let mut tails: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sequence.len());
    for (position, &value) in sequence.iter().enumerate() {
        let length = tails.partition_point(|&(tail, _)| tail < value);
        before.push(length.checked_sub(1).and_then(|shorter| tails.get(shorter)).map(|&(_, position)| position));
        match tails.get_mut(length) {
            Some(tail) => *tail = (value, position),
            None => tails.push((value, position)),
        }
    }
    let mut stays = vec![false; sequence.len()];
    let mut at = tails.last().map(|&(_, position)| position);
    while let Some(position) = at {
        if let Some(slot) = stays.get_mut(position) {
            *slot = true;
        }
        at = before.get(position).copied().flatten();
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::out_of_order;

    #[test]
    fn only_what_moved_is_out_of_order() {
        let cases: [(&[usize], &[usize]); 7] = [
            (&[], &[]),
            (&[4], &[]),
            (&[0, 1, 5], &[]),
            (&[3, 0, 1, 2], &[0]),
            (&[1, 2, 3, 0], &[3]),
            (&[0, 4, 1, 2, 3, 5], &[1]),
            (&[2, 0, 1, 5, 3, 4], &[0, 3]),
        ];
        for (sequence, expected) in cases {
            assert_eq!(out_of_order(sequence), expected, "{sequence:?}");
        }
        assert_eq!(out_of_order(&[2, 1, 0]).len(), 2);
    }
}
