"""Tells Hypothesis how to make articlekit's values, so that ``st.from_type(articlekit.Article)`` works.

Hypothesis calls ``register`` when it is imported (entry point group ``hypothesis``). The strategies are imported when
the first of them is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import model

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_MAKERS: dict[type, str] = {
    model.Article: "articles",
    model.Bullet: "bullets",
    model.Byline: "bylines",
    model.Caption: "captions",
    model.Dateline: "datelines",
    model.Paragraph: "paragraphs",
    model.Place: "places",
    model.Subheading: "subheadings",
    model.Timestamp: "timestamps",
}


def register() -> None:
    """Register a strategy for every value class of the package."""
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 - Hypothesis is being imported itself

    for kind in _MAKERS:
        register_type_strategy(kind, _strategy_for)


def _strategy_for(kind: type) -> SearchStrategy[Any]:
    from . import strategies  # noqa: PLC0415 - imported when a strategy is first asked for

    made: SearchStrategy[Any] = getattr(strategies, _MAKERS[kind])()
    return made
