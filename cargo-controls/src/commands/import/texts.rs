//! The files of a crate, as text.

use std::fmt::Write as _;

use controls_dsl::sentence;

use super::{dependency::string, imported::Imported, modules};

/// What the files have in common.
pub(super) struct NewCrate<'a> {
    /// The name of the package.
    pub(super) package: &'a str,
    /// The file name of the document.
    pub(super) document: &'a str,
    /// The date that the document gives itself.
    pub(super) date: Option<&'a str>,
    /// Where the document is published.
    pub(super) published: Option<&'a str>,
    /// The catalogs. There is one at least.
    pub(super) imported: &'a [Imported],
    /// Whether each has a module of its own, and a list names them all.
    pub(super) in_modules: bool,
}

/// `16 controls in 6 sections`.
pub(super) fn counts(imported: &Imported) -> String {
    let counted =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    format!(
        "{} in {}",
        counted(imported.controls, "control"),
        counted(imported.sections, "section")
    )
}

impl NewCrate<'_> {
    /// `Cargo.toml`, with the dependency on `controls-core` as it's given.
    pub(super) fn manifest(&self, controls_core: &str) -> String {
        format!(
            "[package]
name = {}
description = {}
version = \"0.1.0\"
edition = \"2024\"
# What the macro needs.
rust-version = \"1.88\"
readme = \"README.md\"
# The document keeps the licence that it was published under: name it in this file, then remove `publish`.
license-file = \"NOTICE.md\"
publish = false

[dependencies]
controls-core = {controls_core}
",
            string(self.package),
            string(&format!(
                "{} Held against the document at compile time",
                self.about()
            )),
        )
    }

    /// The sources, by their paths: `src/lib.rs`, and one for each module.
    pub(super) fn sources(&self) -> Vec<(String, String)> {
        let mut library = self.library();
        let mut sources = Vec::new();
        if self.in_modules {
            let names = modules::names(self.imported);
            let mut pairs: Vec<(&String, &Imported)> = names.iter().zip(self.imported).collect();
            pairs.sort_by_key(|(name, _)| *name);
            let pairs = || pairs.iter();
            let modules = pairs().map(|(name, _)| format!("mod {name};\n"));
            let uses = pairs().map(|(name, of)| {
                let of = &of.name;
                format!("pub use {name}::{{{of}, {of}Section}};\n")
            });
            let list = modules::list(self.imported);
            library.extend(["\n".to_owned()].into_iter().chain(modules));
            library.extend(["\n".to_owned()].into_iter().chain(uses));
            library.extend(["\n".to_owned(), list]);
            sources.extend(pairs().map(|(name, of)| (format!("src/{name}.rs"), of.text.clone())));
        } else {
            for of in self.imported {
                library.extend(["\n", &of.text]);
            }
        }
        sources.push(("src/lib.rs".to_owned(), library));
        sources
    }

    /// What `src/lib.rs` begins with.
    fn library(&self) -> String {
        let mut out = format!("//! {}\n//!\n", self.about());
        for of in self.imported {
            let _ = writeln!(out, "//! - [`{}`]", of.name);
        }
        let _ = write!(
            out,
            "//!
//! Each enum has a variant for each row of the document, with what the row says. The crate compiles only while the two
//! agree: the document is part of it, in the folder `document`.
//!
//! ```
{}//! ```

#![no_std]
",
            self.example("//! ")
        );
        // Lints about look-alikes and rare characters can be allowed for a whole crate only.
        if self.imported.iter().any(|of| of.has_rare_names) {
            out.push_str(
                "#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints, reason = \"the document's own words\")]\n",
            );
        }
        out
    }

    /// `README.md`.
    pub(super) fn readme(&self) -> String {
        let mut out = format!("# {}\n\n{}\n\n", self.package, self.about());
        for of in self.imported {
            let _ = writeln!(out, "- `{}`", of.name);
        }
        let _ = write!(
            out,
            "
Each type has a variant for each row, with its title, answer, notes and documentation word for word as in
{}.

```rust
{}```

The document is part of the crate, in the folder `document`, and the crate compiles only while the two agree. To take up a new
edition, replace the file, run `cargo check`, and review each difference that it reports.
",
            self.edition(),
            self.example("")
        );
        if self.in_modules {
            out.push_str("\n`ALL` lists the catalogs. A row that several of them have has one name in all of them.\n");
        }
        if let Some(published) = self.published {
            let _ = write!(out, "\nThe document is published at <{published}>.\n");
        }
        out
    }

    /// `NOTICE.md`.
    pub(super) fn notice(&self) -> String {
        let mut out = format!("# Notice\n\nThis package contains {}", self.edition());
        if let Some(published) = self.published {
            let _ = write!(out, ", published at <{published}>");
        }
        out.push_str(
            ".

The document, and the titles and cells of it in the folder `src`, are the work of its publisher and keep the licence that they
were published under. Name that licence here before you publish this package, together with the licence of what you have
written yourself.
",
        );
        out
    }

    /// `CHANGELOG.md`.
    pub(super) fn changelog(&self) -> String {
        let mut out = format!(
            "# Changelog\n\n## 0.1.0\n\nThe first edition, made of {}:\n\n",
            self.edition()
        );
        for of in self.imported {
            let _ = writeln!(out, "- `{}`, {}", of.name, counts(of));
        }
        out
    }

    fn about(&self) -> String {
        let one = self.imported.first().filter(|_| self.imported.len() == 1);
        one.and_then(|of| sentence(&of.about))
            .unwrap_or_else(|| "Controls as types.".to_owned())
    }

    /// The document, spoken of in Markdown.
    fn edition(&self) -> String {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
        let mut out = String::from("the document");
        if self.document.chars().all(is_plain) {
            let _ = write!(out, " `{}`", self.document);
        }
        if let Some(date) = self.date {
            let _ = write!(out, " of {date}");
        }
        out
    }

    /// Something that stays true in the next edition.
    fn example(&self, indent: &str) -> String {
        let mut out = String::new();
        if let Some(of) = self.imported.first() {
            let _ = write!(
                out,
                "{indent}use {}::{};\n{}\n{indent}for control in {}::ALL {{\n{indent}    println!(\"{{control}}\");\n{indent}}}\n",
                self.package.replace('-', "_"),
                of.name,
                indent.trim_end(),
                of.name,
            );
        }
        out
    }
}
