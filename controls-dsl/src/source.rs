//! The document of a definition: where it is, and what it says.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
    sync::OnceLock,
};

use controls_document::{
    Binding, Document, HeadingError, Instead, NoControls, Place, ReadError, excerpt_of_line,
    line_of, read_bound,
};

use crate::{Definition, Diagnostics, StringLiteral, names};

/// A document as a file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path that people are shown: relative to where the compiler, or the command, runs.
    pub path: String,
    /// The text.
    pub text: String,
    /// Where each line begins, once somebody has asked.
    starts: OnceLock<Vec<usize>>,
}

/// Finds and reads the document that a definition names, if it names one. `file` is the file that holds the literal.
pub fn load(
    definition: &Definition,
    file: Option<&Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Source> {
    let literal = definition.document.as_ref()?;
    let result = match file {
        Some(file) => located(literal, file).and_then(|path| {
            read_file(&path)
                .map_err(|what| Trouble::Document(format!("{what}\n{}", tried(&path, file))))
        }),
        None => Err(Trouble::Document(
            "the document can't be found, because the compiler doesn't say which file contains this literal".to_owned(),
        )),
    };
    match result {
        Ok(source) => Some(source),
        Err(Trouble::Definition(message)) => {
            diagnostics.mistake(literal.span(), message);
            None
        }
        Err(Trouble::Document(message)) => {
            diagnostics.document(literal.span(), message);
            None
        }
    }
}

/// Whether the definition is wrong, or the file.
enum Trouble {
    Definition(String),
    Document(String),
}

/// The path of the document, from the literal and the file that contains it.
fn located(literal: &StringLiteral, file: &Path) -> Result<PathBuf, Trouble> {
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

/// Reads a document, or says why it can't be.
fn read_file(path: &Path) -> Result<Source, String> {
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
        Ok(text) => Ok(Source::new(shown(path), text)),
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
fn shown(path: &Path) -> String {
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
fn tried(path: &Path, file: &Path) -> String {
    format!(
        "  --> {}\n   = help: the path is relative to the file that holds this literal, {}",
        shown(path),
        shown(file)
    )
}

impl Source {
    /// Returns a document that has been read.
    #[must_use]
    pub fn new(path: String, text: String) -> Source {
        Source {
            path,
            text,
            starts: OnceLock::new(),
        }
    }

    /// Opens a document that no definition names.
    ///
    /// # Errors
    ///
    /// Says why the file can't be read, and shows its path.
    pub fn open(path: &Path) -> Result<Source, String> {
        read_file(path).map_err(|what| format!("{what}\n  --> {}", shown(path)))
    }

    /// Reads the document as a binding has it, narrowed to a heading if one is given.
    ///
    /// # Errors
    ///
    /// Says why the document can't be read or narrowed, and shows where.
    pub fn read(&self, binding: &Binding, heading: Option<&str>) -> Result<Document<'_>, String> {
        let document = self.whole(binding)?;
        match heading {
            Some(heading) => self.under(document, heading),
            None => Ok(document),
        }
    }

    /// Reads the document, narrowed to the definition's heading if it has one.
    pub fn document(
        &self,
        definition: &Definition,
        diagnostics: &mut Diagnostics,
    ) -> Option<Document<'_>> {
        let literal = definition.document.as_ref()?;
        // Where a mistake leaves open how it's read, there's an error about that.
        let binding = definition.binding.as_ref()?;
        let bound = definition.bound.unwrap_or_else(|| literal.span());
        let whole = self.whole(binding).map_err(|message| (bound, message));
        let result = match &definition.heading {
            Some(heading) => whole.and_then(|document| {
                self.under(document, &heading.value)
                    .map_err(|message| (heading.span(), message))
            }),
            None => whole,
        };
        result
            .and_then(|document| {
                let told_apart = self.told_apart(&document, binding);
                told_apart.map_err(|message| (bound, message))?;
                Ok(document)
            })
            .map_err(|(place, message)| diagnostics.document(place, message))
            .ok()
    }

    fn whole(&self, binding: &Binding) -> Result<Document<'_>, String> {
        read_bound(&self.text, binding).map_err(|error| self.read_error(&error, binding))
    }

    /// Checks that nothing but their order is needed to tell apart the rows of a document that was read from it: those of a
    /// catalog must be, once the document has been narrowed.
    ///
    /// # Errors
    ///
    /// Shows two rows that can't be told apart.
    pub fn told_apart(&self, document: &Document<'_>, binding: &Binding) -> Result<(), String> {
        document
            .told_apart()
            .map_err(|error| self.read_error(&error, binding))
    }

    fn read_error(&self, error: &ReadError, binding: &Binding) -> String {
        let help = match error {
            ReadError::NoControls(reason)
                if reason.headings.is_none() && reason.instead.is_some() =>
            {
                instead(reason)
            }
            ReadError::NoControls(_) => match binding {
                Binding::Slash => {
                    "a control table begins with a row such as `| Control | Yes/No | Notes | Documentation |`"
                }
                Binding::Columns(_) => {
                    "name the columns as one of the header rows does, without its emphasis and links"
                }
                Binding::Headings(_) => {
                    "name the level of the headings that are controls, and what the line with the answer begins with"
                }
            },
            ReadError::TwoColumns { .. } if *binding == Binding::Slash => {
                "a control table has one column for titles, one for answers, and at most one each for notes and documentation"
            }
            ReadError::TwoColumns { .. } => "name the column by its position, such as `2`",
            ReadError::TwoRoles { .. } => "bind each column once",
            ReadError::Blank { .. } => {
                "write `#[answers(blank = no)]`, `#[answers(blank = not_applicable)]` or `#[answers(blank = unanswered)]`"
            }
            ReadError::Twins { .. } => match binding {
                Binding::Headings(_) => {
                    "narrow the document with `#[heading = \"…\"]` to a part in which each control appears once"
                }
                Binding::Columns(_) | Binding::Slash => {
                    "bind as `label` or `title` a column that tells them apart, or bind no `label`: rows without labels that have one title are matched in order"
                }
            },
            ReadError::NoFirst { .. } => {
                "answers are headed by the word for yes, a slash and the word for no, such as `Yes/No`"
            }
        };
        let places = error.places();
        let shown = if places.is_empty() {
            format!("  --> {}", self.path)
        } else {
            let shown = places.iter().map(|place| self.excerpt(*place, ""));
            shown.collect::<Vec<_>>().join("\n")
        };
        format!("{error}\n{shown}\n   = help: {help}")
    }

    fn under<'s>(&'s self, document: Document<'s>, heading: &str) -> Result<Document<'s>, String> {
        document
            .under(heading)
            .map_err(|error| self.heading_error(heading, &error))
    }

    fn heading_error(&self, heading: &str, error: &HeadingError) -> String {
        let at = |line: u32| {
            self.excerpt(
                Place {
                    line,
                    column: 1,
                    width: u32::MAX,
                },
                "",
            )
        };
        match error {
            HeadingError::Missing { candidates } => {
                let help = if let Some(near) =
                    names::nearest(heading, candidates.iter().map(String::as_str))
                {
                    format!("did you mean `{near}`?")
                } else {
                    let shown: Vec<_> = candidates
                        .iter()
                        .take(20)
                        .map(|title| format!("`{title}`"))
                        .collect();
                    let more = if candidates.len() > shown.len() {
                        ", …"
                    } else {
                        ""
                    };
                    format!(
                        "its headings with controls under them are {}{more}",
                        shown.join(", ")
                    )
                };
                format!(
                    "the document has no heading `{heading}`\n  --> {}\n   = help: {help}",
                    self.path
                )
            }
            HeadingError::Empty { line } => {
                format!(
                    "no control table is under the heading `{heading}`\n{}",
                    at(*line)
                )
            }
            HeadingError::Ambiguous { lines } => {
                let places: Vec<_> = lines.iter().take(3).map(|line| at(*line)).collect();
                format!(
                    "the document has {} headings `{heading}` with controls under them, and one must be meant\n{}\n   = help: name a heading that appears once",
                    lines.len(),
                    places.join("\n")
                )
            }
        }
    }

    /// Shows a place in the document.
    pub(crate) fn excerpt(&self, place: Place, label: &str) -> String {
        excerpt_of_line(&self.path, self.line(place.line), place, label)
    }

    /// Returns a line, from 1, without its end; empty where there is none.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        let starts = self.starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(end, _)| end + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let index = usize::try_from(line)
            .ok()
            .and_then(|line| line.checked_sub(1));
        let start = index.and_then(|index| starts.get(index));
        let rest = start.and_then(|start| self.text.get(*start..));
        line_of(rest.unwrap_or_default(), 1)
    }
}

/// What to do about a document in which there is something else in place of tables that can be read.
fn instead(reason: &NoControls) -> &'static str {
    match reason.instead {
        _ if !reason.includes.is_empty() => "name a document that has the tables themselves",
        Some(Instead::HtmlTables { .. }) => "name a document that has its tables in Markdown",
        Some(Instead::OneControl { .. }) => "name a document that lists all controls",
        Some(Instead::CheckBoxes { .. } | Instead::Text | Instead::Nothing) | None => {
            "name a document that has its controls in a table, or bind `#[headings(level = …)]` if they are headings"
        }
    }
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
