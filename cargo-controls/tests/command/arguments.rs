//! The command line, colour, and pipes.

use std::{
    fs,
    io::Read,
    process::{Command, Stdio},
};

use crate::sample::{DOCUMENT, Run, Sample, command, definition, run, workspace};

/// The command in the root of this workspace.
fn here(words: &[&str]) -> Command {
    let mut command = command(&workspace());
    command.args(words);
    command
}

#[test]
fn the_word_controls_may_stand_in_front() {
    let (with, without) = (
        run(&mut here(&["controls", "check", "controls-azure-backup"])),
        run(&mut here(&["check", "controls-azure-backup"])),
    );
    assert_eq!((with.code, with.stdout), (without.code, without.stdout));
    assert_eq!(
        run(&mut here(&["controls", "--version"])).stdout,
        run(&mut here(&["--version"])).stdout
    );
}

#[test]
fn mistakes_in_the_arguments_are_messages() {
    for words in [
        &[][..],
        &["chek"],
        &["check", "a", "b"],
        &["read"],
        &["read", "a", "--format", "xml"],
    ] {
        let run = run(&mut here(words));
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(run.stderr.contains("--help"), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn every_example_of_the_help_works_in_a_workspace_such_as_this_one() {
    let copied = |path: &str| fs::read(workspace().join(path)).unwrap();
    let (source, document) = (
        "controls-azure-backup/src/lib.rs",
        "controls-azure-backup/document/security-controls.md",
    );
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"controls-azure-backup\", \"controls-core\"]\n",
        )
        .file(
            "controls-azure-backup/Cargo.toml",
            "[package]\nname = \"controls-azure-backup\"\nedition = \"2024\"\n",
        )
        .file(
            "controls-core/Cargo.toml",
            "[package]\nname = \"controls-core\"\n",
        )
        .file("controls-core/src/lib.rs", "")
        .file(source, copied(source))
        .file(document, copied(document));
    let mut examples = 0;
    for words in [
        &["--help"][..],
        &["check", "--help"],
        &["read", "--help"],
        &["import", "--help"],
    ] {
        let help = run(&mut here(words));
        assert_eq!((help.code, &*help.stderr), (0, ""), "{words:?}");
        for example in help
            .stdout
            .lines()
            .filter_map(|line| line.strip_prefix("  cargo controls "))
        {
            let run = sample.run(&example.split(' ').collect::<Vec<_>>());
            assert_eq!(run.code, 0, "{example}: {}", run.stderr);
            examples += 1;
        }
    }
    assert!(examples >= 5, "{examples}");
}

#[test]
fn colour_is_for_terminals_and_for_who_asks_for_it() {
    let sample = Sample::package(
        &(definition("Service", "../document.md").replace("=> No", "=> Yes")
            + &definition("Gone", "../gone.md")),
    );
    let with = |words: &[&str], variables: &[(&str, &str)]| -> Run {
        let mut command = command(&sample.root().join("src"));
        run(command.args(words).envs(variables.iter().copied()))
    };
    let always = ("CARGO_TERM_COLOR", "always");
    let never = ("CARGO_TERM_COLOR", "never");
    let forced = ("CLICOLOR_FORCE", "1");
    for (words, variables, coloured) in [
        (&["check"][..], &[][..], false),
        (&["check"], &[always], true),
        (&["check"], &[never, forced], false),
        (&["check"], &[("NO_COLOR", "1"), forced], false),
        (&["check", "--color", "never"], &[always], false),
        (&["--color=always", "check"], &[never], true),
        (&["check", "--color=auto"], &[always], false),
    ] {
        let run = with(words, variables);
        assert_eq!(
            run.stdout.contains('\u{1b}'),
            coloured,
            "{variables:?}: {}",
            run.stdout
        );
        assert_eq!(
            run.stderr.contains('\u{1b}'),
            coloured,
            "{variables:?}: {}",
            run.stderr
        );
        // Words that are looked for are never broken by colour.
        assert!(
            run.stdout.contains("2 controls in 1 section"),
            "{}",
            run.stdout
        );
    }
    // What is wrong with the arguments as well.
    for (color, coloured) in [("always", true), ("never", false)] {
        let run = with(&["check", "--color", color, "--wrong"], &[]);
        assert_eq!(run.stderr.contains('\u{1b}'), coloured, "{}", run.stderr);
    }
}

#[test]
fn a_quiet_command_says_what_is_wrong_only() {
    let source = format!(
        "mod gone;\n{}{}",
        definition("Service", "../document.md"),
        definition("Other", "../document.md").replace("=> No", "=> Yes")
    );
    let sample = Sample::package(&source);
    let (all, quiet) = (sample.run(&["check"]), sample.run(&["check", "--quiet"]));
    assert_eq!((all.code, quiet.code), (1, 1));
    assert!(all.stderr.starts_with("warning: "), "{}", all.stderr);
    assert_eq!(quiet.stderr, "");
    let (_, other) = all.stdout.split_once("Other: ").unwrap();
    assert_eq!(quiet.stdout, format!("Other: {other}"));
    let run = sample.run(&["check", "gone", "-q"]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let rows = (0..20_000)
        .map(|at| format!("| Port {at} | No |\n"))
        .collect::<Vec<_>>()
        .concat();
    let sample = Sample::empty().file("a.md", format!("{DOCUMENT}{rows}"));
    let mut child = command(sample.root())
        .args(["read", "a.md"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), &*stderr), (Some(0), ""));
}
