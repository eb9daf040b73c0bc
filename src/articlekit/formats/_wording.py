"""Dates and names as pages print them, for people to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def printed_day(value: date) -> str:
    """A date as "07 December 2023"; a time follows with as much as it has: "07 December 2023 14:30:05+02:00"."""
    day = f"{value.day:02} {_MONTHS[value.month - 1]} {value.year:04}"
    if not isinstance(value, datetime):
        return day
    seconds = value.second or value.microsecond
    return f"{day} {value.timetz().isoformat('auto' if seconds else 'minutes')}"


def listed(names: Sequence[str]) -> str:
    """Names in a line, as a byline has them; "" when there is none.

    >>> listed(["Jane Doe", "John Roe", "AFP"])
    'Jane Doe, John Roe and AFP'
    """
    *others, last = names or ("",)
    return f"{', '.join(others)} and {last}" if others else last
