"""NewsML-G2 2.35, the exchange format of the IPTC for news of every kind: a text item with its report in NITF.

The header says what a receiver sorts and routes by: headline, dateline with its places, authors, dates, keywords. The
report stands in ``contentSet`` as NITF, see ``nitf``, and says all of it again, exactly; so a document is read from
there, and from the header what the report lacks. Where the standard demands a date-time, a date is written as midnight
in UTC; where it demands a provider and none is known, as "unknown"; and 1970-01-01 is the version of an article without
a date.

Writing needs nothing; reading needs ``articlekit[xml]``. Reports in XHTML, HTML and plain text are read too, and so is
the one text item in a message. ``load_all`` reads every text item of a message.

Source: https://iptc.org/standards/newsml-g2/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Dateline
from . import _slots, nitf
from ._arguments import want_article, want_articles, want_pieces
from ._g2_item import SECTION, TEXT, UNKNOWN, VERY_FIRST, article_in, kind_of
from ._wording import listed
from ._xml import (
    DECLARATION,
    documents,
    element,
    escaped,
    local_name,
    opens_with,
    parsed,
    refuse_unholdable,
    text_element,
)

if TYPE_CHECKING:
    from lxml import etree

name = "newsmlg2"
extensions = (".newsmlg2.xml", ".newsmlg2", ".xml")
media_type = "application/vnd.iptc.g2.newsitem+xml"

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_STANDARD = {"version": "1", "standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power"}
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_MAKER = "articlekit"
_MESSAGES = frozenset({"newsMessage", "packageItem"})
_CONTENT = "contentSet"
_OTHERS: Mapping[str, str] = {
    "conceptItem": "a concept",
    "knowledgeItem": "a vocabulary",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalogue",
}

held = nitf.held
"""What the elements of a document give back: what its NITF does."""


def dumps(article: Article) -> str:
    """The article as a NewsML-G2 newsItem.

    Raises FormatError with the path of a text that XML cannot hold, TypeError when it is no Article.

    >>> "<headline>Ferry returns</headline>" in dumps(Article(title="Ferry returns"))
    True
    """
    want_article(article, "formats.newsmlg2.dumps")
    refuse_unholdable(article, name)
    return DECLARATION + _item(article) + "\n"


def loads(text: str) -> Article:
    """The article in a NewsML-G2 document.

    Raises FormatError, with the place, when the text is no NewsML-G2, or holds no text item or several;
    MissingExtraError when lxml is not installed; TypeError when the text is no str.
    """
    root = parsed(want_text(text, "formats.newsmlg2.loads"), name)
    one, *others = _text_items(root)
    if others:
        problem = f"the {local_name(root)} holds {len(others) + 1} text items: load_all reads each"
        raise FormatError(problem, format=name)
    return article_in(one, name)


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """One document after the other, one article at a time.

    Raises TypeError when they are no articles and, when the pieces are asked for, what ``dumps`` raises.
    """
    return map(dumps, want_articles(articles, "formats.newsmlg2.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of every document in a text, an open file or pieces of text, one at a time.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _articles(want_pieces(source, "formats.newsmlg2.load_all"))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a document of this format."""
    return opens_with(head, "newsItem", "newsMessage", "packageItem")


def _articles(pieces: Iterable[str]) -> Iterator[Article]:
    for document in documents(pieces):
        for item in _text_items(parsed(document, name)):
            yield article_in(item, name)


def _text_items(root: etree._Element) -> list[etree._Element]:
    """The items of a document that are text, at least one. Raises FormatError that says what else the document is."""
    tag = local_name(root)
    if tag == _CONTENT:
        return [root]
    if tag in _OTHERS:
        problem = f"{_OTHERS[tag]}, no text article"
        raise FormatError(problem, format=name)
    if tag != "newsItem" and tag not in _MESSAGES:
        hint = ", which is of the format nitf" if tag == nitf.name else ""
        problem = f"expected the root element newsItem or newsMessage, found {tag}{hint}"
        raise FormatError(problem, format=name)
    items = [node for node in root.iter() if local_name(node) == "newsItem"]
    kinds = list(map(kind_of, items))
    found = [item for item, kind in zip(items, kinds, strict=True) if kind == TEXT]
    if found:
        return found
    if tag == "newsItem":
        problem = f"a news item of the kind {kinds[0][:40]!r}, no text article"
    else:
        problem = f"a {tag} of {', '.join(sorted(set(kinds)))[:200] or 'references alone'}, no text article"
    raise FormatError(problem, format=name)


