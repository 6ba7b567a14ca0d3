//! What a change is about, what has become of it, and where that is in both documents.

use controls_document::{
    Binding, Blank, Column, Columns, Document, IndexedDocument, Near, Place, Words, compare,
    read_bound,
};

fn binding() -> Binding {
    let column = |heading: &str| Some(Column::named(heading));
    Binding::Columns(Columns {
        label: column("ID"),
        answer: column("Status"),
        notes: column("Notes"),
        documentation: column("See"),
        also: vec!["Level".to_owned()],
        words: Words {
            blank: Some(Blank::Unanswered),
            ..Words::default()
        },
        ..Columns::new(Column::named("Control"))
    })
}

/// A document whose sections are divided by `#`. A row is on line 7, the next one on line 8.
fn text(sections: &str) -> String {
    let section = |section: &str| {
        let (heading, rows) = section.split_once('\n').unwrap_or((section, ""));
        format!(
            "## {}\n\n|ID|Control|Status|Notes|See|Level|\n|--|--|--|--|--|--|\n{rows}\n",
            heading.trim()
        )
    };
    let sections: Vec<String> = sections.split('#').skip(1).map(section).collect();
    format!("\n\n{}", sections.join("\n"))
}

fn read(text: &str) -> Document<'_> {
    read_bound(text, &binding()).unwrap()
}

/// Each change: its kind, what it's about, what was and is, where that is, and the sentence if there is one.
fn changes(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (text(old), text(new));
    let (old, new) = (read(&old), read(&new));
    let comparison = compare(old.outline(), new.outline());
    let (old, new) = (IndexedDocument::new(&old), IndexedDocument::new(&new));
    let place = |place: Option<Place>| {
        place.map_or("-".to_owned(), |at| format!("{}:{}", at.line, at.column))
    };
    let said = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let changes = comparison.changes().iter().map(|change| {
        let facts = comparison.facts(change).unwrap();
        let near = match new.near(change, &comparison) {
            None => String::new(),
            Some(Near::Row(at)) => format!(" after {}", place(Some(at))),
            Some(Near::Section(at)) => format!(" in {}", place(Some(at))),
        };
        let sentence = comparison.sentence(change, "It");
        format!(
            "{}: {}, before {} | {}, before {} | {} -> {} | {} -> {}{near} | {}",
            change.kind(),
            said(facts.title),
            said(facts.old_title),
            facts.section,
            said(facts.old_section),
            said(facts.old),
            said(facts.new),
            place(old.old_place(change)),
            place(new.new_place(change)),
            sentence.unwrap_or_default(),
        )
    });
    changes.map(|change| change.trim_end().to_owned()).collect()
}

#[test]
fn each_change_has_its_facts_and_places() {
    let firewall = "#Network\n|1|Firewall|Pass|On|x|L1|";
    for (old, new, expected) in [
        (
            firewall,
            "#Network\n|1|Firewall|Fail|On|x|L1|",
            "answer: Firewall, before Firewall | Network, before Network | Yes -> No | 7:13 -> 7:13 | the answer of `It` has changed",
        ),
        (
            firewall,
            "#Network\n|1|Firewall|Pass|Off|x|L1|",
            "notes: Firewall, before Firewall | Network, before Network | On -> Off | 7:18 -> 7:18 | the notes of `It` have changed",
        ),
        (
            firewall,
            "#Network\n|1|Firewall|Pass|On||L1|",
            "documentation: Firewall, before Firewall | Network, before Network | x -> - | 7:21 -> 7:21 |",
        ),
        (
            firewall,
            "#Network\n|1|Firewall|Pass|On|x|L2|",
            "property: Firewall, before Firewall | Network, before Network | L1 -> L2 | 7:23 -> 7:23 | the `Level` of `It` has changed",
        ),
        (
            firewall,
            "#Network\n|2|Firewall|Pass|On|x|L1|",
            "label: Firewall, before Firewall | Network, before Network | 1 -> 2 | 7:2 -> 7:2 | the label of `It` has changed",
        ),
        (
            firewall,
            "#Network\n|1|Firewalls|Pass|On|x|L1|",
            "retitled: Firewalls, before Firewall | Network, before Network | Firewall -> Firewalls | 7:4 -> 7:4 | the title of `It` has changed",
        ),
    ] {
        assert_eq!(changes(old, new), [expected], "{new}");
    }
}

#[test]
fn what_was_added_or_removed_is_on_one_side() {
    let two = "#Network\n|1|Firewall|Pass||||\n|2|Tunnel|Fail||||";
    let one = "#Network\n|1|Firewall|Pass||||";
    let other = "#Network\n|2|Tunnel|Fail||||";
    for (old, new, expected) in [
        (
            one,
            two,
            "added: Tunnel, before - | Network, before - | - -> Tunnel | - -> 8:4 |",
        ),
        (
            two,
            one,
            "removed: Tunnel, before Tunnel | Network, before Network | Tunnel -> - | 8:4 -> - after 7:4 |",
        ),
        (
            two,
            other,
            "removed: Firewall, before Firewall | Network, before Network | Firewall -> - | 7:4 -> - in 3:4 |",
        ),
    ] {
        assert_eq!(changes(old, new), [expected], "{new}");
    }
}

#[test]
fn a_row_that_was_removed_is_near_its_section_under_another_title() {
    let old =
        "#Network\n|1|Zone|Pass||||\n|2|Firewall|Pass||||\n|3|Tunnel|Fail||||\n|4|Peering|Fail||||";
    let new = "#Networks\n|2|Firewall|Pass||||\n|3|Tunnel|Fail||||\n|4|Peering|Fail||||";
    assert_eq!(
        changes(old, new),
        [
            "section: -, before - | Networks, before Network | Network -> Networks | 3:4 -> 3:4 |",
            "removed: Zone, before Zone | Network, before Network | Zone -> - | 7:4 -> - in 3:4 |",
        ]
    );
}

#[test]
fn a_label_that_names_another_row_is_about_the_one_that_had_it() {
    let old = "#Network\n|1|Firewall|Pass|On|x|L1|\n|2|Tunnel|Fail|Off|y|L2|";
    let new = "#Network\n|1|Tunnel|Fail|Off|y|L2|\n|2|Firewall|Pass|On|x|L1|";
    let sentences: Vec<String> = changes(old, new)
        .into_iter()
        .filter(|change| change.starts_with("recycled"))
        .collect();
    assert_eq!(
        sentences,
        [
            "recycled: Firewall, before Firewall | Network, before Network | 1 -> 2 | 7:2 -> 7:2 | `1` names another control now: `Tunnel`; the old one is `2`",
            "recycled: Tunnel, before Tunnel | Network, before Network | 2 -> 1 | 8:2 -> 8:2 | `2` names another control now: `Firewall`; the old one is `1`",
        ]
    );
}
