//! Which words mean which answer.

use crate::{answer::Word, seen::seen};

/// The two words of a heading such as `Yes/No`, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Pair {
    pub(crate) yes: String,
    pub(crate) no: String,
}

/// Words that mean no, in the languages in which documents are most often published. They aren't needed to read an
/// answer: they tell a pair that is about answers from one that isn't, and one that's the wrong way round.
const NEGATIVES: [&str; 32] = [
    "no",
    "nein",
    "non",
    "nee",
    "nej",
    "nei",
    "ei",
    "não",
    "nao",
    "nie",
    "ne",
    "nem",
    "nu",
    "не",
    "нет",
    "ні",
    "όχι",
    "hayır",
    "không",
    "tidak",
    "いいえ",
    "아니요",
    "아니오",
    "否",
    "不",
    "ไม่",
    "ไม่ใช่",
    "לא",
    "لا",
    "false",
    "fail",
    "unsupported",
];

fn is_negative(word: &str) -> bool {
    NEGATIVES.contains(&word)
}

impl Pair {
    /// The two words of a heading, which has a slash between them and no white space in them. Wide slashes are slashes.
    pub(crate) fn of(heading: &str) -> Option<Pair> {
        let (yes, no) = heading.split_once(['/', '／'])?;
        let word = |text: &str| {
            let text = text.trim();
            let is_word = text.contains(char::is_alphabetic)
                && !text
                    .contains(|c: char| c.is_whitespace() || matches!(c, '/' | '／' | '(' | '['));
            is_word.then(|| text.to_lowercase())
        };
        let (yes, no) = (word(yes)?, word(no)?);
        (yes != no).then_some(Pair { yes, no })
    }

    /// Whether the words are known to be about answers.
    pub(crate) fn is_known(&self) -> bool {
        is_negative(&self.no) || is_negative(&self.yes)
    }

    /// Whether what is taken for a yes is known to be a no.
    pub(crate) fn is_inverted(&self) -> bool {
        is_negative(&self.yes) && !is_negative(&self.no)
    }

    /// What an answer means, if it's one of the words.
    pub(crate) fn word(&self, answer: &str) -> Option<Word> {
        // There is no white space in any of the answers, so what has some is another one.
        let answer = seen(answer);
        if answer.eq_ignore_ascii_case("n/a") {
            return Some(Word::NotApplicable);
        }
        let is = |word: &str| answer.chars().flat_map(char::to_lowercase).eq(word.chars());
        if is(&self.yes) {
            Some(Word::Yes)
        } else {
            is(&self.no).then_some(Word::No)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_with_a_slash_are_a_pair() {
        for (heading, expected) in [
            ("Yes/No", Some(("yes", "no"))),
            ("Yes/no", Some(("yes", "no"))),
            ("Oui / Non", Some(("oui", "non"))),
            ("はい/いいえ", Some(("はい", "いいえ"))),
            ("是／否", Some(("是", "否"))),
            ("ใช่/ไม่ใช่", Some(("ใช่", "ไม่ใช่"))),
            ("Yes", None),
            ("Network isolation / firewalling", None),
            ("1/2", None),
            ("/", None),
            ("a/b/c", None),
        ] {
            let pair = Pair::of(heading);
            let words = pair.as_ref().map(|pair| (&*pair.yes, &*pair.no));
            assert_eq!(words, expected, "{heading}");
        }
    }

    #[test]
    fn a_pair_is_the_wrong_way_round_if_its_first_word_is_a_no() {
        for (heading, is_known, is_inverted) in [
            ("Yes/No", true, false),
            ("Sí/No", true, false),
            ("No/Yes", true, true),
            ("Non/Oui", true, true),
            ("いいえ/はい", true, true),
            ("Fail/Pass", true, true),
            ("CEN/CENELEC", false, false),
            ("TCP/UDP", false, false),
        ] {
            let pair = Pair::of(heading).unwrap();
            let found = (pair.is_known(), pair.is_inverted());
            assert_eq!(found, (is_known, is_inverted), "{heading}");
        }
    }
}
