//! How documents are read that don't head their answers with a slash: the options that say so.

use std::fmt::Write as _;

use insta::assert_snapshot;

use crate::sample::{DOCUMENT, Sample};

/// The commands that read a document which no definition is about.
const COMMANDS: [&[&str]; 4] = [
    &["read", "document.md"],
    &["import", "document.md", "--name", "Service"],
    &["diff", "document.md", "document.md"],
    &["history", "document.md", "document.md"],
];

#[test]
fn mistakes_in_an_option_are_shown_in_it() {
    let sample = Sample::empty().file("document.md", DOCUMENT);
    for (options, expected) in [
        (
            &["--columns", "title = 1, titel = 2"][..],
            "unknown argument `titel`: `--columns` takes `section`, `label`, `title`, `answer`, `notes`, `documentation` and `also`; did you mean `title`?\n --> --columns:1:12\n  |\n1 | title = 1, titel = 2\n  |            ^\n",
        ),
        (
            &[
                "--columns",
                "title = 1, answer = 2",
                "--answers",
                "blank = maybe",
            ],
            "`blank` takes `no`, `not_applicable` or `unanswered`, found `maybe`\n --> --answers:1:9\n",
        ),
        (
            &["--headings", "level = 9"],
            "`level` takes the level of headings, from 1 to 6, found `9`\n --> --headings:1:9\n",
        ),
        (
            &["--columns", "title = \"a"],
            "a token is wrong here\n --> --columns:1:9\n",
        ),
    ] {
        for command in COMMANDS {
            let run = sample.run(&[command, options].concat());
            assert_eq!((run.code, &*run.stdout), (2, ""), "{command:?} {options:?}");
            let expected = format!("error: {expected}");
            assert!(
                run.stderr.starts_with(&expected),
                "{command:?}: {}",
                run.stderr
            );
        }
    }
}

#[test]
fn options_are_advised_where_there_is_no_definition() {
    let rows = "## Network\n\n| ID | Title | Status |\n|---|---|---|\n| 1 | Firewall | Yes |\n| 1 | Firewall | |\n";
    let sample = Sample::empty().file("document.md", format!("# Service\n\n{rows}"));
    let mut shown = String::new();
    for options in [
        &["--answers", "yes = \"x\""][..],
        &["--columns", "title = \"Title\", answer = \"Status\""],
        &[
            "--columns",
            "title = \"Title\", answer = \"Status\"",
            "--answers",
            "yes = \"Yes\"",
        ],
        &["--columns", "title = \"Title\", section = \"ID\""],
        &["--headings", "level = 3, answer = \"Status\""],
    ] {
        let runs = COMMANDS.map(|command| sample.run(&[command, options].concat()).stderr);
        // `history` says it of both.
        let all_alike = runs.iter().all(|run| run.starts_with(&runs[0]));
        assert!(all_alike, "{options:?}: {runs:?}");
        shown.extend([&options.join(" "), "\n", &runs[0], "\n"]);
    }
    let twins = ["--columns", "label = \"ID\", title = \"Title\""];
    let twins = [COMMANDS[1], &twins].concat();
    shown.extend([&twins.join(" "), "\n", &sample.run(&twins).stderr]);
    assert!(!shown.contains("#["), "{shown}");
    assert_snapshot!(shown);
}

/// A page in which vendors say how far a product follows a benchmark: labels, sub-sections, answers in words of its own.
const BENCHMARK: &str = "\
---
title: Hardening benchmark for Example Queue
ms.date: 03/01/2027
---
# Hardening benchmark for Example Queue

| Term | Meaning |
|---|---|
| Level | How much it costs |

## Details

| Item | Recommendation | Level | Status | Reason |
|---|---|---|---|---|
| 1 | Broker nodes ||||
| 1.1 | Files of the broker ||||
| 1.1.1 | Make sure that only the broker can read the file with its keys | L1 | Pass | |
| 1.1.2 | Make sure that only the broker can write to the folder of its logs | L1 | Fail | Shared with the agent. |
| 1.2 | Network of the broker ||||
| 1.2.1 | Make sure that the broker listens on the addresses of its own network only | L2 | N/A | |
| 1.2.2 | Make sure that unencrypted connections to the broker are refused | L1 | | |
";

fn benchmark(definition: &str) -> Sample {
    Sample::package(definition).file("benchmark.md", BENCHMARK)
}

