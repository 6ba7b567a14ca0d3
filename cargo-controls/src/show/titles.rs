//! Titles that are cut, and still differ.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Titles of at most so many columns each, by the whole ones. Those that would look alike without their ends show the
/// words in which they differ.
pub(crate) fn cut<'t>(
    titles: impl IntoIterator<Item = &'t str>,
    width: usize,
) -> HashMap<&'t str, String> {
    // In order, so that those which begin alike are next to each other.
    let titles: Vec<&str> = titles
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut out = HashMap::with_capacity(titles.len());
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, title) in titles.iter().enumerate() {
        alike.entry(start(title, width)).or_default().push(at);
    }
    let mut taken: BTreeSet<String> = alike.keys().cloned().collect();
    for (short, of_short) in alike {
        if let [at] = of_short[..] {
            out.insert(titles[at], short);
            continue;
        }
        for at in of_short {
            let before = at.checked_sub(1).map(|before| titles[before]);
            let neighbours = [before, titles.get(at + 1).copied()];
            let same = neighbours
                .into_iter()
                .flatten()
                .map(|other| same(titles[at], other))
                .max()
                .unwrap_or(0);
            let mut text = around(titles[at], same, width);
            // Two that differ in different words may be cut to the same ones.
            let mut number = 2;
            while !taken.insert(text.clone()) {
                let mark = format!(" #{number}");
                text = start(titles[at], width.saturating_sub(mark.len())) + &mark;
                number += 1;
            }
            out.insert(titles[at], text);
        }
    }
    out
}

/// How many bytes two texts have in common at their beginning.
fn same(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    let different = pairs.into_iter().find(|((_, one), other)| one != other);
    different.map_or(one.len().min(other.len()), |((at, _), _)| at)
}

/// The beginning of a title, and the word in which it goes another way than the titles beside it.
fn around(title: &str, same: usize, width: usize) -> String {
    let head = start(title, width / 2);
    let room = width.saturating_sub(head.width());
    // From there on, what differs is within the room, and so is the sign that more follows.
    let mut back = same;
    let mut used = 0;
    for (at, c) in title[..same].char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used + 3 > room || (c == ' ' && (back < same || same < title.len())) {
            break;
        }
        back = at;
    }
    // Nothing is left out there.
    if back < head.len() {
        return start(title, width);
    }
    head + &start(title[back..].trim_start(), room)
}

/// A text of at most so many columns: its beginning, if it has more.
fn start(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used >= width {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_that_begin_alike_show_where_they_differ() {
        let titles = [
            "Short",
            "A title that is too long",
            "Encryption at rest with keys of the customer",
            "Encryption at rest with keys of the vendor",
            "Encryption at rest with keys of the vendor in hardware",
            "暗号化キーの管理と保存時の暗号化の一",
            "暗号化キーの管理と保存時の暗号化の二",
        ];
        let cut = cut(titles, 20);
        let shown: Vec<&str> = titles.iter().map(|title| &*cut[title]).collect();
        assert_eq!(
            shown,
            [
                "Short",
                "A title that is too…",
                "Encryptio…customer",
                "Encryptio…vendor",
                "Encryptio…vendor in…",
                "暗号化キ…暗号化の一",
                "暗号化キ…暗号化の二",
            ]
        );
    }

    proptest! {
        #[test]
        fn different_titles_never_look_alike(
            titles in prop::collection::hash_set("(ab|a|é|強| ){1,40}", 1..20),
            width in 10..40_usize,
        ) {
            let cut = cut(titles.iter().map(|title| &**title), width);
            let shown: BTreeSet<&String> = cut.values().collect();
            prop_assert_eq!(shown.len(), titles.len());
            for text in shown {
                prop_assert!(text.width() <= width, "{}", text);
            }
        }
    }
}
