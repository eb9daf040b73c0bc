"""Articles as the objects of other libraries, one module for each library, imported when it is first used.

``zyte`` maps to and from ``zyte_common_items.Article``; ``langchain`` and ``llamaindex`` make documents. Each needs the
extra of its name, and raises MissingExtraError without it.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import langchain, llamaindex, zyte

__all__ = ["langchain", "llamaindex", "zyte"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f".{name}", __name__)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
