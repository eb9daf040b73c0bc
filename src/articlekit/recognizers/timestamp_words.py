"""The words of timestamp lines: each word, number and mark of a line gets a one-letter class.

    n  a number of one or two digits      y  a year from 1900 to 2099     N  another number
    m  a month        w  a weekday        p  "published"                  u  "updated"           s  "as of"
    k  "at"           h  "o'clock"        b  "am"        c  "pm"          z  a time zone
    g  "ago"          q  a unit of time   1  "one"       t  "today"       j  "just now"          r  "read"
    l  "by"           f  a filler       o  an ordinal mark     v  "month" in Vietnamese
    Y M D H I S       the East Asian marks behind the number of a year, month, day, hour, minute, second
    E  the East Asian "ago"               x  any other word
    . , : / - + ( ) ’ themselves          |  any other mark

The classes of a line make a string with one letter a token, and the grammar is regular expressions over that string.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple

_DATA = files("articlekit.recognizers") / "data"
_EAST = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_EAST_ASIAN = re.compile(f"[{_EAST}]")
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_LETTER = rf"(?:(?![{_EAST}])[^\W\d_]|[{_MARKS}])"
_LONGEST_PHRASE = 3  # tokens
_YEAR_DIGITS = 4
_LONGEST_GLUED = 6  # a year with an hour or a day behind it
_MOST_DIGITS = 2  # of a day, a month and an hour
_THEMSELVES = ".,:/-+()’"
_PLAIN_TOKEN = re.compile(r"\d++|[A-Za-z]++|\S")  # what ``Words.token`` finds in ASCII, several times as fast
RUNS = re.compile(r"[^\W\d_]+")
"""Runs of letters."""

# Lists of timestamps.toml and calendar.json with their classes; of a word in two lists, the later one holds.
_CLASSES = {
    "byline": "l",
    "buttons": "f",
    "fillers": "f",
    "weekdays": "w",
    "units": "q",
    "zones": "z",
    "one": "1",
    "reading": "r",
    "today": "t",
    "just_now": "j",
    "ago": "g",
    "before_hour": "k",
    "after_hour": "h",
    "before_noon": "b",
    "after_noon": "c",
    "as_of": "s",
    "updated": "u",
    "published": "p",
    "months": "m",
}
_EAST_MARKS = {"Y": "年년", "M": "月월", "D": "日일", "H": "時时点點시", "I": "分분", "S": "秒초", "E": "前전"}
_OTHERS = {"ago": "g", "tháng": "v", "thg": "v"}


class Token(NamedTuple):
    """A word, number or mark of a line; ``folded`` is its text as the tables have it."""

    kind: str
    text: str
    folded: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)  # in half the time: a line has a dozen


class Words(NamedTuple):
    """The tables."""

    months: dict[str, int]
    weekdays: dict[str, int]
    kinds: dict[str, str]
    phrases: dict[str, str]
    heads: frozenset[str]
    """First words of phrases."""
    token: re.Pattern[str]
    ordinals: frozenset[str]
    american: frozenset[str]
    passing: frozenset[str]
    """Words of what says "an hour ago" or "just now", and labels."""
    not_alone: frozenset[str]
    """Names of months that are ordinary words elsewhere."""
    parts: frozenset[str]
    """Lower-case words that a timestamp line may hold, those inside phrases too."""
    plain: dict[int, str]
    """For str.translate: digits of all scripts and full-width marks as ASCII has them, one for one."""


@cache
def words() -> Words:
    """The tables, read when first needed."""
    calendar = json.loads((_DATA / "calendar.json").read_text("utf-8"))
    table = tomllib.loads((_DATA / "timestamps.toml").read_text("utf-8"))
    lists = {name: [*table.get(name, ()), *calendar.get(name, ())] for name in _CLASSES}
    kinds = {_fold(entry): kind for name, kind in _CLASSES.items() for entry in lists[name]} | _OTHERS
    east = {entry: kind for entry, kind in kinds.items() if is_east_asian(entry)}
    east |= {mark: kind for kind, marks in _EAST_MARKS.items() for mark in marks}
    phrases = {entry: kind for entry, kind in kinds.items() if re.search(r"[ .-]", entry)}
    any_east = "|".join(sorted(map(re.escape, east), key=len, reverse=True))
    kinds |= {mark: mark for mark in _THEMSELVES} | {digits: _number(digits) for digits in _common_numbers()}
    return Words(
        {_fold(name): number for name, number in calendar["months"].items()},
        {_fold(name): number for name, number in calendar["weekdays"].items()},
        kinds | east,
        phrases,
        frozenset(re.split(r"[ .-]", entry, maxsplit=1)[0] for entry in phrases),
        re.compile(rf"\d++|(?=[{_EAST}])(?:{any_east}|.)|{_LETTER}++(?:’{_LETTER}++)?+|\S"),
        frozenset(table["ordinals"]),
        frozenset(table["american"]),
        frozenset(part for entry, kind in kinds.items() if kind in "gtjpu" for part in (entry, *entry.split())),
        frozenset(table["not_alone"]),
        frozenset(part for entry in (*kinds, *table["ordinals"]) for part in RUNS.findall(entry)),
        _plain_characters(),
    )


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order; white space is none. Linear in the text."""
    table = words()
    if not text.isascii():
        text = text.translate(table.plain)
    text = text.replace("'", "’")
    found: list[Token] = []
    kind_of = table.kinds.get
    for match in (_PLAIN_TOKEN if text.isascii() else table.token).finditer(text):
        word = match[0]
        folded = word.casefold()
        kind = kind_of(folded)
        if kind is None:
            found += _parts(word, match.start(), table)
        else:
            found.append(_token((kind, word, folded, *match.span())))
    folded_words = [token.folded for token in found]
    if not table.heads.isdisjoint(folded_words):
        found = list(_with_phrases(text, found))
    if table.ordinals.isdisjoint(folded_words):
        return found
    return [_ordinal(token, behind, table) for token, behind in zip(found, [None, *found], strict=False)]


