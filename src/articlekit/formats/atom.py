"""Atom (RFC 4287): one article as an entry document, many as a feed.

The content is HTML, with the highlights as ``ul.bullets``, captions in ``figcaption`` and the dateline in a ``span`` of
the class ``dateline``. Publisher is the title of the entry's ``source``, the section a ``category`` with a scheme of
its own. Dates are date-times of RFC 3339: a date alone stands there as midnight UTC, which loads as a date. What no
element gives back, such as a time without zone, stands in an element of a foreign namespace at the entry's end.

Atom wants an ``updated`` in every entry: without an update it is when the article was published, and when that is not
known the first second of 1970; both load as no update. It wants an author: "unknown" loads as none.

Writing needs nothing; reading needs ``articlekit[xml]``.

Source: https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article
from . import _entry, _slots
from ._arguments import want_article, want_articles, want_pieces
from ._atom_reading import (
    NEVER,
    NOBODY,
    SECTION,
    Common,
    common_in,
    entries_in,
    own_authors,
    own_update,
    read_date,
    seen,
)
from ._exact import MARK, beside, read_exact, restored
from ._pull import parts
from ._xml import DECLARATION, element, escaped, opens_with, parsed, refuse_unholdable, text_element

if TYPE_CHECKING:
    from lxml import etree

name = "atom"
extensions = (".atom.xml", ".atom", ".xml")
media_type = "application/atom+xml"

NAMESPACE = "http://www.w3.org/2005/Atom"


def dumps(article: Article) -> str:
    """The article as an entry document.

    Raises FormatError with the path of a text that XML cannot hold, TypeError when it is no Article.

    >>> "<title>Ferry returns</title>" in dumps(Article(title="Ferry returns"))
    True
    """
    return DECLARATION + _entry_of(want_article(article, "formats.atom.dumps"), NAMESPACE) + "\n"


def loads(text: str) -> Article:
    """The article in an entry document, or in a feed of one entry.

    Raises FormatError when the text is none of both, with the place; MissingExtraError when lxml is not installed;
    TypeError when the text is no str.
    """
    root = parsed(want_text(text, "formats.atom.loads"), name)
    entries = entries_in(root)
    if len(entries) != 1:
        problem = f"a feed of {len(entries)} entries; load_all reads them"
        raise FormatError(problem, format=name)
    return _article_in(entries[0], common_in(entries[0].getparent()))


def dump_all(articles: Iterable[Article], *, title: str = "articlekit", url: str | None = None) -> Iterator[str]:
    """The pieces of one feed, one article at a time, the newest first: the feed is as new as its first article.

    ``url`` is the feed's own address, and names it for ever; without one its name is made of its title and its first
    article. Raises FormatError when it is no URL, TypeError when they are no articles and, when the pieces are asked
    for, what ``dumps`` raises.
    """
    call = "formats.atom.dump_all"
    if url is not None and not _slots.is_url(want_text(url, call)):
        problem = f"{url[:80]!r} is no URL"
        raise FormatError(problem, format=name, path="url")
    return _feed(want_articles(articles, call), want_text(title, call), url)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every entry of a feed, or of entry documents that follow each other, one at a time.

    The source is a text, an open file or pieces of text; memory is needed for one entry.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _articles(want_pieces(source, "formats.atom.load_all"))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a document of this format."""
    return opens_with(head, "feed", "entry")


def held(article: Article) -> Article:
    """What the elements of an entry give back."""
    shown = _entry.held(article)
    published = read_date(_entry.written(article.published), "published")
    return attrs.evolve(
        shown,
        title=_slots.held_line(article.title) or "",
        summary=_entry.own_summary(_slots.held_line(article.summary), shown.bullets),
        authors=own_authors(_slots.held_lines(article.authors)),
        published=published,
        updated=own_update(read_date(_updated(article), "updated"), published),
        language=_slots.held_language(article.language),
        url=_slots.held_url(article.url),
        publisher=_slots.held_line(article.publisher),
        section=_slots.held_line(article.section),
        keywords=_slots.held_lines(article.keywords),
    )


def _updated(article: Article) -> str:
    return _entry.written(article.updated) or _entry.written(article.published) or NEVER


def _feed(articles: Iterator[Article], title: str, url: str | None) -> Iterator[str]:
    newest = next(articles, None)
    yield _start(newest, title, url) + ("" if newest is None else _entry_of(newest, None) + "\n")
    yield from (_entry_of(article, None) + "\n" for article in articles)
    yield "</feed>\n"


def _start(newest: Article | None, title: str, url: str | None) -> str:
    named = f"{title}\n{_slots.identifier(newest) if newest is not None else ''}"
    parts_ = (
        text_element("id", url or uuid.uuid5(uuid.NAMESPACE_URL, named).urn),
        element("title", None, escaped(title)),
        text_element("updated", NEVER if newest is None else _updated(newest)),
        element("link", {"rel": "self", "href": url}) if url else "",
    )
    return f'{DECLARATION}<feed xmlns="{NAMESPACE}">\n{"".join(parts_)}\n'


def _entry_of(article: Article, namespace: str | None) -> str:
    refuse_unholdable(article, name)
    slots = held(article)
    exact = beside(article, slots)
    values = (
        text_element("id", _slots.identifier(article)),
        element("title", None, escaped(article.title)),
        text_element("updated", _updated(article)),
        text_element("published", _entry.written(article.published)),
        *(element("author", None, text_element("name", author)) for author in slots.authors or (NOBODY,)),
        element("link", {"rel": "alternate", "href": slots.url}) if slots.url else "",
        element("category", {"scheme": SECTION, "term": slots.section}) if slots.section else "",
        *(element("category", {"term": keyword}) for keyword in slots.keywords),
        text_element("summary", _entry.summary(article.summary, slots.bullets)),
        element("source", None, text_element("title", slots.publisher)) if slots.publisher else "",
        element("content", {"type": "html"}, escaped(_entry.content(article))),
        text_element("ak:exact", json.dumps(exact), {"xmlns:ak": MARK}) if exact else "",
    )
    inside = (f"{value}\n" for value in values if value)
    return element("entry", {"xmlns": namespace, "xml:lang": slots.language}, "\n", *inside)


def _articles(pieces: Iterable[str]) -> Iterator[Article]:
    """What entries have in common is told by the feed before the first of them, and read once."""
    feed: Any = None
    common = Common()
    for entry in parts(pieces, name, "entry", "feed"):
        if entry.getparent() is not feed:
            feed = entry.getparent()
            common = common_in(feed)
        yield _article_in(entry, common)


def _article_in(entry: etree._Element, common: Common) -> Article:
    exact = entry.find(f"{{{MARK}}}exact")
    values = read_exact(None if exact is None else exact.text or "", name)
    return restored(seen(entry, common), values, held, name)
