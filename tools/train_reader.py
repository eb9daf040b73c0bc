"""Learns the reader's weights from a corpus of pages with gold text and writes ``reading/weights.json``.

Usage: python tools/train_reader.py CORPUS

CORPUS is a folder as ``tools/corpus.py`` reads it. Four questions are learned, each with logistic regression over
binned evidence: is a line the article's, is a candidate the headline, do two articles meet here, with which line does the
second one open. Figures are
printed for publishers that were left out of the fit. The same corpus gives the same weights. Needs numpy, scipy and
scikit-learn.
"""

from __future__ import annotations

import json
import math
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from corpus import (
    CLEAN,
    FOLDS,
    KINDS,
    SETS,
    Joined,
    Sample,
    body_f1,
    clean_pages,
    joined,
    labels,
    plain_title,
    samples,
    tokens,
    wanted_text,
)
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from articlekit.reading.evidence import FIRST, Column, Evidence, binned
from articlekit.reading.headline import (
    HEADLINE,
    around_evidence,
    candidates,
    said_evidence,
    seen_evidence,
)
from articlekit.reading.learned import Learned, Tables, from_tables
from articlekit.reading.opening import OPENING, opening_evidence
from articlekit.reading.page import Page
from articlekit.reading.reader import read
from articlekit.reading.seam import SEAM, Seams
from articlekit.reading.split import boundaries, enough, stages
from articlekit.reading.words import standard

_JOINED = 4000  # pages
_OF_JOINED = 0.135  # what their seams count beside those of single pages, as a wrong cut costs more than a missed one
_FOR_OTHERS = 0.5  # pages of other publishers may need more than any page of the corpus
TARGET = Path(__file__).parent.parent / "src" / "articlekit" / "reading" / "weights.json"
MODELS: dict[str, tuple[tuple[Evidence, ...], float]] = {
    "line": (FIRST, 0.01),
    "headline": (HEADLINE, 0.03),
    "seam": (SEAM, 0.08),
    "opening": (OPENING, 0.3),
}

Array: TypeAlias = "np.ndarray[Any, Any]"


class Rows:
    """One-hot rows of one question, with label, weight and fold."""

    def __init__(self, evidence: tuple[Evidence, ...]) -> None:
        self.evidence = evidence
        self.blocks: list[sparse.csr_matrix] = []
        self.labels: list[Array] = []
        self.weights: list[Array] = []
        self.folds: list[int] = []

    def add(self, columns: list[Column], wanted: Sequence[bool], weight: Sequence[float], fold: int) -> None:
        """Add the lines of one page."""
        if not wanted:
            return
        offset, indices = 0, []
        for evidence, values in zip(self.evidence, columns, strict=True):
            indices.append(np.array(binned(evidence, values), dtype=np.int64) + offset)
            offset += len(evidence.bins)
        table = np.stack(indices, 1)
        ends = np.arange(0, table.size + 1, table.shape[1])
        ones = np.ones(table.size, dtype=np.float32)
        self.blocks.append(sparse.csr_matrix((ones, table.ravel(), ends), shape=(len(wanted), offset)))
        self.labels.append(np.array(wanted))
        self.weights.append(np.array(weight))
        self.folds.append(fold)

    def fit(self, strength: float, *, without: int) -> dict[str, dict[str, float]]:
        """The weights learned from all pages but those of one fold."""
        chosen = [n for n, fold in enumerate(self.folds) if fold != without]
        rows = sparse.vstack([self.blocks[n] for n in chosen])
        wanted = np.concatenate([self.labels[n] for n in chosen])
        weight = np.concatenate([self.weights[n] for n in chosen])
        model = LogisticRegression(C=strength, max_iter=400, tol=1e-4)
        model.fit(rows, wanted, sample_weight=weight / weight.mean())
        return self._table(model.coef_[0], float(model.intercept_[0]), np.asarray(rows.mean(axis=0))[0])

    def _table(self, flat: Array, bias: float, often: Array) -> dict[str, dict[str, float]]:
        """Named weights; each evidence weighs nothing on average, so that a weight tells how a line differs."""
        table: dict[str, dict[str, float]] = {}
        offset = 0
        for evidence in self.evidence:
            values = flat[offset : offset + len(evidence.bins)]
            usual = float(values @ often[offset : offset + len(evidence.bins)])
            bias += usual
            table[evidence.name] = {
                name: round(float(value) - usual, 3) for name, value in zip(evidence.bins, values, strict=True)
            }
            offset += len(evidence.bins)
        return {"bias": {"always": round(bias, 3)}, **table}


