//! Documents in revisions, and the examples of the help, where `git` is there.

use std::{fs, process::Command};

use crate::{
    diff::{NEW, OLD},
    sample::{Run, Sample, command, run, workspace},
};

/// Runs `git`, and says whether it's there.
fn git(sample: &Sample, words: &[&str]) -> bool {
    let mut command = Command::new("git");
    command
        .current_dir(sample.root())
        .args(["-c", "user.name=a", "-c", "user.email=a@example.com"])
        .args(words);
    command.output().is_ok_and(|output| {
        assert!(
            output.status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        true
    })
}

/// A repository with two revisions of a document; `None` without `git`.
fn repository(path: &str) -> Option<Sample> {
    let sample = Sample::empty().file(path, OLD);
    if !git(&sample, &["init", "-q"]) {
        return None;
    }
    git(&sample, &["add", "."]);
    git(&sample, &["commit", "-q", "-m", "one"]);
    let sample = sample.file(path, NEW);
    git(&sample, &["commit", "-q", "-a", "-m", "two"]);
    git(&sample, &["tag", "two"]);
    Some(sample)
}

fn counts(run: &Run) -> usize {
    run.json()["drifts"].as_array().unwrap().len()
}

#[test]
fn revisions_are_compared_as_files_are() {
    let Some(sample) = repository("docs/a b.md") else {
        return;
    };
    let sample = sample.file("old.md", OLD).file("new.md", NEW);
    let files = sample.run(&["diff", "old.md", "new.md", "--format", "json"]);
    for (folder, range, path) in [
        ("", "HEAD~1..HEAD", "docs/a b.md"),
        ("", "two~1..two", "./docs/../docs/a b.md"),
        ("", "HEAD~1..", "docs/a b.md"),
        ("docs", "HEAD~1..HEAD", "a b.md"),
    ] {
        let run = sample.run_in(folder, &["diff", "--git", range, path, "--format", "json"]);
        assert_eq!(
            (run.code, counts(&run), &*run.stderr),
            (1, counts(&files), ""),
            "{range}"
        );
        let from = range.split("..").next().unwrap();
        let shown = if folder.is_empty() {
            "docs/a b.md"
        } else {
            "a b.md"
        };
        assert_eq!(run.json()["old"], format!("{from}:{shown}"));
    }
    assert_eq!(
        sample
            .run(&["diff", "--git", "HEAD..HEAD", "docs/a b.md"])
            .code,
        0
    );
    let text = sample
        .run(&["diff", "--git", "HEAD~1..two", "docs/a b.md"])
        .stdout;
    assert!(
        text.starts_with("HEAD~1:docs/a b.md (2019-04-16) -> two:docs/a b.md (2019-09-23): "),
        "{text}"
    );
    let sarif = sample
        .run(&[
            "diff",
            "--git",
            "HEAD~1..two",
            "docs/a b.md",
            "--format",
            "sarif",
        ])
        .json();
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "docs/a%20b.md");
}

#[test]
fn what_has_gone_or_been_renamed_since_is_found_in_its_revision() {
    let Some(sample) = repository("docs/a.md") else {
        return;
    };
    git(&sample, &["mv", "docs/a.md", "b.md"]);
    git(&sample, &["commit", "-q", "-m", "three"]);
    fs::remove_dir_all(sample.root().join("docs")).unwrap();
    assert_eq!(
        sample
            .run(&["diff", "--git", "HEAD~2..HEAD~1", "docs/a.md"])
            .code,
        1
    );
    assert_eq!(
        sample
            .run(&["diff", "--git", "HEAD~2..HEAD", "docs/a.md", "b.md"])
            .code,
        1
    );
    assert_eq!(
        sample
            .run(&["diff", "--git", "HEAD~1..HEAD", "docs/a.md", "b.md"])
            .code,
        0
    );
    // Written anew under another name, it's another document.
    git(&sample, &["rm", "-q", "b.md"]);
    let sample = sample.file("c.md", OLD.replace("| ", "| x "));
    git(&sample, &["add", "."]);
    git(&sample, &["commit", "-q", "-m", "four"]);
    let run = sample.run(&["diff", "--git", "HEAD~2..HEAD", "c.md"]);
    let expected = "error: there is no `c.md` in revision `HEAD~2`: where it has another name there, give both paths\n";
    assert_eq!(
        (run.code, &*run.stdout, run.stderr.starts_with(expected)),
        (2, "", true),
        "{}{}",
        run.stdout,
        run.stderr
    );
}

