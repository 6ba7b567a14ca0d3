"""Plots of seconds over rows as SVG, both axes logarithmic, readable on light and on dark pages."""

import math

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 34, 46
COLOURS = ["#2b7de9", "#8a8f98", "#e4572e", "#2e9e5b"]


def plot(title, x_label, y_label, series):
    """`series` maps names to lists of (x, median, lowest, highest)."""
    points = [point for line in series.values() for point in line]
    if not points:
        return None
    x_range = bounds([x for x, *_ in points])
    y_range = bounds([y for _, *ys in points for y in ys])
    x = lambda value: LEFT + share(value, x_range) * (WIDTH - LEFT - RIGHT)
    y = lambda value: HEIGHT - BOTTOM - share(value, y_range) * (HEIGHT - TOP - BOTTOM)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">',
        "<style>text{font:13px sans-serif;fill:#24292f}.grid{stroke:#d0d7de}",
        "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#3d444d}}</style>",
        f'<text x="{LEFT}" y="18" font-weight="bold">{title}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{x_label}</text>',
        f'<text transform="translate(14 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">{y_label}</text>',
    ]
    for value in sorted({point[0] for point in points}):
        out.append(f'<line class="grid" x1="{x(value):.1f}" x2="{x(value):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        out.append(f'<text x="{x(value):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{value:,}</text>')
    for value in ticks(y_range):
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>')
        out.append(f'<text x="{LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:g}</text>')
    labels = []
    for (name, line), colour in zip(series.items(), COLOURS):
        path = " ".join(f"{x(at):.1f},{y(middle):.1f}" for at, middle, *_ in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for at, middle, lowest, highest in line:
            out.append(f'<line x1="{x(at):.1f}" x2="{x(at):.1f}" y1="{y(lowest):.1f}" y2="{y(highest):.1f}" stroke="{colour}"/>')
            out.append(f'<circle cx="{x(at):.1f}" cy="{y(middle):.1f}" r="3.5" fill="{colour}"/>')
        labels.append((y(line[-1][1]), name, colour))
    # Labels that would cover each other move down.
    lowest_free = 0
    for at, name, colour in sorted(labels):
        lowest_free = max(at, lowest_free + 16)
        out.append(f'<text x="{WIDTH - RIGHT + 10}" y="{lowest_free + 4:.1f}" style="fill:{colour}">{name}</text>')
    return "\n".join(out + ["</svg>", ""])


def bounds(values):
    lowest, highest = min(values), max(values)
    return (lowest, highest) if lowest < highest else (lowest / 2, highest * 2)


def share(value, within):
    lowest, highest = map(math.log, within)
    return (math.log(value) - lowest) / (highest - lowest)


def ticks(within):
    """1, 2 and 5 times powers of ten."""
    lowest, highest = within
    powers = range(math.floor(math.log10(lowest)), math.ceil(math.log10(highest)) + 1)
    return [round(step * 10 ** power, 9) for power in powers for step in (1, 2, 5)
            if lowest <= step * 10 ** power <= highest]
