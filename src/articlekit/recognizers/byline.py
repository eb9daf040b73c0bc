"""Bylines: who wrote a report.

    byline := [lead] names [rest]
    names  := name (("," | "and" | "&" | "/" | "|") name)*
    rest   := role | place | organisation | date | button, glued to the last name or not

A wrong author is worse than none: what names nobody ("By admin"), or does not have the shape of a name where no word
leads it, gives None.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .names import MOST_WORDS, is_name, is_name_word

_LONGEST = 220
_LONGEST_SURE = 120
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ.])(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ])")
_EMAIL = re.compile(r"\S+@\S+")
_SEPARATOR = re.compile(r"\s*(?:,|;|\||/|•|·|\u2013|\u2014|\s-\s)\s*")
_PREFIXES = ("mc", "mac", "de", "di", "la", "le", "van", "o'", "o’", "d'", "d’", "al", "fitz", "du", "des", "del")
_EASTERN_ROLE = re.compile(r"([\uac00-\ud7af]{2,4})\s?(?:기자|특파원)|(?:记者|記者)[:：\s]?([\u4e00-\u9fff]{2,4})")


class BylineParts(NamedTuple):
    """The people, their roles and the organisations that a byline names."""

    authors: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    printed: str


class _Words(NamedTuple):
    lead: re.Pattern[str]
    sure: re.Pattern[str]
    first_words: frozenset[str]
    joins: frozenset[str]
    roles: frozenset[str]
    role_starts: frozenset[str]
    nobody: frozenset[str]
    stops: frozenset[str]
    organisations: frozenset[str]
    organisation_words: frozenset[str]
    about: tuple[str, ...]


def find_byline(line: str) -> BylineParts | None:
    """Who a line names, when the line is known to be a byline; None when it names nobody."""
    printed = line.strip()
    if not printed or len(printed) > _LONGEST:
        return None
    eastern = _EASTERN_ROLE.search(printed)
    if eastern is not None:
        return BylineParts((eastern[1] or eastern[2],), (), (), printed)
    lead = _words().lead.match(printed)
    rest = printed[lead.end() :] if lead else printed
    if lead is None and (_is_sentence(rest) or rest.casefold().startswith(_words().about)):
        return None
    people, roles, organisations = _read(_EMAIL.sub(" ", rest), led=lead is not None)
    if not people and not organisations:
        return None
    return BylineParts(tuple(people), tuple(roles), tuple(organisations), printed)


def looks_like_byline(line: str) -> bool:
    """Whether a line of unknown nature is a byline: a word that leads one, and names behind it."""
    if len(line) > _LONGEST_SURE:
        return False
    first = line.split(None, 1)[0].casefold().rstrip(":") if line.strip() else ""
    lead = _words().sure.match(line) if first in _words().first_words else None
    if lead is None:
        short = not line.isascii() and len(line) < _LONGEST_SURE // 2
        return short and _EASTERN_ROLE.search(line) is not None
    if line.rstrip().endswith((".", "?", "!", "…")) and len(line.split()) > MOST_WORDS:
        return False
    found = find_byline(line)
    return (found is not None and any(map(is_name, found.authors))) or bool(found and not found.authors)


def _read(text: str, *, led: bool) -> tuple[list[str], list[str], list[str]]:
    people: dict[str, None] = {}
    roles: dict[str, None] = {}
    organisations: dict[str, None] = {}
    for part in _SEPARATOR.split(text):
        if not part:
            continue
        if part.casefold() in _words().organisations:
            organisations.setdefault(part)
            continue
        if people and part.split()[0].casefold() in _words().role_starts:
            roles.setdefault(part)
            continue
        for name, rest in _names_in(part):
            if name.casefold() in _words().organisations or (people and _is_organisation(name)):
                organisations.setdefault(name)
            elif _is_author(name, led=led and not people, first=not people):
                people.setdefault(_once(name))
            if rest and rest.split()[0].casefold() in _words().role_starts:
                roles.setdefault(rest)
        if not people and not organisations:
            break
    return list(people), list(roles), list(organisations)


def _is_author(name: str, *, led: bool, first: bool) -> bool:
    if not name or name.casefold() in _words().nobody:
        return False
    return is_name(name) or (led and first and len(name.split()) <= MOST_WORDS and any(map(str.isupper, name)))


def _is_organisation(name: str) -> bool:
    """Whether what follows the authors has an organisation's shape: a word such as "Media", or capitals throughout."""
    words = name.casefold().split()
    return any(word in _words().organisation_words for word in words) or (name.isupper() and len(words) > 1)


