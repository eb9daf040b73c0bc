"""The formats in which articles are written and read; one module each, all of the same shape.

``articlekit.formats.json.dumps(article)`` writes in a format, ``loads`` reads; ``dump_all`` and ``load_all`` do so for
streams of many. A package adds a format with an entry point of the group ``articlekit.formats`` that names such a
module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from .._checks import want_text
from ..errors import UnknownFormatError
from ..model import Article
from ._arguments import want_article
from ._registry import Format, claiming, get, names, owning, registry, sniffed

if TYPE_CHECKING:
    from . import arrow, json, jsonl, markdown, text

__all__ = [
    "Format",
    "arrow",
    "claiming",
    "dumps",
    "get",
    "json",
    "jsonl",
    "loads",
    "markdown",
    "names",
    "owning",
    "registry",
    "sniffed",
    "text",
]

_TABLES = frozenset({"arrow"})  # modules that are no text formats, and in no registry


def dumps(article: Article, format: str = "json") -> str:  # noqa: A002 - the word users know
    r"""The article as text in a format.

    Raises UnknownFormatError, FormatError when the format cannot hold the article, TypeError when it is no Article.

    >>> from articlekit import Article
    >>> dumps(Article(title="Ferry returns"), "text")
    'Ferry returns\n'
    """
    return get(format).dumps(want_article(article, "articlekit.dumps"))


def loads(text: str, format: str = "json") -> Article:  # noqa: A002 - the word users know
    """The article in a text of a format.

    Raises UnknownFormatError, FormatError when the text is not of that format, TypeError when it is no str.

    >>> from articlekit import Article
    >>> loads(dumps(Article(title="Ferry returns"))).title
    'Ferry returns'
    """
    return get(format).loads(want_text(text, "articlekit.loads"))


def __getattr__(name: str) -> Format:
    if name in _TABLES:
        return cast("Format", import_module(f".{name}", __name__))  # the import above tells its true type
    try:
        return get(name)
    except UnknownFormatError as error:
        message = f"module {__name__!r} has no attribute {name!r}: {error}"
        raise AttributeError(message) from None


def __dir__() -> list[str]:
    return sorted({*globals(), *names(), *_TABLES})
