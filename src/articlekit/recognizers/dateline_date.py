"""The date inside a dateline: at its end, before the agency, in any order and often without a year."""

from __future__ import annotations

import re
from typing import NamedTuple

from .timestamp import month_of

_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
_FORMS = (
    re.compile(rf"[,،]?\s*(?P<word>[^\W\d_]{{3,12}})\.?\s(?P<day>\d{{1,2}}){_YEAR}[.,]?$"),
    re.compile(rf"[,،]?\s*(?P<day>\d{{1,2}})\.?\s(?:de\s)?(?P<word>[^\W\d_]{{3,12}})\.?{_YEAR}[.,]?$"),
    re.compile(r"[,،]?\s*(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)$"),
    re.compile(r"[,،]?\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})$"),
    re.compile(r",\s*(?P<day>\d{1,2})$"),
)
_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\s*\|\s*")


class DateParts(NamedTuple):
    """Month, day and year, each None where it is not printed."""

    month: int | None
    day: int | None
    year: int | None


def find_date(text: str) -> tuple[DateParts, str]:
    """The date at the end of a text (or at its head, before an upright bar), and the text without it."""
    first = _FIRST.match(text)
    if first is not None:
        return _parts(first), text[first.end() :]
    for form in _FORMS:
        found = form.search(text)
        if found is not None:
            parts = _parts(found)
            if parts != DateParts(None, None, None):
                return parts, text[: found.start()]
    return DateParts(None, None, None), text


def _parts(found: re.Match[str]) -> DateParts:
    groups = found.groupdict()
    day, year = int(groups["day"]), groups.get("year")
    word, number = groups.get("word"), groups.get("month")
    month = int(number) if number else month_of(word) if word else None
    if not 1 <= day <= 31 or (word and month is None) or (month is not None and not 1 <= month <= 12):  # noqa: PLR2004 - a calendar's limits
        return DateParts(None, None, None)
    return DateParts(month, day, int(year) if year else None)