def _item(article: Article) -> str:
    seen = held(article)  # the header says nothing that the report does not
    if article.dateline is None:
        seen = attrs.evolve(seen, dateline=None)
    root = {"xmlns": NAMESPACE, "guid": _slots.identifier(article), **_STANDARD, "xml:lang": seen.language}
    report = element("inlineXML", {"contenttype": "application/nitf+xml"}, "\n", nitf.document(article), "\n")
    parts = (
        element("catalogRef", {"href": _CATALOG}),
        element("itemMeta", None, "\n", "\n".join(_about_item(seen)), "\n"),
        element("contentMeta", None, "\n", "\n".join(_about_content(seen)), "\n"),
        element(_CONTENT, None, "\n", report, "\n"),
    )
    return element("newsItem", root, "\n", "\n".join(parts), "\n")


def _about_item(article: Article) -> Iterator[str]:
    publisher = _one_line(article.publisher)
    yield element("itemClass", {"qcode": "ninat:text"})
    yield element("provider", {"literal": publisher or UNKNOWN}, text_element("name", publisher))
    yield element("versionCreated", None, _padded(article.updated or article.published or VERY_FIRST))
    if article.published is not None:
        yield element("firstCreated", None, _padded(article.published))
    yield element("pubStatus", {"qcode": "stat:usable"})
    yield element("generator", {"versioninfo": "0"}, _MAKER)
    yield element("profile", None, _MAKER)
    if article.url is not None:
        yield element("link", {"rel": "irel:seeAlso", "href": article.url, "contenttype": "text/html"})


def _about_content(article: Article) -> Iterator[str]:
    if article.published is not None:
        yield element("contentCreated", None, _date(article.published))
    if article.updated is not None:
        yield element("contentModified", None, _date(article.updated))
    if article.dateline is not None:
        yield from _places(article.dateline)
    for number, author in enumerate(article.authors, 1):
        yield element("creator", {"literal": f"author-{number}"}, text_element("name", _one_line(author)))
    if article.language is not None:
        yield element("language", {"tag": article.language})
    yield from (element("keyword", None, escaped(_one_line(keyword) or "")) for keyword in article.keywords)
    if article.section is not None:
        section = {"type": "cpnat:abstract", "literal": SECTION}
        yield element("subject", section, text_element("name", _one_line(article.section)))
    yield from _texts(article)


def _texts(article: Article) -> Iterator[str]:
    if article.title:
        yield text_element("headline", article.title)
    if article.dateline is not None:
        yield text_element("dateline", str(article.dateline))
    if article.authors:
        yield text_element("by", listed(article.authors))
    if article.summary is not None:
        yield _description(article.summary)
    yield from (_description(bullet.text, number) for number, bullet in enumerate(article.bullets, 1))


def _description(text: str, rank: int | None = None) -> str:
    """The standfirst, or with a rank one of the highlights."""
    role = {"role": "drol:summary", "rank": None if rank is None else str(rank)}
    return element("description", role, "<br/>".join(map(escaped, text.split("\n"))))


def _places(line: Dateline) -> Iterator[str]:
    wider = dict.fromkeys(place.region for place in line.places if place.region)
    regions = {region: f"region-{number}" for number, region in enumerate(wider, 1)}
    for number, place in enumerate(line.places, 1):
        region = text_element("name", _one_line(place.region))
        yield element(
            "located",
            {"type": "cpnat:geoArea", "literal": f"dateline-{number}"},
            text_element("name", _one_line(place.name)),
            element("broader", {"literal": regions[place.region]}, region) if place.region else "",
        )
    if line.agency is not None:
        agency = _one_line(line.agency)
        yield element("infoSource", {"literal": agency}, text_element("name", agency))


def _one_line(text: str | None) -> str | None:
    """A text without tabs and carriage returns, which names and literals have no place for."""
    return None if text is None else text.replace("\t", " ").replace("\r", " ")


def _padded(value: date) -> str:
    """A date-time, which for a date is midnight in UTC."""
    return _slots.written(_slots.moment(value) or VERY_FIRST)


def _date(value: date) -> str:
    """A date or date-time of its own precision; a zone that XML Schema cannot write becomes UTC."""
    return _slots.written(_slots.in_minutes(value) or value)
