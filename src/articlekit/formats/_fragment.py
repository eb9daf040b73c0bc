"""Fragments of HTML that hold the body of an article: well-formed as XML when written, any HTML when read.

Paragraphs are ``<p>``, subheadings ``<h2>``, list items ``<ul><li>``, line ends ``<br/>``; the dateline is a ``span``
of the class ``dateline`` at the start of its paragraph. What HTML cannot show, such as control characters, stands as
U+FFFD.

Writing needs nothing; reading needs ``articlekit[xml]``. Nothing is loaded or run, and the trees are walked without
recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from ..model import Block, Bullet, Dateline, Paragraph, Subheading
from ._blocks import inline, inline_text, read_blocks, runs
from ._html import NAMES, in_html, parsed_html
from ._slots import held_blocks, parts_of
from ._xml import element, local_name

if TYPE_CHECKING:
    from lxml import etree

DATELINE = "dateline"
"""The class of what the dateline stands in."""

_TAGS: Mapping[type[Block], str] = MappingProxyType({Paragraph: "p", Subheading: "h2", Bullet: "li"})
_ASIDE = "template"
_NAMES = attrs.evolve(
    NAMES,
    blocks={**NAMES.blocks, "address": Paragraph},
    skipped=NAMES.skipped
    | {"head", "title", "object", "embed", "applet", "math", "canvas", "audio", "video", "nav", "select", "textarea"}
    | {"figcaption", _ASIDE},
    parts=NAMES.parts | {"html", "header", "footer", "aside", "center", "details", "summary"},
)


@attrs.frozen
class Fragment:
    """What stands in a fragment: the blocks of its body, and the text that is marked as the dateline."""

    blocks: tuple[Block, ...]
    dateline: str | None


def written(body: Iterable[Block], dateline: Dateline | None = None) -> str:
    """The blocks as elements, a line each, and the dateline marked in the paragraph that begins with it.

    >>> written([Paragraph("LISBON: It came back.")], Dateline(printed="LISBON", separator=": "))
    '<p><span class="dateline">LISBON: </span>It came back.</p>'
    """
    head, lines = str(dateline or ""), []
    for is_list, blocks in runs(body):
        first = blocks[0]
        if is_list:
            lines.append(element("ul", None, *(element("li", None, shown(block.text)) for block in blocks)))
        elif head and isinstance(first, Paragraph) and first.text.startswith(head):
            marked = element("span", {"class": DATELINE}, shown(head))
            lines.append(element("p", None, marked, shown(first.text[len(head) :])))
            head = ""
        else:
            lines.append(element(_TAGS[type(first)], None, shown(first.text)))
    return "\n".join(lines)


def shown(text: str) -> str:
    """A text as the content of an element, with its line ends as elements."""
    return inline(in_html(text), _NAMES)


def held(body: Iterable[Block]) -> tuple[Block, ...]:
    """What a written fragment gives back."""
    return tuple(filter(_has_text, held_blocks(type(block)(in_html(block.text)) for block in body)))


def _has_text(block: Block) -> bool:
    """Pages hold paragraphs of a no-break space, for the look of it."""
    return not block.text.isspace()


def read(markup: str, name: str, path: str = "$") -> Fragment:
    """The blocks and the dateline in a fragment or a page.

    Raises FormatError for the format ``name``, and MissingExtraError when lxml is not installed, as ``parsed`` does.
    """
    root = parsed(markup, name, path)
    return Fragment(blocks_in(root), dateline_in(root))


def parsed(markup: str, name: str, path: str = "$") -> etree._Element:
    """The tree of a fragment or a page, all of it in its ``body``. Raises what ``parsed_html`` does."""
    return parsed_html(markup, name, path, before="<html><body>")


def blocks_in(root: etree._Element) -> tuple[Block, ...]:
    """The blocks in an element; where none is marked as a block, empty lines part them."""
    blocks = tuple(filter(_has_text, read_blocks(root, _NAMES)))
    if any(local_name(node) in _NAMES.blocks for node in root.iter()):
        return blocks
    return tuple(Paragraph(text) for block in blocks for text in parts_of(block.text))


def text_in(node: etree._Element) -> str:
    """The text of one element, line breaks kept, white space around it dropped."""
    return inline_text(node, _NAMES)


def dateline_in(root: etree._Element) -> str | None:
    """The text of the first element of the class ``dateline``, white space around it dropped."""
    return next((text_in(node) for node in marked(root, DATELINE)), None) or None


def marked(root: etree._Element, class_name: str) -> Iterator[etree._Element]:
    """The elements of a class, in the order of the document."""
    return (node for node in root.iter() if class_name in (node.get("class") or "").split())


def set_aside(node: etree._Element) -> None:
    """Make an element one whose text is no part of the body; what follows it stays."""
    node.tag = _ASIDE
