//! Where the document of a definition is looked for.

use std::{fs, path::Path};

use controls_dsl::{Diagnostics, Source, load, parse};

const DOCUMENT: &str = "## Network\n\n| Control | Yes/No |\n|---|---|\n| Firewall | Yes |\n";

/// The document that a file names by a path, or what is wrong.
fn loaded(file: &Path, path: &str) -> Result<Source, String> {
    let definition = format!("#[document = {path:?}] enum Service {{}}");
    let mut diagnostics = Diagnostics::default();
    let definition = parse(definition.parse().unwrap(), &mut diagnostics).unwrap();
    load(&definition, Some(file), &mut diagnostics).ok_or_else(|| {
        let messages = diagnostics
            .as_slice()
            .iter()
            .map(|diagnostic| &*diagnostic.message);
        messages.collect::<Vec<_>>().join("\n")
    })
}

/// Writes a file, and the folders that it's in.
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn folders_are_separated_by_slashes_on_all_systems() {
    let message = loaded(Path::new("src/lib.rs"), r"..\document\d.md").unwrap_err();
    assert!(
        message.contains("write `/` between folders, `../document/d.md`"),
        "{message}"
    );
}

/// Cargo packs what is behind a link as if it were in its place, and then `..` leads elsewhere.
#[cfg(unix)]
#[test]
fn a_path_that_links_lead_elsewhere_is_refused() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    let path = "../document/d.md";
    write(&at("real/src/lib.rs"), "");
    write(&at("real/document/d.md"), DOCUMENT);
    write(&at("package/Cargo.toml"), "");
    symlink("../real/src", at("package/src")).unwrap();
    let file = at("package/src/lib.rs");

    // One of the two is there, then both are, then the two are one.
    for expected in [
        "no file, as it's written",
        "package/document/d.md, as it's written",
    ] {
        let message = loaded(&file, path).unwrap_err();
        assert!(
            message.contains("leads to two files")
                && message.contains(expected)
                && message.contains("real/document/d.md, through the link"),
            "{message}"
        );
        write(&at("package/document/d.md"), DOCUMENT);
    }
    fs::remove_dir_all(at("package/document")).unwrap();
    symlink("../real/document", at("package/document")).unwrap();
    assert_eq!(loaded(&file, path).unwrap().text, DOCUMENT);

    // A link above the package changes nothing.
    symlink("package", at("linked")).unwrap();
    assert_eq!(
        loaded(&at("linked/src/lib.rs"), path).unwrap().text,
        DOCUMENT
    );
}
