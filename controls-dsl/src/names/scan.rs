//! What a title is made of, as far as names go: words, and the few signs between them that matter.

use std::collections::HashMap;

use controls_document::located_links;

use super::letters::{is_invisible, is_letter, is_mark, lower, narrow, of_one_script};

/// Longer words are cut into several.
const LONGEST_WORD: usize = 48;

/// A part of a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A word in small letters.
    Word(String),
    /// `&`.
    And,
    /// `/`; tight if there's no space around it.
    Slash { tight: bool },
    /// A comma, colon, dash or the like.
    Break,
    /// Another sign, by its name.
    Sign(&'static str),
}

/// A title, taken apart.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// What stands outside of parentheses and lists.
    pub(super) main: Vec<Token>,
    /// What stands in parentheses or in an HTML list.
    pub(super) aside: Vec<Token>,
}

/// Takes a title apart. HTML tags, targets of links and footnote marks are no part of it.
pub(super) fn scan(title: &str) -> Scan {
    let chars: Vec<char> = without_footnotes(&without_targets(title))
        .chars()
        .map(narrow)
        .collect();
    let mut scanner = Scanner {
        brackets: brackets(&chars),
        tags: tags(&chars),
        chars,
        at: 0,
        open: Vec::new(),
        in_list: false,
        word: Word::default(),
        out: Scan::default(),
    };
    scanner.run();
    scanner.out
}

fn without_targets(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    let mut at = 0;
    for (range, link) in located_links(title) {
        out.push_str(&title[at..range.start]);
        out.push_str(link.text);
        at = range.end;
    }
    out.push_str(&title[at..]);
    out
}

fn without_footnotes(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    let mut parts = title.split("[^");
    out.extend(parts.next());
    for part in parts {
        match part.split_once(']') {
            Some((label, after)) if !label.contains([' ', '[']) => out.push_str(after),
            _ => out.extend(["[^", part]),
        }
    }
    out
}

/// Where each bracket that is closed, is closed.
fn brackets(chars: &[char]) -> HashMap<usize, usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs = HashMap::new();
    for (at, c) in chars.iter().enumerate() {
        let closed_by = match c {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            '【' => '】',
            '〔' => '〕',
            ')' | ']' | '}' | '】' | '〕' => {
                if let Some((start, _)) = open.pop_if(|(_, close)| close == c) {
                    pairs.insert(start, at);
                }
                continue;
            }
            _ => continue,
        };
        open.push((at, closed_by));
    }
    pairs
}

/// Where each HTML tag ends.
fn tags(chars: &[char]) -> HashMap<usize, usize> {
    let mut end = None;
    let mut tags = HashMap::new();
    for (at, c) in chars.iter().enumerate().rev() {
        match c {
            '>' => end = Some(at),
            '<' => {
                let is_tag = chars
                    .get(at + 1)
                    .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
                if let Some(end) = end.take().filter(|_| is_tag) {
                    tags.insert(at, end);
                }
            }
            _ => {}
        }
    }
    tags
}

/// The word that is being read.
#[derive(Default)]
struct Word {
    text: String,
    length: usize,
    /// Whether it's put together from letters with full stops between them.
    dotted: bool,
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    brackets: HashMap<usize, usize>,
    tags: HashMap<usize, usize>,
    /// Where the brackets that are open will be closed.
    open: Vec<usize>,
    in_list: bool,
    word: Word,
    out: Scan,
}

impl Scanner {
    fn run(&mut self) {
        while let Some(c) = self.chars.get(self.at).copied() {
            let mut next = self.at + 1;
            if self.open.last() == Some(&self.at) {
                self.end_word();
                self.open.pop();
            } else if let Some(close) = self.brackets.get(&self.at).copied() {
                self.end_word();
                self.open.push(close);
            } else if let Some(end) = self.tags.get(&self.at).copied() {
                self.end_word();
                self.tag(end);
                next = end + 1;
            } else if let Some((end, token)) = self.entity(c) {
                self.token(token);
                next = end + 1;
            } else {
                self.character(c);
            }
            self.at = next;
        }
        self.end_word();
    }

    /// What stands in a list, behind something that it's a list of, is an aside.
    fn tag(&mut self, end: usize) {
        let name: String = self.chars[self.at + 1..end]
            .iter()
            .take(3)
            .collect::<String>()
            .to_ascii_lowercase();
        let name = name.trim_end_matches([' ', '/']);
        if ["ul", "ol", "dl", "li"].contains(&name)
            && self
                .out
                .main
                .iter()
                .any(|token| matches!(token, Token::Word(_)))
        {
            self.in_list = true;
        }
    }

