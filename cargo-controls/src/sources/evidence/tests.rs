use std::{fs, rc::Rc};

use super::super::{condition::Cfg, scan::scan, target::TargetKind, tokens::tokens, walk::Origin};
use super::*;
use crate::file::SourceFile;

/// Two catalogs of one name in different crates, and a third one.
fn catalogs() -> Vec<CatalogNames> {
    [
        ("Service", "service", &["Firewall", "Tunnel"][..]),
        ("Backup", "azure_backup", &["Authorization", "Logging"]),
        ("Service", "other", &["Firewall", "Peering"]),
    ]
    .map(|(name, crate_name, variants)| CatalogNames {
        name: name.to_owned(),
        crate_name: crate_name.to_owned(),
        modules: Vec::new(),
        variants: variants.iter().map(|name| (*name).to_owned()).collect(),
    })
    .into()
}

/// What the files of one package say, a line for each, and the messages.
fn survey(sources: &[&str]) -> Vec<String> {
    let catalogs = catalogs();
    let folder = tempfile::tempdir().unwrap();
    let target = Arc::new(CargoTarget {
        package: "service".to_owned(),
        kind: TargetKind::Library,
        name: "service".to_owned(),
        untested: None,
    });
    let files: Vec<CrateFile> = sources
        .iter()
        .enumerate()
        .map(|(at, source)| {
            let path = folder.path().join(format!("{at}.rs"));
            fs::write(&path, source).unwrap();
            let file = Arc::new(SourceFile::read(&path).unwrap());
            CrateFile {
                scan: Rc::new(scan(tokens(&file).unwrap())),
                file,
                has_macro: true,
                renamed: Arc::default(),
                origin: Origin {
                    target: Arc::clone(&target),
                    modules: if at == 0 {
                        Vec::new()
                    } else {
                        vec![format!("m{at}")]
                    },
                    conditions: if at == 0 {
                        Vec::new()
                    } else {
                        vec![Condition::Cfg(Cfg::of(format!("f{at}").parse().unwrap()))]
                    },
                },
            }
        })
        .collect();
    let survey = EvidenceSurvey::of(&files, &catalogs, |_| true);
    let control = |index: ControlIndex| {
        let catalog = &catalogs[index.catalog];
        format!(
            "{}::{}::{}",
            catalog.crate_name, catalog.name, catalog.variants[index.row]
        )
    };
    let item = |item: &CodeItem| {
        let cfgs = if item.cfgs.is_empty() {
            String::new()
        } else {
            format!(" [{}]", item.cfgs.join(", "))
        };
        let idle = item
            .idle
            .as_ref()
            .map_or(String::new(), |idle| format!(" ({})", idle.name()));
        format!("{} {}{cfgs}{idle}", item.kind.name(), item.path)
    };
    let evidence = survey.evidence.iter().map(|evidence| {
        let reviewed = evidence.reviewed.as_ref().map_or("", |_| " reviewed");
        format!(
            "{} {}: {}{reviewed}",
            evidence.kind.name(),
            control(evidence.control),
            item(&evidence.item)
        )
    });
    let waivers = survey.waivers.iter().map(|waiver| {
        format!(
            "waived {} until {}: {}",
            control(waiver.control),
            waiver.until,
            item(&waiver.item)
        )
    });
    let messages = survey.messages.iter().map(|message| {
        let place = message.place().unwrap();
        let kind = if message.is_error { "error" } else { "warning" };
        format!(
            "{kind} at `{}`: {}",
            &place.file.text[place.range.clone()],
            message.text()
        )
    });
    evidence.chain(waivers).chain(messages).collect()
}

