//! `completions` and `manual`, and what `--help` says.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use crate::sample::{Run, command, run, workspace};

fn here(words: &[&str]) -> Run {
    let run = run(command(&workspace()).args(words));
    assert_eq!((run.code, &*run.stderr), (0, ""), "{words:?}");
    run
}

/// The names of all commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = here(&["--help"]).stdout;
    let list = help
        .split_once("Commands:\n")
        .unwrap()
        .1
        .split("\n\n")
        .next()
        .unwrap();
    let names = list
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| !line.starts_with(' '));
    let names: Vec<_> = names
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert!(
        names.iter().any(|name| name == "check") && names.iter().any(|name| name == "manual"),
        "{help}"
    );
    names.into_iter().filter(|name| name != "help").collect()
}

/// Gives a text to a program, and returns what it prints; `None` where the program isn't there.
fn piped(program: &mut Command, text: &str) -> Option<(bool, String)> {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = [output.stdout, output.stderr].concat();
    Some((
        output.status.success(),
        String::from_utf8_lossy(&shown).into_owned(),
    ))
}

#[test]
fn each_shell_completes_all_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = here(&["completions", shell]).stdout;
        for name in commands() {
            assert!(script.contains(&name), "{shell}: {name}");
        }
        assert!(script.contains("cargo-controls"), "{shell}");
    }
}

/// What bash proposes for the last word of a line; `None` where there's no bash. The line is split as bash splits it.
fn proposed(line: &str) -> Option<Vec<String>> {
    let script = here(&["completions", "bash"]).stdout;
    let line = line.replace('=', " = ");
    let mut words: Vec<&str> = line.split_whitespace().collect();
    if line.ends_with(' ') && !line.ends_with("= ") {
        words.push("");
    }
    let [.., before, last] = &words[..] else {
        panic!("{line}");
    };
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let asked = format!(
        "
        f=$(complete -p cargo-controls) && f=${{f#*-F }}
        COMP_WORDS=({}) COMP_CWORD={}
        ${{f%% *}} cargo-controls '{last}' '{before}'
        printf '%s\\n' \"${{COMPREPLY[@]}}\"
        ",
        quoted.join(" "),
        words.len() - 1
    );
    let (well, said) = piped(&mut Command::new("bash"), &(script + &asked))?;
    assert!(well, "{said}");
    Some(said.split_whitespace().map(str::to_owned).collect())
}

#[test]
fn bash_proposes_commands_options_and_values() {
    for (line, expected) in [
        ("cargo-controls ex", &["explain", "export"][..]),
        ("cargo-controls --q", &["--quiet"]),
        ("cargo-controls check --ag", &["--against"]),
        ("cargo-controls check --against", &["--against"]),
        ("cargo-controls check a --manifest", &["--manifest-path"]),
        ("cargo-controls fix --wr", &["--write"]),
        ("cargo-controls history --ht", &["--html"]),
        (
            "cargo-controls check --format ",
            &["text", "json", "sarif", "github"],
        ),
        (
            "cargo-controls check --format=",
            &["text", "json", "sarif", "github"],
        ),
        ("cargo-controls diff --format s", &["sarif"]),
        ("cargo-controls read --format=j", &["json"]),
        (
            "cargo-controls read a.md --color ",
            &["auto", "always", "never"],
        ),
        (
            "cargo-controls completions ",
            &["bash", "elvish", "fish", "powershell", "zsh"],
        ),
    ] {
        let Some(proposed) = proposed(line) else {
            return;
        };
        let values = proposed.iter().filter(|word| !word.starts_with('-'));
        let all = line.ends_with([' ', '=']);
        let shown: Vec<&String> = if all {
            values.collect()
        } else {
            proposed.iter().collect()
        };
        assert_eq!(shown, expected, "{line}");
    }
    let options = proposed("cargo-controls check --").unwrap();
    for option in [
        "--against",
        "--format",
        "--package",
        "--verbose",
        "--quiet",
        "--help",
    ] {
        assert!(
            options.iter().any(|word| word == option),
            "{option}: {options:?}"
        );
    }
}

#[test]
fn bash_can_read_its_script() {
    let script = here(&["completions", "bash"]).stdout;
    let Some((well, said)) = piped(Command::new("bash").arg("-n"), &script) else {
        return;
    };
    assert!(well, "{said}");
    let asked = "
        f=$(complete -p cargo-controls) && f=${f#*-F }
        COMP_WORDS=(cargo-controls ex) COMP_CWORD=1
        ${f%% *} cargo-controls ex cargo-controls
        echo \"${COMPREPLY[@]}\"
    ";
    let (well, said) = piped(&mut Command::new("bash"), &(script + asked)).unwrap();
    assert_eq!((well, said.trim()), (true, "explain export"));
}

#[test]
fn the_page_has_all_commands() {
    let page = here(&["manual"]).stdout;
    assert_eq!(
        page.matches("\n.TH ").count() + usize::from(page.starts_with(".TH ")),
        1,
        "{page}"
    );
    for heading in [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "COMMANDS",
        "EXAMPLES",
        "VERSION",
    ] {
        assert_eq!(
            page.matches(&format!(".SH {heading}\n")).count(),
            1,
            "{heading}: {page}"
        );
    }
    let listed: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".SS "))
        .collect();
    assert_eq!(listed, commands());
    let headings: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .collect();
    assert_eq!(
        headings,
        [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "COMMANDS",
            "EXAMPLES",
            "VERSION"
        ]
    );
}

#[test]
fn man_shows_the_page() {
    let page = here(&["manual"]).stdout;
    let mut man = Command::new("man");
    man.args(["--warnings", "-l", "-"])
        .env("MANWIDTH", "160")
        .env("MANPAGER", "cat")
        .env("LC_ALL", "C");
    // Without `man`, or with one that knows no `-l`, there's nothing to see.
    let Some((true, shown)) = piped(&mut man, &page) else {
        return;
    };
    assert!(!shown.contains("warning:"), "{shown}");
    for line in [
        "  cargo controls explain BYOK",
        "[--format]",
        "cargo-controls - Catalogs of security controls",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
}

#[test]
fn mistakes_name_the_shells() {
    let run = run(command(&workspace()).args(["completions", "tcsh"]));
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(
        run.stderr.contains("bash, elvish, fish, powershell, zsh"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_examples_of_these_commands_work_when_pasted() {
    for name in ["explain", "completions", "manual"] {
        let help = here(&[name, "--help"]).stdout;
        let examples: Vec<_> = help
            .lines()
            .filter_map(|line| line.strip_prefix("  cargo controls "))
            .collect();
        assert!(!examples.is_empty(), "{help}");
        for example in examples {
            assert!(
                !here(&example.split(' ').collect::<Vec<_>>())
                    .stdout
                    .is_empty(),
                "{example}"
            );
        }
    }
}
