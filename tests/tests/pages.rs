//! The pages of the repository: their links lead somewhere where they are read as files, and the figures of the README
//! are those that were measured.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use controls_tests::workspace;
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

/// Documents to read and to test with, and what isn't part of the repository.
const NO_PAGES: [&str; 7] = [
    "controls-azure-backup/document",
    "controls-core/src/guide/gathered.md",
    "controls-core/src/guide/hardening-benchmark.md",
    "controls-core/src/guide/next-edition.md",
    "controls-core/src/guide/security-controls.md",
    "target",
    "tests",
];

/// A page as it's shown as a file.
struct Page {
    /// Where its links lead.
    links: Vec<String>,
    /// The anchors of its headings.
    anchors: Vec<String>,
}

impl Page {
    fn read(path: &Path) -> Page {
        let text = fs::read_to_string(path).unwrap();
        let (mut links, mut anchors) = (Vec::new(), Vec::new());
        let mut heading = None;
        let undefined = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            panic!("{}: `{}` has no definition", path.display(), link.reference)
        };
        let parser = Parser::new_with_broken_link_callback(
            &text,
            Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS,
            Some(undefined),
        );
        for event in parser {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    anchors.extend(heading.take().as_deref().map(anchor));
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    links.push(dest_url.into_string());
                }
                _ => {}
            }
        }
        Page { links, anchors }
    }
}

/// The anchor that GitHub gives to a heading.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let kept: String = heading.chars().filter(kept).collect();
    kept.to_lowercase().replace(' ', "-")
}

/// Adds all pages in a folder.
fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if NO_PAGES.iter().any(|at| path == workspace().join(at)) || path.ends_with(".git") {
            continue;
        }
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

#[test]
fn links_lead_to_files_and_headings_that_exist() {
    let mut found = Vec::new();
    find(&workspace(), &mut found);
    assert!(found.contains(&workspace().join("README.md")), "{found:?}");
    let mut followed = 0;
    for path in &found {
        let page = Page::read(path);
        for link in page.links.iter().filter(|link| !link.contains("://")) {
            let (file, wanted) = link.split_once('#').unwrap_or((link, ""));
            let target = path.parent().unwrap().join(file);
            let target = if file.is_empty() { path } else { &target };
            let shown = format!("{}: {link}", path.display());
            assert!(target.exists(), "{shown}");
            assert!(
                wanted.is_empty() || Page::read(target).anchors.iter().any(|at| at == wanted),
                "{shown}"
            );
            followed += 1;
        }
    }
    assert!(followed > 30, "{followed}");
}

/// The cells of a line of PERFORMANCE.md's table, which it has once, after what was measured against what: the goal, what
/// came of it, its spread, the medians, and whether it's met.
fn cells(performance: &str, what: &str, against: &str) -> Vec<String> {
    let begin = format!("| {what} | {against} |");
    let mut lines = performance
        .lines()
        .filter_map(|line| line.strip_prefix(&begin));
    let (Some(line), None) = (lines.next(), lines.next()) else {
        panic!("PERFORMANCE.md doesn't have `{begin}` once");
    };
    let cells = line.trim_end_matches('|').split('|');
    cells.map(|cell| cell.trim().to_owned()).collect()
}

/// The two medians of a line of PERFORMANCE.md's table.
fn medians(performance: &str, what: &str, against: &str) -> [String; 2] {
    let cells = cells(performance, what, against);
    let (ours, theirs) = cells[3].split_once(" / ").unwrap();
    [ours.to_owned(), theirs.to_owned()]
}

#[test]
fn the_readme_names_the_figures_that_were_measured() {
    let text = |page: &str| fs::read_to_string(workspace().join(page)).unwrap();
    let (readme, performance) = (text("README.md"), text("PERFORMANCE.md"));
    let section = readme.split("## What it costs").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let words: Vec<_> = section.split_whitespace().collect();
    let named: Vec<_> = words
        .windows(2)
        .filter(|pair| pair[0].starts_with(|c: char| c.is_ascii_digit()))
        .filter(|pair| matches!(pair[1].trim_end_matches([',', ';', '.']), "s" | "ms"))
        .map(|pair| format!("{} {}", pair[0], pair[1].trim_end_matches([',', ';', '.'])))
        .collect();

    let check = "`cargo check`, 1,200 rows";
    let [catalog, plain] = medians(&performance, check, "its expansion as plain source");
    let [_, derives] = medians(&performance, check, "strum's nine derives");
    let build = "cold build, depending on `controls-azure-backup`";
    let [cold, strum] = medians(&performance, build, "depending on `strum` with derives");
    let [_, serde] = medians(&performance, build, "depending on `serde` with derives");
    let beside_serde = "the same, depending on `serde` with derives too";
    let added = cells(&performance, beside_serde, "without the catalog").swap_remove(1);
    let added = added.trim_start_matches("+ ").to_owned();
    assert_eq!(
        named,
        [catalog, plain, derives, cold, strum, serde, added],
        "`tests/bench/run --report` writes PERFORMANCE.md's figures into the README"
    );
}

#[test]
fn the_crates_that_a_user_compiles_are_listed() {
    let performance = fs::read_to_string(workspace().join("PERFORMANCE.md")).unwrap();
    let table = performance
        .split("\n## What a user compiles\n")
        .nth(1)
        .unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut listed: Vec<_> = rows.map(|row| row.split('`').next().unwrap()).collect();

    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-p", "controls-azure-backup"])
        .args(["-e", "normal", "--prefix", "none", "--no-dedupe"])
        .current_dir(workspace())
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let mut compiled: Vec<_> = tree
        .lines()
        .skip(1)
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    compiled.sort_unstable();
    compiled.dedup();
    listed.sort_unstable();
    assert_eq!(listed, compiled);
}
