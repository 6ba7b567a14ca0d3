//! The attributes of a binding as options of the command.

/// Returns an attribute as an option, quoted for a shell: `#[answers(blank = no)]` as `--answers 'blank = no'`.
///
/// ```
/// assert_eq!(
///     controls_dsl::option_of("#[columns(title = \"Control\")]"),
///     "--columns 'title = \"Control\"'"
/// );
/// ```
#[must_use]
pub fn option_of(attribute: &str) -> String {
    let inside = attribute.strip_prefix("#[").unwrap_or(attribute);
    let inside = inside.strip_suffix(']').unwrap_or(inside);
    if let Some((name, arguments)) = inside.split_once('(') {
        let arguments = arguments.strip_suffix(')').unwrap_or(arguments);
        format!("--{name} '{}'", arguments.replace('\'', r"'\''"))
    } else if let Some((name, value)) = inside.split_once(" = ") {
        format!("--{name} {value}")
    } else {
        format!("--{inside}")
    }
}

/// A text in which attributes are written as options. Whoever has no definition at hand has no place for attributes.
pub(crate) fn in_options(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("`#[") {
        let from = &rest[at + 1..];
        let Some(end) = from.find("]`") else {
            break;
        };
        let (attribute, behind) = from.split_at(end + 1);
        written.push_str(&rest[..=at]);
        written.push_str(&option_of(attribute));
        rest = behind;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::in_options;

    #[test]
    fn attributes_are_written_as_options() {
        for (text, options) in [
            (
                "write `#[answers(blank = no)]` or `#[answers(blank = unanswered)]`",
                "write `--answers 'blank = no'` or `--answers 'blank = unanswered'`",
            ),
            ("`#[columns]` takes `title`", "`--columns` takes `title`"),
            ("with `#[heading = \"…\"]` to", "with `--heading \"…\"` to"),
            (
                "write `#[columns(title = \"l'état\")]`",
                r#"write `--columns 'title = "l'\''état"'`"#,
            ),
            ("nothing `#` of [that", "nothing `#` of [that"),
            ("an open `#[columns(", "an open `#[columns("),
        ] {
            assert_eq!(in_options(text), options);
        }
    }
}
