//! What is in a column.

use std::collections::HashSet;

use controls_document::plain_text;

/// What its cells are like.
pub(super) struct Profile {
    rows: usize,
    /// The cells that aren't blank.
    filled: usize,
    /// How many of them differ.
    distinct: usize,
    /// How many look like a number or code.
    codes: usize,
    /// How many are bold and look like something else: rows that head others have such.
    headings: usize,
    words: usize,
    /// How many begin with a sign, such as `✅`.
    signs: usize,
}

impl Profile {
    pub(super) fn of<'t>(cells: impl Iterator<Item = &'t str>) -> Profile {
        let mut profile = Profile {
            rows: 0,
            filled: 0,
            distinct: 0,
            codes: 0,
            headings: 0,
            words: 0,
            signs: 0,
        };
        let mut seen = HashSet::new();
        for cell in cells {
            profile.rows += 1;
            if cell.is_empty() {
                continue;
            }
            let text = plain_text(cell);
            profile.filled += 1;
            let is_heading = cell.starts_with("**") && cell.ends_with("**") && !is_code(&text);
            profile.headings += usize::from(is_heading);
            profile.codes += usize::from(is_code(&text));
            profile.signs += usize::from(text.trim_start().starts_with(is_sign));
            profile.words += text.split_whitespace().count();
            seen.insert(text.into_owned());
        }
        profile.distinct = seen.len();
        profile
    }

    /// Whether its cells are numbers or codes, and hardly one appears more than twice: a page may have two editions.
    pub(super) fn has_labels(&self) -> bool {
        self.codes > 1
            && self.codes * 10 >= (self.filled - self.headings) * 9
            && self.distinct * 10 >= self.filled * 4
    }

    /// Whether nearly each row has a cell, and hardly two are alike.
    pub(super) fn has_titles(&self) -> bool {
        self.filled * 10 >= self.rows * 9 && self.distinct * 10 >= self.filled * 6
    }

    /// Whether its cells have words, and aren't all numbers or codes.
    pub(super) fn has_words(&self) -> bool {
        self.words > self.filled && self.codes * 2 <= self.filled
    }

    /// Whether most rows have a cell, and most cells differ.
    pub(super) fn tells_apart(&self) -> bool {
        self.distinct * 2 > self.rows
    }

    /// Whether most of its cells are there more than once.
    pub(super) fn is_repeated(&self) -> bool {
        self.distinct * 2 <= self.filled
    }

    /// How many of its cells differ.
    pub(super) fn distinct(&self) -> usize {
        self.distinct
    }

    /// Whether its cells are texts of more than a few words.
    pub(super) fn has_sentences(&self) -> bool {
        self.filled > 0 && self.words > self.filled * 3
    }

    /// Whether its cells are a few words each.
    pub(super) fn is_short(&self) -> bool {
        self.filled > 0 && self.words <= self.filled * 3
    }

    /// Whether most of its cells begin with a sign.
    pub(super) fn begins_with_signs(&self) -> bool {
        self.signs * 2 > self.filled
    }

    /// Whether its cells are few words that repeat.
    pub(super) fn has_few_words(&self) -> bool {
        self.is_short() && self.distinct <= 2 + self.filled / 4
    }
}

/// Whether a character is a sign that a reader takes for an answer before any word.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..'\u{2c00}' | '\u{1f300}'..'\u{1fb00}')
}

/// Words that come before a number, as in `Art. 5` and `§ 3`.
const PREFIXES: [&str; 14] = [
    "art",
    "article",
    "§",
    "§§",
    "sec",
    "section",
    "clause",
    "req",
    "requirement",
    "control",
    "rule",
    "annex",
    "artikel",
    "no",
];

/// Whether a text is a number or code: short, without spaces, with a digit. Parts in parentheses may follow, as in `AC-2 (1)`,
/// and a word that says what has the number may come before it.
fn is_code(text: &str) -> bool {
    let text = text.trim();
    let text = match text.split_once(' ') {
        Some((first, rest)) if is_prefix(first) => rest.trim_start(),
        _ => text,
    };
    let text = match text.split_once(" (") {
        Some((code, part)) if part.len() <= 4 => code,
        _ => text,
    };
    text.len() <= 24
        && !text.contains(char::is_whitespace)
        && text.contains(|c: char| c.is_ascii_digit())
}

fn is_prefix(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    PREFIXES.contains(&&*word)
}
