//! `history`.

use std::{collections::HashSet, fs};

use insta::assert_snapshot;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::{
    diff::{NEW, OLD},
    sample::{DOCUMENT, Sample, command, run, workspace},
};

/// A third edition: what went comes back, a row has another answer.
fn third() -> String {
    NEW.replace("2019-09-23", "2020-01-31")
        .replace(
            "| Service endpoints | Yes |  |  |\n",
            "| Encryption at rest | No |  |  |\n",
        )
        .replace("| Login | Yes |", "| Login | N/A |")
}

fn sample() -> Sample {
    Sample::empty()
        .file("a.md", OLD)
        .file("b.md", NEW)
        .file("c.md", third())
}

/// What happened to a control.
fn events(json: &Value, title: &str) -> Vec<(u64, String, Value, Value)> {
    let control = json["controls"]
        .as_array()
        .unwrap()
        .iter()
        .find(|control| control["title"] == title)
        .unwrap();
    let events = control["events"].as_array().unwrap().iter();
    events
        .map(|event| {
            let kind = event["kind"].as_str().unwrap().to_owned();
            (
                event["edition"].as_u64().unwrap(),
                kind,
                event["old"].clone(),
                event["new"].clone(),
            )
        })
        .collect()
}

#[test]
fn the_table_is_read_at_a_glance() {
    assert_snapshot!(
        "table",
        sample().run(&["history", "a.md", "b.md", "c.md"]).golden()
    );
}

#[test]
fn the_table_fits_the_terminal() {
    // Two titles that differ only where they would be cut.
    let long = "| Encryption of everything that is at rest in any of the regions with keys of the";
    let rows = |answer: &str| {
        ["customer", "vendor"].map(|whose| format!("{long} {whose} | {answer} |  |  |\n"))
    };
    let edition = |at: usize| {
        let answer = ["Yes", "No", "In parts"][at % 3];
        let title = format!("Support for things of the kind {}", at / 4);
        let text = OLD.replace("Firewall support", &title) + &rows(answer).concat();
        text.replace("2019-04-16", &format!("2019-04-{:02}", at + 1))
    };
    let mut sample = Sample::empty();
    let names: Vec<String> = (0..14).map(|at| format!("edition-{at}.md")).collect();
    for (at, name) in names.iter().enumerate() {
        sample = sample.file(name, edition(at));
    }
    let words: Vec<&str> = ["history"]
        .into_iter()
        .chain(names.iter().map(|name| &**name))
        .collect();
    for width in [24, 40, 80, 120, 200] {
        let columns = width.to_string();
        let shown = run(command(sample.root()).args(&words).env("COLUMNS", columns)).stdout;
        let too_wide = shown.lines().find(|line| line.width() > width);
        assert_eq!(too_wide, None, "{width}: {shown}");
        // Each edition has a column, in whichever table.
        let numbers = shown
            .lines()
            .map(|line| line.split_whitespace().map(str::parse::<usize>));
        let numbers = numbers.filter_map(|line| line.collect::<Result<Vec<_>, _>>().ok());
        let editions: Vec<usize> = (1..=names.len()).collect();
        assert_eq!(
            numbers.flatten().collect::<Vec<_>>(),
            editions,
            "{width}: {shown}"
        );
        let titles = shown.lines().filter(|line| line.starts_with("  Encr"));
        let titles: HashSet<&str> = titles
            .filter_map(|line| line.trim_start().split("  ").next())
            .collect();
        assert_eq!(titles.len(), 3, "{width}: {titles:?}");
    }
    let shown = sample.run(&words).stdout;
    assert!(shown.lines().any(|line| line.width() > 120), "{shown}");
}

