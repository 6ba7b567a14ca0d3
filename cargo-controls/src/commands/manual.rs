//! `cargo controls completions` and `cargo controls manual`: what shells and `man` want to know of the arguments, made
//! from their definitions.

use std::io;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::{
    Man,
    roff::{Roff, roman},
};

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
};

/// The name of the program, which is what a shell completes.
const PROGRAM: &str = "cargo-controls";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  cargo controls completions bash
  cargo controls completions zsh

The script completes `cargo-controls check` and so on: the word `cargo` belongs to Cargo's own completion.
In bash, `source <(cargo-controls completions bash)` loads it.";

const MANUAL_EXAMPLES: &str = "\
Examples:
  cargo controls manual

Saved as `man1/cargo-controls.1` in a folder of `MANPATH`, it's what `man cargo-controls` shows.";

#[derive(Args, Debug)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct Completions {
    /// Shell to complete in
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Args, Debug)]
#[command(after_help = MANUAL_EXAMPLES)]
pub(crate) struct Manual {}

/// The completion script of a shell.
pub(crate) fn completions(arguments: &Completions, command: &mut Command) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, command, PROGRAM, &mut script);
    if arguments.shell == Shell::Bash {
        script = repaired(&String::from_utf8_lossy(&script)).into_bytes();
    }
    outcome(Ok(script))
}

/// A script for bash in which `clap_complete` has two faults: it has two spellings of the name of a program with a
/// hyphen, so that nothing is completed after a command, and it doesn't know that bash takes `=` for a word.
fn repaired(script: &str) -> String {
    script
        .replace("cargo__subcmd__controls", "cargo__controls")
        .replace(
            "    prev=\"$3\"\n",
            "    prev=\"$3\"
    if [[ \"${cur}\" == \"=\" ]]; then
        cur=\"\"
    elif [[ \"${prev}\" == \"=\" ]]; then
        prev=\"${COMP_WORDS[COMP_CWORD-2]}\"
    fi
",
        )
}

/// The manual page.
pub(crate) fn page(command: Command) -> Outcome {
    outcome(rendered(command))
}

fn outcome(text: io::Result<Vec<u8>>) -> Outcome {
    match text {
        Ok(text) => {
            let results = String::from_utf8_lossy(&text).into_owned();
            Outcome {
                results,
                messages: Vec::new(),
                exit: Exit::Well,
            }
        }
        Err(error) => {
            let message = Message::error(format!("the page can't be made: {error}"));
            Outcome {
                results: String::new(),
                messages: vec![message],
                exit: Exit::Failed,
            }
        }
    }
}

/// One page for all commands: `man` finds the page of a program, and nobody installs a page for each command of it.
fn rendered(command: Command) -> io::Result<Vec<u8>> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let man = Man::new(command.clone());
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    section("SH", "COMMANDS").to_writer(&mut out)?;
    for command in command.get_subcommands() {
        of_command(command, &mut out)?;
    }
    section("SH", "EXAMPLES").to_writer(&mut out)?;
    after_help(&command, &mut out)?;
    man.render_version_section(&mut out)?;
    Ok(out)
}

fn of_command(command: &Command, out: &mut Vec<u8>) -> io::Result<()> {
    section("SS", command.get_name()).to_writer(out)?;
    let man = Man::new(command.clone());
    let (mut description, mut synopsis, mut options) = (Vec::new(), Vec::new(), Vec::new());
    man.render_description_section(&mut description)?;
    man.render_synopsis_section(&mut synopsis)?;
    man.render_options_section(&mut options)?;
    out.extend(without_heading(&description));
    paragraph().to_writer(out)?;
    out.extend(without_heading(&synopsis));
    out.extend(below(&without_heading(&options)));
    after_help(command, out)
}

/// Examples and exit codes, line by line as they are.
fn after_help(command: &Command, out: &mut Vec<u8>) -> io::Result<()> {
    let Some(help) = command.get_after_help() else {
        return Ok(());
    };
    let mut roff = paragraph();
    roff.control("nf", []);
    for line in help.to_string().lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff.to_writer(out)
}

fn section(kind: &str, title: &str) -> Roff {
    let mut roff = Roff::default();
    roff.control(kind, [title]);
    roff
}

fn paragraph() -> Roff {
    let mut roff = Roff::default();
    roff.control("PP", []);
    roff
}

/// A section without the line of its heading and what is before it.
fn without_heading(section: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = section.split_inclusive(|byte| *byte == b'\n').collect();
    let heading = lines
        .iter()
        .position(|line| line.starts_with(b".SH"))
        .map_or(0, |at| at + 1);
    lines[heading..].concat()
}

/// A section that is part of another one: the headings in it are those of paragraphs.
fn below(section: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(section.len());
    for line in section.split_inclusive(|byte| *byte == b'\n') {
        if let Some(heading) = line.strip_prefix(b".SH ") {
            out.extend(b".PP\n.B ");
            out.extend(heading);
        } else {
            out.extend(line);
        }
    }
    out
}
