"""The blocks of a body in a tree of XML or HTML elements; whatever the names of the elements are.

A line end inside a text is the element that breaks lines (``<br/>``); white space with a line end in it is the layout
of the source and reads as one space, white space around a block as nothing. Empty blocks are nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from ..model import Block, Bullet, Paragraph
from ._slots import between_lines, held_text
from ._xml import element, entity_text, escaped, local_name

if TYPE_CHECKING:
    from lxml import etree


@attrs.frozen(kw_only=True)
class Names:
    """How a vocabulary names blocks.

    ``blocks`` are the elements that are blocks, by what they are; ``line_break`` the element that breaks a line;
    ``skipped`` the elements whose text is no part of the body. Text outside of blocks is a paragraph of its own where
    an element in ``parts`` begins or ends.
    """

    blocks: Mapping[str, type[Block]]
    line_break: str
    skipped: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


def inline(text: str, names: Names) -> str:
    """A text as the content of an element, with its line ends as elements."""
    return f"<{names.line_break}/>".join(map(escaped, text.split("\n")))


def runs(body: Iterable[Block]) -> Iterator[tuple[bool, Sequence[Block]]]:
    """The blocks in runs: list items that follow each other are one list (True), every other block is alone (False)."""
    for is_list, group in groupby(body, lambda block: isinstance(block, Bullet)):
        if is_list:
            yield True, tuple(group)
        else:
            yield from ((False, (block,)) for block in group)


def read_blocks(root: etree._Element, names: Names) -> Iterator[Block]:
    """The blocks in an element, in order; walks without recursion.

    The innermost of nested blocks wins, but for a paragraph in a list item or subheading, which is that item.
    """
    return _Walk(names).read(root)


def inline_text(node: etree._Element, names: Names) -> str:
    """The text of one element, line breaks kept, white space around it dropped."""
    return " ".join(block.text for block in read_blocks(node, attrs.evolve(names, blocks={}, parts=frozenset())))


class _Walk:
    """What is open while a tree is walked: kinds of blocks, and the text gathered for the innermost."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._kinds: list[type[Block]] = [Paragraph]
        self._text: list[str] = []

    def read(self, root: etree._Element) -> Iterator[Block]:
        open_nodes = [iter((root,))]
        parents: list[etree._Element] = []
        while open_nodes:
            node = next(open_nodes[-1], None)
            if node is None:
                open_nodes.pop()
                if parents:
                    done = parents.pop()
                    yield from self._close(local_name(done).lower())
                    self._add(done.tail if parents else None)
            elif node is root or self._goes_into(node):
                yield from self._open(local_name(node).lower(), node)
                open_nodes.append(iter(node))
                parents.append(node)
            else:
                self._add(entity_text(node))
                self._add(node.tail)
        yield from self._flush()

    def _goes_into(self, node: etree._Element) -> bool:
        name = local_name(node).lower()
        return bool(name) and name not in self._names.skipped

    def _open(self, name: str, node: etree._Element) -> Iterator[Block]:
        if name == self._names.line_break:
            self._text.append("\n")
            return
        kind = self._names.blocks.get(name)
        if kind is not None or name in self._names.parts:
            yield from self._flush()
        if kind is not None:
            self._kinds.append(self._kinds[-1] if kind is Paragraph else kind)
        self._add(node.text)

    def _close(self, name: str) -> Iterator[Block]:
        if name in self._names.blocks:
            yield from self._flush()
            self._kinds.pop()
        elif name in self._names.parts:
            yield from self._flush()

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(between_lines(text))

    def _flush(self) -> Iterator[Block]:
        text = held_text("".join(self._text))
        self._text.clear()
        if text is not None:
            yield self._kinds[-1](text)


def body_element(body: Iterable[Block], names: Mapping[type[Block], str], list_name: str, layout: Names) -> str:
    """The blocks as elements, a line each."""
    lines = []
    for is_list, blocks in runs(body):
        made = "".join(element(names[type(block)], None, inline(block.text, layout)) for block in blocks)
        lines.append(element(list_name, None, made) if is_list else made)
    return "\n".join(lines)
