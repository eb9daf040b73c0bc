"""What a person's name looks like, and the organisations that news pages name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LEAST_WORDS, MOST_WORDS = 2, 5
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’\-]*+(?:[.'’\-][^\W\d_]*+)*+$")
_EASTERN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,6}$")
_DOMAIN = re.compile(r"[\w-]++(?:\.[\w-]++)*\.[a-z]{2,4}$", re.IGNORECASE)
_RUN = re.compile(r"\w+")
_SIGN = re.compile(r"[&\d]")
_LONGEST_ACRONYM = 6
_LONGEST_DOMAIN = 40
_MOST_ORGANISATION_WORDS = 9
_EDGES = " .,;:\t\xa0\"'“”‘’"


class _Names(NamedTuple):
    agencies: frozenset[str]
    libraries: frozenset[str]
    known: frozenset[str]
    """All of them."""
    words_too: frozenset[str]
    lower: frozenset[str]
    words: frozenset[str]
    last_words: frozenset[str]
    last_runs: frozenset[str]
    """The last letters and digits of each known name."""
    particles: frozenset[str]


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's full name: two to five words, each with a capital or a particle.

    >>> is_name("Anna van der Meer"), is_name("anna"), is_name("The 2 Annas")
    (True, False, False)
    """
    words = text.split()
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        return _EASTERN.match(text) is not None
    return not words[-1].islower() and all(map(is_name_word, words))


def is_name_word(word: str) -> bool:
    """Whether a word can stand in a name: it has a capital, or is a particle, or its script has no capitals."""
    if word in _names().particles:
        return True
    return _WORD.match(word) is not None and (not word[0].islower() or any(map(str.isupper, word)))


def is_particle(word: str) -> bool:
    """Whether a word joins the parts of one name: "van", "de"."""
    return word in _names().particles


def is_known_organisation(text: str) -> bool:
    """Whether a text names an organisation of the list, in any case and with or without "The".

    >>> is_known_organisation("The Associated Press"), is_known_organisation("Jane Doe")
    (True, False)
    """
    return _key(text) in _names().known


def is_agency(text: str) -> bool:
    """Whether a text names a news agency, and can mean nothing else."""
    key = _key(text)
    return key in _names().agencies and key not in _names().words_too and _is_printed(text, key)


def is_library(text: str) -> bool:
    """Whether a text names a picture library, and can mean nothing else."""
    key = _key(text)
    return key in _names().libraries and key not in _names().words_too and _is_printed(text, key)


def is_agency_or_library(text: str) -> bool:
    """Whether a text names a news agency or a picture library, and can mean nothing else."""
    key = _key(text)
    names = _names()
    return (key in names.agencies or key in names.libraries) and key not in names.words_too and _is_printed(text, key)


def ends_organisation(word: str) -> bool:
    """Whether a casefolded word is the last of a known organisation's name: a cheap test before any other."""
    return word in _names().last_words


def may_hold_organisation(text: str) -> bool:
    """Whether a word of a text is the last of a known organisation's name: what fails this holds no such name.

    >>> may_hold_organisation("Jane Doe / Getty Images"), may_hold_organisation("Jane Doe")
    (True, False)
    """
    return not _names().last_runs.isdisjoint(_RUN.findall(text.casefold()))


def known_organisations() -> frozenset[str]:
    """All known organisations, casefolded and without "The"."""
    return _names().known


def is_organisation(text: str) -> bool:
    """Whether a text names a known organisation or has an organisation's shape: "Harbour Police", "ferry.example".

    >>> is_organisation("Harbour Media"), is_organisation("SWRI"), is_organisation("Jane Doe")
    (True, True, False)
    """
    words = text.split()
    if is_known_organisation(text) or (len(words) == 1 and _is_mark(text)):
        return True
    if not 1 < len(words) <= _MOST_ORGANISATION_WORDS:
        return False
    folded = [word.casefold().strip(".,()") for word in words]
    if folded[0] == "the" or not _names().words.isdisjoint(folded) or _SIGN.search(text):
        return True
    first = " ".join(words[:2])
    return may_hold_organisation(first) and (is_library(words[0]) or is_library(first) or is_agency(words[0]))


def _is_mark(word: str) -> bool:
    """An acronym or an address: "SWRI", "ferry.example"."""
    acronym = word.isupper() and len(word) <= _LONGEST_ACRONYM
    return acronym or (len(word) <= _LONGEST_DOMAIN and _DOMAIN.match(word) is not None)


def _is_printed(text: str, key: str) -> bool:
    """Whether a name is printed as names are: with a capital, but for the few that print themselves without."""
    return not text.strip(_EDGES).islower() or key in _names().lower


def _key(text: str) -> str:
    return " ".join(text.casefold().strip(_EDGES).split()).removeprefix("the ")


@cache
def _names() -> _Names:
    table = tomllib.loads((files("articlekit.recognizers") / "data" / "organisations.toml").read_text("utf-8"))
    known = frozenset(_key(name) for kind in ("agencies", "libraries", "others") for name in table[kind])
    return _Names(
        frozenset(map(_key, table["agencies"])),
        frozenset(map(_key, table["libraries"])),
        known,
        frozenset(table["words_too"]),
        frozenset(table["lower"]),
        frozenset(table["words"]),
        frozenset(re.split(r"[ /]", name)[-1] for name in known),
        frozenset(_RUN.findall(name)[-1] for name in known),
        frozenset(table["particles"]),
    )
