"""Runs of the tools over the pages, and their table."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import version
from typing import NamedTuple

from .overlap import Figures, Overlap, figures, overlap
from .pages import HTML, Page
from .texts import installed
from .tools import TOOLS, Source


class Row(NamedTuple):
    """One tool on one kind of input."""

    tool: str
    version: str
    input: str
    sets: dict[str, float]
    """F1 by set."""
    all: Figures
    failed: int


def measure(name: str, kind: str, found: list[Page]) -> Row:
    """Run one tool on one kind of input of every page."""
    tool, failed = TOOLS[name], 0
    by_set: dict[str, list[Overlap]] = {page.set: [] for page in found}
    for page in found:
        try:
            text = tool.body(Source(page.sources[kind], page.language))
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, the page is lost to it
            reason = next(iter(str(error).split("\n")))
            print(f"{name}, {kind}, {page.id}: {type(error).__name__}: {reason}", file=sys.stderr)
            text, failed = "", failed + 1
        by_set[page.set].append(overlap(page, text))
    sets = {each: figures(overlaps).f1 for each, overlaps in by_set.items()}
    whole = figures(one for overlaps in by_set.values() for one in overlaps)
    return Row(name, version(tool.distribution) if tool.distribution else "", kind, sets, whole, failed)


def compare(found: list[Page], names: Iterable[str]) -> list[Row]:
    """Every tool on everything it reads: the texts kind by kind, then HTML, the best first."""
    tools = {name: TOOLS[name] for name in names if installed(TOOLS[name].module)}
    kinds = [kind for kind in (found[0].sources if found else ()) if kind != HTML]
    on_text = [measure(name, kind, found) for kind in kinds for name, tool in tools.items() if not tool.reads_html]
    on_html = [measure(name, HTML, found) for name, tool in tools.items() if tool.reads_html]
    return on_text + sorted(on_html, key=lambda row: -row.all.f1)


def table(rows: list[Row], counts: dict[str, int]) -> str:
    """The rows in Markdown, with the number of pages of each set."""
    head = ["tool", "version", "input", *(f"{name} ({count}), F1" for name, count in counts.items())]
    head += [f"all ({sum(counts.values())}), P", "R", "F1", "under .5", "empty", "failed"]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        scores = [*(row.sets[name] for name in counts), row.all.precision, row.all.recall, row.all.f1]
        numbers = (row.all.low, row.all.empty, row.failed)
        lines.append([row.tool, row.version, row.input, *map(short, scores), *map(str, numbers)])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def short(value: float) -> str:
    """A figure from 0 to 1 with three places, and no nought before the point."""
    return f"{value:.3f}".removeprefix("0")
