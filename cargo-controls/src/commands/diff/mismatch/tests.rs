//! What comparing by place finds.

use controls_document::read;

use super::{Mismatch, compare_translation};

const ORIGINAL: &str = "\
# Controls

## Network

| Control | Yes/No | Notes |
|---|---|---|
| Service endpoint support | No | |
| VNet injection support | No | |
| Firewall support | Yes | For VM backup. |
| Forced tunneling | No | |

## Logging

| Control | Yes/No | Notes |
|---|---|---|
| Monitoring (Log Analytics) | Yes | See [Monitor](https://example.com/blog/monitor/). |
| Data plane logging | No | |

## Keys

| Control | Yes/No | Notes |
|---|---|---|
| Managed keys | Yes | |
| Own keys (BYOK) | N/A | |
";

const TRANSLATED: &str = "\
# Steuerung

## Netz

| Steuerung | Ja/Nein | Notizen |
|---|---|---|
| Dienstendpunkte | Nein | |
| VNet-Einschleusung | Nein | |
| Firewall | Ja | Bei der Sicherung von VM. |
| Tunnelerzwingung | Nein | |

## Protokolle

| Steuerung | Ja/Nein | Notizen |
|---|---|---|
| Überwachung (Log Analytics) | Ja | Siehe [hier](https://example.com/de/monitor). |
| Datenebene | Nein | |

## Schlüssel

| Steuerung | Ja/Nein | Notizen |
|---|---|---|
| Verwaltete Schlüssel | Ja | |
| Eigene Schlüssel (BYOK) | N/A | |
";

fn found(original: &str, translated: &str) -> Vec<String> {
    let (original, translated) = (read(original).unwrap(), read(translated).unwrap());
    let old: Vec<_> = original
        .controls()
        .map(|(_, control)| &*control.title.text)
        .collect();
    let new: Vec<_> = translated
        .controls()
        .map(|(_, control)| &*control.title.text)
        .collect();
    let line = |mismatch: &Mismatch| match mismatch {
        Mismatch::Missing { original, .. } => format!("missing {}", old[*original]),
        Mismatch::Extra {
            translated,
            doubles: None,
        } => format!("extra {}", new[*translated]),
        Mismatch::Extra {
            translated,
            doubles: Some(_),
        } => format!("doubled {}", new[*translated]),
        Mismatch::Misplaced { translated, .. } => format!("misplaced {}", new[*translated]),
        Mismatch::Answer {
            original, certain, ..
        } => {
            format!(
                "answer{} {}",
                if *certain { "" } else { "?" },
                old[*original]
            )
        }
    };
    compare_translation(&original, &translated)
        .iter()
        .map(line)
        .collect()
}

#[test]
fn a_faithful_translation_differs_in_nothing() {
    assert_eq!(found(ORIGINAL, TRANSLATED), [""; 0]);
    assert_eq!(found(TRANSLATED, ORIGINAL), [""; 0]);
    assert_eq!(found(ORIGINAL, ORIGINAL), [""; 0]);
}

#[test]
fn answers_are_compared_by_what_they_mean() {
    for (from, to, expected) in [
        (
            "| Nein |",
            "| Ja |",
            &[
                "answer Service endpoint support",
                "answer VNet injection support",
                "answer Forced tunneling",
                "answer Data plane logging",
            ][..],
        ),
        ("einschleusung | Nein", "einschleusung | ja", &[]),
        (
            "Einschleusung | Nein",
            "Einschleusung | Ja",
            &["answer VNet injection support"],
        ),
        ("| N/A |", "| Entfällt |", &["answer? Own keys (BYOK)"]),
        ("| N/A |", "| Ja |", &["answer Own keys (BYOK)"]),
        (
            "Schlüssel | Ja |",
            "Schlüssel | Yes |",
            &["answer Managed keys"],
        ),
    ] {
        let translated = TRANSLATED.replace(from, to);
        assert_eq!(found(ORIGINAL, &translated), expected, "{from} -> {to}");
    }
    // A heading the other way round would give the words another meaning, and isn't read.
    assert!(read(&TRANSLATED.replace("| Ja/Nein |", "| Nein/Ja |")).is_err());
}

#[test]
fn a_row_that_took_the_place_of_another_is_doubled() {
    let (firewall, tunnel) = (
        "| Firewall | Ja | Bei der Sicherung von VM. |\n",
        "| Tunnelerzwingung | Nein | |\n",
    );
    for wrong in [tunnel.to_owned(), tunnel.replace("Nein", "Ja")] {
        let broken = TRANSLATED.replace(firewall, &wrong);
        let expected = ["missing Firewall support", "doubled Tunnelerzwingung"];
        let mut found = found(ORIGINAL, &broken);
        found.sort_by_key(|line| !line.starts_with("missing"));
        assert_eq!(found, expected);
    }
}

#[test]
fn a_missing_or_doubled_row_is_named() {
    for (row, title) in [
        (
            "| VNet-Einschleusung | Nein | |\n",
            "VNet injection support",
        ),
        (
            "| Firewall | Ja | Bei der Sicherung von VM. |\n",
            "Firewall support",
        ),
        ("| Datenebene | Nein | |\n", "Data plane logging"),
        ("| Verwaltete Schlüssel | Ja | |\n", "Managed keys"),
        ("| Eigene Schlüssel (BYOK) | N/A | |\n", "Own keys (BYOK)"),
    ] {
        assert_eq!(
            found(ORIGINAL, &TRANSLATED.replace(row, "")),
            [format!("missing {title}")]
        );
        let name = row.split('|').nth(1).unwrap().trim();
        assert_eq!(
            found(ORIGINAL, &TRANSLATED.replace(row, &row.repeat(2))),
            [format!("doubled {name}")]
        );
        let other = format!("{row}| Neu | Vielleicht | Etwas ganz anderes |\n");
        assert_eq!(
            found(ORIGINAL, &TRANSLATED.replace(row, &other)),
            ["extra Neu"]
        );
    }
}

#[test]
fn a_row_that_says_enough_is_found_where_it_is() {
    let row =
        "| Überwachung (Log Analytics) | Ja | Siehe [hier](https://example.com/de/monitor). |\n";
    let without = TRANSLATED.replace(row, "");
    for before in ["| Dienstendpunkte |", "| Eigene Schlüssel (BYOK) |"] {
        let moved = without.replace(before, &format!("{row}{before}"));
        assert_eq!(
            found(ORIGINAL, &moved),
            ["misplaced Überwachung (Log Analytics)"],
            "{before}"
        );
    }
}

#[test]
fn a_section_that_is_missing_or_elsewhere_is_its_rows() {
    let (head, keys) = TRANSLATED.split_at(TRANSLATED.find("## Schlüssel").unwrap());
    assert_eq!(
        found(ORIGINAL, head),
        ["missing Managed keys", "missing Own keys (BYOK)"]
    );
    let (head, logs) = head.split_at(head.find("## Protokolle").unwrap());
    assert_eq!(
        found(ORIGINAL, &format!("{head}{keys}")),
        [
            "missing Monitoring (Log Analytics)",
            "missing Data plane logging"
        ]
    );
    assert!(!found(ORIGINAL, &format!("{head}{keys}\n{logs}")).is_empty());
    let more = format!("{TRANSLATED}\n## Neu\n\n| S | Ja/Nein |\n|--|--|\n| Neues | Ja |\n");
    assert_eq!(found(ORIGINAL, &more), ["extra Neues"]);
}

#[test]
fn long_documents_are_counted_off() {
    let table = |word: &str, count: usize| {
        let rows: Vec<String> = (0..count)
            .map(|at| format!("| {word} {at} | No |\n"))
            .collect();
        format!("# A\n\n| C | Yes/No |\n|--|--|\n{}", rows.concat())
    };
    let found = found(&table("Port", 1200), &table("Hafen", 1199));
    assert_eq!(found, ["missing Port 1199"]);
}
