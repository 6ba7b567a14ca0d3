"""What three tools say of a program after each edit, held against what the guide says of them.

The program is there three times: `store` satisfies S-1, which a test verifies, `delete` satisfies S-2, and nothing
satisfies S-3. duvet's project is what `duvet init` makes, with the snapshot of the unedited document; mantra's database has
collected that document. Both read sources, and build nothing. How the test ended and which lines it ran are files here, in
the forms of cargo-nextest and grcov."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OUT = Path("target/beside").absolute()
PROJECTS = {"cargo": "here", "cargo-controls": "here", "duvet": "duvet", "mantra": "mantra"}
BEFORE = {
    "here": "cp ../../../Cargo.lock .",
    "duvet": "duvet init --lang-rust --specification document.md && duvet report"
    " && sed '/report.snapshot/,$d' .duvet/config.toml >.duvet/no-snapshot.toml",
    "mantra": "mantra collect",
}
S_4 = "\n### `S-4`: Backups\n\n**Requirement:** The service MUST keep a second copy.\n"
# In which file what is replaced, and by what.
EDITS = {
    "unchanged": ("document.md", "", ""),
    "S-1 changes": ("document.md", "before it is stored", "with a key of its own"),
    "S-2 goes": ("document.md", r"(?s)### `S-2`.*?(?=### `S-3`)", ""),
    "S-4 is added": ("document.md", r"\Z", S_4),
    "the test fails": ("junit.xml", '"storage"/>', '"storage"><failure/></testcase>'),
    "no line is run": ("cobertura.xml", 'hits="1"', 'hits="0"'),
}
CHECK = "cargo check -q --tests"
TRACE = "cargo-controls controls trace --require satisfied --require verified --results junit.xml"
FIX = "cargo-controls controls fix --write --yes"
CI = "duvet report --ci"
BARE = "duvet report --ci --config-path .duvet/no-snapshot.toml"
QUERY = "duvet query --check implementation,test"
MANTRA = "mantra collect && mantra report --formats json --output-dir report"
VERIFIED = "S-1  Encryption at rest  satisfied, verified"
GAP = "nothing satisfies `Storage::AuditLog`"
NO_REQUIREMENT = "Ignoring manual verification for unknown requirement 'S-2'"
UNCITED = "Specification requirements missing citation."
# For each edit its steps: the exit code, what must be in the output, and what must not.
EXPECTED = {
    "unchanged": [
        (CHECK, 0, [], ["error"]),
        (TRACE, 1, [VERIFIED, GAP], ["Storage::EncryptionAtRest"]),
        (CI, 0, ["Checked .duvet/snapshot.txt"], ["×"]),
        (BARE, 1, [UNCITED], ["audit-log"]),
        (QUERY, 1, ["//= document.md#audit-log"], ["#encryption-at-rest"]),
        (MANTRA, 0, ["S-1 verified", "S-2 unverified", "S-3 unverified", "review valid"], ["WARN", "ERROR"]),
    ],
    "S-1 changes": [
        (CHECK, 101, ["the notes of `EncryptionAtRest` have changed"], []),
        (TRACE, 1, [VERIFIED, "`Storage` isn't in step with its document"], ["key of its own"]),
        (FIX, 1, ["written to src/lib.rs", "nobody has said that it was reviewed"], []),
        (CHECK, 101, ["`Storage::EncryptionAtRest` has changed since it was reviewed"], ["what_is_stored"]),
        (TRACE, 1, ["S-1  Encryption at rest  verified, not satisfied"], []),
        (CI, 1, ['could not find text in section "encryption-at-rest"', "src/lib.rs:2:", "src/lib.rs:13:"], []),
        (MANTRA, 0, ["S-1 verified", "review valid"], ["WARN", "ERROR"]),
    ],
    "S-2 goes": [
        (CHECK, 101, ["the document no longer has the control `Deletion`"], []),
        (FIX, 1, ["not written", "may its id be dropped?"], []),
        (FIX + " --drop deletion", 0, ["written to src/lib.rs"], []),
        (CHECK, 101, ["named `Deletion` found for enum `Storage`"], []),
        (CI, 1, ['missing section "deletion"', "src/lib.rs:7:"], []),
        (MANTRA, 0, [NO_REQUIREMENT, "S-2 is in reviews/2026-01-01_00-00-00_Review.json5\n"], ["ERROR"]),
    ],
    "S-4 is added": [
        (CHECK, 101, ["the document has a control that `Storage` lacks", "Backups = \"Backups\" {"], []),
        (FIX, 0, ["written to src/lib.rs"], []),
        (CHECK, 0, [], ["error"]),
        (TRACE, 1, ["nothing satisfies `Storage::Backups`"], []),
        (CI, 1, ["+    TEXT[!MUST]: **Requirement:** The service MUST keep", "snapshot does not match"], []),
        (BARE, 1, [UNCITED], ["backups"]),
        (QUERY, 1, ["//= document.md#backups"], []),
        (MANTRA, 0, ["S-4 unverified"], ["WARN", "ERROR"]),
    ],
    "the test fails": [
        (CHECK, 0, [], ["error"]),
        (TRACE, 1, ["no test verifies `Storage::EncryptionAtRest`", "failed"], []),
        (CI, 0, ["Checked .duvet/snapshot.txt"], ["×"]),
        (QUERY, 1, ["Fully tested: 1"], []),
        (MANTRA, 0, ["S-1 failed"], ["WARN", "ERROR"]),
    ],
    "no line is run": [
        (CHECK, 0, [], ["error"]),
        (TRACE, 1, [VERIFIED], []),
        (CI, 0, ["Checked .duvet/snapshot.txt"], ["×"]),
        (MANTRA, 0, ["S-1 unverified"], ["WARN", "ERROR"]),
    ],
}
# The lines that are shown.
SHOWN = re.compile(
    "^(error|warning|  S-|Storage: |[+-]|S-|review)|= help|×|╰─▶|─\\[|Checked|FAIL|tested:|//= doc|WARN|ERROR"
)


def run(step, copy):
    """The exit code of a step and what it prints, without times."""
    dropped = ("CI", "MANTRA_DB", "RUST_LOG", "DUVET_LOG")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    fixed = {"CARGO_NET_OFFLINE": "true", "CARGO_TARGET_DIR": str(OUT / "build"), "NO_COLOR": "1"}
    command = ["bash", "-c", step]
    done = subprocess.run(command, cwd=copy, env=kept | fixed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, re.sub(r"(?m)^\[\S+Z |(?<=snapshot.txt) \S+s$", "", done.stdout.decode())


def prepared(edit, project):
    """A fresh copy of a project, with the edit."""
    copy = OUT / re.sub(r"\W", "-", f"{edit}-{project}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(Path(__file__).parent / project, copy)
    for name in ("document.md", "junit.xml", "cobertura.xml"):
        shutil.copy(Path(__file__).parent / name, copy)
    code, output = run(BEFORE[project], copy)
    assert code == 0, output
    file, old, new = EDITS[edit]
    text, count = re.subn(old, new, (copy / file).read_text(encoding="utf-8"))
    assert count, f"{file} has no {old!r}"
    (copy / file).write_text(text, encoding="utf-8")
    return copy


def reported(copy):
    """What mantra's report says of each requirement and of the review, and the parts of it that name S-2."""
    (product,) = (copy / "report/products").glob("*/")
    parts = {file.relative_to(product): file.read_text(encoding="utf-8") for file in sorted(product.rglob("*.json5"))}
    states = sorted(set(re.findall(r'id: "(S-\d)",\s+state: "(\w+)"', "".join(parts.values()))))
    (review,) = [text for name, text in parts.items() if "reviews" in name.parts]
    review = re.search(r'(?m)^  state: "(\w+)"', review)[1]
    lines = [f"{name} {state}" for name, state in [*states, ("review", review)]]
    lines.append("S-2 is in " + ", ".join(str(name) for name, text in parts.items() if '"S-2"' in text))
    return "\n".join([*lines, ""])


def main():
    wrong = []
    for edit, steps in EXPECTED.items():
        print(f"\n=== {edit}")
        copies = {project: prepared(edit, project) for project in BEFORE}
        for step, code, there, absent in steps:
            copy = copies[PROJECTS[step.split()[0]]]
            ended, output = run(step, copy)
            if step == MANTRA:
                output += reported(copy)
            print(f"--- {step}: exit code {ended}")
            print("".join(f"{line}\n" for line in output.splitlines() if SHOWN.search(line)), end="", flush=True)
            if ended != code:
                wrong.append(f"{edit}: `{step}` ends with {ended} and not with {code}")
            wrong += [f"{edit}: `{step}` doesn't say {text!r}" for text in there if text not in output]
            wrong += [f"{edit}: `{step}` says {text!r}" for text in absent if text in output]
    if wrong:
        sys.exit("\n" + "\n".join(wrong))
    print("\nthe three tools do what the guide says")


if __name__ == "__main__":
    main()
