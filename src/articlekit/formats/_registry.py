"""Which formats are installed: found through the entry points, whoever ships them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import Protocol, cast

from .._checks import want_text
from ..errors import ArticlekitError, UnknownFormatError
from ..model import Article

GROUP = "articlekit.formats"
_SHAPE = ("name", "extensions", "media_type", "dumps", "loads", "dump_all", "load_all")


class Format(Protocol):
    """What the module of a format offers; it may take more options, all keyword-only."""

    name: str
    extensions: tuple[str, ...]
    media_type: str

    def dumps(self, article: Article, /) -> str:
        """The article as text."""

    def loads(self, text: str, /) -> Article:
        """The article in a text."""

    def dump_all(self, articles: Iterable[Article], /) -> Iterator[str]:
        """The pieces of a text with all articles, made when they are asked for."""

    def load_all(self, source: Iterable[str], /) -> Iterator[Article]:
        """The articles in a text, an open file or pieces of text, read when they are asked for."""


@cache
def registry() -> Mapping[str, tuple[EntryPoint, ...]]:
    """Every installed format's entry points, by name, sorted; each knows the distribution that ships it (``dist``).

    A name has more than one entry point when several distributions claim it; ``get`` refuses such a name.
    """
    found: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, []).append(point)
    return MappingProxyType({name: tuple(found[name]) for name in sorted(found)})


def names() -> tuple[str, ...]:
    """The names of all installed formats, sorted.

    >>> set(names()) >= {"json", "jsonl", "markdown", "text"}
    True
    """
    return tuple(registry())


@cache
def get(name: str) -> Format:
    """The module of a format.

    Raises UnknownFormatError when none of that name is installed, TypeError when the name is no str, and
    ArticlekitError when several distributions claim the name or the module lacks something that a format must have.

    >>> get("json").media_type
    'application/json'
    """
    points = registry().get(want_text(name, "articlekit.formats.get"), ())
    if not points:
        message = f"no format {name!r} is installed; there are {', '.join(names()) or 'none at all'}"
        raise UnknownFormatError(message)
    if len(points) > 1:
        owners = " and ".join(_owner(point) for point in points)
        message = f"the format {name!r} is claimed by {owners}: uninstall all but one"
        raise ArticlekitError(message)
    return _load(points[0])


def claiming(file: str) -> tuple[str, ...]:
    """The names of the formats whose extensions a file's name ends with, sorted; the longest extension counts.

    Raises ArticlekitError, as ``get`` does, when a format cannot be had.

    >>> claiming("articles.jsonl"), claiming("ferry.nitf.xml"), claiming("ferry.docx")
    (('jsonl',), ('nitf',), ())
    """
    endings = {name: _ending(file, get(name).extensions) for name in names()}
    longest = max(map(len, endings.values()), default=0)
    return tuple(name for name, ending in endings.items() if ending and len(ending) == longest)


def owning(file: str) -> tuple[str, ...]:
    """Of the formats that claim a file by its name those that are the first to come to mind, or else all of them.

    The first of a format's extensions is its own: a file "ferry.json" is native JSON before it is any other. Raises
    ArticlekitError, as ``get`` does, when a format cannot be had.

    >>> owning("ferry.json")
    ('json',)
    """
    claims = claiming(file)
    return tuple(name for name in claims if file.lower().endswith(get(name).extensions[0])) or claims


def _ending(file: str, extensions: Iterable[str]) -> str:
    return max((extension for extension in extensions if file.lower().endswith(extension)), key=len, default="")


def sniffed(candidates: Iterable[str], head: str) -> tuple[str, ...]:
    """The names of those candidates that take the beginning of a text for theirs; those without ``sniff`` never do.

    Raises what ``get`` raises.

    >>> sniffed(["json", "text"], '{"version": 1, "title": "Ferry returns"')
    ('json',)
    """
    hooks = ((name, getattr(get(name), "sniff", None)) for name in candidates)
    return tuple(name for name, sniff in hooks if sniff is not None and sniff(head))


def _load(point: EntryPoint) -> Format:
    module = point.load()
    missing = [part for part in _SHAPE if not hasattr(module, part)]
    if missing:
        message = f"the format {point.name!r} of {_owner(point)} lacks {', '.join(missing)}"
        raise ArticlekitError(message)
    return cast("Format", module)


def _owner(point: EntryPoint) -> str:
    dist = point.dist
    return f"{point.value} ({dist.name} {dist.version})" if dist is not None else point.value
