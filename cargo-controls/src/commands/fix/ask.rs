//! Guesses: taken, left open, or confirmed one by one.

use std::io::{self, BufRead, Write};

use annotate_snippets::normalize_untrusted_str;
use controls_dsl::Guess;

/// What is done about guesses.
#[derive(Debug)]
pub(super) enum Guesses {
    /// They're right.
    Take,
    /// Nobody is there to say.
    Leave,
    /// Whoever sits at the terminal says.
    Ask,
}

impl Guesses {
    /// Whether a guess is right; `None` if that's open. `path` is that of the document.
    pub(super) fn decide(&mut self, guess: &Guess, path: &str) -> Option<bool> {
        match self {
            Guesses::Take => Some(true),
            Guesses::Leave => None,
            Guesses::Ask => Some(ask(
                guess,
                path,
                &mut io::stdin().lock(),
                &mut io::stderr().lock(),
            )),
        }
    }
}

/// Asks until the answer is one. No answer is no.
fn ask(guess: &Guess, path: &str, input: &mut dyn BufRead, output: &mut dyn Write) -> bool {
    let Guess {
        name,
        old,
        new,
        section,
        line,
    } = guess;
    let question = format!(
        "`{name}` is `{old}` in the definition\n{path}:{line}: section `{section}` has `{new}` now\nis it the same control? [y/N] "
    );
    let question = normalize_untrusted_str(&question);
    loop {
        // When stderr is gone, nobody can have said yes.
        if output
            .write_all(question.as_bytes())
            .and_then(|()| output.flush())
            .is_err()
        {
            return false;
        }
        let mut answer = String::new();
        match input.read_line(&mut answer) {
            Ok(1..) => {}
            _ => return false,
        }
        match answer.trim().to_lowercase().as_str() {
            "y" | "yes" => return true,
            "" | "n" | "no" => return false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_is_yes() {
        let guess = Guess {
            name: "Peering".to_owned(),
            old: "Peering".to_owned(),
            new: "Peering of networks".to_owned(),
            section: "Network".to_owned(),
            line: 7,
        };
        for (typed, expected, asked) in [
            ("y\n", true, 1),
            ("YES\n", true, 1),
            ("n\n", false, 1),
            ("\n", false, 1),
            ("", false, 1),
            ("maybe\ny", true, 2),
        ] {
            let mut output = Vec::new();
            assert_eq!(
                ask(&guess, "d.md", &mut typed.as_bytes(), &mut output),
                expected,
                "{typed:?}"
            );
            let output = String::from_utf8(output).unwrap();
            assert_eq!(
                output.matches("is it the same control?").count(),
                asked,
                "{output}"
            );
            assert!(
                output.contains("d.md:7: section `Network` has `Peering of networks` now"),
                "{output}"
            );
        }
    }
}
