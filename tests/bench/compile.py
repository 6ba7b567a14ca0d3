"""What a catalog costs to compile: `cargo check`, with serde, documentation, release builds, and from nothing."""

import re
import shutil
import subprocess


def check(bench):
    """`cargo check` of the catalog, of its expansion as plain source, and of strum's enum, for all sizes."""
    ways = ["catalog", "plain", "strum"]
    packages = [f"{way}-{size}" for size in bench.sizes for way in ways]
    for size in bench.sizes:
        bench.plain(size)
    return timed(bench, packages, "check", "--lib")


def serde(bench):
    return timed(bench, ["catalog-serde-1200", "strum-serde-1200"], "check", "--lib")


def doc(bench):
    bench.plain(1200)
    return timed(bench, ["catalog-1200", "plain-1200"], "doc", "--lib", "--no-deps")


def release(bench):
    """Release builds, and the sizes of a program that holds the whole catalog."""
    bench.plain(1200)
    packages = ["catalog-1200", "plain-1200"]
    out = timed(bench, packages, "build", "--lib", "--release")
    for package in packages:
        bench.cargo("build", "--release", "-p", package)
        out[f"{package} read-only data"] = [read_only_data(bench.target / "release" / package)]
    return out


def cold(bench):
    """Builds from nothing of crates without a line of code."""
    def build(package):
        target = bench.folder / "cold"
        shutil.rmtree(target, ignore_errors=True)
        return bench.cargo_time("build", "-p", package, "--target-dir", target)
    return bench.in_turn({package: lambda package=package: build(package) for package in ("cold-controls", "cold-strum")})


def timed(bench, packages, command, *options):
    """The seconds of a command on each package in turn, its dependencies built."""
    for package in packages:
        bench.cargo(command, *options, "-p", package)
    return bench.in_turn({
        package: lambda package=package: bench.cargo_time(command, *options, "-p", package, touch=package)
        for package in packages
    })


def read_only_data(program):
    """The bytes of a program's sections for data that is never written, and for pointers into it."""
    sizes = subprocess.run(["size", "-A", str(program)], check=True, capture_output=True, text=True).stdout
    wanted = r"^(\.rodata|\.data\.rel\.ro)\s+(\d+)"
    return sum(int(size) for _, size in re.findall(wanted, sizes, re.MULTILINE))
