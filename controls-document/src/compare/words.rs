//! The words of a title, and when two of them are one word with a slip of the pen.

/// A word in lower case, or two neighbouring characters of a script that doesn't separate words.
pub(super) type Word = Vec<char>;

/// The title in lower case without HTML tags, and with a space for each run of what is no letter or digit.
pub(super) fn plain(title: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    let mut pending = false;
    for c in without_tags(title).chars().flat_map(char::to_lowercase) {
        if is_letter(c) {
            if std::mem::take(&mut pending) && !out.is_empty() {
                out.push(' ');
            }
            out.push(c);
        } else {
            pending = true;
        }
    }
    out
}

/// The words of a plain title, in order.
pub(super) fn words(plain: &[char]) -> Vec<Word> {
    let mut out = Vec::new();
    for token in plain.split(|&c| c == ' ') {
        for run in token.chunk_by(|&one, &next| is_dense(one) == is_dense(next)) {
            match run {
                [first, _, _, ..] if is_dense(*first) => {
                    out.extend(run.windows(2).map(<[char]>::to_vec));
                }
                run => out.push(run.to_vec()),
            }
        }
    }
    out
}

/// A word that names one of a series: `2` in `Level 2`, `b` in `Part B`. Another one means another thing.
pub(super) fn is_label(word: &[char]) -> bool {
    word.iter().any(char::is_ascii_digit) || matches!(word, [only] if !is_dense(*only))
}

/// What must be alike of two words if one is the other, mistyped: cheap to compare.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    length: usize,
    start: [char; 2],
    end: [char; 2],
}

impl Ends {
    /// Those of a word; `None` if no other word is this one, mistyped.
    pub(super) fn of(word: &[char]) -> Option<Self> {
        let (&start, &end) = (word.first_chunk()?, word.last_chunk()?);
        let length = word.len();
        let is_long = (4..64).contains(&length);
        (is_long && !is_label(word)).then_some(Ends { length, start, end })
    }

    /// Whether one of two words may be the other: of two slips one is rarely at the very start and one at the end.
    pub(super) fn may_be(self, other: Self) -> bool {
        self.length.abs_diff(other.length) <= 2
            && (self.start == other.start || self.end == other.end)
    }
}

/// The number of edits between two words that are one word, mistyped: one at most if it has four letters, two if it
/// has eight. A word within another one at its end (`encrypted`, `unencrypted`) is another word.
pub(super) fn slips(one: &[char], other: &[char]) -> Option<usize> {
    let allowed = match one.len().min(other.len()) {
        4..8 => 1,
        8..64 => 2,
        _ => return None,
    };
    // Spares nearly all words the table of [`edits`].
    if one.len().abs_diff(other.len()) > allowed || !Ends::of(one)?.may_be(Ends::of(other)?) {
        return None;
    }
    if one.ends_with(other) || other.ends_with(one) {
        return None;
    }
    Some(edits(one, other)).filter(|&edits| edits <= allowed)
}