/// Sources, and the items in them that satisfy something.
const ITEMS: &[(&str, &[&str])] = &[
    (
        "#[satisfies(Backup::Logging)] fn f() {}",
        &["function service::f"],
    ),
    (
        "#[inline] #[controls_core::satisfies(Backup::Logging)] pub(crate) const unsafe fn f() {}",
        &["function service::f"],
    ),
    (
        "#[satisfies(Backup::Logging)] struct S<T>(T);",
        &["type service::S"],
    ),
    (
        "#[satisfies(Backup::Logging)] pub trait T { #[satisfies(Backup::Logging)] fn f(&self) {} }",
        &["trait service::T", "method service::T::f"],
    ),
    (
        "#[satisfies(Backup::Logging)] impl<T> a::Access for Vault<T> { #[satisfies(Backup::Logging)] fn may_read(&self) {} }",
        &[
            "impl service::<Vault as a::Access>",
            "method service::<Vault as a::Access>::may_read",
        ],
    ),
    (
        "mod a { impl Vault { #[satisfies(Backup::Logging)] const A: u8 = 1; } }",
        &["constant service::a::Vault::A"],
    ),
    (
        "#[satisfies(Backup::Logging)] mod a { }",
        &["module service::a"],
    ),
    (
        "#[satisfies(Backup::Logging)] static A: u8 = { 1 };",
        &["constant service::A"],
    ),
    (
        "fn f() { if a { controls_core::evidence::satisfies!(Backup::Logging); } }",
        &["statement service::f"],
    ),
    (
        "fn f() { #[satisfies(Backup::Logging)] fn g() {} }",
        &["function service::f::g"],
    ),
    (
        "const A: fn() = || { satisfies!(Backup::Logging) };",
        &["statement service::A"],
    ),
    (
        "#[satisfies(Backup::Logging)] #[test] fn t() {}",
        &["test service::t"],
    ),
    (
        "#[rstest] #[case(1)] #[satisfies(Backup::Logging)] fn t() {}",
        &["test service::t"],
    ),
    (
        "#[tokio::test(flavor = \"current_thread\")] #[satisfies(Backup::Logging)] async fn t() {}",
        &["test service::t"],
    ),
    (
        "#[cfg(unix)] mod a { #[cfg(feature = \"b\")] #[satisfies(Backup::Logging)] fn f() {} }",
        &["function service::a::f [cfg(unix), cfg(feature = \"b\")]"],
    ),
    (
        "mod a { #![cfg(unix)] #[satisfies(Backup::Logging)] fn f() {} }",
        &["function service::a::f [cfg(unix)]"],
    ),
    (
        "#![cfg(unix)] #[satisfies(Backup::Logging)] fn f() {}",
        &["function service::f [cfg(unix)]"],
    ),
    (
        "fn f() { #[cfg(unix)] { satisfies!(Backup::Logging); } #[cfg(windows)] a::satisfies!(Backup::Logging); }",
        &[
            "statement service::f [cfg(unix)]",
            "statement service::f [cfg(windows)]",
        ],
    ),
    (
        "#[cfg_attr(all(a, b), satisfies(Backup::Logging), inline)] fn f() {}",
        &["function service::f [cfg(all(a, b))]"],
    ),
    (
        "cfg_if! { if #[cfg(unix)] { #[satisfies(Backup::Logging)] fn f() {} } }",
        &["function service::f [cfg_if!, cfg(unix)]"],
    ),
    (
        "use controls_core::satisfies as does; #[does(Backup::Logging)] fn f() {}",
        &["function service::f"],
    ),
    (
        "#[doc = \"satisfies(Backup::Logging)\"] fn g() {} // #[satisfies(Backup::Logging)]",
        &[],
    ),
    (
        "fn f() { quote! { #[satisfies(Backup::Logging)] fn g() {} }; x.satisfies(Backup::Logging) }",
        &[],
    ),
];

#[test]
fn evidence_is_found_on_every_item() {
    for (source, expected) in ITEMS {
        let expected: Vec<String> = expected
            .iter()
            .map(|item| format!("satisfies azure_backup::Backup::Logging: {item}"))
            .collect();
        assert_eq!(survey(&[source]), expected, "{source}");
    }
}

