"""Pages with gold text, in the layout ``pages.jsonl`` and ``dumps/<kind>/<id>.txt``, and labels for their lines."""

from __future__ import annotations

import json
import random
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

KINDS = ("resiliparse_main", "resiliparse_full", "inscriptis", "chromium", "trafilatura_txt")
SETS = ("aeb", "fundus", "feval")
FOLDS = 5

CLEAN = "clean"
"""The kind of a page made of its gold: a headline and some of its paragraphs."""

_EXTRACTED = ("resiliparse_main", "trafilatura_txt", CLEAN)
_HEAD, _ENOUGH = 8, 60
_WINDOW = 4
_OFTEN = 0.6

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
Shingles = Counter[tuple[str, ...]]


class Sample(NamedTuple):
    """One dump of one page."""

    kind: str
    set: str
    domain: str
    text: str
    gold: dict[str, Any]

    @property
    def fold(self) -> int:
        """The fold of the page's publisher, so that no publisher is on both sides."""
        return zlib.crc32(self.domain.encode()) % FOLDS


def samples(folder: Path) -> Iterator[Sample]:
    """Every dump of every page that has gold text."""
    with (folder / "pages.jsonl").open(encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    for page in pages:
        for kind in KINDS if page["set"] in SETS else ():
            text = (folder / "dumps" / kind / f"{page['id']}.txt").read_text("utf-8")
            yield Sample(kind, page["set"], page["domain"], text, page["gold"])


def clean_pages(found: list[Sample], seed: int) -> Iterator[Sample]:
    """Pages without any dirt, from one paragraph to whole articles: what is already clean must stay as it is."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for sample in found:
        paragraphs = [part.strip() for part in sample.gold["text"].split("\n") if part.strip()]
        if sample.kind != "trafilatura_txt" or not paragraphs:
            continue
        for _ in range(2):
            few = paragraphs[: rng.choice((1, 2, 3, 4, 6, 10, len(paragraphs)))]
            lines = [sample.gold.get("title") or "", *_fields(sample.gold, rng), *few]
            text = rng.choice(("\n\n", "\n\n", "\n")).join(filter(None, lines))
            yield sample._replace(kind=CLEAN, text=text, gold={**sample.gold, "text": "\n\n".join(few), "optional": []})


def _fields(gold: dict[str, Any], rng: random.Random) -> Iterator[str]:
    """Lines under the headline as papers print them: who wrote it and when."""
    if gold.get("authors") and rng.random() < _OFTEN:
        yield "By " + " and ".join(gold["authors"])
    if gold.get("published") and rng.random() < _OFTEN:
        day = date.fromisoformat(str(gold["published"])[:10])
        form = rng.choice(
            ("Published %d %B %Y", "Updated %d %B %Y", "%B %d, %Y", "%d.%m.%Y, 14:30", "Published: %Y-%m-%d")
        )
        yield day.strftime(form)


def tokens(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def shingles(text: str) -> Shingles:
    """The multiset of the text's windows of four words."""
    words = tokens(text)
    if len(words) <= _WINDOW:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def labels(lines: list[str], gold_text: str) -> list[bool]:
    """Which lines belong to the gold text: most of their windows are in it, or they are one of its lines."""
    gold, whole = shingles(gold_text), {" ".join(tokens(line)) for line in gold_text.split("\n")}
    return [_is_gold(line, gold, whole) for line in lines]


def _is_gold(line: str, gold: Shingles, whole: set[str]) -> bool:
    words = tokens(line)
    if not words or " ".join(words) in whole:
        return bool(words)
    if len(words) < _WINDOW:
        return False
    own = shingles(line)
    return 2 * sum((own & gold).values()) >= sum(own.values())


def plain_title(text: str) -> str:
    """A title as titles are compared: Unicode-normalised, plain quotes and dashes, single spaces, casefolded."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return " ".join(folded.split()).strip(' "')


def wanted_text(gold: dict[str, Any], shown: str) -> str:
    """The gold text that what was read is compared with: a paragraph that is optional counts when most of it was read."""
    optional = set(gold.get("optional") or ())
    if not optional:
        return str(gold["text"])
    read = shingles(shown)
    own = [(number, text, shingles(text)) for number, text in enumerate(gold["paragraphs"])]
    chosen = [text for n, text, windows in own if n not in optional or 2 * (windows & read).total() > windows.total()]
    return "\n\n".join(chosen)


def body_f1(pairs: list[tuple[str, str]]) -> float:
    """F1 of mean precision and mean recall over pairs of gold text and text read, in windows of four words."""
    precisions, recalls = [], []
    for gold_text, shown_text in pairs:
        gold, shown = shingles(gold_text), shingles(shown_text)
        both = sum((gold & shown).values())
        if shown:
            precisions.append(both / shown.total())
        if gold:
            recalls.append(both / gold.total())
    precision, recall = (sum(values) / max(1, len(values)) for values in (precisions, recalls))
    return 2 * precision * recall / max(1e-9, precision + recall)


class Joined(NamedTuple):
    """A text of several pages one after the other."""

    text: str
    pages: list[Sample]
    starts: list[int]
    """Where in the text each page but the first begins."""

    @property
    def titles(self) -> list[str]:
        """The headline of each page but the first, as titles are compared."""
        return [plain_title(page.gold["title"]) for page in self.pages[1:]]

    @property
    def fold(self) -> int:
        """The fold of all pages."""
        return self.pages[0].fold


def joined(found: list[Sample], count: int, seed: int) -> Iterator[Joined]:
    """Texts of two to four pages of one fold one after the other. No page is joined to another dump of itself."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    pools: dict[int, list[tuple[str, Sample]]] = defaultdict(list)
    for sample in found:
        title = plain_title(sample.gold.get("title") or "")
        lines = [line for line in sample.text.split("\n") if line.strip()][:_HEAD]
        heads = [line for line in lines if title and plain_title(line) == title]
        if heads and sample.kind in _EXTRACTED and len(tokens(sample.gold["text"])) > _ENOUGH:
            start = 0 if sample.kind == "resiliparse_main" else sample.text.index(heads[0])
            pools[sample.fold].append((sample.text[start:].strip("\n"), sample))
    for _ in range(count):
        pool = pools[rng.choice(sorted(pools))]
        picked = _of_different_pages(rng.sample(pool, len(pool)))[: rng.choice((2, 2, 3, 4))]
        between = rng.choice(("\n\n", "\n\n\n", "\n\n\n\n", "\n"))
        starts = list(accumulate(len(part) + len(between) for part, _ in picked))[:-1]
        yield Joined(between.join(part for part, _ in picked), [sample for _, sample in picked], starts)


def _of_different_pages(found: list[tuple[str, Sample]]) -> list[tuple[str, Sample]]:
    """One dump of each page; pages are told apart by their titles."""
    by_title = {plain_title(sample.gold["title"]): (text, sample) for text, sample in reversed(found)}
    return list(reversed(by_title.values()))