/// Whether one letter more, less or other, or two swapped, makes one text the other.
pub(super) fn is_one_edit_apart(one: &[char], other: &[char]) -> bool {
    let start = one
        .iter()
        .zip(other)
        .take_while(|(one, other)| one == other)
        .count();
    let (one, other) = (
        one.get(start..).unwrap_or_default(),
        other.get(start..).unwrap_or_default(),
    );
    let end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let (one, other) = (one.get(..one.len() - end), other.get(..other.len() - end));
    match (one.unwrap_or_default(), other.unwrap_or_default()) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The edits between two short words: a letter more, less or other, or two neighbours swapped.
fn edits(one: &[char], other: &[char]) -> usize {
    let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut a_before = None;
    for (i, &a) in one.iter().enumerate() {
        let mut line = Vec::with_capacity(above.len());
        line.push(i + 1);
        let mut b_before = None;
        for (j, &b) in other.iter().enumerate() {
            let replaced = at(&above, j) + usize::from(a != b);
            let mut least = replaced.min(at(&above, j + 1) + 1).min(at(&line, j) + 1);
            if a_before == Some(b) && b_before == Some(a) {
                least = least.min(at(&before, j.saturating_sub(1)) + 1);
            }
            line.push(least);
            b_before = Some(b);
        }
        before = std::mem::replace(&mut above, line);
        a_before = Some(a);
    }
    above.last().copied().unwrap_or_default()
}

/// The text with a space for each HTML tag, in one walk.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        out.push(' ');
        rest = tag;
        // A tag ends before the next one begins; else it's text.
        if tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
            && let Some(end) = tag.find(['<', '>'])
            && let Some(after) = tag.get(end..).and_then(|end| end.strip_prefix('>'))
        {
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The text without what is in parentheses, in one walk. A parenthesis that isn't closed is text.
pub(super) fn outside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the parentheses that are open begin in what has been kept.
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '(' | '（' => open.push(out.len()),
            ')' | '）' => {
                if let Some(start) = open.pop() {
                    out.truncate(start);
                    out.push(' ');
                    continue;
                }
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

fn is_letter(c: char) -> bool {
    // Accents that are characters of their own belong to their letter.
    c.is_alphanumeric() || is_dense(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether the script of the character writes words without spaces between them.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{eff}' // Thai, Lao
        | '\u{f00}'..='\u{109f}' // Tibetan, Myanmar
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' // kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{is_one_edit_apart, plain, slips, words};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_title_is_its_words() {
        let cases = [
            ("", ""),
            ("vNET Injection support", "vnet injection support"),
            (
                "Network Isolation / Firewalling support",
                "network isolation firewalling support",
            ),
            (
                "Encryption at rest:<ul><li>Server-side</li></ul>",
                "encryption at rest server side",
            ),
            ("a <b and <1> c", "a b and 1 c"),
            ("Zugriff über E-Mail", "zugriff über e mail"),
            ("VNet内の暗号化", "vnet 内の の暗 暗号 号化"),
            ("認証", "認証"),
            ("การตรวจ", "กา าร รต ตร รว วจ"),
            ("…/—", ""),
        ];
        for (title, expected) in cases {
            let words: Vec<String> = words(&plain(title))
                .into_iter()
                .map(|word| word.into_iter().collect())
                .collect();
            assert_eq!(words.join(" ").trim(), expected, "{title}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_no_other_word() {
        let cases = [
            ("plan", "plane", Some(1)),
            ("support", "supprot", Some(1)),
            ("authentication", "authenticatiox", Some(1)),
            ("encryption", "encriptoin", Some(2)),
            ("key", "keys", None),
            ("managed", "amnagde", None),
            ("authentication", "authorization", None),
            ("encrypted", "encryption", None),
            ("encrypted", "unencrypted", None),
            ("symmetric", "asymmetric", None),
            ("ingress", "egress", None),
            ("sha256", "sha255", None),
        ];
        for (one, other, expected) in cases {
            assert_eq!(slips(&chars(one), &chars(other)), expected, "{one} {other}");
            assert_eq!(slips(&chars(other), &chars(one)), expected, "{other} {one}");
        }
    }

    #[test]
    fn one_edit_is_found_wherever_it_is() {
        let cases = [
            ("abcd", "abcd", false),
            ("abcd", "bcd", true),
            ("abcd", "abc", true),
            ("abcd", "axcd", true),
            ("abcd", "acbd", true),
            ("aaaa", "aaaaa", true),
            ("abcd", "axxd", false),
            ("abcd", "ab", false),
            ("", "", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(
                is_one_edit_apart(&chars(one), &chars(other)),
                expected,
                "{one} {other}"
            );
            assert_eq!(
                is_one_edit_apart(&chars(other), &chars(one)),
                expected,
                "{other} {one}"
            );
        }
    }
}
