"""Hypothesis strategies for articles and what they are made of. Needs Hypothesis: ``articlekit[strategies]``.

By default each makes anything that can be built: any text, every field absent or present. With ``printable=True``,
where there is a choice, it makes what a page can print, in prose that reads as prose; such an article's plain text
parses back to the article.

``st.from_type(articlekit.Article)`` works too, and is the same as ``articles()``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta, timezone
from functools import cache
from typing import TypeVar

from .errors import MissingExtraError
from .formats import text as plain
from .model import Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy

    from . import _printed
except ModuleNotFoundError as error:
    message = "articlekit.strategies needs hypothesis: pip install 'articlekit[strategies]'"
    raise MissingExtraError(message, name=error.name) from error

__all__ = [
    "articles",
    "bullets",
    "bylines",
    "captions",
    "datelines",
    "joined_pages",
    "pages",
    "paragraphs",
    "places",
    "subheadings",
    "timestamps",
]

_T = TypeVar("_T")

_TRAPS = (
    "NO", "010", "1_000", "---", "...", "null", "~", "2023-12-07", "key: value", "# heading", "heading #", "a\n===",
    "* item", "- item", "1. item", "    indented", "> quote", "```", "<b>&amp;</b>", "&#65;", "]]>", "[link](x)",
    "![image](x)", "[a]: b", "_a_ **b** `c`", "a  \nb", "a\\\nb", "\\", "\ttab", " leading", "trailing ", "\xa0",
    "a\r\nb", "a\rb", "a\n\nb", "\x00", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\ufffe", "\ud800", "\ud83d\ude00",
    "\U0001f468\u200d\U0001f469", "مرحبا", "\u202eabc", "e\u0301", "“”‘’\"'", "https://example.com/?a=1&b=2",
)  # fmt: skip
"""Texts that break careless writers of JSON, YAML, Markdown, XML and HTML."""


@cache
def _anything() -> SearchStrategy[str]:
    # Characters of every kind, lone surrogates among them, and what breaks writers, alone and within other text.
    characters = st.text(st.characters(exclude_categories=()))
    traps = st.sampled_from(_TRAPS)
    return st.one_of(characters, traps, st.lists(st.one_of(characters, traps), min_size=2, max_size=5).map("".join))


def _zones() -> SearchStrategy[timezone]:
    day = timedelta(days=1) - timedelta(microseconds=1)
    return st.timedeltas(-day, day).map(timezone)


@cache
def _days() -> SearchStrategy[date]:
    return st.one_of(st.dates(), st.datetimes(), st.datetimes(timezones=_zones()))


def _on_any_theme(made: Callable[[int], SearchStrategy[_T]]) -> SearchStrategy[_T]:
    return st.one_of(*map(made, _printed.themes()))


@cache
def _some() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(_anything(), max_size=3).map(tuple)


@cache
def _optional() -> SearchStrategy[str | None]:
    return st.none() | _anything()


def paragraphs(*, printable: bool = False) -> SearchStrategy[Paragraph]:
    """Paragraphs; printable: of one to three English sentences."""
    return _on_any_theme(_printed.prose).map(Paragraph) if printable else st.builds(Paragraph, _anything())


def subheadings() -> SearchStrategy[Subheading]:
    """Subheadings with any text."""
    return st.builds(Subheading, _anything())


def bullets(*, printable: bool = False) -> SearchStrategy[Bullet]:
    """Bullets; printable: one point in English, without end mark."""
    return _on_any_theme(_printed.highlights).map(Bullet) if printable else st.builds(Bullet, _anything())


def places() -> SearchStrategy[Place]:
    """Places with any name, with and without region."""
    return st.builds(Place, _anything(), _optional())


def datelines(*, printable: bool = False) -> SearchStrategy[Dateline]:
    """Datelines; printable: such as newspapers and agencies print and ``Dateline.parse`` gives back."""
    if printable:
        return _printed.datelines()
    return st.builds(
        Dateline,
        printed=_anything(),
        separator=_anything(),
        places=st.lists(places(), max_size=3),
        agency=_optional(),
        month=st.none() | st.integers(1, 12),
        day=st.none() | st.integers(1, 31),
        year=st.none() | st.integers(1, 9999),
    )


def captions(*, printable: bool = False) -> SearchStrategy[Caption]:
    """Captions; printable: a sentence and a credit, which ``Caption.parse`` gives back."""
    if printable:
        return _on_any_theme(lambda theme: _printed.captions(theme=theme))
    return st.builds(Caption, _anything(), _optional(), _optional(), _some(), _some())


def bylines() -> SearchStrategy[Byline]:
    """Bylines with any names and any printed line."""
    return st.builds(Byline, _some(), _some(), _some(), _anything())


def timestamps() -> SearchStrategy[Timestamp]:
    """Timestamps of each kind, with a date, a datetime or a time, without zone."""
    kinds = st.sampled_from(("published", "updated", "unknown"))
    values = st.one_of(st.dates(), st.datetimes(), st.times())
    return st.builds(Timestamp, kinds, values, _optional(), _anything())


def articles(*, printable: bool = False) -> SearchStrategy[Article]:
    """Articles; printable: English ones whose plain text reads as a page and parses back to the article."""
    return _printed.articles() if printable else _any_article()


def pages(*, article: SearchStrategy[Article] | None = None) -> SearchStrategy[tuple[str, tuple[Article, ...]]]:
    """The text of a page, and the one article in it.

    The plain text of the article stands among the page's menu, share row, related stories and footer. ``article`` makes
    the article, by default ``articles(printable=True)``.
    """
    return _pages(articles(printable=True) if article is None else article)


def joined_pages() -> SearchStrategy[tuple[str, tuple[Article, ...]]]:
    """A text that joins the plain text of two or three printable articles, and the articles.

    They are on different themes and dated, and have two to four blank lines between them: a bare headline among
    paragraphs is what a subheading looks like too.
    """
    return st.builds(_joined, _printed.several(), st.integers(3, 5))


def _joined(found: tuple[Article, ...], gap: int) -> tuple[str, tuple[Article, ...]]:
    return ("\n" * gap).join(plain.dumps(article).rstrip("\n") for article in found) + "\n", found


@st.composite
def _pages(draw: DrawFn, article: SearchStrategy[Article]) -> tuple[str, tuple[Article, ...]]:
    found = draw(article)
    return draw(_printed.page_around(plain.dumps(found))), (found,)


@st.composite
def _any_article(draw: DrawFn) -> Article:
    block = st.one_of(paragraphs(), paragraphs(), subheadings(), bullets())
    body = draw(st.lists(block, max_size=5))
    dateline = draw(st.none() | datelines())
    first = next((n for n, one in enumerate(body) if isinstance(one, Paragraph)), None)
    if dateline is not None and first is not None and draw(st.booleans()):
        body[first] = Paragraph(str(dateline) + body[first].text)
    optional = _optional()
    return Article(
        title=draw(st.just("") | _anything()),
        body=body,
        bullets=draw(st.lists(bullets(), max_size=3)),
        summary=draw(optional),
        dateline=dateline,
        authors=draw(_some()),
        captions=draw(st.lists(captions(), max_size=2)),
        published=draw(st.none() | _days()),
        updated=draw(st.none() | _days()),
        language=draw(optional),
        url=draw(optional),
        publisher=draw(optional),
        section=draw(optional),
        keywords=draw(_some()),
    )
