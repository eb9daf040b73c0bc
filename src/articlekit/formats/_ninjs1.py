"""Documents of ninjs 1.x, as Superdesk and others speak it: one value a key, what a text is for is part of its key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ._fragment import shown
from ._ninjs_item import (
    CAPTION,
    EXACT,
    HIGHLIGHT,
    HTML,
    KEYWORD,
    MAIN,
    NITF,
    PLAIN,
    Item,
    Named,
    Picture,
    Text,
    begun,
    filled,
    is_picture,
    main_link,
    read_names,
)
from ._node import Node
from ._xml import element

VERSION = "1.6"
_SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#"
_TEXT, _HTML = "text", "html"
_LATER = ("headlines", "bodies", "descriptions", "people", "places", "subjects", "infosources")
_KEYS = (
    "headline",
    "byline",
    "person",
    "place",
    "subject",
    "infosource",
    "$standard",
    "mimetype",
)
_STARTS = ("headline_", "body_", "description_")
_MARKUP = frozenset({"html", "xhtml", "richtext", "html5"})


def is_one(root: Node) -> bool:
    """Whether a document has the keys of version 1 and none that came later."""
    return not root.has(*_LATER) and (root.has(*_KEYS) or any(key.startswith(_STARTS) for key in root.keys))


def document(item: Item) -> dict[str, Any]:
    """The document as plain values."""
    head = {
        "$standard": {"name": "ninjs", "version": VERSION, "schema": _SCHEMA},
        "uri": item.uri,
        "type": item.kind,
        "mimetype": HTML,
        "representationtype": "complete",
        "profile": item.profile,
        "firstcreated": item.created,
        "versioncreated": item.changed,
        "altids": {f"{EXACT}_{field}": value for field, value in item.exact.items()},
        "pubstatus": "usable",
        "language": item.language,
        "headline": next((text.value for text in item.headlines), None),
        "byline": item.by,
        "person": _names(item.people),
        "located": item.located,
        "place": _names(item.places),
        "infosource": _names(item.sources),
    }
    tail = {
        "subject": _names(item.subjects),
        **{"body_" + (_HTML if body.is_html else _TEXT): body.value for body in item.bodies},
        "associations": {picture.name: _picture(picture) for picture in item.pictures},
    }
    return filled(head | _descriptions(item) | tail)


def item(root: Node) -> Item:
    """What a document says. Raises FormatError with the path of a value of a wrong type."""
    headline = root.text("headline")
    return attrs.evolve(
        begun(root),
        by=root.text("byline"),
        headlines=(
            *(() if headline is None else (Text(headline, MAIN),)),
            *(Text(value, role) for role, value in root.texts("headline_")),
        ),
        descriptions=tuple(_read_descriptions(root)),
        bodies=tuple(Text(value, role, _media_type(role)) for role, value in root.texts("body_")),
        people=read_names(root.nodes("person"), "rel"),
        places=read_names(root.nodes("place"), "rel"),
        sources=read_names(root.nodes("infosource"), "rel"),
        subjects=tuple(_read_subjects(root)),
        pictures=tuple(
            _read_picture(name, node)
            for name, node in root.nodes_by_name("associations")
            if is_picture(node) or name.startswith(CAPTION)
        ),
        exact=dict(_exact(root)),
    )


def _names(named: Iterable[Named]) -> list[dict[str, str]]:
    return [{"name": one.name, "rel": one.role} for one in named]


def _descriptions(item: Item) -> dict[str, str]:
    """The highlights as lines and as a list; every other description under its role."""
    highlights = [text.value for text in item.descriptions if text.role == HIGHLIGHT]
    others = {f"description_{text.role}": text.value for text in item.descriptions if text.role != HIGHLIGHT}
    if not highlights:
        return others
    items = (element("li", None, shown(highlight)) for highlight in highlights)
    return {"description_text": "\n".join(highlights), "description_html": element("ul", None, *items)} | others


def _read_descriptions(root: Node) -> Iterator[Text]:
    """The lines of the text are highlights where the markup says that it is a list."""
    is_list = "<li" in (root.text("description_html") or "")
    for role, value in root.texts("description_"):
        if role == _TEXT and is_list:
            yield from (Text(line, HIGHLIGHT, PLAIN) for line in value.split("\n"))
        else:
            yield Text(value, role, _media_type(role))


def _read_subjects(root: Node) -> Iterator[Named]:
    """The subjects, and the keywords that Superdesk adds to the standard; any other value there is somebody else's."""
    yield from read_names(root.nodes("subject"), "rel")
    _, words = root.keys.get("keywords", ("", None))
    yield from (Named(word, KEYWORD) for word in (words if isinstance(words, list) else ()) if isinstance(word, str))


def _media_type(role: str) -> str:
    return HTML if role.lower() in _MARKUP else NITF if role.lower() == "nitf" else PLAIN


def _picture(picture: Picture) -> dict[str, Any]:
    return filled({
        "uri": picture.uri,
        "type": "picture",
        "representationtype": "incomplete",
        "byline": picture.credit,
        "description_text": picture.text,
        "renditions": {"main": {"href": picture.url}} if picture.url else {},
    })  # fmt: skip


def _read_picture(name: str, node: Node) -> Picture:
    texts = {role: value for role, value in node.texts("description_") if _media_type(role) == PLAIN}
    links = {key: one.text("href") for key, one in node.nodes_by_name("renditions")}
    return Picture(
        name=name,
        uri=node.text("uri") or "",
        text=next(filter(None, (texts.get(CAPTION), texts.get(_TEXT), *texts.values())), None),
        credit=node.text("byline"),
        url=main_link(links),
        is_ours=name.startswith(CAPTION),
    )


def _exact(root: Node) -> Iterator[tuple[str, str]]:
    node = root.node("altids")
    for key, _ in node.keys.values():
        space, _, field = key.partition("_")
        if space == EXACT:
            yield field, node.text(key) or ""
