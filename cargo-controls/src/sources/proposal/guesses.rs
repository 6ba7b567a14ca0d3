//! What words probably mean that don't mean the same everywhere: a person who pastes a proposal reads them.

use controls_document::{Words, folded};

/// In other languages, and in words that are hardly ever meant otherwise in a column of answers.
const YES: [&str; 36] = [
    "oui",
    "ja",
    "sí",
    "sim",
    "tak",
    "ano",
    "はい",
    "是",
    "supports",
    "fully supported",
    "fully implemented",
    "fully compliant",
    "fully met",
    "done",
    "completed",
    "satisfied",
    "in place",
    "available",
    "[x]",
    "conforme",
    "umgesetzt",
    "erfüllt",
    "cumple",
    "voldoet",
    "対応",
    "対応済み",
    "対応済",
    "実施済み",
    "実施済",
    "適合",
    "appliquée",
    "appliqué",
    "enforced",
    "enabled",
    "achieved",
    "present",
];
const NO: [&str; 31] = [
    "non",
    "nein",
    "nee",
    "nej",
    "nie",
    "não",
    "いいえ",
    "否",
    "does not support",
    "not done",
    "not completed",
    "not satisfied",
    "not in place",
    "not available",
    "unmet",
    "[ ]",
    "non conforme",
    "nicht umgesetzt",
    "nicht erfüllt",
    "no cumple",
    "voldoet niet",
    "非対応",
    "未対応",
    "未実施",
    "不適合",
    "non appliquée",
    "non appliqué",
    "not enforced",
    "not enabled",
    "not achieved",
    "absent",
];
const NOT_APPLICABLE: [&str; 17] = [
    "na",
    "n.a.",
    "n. a.",
    "not relevant",
    "sans objet",
    "non applicable",
    "nicht anwendbar",
    "nicht zutreffend",
    "entbehrlich",
    "entfällt",
    "no aplica",
    "não aplicável",
    "niet van toepassing",
    "n.v.t.",
    "nvt",
    "該当なし",
    "対象外",
];
/// Signs that say yes and no if both are in one column.
const PAIRS: [[&str; 2]; 5] = [["+", "-"], ["○", "×"], ["〇", "×"], ["x", "-"], ["●", "○"]];
/// Signs that come before a word of the same meaning.
const SIGNS: [[&str; 2]; 4] = [["✅", "❌"], ["✔", "✖"], ["✓", "✗"], ["☑", "✘"]];

/// What is guessed of the answers of a column, each with what it means without a guess: how many rows have such an answer, and
/// the words with which nothing has to be guessed. Words that are given for one answer take the place of all others for that
/// one, so those that are known everywhere are among them.
pub(super) fn guesses(answers: &[(&'static str, String, usize)]) -> (usize, Words) {
    let keys: Vec<String> = answers.iter().map(|(_, text, _)| key(text)).collect();
    let has = |sign: &str| keys.iter().any(|key| key == sign);
    let pairs = PAIRS.iter().filter(|[yes, no]| has(yes) && has(no));
    let pairs: Vec<&[&str; 2]> = pairs.collect();
    let mut words = [Vec::new(), Vec::new(), Vec::new()];
    let mut is_guessed = [false; 3];
    let mut rows = 0;
    for ((meaning, text, count), key) in answers.iter().zip(&keys) {
        let known = ["Yes", "No", "NotApplicable"];
        let known = known.iter().position(|known| known == meaning);
        let (word, at) = match known {
            Some(at) => (plain(text), Some(at)),
            None => guess(text, key, &pairs),
        };
        let Some(at) = at else { continue };
        if known.is_none() {
            rows += count;
            is_guessed[at] = true;
        }
        let is_new = |other: &String| other.to_lowercase() != word.to_lowercase();
        if words[at].iter().all(is_new) {
            words[at].push(word);
        }
    }
    let [yes, no, not_applicable] = [0, 1, 2].map(|at| {
        let is_needed = is_guessed[at];
        is_needed.then(|| std::mem::take(&mut words[at]))
    });
    let words = Words {
        yes: yes.unwrap_or_default(),
        no: no.unwrap_or_default(),
        not_applicable: not_applicable.unwrap_or_default(),
        blank: None,
    };
    (rows, words)
}

/// The word of an answer, and which of the meanings it probably has.
fn guess(text: &str, key: &str, pairs: &[&[&str; 2]]) -> (String, Option<usize>) {
    let word = |key: &str| {
        let lists = [&YES[..], &NO, &NOT_APPLICABLE];
        lists.iter().position(|list| list.contains(&key))
    };
    if let Some(at) = word(key) {
        return (plain(text), Some(at));
    }
    if let Some(at) = pairs
        .iter()
        .find_map(|pair| pair.iter().position(|sign| *sign == key))
    {
        return (plain(text), Some(at));
    }
    // A sign and a word that say the same are one answer.
    let parts = key.split_once(' ').and_then(|(sign, rest)| {
        let sign = sign.trim_end_matches('\u{fe0f}');
        let signs = SIGNS
            .iter()
            .find_map(|signs| signs.iter().position(|of| *of == sign));
        Some((signs?, word(rest)?, rest))
    });
    match parts {
        Some((sign, word, rest)) if sign == word => {
            let whole = plain(text);
            let written = whole.split_once(' ').map_or(rest, |(_, rest)| rest);
            (written.to_owned(), Some(word))
        }
        _ => (String::new(), None),
    }
}

/// A word as it's compared.
fn key(text: &str) -> String {
    plain(text).to_lowercase()
}

/// A word as it's written in a binding: a box to tick has nothing but signs.
fn plain(text: &str) -> String {
    let is_box = matches!(text.trim(), "[x]" | "[X]" | "[ ]");
    match controls_document::plain(text) {
        plain if is_box || plain.is_empty() => folded(text).into_owned(),
        plain => plain.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::guesses;

    #[test]
    fn words_are_guessed_with_those_that_are_known() {
        for (answers, rows, expected) in [
            // Nothing is guessed: nothing has to be said.
            (
                &[("Yes", "Pass"), ("Qualified", "Manual")][..],
                0,
                ["", "", ""],
            ),
            (
                &[
                    ("Qualified", "Oui"),
                    ("Qualified", "Non"),
                    ("Qualified", "Sans objet"),
                ],
                3,
                ["Oui", "Non", "Sans objet"],
            ),
            // What is known everywhere has to be said beside what is guessed.
            (
                &[("Yes", "✅"), ("Qualified", "**Done**"), ("No", "No")],
                1,
                ["✅, Done", "", ""],
            ),
            (
                &[("Qualified", "✅ Done"), ("Qualified", "❌ Done")],
                1,
                ["Done", "", ""],
            ),
            // One sign alone may mean anything.
            (&[("Qualified", "+")], 0, ["", "", ""]),
            (&[("Qualified", "+"), ("Qualified", "-")], 2, ["+", "-", ""]),
            (
                &[("Qualified", "[x]"), ("Qualified", "[ ]")],
                2,
                ["[x]", "[ ]", ""],
            ),
        ] {
            let answers: Vec<_> = answers
                .iter()
                .map(|(meaning, text)| (*meaning, (*text).to_owned(), 1))
                .collect();
            let (guessed, words) = guesses(&answers);
            let all = [words.yes, words.no, words.not_applicable].map(|all| all.join(", "));
            assert_eq!(
                (guessed, all),
                (rows, expected.map(str::to_owned)),
                "{answers:?}"
            );
        }
    }
}