#[test]
fn tests_verify_and_waivers_say_why() {
    for (source, expected) in [
        (
            "#[cfg(test)] mod tests { #[test] #[verifies(Backup::Logging, Service::Tunnel)] fn t() {} }",
            &[
                "verifies azure_backup::Backup::Logging: test service::tests::t",
                "verifies service::Service::Tunnel: test service::tests::t",
            ][..],
        ),
        (
            "#[test] #[ignore = \"slow\"] #[verifies(Backup::Logging)] fn t() {}",
            &["verifies azure_backup::Backup::Logging: test service::t (ignored)"],
        ),
        (
            "#[verifies(Backup::Logging)] #[tokio::test] #[cfg_attr(miri, ignore)] async fn t() {}",
            &["verifies azure_backup::Backup::Logging: test service::t [ignored if cfg(miri)]"],
        ),
        (
            "#[verifies(Backup::Logging)] fn f() {}",
            &["verifies azure_backup::Backup::Logging: function service::f (no-test)"],
        ),
        (
            "#[cfg_attr(not(kani), test)] #[verifies(Backup::Logging)] fn t() {}",
            &["verifies azure_backup::Backup::Logging: test service::t"],
        ),
        (
            "#[cfg(any())] mod tests { #[test] #[verifies(Backup::Logging)] fn t() {} }",
            &[
                "verifies azure_backup::Backup::Logging: test service::tests::t [cfg(any())] (never-built)",
            ],
        ),
        (
            "#[cfg(false)] #[satisfies(Backup::Logging)] fn f() {}",
            &[
                "satisfies azure_backup::Backup::Logging: function service::f [cfg(false)] (never-built)",
            ],
        ),
        (
            "#[cfg(any(unix))] #[satisfies(Backup::Logging)] fn f() {}",
            &["satisfies azure_backup::Backup::Logging: function service::f [cfg(any(unix))]"],
        ),
        (
            "proptest! { #[test] #[verifies(Backup::Logging)] fn t(a in 0..9) {} }",
            &["verifies azure_backup::Backup::Logging: test service::t [proptest!]"],
        ),
        (
            "#[satisfies(Backup::Logging, reviewed = \"22b045c0a5e33d18bd50d221906e8ef6\")] fn f() {}",
            &["satisfies azure_backup::Backup::Logging: function service::f reviewed"],
        ),
        (
            "controls_core::waived!(Backup::Logging, reason = \"r\", until = \"2027-03-31\");",
            &["waived azure_backup::Backup::Logging until 2027-03-31: statement service"],
        ),
        (
            "fn f() { waived! { Service::Tunnel, reason = \"r\", until = \"2027-03-31\" } }",
            &["waived service::Service::Tunnel until 2027-03-31: statement service::f"],
        ),
    ] {
        assert_eq!(survey(&[source]), expected, "{source}");
    }
}

/// Sources of a test, and what it's taken for.
const TESTS: &[(&str, &str)] = &[
    (
        "fn outer() { #[test] #[verifies(Backup::Logging)] fn t() {} }",
        "test service::outer::t (inner)",
    ),
    (
        "const _: () = { mod m { #[test] #[verifies(Backup::Logging)] fn t() {} } };",
        "test service::_::m::t (inner)",
    ),
    (
        "impl S { #[test] #[verifies(Backup::Logging)] fn t() {} }",
        "method service::S::t (inner)",
    ),
    (
        "const X: () = { #[test] #[verifies(Backup::Logging)] fn t() {} };",
        "test service::X::t (inner)",
    ),
    (
        "#[test] #[should_panic] #[verifies(Backup::Logging)] fn t(x: u8) {}",
        "test service::t (unfit)",
    ),
    (
        "#[test] #[verifies(Backup::Logging)] fn t<T: Default>() -> T { T::default() }",
        "test service::t (unfit)",
    ),
    (
        "#[test] #[verifies(Backup::Logging)] fn t<'a>() -> Result<(), &'a str> { Ok(()) }",
        "test service::t",
    ),
    (
        "#[test] #[verifies(Backup::Logging)] async fn t() {}",
        "test service::t (unfit)",
    ),
    // Other attributes may make something else of it.
    (
        "#[test] #[values(1, 2)] #[verifies(Backup::Logging)] fn t(x: u8) {}",
        "test service::t",
    ),
    (
        "use tokio::test; #[test] #[verifies(Backup::Logging)] async fn t() {}",
        "test service::t",
    ),
    (
        "cases! { #[test] #[verifies(Backup::Logging)] fn t(x: u8) {} }",
        "test service::t [cases!]",
    ),
    (
        "#[cfg_attr(not(test), test)] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (no-test)",
    ),
    (
        "#[cfg(not(test))] #[test] #[verifies(Backup::Logging)] fn t() {}",
        "test service::t [cfg(not(test))] (never-built)",
    ),
    (
        "#[cfg(not(test))] mod m { #[test] #[verifies(Backup::Logging)] fn t() {} }",
        "test service::m::t [cfg(not(test))] (never-built)",
    ),
    (
        "#[test] #[verifies(Backup::Logging)] #[cfg(not(all()))] fn t() {}",
        "test service::t [cfg(not(all()))] (never-built)",
    ),
    (
        "#[cfg_attr(any(), cfg(any()))] #[test] #[verifies(Backup::Logging)] fn t() {}",
        "test service::t [cfg(any(not(any()), any()))]",
    ),
    (
        "#[test] #[cfg_attr(any(), verifies(Backup::Logging))] fn t() {}",
        "test service::t [cfg(any())] (never-built)",
    ),
    (
        "#[cfg_attr(any(), test)] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (no-test)",
    ),
    (
        "#[cfg_attr(unix, cfg_attr(any(), test))] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (no-test)",
    ),
    (
        "#[cfg_attr(all(), ignore)] #[test] #[verifies(Backup::Logging)] fn t() {}",
        "test service::t (ignored)",
    ),
    (
        "#[cfg_attr(any(), ignore)] #[test] #[verifies(Backup::Logging)] fn t() {}",
        "test service::t",
    ),
    (
        "#[contest] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (unknown-attribute)",
    ),
    (
        "#[my::not_a_test] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (unknown-attribute)",
    ),
    (
        "use my::contest as test; #[test] #[verifies(Backup::Logging)] fn t() {}",
        "function service::t (unknown-attribute)",
    ),
    (
        "use tokio::test as slowly; #[slowly] #[verifies(Backup::Logging)] async fn t() {}",
        "test service::t",
    ),
    (
        "#[kani::proof] #[verifies(Backup::Logging)] fn t() {}",
        "test service::t",
    ),
];

