//! How alike two titles are, by their words.

use super::{
    title::{Title, Weighted},
    words::{Word, is_label, is_one_edit_apart},
};

/// What two titles have in common.
#[derive(Clone, Copy)]
pub(super) struct Likeness {
    /// The weight of the shared words against that of all, from 0 to 1: the weighted Dice coefficient.
    pub(super) score: f64,
    /// The edits within words that count as shared all the same.
    pub(super) slips: usize,
    /// How many words both have.
    shared: usize,
    /// How many words only one of them has.
    removed: usize,
    /// How many words only the other one has.
    added: usize,
    edit: SingleEdit,
    /// Whether they name different ones of a series, such as `Level 1` and `Level 2`.
    relabelled: bool,
    /// Whether they differ in parentheses only.
    same_main: bool,
    /// How many words the shorter one has.
    words: usize,
}

/// The one edit that makes one title the other, if one does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SingleEdit {
    /// A letter more, less or other.
    Letter,
    /// Another piece between spaces.
    Piece,
    /// Other words in one place, after a beginning that both have.
    Phrase,
    /// No single one.
    More,
}

/// The score that a single edit is worth at least where words say nothing.
const ONE_LETTER: f64 = 0.8;

/// The score from which on titles that differ in one place are alike, if their rows have the same place, …
const SAME_IN_PLACE: f64 = 0.5;

/// … and titles that differ anyhow, if their rows are alone in their section.
const SAME_ALONE: f64 = 0.4;

/// Up to this many pairs of words, slips of the pen are looked for. No title has more, but a broken table may.
const WORD_PAIRS: usize = 10_000;

impl Likeness {
    /// Compares two titles.
    pub(super) fn of(old: &Title, new: &Title) -> Self {
        let (mut shared, mut removed, mut added) = split(&old.words, &new.words);
        let mut weight = 2.0 * shared.iter().map(|word| word.weight).sum::<f64>();
        let mut slips_made = 0;
        let is_searched = removed.len().saturating_mul(added.len()) <= WORD_PAIRS;
        removed.retain(|one| {
            if !is_searched {
                return true;
            }
            let found = added
                .iter()
                .enumerate()
                .find_map(|(at, other)| Some((at, one.slips(other)?)));
            let Some((at, slips)) = found else {
                return true;
            };
            weight += one.weight + added.remove(at).weight;
            slips_made += slips;
            shared.push(one);
            false
        });
        let total = old.weight + new.weight;
        let mut score = if total > 0.0 {
            (weight / total).min(1.0)
        } else {
            0.0
        };
        let relabelled = [&removed, &added]
            .iter()
            .all(|words| words.iter().any(|word| is_label(&word.word)));
        let edit = SingleEdit::between(old, new, removed.len(), added.len());
        if edit == SingleEdit::Letter && !relabelled {
            score = score.max(ONE_LETTER);
        }
        Self {
            score,
            slips: slips_made,
            shared: shared.len(),
            removed: removed.len(),
            added: added.len(),
            edit,
            relabelled,
            same_main: !old.main.is_empty() && old.main == new.main,
            words: old.words.len().min(new.words.len()),
        }
    }

    /// The same words, but for their order, punctuation and slips of the pen.
    pub(super) fn is_near(self) -> bool {
        self.removed + self.added == 0 && self.shared > 0
    }

    /// Near enough to be one row even if the answer or notes changed: then a single word with two slips, such as
    /// `Authentication` and `Authenticator`, is not.
    pub(super) fn is_very_near(self) -> bool {
        self.is_near() && self.slips <= self.words.min(2)
    }

    /// Alike enough to be guessed to be one row, if a text that no other row has says so as well.
    pub(super) fn is_alike_with_evidence(self) -> bool {
        self.is_near() || self.score >= 0.3
    }

    /// Alike enough to be guessed to be one row, if nothing speaks against it.
    ///
    /// One edit is enough: a letter, a word dropped, added or replaced. More words that only one side has are still a
    /// clarification, as in `Encryption at rest` and `Server-side encryption at rest`. But where both sides have words
    /// of their own, these are what tells two rows apart, however many words they share: `… Microsoft-managed keys`,
    /// `… customer-managed keys (BYOK)`.
    pub(super) fn is_alike(self) -> bool {
        let enough = match (self.removed, self.added) {
            (0, 0) => return self.shared > 0,
            (0, 1) | (1, 0) => 0.25,
            (0, _) | (_, 0) => 0.5,
            (1, 1) if self.shared > 1 => 0.42,
            _ if self.edit == SingleEdit::Piece && self.shared > 1 => 0.42,
            _ => 0.85,
        };
        !self.relabelled
            && (self.edit == SingleEdit::Letter || self.shared > 0 && self.score >= enough)
    }

    /// Alike enough to be guessed to be one row, if it's between the same neighbours and has the same answer: what
    /// differs is in parentheses, or in one place of the title, and not at its beginning, where most titles say what they
    /// are about.
    pub(super) fn is_alike_between(self) -> bool {
        !self.relabelled
            && (self.same_main || self.edit == SingleEdit::Phrase && self.score >= SAME_IN_PLACE)
    }

    /// Alike enough to be guessed to be one row, if it's the only one of its section, then and now, and has the same
    /// answer.
    pub(super) fn is_alike_alone(self) -> bool {
        !self.relabelled && (self.same_main || self.shared > 0 && self.score >= SAME_ALONE)
    }
}

