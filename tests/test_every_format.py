"""What holds for every format alike: hostile input is refused in time, streams are lazy, time grows with the length."""

from __future__ import annotations

import json
import re
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import (
    Article,
    Bullet,
    Caption,
    Dateline,
    FormatError,
    MissingExtraError,
    Paragraph,
    Place,
    Subheading,
    formats,
    strategies,
)
from damage import damaged
from holdable import holdable_articles

OF_JSON = ("json", "jsonfeed", "jsonl", "jsonld", "ninjs")
OF_XML = ("atom", "newsmlg2", "nitf", "tei")
WITH_HTML = ("atom", "html", "jsonfeed", "ninjs")
STRICT = (*OF_JSON, *OF_XML, "html", "markdown")
"""All formats but plain text, of which any text is."""
READ_WHOLE = frozenset({"json", "jsonfeed", "jsonld", "ninjs"})
"""Formats of which ``load_all`` reads all of its text before the first article."""

ARTICLE = Article(
    title="Ferry returns",
    body=[Paragraph("LISBON: It came back."), Subheading("What next"), Bullet("More ferries")],
    bullets=[Bullet("Storm is over")],
    dateline=Dateline(printed="LISBON", separator=": ", places=[Place("LISBON")]),
    authors=["Jane Doe"],
    captions=[Caption("The ferry at dawn.")],
)
TITLE = json.dumps(ARTICLE.title)
WORDS = "It came back."
SECONDS, BYTES = 20, 50_000_000  # on a busy machine too, with a tracer at work


def written(name: str) -> str:
    return articlekit.dumps(ARTICLE, name)


def readers(name: str) -> tuple[Callable[[str], Any], ...]:
    module = formats.get(name)
    return module.loads, lambda text: list(module.load_all([text]))


def refused(name: str, text: str) -> list[FormatError]:
    """The errors of both ways of reading, raised in bounded time and memory."""
    errors = []
    for read in readers(name):
        begun = perf_counter()
        with pytest.raises(FormatError) as caught:
            read(text)
        assert perf_counter() - begun < SECONDS
        assert caught.value.format == name
        assert name == "markdown" or peak(read, text) < BYTES
        errors.append(caught.value)
    return errors


