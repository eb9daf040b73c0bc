"""Reads JSON as strictly as it is written: no repeated key, no NaN, no number too long to read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn

from ..errors import FormatError


class _Repeated(dict[str, Any]):
    """An object with a key that stands in it twice."""

    key = ""


def decode(text: str, name: str) -> Any:
    """The one JSON value that a text holds. Raises FormatError, for the format of that name."""
    return _decoded(lambda: _DECODER.decode(text), name)


def decode_at(text: str, start: int, name: str) -> tuple[Any, int]:
    """The JSON value at a place of a text, and where it ends. Raises FormatError, for the format of that name."""
    value, end = _decoded(lambda: _DECODER.raw_decode(text, start), name)
    return value, end


def _decoded(read: Callable[[], Any], name: str) -> Any:
    try:
        value = read()
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise FormatError(problem, format=name) from error
    except RecursionError:
        raise FormatError("nested too deeply", format=name) from None
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise FormatError(str(error), format=name) from error
    _refuse_repeated(value, name)
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


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)


def _refuse_repeated(value: Any, name: str) -> None:
    """Raises FormatError for the first repeated key; walks without recursion, so that depth costs no stack."""
    left = [("$", value)]
    while left:
        path, part = left.pop()
        if isinstance(part, _Repeated):
            raise FormatError("the key stands there twice", format=name, path=f"{path}.{part.key}")
        if isinstance(part, dict):
            left += [(f"{path}.{key}", inner) for key, inner in part.items()]
        elif isinstance(part, list):
            left += [(f"{path}[{number}]", inner) for number, inner in enumerate(part)]
