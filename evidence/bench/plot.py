#!/usr/bin/env python3
"""Draws the guide's plots from `figures.json`, which `measure.py --json` writes.

    python3 evidence/bench/plot.py            # writes docs/images/{cost,hash}.svg
    python3 evidence/bench/plot.py --check    # fails if they are stale
"""
import json
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
IMAGES = HERE.parents[1] / "docs/images"

WIDTH, FONT = 720, "font: 14px system-ui, sans-serif"
# The lines are legible on white and on black. A plot has its own background, because the page's theme may differ from the
# system's.
STYLE = """<style>
  .ground { fill: #ffffff } text { fill: #24292f; %s } .grid { stroke: #d0d7de } .quiet { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #161b22 } text { fill: #e6edf3 } .grid { stroke: #30363d } .quiet { fill: #9198a1 }
  }
</style>""" % FONT
COLOURS = {
    "by hand": "#8c959f", "declared": "#1f78d1", "imported": "#2da44e", "unique_id!": "#bf8700", "sol!": "#cf4a4a",
}
NAMES = {
    "by hand": "items written by hand, unchecked",
    "declared": "coalition!, declared",
    "imported": "coalition!, imported",
    "unique_id!": "mosaik's unique_id!",
    "sol!": "alloy's sol!",
}


def svg(height: int, title: str, body: list[str]) -> str:
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">', f"<title>{title}</title>", STYLE,
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="6"/>',
        f'<text x="20" y="30" style="font-weight: 600">{title}</text>', *body, "</svg>",
    ]
    return "\n".join(lines) + "\n"


def seconds(value: float) -> str:
    return f"{value * 1000:g} ms" if value < 1 else f"{value:g} s"


def cost(check: dict) -> str:
    """A line for each case, on logarithmic scales."""
    left, right, top, bottom = 70, 430, 60, 350
    counts = [int(count) for count in check["by hand"]]
    low, high = -3, 1  # powers of ten of a second

    def x(count: int) -> float:
        return left + (right - left) * math.log10(count / counts[0]) / math.log10(counts[-1] / counts[0])

    def y(value: float) -> float:
        return bottom - (bottom - top) * (math.log10(value) - low) / (high - low)

    body = []
    for power in range(low, high + 1):
        at = y(10**power)
        body.append(f'<path class="grid" d="M{left} {at:.1f}H{right}"/>')
        body.append(f'<text class="quiet" x="{left - 8}" y="{at + 5:.1f}" text-anchor="end">{seconds(10**power)}</text>')
    for count in counts:
        body.append(f'<text class="quiet" x="{x(count):.1f}" y="{bottom + 22}" text-anchor="middle">{count:,}</text>')
    body.append(f'<text class="quiet" x="{(left + right) / 2}" y="{bottom + 44}" text-anchor="middle">citizens or structs</text>')
    # An entry of the legend is beside the end of its line, or below the previous entry.
    floor = top - 20
    for name in sorted(check, key=lambda name: y(list(check[name].values())[-1])):
        points = [(x(int(count)), y(value)) for count, value in check[name].items()]
        line = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        body.append(f'<polyline points="{line}" fill="none" stroke="{COLOURS[name]}" stroke-width="2.5"/>')
        body += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3.5" fill="{COLOURS[name]}"/>' for px, py in points]
        floor = max(floor + 22, points[-1][1])
        body.append(f'<circle cx="{right + 24}" cy="{floor:.1f}" r="5" fill="{COLOURS[name]}"/>')
        body.append(f'<text x="{right + 36}" y="{floor + 5:.1f}">{NAMES[name]}</text>')
    return svg(bottom + 60, "What cargo check takes, beyond an empty crate", body)


def hashes(figures: dict) -> str:
    """A bar for each hash, on a linear scale."""
    left, right, top = 180, 590, 54
    most = max(figures.values())
    body = []
    for row, (name, value) in enumerate(sorted(figures.items(), key=lambda item: item[1])):
        at, length = top + 34 * row, (right - left) * value / most
        colour = "#1f78d1" if name == "coalition-core" else "#8c959f"
        body.append(f'<text x="{left - 10}" y="{at + 16}" text-anchor="end">{name}</text>')
        body.append(f'<rect x="{left}" y="{at}" width="{length:.1f}" height="22" rx="2" fill="{colour}"/>')
        body.append(f'<text class="quiet" x="{left + length + 8:.1f}" y="{at + 16}">{value / 1e6:.1f} million</text>')
    return svg(top + 34 * len(figures) + 12, "Instructions of rustc to hash 64 bytes in const evaluation", body)


def main() -> None:
    figures = json.loads((HERE / "figures.json").read_text())
    plots = {"cost.svg": cost(figures["check"]), "hash.svg": hashes(figures["hash"])}
    for name, plot in plots.items():
        path = IMAGES / name
        if sys.argv[1:] != ["--check"]:
            path.write_text(plot)
        elif not path.exists() or path.read_text() != plot:
            sys.exit(f"{path} is stale: run evidence/bench/plot.py")


main()
