"""How fast articles are read, as ratios taken in one run, and how time grows with the text.

Usage: python benchmarks/speed.py [FOLDER] [--largest MEGABYTES]

FOLDER holds pages as ``*.txt`` (default: the seed). Absolute times depend on the machine; the ratios do not: reading
over ``[line.strip() for line in text.splitlines()]`` on the same pages, and ``import articlekit`` over ``import
attrs``.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import articlekit

SEEDS = Path(__file__).parent.parent / "seeds"
SMALLEST = 1_000  # characters


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def floor(text: str) -> list[str]:
    """The least that any reading of lines must do."""
    return [line.strip() for line in text.splitlines()]


def over_the_floor(texts: list[str], rounds: int = 5) -> list[float]:
    """``parse_all`` over the floor, round by round."""
    for text in texts:
        articlekit.parse_all(text)
    return [
        seconds(lambda: [articlekit.parse_all(text) for text in texts])
        / (seconds(lambda: [floor(text) for _ in range(5) for text in texts]) / 5)
        for _ in range(rounds)
    ]


def import_over_attrs(rounds: int = 15) -> list[float]:
    """The time of ``import articlekit`` over that of ``import attrs``, each in an interpreter of its own."""

    def imported(name: str) -> float:
        code = f"import time; start = time.perf_counter(); import {name}; print(time.perf_counter() - start)"
        answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - this very interpreter
        return float(answer.stdout)

    return [imported("articlekit") / imported("attrs") for _ in range(rounds)]


def growth(page: str, largest: int) -> None:
    """Print time and memory for a text that grows tenfold at every step."""
    print("\n| text | ms a MB | peak memory, MB |\n|---|---|---|")
    size = SMALLEST
    while size <= largest:
        text = (page * (size // len(page) + 1))[:size]
        took = min(seconds(partial(articlekit.parse_all, text)) for _ in range(3))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {size / 1e6:g} MB | {1e9 * took / size:.0f} | {peak:.0f} |")
        size *= 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    parser.add_argument("--largest", type=float, default=10, help="largest text of the growth table, in MB")
    arguments = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(arguments.folder.rglob("*.txt"))]
    for name, ratios in (
        ("parse_all over splitlines", over_the_floor(texts)),
        ("import over attrs", import_over_attrs()),
    ):
        print(f"{name}: median {statistics.median(ratios):.1f}, from {min(ratios):.1f} to {max(ratios):.1f}")
    growth(max(texts, key=len), int(1e6 * arguments.largest))


if __name__ == "__main__":
    main()
