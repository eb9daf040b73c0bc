"""Whether an object keeps to schema.org: properties of its type, values in their ranges."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

_TEXTS = frozenset({"Text", "URL"})
_DATES = frozenset({"Date", "DateTime"})


class Vocabulary:
    """Types and properties as ``schemaorg-current-https.jsonld`` defines them."""

    def __init__(self, file: Path) -> None:
        nodes = [node for node in json.loads(file.read_text("utf-8"))["@graph"] if node["@id"].startswith("schema:")]
        self._above = {_local(node["@id"]): set(_ids(node, "rdfs:subClassOf")) for node in nodes}
        self._domains = {_local(node["@id"]): set(_ids(node, "schema:domainIncludes")) for node in nodes}
        self._ranges = {_local(node["@id"]): set(_ids(node, "schema:rangeIncludes")) for node in nodes}

    def problems(self, thing: Mapping[str, Any], path: str = "$") -> Iterator[str]:
        """What is wrong with an object and the objects in it; properties named by an IRI are not schema.org's."""
        kinds = self._with_above(thing["@type"])
        for key, value in thing.items():
            if key.startswith("@") or ":" in key:
                continue
            if not self._domains.get(key, set()) & kinds:
                yield f"{path}.{key}: {thing['@type']} has no such property"
            for part in value if isinstance(value, list) else [value]:
                yield from self._of_value(part, self._ranges.get(key, set()), f"{path}.{key}")

    def _of_value(self, value: object, ranges: set[str], path: str) -> Iterator[str]:
        if isinstance(value, dict):
            if not self._with_above(value["@type"]) & ranges:
                yield f"{path}: a {value['@type']} is none of {ranges}"
            yield from self.problems(value, path)
        elif not isinstance(value, str) or not ranges & (_TEXTS | _DATES):
            yield f"{path}: {value!r} is none of {ranges}"
        elif not ranges & _TEXTS:
            datetime.fromisoformat(value)

    def _with_above(self, kind: str) -> set[str]:
        found, left = set(), [kind]
        while left:
            one = left.pop()
            found.add(one)
            left += self._above.get(one, set()) - found
        return found


@cache
def vocabulary(file: Path) -> Vocabulary:
    """The vocabulary in a file, read once."""
    return Vocabulary(file)


def _ids(node: Mapping[str, Any], key: str) -> Iterator[str]:
    value = node.get(key, [])
    return (_local(part["@id"]) for part in (value if isinstance(value, list) else [value]))


def _local(iri: str) -> str:
    return iri.rpartition(":")[2].rpartition("/")[2]
