"""JSON Lines: native JSON, one article a line. The format for many: written and read in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .._checks import want_text
from ..errors import FormatError
from ..model import Article
from ._arguments import lines_of, want_article, want_articles, want_pieces
from ._decode import decode
from .json import encode, from_plain

name = "jsonl"
extensions = (".jsonl", ".ndjson")
media_type = "application/jsonl"


def dumps(article: Article) -> str:
    r"""The article as one line, line end included. Raises TypeError when it is no Article.

    >>> dumps(Article(title="Ferry returns"))[-16:]
    '"keywords": []}\n'
    """
    return encode(want_article(article, "formats.jsonl.dumps")) + "\n"


def loads(text: str) -> Article:
    """The article in a text of one line.

    Raises FormatError when there is no line or more than one, or with the path of what is wrong; TypeError when the
    text is no str.
    """
    articles = list(load_all(want_text(text, "formats.jsonl.loads")))
    if len(articles) != 1:
        problem = f"expected one article, found {len(articles)}: load_all reads many"
        raise FormatError(problem, format=name)
    return articles[0]


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """A line for every article, one at a time. Raises TypeError when they are no articles."""
    return map(dumps, want_articles(articles, "formats.jsonl.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every line of a text, an open file or pieces of text, one at a time; empty lines are skipped.

    Raises FormatError with the number of the line and the path of what is wrong.
    """
    return _read(want_pieces(source, "formats.jsonl.load_all"))


def _read(pieces: Iterable[str]) -> Iterator[Article]:
    for number, line in enumerate(lines_of(pieces), 1):
        if line.strip(" \t\r"):
            root = f"line {number}: $"
            yield from_plain(decode(line, name, root), name, root)
