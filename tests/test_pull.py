"""Large documents of XML, read part by part."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import FormatError
from articlekit.formats import _pull

FEED = (
    '<feed xmlns="urn:feed"><title>t</title>\n<entry>1</entry>\n<entry>2<x xmlns="urn:x"><entry/></x></entry></feed>\n'
)
STATM = Path("/proc/self/statm")  # lxml's memory is none that tracemalloc sees
DECLARATION = "<?xml version='1.0' encoding='latin-1'?>"


def texts(pieces: Iterable[str]) -> list[str | None]:
    return [node.text for node in _pull.parts(pieces, "atom", "entry", "feed")]


def test_every_part_of_the_whole_and_none_of_another_vocabulary() -> None:
    assert texts([FEED]) == ["1", "2"]
    assert texts(["<entry>alone</entry>"]) == ["alone"]
    assert texts([]) == texts(["", " \n"]) == []


def test_parts_in_a_whole_in_the_whole() -> None:
    inner = "<feed><entry>1</entry><entry>2</entry></feed>"
    assert texts([f"<feed>{inner}{inner}<entry>3</entry></feed>"]) == ["1", "2", "1", "2", "3"]


@given(st.data())
def test_wherever_the_text_is_cut(data: st.DataObject) -> None:
    text = f"\ufeff\n{DECLARATION}{FEED}\n{DECLARATION}<entry>é<?xm x?></entry>\n\n{DECLARATION}<entry>4</entry>"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert texts(pieces) == texts([text]) == ["1", "2", "é", "4"]


def test_what_stands_before_the_parts_is_kept_and_the_part_before_goes() -> None:
    seen = []
    for node in _pull.parts(iter(FEED), "atom", "entry", "feed"):
        whole = node.getparent()
        assert whole is not None
        seen.append([child.text for child in whole])
    assert seen == [["t", "1"], ["t", None, "2"]]


@pytest.mark.parametrize(
    ("text", "path", "problem"),
    [
        ("<feed><entry>1</entry>", "line 1, column 23", "Premature end of data"),
        ("<feed>\n<entry>1</feed>", "line 2, column 16", "mismatch"),
        ("<entry>\x00</entry>", "line 1, column 8", "no XML: Invalid character"),
        ("<entry>\ud800</entry>", "line 1, column 8", "no XML: Inv"),
        ("<!-- nothing else -->", "line 1, column 22", "no XML"),
        ("<rss/>", "$", "expected the root element feed or entry, found rss"),
        ("<!DOCTYPE a [\n<!ENTITY b 'c'>]><entry>&b;</entry>", "line 2", "declares entities"),
        ("<!-- <a --><!DOCTYPE a [<!ENTITY % b 'c'>]><entry/>", "line 1", "declares entities"),
        ("<a>" * 100_000, "line 1, column 6147", "Excessive depth"),
        ("no XML", "line 1, column 1", "Start tag expected"),
    ],
)
def test_what_is_broken(text: str, path: str, problem: str) -> None:
    for pieces in ([text], list(text) if len(text) < 100 else [text]):
        with pytest.raises(FormatError, match=problem) as caught:
            texts(pieces)
        assert caught.value.path == path
        assert caught.value.format == "atom"


def test_what_stands_before_the_error_is_given() -> None:
    found = _pull.parts([FEED.replace("</feed>", "</fee>")], "atom", "entry", "feed")
    assert [next(found).text, next(found).text] == ["1", "2"]
    with pytest.raises(FormatError):
        next(found)


def test_nothing_is_loaded_from_outside(tmp_path: object) -> None:
    text = f'<!DOCTYPE entry SYSTEM "file://{tmp_path}/none.dtd"><entry>&outside;</entry>'
    assert texts([text]) == [None]


@pytest.mark.skipif(not STATM.exists(), reason="only Linux tells what a process holds in this way")
def test_memory_is_that_of_one_part() -> None:
    def pieces(count: int) -> Iterator[str]:
        yield "<feed>"
        for _ in range(count):
            yield f"<entry>{'a word ' * 500}</entry>\n"
        yield "</feed>"

    def resident() -> int:
        return int(STATM.read_text("ascii").split()[1]) * 4096

    assert len(list(_pull.parts(pieces(10), "atom", "entry", "feed"))) == 10
    tracemalloc.start()
    before = resident()
    assert sum(1 for _ in _pull.parts(pieces(5000), "atom", "entry", "feed")) == 5000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    assert resident() - before < 8_000_000
