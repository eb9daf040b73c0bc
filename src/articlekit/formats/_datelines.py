"""Datelines: read from their slot and the paragraph that repeats them, and marked up with what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from ..model import Block, Dateline, Paragraph, Place
from ._slots import held_line
from ._xml import escaped

_WORD = r"[^\W\d_]{3,12}"
_TH = r"(?:st|nd|rd|th|er|º|\.)?(?!\w)"
_separator = re.compile(r"[ \t\xa0]*(?:[:–—―-]{1,3}[ \t\xa0]*|[ \t\xa0])")
_separator_at_end = re.compile(rf"(?<![ \t\xa0]){_separator.pattern}\Z")
_BLANK = "\0"  # no date has it


def dateline_of(
    head: str | None, body: Iterable[Block], places: Iterable[Place] = (), agency: str | None = None
) -> Dateline | None:
    """A dateline from its slot, with or without its separator, and from the paragraph that repeats it.

    What the slots do not tell comes from the dateline that ``Dateline.parse`` finds in that paragraph, or in the slot
    where no paragraph repeats it. When the slots are empty it is what the first paragraph begins with, or None.
    """
    head, places, agency = held_line(head) or "", tuple(places), held_line(agency)
    texts = [block.text for block in body if isinstance(block, Paragraph)]
    if not head and places:
        return Dateline(places=places, agency=agency)
    if not head:
        line = Dateline.parse(next(iter(texts), ""))
        return line if line is None or agency is None else attrs.evolve(line, agency=agency)
    text = next((text for text in texts if text.startswith(head)), None)
    found = _repeated(head, text or next(iter(texts), ""))
    if found is None and text is not None:
        printed, separator = _parted(head, text)
        found = Dateline(printed=printed, separator=separator)
    if found is None:
        found = _alone(head)
    return attrs.evolve(found, places=places or found.places, agency=agency or found.agency)


def _repeated(head: str, text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, when it is the slot's: the same, or one of the same town."""
    parsed = Dateline.parse(text)
    if parsed is None:
        return None
    towns = (place.name.casefold() for place in parsed.places[:1])
    same = head == str(parsed).strip(" \t\r\n") or parsed.printed.startswith(head)
    return parsed if same or any(head.casefold().startswith(town) for town in towns) else None


def _alone(head: str) -> Dateline:
    """The dateline of a slot that no paragraph repeats: with a dash behind it, where it has no separator of its own."""
    printed, separator = _parted(head, "")
    separator = separator.rstrip() + " " if separator else " — "
    parsed = Dateline.parse(printed + separator + "The report")
    if parsed is not None and parsed.printed == printed:
        return attrs.evolve(parsed, separator=separator)
    return Dateline(printed=printed, separator=separator)


def _parted(head: str, text: str) -> tuple[str, str]:
    """What is printed and what separates it from the report: as the paragraph has it, else as the slot has it."""
    after = _separator.match(text, len(head))
    if after is not None:
        return head, after[0]
    ends = _separator_at_end.search(head)
    return (head[: ends.start()], ends[0]) if ends is not None and ends.start() else (head, "")


class Span(NamedTuple):
    """Where something stands in what a dateline prints, and its markup."""

    start: int
    end: int
    markup: str


def marked(text: str, spans: Iterable[Span]) -> str:
    """A text as the content of an element, with markup in the place of each span; no two of them overlap.

    >>> marked("A & B", [Span(0, 1, "<b>A</b>")])
    '<b>A</b> &amp; B'
    """
    made, after = [], 0
    for span in sorted(spans):
        made += [escaped(text[after : span.start]), span.markup]
        after = span.end
    return "".join((*made, escaped(text[after:])))


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


def held_places(line: Dateline) -> tuple[Place, ...]:
    """The places that are marked, as reading gives them back."""
    places = ((held_line(place.name), held_line(place.region)) for _, _, place in located(line))
    return tuple(Place(town, region) for town, region in places if town is not None)


def dated(line: Dateline, others: Iterable[Span]) -> tuple[int, int] | None:
    """Where the date stands, outside of all else; None when its parts are not printed as dates are."""
    form = _form(line)
    if form is None:
        return None
    rest = line.printed
    for span in others:
        rest = rest[: span.start] + _BLANK * (span.end - span.start) + rest[span.end :]
    found = re.search(form, rest)
    return None if found is None else found.span()


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
