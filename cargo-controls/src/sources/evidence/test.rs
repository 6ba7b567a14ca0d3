//! What makes a function a test.

use controls_dsl::plain_name as plain;

use crate::sources::{
    condition::Condition,
    imports::Import,
    scan::{Mark, MarkedItem},
};

/// Attributes that make tests of functions, whatever their path: `tokio::test` and its like, and those of well-known crates.
const TESTS: [&str; 10] = [
    "test",
    "gtest",
    "parameterized",
    "property_test",
    "quickcheck",
    "rstest",
    "test_case",
    "test_casing",
    "test_matrix",
    "wasm_bindgen_test",
];

/// Attributes of the language about tests. They change nothing of a function.
const PLAIN: [&str; 3] = ["test", "ignore", "should_panic"];

/// What the attributes of an item say of it as a test.
#[derive(Clone, Debug, Default)]
pub(super) struct TestFacts {
    pub(super) is_test: bool,
    /// Whether an attribute that isn't the language's may make several tests of it.
    pub(super) has_cases: bool,
    /// Whether it only runs when somebody asks for it.
    pub(super) is_ignored: bool,
    /// When it only runs when somebody asks for it.
    pub(super) ignored_if: Vec<String>,
    /// Why rustc takes it for no test.
    pub(super) refusal: Option<Refusal>,
    /// An attribute that looks like one of a test, and isn't known as one.
    pub(super) unknown: Option<String>,
}

/// Why rustc takes something for no test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It's within an item that isn't a module, where no test is found.
    Inner,
    /// It has arguments or the like, which `#[test]` refuses.
    Unfit,
}

/// What the attributes of an item say of it as a test, in a file that gives names to what is elsewhere.
pub(super) fn test_facts<'m>(
    marks: impl Iterator<Item = &'m Mark>,
    item: &MarkedItem,
    names: &[Import],
) -> TestFacts {
    let mut facts = TestFacts::default();
    // Another attribute, or a macro around it, may change what it takes.
    let is_macro = |condition: &Condition| matches!(condition, Condition::Macro(_));
    let mut is_bare = !item.conditions.iter().any(is_macro);
    for mark in marks {
        let holds = |condition: &Condition| condition.holds(true);
        if mark.conditions.iter().any(|of| holds(of) == Some(false)) {
            continue;
        }
        let name = meant(mark, names);
        let is_imported = || names.iter().any(|of| of.name.as_ref() == Some(&name));
        let is_plain = mark.qualifier.is_none() && mark.name == *name;
        // Such attributes are known, or have tests in their names.
        facts.has_cases |= (name.contains("test") && name != "test") || name == "parameterized";
        is_bare &= is_plain && PLAIN.contains(&&*name) && !is_imported();
        if name == "ignore" {
            let open = mark.conditions.iter().filter(|of| holds(of).is_none());
            let open: Vec<String> = open.map(|of| format!("ignored if {of}")).collect();
            facts.is_ignored |= open.is_empty();
            facts.ignored_if.extend(open);
        } else if TESTS.contains(&&*name) || is_proof(mark) {
            facts.is_test = true;
        } else if name.contains("test") {
            let qualifier = mark.qualifier.as_ref();
            let qualifier = qualifier.map_or(String::new(), |name| format!("{name}::"));
            facts
                .unknown
                .get_or_insert_with(|| format!("{qualifier}{}", mark.name));
        }
    }
    facts.refusal = if item.is_inner {
        Some(Refusal::Inner)
    } else {
        (is_bare && !item.is_plain).then_some(Refusal::Unfit)
    };
    facts
}

/// The last name of the attribute's path: of a name that the file has given it, what that stands for.
fn meant(mark: &Mark, names: &[Import]) -> String {
    let name = plain(&mark.name);
    let import = names
        .iter()
        .find(|import| mark.qualifier.is_none() && import.name.as_ref() == Some(&name));
    import
        .and_then(|import| import.path.last().cloned())
        .unwrap_or(name)
}

/// What Kani proves is shown too.
fn is_proof(mark: &Mark) -> bool {
    mark.name == "proof" && mark.qualifier.as_ref().is_some_and(|name| name == "kani")
}
