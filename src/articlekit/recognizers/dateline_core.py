"""What a dateline holds before its separator: places with their regions, a date and an agency, in any order.

core   := [DATE] [agency ","] place ("/" place)* [","] [DATE] [agency]  |  [DATE] agency
place  := NAME ["," REGION | "(" REGION ")" | "[" REGION "]"]
agency := "(" NAME ")" | "/" NAME "/" | NAME
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .dateline_date import NO_DATE, DateParts, find_date
from .dateline_names import is_agency, is_listed, is_region, one_place, stands_alone
from .dateline_parts import Places
from .gazetteer import is_place

_MOST_WORDS = 5
_MOST_WORDS_ABOARD = 8
_LONGEST_ABBREVIATION = 4
_MOST_PLACES = 5
_AGENCY = re.compile(r"[\s,،—–-]*+(?:\((?P<round>[^()]{2,48})\)|/ ?(?P<slash>[^/]{2,30}?) ?/)[.,]?$")
_DATE_IN_BRACKETS = re.compile(r"(?P<name>.{2,30}?)\s?[-–—,]\s(?P<date>[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})$")
_REGION = re.compile(
    r"(?P<name>[^()\[\]]{2,40}?)\s?(?:\((?P<round>[^()]{2,30})\)|\[(?P<square>[^\[\]]{2,30})\])(?:\s?\[[^\[\]]{2,30}\])?$"
)
_PARTING = re.compile(r"[,،]\s*|\s*[—–]\s*|\s-\s|\.\s|\s")
# fmt: off
SMALL_WORDS = frozenset((
    "a", "aan", "al", "am", "an", "and", "auf", "aux", "bei", "ben", "bin", "bint", "da", "das", "de", "del", "dela",
    "della", "dem", "den", "der", "des", "di", "die", "do", "dos", "e", "el", "en", "et", "i", "im", "in", "la", "las",
    "le", "les", "lez", "los", "na", "nad", "ob", "od", "of", "on", "op", "por", "sous", "sur", "ter", "the", "und",
    "upon", "v", "van", "y",
))
"""Words in small letters that names of places hold."""
_ABBREVIATED = frozenset(("'s", "a.", "d.", "v.d.", "a.d."))
# fmt: on
_NOT_IN_NAMES = frozenset('()[]{}|:;!?"“”„«»=*<>@#%+_—–')


class Core(NamedTuple):
    """What stands before a separator."""

    places: Places
    agency: str | None
    known: bool
    """Whether the agency is a known one."""
    date: DateParts
    apart: bool
    """Whether a comma parts place and date, or there is an agency: "Regan June 3" is rather a name and a date."""


def read_core(text: str) -> Core | None:
    """The places, the date and the agency in a text; None when it holds anything else."""
    text = text.strip()
    agency, known, date, text = _take_bracketed(text)
    if date == NO_DATE:
        date, text = find_date(text)
        if agency is None and date != NO_DATE:
            agency, known, _, text = _take_bracketed(text)
    if agency is None:
        agency, text = _take_bare(text)
        known = agency is not None
        if date == NO_DATE:
            date, text = find_date(text)
    apart = agency is not None or text.endswith((",", "،", "."))
    text = text.strip(" \xa0,،|")
    if not text:
        return Core((), agency, known, date, apart) if agency or date != NO_DATE else None
    places = _read_places(text)
    return None if places is None else Core(places, agency, known, date, apart)


def _take_bracketed(text: str) -> tuple[str | None, bool, DateParts, str]:
    """The agency in brackets or slashes at the end, whether it is known, a date in its brackets, and what is before."""
    found = _AGENCY.search(text) if text.rstrip(".,").endswith((")", "/")) else None
    if found is None:
        return None, False, NO_DATE, text
    name, date = (found["round"] or found["slash"]).strip(), NO_DATE
    dated = _DATE_IN_BRACKETS.match(name)
    if dated is not None:
        name, (date, _) = dated["name"], find_date(dated["date"])
    known = is_agency(name)
    before = text[: found.start()]
    if not known and (found["slash"] or not _may_be_agency(name) or not before):
        return None, False, NO_DATE, text
    return name, known, date, before


def _may_be_agency(name: str) -> bool:
    """Whether a name in brackets that is no known one can be an agency: no number, no place, no sentence."""
    words = name.split()
    one = name[:1].isalpha() and not any(map(str.isdigit, name))
    return one and len(words) <= _MOST_WORDS and not is_region(name)


def _take_bare(text: str) -> tuple[str | None, str]:
    """An agency without brackets: alone, before a place ("TEMPO.CO, Jakarta") or behind it ("SOLO, KOMPAS.com")."""
    if stands_alone(text.strip()):
        return text.strip(), ""
    first, comma, rest = text.partition(",")
    if comma and stands_alone(first.strip()):
        return first.strip(), rest
    for mark in _PARTING.finditer(text):
        name = text[mark.end() :].strip()
        if stands_alone(name):
            return name, text[: mark.start()] + ("." if mark[0].startswith(".") else "")
    return None, text


def _read_places(text: str) -> Places | None:
    """Places parted by slashes, each with its region; None when a part has not the shape of one."""
    inside = text[1:-1] if text.startswith("(") and text.endswith(")") else ""
    if inside and is_listed(inside):
        return ((inside, None),)
    whole = one_place(text) or ""
    parts = text[len(whole) :].split("/")
    if len(parts) > _MOST_PLACES:
        return None
    parts[0] = whole + parts[0]
    places = [_read_place(part.strip()) for part in parts]
    found = tuple(place for place in places if place is not None)
    return found if len(found) == len(places) else None


def _read_place(text: str) -> tuple[str, str | None] | None:
    bracketed = _REGION.match(text)
    if bracketed is not None:
        name, region = bracketed["name"], bracketed["round"] or bracketed["square"]
    else:
        name, _, region = text.partition("،" if "،" in text else ",")
    name, region = _without_stop(name.strip()), region.strip(" ,،\xa0")
    if not name or not _has_shape(name) or region.count(",") > 1 or (region and not _has_shape(region)):
        return None
    return name, region or None


def _without_stop(name: str) -> str:
    """A name without the full stop behind it, unless it is an abbreviation's."""
    bare = name.rstrip(".")
    abbreviated = "." in bare or not (len(bare) > _LONGEST_ABBREVIATION or is_place(bare))
    return name if abbreviated else bare


def _has_shape(name: str) -> bool:
    """Whether a text can be a name: few words, each with a capital or one of the small words that names hold."""
    words = name.split()
    most = _MOST_WORDS_ABOARD if words[:1] == ["ABOARD"] else _MOST_WORDS
    if not name[:1].isalpha() or len(words) > most or not all(word[0].isalpha() or word[0] in "'’‘" for word in words):
        return False
    if not _NOT_IN_NAMES.isdisjoint(name) or any(map(str.isdigit, name)) or any(map(_ends_sentence, words[:-1])):
        return False
    return all(map(_may_stand_in_name, words)) or is_place(name)


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > _LONGEST_ABBREVIATION + 1 and "." not in word[:-1]


def _may_stand_in_name(word: str) -> bool:
    return not word[0].islower() or word in SMALL_WORDS or word in _ABBREVIATED or word[1:2] in ("'", "’")
