"""Argument checks shared by the values and the functions: a wrong type is told at once, with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

import attrs


def tuple_of(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of the values; a lone string is refused, since its letters are never what was meant."""
    if isinstance(values, str):
        message = f"expected several values, got the one string {values!r}: put it in a tuple"
        raise TypeError(message)
    return tuple(values)


def fixed_offset(value: Any) -> Any:  # noqa: ANN401 - what is no datetime is the validator's to judge
    """A datetime with a zone of rules as one with the offset of its moment; everything else as it is.

    ISO 8601, in which articles are written, knows offsets and no zones.
    """
    if not isinstance(value, datetime) or value.utcoffset() is None or isinstance(value.tzinfo, timezone):
        return value
    return value.replace(tzinfo=timezone(value.utcoffset() or timedelta()), fold=0)


def between(low: int, high: int) -> Callable[[Any, attrs.Attribute[int | None], object], None]:
    """A validator for an optional whole number from ``low`` to ``high``."""

    def check(_instance: object, attribute: attrs.Attribute[int | None], value: object) -> None:
        if value is None:
            return
        if not isinstance(value, int) or isinstance(value, bool):
            message = f"{attribute.name} must be an int or None, got {value!r}"
            raise TypeError(message)
        if not low <= value <= high:
            message = f"{attribute.name} must be from {low} to {high}, got {value}"
            raise ValueError(message)

    return check


def want_text(text: object, call: str, *, hint: str = "decode them first: data.decode('utf-8')") -> str:
    """The text itself, or a TypeError that names the call and says what to do instead."""
    if isinstance(text, str):
        return text
    what = f"bytes: {hint}" if isinstance(text, bytes | bytearray | memoryview) else type(text).__name__
    message = f"{call} takes a str, not {what}"
    raise TypeError(message)


def dial(keep: float) -> float:
    """The number itself, or an error that says from where to where it may go."""
    if not isinstance(keep, int | float) or isinstance(keep, bool):
        message = f"keep must be a number from -1 to 1, got {keep!r}"
        raise TypeError(message)
    if not -1 <= keep <= 1:
        message = f"keep must be from -1 (drop a line in doubt) to 1 (keep it), got {keep}"
        raise ValueError(message)
    return keep
