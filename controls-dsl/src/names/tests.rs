//! Names as a careful person would choose them.

use std::collections::HashSet;

use controls_document::folded;

mod real;

use super::*;

/// The name of a title on its own.
fn name(title: &str) -> String {
    propose(&[("", title)], &HashSet::new()).remove(0)
}

/// The names of titles of one document.
fn names(titles: &[(&str, &str)]) -> Vec<String> {
    propose(titles, &HashSet::new())
}

#[test]
fn one_control_has_one_name_however_it_is_written() {
    for alike in [
        &[
            "Forced tunneling support",
            "Forced-Tunneling",
            "Support for forced tunneling",
            "Supports forced tunneling",
            "Forced tunneling is supported",
            "Is forced tunneling supported?",
            "FORCED TUNNELING",
            "**Forced tunneling**",
            "[Forced tunneling](/azure/vpn/forced \"x\") support",
            "Forced tunneling support (preview)",
            "Forced&nbsp;tunneling",
            "Forced tunneling<br/>support",
            "`forced_tunneling`",
            "Forced tunneling, etc.",
        ][..],
        &[
            "VNet injection",
            "vNET Injection",
            "VNET-injection support",
            "Vnet injection support, such as subnets",
        ],
        &[
            "Logging and audit",
            "Logging & audit",
            "Logging &amp; Audit",
            "Logging / audit",
            "Logging/Audit",
            "Logging + audit",
        ],
        &[
            "Encryption at rest",
            "Encryption-at-rest support (such as SSE)",
            "Encryption at rest, e.g. SSE",
            "Encryption at rest, for example SSE",
            "Encryption support at rest",
        ],
        &["TLS 1.2", "TLS-1.2 supported", "tls 1.2 support"],
        &["Customers' keys", "customers’ keys"],
    ] {
        for title in alike {
            assert_eq!(name(title), name(alike[0]), "{title}");
        }
    }
}

