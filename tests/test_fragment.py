"""The fragments of HTML in which formats hold bodies: written as XML, read as whatever pages hold."""

from __future__ import annotations

import contextlib
import sys
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articlekit import Article, Bullet, Dateline, FormatError, MissingExtraError, Paragraph, Subheading, strategies
from articlekit.formats import _fragment
from articlekit.model import Block


def blocks(markup: str) -> list[tuple[str, str]]:
    return [(type(block).__name__[0], block.text) for block in _fragment.read(markup, "test").blocks]


@given(strategies.articles())
def test_what_is_held_comes_back(article: Article) -> None:
    markup = _fragment.written(article.body, article.dateline)
    assert _fragment.read(markup, "test").blocks == _fragment.held(article.body)
    etree.fromstring(f"<div>{markup}</div>")  # it is XML, too


@given(strategies.articles(printable=True))
def test_all_that_pages_print_is_held(article: Article) -> None:
    assert _fragment.held(article.body) == article.body


PIECES = (*"<>/!-= '\"&;ab\x00\ud800\r\n", "<p>", "<li>", "<!--", "<script", "</", "<br/>", "<table>", "<td>", "<pre>")


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_html(markup: str) -> None:
    _fragment.read(markup, "test")


def test_blocks_are_elements() -> None:
    body: list[Block] = [Paragraph("A & b\nc"), Subheading("D"), Bullet("E"), Bullet("F"), Paragraph("A: G")]
    assert _fragment.written(body, Dateline(printed="A", separator=" ")) == (
        '<p><span class="dateline">A </span>&amp; b<br/>c</p>\n<h2>D</h2>\n<ul><li>E</li><li>F</li></ul>\n<p>A: G</p>'
    )
    assert _fragment.written(body[1:], Dateline(printed="D", separator="")).startswith("<h2>D</h2>")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", []),
        (" \n", []),
        ("<!-- a -->", []),
        ("plain & simple", [("P", "plain & simple")]),
        ("one<br>two<br>\n<br>three", [("P", "one\ntwo"), ("P", "three")]),
        ("<p>one<br/><br/>two</p>", [("P", "one\n\ntwo")]),
        ("<p>a</p><p>&nbsp;</p><p> \r\n b\r c</p>", [("P", "a"), ("P", "b c")]),
        ("a<script>b</script><style>c</style><template>d</template><figure>e<figcaption>f</figure>g", [("P", "ag")]),
        ("<h1>a</h1><h6>b</h6><dl><dt>c<dd>d</dl>", [("S", "a"), ("S", "b"), ("S", "c"), ("P", "d")]),
        ("<ol><li><p>a</p><li>b</ol><blockquote>c<p>d</blockquote>", [("B", "a"), ("B", "b"), ("P", "c"), ("P", "d")]),
        ("<table><tr><th>a<td>b<tr><td>c</table>", [("P", "a b"), ("P", "c")]),
        ("\ufeff<!DOCTYPE html><title>a</title><body>b<div>c</div>", [("P", "b"), ("P", "c")]),
        ("<?xml version='1.0' encoding='utf-16'?><p>é</p>", [("P", "é")]),
        ("a\x00b\ud800c&#0;&#xd800;", [("P", "a\ufffdb\ufffdc\ufffd\ufffd")]),
        ("<p>&lt;b&gt; &copy; &bogus;</p>", [("P", "<b> © &bogus;")]),
        ("<p>cut <b", [("P", "cut")]),
    ],
)
def test_pages_are_read_as_they_are(markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markup) == expected


def test_the_dateline_is_marked() -> None:
    assert _fragment.read("<p><b class='a dateline'>LIS<i>BON</i>: </b>It</p>", "test").dateline == "LISBON:"
    assert _fragment.read("<p class='datelines'>It</p>", "test").dateline is None
    assert _fragment.read("<p class='dateline'></p>", "test").dateline is None


def test_parts_can_be_set_aside() -> None:
    root = _fragment.parsed("<ul class='bullets'><li>a<br>b</ul>c", "test")
    [found] = _fragment.marked(root, "bullets")
    assert _fragment.blocks_in(found) == (Bullet("a\nb"),)
    assert _fragment.text_in(found) == "a\nb"
    _fragment.set_aside(found)
    assert _fragment.blocks_in(root) == (Paragraph("c"),)


@pytest.mark.parametrize("depth", [1_500, 5_000, 100_000])
def test_depth_is_bounded(depth: int) -> None:
    with pytest.raises(FormatError, match=r"test: \$.body: nested too deeply"):
        _fragment.read("<div>" * depth, "test", "$.body")


@pytest.mark.parametrize(
    "before",
    [
        "<p ",
        "<!-- <a x=' --><p ",
        "<script>'<a x=\"'</script><p ",
        "<p a=b' c='>' ",
        "<p a = '>\"' b=\"'>\" ",
        "<p a=> <p ",
    ],
)
def test_attributes_are_bounded(before: str) -> None:
    with pytest.raises(FormatError, match="more than 1000 attributes"):
        _fragment.read(before + " ".join(f"a{number}" for number in range(2_000)) + ">x</p>", "test")
    few = " ".join(f"a{number}='{number:100}'" for number in range(200))
    assert blocks(before + few + ">x</p>")[-1] == ("P", "x")


HOSTILE = ("<p>", "</p>", "<!--", "<![CDATA[", "<script>", "<b></p>", "<br>", "<a", "<a '", "<a=", "&", "&amp;", "x ", " ", "\n", "<!-")  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_the_length(part: str) -> None:
    def seconds(count: int) -> float:
        start = perf_counter()
        with contextlib.suppress(FormatError):  # too deep, or too many attributes: said in time
            _fragment.read("x" + part * count + "x", "test")
        return perf_counter() - start

    seconds(100)
    assert seconds(100_000) < 25 * seconds(10_000) + 0.2


def test_reading_says_which_extra_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"reading test needs lxml: pip install 'articlekit\[xml\]'"):
        _fragment.read("<p>", "test")
