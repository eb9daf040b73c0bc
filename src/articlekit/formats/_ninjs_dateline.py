"""The dateline in ninjs: a description with its text, one with its date, and its places among the places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from ..model import Block, Dateline, Paragraph, Place
from ._datelines import Span, dated, dateline_of, located
from ._ninjs_item import AGENCY, DATELINE, DATELINE_DATE, DATELINE_REGION, PLAIN, Item, Named, Text, names

_iso = re.compile(r"(?:([0-9]{4})|-)(?:-(0[1-9]|1[0-2])?)?(?:-(0[1-9]|[12][0-9]|3[01]))?")


def described(line: Dateline) -> Iterator[Text]:
    """The descriptions of a dateline: all of it, its separator too, and its date."""
    if str(line):
        yield Text(str(line), DATELINE, PLAIN)
    if line.month or line.day or line.year:
        yield Text(_printed_date(line) or _iso_date(line), DATELINE_DATE, PLAIN)


def placed(line: Dateline) -> Iterator[Named]:
    """The places of a dateline, each followed by its region."""
    for place in line.places:
        yield Named(place.name, DATELINE)
        if place.region is not None:
            yield Named(place.region, DATELINE_REGION)


def dateline_in(item: Item, body: Iterable[Block], marked: str | None) -> Dateline | None:
    """The dateline of a document: as described, as marked in its body, or as agencies begin their first paragraph."""
    body = tuple(body)
    text = item.described(DATELINE)
    agency = next(iter(names(item.sources, AGENCY)), None)
    if text is None and marked is None:
        return None if item.is_ours else _inferred(body, agency)
    line = dateline_of(text or marked, body, _places(item.places), agency)
    if line is None:
        return None
    return _with_date(_separated(line, text or ""), item.described(DATELINE_DATE) or "")


def _inferred(body: tuple[Block, ...], agency: str | None) -> Dateline | None:
    first = next((block.text for block in body if isinstance(block, Paragraph)), "")
    line = Dateline.parse(first)
    return line if line is None or agency is None else attrs.evolve(line, agency=agency)


def _separated(line: Dateline, text: str) -> Dateline:
    """The dateline with the separator that the description has, where no paragraph shows another."""
    if str(line).startswith(text) or not text.startswith(line.printed):
        return line
    return attrs.evolve(line, separator=text[len(line.printed) :])


def _with_date(line: Dateline, text: str) -> Dateline:
    found = _iso.fullmatch(text)
    if line.month or line.day or line.year or found is None:
        return line
    year, month, day = (int(part) or None if part else None for part in found.groups())
    return attrs.evolve(line, year=year, month=month, day=day)


def _places(named: Iterable[Named]) -> tuple[Place, ...]:
    """The places of the dateline; a region belongs to the place before it."""
    found: list[Place] = []
    for one in named:
        if one.role == DATELINE:
            found.append(Place(one.name))
        elif one.role == DATELINE_REGION and found and found[-1].region is None:
            found[-1] = Place(found[-1].name, one.name)
    return tuple(found)


def _printed_date(line: Dateline) -> str | None:
    """The date as the dateline prints it; None when it is not found there."""
    found = dated(line, (Span(start, end, "") for start, end, _ in located(line)))
    return None if found is None else line.printed[slice(*found)]


def _iso_date(line: Dateline) -> str:
    """As much of a date as there is, in ISO 8601: "2024-02-03", "2024-02", "--02-03".

    >>> _iso_date(Dateline(month=2, day=3))
    '--02-03'
    """
    year = "-" if line.year is None else f"{line.year:04}"
    month = "-" if line.month is None else f"-{line.month:02}"
    day = "" if line.day is None else f"-{line.day:02}"
    return (year + month + day) if day else (year + month).removesuffix("-" * (line.month is None))
