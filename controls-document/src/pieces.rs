//! The words that changed from one text to another.

use crate::folded;

/// Up to this many pairs of words, those that stay are looked for; of longer texts only what they begin and end with.
const PAIRS: usize = 1_000_000;

/// A stretch of two texts, in the order in which a reader of both meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Stands in the old one only.
    Old(String),
    /// Stands in the new one only.
    New(String),
}

/// Takes two texts apart into what both say and what only one of them says, by words, white space folded. Marks of
/// punctuation, and the characters of scripts that write no spaces, are words of their own. Between two words that
/// changed, an old piece comes before the new one in its place.
///
/// ```
/// use controls_document::{Piece, pieces};
///
/// let text = |text: &str| text.to_owned();
/// assert_eq!(
///     pieces("via diagnostic logs.", "via  resource logs"),
///     [
///         Piece::Same(text("via ")),
///         Piece::Old(text("diagnostic")),
///         Piece::New(text("resource")),
///         Piece::Same(text(" logs")),
///         Piece::Old(text(".")),
///     ],
/// );
/// ```
#[must_use]
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (folded(old), folded(new));
    let (old, new) = (words(&old), words(&new));
    let start = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (old_middle, new_middle) = (
        &old_rest[..old_rest.len() - end],
        &new_rest[..new_rest.len() - end],
    );
    let mut steps: Vec<Step<'_>> = old[..start].iter().map(|word| Step::Same(word)).collect();
    steps.extend(middle(old_middle, new_middle));
    steps.extend(
        old_rest[old_rest.len() - end..]
            .iter()
            .map(|word| Step::Same(word)),
    );
    gathered(&without_crumbs(&steps))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step<'t> {
    Same(&'t str),
    Old(&'t str),
    New(&'t str),
}

/// The words of a text, its spaces among them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let goes_on = before.is_some_and(|before| is_joined(before) && is_joined(c));
        if at > start && !goes_on {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// Whether the character makes one word with those of its kind beside it.
fn is_joined(c: char) -> bool {
    let is_dense = matches!(c, '\u{e01}'..='\u{eff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')) && !is_dense
}

/// What a word is worth when it stays: a sentence isn't the same because it has as many commas.
fn worth(word: &str) -> u32 {
    match word.chars().next() {
        Some(' ') => 1,
        Some(c) if c.is_alphanumeric() => 8,
        _ => 2,
    }
}

/// The steps between two stretches that neither begin nor end alike: the most valuable common words stay.
fn middle<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<Step<'t>> {
    let width = new.len() + 1;
    let mut steps = Vec::with_capacity(old.len() + new.len());
    if old.len().saturating_mul(new.len()) > PAIRS {
        steps.extend(old.iter().map(|word| Step::Old(word)));
        steps.extend(new.iter().map(|word| Step::New(word)));
        return steps;
    }
    // What the words from here on are worth together, for each pair of places.
    let mut best = vec![0_u32; (old.len() + 1) * width];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let skipped = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let taken = if one == other {
                best[(i + 1) * width + j + 1] + worth(one)
            } else {
                0
            };
            best[i * width + j] = skipped.max(taken);
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        // Of several places for a word that stays the last is taken: a space stays beside the word after it.
        if here == best[(i + 1) * width + j] {
            steps.push(Step::Old(old[i]));
            i += 1;
        } else if here == best[i * width + j + 1] {
            steps.push(Step::New(new[j]));
            j += 1;
        } else {
            steps.push(Step::Same(old[i]));
            (i, j) = (i + 1, j + 1);
        }
    }
    steps.extend(old[i..].iter().map(|word| Step::Old(word)));
    steps.extend(new[j..].iter().map(|word| Step::New(word)));
    steps
}

/// Takes spaces and commas that stayed between two changed words as changed: each phrase is one change.
fn without_crumbs<'t>(steps: &[Step<'t>]) -> Vec<Step<'t>> {
    let mut out: Vec<Step<'t>> = Vec::with_capacity(steps.len());
    for (at, run) in runs(steps) {
        let is_between = at > 0 && at + run.len() < steps.len();
        let is_crumb = run
            .iter()
            .all(|step| matches!(step, Step::Same(word) if worth(word) < 8))
            && run.len() <= 2;
        if is_between && is_crumb {
            for step in run {
                if let Step::Same(word) = *step {
                    out.extend([Step::Old(word), Step::New(word)]);
                }
            }
        } else {
            out.extend(run);
        }
    }
    out
}

/// The stretches of steps that are all `Same`, and those of which none is, each with its place.
fn runs<'s, 't>(steps: &'s [Step<'t>]) -> impl Iterator<Item = (usize, &'s [Step<'t>])> {
    let is_same = |step: &Step<'_>| matches!(step, Step::Same(_));
    let mut at = 0;
    steps
        .chunk_by(move |one, next| is_same(one) == is_same(next))
        .map(move |run| {
            at += run.len();
            (at - run.len(), run)
        })
}

/// Pieces in place of single words, in each change what is old before what is new.
fn gathered(steps: &[Step<'_>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (_, run) in runs(steps) {
        let (mut same, mut old, mut new) = (String::new(), String::new(), String::new());
        for step in run {
            match step {
                Step::Same(word) => same.push_str(word),
                Step::Old(word) => old.push_str(word),
                Step::New(word) => new.push_str(word),
            }
        }
        let all = [Piece::Same(same), Piece::Old(old), Piece::New(new)];
        pieces.extend(all.into_iter().filter(|piece| {
            let (Piece::Same(text) | Piece::Old(text) | Piece::New(text)) = piece;
            !text.is_empty()
        }));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces as `git diff --word-diff` writes them.
    fn marked(old: &str, new: &str) -> String {
        let text = |piece| match piece {
            Piece::Same(text) => text,
            Piece::Old(text) => format!("[-{text}-]"),
            Piece::New(text) => format!("{{+{text}+}}"),
        };
        pieces(old, new).into_iter().map(text).collect()
    }

    #[test]
    fn changed_words_are_marked_within_the_text() {
        for (old, new, expected) in [
            ("", "", ""),
            ("a b", " a  b ", "a b"),
            ("", "By rules.", "{+By rules.+}"),
            ("By rules.", "", "[-By rules.-]"),
            (
                "By rules.",
                "By rules and policies.",
                "By rules{+ and policies+}.",
            ),
            (
                "[Tunnels](./tunnels.md)",
                "[Tunnels](./tunneling.md)",
                "[Tunnels](./[-tunnels-]{+tunneling+}.md)",
            ),
            (
                "via diagnostic logs. See [A](b) for more information.",
                "via resource logs. For more information, see [A](b).",
                "via [-diagnostic-]{+resource+} logs.[- See-]{+ For more information, see+} [A](b)[- for more information-].",
            ),
            (
                "one two three",
                "four five six",
                "[-one two three-]{+four five six+}",
            ),
            ("強制トンネル", "強化トンネル", "強[-制-]{+化+}トンネル"),
            ("a-b", "a - b", "a[---]{+ - +}b"),
        ] {
            assert_eq!(marked(old, new), expected, "{old} / {new}");
        }
    }

    #[test]
    fn long_texts_are_compared_by_their_ends() {
        let text = |word: &str| format!("start {} end", vec![word; 3000].join(" "));
        let pieces = pieces(&text("a"), &text("b"));
        assert_eq!(pieces.first(), Some(&Piece::Same("start ".to_owned())));
        assert_eq!(pieces.last(), Some(&Piece::Same(" end".to_owned())));
        assert_eq!(pieces.len(), 4);
    }
}
