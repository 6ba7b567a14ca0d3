//! What the tokens of a file hold that matters here, found in one walk: calls of macros, which may be definitions; what leads
//! to other files; what is imported; and attributes that may be evidence, with the items that they are on.

pub(super) mod attributes;
mod item;
mod items;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::{
    condition::Condition,
    imports::{Import, Within, alias, imports, levels, tree},
};
use attributes::{Attributes, attribute, is_inner, is_punct, visibility};
use item::{Item, item};

pub(crate) use attributes::Mark;
pub(crate) use item::ItemKind;
pub(crate) use items::{Call, Include, MacroImport, Marked, MarkedItem, Module, Named, Template};

/// The name of the macro whose calls are definitions.
pub(crate) const MACRO: &str = "controls";

/// Macros whose input is quoted: what is called in it isn't called here.
const QUOTES: [&str; 4] = ["quote", "quote_spanned", "parse_quote", "stringify"];

/// How many brackets around a definition are looked through. Nobody writes so many, and the stack has an end.
const DEEPEST: u16 = 256;

/// What has been found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The calls of macros, in order, those within others after them.
    pub(crate) calls: Vec<Call>,
    /// The macros that are defined by example.
    pub(crate) templates: Vec<Template>,
    /// The names under which the macro of definitions is imported.
    pub(crate) imports: Vec<MacroImport>,
    /// All names that the file gives to what is elsewhere.
    pub(crate) names: Vec<Import>,
    /// The modules that are in other files, in order.
    pub(crate) modules: Vec<Module>,
    /// The files that are included, in order.
    pub(crate) includes: Vec<Include>,
    /// The attributes that may be evidence, in order.
    pub(crate) marked: Vec<Marked>,
}

/// Looks through the tokens of a file.
pub(crate) fn scan(tokens: TokenStream) -> Scan {
    let mut scan = Scan::default();
    scan.stream(tokens, &Around::default());
    scan
}

/// What is around some tokens.
#[derive(Clone, Default)]
struct Around {
    modules: Rc<Vec<Named>>,
    /// All items, modules or not.
    within: Within,
    conditions: Rc<Vec<Condition>>,
    /// The call in whose input they are.
    call: Option<usize>,
    /// Whether they are within an item that isn't a module.
    is_inner: bool,
    /// Whether a function is a method here.
    is_type: bool,
    depth: u16,
}

impl Around {
    /// The same within one more pair of brackets, if some more conditions are fulfilled.
    fn deeper(&self, conditions: &[Condition]) -> Around {
        Around {
            conditions: with(&self.conditions, conditions),
            depth: self.depth + 1,
            ..self.clone()
        }
    }

    fn within(&self, item: &Item<'_>, attributes: &Attributes) -> Around {
        let is_module = item.kind == ItemKind::Module;
        let mut inside = self.deeper(&attributes.conditions);
        inside.within.path = with(&self.within.path, std::slice::from_ref(&item.name));
        inside.within.modules += usize::from(is_module && !self.is_inner);
        if is_module {
            let named = Named::new(item.name.clone(), attributes);
            inside.modules = with(&self.modules, &[named]);
        }
        inside.is_inner |= !is_module;
        inside.is_type = matches!(item.kind, ItemKind::Impl | ItemKind::Trait);
        inside
    }
}

fn with<T: Clone>(some: &Rc<Vec<T>>, more: &[T]) -> Rc<Vec<T>> {
    match more {
        [] => Rc::clone(some),
        more => Rc::new([&***some, more].concat()),
    }
}

impl Scan {
    fn stream(&mut self, tokens: TokenStream, around: &Around) {
        if around.depth <= DEEPEST {
            self.tokens(&tokens.into_iter().collect::<Vec<_>>(), around);
        }
    }

    fn tokens(&mut self, tokens: &[TokenTree], around: &Around) {
        let mut around = around.clone();
        let (mut attributes, mut is_public) = (Attributes::default(), false);
        // Those of the statement or expression that has begun.
        let mut conditions: Vec<Condition> = Vec::new();
        let mut rest = tokens;
        while let [first, after @ ..] = rest {
            if let Some((body, after)) = attribute(rest) {
                if is_inner(rest) {
                    let mut inner = Attributes::default();
                    inner.add(body.stream());
                    around.conditions = with(&around.conditions, &inner.conditions);
                } else {
                    attributes.add(body.stream());
                }
                rest = after;
                continue;
            }
            if let Some(after) = visibility(rest) {
                // It's between an item and its attributes.
                is_public = true;
                rest = after;
                continue;
            }
            let mut own = std::mem::take(&mut attributes);
            if let Some(after) = self.item(rest, &mut own, is_public, &around) {
                rest = after;
            } else {
                self.mark(own.marks, None);
                conditions.extend(own.conditions);
                if let TokenTree::Group(group) = first {
                    self.stream(group.stream(), &around.deeper(&conditions));
                }
                if ends_statement(rest) {
                    conditions.clear();
                }
                rest = after;
            }
            is_public = false;
        }
        self.mark(attributes.marks, None);
    }

