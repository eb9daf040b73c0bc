"""Values of fields as people write them by hand, made whole: what is left out gets its default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_NO_CAPTION: Mapping[str, object] = MappingProxyType(
    {"credit": None, "url": None, "photographers": [], "organisations": []}
)
_NO_PLACE: Mapping[str, object] = MappingProxyType({"region": None})
_NO_DATELINE: Mapping[str, object] = MappingProxyType(
    {"printed": "", "separator": "", "places": [], "agency": None, "month": None, "day": None, "year": None}
)


def as_list(value: object) -> object:
    """One string where several values can stand is the only one; nothing is none."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


def bullets(value: object) -> object:
    """Bullets from their texts."""
    items = as_list(value)
    return [_bullet(item) for item in items] if isinstance(items, list) else items


def _bullet(item: object) -> object:
    return item if isinstance(item, dict) and item.keys() == {"text"} else {"text": item}


def captions(value: object) -> object:
    """Captions from their texts, or from as many of their fields as are there."""
    items = as_list(value)
    return [_whole(item, _NO_CAPTION, "text") for item in items] if isinstance(items, list) else items


def dateline(value: object) -> object:
    """A dateline from what it prints, or from as many of its fields as are there; places may be names alone."""
    whole = _whole(value, _NO_DATELINE, "printed")
    if not isinstance(whole, dict):
        return whole
    places = as_list(whole["places"])
    if isinstance(places, list):
        places = [_whole(place, _NO_PLACE, "name") for place in places]
    return whole | {"places": places}


def filled(field: str, value: object) -> object:
    """The value of a field of an article, whole."""
    return _FILL[field](value) if field in _FILL else value


def _whole(value: object, defaults: Mapping[str, object], lone: str) -> object:
    """A mapping with every key; a lone string is the value of one of them."""
    if isinstance(value, str):
        return {**defaults, lone: value}
    return {**defaults, **value} if isinstance(value, dict) else value


_FILL: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {"authors": as_list, "keywords": as_list, "bullets": bullets, "captions": captions, "dateline": dateline}
)