def _is_sentence(rest: str) -> bool:
    """Whether a name without a lead word goes on as a sentence does: "Jane Doe is a writer who ..."."""
    return sum(word.islower() for word in rest.split()) >= 3  # noqa: PLR2004 - roles have fewer


def _names_in(part: str) -> list[tuple[str, str]]:
    """The names that words such as "and" join, each with what follows it."""
    groups: list[list[str]] = [[]]
    for word in _unglued(part).split():
        if word.casefold() in _words().joins and groups[-1]:
            groups.append([])
        else:
            groups[-1].append(word)
    return [_name_and_rest(group) for group in groups]


def _unglued(part: str) -> str:
    """Words that a page has glued, apart: "Meg JamesStaff Writer", but not "McDonald" or "DeArdo"."""
    words = []
    for word in part.split():
        places = [match.start() for match in _GLUED.finditer(word)]
        cuts = [place for place in places if not word[:place].casefold().endswith(_PREFIXES) or place > 5]  # noqa: PLR2004 - longer than a prefix
        cuts = [place for place in cuts if word[place - 1] != "."]
        pieces = [word[low:high] for low, high in zip([0, *cuts], [*cuts, len(word)], strict=True)]
        words += pieces if len(pieces) > 1 and _ends_a_name(pieces[1:]) else [word]
    return " ".join(words)


def _ends_a_name(pieces: list[str]) -> bool:
    """Whether what is glued to a name is a role, a button or a month, and no second half of a name."""
    from .timestamp import is_month  # noqa: PLC0415 - dates are asked for only when words are glued

    words = _words()
    first = re.sub(r"\W+$", "", pieces[0]).casefold()
    return first in words.role_starts or first in words.stops or is_month(first)


def _name_and_rest(words: list[str]) -> tuple[str, str]:
    """A name is the words before a role, a button, a number or a word that no name holds."""
    known = _words()
    end = 0
    for place, word in enumerate(words):
        folded = word.casefold().strip(".:")
        ends = folded in known.stops or (folded in known.role_starts and place > 0)
        if ends or any(map(str.isdigit, word)) or not is_name_word(word.rstrip(":")) or _is_date_word(folded, place):
            break
        end = place + 1
    if end == 0 and words and not any(map(str.isdigit, words[0])):
        end = len(words) if len(words) <= MOST_WORDS else 0
    return " ".join(words[:end]).strip(" :"), " ".join(words[end:])


def _is_date_word(word: str, place: int) -> bool:
    from .timestamp import is_month, is_weekday  # noqa: PLC0415 - as above

    return place > 1 and (is_month(word) or is_weekday(word))


def _once(name: str) -> str:
    """A name that is printed twice, once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if len(words) > 2 and words[:half] == words[half:] else name  # noqa: PLR2004 - two words can be alike


@cache
def _words() -> _Words:
    data = files("articlekit.recognizers") / "data"
    table = tomllib.loads((data / "bylines.toml").read_text("utf-8"))
    pictures = tomllib.loads((data / "credits.toml").read_text("utf-8"))
    return _Words(
        _lead_pattern(table["leads"]),
        _lead_pattern(table["sure"]),
        frozenset(lead.split()[0] for lead in table["sure"]),
        frozenset(table["joins"]),
        frozenset(table["roles"]),
        frozenset(role.split()[0] for role in table["roles"]),
        frozenset(table["nobody"]),
        frozenset(table["stops"]),
        frozenset(pictures["organisations"]),
        frozenset(table["organisation_words"]),
        tuple(f"{word} " for word in table["about"]),
    )


def _lead_pattern(leads: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(set(leads), key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})(?:\s?:\s*|\s+)", re.IGNORECASE)
