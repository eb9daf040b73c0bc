"""NITF 3.6, the News Industry Text Format of the IPTC: one article, as agencies and newsrooms exchange it.

The dateline stands in ``body.head`` with its places and its date marked, without its separator, and again at the start
of the first paragraph, as agencies print it. Dates are in the basic form of ISO 8601. What no element holds, such as a
time zone of seconds, stands in an element of a foreign namespace at the end of ``head``.

Writing needs nothing; reading needs ``articlekit[xml]``. Documents without namespace and of older versions are
read too.

Source: https://iptc.org/standards/nitf/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Block, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading
from . import _slots
from ._arguments import want_article, want_articles, want_pieces
from ._blocks import Names, body_element, inline, inline_text, read_blocks
from ._datelines import dateline_of, held_places
from ._exact import MARK, beside, read_exact, restored
from ._nitf_dateline import dateline_element
from ._xml import (
    DECLARATION,
    XML_LANG,
    documents,
    element,
    first,
    local_name,
    named,
    opens_with,
    parsed,
    refuse_unholdable,
    text_element,
    text_of,
)

if TYPE_CHECKING:
    from lxml import etree

name = "nitf"
extensions = (".nitf.xml", ".nitf", ".xml")
media_type = "text/vnd.IPTC.NITF"

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_VERSION = {"version": "-//IPTC//DTD NITF 3.6//EN", "change.date": "September 11, 2009", "change.time": "12:26"}
_HINTS = dict.fromkeys(("newsItem", "newsMessage"), ", which is of the format newsmlg2")
_UPDATED, _MAIN, _NO_TIME = "updated", "Main", "000000"
_without_mark = re.compile(r"(?P<day>[0-9]{8})(?P<clock>[0-9]{6})?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?")

_TAGS: Mapping[type[Block], str] = {Paragraph: "p", Subheading: "hl2", Bullet: "li"}
_NAMES = Names(
    blocks={
        "p": Paragraph, "pre": Paragraph, "bq": Paragraph, "dd": Paragraph, "tr": Paragraph,
        "hl2": Subheading, "dt": Subheading, "li": Bullet,
        "h2": Subheading, "h3": Subheading, "h4": Subheading, "blockquote": Paragraph,  # of HTML, as Superdesk sends it
    },
    line_break="br",
    skipped=frozenset({
        "media", "tobject", "key-list", "classifier", "byline", "dateline", "copyrite", "abstract", "datasource", "fn",
        "note", "alt-code", "exact",
    }),
    parts=frozenset({"block", "body.content", "ul", "ol", "dl", "table", "nitf-table"}),
)  # fmt: skip
_IN_HEAD = attrs.evolve(_NAMES, skipped=frozenset())


def dumps(article: Article, *, namespace: bool = True) -> str:
    """The article as an NITF document; without namespace for readers, such as Superdesk, that know none.

    Raises FormatError with the path of a text that XML cannot hold, TypeError when it is no Article.

    >>> from articlekit import Article, Paragraph
    >>> "<hl1>Ferry returns</hl1>" in dumps(Article(title="Ferry returns", body=[Paragraph("It came back.")]))
    True
    """
    want_article(article, "formats.nitf.dumps")
    refuse_unholdable(article, name)
    return DECLARATION + document(article, namespace=namespace) + "\n"


def loads(text: str) -> Article:
    """The article in an NITF document.

    Raises FormatError when the text is no NITF, with the place; MissingExtraError when lxml is not installed; TypeError
    when the text is no str.
    """
    return article_in(parsed(want_text(text, "formats.nitf.loads"), name))


def dump_all(articles: Iterable[Article], *, namespace: bool = True) -> Iterator[str]:
    """One document after the other, one article at a time.

    Raises TypeError when they are no articles and, when the pieces are asked for, what ``dumps`` raises.
    """
    return (dumps(article, namespace=namespace) for article in want_articles(articles, "formats.nitf.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every document in a text, an open file or pieces of text, one at a time.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return map(loads, documents(want_pieces(source, "formats.nitf.load_all")))


def document(article: Article, *, namespace: bool = True) -> str:
    """The root element as text, for documents that have NITF in them and have refused what XML cannot hold."""
    exact = beside(article, held(article))
    root = {"xmlns": NAMESPACE if namespace else None, **_VERSION, "baselang": _slots.held_language(article.language)}
    return element("nitf", root, "\n", _head(article, exact), "\n", _body(article), "\n")


def sniff(head: str) -> bool:
    """Whether a text that begins so is a document of this format."""
    return opens_with(head, "nitf")


def held(article: Article) -> Article:
    """What the elements of a document give back."""
    line = article.dateline or Dateline()
    body = _slots.held_blocks(article.body)
    return attrs.evolve(
        _slots.held_in_elements(article),
        dateline=dateline_of(line.printed, body, held_places(line), line.agency),
        published=_read_date(_norm(article.published)),
        updated=_read_date(_norm(article.updated)),
    )


def _head(article: Article, exact: dict[str, Any]) -> str:
    published, url = _norm(article.published), _slots.held_url(article.url)
    publication = {
        "name": article.publisher or None,
        "date.publication": published,
        "position.section": article.section or None,
        "ex-ref": url,
    }
    parts = (
        text_element("title", article.title or None),
        '<tobject tobject.type="news"/>',
        _docdata(article, published),
        element("pubdata", {"type": "web", **publication}) if any(publication.values()) else "",
        _revision(_norm(article.updated)),
        text_element("ak:exact", json.dumps(exact), {"xmlns:ak": MARK}) if exact else "",
    )
    return element("head", None, "\n", "\n".join(filter(None, parts)), "\n")


def _docdata(article: Article, published: str | None) -> str:
    keywords = "".join(element("keyword", {"key": keyword}) for keyword in article.keywords)
    parts = (
        element("doc-id", {"id-string": _slots.identifier(article)}),
        element("date.issue", {"norm": published}) if published else "",
        element("key-list", None, keywords) if keywords else "",
    )
    return element("docdata", {"management-status": "usable"}, *parts)


def _revision(updated: str | None) -> str:
    return element("revision-history", {"function": "editor", "norm": updated, "comment": _UPDATED}) if updated else ""


def _body(article: Article) -> str:
    agency = article.dateline.agency if article.dateline else None
    head = (
        element("hedline", None, text_element("hl1", article.title)) if article.title else "",
        *(element("byline", None, text_element("person", author)) for author in article.authors),
        element("distributor", None, text_element("org", agency)) if agency else "",
        dateline_element(article.dateline) if article.dateline else "",
        _abstract(article),
    )
    content = (
        *map(_media, article.captions),
        element("block", {"id": _MAIN}, _blocks(article)),
    )
    return element(
        "body",
        {"xml:lang": _slots.held_language(article.language)},
        element("body.head", None, "\n", "\n".join(filter(None, head)), "\n"),
        "\n",
        element("body.content", None, "\n", "\n".join(content), "\n"),
    )


def _blocks(article: Article) -> str:
    """The body; its first paragraph is the lede. In a text "<" is a reference, so the first "<p>" is that paragraph."""
    return body_element(article.body, _TAGS, "ul", _NAMES).replace("<p>", '<p lede="true">', 1)


def _abstract(article: Article) -> str:
    summary = element("p", None, inline(article.summary, _NAMES)) if article.summary else ""
    items = "".join(element("li", None, inline(bullet.text, _NAMES)) for bullet in article.bullets)
    return element("abstract", None, summary, element("ul", None, items) if items else "") if summary or items else ""


def _media(caption: Caption) -> str:
    return element(
        "media",
        {"media-type": "image"},
        element("media-reference", {"source": caption.url or None}),
        element("media-caption", None, inline(caption.text, _NAMES)) if caption.text else "",
        text_element("media-producer", caption.credit or None),
    )


def _norm(value: date | None) -> str | None:
    """A date in the basic form of ISO 8601.

    >>> _norm(date(2023, 12, 7))
    '20231207'
    """
    if value is None:
        return None
    day, mark, clock = value.isoformat().partition("T")
    return day.replace("-", "") + mark + clock.replace(":", "")


def _read_date(text: str | None) -> date | None:
    """A date as NITF writes it: zeros without a "T" say that no time is available.

    >>> _read_date("20231207000000-0500"), _read_date("20231207143000Z").hour
    (datetime.date(2023, 12, 7), 14)
    """
    found = _without_mark.fullmatch((text or "").strip())
    if found is not None:
        day, clock, zone = found.group("day", "clock", "zone")
        text = day if clock in {None, _NO_TIME} else f"{day}T{clock}{zone or ''}"
    return _slots.read_moment(text, name, "norm")


def article_in(root: etree._Element) -> Article:
    """The article in the tree of a document. Raises FormatError when it is no news text in NITF."""
    if local_name(root) != "nitf":
        problem = f"expected the root element nitf, found {local_name(root)}{_HINTS.get(local_name(root), '')}"
        raise FormatError(problem, format=name)
    exact = first(root, "head", "exact")
    values = read_exact(None if exact is None else exact.text or "", name)
    return restored(_seen(root), values, held, name)


def _seen(root: etree._Element) -> Article:
    head = first(root, "body", "body.head")
    body = tuple(block for content in named(root, "body", "body.content") for block in read_blocks(content, _NAMES))
    title = _text(root, "body", "body.head", "hedline", "hl1") or _text(root, "head", "title") or ""
    summary, bullets = _read_abstract(root)
    if not body and not any(block.get("id") == _MAIN for block in _all(root, "block")):
        _refuse_other(root)
    published = _attribute(root, "norm", "head", "docdata", "date.issue")
    published = published or _attribute(root, "date.publication", "head", "pubdata")
    return Article(
        title=title,
        body=body,
        bullets=bullets,
        summary=summary,
        dateline=_read_dateline(head, body),
        authors=tuple(_authors(root)),
        captions=tuple(map(_read_media, _all(root, "media"))),
        published=_read_date(published),
        updated=_read_date(_revised(root)),
        language=_slots.held_language(_language(root)),
        url=_url(root),
        publisher=_slots.held_line(_attribute(root, "name", "head", "pubdata")),
        section=_slots.held_line(_attribute(root, "position.section", "head", "pubdata")),
        keywords=_slots.held_lines(_attributes(root, "key", "head", "docdata", "key-list", "keyword")),
    )


def _read_abstract(root: etree._Element) -> tuple[str | None, tuple[Bullet, ...]]:
    blocks = [block for found in named(root, "body", "body.head", "abstract") for block in read_blocks(found, _IN_HEAD)]
    summary = "\n".join(block.text for block in blocks if not isinstance(block, Bullet))
    deck = _text(root, "body", "body.head", "hedline", "hl2")  # the secondary headline, as standfirst
    return _slots.held_text(summary) or deck, tuple(block for block in blocks if isinstance(block, Bullet))


def _read_dateline(head: etree._Element | None, body: tuple[Block, ...]) -> Dateline | None:
    if head is None:
        return dateline_of(None, body)
    line = first(head, "dateline")
    agency = text_of(first(head, "distributor", "org")) or text_of(first(head, "distributor"))
    places = (_read_place(location) for location in named(line, "location")) if line is not None else ()
    return dateline_of(text_of(line), body, filter(None, places), agency)


def _read_place(location: etree._Element) -> Place | None:
    town, *wider = (text_of(first(location, step)) for step in ("city", "region", "state", "country"))
    return Place(town, next(filter(None, wider), None)) if town is not None else None


def _authors(root: etree._Element) -> Iterator[str]:
    for byline in named(root, "body", "body.head", "byline"):
        people = [text_of(person) for person in named(byline, "person")]
        if people:
            yield from filter(None, people)
        else:
            found = Byline.parse(text_of(byline) or "")
            yield from found.authors if found is not None else ()


def _read_media(media: etree._Element) -> Caption:
    reference, caption = first(media, "media-reference"), first(media, "media-caption")
    source = None if reference is None else reference.get("source")
    text = None if caption is None else inline_text(caption, _IN_HEAD)
    return _slots.caption_of(text, text_of(first(media, "media-producer")), source or None)


def _revised(root: etree._Element) -> str | None:
    revisions = list(named(root, "head", "revision-history"))
    ours = [revision for revision in revisions if revision.get("comment") == _UPDATED]
    return next((revision.get("norm") for revision in reversed(ours or revisions)), None)


def _language(root: etree._Element) -> str | None:
    body = first(root, "body")
    return root.get("baselang") or (None if body is None else body.get(XML_LANG))


def _url(root: etree._Element) -> str | None:
    given = (_attribute(root, "ex-ref", "head", "pubdata"), _attribute(root, "id-string", "head", "docdata", "doc-id"))
    return next(filter(None, map(_slots.held_url, given)), None)


def _refuse_other(root: etree._Element) -> None:
    """An NITF document without text is a picture, a film or a bare notice."""
    kinds = {media.get("media-type") or "media" for media in _all(root, "media")}
    problem = f"a document of {', '.join(sorted(kinds))}, no text article" if kinds else "the document holds no text"
    raise FormatError(problem, format=name)


def _all(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    return (node for node in root.iter() if local_name(node) == tag)


def _text(root: etree._Element, *path: str) -> str | None:
    return text_of(first(root, *path))


def _attributes(root: etree._Element, attribute: str, *path: str) -> Iterator[str]:
    return (node.get(attribute, "") for node in named(root, *path))


def _attribute(root: etree._Element, attribute: str, *path: str) -> str | None:
    return next(filter(None, _attributes(root, attribute, *path)), None)
