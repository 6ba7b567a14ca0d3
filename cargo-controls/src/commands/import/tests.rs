//! Definitions for documents of every sort, the nastiest included.

use std::collections::{BTreeMap, HashMap, HashSet};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::{args::Format, sources::ReadingOptions};

fn arguments(all: bool) -> Arguments {
    Arguments {
        document: "../document/page.md".into(),
        name: Some("Service".to_owned()),
        heading: None,
        all,
        published: None,
        folder: None,
        controls_core: None,
        reading: ReadingOptions::default(),
        format: Format::Text,
    }
}

fn imported(text: &str, arguments: &Arguments) -> Result<Imports, String> {
    imports_of(
        arguments,
        Source::new("page.md".to_owned(), text.to_owned()),
        NamesInScope::default(),
    )
}

/// The names of a definition's rows and sections, in order, each with its title.
fn names(text: &str) -> Vec<(String, String)> {
    let pairs = text
        .lines()
        .filter_map(|line| line.strip_prefix("        ")?.split_once(" = \""));
    let named = pairs.filter(|(name, _)| !name.contains('#'));
    named
        .map(|(name, rest)| {
            (
                name.trim().to_owned(),
                rest.split('"').next().unwrap().to_owned(),
            )
        })
        .collect()
}

fn names_of(text: &str) -> Vec<String> {
    let imports = imported(text, &arguments(false)).unwrap();
    names(&imports.definitions[0].text)
        .into_iter()
        .map(|(name, _)| name)
        .collect()
}

fn document(rows: &str) -> String {
    format!("## Data\n\n|C|Yes/No|Notes|\n|--|--|--|\n{rows}")
}

/// A page of two services, whose sections are level with them.
const PAGE: &str = "\
# Security controls

## [Azure Disks](/azure/disks)

## Network

|C|Yes/No|\n|--|--|\n|VNet injection support|No|\n|Logging and audit|No|

### Data

|C|Yes/No|\n|--|--|\n|API calls encrypted|No|

## [Key Vault](/azure/key-vault)

## Network

|C|Yes/No|\n|--|--|\n|vNET Injection|Yes|\n|Audit & logging|No|
";

#[test]
fn a_page_of_many_services_gives_one_definition_each() {
    let imports = imported(
        PAGE,
        &Arguments {
            name: None,
            ..arguments(true)
        },
    )
    .unwrap();
    assert!(imports.errors.is_empty(), "{:?}", imports.errors);
    let found: Vec<_> = imports
        .definitions
        .iter()
        .map(|of| (&*of.name, of.heading.as_deref(), of.controls))
        .collect();
    assert_eq!(
        found,
        [
            ("AzureDisks", Some("Azure Disks"), 3),
            ("KeyVault", Some("Key Vault"), 2)
        ]
    );
    // The same controls, in other letter case and word order.
    let rows = |at: usize| {
        names(&imports.definitions[at].text)
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(0),
        [
            "Network",
            "VnetInjection",
            "LoggingAndAudit",
            "Data",
            "ApiCallsEncrypted"
        ]
    );
    assert_eq!(rows(1), ["Network", "VnetInjection", "LoggingAndAudit"]);
    assert!(
        imports.definitions[1]
            .text
            .contains("    /// Controls of Key Vault.\n")
    );
    assert!(
        imports.definitions[1]
            .text
            .contains("    #[heading = \"Key Vault\"]\n")
    );
}

#[test]
fn a_page_as_a_whole_tells_its_sections_apart() {
    assert_eq!(
        names_of(PAGE),
        [
            "AzureDisksNetwork",
            "AzureDisksNetworkVnetInjection",
            "LoggingAndAudit",
            "Data",
            "ApiCallsEncrypted",
            "KeyVaultNetwork",
            "KeyVaultNetworkVnetInjection",
            "AuditAndLogging"
        ]
    );
}

