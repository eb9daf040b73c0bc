"""Articles without what XML has no place for: the law of the XML formats holds for these."""

from __future__ import annotations

import re
from typing import Any

from hypothesis.strategies import SearchStrategy

import articlekit
from articlekit import Article, strategies

_unholdable = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def holdable_articles() -> SearchStrategy[Article]:
    """Any article, each character that no XML can hold replaced by a question mark."""
    return strategies.articles().map(_cleaned)


def is_holdable(article: Article) -> bool:
    """Whether XML has a place for all characters of an article."""
    return _cleaned(article) == article


def _cleaned(article: Article) -> Article:
    plain = articlekit.converter().unstructure(article)
    return articlekit.converter().structure(_clean(plain), Article)


def _clean(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    if isinstance(value, str):
        return _unholdable.sub("?", value)
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list) else value
