//! How documents are read that don't head their answers with a slash: the options that say so.

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
            "unknown argument `titel`: `#[columns]` takes `label`, `title`, `answer`, `notes`, `documentation` and `also`; did you mean `title`?\n --> --columns:1:12\n  |\n1 | title = 1, titel = 2\n  |            ^\n",
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
