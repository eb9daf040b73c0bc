"""The date inside a dateline: at its end, before the agency, in any order and often without a year."""

from __future__ import annotations

import re
from typing import NamedTuple

from .timestamp import month_of

_LAST_DAY, _LAST_MONTH = 31, 12
_WORD = r"(?P<word>[^\W\d_]{3,12})"
_NUMBER = r"(?P<day>\d{1,2})"
_TH = r"(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_END = r"(?: ?г\.?)?[.,]{0,2}$"
_FORMS = (
    # 2023. március 3.
    re.compile(rf"(?:^|[,.]\s?|\s){_YEAR}\.\s{_WORD}\s{_NUMBER}\.$"),
    # March 7, 2024   Nov. 28   APril 3, -
    re.compile(rf"(?:^|[,،.]\s?|\s){_WORD}\.?,?\s{_NUMBER}{_TH}(?:,?\s{_YEAR})?{_END}"),
    # 7 March   22. November 2022   3 de marzo de 2023   27 Nov.
    re.compile(rf"(?:^|[,،.]\s?|\s){_NUMBER}{_TH}\s(?:de\s)?{_WORD}\.?,?(?:\s(?:del?\s)?{_YEAR})?{_END}"),
    re.compile(rf"(?:^|[,،]\s?|\s){_NUMBER}\.(?P<month>\d{{1,2}})\.\s?{_YEAR}{_END}"),
    re.compile(rf"(?:^|[,،]\s?|\s){_NUMBER}/(?P<month>\d{{1,2}})(?:/{_YEAR})?$"),
    re.compile(rf"[,،]\s?{_WORD}\.?(?:\s{_YEAR})?$"),
    re.compile(rf"[,،]\s?{_NUMBER}$"),
    re.compile(rf"[,،]\s?{_YEAR}$"),
)
# The day is no number of a calendar, or ends in the letter O: slips of the hand, but datelines.
_SLIP = re.compile(rf"[,،]\s?{_WORD}\.?\s\d[\dO]{{0,2}}{_END}")
# 05.12.2022 | Paris   3 марта, Минск
_FIRST = re.compile(
    rf"{_NUMBER}\.(?P<month>\d{{1,2}})\.{_YEAR}\s?\|\s?|(?:{_NUMBER.replace('day', 'day2')}\s{_WORD},\s)"
)
_LONG_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
_DIGIT = re.compile(r"\d")


class DateParts(NamedTuple):
    """Month, day and year, each None where it is not printed."""

    month: int | None = None
    day: int | None = None
    year: int | None = None


NO_DATE = DateParts()


def find_date(text: str) -> tuple[DateParts, str]:
    """The date at the end of a text (or at its head, as "05.12.2022 | " and "3 March, "), and the text without it.

    >>> find_date("PALM COAST, Fla., March 28, 2023")
    (DateParts(month=3, day=28, year=2023), 'PALM COAST, Fla.,')
    """
    if "," not in text and "،" not in text and not _DIGIT.search(text):
        return NO_DATE, text
    first = _FIRST.match(text)
    if first is not None and (parts := _parts(first)) != NO_DATE:
        return parts, text[first.end() :]
    for form in _FORMS:
        found = form.search(text)
        if found is not None and (parts := _parts(found)) != NO_DATE:
            return parts, text[: found.start()] + _mark_before(found)
    slip = _SLIP.search(text)
    month = month_of(slip["word"]) or _misspelt_month(slip["word"]) if slip is not None else None
    if slip is not None and month is not None:
        return DateParts(month), text[: slip.start()] + _mark_before(slip)
    return NO_DATE, text


def _mark_before(found: re.Match[str]) -> str:
    """The mark before a date: a full stop belongs to the region ("Md. March 3"), a comma parts date and place."""
    return found[0][0] if found[0].startswith((".", ",", "،")) else ""


def _parts(found: re.Match[str]) -> DateParts:
    groups = found.groupdict()
    day = number_of(groups.get("day") or groups.get("day2"))
    word, month = groups.get("word"), number_of(groups.get("month"))
    if word:
        month = month_of(word) or (_misspelt_month(word) if day else None)
        if month is None:
            return NO_DATE
    return DateParts(month, day, number_of(groups.get("year"))) if may_be_day(month, day) else NO_DATE


def may_be_day(month: int | None, day: int | None) -> bool:
    """Whether a month and a day lie between 1 and 12, 1 and 31; what is not named (None) speaks against nothing.

    >>> may_be_day(4, 31), may_be_day(13, None), may_be_day(None, 0), may_be_day(None, None)
    (True, False, False, True)
    """
    return (month is None or 1 <= month <= _LAST_MONTH) and (day is None or 1 <= day <= _LAST_DAY)


def number_of(digits: str | None) -> int | None:
    """The number that digits of any script print, full-width ones too; None for no digits."""
    return int(digits) if digits else None


def _misspelt_month(word: str) -> int | None:
    """The month that an English name with one letter wrong, missing, doubled or changed with its neighbour means."""
    folded = word.casefold()
    near = (number for name, number in _LONG_MONTHS.items() if _one_slip_apart(folded, name))
    return next(near, None)


def _one_slip_apart(word: str, name: str) -> bool:
    """Whether two words are alike but for one slip of the hand.

    >>> _one_slip_apart("narch", "march"), _one_slip_apart("juen", "june"), _one_slip_apart("paris", "april")
    (True, True, False)
    """
    if abs(len(word) - len(name)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    tail, rest = word[start:], name[start:]
    return tail[1:] == rest[1:] or tail[1:] == rest or tail == rest[1:] or (tail[1::-1] + tail[2:] == rest)
