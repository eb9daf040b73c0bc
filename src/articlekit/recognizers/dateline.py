"""Datelines: where, when and by which agency a report was filed, at the head of its first paragraph.

    dateline := [agency sep] core sep
    core     := places, date and agency, see ``dateline_core``  |  a head in an Asian script, see ``dateline_asia``
    sep      := dash | ":" | ".-" | "." | "=" | "_" | "|" | nothing after an agency

Whether a form is believed is decided in ``dateline_evidence``. Only the first 110 characters are looked at, and a
hyphen without a space beside it separates nothing (PORT-AU-PRINCE).
"""

from __future__ import annotations

import re
from itertools import islice
from types import MappingProxyType
from typing import Literal, NamedTuple

from .dateline_asia import begins_in_asian_script, find_asian_head
from .dateline_core import SMALL_WORDS, Core, read_core
from .dateline_date import NO_DATE
from .dateline_evidence import is_believable
from .dateline_parts import DatelineParts, Places
from .gazetteer import is_place

LONGEST = 110
"""Characters at the head of a paragraph in which a whole dateline must stand."""

Style = Literal["ap", "reuters", "plain"]
_SEPARATORS = MappingProxyType({"ap": " — ", "reuters": " - ", "plain": " - "})

_MOST_MARKS = 8
_CUT = "…"  # behind a text that goes on beyond the window: it is longer than a heading
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_QUOTES = frozenset("\"'“”„‟«»‘’‚‹›–—")
_BRACKETS = frozenset("([ ")
_LAST_CASED = "\u05ff"
_LOWER = "".join(filter(str.islower, map(chr, range(0x530))))
_SMALL = "|".join(sorted(SMALL_WORDS))
_WORD = r"[\w'’]*+(?:-[\w'’]++)*+"
# How most sentences begin, told at once: a word, one in small letters and another ("The ferry came ...") ...
_SENTENCE = re.compile(
    r"\w++ (?!(?:a(?:nd|an|u[fx])|b(?:ei|en|int?)|d(?:e[lmnrs]|ela|ella|as|os|ie)|l[aeo][sz]|nad|por|sous|sur"
    r"|t(?:er|he)|u(?:nd|pon)|van) )[a-z]{3,}+ [a-z]"
)
# ... or names and then such a word.
_ORDINARY = re.compile(
    rf"[^\W\d_]{_WORD}(?:,? (?:[^\W\d_{_LOWER}]{_WORD}|(?:{_SMALL})(?= )))*+"
    rf",? (?!(?:{_SMALL}) )[{_LOWER}]{{2,}}+ (?![\d|–—-])"
)
# The first word that is no name: in small letters, and neither a month beside its day, nor before a dash, nor in a town
# that a date follows ("sioux falls, april 7").
_PROSE = re.compile(
    rf"\s(?<!\d\s)(?<!\d\.\s)(?<! de\s)(?!(?:{_SMALL})[ -])[{_LOWER}]{{2,}}+"
    r"(?![\w'’.]|\.?\s\d|\s[-–—|]|(?:\s[^\W\d_]+)?,\s[^\W\d_]{3,9}+\.?\s\d)"
)
# A web address or a town and a date, in small letters.
_LOWER_OPENING = re.compile(
    r"[\w-]{2,24}+\.[a-z]{2,3}\b|[^\W\d_][^,\d\n]{1,40}+,(?:[^,\d\n]{2,20}+,)?\s?[^\W\d_]{3,9}+\.?,?\s\d"
)
# White space, and dots and stars that a page left before the place, but no bullet of a list.
_BEFORE = re.compile(r"[\s\u200b\u200e\u200f\ufeff]*+(?:[.*]{1,6}+(?=\w))?")
_MARK = re.compile(
    r"(?:(?=[\s—―–.=_|/:-])|(?<=[)/]))(?:"  # no other place needs to be looked at
    r"(?P<long_dash>[^\S\n]{0,4}(?:—|―|--+|\.[-–—]+|(?<=\))\.[^\S\n][-–—]+)\s{0,16})"
    r"|(?P<dash>[^\S\n]{0,4}[-–]\s{1,16}|[^\S\n]{1,4}[=_]\s{1,16})"
    r"|(?P<hyphen>[^\S\n]{1,4}-(?=[^\s-]))"
    r"|(?P<bar>[^\S\n]{1,4}\|\s{1,16})"
    r"|(?P<slash>[^\S\n]/[^\S\n])"
    r"|(?P<colon>:\s{1,16})"
    r"|(?P<stop>\.\s{1,16}+(?![-–—]))"
    r"|(?<=[)/])(?P<nothing>\s{1,16}|(?=[^\W\d_])))"
)
_TOWN_AND_STOP = re.compile(r"(?P<name>[^\W\d_]{4,20}(?:[ -][^\W\d_]{3,20})?)\. (?=\S)")


class _Found(NamedTuple):
    core: Core
    start: int
    end: int
    """Where the separator starts and ends."""


def find_dateline(paragraph: str) -> DatelineParts | None:
    """The dateline at the head of a paragraph, or None.

    >>> found = find_dateline("LA CROSSE, Wis. (AP) — The river rose on Friday.")
    >>> found.printed, found.separator, found.places, found.agency
    ('LA CROSSE, Wis. (AP)', ' — ', (('LA CROSSE', 'Wis.'),), 'AP')
    """
    if _SENTENCE.match(paragraph):
        return None
    first = paragraph[:1]
    if (first > _LAST_CASED or first in _BRACKETS) and begins_in_asian_script(paragraph):
        return find_asian_head(paragraph[:LONGEST])
    end = _end_of_names(paragraph, first)
    if not _MARK.search(paragraph, 1, end):
        return None
    head = paragraph[:LONGEST]
    found = _find(head, _end_of_what_is_before(head), end)
    if found is None:
        return None
    core = found.core
    return DatelineParts(head[: found.start], head[found.start : found.end], core.places, core.agency, *core.date)


