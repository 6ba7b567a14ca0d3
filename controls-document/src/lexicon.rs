//! What words mean as answers, where the heading of their column doesn't say it.

use crate::{Blank, Words, answer::Word, folded, plain::plain};

/// The words that mean the same in every document, and in how many cells of the real documents that the tests know they are
/// the whole answer. Where it's in none, it is in others that the words were taken from.
///
/// A mark such as `-`, `x`, `+`, `o` or `?` means one thing in one document and another in the next, and a word such as
/// `Manual` or `Partial` is an answer of its own: they're not among them.
pub(crate) const LEXICON: [(&str, Word, usize); 35] = [
    ("yes", Word::Yes, 113),
    ("y", Word::Yes, 675),
    ("true", Word::Yes, 22),
    ("pass", Word::Yes, 986),
    ("passed", Word::Yes, 0),
    ("supported", Word::Yes, 0),
    ("implemented", Word::Yes, 0),
    ("complete", Word::Yes, 0),
    ("compliant", Word::Yes, 0),
    ("✅", Word::Yes, 141),
    ("✓", Word::Yes, 577),
    ("✔", Word::Yes, 0),
    ("☑", Word::Yes, 0),
    (":white_check_mark:", Word::Yes, 0),
    (":heavy_check_mark:", Word::Yes, 0),
    ("met", Word::Yes, 0),
    ("no", Word::No, 40),
    ("n", Word::No, 235),
    ("false", Word::No, 20),
    ("fail", Word::No, 199),
    ("failed", Word::No, 0),
    ("unsupported", Word::No, 0),
    ("not supported", Word::No, 0),
    ("not implemented", Word::No, 0),
    ("missing", Word::No, 0),
    ("non-compliant", Word::No, 0),
    ("❌", Word::No, 28),
    ("✗", Word::No, 0),
    ("✘", Word::No, 0),
    ("✖", Word::No, 0),
    (":x:", Word::No, 0),
    ("not met", Word::No, 0),
    ("not compliant", Word::No, 0),
    ("n/a", Word::NotApplicable, 125),
    ("not applicable", Word::NotApplicable, 18),
];

/// What the words of a document mean.
#[derive(Debug)]
pub(crate) struct Meanings {
    /// Those that were given, in the form in which they're compared.
    given: Vec<(String, Word)>,
    pub(crate) blank: Option<Blank>,
}

/// The tags in a text, in lower case: their names, and what comes after these.
fn tags(text: &str) -> impl Iterator<Item = (String, String)> {
    text.match_indices('<').map(|(at, _)| {
        let tag = text[at + 1..].trim_start_matches('/');
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
        (name.to_ascii_lowercase(), attributes.to_ascii_lowercase())
    })
}

