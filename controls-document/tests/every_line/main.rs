//! Nothing vanishes: each line that a person takes for a row or a heading is read as one, or there is a remark on it.

mod edits;
mod judge;
#[path = "../support/mod.rs"]
mod support;

use std::{
    fs,
    path::{Path, PathBuf},
};

use controls_document::{Document, ReadError, folded, read};
use judge::{Claim, claims, front_lines};
use proptest::prelude::*;
use support::corpus;

/// A table that is always read, for the remarks about the rest to be there.
const ANCHOR: &str = "# Anchor\n\n| Control | Yes/No |\n|---|---|\n| Anchor | Yes |\n\n";

/// The text with a control table at its beginning.
fn anchored(text: &str) -> String {
    let front: usize = text
        .split_inclusive('\n')
        .take(front_lines(text))
        .map(str::len)
        .sum();
    format!("{}{ANCHOR}{}", &text[..front], &text[front..])
}

/// The lines of the claims that the reader neither read nor remarked on, and how many claims there are.
fn unaccounted(text: &str) -> (Vec<(u32, Claim)>, usize) {
    let claims = claims(text);
    let count = claims.len();
    match read(text) {
        Ok(document) => {
            let lines = Accounted::of(&document, text);
            let unaccounted = claims
                .into_iter()
                .filter(|(line, claim)| !lines.has(*line, *claim));
            (unaccounted.collect(), count)
        }
        // A document that is refused for a table of it says so.
        Err(ReadError::NoControls(_)) => (claims, count),
        Err(_) => (Vec::new(), 0),
    }
}

/// The lines that a reading accounts for, in order.
struct Accounted {
    /// Rows that were read, and the lines that have remarks.
    rows: Vec<u32>,
    headings: Vec<u32>,
}

impl Accounted {
    fn of(document: &Document<'_>, text: &str) -> Self {
        let mut rows = Vec::new();
        for (_, control) in document.controls() {
            let cells = [
                &control.title,
                &control.answer,
                &control.notes,
                &control.documentation,
            ];
            rows.extend(cells.map(|cell| cell.place().line));
        }
        let mut headings: Vec<u32> = document
            .headings
            .iter()
            .map(|heading| heading.place.line)
            .collect();
        for remark in &document.remarks {
            let line = remark.place.line;
            headings.push(line);
            rows.extend(line..line + run(&remark.message));
        }
        rows.sort_unstable();
        for table in &document.tables {
            let header = table.header.line;
            if table.is_read {
                // Between the header row and the first row is nothing but what parts them.
                let first = rows
                    .iter()
                    .find(|row| **row > header)
                    .copied()
                    .unwrap_or(header);
                rows.extend(header..first.min(table.last));
            } else if headings.contains(&header) {
                rows.extend(header..=table.last);
            }
            rows.sort_unstable();
        }
        // A heading that is underlined may have several lines, and pipes in them.
        let lines: Vec<&str> = text.lines().collect();
        for heading in &document.headings {
            let more =
                (heading.place.line + 1..).zip(lines.iter().skip(heading.place.line as usize));
            let paragraph = more.take_while(|(_, line)| !line.trim().is_empty());
            let of_it = paragraph.filter(|(_, line)| heading.title.contains(&*folded(line)));
            headings.extend(of_it.map(|(line, _)| line));
        }
        headings.sort_unstable();
        Accounted { rows, headings }
    }

    fn has(&self, line: u32, claim: Claim) -> bool {
        let is_heading = self.headings.binary_search(&line).is_ok();
        is_heading || (claim == Claim::Row && self.rows.binary_search(&line).is_ok())
    }
}

/// How many lines a remark is about.
fn run(message: &str) -> u32 {
    let (count, rest) = message.split_once(' ').unwrap_or_default();
    count
        .parse()
        .ok()
        .filter(|_| rest.starts_with("lines from here on"))
        .unwrap_or(1)
}

