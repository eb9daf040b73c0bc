"""Items of HTML microdata: what ``itemscope``, ``itemtype`` and ``itemprop`` say in a page.

Source: https://html.spec.whatwg.org/multipage/microdata.html
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from ._xml import local_name, text_of, want_lxml

if TYPE_CHECKING:
    from lxml import etree

_ATTRIBUTES = MappingProxyType({
    "meta": "content", "link": "href", "a": "href", "img": "src", "time": "datetime", "data": "value",
})  # fmt: skip


class Item:
    """An element with ``itemscope``: its types, and its properties in the order of the page."""

    def __init__(self, node: etree._Element) -> None:
        self.node = node
        self.types = tuple(kind.rpartition("/")[2] for kind in node.get("itemtype", "").split())
        self.items: list[tuple[str, Item]] = []
        self.elements: list[tuple[str, etree._Element]] = []

    def elements_of(self, name: str) -> Iterator[etree._Element]:
        """The elements that hold a property's values; an item has one too."""
        of_items = ((key, item.node) for key, item in self.items)
        return (node for key, node in (*self.elements, *of_items) if key == name)

    def items_of(self, name: str) -> Iterator[Item]:
        """The items that are a property's values."""
        return (item for key, item in self.items if key == name)

    def first(self, name: str) -> etree._Element | None:
        """The first element that holds a value of a property."""
        return next(self.elements_of(name), None)

    def values(self, name: str) -> Iterator[str]:
        """The values of a property as text."""
        return (text for node in self.elements_of(name) if (text := attribute_of(node) or text_of(node)))

    def value(self, name: str) -> str | None:
        """The first value of a property as text."""
        return next(self.values(name), None)

    def names(self, name: str) -> Iterator[str]:
        """What the things that are a property's values are called; a text is its own name."""
        yield from (called for item in self.items_of(name) if (called := item.value("name")))
        yield from (
            text for key, node in self.elements if key == name and (text := attribute_of(node) or text_of(node))
        )


def items(root: etree._Element) -> list[Item]:
    """All items of a page, those within others included, in its order; walks without recursion."""
    found: list[Item] = []
    around: list[Item] = []
    for event, node in want_lxml("reading HTML").iterwalk(root, events=("start", "end")):
        if event == "end":
            if around and around[-1].node is node:
                around.pop()
            continue
        names = node.get("itemprop", "").split()
        if node.get("itemscope") is None:
            _add_element(around, names, node)
            continue
        item = Item(node)
        _add_item(around, names, item)
        found.append(item)
        around.append(item)
    return found


def _add_element(around: list[Item], names: list[str], node: etree._Element) -> None:
    if around:
        around[-1].elements += [(name, node) for name in names]


def _add_item(around: list[Item], names: list[str], item: Item) -> None:
    if around:
        around[-1].items += [(name, item) for name in names]


def attribute_of(node: etree._Element) -> str | None:
    """The value of a property that an attribute of its element holds; None when it is the element's text."""
    attribute = _ATTRIBUTES.get(local_name(node))
    return None if attribute is None else node.get(attribute)
