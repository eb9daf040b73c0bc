"""Measures the reader on a corpus and holds it to the floors in ``tests/quality/floors.json``.

Usage: python tools/quality.py CORPUS [--pin [--lower]]

Without an option the figures are printed beside their floors. ``--pin`` raises the floors to what was measured, a
little below it; ``--lower`` also lets floors sink, for the day when a wrong figure must be mended. The corpus is known
by its digest: floors of another corpus say nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import defaultdict
from pathlib import Path

from corpus import Sample, body_f1, joined, samples, wanted_text

import articlekit

FLOORS = Path(__file__).parent.parent / "tests" / "quality" / "floors.json"
_JOINED = 960  # fewer would move by hundredths with each change of the weights
_SLACK = 0.002  # what a change that means nothing may move


def digest(folder: Path) -> str:
    """The corpus's fingerprint: of its table of pages and the names and sizes of its dumps."""
    found = hashlib.sha256((folder / "pages.jsonl").read_bytes())
    for path in sorted((folder / "dumps").rglob("*.txt")):
        found.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
    return found.hexdigest()


def measure(folder: Path) -> dict[str, float]:
    """Body F1 for each dump and set, and how well texts are cut into articles."""
    found = list(samples(folder))
    read = {id(sample): articlekit.parse_all(sample.text) for sample in found}
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    single: dict[str, list[bool]] = defaultdict(list)
    for sample in found:
        articles = read[id(sample)]
        body = articles[0].text if articles else ""
        pairs[f"body F1, {sample.kind}, {sample.set}"].append((wanted_text(sample.gold, body), body))
        single[f"single pages read as one, {sample.kind}"].append(len(articles) == 1)
    figures = {name: body_f1(values) for name, values in pairs.items()}
    figures |= {name: sum(values) / len(values) for name, values in single.items()}
    return figures | {"joined pages cut into the right number": _joined(found)}


def _joined(found: list[Sample]) -> float:
    right = [len(articlekit.parse_all(join.text)) == len(join.pages) for join in joined(found, _JOINED, seed=11)]
    return sum(right) / len(right)


def load() -> dict[str, dict[str, float] | str]:
    """The pinned floors, with the digest of the corpus they were measured on."""
    pinned: dict[str, dict[str, float] | str] = json.loads(FLOORS.read_text("utf-8"))
    return pinned


def pin(folder: Path, figures: dict[str, float], *, lower: bool) -> None:
    """Write the floors: what was measured, less a little, and never below what stands there unless told so."""
    old = load()["floors"] if FLOORS.exists() and not lower else {}
    floors = {
        name: max(math.floor(1000 * (value - _SLACK)) / 1000, old.get(name, 0.0) if isinstance(old, dict) else 0.0)
        for name, value in sorted(figures.items())
    }
    text = json.dumps({"corpus": digest(folder), "floors": floors}, indent=1)
    FLOORS.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Measure, print, and pin when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors sink too")
    arguments = parser.parse_args()
    figures = measure(arguments.corpus)
    if arguments.pin:
        pin(arguments.corpus, figures, lower=arguments.lower)
    floors = load()["floors"]
    for name, value in figures.items():
        print(f"{value:.4f}  floor {floors[name] if isinstance(floors, dict) else 0:.3f}  {name}")


if __name__ == "__main__":
    main()