#[test]
fn what_is_never_run_is_no_evidence() {
    for (source, expected) in TESTS {
        assert_eq!(
            survey(&[source]),
            [format!(
                "verifies azure_backup::Backup::Logging: {expected}"
            )],
            "{source}"
        );
    }
    for name in [
        "a::b::test",
        "googletest::gtest",
        "ntest::test_case",
        "parameterized",
        "property_test",
        "quickcheck",
        "rstest",
        "test_casing",
        "test_matrix",
        "wasm_bindgen_test",
    ] {
        let source = format!("#[{name}(a, b = 1)] #[verifies(Backup::Logging)] fn t() {{}}");
        assert_eq!(
            survey(&[&source]),
            ["verifies azure_backup::Backup::Logging: test service::t"],
            "{source}"
        );
    }
    for source in [
        "#[cfg(any(any(), all(any())))] #[satisfies(Backup::Logging)] fn f() {}",
        "#[cfg(test)] mod m { #[cfg(not(test))] #[satisfies(Backup::Logging)] fn f() {} }",
    ] {
        let found = survey(&[source]);
        assert!(found[0].ends_with("(never-built)"), "{found:?}");
    }
    let in_tests = "#[cfg(not(test))] #[satisfies(Backup::Logging)] fn f() {}";
    assert_eq!(
        survey(&[in_tests]),
        ["satisfies azure_backup::Backup::Logging: function service::f [cfg(not(test))]"]
    );
}

