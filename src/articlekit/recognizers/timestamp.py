"""Timestamp lines: dates and times as pages print them, in the languages of CLDR and in numbers.

    stamp := [label] date [time [zone]]  |  [label] time [zone] date
    date  := D Month [YYYY] | Month D[,] YYYY | YYYY-M-D | D.M.YYYY | D/M/YYYY | M/D/YYYY | YYYY年M月D日
    time  := H:MM[:SS] [am|pm] | H.MM | H am|pm | Hh MM | H時M分

Which of two numbers is the day: the one above 12; with dots or hyphens the first; with slashes the first, unless the
line prints am or pm or an American time zone. A date without year and a relative time have no value; a time that stands
without a date is a time.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Kind = Literal["published", "updated", "unknown"]

LONGEST = 300
"""Only so many characters of a line are looked at."""

_LONGEST_STAMP_LINE = 120
_MOST_SPACES = 15
_MOST_OTHER_LETTERS = 10
_NEAR = 14  # characters between a date and its time
_LABEL_REACH = 40
_NOON = 12
_DATA = files("articlekit.recognizers") / "data"


class StampParts(NamedTuple):
    """A date or time found in a line."""

    kind: Kind
    value: date | time
    tz: str | None
    printed: str


class _Day(NamedTuple):
    start: int
    end: int
    value: date | None


class _Clock(NamedTuple):
    start: int
    end: int
    value: time
    tz: str | None


class _Words(NamedTuple):
    months: dict[str, int]
    weekdays: frozenset[str]
    words: frozenset[str]
    known: frozenset[str]
    """Every word that can stand in a timestamp line."""
    labels: tuple[tuple[Kind, re.Pattern[str]], ...]
    passing: re.Pattern[str]
    clock: re.Pattern[str]


_MARK = r"(?:st|nd|rd|th|er|ère|º|°|ª|\.)?"
_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    rf"(?P<y1>{_YEAR})\s?[-/.]\s?(?P<m1>\d{{1,2}})\s?[-/.]\s?(?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?P<y2>{_YEAR})\s?[年년]\s?(?P<m2>\d{{1,2}})\s?[月월]\s?(?P<d2>\d{{1,2}})\s?[日일]"
    rf"|(?<!\d)(?P<a3>\d{{1,2}})(?P<sep>\s?[./-]\s?)(?P<b3>\d{{1,2}})\s?[./-]\s?(?P<y3>{_YEAR}|\d\d(?!\d|:))"
    rf"|(?<!\d)(?P<d6>\d{{1,2}})\stháng\s(?P<w6>\d{{1,2}})(?:\snăm|,)?\s(?P<y6>{_YEAR})"
    rf"|(?<!\d)(?P<d4>\d{{1,2}}){_MARK}\s*+(?:(?:de|of|di)\s)?(?P<w4>[^\W\d_]{{3,15}}+)\.?,?\s*+(?:del?\s)?(?P<y4>{_YEAR})?"
    rf"|(?:(?<![^\W\d_])|(?<=[^\W\d_A-Z])(?=[A-Z]))(?P<w5>[^\W\d_]{{3,15}}+)\.?\s?(?P<d5>\d{{1,2}})(?!\d){_MARK},?\s*+(?P<y5>{_YEAR})?"
)
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?|오전|오후|午前|午後)"
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\b|\b(?:[ECMP][SD]?T)\b", re.IGNORECASE)
_ANY_DIGIT = re.compile(r"\d")
_LETTER_RUNS = re.compile(r"[^\W\d_]+")


def find_timestamps(line: str) -> tuple[StampParts, ...]:
    """Every date in a line, with its time where one is printed beside it; times alone where there is no date."""
    text = line[:LONGEST]
    if not _ANY_DIGIT.search(text):
        return ()
    days, clocks = _found(text)
    return tuple(_without_repeats(_stamps(text, days, clocks)))


def is_timestamp(line: str) -> bool:
    """Whether a line is mainly a date, a time, a relative time or a reading time."""
    if len(line) > _LONGEST_STAMP_LINE or line.count(" ") > _MOST_SPACES or not _ANY_DIGIT.search(line):
        return False
    folded = line.casefold()
    if _unknown_letters(folded) > _MOST_OTHER_LETTERS:
        return False
    passing = list(_words().passing.finditer(folded)) if len(folded) == len(line) else []
    days, clocks = _found(line)
    spans = [(match.start(), match.end()) for match in passing]
    spans += [(day.start, day.end) for day in days] + [(clock.start, clock.end) for clock in clocks]
    return bool(spans) and _other_letters(folded, spans) <= _MOST_OTHER_LETTERS


def _unknown_letters(folded: str) -> int:
    """Letters in words that no timestamp line is made of: cheap to count, and most lines have many."""
    known = _words().known
    return sum(len(word) for word in _LETTER_RUNS.findall(folded) if word not in known)


def _other_letters(folded: str, spans: list[tuple[int, int]]) -> int:
    """Letters outside the spans that belong to no label, weekday or filler."""
    kept = list(folded)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    rest = "".join(kept)
    for _, label in _words().labels:
        rest = label.sub(" ", rest)
    return sum(len(word) for word in _LETTER_RUNS.findall(rest) if word not in _words().words)


def _found(text: str) -> tuple[list[_Day], list[_Clock]]:
    days = list(_days(text))
    masked = list(text)
    for day in days:
        masked[day.start : day.end] = "\0" * (day.end - day.start)
    return days, list(_clocks("".join(masked)))


def _days(text: str) -> Iterator[_Day]:
    position = 0
    while match := _DAY.search(text, position):
        day = _day(match, text)
        position = match.end() if day else match.start() + 1
        if day:
            yield day


def _day(match: re.Match[str], text: str) -> _Day | None:
    """The day that a match names; None when its word is no month, a day without value when it has no year."""
    months = _words().months
    get = match.group
    if get("y1"):
        numbers = int(get("y1")), int(get("m1")), int(get("d1"))
    elif get("y2"):
        numbers = int(get("y2")), int(get("m2")), int(get("d2"))
    elif get("y3"):
        numbers = _numeric(get("a3"), get("sep").strip(), get("b3"), get("y3"), text)
    else:
        word, day, year = next((get(f"w{n}"), get(f"d{n}"), get(f"y{n}")) for n in (4, 5, 6) if get(f"w{n}"))
        month = int(word) if word.isdigit() else months.get(word.casefold(), 0)
        if not month:
            return None
        if year is None:
            return _Day(match.start(), match.end(), None) if 1 <= int(day) <= 31 else None  # noqa: PLR2004 - days of a month
        numbers = int(year), month, int(day)
    try:
        return _Day(match.start(), match.end(), date(*numbers))
    except ValueError:
        return None


def _numeric(first: str, separator: str, second: str, year: str, text: str) -> tuple[int, int, int]:
    a, b = int(first), int(second)
    full = int(year) if len(year) > 2 else 2000 + int(year)  # noqa: PLR2004 - a year of two digits is this century's
    american = separator == "/" and a <= _NOON and _AMERICAN.search(text) is not None
    return (full, a, b) if b > _NOON or american else (full, b, a)


def _clocks(masked: str) -> Iterator[_Clock]:
    for match in _words().clock.finditer(masked):
        hour, minute = int(match["hour"] or match["only"] or match["east"]), int(match["minute"] or match["past"] or 0)
        half = (match["half"] or match["before"] or match["lone"] or "").casefold()
        if half.startswith(("p", "오후", "午後")) and hour < _NOON:
            hour += _NOON
        elif half.startswith(("a", "오전", "午前")) and hour == _NOON:
            hour = 0
        if hour < 24 and minute < 60:  # noqa: PLR2004 - hours of a day, minutes of an hour
            yield _Clock(match.start(), match.end(), time(hour, minute, int(match["second"] or 0) % 60), match["zone"])


def _stamps(text: str, days: list[_Day], clocks: list[_Clock]) -> Iterator[StampParts]:
    """Each day with its clock, and each clock that a label of its own gives to the day before it."""
    if not days:
        yield from (_time_alone(text, clock) for clock in clocks)
        return
    free = list(clocks)
    time_first = bool(days and clocks) and clocks[0].start < days[0].start and len(clocks) >= len(days)
    last_end, last_day = 0, None
    found: list[StampParts] = []
    for place, day in enumerate(days):
        if day.value is None:
            last_end = day.end
            continue
        limit = days[place + 1].start if place + 1 < len(days) else len(text)
        clock = _beside(day, free, last_end, limit, time_first=time_first)
        if clock is not None:
            free.remove(clock)
        start, end = min(day.start, clock.start if clock else day.start), max(day.end, clock.end if clock else 0)
        found.append(_stamp(text, last_end, start, end, limit, day.value, clock))
        last_end, last_day = end, day.value
        alone = not time_first or place + 1 == len(days)  # else the clock may be the next day's
        for later in [other for other in free if alone and end <= other.start < limit]:
            kind, label = _label(text[last_end : later.start])
            if kind != "unknown":
                printed = text[last_end + label : later.end].strip()
                found.append(StampParts(kind, datetime.combine(last_day, later.value), later.tz, printed))
                free.remove(later)
                last_end = later.end
    yield from _with_first_published(found)


def _time_alone(text: str, clock: _Clock) -> StampParts:
    kind, label = _label(text[: clock.start])
    start = label if kind != "unknown" else clock.start
    return StampParts(kind, clock.value, clock.tz, text[start : clock.end].strip())


def _beside(day: _Day, clocks: list[_Clock], low: int, high: int, *, time_first: bool) -> _Clock | None:
    before = [
        clock for clock in clocks if low <= clock.start and clock.end <= day.start and day.start - clock.end <= _NEAR
    ]
    after = [clock for clock in clocks if day.end <= clock.start <= day.end + _NEAR and clock.start < high]
    ordered = (before[-1:] + after[:1]) if time_first else (after[:1] + before[-1:])
    return ordered[0] if ordered else None


def _stamp(text: str, low: int, start: int, end: int, high: int, day: date, clock: _Clock | None) -> StampParts:  # noqa: PLR0913, PLR0917 - a span in a text
    kind, label = _label(text[max(low, start - _LABEL_REACH) : start])
    printed = text[max(low, start - _LABEL_REACH) + label : end] if kind != "unknown" else text[start:end]
    if kind == "unknown":
        kind = _label_after(text[end:high]) if high == len(text) else "unknown"
    value = datetime.combine(day, clock.value) if clock else day
    return StampParts(kind, value, clock.tz if clock else None, printed.strip())


def _label(text: str) -> tuple[Kind, int]:
    """The kind that the last label in a text tells, and where that label begins."""
    best: tuple[int, Kind] = (-1, "unknown")
    folded = text.casefold()
    for kind, pattern in _words().labels if len(folded) == len(text) else ():
        for match in pattern.finditer(folded):
            best = max(best, (match.start(), kind), key=lambda pair: pair[0])
    return best[1], max(best[0], 0)


def _label_after(text: str) -> Kind:
    """Some languages print the label behind ("tarihinde güncellendi"): it must be the very next word but one."""
    return _label(" ".join(text.split()[:2]))[0] if not _ANY_DIGIT.search(text) else "unknown"


def _with_first_published(found: list[StampParts]) -> list[StampParts]:
    """Of two stamps of which the second says "updated", the first is when the article was published."""
    if len(found) > 1 and found[0].kind == "unknown" and found[1].kind == "updated":
        return [found[0]._replace(kind="published"), *found[1:]]
    return found


def _without_repeats(stamps: Iterator[StampParts]) -> Iterator[StampParts]:
    """A date that is printed twice, in numbers and in words, is one."""
    before: StampParts | None = None
    for stamp in stamps:
        if before is None or stamp.value != before.value or stamp.kind not in (before.kind, "unknown"):
            yield stamp
        before = stamp


@cache
def _words() -> _Words:
    calendar = json.loads((_DATA / "calendar.json").read_text("utf-8"))
    table = tomllib.loads((_DATA / "timestamps.toml").read_text("utf-8"))
    zones = "|".join(sorted(map(re.escape, table["zones"]), key=len, reverse=True))
    clock = (
        r"(?:(?P<before>오전|오후|午前|午後)\s?)?(?<!\d)(?:"
        r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\d)(?::(?P<second>\d\d)(?!\d))?\s?" + _HALF + "?"
        r"|(?P<only>\d{1,2})\s?(?P<lone>[ap]\.?m\b\.?)"
        r"|(?P<east>\d{1,2})\s?[時시点]\s?(?:(?P<past>\d{1,2})\s?[分분])?)"
        rf"(?:\s?(?:uhr|h\b))?(?:\s?\(?(?P<zone>(?:{zones})(?:\s?[+-]\d{{1,2}}(?::?\d\d)?)?)(?![^\W\d_]))?"
    )
    shapes = [shape.replace("{n}", r"\d{1,3}+").replace(" ", r"\s") for shape in table["relative"] + table["reading"]]
    words = frozenset(calendar["weekdays"]) | frozenset(table["fillers"]) | calendar["months"].keys()
    listed = " ".join(table["published"] + table["updated"] + table["zones"] + table["relative"] + table["reading"])
    stems = _LETTER_RUNS.findall(listed)
    known = (
        words | {stem + ending for stem in stems for ending in ("", "s", "n", "en", "er", "es", "e")} | {"m", "p", "pm"}
    )
    return _Words(
        calendar["months"],
        frozenset(calendar["weekdays"]),
        words,
        known,
        (("updated", _label_pattern(table["updated"])), ("published", _label_pattern(table["published"]))),
        re.compile(rf"(?<![\d.,])(?:{'|'.join(shapes)})"),
        re.compile(clock, re.IGNORECASE),
    )


def _label_pattern(labels: list[str]) -> re.Pattern[str]:
    """Any of the labels, where a word begins (glued forms run on at their end)."""
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted(map(re.escape, labels), key=len, reverse=True))})")


def month_of(word: str) -> int | None:
    """The number of the month that a word names, in whichever language."""
    return _words().months.get(word.casefold())


def is_month(word: str) -> bool:
    """Whether a casefolded word names a month."""
    return word in _words().months


def is_weekday(word: str) -> bool:
    """Whether a casefolded word names a weekday."""
    return word in _words().weekdays
