"""Measures the ``keep`` dial: mean precision and recall of the body on a corpus, from "drop in doubt" to "keep in doubt".

Usage: python tools/keep_curve.py CORPUS

CORPUS is a folder as ``tools/corpus.py`` reads it. Prints one Markdown table with a row for each setting.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpus import Sample, samples, shingles

import articlekit

SETTINGS = (-1.0, -0.5, 0.0, 0.5, 1.0)
WHOLE = ("resiliparse_full", "inscriptis", "chromium")
MAIN = ("resiliparse_main", "trafilatura_txt")


def overlap(sample: Sample, keep: float) -> tuple[float, float]:
    """Precision and recall of one page's body, in windows of four words."""
    try:
        shown = shingles(articlekit.parse(sample.text, keep=keep).text)
    except articlekit.NoArticleError:
        shown = Counter()
    gold = shingles(sample.gold["text"])
    both = sum((gold & shown).values())
    return both / max(1, shown.total()), both / max(1, gold.total())


def row(found: list[Sample], keep: float) -> str:
    """One line of the table: precision and recall of whole pages and of extractors' output."""
    cells = [f"{keep:+.1f}"]
    for kinds in (WHOLE, MAIN):
        pairs = [overlap(sample, keep) for sample in found if sample.kind in kinds]
        cells += [f"{sum(values) / len(values):.3f}" for values in zip(*pairs, strict=True)]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure and print."""
    found = list(samples(Path(sys.argv[1])))
    print("| keep | whole pages, precision | recall | extractors' output, precision | recall |")
    print("|---|---|---|---|---|")
    for keep in SETTINGS:
        print(row(found, keep), flush=True)


if __name__ == "__main__":
    main()
