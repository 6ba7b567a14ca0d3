//! `fix --write` at a real terminal, and the answers that somebody types there.

use std::process::Command;

use rexpect::{
    process::WaitStatus,
    session::{PtySession, spawn_command},
};

use crate::sample::{Sample, command};

/// How a question ends.
pub(crate) const ASKED: &str = " [y/N, q quits] ";

/// What makes a run fail that waits for something that never comes.
const LONGEST: Option<u64> = Some(60_000);

/// What somebody types: an answer, or the end of the input.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Typed {
    Line(&'static str),
    End,
}

/// Runs `fix --write` with more words.
pub(crate) fn session(sample: &Sample, words: &[&str]) -> PtySession {
    let mut command = command(sample.root());
    command.args(["fix", "--write"]).args(words);
    command.env("NO_COLOR", "1");
    spawned(command)
}

/// Runs a command.
pub(crate) fn spawned(command: Command) -> PtySession {
    spawn_command(command, LONGEST).unwrap()
}

/// Types an answer at the next question. Returns what has been shown before it, up to where one types.
pub(crate) fn answer(session: &mut PtySession, typed: Typed) -> String {
    let shown = session.exp_string(ASKED).unwrap();
    match typed {
        Typed::Line(line) => drop(session.send_line(line).unwrap()),
        Typed::End => session.send_control('d').unwrap(),
    }
    shown.replace("\r\n", "\n")
}

/// The rest of what is shown, and the exit code.
pub(crate) fn end(session: &mut PtySession) -> (String, i32) {
    let rest = session.exp_eof().unwrap().replace("\r\n", "\n");
    match session.process().wait().unwrap() {
        WaitStatus::Exited(_, code) => (rest, code),
        status => panic!("{status:?}: {rest}"),
    }
}
