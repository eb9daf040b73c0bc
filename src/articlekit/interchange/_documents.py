"""What the documents of retrieval libraries hold of an article: a text, flat metadata, and a stable identity."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping

from ..formats.json import to_dict
from ..model import Article


def metadata(article: Article) -> dict[str, str]:
    """What the article says beside its body, under the fields' names; only strings, and only where there is something.

    ``source`` is the URL, under the name that both libraries' loaders give it. Several authors or keywords stand in one
    string, with commas between them: many vector stores take neither lists nor None. Dates are in ISO 8601; the
    dateline is as printed.
    """
    values: Mapping[str, str | None] = {
        "source": article.url,
        "title": article.title,
        "summary": article.summary,
        "authors": ", ".join(article.authors),
        "published": None if article.published is None else article.published.isoformat(),
        "updated": None if article.updated is None else article.updated.isoformat(),
        "dateline": None if article.dateline is None else article.dateline.printed,
        "language": article.language,
        "publisher": article.publisher,
        "section": article.section,
        "keywords": ", ".join(article.keywords),
    }
    return {key: value for key, value in values.items() if value}


def identity(article: Article) -> str:
    """A UUID made from all that the article holds: equal articles have the same, on every machine."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(to_dict(article))))
