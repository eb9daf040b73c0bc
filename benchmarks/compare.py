"""How well articlekit finds the body of an article, side by side with other tools.

Usage: python benchmarks/compare.py FOLDER [--figure FILE.svg] [--tools NAME,...] [--date DATE]

FOLDER is one of two things:

- pages in the layout ``pages.jsonl`` (a record for each page: ``id``, ``set``, ``html``, ``lang``, ``gold``),
  ``dumps/<kind>/<id>.txt`` and the HTML where the record says; pages without gold text are left out;
- a checkout of scrapinghub/article-extraction-benchmark: ``ground-truth.json`` and ``html/<id>.html.gz``. The texts
  that articlekit reads are then made with resiliparse and inscriptis, as far as they are installed.

The other tools are optional: ``pip install trafilatura justext boilerpy3 readability-lxml newspaper4k[all] resiliparse
inscriptis``, and ``python -m nltk.downloader punkt_tab``, without which newspaper4k fails on some pages. Each is
measured with its own defaults when it can be imported, except that reader comments and alternative texts of pictures
are left out and jusText is told the language. They read HTML; articlekit and "none", which is the text as it stands,
read the texts.

articlekit's weights were learned from pages. Where FOLDER holds some of these, its figures there are a little too good.

Texts are compared in windows of four words. What a page has right, too much and too little is divided by the sum of
the three, so that long pages weigh no more than short ones; precision is the mean over the pages with an output, recall
over all pages, and F1 is that of the two means. A paragraph that is optional in the gold counts when most of it was
read. A tool that raises on a page has read nothing there: that is "failed", and it is among the "empty".
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

HTML = "HTML"
NOTHING = "none"
"""The tool that does nothing: what a text is worth before it is read."""

_WINDOW = 4
_LOW = 0.5
_WORD = re.compile(r"\w+")

Windows = Counter[tuple[str, ...]]


class Page(NamedTuple):
    """A page: its HTML, the texts made of it, and what is known to be its article."""

    id: str
    set: str
    language: str
    paragraphs: tuple[str, ...]
    optional: frozenset[int]
    sources: dict[str, str]
    """``HTML`` and each kind of text."""


class Source(NamedTuple):
    """What a tool is given."""

    content: str
    language: str


# The tools, each in one small function.


def _nothing(source: Source) -> str:
    return source.content


def _articlekit(source: Source) -> str:
    return str(import_module("articlekit").parse(source.content).text)


def _trafilatura(source: Source) -> str:
    return import_module("trafilatura").extract(source.content, include_comments=False) or ""


def _newspaper(source: Source) -> str:
    article = import_module("newspaper").Article("https://news.example/", fetch_images=False)
    article.download(input_html=source.content)
    article.parse()
    return str(article.text)


def _readability(source: Source) -> str:
    summary = import_module("readability").Document(source.content).summary()
    tree = import_module("lxml.html").fromstring(summary)
    for element in tree.iter("p", "div", "li", "br", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return str(tree.text_content())


def _resiliparse(source: Source) -> str:
    return _resiliparse_text(source.content, main=True)


def _boilerpy(source: Source) -> str:
    return str(import_module("boilerpy3.extractors").ArticleExtractor().get_content(source.content))


def _justext(source: Source) -> str:
    justext, name = import_module("justext"), STOPLISTS.get(source.language)
    options = {"stoplist": justext.get_stoplist(name)} if name else {"stoplist": (), **_NO_STOPWORDS}
    paragraphs = justext.justext(source.content, **options)
    return "\n".join(part.text for part in paragraphs if not part.is_boilerplate)


_NO_STOPWORDS = {"stopwords_low": 0, "stopwords_high": 0}  # as jusText's own documentation has it for any language

STOPLISTS = {
    "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ko": "Korean", "lt": "Lithuanian", "nl": "Dutch", "no": "Norwegian_Bokmal",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "vi": "Vietnamese",
}  # fmt: skip
"""jusText's names of languages."""


class Tool(NamedTuple):
    """A tool: the distribution it comes in, the module that must be there, and how it is called."""

    distribution: str
    module: str
    body: Callable[[Source], str]
    reads_html: bool = True


TOOLS = {
    "articlekit": Tool("articlekit", "articlekit", _articlekit, reads_html=False),
    NOTHING: Tool("", "builtins", _nothing, reads_html=False),
    "trafilatura": Tool("trafilatura", "trafilatura", _trafilatura),
    "readability-lxml": Tool("readability-lxml", "readability", _readability),
    "newspaper4k": Tool("newspaper4k", "newspaper", _newspaper),
    "resiliparse": Tool("resiliparse", "resiliparse.extract.html2text", _resiliparse),
    "jusText": Tool("jusText", "justext", _justext),
    "boilerpy3": Tool("boilerpy3", "boilerpy3.extractors", _boilerpy),
}