#[test]
fn each_control_has_its_events() {
    let run = sample().run(&["history", "a.md", "b.md", "c.md", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    assert_eq!(
        json["editions"][1],
        serde_json::json!({"path": "b.md", "date": "2019-09-23"})
    );
    let event = |edition: u64, kind: &str, old: Option<&str>, new: Option<&str>| {
        let value = |text: Option<&str>| text.map_or(Value::Null, Value::from);
        (edition, kind.to_owned(), value(old), value(new))
    };
    assert_eq!(
        events(&json, "Audit log"),
        [
            event(0, "added", None, Some("Audit log")),
            event(1, "section", Some("Logging"), Some("Identity"))
        ]
    );
    assert_eq!(
        events(&json, "Login"),
        [
            event(0, "added", None, Some("Login")),
            event(2, "answer", Some("Yes"), Some("N/A"))
        ]
    );
    assert_eq!(
        events(&json, "Encryption at rest"),
        [
            event(0, "added", None, Some("Encryption at rest")),
            event(1, "removed", Some("Encryption at rest"), None),
            event(2, "added", None, Some("Encryption at rest")),
            event(2, "section", Some("Networking"), Some("Network")),
            event(2, "answer", Some("Yes"), Some("No")),
            event(2, "notes", Some("By default."), None),
        ]
    );
}

#[test]
fn a_history_has_each_row_of_each_edition_once() {
    let json = sample()
        .run(&["history", "a.md", "b.md", "c.md", "--format", "json"])
        .json();
    let mut present = [0; 3];
    for control in json["controls"].as_array().unwrap() {
        let mut is_there = false;
        for (edition, count) in present.iter_mut().enumerate() {
            for event in control["events"].as_array().unwrap() {
                if event["edition"] == edition {
                    is_there = event["kind"] != "removed";
                }
            }
            *count += u32::from(is_there);
        }
    }
    assert_eq!(present, [10, 12, 12]);
}

#[test]
fn editions_are_called_by_their_dates_unless_those_repeat() {
    let sample = sample()
        .file("d/a.md", OLD)
        .file("undated.md", DOCUMENT)
        .file("again.md", NEW.replace("By rules", "After rules"));
    for (documents, names) in [
        (
            &["a.md", "b.md"][..],
            "\n  1  2019-04-16\n  2  2019-09-23\n",
        ),
        (
            &["b.md", "again.md"],
            "\n  1  b.md (2019-09-23)\n  2  again.md (2019-09-23)\n",
        ),
        (
            &["a.md", "undated.md"],
            "\n  1  a.md (2019-04-16)\n  2  undated.md\n",
        ),
        (
            &["a.md", "d/a.md"],
            "\n  1  a.md (2019-04-16)\n  2  d/a.md (2019-04-16)\n",
        ),
        (&["a.md"], "\n  1  2019-04-16\n"),
    ] {
        let run = sample.run(&[&["history"], documents].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""), "{documents:?}");
        assert!(run.stdout.contains(names), "{documents:?}: {}", run.stdout);
    }
}

#[test]
fn sections_of_one_name_on_one_page_are_kept_apart() {
    let part = |name: &str| DOCUMENT.replace("# Security controls\n", &format!("# {name}\n"));
    let sample = Sample::empty().file("page.md", format!("{}\n{}", part("Vault"), part("Disks")));
    let run = sample.run(&["history", "page.md", "page.md"]);
    assert!(
        run.stdout.starts_with("4 controls in 2 editions\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("\nVault > Network\n") && run.stdout.contains("\nDisks > Network\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn the_page_has_a_cell_for_each_control_and_edition_and_loads_nothing() {
    let sample = sample().file(
        "d.md",
        third().replace("Login", "<script>alert('&')</script>"),
    );
    let run = sample.run(&[
        "history",
        "--html",
        "page.html",
        "a.md",
        "b.md",
        "c.md",
        "d.md",
    ]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(
        run.stdout,
        sample
            .run(&["history", "a.md", "b.md", "c.md", "d.md"])
            .stdout
    );
    let page = fs::read_to_string(sample.root().join("page.html")).unwrap();
    let json = sample
        .run(&[
            "history", "a.md", "b.md", "c.md", "d.md", "--format", "json",
        ])
        .json();
    let controls = json["controls"].as_array().unwrap().len();
    let count = |text: &str| page.matches(text).count();
    assert_eq!(
        (count("<td "), count("</td>")),
        (controls * 4, controls * 4)
    );
    assert_eq!(count("<th scope=\"row\">"), controls);
    assert_eq!(count("<th scope=\"col\">"), 5);
    assert_eq!(count("<tbody>"), count("<th scope=\"rowgroup\""));
    for never in [
        "<script", "src=", "href=", "url(", "@import", "http:", "https:", " onload",
    ] {
        assert_eq!(count(never), 0, "{never}");
    }
    assert!(page.contains("&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;"));
    assert_eq!(unclosed(&page), [""; 0]);
}

/// The elements of a page that aren't closed in the order in which they're opened.
fn unclosed(page: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{tag}"));
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_ref(), Some(&name));
        } else if !["meta", ""].contains(&&*name) {
            open.push(name);
        }
    }
    open
}

#[test]
fn a_page_is_written_over_an_earlier_one_and_over_nothing_else() {
    let page = |sample: &Sample, words: &[&str]| {
        let run = sample.run(&[&["history", "--html", "page.html"], words].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""));
        fs::read_to_string(sample.root().join("page.html")).unwrap()
    };
    let sample = sample();
    let (first, second) = (page(&sample, &["a.md"]), page(&sample, &["a.md", "b.md"]));
    assert!(first != second && second.contains("Service endpoints"));

    let edited = format!("<!-- mine -->\n{second}");
    let sample = sample
        .file("edited.html", edited)
        .file("other.html", "<!DOCTYPE html>\n")
        .file("empty.html", "")
        .file("d/x", "");
    let refused = "isn't a page that `cargo controls history` has written";
    for (file, expected) in [
        (
            "gone/page.html",
            "the page can't be written to `gone/page.html`: ",
        ),
        ("a.md", refused),
        ("./d/../b.md", refused),
        // It isn't named as a document this time.
        ("c.md", refused),
        ("edited.html", refused),
        ("other.html", refused),
        ("empty.html", refused),
        ("d", refused),
    ] {
        let path = sample.root().join(file);
        let before = fs::read(&path).ok();
        let run = sample.run(&["history", "--html", file, "a.md", "b.md"]);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{file}");
        assert!(run.stderr.contains(expected), "{file}: {}", run.stderr);
        assert_eq!(fs::read(&path).ok(), before, "{file}");
    }
}

#[test]
fn documents_that_cannot_be_read_are_all_named() {
    let sample = sample().file("empty.md", "");
    for (format, results) in [("text", ""), ("json", "null\n")] {
        let run = sample.run(&["history", "gone.md", "a.md", "empty.md", "--format", format]);
        assert_eq!((run.code, &*run.stdout), (2, results));
        assert!(
            run.stderr.contains("--> gone.md") && run.stderr.contains("--> empty.md"),
            "{}",
            run.stderr
        );
    }
    assert_eq!(sample.run(&["history"]).code, 2);
}

#[test]
fn the_editions_of_azure_backup_are_told_where_they_are_at_hand() {
    let folder = workspace().join("../shared/corpus/azure-backup");
    if !folder.is_dir() {
        return;
    }
    let editions = [
        "edition-1.md",
        "edition-3.md",
        "edition-5.md",
        "edition-7.md",
    ];
    assert_snapshot!(
        "azure_backup",
        run(command(&folder).arg("history").args(editions)).golden()
    );
}

/// The labels of the AKS benchmark shifted by one from the edition of 30 July 2025 on. Their texts stay where they were
/// published: labels, counts and kinds are told here.
#[test]
fn labels_that_shifted_in_a_real_document_are_told_in_each_form() {
    let folder = workspace().join("../shared/corpus/other-families/aks-cis");
    let editions = ["2024-08-30", "2025-05-20", "2025-08-05"];
    let files = editions.map(|date| folder.join(format!("cis-kubernetes-{date}.md")));
    if !files.iter().all(|file| file.is_file()) {
        println!("the real documents aren't beside this checkout: nothing is told");
        return;
    }
    let columns = r#"label = "CIS ID", title = "Recommendation description", answer = "Status", also = ["Assessment status", "Level"]"#;
    let history = |options: &[&str]| {
        let files = files.iter().map(|file| file.to_str().unwrap());
        let words = ["history", "--columns", columns].into_iter().chain(files);
        let words: Vec<&str> = words.chain(options.iter().copied()).collect();
        let sample = Sample::empty();
        let run = sample.run(&words);
        assert_eq!((run.code, &*run.stderr), (0, ""));
        let page = fs::read_to_string(sample.root().join("page.html"));
        (run, page.unwrap_or_default())
    };
    let json = history(&["--format", "json"]).0.json();
    let controls = json["controls"].as_array().unwrap();
    assert_eq!(controls.len(), 132);
    let kinds = |edition: u64, kind: &str| {
        let events = |control: &Value| {
            let events = control["events"].as_array().unwrap().clone();
            let label = control["label"].as_str().unwrap().to_owned();
            let events = events
                .into_iter()
                .filter(move |event| event["edition"] == edition);
            events.map(move |event| (label.clone(), event))
        };
        let events = controls.iter().flat_map(events);
        let events = events.filter(|(_, event)| event["kind"] == kind);
        let told = events.map(|(label, event)| {
            let old = event["old"].as_str().filter(|_| kind == "recycled");
            old.map_or(label.clone(), |old| format!("{old} -> {label}"))
        });
        told.collect::<Vec<_>>()
    };
    let recycled = [
        "2.2 -> 2.3",
        "2.3 -> 2.4",
        "2.4 -> 2.5",
        "2.5 -> 2.6",
        "2.6 -> 2.7",
        "2.7 -> 2.8",
    ];
    assert_eq!(kinds(2, "recycled"), recycled);
    assert_eq!(kinds(2, "added"), ["1.2.30", "2.2"]);
    assert_eq!(
        (kinds(1, "retitled").len(), kinds(1, "recycled").len()),
        (35, 0)
    );
    assert_eq!((kinds(2, "removed").len(), kinds(2, "label").len()), (0, 0));

    let text = history(&[]).0.stdout;
    let told = text.lines().filter(|line| line.starts_with("  recycled  "));
    let told: Vec<String> = told
        .map(|line| {
            let (_, labels) = line.rsplit_once(": ").unwrap();
            labels.split_once(", ").unwrap().0.to_owned()
        })
        .collect();
    assert_eq!(told, recycled);
    let rows = text
        .lines()
        .filter(|line| line.starts_with("  2.") && line.ends_with("##"));
    assert_eq!(rows.count(), 6, "{text}");

    let html = history(&["--html", "page.html"]).1;
    assert!(
        html.contains("6 with a label that names another control since"),
        "{html}"
    );
    assert_eq!(html.matches(", which names another control").count(), 6);
    assert!(html.contains("<small>label 2.3, was 2.2, which names another control</small>"));
}

#[test]
fn documents_without_answers_have_no_open_ones() {
    let framework =
        |rows: &str| format!("# Framework\n\n## Network\n\n| No. | Requirement |\n|--|--|\n{rows}");
    let (old, new) = (
        "| 1.1 | Use a firewall |\n",
        "| 1.2 | Use a firewall |\n| 1.3 | Use TLS |\n",
    );
    let sample = Sample::empty()
        .file("a.md", framework(old))
        .file("b.md", framework(new));
    let columns = "label = \"No.\", title = \"Requirement\"";
    let words = [
        "history",
        "a.md",
        "b.md",
        "--columns",
        columns,
        "--html",
        "page.html",
    ];
    assert_snapshot!("without_answers", sample.run(&words).golden());
    let page = fs::read_to_string(sample.root().join("page.html")).unwrap();
    assert_eq!(page.matches("<b>there</b>").count(), 3, "{page}");
    assert!(!page.contains("Unanswered"), "{page}");
}
