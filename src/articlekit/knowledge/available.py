"""The packs at hand: those that come with articlekit, and those of other installed distributions."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from ..errors import PackError
from .pack import Pack
from .pack_file import load, loads

_ENTRY_POINT = "articlekit.packs"


@cache
def builtin() -> tuple[Pack, ...]:
    """The packs that come with articlekit: languages first, then sites, each in the order of their names."""
    found = []
    for folder in ("languages", "sites"):
        entries = sorted((files(__package__) / folder).iterdir(), key=lambda entry: entry.name)
        found += [
            loads(entry.read_text("utf-8"), file=f"{folder}/{entry.name}")
            for entry in entries
            if entry.name.endswith(".toml")
        ]
    return tuple(found)


@cache
def installed() -> tuple[Pack, ...]:
    """The packs that other installed distributions offer through the ``articlekit.packs`` entry point.

    Raises PackError when an entry point gives neither a path nor a Pack, or a path to no valid pack, and OSError when
    such a file cannot be read.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and most programs need it once

    found = []
    for point in sorted(entry_points(group=_ENTRY_POINT), key=lambda point: point.name):
        owner = f"entry point {point.name!r} of {point.dist.name if point.dist else 'an unknown distribution'}"
        value = point.load()()
        if not isinstance(value, Pack | str | Path):
            message = f"must return a path or a Pack, got {type(value).__name__}"
            raise PackError(message, file=owner)
        found.append(value if isinstance(value, Pack) else load(value))
    return tuple(found)