/// The elements that say nothing of their own beside the words in them.
const OF_TEXT: [&str; 27] = [
    "", "a", "abbr", "b", "big", "br", "center", "cite", "code", "div", "em", "font", "i", "ins",
    "kbd", "mark", "p", "q", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// Whether something in a text is struck out, hidden, an image, or an element such as `<Badge/>`, so that it isn't what its
/// words say.
pub(crate) fn is_struck_out(text: &str) -> bool {
    let is_mark = |(name, attributes): (String, String)| {
        !OF_TEXT.contains(&&*name) || strikes_out_or_hides(&attributes)
    };
    text.matches('~').count() > 1 || tags(text).any(is_mark) || has_icon(text)
}

/// Whether these attributes of an element strike out what is in it, or hide it.
fn strikes_out_or_hides(attributes: &str) -> bool {
    let is_hidden = |attribute: &str| attribute.split('=').next() == Some("hidden");
    let mut words = attributes.trim_end_matches('/').split_ascii_whitespace();
    let style: String = attributes.split_ascii_whitespace().collect();
    let styles = ["line-through", "display:none", "visibility:hidden"];
    words.any(is_hidden) || styles.iter().any(|of| style.contains(of))
}

/// Whether an element is beside the words of a text that has none of its own, and is seen.
fn has_icon(text: &str) -> bool {
    if !text.contains("></") || plain(text).is_empty() {
        return false;
    }
    let ends = text.match_indices("></").map(|(at, _)| &text[..=at]);
    ends.filter_map(|opened| opened.rfind('<').map(|at| &opened[at..]))
        .any(|tag| !tag.starts_with("</") && is_mark(tag))
}

/// Whether a cell without words has something in it that a person sees: an icon, a check box, or a mark such as `*`.
fn is_mark(cell: &str) -> bool {
    // What has a class, an address or a style may be shown as an icon.
    let is_name = |attribute: &str| attribute.starts_with("name=") || attribute.starts_with("id=");
    let is_nothing = |(name, attributes): (String, String)| match &*name {
        "" | "br" => true,
        "p" | "a" | "span" | "div" => {
            let attributes = attributes.trim_end_matches('/');
            attributes.split_ascii_whitespace().all(is_name)
        }
        _ => false,
    };
    cell.contains(['*', '_', '~', '`', '[', '\\']) || !tags(cell).all(is_nothing)
}

/// Returns a word of an answer in the form in which it's compared with cells: as plain text in lower case. Empty for a text
/// that a person sees as blank, and `None` for what is struck out or an image, because no cell with such a thing is a word.
///
/// ```
/// # use controls_document::word_of_answer;
/// assert_eq!(word_of_answer("**Pass**[^1]").as_deref(), Some("pass"));
/// assert_eq!(word_of_answer("&nbsp;").as_deref(), Some(""));
/// assert_eq!(word_of_answer("~~Pass~~"), None);
/// ```
#[must_use]
pub fn word_of_answer(text: &str) -> Option<String> {
    (!is_struck_out(text)).then(|| key(text))
}

/// A word in the form in which words are compared.
fn key(text: &str) -> String {
    match plain(text) {
        plain if plain.is_empty() && is_mark(text) => folded(text).to_lowercase(),
        plain => plain.to_lowercase(),
    }
}

impl Meanings {
    pub(crate) fn new(words: &Words) -> Self {
        let lists = [
            (&words.yes, Word::Yes),
            (&words.no, Word::No),
            (&words.not_applicable, Word::NotApplicable),
        ];
        let given = lists
            .into_iter()
            .flat_map(|(list, word)| list.iter().map(move |text| (key(text), word)));
        Meanings {
            given: given.collect(),
            blank: words.blank,
        }
    }

    /// What a whole cell means, if it's one of the words, or a mark and a word that agree.
    pub(crate) fn word(&self, cell: &str) -> Option<Word> {
        // Most answers that aren't words are sentences.
        if cell.len() > 200 {
            return None;
        }
        let key = word_of_answer(cell)?;
        if key.is_empty() {
            return self.blank.map(|blank| match blank {
                Blank::No => Word::No,
                Blank::NotApplicable => Word::NotApplicable,
                Blank::Unanswered => Word::Unanswered,
            });
        }
        self.of(&key).or_else(|| {
            let (mark, rest) = key.split_once(' ')?;
            let is_sign = |c: char| !(c.is_alphanumeric() || c.is_ascii());
            let is_mark = mark.chars().all(is_sign) || mark.starts_with(':');
            let meant = self.of(mark).or_else(|| known(mark)).filter(|_| is_mark)?;
            (self.of(rest).or_else(|| known(rest)) == Some(meant)).then_some(meant)
        })
    }

    /// What a word means: what it was given for, or else what it means everywhere, unless other words were given for
    /// that.
    fn of(&self, key: &str) -> Option<Word> {
        let given = self.given.iter().find(|(text, _)| text == key);
        given.map(|(_, word)| *word).or_else(|| {
            let word = known(key)?;
            let is_given = self.given.iter().any(|(_, given)| *given == word);
            (!is_given).then_some(word)
        })
    }
}

/// What a word means everywhere.
pub(crate) fn known(key: &str) -> Option<Word> {
    let found = LEXICON.iter().find(|(text, ..)| *text == key);
    found.map(|(_, word, _)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cells::Cells, delimiter::is_delimiter, lines::Line};

    #[test]
    fn whole_cells_have_a_meaning() {
        let words = |yes: &[&str], no: &[&str]| Words {
            yes: yes.iter().map(|text| (*text).to_owned()).collect(),
            no: no.iter().map(|text| (*text).to_owned()).collect(),
            ..Words::default()
        };
        for (words, cell, expected) in [
            (words(&[], &[]), "Pass", Some(Word::Yes)),
            (words(&[], &[]), "**PASS**", Some(Word::Yes)),
            (words(&[], &[]), "[Yes](x.md)", Some(Word::Yes)),
            (words(&[], &[]), "❌[^1]", Some(Word::No)),
            (words(&[], &[]), "✔\u{fe0f}", Some(Word::Yes)),
            (words(&[], &[]), "✖\u{fe0f}", Some(Word::No)),
            (words(&[], &[]), ":white_check_mark:", Some(Word::Yes)),
            (words(&[], &[]), ":x: Missing", Some(Word::No)),
            (words(&[], &[]), ":x: Met", None),
            (words(&[], &[]), "Not met", Some(Word::No)),
            (words(&[], &[]), "✅ Implemented", Some(Word::Yes)),
            (words(&[], &[]), "❌ Missing", Some(Word::No)),
            (words(&[], &[]), "✅ Missing", None),
            (words(&[], &[]), "✅ Git (GitHub)", None),
            (words(&[], &[]), "Yes, but", None),
            (words(&[], &[]), "Covered by X", None),
            (words(&[], &[]), "<b>Yes</b>", Some(Word::Yes)),
            (words(&[], &[]), "~~Yes~~", None),
            (words(&[], &[]), "<del>Yes</del>", None),
            (words(&[], &[]), "Yes <img alt=\"not\">", None),
            (words(&[], &[]), "<i class=\"yes\"></i>", None),
            (
                words(&[], &[]),
                "<span class=\"mdi mdi-check\"></span>",
                None,
            ),
            (
                words(&[], &["<p class=x></p>"]),
                "<p class=x></p>",
                Some(Word::No),
            ),
            (words(&[], &[]), "~Yes~", None),
            (words(&[], &[]), "~ Yes", None),
            (words(&[], &[]), "Yes <Badge text=\"beta\"/>", None),
            (words(&[], &[]), "Yes <i class=\"no\"></i>", None),
            (words(&[], &[]), "Yes <a name=\"x\"></a>", Some(Word::Yes)),
            (
                words(&[], &[]),
                "<span class=\"green\"><b>Yes</b></span>",
                Some(Word::Yes),
            ),
            (words(&[], &[]), "<b hidden>Yes</b>", None),
            (
                words(&[], &[]),
                "<span aria-hidden=\"true\">✅</span>",
                Some(Word::Yes),
            ),
            (
                words(&[], &[]),
                "<span style=\"text-decoration: line-through\">Yes</span>",
                None,
            ),
            (
                words(&[], &[]),
                "<span style=\"color: green\">Yes</span>",
                Some(Word::Yes),
            ),
            (words(&[], &[]), "*", None),
            (words(&[], &[]), "[^1]", None),
            (words(&["*"], &["<i class='no'></i>"]), "*", Some(Word::Yes)),
            (
                words(&["*"], &["<i class='no'></i>"]),
                "<i class='no'></i>",
                Some(Word::No),
            ),
            (words(&[], &[]), "<input type=checkbox checked>", None),
            (words(&[], &[]), "-", None),
            (words(&[], &[]), "N/A", Some(Word::NotApplicable)),
            (words(&[], &[]), "", None),
            (words(&["+"], &["-"]), "+", Some(Word::Yes)),
            (words(&["+"], &["-"]), "-", Some(Word::No)),
            (words(&["+"], &["-"]), "Yes", None),
            (words(&["+"], &[]), "no", Some(Word::No)),
            (words(&[], &["Pass"]), "pass", Some(Word::No)),
            (words(&["Covered"], &[]), "covered", Some(Word::Yes)),
            (words(&["Done"], &[]), "✅ Done", Some(Word::Yes)),
        ] {
            assert_eq!(Meanings::new(&words).word(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_blank_cell_means_what_was_given() {
        for (blank, expected) in [
            (Blank::No, Word::No),
            (Blank::NotApplicable, Word::NotApplicable),
            (Blank::Unanswered, Word::Unanswered),
        ] {
            let words = Words {
                blank: Some(blank),
                ..Words::default()
            };
            for (cell, expected) in [
                (" ", Some(expected)),
                ("&nbsp;<br>", Some(expected)),
                ("<a name=\"x\"></a><br class=\"y\">", Some(expected)),
                ("<span class=\"mdi mdi-check\"></span>", None),
                ("<a href=yes></a>", None),
                ("*", None),
                ("<img src=\"yes.svg\">", None),
            ] {
                assert_eq!(Meanings::new(&words).word(cell), expected, "{cell}");
            }
        }
    }

    #[test]
    fn the_guide_lists_all_words() {
        let page = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../controls-core/src/guide/bind_a_document.md"
        );
        let page = std::fs::read_to_string(page).unwrap();
        for (name, word) in [
            ("Yes", Word::Yes),
            ("No", Word::No),
            ("NotApplicable", Word::NotApplicable),
        ] {
            let mut rows = page.lines().filter_map(|line| {
                let words = line.strip_prefix(&format!("| `{name}` | "))?;
                words.strip_suffix(" |")
            });
            let listed: Vec<String> = rows
                .next()
                .unwrap()
                .split(", ")
                .map(|word| word.trim_matches('`').to_lowercase())
                .collect();
            let known = LEXICON.iter().filter(|(_, of, _)| *of == word);
            let known: Vec<&str> = known.map(|(text, ..)| *text).collect();
            assert_eq!(listed, known, "{name}");
        }
    }

    /// The files below a folder.
    fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let entries = entries.map(|entry| entry.path());
        let files = entries.flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        });
        files.collect()
    }

    #[test]
    fn each_word_is_as_often_in_the_real_documents_as_it_says() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus");
        let files = files(std::path::Path::new(folder));
        if files.is_empty() {
            return;
        }
        let mut counts = std::collections::HashMap::new();
        let documents = files
            .iter()
            .filter(|path| !path.ends_with("corpus/README.md"));
        for text in documents.filter_map(|path| std::fs::read_to_string(path).ok()) {
            let below = text.lines().skip(1).chain([""]);
            let rows = text
                .lines()
                .zip(below)
                .filter(|(_, below)| !is_delimiter(below));
            for (line, _) in rows.filter(|(line, _)| line.contains('|')) {
                let line = Line::plain(line);
                for range in Cells::of(&line).ranges {
                    *counts.entry(key(&line.text[range])).or_insert(0) += 1;
                }
            }
        }
        for (word, _, count) in LEXICON {
            let found: usize = counts.get(word).copied().unwrap_or_default();
            assert_eq!(found, count, "{word}");
        }
    }
}
