"""The names of a byline, put where they belong: people, roles, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .byline_words import byline_words, is_role, is_role_word
from .credit import is_eastern
from .gazetteer import is_place
from .names import (
    LEAST_WORDS,
    is_agency,
    is_known_organisation,
    is_name,
    is_name_word,
    is_particle,
    may_hold_organisation,
)
from .timestamp import is_month, is_weekday

_SEPARATOR = re.compile(r"\s?(?:[,;|/•·()]|\u2013|\u2014|\s-\s|\s-$)\s?")
_INITIALS = re.compile(r"(?:([a-z]{2,4})/)?([^\s/,]{2,20})(?:/([a-z]{2,4}))?(?=\s|$|,)")
_OF_ROLES = ("at large", "in chief", "for the")
_ALWAYS_JOINS = ("and", "und")
_MOST_ORGANISATION_WORDS = 4


class Found(NamedTuple):
    """What is read so far; dictionaries keep the order and each name once."""

    people: dict[str, None]
    roles: dict[str, None]
    organisations: dict[str, None]


def read(text: str, found: Found, *, led: bool) -> None:
    """What the parts of a byline name, up to its date; ``led`` says that a word such as "By" stands before them."""
    if is_initials(text):
        _read_initials(text, found)
        return
    for group in parts(text):
        if not _read_group(group, found, led=led):
            return


def parts(text: str) -> Iterator[list[str]]:
    """The words between the separators of a byline, and between "and", "und" and their like.

    >>> list(parts("Jane Doe and John Roe | AP"))
    [['Jane', 'Doe'], ['John', 'Roe'], ['AP']]
    """
    for part in _SEPARATOR.split(text):
        yield from _groups(part.split())


def is_initials(text: str) -> bool:
    """Whether an agency and the initials of those who worked its report over come first: "abc/Reuters", "dpa/abc"."""
    match = _INITIALS.match(text)
    return match is not None and is_known_organisation(match[2]) and bool(match[1] or match[3])


def _read_initials(text: str, found: Found) -> None:
    parts = _INITIALS.match(text)
    for name in parts.groups() if parts else ():
        if name and is_known_organisation(name):
            found.organisations.setdefault(name)
        elif name and name not in byline_words().services:
            found.people.setdefault(name)


def _groups(words: list[str]) -> list[list[str]]:
    """The words between "and", "und" and their like."""
    groups: list[list[str]] = [[]]
    for word in words:
        if groups[-1] and (word in byline_words().joins or word.casefold() in _ALWAYS_JOINS):
            groups.append([])
        else:
            groups[-1].append(word)
    return [group for group in groups if group]


def _read_group(words: list[str], found: Found, *, led: bool) -> bool:
    """One name with what belongs to it; False where the byline ends."""
    if not found.people and (size := _desk_size(words, led=led)):
        found.organisations.setdefault(" ".join(words[:size]))
        return size == len(words)
    while words:
        if size := _organisation_size(words):
            found.organisations.setdefault(" ".join(words[:size]))
        elif (found.people or found.organisations or not led) and (size := _role_size(words)):
            size = size if found.people else _size_before_a_name(words, size)
            found.roles.setdefault(_once(words[:size]))
        else:
            size = _name_size(words)
            _put_name(words[:size], found, led=led)
            if not (found.people or found.organisations):
                return not led and 0 < size == len(words)
        words = words[size:]
        if not size or (words and _ends_name(words, 0)):
            return not (words and _is_dated(words, 0))
    return True


def _put_name(words: list[str], found: Found, *, led: bool) -> None:
    """Put a name where it belongs: with the people, with the organisations, or nowhere."""
    name = " ".join(words)
    if not name or name.casefold() in byline_words().nobody:
        return
    if any(word.casefold().strip(".") in byline_words().organisation_words for word in words):
        found.organisations.setdefault(name)
    elif _is_person(words, led=led, first=not found.people and not found.organisations):
        found.people.setdefault(_once(words))


def _is_person(words: list[str], *, led: bool, first: bool) -> bool:
    """Whether words name a person; after the first name a place or a role may stand in its stead."""
    name = _once(words)
    if (
        words[0].islower()
        or any(map(_is_never, words[:1]))
        or any(_is_never(word) and not is_particle(word.casefold()) for word in words[1:])
    ):
        return False
    if first:
        return is_name(name) or (led and len(words) == 1)
    return is_name(name) and not (is_eastern(name) or is_place(name) or is_role_word(words[-1].casefold()))


def _is_never(word: str) -> bool:
    return not word.islower() and word.casefold() in byline_words().never


def _desk_size(words: list[str], *, led: bool) -> int:
    """How many words at the beginning name a desk: "Harbour Post Staff", "unserer Redaktion"."""
    if byline_words().desks.isdisjoint(map(str.casefold, words)):
        return 0
    for size in range(LEAST_WORDS, len(words) + 1):
        ends = size == len(words) or _ends_name(words, size)
        if ends and words[size - 1].casefold() in byline_words().desks:
            named = led or not any(map(str.islower, words[:size]))
            return size if named and " ".join(words[:size]).casefold() not in byline_words().nobody else 0
    return 0


def _organisation_size(words: list[str]) -> int:
    """How many words at the beginning name a known organisation; one in capitals goes on in capitals."""
    first = words[:_MOST_ORGANISATION_WORDS]
    if not may_hold_organisation(" ".join(first)):
        return 0
    for size in range(len(first), 0, -1):
        name = " ".join(words[:size])
        if is_known_organisation(name) and (not name.islower() or is_agency(name)):
            rest = words[size:] if name.isupper() else []
            return size + next((place for place, word in enumerate(rest) if not _is_capitals(word)), len(rest))
    return 0


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha()


def _role_size(words: list[str]) -> int:
    """How many words at the beginning are a role, up to a date or an organisation."""
    if not is_role(words):
        return 0
    for place in range(1, len(words)):
        ends = _ends_name(words, place) and " ".join(words[place : place + 2]).casefold() not in _OF_ROLES
        if ends or _organisation_size(words[place:]):
            return place
    return len(words)


def _size_before_a_name(words: list[str], size: int) -> int:
    """How many words a role is that has its name behind it: "Political Editor Jane Doe"."""
    role = max((place + 1 for place, word in enumerate(words[:size]) if is_role_word(word.casefold())), default=size)
    return role if is_name(" ".join(words[role:size])) else size


def _name_size(words: list[str]) -> int:
    """How many words are a name: up to a role, an organisation, a date, or a word that no name holds."""
    size = 0
    for place, word in enumerate(words):
        if not is_name_word(word) or (place and (_ends_name(words, place) or _begins_other(words, place))):
            break
        size = place + 1
    while size > 1 and words[size - 1].islower():
        size -= 1
    return size


def _begins_other(words: list[str], place: int) -> bool:
    """Whether a role or an organisation begins here, and no surname that is spelled like one."""
    if place < LEAST_WORDS:
        return False
    return is_role(words[place:]) or _organisation_size(words[place:]) > 0


def _ends_name(words: list[str], place: int) -> bool:
    """Whether a date, a stamp or a word that leads on to something else begins here."""
    return words[place].casefold().strip(".:") in byline_words().stops or _is_dated(words, place)


def _is_dated(words: list[str], place: int) -> bool:
    """Whether a date begins at a word: a number, a month beside one, or a weekday behind a name."""
    word = words[place].casefold().strip(".:")
    if any(map(str.isdigit, word)):
        return True
    beside = "".join((*words[max(0, place - 1) : place], *words[place + 1 : place + 2]))
    return (is_month(word) and any(map(str.isdigit, beside))) or (place > 1 and is_weekday(word))


def _once(words: list[str]) -> str:
    """A name that is printed twice, once."""
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)
