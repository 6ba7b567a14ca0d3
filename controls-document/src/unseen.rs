//! What nobody sees in a text: characters without a look of their own, and those that look like another one.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// Returns whether a character has no look of its own: control characters, those without width, marks of direction,
/// fillers, selectors of glyphs. White space isn't among them.
///
/// ```
/// use controls_document::is_unseen;
///
/// assert!(is_unseen('\u{200b}') && is_unseen('\u{202e}') && is_unseen('\u{7}'));
/// assert!(!is_unseen('a') && !is_unseen(' ') && !is_unseen('\u{301}'));
/// ```
#[must_use]
pub fn is_unseen(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !c.is_whitespace();
    }
    c.is_control() && !c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        )
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is to be shown by its number. Those that give a letter or an emoji its form are seen by it.
pub(crate) fn is_shown_by_number(c: char) -> bool {
    is_unseen(c)
        && !matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}')
}

/// How a character is shown by its number.
pub(crate) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Returns the text as it can be shown: characters that nobody would see are shown by their numbers. Those that give a
/// letter or an emoji its form are left, and so are ends of lines.
///
/// ```
/// assert_eq!(controls_document::visible("Yes\u{200b}/No"), "Yes<U+200B>/No");
/// assert_eq!(controls_document::visible("✔\u{fe0f} Yes"), "✔\u{fe0f} Yes");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_shown_by_number) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_shown_by_number(c) {
            out.extend(["<", &number(c), ">"]);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Returns in words what tells two texts apart that look alike: where they first differ, the characters by their numbers.
/// `None` where a person sees the difference.
///
/// Characters count as alike that don't come from one block of Unicode, such as the Latin and the Cyrillic `a`, dashes and
/// quotation marks, and the ASCII characters that many fonts don't tell apart.
///
/// ```
/// use controls_document::unlike;
///
/// assert_eq!(unlike("Yes", "Y\u{435}s").as_deref(), Some("U+0435 in place of U+0065"));
/// assert_eq!(unlike("Yes", "Yes\u{200b}").as_deref(), Some("U+200B in place of nothing"));
/// assert_eq!(unlike("Yes", "No"), None);
/// ```
#[must_use]
pub fn unlike(old: &str, new: &str) -> Option<String> {
    if (old.is_ascii() && new.is_ascii() && old.len() != new.len()) || !look_alike(old, new) {
        return None;
    }
    let (mut olds, mut news) = (old.chars(), new.chars());
    let (old, new) = loop {
        match (olds.next(), news.next()) {
            (None, None) => return None,
            (old, new) if old == new => {}
            differing => break differing,
        }
    };
    // Where something unseen is on one side only, the other side goes on as it would without it.
    let nothing = || "nothing".to_owned();
    Some(
        match (old.filter(|c| is_unseen(*c)), new.filter(|c| is_unseen(*c))) {
            (Some(old), None) => format!("nothing in place of {}", number(old)),
            (None, Some(new)) => format!("{} in place of nothing", number(new)),
            _ => format!(
                "{} in place of {}",
                new.map_or_else(nothing, number),
                old.map_or_else(nothing, number)
            ),
        },
    )
}

fn look_alike(old: &str, new: &str) -> bool {
    let seen = |c: &char| !is_unseen(*c);
    let (mut olds, mut news) = (old.chars().filter(seen), new.chars().filter(seen));
    loop {
        match (olds.next(), news.next()) {
            (None, None) => return true,
            (Some(old), Some(new)) if old == new || are_alike(old, new) => {}
            _ => return false,
        }
    }
}

fn are_alike(one: char, other: char) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return ["Il1|", "O0", "'`"]
            .iter()
            .any(|group| group.contains(one) && group.contains(other));
    }
    let is_wide = |c: char| c.width() == Some(2);
    let is_sign = |c: char| !c.is_alphanumeric();
    let block = |c: char| u32::from(c) >> 7;
    is_wide(one) == is_wide(other)
        && !(is_wide(one) && one.is_alphanumeric() && other.is_alphanumeric())
        && is_sign(one) == is_sign(other)
        && (is_sign(one) || block(one) != block(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_told_apart_by_numbers() {
        for (old, new, expected) in [
            ("a", "a", None),
            ("", "", None),
            ("", "a", None),
            ("", "\u{200b}", Some("U+200B in place of nothing")),
            ("a\u{feff}b", "ab", Some("nothing in place of U+FEFF")),
            (
                "a\u{200b}b",
                "a\u{200c}b",
                Some("U+200C in place of U+200B"),
            ),
            ("✔\u{fe0f}", "✔", Some("nothing in place of U+FE0F")),
            ("a\u{202e}b", "ab", Some("nothing in place of U+202E")),
            // Cyrillic and Greek letters.
            ("Access", "\u{410}ccess", Some("U+0410 in place of U+0041")),
            ("Αccess", "Access", Some("U+0041 in place of U+0391")),
            (
                "Yes",
                "\u{423}\u{435}\u{455}",
                Some("U+0423 in place of U+0059"),
            ),
            // Signs.
            ("a-b", "a\u{2011}b", Some("U+2011 in place of U+002D")),
            ("a – b", "a — b", Some("U+2014 in place of U+2013")),
            ("don't", "don’t", Some("U+2019 in place of U+0027")),
            ("Level I", "Level l", Some("U+006C in place of U+0049")),
            ("TLS 1.O", "TLS 1.0", Some("U+0030 in place of U+004F")),
            // What a person sees.
            ("Yes", "yes", None),
            ("Yes", "No", None),
            ("TLS 1.2", "TLS 1.3", None),
            ("да", "но", None),
            ("有効", "無効", None),
            ("a-b", "a b", None),
            ("é", "è", None),
            ("a", "Ａ", None),
            ("a.", "aа", None),
        ] {
            assert_eq!(unlike(old, new).as_deref(), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn what_is_unseen_is_shown_by_its_number() {
        for (text, expected) in [
            (
                "Ｙes – é\u{301} 한 🏳\u{fe0f}\u{200d}🌈\na",
                "Ｙes – é\u{301} 한 🏳\u{fe0f}\u{200d}🌈\na",
            ),
            (
                "a\u{7}b\u{ad}\u{202e}c\u{e0001}",
                "a<U+0007>b<U+00AD><U+202E>c<U+E0001>",
            ),
            ("\u{feff}", "<U+FEFF>"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
        }
        // Whatever Unicode gives no width, and is no mark, is either seen by its effect or shown.
        for c in ('\0'..=char::MAX).filter(|c| c.width() == Some(0) && c.is_control()) {
            assert!(is_unseen(c) || c.is_whitespace(), "{c:?}");
        }
    }
}
