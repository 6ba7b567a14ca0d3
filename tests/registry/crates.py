"""Reads ten crates in which words such as "satisfies", "waived" and "controls" mean something else. Nothing may be found
in them: no evidence, no waiver, no definition, no mistake."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

CRATES = {
    "clap_builder": "4.6.7",
    "insta": "1.49.0",
    "jiff": "1.0.2",
    "memchr": "2.8.3",
    "regex": "1.13.2",
    "serde_core": "1.0.229",
    "serde_json": "1.0.154",
    "syn": "3.0.10",
    "tokio": "1.54.1",
    "winnow": "1.0.5",
}
# Of these tests, not all files are published, which is said.
PARTIAL = ["jiff/tests", "regex/tests"]
# One control of each crate's own, so that what is found can be told from nothing having been read.
CATALOG = 'controls_core::controls! { pub enum Known { Crates = "Crates" { %s } } }\n'
EVIDENCE = "#[controls_core::satisfies(known::Known::%s)]\nfn %s() {}\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fetched(out):
    """The folder of each crate."""
    needs = "".join(
        f'{name} = {{ version = "={version}", default-features = false }}\n' for name, version in CRATES.items()
    )
    manifest = out / "fetch/Cargo.toml"
    write(manifest, f'[package]\nname = "fetch"\n[workspace]\n[dependencies]\n{needs}')
    write(out / "fetch/src/lib.rs", "")
    command = ["cargo", "metadata", "--format-version", "1", "--manifest-path", manifest]
    packages = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["packages"]
    return {
        of["name"]: Path(of["manifest_path"]).parent for of in packages if CRATES.get(of["name"]) == of["version"]
    }


def package(folder, name, edition, needs=""):
    write(folder / "Cargo.toml", f'[package]\nname = "{name}"\nedition = "{edition}"\n[dependencies]\n{needs}')


def main(command, out):
    command, out = Path(command).resolve(), Path(out).resolve()
    folders = fetched(out)
    assert folders.keys() == CRATES.keys(), f"fetched {list(folders)}"
    workspace = out / "workspace"
    shutil.rmtree(workspace, ignore_errors=True)
    variants = {name: name.title().replace("_", "") for name in CRATES}
    rows = ", ".join(f'{variant} = "{variant}"' for variant in variants.values())
    package(workspace / "controls-core", "controls-core", 2024)
    write(workspace / "controls-core/src/lib.rs", "")
    package(workspace / "known", "known", 2024, 'controls-core = { path = "../controls-core" }\n')
    write(workspace / "known/src/lib.rs", CATALOG % rows)
    for name, source in folders.items():
        folder = workspace / name
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("Cargo.toml*", "Cargo.lock", "target"))
        edition = tomllib.loads((source / "Cargo.toml").read_text(encoding="utf-8"))["package"]["edition"]
        needs = 'controls-core = { path = "../controls-core" }\nknown = { path = "../known" }\n'
        package(folder, name, edition, needs)
        # In the last line of the crate: all that is before it has been read.
        with (folder / "src/lib.rs").open("a", encoding="utf-8") as file:
            file.write("\n" + EVIDENCE % (variants[name], f"known_{name}"))
    for folder in PARTIAL:
        shutil.rmtree(workspace / folder)
    members = ", ".join(f'"{name}"' for name in ["controls-core", "known", *CRATES])
    write(workspace / "Cargo.toml", f'[workspace]\nresolver = "3"\nmembers = [{members}]\n')
    subprocess.run(["cargo", "generate-lockfile", "--offline", "-q"], cwd=workspace, check=True)
    run = subprocess.run(
        [command, "controls", "trace", "--format", "json"], cwd=workspace, text=True, capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, ""), f"it has ended with {run.returncode}:\n{run.stderr}"
    (catalog,) = json.loads(run.stdout)["catalogs"]
    for (name, variant), control in zip(variants.items(), catalog["controls"], strict=True):
        found = [of["item"] for of in control["satisfied_by"] + control["verified_by"] + control["waivers"]]
        assert (control["variant"], found) == (variant, [f"{name}::known_{name}"]), f"{variant}: {found}"
    lines = sum(len(file.read_bytes().splitlines()) for file in workspace.rglob("*.rs"))
    assert lines > 10_000, f"{lines} lines are too few"
    print(f"{len(CRATES)} crates, {lines:,} lines: nothing is found that isn't there")


if __name__ == "__main__":
    main(*sys.argv[1:])
