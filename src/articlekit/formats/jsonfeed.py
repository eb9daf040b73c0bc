"""JSON Feed 1.1: articles as the items of a feed, for readers of feeds and sites that load them by script.

The content is HTML, with the highlights as ``ul.bullets``, captions in ``figcaption`` and the dateline in a ``span`` of
the class ``dateline``. Dates are date-times of RFC 3339: a date alone stands there as midnight UTC, which loads
as a date. What the keys of an item do not give back (publisher, section, a time without zone) stands in the item's
extension ``_articlekit``, and nothing else does.

Writing needs nothing; reading HTML needs ``articlekit[xml]``.

Source: https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article
from . import _entry, _slots
from ._arguments import want_article, want_articles, want_pieces
from ._decode import decode
from ._encode import array, encoded
from ._exact import beside, restored
from ._node import Node

name = "jsonfeed"
extensions = (".feed.json", ".jsonfeed", ".json")
media_type = "application/feed+json"

VERSION = "https://jsonfeed.org/version/1.1"
_ANY_VERSION = "jsonfeed.org/version/1"
# The key, and not words of a text, where quotes are escaped.
_says_so = re.compile(rf'(?<!\\)"version"\s*+:\s*+"[^"]*{re.escape(_ANY_VERSION)}')
_EXTENSION = "_articlekit"
_ABOUT = "What the other keys of this item do not hold of an article, as articlekit's JSON has it."
_MEDIA = ("audio/", "image/", "video/")


def dumps(article: Article, *, title: str = "articlekit") -> str:
    """The article as a feed of one item; ``title`` is the feed's.

    Raises TypeError when it is no Article.

    >>> '"title": "Ferry returns"' in dumps(Article(title="Ferry returns"))
    True
    """
    call = "formats.jsonfeed.dumps"
    return "".join(_feed(iter((want_article(article, call),)), {"title": want_text(title, call)}))


def loads(text: str) -> Article:
    """The article in a feed of one item.

    Raises FormatError when the text is no such feed, with the path; MissingExtraError when the item is in HTML and lxml
    is not installed; TypeError when the text is no str.
    """
    feed = _read_feed(want_text(text, "formats.jsonfeed.loads"))
    items = list(feed.nodes("items"))
    if len(items) != 1:
        problem = f"a feed of {len(items)} items; load_all reads them"
        raise FormatError(problem, format=name, path="$.items")
    return _article_in(items[0], feed)


def dump_all(
    articles: Iterable[Article],
    *,
    title: str = "articlekit",
    home_page_url: str | None = None,
    feed_url: str | None = None,
) -> Iterator[str]:
    """The pieces of one feed, one article at a time.

    A feed on the public web should tell the address of its home page and its own. Raises FormatError when one of them
    is no URL, TypeError when they are no articles.
    """
    call = "formats.jsonfeed.dump_all"
    head = {"title": want_text(title, call)}
    for key, url in {"home_page_url": home_page_url, "feed_url": feed_url}.items():
        if url is not None:
            head[key] = _want_url(want_text(url, call), key)
    return _feed(want_articles(articles, call), head)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every item of a feed; in a text, an open file or pieces of text.

    The text is read as a whole, its articles are made one at a time.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _articles(want_pieces(source, "formats.jsonfeed.load_all"))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a feed that says its version there."""
    return _says_so.search(head) is not None


def held(article: Article) -> Article:
    """What the keys of an item, but for the extension, give back."""
    shown = _entry.held(article)
    return attrs.evolve(
        shown,
        summary=_entry.own_summary(article.summary, shown.bullets),
        authors=filter(None, article.authors),
        published=_read_date(_entry.written(article.published), "$"),
        updated=_read_date(_entry.written(article.updated), "$"),
        language=_slots.held_language(article.language),
        url=_slots.held_url(article.url),
        publisher=None,
        section=None,
        keywords=_unique(article.keywords),
    )


