"""The pages that tools are compared on: their HTML, the texts made of it, and the article as known."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .texts import TEXTS, installed

HTML = "HTML"
"""The kind of source that is no text made of it."""


class Page(NamedTuple):
    """A page: its HTML, the texts made of it, and what is known to be its article."""

    id: str
    set: str
    language: str
    paragraphs: tuple[str, ...]
    optional: frozenset[int]
    sources: dict[str, str]
    """``HTML`` and each kind of text."""


def pages(folder: Path) -> list[Page]:
    """The pages in a folder of either layout."""
    if (folder / "ground-truth.json").exists():
        return list(_benchmark_pages(folder))
    if (folder / "pages.jsonl").exists():
        return list(_corpus_pages(folder))
    message = f"{folder} holds neither pages.jsonl nor ground-truth.json"
    raise SystemExit(message)


def _corpus_pages(folder: Path) -> Iterator[Page]:
    kinds = sorted(path.name for path in (folder / "dumps").glob("*") if path.is_dir())
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        gold = record["gold"]
        if not gold.get("text"):
            continue
        texts = {kind: (folder / "dumps" / kind / f"{record['id']}.txt").read_text("utf-8") for kind in kinds}
        yield Page(
            id=record["id"],
            set=record["set"],
            language=record.get("lang") or "",
            paragraphs=tuple(gold["paragraphs"]) if gold.get("optional") else (gold["text"],),
            optional=frozenset(gold.get("optional") or ()),
            sources={HTML: _unpacked(folder / record["html"]), **texts},
        )


def _benchmark_pages(folder: Path) -> Iterator[Page]:
    truth: dict[str, dict[str, str]] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, gold in truth.items():
        markup = _unpacked(folder / "html" / f"{name}.html.gz")
        texts = {kind: make(markup) for kind, (module, make) in TEXTS.items() if installed(module)}
        sources = {HTML: markup, **texts}
        yield Page(name, "benchmark", "en", (gold["articleBody"],), frozenset(), sources)


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