#[test]
fn a_page_that_was_renamed_needs_one_of_its_names_only() {
    let Some(sample) = repository("docs/a.md") else {
        return;
    };
    // Renamed twice, the second time with an edit and into another folder.
    git(&sample, &["mv", "docs/a.md", "docs/b c.md"]);
    git(&sample, &["commit", "-q", "-m", "three"]);
    fs::create_dir(sample.root().join("more")).unwrap();
    git(&sample, &["mv", "docs/b c.md", "more/ü.md"]);
    let sample = sample.file("more/ü.md", format!("{NEW}\nMore.\n"));
    git(&sample, &["commit", "-q", "-a", "-m", "four"]);
    let files = sample.file("old.md", OLD).file("new.md", NEW);
    let expected = counts(&files.run(&["diff", "old.md", "new.md", "--format", "json"]));
    let sample = files;
    for (folder, range, path, old, new) in [
        ("", "two~1..HEAD", "more/ü.md", "docs/a.md", "more/ü.md"),
        ("", "two~1..HEAD", "docs/a.md", "docs/a.md", "more/ü.md"),
        (
            "",
            "two~1..HEAD~1",
            "docs/b c.md",
            "docs/a.md",
            "docs/b c.md",
        ),
        ("more", "two~1..HEAD", "ü.md", "../docs/a.md", "ü.md"),
        ("", "HEAD..two~1", "more/ü.md", "more/ü.md", "docs/a.md"),
        ("", "HEAD..two~1", "docs/a.md", "more/ü.md", "docs/a.md"),
    ] {
        let run = sample.run_in(folder, &["diff", "--git", range, path, "--format", "json"]);
        let case = format!("{folder} {range} {path}: {}", run.stderr);
        assert_eq!(run.code, 1, "{case}");
        let (first, second) = range.split_once("..").unwrap();
        let json = run.json();
        assert_eq!(json["old"], format!("{first}:{old}"), "{case}");
        assert_eq!(json["new"], format!("{second}:{new}"), "{case}");
        if !range.starts_with("HEAD") {
            assert_eq!(counts(&run), expected, "{case}");
        }
    }
}

#[test]
fn what_is_missing_is_named() {
    let Some(sample) = repository("docs/a.md") else {
        return;
    };
    for (range, path, expected) in [
        (
            "HEAD",
            "docs/a.md",
            "`HEAD` isn't two revisions: write them with two dots between, such as `HEAD~1..HEAD`",
        ),
        (
            "HEAD~1...HEAD",
            "docs/a.md",
            "`HEAD~1...HEAD` isn't two revisions",
        ),
        (
            "HEAD~1..nine",
            "docs/a.md",
            "there is no revision `nine` in the repository of `docs/a.md`",
        ),
        (
            "--output=x..HEAD",
            "docs/a.md",
            "there is no revision `--output=x`",
        ),
        ("HEAD~9..HEAD", "docs/a.md", "there is no revision `HEAD~9`"),
        (
            "HEAD~1..HEAD",
            "docs/b.md",
            "there is no `docs/b.md` in revision `HEAD~1`",
        ),
        (
            "HEAD~1..HEAD",
            "docs",
            "`docs` isn't a file in revision `HEAD~1`",
        ),
    ] {
        let run = sample.run(&["diff", "--git", range, path]);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{range}");
        assert!(
            run.stderr.starts_with(&format!("error: {expected}")),
            "{range}: {}",
            run.stderr
        );
    }
    let outside = Sample::empty().file("a.md", OLD);
    let run = outside.run(&["diff", "--git", "HEAD~1..HEAD", "a.md"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("`a.md` isn't in a git repository"),
        "{}",
        run.stderr
    );
}

#[test]
fn without_the_program_that_is_said() {
    let Some(sample) = repository("a.md") else {
        return;
    };
    let run = run(command(sample.root())
        .args(["diff", "--git", "HEAD~1..HEAD", "a.md"])
        .env("PATH", ""));
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: `--git` needs the program `git`, which can't be found\n\n"
    );
}

