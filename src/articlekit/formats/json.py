"""Native JSON: every field of an article, under its own name, exact.

A document is one object: ``version`` first, then the fields. The JSON Schema of a document is ``schema()``. Loading is
strict: an unknown or missing key, a wrong type, another version, a repeated key or broken JSON is a FormatError with the
path of what is wrong.

Text is written as it is. Only lone surrogates, which no file in UTF-8 can hold, are written as escapes; where a high one
is followed by a low one they stay as they are too, since JSON reads two such escapes as one character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from .._checks import want_text
from ..convert import shared_converter
from ..errors import FormatError
from ..model import Article
from ._arguments import want_article, want_articles, want_pieces
from ._decode import decode, decode_at
from ._structure import article_from

name = "json"
extensions = (".json",)
media_type = "application/json"

VERSION = 1

_LONE = re.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")
_WHITE = re.compile(r"[ \t\r\n]*+")


def dumps(article: Article, *, indent: int | None = None) -> str:
    """The article as one JSON object: in one line, or indented by so many spaces.

    Raises TypeError when it is no Article.

    >>> dumps(Article(title="Ferry returns"))[:41]
    '{"version": 1, "title": "Ferry returns", '
    """
    return encode(want_article(article, "formats.json.dumps"), name, indent)


def encode(article: Article, format_name: str, indent: int | None = None) -> str:
    """What ``dumps`` makes, for any format that writes articles as native JSON."""
    plain = {"version": VERSION, **shared_converter().unstructure(article)}
    text = json.dumps(plain, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def loads(text: str) -> Article:
    """The article in a JSON object.

    Raises FormatError with the path of what is wrong, TypeError when the text is no str.

    >>> loads(dumps(Article(title="Ferry returns"))).title
    'Ferry returns'
    """
    return from_plain(decode(want_text(text, "formats.json.loads"), name), name)


def from_plain(plain: Any, format_name: str) -> Article:
    """The article that a decoded JSON object holds; raises FormatError, for the format of that name."""
    if not isinstance(plain, dict):
        raise FormatError(f"expected an object, got {type(plain).__name__}", format=format_name)
    if "version" not in plain:
        raise FormatError("the key is missing", format=format_name, path="$.version")
    version = plain["version"]
    if version is not VERSION and (version != VERSION or not isinstance(version, int) or isinstance(version, bool)):
        problem = f"this release reads version {VERSION}, the document says {str(version)[:40]!r}"
        raise FormatError(problem, format=format_name, path="$.version")
    return article_from({key: value for key, value in plain.items() if key != "version"}, format_name)


def dump_all(articles: Iterable[Article], *, indent: int | None = None) -> Iterator[str]:
    """The pieces of a JSON array of all articles, one article at a time."""
    return _array(want_articles(articles, "formats.json.dump_all"), indent)


def _array(articles: Iterable[Article], indent: int | None) -> Iterator[str]:
    before = "[\n"
    for article in articles:
        yield before + encode(article, name, indent)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of a JSON array, or the one in an object; in a text, an open file or pieces of text.

    The text is read as a whole, its articles are made one at a time. For more text than memory there is JSON Lines.
    """
    return _elements(want_pieces(source, "formats.json.load_all"))


def _elements(pieces: Iterable[str]) -> Iterator[Article]:
    text = "".join(pieces)
    place = _after_white(text, 0)
    if not text.startswith("[", place):
        yield loads(text)
        return
    place = _after_white(text, place + 1)
    if text.startswith("]", place):
        ...
