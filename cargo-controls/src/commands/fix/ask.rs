//! Somebody who answers questions, one by one.

use std::io::{BufRead, Write};

use annotate_snippets::normalize_untrusted_str;
use controls_dsl::{Dropped, Guess, Source};

use crate::{file::SourceFile, show::text::harmless};

/// Of rows that are longer, the first lines are shown.
const LINES: usize = 8;

/// Whoever sits at the terminal.
pub(super) struct Person<'p> {
    input: &'p mut dyn BufRead,
    output: &'p mut dyn Write,
    /// Whether they have had enough: then nothing more is asked, and nothing is done.
    pub(super) has_quit: bool,
}

impl<'p> Person<'p> {
    pub(super) fn new(input: &'p mut dyn BufRead, output: &'p mut dyn Write) -> Self {
        Person {
            input,
            output,
            has_quit: false,
        }
    }

    /// Shows a text.
    pub(super) fn show(&mut self, text: &str) {
        let shown = self.output.write_all(text.as_bytes());
        self.has_quit |= shown.and_then(|()| self.output.flush()).is_err();
    }

    /// Asks until the answer is one; an empty one is no. `None` once they have quit: by saying so, by ending the input, or
    /// because they see nothing any more.
    pub(super) fn ask(&mut self, question: &str) -> Option<bool> {
        while !self.has_quit {
            self.show(&format!("{question} [y/N, q quits] "));
            let mut answer = String::new();
            if self.has_quit || !matches!(self.input.read_line(&mut answer), Ok(1..)) {
                break;
            }
            match answer.trim().to_lowercase().as_str() {
                "y" | "yes" => return Some(true),
                "" | "n" | "no" => return Some(false),
                "q" | "quit" => break,
                _ => {}
            }
        }
        self.has_quit = true;
        None
    }
}

/// What a definition and its document are to somebody who is asked about them.
#[derive(Clone, Copy)]
pub(super) struct Sight<'s> {
    pub(super) file: &'s SourceFile,
    pub(super) document: &'s Source,
}

impl Sight<'_> {
    /// Whether two rows are one control.
    pub(super) fn same(&self, guess: &Guess) -> String {
        let Guess {
            name,
            section,
            line,
            is_likely,
            ..
        } = guess;
        let what = if *is_likely {
            "seems to have another title now"
        } else {
            "may have become another row"
        };
        let path = &self.document.path;
        let row = self.document.line(*line).trim();
        let text = format!(
            "\n`{name}` {what}\n{}  {path}:{line}, in section `{section}`:\n    {row}\nis it the same control?",
            self.row(&guess.range)
        );
        harmless(&normalize_untrusted_str(&text))
    }

    /// Whether an id may be dropped.
    pub(super) fn dropped(&self, dropped: &Dropped) -> String {
        let Dropped {
            name, id, range, ..
        } = dropped;
        let path = &self.document.path;
        let text = format!(
            "\n`{name}` is no longer in {path}\n{}drop its id `{id}` for good?",
            self.row(range)
        );
        harmless(&normalize_untrusted_str(&text))
    }

    /// A row of the definition, with its place.
    fn row(&self, range: &std::ops::Range<usize>) -> String {
        let (line, _) = self.file.position(range.start);
        let row = self.file.text.get(range.clone()).unwrap_or_default();
        let lines: Vec<&str> = row.lines().collect();
        let indented = |line: &&str| line.len() - line.trim_start().len();
        let margin = lines.iter().skip(1).map(indented).min().unwrap_or(0);
        let mut shown = format!("  {}:{line}:\n", self.file.shown);
        for (at, line) in lines.iter().take(LINES).enumerate() {
            let line = line.get(margin * usize::from(at > 0)..).unwrap_or(line);
            shown.extend(["    ", line, "\n"]);
        }
        if lines.len() > LINES {
            shown.push_str("    …\n");
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_is_yes_and_the_end_is_no_answer() {
        for (typed, expected, asked) in [
            ("y\n", Some(true), 1),
            ("YES\n", Some(true), 1),
            ("n\n", Some(false), 1),
            ("\n", Some(false), 1),
            ("maybe\ny", Some(true), 2),
            ("q\ny\n", None, 1),
            ("Quit\n", None, 1),
            ("", None, 1),
            ("maybe\n", None, 2),
        ] {
            let (mut input, mut output) = (typed.as_bytes(), Vec::new());
            let mut person = Person::new(&mut input, &mut output);
            assert_eq!(person.ask("really?"), expected, "{typed:?}");
            // Who has quit isn't asked again.
            assert_eq!(person.has_quit, expected.is_none(), "{typed:?}");
            if expected.is_none() {
                assert_eq!(person.ask("really?"), None, "{typed:?}");
            }
            let output = String::from_utf8(output).unwrap();
            assert_eq!(output.matches("really? [y/N").count(), asked, "{output}");
        }
    }

    #[test]
    fn who_sees_nothing_has_not_said_yes() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
                Err(std::io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        let mut input = "y\n".as_bytes();
        assert_eq!(Person::new(&mut input, &mut Gone).ask("really?"), None);
    }
}
