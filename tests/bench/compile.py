"""What a catalog costs to compile: `cargo check` of it, and a build from nothing of what depends on it."""

import shutil

# Cargo itself takes most of the time of a small crate, so that it takes more rounds to see the rest.
SMALL, MORE_ROUNDS = 1000, 4


def check(bench):
    """`cargo check` of the catalog, of its expansion as plain source, and of strum's enum, for all sizes."""
    out = {}
    for size in bench.sizes:
        bench.plain(size)
        packages = [f"{way}-{size}" for way in ("catalog", "plain", "strum")]
        for package in packages:
            bench.cargo("check", "-p", package)
        rounds = bench.rounds * (MORE_ROUNDS if size < SMALL else 1)
        out |= bench.in_turn({
            package: lambda package=package: bench.cargo_time("check", "-p", package, touch=package)
            for package in packages
        }, rounds)
    return out


def cold(bench):
    """Builds from nothing of crates without a line of code."""
    def build(package):
        target = bench.folder / "cold"
        shutil.rmtree(target, ignore_errors=True)
        return bench.cargo_time("build", "-p", package, "--target-dir", target)
    return bench.in_turn({package: lambda package=package: build(package) for package in bench.COLD})
