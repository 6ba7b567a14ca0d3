//! How many columns of a terminal a character takes.

/// The columns of a character: 2 for wide ones (Chinese, Japanese, Korean, emoji), 0 for marks that stand on the
/// character before them, 1 for others.
pub(crate) fn width(c: char) -> usize {
    match c {
        '\u{0}'..='\u{2ff}' => 1,
        c if in_ranges(ZERO, c) => 0,
        c if in_ranges(WIDE, c) => 2,
        _ => 1,
    }
}

fn in_ranges(ranges: &[(char, char)], c: char) -> bool {
    let at = ranges.partition_point(|(_, end)| *end < c);
    ranges.get(at).is_some_and(|(start, _)| *start <= c)
}

/// Combining marks of the scripts that control documents are written in, and what joins characters.
const ZERO: &[(char, char)] = &[
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{93c}', '\u{93c}'),
    ('\u{941}', '\u{948}'),
    ('\u{94d}', '\u{94d}'),
    ('\u{e31}', '\u{e31}'),
    ('\u{e34}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{20d0}', '\u{20f0}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
];

/// The wide blocks (Unicode Standard Annex 11, East Asian Width `W` and `F`).
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115f}'),
    ('\u{231a}', '\u{231b}'),
    ('\u{23e9}', '\u{23ec}'),
    ('\u{2614}', '\u{2615}'),
    ('\u{26a1}', '\u{26a1}'),
    ('\u{2705}', '\u{2705}'),
    ('\u{274c}', '\u{274c}'),
    ('\u{2753}', '\u{2755}'),
    ('\u{2757}', '\u{2757}'),
    ('\u{2795}', '\u{2797}'),
    ('\u{2b50}', '\u{2b50}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3041}', '\u{a4cf}'),
    ('\u{a960}', '\u{a97c}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff01}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{1f300}', '\u{1f64f}'),
    ('\u{1f680}', '\u{1f6ff}'),
    ('\u{1f900}', '\u{1f9ff}'),
    ('\u{20000}', '\u{3fffd}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_take_the_columns_that_a_terminal_gives_them() {
        for (text, expected) in [
            ("Yes", 3),
            ("はい", 4),
            ("예", 2),
            ("é", 1),
            ("e\u{301}", 1),
            ("ใช่", 2),
            ("（Ａ）", 6),
            ("✅", 2),
        ] {
            assert_eq!(text.chars().map(width).sum::<usize>(), expected, "{text}");
        }
    }
}
