//! What a file says of controls: attributes, `satisfies!` and `waived!`, and the items that they are on.

use controls_dsl::{evidence::EvidenceKind, plain_name as plain};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::{
    item::{Item, ItemKind, item},
    words::{Word, Words},
};
use crate::sources::{
    imports::levels,
    scan::{
        DEEPEST, QUOTES,
        attributes::{Attributes, attribute, conditional, is_inner, is_punct, visibility},
    },
};

/// Something that a file says of controls.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) word: Word,
    /// What is in its parentheses.
    pub(super) body: TokenStream,
    /// The word.
    pub(super) at: Ident,
    pub(super) kind: ItemKind,
    /// The names of the item and of what is around it in this file, outermost first.
    pub(super) path: Vec<String>,
    /// Each `cfg` in this file that it depends on, and the macros that make something of it.
    pub(super) cfgs: Vec<String>,
    /// Whether it's a test that only runs when somebody asks for it.
    pub(super) is_ignored: bool,
}

/// Everything that a file says.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// What is said, in order.
    pub(super) sayings: Vec<Saying>,
    /// The words within a `macro_rules!`, one for each of these: what it puts together isn't seen.
    pub(super) hidden: Vec<Ident>,
    /// The attributes that are on something which can't hold them, such as a field.
    pub(super) misplaced: Vec<Ident>,
}

/// What is around some tokens.
#[derive(Clone, Default)]
struct Around {
    path: Vec<String>,
    cfgs: Vec<String>,
    /// What a function is here.
    is_type: bool,
    depth: u16,
}

impl Around {
    fn within(&self, item: &Item<'_>, cfgs: &[String]) -> Around {
        let mut path = self.path.clone();
        path.push(item.name.clone());
        Around {
            path,
            cfgs: [&*self.cfgs, cfgs].concat(),
            is_type: matches!(item.kind, ItemKind::Impl | ItemKind::Trait),
            depth: self.depth + 1,
        }
    }

    fn deeper(&self, cfgs: &[String]) -> Around {
        Around {
            cfgs: [&*self.cfgs, cfgs].concat(),
            depth: self.depth + 1,
            ..self.clone()
        }
    }
}

/// Looks through the tokens of a file.
pub(super) fn scan(tokens: TokenStream, words: &Words) -> Scan {
    let mut scanner = Scanner {
        words,
        scan: Scan::default(),
    };
    scanner.tokens(tokens, &Around::default());
    scanner.scan
}

struct Scanner<'w> {
    words: &'w Words,
    scan: Scan,
}

/// What is before an item.
#[derive(Default)]
struct Before {
    attributes: Attributes,
    /// The sayings, each with the conditions of its own.
    sayings: Vec<(Word, Ident, Group, Vec<String>)>,
    is_test: bool,
    is_ignored: bool,
}

