//! Which file an `include!` includes.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use controls_dsl::plain_name as plain;
use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use super::packages::Package;

/// What is known of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Its path.
    File(PathBuf),
    /// The build script makes it, and hasn't run yet.
    Generated,
    /// Nothing.
    Unknown,
}

/// The file that is meant by what is within the brackets, in a file of a package.
pub(super) fn target(body: &TokenStream, file: &Path, package: &Package) -> Target {
    let mut path = String::new();
    let mut is_generated = false;
    for part in parts(body) {
        match part {
            Some(Part::Text(text)) => path.push_str(&text),
            Some(Part::ManifestFolder) => path.push_str(&package.folder.to_string_lossy()),
            Some(Part::OutFolder) if path.is_empty() => is_generated = true,
            Some(Part::OutFolder) | None => return Target::Unknown,
        }
    }
    if is_generated {
        return package
            .out_folders()
            .map(|folder| folder.join(path.trim_start_matches(['/', '\\'])))
            .filter(|path| path.is_file())
            .max_by_key(|path| modified(path))
            .map_or(Target::Generated, Target::File);
    }
    Target::File(file.parent().unwrap_or(Path::new("")).join(path))
}

/// A part of a path, as it's put together.
enum Part {
    Text(String),
    /// `env!("CARGO_MANIFEST_DIR")`
    ManifestFolder,
    /// `env!("OUT_DIR")`
    OutFolder,
}

/// The parts of a literal or a `concat!`; `None` for one that isn't known.
fn parts(body: &TokenStream) -> Vec<Option<Part>> {
    let tokens: Vec<TokenTree> = body.clone().into_iter().collect();
    match &tokens[..] {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Group(parts),
            ..,
        ] if name == "concat" => {
            let tokens: Vec<TokenTree> = parts.stream().into_iter().collect();
            tokens
                .split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
                .filter(|part| !part.is_empty())
                .map(part)
                .collect()
        }
        tokens => vec![part(tokens)],
    }
}

fn part(tokens: &[TokenTree]) -> Option<Part> {
    match tokens {
        [TokenTree::Literal(_), ..] => text(tokens.first()?).map(Part::Text),
        [
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Group(variable),
        ] if plain(name) == "env" => {
            let variable = text(&variable.stream().into_iter().next()?)?;
            match &*variable {
                "CARGO_MANIFEST_DIR" => Some(Part::ManifestFolder),
                "OUT_DIR" => Some(Part::OutFolder),
                _ => None,
            }
        }
        _ => None,
    }
}

fn text(token: &TokenTree) -> Option<String> {
    let literal = syn::parse_str::<LitStr>(&token.to_string()).ok()?;
    Some(literal.value())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|of| of.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_put_together_as_the_compiler_does_it() {
        let folder = tempfile::TempDir::new().unwrap();
        let out = folder.path().join("debug/build/p-0123456789abcdef/out");
        fs::create_dir_all(&out).unwrap();
        fs::write(out.join("made.rs"), "").unwrap();
        let package = Package {
            name: "p".to_owned(),
            folder: PathBuf::from("/p"),
            build_folder: folder.path().to_owned(),
            has_macro: true,
            dependencies: Vec::new(),
            renamed: std::sync::Arc::default(),
            roots: Vec::new(),
        };
        let file = |path: &str| Target::File(PathBuf::from(path));
        for (body, expected) in [
            ("\"a.rs\"", file("s/a.rs")),
            ("r\"../a.rs\",", file("s/../a.rs")),
            ("concat!(\"a\", \".rs\")", file("s/a.rs")),
            (
                "concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/b.rs\")",
                file("/p/b.rs"),
            ),
            (
                "concat!(env!(\"OUT_DIR\"), \"/made.rs\",)",
                Target::File(out.join("made.rs")),
            ),
            (
                "concat!(env!(\"OUT_DIR\", \"set by Cargo\"), \"/other.rs\")",
                Target::Generated,
            ),
            ("concat!(\"a\", env!(\"OUT_DIR\"))", Target::Unknown),
            ("env!(\"FILE\")", Target::Unknown),
            ("concat!(\"a\", 1)", Target::Unknown),
            ("path!()", Target::Unknown),
            ("", Target::Unknown),
        ] {
            let body = body.parse().unwrap();
            assert_eq!(
                target(&body, Path::new("s/lib.rs"), &package),
                expected,
                "{body}"
            );
        }
    }
}