@cache
def installed(module: str) -> bool:
    """Whether a module can be imported."""
    try:
        import_module(module)
    except ImportError:
        return False
    return True


# The pages.


def _resiliparse_text(markup: str, *, main: bool) -> str:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return str(extract(markup, main_content=main, alt_texts=False))


def _inscriptis_text(markup: str) -> str:
    return str(import_module("inscriptis").get_text(markup))


TEXTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "resiliparse_main": ("resiliparse.extract.html2text", lambda markup: _resiliparse_text(markup, main=True)),
    "resiliparse_full": ("resiliparse.extract.html2text", lambda markup: _resiliparse_text(markup, main=False)),
    "inscriptis": ("inscriptis", _inscriptis_text),
}
"""How a text is made of HTML, by its kind: the module that must be there, and the call."""


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


# The measure.


class Overlap(NamedTuple):
    """What a page has right, too much and too little; together 1, or 0 when there is nothing at all."""

    right: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        """How much of what was read is the article."""
        return self.right / (self.right + self.extra) if self.right else 0.0

    @property
    def recall(self) -> float:
        """How much of the article was read."""
        return self.right / (self.right + self.missing) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)

    @property
    def empty(self) -> bool:
        """Whether nothing was read."""
        return self.right == self.extra == 0


class Figures(NamedTuple):
    """The figures of one tool over some pages."""

    precision: float
    recall: float
    f1: float
    low: int
    empty: int


def windows(text: str) -> Windows:
    """The multiset of a text's windows of four words; a shorter text is one window."""
    words = _WORD.findall(text)
    if len(words) <= _WINDOW:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(_WINDOW)), strict=False))


def overlap(page: Page, text: str) -> Overlap:
    """How far a text is the page's article."""
    shown = windows(text)
    gold = windows("\n\n".join(_wanted(page, shown)))
    right = (gold & shown).total()
    total = gold.total() + shown.total() - right
    if not total:
        return Overlap(0, 0, 0)
    return Overlap(right / total, (shown.total() - right) / total, (gold.total() - right) / total)


def _wanted(page: Page, shown: Windows) -> Iterator[str]:
    for number, paragraph in enumerate(page.paragraphs):
        own = windows(paragraph)
        if number not in page.optional or 2 * (own & shown).total() > own.total():
            yield paragraph


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two figures."""
    return 2 * one * other / (one + other) if one + other else 0.0


def figures(overlaps: Iterable[Overlap]) -> Figures:
    """The figures over pages: means of precision and of recall, and their F1."""
    found = list(overlaps)
    precision = _mean([page.precision for page in found if not page.empty])
    recall = _mean([page.recall for page in found if page.right + page.missing])
    low, empty = sum(page.f1 < _LOW for page in found), sum(page.empty for page in found)
    return Figures(precision, recall, harmonic(precision, recall), low, empty)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


# The runs.


class Row(NamedTuple):
    """One tool on one kind of input."""

    tool: str
    version: str
    input: str
    sets: dict[str, float]
    """F1 by set."""
    all: Figures
    failed: int


def measure(name: str, kind: str, found: list[Page]) -> Row:
    """Run one tool on one kind of input of every page."""
    tool, failed = TOOLS[name], 0
    by_set: dict[str, list[Overlap]] = {page.set: [] for page in found}
    for page in found:
        try:
            text = tool.body(Source(page.sources[kind], page.language))
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, the page is lost to it
            reason = next(iter(str(error).split("\n")))
            print(f"{name}, {kind}, {page.id}: {type(error).__name__}: {reason}", file=sys.stderr)
            text, failed = "", failed + 1
        by_set[page.set].append(overlap(page, text))
    sets = {each: figures(overlaps).f1 for each, overlaps in by_set.items()}
    whole = figures(one for overlaps in by_set.values() for one in overlaps)
    return Row(name, version(tool.distribution) if tool.distribution else "", kind, sets, whole, failed)


def compare(found: list[Page], names: Iterable[str]) -> list[Row]:
    """Every tool on everything it reads: the texts kind by kind, then HTML, the best first."""
    tools = {name: TOOLS[name] for name in names if installed(TOOLS[name].module)}
    kinds = [kind for kind in (found[0].sources if found else ()) if kind != HTML]
    on_text = [measure(name, kind, found) for kind in kinds for name, tool in tools.items() if not tool.reads_html]
    on_html = [measure(name, HTML, found) for name, tool in tools.items() if tool.reads_html]
    return on_text + sorted(on_html, key=lambda row: -row.all.f1)


def table(rows: list[Row], counts: dict[str, int]) -> str:
    """The rows in Markdown, with the number of pages of each set."""
    head = ["tool", "version", "input", *(f"{name} ({count}), F1" for name, count in counts.items())]
    head += [f"all ({sum(counts.values())}), P", "R", "F1", "under .5", "empty", "failed"]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        scores = [*(row.sets[name] for name in counts), row.all.precision, row.all.recall, row.all.f1]
        numbers = (row.all.low, row.all.empty, row.failed)
        lines.append([row.tool, row.version, row.input, *map(_short, scores), *map(str, numbers)])
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


# The figure.

_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.small { font-size: 11px; fill: #59636e }
.value { font-variant-numeric: tabular-nums }
.page { fill: #ffffff }
.grid { stroke: #d1d9e0 }
.own { fill: #0969da } .other { fill: #818b98 } .nothing { fill: #c8d1da }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .small { fill: #9198a1 } .page { fill: #0d1117 } .grid { stroke: #3d444d }
  .own { fill: #4493f8 } .other { fill: #7d8590 } .nothing { fill: #444c56 }
}
"""
_LABELS, _BARS, _VALUES, _TOP, _STEP, _BAR = 250, 420, 50, 64, 24, 15
_LEGEND = {"own": "articlekit, on text", "nothing": "the text as it is", "other": "tools that read HTML"}


