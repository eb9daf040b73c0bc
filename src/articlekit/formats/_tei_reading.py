"""Reads the article in a TEI document, be it of our own writing, of a tool for corpora or of a scholar's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import attrs

from ..errors import FormatError
from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph, Place, Subheading, Timestamp
from . import _slots
from ._blocks import Names, read_blocks
from ._datelines import dateline_of
from ._xml import XML_LANG, first, local_name, named, text_of

if TYPE_CHECKING:
    from lxml import etree

_FORMAT = "tei"
UPDATED, CREDIT, SECTION = "updated", "credit", "section"
_NOBODY, _TOP = "N/A", "h1"

NAMES = Names(
    blocks={
        "p": Paragraph, "ab": Paragraph, "l": Paragraph, "cell": Paragraph,
        "head": Subheading, "label": Subheading, "item": Bullet,
    },
    line_break="lb",
    skipped=frozenset({"opener", "byline", "dateline", "closer", "figure", "figdesc", "note", "fw"}),
    parts=frozenset({"body", "div", "list", "quote", "cit", "lg", "sp", "table", "row"}),
)  # fmt: skip
_IN_HEADER = attrs.evolve(NAMES, skipped=frozenset({"note"}))
_IN_CAPTION = Names(
    blocks={"p": Paragraph, "head": Paragraph, "figdesc": Paragraph},
    line_break="lb",
    skipped=frozenset({"note", "graphic", "figure"}),
)
_MEANT: Mapping[tuple[str, str | None], str] = {
    ("ab", "caption"): "figure",
    ("ab", "header"): "head",
    ("fw", "header"): "head",
    ("div", "comments"): "note",
}
"""Elements that are told by their type, and the element that says so by its name."""

_SOURCES = (
    ("sourceDesc", "biblFull", "publicationStmt"),
    ("sourceDesc", "biblStruct", "monogr", "imprint"),
    ("sourceDesc", "bibl"),
    ("publicationStmt",),
)
"""Where a header tells of the publication, best first."""


def seen(root: etree._Element) -> Article:
    """What the elements tell. Raises FormatError when there is no body of text."""
    bodies = list(named(root, "text", "body"))
    if not bodies:
        kinds = sorted({local_name(node) for node in root} - {"teiHeader", ""})
        problem = f"a document of {', '.join(kinds)}, no text article" if kinds else "the document holds no text"
        raise FormatError(problem, format=_FORMAT)
    title = _title(root)
    captions = tuple(caption for body in bodies for caption in _told_by_type(body, title))
    blocks = tuple(block for body in bodies for block in read_blocks(body, NAMES))
    summary, bullets = _read_abstract(root)
    section, keywords = _read_terms(root)
    url = _url(root)
    publisher = next(filter(None, map(text_of, _sources(root, "publisher"))), None)
    return Article(
        title=title,
        body=blocks,
        bullets=bullets,
        summary=summary,
        dateline=_read_dateline(bodies, blocks),
        authors=several(_slots.held_lines(_texts(root, "titleStmt", "author"))),
        captions=captions,
        published=next(filter(None, (_read_date(node) for node in _sources(root, "date"))), None),
        updated=read_when(_revised(root)),
        language=_slots.held_language(_language(root)),
        url=url,
        publisher=held_publisher(publisher, url),
        section=section,
        keywords=keywords,
    )


def read_when(text: str | None) -> date | None:
    """A date or date-time from ``@when``."""
    return _slots.read_moment(text, _FORMAT, "when")


def held_publisher(text: str | None, url: str | None) -> str | None:
    """The publisher; tools have a word for none, and put the host of the address behind the name."""
    host = urlsplit(url or "").hostname
    name = (text or "").removesuffix(f" ({host})") if host else text
    return None if name == _NOBODY else _slots.held_line(name)


def _title(root: etree._Element) -> str:
    titles = list(named(root, "teiHeader", "fileDesc", "titleStmt", "title"))
    main = [title for title in titles if title.get("type") == "main"]
    return next(filter(None, map(text_of, main or titles)), "")


def _told_by_type(body: etree._Element, title: str) -> tuple[Caption, ...]:
    """Renames what is told by its type, and the title where it is said again; gives the captions."""
    figures, heads = [], []
    for node in body.iter("{*}ab", "{*}fw", "{*}div", "{*}head", "{*}figure"):
        tag = local_name(node)
        node.tag = _MEANT.get((tag, node.get("type")), tag)
        if node.tag == "figure":
            figures.append(node)
        elif node.tag == "head" and (tag == "head" or node.get("rend") == _TOP):
            heads.append(node)
    for head in heads:
        nested = next(head.iterdescendants("head"), None)  # its text would be read once for each head around it
        if nested is None and text_of(head) == title:
            head.tag = "fw"
    return tuple(map(_read_caption, figures))


def _read_caption(node: etree._Element) -> Caption:
    text = " ".join(block.text for block in read_blocks(node, _IN_CAPTION))
    credits_ = (text_of(note) for note in named(node, "note") if note.get("type") == CREDIT)
    pictures = (graphic.get("url") for graphic in named(node, "graphic"))
    return _slots.caption_of(text, next(credits_, None), next(pictures, None) or None)


def _read_abstract(root: etree._Element) -> tuple[str | None, tuple[Bullet, ...]]:
    found = named(root, "teiHeader", "profileDesc", "abstract")
    blocks = [block for abstract in found for block in read_blocks(abstract, _IN_HEADER)]
    summary = "\n".join(block.text for block in blocks if not isinstance(block, Bullet))
    return _slots.held_text(summary), tuple(block for block in blocks if isinstance(block, Bullet))


def _read_terms(root: etree._Element) -> tuple[str | None, tuple[str, ...]]:
    """Section and keywords; terms of a type that tools give them hold several, joined by commas."""
    sections: list[str] = []
    keywords: list[str] = []
    for term in named(root, "teiHeader", "profileDesc", "textClass", "keywords", "term"):
        kind, text = term.get("type"), text_of(term)
        if text is None:
            continue
        if kind in {SECTION, "categories"}:
            sections.append(text if kind == SECTION else text.partition(",")[0])
        else:
            keywords += dict.fromkeys(map(str.strip, text.split(","))) if kind == "tags" else [text]
    return _slots.held_line(next(iter(sections), None)), _slots.held_lines(keywords)


def _read_dateline(bodies: Iterable[etree._Element], blocks: tuple[Block, ...]) -> Dateline | None:
    line = next((node for body in bodies for node in body.iter("{*}dateline")), None)
    if line is None:
        return dateline_of(None, blocks)
    places = (_read_place(node) for node in named(line, "placeName"))
    return dateline_of(text_of(line), blocks, filter(None, places), text_of(first(line, "orgName")))


def _read_place(node: etree._Element) -> Place | None:
    town = first(node, "settlement")
    text = text_of(node if town is None else town)
    wider = (text_of(first(node, step)) for step in ("region", "country")) if town is not None else ()
    return Place(text, next(filter(None, wider), None)) if text is not None else None


def several(authors: tuple[str, ...]) -> tuple[str, ...]:
    """The authors; tools put several into one element."""
    return _slots.held_lines(authors[0].split("; ")) if len(authors) == 1 else authors


def _sources(root: etree._Element, step: str) -> Iterator[etree._Element]:
    return (node for path in _SOURCES for node in named(root, "teiHeader", "fileDesc", *path, step))


def _read_date(node: etree._Element) -> date | None:
    """A date from the attribute that tells it, else as it is printed."""
    when = node.get("when")
    if when is not None:
        return read_when(when)
    values = (stamp.value for stamp in Timestamp.parse_all(text_of(node) or ""))
    return next((value for value in values if isinstance(value, date)), None)


def _revised(root: etree._Element) -> str | None:
    changes = [node for node in named(root, "teiHeader", "revisionDesc", "change") if text_of(node) == UPDATED]
    return next((change.get("when") for change in changes), None)


def _language(root: etree._Element) -> str | None:
    told = [node.get("ident") for node in named(root, "teiHeader", "profileDesc", "langUsage", "language")]
    text = first(root, "text")
    return next(filter(None, (*told, None if text is None else text.get(XML_LANG), root.get(XML_LANG))), None)


def _url(root: etree._Element) -> str | None:
    notes = (note for note in named(root, "teiHeader", "fileDesc", "notesStmt", "note") if note.get("type") == "id")
    given = (*(node.get("target") for node in _sources(root, "ptr")), *map(text_of, notes))
    return next(filter(None, map(_slots.held_url, given)), None)


def _texts(root: etree._Element, *path: str) -> Iterator[str]:
    return (text_of(node) or "" for node in named(root, "teiHeader", "fileDesc", *path))
