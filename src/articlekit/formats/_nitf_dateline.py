"""The dateline of an NITF document: what is printed, with its places and its date marked where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..model import Dateline, Place
from ._slots import held_line
from ._xml import element, escaped, text_element

_WORD = r"[^\W\d_]{3,12}"
_TH = r"(?:st|nd|rd|th|er|º|\.)?(?!\w)"
_BLANK = "\0"  # no article has it where XML is written


class _Span(NamedTuple):
    start: int
    end: int
    markup: str


def dateline_element(line: Dateline) -> str:
    """What the dateline prints, without its separator, with places and date marked."""
    parts, end = [], 0
    for span in _marked(line):
        parts += [escaped(line.printed[end : span.start]), span.markup]
        end = span.end
    return element("dateline", None, *parts, escaped(line.printed[end:]))


def held_places(line: Dateline) -> tuple[Place, ...]:
    """The places that are marked, as reading gives them back."""
    places = ((held_line(place.name), held_line(place.region)) for _, _, place in _located(line))
    return tuple(Place(town, region) for town, region in places if town is not None)


def _marked(line: Dateline) -> list[_Span]:
    spans = [_Span(start, end, _location(line.printed[start:end], place)) for start, end, place in _located(line)]
    return sorted([*spans, *_dated(line, spans)])


def _location(printed: str, place: Place) -> str:
    city = text_element("city", place.name)
    if place.region is None:
        return element("location", None, city)
    between = printed[len(place.name) : -len(place.region)]
    return element("location", None, city, escaped(between), text_element("region", place.region))


def _located(line: Dateline) -> Iterator[tuple[int, int, Place]]:
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


def _dated(line: Dateline, places: list[_Span]) -> Iterator[_Span]:
    """Where the date stands, outside of the places; nothing when its parts are not printed as dates are."""
    form = _form(line)
    if form is None:
        return
    rest = line.printed
    for span in places:
        rest = rest[: span.start] + _BLANK * (span.end - span.start) + rest[span.end :]
    found = re.search(form, rest)
    if found is not None:
        yield _Span(*found.span(), text_element("story.date", found[0], {"norm": _norm(line)}) or "")


def _form(line: Dateline) -> str | None:
    """How a date of these parts is printed; a month is any word beside its day, or one behind a comma."""
    digits = line.year if line.year is not None else ""
    year = rf"(?:[.,]{{0,2}}\s(?:del?\s)?{digits}(?!\d))?" if digits else ""
    if line.month is not None and line.day is not None:
        day = rf"(?<!\d)0?{line.day}"
        before, after = rf"{_WORD}\.?,?\s{day}{_TH}{year}", rf"{day}{_TH}\s(?:de\s)?{_WORD}\.?{year}"
        in_numbers = rf"{day}[./]0?{line.month}(?:[./]{digits})?(?!\d)|{line.month}月{line.day}日"
        return f"{before}|{after}|{in_numbers}"
    if line.month is not None:
        return rf"(?<=[,،]\s){_WORD}{year}"
    number = line.day if line.day is not None else line.year
    return rf"(?<!\d){number}(?!\d)" if number is not None else None


def _norm(line: Dateline) -> str | None:
    """The date in the basic form of ISO 8601, where the dateline says all of it and the calendar has it."""
    if line.year is None or line.month is None or line.day is None:
        return None
    try:
        return date(line.year, line.month, line.day).isoformat().replace("-", "")
    except ValueError:
        return None
