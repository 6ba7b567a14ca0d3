//! The attributes of a binding as options of the command.

/// A text in which attributes are written as options: `` `#[answers(blank = no)]` `` as `` `--answers 'blank = no'` ``. Whoever
/// has no definition at hand has no place for attributes.
pub(crate) fn in_options(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("`#[") {
        let after = &rest[at + "`#[".len()..];
        let Some((attribute, behind)) = after.split_once("]`") else {
            break;
        };
        written.push_str(&rest[..at]);
        let parts: &[&str] = if let Some((name, arguments)) = attribute.split_once('(') {
            &[
                name,
                " '",
                arguments.strip_suffix(')').unwrap_or(arguments),
                "'",
            ]
        } else if let Some((name, value)) = attribute.split_once(" = ") {
            &[name, " ", value]
        } else {
            &[attribute]
        };
        written.push_str("`--");
        written.extend(parts.iter().copied());
        written.push('`');
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
            ("nothing `#` of [that", "nothing `#` of [that"),
            ("an open `#[columns(", "an open `#[columns("),
        ] {
            assert_eq!(in_options(text), options);
        }
    }
}