def figure(rows: list[Row], title: str) -> str:
    """The rows' F1 over all pages as bars, in SVG."""
    width, bottom = _LABELS + _BARS + _VALUES, _TOP + _STEP * len(rows)
    parts = ['<rect class="page" width="100%" height="100%"/>']
    parts += [f'<text class="title" x="12" y="24">{html.escape(title)}</text>', *_legend(rows), *_axis(bottom)]
    for number, row in enumerate(rows):
        parts += _bar(row, _TOP + _STEP * number)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom + 40}" width="{width}" role="img">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _kind(row: Row) -> str:
    return {"articlekit": "own", NOTHING: "nothing"}.get(row.tool, "other")


def _legend(rows: list[Row]) -> Iterator[str]:
    there = {_kind(row) for row in rows}
    for number, (kind, words) in enumerate((kind, words) for kind, words in _LEGEND.items() if kind in there):
        x = 12 + 165 * number
        yield f'<rect class="{kind}" x="{x}" y="37" width="11" height="11"/>'
        yield f'<text class="small" x="{x + 17}" y="47">{words}</text>'


def _axis(bottom: int) -> Iterator[str]:
    for tenth in range(0, 11, 2):
        x = _LABELS + _BARS * tenth // 10
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP - 4}" y2="{bottom}"/>'
        yield f'<text class="small" x="{x}" y="{bottom + 15}" text-anchor="middle">{tenth / 10:g}</text>'
    yield f'<text class="small" x="{_LABELS + _BARS // 2}" y="{bottom + 32}" text-anchor="middle">F1</text>'


def _bar(row: Row, top: int) -> Iterator[str]:
    label = "as it is" if row.tool == NOTHING else f"{row.tool} {row.version}"
    label = label if row.input == HTML else f"{row.input}, {label}"
    wide, line = _BARS * row.all.f1, top + 12
    yield f'<text x="{_LABELS - 10}" y="{line}" text-anchor="end">{html.escape(label)}</text>'
    yield f'<rect class="{_kind(row)}" x="{_LABELS}" y="{top}" width="{wide:.1f}" height="{_BAR}" rx="2"/>'
    yield f'<text class="value" x="{_LABELS + wide + 6:.1f}" y="{line}">{_short(row.all.f1)}</text>'


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in TOOLS]:
        message = f"unknown: {', '.join(unknown)}; there are {', '.join(TOOLS)}"
        raise argparse.ArgumentTypeError(message)
    return names


def main() -> None:
    """Measure, print, and draw when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--figure", type=Path, help="write the F1 figures here, as SVG")
    parser.add_argument("--tools", type=_names, default=list(TOOLS), help=f"some of {','.join(TOOLS)} (default: all)")
    parser.add_argument("--date", help="the day of the measurement, to be printed with it")
    arguments = parser.parse_args()
    logging.disable()  # what other tools log is about their own steps
    found = pages(arguments.folder)
    for name in arguments.tools:
        if not installed(TOOLS[name].module):
            print(f"{name} is not installed and left out", file=sys.stderr)
    rows = compare(found, arguments.tools)
    if arguments.date:
        print(f"Measured on {arguments.date}.\n")
    print(table(rows, Counter(page.set for page in found)), end="")
    if arguments.figure:
        title = f"Body of the article, F1 over {len(found)} pages" + (f", {arguments.date}" if arguments.date else "")
        arguments.figure.write_text(figure(rows, title), encoding="utf-8")


if __name__ == "__main__":
    main()
