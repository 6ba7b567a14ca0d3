//! Documents that are CSV.

use insta::assert_snapshot;

use crate::sample::Sample;

const MATRIX: &str = "\u{feff}Domain,ID,Requirement,Status,Evidence,Level\r\n\
    Network,1.1,\"Firewall, with rules\",Met,,L1\r\n\
    Network,1.2,Forced tunneling,Not met,\"Planned for the \"\"second\"\" half\",L2\r\n\
    \r\n\
    Identity,2.1,Roles,N/A,,L1\r\n";

const COLUMNS: &str = "section = \"Domain\", label = \"ID\", title = \"Requirement\", answer = \"Status\", notes = \"Evidence\", also = [\"Level\"]";

fn sample() -> Sample {
    Sample::package("").file("matrix.csv", MATRIX)
}

/// The package with the definition that `import` makes of the table.
fn imported() -> Sample {
    let words = [
        "import",
        "../matrix.csv",
        "--name",
        "Matrix",
        "--columns",
        COLUMNS,
    ];
    let run = Sample::package("")
        .file("matrix.csv", MATRIX)
        .run_in("src", &words);
    assert_eq!(run.code, 0, "{}", run.stderr);
    Sample::package(&run.stdout).file("matrix.csv", MATRIX)
}

#[test]
fn a_table_is_read_and_imported() {
    assert_snapshot!(
        sample()
            .run(&["read", "matrix.csv", "--columns", COLUMNS])
            .golden()
    );
    assert_snapshot!(
        sample()
            .run(&[
                "import",
                "matrix.csv",
                "--name",
                "Matrix",
                "--columns",
                COLUMNS
            ])
            .golden()
    );
}

#[test]
fn an_imported_table_is_in_step_with_its_definition() {
    let run = imported().run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_table_that_has_changed_is_shown_and_fixed() {
    let new = MATRIX
        .replace("Not met,", "Met,")
        .replace("Identity,", "Identity,2.2,Keys,Met,,L2\r\nIdentity,");
    let sample = imported().file("matrix.csv", &new);
    assert_snapshot!(sample.run(&["check"]).golden());
    let run = sample.run(&["fix", "--write"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let run = sample.run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);

    let sample = sample.file("old.csv", MATRIX);
    let run = sample.run(&["diff", "old.csv", "matrix.csv", "--columns", COLUMNS]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.golden());
}

#[test]
fn what_is_no_table_is_an_error_with_its_line() {
    for (text, message) in [
        (
            MATRIX.replace("Roles,", "Roles"),
            "this row has 5 cells, and the header row 6 cells\n --> matrix.csv:5:1\n",
        ),
        (
            MATRIX.replace("\"Firewall", "Firewall"),
            "a quote is in a cell that doesn't begin with one\n --> matrix.csv:2:33\n",
        ),
        (
            MATRIX.replace("rules\"", "rules"),
            "a cell goes on after the quote that closes it\n --> matrix.csv:3:39\n",
        ),
        (
            MATRIX.replace(',', ";"),
            "the cells are separated by semicolons",
        ),
        (
            String::new(),
            "no control table is found: the document is empty",
        ),
    ] {
        let sample = Sample::empty().file("matrix.csv", text);
        for command in [
            &["read", "matrix.csv"][..],
            &["import", "matrix.csv", "--name", "Matrix"],
        ] {
            let run = sample.run(&[command, &["--columns", COLUMNS]].concat());
            assert_eq!((run.code, &*run.stdout), (2, ""), "{command:?}");
            let expected = format!("error: {message}");
            assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
        }
    }
    let run = sample().run(&["read", "matrix.csv"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.golden());
}
