//! JSON as RFC 8259 has it, with the place of each value and the path to it.

use std::fmt;

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{self, Value},
    common::{Range, Ranged},
    errors::ParseErrorKind,
    parse_to_ast,
};

use super::places::Places;
use crate::{Place, ReadError, Text};

/// Parses a text whose value is an object.
pub(super) fn parse<'a>(text: &'a str, places: &Places<'a>) -> Result<ast::Object<'a>, ReadError> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let Range { start, end } = error.range();
        let what = match error.kind() {
            ParseErrorKind::NestingDepthExceeded => {
                "this JSON is nested deeper than any catalog is".to_owned()
            }
            ParseErrorKind::UnterminatedObject => {
                "the JSON ends before this object does".to_owned()
            }
            ParseErrorKind::UnterminatedArray => "the JSON ends before this array does".to_owned(),
            kind => {
                let what = kind.to_string();
                let mut letters = what.chars();
                let first = letters.next().map(|c| c.to_ascii_lowercase());
                let what: String = first.into_iter().chain(letters).collect();
                format!("the JSON is wrong here: {what}")
            }
        };
        malformed(what, places.of(start, end.max(start + 1)))
    })?;
    match parsed.value {
        Some(Value::Object(object)) => Ok(object),
        Some(value) => Err(malformed(
            format!(
                "the JSON isn't an OSCAL catalog: it's {}, not an object",
                kind(&value)
            ),
            place(&value, places),
        )),
        None => Err(malformed(
            "the document is empty".to_owned(),
            places.of(0, 0),
        )),
    }
}

pub(super) fn malformed(what: String, place: Place) -> ReadError {
    ReadError::Malformed {
        what,
        help: "take the catalog anew from whoever publishes it: an OSCAL catalog in JSON, which `oscal-cli validate` or `trestle validate` accepts",
        place,
    }
}

/// How to get to a value from the root.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Key(&'p Path<'p>, &'p str),
    Element(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(of, key) => write!(f, "{of}.{key}"),
            Path::Element(of, at) => write!(f, "{of}[{at}]"),
        }
    }
}

/// An object with the way to it.
#[derive(Clone, Copy)]
pub(super) struct Object<'p, 't, 'a> {
    value: &'t ast::Object<'a>,
    pub(super) path: &'p Path<'p>,
    places: &'t Places<'a>,
}

/// A text in the JSON.
pub(super) struct JsonText<'t, 'a> {
    value: &'t ast::StringLit<'a>,
    places: &'t Places<'a>,
}

impl<'p, 't, 'a> Object<'p, 't, 'a> {
    pub(super) fn new(
        value: &'t ast::Object<'a>,
        path: &'p Path<'p>,
        places: &'t Places<'a>,
    ) -> Self {
        Object {
            value,
            path,
            places,
        }
    }

    /// Where it begins.
    pub(super) fn place(&self) -> Place {
        let start = self.value.start();
        self.places.of(start, start + 1)
    }

    /// The names that none of some known ones is, each with the way to it, and where it is.
    pub(super) fn unknown(&self, known: &[&str]) -> impl Iterator<Item = (String, Place)> {
        let all = self.value.properties.iter();
        let unknown = all.filter(|property| !known.contains(&property.name.as_str()));
        unknown.map(|property| {
            let Range { start, end } = property.name.range();
            let path = Path::Key(self.path, property.name.as_str());
            (path.to_string(), self.places.of(start, end))
        })
    }

