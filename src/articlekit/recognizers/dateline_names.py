"""The words a dateline is told by: agencies, regions, and names at the head of a line that are no places."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .gazetteer import is_place, is_small_place, plain
from .timestamp import is_weekday

_SITE = re.compile(
    r"(?:[\w-]{2,24}\.){1,2}(?:com|net|org|co|info|news|tv|id|de|at|ch|ru|br|mx|ar|es|it|fr|vn|in|pk|ie)$",
    re.IGNORECASE,
)
_SHORT_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Du|La|Le|Van)(?=[^\W\d_]{2})")
_SHORTEST_NAME_WITH_ENDING = 8
_LONGEST_SHORT_DAY = 4  # "La" and "Don" are days in some language


class _Names(NamedTuple):
    alone: frozenset[str]
    agencies: frozenset[str]
    labels: frozenset[str]
    label_words: frozenset[str]
    openers: frozenset[str]
    answers: frozenset[str]
    regions: frozenset[str]
    endings: tuple[str, ...]
    one_place: tuple[str, ...]


def stands_alone(name: str) -> bool:
    """Whether an agency or outlet is known by its name without brackets, as every web address is.

    >>> stands_alone("Reuters"), stands_alone("SPA"), stands_alone("KOMPAS.com")
    (True, False, True)
    """
    return name.casefold() in _names().alone or ("." in name and _SITE.match(name) is not None)


def is_agency(name: str) -> bool:
    """Whether a name in brackets is that of an agency or an outlet; of several, one must be known.

    >>> is_agency("SPA"), is_agency("ANTARA/JACX"), is_agency("Germany")
    (True, True, False)
    """
    parts = (part.strip() for part in (name, *re.split(r"[/,|]| - ", name)))
    return any(part.casefold() in _names().agencies or stands_alone(part) for part in parts if part)


def is_region(name: str) -> bool:
    """Whether a name is that of a country, state or province, or its abbreviation.

    >>> is_region("Wis."), is_region("W. Va."), is_region("Friday")
    (True, True, False)
    """
    return plain(name) in _names().regions or is_place(name.rstrip(".,"))


def is_label(name: str) -> bool:
    """Whether what stands where a place stands is a label, a byline, a person's title or a weekday.

    >>> is_label("READ MORE"), is_label("NEW DELHI"), is_label("NEW")
    (True, False, True)
    """
    folded = name.casefold()
    words = folded.split()
    if folded in _names().labels or is_weekday(folded):
        return True
    tells = words[0] in _names().openers or not _names().label_words.isdisjoint(words)
    return (tells or (len(words[-1]) > _LONGEST_SHORT_DAY and is_weekday(words[-1]))) and not is_listed(name)


def is_answer(word: str) -> bool:
    """Whether a word begins what a speaker says in a transcript."""
    return word.casefold() in _names().answers


def is_listed(name: str) -> bool:
    """Whether a place stands in the gazetteer, small towns included."""
    return is_place(name) or is_small_place(name)


def is_called_like_a_town(name: str) -> bool:
    """Whether a single word ends as names of towns do."""
    return len(name) >= _SHORTEST_NAME_WITH_ENDING and name.isalpha() and name.casefold().endswith(_names().endings)


def is_in_capitals(name: str) -> bool:
    """Whether a name is printed in capitals.

    >>> is_in_capitals("McALLEN"), is_in_capitals("Berlin")
    (True, False)
    """
    return name.isupper() or _SHORT_PREFIX.sub("", name).isupper()


def one_place(text: str) -> str | None:
    """The head of a text when it is a place with a slash in it: "DALLAS/FORT WORTH"."""
    folded = text.casefold()
    found = max((name for name in _names().one_place if folded.startswith(name)), key=len, default=None)
    return text[: len(found)] if found else None


@cache
def _names() -> _Names:
    data = files("articlekit.recognizers") / "data"
    agencies = tomllib.loads((data / "agencies.toml").read_text("utf-8"))
    words = tomllib.loads((data / "datelines.toml").read_text("utf-8"))
    return _Names(
        alone=frozenset(agencies["alone"]),
        agencies=frozenset(agencies["alone"]) | frozenset(agencies["bracketed"]),
        labels=frozenset(words["labels"]),
        label_words=frozenset(words["label_words"]),
        openers=frozenset(words["openers"]),
        answers=frozenset(words["answers"]),
        regions=frozenset(map(plain, words["regions"])),
        endings=tuple(words["endings"]),
        one_place=tuple(words["one_place"]),
    )
