//! What is found in sources, and what isn't.

use super::*;

#[test]
fn calls_are_found_wherever_they_are() {
    for (source, count) in [
        ("controls! {}", 1),
        ("controls_core::controls!(); ::a::b::controls![];", 2),
        ("mod a { fn f() { { controls! { pub enum A {} } } } }", 1),
        ("in_a_module! { controls! {} }", 1),
        ("#[cfg(x)] controls! {}", 1),
        (
            "macro_rules! m { ($a:ident) => { controls! { enum $a {} } } }",
            0,
        ),
        (
            "fn f() { quote! { controls! { #rows } }; stringify!(controls! {}) }",
            0,
        ),
        ("fn f() { if controls != (a) {} controls(); other!(); }", 0),
        (
            "use a::controls; /* controls! {} */ const A: &str = \"controls! {}\";",
            0,
        ),
        ("#[doc = controls! {}] struct A;", 0),
    ] {
        let scan = scan(source.parse().unwrap());
        let calls = scan.calls.iter().filter(|call| call.name == MACRO);
        assert_eq!(calls.count(), count, "{source}");
    }
}

#[test]
fn brackets_without_end_are_no_trouble() {
    let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
    let scan = scan(format!("{open}{close} controls! {{}}").parse().unwrap());
    assert_eq!(scan.calls.len(), 1);
}

#[test]
fn modules_are_known_by_their_attributes() {
    for (source, expected) in [
        ("mod a;", Some((None, vec![], false))),
        (
            "#[cfg(x)] #[path = r\"p.rs\"] pub(in a) mod b;",
            Some((Some("p.rs"), vec![], true)),
        ),
        (
            "#[cfg_attr(any(x, y), doc(hidden), path = \"p.rs\")] pub mod c;",
            Some((None, vec!["p.rs"], true)),
        ),
        (
            "#[cfg_attr(x, path = \"p.rs\")] #[cfg_attr(y, path = \"q.rs\")] mod c;",
            Some((None, vec!["p.rs", "q.rs"], true)),
        ),
        (
            "#[cfg_attr(x, allow(y))] mod c;",
            Some((None, vec![], false)),
        ),
        ("#[cfg(x)] use y; mod d;", Some((None, vec![], false))),
        ("#[cfg(x)] mod i { mod e; }", Some((None, vec![], true))),
        ("fn f() { mod g; }", Some((None, vec![], false))),
        ("cfg_if! { mod h; }", Some((None, vec![], true))),
        ("mod i {}", None),
    ] {
        let scan = scan(source.parse().unwrap());
        let module = scan.modules.first().map(|module| {
            let Named {
                path, other_paths, ..
            } = &module.named;
            let others = other_paths.iter().map(|path| &**path).collect();
            (path.as_deref(), others, !module.conditions.is_empty())
        });
        assert_eq!(module, expected, "{source}");
    }
}

#[test]
fn imports_of_the_macro_have_names() {
    for (source, expected) in [
        ("use controls_core::controls;", &[("controls", false)][..]),
        (
            "pub(crate) use controls_core::controls as catalog;",
            &[("catalog", true)],
        ),
        (
            "mod a { use ::c::{self, d::{controls as one, e}, controls as r#type}; }",
            &[("type", false), ("one", false)],
        ),
        ("use a::controls::b; use a::{controls::*, c};", &[]),
        ("fn f<'a>() -> impl T + use<'a> { controls as usize }", &[]),
    ] {
        let scan = scan(source.parse().unwrap());
        let names: Vec<_> = scan
            .imports
            .iter()
            .map(|import| (&*import.name, import.is_public))
            .collect();
        assert_eq!(names, expected, "{source}");
    }
}

#[test]
fn templates_say_what_they_call() {
    let source =
        "macro_rules! m { ($a:ident) => { mod a { $crate::controls! { enum $a {} } b!(); } }; }";
    let scan = scan(source.parse().unwrap());
    let templates: Vec<_> = scan
        .templates
        .iter()
        .map(|template| (&*template.name, &template.calls[..]))
        .collect();
    assert_eq!(
        templates,
        [("m", &["controls".to_owned(), "b".to_owned()][..])]
    );
    assert_eq!(scan.calls.len(), 0);
}
