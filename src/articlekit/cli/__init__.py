"""The command ``articlekit``."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of the signal, as a shell has it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: everything was read. 1: some input held no article or could not be read; each is named on standard error.
    2: the command as given cannot be carried out. 130: stopped by Ctrl-C. When the reader of the output goes away,
    the command stops without a word, with the status it had so far.
    """
    try:
        from .run import run  # noqa: PLC0415 - so that Ctrl-C while the rest is imported ends as quietly

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        _quiet_end()


def _quiet_end() -> None:
    """Send what is left in the buffers, or drop it where nobody reads any more.

    Without this the interpreter would try again at its exit, and print a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            with contextlib.suppress(OSError):  # a stream without a descriptor has nothing to redirect
                os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


__all__ = ["INTERRUPTED", "main"]
