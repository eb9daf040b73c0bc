"""What writing and reading an article costs in each format, as ratios taken in one run.

Usage: python benchmarks/formats.py [FOLDER]

FOLDER holds pages as ``*.txt`` (default: the seed). The measure is a dict written by hand and ``json.dumps``, on the
same articles. Formats whose extra is not installed are written only.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import articlekit
from articlekit import Article, formats

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS, TIMES = 15, 20


def by_hand(article: Article) -> str:
    """What a program without articlekit would write: every field, taken by name."""
    line = article.dateline
    plain: dict[str, Any] = {
        "title": article.title,
        "body": [{"type": type(block).__name__.lower(), "text": block.text} for block in article.body],
        "bullets": [{"text": bullet.text} for bullet in article.bullets],
        "summary": article.summary,
        "dateline": line
        and {
            "printed": line.printed,
            "separator": line.separator,
            "places": [{"name": place.name, "region": place.region} for place in line.places],
            "agency": line.agency,
            "month": line.month,
            "day": line.day,
            "year": line.year,
        },
        "authors": list(article.authors),
        "captions": [
            {
                "text": caption.text,
                "credit": caption.credit,
                "url": caption.url,
                "photographers": list(caption.photographers),
                "organisations": list(caption.organisations),
            }
            for caption in article.captions
        ],
        "published": article.published and article.published.isoformat(),
        "updated": article.updated and article.updated.isoformat(),
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "section": article.section,
        "keywords": list(article.keywords),
    }
    return json.dumps(plain, ensure_ascii=False)


def seconds(call: Callable[[Any], object], items: Iterable[Any]) -> float:
    """How long the call takes for all items."""
    start = time.perf_counter()
    for item in items:
        call(item)
    return time.perf_counter() - start


def over_by_hand(call: Callable[[Any], object], items: list[Any], articles: list[Article]) -> float:
    """The median of the ratios, round by round."""
    seconds(call, items)
    ratios = [seconds(call, items * TIMES) / seconds(by_hand, articles * TIMES) for _ in range(ROUNDS)]
    return statistics.median(ratios)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    folder = parser.parse_args().folder
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    articles = [article for text in texts for article in articlekit.parse_all(text)]
    print("| format | `dumps` | `loads` |\n|---|---|---|")
    for name in formats.names():
        module = formats.get(name)
        written = [module.dumps(article) for article in articles]
        writing = over_by_hand(module.dumps, articles, articles)
        try:
            reading = f"{over_by_hand(module.loads, written, articles):.1f}"
        except articlekit.MissingExtraError as error:
            reading = str(error)
        print(f"| `{name}` | {writing:.2f} | {reading} |")


if __name__ == "__main__":
    main()
