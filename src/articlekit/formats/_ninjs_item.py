"""What a ninjs document says of an article, whatever its version calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ._node import Node

PROFILE = "articlekit"
"""The profile of documents that we wrote: nothing in them has to be guessed."""
EXACT = "articlekit"
"""The name space of the alternative ids that hold exact values."""
PLAIN, XHTML, HTML, NITF = "text/plain", "application/xhtml+xml", "text/html", "text/vnd.IPTC.NITF"

MAIN, WEB, CAPTION = "main", "web", "caption"
DATELINE, DATELINE_DATE, DATELINE_REGION = "dateline", "datelineDate", "datelineRegion"
HIGHLIGHT, SUMMARY = "highlight", "summary"
CREATOR, AGENCY, PUBLISHER, SECTION, KEYWORD = "creator", "agency", "publisher", "section", "keyword"


@attrs.frozen
class Named:
    """A name, and what it is to the article."""

    name: str
    role: str = ""


@attrs.frozen
class Text:
    """A text, its part in the article and its media type; either may be ""."""

    value: str
    role: str = ""
    media_type: str = ""

    @property
    def is_html(self) -> bool:
        """Whether it is markup: "text/html", "application/xhtml+xml", "text/html5", "body_xhtml"."""
        return "html" in self.media_type.lower()


@attrs.frozen(kw_only=True)
class Picture:
    """A picture that goes with the article."""

    name: str
    uri: str
    text: str | None = None
    credit: str | None = None
    url: str | None = None
    is_ours: bool = True


@attrs.frozen(kw_only=True)
class Item:
    """The parts of a document that an article is made of; texts as they stand there."""

    uri: str
    kind: str | None = "text"
    profile: str | None = PROFILE
    created: str | None = None
    changed: str | None = None
    language: str | None = None
    title: str | None = None
    by: str | None = None
    located: str | None = None
    holder: str | None = None
    web: str | None = None
    is_event: bool = False
    headlines: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    bodies: tuple[Text, ...] = ()
    people: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    sources: tuple[Named, ...] = ()
    subjects: tuple[Named, ...] = ()
    pictures: tuple[Picture, ...] = ()
    exact: Mapping[str, str] = attrs.Factory(dict)

    @property
    def is_ours(self) -> bool:
        """Whether we wrote it."""
        return self.profile == PROFILE

    def described(self, *roles: str) -> str | None:
        """The first description with the first of the roles that there is."""
        return next((text.value for role in roles for text in self.descriptions if text.role == role), None)


def names(found: tuple[Named, ...], role: str) -> tuple[str, ...]:
    """The names that have a role."""
    return tuple(one.name for one in found if one.role == role)


def filled(document: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a document that hold something."""
    return {key: value for key, value in document.items() if value not in (None, [], {})}


def begun(root: Node) -> Item:
    """What all versions say alike, but for the case of their keys: what the document is, and when it came to be."""
    return Item(
        uri=root.text("uri") or "",
        kind=root.text("type"),
        profile=root.text("profile"),
        created=root.text("firstCreated") or root.text("contentCreated"),
        changed=root.text("versionCreated"),
        language=root.text("language"),
        title=root.text("title"),
        located=root.text("located"),
        holder=root.text("copyrightHolder"),
    )


def read_names(nodes: Iterable[Node], *roles: str) -> tuple[Named, ...]:
    """The names in objects, with the first of the keys for their roles that they have."""
    found = ((node.text("name"), next(filter(None, map(node.text, roles)), "")) for node in nodes)
    return tuple(Named(name, role) for name, role in found if name is not None)


def is_picture(node: Node) -> bool:
    """Whether an association is a picture, and not another article or a film."""
    return node.text("rel") == CAPTION or node.text("type") in _PICTURES


def main_link(links: dict[str, str | None]) -> str | None:
    """The address of the rendition that counts, or else of the first."""
    return next(filter(None, (*map(links.get, _MAIN_RENDITIONS), *links.values())), None)


_PICTURES = frozenset({"picture", "graphic"})
_MAIN_RENDITIONS = ("main", "web", "hires")
