//! Printing: results to stdout, messages to stderr, colour where a person sees it.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::{
    answer::{Answer, Outcome},
    report::Message,
};

/// Prints an answer, and returns its exit code.
pub(crate) fn print(answer: &Answer) -> ExitCode {
    let results = to_stdout(&answer.results);
    let mut stderr = AutoStream::new(io::stderr(), colour());
    for message in &answer.messages {
        // When stderr is gone, there's nobody to tell.
        let _ = writeln!(stderr, "{}\n", message.render());
    }
    match results {
        // Whoever reads the results has had enough of them, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::from(answer.outcome.code())
        }
        Err(error) => {
            let message =
                Message::error(format!("the results can't be written to stdout: {error}"));
            let _ = writeln!(stderr, "{}", message.render());
            ExitCode::from(Outcome::Failed.code())
        }
        Ok(()) => ExitCode::from(answer.outcome.code()),
    }
}

fn to_stdout(results: &str) -> io::Result<()> {
    let mut stdout = AutoStream::new(io::stdout(), colour());
    if stdout.current_choice() == ColorChoice::Never {
        // In one piece: the stream would write each line on its own.
        io::stdout().write_all(strip_str(results).to_string().as_bytes())?;
    } else {
        stdout.write_all(results.as_bytes())?;
    }
    stdout.flush()
}

/// Prints what is wrong with the arguments, or the help that they ask for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    // 2 for mistakes, 0 for help.
    ExitCode::from(if error.use_stderr() {
        Outcome::Failed.code()
    } else {
        Outcome::Well.code()
    })
}

/// As Cargo does: `CARGO_TERM_COLOR` decides, and if it doesn't, `NO_COLOR` and whether there's a terminal.
fn colour() -> ColorChoice {
    match std::env::var("CARGO_TERM_COLOR").as_deref() {
        Ok("always") => ColorChoice::Always,
        Ok("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// The same for what `clap` prints.
pub(crate) fn clap_colour() -> clap::ColorChoice {
    match colour() {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => clap::ColorChoice::Always,
        ColorChoice::Never => clap::ColorChoice::Never,
        ColorChoice::Auto => clap::ColorChoice::Auto,
    }
}