impl SingleEdit {
    /// The edit between two titles of which one has so many words that the other lacks, and the other so many.
    fn between(old: &Title, new: &Title, removed: usize, added: usize) -> Self {
        if old.plain.len().max(new.plain.len()) >= 4 && is_one_edit_apart(&old.plain, &new.plain) {
            Self::Letter
        } else if is_one_replaced(&old.pieces, &new.pieces) {
            Self::Piece
        } else if removed > 0 && added > 0 && is_one_phrase(old, new, removed, added) {
            Self::Phrase
        } else {
            Self::More
        }
    }
}

/// Whether all words that only one of them has follow each other, and aren't the first ones.
fn is_one_phrase(old: &Title, new: &Title, removed: usize, added: usize) -> bool {
    let (old, new) = (&old.in_order, &new.in_order);
    let start = count_same(old.iter(), new.iter());
    let (old, new) = (&old[start..], &new[start..]);
    let end = count_same(old.iter().rev(), new.iter().rev());
    start > 0 && old.len() - end == removed && new.len() - end == added
}

/// How many elements are the same before one differs.
fn count_same<'a>(
    one: impl Iterator<Item = &'a Word>,
    other: impl Iterator<Item = &'a Word>,
) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// Whether exactly one element was replaced.
fn is_one_replaced(old: &[Vec<char>], new: &[Vec<char>]) -> bool {
    old.len() == new.len() && old.iter().zip(new).filter(|(old, new)| old != new).count() == 1
}

/// The words of both, of the old only, and of the new only. Both must be sorted.
fn split<'a>(
    old: &'a [Weighted],
    new: &'a [Weighted],
) -> (Vec<&'a Weighted>, Vec<&'a Weighted>, Vec<&'a Weighted>) {
    let (mut shared, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        match (old.peek(), new.peek()) {
            (Some(one), Some(other)) if one.word == other.word => {
                shared.extend(old.next());
                new.next();
            }
            (Some(one), Some(other)) if one.word > other.word => added.extend(new.next()),
            (Some(_), _) => removed.extend(old.next()),
            (None, Some(_)) => added.extend(new.next()),
            (None, None) => return (shared, removed, added),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::title::Lexicon, Likeness};

    const TITLES: [&str; 12] = [
        "Service endpoint support",
        "VNet injection support",
        "Network isolation and firewalling support",
        "Forced tunneling support",
        "Azure monitoring support (Log analytics, App insights, etc.)",
        "Control and management plane logging and audit",
        "Data plane logging and audit",
        "Authentication",
        "Authorization",
        "Server-side encryption at rest: Microsoft-managed keys",
        "Server-side encryption at rest: customer-managed keys (BYOK)",
        "API calls encrypted",
    ];

    fn likeness(old: &str, new: &str) -> Likeness {
        let mut changed = TITLES.to_vec();
        changed.retain(|&title| title != old);
        changed.push(new);
        let lexicon = Lexicon::new(&TITLES, &changed);
        Likeness::of(&lexicon.title(old), &lexicon.title(new))
    }

    #[test]
    fn an_edit_leaves_a_title_alike() {
        let cases = [
            ("Authentication", "Authenticatiox", true),
            ("Authentication", "uthentication", false),
            ("Authentication", "(authentication)", true),
            (
                "Forced tunneling support",
                "Support: forced tunneling",
                true,
            ),
            (
                "Forced tunneling support",
                "Support for forced tunneling",
                false,
            ),
            ("Forced tunneling support", "Tunneling support", false),
            ("Forced tunneling support", "Forced tunneling", false),
            ("Forced tunneling support", "Forced banana support", false),
            ("API calls encrypted", "Calls encrypted", false),
            ("API calls encrypted", "API calls, encrypted", true),
            ("API calls encrypted", "API cals encrypted", true),
            (
                "Service endpoint support",
                "Private endpoint support",
                false,
            ),
            (
                "Server-side encryption at rest: customer-managed keys (BYOK)",
                "Server-side encryption at rest: own keys (BYOK)",
                false,
            ),
            ("VNet injection support", "VNet injection", false),
            (
                "強制トンネリングのサポート",
                "強制トンネルングのサポート",
                false,
            ),
            ("強制トンネリングのサポート", "強制トンネリング", false),
        ];
        for (old, new, near) in cases {
            let likeness = likeness(old, new);
            assert_eq!(
                (likeness.is_near(), likeness.is_alike()),
                (near, true),
                "{old} | {new}: {}",
                likeness.score
            );
        }
    }

    #[test]
    fn what_tells_two_rows_apart_keeps_them_apart() {
        let cases = [
            ("Authentication", "Authorization"),
            ("Service endpoint support", "VNet injection support"),
            ("API calls encrypted", "Encryption in transit"),
            (
                "Data plane logging and audit",
                "Control/Management plane Logging and Audit",
            ),
            (
                "Data plane logging and audit",
                "Control and management plane logging and audit",
            ),
            (
                "Server-side encryption at rest: Microsoft-managed keys",
                "Server-side encryption at rest: customer-managed keys (BYOK)",
            ),
            ("Encryption at rest", "Encryption in transit"),
            ("Authentication", "Multi-factor authentication with tokens"),
            ("Level 1", "Level 2"),
            ("Appendix A", "Appendix B"),
            ("認証", "承認"),
            ("認証", "認可"),
            ("", ""),
            ("—", "!"),
        ];
        for (old, new) in cases {
            let likeness = likeness(old, new);
            assert!(!likeness.is_alike(), "{old} | {new}: {}", likeness.score);
        }
    }
}