#[test]
fn a_binding_is_proposed_where_no_column_has_a_slash() {
    let sample = benchmark("");
    let import = sample.run(&["import", "benchmark.md", "--name", "Queue"]);
    assert_snapshot!("proposal", import.golden());
    let read = sample.run(&["read", "benchmark.md"]);
    assert_eq!((read.code, &read.stderr), (2, &import.stderr));
    // Where a person has said how, that's what is wrong.
    let bound = [
        "import",
        "benchmark.md",
        "--name",
        "Queue",
        "--columns",
        "title = \"Control\"",
    ];
    let bound = sample.run(&bound);
    assert_eq!(bound.code, 2);
    assert!(!bound.stderr.contains("may be bound"), "{}", bound.stderr);
}

/// The options that are proposed, as a shell takes them.
fn proposed(sample: &Sample) -> Vec<String> {
    let run = sample.run(&["read", "benchmark.md"]);
    let line = run
        .stderr
        .lines()
        .find(|line| line.starts_with("  --columns"));
    let mut options = Vec::new();
    for (at, part) in line.unwrap().split('\'').enumerate() {
        let part = if at % 2 == 0 { part.trim() } else { part };
        if !part.is_empty() {
            options.push(part.to_owned());
        }
    }
    options
}

#[test]
fn what_is_proposed_can_be_pasted() {
    let sample = benchmark("");
    let options = proposed(&sample);
    let options: Vec<&str> = options.iter().map(|option| &**option).collect();
    let words = [
        &["import", "../benchmark.md", "--name", "Queue"][..],
        &options,
    ]
    .concat();
    let import = sample.run_in("src", &words);
    assert_snapshot!("imported", import.golden());
    let attributes = sample.run(&["read", "benchmark.md"]).stderr;
    let attributes = attributes.lines().filter(|line| line.starts_with("  #["));
    for attribute in attributes {
        assert!(import.stdout.contains(attribute), "{attribute}");
    }
    let sample = benchmark(&import.stdout);
    assert_eq!(
        sample.catalogs(),
        [("Queue".to_owned(), "src/lib.rs".to_owned())]
    );
}

#[test]
fn labels_properties_and_sections_within_sections_are_shown() {
    let sample = benchmark("");
    let options = proposed(&sample);
    let options: Vec<&str> = options.iter().map(|option| &**option).collect();
    let words = [&["read", "benchmark.md"][..], &options].concat();
    assert_snapshot!("bound", sample.run(&words).golden());
    let json = sample
        .run(&[&words[..], &["--format", "json"]].concat())
        .json();
    let section = &json["sections"][1];
    assert_eq!(section["title"], "Network of the broker");
    assert_eq!(
        section["headings"].as_array().unwrap().last().unwrap(),
        "Broker nodes"
    );
    assert_eq!(
        section["controls"][1],
        serde_json::json!({
            "label": "1.2.2",
            "title": "Make sure that unencrypted connections to the broker are refused",
            "answer": "",
            "verdict": "Unanswered",
            "notes": "",
            "documentation": "",
            "properties": { "Level": "L1" },
            "line": 21,
            "column": 11,
        })
    );
}

#[test]
fn a_control_is_found_by_its_label() {
    let definition = "controls_core::controls! {
    #[document = \"../benchmark.md\"]
    #[columns(label = \"Item\", title = \"Recommendation\", also = [\"Level\"])]
    pub enum Queue {
        Files = \"Files of the broker\" {
            KeyFile = \"Make sure that only the broker can read the file with its keys\" { label: \"1.1.1\", \"Level\": \"L1\" },
            LogFolder = \"Make sure that only the broker can write to the folder of its logs\" { label: \"1.1.2\", \"Level\": \"L1\" },
        }
    }
}
";
    let sample = benchmark(definition);
    let run = sample.run(&["explain", "1.1.2"]);
    assert!(
        run.stdout.starts_with("Queue::LogFolder\n"),
        "{}",
        run.stdout
    );
    for line in ["  label          1.1.2", "  properties     Level: L1"] {
        assert!(run.stdout.lines().any(|of| of == line), "{}", run.stdout);
    }
    let json = sample.run(&["explain", "1.1.2", "--format", "json"]).json();
    let matches = json["matches"].as_array().unwrap();
    assert_eq!(matches.len(), 1);
    assert_eq!(matches[0]["label"], "1.1.2");
    assert_eq!(
        matches[0]["properties"],
        serde_json::json!({ "Level": "L1" })
    );
}

