"""`cargo controls check` on many catalogs."""

import subprocess
import time

import rows
from common import ROOT, write

PACKAGES, CATALOGS_OF_A_PACKAGE, ROWS = 30, 10, 20


def command(bench):
    """Seconds of `cargo controls check`, and of `cargo metadata` and reading the same files."""
    folder = bench.folder / "catalogs"
    files = catalogs(folder)
    subprocess.run(["cargo", "build", "--release", "-p", "cargo-controls"], cwd=ROOT, env=bench.environment, check=True)
    program = bench.target / "release/cargo-controls"

    def check():
        start = time.perf_counter()
        done = subprocess.run([program, "controls", "check"], cwd=folder, env=bench.environment, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        assert done.returncode == 0 and done.stdout.count("in step with") == PACKAGES * CATALOGS_OF_A_PACKAGE, done
        return seconds

    def metadata_and_files():
        start = time.perf_counter()
        subprocess.run(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=folder, env=bench.environment,
                       check=True, capture_output=True)
        for file in files:
            file.read_bytes()
        return time.perf_counter() - start

    check()
    return bench.in_turn({"check": check, "metadata and files": metadata_and_files})


def catalogs(folder):
    """Writes a workspace with many catalogs, each with its document. Returns its sources and documents."""
    write(folder / "Cargo.toml", '[workspace]\nresolver = "3"\nmembers = ["service-*"]\n')
    of = rows.rows(PACKAGES * CATALOGS_OF_A_PACKAGE * ROWS)
    files = []
    for package in range(PACKAGES):
        home = folder / f"service-{package}"
        write(home / "Cargo.toml", f'[package]\nname = "service-{package}"\nversion = "0.0.0"\nedition = "2024"\n')
        modules = range(CATALOGS_OF_A_PACKAGE)
        sources = {"src/lib.rs": "".join(f"pub mod part_{module};\n" for module in modules)}
        for module in modules:
            at = (package * CATALOGS_OF_A_PACKAGE + module) * ROWS
            part, name = of[at:at + ROWS], f"Part{module}"
            sources[f"src/part_{module}.rs"] = rows.definition(part, name, f"../document/{module}.md")
            sources[f"document/{module}.md"] = rows.document(part, name)
        for path, text in sources.items():
            write(home / path, text)
            files.append(home / path)
    return files
