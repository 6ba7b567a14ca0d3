//! Packages made in a test, and the command run on them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

/// A document with two controls in one section.
pub(crate) const DOCUMENT: &str = "\
# Security controls

## Network

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Firewall | Yes | By rules. |  |
| Peering | No |  |  |
";

/// A package in a temporary folder.
pub(crate) struct Sample {
    /// Deleted with the sample.
    _folder: TempDir,
    root: PathBuf,
}

/// What a run of the command has come to.
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl Sample {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> Sample {
        let folder = TempDir::new().unwrap();
        let root = folder.path().canonicalize().unwrap();
        Sample {
            _folder: folder,
            root,
        }
    }

    /// A package whose `src/lib.rs` is given, with [`DOCUMENT`] at `document.md`.
    pub(crate) fn package(source: &str) -> Sample {
        Sample::empty()
            .file(
                "Cargo.toml",
                "[package]\nname = \"sample\"\nedition = \"2024\"\n",
            )
            .file("document.md", DOCUMENT)
            .file("src/lib.rs", source)
    }

    /// With one more file.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Sample {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Runs the command in the root of the sample.
    pub(crate) fn run(&self, words: &[&str]) -> Run {
        self.run_in("", words)
    }

    /// Runs the command in a folder of the sample.
    pub(crate) fn run_in(&self, folder: &str, words: &[&str]) -> Run {
        run(command(&self.root.join(folder)).args(words))
    }

    /// The catalogs that `check` finds, as name and path of the definition. It has nothing to complain of.
    pub(crate) fn catalogs(&self) -> Vec<(String, String)> {
        let run = self.run(&["check", "--format", "json"]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
        let catalogs = run.json()["catalogs"].as_array().unwrap().clone();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        catalogs
            .iter()
            .map(|catalog| (text(&catalog["name"]), text(&catalog["definition"])))
            .collect()
    }
}

impl Run {
    /// The results as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// Everything that was printed, for a golden.
    pub(crate) fn golden(&self) -> String {
        format!(
            "exit code: {}\n----- stdout -----\n{}----- stderr -----\n{}",
            self.code, self.stdout, self.stderr
        )
    }
}

/// The command, ready to be run in a folder: offline, and without what may stand in the environment about colour.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-controls"));
    command.current_dir(folder).env("CARGO_NET_OFFLINE", "true");
    for name in [
        "CARGO_TARGET_DIR",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "CARGO_TERM_COLOR",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run {
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        code: output.status.code().unwrap(),
    }
}

/// A definition in step with [`DOCUMENT`], which is found at `document` from its file.
pub(crate) fn definition(name: &str, document: &str) -> String {
    format!(
        "controls_core::controls! {{
    #[document = \"{document}\"]
    pub enum {name} {{
        Network = \"Network\" {{
            Firewall = \"Firewall\" => Yes {{ notes: \"By rules.\" }},
            Peering = \"Peering\" => No,
        }}
    }}
}}
"
    )
}

/// The root of this workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}