    /// An entity of HTML: its end, and what it stands for where that matters.
    fn entity(&self, c: char) -> Option<(usize, Option<Token>)> {
        if c != '&' {
            return None;
        }
        let rest = self.chars.get(self.at + 1..)?;
        let length = rest
            .iter()
            .take(10)
            .position(|c| *c == ';')
            .filter(|length| *length > 0)?;
        let name: String = rest[..length].iter().collect();
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') {
            return None;
        }
        let token = match &*name {
            "amp" => Some(Token::And),
            "lt" => sign('<').map(Token::Sign),
            "gt" => sign('>').map(Token::Sign),
            _ => None,
        };
        Some((self.at + 1 + length, token))
    }

    fn character(&mut self, c: char) {
        if is_invisible(c) {
            return;
        }
        if is_letter(c) {
            self.letter(lower(c));
        } else if is_mark(c) && !self.word.text.is_empty() {
            if self.word.length < LONGEST_WORD {
                self.word.text.push(c);
                self.word.length += 1;
            }
        } else if !self.joins(c) {
            self.token(self.between(c));
        }
    }

    fn letter(&mut self, c: char) {
        if self.word.length == LONGEST_WORD {
            self.end_word();
        }
        self.word.text.push(c);
        self.word.length += 1;
    }

    /// Whether a sign within a word leaves it whole: `1.2`, `1,000`, `e.g`, `customer's`.
    fn joins(&mut self, c: char) -> bool {
        let (Some(before), Some(next)) = (
            self.word.text.chars().next_back(),
            self.chars.get(self.at + 1),
        ) else {
            return false;
        };
        match c {
            _ if !is_letter(*next) => false,
            '.' if self.word.length == 1 || self.word.dotted => {
                self.word.dotted = true;
                true
            }
            '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
            // Of `l'injection` both parts are words, of `customer's` and `can't` one is.
            '\'' | '’' => {
                self.chars[self.at + 1..]
                    .iter()
                    .take(3)
                    .take_while(|c| is_letter(**c))
                    .count()
                    < 3
            }
            _ => false,
        }
    }

    /// What a sign between words stands for.
    fn between(&self, c: char) -> Option<Token> {
        let neighbour = |at: Option<usize>| at.and_then(|at| self.chars.get(at)).copied();
        let (before, after) = (
            neighbour(self.at.checked_sub(1)),
            neighbour(Some(self.at + 1)),
        );
        let is_apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
        match c {
            '&' => Some(Token::And),
            '/' => Some(Token::Slash {
                tight: !is_apart(before) && !is_apart(after),
            }),
            '+' if before.is_some() && after.is_some() && is_apart(before) && is_apart(after) => {
                Some(Token::And)
            }
            '-' if is_apart(before) && is_apart(after) => Some(Token::Break),
            '.' if self.word.length > 1 && !self.word.dotted && is_apart(after) => {
                Some(Token::Break)
            }
            ',' | ':' | ';' | '|' | '!' | '?' | '–' | '—' | '•' | '…' | '、' | '。' | '،' | '؛'
            | '؟' | '।' => Some(Token::Break),
            c => sign(c).map(Token::Sign),
        }
    }

    fn token(&mut self, token: Option<Token>) {
        self.end_word();
        if let Some(token) = token {
            self.part().push(token);
        }
    }

    fn end_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        if !word.text.is_empty() {
            self.part().push(Token::Word(of_one_script(word.text)));
        }
    }

    fn part(&mut self) -> &mut Vec<Token> {
        if self.open.is_empty() && !self.in_list {
            &mut self.out.main
        } else {
            &mut self.out.aside
        }
    }
}

/// The name of a sign that may tell two titles apart.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '#' => "sharp",
        '%' => "percent",
        '=' => "equal",
        '≠' => "unequal",
        '<' => "less",
        '≤' => "most",
        '>' => "greater",
        '≥' => "least",
        '@' => "at",
        '$' => "dollar",
        '€' => "euro",
        '°' => "degrees",
        '×' => "times",
        '→' => "to",
        '←' => "from",
        '✓' | '✔' | '✅' => "yes",
        '✗' | '✘' | '❌' => "no",
        _ => return None,
    })
}