def _want_url(url: str, key: str) -> str:
    if not _slots.is_url(url):
        problem = f"{url[:80]!r} is no URL"
        raise FormatError(problem, format=name, path=f"$.{key}")
    return url


def _feed(articles: Iterator[Article], head: Mapping[str, str]) -> Iterator[str]:
    start = encoded({"version": VERSION, **head}).removesuffix("}") + ', "items": ['
    yield from array((encoded(_item(article)) for article in articles), start, "]}\n")


def _item(article: Article) -> dict[str, Any]:
    slots = held(article)
    exact = beside(article, slots)
    values = {
        "id": _slots.identifier(article),
        "url": _slots.held_url(article.url),
        "title": article.title,
        "summary": _entry.summary(article.summary, slots.bullets),
        "content_html": _entry.content(article),
        "date_published": _entry.written(article.published),
        "date_modified": _entry.written(article.updated),
        "authors": [{"name": author} for author in article.authors if author],
        "tags": _unique(article.keywords),
        "language": _slots.held_language(article.language),
        _EXTENSION: {"about": _ABOUT, **exact} if exact else None,
    }
    return {key: value for key, value in values.items() if value or key == "content_html"}


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _articles(pieces: Iterable[str]) -> Iterator[Article]:
    feed = _read_feed("".join(pieces))
    for item in feed.nodes("items"):
        yield _article_in(item, feed)


def _read_feed(text: str) -> Node:
    feed = Node.of(decode(text, name), name, "$")
    version = feed.text("version") or ""
    if _ANY_VERSION not in version:
        problem = f"no JSON Feed: its version is {version[:80]!r}" if version else "no JSON Feed: it has no version"
        raise FormatError(problem, format=name, path="$.version")
    if not feed.has("items"):
        problem = "the feed has no items"
        raise FormatError(problem, format=name, path="$.items")
    return feed


def _article_in(item: Node, feed: Node) -> Article:
    return restored(_seen(item, feed), item.values(_EXTENSION), held, name, f"{item.path}.{_EXTENSION}")


def _seen(item: Node, feed: Node) -> Article:
    shown = _content(item)
    title, summary = item.text("title") or "", item.text("summary")
    if not (shown.body or shown.bullets or summary):
        _refuse_media(item)
    return attrs.evolve(
        shown,
        title=title,
        summary=_entry.own_summary(summary, shown.bullets),
        authors=_authors(item) or _authors(feed),
        published=_read_date(item.text("date_published"), f"{item.path}.date_published"),
        updated=_read_date(item.text("date_modified"), f"{item.path}.date_modified"),
        language=_slots.held_language(item.text("language") or feed.text("language")),
        url=_url(item),
        keywords=_unique(item.strings("tags")),
    )


def _content(item: Node) -> Article:
    markup, text = item.text("content_html"), item.text("content_text")
    if markup:
        return _entry.seen(markup, name, f"{item.path}.content_html")
    return Article(body=_entry.paragraphs(text or ""))


def _refuse_media(item: Node) -> None:
    """An item that says nothing is what is attached to it."""
    kinds = {one.text("mime_type") or "" for one in item.nodes("attachments")}
    media = sorted(kind for kind in kinds if kind.startswith(_MEDIA))
    if media:
        problem = f"an item of {', '.join(media)}, no text article"
        raise FormatError(problem, format=name, path=item.path)


def _authors(holder: Node) -> tuple[str, ...]:
    """The names of authors; ``author`` is the key of version 1."""
    several = tuple(holder.nodes("authors")) or (holder.node("author"),)
    return tuple(filter(None, (author.text("name") for author in several)))


def _url(item: Node) -> str | None:
    """The item's address, or its id where that is one; of other ids, such as numbers, nothing is wanted."""
    _, identity = item.keys.get("id", ("", None))
    is_address = isinstance(identity, str) and identity.startswith(("http://", "https://"))
    return _slots.held_url(item.text("url")) or (_slots.held_url(item.text("id")) if is_address else None)


def _read_date(text: str | None, path: str) -> date | None:
    return _entry.read_date(text, name, path)
