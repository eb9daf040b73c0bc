"""Checks of what the formats are given: a wrong type is told at once, with what to call instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .._checks import want_text
from ..model import Article

BYTE_ORDER_MARK = "\ufeff"
"""Some editors begin a file with it; it is no part of a document."""


def want_article(article: object, call: str) -> Article:
    """The article itself, or a TypeError that says what to do instead."""
    if isinstance(article, Article):
        return article
    if isinstance(article, str):
        hint = "; read the text first: articlekit.parse(text)"
    elif isinstance(article, Iterable):
        hint = "; for several articles call dump_all of the format's module"
    else:
        hint = ""
    message = f"{call} takes an Article, not {type(article).__name__}{hint}"
    raise TypeError(message)


def want_dict(plain: object, call: str) -> dict[str, Any]:
    """The dict itself, or a TypeError that says what to do instead."""
    if isinstance(plain, dict):
        return plain
    hint = "; for text in JSON call articlekit.loads" if isinstance(plain, str) else ""
    message = f"{call} takes a dict, not {type(plain).__name__}{hint}"
    raise TypeError(message)


def want_articles(articles: object, call: str, *, one: str = "call dumps") -> Iterator[Article]:
    """The articles, each checked when its turn comes; TypeError at once when it is no iterable of articles.

    ``one`` is what to do with one article.
    """
    if isinstance(articles, str) or not isinstance(articles, Iterable):
        hint = f"; for one article {one}" if isinstance(articles, Article) else ""
        message = f"{call} takes an iterable of articles, not {type(articles).__name__}{hint}"
        raise TypeError(message)
    return (want_article(article, call) for article in articles)


def want_pieces(source: object, call: str) -> Iterator[str]:
    """The pieces of a text, be it one string, its lines or an open file; TypeError at once when it is none of them."""
    if isinstance(source, str | bytes | bytearray):
        return iter((want_text(source, call),))
    if not isinstance(source, Iterable):
        message = f"{call} takes a str, an iterable of str or an open text file, not {type(source).__name__}"
        raise TypeError(message)
    return (want_text(piece, call, hint="open the file in text mode") for piece in source)


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    r"""The lines of a text that comes in pieces, without their "\n"; memory for one line and one piece."""
    rest: list[str] = []
    for piece in pieces:
        *whole, last = piece.split("\n")
        for line in whole:
            yield "".join((*rest, line))
            rest.clear()
        if last:
            rest.append(last)
    if rest:
        yield "".join(rest)