impl Scanner<'_> {
    fn tokens(&mut self, tokens: TokenStream, around: &Around) {
        if around.depth > DEEPEST {
            return;
        }
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut around = around.clone();
        let mut before = Before::default();
        // Those of the statement or expression that has begun.
        let mut cfgs: Vec<String> = Vec::new();
        let mut rest = &tokens[..];
        while let [first, after @ ..] = rest {
            if let Some((body, after)) = attribute(rest) {
                if is_inner(rest) {
                    let mut inner = Attributes::default();
                    inner.add(body.stream());
                    around.cfgs.extend(inner.cfgs);
                } else {
                    self.attribute(body, &mut before);
                }
                rest = after;
                continue;
            }
            if let Some(after) = visibility(rest) {
                rest = after;
                continue;
            }
            let taken = std::mem::take(&mut before);
            let own = taken.attributes.cfgs.clone();
            if let Some(after) = self.item(rest, taken, &around) {
                rest = after;
                continue;
            }
            cfgs.extend(own);
            if let TokenTree::Group(group) = first {
                self.tokens(group.stream(), &around.deeper(&cfgs));
            }
            if ends_statement(rest) {
                cfgs.clear();
            }
            rest = after;
        }
        self.misplaced(before);
    }

    fn attribute(&self, body: &Group, before: &mut Before) {
        before.attributes.add(body.stream());
        let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
        if let [TokenTree::Ident(name), TokenTree::Group(body)] = &tokens[..]
            && name == "cfg_attr"
        {
            let (condition, attributes) = conditional(body.stream());
            for attribute in attributes {
                self.plain_attribute(&attribute, vec![condition.clone()], before);
            }
        } else {
            self.plain_attribute(&tokens, Vec::new(), before);
        }
    }

    fn plain_attribute(&self, tokens: &[TokenTree], cfgs: Vec<String>, before: &mut Before) {
        let Some((name, arguments)) = path(tokens) else {
            return;
        };
        let text = plain(name);
        before.is_test |= text.starts_with("test")
            || text.ends_with("test")
            || ["quickcheck", "proof"].contains(&&*text);
        if text == "ignore" {
            match cfgs.first() {
                None => before.is_ignored = true,
                Some(cfg) => before.attributes.cfgs.push(format!("ignored if {cfg}")),
            }
        }
        if let (Some(word), Some(arguments)) = (self.words.get(&text), arguments)
            && word != Word::Waived
        {
            before
                .sayings
                .push((word, name.clone(), arguments.clone(), cfgs));
        }
    }

    /// Takes an item, a call of a macro, or the definition of one from the front.
    fn item<'t>(
        &mut self,
        tokens: &'t [TokenTree],
        before: Before,
        around: &Around,
    ) -> Option<&'t [TokenTree]> {
        if let [
            TokenTree::Ident(word),
            bang,
            TokenTree::Ident(name),
            TokenTree::Group(body),
            after @ ..,
        ] = tokens
            && word == "macro_rules"
            && is_punct(bang, '!')
        {
            // One that passes on what it's given under its own name is seen where it's called.
            let mentioned = self.mentioned(body).filter(|word| word != name);
            self.scan.hidden.extend(mentioned);
            self.misplaced(before);
            return Some(after);
        }
        if let Some((name, body, after)) = call(tokens) {
            self.call(name, body, &before, around);
            self.misplaced(before);
            return Some(after);
        }
        let Some(item) = item(tokens) else {
            self.misplaced(before);
            return None;
        };
        let kind = match item.kind {
            ItemKind::Function if before.is_test => ItemKind::Test,
            ItemKind::Function if around.is_type => ItemKind::Method,
            kind => kind,
        };
        let inside = around.within(&item, &before.attributes.cfgs);
        if item.holds_evidence() {
            self.say(before, kind, &item.name, around);
        } else {
            self.misplaced(before);
        }
        for token in item.head {
            if let TokenTree::Group(group) = token {
                self.tokens(group.stream(), &inside);
            }
        }
        if let Some(body) = item.body {
            self.tokens(body.stream(), &inside);
        }
        Some(item.after)
    }

    /// Adds the attributes that nothing can be said by here: rustc refuses them.
    fn misplaced(&mut self, before: Before) {
        let names = before.sayings.into_iter().map(|(_, name, ..)| name);
        self.scan.misplaced.extend(names);
    }

    /// Adds what the attributes of an item say.
    fn say(&mut self, before: Before, kind: ItemKind, name: &str, around: &Around) {
        let of_item = &before.attributes.cfgs;
        for (word, at, body, cfgs) in before.sayings {
            let mut path = around.path.clone();
            path.push(name.to_owned());
            self.scan.sayings.push(Saying {
                word,
                body: body.stream(),
                at,
                kind,
                path,
                cfgs: [&*around.cfgs, of_item, &cfgs].concat(),
                is_ignored: before.is_ignored,
            });
        }
    }

    fn call(&mut self, name: &Ident, body: &Group, before: &Before, around: &Around) {
        let text = plain(name);
        if QUOTES.contains(&&*text) {
            return;
        }
        let cfgs = &before.attributes.cfgs;
        match self.words.get(&text) {
            Some(word) if word != Word::Claim(EvidenceKind::Verifies) => {
                self.scan.sayings.push(Saying {
                    word,
                    body: body.stream(),
                    at: name.clone(),
                    kind: ItemKind::Statement,
                    path: around.path.clone(),
                    cfgs: [&*around.cfgs, cfgs].concat(),
                    is_ignored: false,
                });
            }
            // What a macro makes of its input isn't known.
            _ => {
                let mut inside = around.deeper(cfgs);
                inside.cfgs.push(format!("{text}!"));
                self.tokens(body.stream(), &inside);
            }
        }
    }

    /// The first word in the body of a macro: what looks like a call, or like an attribute with arguments.
    fn mentioned(&self, body: &Group) -> Option<Ident> {
        let levels = levels(body.stream());
        let mut found: Vec<&Ident> = levels
            .iter()
            .flat_map(|level| level.iter().enumerate().map(move |(at, token)| (token, level.get(at + 1))))
            .filter_map(|(token, next)| match (token, next) {
                (TokenTree::Ident(name), Some(next))
                    if self.words.get(&plain(name)).is_some()
                        && (is_punct(next, '!')
                            || matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)) =>
                {
                    Some(name)
                }
                _ => None,
            })
            .collect();
        found.sort_by_key(|name| name.span().byte_range().start);
        found.first().map(|name| (*name).clone())
    }
}

/// Whether a statement, or an expression of a list, ends with the first token.
fn ends_statement(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Group(group), TokenTree::Ident(word), ..] => {
            group.delimiter() == Delimiter::Brace && word != "else"
        }
        [TokenTree::Group(group), ..] => group.delimiter() == Delimiter::Brace,
        [mark, ..] => is_punct(mark, ';') || is_punct(mark, ','),
        [] => true,
    }
}

/// The last name of an attribute's path, and its arguments in parentheses.
fn path(attribute: &[TokenTree]) -> Option<(&Ident, Option<&Group>)> {
    let end = attribute
        .iter()
        .position(|token| !matches!(token, TokenTree::Ident(_)) && !is_punct(token, ':'))
        .unwrap_or(attribute.len());
    let Some(TokenTree::Ident(name)) = attribute[..end].last() else {
        return None;
    };
    let arguments = match &attribute[end..] {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => Some(group),
        _ => None,
    };
    Some((name, arguments))
}

/// Takes `a::b!(…)` from the front: the last name, and the brackets.
fn call(tokens: &[TokenTree]) -> Option<(&Ident, &Group, &[TokenTree])> {
    let mut rest = tokens;
    // Nobody writes longer paths.
    for _ in 0..8 {
        match rest {
            [
                TokenTree::Ident(name),
                bang,
                TokenTree::Group(body),
                after @ ..,
            ] if is_punct(bang, '!') => {
                return Some((name, body, after));
            }
            [TokenTree::Ident(_), one, two, after @ ..]
                if is_punct(one, ':') && is_punct(two, ':') =>
            {
                rest = after;
            }
            [one, two, after @ ..] if is_punct(one, ':') && is_punct(two, ':') => rest = after,
            _ => return None,
        }
    }
    None
}
