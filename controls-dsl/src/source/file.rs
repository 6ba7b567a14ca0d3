//! The file of a document: where a definition says that it is, and its text.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use crate::StringLiteral;

/// Whether the definition is wrong, or the file.
pub(super) enum Trouble {
    Definition(String),
    Document(String),
}

/// The path of the document, from the literal and the file that contains it.
pub(super) fn located(literal: &StringLiteral, file: &Path) -> Result<PathBuf, Trouble> {
    let wanted = Path::new(&literal.value);
    if literal.value.trim().is_empty() {
        return Err(Trouble::Definition(
            "the path of the document is empty: write it relative to the file that contains this literal".to_owned(),
        ));
    }
    if wanted.is_absolute() || wanted.has_root() {
        return Err(Trouble::Definition(format!(
            "the path `{}` is absolute, and would lead elsewhere on another machine: write it relative to the file that contains this literal",
            literal.value
        )));
    }
    if literal.value.contains('\\') {
        return Err(Trouble::Definition(format!(
            "the path `{}` has a `\\`, which leads into a folder on Windows only: write `/` between folders, `{}`",
            literal.value,
            literal.value.replace('\\', "/")
        )));
    }
    // The compiler, which includes the document for Cargo to watch it, follows links as the system does.
    let followed = file.parent().unwrap_or(Path::new("")).join(wanted);
    let path = normalized(&followed);
    let (written, linked) = (real(&path), real(&followed));
    if written != linked {
        let named = |real: Option<PathBuf>, path: &Path| match real {
            Some(_) => shown(path),
            None => "no file".to_owned(),
        };
        return Err(Trouble::Definition(format!(
            "the path `{}` leads to two files, because a folder on the way is a symbolic link: link the document's folder in the same way, or keep the document below that of this file\n  --> {}, as it's written and in the published crate\n  --> {}, through the link",
            literal.value,
            named(written, &path),
            named(linked.clone(), linked.as_deref().unwrap_or(&followed)),
        )));
    }
    let (home, other) = (package_of(file), package_of(&path));
    if home != other {
        return Err(Trouble::Definition(format!(
            "the document `{}` is outside of the package, whose published crate wouldn't build: copy it into the package\n{}",
            literal.value,
            tried(&path, file)
        )));
    }
    Ok(path)
}

/// The folder of the nearest `Cargo.toml` above a file.
fn package_of(file: &Path) -> Option<PathBuf> {
    let absolute = normalized(&std::path::absolute(file).ok()?);
    absolute
        .ancestors()
        .skip(1)
        .find(|folder| folder.join("Cargo.toml").is_file())
        .map(Path::to_owned)
}

/// The path without symbolic links on the way, of a file that is there.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

/// The path without `.` and, as far as they can be taken back, `..`.
fn normalized(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(out.components().next_back(), Some(Component::Normal(_))) =>
            {
                out.pop();
            }
            component => out.push(component),
        }
    }
    out
}

/// The text of a document, or why it can't be read.
pub(super) fn text_of(path: &Path) -> Result<String, String> {
    let trouble = |what: &str| format!("the document can't be read: {what}");
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(_) if path.is_dir() => return Err(trouble("this is a folder, not a file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(trouble("there is no such file"));
        }
        Err(error) => return Err(trouble(&error.to_string())),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let valid = String::from_utf8_lossy(valid);
            let line = valid.matches('\n').count() + 1;
            let column = valid.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            Err(trouble(&format!(
                "it isn't UTF-8 from line {line}, column {column} on"
            )))
        }
    }
}

/// The path as text, with `/` on all systems, and relative to the present folder if it's below.
pub(super) fn shown(path: &Path) -> String {
    let below = std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).map(Path::to_owned).ok());
    let text = below.as_deref().unwrap_or(path).to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

/// Says which path was tried, and why that one.
pub(super) fn tried(path: &Path, file: &Path) -> String {
    format!(
        "  --> {}\n   = help: the path is relative to the file that holds this literal, {}",
        shown(path),
        shown(file)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_their_dots() {
        for (path, expected) in [
            ("a/src/../doc/./x.md", "a/doc/x.md"),
            ("../../x", "../../x"),
            ("a/../../x", "../x"),
            ("/a/../b", "/b"),
        ] {
            assert_eq!(normalized(Path::new(path)), Path::new(expected), "{path}");
        }
    }
}
