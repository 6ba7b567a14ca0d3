//! `fix` with somebody at a real terminal.

use std::fs;

use crate::{
    sample::{Sample, command},
    session::{ASKED, Typed, answer, end, session, spawned},
};

const SOURCE: &str = "\
controls_core::controls! {
    #[document = \"../document.md\"]
    pub enum Service {
        Network = \"Network\" {
            Firewall = \"Firewall\" => Yes,
            Peering = \"Peering of virtual networks\" => No {
                notes: \"Through gateways.\",
            },
            Quotas = \"Quotas\" => Yes,
        }
    }
}
";

const DOCUMENT: &str = "\
## Network

| Control | Yes/No | Notes |
|---|---|---|
| Firewall | No | |
| Peering of networks that are virtual | No | Through gateways. |
";

/// A package in which one row has changed, one seems to have another title now, and one has gone.
fn sample() -> Sample {
    Sample::package(SOURCE).file("document.md", DOCUMENT)
}

fn source(sample: &Sample) -> String {
    fs::read_to_string(sample.root().join("src/lib.rs")).unwrap()
}

#[test]
fn the_edit_is_shown_before_the_questions_and_both_rows_at_each() {
    let sample = sample();
    let mut session = session(&sample, &[]);
    let shown = answer(&mut session, Typed::Line("y"));
    let expected = "
`Peering` seems to have another title now
  src/lib.rs:6:
    Peering = \"Peering of virtual networks\" => No {
        notes: \"Through gateways.\",
    }
  document.md:6, in section `Network`:
    | Peering of networks that are virtual | No | Through gateways. |
is it the same control?";
    let diff = shown.strip_suffix(expected).expect(&shown);
    for line in [
        "-            Firewall = \"Firewall\" => Yes,\n",
        "+            Firewall = \"Firewall\" => No,\n",
        "-            Quotas = \"Quotas\" => Yes,\n",
    ] {
        assert!(diff.contains(line), "{diff}");
    }
    assert_eq!(
        answer(&mut session, Typed::Line("n")),
        "
`Quotas` is no longer in document.md
  src/lib.rs:9:
    Quotas = \"Quotas\" => Yes
drop its id `quotas` for good?"
    );
    let (rest, code) = end(&mut session);
    assert!(rest.contains("--drop quotas"), "{rest}");
    assert_eq!((code, source(&sample)), (1, SOURCE.to_owned()));
}

#[test]
fn only_what_somebody_has_said_yes_to_is_written() {
    use Typed::{End, Line};
    let (yes, no, quit) = (Line("y"), Line("n"), Line("q"));
    for (words, typed, is_written) in [
        (&[][..], &[yes, yes][..], true),
        // Two rows that aren't the same are one that goes and a new one.
        (&[], &[no, yes, yes], true),
        (&["--drop", "quotas"], &[yes], true),
        (&["--yes"], &[yes], true),
        (&[], &[yes, no], false),
        (&[], &[yes, Line("")], false),
        (&[], &[no, no, yes], false),
        (&["--yes"], &[no], false),
        (&[], &[quit], false),
        (&[], &[yes, quit], false),
        (&["--yes"], &[quit], false),
        (&["--drop", "quotas"], &[quit], false),
        (&[], &[End], false),
        (&[], &[yes, End], false),
        (&["--yes"], &[End], false),
        (&["--drop", "quotas"], &[End], false),
    ] {
        let sample = sample();
        let mut session = session(&sample, words);
        for typed in typed {
            answer(&mut session, *typed);
        }
        let (rest, code) = end(&mut session);
        let after = source(&sample);
        let case = format!("{words:?} {typed:?}: {rest}\n{after}");
        if is_written {
            assert_eq!(code, 0, "{case}");
            assert!(!after.contains("Quotas"), "{case}");
            assert_eq!(sample.run(&["check"]).code, 0, "{case}");
        } else {
            assert_eq!((code, &*after), (1, SOURCE), "{case}");
        }
        let is_left_open = matches!(typed.last(), Some(End | Line("q")));
        let says_so = rest.contains("nothing is written: the questions were left open");
        assert_eq!(says_so, is_left_open, "{case}");
    }
}

#[test]
fn nobody_is_asked_where_nothing_is_written() {
    let sample = sample();
    let mut command = command(sample.root());
    command.arg("fix").env("NO_COLOR", "1");
    let mut session = spawned(command);
    let (shown, code) = end(&mut session);
    assert!(!shown.contains(ASKED), "{shown}");
    assert_eq!((code, source(&sample)), (1, SOURCE.to_owned()));
}