#[test]
fn services_are_named_after_what_their_headings_are_about() {
    let table = "|C|Yes/No|\n|--|--|\n|A|No|\n";
    for (headings, expected) in [
        (
            &["Security controls for Azure Backup"][..],
            &["AzureBackup"][..],
        ),
        (&["Azure Backup"], &["AzureBackup"]),
        (&["Controls for A", "Controls for B"], &["A", "B"]),
        (
            &["Controls for A", "Other controls for B"],
            &["ControlsForA", "OtherControlsForB"],
        ),
        (
            &["Network", "Network section", "Network-Section"],
            &["Network", "NetworkSectionAgainAgain", "NetworkSectionAgain"],
        ),
        (&["Self", "日本"], &["Itself", "日本"]),
    ] {
        let parts = headings
            .iter()
            .map(|heading| format!("# {heading}\n\n## Data\n\n{table}\n"));
        let imports = imported(
            &parts.collect::<String>(),
            &Arguments {
                name: None,
                ..arguments(true)
            },
        )
        .unwrap();
        let found: Vec<_> = imports.definitions.iter().map(|of| &*of.name).collect();
        assert_eq!(
            (&found[..], &imports.errors[..]),
            (expected, &[][..]),
            "{headings:?}"
        );
    }
}

#[test]
fn every_section_is_in_one_definition_or_complained_of() {
    let table = "|C|Yes/No|\n|--|--|\n|A|No|\n";
    let page = format!(
        "# Page\n\n## General\n\n{table}\n## A\n\n### Data\n\n{table}\n### Inner\n\n#### More\n\n{table}\n## B\n\n### Data\n\n{table}\n## B\n\n### Data\n\n{table}\n"
    );
    let imports = imported(&page, &arguments(true)).unwrap();
    let found: Vec<_> = imports
        .definitions
        .iter()
        .map(|of| (&*of.name, of.controls))
        .collect();
    assert_eq!(
        found,
        [("ServiceGeneral", 1), ("ServiceA", 2)],
        "{:?}",
        imports.errors
    );
    assert_eq!(imports.errors.len(), 1, "{:?}", imports.errors);
    assert!(
        imports.errors[0].starts_with("the document has 2 headings `B`"),
        "{:?}",
        imports.errors
    );
}

#[test]
fn what_nobody_sees_makes_no_difference() {
    let plain = names_of(&document(
        "|Café encryption|No||\n|API calls|No||\n|データ|No||\n",
    ));
    let odd = "|Cafe\u{301} en\u{ad}cryp\u{200d}tion™|No||\n|ＡＰＩ\u{a0}calls|No||\n|ﾃﾞｰﾀ|No||\n";
    assert_eq!(names_of(&document(odd)), plain);
    assert_eq!(plain, ["Data", "CaféEncryption", "ApiCalls", "データ"]);
}

#[test]
fn names_that_the_compiler_takes_for_one_are_not_given_twice() {
    // Letters that are others once they're normalized, in both ways.
    let rows: Vec<String> = [
        "K",
        "\u{212a}",
        "\u{f900}",
        "豈",
        "क\u{93c}",
        "\u{958}",
        "각",
        "가\u{11a8}",
        "i\u{301}",
        "İ\u{301}",
        "ΐ",
        "Ϊ\u{301}",
    ]
    .iter()
    .map(|title| format!("|{title}|No||\n"))
    .collect();
    let names = names_of(&document(&rows.concat()));
    let stored: HashSet<String> = names.iter().map(|name| name.nfc().collect()).collect();
    assert_eq!(stored.len(), names.len(), "{names:?}");
}

#[test]
fn real_documents_call_the_same_control_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let mut services: BTreeMap<String, HashMap<String, String>> = BTreeMap::new();
    for part in ["azure-backup", "azure-services", "azure-backup-translated"] {
        for entry in std::fs::read_dir(folder.join(part))
            .into_iter()
            .flatten()
            .flatten()
        {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let imports = imported(&text, &arguments(false)).unwrap();
            assert!(imports.errors.is_empty());
            let all = names(&imports.definitions[0].text);
            // Nothing in them needs more than its own words.
            assert!(
                all.iter().all(|(name, _)| !name.ends_with("Again")),
                "{all:?}"
            );
            services.insert(
                entry.path().display().to_string(),
                all.into_iter().map(|(name, title)| (title, name)).collect(),
            );
        }
    }
    let mut known: HashMap<String, (String, String)> = HashMap::new();
    for names in services.values() {
        for (title, name) in names {
            let letters: String = title
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            let (first, first_title) = known
                .entry(letters)
                .or_insert_with(|| (name.clone(), title.clone()));
            assert_eq!(first, name, "{first_title} and {title}");
        }
    }
}

