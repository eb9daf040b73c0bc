"""What a dateline is made of, whatever the script it is printed in."""

from __future__ import annotations

from typing import NamedTuple

Places = tuple[tuple[str, str | None], ...]
"""Names of places, each with its region."""


class DatelineParts(NamedTuple):
    """A dateline in its parts; ``printed + separator`` is the exact head of the paragraph."""

    printed: str
    separator: str
    places: Places
    agency: str | None
    month: int | None
    day: int | None
    year: int | None