#[test]
fn controls_are_known_by_their_paths() {
    let names = "pub use azure_backup as backup; pub use azure_backup::Backup::*; pub use crate::Service as Own; pub use other::Service::Peering as P;";
    for (uses, path, expected) in [
        ("", "Backup::Logging", "azure_backup::Backup::Logging"),
        (
            "",
            "::azure_backup::Backup::Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "use azure_backup::Backup as B;",
            "B::Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "use azure_backup::{Backup::{self as B}};",
            "B::Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "use azure_backup::Backup::{Logging, Authorization as Auth};",
            "Auth",
            "azure_backup::Backup::Authorization",
        ),
        (
            "use azure_backup::Backup::*;",
            "Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "use azure_backup::Backup as B; use B::*;",
            "Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "type B = azure_backup::Backup;",
            "B::Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "use azure_backup as a;",
            "a::Backup::Logging",
            "azure_backup::Backup::Logging",
        ),
        (
            "",
            "crate::m1::backup::Backup::Logging",
            "azure_backup::Backup::Logging",
        ),
        ("", "m1::Logging", "azure_backup::Backup::Logging"),
        ("use m1::*;", "Logging", "azure_backup::Backup::Logging"),
        ("", "m1::P", "other::Service::Peering"),
        ("", "m1::Own::Tunnel", "service::Service::Tunnel"),
        ("", "r#Service::r#Tunnel", "service::Service::Tunnel"),
        ("", "Service::Peering", "other::Service::Peering"),
        // Both crates have it: where no crate is named, it's the own one.
        ("", "super::Service::Firewall", "service::Service::Firewall"),
        (
            "use other::Service;",
            "Service::Firewall",
            "other::Service::Firewall",
        ),
        ("", "other::Service::Firewall", "other::Service::Firewall"),
    ] {
        let source = format!("{uses} #[satisfies({path})] fn f() {{}}");
        let found = survey(&[&source, names]);
        assert_eq!(
            found,
            [format!("satisfies {expected}: function service::f")],
            "{source}"
        );
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for (source, expected) in [
        (
            "#[satisfies(Backup::Loging)] fn f() {}",
            &["warning at `Loging`: `Backup` has no control `Loging`: `Logging` is near"][..],
        ),
        (
            "#[satisfies(Elsewhere::Logging)] fn f() {}",
            &[
                "warning at `Logging`: `Elsewhere::Logging` leads to no control of a catalog in scope, so it isn't counted",
            ],
        ),
        (
            "use x::Service; #[satisfies(azure_backup::Service::Firewall)] fn f() {}",
            &[
                "warning at `Firewall`: `azure_backup::Service::Firewall` may be a control in `service` or in `other`, so it isn't counted: write its whole path, from the crate on",
            ],
        ),
        (
            "waived!(Peering, reason = \"r\", until = \"2027-03-31\");",
            &[
                "warning at `Peering`: `Peering` leads to no control of a catalog in scope, so it isn't counted",
            ],
        ),
        (
            "waived!(Backup::Logging, reason = \"\", until = \"2027-02-30\");",
            &[
                "error at `\"\"`: the reason of a waiver is empty: say why nothing satisfies the control",
                "error at `\"2027-02-30\"`: `2027-02-30` isn't a day of the calendar: expected `YYYY-MM-DD`",
            ],
        ),
        (
            "#[satisfies()] fn f() {}",
            &[
                "error at `satisfies`: `satisfies` names no control: expected a path to one, such as `AzureBackup::Authorization`",
            ],
        ),
        (
            "#[satisfies] fn f() {}",
            &[
                "error at `satisfies`: `satisfies` names no control: expected a path to one, such as `AzureBackup::Authorization`",
            ],
        ),
        (
            "#[verifies(Backup::Logging)] mod tests { #[test] fn t() {} } #[verifies(Backup::Logging)] struct S;",
            &[
                "error at `verifies`: `#[verifies]` is for functions: put it on the test that shows what the control asks",
                "error at `verifies`: `#[verifies]` is for functions: put it on the test that shows what the control asks",
            ],
        ),
        (
            "macro_rules! m { ($c:path) => { #[inline] #[satisfies($c)] fn f() {} waived!($c); }; }",
            &[
                "warning at `satisfies`: what a macro puts together isn't seen here, so the `satisfies` in it counts for no control",
            ],
        ),
        ("macro_rules! m { () => { satisfies }; }", &[]),
        (
            "macro_rules! waived { ($($any:tt)*) => { controls_core::waived!($($any)*) }; }",
            &[],
        ),
    ] {
        assert_eq!(survey(&[source]), expected, "{source}");
    }
}

#[test]
fn what_rustc_refuses_is_said_and_not_counted() {
    for source in [
        "struct S { #[satisfies(Backup::Logging)] a: u8 }",
        "struct S(#[satisfies(Backup::Logging)] pub u8);",
        "enum E { #[satisfies(Backup::Logging)] A }",
        "trait T { #[satisfies(Backup::Logging)] fn f(&self); }",
        "trait T { #[satisfies(Backup::Logging)] const A: u8; }",
        "#[satisfies(Backup::Logging)] use a::b;",
        "#[satisfies(Backup::Logging)] pub extern crate a;",
        "#[satisfies(Backup::Logging)] extern \"C\" { fn f(); }",
        "fn f(#[satisfies(Backup::Logging)] a: u8) {}",
        "fn f() { #[satisfies(Backup::Logging)] let a = 1; }",
        "fn f() { match a { #[satisfies(Backup::Logging)] _ => {} } }",
        "#[satisfies(Backup::Logging)] a! { }",
        "#[satisfies(Backup::Logging)] macro_rules! a { () => {} }",
        "a!(#[satisfies(Backup::Logging)]);",
        "a! { #[satisfies(Backup::Logging)] rule b }",
    ] {
        assert_eq!(
            survey(&[source]),
            [
                "warning at `satisfies`: `#[satisfies]` is on nothing here that can hold it, so it counts for no control: put it on an item, or on a function with a body"
            ],
            "{source}"
        );
    }
}

#[test]
fn files_are_modules_with_conditions() {
    assert_eq!(
        survey(&[
            "pub use controls_core::verifies as shows;",
            "#[a::shows(Service::Tunnel)] #[test] fn t() {}"
        ]),
        ["verifies service::Service::Tunnel: test service::m1::t [cfg(f1)]"]
    );
}
