"""What is said on standard error: failures, and how far a long run has come."""

from __future__ import annotations

import sys

from ..rendering.visible import clip, visible_in_terminal

_BAR = 24
_NAME = 40
_CLEAR = "\r\x1b[K"


class Console:
    """Standard error, with a progress bar for ``total`` inputs when it is a terminal and they are many."""

    def __init__(self, total: int = 0) -> None:
        self._total = total
        self._bar = total > 1 and sys.stderr.isatty()
        self._shown = False

    def say(self, message: str) -> None:
        """Print a message, with the program's name before it."""
        self.hide()
        sys.stderr.write(f"articlekit: {visible_in_terminal(message)}\n")

    def progress(self, done: int, name: str) -> None:
        """Show that ``done`` inputs are read and ``name`` is next."""
        if self._bar:
            filled = _BAR * done // self._total
            bar = "█" * filled + "░" * (_BAR - filled)
            sys.stderr.write(f"{_CLEAR}{bar} {done}/{self._total} {clip(visible_in_terminal(name), _NAME)}")
            sys.stderr.flush()
            self._shown = True

    def hide(self) -> None:
        """Take the bar away, so that what is written next begins on a clean row."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._shown = False


def reason_of(error: OSError) -> str:
    """What the system says went wrong, without number and file name."""
    return (error.strerror or str(error)).lower()
