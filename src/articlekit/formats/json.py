"""Native JSON: every field of an article, under its own name, exact.

A document is one object: ``version`` first, then the fields. The JSON Schema of a document is ``schema()``. Loading is
strict: an unknown or missing key, a wrong type, another version, a repeated key or broken JSON is a FormatError with
the path of what is wrong.

Text is written as it is. Only lone surrogates, which no file in UTF-8 can hold, are written as escapes; where a high
one is followed by a low one they stay as they are too, since JSON reads two such escapes as one character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from .._checks import want_text
from ..convert import MISSING, shared_converter
from ..errors import FormatError
from ..model import Article
from ._arguments import want_article, want_articles, want_dict, want_pieces
from ._decode import decode, elements
from ._encode import array, encoded
from ._structure import article_from

name = "json"
extensions = (".json",)
media_type = "application/json"

VERSION = 1

_BEGINNING = re.compile(r'\s*+(?:\[\s*+)?+\{\s*+"version"\s*+:\s*+[0-9]++\s*+[,}]')


def dumps(article: Article, *, indent: int | None = None) -> str:
    """The article as one JSON object: in one line, or indented by so many spaces.

    Raises TypeError when it is no Article.

    >>> dumps(Article(title="Ferry returns"))[:41]
    '{"version": 1, "title": "Ferry returns", '
    """
    return encode(want_article(article, "formats.json.dumps"), indent)


def encode(article: Article, indent: int | None = None) -> str:
    """What ``dumps`` makes, for any format that writes articles as native JSON."""
    return encoded(_plain(article), indent)


def _plain(article: Article) -> dict[str, Any]:
    return {"version": VERSION, **_take_apart()(article)}


@cache
def _take_apart() -> Callable[[Article], dict[str, Any]]:
    return shared_converter().get_unstructure_hook(Article)


def loads(text: str) -> Article:
    """The article in a JSON object.

    Raises FormatError with the path of what is wrong, TypeError when the text is no str.

    >>> loads(dumps(Article(title="Ferry returns"))).title
    'Ferry returns'
    """
    return from_plain(decode(want_text(text, "formats.json.loads"), name), name)


def from_plain(plain: object, format_name: str, root: str = "$") -> Article:
    """The article in a decoded JSON object; raises FormatError for that format, with the path from ``root`` on."""
    if not isinstance(plain, dict):
        problem = f"expected an object, got {type(plain).__name__}"
        raise FormatError(problem, format=format_name, path=root)
    if "version" not in plain:
        raise FormatError(MISSING, format=format_name, path=f"{root}.version")
    version = plain["version"]
    if type(version) is not int or version != VERSION:
        problem = f"this release reads version {VERSION}, the document says {str(version)[:40]!r}"
        raise FormatError(problem, format=format_name, path=f"{root}.version")
    return article_from({key: value for key, value in plain.items() if key != "version"}, format_name, root)


def to_dict(article: Article) -> dict[str, Any]:
    """The article as the plain values of native JSON: what ``json.loads`` makes of ``dumps(article)``, new each time.

    Raises TypeError when it is no Article.

    >>> to_dict(Article(title="Ferry returns"))["title"]
    'Ferry returns'
    """
    return _plain(want_article(article, "articlekit.to_dict"))


def from_dict(plain: dict[str, Any]) -> Article:
    """The article in the plain values of native JSON, read as strictly as ``loads`` reads their text.

    Raises FormatError with the path of what is wrong, TypeError when it is no dict.

    >>> from_dict(to_dict(Article(title="Ferry returns"))).title
    'Ferry returns'
    """
    return from_plain(want_dict(plain, "articlekit.from_dict"), name)


def dump_all(articles: Iterable[Article], *, indent: int | None = None) -> Iterator[str]:
    """The pieces of a JSON array of all articles, one article at a time. Raises TypeError when they are no articles."""
    return array(encode(article, indent) for article in want_articles(articles, "formats.json.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of a JSON array, or the one in an object; in a text, an open file or pieces of text.

    The text is read as a whole, its articles are made one at a time. For more text than memory there is JSON Lines.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _elements(want_pieces(source, "formats.json.load_all"))


def _elements(pieces: Iterable[str]) -> Iterator[Article]:
    for root, plain in elements("".join(pieces), name):
        yield from_plain(plain, name, root)


def sniff(head: str) -> bool:
    """Whether a text that begins so is native JSON, as it is written here: with the version first, a whole number."""
    return _BEGINNING.match(head) is not None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document, as a new dict.

    >>> schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    found: dict[str, Any] = json.loads(files("articlekit.schema").joinpath("article.schema.json").read_text("utf-8"))
    return found
