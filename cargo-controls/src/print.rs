//! Printing: results to stdout, messages to stderr, colour where a person sees it.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::{
    message::Message,
    outcome::{Exit, Outcome},
    show::message::rendered,
};

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    /// With colour where a person sees it.
    Styled,
    /// As they are, but to a terminal without what that would obey.
    Verbatim,
}

/// Prints an outcome, its warnings only if they're wanted, and returns its exit code.
pub(crate) fn print(outcome: &Outcome, printed: Printed, quiet: bool) -> ExitCode {
    let results = to_stdout(&outcome.results, printed);
    let mut stderr = AutoStream::auto(io::stderr());
    let wanted = |message: &&Message| message.is_error || !quiet;
    for message in outcome.messages.iter().filter(wanted) {
        // When stderr is gone, there's nobody to tell.
        let _ = writeln!(stderr, "{}\n", rendered(message));
    }
    match results {
        // Whoever reads the results has had enough of them, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::from(outcome.exit.code())
        }
        Err(error) => {
            let message =
                Message::error(format!("the results can't be written to stdout: {error}"));
            let _ = writeln!(stderr, "{}", rendered(&message));
            ExitCode::from(Exit::Failed.code())
        }
        Ok(()) => ExitCode::from(outcome.exit.code()),
    }
}

fn to_stdout(results: &str, printed: Printed) -> io::Result<()> {
    let stdout = io::stdout();
    let choice = match printed {
        Printed::Styled => AutoStream::choice(&stdout),
        Printed::Verbatim if stdout.is_terminal() => ColorChoice::Never,
        Printed::Verbatim => ColorChoice::AlwaysAnsi,
    };
    if choice == ColorChoice::Never {
        // In one piece: the stream would write each line on its own.
        (&stdout).write_all(strip_str(results).to_string().as_bytes())?;
    } else {
        AutoStream::new(&mut stdout.lock(), choice).write_all(results.as_bytes())?;
    }
    (&stdout).flush()
}

/// Prints what is wrong with the arguments, or the help that they ask for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    // 2 for mistakes, 0 for help.
    ExitCode::from(if error.use_stderr() {
        Exit::Failed.code()
    } else {
        Exit::Well.code()
    })
}