/// Documents put together from what is hard on names, literals and sections.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Keys", "keys", "KEYS", "support", "Support for", "supported", "etc.", "and", "&", "/", "such as", "(BYOK)",
            "(", ")", "（例）", "Self", "self", "type", "ALL", "Again", "Section", "2", "256", "1.2", "\\|", "\\", "\"", "'", "#",
            "<ul><li>", "</li>", "<br>", "<!", "[a](b)", "[", "](", "`", "**", "_", "{}", "//", "/*", "*/", "\r", "r#\"", "\\u{202e}",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "é", "e\u{301}", "\u{301}", "K", "\u{212a}", "ß", "ﬁ", "İ", "ª", "²", "①", "Ⅱ", "ⓐ", "ー", "・", "暗号", "ﾃﾞ", "が", "か\u{3099}", "豈",
            "\u{f900}", "각", "가\u{11a8}", "ㅤ", "हिन्दी", "क\u{93c}", "\u{958}", "ทำ", "\u{e33}", "ا", "ﷺ", "\u{200c}", "\u{200d}", "\u{202e}",
            "\u{2066}", "\u{feff}", "\u{fe0f}", "😀", "👩\u{200d}💻", "\u{0}", "\u{1b}[1m", "\u{7f}", "\u{85}", "\u{2028}", "𝐀", "𠮷", "_", "‿", "·", "٣", "ͅ",
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,3}",
        1 => Just(" ".to_owned()),
        1 => any::<char>().prop_filter("lines end elsewhere", |c| *c != '\n').prop_map(String::from),
    ];
    let text = prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat());
    let answer = prop_oneof![
        Just("Yes".to_owned()),
        Just("no".to_owned()),
        Just("N/A".to_owned()),
        Just(String::new()),
        text.clone()
    ];
    let row = (text.clone(), answer, text.clone())
        .prop_map(|(title, answer, notes)| format!("| {title} | {answer} | {notes} |\n"));
    let rows = prop::collection::vec(row, 1..8).prop_map(|rows| rows.concat());
    let section = (
        "#{1,3}",
        prop_oneof![
            Just("Network".to_owned()),
            Just("<a name=\"x\"></a>".to_owned()),
            text
        ],
        rows,
        any::<bool>(),
    )
        .prop_map(|(level, title, rows, group)| {
            let group = if group {
                format!("{level} {title} for {title}\n\n")
            } else {
                String::new()
            };
            format!("{group}{level} {title}\n\n|C|Yes/No|Notes|\n|--|--|--|\n{rows}\n")
        });
    prop::collection::vec(section, 1..5).prop_map(|sections| sections.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_document_makes_a_wrong_definition(text in nasty(), all in any::<bool>()) {
        let Ok(imports) = imported(&text, &arguments(all)) else { return Ok(()) };
        for error in &imports.errors {
            prop_assert!(!error.contains("bug"), "{error}\n{text:?}");
        }
        prop_assert!(all || imports.definitions.len() == 1);
        for definition in &imports.definitions {
            // What the compiler makes of the names: it normalizes them.
            let mut stored = [HashSet::new(), HashSet::new()];
            for line in definition.text.lines().skip(1) {
                let Some((name, _)) = line.split_once(" = ").filter(|(name, _)| !name.contains(['#', '"', ':']) && !name.contains("///")) else { continue };
                let is_row = name.starts_with("            ");
                let name = name.trim();
                prop_assert!(stored[usize::from(is_row)].insert(name.nfc().collect::<String>().to_lowercase()), "{name} in {}", definition.text);
                // An underscore parts two numbers, where no lint refuses it.
                let mut underscores = name.match_indices('_');
                let digit = |c: char| c.is_ascii_digit();
                prop_assert!(underscores.all(|(at, _)| name[..at].ends_with(digit) && name[at + 1..].starts_with(digit)), "{name}");
                prop_assert!(controls_dsl::is_type_name(&name.replace('_', "")), "{name}");
            }
            // Characters that the compiler refuses in literals and comments.
            let refused = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\r' | '\0');
            prop_assert!(!definition.text.contains(refused), "{}", definition.text);
        }
    }
}