#[cfg(unix)]
#[test]
fn every_example_of_the_help_works() {
    let path = "controls-azure-backup/document/security-controls.md";
    let Some(sample) = repository(path) else {
        return;
    };
    let mut examples = 0;
    for name in ["diff", "history"] {
        let help = run(command(&workspace()).args([name, "--help"]));
        assert_eq!((help.code, &*help.stderr), (0, ""));
        for example in help
            .stdout
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
        {
            let binary = env!("CARGO_BIN_EXE_cargo-controls");
            let line = match example.strip_prefix("cargo controls ") {
                Some(rest) => format!("'{binary}' controls {rest}"),
                None if example.starts_with("git ") => example.to_owned(),
                None => continue,
            };
            let run = run(Command::new("sh")
                .current_dir(sample.root())
                .args(["-c", &line]));
            let differs = example.contains(" diff ");
            assert_eq!(
                (run.code, &*run.stderr),
                (i32::from(differs), ""),
                "{example}"
            );
            examples += 1;
        }
    }
    assert_eq!(examples, 9);
    assert!(sample.root().join("history.html").is_file());
}

#[test]
fn what_git_tells_its_hooks_does_no_harm() {
    let Some(sample) = repository("docs/a.md") else {
        return;
    };
    git(&sample, &["worktree", "add", "-q", "linked"]);
    let linked = sample.root().join("linked");
    let git_dir = sample.root().join(".git/worktrees/linked");
    let asked = [
        "diff",
        "--git",
        "HEAD~1..HEAD",
        "docs/a.md",
        "--format",
        "json",
    ];
    let plain = run(command(&linked).args(asked));
    assert_eq!((plain.code, &*plain.stderr), (1, ""));
    assert!(counts(&plain) > 0);
    for variables in [
        &[("GIT_DIR", git_dir.clone())][..],
        &[
            ("GIT_DIR", git_dir.clone()),
            ("GIT_WORK_TREE", linked.clone()),
            ("GIT_INDEX_FILE", git_dir.join("index")),
            ("GIT_PREFIX", "docs/".into()),
        ],
    ] {
        let run = run(command(&linked).args(asked).envs(variables.iter().cloned()));
        assert_eq!(
            (run.code, &*run.stdout, &*run.stderr),
            (1, &*plain.stdout, ""),
            "{variables:?}"
        );
    }
    // A repository that nothing but the environment leads to.
    let apart = Sample::empty().file("docs/a.md", NEW);
    let repository = sample.root().join(".git");
    for (folder, path) in [("", "docs/a.md"), ("docs", "a.md")] {
        let run = run(command(&apart.root().join(folder))
            .args(["diff", "--git", "HEAD~1..HEAD", path, "--format", "json"])
            .env("GIT_DIR", &repository)
            .env("GIT_WORK_TREE", apart.root()));
        assert_eq!((run.code, &*run.stderr), (1, ""), "{path}");
        assert_eq!(counts(&run), counts(&plain));
    }
}

#[cfg(unix)]
#[test]
fn a_hook_of_a_linked_worktree_can_compare_revisions() {
    use std::os::unix::fs::PermissionsExt;

    let Some(sample) = repository("docs/a.md") else {
        return;
    };
    git(&sample, &["worktree", "add", "-q", "linked"]);
    let hook = sample.root().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let script = format!(
        "#!/bin/sh\ncd docs && '{}' diff --git HEAD~1..HEAD a.md > ../said 2>&1\nexit 0\n",
        env!("CARGO_BIN_EXE_cargo-controls")
    );
    fs::write(&hook, script).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    git(
        &sample,
        &[
            "-C",
            "linked",
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            "three",
        ],
    );
    let said = fs::read_to_string(sample.root().join("linked/said")).unwrap();
    assert!(said.starts_with("HEAD~1:a.md"), "{said}");
    assert!(said.contains("\nrelease: major ("), "{said}");
}
