"""What a ninjs document says of an article, whatever its version calls it; and how its JSON is looked through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..errors import FormatError

FORMAT = "ninjs"
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


@attrs.frozen
class Node:
    """An object in a document, with its path. Keys are found in any case: versions differ in it alone.

    Each question raises FormatError with the path when what is there is of another type; null is nothing.
    """

    path: str
    keys: Mapping[str, tuple[str, object]]

    @classmethod
    def of(cls, value: object, path: str) -> Node:
        """The object itself."""
        found: dict[str, object] = _want(value, dict, path) or {}
        return cls(path, {key.lower(): (key, part) for key, part in found.items()})

    def text(self, key: str) -> str | None:
        """The string under a key."""
        path, value = self._at(key)
        found: str | None = _want(value, str, path)
        return found

    def node(self, key: str) -> Node:
        """The object under a key; an empty one when there is none."""
        path, value = self._at(key)
        return Node.of(value, path)

    def nodes(self, key: str) -> Iterator[Node]:
        """The objects of the array under a key."""
        path, value = self._at(key)
        for number, part in enumerate(_want(value, list, path) or []):
            yield Node.of(part, f"{path}[{number}]")

    def nodes_by_name(self, key: str) -> Iterator[tuple[str, Node]]:
        """The objects of the object under a key, with their keys."""
        path, value = self._at(key)
        for name, part in (_want(value, dict, path) or {}).items():
            yield name, Node.of(part, f"{path}.{name}")

    def texts(self, start: str) -> Iterator[tuple[str, str]]:
        """The strings under all keys that begin so, with the rest of the key."""
        for key, (written, _) in self.keys.items():
            if key.startswith(start):
                yield written[len(start) :], self.text(key) or ""

    def has(self, *keys: str) -> bool:
        """Whether any of the keys is there."""
        return any(key in self.keys for key in keys)

    def _at(self, key: str) -> tuple[str, object]:
        written, value = self.keys.get(key.lower(), (key, None))
        return f"{self.path}.{written}", value


_WORDS: Mapping[type, str] = {dict: "an object", list: "an array", str: "a string"}


def _want(value: object, kind: type, path: str) -> Any:  # noqa: ANN401 - of that kind
    if value is None or isinstance(value, kind):
        return value
    problem = f"expected {_WORDS[kind]}, got {type(value).__name__}"
    raise FormatError(problem, format=FORMAT, path=path)
