//! What a `Cargo.toml` says that `cargo metadata` doesn't.

use std::{fs, path::Path};

use serde::Deserialize;

/// The targets that a manifest describes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Manifest {
    lib: Option<Described>,
    #[serde(default)]
    bin: Vec<Described>,
    #[serde(default)]
    test: Vec<Described>,
    #[serde(default)]
    example: Vec<Described>,
    #[serde(default)]
    bench: Vec<Described>,
}

#[derive(Debug, Deserialize)]
struct Described {
    name: Option<String>,
    harness: Option<bool>,
}

impl Manifest {
    /// Reads a manifest. Cargo has read it already, and said what's wrong with it, so one that can't be read says nothing.
    pub(super) fn read(path: &Path) -> Manifest {
        let text = fs::read_to_string(path).unwrap_or_default();
        Manifest::parse(&text)
    }

    fn parse(text: &str) -> Manifest {
        // Few say it.
        if !text.contains("harness") {
            return Manifest::default();
        }
        toml::from_str(text).unwrap_or_default()
    }

    /// Whether a target, by Cargo's name of its kind and its own, has rustc's harness, which finds its tests.
    pub(super) fn has_harness(&self, kind: &str, name: &str) -> bool {
        let described = match kind {
            // There is one at most, and it may be called otherwise than Cargo calls it.
            "lib" => self.lib.as_ref(),
            "bin" => named(&self.bin, name),
            "test" => named(&self.test, name),
            "example" => named(&self.example, name),
            "bench" => named(&self.bench, name),
            _ => None,
        };
        described.and_then(|of| of.harness).unwrap_or(true)
    }
}

fn named<'d>(of: &'d [Described], name: &str) -> Option<&'d Described> {
    of.iter().find(|of| of.name.as_deref() == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_have_a_harness_unless_they_say_otherwise() {
        let manifest = Manifest::parse(
            r#"
            package = { name = "p" }
            test = [{ name = "a", harness = false }, { name = "b" }, { name = "c", harness = true }]
            bin = [{ name = "a", path = "a.rs" }]
            [lib]
            harness = false
            "#,
        );
        for (kind, name, expected) in [
            ("lib", "p", false),
            ("bin", "a", true),
            ("test", "a", false),
            ("test", "b", true),
            ("test", "c", true),
            ("test", "d", true),
            ("example", "a", true),
            ("build", "build-script-build", true),
        ] {
            assert_eq!(manifest.has_harness(kind, name), expected, "{kind} {name}");
        }
    }
}
