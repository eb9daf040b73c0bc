"""Where articles go: standard output, flushed piece by piece, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from .._files import written_whole
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
            with (
                written_whole(Path(name)) as place,
                place.open("w", encoding="utf-8", newline="\n") as file,
            ):
                yield file.write
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{name or 'standard output'}: cannot be written: {reason_of(error)}"
        raise OutputError(message) from error


def _to_stdout(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
