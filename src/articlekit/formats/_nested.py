"""Documents of one format inside those of another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import FormatError


@contextmanager
def read_for(name: str, place: str = "") -> Iterator[None]:
    """What is wrong with the inner document as an error of the format ``name``, with its place in the outer one."""
    try:
        yield
    except FormatError as error:
        path = f"{place}: {error.path}" if place else error.path
        raise FormatError(error.problem, format=name, path=path) from error
