"""A text item of NewsML-G2 as an article: its report, and from its header what the report lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import attrs

from ..errors import FormatError
from ..model import Article, Block, Bullet, Byline, Dateline, Place
from . import _slots
from ._datelines import dateline_of
from ._exact import FIELDS
from ._g2_report import Above, has_report, is_nitf, report_in
from ._xml import XML_LANG, first, named, text_of

if TYPE_CHECKING:
    from lxml import etree

UNKNOWN = "unknown"
"""The provider of an item of which none is known."""
VERY_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
"""The version of an item without any date."""
SECTION = "section"
"""The literal of the subject that is the section of a publication."""

TEXT = "text"
"""The kind of item that is read."""
_HIGHLIGHT, _STANDFIRST = "summary", frozenset({"summary", "teaser", ""})
_day_and_zone = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})")
_last_part = re.compile(r"[^:/]*\Z")
_number = re.compile("[0-9]{1,9}")


def kind_of(item: etree._Element) -> str:
    """What an item is, in the words of the IPTC: "text", "picture", "video" and others; from its content if untold."""
    told = first(item, "itemMeta", "itemClass")
    if told is not None:
        return _code(told.get("qcode") or told.get("uri"))
    return TEXT if has_report(item) else "items without content"


def article_in(item: etree._Element, name: str) -> Article:
    """The article in an item, or in a contentSet alone. Raises FormatError for the format ``name`` when it has none."""
    header = _header(item, name)
    report = report_in(item, Above(header.title, frozenset(_said_above(item, header))), name)
    if report is None and not header.title:
        problem = "the item holds neither a headline nor a text"
        raise FormatError(problem, format=name)
    report = report or Article()
    header = attrs.evolve(header, dateline=_dateline(item, report.body))
    lacking = {field: getattr(header, field) for field in FIELDS if not getattr(report, field)}
    return attrs.evolve(report, **{field: value for field, value in lacking.items() if value})


def _header(item: etree._Element, name: str) -> Article:
    summary, bullets = _descriptions(item)
    published, updated = _dates(item, name)
    return Article(
        title=next(_headlines(item), ""),
        bullets=bullets,
        summary=summary,
        authors=_authors(item),
        published=published,
        updated=updated,
        language=_slots.held_language(_language(item)),
        url=_slots.held_url(item.get("guid")),
        publisher=_publisher(item),
        section=next(_sections(item), None),
        keywords=_keywords(item),
    )


def _said_above(item: etree._Element, header: Article) -> Iterator[str]:
    """What stands in the header and may stand above the report again."""
    yield from _headlines(item)
    yield from filter(None, (header.summary, _by(item)))
    yield from (bullet.text for bullet in header.bullets)


def _headlines(item: etree._Element) -> Iterator[str]:
    """The headlines, the most important first; the title of an item without one is for its administration."""
    ranked = sorted(named(item, "contentMeta", "headline"), key=_rank)
    yield from filter(None, map(text_of, ranked))


def _rank(node: etree._Element) -> int:
    found = _number.fullmatch(node.get("rank", ""))
    return int(found[0]) if found is not None else 0


def _descriptions(item: etree._Element) -> tuple[str | None, tuple[Bullet, ...]]:
    """The standfirst, and the highlights, which are summaries with a rank."""
    summaries, bullets = [], []
    for node in sorted(named(item, "contentMeta", "description"), key=_rank):
        role, text = _code(node.get("role") or node.get("roleuri")), text_of(node)
        if text is not None and role == _HIGHLIGHT and _rank(node):
            bullets.append(Bullet(text))
        elif text is not None and role in _STANDFIRST:
            summaries.append(text)
    return next(iter(summaries), None), tuple(bullets)


def _by(item: etree._Element) -> str | None:
    return text_of(first(item, "contentMeta", "by"))


def _authors(item: etree._Element) -> tuple[str, ...]:
    """The creators; those in the byline where it names others, since a creator may be an account of a system."""
    creators = tuple(filter(None, (text_of(first(node, "name")) for node in named(item, "contentMeta", "creator"))))
    printed = _by(item) or ""
    byline = Byline.parse(printed)
    if byline is None or not byline.authors or any(name in printed for name in creators):
        return creators
    return byline.authors


def _dates(item: etree._Element, name: str) -> tuple[date | None, date | None]:
    """Published and updated; where nothing else tells them, by the date of the version: the first, or a later one."""
    created = _moment(item, name, "contentMeta", "contentCreated")
    published = created or _moment(item, name, "itemMeta", "firstCreated")
    updated = _moment(item, name, "contentMeta", "contentModified")
    version = _moment(item, name, "itemMeta", "versionCreated")
    if item.get("version", "1") != "1":
        return published, updated or version
    first_version = version if version != VERY_FIRST and updated is None else None
    return published or first_version, updated


def _moment(item: etree._Element, name: str, *path: str) -> date | None:
    text = text_of(first(item, *path))
    day = _day_and_zone.fullmatch(text or "")
    return _slots.read_moment(text if day is None else day[1], name, "/".join(path))


def _language(item: etree._Element) -> str | None:
    told = first(item, "contentMeta", "language")
    return (None if told is None else told.get("tag")) or item.get(XML_LANG)


def _publisher(item: etree._Element) -> str | None:
    provider = first(item, "itemMeta", "provider")
    if provider is None:
        return None
    literal = _slots.held_line(provider.get("literal"))
    return text_of(first(provider, "name")) or (literal if literal != UNKNOWN else None)


def _sections(item: etree._Element) -> Iterator[str]:
    return (called for literal, called in _subjects(item) if literal == SECTION)


def _keywords(item: etree._Element) -> tuple[str, ...]:
    """The keywords; where there are none, the names of the subjects, whatever vocabulary they are of."""
    keywords = tuple(filter(None, map(text_of, named(item, "contentMeta", "keyword"))))
    return keywords or tuple(called for literal, called in _subjects(item) if literal != SECTION)


def _subjects(item: etree._Element) -> Iterator[tuple[str | None, str]]:
    """The literal and the name of every subject that has a name."""
    for subject in named(item, "contentMeta", "subject"):
        called = text_of(first(subject, "name"))
        if called is not None:
            yield subject.get("literal"), called


def _dateline(item: etree._Element, body: tuple[Block, ...]) -> Dateline | None:
    """The printed dateline, or what the report begins with; places and agency of the header where it has none."""
    printed = _printed(item)
    if printed is None and is_nitf(item):  # which has said so
        return None
    found = dateline_of(printed, body)
    if found is None:
        return None
    places = found.places or tuple(_places(item))
    return attrs.evolve(found, places=places, agency=found.agency or text_of(first(item, "contentMeta", "infoSource")))


def _printed(item: etree._Element) -> str | None:
    node = first(item, "contentMeta", "dateline")
    return None if node is None else "".join(map(str, node.itertext()))


def _places(item: etree._Element) -> Iterator[Place]:
    for located in named(item, "contentMeta", "located"):
        town = text_of(first(located, "name"))
        if town is not None:
            yield Place(town, text_of(first(located, "broader", "name")))


def _code(text: str | None) -> str:
    """What a code or URI of a vocabulary ends with; the first when there are several."""
    codes = (text or "").split()
    found = _last_part.search(codes[0]) if codes else None
    return found[0] if found is not None else ""
