//! The `cargo controls` command: what a maintainer of a catalog types when the build stops.
//!
//! Each command gathers what it has to say as an [`Outcome`](outcome::Outcome), and only this file has it printed:
//! results to stdout, messages to stderr.
//!
//! Files import downwards only: the command line, the commands, what code does for controls, how things are shown, where they come from, and the
//! leaves, which are the files beside this one.

mod args;
mod cli;
mod colour;
mod commands;
mod file;
mod level;
mod lookup;
mod message;
mod nearest;
mod outcome;
mod page;
mod paths;
mod print;
mod replace;
mod show;
mod sources;
mod terminal;
mod title;
mod traced;

use std::process::ExitCode;

use clap::CommandFactory;

use cli::{Cli, Command};
use commands::{
    check, diff, explain, export, fix, history, import, list, manual, matrix, read, trace,
};
use print::Printed;

fn main() -> ExitCode {
    let cli = match Cli::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(usage) => return print::usage(&usage),
    };
    // What is for files isn't for a person's eyes.
    let printed = match cli.command {
        Command::Export(_) => Printed::Verbatim,
        _ => Printed::Styled,
    };
    let outcome = match cli.command {
        Command::Check(arguments) => check::run(&arguments, cli.display.quiet),
        Command::Diff(arguments) => diff::run(&arguments, cli.display.quiet),
        Command::History(arguments) => history::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Read(arguments) => read::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Matrix(arguments) => matrix::run(&arguments),
        Command::Trace(arguments) => trace::run(&arguments, cli.display.quiet),
        Command::Completions(arguments) => manual::completions(&arguments, &mut Cli::command()),
        Command::Manual(manual::Manual {}) => manual::page(Cli::command()),
    };
    print::print(&outcome, printed, cli.display.quiet)
}
