//! Titles without what nobody sees.

use controls_document::{folded, plain_text};
use unicode_normalization::UnicodeNormalization;

/// What two titles have in common that say the same: neither case nor links nor white space count.
pub(crate) fn key(title: &str) -> String {
    folded(&normal(&plain_text(title))).to_lowercase()
}

/// A title without differences that nobody sees: half-width letters, ligatures, accents as characters of their own.
pub(crate) fn normal(title: &str) -> String {
    const SARA_AM: [char; 2] = ['\u{e33}', '\u{eb3}'];
    let mut out = String::with_capacity(title.len());
    // What hides between a letter and its accent would keep the two apart, and trademark signs would become letters.
    let visible: String = title
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{34f}' | '\u{200c}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'))
        .map(|c| if matches!(c, '™' | '℠') { ' ' } else { c })
        .collect();
    // These two are written as one character, by people and on keyboards.
    for piece in visible.split_inclusive(SARA_AM) {
        let last = piece.chars().next_back().filter(|c| SARA_AM.contains(c));
        out.extend(
            last.map_or(piece, |last| &piece[..piece.len() - last.len_utf8()])
                .nfkc(),
        );
        out.extend(last);
    }
    out
}
