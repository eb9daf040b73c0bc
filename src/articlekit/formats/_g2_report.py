"""The report in a text item of NewsML-G2: NITF, else XHTML, else text in a string."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

import attrs

from ..errors import FormatError
from ..model import Article, Block, Caption, Paragraph
from . import _fragment, nitf
from ._blocks import inline_text, read_blocks
from ._html import NAMES
from ._nested import read_for
from ._slots import between_lines, held_line, parts_of
from ._xml import first, local_name, named, text_of

if TYPE_CHECKING:
    from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_CONTENT = "contentSet"
_NAMES = attrs.evolve(
    NAMES,
    skipped=NAMES.skipped | {"head", "header", "footer", "nav", "aside", "select", "audio", "video"},
    parts=NAMES.parts | {"address"},
)
_IN_CAPTION = attrs.evolve(_NAMES, skipped=frozenset())


class Above(NamedTuple):
    """What the header of an item says: its headline, or "", and all texts that a page may print above its report."""

    title: str
    texts: frozenset[str]


def has_report(item: etree._Element) -> bool:
    """Whether a report stands in an item."""
    return any(node is not None for node in _reports(item))


def is_nitf(item: etree._Element) -> bool:
    """Whether the report in an item is NITF."""
    return _reports(item)[0] is not None


def report_in(item: etree._Element, above: Above, name: str) -> Article | None:
    """The report in an item, or None; without those texts of the header that a page repeats above the report.

    Raises FormatError for the format ``name`` when the report cannot be read, or stands elsewhere.
    """
    marked, page, data = _reports(item)
    if marked is not None:
        return _from_nitf(marked, name)
    if page is not None:
        return _article(_title(page), read_blocks(page, _NAMES), _captions(page), above)
    if data is not None:
        return _from_data(data, above, name)
    _refuse_elsewhere(item, name)
    return None


def _reports(item: etree._Element) -> tuple[etree._Element | None, etree._Element | None, etree._Element | None]:
    """The NITF, the outermost element of XHTML, and the string that stand in an item."""
    content = item if local_name(item) == _CONTENT else first(item, _CONTENT)
    if content is None:
        return None, None, None
    marked = (node for inline in named(content, "inlineXML") for node in inline.iter() if local_name(node) == "nitf")
    pages = (node for node in named(content, "inlineXML") for node in node if str(node.tag).startswith(_XHTML))
    return next(marked, None), next(pages, None), first(content, "inlineData")


def _from_nitf(node: etree._Element, name: str) -> Article:
    with read_for(name):
        return nitf.article_in(node)


def _from_data(node: etree._Element, above: Above, name: str) -> Article | None:
    """A report in a string: of HTML when it says so, else of paragraphs with blank lines between, or a line each."""
    kind, text = node.get("contenttype", "").lower(), "".join(map(str, node.itertext()))
    if node.get("encoding"):
        problem = "the text is encoded, which is not read"
        raise FormatError(problem, format=name, path="contentSet/inlineData/@encoding")
    if "html" in kind:
        page = _fragment.parsed(text, name, "contentSet/inlineData")
        return _article(_title(page), read_blocks(page, _NAMES), _captions(page), above)
    if kind and not kind.startswith("text/"):
        problem = f"data of the type {kind[:40]!r}, no text article"
        raise FormatError(problem, format=name, path="contentSet/inlineData")
    paragraphs = (Paragraph(between_lines(part)) for part in parts_of(text, or_lines=True))
    return _article("", paragraphs, (), above)


def _article(title: str, blocks: Iterable[Block], captions: Iterable[Caption], above: Above) -> Article | None:
    """A report of these blocks, but for those that repeat the header; the header's headline counts."""
    title = above.title or title
    said = above.texts | {title}
    body = tuple(dropwhile(lambda block: held_line(block.text) in said, blocks))
    return Article(title=title, body=body, captions=tuple(captions)) if body else None


def _title(page: etree._Element) -> str:
    found = (text_of(node) for tag in ("h1", "title") for node in page.iter() if local_name(node) == tag)
    return next(filter(None, found), "")


def _captions(page: etree._Element) -> Iterable[Caption]:
    """What the figures say of their pictures; nothing of those without a caption."""
    for figure in (node for node in page.iter() if local_name(node) == "figure"):
        said = first(figure, "figcaption")
        text = None if said is None else held_line(inline_text(said, _IN_CAPTION))
        if text is not None:
            near = (node for child in figure for node in (child, *child) if local_name(node) == "img")
            yield attrs.evolve(Caption.parse(text), url=next((image.get("src") or None for image in near), None))


def _refuse_elsewhere(item: etree._Element, name: str) -> None:
    """A report that the item only points to, or in markup of another kind."""
    content = [node for part in named(item, _CONTENT) for node in part]
    others = [local_name(node) for part in content if local_name(part) == "inlineXML" for node in part]
    if others:
        problem = f"the text is marked up as {others[0]}, which is neither NITF nor XHTML"
        raise FormatError(problem, format=name, path="contentSet/inlineXML")
    links = [node.get("href", "") for node in content if local_name(node) == "remoteContent"]
    if links:
        problem = f"the text is not in the document, it stands at {links[0][:200]!r}"
        raise FormatError(problem, format=name, path="contentSet/remoteContent")
