"""An explanation as rows of a terminal: number, role, the line's text, and why."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..lines import Line, Role
from .explained import Explained, counted, numbered
from .palette import GROUPS, LOOKS
from .visible import clip, visible_in_terminal, width_of, wrap

_DEFAULT_WIDTH = 100
_SMALLEST_WIDTH = 40
_ROLE_WIDTH = max(len(role) for role in Role)
_GAP = "  "
_DIM = "2"
_BOLD = "1"


class _Layout(NamedTuple):
    """Widths of the columns, and whether they are coloured."""

    number: int
    text: int
    why: int
    color: bool

    @property
    def width(self) -> int:
        return self.number + _ROLE_WIDTH + self.text + self.why + 3 * len(_GAP)

    def paint(self, text: str, sgr: str) -> str:
        return f"\x1b[{sgr}m{text}\x1b[0m" if self.color and text else text


def render(explanation: Explained, *, color: bool | None = None, width: int | None = None) -> str:
    """The explanation as rows for a terminal, each at most ``width`` columns wide (40 at least).

    A line that went has its reason and its rule in full; a line that stayed has them on one row. ``color`` None means:
    where standard output is a terminal and ``NO_COLOR`` is not set. ``width`` None means the terminal's own, or 100.
    """
    layout = _layout(explanation, wants_color() if color is None else color, width or _terminal_width())
    rows = [_head(explanation), "", *_rows(explanation, layout), "", *_legend(explanation, layout)]
    return "\n".join(row.rstrip() for row in rows) + "\n"


def wants_color() -> bool:
    """Whether standard output shows colours and the user has not said ``NO_COLOR``."""
    return not os.environ.get("NO_COLOR") and sys.stdout is not None and sys.stdout.isatty()


def _terminal_width() -> int:
    return shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns


def _layout(explanation: Explained, color: bool, width: int) -> _Layout:  # noqa: FBT001 - private, named at its one call
    number = len(str(len(explanation.lines)))
    free = max(width, _SMALLEST_WIDTH) - number - _ROLE_WIDTH - 3 * len(_GAP)
    text = free * 3 // 5
    return _Layout(number, text, free - text, color)


def _head(explanation: Explained) -> str:
    lines, articles = counted(len(explanation.lines), "line"), counted(len(explanation.articles), "article")
    return f"{lines}, {articles}, {len(explanation.removed)} removed"


def _rows(explanation: Explained, layout: _Layout) -> Iterator[str]:
    for number, line, begins in numbered(explanation):
        if begins is not None:
            yield _article_head(explanation, begins, layout)
        yield from _line_rows(number, line, layout)


def _article_head(explanation: Explained, index: int, layout: _Layout) -> str:
    """A rule across the page where an article begins, or goes on after another."""
    title = visible_in_terminal(explanation.articles[index].title[: layout.width])
    head = clip(f"── article {index + 1}: {title} ", layout.width)
    return layout.paint(head + "─" * (layout.width - width_of(head)), _BOLD)


def _line_rows(number: int, line: Line, layout: _Layout) -> Iterator[str]:
    margin = f"{number:>{layout.number}}"
    if line.role is Role.BLANK:
        yield layout.paint(margin, _DIM)
        return
    # A character takes up to two columns: what stands beyond twice the column, and as much again, is never shown.
    text = clip(visible_in_terminal(line.text[: 4 * layout.text]), layout.text)
    reason = visible_in_terminal(f"{line.why} ({line.rule})")
    reasons = wrap(reason, layout.why) if line.removed else [clip(reason, layout.why)]
    sgr = LOOKS[line.role].sgr
    yield _GAP.join(
        (
            layout.paint(margin, _DIM),
            layout.paint(f"{line.role:<{_ROLE_WIDTH}}", sgr),
            layout.paint(text, _DIM if line.removed else sgr) + " " * (layout.text - width_of(text)),
            layout.paint(reasons[0], _DIM),
        )
    )
    indent = " " * (layout.number + _ROLE_WIDTH + layout.text + 3 * len(_GAP))
    for more in reasons[1:]:
        yield indent + layout.paint(more, _DIM)


def _legend(explanation: Explained, layout: _Layout) -> Iterator[str]:
    """How many lines each role has, a row for each group of roles that the page has."""
    counts = Counter(line.role for line in explanation.lines)
    margin = max(len(heading) for heading, _ in GROUPS)
    for heading, roles in GROUPS:
        entries = " ".join(f"{role}:{counts[role]}" for role in roles if counts[role])
        for place, row in enumerate(wrap(entries, layout.width - margin - len(_GAP)) if entries else ()):
            yield f"{'' if place else heading:<{margin}}{_GAP}{row}"
