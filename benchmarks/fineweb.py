"""What two quality filters for corpora keep of news pages, before and after articlekit.

Usage: python benchmarks/fineweb.py FOLDER [--date DATE]

FOLDER holds pages in the layout ``pages.jsonl`` (a record for each page: ``id``, ``lang``, ``gold``) and
``dumps/<kind>/<id>.txt``. The filters are datatrove's, with its own defaults: ``pip install datatrove nltk regex spacy
numpy`` (in an environment apart from other extractors: its extra ``processing`` asks for an old trafilatura). Only
their ``filter`` method is called.

Each dump of a page is filtered as it stands ("raw") and as ``articlekit.parse(text).text``; where there is no article,
the document counts as dropped. A token is what stands between blanks. Both filters were made for English, and Gopher's
asks for English words, so it is shown for English pages only. The last two columns count windows of four words: how
many of those kept belong to the article as known, and how many of the known articles' were kept.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from comparison.overlap import windows

import articlekit

Keeps = Callable[[str], bool]
"""Whether a filter keeps a text."""

RAW, READ = "raw", "articlekit"


class Document(NamedTuple):
    """One dump of one page, and the same as read."""

    kind: str
    language: str
    gold: str
    texts: dict[str, str]
    """The text by how it was made: raw, or read by articlekit."""


class Kept(NamedTuple):
    """What a filter keeps of some documents."""

    documents: int
    tokens: int
    pure: float
    """The share of the windows kept that belong to the article."""
    whole: float
    """The share of the article's windows that were kept."""


def documents(folder: Path) -> Iterator[Document]:
    """Every dump of every page that has gold text."""
    records = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    for kind in sorted(path for path in (folder / "dumps").glob("*") if path.is_dir()):
        for record in records:
            if record["gold"].get("text"):
                text = (kind / f"{record['id']}.txt").read_text("utf-8")
                texts = {RAW: text, READ: article_text(text)}
                yield Document(kind.name, record.get("lang") or "", record["gold"]["text"], texts)


def article_text(text: str) -> str:
    """The text of the first article, empty when there is none."""
    try:
        return articlekit.parse(text).text
    except articlekit.NoArticleError:
        return ""


def filters() -> dict[str, Keeps]:
    """The filters by name; ImportError when datatrove is not installed."""
    module, document = import_module("datatrove.pipeline.filters"), import_module("datatrove.data").Document

    def keeps(quality: object) -> Keeps:
        return lambda text: getattr(quality, "filter")(document(text=text, id="")) is True  # noqa: B009 - not typed

    return {"FineWeb": keeps(module.FineWebQualityFilter()), "Gopher": keeps(module.GopherQualityFilter())}


def kept(found: Iterable[Document], made: str, keeps: Keeps) -> Kept:
    """What a filter keeps of the documents' texts, raw or read."""
    count = tokens = shown = right = known = 0
    for document in found:
        text, gold = document.texts[made], windows(document.gold)
        known += gold.total()
        if text and keeps(text):
            own = windows(text)
            count, tokens, shown = count + 1, tokens + len(text.split()), shown + own.total()
            right += (own & gold).total()
    return Kept(count, tokens, right / max(1, shown), right / max(1, known))


HEAD = (
    "filter", "pages", "dump", "text",
    "documents kept", "tokens kept", "of these, the article's", "of the articles, kept",
)  # fmt: skip


def table(found: list[Document], by_name: dict[str, Keeps]) -> str:
    """What each filter keeps of each kind of dump, raw and read, in Markdown."""
    lines = [HEAD, ("---",) * len(HEAD)]
    for name, pages in (("FineWeb", "all"), ("FineWeb", "English"), ("Gopher", "English")):
        chosen = [document for document in found if pages == "all" or document.language == "en"]
        for kind in dict.fromkeys(document.kind for document in chosen):
            lines += _rows((name, pages, kind), [one for one in chosen if one.kind == kind], by_name[name])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _rows(first: tuple[str, ...], found: list[Document], keeps: Keeps) -> Iterator[tuple[str, ...]]:
    for made in (RAW, READ):
        what = kept(found, made, keeps)
        documents_kept = f"{what.documents} of {len(found)} ({what.documents / len(found):.0%})"
        yield (*first, made, documents_kept, f"{what.tokens:,}", f"{what.pure:.1%}", f"{what.whole:.1%}")


def main() -> None:
    """Filter and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", help="the day of the measurement, to be printed with it")
    arguments = parser.parse_args()
    by_name = filters()
    versions = f"articlekit {version('articlekit')}, datatrove {version('datatrove')}"
    print(versions + (f", {arguments.date}" if arguments.date else "") + "\n")
    print(table(list(documents(arguments.folder)), by_name), end="")


if __name__ == "__main__":
    main()
