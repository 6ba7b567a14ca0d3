//! The words of a title that its name is made of, and those that tell it from another.

use super::scan::{Token, scan};

/// A name of more words than this is a sentence. Words of one or two letters don't count.
const MOST_WORDS: usize = 8;

/// Neither should it be longer than this.
const MOST_LETTERS: usize = 80;

/// Words behind which a sentence that is cut short can't end.
const NO_END: &[&str] = &[
    "and", "are", "but", "for", "from", "into", "its", "nor", "not", "per", "such", "than", "that",
    "the", "their", "this", "via", "when", "which", "with",
];

/// Words before which "support" says no more than that there is something.
const BEHIND_SUPPORT: &[&str] = &[
    "across", "and", "at", "between", "by", "during", "for", "from", "in", "of", "on", "or",
    "through", "via", "when", "while", "with", "within",
];

/// What begins a list of examples.
const EXAMPLES: &[&[&str]] = &[
    &["such", "as"],
    &["eg"],
    &["ie"],
    &["for", "example"],
    &["for", "instance"],
];

/// A title as words in small letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Title {
    /// What the title is about.
    pub(super) main: Vec<String>,
    /// What else it says: what was cut off, what stands in parentheses or is an example, signs.
    pub(super) details: Vec<String>,
    /// The words for "support" that were left out.
    pub(super) fillers: Vec<String>,
}

impl Title {
    /// Takes a title apart.
    pub(super) fn of(text: &str) -> Title {
        let mut scan = scan(text);
        if !scan
            .main
            .iter()
            .any(|token| matches!(token, Token::Word(_)))
        {
            // All of it stands in parentheses.
            scan.main.append(&mut scan.aside);
        }
        let (mut segments, signs) = segments(&scan.main);
        let mut details = examples(&mut segments);
        let mut fillers = Vec::new();
        let mut bare: Vec<Vec<String>> = segments
            .iter()
            .map(|segment| without_fillers(segment, &mut fillers))
            .collect();
        if bare.iter().all(Vec::is_empty) {
            (bare, fillers) = (segments, Vec::new());
        }
        let (main, rest) = cut(bare);
        details.splice(0..0, rest);
        let (aside, aside_signs) = segments_of_aside(&scan.aside);
        details.extend(aside);
        details.extend(signs.into_iter().chain(aside_signs).map(str::to_owned));
        if main.is_empty() {
            // Nothing but signs.
            let named = details.is_empty().then(|| "control".to_owned());
            return Title {
                main: named.into_iter().chain(details).collect(),
                ..Title::default()
            };
        }
        Title {
            main,
            details,
            fillers,
        }
    }

    /// The words without those that only hold others together, in an order that doesn't depend on the title's.
    #[cfg(feature = "edit")]
    pub(super) fn gist(&self) -> String {
        const SMALL: &[&str] = &[
            "a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
        ];
        let mut words: Vec<&str> = self
            .main
            .iter()
            .map(String::as_str)
            .filter(|word| !SMALL.contains(word))
            .collect();
        words.sort_unstable();
        words.join(" ")
    }
}

/// The words between breaks, and the other signs. `&` and `/` are "and" where the words are such as English has.
fn segments(tokens: &[Token]) -> (Vec<Vec<String>>, Vec<&'static str>) {
    let is_ascii = tokens
        .iter()
        .all(|token| !matches!(token, Token::Word(word) if !word.is_ascii()));
    let mut segments = vec![Vec::new()];
    let mut signs = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let neighbour = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
            Some(Token::Word(word)) if !["and", "or"].contains(&word.as_str()) => {
                Some(word.as_str())
            }
            _ => None,
        };
        let around = neighbour(at.checked_sub(1)).zip(neighbour(Some(at + 1)));
        match (token, segments.last_mut(), around) {
            (Token::Word(word), Some(segment), _) => segment.push(word.clone()),
            (Token::Break, ..) => segments.push(Vec::new()),
            (Token::Sign(name), ..) => signs.push(*name),
            // `TCP/IP` is one thing.
            (Token::Slash { tight: true }, _, Some((one, other)))
                if one.len() < 4 && other.len() < 4 => {}
            (Token::And | Token::Slash { .. }, Some(segment), Some(_)) if is_ascii => {
                segment.push("and".to_owned());
            }
            _ => {}
        }
    }
    (segments, signs)
}

