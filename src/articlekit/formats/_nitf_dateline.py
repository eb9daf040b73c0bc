"""The dateline of an NITF document: what is printed, with its places and its date marked where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Dateline, Place
from ._datelines import Span, dated, located, marked
from ._xml import element, escaped, text_element


def dateline_element(line: Dateline) -> str:
    """What the dateline prints, without its separator, with places and date marked."""
    places = [Span(start, end, _location(line.printed[start:end], place)) for start, end, place in located(line)]
    return element("dateline", None, marked(line.printed, [*places, *_dated(line, places)]))


def _location(printed: str, place: Place) -> str:
    city = text_element("city", place.name)
    if place.region is None:
        return element("location", None, city)
    between = printed[len(place.name) : -len(place.region)]
    return element("location", None, city, escaped(between), text_element("region", place.region))


def _dated(line: Dateline, places: list[Span]) -> Iterator[Span]:
    found = dated(line, places)
    if found is not None:
        start, end = found
        yield Span(start, end, text_element("story.date", line.printed[start:end], {"norm": _norm(line)}))


def _norm(line: Dateline) -> str | None:
    """The date in the basic form of ISO 8601, where the dateline says all of it and the calendar has it."""
    if line.year is None or line.month is None or line.day is None:
        return None
    try:
        return date(line.year, line.month, line.day).isoformat().replace("-", "")
    except ValueError:
        return None
