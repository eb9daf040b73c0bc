"""Reads the article in an entry of an Atom feed; those of version 0.3 too, which has other names for dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import attrs

from ..errors import FormatError
from ..model import Article
from . import _entry, _fragment, _slots
from ._xml import XML_LANG, local_name, text_of

if TYPE_CHECKING:
    from lxml import etree

_FORMAT = "atom"
NOBODY, NEVER = "unknown", "1970-01-01T00:00:00Z"
"""The author and the update of an article that has none."""

SECTION = "urn:x-articlekit:section"
"""The scheme of the category that is the section."""

_MEDIA_CONTENT = "{http://search.yahoo.com/mrss/}content"
_HTML = frozenset({"html", "text/html"})
_XHTML = frozenset({"xhtml", "application/xhtml+xml"})


@attrs.frozen
class Common:
    """What a feed says of all its entries."""

    authors: tuple[str, ...] = ()
    language: str | None = None


def entries_in(root: etree._Element) -> list[etree._Element]:
    """The entries of a feed, or the one that is the document. Raises FormatError when the root is none of both."""
    found = local_name(root)
    if found not in {"feed", "entry"}:
        problem = f"expected the root element feed or entry, found {found}"
        raise FormatError(problem, format=_FORMAT)
    return [root] if found == "entry" else list(_own(root, "entry"))


def common_in(feed: etree._Element | None) -> Common:
    """What the feed says, if there is one."""
    return Common() if feed is None else Common(_authors(feed), feed.get(XML_LANG))


def seen(entry: etree._Element, common: Common) -> Article:
    """What the elements tell. Raises FormatError when the entry is no text."""
    shown = _content(entry)
    summary = _entry.own_summary(_text(entry, "summary"), shown.bullets)
    if not (shown.body or shown.bullets or summary):
        _refuse_media(entry)
    sections = [category.get("term") for category in _own(entry, "category") if category.get("scheme") == SECTION]
    keywords = (category.get("term") or "" for category in _own(entry, "category") if category.get("scheme") != SECTION)
    published = read_date(_first_text(entry, "published", "issued", "created"), "published")
    return attrs.evolve(
        shown,
        title=_text(entry, "title") or "",
        summary=summary,
        authors=_authors(entry) or _source_authors(entry) or common.authors,
        published=published,
        updated=own_update(read_date(_first_text(entry, "updated", "modified"), "updated"), published),
        language=_slots.held_language(entry.get(XML_LANG) or common.language),
        url=_url(entry),
        publisher=next((_text(source, "title") for source in _own(entry, "source")), None),
        section=_slots.held_line(next(iter(sections), None)),
        keywords=_slots.held_lines(keywords),
    )


def own_authors(authors: tuple[str, ...]) -> tuple[str, ...]:
    """The authors; none where the one that the standard wants is nobody."""
    return () if authors == (NOBODY,) else authors


def own_update(updated: date | None, published: date | None) -> date | None:
    """When an entry was updated; None where its date is there because the standard wants one."""
    return None if updated in {read_date(NEVER, "updated"), published} else updated


def read_date(text: str | None, path: str) -> date | None:
    """A date or date-time."""
    return _entry.read_date(text, _FORMAT, path)


def _own(node: etree._Element, step: str) -> Iterator[etree._Element]:
    """The children of a name in Atom, whatever version's namespace; extensions have elements of the same names."""
    space = str(node.tag).rpartition("}")[0]
    return (child for child in node if child.tag == (f"{space}}}{step}" if space else step))


def _first_text(node: etree._Element, *steps: str) -> str | None:
    return next((text_of(child) for step in steps for child in _own(node, step)), None)


def _text(node: etree._Element, step: str) -> str | None:
    """A text construct in one line."""
    child = next(_own(node, step), None)
    if child is None or child.get("type") not in _HTML:
        return text_of(child)
    return _slots.held_line(_fragment.text_in(_fragment.parsed(_whole_text(child), _FORMAT, step)))


def _whole_text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _content(entry: etree._Element) -> Article:
    content = next(_own(entry, "content"), None)
    if content is None:
        return Article()
    kind = (content.get("type") or "text").partition(";")[0].strip().lower()
    if kind in _HTML:
        return _entry.seen(_whole_text(content), _FORMAT, "content")
    if kind in _XHTML:
        return _entry.seen_in(content)
    if kind == "text" or kind.startswith("text/"):
        return Article(body=_entry.paragraphs(_whole_text(content)))
    problem = f"an entry of {kind}, no text article"
    raise FormatError(problem, format=_FORMAT, path="content")


def _refuse_media(entry: etree._Element) -> None:
    """An entry that says nothing is what is enclosed in it."""
    enclosed = [link for link in _own(entry, "link") if link.get("rel") == "enclosure"]
    kinds = sorted({node.get("type") or "media" for node in (*enclosed, *entry.iter(_MEDIA_CONTENT))})
    if kinds:
        problem = f"an entry of {', '.join(kinds)}, no text article"
        raise FormatError(problem, format=_FORMAT)


def _authors(node: etree._Element) -> tuple[str, ...]:
    names = (_first_text(author, "name") or "" for author in _own(node, "author"))
    return own_authors(_slots.held_lines(names))


def _source_authors(entry: etree._Element) -> tuple[str, ...]:
    return next(map(_authors, _own(entry, "source")), ())


def _url(entry: etree._Element) -> str | None:
    links = (link for link in _own(entry, "link") if link.get("rel") in {None, "alternate"})
    identity = _first_text(entry, "id") or ""
    given = (*map(_address, links), identity if identity.startswith(("http://", "https://")) else None)
    return next(filter(None, map(_slots.held_url, given)), None)


def _address(link: etree._Element) -> str | None:
    """Where a link leads, seen from its base."""
    href, base = link.get("href") or "", link.base
    if _slots.is_url(href) or not _slots.is_url(base):
        return href
    try:
        return urljoin(base or "", href)
    except ValueError:  # a host in brackets that is none
        return None
