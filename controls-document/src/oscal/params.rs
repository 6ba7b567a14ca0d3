//! Parameters: what an organization fills in, as text.

use std::{cell::Cell, collections::HashMap};

use super::json::{JsonText, Object, Path, malformed};
use crate::{Place, ReadError, folded};

/// How deep parameters may be in one another.
const DEEPEST: usize = 16;

/// The parameters of a catalog, by their ids.
pub(super) struct Params {
    all: HashMap<String, Param>,
    /// How many more bytes may be made of parameters.
    left: Cell<usize>,
}

/// A parameter.
struct Param {
    place: Place,
    text: Form,
}

/// What is shown in the place of a parameter.
enum Form {
    /// What it has been set to.
    Values(Vec<String>),
    /// What can be chosen from.
    Choices(&'static str, Vec<String>),
    /// What it's called.
    Label(String),
}

impl Params {
    /// None yet. What is made of them isn't much longer than the catalog.
    pub(super) fn new(text: &str) -> Self {
        Params {
            all: HashMap::new(),
            left: Cell::new(text.len().saturating_mul(4).saturating_add(1 << 20)),
        }
    }

    /// Adds those of a catalog, a group or a control.
    pub(super) fn add(&mut self, of: Object<'_, '_, '_>) -> Result<(), ReadError> {
        of.each("params", |param| {
            let id = param.required("id")?;
            let mut values: Vec<String> = texts(&param.texts("values")?);
            // One that is blank has been set to nothing.
            values.retain(|value| !value.is_empty());
            let select = match param.object("select")? {
                Some(select) if values.is_empty() => {
                    let path = Path::Key(param.path, "select");
                    choices(param.within(select, &path))?
                }
                _ => None,
            };
            let text = match (select, values.is_empty()) {
                (_, false) => Form::Values(values),
                (Some(choices), true) => choices,
                (None, true) => {
                    let label = param.text("label")?.map(|label| label.text().to_string());
                    Form::Label(label.unwrap_or_else(|| id.text().to_string()))
                }
            };
            let new = Param {
                place: id.place(),
                text,
            };
            if let Some(first) = self.all.get(id.raw()) {
                return Err(ReadError::TwoIds {
                    id: id.text().to_string(),
                    path: format!("{}.id", param.path),
                    first: first.place,
                    second: new.place,
                });
            }
            self.all.insert(id.raw().to_owned(), new);
            Ok(())
        })
    }

    /// A text with parameters in place of what inserts them, folded. Calls a function with the id of each that isn't there.
    pub(super) fn inserted(
        &self,
        text: &str,
        unknown: &mut dyn FnMut(&str),
    ) -> Result<String, ReadError> {
        let mut out = String::new();
        self.insert(text, 0, &mut out, unknown)?;
        Ok(folded(&out).into_owned())
    }

    fn insert(
        &self,
        text: &str,
        depth: usize,
        out: &mut String,
        unknown: &mut dyn FnMut(&str),
    ) -> Result<(), ReadError> {
        let mut rest = text;
        while let Some((before, from)) = rest.split_once("{{") {
            out.push_str(before);
            let Some((inside, after)) = from.split_once("}}") else {
                out.push_str("{{");
                rest = from;
                continue;
            };
            rest = after;
            let id = param_id(inside);
            let Some(param) = id.and_then(|id| self.all.get(id)) else {
                out.extend(["{{", inside, "}}"]);
                unknown(id.unwrap_or_else(|| inside.trim()));
                continue;
            };
            self.show(param, depth, out, unknown)?;
            // Editors of catalogs leave a space between what is inserted and what follows it.
            let trimmed = rest.trim_start();
            if trimmed.starts_with(['.', ',', ';', ':', ')']) {
                rest = trimmed;
            }
        }
        out.push_str(rest);
        Ok(())
    }

    fn show(
        &self,
        param: &Param,
        depth: usize,
        out: &mut String,
        unknown: &mut dyn FnMut(&str),
    ) -> Result<(), ReadError> {
        let too_much = |what: &str| Err(malformed(what.to_owned(), param.place));
        if depth == DEEPEST {
            return too_much(
                "this parameter is in itself, or in more than 16 others in one another",
            );
        }
        // Each costs something, whether or not it says anything.
        let cost = match &param.text {
            Form::Values(texts) | Form::Choices(_, texts) => texts.iter().map(String::len).sum(),
            Form::Label(label) => label.len(),
        };
        let Some(left) = self.left.get().checked_sub(cost + 32) else {
            return too_much(
                "the parameters of this catalog are inserted so often that they make many times its length",
            );
        };
        self.left.set(left);
        let list =
            |texts: &[String], separator: &str, out: &mut String, unknown: &mut dyn FnMut(&str)| {
                for (at, text) in texts.iter().enumerate() {
                    if at > 0 {
                        out.push_str(separator);
                    }
                    // What is before it stays as it is.
                    let from = out.len();
                    self.insert(text, depth + 1, out, unknown)?;
                    let end = from + out[from..].trim_end().len();
                    out.truncate(end);
                }
                Ok(())
            };
        match &param.text {
            Form::Values(values) => list(values, ", ", out, unknown)?,
            Form::Choices(how_many, choices) => {
                out.extend(["[Selection", how_many, ": "]);
                list(choices, "; ", out, unknown)?;
                out.push(']');
            }
            Form::Label(label) => {
                out.push_str("[Assignment: ");
                if !label.starts_with("organization-defined") {
                    out.push_str("organization-defined ");
                }
                self.insert(label, depth + 1, out, unknown)?;
                out.push(']');
            }
        }
        Ok(())
    }
}

/// What a parameter can be chosen from, unless that isn't said.
fn choices(select: Object<'_, '_, '_>) -> Result<Option<Form>, ReadError> {
    let choices = texts(&select.texts("choice")?);
    let how_many = select.text("how-many")?;
    let how_many = match how_many.as_ref().map(JsonText::raw) {
        Some("one-or-more") => " (one or more)",
        Some("one") => " (one)",
        _ => "",
    };
    Ok((!choices.is_empty()).then_some(Form::Choices(how_many, choices)))
}

fn texts(all: &[JsonText<'_, '_>]) -> Vec<String> {
    all.iter().map(|text| text.text().to_string()).collect()
}

/// The id in `insert: param, ac-1_prm_1`.
fn param_id(inside: &str) -> Option<&str> {
    let (insert, rest) = inside.split_once(':')?;
    let (param, id) = rest.split_once(',')?;
    let is_insert = insert.trim() == "insert" && param.trim() == "param";
    is_insert.then(|| id.trim())
}
