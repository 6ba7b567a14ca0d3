//! The words that changed from one text to another.

use controls_document::folded;
use similar::{Algorithm, ChangeTag, TextDiff};

/// A stretch of two texts, in the order in which a reader of both meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// In both.
    Same(String),
    /// In the old one only.
    Old(String),
    /// In the new one only.
    New(String),
}

/// Takes two texts apart into what both say and what only one of them says, by words, white space folded. Marks of
/// punctuation, and the characters of scripts that write no spaces, are words of their own. Between two words that
/// changed, an old piece comes before the new one in its place.
pub(crate) fn pieces(old: &str, new: &str) -> Vec<Piece> {
    // Each word has a space before it, so that the first one is the same in the middle of the other text.
    let [old, new] = [old, new].map(|text| format!(" {}", folded(text)));
    let (old, new) = (words(&old), words(&new));
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .diff_slices(&old, &new);
    let changes: Vec<(ChangeTag, &str)> = diff
        .iter_all_changes()
        .map(|change| (change.tag(), change.value()))
        .collect();
    let is_same = |tag: ChangeTag| tag == ChangeTag::Equal;
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    for run in changes.chunk_by(|(one, _), (next, _)| is_same(*one) == is_same(*next)) {
        let is_between = at > 0 && at + run.len() < changes.len();
        at += run.len();
        // Commas and brackets that stayed between two changed words are part of the change: each phrase is one.
        let is_crumb = run.len() <= 2 && !run.iter().any(|(_, word)| is_word(word));
        let stays = is_same(run[0].0) && !(is_between && is_crumb);
        if runs.last().is_none_or(|last| last.stays || stays) {
            runs.push(Run {
                stays,
                ..Run::default()
            });
        }
        if let Some(last) = runs.last_mut() {
            for (tag, word) in run {
                if *tag != ChangeTag::Insert {
                    last.old.push_str(word);
                }
                if *tag != ChangeTag::Delete {
                    last.new.push_str(word);
                }
            }
        }
    }
    gathered(&runs)
}

/// Words that stay, or words that are replaced by others.
#[derive(Default)]
struct Run {
    stays: bool,
    old: String,
    new: String,
}

/// The pieces of the runs. A space before both what is old and what is new stays.
fn gathered(runs: &[Run]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut same = String::new();
    for Run { stays, old, new } in runs {
        if *stays {
            same.push_str(old);
            continue;
        }
        let (old, new) = match (old.strip_prefix(' '), new.strip_prefix(' ')) {
            (Some(old), Some(new)) => {
                same.push(' ');
                (old, new)
            }
            _ => (&**old, &**new),
        };
        pieces.extend([
            Piece::Same(std::mem::take(&mut same)),
            Piece::Old(old.to_owned()),
            Piece::New(new.to_owned()),
        ]);
    }
    pieces.push(Piece::Same(same));
    pieces.retain(|piece| !piece.text().is_empty());
    // The space before the first word.
    if let Some(first) = pieces.first_mut() {
        let text = first.text_mut();
        *text = text.trim_start().to_owned();
    }
    pieces.retain(|piece| !piece.text().is_empty());
    pieces
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Piece::Same(text) | Piece::Old(text) | Piece::New(text) => text,
        }
    }

    fn text_mut(&mut self) -> &mut String {
        match self {
            Piece::Same(text) | Piece::Old(text) | Piece::New(text) => text,
        }
    }
}

/// A text in which what only the old one has is in `[-…-]`, and what only the new one has in `{+…+}`, as in
/// `git diff --word-diff`. `shown` makes each piece what may be shown.
pub(crate) fn marked(pieces: &[Piece], shown: impl Fn(&str) -> String) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => shown(text),
        Piece::Old(text) => format!("[-{}-]", shown(text)),
        Piece::New(text) => format!("{{+{}+}}", shown(text)),
    };
    pieces.iter().map(piece).collect()
}

/// The words of a text, each with the space before it: a space that stays isn't worth as much as a word.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let goes_on =
            before.is_some_and(|before| before == ' ' || (is_joined(before) && is_joined(c)));
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

/// Whether it's more than a mark of punctuation.
fn is_word(text: &str) -> bool {
    text.trim_start().starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

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
                "via [-diagnostic-]{+resource+} logs. [-See-]{+For more information, see+} [A](b)[- for more information-].",
            ),
            (
                "one two three",
                "four five six",
                "[-one two three-]{+four five six+}",
            ),
            ("強制トンネル", "強化トンネル", "強[-制-]{+化+}トンネル"),
            ("Access - Login", "Login", "[-Access --] Login"),
            ("a-b", "a - b", "a[--b-]{+ - b+}"),
        ] {
            assert_eq!(
                marked(&pieces(old, new), str::to_owned),
                expected,
                "{old} / {new}"
            );
        }
    }

    #[test]
    fn long_texts_are_compared_by_their_ends() {
        let text = |word: &str| format!("start {} end", vec![word; 3000].join(" "));
        let pieces = pieces(&text("a"), &text("b"));
        assert_eq!(pieces.first(), Some(&Piece::Same("start ".to_owned())));
        assert_eq!(pieces.last(), Some(&Piece::Same(" end".to_owned())));
    }
}
