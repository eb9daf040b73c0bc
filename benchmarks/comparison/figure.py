"""The figure: F1 as bars, in SVG."""

from __future__ import annotations

import html
from collections.abc import Iterator

from .pages import HTML
from .runs import Row, short
from .tools import NOTHING

_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.small { font-size: 11px; fill: #59636e }
.value { font-variant-numeric: tabular-nums }
.page { fill: #ffffff }
.grid { stroke: #d1d9e0 }
.own { fill: #0969da } .other { fill: #818b98 } .nothing { fill: #c8d1da }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .small { fill: #9198a1 } .page { fill: #0d1117 } .grid { stroke: #3d444d }
  .own { fill: #4493f8 } .other { fill: #7d8590 } .nothing { fill: #444c56 }
}
"""
_LABELS, _BARS, _VALUES, _TOP, _STEP, _BAR = 250, 420, 50, 64, 24, 15
_LEGEND = {"own": "articlekit, on text", "nothing": "the text as it is", "other": "tools that read HTML"}


def figure(rows: list[Row], title: str) -> str:
    """The rows' F1 over all pages as bars, in SVG."""
    width, bottom = _LABELS + _BARS + _VALUES, _TOP + _STEP * len(rows)
    parts = ['<rect class="page" width="100%" height="100%"/>']
    parts += [f'<text class="title" x="12" y="24">{html.escape(title)}</text>', *_legend(rows), *_axis(bottom)]
    for number, row in enumerate(rows):
        parts += _bar(row, _TOP + _STEP * number)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom + 40}" width="{width}" role="img">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _kind(row: Row) -> str:
    return {"articlekit": "own", NOTHING: "nothing"}.get(row.tool, "other")


def _legend(rows: list[Row]) -> Iterator[str]:
    there = {_kind(row) for row in rows}
    for number, (kind, words) in enumerate((kind, words) for kind, words in _LEGEND.items() if kind in there):
        x = 12 + 165 * number
        yield f'<rect class="{kind}" x="{x}" y="37" width="11" height="11"/>'
        yield f'<text class="small" x="{x + 17}" y="47">{words}</text>'


def _axis(bottom: int) -> Iterator[str]:
    for tenth in range(0, 11, 2):
        x = _LABELS + _BARS * tenth // 10
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP - 4}" y2="{bottom}"/>'
        yield f'<text class="small" x="{x}" y="{bottom + 15}" text-anchor="middle">{tenth / 10:g}</text>'
    yield f'<text class="small" x="{_LABELS + _BARS // 2}" y="{bottom + 32}" text-anchor="middle">F1</text>'


def _bar(row: Row, top: int) -> Iterator[str]:
    label = "as it is" if row.tool == NOTHING else f"{row.tool} {row.version}"
    label = label if row.input == HTML else f"{row.input}, {label}"
    wide, line = _BARS * row.all.f1, top + 12
    yield f'<text x="{_LABELS - 10}" y="{line}" text-anchor="end">{html.escape(label)}</text>'
    yield f'<rect class="{_kind(row)}" x="{_LABELS}" y="{top}" width="{wide:.1f}" height="{_BAR}" rx="2"/>'
    yield f'<text class="value" x="{_LABELS + wide + 6:.1f}" y="{line}">{short(row.all.f1)}</text>'
