from __future__ import annotations

import gzip
import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import compare
import fineweb
import pytest
from comparison import pages, runs, texts, tools
from comparison.figure import figure
from comparison.overlap import Figures, Overlap, figures, overlap

BODY = (
    "The ferry came back at noon on Friday, two days after the storm had closed the strait to all ships.",
    "The company will pay back every ticket, a spokeswoman said, and it has asked the port for a second tug.",
    "“We slept on the car deck and sang,” said one of the passengers, a teacher who was on her way to the island.",
)
TITLE = "Ferry returns to the harbour after storm"
DUMP = "\n\n".join(["Home | World | Business", TITLE, "Follow", *BODY])
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>{TITLE}</h1><p>{" ".join(BODY)}</p></article></main>
<footer><p><a href="/imprint">© 2023 Harbour Press</a></p></footer></body></html>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two pages, the second empty, and one without gold text."""
    records = [
        {"id": "a/1", "set": "a", "lang": "en", "html": "html/1.gz", "gold": {"text": "\n\n".join(BODY)}},
        {"id": "b/2", "set": "b", "lang": "de", "html": "html/2.gz", "gold": {"text": BODY[0]}},
        {"id": "b/3", "set": "b", "lang": None, "html": "html/3.gz", "gold": {"text": ""}},
    ]
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (tmp_path / "html").mkdir()
    for name, dump, page in (("a/1", DUMP, PAGE), ("b/2", "", "")):
        (tmp_path / f"html/{name[2:]}.gz").write_bytes(gzip.compress(page.encode()))
        path = tmp_path / "dumps" / "browser" / f"{name}.txt"
        path.parent.mkdir(parents=True)
        path.write_text(dump, "utf-8")
    return tmp_path


def run(module: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", [module.__name__, *map(str, arguments)])
    monkeypatch.setattr(logging, "disable", lambda: None)
    module.main()


def one(*paragraphs: str, optional: tuple[int, ...] = ()) -> pages.Page:
    return pages.Page("1", "a", "en", paragraphs, frozenset(optional), {})


@pytest.mark.parametrize(
    ("gold", "text", "right", "extra", "missing"),
    [
        ("a b c d e", "a b c d e", 1, 0, 0),
        ("a b c d e", "a b c d", 1 / 2, 0, 1 / 2),
        ("a b c d", "x y a b c d", 1 / 3, 2 / 3, 0),
        ("a b c d", "a b, C d", 0, 1 / 2, 1 / 2),
        ("a b c d", "A: b - c! d", 0, 1 / 2, 1 / 2),
        ("a b c d", "", 0, 0, 1),
        ("a b", "a, b", 1, 0, 0),
        ("", "", 0, 0, 0),
    ],
)
def test_what_is_right_and_what_is_not(gold: str, text: str, right: float, extra: float, missing: float) -> None:
    assert overlap(one(gold), text) == pytest.approx((right, extra, missing))


def test_an_optional_paragraph_counts_when_it_was_read() -> None:
    page = one("a b c d", "e f g h i j k l", optional=(1,))
    assert overlap(page, "a b c d") == (1, 0, 0)
    assert overlap(page, "a b c d e f g h i j k l") == (1, 0, 0)
    assert overlap(page, "a b c d e f").extra > 0
    assert overlap(page, "e f g h i j k l").missing > 0


def test_precision_is_a_mean_over_pages_read_and_recall_over_all() -> None:
    overlaps = [Overlap(0.5, 0.5, 0), Overlap(0, 0, 1), Overlap(1, 0, 0)]
    found = figures(overlaps)
    assert found == pytest.approx((0.75, 2 / 3, 2 * 0.75 * (2 / 3) / (0.75 + 2 / 3), 1, 1))
    assert figures([]) == (0, 0, 0, 0, 0)


def test_long_pages_weigh_no_more_than_short_ones() -> None:
    good = overlap(one("a b c d"), "a b c d")
    bad = overlap(one("z " * 1000), "y " * 1000)
    assert figures([good, bad]).precision == 0.5


def test_the_table(corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run(compare, monkeypatch, corpus, "--tools", "articlekit,none", "--date", "1 May 2023")
    date, _, head, _, *rows = capsys.readouterr().out.splitlines()
    assert date == "Measured on 1 May 2023."
    assert head.startswith(
        "| tool | version | input | a (1), F1 | b (1), F1 | all (2), P | R | F1 | under .5 | empty |"
    )
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [row[:3:2] for row in cells] == [["articlekit", "browser"], ["none", "browser"]]
    assert cells[0][1]
    assert cells[0][3:] == ["1.000", ".000", "1.000", ".500", ".667", "1", "1", "1"]
    assert cells[1][3] < "1"
    assert cells[1][-1] == "0"


def test_without_a_date_none_is_printed(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(compare, monkeypatch, corpus, "--tools", "none")
    assert capsys.readouterr().out.startswith("| tool |")


def test_a_tool_that_raises_has_read_nothing(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(source: object) -> str:
        message = f"cannot read {type(source).__name__}\nat all"
        raise ValueError(message)

    monkeypatch.setitem(tools.TOOLS, "broken", tools.Tool("", "builtins", broken))
    (row,) = runs.compare(pages.pages(corpus), ["broken"])
    assert (row.input, row.failed, row.all) == ("HTML", 2, (0, 0, 0, 2, 2))
    assert capsys.readouterr().err.startswith("broken, HTML, a/1: ValueError: cannot read Source\n")


def test_a_tool_that_is_not_there_is_left_out(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tools.TOOLS, "absent", tools.Tool("absent", "no_such_module", lambda _: ""))
    assert runs.compare(pages.pages(corpus), ["absent"]) == []


def test_an_unknown_name_is_an_error(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(compare, monkeypatch, corpus, "--tools", "articelkit")
    assert "unknown: articelkit; there are articlekit, none" in capsys.readouterr().err


def test_an_unknown_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"neither pages\.jsonl nor ground-truth\.json"):
        pages.pages(tmp_path)


def test_a_checkout_of_the_benchmark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "1f.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    truth = {"1f": {"articleBody": "\n\n".join(BODY), "url": "https://news.example/"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), "utf-8")
    made: dict[str, tuple[str, Callable[[str], str]]]
    made = {"made": ("builtins", lambda _: DUMP), "absent": ("no_such_module", str)}
    monkeypatch.setattr(pages, "TEXTS", made)
    (page,) = pages.pages(tmp_path)
    assert (page.id, page.sources) == ("1f", {"HTML": PAGE, "made": DUMP})
    rows = runs.compare([page], ["none", "articlekit"])
    assert [(row.tool, row.input) for row in rows] == [("none", "made"), ("articlekit", "made")]
    assert rows[1].all.f1 == 1


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [name for name, tool in tools.TOOLS.items() if tool.reads_html])
def test_other_tools_read_a_page(name: str) -> None:
    tool = tools.TOOLS[name]
    if not texts.installed(tool.module):
        pytest.skip(f"{name} is not installed")
    assert BODY[1] in " ".join(tool.body(tools.Source(PAGE, "en")).split())


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", texts.TEXTS)
def test_texts_are_made_of_html(kind: str) -> None:
    module, make = texts.TEXTS[kind]
    if not texts.installed(module):
        pytest.skip(f"{module} is not installed")
    assert BODY[1] in make(PAGE)


def test_the_figure(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(compare, monkeypatch, corpus, "--tools", "articlekit,none", "--figure", tmp_path / "f1.svg", "--date", "May")
    text = (tmp_path / "f1.svg").read_text("utf-8")
    assert "@media (prefers-color-scheme: dark)" in text
    root = ET.fromstring(text)  # noqa: S314 - our own
    space = {"": "http://www.w3.org/2000/svg"}
    assert root.findtext("title", namespaces=space) == "Body of the article, F1 over 2 pages, May"
    bars = {kind: root.findall(f"rect[@class='{kind}'][@rx]", space) for kind in ("own", "nothing", "other")}
    assert [len(found) for found in bars.values()] == [1, 1, 0]
    assert float(bars["own"][0].attrib["width"]) == pytest.approx(420 * 2 / 3, abs=0.1)
    words = [element.text for element in root.findall("text", space)]
    assert {"0", "0.2", "1", "F1", ".667", "browser, as it is", "the text as it is"} <= set(words)
    assert "tools that read HTML" not in words


def test_names_are_escaped_in_the_figure() -> None:
    row = runs.Row("a<b", "1", "HTML", {"a": 1.0}, Figures(1, 1, 1, 0, 0), 0)
    assert "a&lt;b 1" in figure([row], "P & R")
    assert ET.fromstring(figure([row], "P & R"))[0].text == "P & R"  # noqa: S314 - our own


def test_what_a_filter_keeps(corpus: Path) -> None:
    found = list(fineweb.documents(corpus))
    assert [(document.kind, document.language) for document in found] == [("browser", "en"), ("browser", "de")]
    assert found[0].texts == {"raw": DUMP, "articlekit": "\n\n".join(BODY)}
    assert fineweb.kept(found, "raw", lambda text: "Follow" not in text) == (0, 0, 0, 0)
    raw, read = (fineweb.kept(found, made, bool) for made in ("raw", "articlekit"))
    assert (raw.documents, raw.tokens, read.documents, read.tokens) == (
        1,
        len(DUMP.split()),
        1,
        len(" ".join(BODY).split()),
    )
    assert raw.pure < read.pure == 1
    assert raw.whole == read.whole < 1


def test_the_table_of_what_is_kept(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fineweb, "filters", lambda: {"FineWeb": bool, "Gopher": lambda text: "Follow" not in text})
    monkeypatch.setattr(fineweb, "version", lambda name: f"1.0 of {name}")
    run(fineweb, monkeypatch, corpus, "--date", "1 May 2023")
    versions, _, _, _, *rows = capsys.readouterr().out.splitlines()
    assert versions == "articlekit 1.0 of articlekit, datatrove 1.0 of datatrove, 1 May 2023"
    assert len(rows) == 6
    assert rows[1].startswith("| FineWeb | all | browser | articlekit | 1 of 2 (50%) | 63 | 100.0% | ")
    assert rows[4] == "| Gopher | English | browser | raw | 0 of 1 (0%) | 0 | 0.0% | 0.0% |"
    assert rows[5] == "| Gopher | English | browser | articlekit | 1 of 1 (100%) | 63 | 100.0% | 100.0% |"


@pytest.mark.filterwarnings("ignore")
def test_the_real_filters() -> None:
    pytest.importorskip("datatrove.pipeline.filters")
    pytest.importorskip("spacy")
    by_name = fineweb.filters()
    assert by_name["FineWeb"]("\n\n".join(BODY))
    assert not by_name["FineWeb"]("Home\nWorld\nBusiness")
    assert not by_name["Gopher"]("Home\nWorld\nBusiness")
