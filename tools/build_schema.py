"""Writes the JSON Schema of native JSON from the classes of the model.

    python tools/build_schema.py

Whoever changes the model runs it; a test tells when the shipped schema is not what the classes say.
"""

from __future__ import annotations

import inspect
import json
import types
from datetime import date
from pathlib import Path
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs

import articlekit.schema
from articlekit.convert import BLOCKS, DATE_FORM
from articlekit.formats.json import VERSION
from articlekit.model import Article, Bullet, Caption, Dateline, Place

_RANGES: dict[tuple[type, str], tuple[int, int]] = {
    (Dateline, "month"): (1, 12),
    (Dateline, "day"): (1, 31),
    (Dateline, "year"): (1, 9999),
}
_BLOCK_NAMES = {kind: name for name, kind in BLOCKS.items()}


def build() -> dict[str, Any]:
    """The schema of a document: the version, and every field of an article."""
    article = _object(Article, version={"const": VERSION, "description": "The version of this format."})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:articlekit:schema:article:{VERSION}",
        "title": "Article",
        **article,
        "$defs": {
            **{kind.__name__: _object(kind) for kind in (Place, Dateline, Caption, Bullet)},
            "Block": {"oneOf": [{"$ref": f"#/$defs/{kind.__name__}Block"} for kind in _BLOCK_NAMES]},
            **{f"{kind.__name__}Block": _object(kind, type={"const": name}) for kind, name in _BLOCK_NAMES.items()},
            "Date": {
                "type": "string",
                "pattern": f"^{DATE_FORM}$",
                "description": "A date, or a datetime with or without offset, in ISO 8601.",
            },
        },
    }


def _object(kind: type, **before: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    fields = {field.name: _typed(hints[field.name], kind, field.name) for field in attrs.fields(kind)}
    properties = before | fields
    return {
        "description": _description(kind),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _typed(hint: object, kind: type, name: str) -> dict[str, Any]:
    if get_origin(hint) in (Union, types.UnionType):
        if set(get_args(hint)) == set(_BLOCK_NAMES):
            return {"$ref": "#/$defs/Block"}
        return {"anyOf": [_typed(part, kind, name) for part in get_args(hint)]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _typed(get_args(hint)[0], kind, name)}
    if hint is int:
        low, high = _RANGES[kind, name]
        return {"type": "integer", "minimum": low, "maximum": high}
    return dict(_SIMPLE[hint]) if hint in _SIMPLE else {"$ref": f"#/$defs/{cast('type', hint).__name__}"}


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    type(None): {"type": "null"},
    date: {"$ref": "#/$defs/Date"},
}


def _description(kind: type) -> str:
    """The docstring without its examples, in one line a paragraph."""
    paragraphs = inspect.cleandoc(kind.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in paragraphs if not one.startswith(">>>"))


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(build(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    path = Path(articlekit.schema.__file__).with_name("article.schema.json")
    path.write_text(text(), encoding="utf-8")
    print(f"{path} written")