def _end_of_names(paragraph: str, first: str) -> int:
    """Where prose begins, within the window; a dateline's separator stands before. 0 when the paragraph is prose."""
    if first in _QUOTES or _ORDINARY.match(paragraph, 0, LONGEST):
        return 0
    if first.islower() and not _LOWER_OPENING.match(paragraph, 0, LONGEST):
        return 0
    prose = _PROSE.search(paragraph, 0, LONGEST)
    return prose.start() + 1 if prose is not None else LONGEST


def _end_of_what_is_before(head: str) -> int:
    before = _BEFORE.match(head)
    return before.end() if before is not None else 0


def _find(head: str, start: int, end: int) -> _Found | None:
    """The dateline that begins at a place of the head and ends before another."""
    marks = list(islice(_MARK.finditer(head, start + 1, end), _MOST_MARKS))
    for mark in sorted(marks, key=lambda mark: _is_bare(head, mark)):
        found = _at(head, start, mark)
        if found is not None:
            return _with_agency_behind(head, start, found, marks) or _with_second(head, found, end) or found
    return None


def _is_bare(head: str, mark: re.Match[str]) -> bool:
    """Whether a colon or a full stop stands behind no agency: such a mark proves least and is asked last."""
    return mark.lastgroup in ("colon", "stop") and head[mark.start() - 1] not in ")/"


def _at(head: str, start: int, mark: re.Match[str]) -> _Found | None:
    """The dateline that ends with a mark."""
    rest = head[mark.end() :]
    if mark.end() >= LONGEST or not (rest or mark[0][-1:].isspace()):
        return None
    if len(head) == LONGEST:
        rest += _CUT
    core = read_core(head[start : mark.start()])
    if core is None or not is_believable(core, str(mark.lastgroup), rest):
        return None
    return _Found(core, mark.start(), mark.end())


def _with_agency_behind(head: str, start: int, found: _Found, marks: list[re.Match[str]]) -> _Found | None:
    """The dateline with the agency behind its dash: "... 10 фев — РИА Новости. ", "LONDON--(BUSINESS WIRE)--"."""
    if found.core.agency is not None:
        return None
    longer = (_at(head, start, mark) for mark in marks if mark.start() >= found.end)
    known = (one for one in longer if one is not None and one.core.known)
    return next((one for one in known if one.core.places == found.core.places), None)


def _with_second(head: str, first: _Found, end: int) -> _Found | None:
    """The dateline that follows an agency's name: "(ANSA) - ROMA, 01 SET - ", with the agencies of both."""
    if first.core.places or first.core.agency is None:
        return None
    second = _find(head, first.end, end) or _town_and_stop(head, first.end)
    if second is None or not second.core.places:
        return None
    agency = " / ".join(filter(None, (first.core.agency, second.core.agency)))
    date = second.core.date if second.core.date != NO_DATE else first.core.date
    return second._replace(core=second.core._replace(agency=agency, date=date))


def _town_and_stop(head: str, start: int) -> _Found | None:
    """A known town before a full stop, which an agency before it proves: "(Lusa) — Lisboa. "."""
    found = _TOWN_AND_STOP.match(head, start)
    if found is None or not is_place(found["name"]):
        return None
    core = Core(((found["name"], None),), agency=None, known=False, date=NO_DATE, apart=True)
    return _Found(core, found.end("name"), found.end())


def print_dateline(  # noqa: PLR0913, PLR0917 - the fields of a dateline and the style
    places: Places, agency: str | None, month: int | None, day: int | None, year: int | None, style: Style
) -> tuple[str, str]:
    """A dateline as a house prints it, and the separator behind it; ("", "") when there is nothing to print.

    Raises ValueError when the style is none of these.

    >>> print_dateline((("KARACHI", "Sindh"),), "AP", 4, 7, None, "ap")
    ('KARACHI, Sindh, April 7 (AP)', ' — ')
    >>> print_dateline((("KARACHI", None),), None, None, None, None, "plain")
    ('KARACHI', ': ')
    """
    if style not in _SEPARATORS:
        message = f"there are the styles {', '.join(_SEPARATORS)}, and no {style!r}"
        raise ValueError(message)
    where = "/".join(f"{name}, {region}" if region else name for name, region in places)
    head = ", ".join(filter(None, (where, _print_date(month, day, year))))
    printed = " ".join(filter(None, (head, f"({agency})" if agency else None)))
    if not printed:
        return "", ""
    if style == "plain" and printed == where:
        return printed, ": " if _is_read_back(printed, places) else " — "
    return printed, _SEPARATORS[style]


def _is_read_back(printed: str, places: Places) -> bool:
    """Whether a colon is enough for a place alone; a place that no list holds needs a dash."""
    found = find_dateline(f"{printed}: ")
    return found is not None and found[:3] == (printed, ": ", places)


def _print_date(month: int | None, day: int | None, year: int | None) -> str:
    words = " ".join(filter(None, (_MONTHS[month - 1] if month else None, str(day) if day else None)))
    return (", " if day else " ").join(filter(None, (words, str(year) if year else None)))
