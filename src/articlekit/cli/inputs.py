"""Where pages come from: files, folders and standard input, decoded with care."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator

from .console import Console, reason_of

STDIN = "-"
_SUFFIX = ".txt"

# The longer marks come first: the mark of UTF-32 in little-endian order begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class InputError(Exception):
    """An input cannot be read; the message says why, and what to do where something can be done."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name}: {reason}")


def find(names: list[str]) -> Iterator[str | InputError]:
    """The files that the names mean, folders searched, in order; what cannot be found comes as an error in its place.

    No name at all means standard input.
    """
    for name in names or [STDIN]:
        if name != STDIN and os.path.isdir(name):  # noqa: PTH112 - names stay as they were typed, "./" included
            yield from _in_folder(name)
        else:
            yield name


def _in_folder(folder: str) -> Iterator[str | InputError]:
    errors: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=errors.append):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(_SUFFIX):
                found = True
                yield os.path.join(place, name)  # noqa: PTH118 - as above
    yield from (InputError(str(error.filename), reason_of(error)) for error in errors)
    if not found and not errors:
        yield InputError(folder, f"the folder holds no {_SUFFIX} file")


def read(name: str) -> str:
    """The text of a file, or of standard input. Raises InputError."""
    try:
        return decode(_bytes_of(name), label(name))
    except OSError as error:
        raise InputError(label(name), reason_of(error)) from error


def label(name: str) -> str:
    """What an input is called in messages."""
    return "standard input" if name == STDIN else name


def decode(data: bytes, name: str) -> str:
    """Bytes as text: by their byte order mark, which is dropped, or else as UTF-8. Raises InputError."""
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        line = data.count(b"\n", 0, place) + 1
        reason = (
            f"not {encoding.upper()}: byte 0x{data[place]:02X} at position {place} (line {line}). "
            "Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"
        )
        raise InputError(name, reason) from error


def _bytes_of(name: str) -> bytes:
    if name == STDIN:
        if sys.stdin.isatty():
            Console().say("reading from the keyboard; Ctrl-D ends the page")
        return sys.stdin.buffer.read()
    with open(name, "rb") as file:  # noqa: PTH123 - as above
        return file.read()
