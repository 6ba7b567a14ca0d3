//! What is on one line of a source takes no more than linear time: four times as much takes about four times as many
//! instructions. They are counted by valgrind, because seconds depend on the machine.

use std::process::Command;

use crate::sample::{Sample, command, definition};

/// What there is so many times, a source with it, and the words that it's looked at with.
type Kind = (&'static str, fn(usize) -> String, &'static [&'static str]);

const KINDS: [Kind; 2] = [
    ("mistakes", mistakes, &["check"]),
    ("uses", uses, &["explain", "firewall", "--format", "json"]),
];

fn mistakes(size: usize) -> String {
    let row = |at: usize| format!("R{at} = \"é{at}\" => Yess, ");
    let rows: String = (0..size).map(row).collect();
    format!(
        "controls_core::controls! {{ pub enum Service {{ Network = \"Network\" {{ {rows} }} }} }}\n"
    )
}

fn uses(size: usize) -> String {
    let uses = "Service::Firewall, ".repeat(size);
    let definition = definition("Service", "../document.md");
    format!("{definition}const USED: &[Service] = &[{uses}];\n")
}

/// The instructions of one run, or nothing where there is no valgrind.
fn instructions(source: &str, words: &[&str]) -> Option<u64> {
    let sample = Sample::package(source);
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(command(sample.root()).get_program())
        .args(words)
        .current_dir(sample.root())
        .env("CARGO_NET_OFFLINE", "true")
        .output()
        .ok()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let (_, counted) = messages
        .rsplit_once("Collected : ")
        .expect("valgrind counts");
    counted.split_whitespace().next()?.parse().ok()
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "needs valgrind")]
fn four_times_as_much_takes_four_times_as_many_instructions() {
    for (kind, source, words) in KINDS {
        let counts = [1, 60, 240].map(|size| instructions(&source(size), words));
        let [Some(start), Some(few), Some(many)] = counts else {
            eprintln!("there is no valgrind here, which counts instructions");
            return;
        };
        assert!(many - start < (few - start) * 5, "{kind}: {counts:?}");
    }
}
