//! What an item, or where it is, depends on.

use std::fmt;

use proc_macro2::{TokenStream, TokenTree};

use super::compact::compact;

/// Something that an item depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// A `cfg`.
    Cfg(Cfg),
    /// A macro, by its name: what it makes of its input isn't known.
    Macro(String),
}

/// What is in the parentheses of a `cfg`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cfg {
    /// As people write it.
    shown: String,
    predicate: Predicate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Predicate {
    Always(bool),
    /// `test`
    Test,
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    /// Whatever the build decides.
    Other,
}

/// How deeply a predicate may be nested. Nobody writes so many, and the stack has an end.
const DEEPEST: u16 = 64;

impl Condition {
    /// Whether it's known to be on, or to be off, in a build for tests or in another one; `None` where it's the build that
    /// decides.
    pub(crate) fn holds(&self, is_test: bool) -> Option<bool> {
        match self {
            Condition::Cfg(cfg) => cfg.holds(is_test),
            Condition::Macro(_) => None,
        }
    }
}

impl Cfg {
    /// By what is in the parentheses.
    pub(crate) fn of(body: TokenStream) -> Cfg {
        Cfg {
            predicate: Predicate::of(body.clone(), 0),
            shown: compact(body),
        }
    }

    /// What depends on this only where the other one is on.
    pub(crate) fn unless_off(self, condition: &Cfg) -> Cfg {
        Cfg {
            shown: format!("any(not({}), {})", condition.shown, self.shown),
            predicate: Predicate::Any(vec![
                Predicate::Not(Box::new(condition.predicate.clone())),
                self.predicate,
            ]),
        }
    }

    /// Whether it's known to be on, or to be off.
    pub(crate) fn holds(&self, is_test: bool) -> Option<bool> {
        self.predicate.holds(is_test)
    }
}

impl Predicate {
    fn of(body: TokenStream, depth: u16) -> Predicate {
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        let list = |parts: TokenStream| {
            let tokens: Vec<TokenTree> = parts.into_iter().collect();
            let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
            let parts = tokens.split(is_comma).filter(|part| !part.is_empty());
            let part =
                |part: &[TokenTree]| Predicate::of(part.iter().cloned().collect(), depth + 1);
            parts.map(part).collect::<Vec<_>>()
        };
        match &tokens[..] {
            _ if depth > DEEPEST => Predicate::Other,
            [TokenTree::Ident(name)] if name == "test" => Predicate::Test,
            [TokenTree::Ident(name)] if name == "true" => Predicate::Always(true),
            [TokenTree::Ident(name)] if name == "false" => Predicate::Always(false),
            [TokenTree::Ident(name), TokenTree::Group(parts)] if name == "all" => {
                Predicate::All(list(parts.stream()))
            }
            [TokenTree::Ident(name), TokenTree::Group(parts)] if name == "any" => {
                Predicate::Any(list(parts.stream()))
            }
            [TokenTree::Ident(name), TokenTree::Group(parts)] if name == "not" => {
                match <[Predicate; 1]>::try_from(list(parts.stream())) {
                    Ok([part]) => Predicate::Not(Box::new(part)),
                    Err(_) => Predicate::Other,
                }
            }
            _ => Predicate::Other,
        }
    }

    fn holds(&self, is_test: bool) -> Option<bool> {
        let first = |parts: &[Predicate], wanted| {
            let found = parts.iter().any(|part| part.holds(is_test) == Some(wanted));
            let is_known = || {
                parts
                    .iter()
                    .all(|part| part.holds(is_test) == Some(!wanted))
            };
            if found {
                Some(wanted)
            } else {
                is_known().then_some(!wanted)
            }
        };
        match self {
            Predicate::Always(holds) => Some(*holds),
            Predicate::Test => Some(is_test),
            Predicate::All(parts) => first(parts, false),
            Predicate::Any(parts) => first(parts, true),
            Predicate::Not(part) => part.holds(is_test).map(|holds| !holds),
            Predicate::Other => None,
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::Cfg(cfg) => write!(f, "{cfg}"),
            Condition::Macro(name) => write!(f, "{name}!"),
        }
    }
}

impl fmt::Display for Cfg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cfg({})", self.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_changes_is_known() {
        for (text, in_tests, in_others) in [
            ("any()", Some(false), Some(false)),
            ("all()", Some(true), Some(true)),
            ("false", Some(false), Some(false)),
            ("true", Some(true), Some(true)),
            ("not(all())", Some(false), Some(false)),
            ("any(any(), all(any()))", Some(false), Some(false)),
            ("any(unix, all(),)", Some(true), Some(true)),
            ("all(unix, any())", Some(false), Some(false)),
            ("any(unix, any())", None, None),
            ("all(unix, all())", None, None),
            ("test", Some(true), Some(false)),
            ("not(test)", Some(false), Some(true)),
            ("all(test, feature = \"a\")", None, Some(false)),
            ("not(any(test, feature = \"a\"))", Some(false), None),
            ("unix", None, None),
            ("feature = \"test\"", None, None),
            ("not()", None, None),
            ("not(a, b)", None, None),
            ("", None, None),
        ] {
            let condition = Cfg::of(text.parse().unwrap());
            let found = (condition.holds(true), condition.holds(false));
            assert_eq!(found, (in_tests, in_others), "{text}");
        }
    }

    #[test]
    fn what_depends_on_another_is_on_without_that() {
        for (condition, text, expected) in [
            ("any()", "any()", Some(true)),
            ("all()", "any()", Some(false)),
            ("unix", "any()", None),
            ("unix", "all()", Some(true)),
        ] {
            let of = |text: &str| Cfg::of(text.parse().unwrap());
            let cfg = of(text).unless_off(&of(condition));
            assert_eq!(cfg.holds(true), expected, "{cfg}");
        }
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("not(".repeat(50_000), ")".repeat(50_000));
        let condition = Cfg::of(format!("{open}test{close}").parse().unwrap());
        assert_eq!(condition.holds(true), None);
    }
}
