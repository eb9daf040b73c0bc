"""A dateline with markup for what stands in it: places, regions, the agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Dateline, Place
from ._xml import escaped


def located(line: Dateline) -> Iterator[tuple[int, int, Place]]:
    """Every place with the span in which the dateline prints it and its region; those after one not found are left."""
    after = 0
    for place in line.places:
        start = line.printed.find(place.name, after) if place.name else -1
        if start < 0:
            return
        after = start + len(place.name)
        if place.region is not None:
            region = line.printed.find(place.region, after) if place.region else -1
            if region < 0:
                return
            after = region + len(place.region)
        yield start, after, place


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """A text as the content of an element, with markup in the place of each span; the spans are in order.

    >>> marked("A & B", [(0, 1, "<b>A</b>")])
    '<b>A</b> &amp; B'
    """
    made, after = [], 0
    for start, end, markup in spans:
        made += [escaped(text[after:start]), markup]
        after = end
    return "".join((*made, escaped(text[after:])))