    /// Takes a call or a definition of a macro, an import, or another item from the front.
    fn item<'t>(
        &mut self,
        tokens: &'t [TokenTree],
        attributes: &mut Attributes,
        is_public: bool,
        around: &Around,
    ) -> Option<&'t [TokenTree]> {
        if let Some((name, body, after)) = call(tokens) {
            self.mark(std::mem::take(&mut attributes.marks), None);
            self.call(name, body, attributes, around);
            return Some(after);
        }
        match tokens {
            [
                TokenTree::Ident(word),
                bang,
                TokenTree::Ident(name),
                TokenTree::Group(body),
                after @ ..,
            ] if word == "macro_rules" && is_punct(bang, '!') => {
                self.mark(std::mem::take(&mut attributes.marks), None);
                self.template(name, body);
                return Some(after);
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                end,
                after @ ..,
            ] if word == "mod" && is_punct(end, ';') => {
                self.modules.push(Module {
                    conditions: with(&around.conditions, &attributes.conditions).to_vec(),
                    named: Named::new(plain(name), attributes),
                    inside: around.modules.to_vec(),
                    range: name.span().byte_range(),
                });
                self.marked_item(attributes, ItemKind::Module, plain(name), false, around);
                return Some(after);
            }
            [TokenTree::Ident(word), after @ ..] if word == "use" => {
                self.mark(std::mem::take(&mut attributes.marks), None);
                let end = after.iter().position(|token| !is_of_import(token));
                let (item, after) = after.split_at(end.unwrap_or(after.len()));
                self.import(item, is_public);
                tree(item, &around.within, &mut self.names);
                return Some(after);
            }
            [TokenTree::Ident(word), after @ ..] if word == "type" => {
                self.names.extend(alias(after, &around.within));
            }
            _ => {}
        }
        let item = item(tokens)?;
        let inside = around.within(&item, attributes);
        if item.holds_evidence() {
            let kind = match item.kind {
                ItemKind::Function if around.is_type => ItemKind::Method,
                kind => kind,
            };
            self.marked_item(attributes, kind, item.name.clone(), item.is_plain, around);
        } else {
            self.mark(std::mem::take(&mut attributes.marks), None);
        }
        self.tokens(item.head, &inside);
        if let Some(body) = item.body {
            self.stream(body.stream(), &inside);
        }
        Some(item.after)
    }

    /// Adds what the attributes of an item may say.
    fn marked_item(
        &mut self,
        attributes: &mut Attributes,
        kind: ItemKind,
        name: String,
        is_plain: bool,
        around: &Around,
    ) {
        if attributes.marks.is_empty() {
            return;
        }
        let item = MarkedItem {
            kind,
            name,
            within: around.within.clone(),
            conditions: with(&around.conditions, &attributes.conditions).to_vec(),
            is_inner: around.is_inner,
            is_plain,
        };
        self.mark(std::mem::take(&mut attributes.marks), Some(item));
    }

    /// Adds attributes. What isn't on an item is what rustc refuses as evidence.
    fn mark(&mut self, marks: Vec<Mark>, item: Option<MarkedItem>) {
        if !marks.is_empty() {
            self.marked.push(Marked { marks, item });
        }
    }

    fn call(&mut self, at: &Ident, body: &Group, attributes: &Attributes, around: &Around) {
        let name = plain(at);
        if QUOTES.contains(&&*name) {
            return;
        }
        let conditions = with(&around.conditions, &attributes.conditions);
        if name == "include" {
            self.includes.push(Include {
                body: body.stream(),
                inside: around.modules.to_vec(),
                conditions: conditions.to_vec(),
                range: at.span().byte_range(),
            });
            return;
        }
        let mut inside = around.deeper(&[]);
        inside.conditions = with(&conditions, &[Condition::Macro(name.clone())]);
        inside.call = Some(self.calls.len());
        self.calls.push(Call {
            name,
            at: at.clone(),
            body: body.clone(),
            outer: around.call,
            within: around.within.clone(),
            conditions,
        });
        self.stream(body.stream(), &inside);
    }

    fn template(&mut self, name: &Ident, body: &Group) {
        let levels = levels(body.stream());
        self.names.extend(imports(&levels));
        let mut template = Template {
            name: plain(name),
            calls: Vec::new(),
            mentions: Vec::new(),
        };
        for pair in levels.iter().flat_map(|level| level.windows(2)) {
            let [TokenTree::Ident(name), next] = pair else {
                continue;
            };
            let is_call = is_punct(next, '!');
            if is_call {
                template.calls.push(plain(name));
            }
            if is_call
                || matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
            {
                template.mentions.push(name.clone());
            }
        }
        template
            .mentions
            .sort_by_key(|name| name.span().byte_range().start);
        self.templates.push(template);
    }

    /// Looks through what is imported for the macro.
    fn import(&mut self, tree: &[TokenTree], is_public: bool) {
        let mut stack = vec![tree.to_vec()];
        while let Some(tokens) = stack.pop() {
            for (at, token) in tokens.iter().enumerate() {
                match (token, &tokens[at + 1..]) {
                    (TokenTree::Group(group), _) => {
                        stack.push(group.stream().into_iter().collect());
                    }
                    // What follows a path that goes on isn't the macro.
                    (TokenTree::Ident(name), [next, ..])
                        if name == MACRO && is_punct(next, ':') => {}
                    (TokenTree::Ident(name), after) if name == MACRO => {
                        let name = match after {
                            [TokenTree::Ident(word), TokenTree::Ident(alias), ..]
                                if word == "as" =>
                            {
                                alias
                            }
                            _ => name,
                        };
                        self.imports.push(MacroImport {
                            name: plain(name),
                            is_public,
                            range: name.span().byte_range(),
                        });
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Whether a token may be part of what a `use` imports. `use<'a>` is no import.
fn is_of_import(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(_) => true,
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => [':', ',', '*'].iter().any(|mark| is_punct(token, *mark)),
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
