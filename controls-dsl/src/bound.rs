//! A binding that isn't in a definition, in the words of its attributes.

use std::fmt;

use controls_document::Binding;
use proc_macro2::TokenStream;

use crate::{Diagnostics, options::in_options, parse};

/// Reads a binding in the words of the attributes: each argument has what is in the parentheses of `#[columns(…)]`,
/// `#[answers(…)]` or `#[headings(…)]`, as the command's options do.
///
/// ```
/// use controls_document::Binding;
///
/// let columns = r#"label = "CIS ID", title = "Recommendation", answer = "Status""#;
/// let binding = controls_dsl::binding(Some(columns), Some("blank = unanswered"), None)?;
/// assert!(matches!(binding, Binding::Columns(_)));
///
/// let error = controls_dsl::binding(Some("titel = 1"), None, None).unwrap_err();
/// assert_eq!((error.attribute, error.column), ("columns", 1));
/// # Ok::<(), controls_dsl::BindingError>(())
/// ```
///
/// # Errors
///
/// When it isn't one. The error has the first mistake.
pub fn binding(
    columns: Option<&str>,
    answers: Option<&str>,
    headings: Option<&str>,
) -> Result<Binding, BindingError> {
    let given = [
        ("columns", columns),
        ("answers", answers),
        ("headings", headings),
    ];
    let mut diagnostics = Diagnostics::default();
    let mut bound = parse::BindingAttributes::default();
    for (attribute, text) in given {
        let Some(text) = text else { continue };
        let tokens: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| {
            BindingError::new(
                attribute,
                error.span().start().column,
                "a token is wrong here",
            )
        })?;
        parse::bind(attribute, tokens, &mut bound, &mut diagnostics);
        first(attribute, &diagnostics)?;
    }
    // What is wrong with them together is said of the last one.
    let last = given.into_iter().rfind(|(_, text)| text.is_some());
    let attribute = last.map_or("columns", |(attribute, _)| attribute);
    let binding = bound.binding(&mut diagnostics);
    first(attribute, &diagnostics)?;
    Ok(binding.unwrap_or_default())
}

fn first(attribute: &'static str, diagnostics: &Diagnostics) -> Result<(), BindingError> {
    match diagnostics.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(BindingError::new(
            attribute,
            first.span.start().column,
            &first.message,
        )),
    }
}

/// What is wrong with a binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BindingError {
    /// The attribute whose words are wrong: `columns`, `answers` or `headings`.
    pub attribute: &'static str,
    /// Where, in characters from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl BindingError {
    fn new(attribute: &'static str, column: usize, message: &str) -> Self {
        BindingError {
            attribute,
            column: column + 1,
            message: in_options(message),
        }
    }
}

impl fmt::Display for BindingError {
    /// Writes what is wrong, without where.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BindingError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::binding_attributes;

    #[test]
    fn a_binding_is_printed_as_it_is_parsed() {
        for (columns, answers, headings) in [
            (Some("title = \"Control\""), None, None),
            (
                Some(
                    "label = \"CIS \\\"ID\\\"\", title = 2, answer = [\"Status\", \"Result\"], notes = \"Why\", documentation = \"See\", also = [\"Level\"]",
                ),
                Some(
                    "yes = \"Pass\", no = [\"Fail\", \"❌\"], not_applicable = \"n/a\", blank = unanswered",
                ),
                None,
            ),
            (
                Some("title = 1, answer = 2"),
                Some("blank = not_applicable"),
                None,
            ),
            (
                None,
                Some("blank = no"),
                Some(
                    "level = 4, answer = \"Result\", notes = [\"Rationale\", \"Why\"], documentation = \"See\", also = [\"Risk\", \"Level\"]",
                ),
            ),
        ] {
            let binding = binding(columns, answers, headings).unwrap();
            let given = [
                ("columns", columns),
                ("headings", headings),
                ("answers", answers),
            ];
            let attributes: Vec<String> = given
                .into_iter()
                .filter_map(|(name, text)| Some(format!("#[{name}({})]", text?)))
                .collect();
            assert_eq!(binding_attributes(&binding), attributes);
        }
        assert_eq!(binding(None, None, None), Ok(Binding::Slash));
    }

    #[test]
    fn mistakes_have_their_place() {
        for (columns, answers, headings, attribute, column, message) in [
            (
                Some("title = \"a"),
                None,
                None,
                "columns",
                9,
                "a token is wrong here",
            ),
            (
                Some("title = 1, titel = 2"),
                None,
                None,
                "columns",
                12,
                "unknown argument `titel`: `--columns` takes `section`, `label`, `title`, `answer`, `notes`, `documentation` and `also`; did you mean `title`?",
            ),
            (
                Some("title = 1, answer = 2"),
                Some("blank = maybe"),
                None,
                "answers",
                9,
                "`blank` takes `no`, `not_applicable` or `unanswered`, found `maybe`",
            ),
            (
                None,
                None,
                Some("level = 9"),
                "headings",
                9,
                "`level` takes the level of headings, from 1 to 6, found `9`",
            ),
        ] {
            let error = binding(columns, answers, headings).unwrap_err();
            let found = (error.attribute, error.column, &*error.message);
            assert_eq!(found, (attribute, column, message));
        }
    }
}
