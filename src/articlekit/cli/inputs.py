"""Where pages and articles come from: files, folders and standard input, decoded with care."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import cast

from .console import Console, reason_of

STDIN = "-"
_PIECE = 1 << 16  # bytes

# The longer marks come first: the mark of UTF-32 in little-endian order begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_MARK = 4


class InputError(Exception):
    """An input cannot be read; the message says why, and what to do where something can be done."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name}: {reason}")


def find(names: list[str], extensions: Sequence[str]) -> Iterator[str | InputError]:
    """The files that the names mean, in order; what cannot be found comes as an error in its place.

    A folder means the files in it and below that have one of the extensions. No name at all means standard input.
    """
    for name in names or [STDIN]:
        if name != STDIN and os.path.isdir(name):  # noqa: PTH112 - names stay as they were typed, "./" included
            yield from _in_folder(name, tuple(extensions))
        else:
            yield name


def _in_folder(folder: str, extensions: tuple[str, ...]) -> Iterator[str | InputError]:
    errors: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=errors.append):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(extensions):
                found = True
                yield os.path.join(place, name)  # noqa: PTH118 - as above
    yield from (InputError(str(error.filename), reason_of(error)) for error in errors)
    if not found and not errors:
        yield InputError(folder, f"the folder holds no {' or '.join(extensions)} file")


def read(name: str) -> str:
    """The text of a file, or of standard input. Raises InputError."""
    return "".join(pieces(name))


def pieces(name: str) -> Iterator[str]:
    """The text of a file, or of standard input, in pieces that are read when they are asked for. Raises InputError."""
    try:
        with _opened(name) as file:
            yield from _decoded(iter(partial(file.read1, _PIECE), b""), label(name))
    except OSError as error:
        raise InputError(label(name), reason_of(error)) from error


def label(name: str) -> str:
    """What an input is called in messages."""
    return "standard input" if name == STDIN else name


def decode(data: bytes, name: str) -> str:
    """Bytes as text: by their byte order mark, which is dropped, or else as UTF-8. Raises InputError."""
    return "".join(_decoded([data], name))


def _decoded(chunks: Iterable[bytes], name: str) -> Iterator[str]:
    left = iter(chunks)
    start = b""
    while len(start) < _LONGEST_MARK and (chunk := next(left, b"")):
        start += chunk
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if start.startswith(mark)), (b"", "utf-8"))
    decoder = _Decoder(name, encoding, len(mark))
    for chunk in chain((start[len(mark) :],), left):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


class _Decoder:
    """Decodes an input piece by piece, and tells where in it a wrong byte stands."""

    def __init__(self, name: str, encoding: str, place: int) -> None:
        self._name, self._encoding = name, encoding
        self._place, self._line = place, 1
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def decode(self, data: bytes, *, final: bool = False) -> str:
        """The text of the next bytes; a character that is not whole yet waits for the bytes after them."""
        waiting, _ = self._decoder.getstate()
        try:
            text = self._decoder.decode(data, final)
        except UnicodeDecodeError as error:
            raise InputError(self._name, self._reason(error, len(waiting))) from error
        self._place += len(data)
        self._line += data.count(b"\n")
        return text

    def _reason(self, error: UnicodeDecodeError, waiting: int) -> str:
        place = self._place - waiting + error.start
        line = self._line + error.object.count(b"\n", waiting, max(waiting, error.start))
        return (
            f"not {self._encoding.upper()}: byte 0x{error.object[error.start]:02X} at position {place} (line {line}). "
            "Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"
        )


def _opened(name: str) -> contextlib.AbstractContextManager[io.BufferedIOBase]:
    if name != STDIN:
        return open(name, "rb")  # noqa: PTH123 - as above
    if sys.stdin.isatty():
        Console().say("reading from the keyboard; Ctrl-D ends the page")
    return contextlib.nullcontext(cast("io.BufferedIOBase", sys.stdin.buffer))