/// The document that the workspace has itself.
fn own() -> Option<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = folder.join("../controls-azure-backup/document/security-controls.md");
    let text = fs::read_to_string(&path).ok()?;
    Some((path, text))
}

/// How many claims there are about a text, or what isn't accounted for.
fn account(text: &str, what: &str) -> Result<usize, String> {
    let (lines, count) = unaccounted(text);
    let Some((line, claim)) = lines.first() else {
        return Ok(count);
    };
    let at = usize::try_from(*line).unwrap();
    let around: Vec<String> = (1..)
        .zip(text.lines())
        .skip(at.saturating_sub(8))
        .take(12)
        .map(|(line, text)| format!("{line:5} {}", text.chars().take(100).collect::<String>()))
        .collect();
    Err(format!(
        "{what}: {} of {count} lines are neither read nor remarked on, the first a {claim:?} on line {line}:\n{}",
        lines.len(),
        around.join("\n")
    ))
}

#[test]
fn each_line_of_each_real_document_is_accounted_for() {
    let documents = corpus();
    if documents.is_empty() {
        println!("there are no real documents beside this checkout: nothing is read");
        return;
    }
    let mut lines = 0;
    let mut count = 0;
    for (path, text) in &documents {
        lines += text.lines().count();
        count += account(&anchored(text), &path.display().to_string()).unwrap();
    }
    println!(
        "{count} rows and headings in {lines} lines of {} documents are accounted for",
        documents.len()
    );
    assert!(
        count > lines / 10,
        "the judge sees next to nothing: {count} of {lines} lines"
    );
}

#[test]
fn each_line_of_an_edited_document_is_accounted_for() {
    let (mut texts, mut count, mut lost) = (0, 0, Vec::new());
    for (path, text) in corpus().into_iter().chain(own()) {
        for edit in edits::all(&text) {
            let what = format!("{}: {}", path.display(), edit.what);
            match account(&anchored(&edit.text), &what) {
                Ok(claims) => count += claims,
                Err(of) => lost.push(of),
            }
            texts += 1;
        }
    }
    println!("{count} rows and headings of {texts} edited documents are accounted for");
    let shown = lost
        .iter()
        .take(MOST)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n\n");
    assert!(
        lost.is_empty(),
        "{} of {texts} edited documents lose something:\n{shown}",
        lost.len()
    );
    assert!(texts > 0 && count > texts, "{texts} {count}");
}

/// How many failures are shown.
const MOST: usize = 10;

/// Lines put together from what documents are made of.
fn document() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "",
        "",
        "# A",
        "## B",
        "##\u{a0}C",
        "##D",
        "<h2>E</h2>",
        "**F**",
        "G\n---",
        "H\n===",
        "| Control | Yes/No |",
        "Control | Yes/No",
        "|---|---|",
        "---|---",
        "|===|===|",
        "|---|-x-|",
        "| A | Yes |",
        "| B | No | n |",
        "C | Yes",
        "| D",
        "E |",
        "|",
        "| | |",
        "| | x |",
        "text",
        "text | text",
        "This | That",
        "| This | That |",
        "> | F | No |",
        "> ## G",
        "> ```",
        "```",
        "~~~",
        "    ```",
        "    | a | b |",
        "- x",
        "1. x",
        "  y",
        "- ```",
        "  ```",
        "<!-- c -->",
        "<!--",
        "-->",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "---",
        "***",
        "[!INCLUDE [x](y.md)]",
        "::: zone",
        "<br>",
        "<a name=\"x\"></a>",
        "[^1]: note",
        "![i](x.png)",
        "`|`",
        "\\|",
        "`",
        "<table>",
        "title: x",
        "| Control | Yes/No | Notes |\n|---|---|---|\n| X | Yes | a |",
    ]);
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_line_of_any_text_is_accounted_for(text in document()) {
        let text = anchored(&text);
        let (lines, _) = unaccounted(&text);
        prop_assert!(lines.is_empty(), "{lines:?}\n{text}");
    }
}
