//! The least that must have moved for one order to become another.

/// What an element weighs when it must be decided which of two that changed places has stayed. It depends on the
/// element alone, not on which of the two orders is the old one: so a comparison is the mirror image of the one the
/// other way round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight {
    /// As many as can be have stayed; …
    count: u64,
    /// … and of several such choices the one whose titles are longest, …
    length: u64,
    /// … or else the one whose titles have the greatest hashes, which are hardly ever the same.
    hash: u128,
}

impl Weight {
    /// The weight of what is called by these titles, in the one order and in the other.
    pub(super) fn of(one: &str, other: &str) -> Self {
        // FNV-1a: the same wherever and whenever this is compiled.
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = |title: &str| u128::from(title.bytes().fold(0xcbf2_9ce4_8422_2325, step));
        let length = one.chars().count() + other.chars().count();
        Self {
            count: 1,
            length: u64::try_from(length).unwrap_or(u64::MAX),
            hash: hash(one) + hash(other),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            count: self.count.saturating_add(other.count),
            length: self.length.saturating_add(other.length),
            hash: self.hash.saturating_add(other.hash),
        }
    }
}

/// The positions of the elements that lie outside of the heaviest increasing subsequence, ascending.
pub(super) fn out_of_order(sequence: &[usize], weight: impl Fn(usize) -> Weight) -> Vec<usize> {
    if sequence.is_sorted_by(|one, next| one < next) {
        return Vec::new();
    }
    let stays = heaviest_increasing(sequence, weight);
    (0..sequence.len())
        .filter(|position| stays.get(*position) == Some(&false))
        .collect()
}

/// For each position, whether it belongs to the subsequence. O(n log n).
fn heaviest_increasing(sequence: &[usize], weight: impl Fn(usize) -> Weight) -> Vec<bool> {
    let mut values: Vec<usize> = sequence.to_vec();
    values.sort_unstable();
    values.dedup();
    let mut best = Best::new(values.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sequence.len());
    for (position, value) in sequence.iter().enumerate() {
        let rank = values.partition_point(|other| other < value);
        let (weight_before, ends) = best.below(rank);
        before.push(ends);
        best.offer(rank, (weight_before.and(weight(position)), Some(position)));
    }
    let mut stays = vec![false; sequence.len()];
    let (_, mut at) = best.below(values.len());
    while let Some(position) = at {
        if let Some(slot) = stays.get_mut(position) {
            *slot = true;
        }
        at = before.get(position).copied().flatten();
    }
    stays
}

/// The heaviest subsequences that end with a value below some rank, each as its weight and where it ends: a binary
/// indexed tree.
struct Best {
    tree: Vec<(Weight, Option<usize>)>,
}

impl Best {
    fn new(ranks: usize) -> Self {
        Self {
            tree: vec![(Weight::default(), None); ranks + 1],
        }
    }

    fn below(&self, rank: usize) -> (Weight, Option<usize>) {
        let mut best = (Weight::default(), None);
        let mut at = rank;
        while at > 0 {
            if let Some(found) = self.tree.get(at).filter(|found| found.0 > best.0) {
                best = *found;
            }
            at &= at - 1;
        }
        best
    }

    fn offer(&mut self, rank: usize, offer: (Weight, Option<usize>)) {
        let mut at = rank + 1;
        while let Some(slot) = self.tree.get_mut(at) {
            if offer.0 > slot.0 {
                *slot = offer;
            }
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, out_of_order};

    /// The positions that are out of order where titles are as long as the numbers say.
    fn out(sequence: &[usize], lengths: &[usize]) -> Vec<usize> {
        let title = |at: usize| {
            "x".repeat(lengths.get(sequence[at]).copied().unwrap_or(1)) + &sequence[at].to_string()
        };
        out_of_order(sequence, |at| Weight::of(&title(at), &title(at)))
    }

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
            assert_eq!(out(sequence, &[]), expected, "{sequence:?}");
        }
        assert_eq!(out(&[2, 1, 0], &[]).len(), 2);
    }

    #[test]
    fn of_two_that_changed_places_the_shorter_one_moved() {
        assert_eq!(out(&[1, 0], &[5, 3]), [0]);
        assert_eq!(out(&[1, 0], &[3, 5]), [1]);
        assert_eq!(out(&[2, 1, 0], &[3, 5, 4]), [0, 2]);
    }

    #[test]
    fn the_other_way_round_the_same_moved() {
        for sequence in [
            &[1, 0][..],
            &[2, 1, 0],
            &[1, 0, 3, 2],
            &[3, 4, 0, 1, 2, 6, 5],
            &[2, 3, 0, 1],
        ] {
            let mut mirrored = vec![0; sequence.len()];
            for (at, value) in sequence.iter().enumerate() {
                mirrored[*value] = at;
            }
            let moved: Vec<usize> = out(sequence, &[])
                .into_iter()
                .map(|at| sequence[at])
                .collect();
            // There, what was at a value is at that position.
            let title = |at: usize| "x".to_owned() + &at.to_string();
            let mut back = out_of_order(&mirrored, |at| Weight::of(&title(at), &title(at)));
            let mut moved = moved;
            moved.sort_unstable();
            back.sort_unstable();
            assert_eq!(moved, back, "{sequence:?}");
        }
    }
}
