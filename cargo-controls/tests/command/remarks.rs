//! Remarks about documents, which four commands have in common.

use crate::sample::Sample;

/// A blank answer, a row twice, a table that is no control table.
const ODD: &str = "\
# Security controls

## Network

| Control | Yes/No |
|---|---|
| Firewall | Yes |
| Peering | |
| Firewall | Yes |

| Vulnerability | Description |
|---|---|
| Leak | Data |
";

const DEFINITION: &str = "\
controls_core::controls! {
    #[document = \"../odd.md\"]
    pub enum Service {
        Network = \"Network\" {
            Firewall = \"Firewall\" => Yes,
            Peering = \"Peering\" => \"\",
            FirewallAgain = \"Firewall\" => Yes,
        }
    }
}
";

/// Where what is odd is, and a word of what is said of it.
const REMARKS: [(u64, u64, &str); 3] = [
    (8, 3, "`Peering`"),
    (9, 3, "`Firewall`"),
    (11, 1, "`Vulnerability | Description`"),
];

fn sample() -> Sample {
    Sample::package(DEFINITION)
        .file("odd.md", ODD)
        .file("other.md", ODD.replace("Leak", "Hole"))
}

#[test]
fn four_commands_list_the_remarks() {
    let sample = sample();
    for (words, files) in [
        (&["read", "odd.md"][..], &["odd.md"][..]),
        (&["check", "-v"], &["odd.md"]),
        (&["import", "odd.md", "--name", "Service"], &["odd.md"]),
        (
            &["diff", "-v", "odd.md", "other.md"],
            &["odd.md", "other.md"],
        ),
    ] {
        let run = sample.run(words);
        assert_eq!(run.code, 0, "{words:?}: {}", run.stderr);
        let said: Vec<&str> = run.stdout.lines().chain(run.stderr.lines()).collect();
        for file in files {
            for (line, column, word) in REMARKS {
                let place = format!("  {file}:{line}:{column}: ");
                let remark = said.iter().find_map(|line| line.strip_prefix(&*place));
                assert!(
                    remark.is_some_and(|remark| remark.contains(word)),
                    "{words:?}: {place}: {said:?}"
                );
            }
        }
    }
}

#[test]
fn four_commands_tell_programs_the_remarks() {
    let sample = sample();
    for (words, lists) in [
        (&["read", "odd.md"][..], &["/remarks"][..]),
        (&["check"], &["/catalogs/0/remarks"]),
        (&["import", "odd.md", "--name", "Service"], &["/remarks"]),
        (
            &["diff", "odd.md", "other.md"],
            &["/old_remarks", "/new_remarks"],
        ),
    ] {
        let run = sample.run(&[words, &["--format", "json"]].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""), "{words:?}");
        let json = run.json();
        for list in lists {
            let remarks = json.pointer(list).unwrap().as_array().unwrap();
            let found: Vec<_> = remarks
                .iter()
                .map(|of| (of["line"].as_u64().unwrap(), of["column"].as_u64().unwrap()))
                .collect();
            let expected = REMARKS.map(|(line, column, _)| (line, column));
            assert_eq!(found, expected, "{words:?}: {list}");
        }
    }
}

#[test]
fn check_and_diff_count_the_remarks_and_say_where_they_are() {
    let sample = sample();
    for (words, expected) in [
        (
            &["check"][..],
            "  3 remarks about odd.md (`cargo controls check -v` lists them)",
        ),
        (
            &["diff", "odd.md", "other.md"],
            "  3 remarks about odd.md, 3 remarks about other.md (`cargo controls diff -v` lists them)",
        ),
        (
            &["diff", "odd.md", "document.md"],
            "  3 remarks about odd.md (`cargo controls diff -v` lists them)",
        ),
    ] {
        let run = sample.run(words);
        assert_eq!(run.stdout.lines().nth(1), Some(expected), "{words:?}");
        let quiet = sample.run(&[words, &["--quiet"]].concat());
        let said = quiet.stdout + &quiet.stderr;
        assert!(!said.contains("remark"), "{words:?}: {said}");
    }
    let quiet = sample.run(&["import", "-q", "odd.md", "--name", "Service"]);
    assert_eq!((quiet.code, &*quiet.stderr), (0, ""));
}

#[test]
fn a_definition_narrowed_to_a_heading_has_the_remarks_below_it() {
    let other = ODD
        .replace("## Network", "## Data")
        .replace("# Security controls\n", "");
    let sample = Sample::empty().file("odd.md", format!("{ODD}\n{other}"));
    let lines = |words: &[&str]| {
        let run = sample.run(&[&["import", "odd.md", "--format", "json"], words].concat());
        let remarks = run.json()["remarks"].as_array().unwrap().clone();
        let lines = remarks.iter().map(|of| of["line"].as_u64().unwrap());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(lines(&["--name", "A", "--heading", "Network"]), [8, 9, 11]);
    assert_eq!(lines(&["--name", "A", "--heading", "Data"]), [21, 22, 24]);
    assert_eq!(lines(&["--name", "A"]), [8, 9, 11, 21, 22, 24]);
}
