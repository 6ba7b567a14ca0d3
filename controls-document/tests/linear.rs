//! No text takes more than linear time: of each kind that once did, four times as much takes about four times as many
//! instructions. They are counted by valgrind, because seconds depend on the machine.

use std::{env, process::Command};

use controls_document::{LineIndex, excerpt_by, links, read};

/// A kind of text, of about so many bytes.
fn text(kind: &str, size: usize) -> String {
    let table = "# N\n\n| C | Yes/No | Notes |\n|---|---|---|\n";
    let times = |piece: &str| piece.repeat(size / piece.len());
    match kind {
        "a row that never closes" => format!("{table}| A | No | n\n{}", times("more text\n")),
        "rows without a title" => format!("{table}| A | No | n |\n{}", times("| | | more |\n")),
        "very many columns" => {
            let header = format!("| C | Yes/No |{}", times(" Spälte |"));
            format!("# N\n\n{header}\n|---|---|\n| A | No |\n| B | No |\n")
        }
        "a header row of empty columns" => {
            let header = format!("| C |{} Yes/No |", times("|"));
            format!("# N\n\n{header}\n|---|---|\n{}", times("| A | No |\n"))
        }
        "closing parentheses after an address" => {
            format!(
                "# https://a{}\n\n{table}| A | No | https://a{} |\n",
                times(")"),
                times(")")
            )
        }
        "links that never close" => format!(
            "# {}\n\n{table}| A | No | {} |\n",
            times("](<"),
            times("](<")
        ),
        "lines that interrupt a table" => format!("{table}{}", times("| A | No | n |\nText.\n")),
        "control headers" => times("| C | Yes/No |\n\n"),
        "comments" => format!("{table}{}", times("| A | No | a<!-- b -->c |\n")),
        "comments over cells" => format!("{table}| A | No | {} -->\n", times("<!-- | ")),
        "comments that never end in their row" => {
            format!("{table}| A | No | {}\n\n-->\n", times("<!-- "))
        }
        "headings in HTML that never end" => times("<h2>N\n"),
        "fences in list items" => times("- ```\n"),
        "quotations" => times("> "),
        "paragraphs" => times("a | b\n"),
        ONE_LINE => times("a | b "),
        _ => unreachable!("{kind}"),
    }
}

const KINDS: [&str; 16] = [
    "a row that never closes",
    "rows without a title",
    "very many columns",
    "a header row of empty columns",
    "closing parentheses after an address",
    "links that never close",
    "lines that interrupt a table",
    "control headers",
    "comments",
    "comments over cells",
    "comments that never end in their row",
    "headings in HTML that never end",
    "fences in list items",
    "quotations",
    "paragraphs",
    ONE_LINE,
];

/// Of which each part is shown, too.
const ONE_LINE: &str = "excerpts of one line";

const SIZE: &str = "CONTROLS_LINEAR_SIZE";
const KIND: &str = "CONTROLS_LINEAR_KIND";

/// What is counted: one reading. Run as a test by itself it does nothing.
#[test]
fn one_reading() {
    let (Ok(kind), Ok(size)) = (env::var(KIND), env::var(SIZE)) else {
        return;
    };
    let text = text(&kind, size.parse().unwrap());
    let _ = read(&text);
    let index = LineIndex::new(&text);
    for start in (0..text.len()).step_by(64).filter(|_| kind == ONE_LINE) {
        let place = index.place(&text, start..start + 5);
        let _ = excerpt_by(&index, "d.md", &text, place, "");
    }
    for line in text.lines() {
        let _ = links(line);
    }
}

/// The instructions of one reading, or nothing where there is no valgrind.
fn instructions(kind: &str, size: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "one_reading", "--test-threads=1"])
        .envs([(KIND, kind.to_owned()), (SIZE, size.to_string())])
        .output()
        .ok()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{kind}: {messages}");
    let (_, counted) = messages
        .split_once("Collected : ")
        .expect("valgrind counts");
    counted.split_whitespace().next()?.parse().ok()
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "needs valgrind")]
fn four_times_as_much_takes_four_times_as_many_instructions() {
    let Some(start) = instructions(KINDS[0], 0) else {
        eprintln!("there is no valgrind here, which counts instructions");
        return;
    };
    for kind in KINDS {
        let counts = [4_000, 16_000].map(|size| instructions(kind, size).unwrap() - start);
        assert!(counts[1] < counts[0] * 5, "{kind}: {counts:?}");
    }
}
