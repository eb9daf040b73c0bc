"""The two articles that ``standards/examples`` holds in every format, and what each must give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from articlekit import Article

NAMES = ("every_field", "first_seed_article")


def example(shared: Path, name: str, file: str) -> str:
    """The text of an example in some format."""
    return (shared / "standards" / "examples" / name / file).read_text("utf-8")


def expected(shared: Path, name: str) -> dict[str, Any]:
    """What ``article.json`` says of an example; it is no native JSON."""
    values: dict[str, Any] = json.loads(example(shared, name, "article.json"))
    line = values["dateline"]
    return values | {
        "bullets": [bullet if isinstance(bullet, str) else bullet["text"] for bullet in values["bullets"]],
        "dateline": {key: line[key] for key in ("printed", "separator", "places", "agency")},
    }


def described(article: Article) -> Mapping[str, Any]:
    """An article in the terms of ``article.json``."""
    line = article.dateline
    assert line is not None
    return {
        "title": article.title,
        "bullets": [bullet.text for bullet in article.bullets],
        "dateline": {
            "printed": line.printed,
            "separator": line.separator,
            "places": [place.name for place in line.places],
            "agency": line.agency,
        },
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "paragraphs": list(article.paragraphs),
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "section": article.section,
        "keywords": list(article.keywords),
    }
