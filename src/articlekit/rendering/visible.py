"""Text made safe to show: what steers a terminal or cannot be encoded is replaced by a sign one can see."""

from __future__ import annotations

import re
import unicodedata

_UNSHOWABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_STEERING = re.compile("[\t\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"
_PICTURES = 0x2400  # U+2400 is the picture of NUL, U+2401 of the next control, and so on
_DELETE = 0x7F
_PICTURE_OF_DELETE = "\u2421"


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _PICTURE_OF_DELETE if code == _DELETE else _REPLACEMENT


def visible(text: str) -> str:
    r"""The text with control characters shown as pictures, and lone surrogates and non-characters as U+FFFD.

    A tab stays. The result can be encoded in UTF-8, and is as long as the text.

    >>> visible("\x1b[31mred\ud800")
    '␛[31mred�'
    """
    return _UNSHOWABLE.sub(_sign, text)


def visible_in_terminal(text: str) -> str:
    r"""As ``visible``; tabs become spaces, and marks that turn the direction of writing become U+FFFD.

    A mark left open would reorder the columns after it: a terminal has no walls between cells, as a page has.

    >>> visible_in_terminal("left\tright \u202eright to left")
    'left right �right to left'
    """
    return _STEERING.sub(lambda match: " " if match[0] == "\t" else _REPLACEMENT, visible(text))


def columns(character: str) -> int:
    """How many columns of a terminal a character takes: 0, 1 or 2.

    >>> columns("a"), columns("語"), columns(chr(0x301))
    (1, 2, 0)
    """
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(columns, text))


def clip(text: str, width: int) -> str:
    """The text cut to ``width`` columns, with an ellipsis where something was cut.

    >>> clip("A long headline", 8)
    'A long …'
    >>> clip("東京都の雪", 8)
    '東京都…'
    """
    used = fits = 0
    for place, character in enumerate(text):
        used += columns(character)
        if used < width:
            fits = place + 1
        if used > width:
            return text[:fits] + "…"
    return text


def wrap(text: str, width: int) -> list[str]:
    """The text in rows of at most ``width`` columns, cut at spaces where there are any; at least one row.

    >>> wrap("A button that follows the site.", 16)
    ['A button that', 'follows the', 'site.']
    """
    rows, row, used = [], "", 0
    for word in text.split():
        for piece in _pieces(word, width):
            wide = width_of(piece)
            if row and used + 1 + wide > width:
                rows.append(row)
                row, used = piece, wide
            else:
                row, used = (f"{row} {piece}", used + 1 + wide) if row else (piece, wide)
    return [*rows, row]


def _pieces(word: str, width: int) -> list[str]:
    """A word that is wider than a row, in pieces that fit; ``width`` is at least 2."""
    pieces, start, used = [], 0, 0
    for place, character in enumerate(word):
        wide = columns(character)
        if used + wide > width:
            pieces.append(word[start:place])
            start, used = place, 0
        used += wide
    return [*pieces, word[start:]]
