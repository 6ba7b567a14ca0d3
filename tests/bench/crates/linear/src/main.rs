//! Does one piece of work on an input of a given size, `linear KIND SIZE`, for its instructions to be counted: an input
//! four times as large shall take about four times as many. `linear` alone lists the kinds, each with the size to begin at.

use std::{collections::HashSet, env, fs, hint::black_box};

use controls_document::{Binding, Document, compare, located_links, read};
use controls_dsl::{
    Diagnostics, Frame, Names, Origin, Original, check, definition, drifts, edit, expand, parse,
    propose,
};
use proc_macro2::{TokenStream, TokenTree};

const HEAD: &str = "# N\n\n| Control | Yes/No | Notes |\n|---|---|---|\n";

/// What each kind is called, the smaller of the sizes it's counted at, and what it does. A size is large enough for what
/// is bounded, such as how many rows are taken for likely successors, to have reached its bound.
const KINDS: &[(&str, usize, fn(usize))] = &[
    ("rows", 1000, |size| {
        reading(&format!("{HEAD}{}", row_by_row(size, "Control")))
    }),
    ("an-open-row-above-lines-of-text", 1000, |size| {
        reading(&format!("{HEAD}| A | Yes | n\n{}", "text\n".repeat(size)));
    }),
    ("lines-of-text-between-rows", 1000, |size| {
        reading(&format!("{HEAD}{}", "| A | Yes | n |\ntext\n".repeat(size)));
    }),
    ("rows-without-a-title", 1000, |size| {
        reading(&format!(
            "{HEAD}| A | Yes | n |\n{}",
            "| | | x |\n".repeat(size)
        ));
    }),
    ("columns-beyond-ascii", 1000, |size| {
        let columns: String = (0..size).map(|at| format!(" é{at} |")).collect();
        let delimiters = "---|".repeat(size + 2);
        reading(&format!(
            "# N\n\n| C | Yes/No |{columns}\n|{delimiters}\n| A | Yes |{columns}\n"
        ));
    }),
    ("parentheses-after-an-address", 1000, |size| {
        let text = format!("https://example.com/{}", ")".repeat(size));
        reading(&format!("# {text}\n\n{HEAD}| A | Yes | {text} |\n"));
    }),
    ("openings-of-links", 1000, |size| {
        let text = "](<".repeat(size);
        reading(&format!("# {text}\n\n{HEAD}| A | Yes | {text} |\n"));
    }),
    ("backticks", 1000, |size| {
        let text: String = (1..size.isqrt() * 2)
            .map(|length| "`".repeat(length) + "a")
            .collect();
        reading(&format!("# {text}\n\n{HEAD}| A | Yes | {text} |\n"));
    }),
    ("openings-of-comments", 1000, |size| {
        reading(&format!("{HEAD}| A | Yes | {} |\n", "<!-- ".repeat(size)))
    }),
    ("marks-of-quotation", 1000, |size| {
        reading(&format!("{}\n{HEAD}| A | Yes | |\n", "> ".repeat(size)))
    }),
    ("fences-in-lists", 1000, |size| {
        reading(&format!(
            "{}\n{HEAD}| A | Yes | |\n",
            "- a\n\n  ```\n".repeat(size)
        ))
    }),
    ("headings", 1000, |size| {
        let sections: String = (0..size)
            .map(|at| format!("## S{at}\n\n{}", HEAD.replace("# N\n\n", "")))
            .collect();
        reading(&format!("{sections}| A | Yes | |\n"));
    }),
    ("tables-of-other-kinds", 1000, |size| {
        let tables: String = (0..size)
            .map(|at| format!("| a{at} | b |\n|---|---|\n| c | d |\n\n"))
            .collect();
        reading(&format!("{HEAD}| A | Yes | |\n\n{tables}"));
    }),
    ("rows-replaced", 1500, |size| {
        let (old, new) = (document(size, "Control"), document(size, "Measure"));
        let (old, new) = (read_all(&old), read_all(&new));
        black_box(compare(old.outline(), new.outline()).changes().len());
    }),
    ("rows-of-one-title", 500, |size| {
        let (old, new) = (
            "| A | Yes | n |\n".repeat(size),
            "| A | Yes | m |\n".repeat(size + 1),
        );
        let (old, new) = (format!("{HEAD}{old}"), format!("{HEAD}{new}"));
        let (old, new) = (read_all(&old), read_all(&new));
        black_box(compare(old.outline(), new.outline()).changes().len());
    }),
    ("rows-turned-round", 500, |size| {
        let old = document(size, "Control");
        let rows: Vec<&str> = old.lines().skip(4).collect();
        let new = format!(
            "{HEAD}{}\n",
            rows.iter().rev().copied().collect::<Vec<_>>().join("\n")
        );
        let (old, new) = (read_all(&old), read_all(&new));
        black_box(compare(old.outline(), new.outline()).changes().len());
    }),
    ("new-rows-in-fix", 300, |size| {
        fixing(&document(1, "First"), &document(size, "Control"))
    }),
    ("other-rows-in-fix", 300, |size| {
        fixing(&document(size, "Control"), &document(size, "Measure"))
    }),
    ("differences-in-the-macro", 400, |size| {
        let source = source(&read_all(&document(size, "Control")));
        let folder = env::temp_dir().join(format!("controls-linear-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("Cargo.toml"), "").expect("a file can be written");
        fs::write(folder.join("d.md"), document(size, "Measure")).expect("a file can be written");
        let file = folder.join("lib.rs");
        let expanded = expanding(&source, &|| {
            Some(Origin {
                path: file.clone(),
                name: "lib.rs".to_owned(),
            })
        });
        fs::remove_dir_all(&folder).expect("the folder can be removed");
        assert!(expanded.contains("more differences"), "{expanded}");
    }),
    ("rows-in-the-macro", 300, |size| {
        let source = source(&read_all(&document(size, "Control")));
        expanding(&source.replace("#[document = \"d.md\"]", ""), &|| None);
    }),
    ("mistakes-on-one-line", 400, |size| {
        let expanded = expanding(
            &format!(
                "x! {{ enum A {{ B = \"b\" {{ {} }} }} }}",
                "C = 1, ".repeat(size)
            ),
            &|| None,
        );
        assert!(expanded.contains("compile_error"), "{expanded}");
    }),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match &arguments[..] {
        [] => KINDS
            .iter()
            .for_each(|(kind, size, _)| println!("{kind} {size}")),
        [kind, size] => {
            let (.., work) = KINDS
                .iter()
                .find(|(name, ..)| name == kind)
                .expect("there is such a kind");
            work(size.parse().expect("a number"));
        }
        _ => panic!("linear [KIND SIZE]"),
    }
}

/// Rows, each with another title, which several words make unlike the others.
fn row_by_row(size: usize, what: &str) -> String {
    (0..size)
        .map(|at| {
            format!(
                "| {what} {} of {at} for {} | Yes | Note {at} |\n",
                at * 7919 % 1000,
                at * 31 % 97
            )
        })
        .collect()
}

fn document(size: usize, what: &str) -> String {
    format!("{HEAD}{}", row_by_row(size, what))
}

fn read_all(text: &str) -> Document<'_> {
    read(text).expect("the document has controls")
}

/// Reads a document, and the links in its cells.
fn reading(text: &str) {
    let document = read_all(text);
    for (_, control) in document.controls() {
        for cell in [&control.title, &control.notes] {
            black_box(located_links(&cell.text).len());
        }
    }
}

/// The definition of a document.
fn source(document: &Document<'_>) -> String {
    let frame = Frame {
        name: "Big",
        about: "",
        document: "d.md",
        heading: None,
        published: None,
        binding: &Binding::default(),
    };
    let titles: Vec<(&str, &str)> = document
        .controls()
        .map(|(section, control)| (&*section.title, &*control.title.text))
        .collect();
    let names = Names {
        sections: (0..document.sections.len())
            .map(|at| format!("S{at}"))
            .collect(),
        rows: propose(&titles, &HashSet::new()),
    };
    definition(&frame, &names, document).expect("there is a name for each")
}

/// What is within the first braces of a text.
fn body(text: &str) -> TokenStream {
    let tokens: TokenStream = text.parse().expect("this is Rust");
    let groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    groups.last().expect("there are braces")
}

fn expanding(source: &str, origin: &dyn Fn() -> Option<Origin>) -> String {
    let mut tokens: TokenStream = "(::controls_core)".parse().expect("this is Rust");
    tokens.extend(body(source));
    expand(tokens, &|_| origin()).to_string()
}

/// Takes the definition of a document to another document.
fn fixing(old: &str, new: &str) {
    let source = source(&read_all(old));
    let tokens = body(&source);
    let mut diagnostics = Diagnostics::default();
    let mut definition = parse(tokens.clone(), &mut diagnostics).expect("this is a definition");
    check(&mut definition, &mut diagnostics);
    let document = read_all(new);
    black_box(drifts(&definition, &document).len());
    let original = Original {
        text: &source,
        tokens,
        definition: &definition,
    };
    let edit =
        edit(&original, &document, new, &mut |guess| guess.is_likely).expect("it can be fixed");
    assert!(edit.is_some(), "there is something to fix");
}
