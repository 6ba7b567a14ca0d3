//! Links to sources where a browser finds them.

use std::str::FromStr;

use super::{
    alert::Location,
    repository::{Repository, seen},
    uri::uri,
};

const FILE: &str = "{file}";
const LINE: &str = "{line}";

/// An address with a place for a file, such as `https://host/blob/main/{file}#L{line}`.
#[derive(Clone, Debug)]
pub(crate) struct SourceUrl(String);

impl FromStr for SourceUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<SourceUrl, String> {
        let rest = text.replace(FILE, "").replace(LINE, "");
        if !text.starts_with("https://") && !text.starts_with("http://") {
            Err("it doesn't begin with `https://`".to_owned())
        } else if !text.contains(FILE) {
            Err(format!("it has no place for the file: write `{FILE}`"))
        } else if rest.contains(['{', '}']) {
            Err(format!("it has other braces than `{FILE}` and `{LINE}`"))
        } else if text
            .contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`\\".contains(c))
        {
            Err("it has characters that no address has".to_owned())
        } else {
            Ok(SourceUrl(text.to_owned()))
        }
    }
}

impl SourceUrl {
    /// The address of a place; `None` if it's outside of the repository around the present folder.
    pub(crate) fn of(&self, at: &Location) -> Option<String> {
        let file = seen(Repository::around_here().as_ref(), &at.file);
        let is_outside =
            file.starts_with("../") || file.starts_with('/') || file.get(1..3) == Some(":/");
        (!is_outside).then(|| {
            self.0
                .replace(FILE, &uri(&file))
                .replace(LINE, &at.line.to_string())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_place_for_the_file() {
        for text in [
            "https://host/{file}",
            "https://host/{file}?a=b&line={line}#L{line}",
            "http://localhost:8000/{file}",
        ] {
            assert!(text.parse::<SourceUrl>().is_ok(), "{text}");
        }
        for text in [
            "",
            "https://host/",
            "javascript:{file}",
            "https://host/{file}{column}",
            "https://host/{file} a",
            "https://host/\"{file}",
            "https://host/{file",
            "{file}",
        ] {
            assert!(text.parse::<SourceUrl>().is_err(), "{text}");
        }
    }

    #[test]
    fn places_outside_of_the_repository_have_none() {
        let url: SourceUrl = "https://host/{file}#L{line}".parse().unwrap();
        let at = |file: &str| Location {
            file: file.to_owned(),
            line: 7,
            column: 1,
            end_line: 7,
            end_column: 2,
        };
        let inside = url.of(&at("src/a b.rs")).unwrap();
        assert!(
            inside.starts_with("https://host/") && inside.ends_with("src/a%20b.rs#L7"),
            "{inside}"
        );
        assert_eq!(url.of(&at("/elsewhere/a.rs")), None);
    }
}
