"""Plain text, laid out as news pages print it, so that ``articlekit.parse`` reads it back.

In this order, each part only where there is something to print: headline, summary, byline, dates, captions with their
credit in brackets, bullets, body. Plain text has no place for ``url``, ``language``, ``publisher``, ``section`` and
``keywords``, nor for what a reader cannot see: a line break inside a paragraph, or a text that reads as something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Article, Block, Caption
from ._arguments import want_article, want_articles, want_pieces
from ._blocks import runs
from ._wording import listed, printed_day

name = "text"
extensions = (".txt",)
media_type = "text/plain"

_BETWEEN_ARTICLES = "\n\n"


def dumps(article: Article) -> str:
    """The article as a page prints it, ending with a line end. Raises TypeError when it is no Article.

    >>> from articlekit import Article, Bullet, Paragraph
    >>> article = Article(title="Ferry returns", bullets=[Bullet("Storm is over")], body=[Paragraph("It came back.")])
    >>> print(dumps(article))
    Ferry returns
    <BLANKLINE>
      • Storm is over
    <BLANKLINE>
    It came back.
    <BLANKLINE>
    """
    want_article(article, "formats.text.dumps")
    parts = (
        article.title,
        article.summary or "",
        "\n".join(_head(article)),
        "\n".join(map(_caption, article.captions)),
        _items(article.bullets),
        "\n\n".join(_body(article)),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def loads(text: str) -> Article:
    """The first article that ``articlekit.parse`` reads in a text.

    Raises NoArticleError when there is none, TypeError when the text is no str.
    """
    from ..parsing import parse  # noqa: PLC0415 - the one format that is read as a page is; the others need no reader

    return parse(text)


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """The pieces of a text that holds all articles, two blank lines between them; one article at a time.

    Raises TypeError when they are no articles.
    """
    return _pieces(want_articles(articles, "formats.text.dump_all"))


def _pieces(articles: Iterable[Article]) -> Iterator[str]:
    for number, article in enumerate(articles):
        yield _BETWEEN_ARTICLES + dumps(article) if number else dumps(article)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """Every article that ``articlekit.parse_all`` reads in a text, an open file or pieces of text.

    Where an article ends shows only in what follows, so all of the text is read before the first article comes.
    """
    pieces = want_pieces(source, "formats.text.load_all")
    return _read(pieces)


def _read(pieces: Iterable[str]) -> Iterator[Article]:
    from ..parsing import parse_all  # noqa: PLC0415 - as in loads

    yield from parse_all("".join(pieces))


def _head(article: Article) -> Iterator[str]:
    if article.authors:
        yield f"By {listed(article.authors)}"
    if article.published is not None:
        yield f"Published {printed_day(article.published)}"
    if article.updated is not None:
        yield f"Updated {printed_day(article.updated)}"


def _caption(caption: Caption) -> str:
    credit = f"({caption.credit})" if caption.credit else ""
    return " ".join(part for part in (caption.text, credit) if part)


def _items(items: Iterable[Block]) -> str:
    return "\n".join(f"  • {item.text}" for item in items)


def _body(article: Article) -> Iterator[str]:
    """The body's blocks; list items that follow each other are one list."""
    for is_list, blocks in runs(article.body):
        yield _items(blocks) if is_list else blocks[0].text
