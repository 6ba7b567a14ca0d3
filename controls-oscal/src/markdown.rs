//! A catalog as Markdown: a table for each section, valid for GitHub and for the reader of documents.

use std::{fmt::Write as _, mem};

use controls_document::{located_links, resolve, written_cell, written_heading};

use crate::catalog::{OwnedAnswer, OwnedCatalog, OwnedRecord};

/// The catalog as an article.
pub(crate) fn markdown(catalog: &OwnedCatalog) -> String {
    // The texts are Markdown as they are: nothing is escaped but what reaches out of its cell or heading.
    let mut out = format!("# {}\n", catalog.name);
    let published = catalog.published.as_deref();
    let date = catalog.date.as_deref();
    if let Some(url) = published {
        let _ = write!(out, "\nFrom <{url}>");
        if let Some(date) = date {
            let _ = write!(out, ", edition of {date}");
        }
        out.push_str(".\n");
    } else if let Some(date) = date {
        let _ = write!(out, "\nEdition of {date}.\n");
    }
    let columns = Columns::of(catalog);
    let mut above = Vec::new();
    for section in &catalog.sections {
        // Of what a section is under, what the one before it is under as well is there already.
        let before = mem::replace(&mut above, section.levels());
        let shared = before.iter().zip(&above);
        let shared = shared.take_while(|(one, other)| one == other).count();
        for (level, title) in above.iter().enumerate().skip(shared) {
            heading(&mut out, level, title);
        }
        heading(&mut out, above.len(), &section.title);
        out.push('\n');
        line(&mut out, columns.headings());
        line(&mut out, columns.headings().iter().map(|_| "---"));
        for record in &section.records {
            line(&mut out, columns.cells(record));
        }
    }
    out
}

/// A heading below that of the article, by how many others it's under.
fn heading(out: &mut String, above: usize, title: &str) {
    let marks = "#".repeat(above + 2);
    let _ = writeln!(out, "\n{marks} {}", written_heading(title));
}

/// Which columns the tables have: none that would be empty throughout.
struct Columns<'c> {
    published: &'c str,
    is_labelled: bool,
    is_answered: bool,
    is_withdrawn: bool,
    properties: Vec<&'c str>,
}

impl<'c> Columns<'c> {
    fn of(catalog: &'c OwnedCatalog) -> Self {
        Columns {
            published: catalog.published.as_deref().unwrap_or_default(),
            is_labelled: catalog.records().any(|record| record.label.is_some()),
            is_answered: catalog.has_answers(),
            is_withdrawn: catalog.records().any(|record| record.withdrawn),
            properties: catalog.property_names(),
        }
    }

    fn headings(&self) -> Vec<String> {
        let fixed = [
            // Where nobody says otherwise, a reader takes the first column for the titles.
            ("Control", true),
            // The heading that says to a reader which words are answers.
            ("Yes/No", self.is_answered),
            ("Notes", true),
            ("Documentation", true),
            ("Label", self.is_labelled),
            ("Id", true),
            ("Withdrawn", self.is_withdrawn),
        ];
        let fixed = fixed.iter().filter(|(_, is_there)| *is_there);
        fixed
            .map(|(heading, _)| (*heading).to_owned())
            .chain(self.properties.iter().map(|name| (*name).to_owned()))
            .collect()
    }

    fn cells(&self, record: &OwnedRecord) -> Vec<String> {
        let markdown = |text: Option<&str>| absolute(text.unwrap_or_default(), self.published);
        let mut cells = Vec::new();
        cells.push(markdown(Some(&record.title)));
        if self.is_answered {
            cells.push(markdown(record.answer.as_ref().map(OwnedAnswer::text)));
        }
        cells.push(markdown(record.notes.as_deref()));
        cells.push(markdown(record.documentation.as_deref()));
        if self.is_labelled {
            cells.push(markdown(record.label.as_deref()));
        }
        cells.push(format!("`{}`", record.id));
        if self.is_withdrawn {
            let said = if record.withdrawn { "withdrawn" } else { "" };
            cells.push(said.to_owned());
        }
        let properties = self.properties.iter();
        cells.extend(properties.map(|name| markdown(record.property(name))));
        cells
    }
}

fn line(out: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    out.push('|');
    for cell in cells {
        let _ = write!(out, " {} |", written_cell(cell.as_ref()));
    }
    out.push('\n');
}

/// Markdown whose links lead where they do from the published document.
pub(crate) fn absolute(markdown: &str, published: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut at = 0;
    for (range, link) in located_links(markdown) {
        let url = resolve(published, link.target).filter(|url| url != link.target);
        if let Some(url) = url {
            out.push_str(&markdown[at..range.start]);
            let _ = write!(out, "[{}](<{url}>)", link.text);
            at = range.end;
        }
    }
    out.push_str(&markdown[at..]);
    out
}
