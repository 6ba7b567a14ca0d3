//! Two sequences side by side, each element with at most one of the other sequence, without crossings.

/// What goes with what.
pub(super) struct Alignment {
    /// The pairs, in order.
    pub(super) pairs: Vec<(usize, usize)>,
    /// What the pairs are worth together, less what the others cost.
    pub(super) worth: f64,
}

/// The alignment that is worth most. Of several, one that leaves late elements without a partner.
pub(super) fn align(
    old: usize,
    new: usize,
    old_gap: impl Fn(usize) -> f64,
    new_gap: impl Fn(usize) -> f64,
    worth: impl Fn(usize, usize) -> f64,
) -> Alignment {
    let width = new + 1;
    let mut best = vec![0.0_f64; (old + 1) * width];
    let mut steps = vec![Step::Pair; (old + 1) * width];
    // From the end to the beginning, so that at the beginning pairs are preferred.
    for i in (0..=old).rev() {
        for j in (0..=new).rev() {
            let mut choice = (0.0, Step::Pair);
            let mut offer = |worth: f64, step: Step, is_first: bool| {
                // Sums in another order differ in their last digits.
                if is_first || worth > choice.0 + 1e-9 {
                    choice = (worth, step);
                }
            };
            let both = i < old && j < new;
            if both {
                offer(
                    best[(i + 1) * width + j + 1] + worth(i, j),
                    Step::Pair,
                    true,
                );
            }
            if i < old {
                offer(best[(i + 1) * width + j] - old_gap(i), Step::SkipOld, !both);
            }
            if j < new {
                offer(
                    best[i * width + j + 1] - new_gap(j),
                    Step::SkipNew,
                    !both && i == old,
                );
            }
            (best[i * width + j], steps[i * width + j]) = choice;
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < old && j < new {
        match steps[i * width + j] {
            Step::Pair => {
                pairs.push((i, j));
                (i, j) = (i + 1, j + 1);
            }
            Step::SkipOld => i += 1,
            Step::SkipNew => j += 1,
        }
    }
    Alignment {
        pairs,
        worth: best[0],
    }
}

#[derive(Clone, Copy)]
enum Step {
    Pair,
    SkipOld,
    SkipNew,
}

#[cfg(test)]
mod tests {
    use super::align;

    fn pairs(old: &str, new: &str) -> Vec<(usize, usize)> {
        let (one, other): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
        let worth = |i: usize, j: usize| if one[i] == other[j] { 1.0 } else { 0.3 };
        align(one.len(), other.len(), |_| 0.35, |_| 0.35, worth).pairs
    }

    #[test]
    fn what_is_alike_is_paired_in_order() {
        for (old, new, expected) in [
            ("", "", &[][..]),
            ("abc", "", &[]),
            ("abc", "abc", &[(0, 0), (1, 1), (2, 2)]),
            ("abc", "ac", &[(0, 0), (2, 1)]),
            ("ac", "abc", &[(0, 0), (1, 2)]),
            ("aab", "ab", &[(0, 0), (2, 1)]),
            ("abc", "xyz", &[(0, 0), (1, 1), (2, 2)]),
        ] {
            assert_eq!(pairs(old, new), expected, "{old} {new}");
        }
    }
}
