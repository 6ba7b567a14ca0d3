//! A whole definition, for a document that has none yet.

use std::fmt::Write as _;

use controls_document::{Binding, Document, Row};

use super::{
    binding::binding_attributes,
    literal::{group, literal},
    row::{deprecated, fields, head},
};
use crate::names::is_invisible;

/// What a definition says besides the rows of its document.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The name of the enum.
    pub name: &'a str,
    /// What the catalog is, for its documentation. Signs that mean something to Markdown are left out of it.
    pub about: &'a str,
    /// `#[document]`: the path, seen from the file that the definition will be in.
    pub document: &'a str,
    /// `#[heading]`.
    pub heading: Option<&'a str>,
    /// `#[published]`.
    pub published: Option<&'a str>,
    /// `#[columns]`, `#[answers]` and `#[headings]`.
    pub binding: &'a Binding,
}

/// The names of a definition's sections and rows, in the order of the document.
#[derive(Clone, Debug)]
pub struct Names {
    /// A name for each section.
    pub sections: Vec<String>,
    /// A name for each row, those of all sections in one list.
    pub rows: Vec<String>,
}

/// The definition that is in step with a document, `controls_core::controls!` around it.
///
/// Returns `None` if there isn't exactly one name for each section and row.
#[must_use]
pub fn definition(frame: &Frame<'_>, names: &Names, document: &Document<'_>) -> Option<String> {
    if names.sections.len() != document.sections.len() || names.rows.len() != document.count() {
        return None;
    }
    let mut out = String::from("controls_core::controls! {\n");
    let _ = writeln!(
        out,
        "    /// {}",
        sentence(frame.about).unwrap_or_else(|| format!("The controls of {}.", frame.name))
    );
    let attributes = [
        ("document", Some(frame.document)),
        ("heading", frame.heading),
        ("published", frame.published),
    ];
    for (attribute, text) in attributes {
        if let Some(text) = text {
            let _ = writeln!(out, "    #[{attribute} = {}]", literal(text));
        }
    }
    for attribute in binding_attributes(frame.binding) {
        let _ = writeln!(out, "    {attribute}");
    }
    let _ = writeln!(out, "    pub enum {} {{", frame.name);
    let outline = document.outline();
    let mut rows = outline.rows.iter().zip(&names.rows);
    for (section, name) in document.sections.iter().zip(&names.sections) {
        let above = section.above();
        if let Some(text) = above.telling().filter(|_| above.is_one_of_several()) {
            let _ = writeln!(out, "        {}", group(text));
        }
        let _ = writeln!(out, "        {name} = {} {{", literal(&section.title));
        for (of, name) in rows.by_ref().take(section.controls.len()) {
            row(&mut out, name, of);
        }
        out.push_str("        }\n");
    }
    out.push_str("    }\n}\n");
    Some(out)
}

/// A row, each of its fields on a line of its own.
fn row(out: &mut String, name: &str, row: &Row<'_>) {
    if let Some(attribute) = deprecated(row) {
        let _ = writeln!(out, "            {attribute}");
    }
    let _ = write!(out, "            {}", head(name, row, true));
    let mut fields = fields(name, row).peekable();
    if fields.peek().is_none() {
        out.push_str(",\n");
        return;
    }
    out.push_str(" {\n");
    for field in fields {
        let _ = writeln!(out, "                {field},");
    }
    out.push_str("            },\n");
}

/// A text as one sentence that means nothing to Markdown, or `None` if little or too much is left of it.
///
/// ```
/// let sentence = controls_dsl::sentence("Security controls for `Azure` **Backup**");
/// assert_eq!(sentence.as_deref(), Some("Security controls for Azure Backup."));
/// assert_eq!(controls_dsl::sentence("*"), None);
/// ```
#[must_use]
pub fn sentence(text: &str) -> Option<String> {
    const LONGEST: usize = 90;
    let is_plain = |c: &char| {
        let is_word = *c != '_' && unicode_ident::is_xid_continue(*c) && !is_invisible(*c);
        is_word || matches!(c, '.' | ',' | '\'' | '’' | '(' | ')' | '-' | '/' | '&')
    };
    let plain: String = text
        .chars()
        .map(|c| if is_plain(&c) { c } else { ' ' })
        .collect();
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    // At the beginning, signs and numbers make lists.
    let begins_well = text.starts_with(char::is_alphabetic);
    if !begins_well
        || text.chars().count() > LONGEST
        || text.contains("//")
        || text.contains("www.")
    {
        return None;
    }
    Some(if text.ends_with(['.', '。']) {
        text
    } else {
        format!("{text}.")
    })
}
