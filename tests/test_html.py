"""HTML: a page with microdata and JSON-LD of schema.org."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import extruct
import pytest
from hypothesis import given

from articlekit import Article, Bullet, Caption, Dateline, FormatError, Paragraph, Place, Subheading, strategies
from articlekit.formats import html, jsonld
from examples import described, example, expected

LINE = Dateline(printed="OSLO, Norway (AP)", separator=" — ", places=[Place("OSLO", "Norway")], agency="AP")
FULL = Article(
    title="Harbour & bridge <reopen>",
    body=[Paragraph("OSLO, Norway (AP) — It came back.\nAt noon."), Subheading("Then"), Bullet("One"), Bullet("Two")],
    bullets=[Bullet("All are safe")],
    summary="The ferry is back.",
    dateline=LINE,
    authors=["Jane Doe", "John Roe"],
    captions=[Caption("A ferry.", "AP", url="https://a.example/b.jpg", organisations=["AP"]), Caption("A bridge.")],
    published=datetime(2024, 2, 3, 8, tzinfo=timezone(timedelta(hours=5))),
    updated=date(2024, 2, 4),
    language="en",
    url="https://news.example/harbour",
    publisher="Example News",
    section="World",
    keywords=["ports", "storms"],
)


def page(inside: str) -> str:
    return f"<!DOCTYPE html><title>a</title><div itemscope itemtype='http://schema.org/Article'>{inside}</div>"


@given(strategies.articles())
def test_any_article_comes_back(article: Article) -> None:
    assert html.loads(html.dumps(article)) == article


@given(strategies.articles())
def test_held_is_what_the_marked_parts_give_back(article: Article) -> None:
    text = html.dumps(article).replace('id="articlekit-exact"', "")
    assert html.loads(text) == html.held(article)


@given(strategies.articles(printable=True))
def test_an_ordinary_article_needs_nothing_beside(article: Article) -> None:
    assert "articlekit-exact" not in html.dumps(article)


class TestValidity:
    def test_the_nu_html_checker_finds_no_error(self, html_checker: list[str], tmp_path: Path) -> None:
        articles: list[Article] = [FULL, Article()]

        @given(strategies.articles())
        def collect(article: Article) -> None:
            articles.append(article)

        collect()
        for number, article in enumerate(articles):
            text = html.dumps(article).encode("utf-8", "replace")  # lone surrogates in a pair: no file can hold them
            (tmp_path / f"{number}.html").write_bytes(text)
        command = [*html_checker, "--errors-only", "--format", "json", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a program of our own choice
        assert [message["message"] for message in json.loads(done.stderr)["messages"]] == []

    def test_other_readers_find_the_article(self) -> None:
        found: dict[str, Any] = extruct.extract(html.dumps(FULL), syntaxes=["microdata", "json-ld"], uniform=True)
        [microdata], [linked] = found["microdata"], found["json-ld"]
        assert linked == jsonld.properties(FULL)
        assert microdata["@type"] == linked["@type"] == "NewsArticle"
        for key in ("headline", "description", "dateline", "articleSection", "inLanguage", "datePublished", "url"):
            assert microdata[key] == linked[key]
        assert [author["name"] for author in microdata["author"]] == ["Jane Doe", "John Roe"]
        assert microdata["locationCreated"]["containedInPlace"]["name"] == "Norway"
        assert microdata["image"][0]["creditText"] == "AP"
        assert microdata["abstract"] == "All are safe"


class TestExamples:
    @pytest.mark.parametrize("file", ["article.html", "article.jsonld.html"])
    def test_it_reads_the_examples(self, file: str, shared: Path) -> None:
        article = html.loads(example(shared, "first_seed_article", file))
        assert described(article) == expected(shared, "first_seed_article")

    def test_it_writes_what_the_example_has(self, shared: Path) -> None:
        text = example(shared, "first_seed_article", "article.html")
        written = set(html.dumps(html.loads(text)).splitlines())
        assert [line for line in text.splitlines() if line not in written] == []


class TestWriting:
    def test_what_stands_where(self) -> None:
        lines = html.dumps(FULL).splitlines()
        assert '<html lang="en">' in lines
        assert '<h1 itemprop="headline">Harbour &amp; bridge &lt;reopen&gt;</h1>' in lines
        assert (
            '<p><span class="dateline"><span itemprop="dateline">OSLO, Norway (AP)</span> — </span>'
            "It came back.<br/>At noon.</p>"
        ) in lines
        assert "<ul><li>One</li><li>Two</li></ul>" in lines
        assert '<p>Updated <time itemprop="dateModified" datetime="2024-02-04">04 February 2024</time></p>' in lines
        assert html.loads(html.dumps(FULL)) == FULL

    def test_a_dateline_that_no_paragraph_carries_stands_in_the_header(self) -> None:
        article = Article(dateline=LINE, body=[Paragraph("It came back.")])
        assert '<p class="dateline" itemprop="dateline">OSLO, Norway (AP)</p>' in html.dumps(article)
        assert html.loads(html.dumps(article)) == article

    def test_an_unknown_language_is_no_lang(self) -> None:
        text = html.dumps(Article(language="tlh-piqad"))
        assert "<html>" in text
        assert html.loads(text).language == "tlh-piqad"

    def test_scripts_cannot_be_ended_from_within(self) -> None:
        article = Article(title="</script><!--", body=[Subheading("</script>\x7f\U0001fffe")])
        text = html.dumps(article)
        assert text.count("</script") == 2
        assert "\\u007f\\ud83f\\udffe" in text
        assert html.loads(text) == article


class TestReading:
    def test_an_edited_part_wins_over_the_exact_value(self) -> None:
        text = html.dumps(Article(title="A\x00", body=[Paragraph("One.\x00"), Paragraph("Two.")]))
        edited = html.loads(text.replace("<p>Two.</p>", "<p>Three.</p>"))
        assert edited.title == "A\x00"
        assert [block.text for block in edited.body] == ["One.\ufffd", "Three."]

    @pytest.mark.parametrize(
        ("inside", "field", "value"),
        [
            ("<h1 itemprop='name'>A\n  <b>b</b></h1>", "title", "A b"),
            ("<meta itemprop='description' content='S'>", "summary", "S"),
            ("<a itemprop='author'>Jane Doe</a>", "authors", ("Jane Doe",)),
            ("<p itemprop='author' itemscope><b itemprop='name'>Al</b></p>", "authors", ("Al",)),
            ("<p itemprop='author' itemscope><b itemprop='url'>Al</b></p>", "authors", ()),
            ("<a itemprop='mainEntityOfPage' href='https://a.example/b'>x</a>", "url", "https://a.example/b"),
            (
                "<a itemprop='url' href='/b'>x</a><link rel='canonical' href='https://a.example/c'>",
                "url",
                "https://a.example/c",
            ),
            ("<time itemprop='datePublished'>2024-02-03</time>", "published", date(2024, 2, 3)),
            (
                "<time itemprop='datePublished' datetime='2024-02-03T08:00Z'>x</time>",
                "published",
                datetime(2024, 2, 3, 8, tzinfo=UTC),
            ),
            ("<p itemprop='locationCreated' itemscope><b itemprop='url'>x</b></p>", "dateline", None),
            ("<img itemprop='image' src='a.jpg'>", "captions", ()),
            (
                "<p itemprop='image' itemscope><b itemprop='caption'>A ferry. (Jane Doe/AP)</b></p>",
                "captions",
                (Caption("A ferry.", "Jane Doe/AP", None, ["Jane Doe"], ["AP"]),),
            ),
            ("<meta itemprop='keywords' content='ports, storms'>", "keywords", ("ports", "storms")),
            (
                "<meta itemprop='keywords' content='a, b'><meta itemprop='keywords' content='c'>",
                "keywords",
                ("a, b", "c"),
            ),
            (
                "<div itemprop='articleBody'><p>One.</p><aside><p>Read more</p></aside><nav>Menu</nav></div>",
                "body",
                (Paragraph("One."),),
            ),
            (
                "<div itemprop='articleBody'>Lead<p>One<br>line</p><script>no</script><h3>Two</h3><div>Three</div></div>",
                "body",
                (Paragraph("Lead"), Paragraph("One\nline"), Subheading("Two"), Paragraph("Three")),
            ),
            (
                "<figure itemprop='image' itemscope><i itemprop='caption'>A\n ferry</i><meta itemprop='url' content='https://a.example/b'></figure>",
                "captions",
                (Caption("A ferry", url="https://a.example/b"),),
            ),
        ],
    )
    def test_what_pages_write(self, inside: str, field: str, value: object) -> None:
        assert getattr(html.loads(page(inside)), field) == value

    def test_a_page_of_json_ld_alone(self) -> None:
        script = '<script type="application/ld+json"> {0} </script>'
        found = script.format('{"@type": "NewsArticle", "headline": "A"}')
        other = script.format('{"@type": "WebPage"}') + script.format("") + "<script>let a</script>"
        assert html.loads(f"<html>{other}{found}</html>") == Article(title="A")
        with pytest.raises(FormatError) as caught:
            html.loads(f"<html>{other}{found.replace('}', ',}')}</html>")
        assert (caught.value.format, caught.value.path) == ("html", "script: $")

    def test_the_cells_of_a_row_are_words_of_their_own(self) -> None:
        table = "<div itemprop='articleBody'><table><tr><th>Port</th><td>Lisbon</td></tr></table></div>"
        assert html.loads(page(table)).body == (Paragraph("Port Lisbon"),)

    def test_many(self) -> None:
        articles = [FULL, Article(title="B")]
        pieces = list(html.dump_all(iter(articles)))
        assert list(html.load_all(pieces)) == articles
        assert list(html.load_all("")) == []
        assert list(html.load_all("".join(pieces).replace("<!DOCTYPE html>", "<!doctype html>"))) == articles
        with pytest.raises(FormatError, match="expected one article, found 2: load_all reads many"):
            html.loads(page("") + page(""))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_every_kind(end: str) -> None:
    assert html.loads(html.dumps(FULL).replace("\n", end)) == FULL


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "path", "problem"),
        [
            ("", "$", "marks no article"),
            ("<p>text", "$", "marks no article"),
            ("\x00<p>\ud800", "$", "marks no article"),
            ("\n" + "<div>" * 100_000, "$", "nested too deeply in line 2"),
            ("<!--" * 100_000, "$", "marks no article"),
            ("<a b=" * 100_000, "$", "a tag in line 1 has more than 1000 attributes"),
            (page("<time itemprop='datePublished'>soon</time>"), "datePublished", "no date in ISO 8601"),
            (
                page("") + '<script type="application/json" id="articlekit-exact">[]</script>',
                "$.exact",
                "expected an object",
            ),
            (page("") + '<script type="application/json" id="articlekit-exact">{"title"', "$.exact", "no JSON"),
        ],
    )
    def test_a_page_without_article(self, text: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError) as caught:
            html.loads(text)
        assert caught.value.path == path
        assert problem in str(caught.value)
