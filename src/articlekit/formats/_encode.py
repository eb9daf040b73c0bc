"""Writes JSON: text as it is, but for what no file can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

_lone = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")


def encoded(value: object, indent: int | None = None) -> str:
    """A plain value as JSON, in one line or indented by so many spaces.

    Only lone surrogates, which no file in UTF-8 can hold, are escapes; where a high one is followed by a low one they
    stay as they are, since JSON reads two such escapes as one character.
    """
    text = _encoder(indent).encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _lone.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def array(values: Iterable[str], start: str = "[", end: str = "]\n") -> Iterator[str]:
    r"""The pieces of a JSON array of values that are JSON already: a piece for each, made when it is asked for.

    ``start`` and ``end`` are what stands around the values, brackets included.

    >>> "".join(array(["1", "2"])), "".join(array([]))
    ('[\n1,\n2\n]\n', '[]\n')
    """
    before = f"{start}\n"
    for value in values:
        yield before + value
        before = ",\n"
    yield f"\n{end}" if before == ",\n" else start + end


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, indent=indent)
