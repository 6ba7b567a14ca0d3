//! The catalogs of all families, as the compiler takes them.

use std::{collections::HashSet, fs, path::Path, process::Command};

use controls_document::{Binding, Document, read_bound};
use controls_dsl::{Frame, Names, are_named_after_labels, definition, label_name, propose};
use controls_tests::{corpus, workspace};

use crate::{headings::HEADING_CASES, tables::CASES};

/// The catalog of a document, its rows named after their labels or titles.
fn catalog(file: &str, binding: &Binding, name: &str, document: &Document<'_>) -> String {
    let titles: Vec<(&str, &str)> = document
        .controls()
        .map(|(section, control)| (&*section.title, &*control.title.text))
        .collect();
    let labels = document.controls().map(|(_, control)| {
        let label = control.label.as_ref()?;
        label_name(&label.text).filter(|_| are_named_after_labels(document))
    });
    let labels: Option<Vec<String>> = labels.collect();
    // Of two releases on one page, each has the labels of the other.
    let labels = labels.filter(|all| all.iter().collect::<HashSet<_>>().len() == all.len());
    let names = Names {
        sections: (1..=document.sections.len())
            .map(|at| format!("Section{at}"))
            .collect(),
        rows: labels.unwrap_or_else(|| propose(&titles, &HashSet::new())),
    };
    let frame = Frame {
        name,
        about: file,
        document: &format!("../{name}.md"),
        heading: None,
        published: None,
        binding,
    };
    definition(&frame, &names, document).expect("there is a name for each section and each row")
}

#[test]
fn a_catalog_of_each_family_compiles() {
    let corpus = corpus();
    if corpus.is_empty() {
        println!("there are no real documents beside this checkout: nothing is compiled");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("families");
    fs::create_dir_all(folder.join("src")).unwrap();
    let core = workspace().join("controls-core");
    let manifest = format!(
        "[package]\nname = \"families\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\ncontrols-core = {{ path = {core:?} }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let mut library = String::new();
    let tables = CASES.iter().map(|case| (case.file, case.binding()));
    let headings = HEADING_CASES.iter().map(|case| (case.file, case.binding()));
    for (at, (file, binding)) in tables.chain(headings).enumerate() {
        let found = corpus.iter().find(|(path, _)| path.ends_with(file));
        let (_, text) = found.expect(file);
        let name = format!("Family{at}");
        let document = read_bound(text, &binding).unwrap();
        fs::write(folder.join(format!("{name}.md")), text).unwrap();
        library += &catalog(file, &binding, &name, &document);
        library.push('\n');
    }
    fs::write(folder.join("src/lib.rs"), library).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
