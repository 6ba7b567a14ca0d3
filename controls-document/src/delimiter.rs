//! Delimiter rows: what is between the header row of a table and its rows.

/// Whether a line is a delimiter row, such as `|---|:--:|`. Dashes that an editor has turned into `–` or `—` count.
pub(crate) fn is_delimiter(line: &str) -> bool {
    let mut pipe = false;
    let mut dash = false;
    for c in line.chars() {
        match c {
            '|' => pipe = true,
            '-' | '–' | '—' => dash = true,
            ':' => {}
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    pipe && dash
}

/// Whether a line is what an author has taken for a delimiter row, or what is left of one: nothing but marks, with no more
/// than a stray letter among them.
pub(crate) fn is_damaged_delimiter(line: &str) -> bool {
    let mut marks = 0;
    let mut others = 0;
    let mut pipes = 0;
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '|' | ':' => pipes += 1,
            '-' | '–' | '—' | '=' | '_' | '~' | '*' | '+' => marks += 1,
            _ => others += 1,
        }
    }
    others * 3 <= marks && (marks > 1 || (pipes > 1 && others == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_have_dashes_and_a_pipe() {
        for (line, expected) in [
            ("|---|---|--|", true),
            ("--- | :-:", true),
            ("---", false),
            ("| |", false),
            ("|–|—|", true),
            ("|-x-|", false),
        ] {
            assert_eq!(is_delimiter(line), expected, "{line}");
        }
    }
}