#[test]
fn editions_are_compared_and_followed_by_the_binding() {
    let newer = BENCHMARK.replace("| L1 | Fail |", "| L1 | Pass |");
    let sample = benchmark("").file("newer.md", newer);
    let options = proposed(&sample);
    let options: Vec<&str> = options.iter().map(|option| &**option).collect();
    let diff = sample.run(
        &[
            &["diff", "benchmark.md", "newer.md", "--format", "json"][..],
            &options,
        ]
        .concat(),
    );
    let json = diff.json();
    let drifts = json["drifts"].as_array().unwrap();
    assert_eq!(drifts.len(), 1, "{json:#}");
    assert_eq!(
        (&drifts[0]["old"], &drifts[0]["new"]),
        (&"No".into(), &"Yes".into())
    );
    let history = sample.run(&[&["history", "benchmark.md", "newer.md"][..], &options].concat());
    assert!(
        history.stdout.starts_with("4 controls in 2 editions\n"),
        "{}",
        history.stdout
    );
    assert!(history.stdout.contains("No    Yes !"), "{}", history.stdout);
    assert!(history.stdout.contains("open  open"), "{}", history.stdout);
}

/// A page on which a control is a heading, and what is said of it is under that, in lines and in code.
const GUIDE: &str = "\
# Self-assessment of Example Queue

Each control has one of these results:

- **PASS**: the queue does it
- **WARN**: somebody has to look

## 1 Broker

### 1.1 Key file

**Result:** PASS

**Audit:**

```sh
# Result: what a line of code says isn't counted
stat -c %a /var/lib/queue/key
```

**Owner:** Operations

### 1.2 Log folder

**Result:** WARN

**Owner:** Operations

**Rationale:** The folder is shared with the agent that reads the logs, so it depends on the agent's user.

## 2 Network

### 2.1 Unencrypted connections

**Result:**

**Owner:** Network team
";

#[test]
fn headings_are_proposed_where_lines_under_them_are_alike() {
    let sample = Sample::package("").file("guide.md", GUIDE);
    let read = sample.run(&["read", "guide.md"]);
    assert_snapshot!("proposal_of_headings", read.golden());
    let options = [
        "level = 3, answer = \"Result\", notes = \"Rationale\", also = [\"Owner\"]",
        "blank = unanswered",
    ];
    let import = [
        "import",
        "../guide.md",
        "--name",
        "Queue",
        "--headings",
        options[0],
        "--answers",
        options[1],
    ];
    let pasted = format!("--headings '{}' --answers '{}'", options[0], options[1]);
    assert!(read.stderr.contains(&pasted), "{}", read.stderr);
    let import = sample.run_in("src", &import);
    assert_snapshot!("imported_from_headings", import.golden());
    let sample = Sample::package(&import.stdout).file("guide.md", GUIDE);
    assert_eq!(sample.run(&["check"]).code, 0);
}

#[test]
fn a_heading_whose_answer_has_another_name_is_not_taken_for_removed() {
    let older = "# Self-assessment\n\n## 2 Network\n\n### 2.1 Own addresses\n\n**Verdict:** Pass\n\n### 2.2 Firewall\n\n**Verdict:** Fail\n";
    let newer = older.replacen("Verdict", "Result", 1);
    let options = ["--headings", "level = 3, answer = \"Verdict\""];
    let sample = Sample::package("").file("document.md", older);
    let import = ["import", "../document.md", "--name", "Service"];
    let import = sample.run_in("src", &[&import[..], &options].concat());
    let sample = Sample::package(&import.stdout)
        .file("document.md", newer)
        .file("older.md", older);
    let mut shown = String::new();
    for arguments in [
        &["check"][..],
        &["fix"],
        &["diff", "older.md", "document.md", options[0], options[1]],
    ] {
        let run = sample.run(arguments);
        let _ = writeln!(shown, "$ {}\n{}", arguments.join(" "), run.golden());
    }
    assert_snapshot!("heading_whose_answer_has_another_name", shown);
    // What is advised is what has to be written.
    let definition = import
        .stdout
        .replace("answer = \"Verdict\"", "answer = [\"Verdict\", \"Result\"]");
    let sample =
        Sample::package(&definition).file("document.md", older.replacen("Verdict", "Result", 1));
    assert_eq!(sample.run(&["check"]).code, 0);
}
