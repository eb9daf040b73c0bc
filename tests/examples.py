"""The two articles that lie beside the standards, written out in each format, and what each says."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from articlekit import Article

FOLDERS = ("every_field", "first_seed_article")


def example(shared: Path, folder: str, file: str) -> str:
    """The text of one of the examples."""
    return (shared / "standards" / "examples" / folder / file).read_text("utf-8")


def described(shared: Path, folder: str) -> dict[str, Any]:
    """What an example says, as ``said`` tells it of an article."""
    found: dict[str, Any] = json.loads(example(shared, folder, "article.json"))
    bullets = [bullet["text"] if isinstance(bullet, dict) else bullet for bullet in found["bullets"]]
    line = {key: found["dateline"][key] for key in ("printed", "separator", "places", "region", "agency")}
    return found | {"bullets": bullets, "dateline": line}


def said(article: Article) -> dict[str, Any]:
    """What an article says, in the shape of the examples' descriptions."""
    assert article.dateline is not None
    regions = [place.region for place in article.dateline.places if place.region is not None]
    return {
        "title": article.title,
        "bullets": [bullet.text for bullet in article.bullets],
        "dateline": {
            "printed": article.dateline.printed,
            "separator": article.dateline.separator,
            "places": [place.name for place in article.dateline.places],
            "region": regions[-1] if regions else None,
            "agency": article.dateline.agency,
        },
        "authors": list(article.authors),
        "published": _written(article.published),
        "updated": _written(article.updated),
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "paragraphs": list(article.paragraphs),
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "section": article.section,
        "keywords": list(article.keywords),
    }


def _written(value: date | datetime | None) -> str | None:
    return None if value is None else value.isoformat()
