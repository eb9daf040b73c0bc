"""Documents of ninjs 3.x: lists of texts and names, each with its role. Those of 2.x differ in the case of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ._ninjs_item import (
    CAPTION,
    EXACT,
    HTML,
    PLAIN,
    WEB,
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

VERSION = "3.1"
_SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#"


def document(item: Item) -> dict[str, Any]:
    """The document as plain values."""
    return filled({
        "standard": {"name": "ninjs", "version": VERSION, "schema": _SCHEMA},
        "uri": item.uri,
        "type": item.kind,
        "representationType": "full",
        "profile": item.profile,
        "firstCreated": item.created,
        "versionCreated": item.changed,
        "pubStatus": "usable",
        "language": item.language,
        "altIds": [{"role": f"{EXACT}:{field}", "value": value} for field, value in item.exact.items()],
        "headlines": _texts(item.headlines),
        "by": item.by,
        "people": _names(item.people, "rel"),
        "located": item.located,
        "places": _names(item.places, "rel"),
        "infoSources": _names(item.sources, "role"),
        "descriptions": _texts(item.descriptions),
        "subjects": _names(item.subjects, "rel"),
        "bodies": _texts(item.bodies),
        "renditions": [{"name": WEB, "href": item.web, "contentType": HTML}] if item.web else [],
        "associations": [_picture(picture) for picture in item.pictures],
    })  # fmt: skip


def item(root: Node) -> Item:
    """What a document says. Raises FormatError with the path of a value of a wrong type."""
    return attrs.evolve(
        begun(root),
        by=root.text("by"),
        web=next((node.text("href") for node in root.nodes("renditions") if node.text("name") == WEB), None),
        is_event=root.has("eventdetails", "plannedcoverage"),
        headlines=_read_texts(root.nodes("headlines")),
        descriptions=_read_texts(root.nodes("descriptions")),
        bodies=_read_texts(root.nodes("bodies")),
        people=read_names(root.nodes("people"), "rel"),
        places=read_names(root.nodes("places"), "rel"),
        sources=read_names(root.nodes("infoSources"), "role", "rel"),
        subjects=read_names(root.nodes("subjects"), "rel"),
        pictures=tuple(_read_picture(node) for node in root.nodes("associations") if is_picture(node)),
        exact=dict(_exact(root)),
    )


def _texts(texts: Iterable[Text]) -> list[dict[str, Any]]:
    return [
        filled({"role": text.role or None, "contentType": text.media_type or None, "value": text.value})
        for text in texts
    ]


def _names(named: Iterable[Named], role: str) -> list[dict[str, str]]:
    return [{"name": one.name, role: one.role} for one in named]


def _picture(picture: Picture) -> dict[str, Any]:
    described = [] if picture.text is None else [Text(picture.text, CAPTION, PLAIN)]
    return filled({
        "name": picture.name,
        "rel": CAPTION,
        "uri": picture.uri,
        "type": "picture",
        "representationType": "partial",
        "by": picture.credit,
        "descriptions": _texts(described),
        "renditions": [{"name": "main", "href": picture.url}] if picture.url else [],
    })  # fmt: skip


def _read_texts(nodes: Iterable[Node]) -> tuple[Text, ...]:
    return tuple(
        Text(node.text("value") or "", node.text("role") or "", node.text("contentType") or "") for node in nodes
    )


def _read_picture(node: Node) -> Picture:
    texts = [text for text in _read_texts(node.nodes("descriptions")) if not text.is_html]
    text = next((text.value for role in (CAPTION, "text") for text in texts if text.role == role), None)
    links = {one.text("name") or "": one.text("href") for one in node.nodes("renditions")}
    return Picture(
        name=node.text("name") or "",
        uri=node.text("uri") or "",
        text=text if text is not None else next((text.value for text in texts), None),
        credit=node.text("by"),
        url=main_link(links),
        is_ours=node.text("rel") == CAPTION,
    )


def _exact(root: Node) -> Iterator[tuple[str, str]]:
    for node in root.nodes("altIds"):
        space, _, field = (node.text("role") or "").partition(":")
        if space == EXACT:
            yield field, node.text("value") or ""