def is_east_asian(text: str) -> bool:
    """Whether a text begins with a letter of Chinese, Japanese or Korean."""
    return _EAST_ASIAN.match(text) is not None


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("'", "’").split())


def _plain_characters() -> dict[int, str]:
    digits = {code: str(int(chr(code))) for code in range(0x660, 0xFF1A) if chr(code).isdecimal()}
    marks = {0xFF01 + place: chr(0x21 + place) for place in range(0x5E) if not chr(0x21 + place).isalnum()}
    dashes = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    others = {"،": ",", "、": ",", "׳": "’", "॰": ".", "\u200e": " ", "\u200f": " "}
    return digits | marks | dashes | {ord(char): plain for char, plain in others.items()}


def _parts(text: str, start: int, table: Words) -> list[Token]:
    """A run of one kind, taken apart where two things are printed without a space between them."""
    edges: list[int] = []
    folded = text.casefold()
    kind = table.kinds.get(folded)
    if kind is None:
        if text[0].isdecimal():
            kind = _number(text)
            edges = [_YEAR_DIGITS] if kind == "N" and _is_glued(text) else []
        elif text[0].isalpha():
            kind = "x"
            edges = [] if folded == text else list(_humps(text))
        else:
            kind = "|"
    if not edges:
        return [Token(kind, text, folded, start, start + len(text))]
    pieces = [(text[low:high], start + low) for low, high in zip([0, *edges], [*edges, len(text)], strict=True)]
    return [part for piece, at in pieces for part in _parts(piece, at, table)]


def _number(digits: str) -> str:
    if len(digits) == _YEAR_DIGITS and digits.startswith(("19", "20")):
        return "y"
    return "n" if len(digits) <= _MOST_DIGITS else "N"


def _common_numbers() -> Iterator[str]:
    """The numbers of dates and hours, which most timestamps are made of."""
    for number in range(100):
        yield from {str(number), f"{number:02}"}
    yield from map(str, range(1900, 2100))


def _is_glued(digits: str) -> bool:
    """Whether a year and an hour or a day are printed as one number: "20232:23 PM"."""
    return _YEAR_DIGITS < len(digits) <= _LONGEST_GLUED and digits.startswith(("19", "20"))


def _with_phrases(text: str, found: list[Token]) -> Iterator[Token]:
    """Neighbouring tokens that make a phrase are one."""
    place = 0
    while place < len(found):
        token, count = _phrase(text, found[place : place + _LONGEST_PHRASE])
        place += count
        yield token


def _phrase(text: str, following: list[Token]) -> tuple[Token, int]:
    """The phrase that begins here, and how many tokens it takes; else the token."""
    first = following[0]
    if first.folded in words().heads:
        for count in range(len(following), 1, -1):
            whole = text[first.start : following[count - 1].end]
            if kind := words().phrases.get(_fold(whole)):
                return Token(kind, whole, _fold(whole), first.start, first.start + len(whole)), count
    return first, 1


def _ordinal(token: Token, behind: Token | None, table: Words) -> Token:
    """Letters that stand directly behind a number may mark it as an ordinal."""
    marks = behind is not None and behind.kind == "n" and token.start == behind.end and token.folded in table.ordinals
    return token._replace(kind="o") if marks else token


def _humps(word: str) -> Iterator[int]:
    """Where a capital begins another word: "readApril", "UTCUpdated"."""
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place + 1 : place + 2]
        if word[place].isupper() and (before.islower() or (before.isupper() and after.islower())):
            yield place
