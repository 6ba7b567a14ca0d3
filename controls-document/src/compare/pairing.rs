//! Which old thing is which new thing, for sections as for rows.

use std::collections::HashMap;
use std::hash::Hash;

/// A one-to-one relation between some of the old indices and some of the new ones.
#[derive(Clone, Debug)]
pub(super) struct Pairing {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairing {
    /// Nothing is paired yet.
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self {
            of_old: vec![None; old],
            of_new: vec![None; new],
        }
    }

    /// The new partner of an old index.
    pub(super) fn of_old(&self, old: usize) -> Option<usize> {
        self.of_old.get(old).copied().flatten()
    }

    /// The old partner of a new index.
    pub(super) fn of_new(&self, new: usize) -> Option<usize> {
        self.of_new.get(new).copied().flatten()
    }

    /// Pairs the two, unless one of them has a partner already.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        if let (Some(of_old @ None), Some(of_new @ None)) =
            (self.of_old.get_mut(old), self.of_new.get_mut(new))
        {
            *of_old = Some(new);
            *of_new = Some(old);
        }
    }

    /// Takes a pair apart.
    pub(super) fn part(&mut self, old: usize) {
        let new = self.of_old.get_mut(old).and_then(Option::take);
        if let Some(slot) = new.and_then(|new| self.of_new.get_mut(new)) {
            *slot = None;
        }
    }

    /// The old indices without a partner, in order.
    pub(super) fn free_old(&self) -> Vec<usize> {
        free(&self.of_old)
    }

    /// The new indices without a partner, in order.
    pub(super) fn free_new(&self) -> Vec<usize> {
        free(&self.of_new)
    }

    /// Pairs what is free and has the same key, if nothing else that's free has it. What has no key is left out.
    pub(super) fn join_alone<K: Eq + Hash>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) {
        // For each key how many have it, and the last of them.
        let mut having: HashMap<K, [(usize, usize); 2]> = HashMap::new();
        let old = self
            .free_old()
            .into_iter()
            .filter_map(|at| Some((0, at, old_key(at)?)));
        let new = self
            .free_new()
            .into_iter()
            .filter_map(|at| Some((1, at, new_key(at)?)));
        for (side, at, key) in old.chain(new) {
            if let Some((count, last)) = having.entry(key).or_default().get_mut(side) {
                (*count, *last) = (*count + 1, at);
            }
        }
        for [(old_count, old), (new_count, new)] in having.into_values() {
            if old_count == 1 && new_count == 1 {
                self.join(old, new);
            }
        }
    }

    /// Pairs what is free and has the same key, the k-th occurrence with the k-th. What has no key is left out.
    pub(super) fn join_by<K: Eq + Hash>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) {
        let (old, new) = (self.free_old(), self.free_new());
        if old.is_empty() || new.is_empty() {
            return;
        }
        // One queue for each key, as a chain through `next`: a list for each key would be an allocation for each row.
        let mut first: HashMap<K, usize> = HashMap::with_capacity(new.len());
        let mut next: Vec<Option<usize>> = vec![None; self.of_new.len()];
        for &index in new.iter().rev() {
            let Some(key) = new_key(index) else { continue };
            let follower = first.insert(key, index);
            if let Some(slot) = next.get_mut(index) {
                *slot = follower;
            }
        }
        for index in old {
            let Some(key) = old_key(index) else { continue };
            let Some(&partner) = first.get(&key) else {
                continue;
            };
            self.join(index, partner);
            match next.get(partner).copied().flatten() {
                Some(follower) => first.insert(key, follower),
                None => first.remove(&key),
            };
        }
    }
}

fn free(side: &[Option<usize>]) -> Vec<usize> {
    side.iter()
        .enumerate()
        .filter(|(_, partner)| partner.is_none())
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Pairing;

    fn joined(old: &str, new: &str) -> Vec<Option<usize>> {
        let key = |text: &str, index: usize| text.chars().nth(index).filter(|&c| c != '-');
        let mut pairing = Pairing::new(old.len(), new.len());
        pairing.join_by(|index| key(old, index), |index| key(new, index));
        for (index, partner) in pairing.of_old.iter().enumerate() {
            assert!(
                partner.is_none_or(|partner| pairing.of_new(partner) == Some(index)),
                "{old} {new}"
            );
        }
        pairing.of_old
    }

    #[test]
    fn equal_keys_are_paired_in_order() {
        let cases: [(&str, &str, &[Option<usize>]); 6] = [
            ("", "", &[]),
            ("ab", "ba", &[Some(1), Some(0)]),
            ("aaa", "aa", &[Some(0), Some(1), None]),
            ("aba", "baa", &[Some(1), Some(0), Some(2)]),
            ("a", "b", &[None]),
            ("-a", "-a", &[None, Some(1)]),
        ];
        for (old, new, expected) in cases {
            assert_eq!(joined(old, new), expected, "{old} {new}");
        }
    }

    #[test]
    fn a_partner_is_kept_and_an_index_out_of_range_is_ignored() {
        let mut pairing = Pairing::new(2, 1);
        for (old, new) in [(0, 0), (1, 0), (7, 0), (1, 7)] {
            pairing.join(old, new);
        }
        assert_eq!((pairing.free_old(), pairing.free_new()), (vec![1], vec![]));
        assert_eq!(
            (pairing.of_old(0), pairing.of_new(0), pairing.of_old(7)),
            (Some(0), Some(0), None)
        );
    }
}
