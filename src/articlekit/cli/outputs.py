"""Where articles go: standard output, flushed piece by piece, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from .console import reason_of

Write = Callable[[str], object]


class OutputError(Exception):
    """The output cannot be written; the message names it and says why."""


@contextlib.contextmanager
def opened(name: str | None) -> Iterator[Write]:
    """A function that writes text to the file of that name, or to standard output for None and "-".

    A file takes its place when the block ends, and is left as it was when the block raises. Raises OutputError, and
    BrokenPipeError when nobody reads the output any more.
    """
    try:
        if name is None or name == "-":
            yield _to_stdout
        else:
            with _file(Path(name)) as file:
                yield file.write
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{name or 'standard output'}: cannot be written: {reason_of(error)}"
        raise OutputError(message) from error


def _to_stdout(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _file(path: Path) -> contextlib.AbstractContextManager[TextIO]:
    if path.is_file() or path.is_dir() or not path.exists():
        return _replaced(path)
    return path.open("w", encoding="utf-8")  # a pipe or a device stays one: no new file takes its place


@contextlib.contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    """A new file in the same folder, which replaces the old one when all is written."""
    target = path.resolve()  # a link goes on pointing to its file
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with fresh.open("x", encoding="utf-8", newline="\n") as file:  # its permissions are those of any new file
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
