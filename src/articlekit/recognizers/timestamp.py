"""Timestamp lines: when an article was published and updated, as pages print it in many languages.

    stamp := [label] date [time [zone]]  |  [label] time [zone] date  |  [label] time
    date  := D Month YYYY | Month D, YYYY | YYYY Month D | YYYY-M-D | D.M.YYYY | D/M/YYYY | M/D/YYYY | YYYY年M月D日
    time  := H:MM[:SS] [am|pm] | H.MM | H am|pm | Hh MM | H時M分

A date without year and a relative time have no value; a time that stands without a date is a time. Which word is what
is told by ``timestamp_words``, what makes a date or a time by ``timestamp_grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Literal, NamedTuple

from .timestamp_grammar import Clock, Day, clocks, days, is_minutes_only, passing
from .timestamp_words import RUNS, Token, is_east_asian, tokens, words

Kind = Literal["published", "updated", "unknown"]

LONGEST = 300
"""Only so many characters of a line are looked at."""

_LONGEST_STAMP_LINE = 160
_MOST_SPACES = 28
_LONGEST_WITHOUT_DIGITS = 40
_FEW_LETTERS = 10
_MOST_OTHER_LETTERS = 24
_LABEL_REACH = 40  # characters from a label to its date
_KINDS: dict[str, Kind] = {"p": "published", "u": "updated"}
_ANY_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"(?:\([DMxw]\))?[fkhwqb1.,\-/|()’:]{0,6}")
_BETWEEN_REPEATS = re.compile(r"[fw.,\-/|()]{0,4}")
_LABEL_BEHIND = re.compile(r"[f.,)|]{0,3}([pu])[f.)|]{0,3}")
_NO_LABEL = re.compile("[^pu]*")
_AMOUNT = re.compile("nq")  # "3 Minuten", beside a name the time that reading takes
_WITH_ITS_WORDS = re.compile(r"[fkwpus:]*[~pus][~pusfkhwztbc.,:-]*+")
_KNOWN = frozenset("puskltwfhbc1nNyoYMDHIS~.,:/-+()’|")


class StampParts(NamedTuple):
    """A date or time found in a line."""

    kind: Kind
    value: date | time
    tz: str | None
    printed: str


class _Stamp(NamedTuple):
    """A date, a time or both at tokens ``start`` to ``end``; its label is the token ``label``."""

    start: int
    end: int
    value: date | time
    tz: str | None
    label: int | None


class _Line(NamedTuple):
    """A line taken apart; ``masked`` is its code with the dates blotted out."""

    text: str
    tokens: list[Token]
    code: str
    masked: str
    days: list[Day]
    clocks: list[Clock]


def find_timestamps(line: str) -> tuple[StampParts, ...]:
    """Every date in a line, with its time where one is printed beside it; times alone where there is no date.

    >>> [(stamp.kind, str(stamp.value)) for stamp in find_timestamps("5 mai 2024 à 14h52, mis à jour à 16:10")]
    [('published', '2024-05-05 14:52:00'), ('updated', '2024-05-05 16:10:00')]
    """
    text = line[:LONGEST]
    if not _has_digit(text):
        return ()
    return _stamps(_read(text))


def is_timestamp(line: str) -> bool:
    """Whether a line is mainly a date, a time, a relative time or a reading time.

    >>> is_timestamp("vor 2 Stunden"), is_timestamp("3 min read"), is_timestamp("The ferry sank on 5 May 2023.")
    (True, True, False)
    """
    return read_timestamps(line) is not None


def read_timestamps(line: str) -> tuple[StampParts, ...] | None:
    """What ``find_timestamps`` gives, where ``is_timestamp`` says yes; None where it says no."""
    if len(line) > _LONGEST_STAMP_LINE:
        return None
    if not _has_digit(line):
        return () if len(line) <= _LONGEST_WITHOUT_DIGITS and _is_relative(line) else None
    if line.count(" ") > _MOST_SPACES or _is_other_text(line):
        return None
    read = _read(line)
    spans = list(_spans(read))
    if _is_mainly(read, spans) if spans else is_minutes_only(read.code, read.tokens):
        return _stamps(read)
    return None


def without_timestamps(line: str) -> str:
    """A line without its dates, times and reading times, and what belongs to them; where they stood, there is a bar.

    >>> without_timestamps("Jane Doe, published on 4 May 2025 - 14:41"), without_timestamps("Jane Doe 3 min read")
    ('Jane Doe, |', 'Jane Doe |')
    """
    text = line[:LONGEST]
    if not _has_digit(text) and words().passing.isdisjoint(RUNS.findall(text.casefold())):
        return text
    read = _read(text)
    stamps = [*_spans(read), *(match.span() for match in _AMOUNT.finditer(read.masked))]
    behind = [*read.code[1:], ""]
    code = "".join(
        "x" if next_kind not in _KINDS and _may_be_of_a_name(token) else token.kind
        for token, next_kind in zip(read.tokens, behind, strict=True)
    )
    kept, low = list[str](), 0
    for match in _WITH_ITS_WORDS.finditer(_mask(code, stamps)):
        kept.append(text[low : read.tokens[match.start()].start])
        low = read.tokens[match.end() - 1].end
    return "|".join([*kept, text[low:]])


def _may_be_of_a_name(token: Token) -> bool:
    """Whether a filler has a capital inside a line, as the "De" of a name has it, and the "Last" of a label."""
    return token.kind == "f" and token.start > 0 and token.text[0].isupper()


def month_of(word: str) -> int | None:
    """The number of the month that a word names, in whichever language."""
    return words().months.get(word.casefold())


def is_month(word: str) -> bool:
    """Whether a casefolded word names a month."""
    return word in words().months


def is_weekday(word: str) -> bool:
    """Whether a casefolded word names a weekday."""
    return word in words().weekdays


def _has_digit(text: str) -> bool:
    """Asked of most lines of a page; in long lines ten searches for one character are faster than one for ten."""
    if len(text) < _LONGEST_WITHOUT_DIGITS or not text.isascii():
        return _ANY_DIGIT.search(text) is not None
    for digit in "0123456789":  # noqa: SIM110 - any() costs twice as much here
        if digit in text:
            return True
    return False


def _stamps(line: _Line) -> tuple[StampParts, ...]:
    stamps = list(_dated(line)) if line.days else list(_undated(line))
    return tuple(_named(line, _without_repeats(line, stamps)))


def _read(text: str) -> _Line:
    line = tokens(text)
    code = "".join([token.kind for token in line])
    found = list(days(code, line))
    masked = _mask(code, [day[:2] for day in found]) if found else code
    return _Line(text, line, code, masked, found, list(clocks(masked, line)))


def _mask(code: str, spans: Iterable[tuple[int, int]]) -> str:
    kept = list(code)
    for start, end in spans:
        kept[start:end] = "~" * (end - start)
    return "".join(kept)


def _dated(line: _Line) -> Iterator[_Stamp]:
    """Each day with its clock, and each clock that a label of its own gives to the day before it."""
    free = list(line.clocks)
    time_first = bool(free) and free[0].start < line.days[0].start and len(free) >= len(line.days)
    low = 0
    for day, following in zip(line.days, [*line.days[1:], None], strict=True):
        high = following.start if following else len(line.code)
        clock = _beside(line, day, [other for other in free if low <= other.start and other.end <= high], time_first)
        start, end = (min(day.start, clock.start), max(day.end, clock.end)) if clock else (day.start, day.end)
        free = [other for other in free if other.start >= end]
        if day.value is None:
            low = end
            continue
        value = datetime.combine(day.value, clock.value) if clock else day.value
        stamp = _Stamp(start, end, value, clock.tz if clock else None, _label(line, low, start))
        yield stamp
        low = end
        if following is None or not time_first:  # else the clock is the next day's
            own = [other for other in free if other.end <= high and not _touches(line, other, following)]
            for later in _later(line, day.value, stamp, own):
                yield later
                low = later.end


def _touches(line: _Line, clock: Clock, following: Day | None) -> bool:
    return following is not None and _GAP.fullmatch(line.masked, clock.end, following.start) is not None


def _later(line: _Line, day: date, stamp: _Stamp, free: list[Clock]) -> Iterator[_Stamp]:
    """The clocks after a stamp that have a label of their own ("5 May 2024, updated 10:20"); the zone is told once."""
    low = stamp.end
    for clock in free:
        label = _label(line, low, clock.start)
        if label is not None:
            yield _Stamp(clock.start, clock.end, datetime.combine(day, clock.value), clock.tz or stamp.tz, label)
            low = clock.end


def _undated(line: _Line) -> Iterator[_Stamp]:
    low = 0
    for clock in line.clocks:
        if clock.sure:
            yield _Stamp(clock.start, clock.end, clock.value, clock.tz, _label(line, low, clock.start))
            low = clock.end


def _beside(line: _Line, day: Day, free: list[Clock], time_first: bool) -> Clock | None:  # noqa: FBT001 - a fact about the line
    """The clock next to a day with nothing but joining words between."""
    if not free:
        return None
    before = [clock for clock in free if clock.end <= day.start][-1:]
    after = [clock for clock in free if day.end <= clock.start][:1]
    before = [clock for clock in before if _GAP.fullmatch(line.masked, clock.end, day.start)]
    after = [clock for clock in after if _GAP.fullmatch(line.masked, day.end, clock.start)]
    near = before + after if time_first else after + before
    return near[0] if near else None


def _label(line: _Line, low: int, start: int) -> int | None:
    """The nearest label before a stamp."""
    place = max(line.code.rfind(kind, low, start) for kind in "pus")
    near = place >= 0 and line.tokens[start].start - line.tokens[place].end <= _LABEL_REACH
    return place if near else None


def _without_repeats(line: _Line, stamps: list[_Stamp]) -> list[_Stamp]:
    """A date that is printed twice, in numbers and in words, is one."""
    kept: list[_Stamp] = stamps[:1]
    for stamp in stamps[1:]:
        if stamp.label is None and _is_repeat(line, kept[-1], stamp):
            fuller = stamp if isinstance(stamp.value, datetime) else kept[-1]
            kept[-1] = kept[-1]._replace(end=stamp.end, value=fuller.value, tz=fuller.tz)
        else:
            kept.append(stamp)
    return kept


def _is_repeat(line: _Line, before: _Stamp, stamp: _Stamp) -> bool:
    if before.value == stamp.value:
        return True
    one_has_no_time = isinstance(before.value, datetime) != isinstance(stamp.value, datetime)
    same_day = one_has_no_time and str(before.value)[:10] == str(stamp.value)[:10]
    return same_day and _BETWEEN_REPEATS.fullmatch(line.masked, before.end, stamp.start) is not None


def _named(line: _Line, stamps: list[_Stamp]) -> Iterator[StampParts]:
    """The stamps with their kinds, and with their labels in what is printed."""
    kinds = _kinds(line, stamps)
    for stamp, kind in zip(stamps, kinds, strict=True):
        start = stamp.start if stamp.label is None else stamp.label
        printed = line.text[line.tokens[start].start : line.tokens[stamp.end - 1].end]
        yield StampParts(_KINDS.get(kind, "unknown"), stamp.value, stamp.tz, printed)


def _kinds(line: _Line, stamps: list[_Stamp]) -> list[str]:
    """The class of the label that holds for each stamp, "" for none."""
    kinds = [line.tokens[stamp.label].kind if stamp.label is not None else "" for stamp in stamps]
    if not stamps or not isinstance(stamps[0].value, date):
        return kinds
    if not kinds[-1] and (behind := _LABEL_BEHIND.fullmatch(line.masked, stamps[-1].end)):
        kinds[-1] = behind[1]  # as some languages print it ("tarihinde güncellendi", "更新"), with nothing after it
    if not kinds[0] and "u" in line.code[stamps[0].end :]:
        kinds[0] = "p"  # what was updated later was published then
    as_of = "u" if "p" in kinds else "p"
    return [as_of if kind == "s" else kind for kind in kinds]


def _spans(line: _Line) -> Iterator[tuple[int, int]]:
    """All that makes a line a timestamp line."""
    yield from ((day.start, day.end) for day in line.days)
    yield from ((clock.start, clock.end) for clock in line.clocks if line.days or clock.sure)
    yield from passing(line.masked)


def _is_other_text(line: str) -> bool:
    """Whether a line has a word in lower case that no timestamp line has, or too many letters of unknown words.

    Names and sections have capitals. This is a quick look for what ``_is_mainly`` would find: it counts only the words
    that no token cuts, and takes all else for the stamp.
    """
    runs = RUNS.findall(line)
    others = set(runs) - words().parts
    if any(map(str.islower, others)):
        return True
    letters = sum(len(word) for word in others if _is_whole(word))
    if letters <= _FEW_LETTERS:
        return False
    return letters > _MOST_OTHER_LETTERS or 2 * letters > len(line) or _begins_with_name(line, runs)


def _is_whole(word: str) -> bool:
    """Whether a run of letters is unknown as it stands: in ASCII, with no capital inside that begins another word."""
    return word.isascii() and (word.istitle() or word.isupper()) and word.lower() not in words().parts


def _begins_with_name(line: str, runs: list[str]) -> bool:
    """Whether an unknown word stands before all numbers, alone or behind "by": no stamp begins before it."""
    led = words().kinds.get(runs[0].lower()) == "l"
    low = line.index(runs[0]) + led * len(runs[0])
    return _is_whole(runs[led]) and not _has_digit(line[: line.index(runs[led], low)])


def _is_mainly(line: _Line, spans: list[tuple[int, int]]) -> bool:
    """Whether there are few other letters, or fewer than in the stamp and all behind it, as an author's name may be."""
    rest = _mask(line.code, spans)
    places = [place for place, kind in enumerate(rest) if kind not in _KNOWN]
    if not places:
        return True
    unknown = [line.tokens[place] for place in places]
    letters = sum(len(token.text) for token in unknown)
    if letters <= _FEW_LETTERS:
        return len(unknown) == 1 or line.code[0] != "l"
    stamped = sum(len(token.text) for token, kind in zip(line.tokens, rest, strict=True) if kind in "~pu")
    return places[0] > spans[0][0] and letters <= min(_MOST_OTHER_LETTERS, stamped)


def _is_relative(line: str) -> bool:
    """Whether a line without digits is "an hour ago", "just now", "updated today", or a label whose date is elsewhere.

    "Today" alone may name a section, and "Update" a part of the text.
    """
    if words().passing.isdisjoint(line.casefold().rstrip(" .:").split()):
        return False
    code = "".join(token.kind for token in tokens(line))
    spans = list(passing(code))
    label = not spans and not _NO_LABEL.fullmatch(code) and (len(code.rstrip(".:")) > 1 or is_east_asian(line))
    return (label or bool(spans)) and all(kind in _KNOWN for kind in _mask(code, spans))