def line_weights(texts: list[str], wanted: list[bool]) -> list[float]:
    """What each line counts in the fit: its words' share of the article, so that long pages do not rule."""
    sizes = [min(len(tokens(text)), 80) for text in texts]
    article = max(60, sum(size for size, label in zip(sizes, wanted, strict=True) if label))
    raw = [(size + 4) / article for size in sizes]
    return [value / sum(raw) ** 0.3 for value in raw]


def line_rows(pages: list[Page], found: list[Sample]) -> Rows:
    """Rows for "is this line the article's?"."""
    rows = Rows(FIRST)
    for page, sample in zip(pages, found, strict=True):
        texts = page.measures.texts
        wanted = labels(texts, sample.gold["text"])
        rows.add(page.evidence, wanted, line_weights(texts, wanted), sample.fold)
    return rows


def headline_rows(pages: list[Page], found: list[Sample]) -> Rows:
    """Rows for "is this candidate the headline?"."""
    rows = Rows(HEADLINE)
    for page, sample in zip(pages, found, strict=True):
        title = str(sample.gold.get("title") or "")
        among = candidates(page.measures, page.kept[0]) if title and page.kept else []
        if not among:
            continue
        wanted = [plain_title(page.measures.texts[n]) == plain_title(title) for n in among]
        columns = seen_evidence(page.measures, page.kept[0], among, page.scores)
        columns += around_evidence(among, page.cues)
        columns += said_evidence(page.kept, among, page.topics)
        share = 1 / max(1, sum(wanted))
        rows.add(columns, wanted, [2 * share if label else 8 / len(among) for label in wanted], sample.fold)
    return rows


def opening_rows(found: list[Sample], left_out: list[Learned]) -> Rows:
    """Rows for "with which line does the second article open?": the headlines where two articles meet."""
    rows = Rows(OPENING)
    for page, join in _joined_pages(found, left_out):
        seams = Seams(page.measures, page.liked)
        for seam in seams.found:
            wanted = [plain_title(page.measures.texts[n]) in join.titles for n in seam.heads]
            if any(wanted):
                columns = opening_evidence(page.measures, seams, seam, page.cues, page.topics)
                rows.add(columns, wanted, [1.0] * len(wanted), join.fold)
    return rows


def seam_rows(pages: list[Page], found: list[Sample], left_out: list[Learned]) -> Rows:
    """Rows for "do two articles meet here?": on a single page none do, on each joined page some do."""
    rows = Rows(SEAM)
    for page, sample in zip(pages, found, strict=True):
        _add_seams(rows, page, None, sample.fold, 1.0)
    for page, join in _joined_pages(found, left_out):
        _add_seams(rows, page, join, join.fold, _OF_JOINED)
    return rows


def _joined_pages(found: list[Sample], left_out: list[Learned]) -> Iterator[tuple[Page, Joined]]:
    for join in joined(found, _JOINED, seed=1):
        yield Page(join.text, standard(), left_out[join.fold]), join


def _meets(page: Page, seams: Seams, join: Joined) -> list[bool]:
    """Of each seam, whether two articles meet there: a page begins in it, or stands below its headline in it.

    A standfirst may stand above the headline, and where it is long, that is another seam.
    """
    texts, titles = page.measures.texts, join.titles
    ends = list(accumulate(map(len, page.measures.raws())))
    first = [page.measures.where.index(bisect_right(ends, start)) for start in join.starts]
    return [
        any(seam.before < number <= seam.after for number in first)
        or any(plain_title(texts[n]) in titles for n in seam.heads)
        for seam in seams.found
    ]


def _add_seams(rows: Rows, page: Page, join: Joined | None, fold: int, weight: float) -> None:
    seams = Seams(page.measures, page.liked)
    among = seams.found
    if among:
        wanted = _meets(page, seams, join) if join else [False] * len(among)
        columns = [column for ask in stages(page, seams).values() for column in ask(among)]
        rows.add(columns, wanted, [weight if label else weight / 3 for label in wanted], fold)


