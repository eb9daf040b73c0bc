"""Documents that something happened to: cut off, a piece lost, doubled, moved or overwritten."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

_STRAY = (
    "",
    "<",
    ">",
    "&",
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "1",
    "<a>",
    "</p>",
    "]]>",
    "\x00",
    "\ud800",
    "é",
)


def damaged(documents: SearchStrategy[str]) -> SearchStrategy[str]:
    """One of the documents, with up to four damages."""
    return _damaged(documents)


@st.composite
def _damaged(draw: DrawFn, documents: SearchStrategy[str]) -> str:
    text = draw(documents)
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        piece = draw(st.sampled_from((*_STRAY, text[start:end], text[start : start + 9])))
        end = draw(st.sampled_from((start, min(start + 9, len(text)), end)))
        text = text[:start] + piece + text[end:]
    return text
