"""Whether work grows with its input and not faster: instructions at one size and at four times that size."""

from callgrind import instructions

# Four times the input takes four times the work, or a little more where something is sorted; sixteen times if each row
# looks at each other one.
LIMIT = 6


def growths(bench):
    """How many times as many instructions each kind of work takes, by its name."""
    bench.cargo("build", "--release", "-p", "linear")
    program = bench.target / "release/linear"
    out = {}
    for line in bench.output(program).splitlines():
        kind, size = line.split()
        few, many = (instructions(program, kind, int(size) * times) for times in (1, 4))
        out[kind.replace("-", " ")] = many / few
    return out
