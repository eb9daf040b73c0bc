"""What the own slots of a format cannot hold, kept exactly beside them.

A format writes every field where its readers look for it. Such a slot may hold less than the field: a date-time where
the article has a date, text without its line ends, a URL only when it is one. Each format of this kind has a function
``held(article)``: the article as its own slots would give it back. Where that differs from the article, the exact value
stands beside, in native JSON, in whatever place the format has for extensions. Most articles need nothing there.

Whoever edits a document edits its slots. So an exact value counts only while it would still be written as the slot is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from ..convert import shared_converter
from ..errors import FormatError
from ..model import Article
from ._decode import decode
from ._lenient import filled
from ._structure import article_from

MARK = "urn:x-articlekit:exact"
"""Names the exact values in formats that name extensions by an IRI or a namespace."""

FIELDS = tuple(field.name for field in attrs.fields(Article))
_KIND, _TEXT = "type", "text"


def plain_of(article: Article) -> dict[str, Any]:
    """The fields in native JSON's plain values."""
    plain: dict[str, Any] = shared_converter().unstructure(article)
    return plain


def texts_of(plain: object, path: str = "$") -> Iterator[tuple[str, str]]:
    """Every string in plain values, with its path."""
    if isinstance(plain, str):
        yield path, plain
    elif isinstance(plain, dict):
        yield from chain.from_iterable(texts_of(part, f"{path}.{key}") for key, part in plain.items())
    elif isinstance(plain, list):
        yield from chain.from_iterable(texts_of(part, f"{path}[{number}]") for number, part in enumerate(plain))


def beside(article: Article, held: Article) -> dict[str, Any]:
    """The fields that the slots do not hold, in plain values; most often none.

    Of a body of which the slots hold all texts, only the kinds of the blocks are kept.
    """
    ours, theirs = plain_of(article), plain_of(held)
    found = {field: ours[field] for field in FIELDS if ours[field] != theirs[field]}
    if "body" in found and _texts(ours["body"]) == _texts(theirs["body"]):
        found["body"] = [block[_KIND] for block in ours["body"]]
    return found


def restored(
    seen: Article, exact: Mapping[str, object], held: Callable[[Article], Article], name: str, root: str = "$"
) -> Article:
    """The article of what the slots hold and what stands beside; keys that name no field are somebody else's.

    Raises FormatError for the format ``name`` when an exact value is of a wrong type, with the path from ``root`` on.
    """
    slots = plain_of(seen)
    values = {field: _with_texts(field, exact[field], slots) for field in FIELDS if field in exact}
    if not values:
        return seen
    whole = article_from(slots | values, name, root)
    again = plain_of(held(whole))
    edited = {field: slots[field] for field in values if again[field] != slots[field]}
    return article_from(slots | values | edited, name, root) if edited else whole


def read_exact(text: str | None, name: str, path: str = "$.exact") -> Mapping[str, object]:
    """The values in the text that stands beside, none where there is no text at all.

    Raises FormatError for the format ``name``, with the path, when it is no object in JSON.
    """
    value = {} if text is None else decode(text, name, path)
    if not isinstance(value, dict):
        problem = f"expected an object with the exact values, got {type(value).__name__}"
        raise FormatError(problem, format=name, path=path)
    return value


def _texts(body: list[dict[str, str]]) -> list[str]:
    return [block[_TEXT] for block in body]


def _with_texts(field: str, value: object, slots: Mapping[str, Any]) -> object:
    """A body of which only the kinds are kept, with the texts that its slots hold."""
    if field != "body" or not isinstance(value, list) or not all(isinstance(kind, str) for kind in value):
        return filled(field, value)
    texts = _texts(slots["body"])
    if len(texts) != len(value):
        return slots["body"]  # edited
    return [{_KIND: kind, _TEXT: text} for kind, text in zip(value, texts, strict=True)]
