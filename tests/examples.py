"""The two articles that ``standards/examples`` holds in every format, and what each must give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from articlekit import Article, Bullet, Caption, Dateline, Paragraph

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


def built(shared: Path, name: str) -> Article:
    """The article that ``article.json`` describes, with its dateline and credits read as on a page."""
    found = expected(shared, name)
    line = Dateline.parse(f"{found['dateline']['printed']}{found['dateline']['separator']}The report.")
    first, *others = found["paragraphs"]
    return Article(
        title=found["title"],
        body=[Paragraph(f"{line}{first}"), *map(Paragraph, others)],
        bullets=map(Bullet, found["bullets"]),
        dateline=line,
        authors=found["authors"],
        captions=[_caption(one["text"], one["credit"]) for one in found["captions"]],
        published=_moment(found["published"]),
        updated=_moment(found["updated"]),
        language=found["language"],
        url=found["url"],
        publisher=found["publisher"],
        section=found["section"],
        keywords=found["keywords"],
    )


def _caption(text: str, credit: str | None) -> Caption:
    return Caption(text) if credit is None else Caption.parse(f"{text} ({credit})")


def _moment(text: str | None) -> date | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
