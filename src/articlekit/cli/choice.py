"""Which format an input is in and which one the output gets: as asked for, or else as the files are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain

from .. import formats
from ..errors import ArticlekitError
from ..formats import Format
from .inputs import STDIN, InputError, label

PAGE = "text"
"""The format of pages: its files are read as pages are, and not as what ``dumps`` of a format wrote."""

_DEFAULT = "jsonl"
_PAGES = frozenset({".txt", ".html", ".htm", ".xhtml"})  # files that hold pages, unless a format knows them for its own
_SEARCHED = (".txt",)
_HEAD = 4096  # characters that a format may look at


class ChoiceError(ArticlekitError):
    """Nothing says which format to write; the message names those that could be meant."""


def to_write(asked: str | None, output: str | None) -> Format:
    """The format asked for, or that of the output's extension, or JSON Lines.

    Raises ChoiceError, UnknownFormatError.
    """
    if asked is not None:
        return formats.get(asked)
    claims = formats.owning(output) if output and _extension(output) else ()
    if len(claims) > 1:
        message = f"{output}: this could be {_either(claims)}: choose with --to"
        raise ChoiceError(message)
    return formats.get(claims[0] if claims else _DEFAULT)


def searched(asked: str | None) -> tuple[str, ...]:
    """The extensions of the files that are read of a folder. Raises UnknownFormatError."""
    return _SEARCHED if asked is None else formats.get(asked).extensions


def to_read(asked: str | None, name: str, pieces: Iterator[str]) -> tuple[str, Iterable[str]]:
    """The name of an input's format, ``PAGE`` for a page, and its text in pieces: the same, whole.

    Where several formats claim the input's extension, or one claims that of pages, the beginning of its text decides.
    Raises InputError where it does not.
    """
    if asked is not None:
        return asked, pieces
    claims = tuple(claim for claim in _claims(name) if claim != PAGE)
    is_page = name == STDIN or not claims
    if is_page or (len(claims) == 1 and _extension(name) not in _PAGES):
        return PAGE if is_page else claims[0], pieces
    head = _head(pieces)
    chosen = formats.sniffed(claims, "".join(head)[:_HEAD])
    if len(chosen) == 1:
        return chosen[0], chain(head, pieces)
    if _extension(name) in _PAGES:
        return PAGE, chain(head, pieces)
    raise InputError(label(name), f"this could be {_either(chosen or claims)}: choose with --from")


def _head(pieces: Iterator[str]) -> list[str]:
    head: list[str] = []
    for piece in pieces:
        head.append(piece)
        if sum(map(len, head)) >= _HEAD:
            break
    return head


def _claims(name: str) -> tuple[str, ...]:
    return formats.claiming(name) if _extension(name) else ()  # without one no format need be imported


def _extension(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - names stay as they were typed


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"