    /// The names that it has, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'t str> {
        self.value
            .properties
            .iter()
            .map(|property| property.name.as_str())
    }

    fn get(&self, key: &str) -> Result<Option<&'t Value<'a>>, ReadError> {
        let all = self.value.properties.iter();
        let mut all = all.filter(|property| property.name.as_str() == key);
        let first = all.next();
        match all.next() {
            None => Ok(first.map(|property| &property.value)),
            Some(again) => {
                let Range { start, end } = again.name.range();
                Err(malformed(
                    format!("`{}` is here twice", Path::Key(self.path, key)),
                    self.places.of(start, end),
                ))
            }
        }
    }

    /// A text that may be missing.
    pub(super) fn text(&self, key: &str) -> Result<Option<JsonText<'t, 'a>>, ReadError> {
        match self.get(key)? {
            None => Ok(None),
            Some(Value::StringLit(value)) => Ok(Some(JsonText {
                value,
                places: self.places,
            })),
            Some(value) => Err(self.wrong(key, "a string", value)),
        }
    }

    /// A text that has to be there and isn't empty.
    pub(super) fn required(&self, key: &str) -> Result<JsonText<'t, 'a>, ReadError> {
        let text = self.text(key)?.ok_or_else(|| {
            malformed(
                format!("`{}` is missing", Path::Key(self.path, key)),
                self.place(),
            )
        })?;
        if text.text().is_empty() {
            let what = format!("`{}` is empty", Path::Key(self.path, key));
            return Err(malformed(what, text.place()));
        }
        Ok(text)
    }

    /// An object that may be missing.
    pub(super) fn object(&self, key: &str) -> Result<Option<&'t ast::Object<'a>>, ReadError> {
        match self.get(key)? {
            None => Ok(None),
            Some(Value::Object(value)) => Ok(Some(value)),
            Some(value) => Err(self.wrong(key, "an object", value)),
        }
    }

    /// An object in this one.
    pub(super) fn within<'q>(
        &self,
        value: &'t ast::Object<'a>,
        path: &'q Path<'q>,
    ) -> Object<'q, 't, 'a> {
        Object::new(value, path, self.places)
    }

    /// Calls a function with each object of an array, which may be missing.
    pub(super) fn each(
        &self,
        key: &str,
        mut each: impl FnMut(Object<'_, 't, 'a>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let array = match self.get(key)? {
            None => return Ok(()),
            Some(Value::Array(array)) => array,
            Some(value) => return Err(self.wrong(key, "an array", value)),
        };
        let of = Path::Key(self.path, key);
        for (at, value) in array.elements.iter().enumerate() {
            let path = Path::Element(&of, at);
            let Value::Object(object) = value else {
                let what = format!("`{path}` is {}, and has to be an object", kind(value));
                return Err(malformed(what, place(value, self.places)));
            };
            each(Object::new(object, &path, self.places))?;
        }
        Ok(())
    }

    /// The texts of an array, which may be missing.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<JsonText<'t, 'a>>, ReadError> {
        let array = match self.get(key)? {
            None => return Ok(Vec::new()),
            Some(Value::Array(array)) => array,
            Some(value) => return Err(self.wrong(key, "an array", value)),
        };
        let of = Path::Key(self.path, key);
        let texts = array.elements.iter().enumerate().map(|(at, value)| {
            let Value::StringLit(value) = value else {
                let path = Path::Element(&of, at);
                let what = format!("`{path}` is {}, and has to be a string", kind(value));
                return Err(malformed(what, place(value, self.places)));
            };
            Ok(JsonText {
                value,
                places: self.places,
            })
        });
        texts.collect()
    }

    fn wrong(&self, key: &str, expected: &str, value: &Value<'_>) -> ReadError {
        let path = Path::Key(self.path, key);
        let what = format!("`{path}` is {}, and has to be {expected}", kind(value));
        malformed(what, place(value, self.places))
    }
}

impl<'a> JsonText<'_, 'a> {
    /// What it says.
    pub(super) fn text(&self) -> Text<'a> {
        Text::of(self.value.value.clone())
    }

    /// What it says, white space as it is.
    pub(super) fn raw(&self) -> &str {
        &self.value.value
    }

    /// Where it is, without its quotes.
    pub(super) fn place(&self) -> Place {
        let Range { start, end } = self.value.range;
        self.places.of(start + 1, end.saturating_sub(1))
    }
}

fn place(value: &Value<'_>, places: &Places<'_>) -> Place {
    let Range { start, end } = value.range();
    places.of(start, end)
}

/// What a value is, in words.
fn kind(value: &Value<'_>) -> &'static str {
    match value {
        Value::StringLit(_) => "a string",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(_) => "a boolean",
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        Value::NullKeyword(_) => "null",
    }
}
