"""Reads JSON as strictly as it is written: no repeated key, no NaN, no number too long to read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NoReturn, TypeVar

from ..errors import FormatError
from ._arguments import BYTE_ORDER_MARK

TOO_DEEP = "nested too deeply"
TWICE = "the key stands there twice"

_T = TypeVar("_T")


class _Repeated(dict[str, Any]):
    """An object with a key that stands in it twice."""

    key = ""


def decode(text: str, name: str, root: str = "$") -> object:
    """The one JSON value in a text. Raises FormatError for the format ``name``, with the path from ``root`` on."""
    return _decoded(partial(_DECODER.decode, text.removeprefix(BYTE_ORDER_MARK)), name, root)


def elements(text: str, name: str) -> Iterator[tuple[str, object]]:
    """The elements of a JSON array with their paths, each decoded when its turn comes; a lone value is its own element.

    Raises FormatError for the format ``name``.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    place = _after_white(text, 0)
    if not text.startswith("[", place):
        yield "$", decode(text, name)
        return
    place, number = _after_white(text, place + 1), 0
    while number or not text.startswith("]", place):
        root = f"$[{number}]"
        value, end = _decoded(partial(_DECODER.raw_decode, text, place), name, root)
        yield root, value
        place, number = _after_white(text, end), number + 1
        if text.startswith("]", place):
            break
        _want(text.startswith(",", place), text, place, name)
        place = _after_white(text, place + 1)
    _want(_after_white(text, place + 1) == len(text), text, place, name)


def _after_white(text: str, place: int) -> int:
    while text.startswith(_WHITE, place):
        place += 1
    return place


def _want(holds: bool, text: str, place: int, name: str) -> None:  # noqa: FBT001 - it is what is wanted
    if not holds:
        line = text.count("\n", 0, place) + 1
        problem = f"no JSON array: it is broken or cut off in line {line}"
        raise FormatError(problem, format=name)


def _decoded(read: Callable[[], _T], name: str, root: str) -> _T:
    try:
        value = read()
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise FormatError(problem, format=name, path=root) from error
    except RecursionError:
        raise FormatError(TOO_DEEP, format=name, path=root) from None
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise FormatError(str(error), format=name, path=root) from error
    _refuse_repeated(value, name, root)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    repeated = _Repeated(made)
    repeated.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return repeated


def _refuse_constant(constant: str) -> NoReturn:
    message = f"{constant} is no JSON"
    raise ValueError(message)


_WHITE = (" ", "\t", "\r", "\n")
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)


def _refuse_repeated(value: object, name: str, root: str) -> None:
    """Raises FormatError for the first repeated key; walks without recursion, so that depth costs no stack."""
    left = [(root, value)]
    while left:
        path, part = left.pop()
        if isinstance(part, _Repeated):
            raise FormatError(TWICE, format=name, path=f"{path}.{part.key}")
        if isinstance(part, dict):
            left += [(f"{path}.{key}", inner) for key, inner in part.items()]
        elif isinstance(part, list):
            left += [(f"{path}[{number}]", inner) for number, inner in enumerate(part)]
