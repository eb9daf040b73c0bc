"""Datelines: where, when and by which agency a report was filed, at the head of its first paragraph.

    dateline := [agency sep] [DATE "|"] place [DATE] [agency] sep  |  [DATE] agency sep  |  a head in an Asian script
    place    := NAME ["," REGION | "(" REGION ")"] ("/" place)*
    DATE     := Month D [, YYYY] | D Month [YYYY] | D.M.YYYY | D/M | D
    agency   := "(" NAME ")" | "/" NAME "/" | NAME
    sep      := dash | ":" | ".-" | "." | "=" | "_" | nothing after an agency

How sure each form is, is decided in ``_believable``: a bracketed agency or a full date proves a dateline, capitals
before a dash nearly do, and the bare forms ("Berlin. ", "LONDON: ") need a place that is known. Only the first 110
characters are looked at, and a hyphen without a space behind it separates nothing (PORT-AU-PRINCE).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from .dateline_asia import find_asian_head
from .dateline_date import DateParts, find_date
from .gazetteer import is_place

LONGEST = 110
"""Characters at the head of a paragraph in which a whole dateline must stand."""

_LONGEST_PLACE_WORDS = 5
_ENOUGH_TEXT = 40  # characters that must follow a form that proves little
_UP = r"[^\W\d_a-zß-öø-ÿа-яёџəıšžčćđłńśźżąęěřůőűğş]"
_WORD = rf"(?:{_UP}[\w'’.\-]*+|l['’]{_UP}\w*+)"
_SMALL = (
    r"(?:of|the|and|upon|de|del|dela|la|las|le|les|los|el|al|am|an|der|den|die|im|in|bei|ob|di|do|da|dos|das|sur|sous|en|"
    r"aux|e|y|i|na|nad|por)"
)
_RUN = rf"(?:{_WORD}|{_SMALL}(?=[ \-]))"
_BRACKET = r"\((?:[^()\n]{2,40})\)"
_SITE_NAME = r"[\w-]{3,20}\.(?:com|net|org)\b"
_NUMBER = r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:19|20)\d\d|\d{1,2}\.?(?:\s(?:de\s)?[^\W\d_]{3,12}+\.?)?"
_HEAD = re.compile(
    rf"(?P<before>[\s\u200e\u200f]*)"
    rf"(?P<core>(?:{_SITE_NAME}|{_BRACKET}|/[^/\n]{{2,30}}/|{_RUN}|{_NUMBER}|[,|،])"
    rf"(?:(?:[ \xa0]+|(?<=[,،/|])|(?=[,،/(]))"
    rf"(?:{_BRACKET}|/[^/\n ][^/\n]{{0,28}}/|/{_RUN}|{_RUN}|{_NUMBER}|[,|،]))*)"
)
_SEPARATOR = re.compile(
    r"(?:[ \xa0]*(?:—|–|--|\.-+|_|=)[ \xa0]*\n?|[ \xa0]+-[ \xa0]*\n?|-[ \xa0]+|:[ \xa0]+|\.[ \xa0]+)"
)
_DATED = re.compile(
    r"(?P<core>\s*[^\W\d_][^,\d\n]{1,40}+(?:,[^,\d\n]{2,20}+)?,\s[^\W\d_]{3,9}\.?\s\d\d?)(?P<separator>\s(?:-|–|—)+\s*)"
)
_AGENCY = re.compile(r"[,\s]*(?:\((?P<round>[^()]{2,40})\)|/(?P<slash>[^/]{2,30})/)\.?$")
_BRACKET_REGION = re.compile(r"(?P<name>[^()]+?)\s*\((?P<region>[^()]+)\)$")
_SITE = re.compile(r"[\w-]{3,20}\.(?:com|net|org|co\.\w\w|de|id)$", re.IGNORECASE)
_CAPITALS = re.compile(r"[^a-zß-öø-ÿа-яё]+$")
_FIRST_WIDE = "\u3000"  # brackets and letters of Chinese, Japanese and Korean
_ENDS_A_NAME = ",،.:—–-)）】］/"
_SMALL_WORDS = frozenset(_SMALL[3:-1].split("|"))
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Style = Literal["ap", "reuters", "plain"]
Places = tuple[tuple[str, str | None], ...]


class DatelineParts(NamedTuple):
    """A dateline in its parts; ``printed + separator`` is the exact head of the paragraph."""

    printed: str
    separator: str
    places: Places
    agency: str | None
    month: int | None
    day: int | None
    year: int | None


class _Core(NamedTuple):
    places: Places
    agency: str | None
    known: bool
    """Whether the agency is a known one."""
    day: DateParts


_NO_DATE = DateParts(None, None, None)


def find_dateline(paragraph: str) -> DatelineParts | None:
    """The dateline at the head of a paragraph, or None."""
    head = paragraph[:LONGEST]
    if not _may_begin(head):
        return None
    asian = find_asian_head(head)
    if asian is not None:
        return DatelineParts(*asian)
    run = _HEAD.match(head)
    if run is not None and (")" in head or _SEPARATOR.search(head, run.start("core") + 1, run.end("core") + 8)):
        found = _by_full_stop(paragraph, run) or _by_separator(head, run, len(paragraph))
        if found is not None:
            return found
    return _by_date(head, len(paragraph))


def _may_begin(head: str) -> bool:
    """Whether the first two words can be a dateline's: most sentences go on in small letters, and are told at once."""
    words = head.split(None, 2)
    if len(words) < 2:  # noqa: PLR2004 - a dateline and what follows it
        return len(head) > 1 and (not head.isascii() or "--" in head)
    first, second = words[0], words[1]
    if first[0] >= _FIRST_WIDE:
        return True
    if _goes_on(first) or not second[0].islower() or second in _SMALL_WORDS:
        return True
    return _goes_on(second)