/// The words of what stands in parentheses, without what only says that they are examples.
fn segments_of_aside(tokens: &[Token]) -> (Vec<String>, Vec<&'static str>) {
    let (segments, signs) = segments(tokens);
    let mut words = Vec::new();
    for segment in segments {
        let mut rest = &segment[..];
        while let Some(word) = rest.first() {
            if let Some(mark) = mark_of_examples(rest) {
                rest = &rest[mark..];
                continue;
            }
            if word != "etc" {
                words.push(word.clone());
            }
            rest = &rest[1..];
        }
    }
    (words, signs)
}

/// How many words at the beginning say that examples follow.
fn mark_of_examples(words: &[String]) -> Option<usize> {
    EXAMPLES
        .iter()
        .find(|mark| words.len() >= mark.len() && words.iter().zip(**mark).all(|(a, b)| a == b))
        .map(|mark| mark.len())
}

/// Cuts off what is said to be an example, and returns it.
fn examples(segments: &mut Vec<Vec<String>>) -> Vec<String> {
    let mut before = 0;
    for at in 0..segments.len() {
        for word in 0..segments[at].len() {
            let Some(mark) = mark_of_examples(&segments[at][word..]) else {
                continue;
            };
            if before + word == 0 {
                // There's nothing that they would be examples of.
                return Vec::new();
            }
            let mut out = segments[at].split_off(word).split_off(mark);
            out.extend(segments.drain(at + 1..).flatten());
            out.retain(|word| word != "etc");
            return out;
        }
        before += segments[at].len();
    }
    Vec::new()
}

/// The words without "support", "etc." and articles. What might tell two titles apart goes to `fillers`.
fn without_fillers(words: &[String], fillers: &mut Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut supported = false;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(String::as_str);
        let is_negated = at > 0 && words[at - 1] == "not";
        let is_filler = match &**word {
            "supported" | "supports" => !is_negated,
            // Between two nouns it's a word like others: "customer support access".
            "support" => at == 0 || next.is_none_or(|next| BEHIND_SUPPORT.contains(&next)),
            "for" | "of" => supported && kept.is_empty(),
            "etc" | "the" | "an" => true,
            _ => false,
        };
        if !is_filler {
            kept.push(word.clone());
        } else if word.starts_with("support") {
            supported = true;
            fillers.push(word.clone());
        }
    }
    if supported {
        let is_verb = |word: &String| word == "is" || word == "are";
        if kept.first().is_some_and(is_verb) {
            kept.remove(0);
        }
        kept.pop_if(|word| is_verb(word));
        // "Support and …", "… support or": what is left of it.
        kept.pop_if(|word| word == "and" || word == "or");
    }
    kept
}

/// As many segments as make a name, and the words of the others. If the first is too long, it's cut itself.
fn cut(segments: Vec<Vec<String>>) -> (Vec<String>, Vec<String>) {
    let mut main: Vec<String> = Vec::new();
    let mut rest = Vec::new();
    for segment in segments {
        if !rest.is_empty() {
            rest.extend(segment);
        } else if fits(main.iter().chain(&segment)) {
            main.extend(segment);
        } else if main.iter().filter(|word| counts(word)).count() >= 2 {
            rest = segment;
        } else {
            for word in segment {
                if main.is_empty() || (rest.is_empty() && fits(main.iter().chain([&word]))) {
                    main.push(word);
                } else {
                    rest.push(word);
                }
            }
            while main.len() > 1
                && main
                    .last()
                    .is_some_and(|word| !counts(word) || NO_END.contains(&word.as_str()))
            {
                rest.splice(0..0, main.pop());
            }
        }
    }
    (main, rest)
}

fn counts(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

fn fits<'w>(words: impl Iterator<Item = &'w String>) -> bool {
    let (mut count, mut letters) = (0, 0);
    for word in words {
        count += usize::from(counts(word));
        letters += word
            .chars()
            .map(|c| if c < '\u{2e80}' { 1 } else { 2 })
            .sum::<usize>();
    }
    count <= MOST_WORDS && letters <= MOST_LETTERS
}