def hopes(found: list[Sample], learned: Learned) -> dict[str, float]:
    """What must be hoped for behind each stage, so that no seam of the corpus that passes in the end is given up there."""
    wanting: dict[str, list[float]] = defaultdict(list)
    for join in joined(found, _JOINED, seed=1):
        page = Page(join.text, standard(), learned)
        seams = Seams(page.measures, page.liked)
        missing = [enough(page, seams, seam) for seam in seams.found]
        after = {}
        for name, ask in stages(page, seams).items() if seams.found else ():
            scores = learned.of_seams[name].scores(ask(seams.found))
            missing = after[name] = [more - score for more, score in zip(missing, scores, strict=True)]
        for number, meets in enumerate(_meets(page, seams, join)):
            if meets and missing[number] < 0:
                for name, values in after.items():
                    wanting[name].append(values[number])
    del wanting["fields"]
    return {name: round(max(values) + _FOR_OTHERS, 1) for name, values in wanting.items()}


def report(found: list[Sample], left_out: list[Learned]) -> None:
    """Print body F1, exact titles and pages left whole for each dump and set, as articlekit reads the pages."""
    bodies: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    titles: dict[tuple[str, str], list[bool]] = defaultdict(list)
    whole: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for sample in found:
        key, parts = (sample.kind, sample.set), list(read(sample.text, standard(), 0.0, left_out[sample.fold]))
        article = next(filter(None, (part.article() for part in parts)), None)
        body = article.text if article else ""
        bodies[key].append((wanted_text(sample.gold, body), body))
        whole[key].append(len(parts) == 1)
        title = plain_title(sample.gold.get("title") or "")
        if title and any(plain_title(line) == title for line in sample.text.split("\n")):
            titles[key].append(article is not None and plain_title(article.title) == title)
    for kind in (*KINDS, CLEAN):
        for name in SETS:
            key = (kind, name)
            body = f"body F1 {body_f1(bodies[key]):.3f}"
            print(f"{kind:18} {name:7} {body}  title {_mean(titles[key])}  whole {_mean(whole[key])}")


def _mean(values: list[bool]) -> str:
    return f"{sum(values) / len(values):.3f} of {len(values)}" if values else "-"


def report_joined(found: list[Sample], left_out: list[Learned]) -> None:
    """Print how many joined pages are cut into the right number of parts, and how many exactly at their headlines."""
    number, exact = [], []
    for join in joined(found, 600, seed=2):
        page = Page(join.text, standard(), left_out[join.fold])
        heads = [plain_title(page.measures.texts[n]) for n in boundaries(page)]
        number.append(len(heads) == len(join.starts))
        exact.append(heads == join.titles)
    print(f"joined pages cut into the right number {_mean(number)}, exactly at their headlines {_mean(exact)}")


def main() -> None:
    """Learn, report and write."""
    found = list(samples(Path(sys.argv[1])))
    found += clean_pages(found, seed=3)
    nothing: dict[str, dict[str, dict[str, float]]] = {name: {"bias": {"always": 0.0}} for name in MODELS}
    nothing["hopes"] = {"seam": dict.fromkeys(("seam", "words", "heads", "language"), math.inf)}
    tables: list[Tables] = [dict(nothing) for _ in range(FOLDS + 1)]
    pages = [Page(sample.text, standard(), from_tables(nothing)) for sample in found]

    def learn(name: str, rows: Rows) -> list[Learned]:
        strength = MODELS[name][1]
        for fold in range(FOLDS + 1):
            tables[fold] = {**tables[fold], name: rows.fit(strength, without=fold)}
        learned = [from_tables(table) for table in tables]
        pages[:] = (Page(sample.text, standard(), learned[sample.fold]) for sample in found)
        return learned

    learn("line", line_rows(pages, found))
    left_out = learn("headline", headline_rows(pages, found))
    left_out = learn("opening", opening_rows(found, left_out))
    left_out = learn("seam", seam_rows(pages, found, left_out))
    known = {"hopes": {"seam": hopes(found, left_out[FOLDS])}}
    tables = [{**table, **known} for table in tables]
    left_out = [from_tables(table) for table in tables]
    TARGET.write_text(json.dumps(tables[FOLDS], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("publishers left out of the fit:")
    report(found, left_out)
    report_joined(found, left_out)


if __name__ == "__main__":
    main()
