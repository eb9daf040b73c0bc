"""From plain values to an article, with one error that names the path of what is wrong."""

from __future__ import annotations

from itertools import chain
from typing import Any

from ..convert import KeyProblemError, shared_converter
from ..errors import FormatError
from ..model import Article


def article_from(plain: object, name: str, root: str = "$") -> Article:
    """The article that plain values make; raises FormatError for that format, with the path from ``root`` on."""
    from cattrs.errors import BaseValidationError  # noqa: PLC0415 - cattrs is slow to import, and seldom needed

    try:
        return shared_converter().structure(plain, Article)
    except (BaseValidationError, TypeError, ValueError) as error:
        path, problem = _first(error, root)
        raise FormatError(problem, format=name, path=path) from error


def _first(error: BaseException, path: str) -> tuple[str, str]:
    """The path and the words of the first thing that is wrong; an error of cattrs holds one error for each."""
    if isinstance(error, BaseExceptionGroup):
        first = error.exceptions[0]
        return _first(first, path + _step(first))
    if isinstance(error, KeyProblemError):
        return f"{path}.{error.key}", error.problem
    return path, str(error)


def _step(error: BaseException) -> str:
    """What cattrs noted on an error of a part: the attribute, or the place in the list."""
    from cattrs.errors import AttributeValidationNote, IterableValidationNote  # noqa: PLC0415 - as above

    notes: list[Any] = getattr(error, "__notes__", [])
    steps = (f".{note.name}" for note in notes if isinstance(note, AttributeValidationNote))
    places = (f"[{note.index}]" for note in notes if isinstance(note, IterableValidationNote))
    return next(chain(steps, places), "")