def _goes_on(word: str) -> bool:
    """Whether a word ends a name, or a dash is glued to it."""
    return word[-1] in _ENDS_A_NAME or "—" in word or "--" in word


def _by_date(head: str, length: int) -> DatelineParts | None:
    """A place in any case, a month and a day before a dash prove themselves: "sioux falls, april 7 - "."""
    found = _DATED.match(head) if any(dash in head for dash in "-–—") else None
    core = _core(found["core"]) if found is not None else None
    if found is None or core is None or not core.places or core.day.month is None or length == found.end():
        return None
    return DatelineParts(head[: found.end("core")], found["separator"], core.places, core.agency, *core.day)


def _by_separator(head: str, run: re.Match[str], length: int) -> DatelineParts | None:
    """A core and a separator; the core can be shorter than the run, which does not know where names end."""
    start = run.start("core")
    for separator in _SEPARATOR.finditer(head, start + 1, min(run.end("core") + 8, len(head))):
        printed = head[: separator.start()]
        core = _core(head[start : separator.start()])
        mark = separator[0]
        if core is not None and _believable(core, mark, length - separator.end()):
            found = DatelineParts(printed, mark, core.places, core.agency, *core.day)
            return _stacked(found, head[separator.end() :], length - separator.end())
        if run.end("core") < separator.start():
            break
    return _without_separator(head, run)


def _stacked(found: DatelineParts, rest: str, length: int) -> DatelineParts:
    """An agency can head a second dateline ("(ANSA) - ROMA, 01 SET - "), or follow it ("... — РИА Новости. ")."""
    if found.agency is None:
        return _agency_behind(found, rest)
    if found.places:
        return found
    run = _HEAD.match(rest)
    second = _by_separator(rest, run, length) if run and run.end("core") else None
    if second is None and run is not None and run.end("core"):
        second = _by_full_stop(rest + " " * max(0, length - len(rest)), run)
    if second is None or not second.places:
        return found
    agency = " / ".join(filter(None, (found.agency, second.agency)))
    return second._replace(printed=str(found.printed) + found.separator + second.printed, agency=agency)


def _agency_behind(found: DatelineParts, rest: str) -> DatelineParts:
    stop = rest.find(". ", 0, 30)
    name = rest[:stop]
    if stop < 0 or name.casefold() not in _names().agencies:
        return found
    return found._replace(printed=found.printed + found.separator + name, separator=". ", agency=name)


def _without_separator(head: str, run: re.Match[str]) -> DatelineParts | None:
    """A known agency in brackets can end a dateline without any separator: "Mumbai, Dec 9 (PTI) ..."."""
    place = head.find(")", run.start("core"), run.end("core") + 1)
    if place < 0:
        return None
    core = _core(head[run.start("core") : place + 1])
    rest = head[place + 1 :]
    if (
        core is None
        or not core.known
        or not rest
        or not (core.places == () or core.day != _NO_DATE or _all_known(core))
    ):
        return None
    space = rest[: len(rest) - len(rest.lstrip())]
    if not space or rest.lstrip()[:1] in ("", ",", "'", "’"):
        return None
    if not core.places and core.day == _NO_DATE and not rest.lstrip()[:1].isupper():
        return None
    return DatelineParts(head[: place + 1], space, core.places, core.agency, *core.day)


def _by_full_stop(paragraph: str, run: re.Match[str]) -> DatelineParts | None:
    """The form "Berlin. Die Feuerwehr ...": a known town of one or two words, and enough text behind it."""
    start = run.start("core")
    stop = paragraph.find(". ", start, start + 30)
    if stop < 0:
        return None
    name, rest = paragraph[start:stop], paragraph[stop + 2 :]
    if len(rest) < _ENOUGH_TEXT or len(name.split()) > 2 or len(name) < 4 or "." in name or not is_place(name):  # noqa: PLR2004 - "Sen. ", "Mr. " are shorter
        return None
    if rest[:1].islower() or _is_label(name):
        return None
    return DatelineParts(paragraph[:stop], ". ", ((name, None),), None, None, None, None)


def _core(text: str) -> _Core | None:
    """The places, the date and the agency in what stands before a separator; None when it is nothing of the kind."""
    text = text.strip()
    agency, known, text = _take_agency(text)
    day, text = find_date(text)
    if agency is None:
        agency, known, text = _take_bare_agency(text)
        if day == _NO_DATE:
            day, text = find_date(text)
    text = text.strip(" ,،|")
    if not text:
        return _Core((), agency, known, day) if agency else None
    places = _places(text)
    return None if places is None else _Core(places, agency, known, day)


