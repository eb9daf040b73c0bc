"""The grammar of dates, times and relative times, as regular expressions over the classes of ``timestamp_words``.

Which of two numbers is the day: the one above 12; the order in which the printed weekday is right; with dots or hyphens
the first; with slashes the second where the line prints am or pm or an American time zone, or where neither number is
padded and no 24-hour time is printed ("7/3/2025": what software prints that was told no locale); else the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise
from typing import NamedTuple

from .timestamp_words import Token, is_east_asian, words

_NOON = 12
_HOURS = 24
_MINUTES = 60
_MOST_DAYS = 31
_TWO_DIGITS = 2
_CENTURY = 100
_TURN = 70  # years of two digits from here on are of the last century


class Day(NamedTuple):
    """A date at tokens ``start`` to ``end``; without a year it has no value."""

    start: int
    end: int
    value: date | None


class Clock(NamedTuple):
    """A time at tokens ``start`` to ``end``."""

    start: int
    end: int
    value: time
    tz: str | None
    sure: bool
    """Whether it is a time even where no date stands beside it ("10:20", but not "10.20")."""


# A month is "m", or "g": "ago" is August in Spanish.
_JOIN = "[fq.,()]{0,4}"
_DAY = re.compile(
    r"(?P<y1>y)(?P<dash>[-/.])(?P<m1>n)(?P=dash)(?P<d1>n)"
    r"|(?P<y2>y)Y(?P<m2>n)M(?P<d2>n)D"
    rf"|(?P<d3>n)(?:[.o]{{0,2}}{_JOIN}|[-/])(?P<m3>[mg])(?:/m|’)?(?:{_JOIN}-?|/)(?P<y3>y)"
    r"|(?P<d4>n)-?(?P<m4>m)[.-]?(?P<y4>n)(?![:.hHn])"
    rf"|(?P<y5>y){_JOIN}(?P<m5>m)\.?(?P<d5>n)(?![n:])"
    rf"|(?P<y6>y){_JOIN}(?P<d6>n)\.?(?P<m6>m)"
    rf"|(?P<m7>m)[.-]?(?P<d7>n)(?:[.o]{{0,2}}{_JOIN}|-)(?P<y7>y)"
    r"|(?P<m8>m)\.?(?P<d8>n)(?=n:n(?::n)?z?(?P<y8>y))"
    r"|(?P<d9>n)f?v(?P<m9>n)[f,/q]?(?P<y9>y)"
    r"|(?<!n[.:/])(?P<a>n)(?P<sep>[-/.])(?P<b>n)(?P=sep)(?P<year>y|n(?![.:/]n))"
    rf"|(?P<bare>n[.o]{{0,2}}{_JOIN}m(?!n)|m\.?n(?!:)|nMnD|n/n(?=n:n)|n\.n\.(?=k?n[:.]n))"
)
_ZONE = r"(?P<zone>[,(]?z(?:[-+]n(?::n)?)?|(?(second)[-+]|\+)(?:n:n|N))?"
_CLOCK = re.compile(
    r"(?P<before>[bc])?(?:"
    r"(?P<hour>n)(?P<sep>[:.])(?P<minute>n)(?::(?P<second>n)(?:\.[nN])?)?+(?!\.?q)"
    r"|(?P<hour2>n)h(?P<minute2>n)(?![hmq])"
    r"|(?P<hour3>n)H(?:(?P<minute3>n)I(?:(?P<second3>n)S)?)?(?!E)"
    r"|(?P<lone>n)(?=[bch])"
    rf")h?(?P<half>[bc])?\.?h?{_ZONE}"
)
_CLOCK_FORMS = (
    ("hour", "minute", "second"),
    ("lone", "", ""),
    ("hour3", "minute3", "second3"),
    ("hour2", "minute2", ""),
)
_MINUTES_BEHIND = ("minute", "minute2")
_INTRODUCED = re.compile(r"[kpu][.:]?\Z")
_NUMBER_BEFORE = re.compile("[nN][.,:/]")
_UNIT = "[qh1fkv]"
_RELATIVE = re.compile(rf"g[f.]{{0,2}}[n1f]-?{_UNIT}|g[qh]|[n1f]{_UNIT}\.?q?\.?f?g|n[qYMDHIS]E|[pu]:?f?t|j|ug")
_READING = re.compile(r"r[fkq:.,(]{0,4}n[qI]\.?|n-?[qI]\.?[fk]{0,3}r")
_PASSING = frozenset("gEtjr")  # one of them is in every match of both
_SPAN_ONLY = re.compile(r"[-|.(]*n(?P<unit>q)\.?\)?")


def days(code: str, line: list[Token]) -> Iterator[Day]:
    """The dates of a line, in order; those that no calendar has are none."""
    position = 0
    while match := _DAY.search(code, position):
        day = _day(match, line)
        position = match.end() if day else match.start() + 1
        if day:
            yield day


def clocks(code: str, line: list[Token]) -> Iterator[Clock]:
    """The times of a line whose dates are masked, in order."""
    for match in _CLOCK.finditer(code):
        if clock := _clock(match, line):
            yield clock


def passing(code: str) -> Iterator[tuple[int, int]]:
    """The spans of relative times and reading times, which have no value."""
    if _PASSING.isdisjoint(code):
        return
    for pattern in (_RELATIVE, _READING):
        for match in pattern.finditer(code):
            yield match.span()


def is_minutes_only(code: str, line: list[Token]) -> bool:
    """Whether the line is "5 min" and no more: that is how long a read takes."""
    match = _SPAN_ONLY.fullmatch(code)
    return match is not None and line[match.start("unit")].folded == "min"


def _day(match: re.Match[str], line: list[Token]) -> Day | None:
    start, end = match.span()
    if end < len(line) and line[end].kind == "x" and line[end - 1].kind == "n" and line[end].start == line[end - 1].end:
        return None  # "iMac 4K"
    last = str(match.lastgroup)
    if last == "bare":
        return Day(start, end, None) if _is_day_of_a_year(line[start:end]) else None
    if last == "year":
        found = _numeric(match, line)
    else:
        form = last[-1]
        year, month, day = [_value(line[match.start(f"{part}{form}")]) for part in "ymd"]
        found = _date(year, month, day)
    return Day(start, end, found) if found else None


def _is_day_of_a_year(part: list[Token]) -> bool:
    """Whether a day and a month without year can be a date: "11 Pro" is none, though "pro" is a Czech month."""
    numbers = [int(token.text) for token in part if token.kind == "n"]
    names = {token.folded for token in part if token.kind == "m"}
    return all(0 < number <= _MOST_DAYS for number in numbers) and names.isdisjoint(words().not_alone)


def _date(year: int, month: int, day: int) -> date | None:
    if year < _CENTURY:
        year += 1900 if year >= _TURN else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(token: Token) -> int:
    """A number, or the number of the month that a word names; 0 for the word that is none."""
    return int(token.text) if token.kind in "ny" else words().months.get(token.folded, 0)


def _numeric(match: re.Match[str], line: list[Token]) -> date | None:
    """The date of three numbers; None when they are printed as no date is."""
    first, second, last = line[match.start("a")], line[match.start("b")], line[match.start("year")]
    short = last.kind == "n"
    if short and (len(last.text) == 1 or _is_spaced(line[match.start() : match.end()])):
        return None
    a, b, year = int(first.text), int(second.text), int(last.text)
    if short and any(is_east_asian(token.text) for token in line):
        return _date(a, b, year)  # East Asia prints the year first
    orders = [_date(year, b, a), _date(year, a, b)]
    possible = [order for order in orders if order]
    named = {words().weekdays.get(token.folded) for token in line if token.kind == "w"}
    right = [order for order in possible if order.weekday() in named] or possible
    if len(right) == len(orders) and match["sep"] == "/" and _is_american(first, second, line, match.string):
        return right[1]
    return right[0] if right else None


def _is_spaced(part: list[Token]) -> bool:
    return any(one.end != other.start for one, other in pairwise(part))


def _is_american(first: Token, second: Token, line: list[Token], code: str) -> bool:
    if any(token.kind == "z" and token.folded in words().american for token in line) or re.search("n[bc]", code):
        return True
    padded = first.text[0] == "0" or second.text[0] == "0" or len(first.text) == len(second.text) == _TWO_DIGITS
    return not padded and "n:n" not in code


def _clock(match: re.Match[str], line: list[Token]) -> Clock | None:
    form = next(form for form in _CLOCK_FORMS if match[form[0]])
    hour, minute, second = [int(line[match.start(name)].text) if name and match[name] else 0 for name in form]
    if form[1] in _MINUTES_BEHIND and not _is_written_as_time(match, line):
        return None
    half = match["before"] or match["half"]
    hour = _hour(hour, half)
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        return None
    zone = "".join(token.text for token in line[match.start("zone") : match.end("zone")]).lstrip(",(")
    sure = match["sep"] == ":" or bool(match["hour3"] or match["minute2"] or half or _is_hinted(match))
    return Clock(match.start(), match.end(), time(hour, minute, second), zone or None, sure)


def _hour(hour: int, half: str | None) -> int:
    if half == "c" and hour < _NOON:
        return hour + _NOON
    return 0 if half == "b" and hour == _NOON else hour


def _is_hinted(match: re.Match[str]) -> bool:
    """Whether words about it say that "10.20" is a time, and not a price or a result."""
    if match["lone"]:
        return False
    introduced = _INTRODUCED.search(match.string, max(match.start() - 2, 0), match.start())
    is_amount = match.string[match.end() : match.end() + 1] in {"x", "q"}
    return "h" in match[0] or match["zone"] is not None or (introduced is not None and not is_amount)


def _is_written_as_time(match: re.Match[str], line: list[Token]) -> bool:
    """Two digits of minutes, no space before them, and no part of a longer number or word."""
    form = "" if match["hour"] else "2"
    low, high = match.start(f"hour{form}"), match.end(f"minute{form}")
    if len(line[high - 1].text) == 1 or (match["hour"] and _is_spaced(line[low:high])):
        return False
    before = line[low - 1] if low else None
    if before is None or before.end != line[low].start:
        return True
    return not _NUMBER_BEFORE.fullmatch(match.string, max(low - 2, 0), low)
