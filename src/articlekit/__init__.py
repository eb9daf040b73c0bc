"""Turns the dirty text of a news page into a typed article, with a reason for every line.

Names are imported when they are first used, so that ``import articlekit`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import formats, interchange, packs
    from . import strategies as strategies
    from .convert import converter
    from .errors import (
        ArticlekitError,
        FormatError,
        MissingExtraError,
        NoArticleError,
        PackError,
        UnknownFormatError,
    )
    from .explanation import Explanation
    from .formats import dumps, loads
    from .formats.json import from_dict, to_dict
    from .lines import Line, Role
    from .model import Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp
    from .parsing import explain, parse, parse_all

__version__ = "0.1.0"

_HOMES = {
    "Article": "model",
    "ArticlekitError": "errors",
    "Bullet": "model",
    "Byline": "model",
    "Caption": "model",
    "Dateline": "model",
    "Explanation": "explanation",
    "FormatError": "errors",
    "Line": "lines",
    "MissingExtraError": "errors",
    "NoArticleError": "errors",
    "PackError": "errors",
    "Paragraph": "model",
    "Place": "model",
    "Role": "lines",
    "Subheading": "model",
    "Timestamp": "model",
    "UnknownFormatError": "errors",
    "converter": "convert",
    "dumps": "formats",
    "explain": "parsing",
    "from_dict": "formats.json",
    "loads": "formats",
    "parse": "parsing",
    "parse_all": "parsing",
    "to_dict": "formats.json",
}
_MODULES = frozenset({"formats", "interchange", "packs", "strategies"})

__all__ = [
    "Article",
    "ArticlekitError",
    "Bullet",
    "Byline",
    "Caption",
    "Dateline",
    "Explanation",
    "FormatError",
    "Line",
    "MissingExtraError",
    "NoArticleError",
    "PackError",
    "Paragraph",
    "Place",
    "Role",
    "Subheading",
    "Timestamp",
    "UnknownFormatError",
    "converter",
    "dumps",
    "explain",
    "formats",
    "from_dict",
    "interchange",
    "loads",
    "packs",
    "parse",
    "parse_all",
    "to_dict",
]  # without strategies, which need an extra: "import *" imports all of these


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute can be anything
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    if name in _HOMES:
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_MODULES})
