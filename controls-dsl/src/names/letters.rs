//! Which characters a name keeps, and in which letter case.
//!
//! Rust names are made of the characters that Unicode calls `XID_Start` and `XID_Continue`. The tables are those of
//! `unicode-ident`.

use controls_document::is_unseen;

/// A letter or digit that a name keeps.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        && unicode_ident::is_xid_continue(c)
        && !is_invisible(c)
        // A capital without a small letter has no place in an id.
        && (!c.is_uppercase() || lower(c) != c)
}

/// A mark that a name keeps behind a letter: vowel signs, accents that stand for themselves.
pub(super) fn is_mark(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
        && !c.is_alphanumeric()
        && !is_invisible(c)
        // Connectors and dots, which part words.
        && !matches!(c, '_' | '·' | '\u{387}' | '・' | '\u{ff65}' | '\u{203f}' | '\u{2040}' | '\u{2054}')
        && !matches!(c, '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'..='\u{fe4f}' | '\u{ff3f}')
}

/// Characters that nobody sees, and that don't part words: soft hyphens, joiners, selectors of glyphs, fillers.
pub(crate) fn is_invisible(c: char) -> bool {
    is_unseen(c) && !c.is_control() && c != '\u{200b}'
}

/// Whether a name can begin with it.
pub(super) fn is_start(c: char) -> bool {
    unicode_ident::is_xid_start(c)
}

/// The small letter. Of a letter and a mark, the letter.
pub(super) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// A letter or sign as wide as a Chinese one, in its usual width: `Ａ` as `A`.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A word in small letters whose Latin letters are Latin: one that has others that look like them, such as the first letter of
/// `аccess`, is a slip of a keyboard, and nobody could type its name.
pub(super) fn of_one_script(word: String) -> String {
    let is_latin = |c: char| c.is_ascii() || latin(c).is_some();
    let is_mixed = !word.is_ascii() && word.contains(|c: char| c.is_ascii_alphabetic());
    if is_mixed && word.chars().all(is_latin) {
        word.chars().map(|c| latin(c).unwrap_or(c)).collect()
    } else {
        word
    }
}

/// The Latin letter that a small letter of another script looks like, or whose capital does.
fn latin(c: char) -> Option<char> {
    const ALIKE: [(&str, &str); 2] = [
        ("авекмнорстухіјѕԁԛԝ", "abekmhopctyxijsdqw"),
        ("αβεζηικμνορτυχ", "abezhikmvoptux"),
    ];
    ALIKE.iter().find_map(|(others, latin)| {
        let at = others.chars().position(|other| other == c)?;
        latin.chars().nth(at)
    })
}

/// A word with a capital, where its script has capitals.
pub(super) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let mut upper = first.to_uppercase();
    let mut out = String::with_capacity(word.len());
    match (upper.next(), upper.next()) {
        (Some(capital), None) => out.push(capital),
        // `ß` is `SS`, and `Ss` at the beginning of a word.
        (Some(capital), Some(second)) if capital.is_ascii() && second.is_ascii() => {
            out.push(capital);
            out.extend(std::iter::once(second).chain(upper).map(lower));
        }
        _ => out.push(first),
    }
    out.push_str(letters.as_str());
    out
}
