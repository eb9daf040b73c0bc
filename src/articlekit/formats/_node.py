"""JSON of others, looked through with the path of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..errors import FormatError


@attrs.frozen
class Node:
    """An object in a document of the format ``name``, with its path. Keys are found in any case.

    Each question raises FormatError with the path when what is there is of another type; null is nothing.
    """

    name: str
    path: str
    keys: Mapping[str, tuple[str, object]]

    @classmethod
    def of(cls, value: object, name: str, path: str) -> Node:
        """The object itself."""
        found: dict[str, object] = _want(value, dict, name, path) or {}
        return cls(name, path, {key.lower(): (key, part) for key, part in found.items()})

    def text(self, key: str) -> str | None:
        """The string under a key."""
        path, value = self._at(key)
        found: str | None = _want(value, str, self.name, path)
        return found

    def node(self, key: str) -> Node:
        """The object under a key; an empty one when there is none."""
        path, value = self._at(key)
        return Node.of(value, self.name, path)

    def nodes(self, key: str) -> Iterator[Node]:
        """The objects of the array under a key."""
        path, value = self._at(key)
        for number, part in enumerate(_want(value, list, self.name, path) or []):
            yield Node.of(part, self.name, f"{path}[{number}]")

    def nodes_by_name(self, key: str) -> Iterator[tuple[str, Node]]:
        """The objects of the object under a key, with their keys."""
        path, value = self._at(key)
        for key_, part in (_want(value, dict, self.name, path) or {}).items():
            yield key_, Node.of(part, self.name, f"{path}.{key_}")

    def texts(self, start: str) -> Iterator[tuple[str, str]]:
        """The strings under all keys that begin so, with the rest of the key."""
        for key, (written, _) in self.keys.items():
            if key.startswith(start):
                yield written[len(start) :], self.text(key) or ""

    def strings(self, key: str) -> Iterator[str]:
        """The strings of the array under a key."""
        path, value = self._at(key)
        for number, part in enumerate(_want(value, list, self.name, path) or []):
            yield _want(part, str, self.name, f"{path}[{number}]") or ""

    def values(self, key: str) -> dict[str, object]:
        """What stands in the object under a key, as it is."""
        return dict(self.node(key).keys.values())

    def has(self, *keys: str) -> bool:
        """Whether any of the keys is there."""
        return any(key in self.keys for key in keys)

    def _at(self, key: str) -> tuple[str, object]:
        written, value = self.keys.get(key.lower(), (key, None))
        return f"{self.path}.{written}", value


_WORDS: Mapping[type, str] = {dict: "an object", list: "an array", str: "a string"}


def _want(value: object, kind: type, name: str, path: str) -> Any:  # noqa: ANN401 - of that kind
    if value is None or isinstance(value, kind):
        return value
    problem = f"expected {_WORDS[kind]}, got {type(value).__name__}"
    raise FormatError(problem, format=name, path=path)
