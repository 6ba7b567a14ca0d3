//! The document of a definition: where it is, and what it says.

mod file;

use std::{collections::HashSet, path::Path, sync::OnceLock};

use controls_document::{
    Binding, Document, HeadingError, Instead, LineIndex, NoControls, Place, ReadError, Words,
    excerpt_by, read_bound,
};

use proc_macro2::Span;

use crate::{Definition, Diagnostics, ast::plain_name, kind::Kind, names, options::in_options};
use file::{Trouble, located, shown, text_of, tried};

/// A document as a file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path that people are shown: relative to where the compiler, or the command, runs.
    pub path: String,
    /// The text.
    pub text: String,
    /// Where its lines and characters are, once somebody has asked.
    index: OnceLock<LineIndex>,
}

/// Finds and reads the document that a definition names, if it names one. `file` is the file that holds the literal.
pub fn load(
    definition: &Definition,
    file: Option<&Path>,
    diagnostics: &mut Diagnostics,
) -> Option<Source> {
    let literal = definition.document.as_ref()?;
    let result = match file {
        Some(file) => located(literal, file).and_then(|path| match text_of(&path) {
            Ok(text) => Ok(Source::new(shown(&path), text)),
            Err(what) => Err(Trouble::Document(format!(
                "{what}\n{}",
                tried(&path, file)
            ))),
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

impl Source {
    /// Returns a document that has been read.
    #[must_use]
    pub fn new(path: String, text: String) -> Source {
        Source {
            path,
            text,
            index: OnceLock::new(),
        }
    }

    /// Opens a document that no definition names.
    ///
    /// # Errors
    ///
    /// Says why the file can't be read, and shows its path.
    pub fn open(path: &Path) -> Result<Source, String> {
        match text_of(path) {
            Ok(text) => Ok(Source::new(shown(path), text)),
            Err(what) => Err(format!("{what}\n  --> {}", shown(path))),
        }
    }

    /// Returns the feature of `controls-core` that a catalog of the document needs, if it needs one.
    #[cfg(feature = "edit")]
    #[must_use]
    pub fn feature(&self) -> Option<&'static str> {
        Kind::of(&self.path).feature()
    }

    /// Reads the document as a binding has it that no definition says, narrowed to a heading if one is given. What is wrong
    /// is said in the command's options.
    ///
    /// # Errors
    ///
    /// Says why the document can't be read or narrowed, and shows where.
    pub fn read(&self, binding: &Binding, heading: Option<&str>) -> Result<Document<'_>, String> {
        let document = self.whole(binding).and_then(|document| match heading {
            Some(heading) => self.under(document, heading),
            None => Ok(document),
        });
        document.map_err(|message| in_options(&message))
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
                let told_apart = document.told_apart();
                told_apart.map_err(|error| (bound, self.read_error(&error, binding)))?;
                if Kind::of(&self.path) == Kind::Oscal {
                    answered_alike(definition, &document)?;
                }
                Ok(document)
            })
            .map_err(|(place, message)| diagnostics.document(place, message))
            .ok()
    }

    fn whole(&self, binding: &Binding) -> Result<Document<'_>, String> {
        match Kind::of(&self.path) {
            Kind::Csv => self.csv(binding),
            Kind::Oscal => self.oscal(binding),
            Kind::Markdown => {
                read_bound(&self.text, binding).map_err(|error| self.read_error(&error, binding))
            }
        }
    }

    #[cfg(feature = "csv")]
    fn csv(&self, binding: &Binding) -> Result<Document<'_>, String> {
        let Binding::Columns(columns) = binding else {
            return Err(format!(
                "a CSV document is read by the headings of its columns\n  --> {}\n   = help: bind them with `#[columns(title = \"…\", answer = \"…\")]`, in the words of its first row: `{}`",
                self.path,
                self.line(1)
            ));
        };
        controls_document::read_csv(&self.text, columns)
            .map_err(|error| self.read_error(&error, binding))
    }

    #[cfg(not(feature = "csv"))]
    fn csv(&self, _: &Binding) -> Result<Document<'_>, String> {
        Err(format!(
            "CSV isn't read without the feature `csv` of `controls-core`\n  --> {}\n   = help: write `controls-core = {{ version = \"…\", features = [\"csv\"] }}` in `Cargo.toml`",
            self.path
        ))
    }

    #[cfg(feature = "oscal")]
    fn oscal(&self, binding: &Binding) -> Result<Document<'_>, String> {
        if *binding != Binding::Slash {
            return Err(format!(
                "an OSCAL catalog has no columns and no headings to be bound: OSCAL says itself what is what\n  --> {}\n   = help: remove `#[columns]`, `#[answers]` and `#[headings]`",
                self.path
            ));
        }
        controls_document::read_oscal(&self.text).map_err(|error| self.read_error(&error, binding))
    }

    #[cfg(not(feature = "oscal"))]
    fn oscal(&self, _: &Binding) -> Result<Document<'_>, String> {
        Err(format!(
            "OSCAL isn't read without the feature `oscal` of `controls-core`\n  --> {}\n   = help: write `controls-core = {{ version = \"…\", features = [\"oscal\"] }}` in `Cargo.toml`",
            self.path
        ))
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
            .map_err(|error| in_options(&self.read_error(&error, binding)))
    }

    fn read_error(&self, error: &ReadError, binding: &Binding) -> String {
        let help = match error {
            ReadError::NoControls(reason) if reason.endless.is_some() => {
                "if its end is missing in the document, add it there"
            }
            // In CSV, nothing else than rows can be lacking.
            ReadError::NoControls(reason)
                if reason.without_rows.is_some()
                    || (reason.instead.is_some() && Kind::of(&self.path) == Kind::Csv) =>
            {
                "name a document that has a row for each control"
            }
            ReadError::NoControls(reason)
                if reason.headings.is_none() && reason.instead.is_some() =>
            {
                instead(reason)
            }
            ReadError::NoControls(reason) => match binding {
                Binding::Slash => {
                    "bind the columns that it has with `#[columns(title = \"…\", answer = \"…\")]`: `cargo controls read` proposes how"
                }
                Binding::Columns(_) => {
                    return self.error(error, &columns(reason));
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
            ReadError::Blank { .. } if has_words(binding) => {
                "add `blank = no`, `blank = not_applicable` or `blank = unanswered` to `#[answers]`"
            }
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
            ReadError::Malformed { help, .. } => help,
            ReadError::TwoIds { .. } => {
                "take the catalog anew from whoever publishes it: an id names one thing"
            }
            ReadError::TooMany { .. } => "split the document: each part can be a catalog",
            ReadError::SectionColumn => "remove `section` from `#[columns]`",
            ReadError::NoFirst { .. } => {
                "answers are headed by the word for yes, a slash and the word for no, such as `Yes/No`"
            }
        };
        self.error(error, help)
    }

    fn error(&self, error: &ReadError, help: &str) -> String {
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
                let near = names::nearest(heading, candidates.iter().map(String::as_str));
                let help = if let Some(near) = near {
                    format!("did you mean `{near}`?")
                } else if let [only] = &renamed(heading, candidates)[..] {
                    format!("if it's called `{only}` now, write that here")
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
                        "if it has another name now, write that here; its headings with controls under them are {}{more}",
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
        excerpt_by(self.index(), &self.path, &self.text, place, label)
    }

    /// Returns a line, from 1, without its end; empty where there is none.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        self.index().line(&self.text, line)
    }

    /// Returns where the lines and characters of the text are.
    #[must_use]
    pub fn index(&self) -> &LineIndex {
        self.index.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// Checks that rows have answers where a catalog in OSCAL has them, which no binding says.
fn answered_alike(definition: &Definition, document: &Document<'_>) -> Result<(), (Span, String)> {
    let has_answers = document.controls().any(|(_, of)| of.answer().is_some());
    let answer = definition
        .rows()
        .find_map(|row| Some((row, row.answer.as_ref()?)));
    match (answer, definition.rows().next()) {
        (Some((row, answer)), _) if !has_answers => Err((
            answer.span,
            format!(
                "row `{}` has an answer, and the document has none: remove the answers of all rows",
                plain_name(&row.name)
            ),
        )),
        (None, Some(row)) if has_answers => Err((
            row.name.span(),
            format!(
                "row `{}` has no answer, and the document has answers: give one to each row, as `cargo controls import` does",
                plain_name(&row.name)
            ),
        )),
        _ => Ok(()),
    }
}

/// What to do about a column that no table has.
fn columns(reason: &NoControls) -> String {
    let near = reason.most_likely().and_then(|(missing, headings)| {
        let mut spellings = missing.split("` or `").map(|name| name.trim_matches('`'));
        spellings.find_map(|name| names::nearest(name, headings.split(" | ")))
    });
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name the columns as one of the header rows does, without its emphasis and links"
            .to_owned(),
    }
}

/// The headings that have all words of another one, or are all words of it.
fn renamed<'c>(heading: &str, candidates: &'c [String]) -> Vec<&'c str> {
    let words = |text: &str| -> HashSet<String> {
        let words = text.split_whitespace().map(str::to_lowercase);
        words.collect()
    };
    let of = words(heading);
    let candidates = candidates.iter().map(String::as_str);
    let near = candidates.filter(|candidate| {
        let words = words(candidate);
        !of.is_empty() && !words.is_empty() && (words.is_superset(&of) || words.is_subset(&of))
    });
    near.collect()
}

/// Whether a binding says what words mean.
fn has_words(binding: &Binding) -> bool {
    let words = match binding {
        Binding::Slash => return false,
        Binding::Columns(columns) => &columns.words,
        Binding::Headings(headings) => &headings.words,
    };
    *words != Words::default()
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
