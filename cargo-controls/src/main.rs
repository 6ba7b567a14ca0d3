//! The `cargo controls` command: what a maintainer of a catalog types when the build stops.
//!
//! Each command gathers what it has to say as an [`Answer`](answer::Answer), and only this file prints: results to
//! stdout, messages to stderr.

mod answer;
mod check;
mod cli;
mod diff;
mod explain;
mod fix;
mod history;
mod import;
mod manual;
mod output;
mod packages;
mod parsed;
mod paths;
mod read;
mod report;
mod sources;

use std::process::ExitCode;

use cli::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(usage) => return output::usage(&usage),
    };
    let answer = match arguments.command {
        Command::Check(check) => check::run(&check),
        Command::Diff(diff) => diff::run(&diff),
        Command::History(history) => history::run(&history),
        Command::Import(import) => import::run(&import),
        Command::Fix(fix) => fix::run(&fix),
        Command::Read(read) => read::run(&read),
        Command::Explain(explain) => explain::run(&explain),
        Command::Completions(completions) => manual::completions(&completions),
        Command::Manual(manual) => manual::page(&manual),
    };
    output::print(&answer)
}