def peak(read: Callable[[str], Any], text: str) -> int:
    """The most memory that a refusal takes; measured apart, as measuring costs much time."""
    tracemalloc.start()
    try:
        with pytest.raises(FormatError):
            read(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def doctype(name: str, inside: str) -> str:
    """A document with a document type in its second line."""
    first, rest = written(name).split("\n", 1)
    return f"{first}\n<!DOCTYPE a {inside}>{rest}"


BOMB = '[<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 30)) + "]"


class TestSlots:
    """Formats of XML: what their own elements hold, and what stands beside them."""

    @pytest.mark.parametrize("name", OF_XML)
    @given(article=holdable_articles())
    def test_elements_alone_give_back_what_is_held(self, name: str, article: Article) -> None:
        module: Any = formats.get(name)
        bare = re.sub(r"(?s)<(ak:exact|xenoData)\b.*?</\1>", "", module.dumps(article))
        assert module.loads(bare) == module.held(article)

    @pytest.mark.parametrize("name", OF_XML)
    @given(article=holdable_articles())
    def test_what_stands_beside_is_read_in_a_stream_too(self, name: str, article: Article) -> None:
        module = formats.get(name)
        assert list(module.load_all(module.dump_all([article, article]))) == [article, article]


class TestHostile:
    @pytest.mark.parametrize("name", STRICT)
    def test_a_document_that_is_cut_off(self, name: str) -> None:
        text = written(name)
        cut = text.index("---", 3) if name == "markdown" else text.index('"', len(text) // 3) + 1
        for error in refused(name, text[:cut]):
            assert re.search(r"\bline \d|no end", str(error))

    @pytest.mark.parametrize("name", STRICT)
    def test_a_document_of_another_kind(self, name: str) -> None:
        if name == "markdown":
            other = "---\n- a list\n---\n"
        elif name in OF_JSON:
            other = '{"kind": "weather"}'
        else:
            other = "<weather/>"
        with pytest.raises(FormatError):
            articlekit.loads(other, name)
        if name not in {"html", "jsonld"}:  # pages without articles, and objects that are none, are passed over
            refused(name, other)

    @pytest.mark.parametrize("name", STRICT)
    def test_no_document_at_all(self, name: str) -> None:
        if name == "markdown":
            assert articlekit.loads("", name) == Article()
        else:
            with pytest.raises(FormatError):
                articlekit.loads("", name)

    @pytest.mark.parametrize("name", STRICT)
    @given(data=st.data())
    def test_a_damaged_document_is_an_error_or_an_article(self, name: str, data: st.DataObject) -> None:
        article = strategies.articles(printable=True)
        text = data.draw(damaged(article.map(lambda made: articlekit.dumps(made, name))))
        for read in readers(name):
            try:
                found = read(text)
            except FormatError as error:
                assert error.format == name  # noqa: PT017 - either is right
            else:
                assert isinstance(found, Article | list)

    @pytest.mark.parametrize("name", OF_JSON)
    def test_a_key_that_stands_there_twice(self, name: str) -> None:
        text = re.sub(rf'("[a-z]+": ){TITLE}', rf"\g<0>, \g<1>{TITLE}", written(name))
        for error in refused(name, text):
            assert error.problem == "the key stands there twice"
            assert error.path != "$"

    @pytest.mark.parametrize("name", OF_JSON)
    @pytest.mark.parametrize("value", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000])
    def test_json_that_is_nested_too_deeply(self, name: str, value: str) -> None:
        for error in refused(name, written(name).replace(TITLE, value, 1)):
            assert error.problem == "nested too deeply"

    @pytest.mark.parametrize("name", OF_JSON)
    @pytest.mark.parametrize("value", ["NaN", "-Infinity", "1" * 100_000, "'Ferry'", "\x00", "01"])
    def test_what_is_no_json(self, name: str, value: str) -> None:
        refused(name, written(name).replace(TITLE, value, 1))

    @pytest.mark.parametrize("name", OF_XML)
    @pytest.mark.parametrize(
        "inside",
        [BOMB, '[<!ENTITY e SYSTEM "file:///etc/passwd">]', '[<!ENTITY % e SYSTEM "http://[::1]:9/"> %e;]'],
        ids=["bomb", "file", "parameter"],
    )
    def test_entities(self, name: str, inside: str) -> None:
        for error in refused(name, doctype(name, inside)):
            assert (error.path, error.problem) == ("line 2", "the document declares entities, which are never expanded")

    @pytest.mark.parametrize("name", OF_XML)
    def test_nothing_external_is_loaded(self, name: str, tmp_path: Any) -> None:  # noqa: ANN401 - a path
        other = tmp_path / "other"
        other.write_text('<!ENTITY e "LOADED"><!ATTLIST p id CDATA "LOADED">LOADED')
        include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{other}" parse="text"/>'
        text = doctype(name, f'SYSTEM "{other}"').replace(WORDS, f"{include}{WORDS}")
        for read in readers(name):
            assert "LOADED" not in str(read(text))

    @pytest.mark.parametrize("name", OF_XML)
    @pytest.mark.parametrize("closing", ["", "</p>" * 100_000])
    def test_xml_that_is_nested_too_deeply(self, name: str, closing: str) -> None:
        for error in refused(name, written(name).replace(WORDS, "<p>" * 100_000 + closing)):
            assert error.path.startswith("line ")
            assert "Excessive depth" in error.problem

    @pytest.mark.parametrize("name", WITH_HTML)
    @pytest.mark.parametrize(
        ("markup", "problem"),
        [
            ("<div>" * 100_000, "nested too deeply in line "),
            ("<p " + " ".join(f"a{n}" for n in range(20_000)) + ">", "more than 1000 attributes"),
        ],
        ids=["deep", "attributes"],
    )
    def test_html_that_cannot_be_read_in_time(self, name: str, markup: str, problem: str) -> None:
        markup = markup if name != "atom" else markup.replace("<", "&lt;").replace(">", "&gt;")
        for error in refused(name, written(name).replace(WORDS, markup)):
            assert problem in error.problem

    @pytest.mark.parametrize("name", ["html", *OF_XML])
    @pytest.mark.parametrize("encoding", ["utf-16", "us-ascii", "iso-8859-1", "no-such-thing"])
    def test_a_declared_encoding_is_not_asked(self, name: str, encoding: str) -> None:
        article = Article(title="Fähre läuft ein — 帰港", body=[Paragraph("Zurück.")])
        text = re.sub("utf-8", encoding, articlekit.dumps(article, name), count=1, flags=re.IGNORECASE)
        assert encoding in text
        for read in readers(name):
            assert read(text) in (article, [article])

    @pytest.mark.parametrize("name", STRICT)
    def test_a_byte_order_mark(self, name: str) -> None:
        for read in readers(name):
            assert read("\ufeff" + written(name)) in (ARTICLE, [ARTICLE])

    @pytest.mark.parametrize("name", [*OF_JSON, *OF_XML, "html"])
    def test_blank_lines_above(self, name: str) -> None:
        for read in readers(name):
            assert read("\n \r\n" + written(name)) in (ARTICLE, [ARTICLE])
        for error in refused(name, "\n\n" + written(name).replace(written(name)[0], "?", 1)) if name in OF_XML else ():
            assert error.path.startswith("line ")

    @pytest.mark.parametrize(
        ("front", "problem"),
        [
            ("a: &a [b, b]\nc: [*a, *a]", "line 3: aliases are not read"),
            ("title: Ferry\nauthor: x\ntitle: Ferry", "line 2: a key stands there twice"),
            ("title: !!python/object/apply:os.getcwd []", "line 2: could not determine a constructor"),
            ("title: !!binary aGE=", "expected a string, got bytes"),
            ("title: [" + "[" * 100_000, "nested too deeply"),
            ("title: {a: {<<: {b: c}}", "line 2: expected ',' or"),
            ('title: "no end', "line 2: found unexpected end"),
            ("title: a\n\tb: c", "line 3: "),
        ],
    )
    def test_yaml_that_is_refused(self, front: str, problem: str) -> None:
        for error in refused("markdown", f"---\n{front}\n---\n"):
            assert problem in error.problem

    @pytest.mark.parametrize("trap", ["NO", "010", "1_000", "1:30", "~x", "2023-12-07", "0x1F", "1e3", ".inf", "Yes"])
    def test_yaml_traps_are_texts(self, trap: str) -> None:
        assert articlekit.loads(f"---\ntitle: {trap}\n---\n", "markdown").title == trap
        article = Article(title=trap, keywords=[trap, "---"], section=trap)
        assert articlekit.loads(articlekit.dumps(article, "markdown"), "markdown") == article


class TestExtras:
    @pytest.mark.parametrize(
        ("name", "library", "extra"),
        [
            *((name, "lxml", "xml") for name in (*OF_XML, *WITH_HTML)),
            ("markdown", "yaml", "markdown"),
            ("markdown", "markdown_it", "markdown"),
        ],
    )
    def test_reading_says_what_to_install(
        self, name: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = written(name)
        monkeypatch.setitem(sys.modules, library, None)
        for read in readers(name):
            with pytest.raises(MissingExtraError) as caught:
                read(text)
            assert str(caught.value) == f"reading {name} needs {library}: pip install 'articlekit[{extra}]'"
            assert caught.value.name == library
        assert written(name) == text

    @pytest.mark.parametrize("name", ["json", "jsonl", "jsonld"])
    def test_others_are_read_with_nothing(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for library in ("lxml", "yaml", "markdown_it"):
            monkeypatch.setitem(sys.modules, library, None)
        assert articlekit.loads(written(name), name) == ARTICLE


class TestStreams:
    @pytest.mark.parametrize("name", [*STRICT, "text"])
    def test_writing_takes_one_article_at_a_time(self, name: str) -> None:
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(3):
                taken.append(number)
                yield ARTICLE

        pieces = formats.get(name).dump_all(articles())
        assert taken == []
        for count in (1, 2, 3):
            next(pieces)
            assert len(taken) <= count

    @pytest.mark.parametrize("name", STRICT)
    def test_reading_begins_when_it_is_asked_for(self, name: str) -> None:
        taken: list[str] = []

        def source() -> Iterator[str]:
            for piece in formats.get(name).dump_all([ARTICLE] * 5):
                taken.append(piece)
                yield piece

        found = formats.get(name).load_all(source())
        assert taken == []
        assert next(found).title == ARTICLE.title
        assert (len(taken) >= 5) == (name in READ_WHOLE)
        assert sum(1 for _ in found) == 4


class TestGrowth:
    """Ten times the articles, or the text, cost about ten times the time."""

    @pytest.mark.parametrize("name", [*STRICT, "text"])
    def test_of_many_articles(self, name: str) -> None:
        module = formats.get(name)

        def seconds(count: int) -> float:
            begun = perf_counter()
            text = "".join(module.dump_all([ARTICLE] * count))
            found = sum(1 for _ in module.load_all(text))
            assert name == "text" or found == count
            return perf_counter() - begun

        assert grows_as_it_is_long(seconds, 50, 500)

    @pytest.mark.parametrize("name", STRICT)
    def test_of_a_long_article(self, name: str) -> None:
        blocks = [Paragraph("The ferry came back & all are well, said the company on Thursday."), Bullet("<p> *a*")]

        def seconds(count: int) -> float:
            article = Article(title="Ferry " * count, body=blocks * count, keywords=["a, b"] * count)
            begun = perf_counter()
            assert articlekit.loads(articlekit.dumps(article, name), name) == article
            return perf_counter() - begun

        assert grows_as_it_is_long(seconds, 100, 1_000)


def grows_as_it_is_long(seconds: Callable[[int], float], few: int, many: int) -> bool:
    """Whether the best of three is not much more than the length says; of two fits, as machines are busy."""
    seconds(1)
    short = min(seconds(few) for _ in range(3))
    return any(seconds(many) < 2.5 * (many / few) * short + 0.1 for _ in range(3))