#[test]
fn words_that_mean_something_are_kept() {
    for (title, expected) in [
        ("Customer support access", "CustomerSupportAccess"),
        ("Support", "Support"),
        ("Not supported features", "NotSupportedFeatures"),
        ("Supported TLS versions", "TlsVersions"),
        ("BYOK support for backups", "ByokForBackups"),
        ("TLS 1.2", "Tls12"),
        ("[`stack-switching`] [^11]", "StackSwitching"),
        ("TCP/IP and I/O", "TcpIpAndIO"),
        ("U.S. regions", "UsRegions"),
        ("Customer's keys can't leave", "CustomersKeysCantLeave"),
        ("Read and/or write", "ReadAndOrWrite"),
        ("Latency < 5 ms", "Latency5Ms"),
        ("Encryption (at rest", "EncryptionAtRest"),
        ("(Preview)", "Preview"),
        ("Q&A", "QAndA"),
        ("GÜVENLİK straße ŉ", "GüvenlikStraßeŉ"),
        ("ßtraße", "Sstraße"),
        ("ŉ", "Wordŉ"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn numbers_never_come_first() {
    for (title, expected) in [
        ("2FA", "TwoFa"),
        ("2-factor authentication", "TwoFactorAuthentication"),
        ("42-day retention", "FortyTwoDayRetention"),
        ("30-day retention", "ThirtyDayRetention"),
        ("256-bit encryption", "Bit256Encryption"),
        ("2段階認証", "段階認証2"),
        ("365", "Number365"),
        ("007", "Number007"),
        ("٣ مفاتيح", "مفاتيح٣"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn letters_of_another_script_that_look_like_latin_ones_are_latin() {
    for (title, expected) in [
        ("\u{410}ccess control list", "AccessControlList"),
        ("\u{415}ncrypti\u{43e}n at rest", "EncryptionAtRest"),
        ("L\u{3bf}g retention", "LogRetention"),
        // Words of that script, and of a language that has both.
        ("\u{421}\u{41e}\u{412}", "\u{421}\u{43e}\u{432}"),
        ("Zugriff \u{fc}ber VPN", "Zugriff\u{dc}berVpn"),
        ("\u{3b2} release", "\u{392}Release"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn sentences_are_cut_where_they_can_be() {
    for (title, expected) in [
        (
            "Ability to restrict network access to the service with private endpoints so that nothing else gets at it",
            "AbilityToRestrictNetworkAccessToServiceWithPrivateEndpoints",
        ),
        (
            "Network isolation, which means that nobody who isn't allowed to can reach any of the machines at any time",
            "NetworkIsolation",
        ),
        (
            "The one that is one of the longest names of them all by and by with that of another",
            "OneThatIsOneOfLongestNamesOfThemAll",
        ),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
    for title in [
        "x".repeat(1000),
        "暗".repeat(1000),
        "ab cd ".repeat(500),
        "e\u{301}\u{301}".repeat(500),
        "1".repeat(500),
    ] {
        assert!(
            (1..=120).contains(&name(&title).chars().count()),
            "{}",
            name(&title)
        );
    }
}

#[test]
fn titles_without_words_have_names() {
    for (title, expected) in [
        ("…", "Control"),
        ("", "Control"),
        ("😀", "Control"),
        ("()", "Control"),
        ("<br>", "Control"),
        ("\u{301}", "Control"),
        ("___", "Control"),
        ("\u{200b}\u{feff}", "Control"),
        ("+", "Plus"),
        ("self", "Itself"),
        ("②", "Control"),
        ("\u{1f170}\u{24d0}", "Control"),
    ] {
        assert_eq!(name(title), expected, "{title}");
    }
}

#[test]
fn what_tells_titles_apart_tells_names_apart() {
    for (titles, expected) in [
        // Parentheses.
        (
            &[
                ("D", "Encryption (at rest)"),
                ("D", "Encryption (in transit)"),
            ][..],
            &["EncryptionAtRest", "EncryptionInTransit"][..],
        ),
        (
            &[("D", "Encryption"), ("D", "Encryption (in transit)")],
            &["Encryption", "EncryptionInTransit"],
        ),
        (
            &[("D", "Agent (for Windows)"), ("D", "Agent (for Linux)")],
            &["AgentWindows", "AgentLinux"],
        ),
        (
            &[("D", "Keys, e.g. SSE"), ("D", "Keys, such as CMK")],
            &["KeysSse", "KeysCmk"],
        ),
        (
            &[
                ("D", "Keys:<ul><li>SSE</li></ul>"),
                ("D", "Keys:<ul><li>CMK</li></ul>"),
            ],
            &["KeysSse", "KeysCmk"],
        ),
        // Sections.
        (
            &[("Control plane", "Logging"), ("Data plane", "Logging")],
            &["ControlPlaneLogging", "DataPlaneLogging"],
        ),
        (
            &[
                ("Network", "Network isolation"),
                ("Data", "Network isolation"),
            ],
            &["NetworkIsolation", "DataNetworkIsolation"],
        ),
        // Signs, and what is left out elsewhere.
        (
            &[("D", "C++ SDK"), ("D", "C# SDK"), ("D", "C SDK")],
            &["CSdkPlusPlus", "CSdkSharp", "CSdk"],
        ),
        (
            &[("D", "TLS"), ("D", "TLS support")],
            &["Tls", "TlsSupport"],
        ),
        (
            &[("D", "TLS 1.2"), ("D", "TLS 12"), ("D", "TLS1.2")],
            &["Tls12", "Tls12Again", "Tls12Another"],
        ),
        // Ids.
        (&[("D", "A B"), ("D", "Ab")], &["AB", "AbAgain"]),
        // Twins.
        (
            &[
                ("D", "Keys"),
                ("D", "Keys"),
                ("D", "Keys"),
                ("D", "Keys again"),
            ],
            &["Keys", "KeysAnother", "KeysFurther", "KeysAgain"],
        ),
        (&[("", "…"), ("", "!")], &["Control", "ControlAgain"]),
    ] {
        assert_eq!(names(titles), expected, "{titles:?}");
    }
}

#[test]
fn names_that_are_taken_are_not_proposed() {
    let taken = HashSet::from([
        "Encryption".to_owned(),
        "data-keys".to_owned(),
        "Keys".to_owned(),
        "Odd".to_owned(),
    ]);
    let titles = [
        ("Data", "Encryption (at rest)"),
        ("Data", "Keys"),
        ("Net", "Keys"),
        ("", "Odd"),
    ];
    assert_eq!(
        propose(&titles, &taken),
        ["EncryptionAtRest", "DataKeysAgain", "NetKeys", "OddAgain"]
    );
}

#[test]
fn many_twins_have_as_many_names() {
    let titles = vec![("Data", "Keys"); 5_000];
    let names = names(&titles);
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    assert!(
        names
            .iter()
            .all(|name| !name.contains(|c: char| c.is_numeric()) && name.len() < 60)
    );
}

#[test]
fn whatever_a_title_has_in_it_its_name_is_one() {
    // Behind these come ideographs, private characters and selectors of glyphs.
    for c in ('\0'..'\u{20000}').chain('\u{e0000}'..'\u{e0200}') {
        for title in [
            c.to_string(),
            format!("{c}a"),
            format!("a{c}"),
            format!("a {c}{c}1"),
        ] {
            let scanned = title::Title::of(&title);
            let name = pascal::pascal_case(&scanned.main);
            assert!(is_type_name(&name), "{c:?}: {name}");
            assert!(is_kebab_case(&kebab_case(&name)), "{c:?}: {name}");
        }
    }
}

#[test]
fn ids_are_variants_in_kebab_case() {
    for (name, id) in [
        ("ForcedTunneling", "forced-tunneling"),
        ("VnetInjection", "vnet-injection"),
        ("APICalls", "api-calls"),
        ("Tls12", "tls12"),
        ("Snake_Case", "snake-case"),
        ("X", "x"),
        ("暗号化", "暗号化"),
        ("ÄrmelKanal", "ärmel-kanal"),
    ] {
        assert_eq!(kebab_case(name), id);
        assert!(is_kebab_case(id), "{id}");
    }
    // As NIST has them.
    assert!(is_kebab_case("ac-2.1"));
    for id in [
        "", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a..b", ".a", "a-.b", "a-Ä", "a'b",
    ] {
        assert!(!is_kebab_case(id), "{id}");
    }
}

#[test]
fn what_is_near_is_found() {
    const ANSWERS: [&str; 4] = ["Yes", "No", "NotApplicable", "Unanswered"];
    for (wanted, expected) in [
        ("yes", Some("Yes")),
        ("Yse", Some("Yes")),
        ("Noo", Some("No")),
        ("NotAplicable", Some("NotApplicable")),
        ("Unanswerd", Some("Unanswered")),
        ("Maybe", None),
        ("X", None),
        ("", None),
    ] {
        assert_eq!(nearest(wanted, ANSWERS), expected, "{wanted}");
    }
}

#[test]
fn keywords_are_sorted() {
    for keyword in ["Self", "_", "type", "yield", "gen", "async"] {
        assert!(is_keyword(keyword), "{keyword}");
    }
    assert!(!is_keyword("Network"));
}

#[test]
fn names_are_proposed_in_the_form_in_which_the_compiler_compares_them() {
    // An accent as part of its letter, after it, and after a joiner that no name keeps.
    let titles = ["Caf\u{e9}", "Cafe\u{301}", "Cafe\u{200d}\u{301}"].map(|title| ("", title));
    let names = propose(&titles, &HashSet::new());
    assert_eq!(names[0], "Caf\u{e9}");
    for (at, name) in names.iter().enumerate() {
        assert_eq!(*name, *folded(name), "{name}");
        assert!(!names[..at].contains(name), "{names:?}");
    }
    let taken = HashSet::from(["Cafe\u{301}".to_owned()]);
    assert_ne!(propose(&titles[..1], &taken), names[..1]);
}