def _take_agency(text: str) -> tuple[str | None, bool, str]:
    found = _AGENCY.search(text)
    if found is None:
        return None, False, text
    name = (found["round"] or found["slash"]).strip()
    known = name.casefold() in _names().agencies or name.casefold().split("/")[0] in _names().agencies
    if not known and (any(map(str.isdigit, name)) or not name[0].isalpha() or is_place(name)):
        return None, False, text
    return name, known, text[: found.start()]


def _take_bare_agency(text: str) -> tuple[str | None, bool, str]:
    """An agency without brackets: alone, or behind a place ("SOLO, KOMPAS.com")."""
    agencies = _names().agencies
    alone = text.strip(" ()")
    if alone.casefold() in agencies or _SITE.match(alone):
        return alone, True, ""
    for mark in (",", " ", "—", "–"):
        rest, _, name = text.rpartition(mark)
        if rest and name.strip().casefold() in agencies:
            return name.strip(), True, rest
    two = text.rsplit(None, 2)
    if len(two) == 3 and " ".join(two[1:]).casefold() in agencies:  # noqa: PLR2004 - a place and two words
        return " ".join(two[1:]), True, two[0].rstrip(" —–")
    return None, False, text


def _places(text: str) -> Places | None:
    """Places parted by slashes, each with its region; None when a part has not the shape of one."""
    found = []
    for part in text.split("/"):
        bracket = _BRACKET_REGION.match(part.strip())
        if bracket is not None:
            name, region = bracket["name"], bracket["region"]
        else:
            name, _, region = part.strip("() ").partition("،" if "،" in part else ",")
        name, region = name.strip(), region.strip(" ,")
        if (
            not name
            or not _has_shape(name)
            or (region and (region.islower() or not _has_shape(region)))
            or region.count(",") > 1
        ):
            return None
        found.append((name, region or None))
    return tuple(found)


def _has_shape(name: str) -> bool:
    words = name.split()
    return (
        len(words) <= _LONGEST_PLACE_WORDS
        and not any(map(str.isdigit, name))
        and not set(name) & set('()[]|:;!?"“”„=*')
    )


def _believable(core: _Core, mark: str, rest: int) -> bool:  # noqa: PLR0911 - one return for each form
    """Whether the evidence for a dateline is enough for its form."""
    dash = ":" not in mark and mark.strip() != "."
    if rest < 1 or any(_is_label(name) for name, _ in core.places):
        return False
    if not core.places:
        return core.known and (dash or mark.strip() == ".")
    if core.known and (dash or mark.strip() == "."):
        return True
    full_date = core.day.month is not None and core.day.day is not None
    if full_date and dash:
        return True
    if core.agency is not None and dash:
        return _is_capital(core.places[0][0]) or _all_known(core) or len(core.agency.split()) == 1
    if not dash:
        named = all(is_place(name) for name, _ in core.places)
        return mark.startswith(":") and core.agency is None and not full_date and named
    return _all_known(core) or _shouted(core.places, mark)


def _shouted(places: Places, mark: str) -> bool:
    """An unknown place in capitals before a long dash: "FLUSHING MEADOWS — ", but not "SALE - "."""
    name, region = places[0]
    long = "—" in mark or "--" in mark
    letters = sum(map(str.isalpha, name))
    return _is_capital(name) and letters > 4 and (long or region is not None or name.startswith("ABOARD "))  # noqa: PLR2004 - shorter ones are tags


def _all_known(core: _Core) -> bool:
    return all(is_place(name) or (region is not None and _is_capital(name)) for name, region in core.places)


def _is_capital(name: str) -> bool:
    return _CAPITALS.match(name) is not None


def _is_label(name: str) -> bool:
    return name.casefold() in _names().labels


def print_dateline(  # noqa: PLR0913, PLR0917 - the fields of a dateline
    places: Places, agency: str | None, month: int | None, day: int | None, year: int | None, style: Style
) -> tuple[str, str]:
    """A dateline as a house prints it, and the separator behind it; ("", "") when there is nothing to print."""
    where = "/".join(f"{name}, {region}" if region else name for name, region in places)
    when = _printed_date(month, day, year)
    head = ", ".join(filter(None, (where, when)))
    printed = f"{head} ({agency})" if head and agency else head or (f"({agency})" if agency else "")
    if not printed:
        return "", ""
    if style == "plain" and not agency and not when:
        return printed, ": "
    return printed, " — " if style == "ap" else " - "


def _printed_date(month: int | None, day: int | None, year: int | None) -> str:
    words = " ".join(filter(None, (_MONTHS[month - 1] if month else None, str(day) if day else None)))
    return ", ".join(filter(None, (words, str(year) if year else None)))


class _Names(NamedTuple):
    agencies: frozenset[str]
    labels: frozenset[str]


@cache
def _names() -> _Names:
    table = tomllib.loads((files("articlekit.recognizers") / "data" / "agencies.toml").read_text("utf-8"))
    return _Names(frozenset(table["agencies"]), frozenset(table["labels"]))
