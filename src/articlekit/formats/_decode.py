"""Reads JSON as strictly as it is written: no repeated key, no NaN, no number too long to read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any, NoReturn

from ..errors import FormatError


class _Repeated(dict[str, Any]):
    """An object with a key that stands in it twice."""

    key = ""


def decode(text: str, name: str, root: str = "$") -> Any:
    """The one JSON value that a text holds. Raises FormatError for the format ``name``, with the path from ``root`` on."""
    return _decoded(lambda: _DECODER.decode(text), name, root)


def elements(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The elements of a JSON array with their paths, each decoded when its turn comes; a lone value is its own element.

    Raises FormatError for the format ``name``.
    """
    place = _after_white(text, 0)
    if not text.startswith("[", place):
        yield "$", decode(text, name)
        return
    place = _after_white(text, place + 1)
    for number in count():
        if number == 0 and text.startswith("]", place):
            break
        root = f"$[{number}]"
        value, end = _decoded(partial(_DECODER.raw_decode, text, place), name, root)
        yield root, value
        place = _after_white(text, end)
        if text.startswith("]", place):
            break
        _want(text.startswith(",", place), text, place, name)
        place = _after_white(text, place + 1)
    _want(_after_white(text, place + 1) == len(text), text, place, name)


def _after_white(text: str, place: int) -> int:
    return _WHITE.match(text, place).end()  # type: ignore[union-attr] - it matches anywhere, if only the empty string


def _want(holds: bool, text: str, place: int, name: str) -> None:  # noqa: FBT001 - it is what is wanted
    if not holds:
        line = text.count("\n", 0, place) + 1
        raise FormatError(f"no JSON array: it is broken or cut off in line {line}", format=name)


def _decoded(read: Callable[[], Any], name: str, root: str) -> Any:
    try:
        value = read()
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise FormatError(problem, format=name, path=root) from error
    except RecursionError:
        raise FormatError("nested too deeply", format=name, path=root) from None
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise FormatError(str(error), format=name, path=root) from error
    _refuse_repeated(value, name, root)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    repeated = _Repeated(made)
    repeated.key = next(key for key, _ in pairs if key in seen or seen.add(key))
    return repeated


def _refuse_constant(constant: str) -> NoReturn:
    message = f"{constant} is no JSON"
    raise ValueError(message)


_WHITE = re.compile(r"[ \t\r\n]*+")
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)


def _refuse_repeated(value: Any, name: str, root: str) -> None:
    """Raises FormatError for the first repeated key; walks without recursion, so that depth costs no stack."""
    left = [(root, value)]
    while left:
        path, part = left.pop()
        if isinstance(part, _Repeated):
            raise FormatError("the key stands there twice", format=name, path=f"{path}.{part.key}")
        if isinstance(part, dict):
            left += [(f"{path}.{key}", inner) for key, inner in part.items()]
        elif isinstance(part, list):
            left += [(f"{path}[{number}]", inner) for number, inner in enumerate(part)]
