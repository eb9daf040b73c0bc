"""The cattrs converter that takes articles apart into plain values and puts them together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from types import GenericAlias, MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_args, get_origin

import attrs

from .model import Article, Block, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp

if TYPE_CHECKING:
    from cattrs import Converter

VALUES = (Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp)

BLOCKS: Mapping[str, type[Block]] = MappingProxyType(
    {"paragraph": Paragraph, "subheading": Subheading, "bullet": Bullet}
)
"""The blocks of a body by the ``type`` that tells them apart."""

DATE_FORM = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?)?)?"
)
"""A date, or a datetime with or without offset, in ISO 8601."""

MISSING = "the key is missing"

_TAG = "type"
_V = TypeVar("_V", bound=attrs.AttrsInstance)
_date_form = re.compile(DATE_FORM)
_OFFSET = 4  # the group of the form that holds it
_DATE_LENGTH = len("2023-12-07")
_QUOTED = 40


class KeyProblemError(ValueError):
    """A key of an object is missing, is unknown, or has a value that it cannot have."""

    def __init__(self, key: str, problem: str) -> None:
        self.key, self.problem = key, problem
        super().__init__(f"{key}: {problem}")


def converter() -> Converter:
    """A new cattrs Converter for Article and every value in it; change it as you like.

    It makes plain dicts, lists and strings, which any JSON library can write, and reads them strictly: an unknown key,
    a missing key and a value of a wrong type are errors. The blocks of a body carry a ``type``; dates are strings in
    ISO 8601.

    >>> from articlekit import Caption
    >>> plain = converter().unstructure(Caption("The ferry at dawn.", "ISPR/File"))
    >>> plain["credit"]
    'ISPR/File'
    >>> converter().structure(plain, Caption)
    Caption(text='The ferry at dawn.', credit='ISPR/File', url=None, photographers=(), organisations=())
    """
    from cattrs import Converter  # noqa: PLC0415 - cattrs is slow to import, and reading pages does without

    made = Converter(unstruct_collection_overrides={tuple: list})
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _number)
    made.register_structure_hook(date, lambda value, _type: read_date(value))
    made.register_structure_hook(date | time, lambda value, _type: _read_date_or_time(value))
    for kind in (date, time, date | time):
        made.register_unstructure_hook(kind, _iso)
    made.register_structure_hook_factory(_is_tuple, lambda kind: _list_reader(kind, made))
    made.register_structure_hook_factory(lambda kind: kind in VALUES, lambda kind: _object_reader(kind, made))
    _mark_blocks(made)
    return made


@cache
def shared_converter() -> Converter:
    """The converter that the formats use, and nobody changes: what it has compiled is kept."""
    return converter()


def read_date(value: object) -> date:
    """A date or datetime from its ISO 8601 form. Raises TypeError when it is no str, ValueError when it is no date.

    >>> read_date("2023-12-07")
    datetime.date(2023, 12, 7)
    >>> read_date("2023-12-07T14:30:00")
    datetime.datetime(2023, 12, 7, 14, 30)
    """
    if not isinstance(value, str):
        _refuse("a date in a string", value)
    form = _date_form.fullmatch(value)
    if form is None:
        message = f"expected a date such as '2023-12-07' or '2023-12-07T14:30:00+02:00', got {value[:_QUOTED]!r}"
        raise ValueError(message)
    if len(value) == _DATE_LENGTH:
        return date.fromisoformat(value)
    offset = form[_OFFSET] or ""
    return datetime.fromisoformat(value.removesuffix(offset)).replace(tzinfo=_zone(offset))


def _zone(offset: str) -> timezone | None:
    """The zone of an offset such as "+02:00"; ``fromisoformat`` takes an offset of less than a second for none."""
    if not offset or offset == "Z":
        return UTC if offset else None
    apart = time.fromisoformat(offset[1:])
    size = timedelta(hours=apart.hour, minutes=apart.minute, seconds=apart.second, microseconds=apart.microsecond)
    return timezone(-size if offset[0] == "-" else size)


def _read_date_or_time(value: object) -> date | time:
    if isinstance(value, str) and value[2:3] == ":":
        return time.fromisoformat(value)
    return read_date(value)


def _iso(value: date | time) -> str:
    """What ``date.isoformat`` gives, but a datetime keeps its time."""
    return value.isoformat()


def _text(value: object, _type: object) -> str:
    return value if isinstance(value, str) else _refuse("a string", value)


def _number(value: object, _type: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else _refuse("a whole number", value)


def _refuse(wanted: str, value: object) -> NoReturn:
    message = f"expected {wanted}, got {'null' if value is None else type(value).__name__}"
    raise TypeError(message)


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _list_reader(kind: object, made: Converter) -> Callable[[object, object], tuple[Any, ...]]:
    of_lists = made.get_structure_hook(GenericAlias(list, get_args(kind)[:1]))

    def read(value: object, _type: object) -> tuple[Any, ...]:
        return tuple(of_lists(value, list) if isinstance(value, list | tuple) else _refuse("a list", value))

    return read


def _object_reader(kind: type[_V], made: Converter) -> Callable[[object, object], _V]:
    """A reader for a class of which every key must be there, and no other."""
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415 - as cattrs itself

    of_dicts: Callable[[Mapping[Any, object], type[_V]], _V] = make_dict_structure_fn(kind, made)
    keys = {field.name for field in attrs.fields(kind)}

    def read(value: object, _type: object) -> _V:
        if not isinstance(value, Mapping):
            _refuse("an object", value)
        if value.keys() != keys:
            _refuse_keys(value, keys)
        return of_dicts(value, kind)

    return read


def _refuse_keys(value: Mapping[Any, object], keys: set[str]) -> NoReturn:
    unknown = [key for key in value if key not in keys]
    if unknown:
        raise KeyProblemError(str(unknown[0]), f"unknown key; known are {', '.join(sorted(keys))}")
    raise KeyProblemError(min(keys - value.keys()), MISSING)


def _mark_blocks(made: Converter) -> None:
    """Blocks of a body carry their type; elsewhere a Bullet has no need of one."""
    types = {kind: name for name, kind in BLOCKS.items()}
    names = ", ".join(BLOCKS)

    def read(value: object, _type: object) -> Block:
        if not isinstance(value, Mapping):
            _refuse("an object", value)
        if _TAG not in value:
            raise KeyProblemError(_TAG, MISSING)
        kind = BLOCKS.get(value[_TAG]) if isinstance(value[_TAG], str) else None
        if kind is None:
            raise KeyProblemError(_TAG, f"expected one of {names}, got {repr(value[_TAG])[:_QUOTED]}")
        return made.structure({key: part for key, part in value.items() if key != _TAG}, kind)

    made.register_structure_hook(Block, read)
    made.register_unstructure_hook(Block, lambda block: {_TAG: types[type(block)], "text": block.text})
