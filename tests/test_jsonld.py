"""JSON-LD: a NewsArticle of schema.org."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from articlekit import Article, Bullet, Caption, Dateline, FormatError, Paragraph, Place, Subheading, strategies
from articlekit.formats import _exact, jsonld
from articlekit.formats._encode import encoded
from examples import NAMES, described, example, expected
from vocabulary import vocabulary

NEWS = {"@context": "https://schema.org", "@type": "NewsArticle"}


def read(properties: dict[str, Any]) -> Article:
    return jsonld.loads(json.dumps(NEWS | properties))


@given(strategies.articles())
def test_any_article_comes_back(article: Article) -> None:
    assert jsonld.loads(jsonld.dumps(article)) == article


@given(strategies.articles())
def test_held_is_what_the_properties_give_back(article: Article) -> None:
    plain = json.loads(jsonld.dumps(article))
    plain.pop(_exact.MARK, None)
    assert jsonld.loads(encoded(plain)) == jsonld.held(article)


@given(strategies.articles(printable=True))
def test_an_ordinary_article_needs_nothing_beside(article: Article) -> None:
    assert _exact.MARK not in jsonld.dumps(article)


@given(strategies.articles())
def test_every_output_keeps_to_the_vocabulary(shared: Path, article: Article) -> None:
    words = vocabulary(shared / "standards" / "schemaorg" / "schemaorg-current-https.jsonld")
    assert not list(words.problems(json.loads(jsonld.dumps(article))))


class TestExamples:
    @pytest.mark.parametrize("name", NAMES)
    def test_it_reads_and_writes_the_examples(self, name: str, shared: Path) -> None:
        text = example(shared, name, "article.jsonld")
        article = jsonld.loads(text)
        assert described(article) == expected(shared, name)
        assert json.loads(jsonld.dumps(article)) == json.loads(text)


class TestWriting:
    def test_subheadings_stand_beside_as_kinds_alone(self) -> None:
        article = Article(body=[Paragraph("One."), Subheading("Two"), Bullet("Three")])
        plain = json.loads(jsonld.dumps(article))
        assert plain["articleBody"] == "One.\n\nTwo\n\nThree"
        assert plain[_exact.MARK] == '{"body": ["paragraph", "subheading", "bullet"]}'

    def test_an_offset_that_no_date_time_can_hold_is_utc(self) -> None:
        odd = datetime(2024, 2, 3, 8, tzinfo=timezone(timedelta(seconds=90)))
        plain = json.loads(jsonld.dumps(Article(published=odd, updated=date(2024, 2, 4))))
        assert plain["datePublished"] == "2024-02-03T07:58:30Z"
        assert plain["dateModified"] == "2024-02-04"
        assert jsonld.loads(json.dumps(plain)).published == odd

    @pytest.mark.parametrize("year", [1, 9999])
    def test_the_ends_of_the_calendar(self, year: int) -> None:
        edge = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, 12, tzinfo=timezone(timedelta(hours=15)))
        for zone in (edge.tzinfo, timezone(-timedelta(hours=15))):
            article = Article(published=edge.replace(tzinfo=zone))
            assert jsonld.loads(jsonld.dumps(article)) == article

    def test_indent(self) -> None:
        assert jsonld.dumps(Article(title="A"), indent=1).count("\n") == 4


class TestReading:
    def test_an_edited_property_wins_over_the_exact_value(self) -> None:
        article = Article(title="A", body=[Paragraph("One."), Subheading("Two")], language="xx")
        plain = json.loads(jsonld.dumps(article))
        one_more = jsonld.loads(json.dumps(plain | {"articleBody": "One.\n\nTwo\n\nThree."}))
        assert one_more.body == (Paragraph("One."), Paragraph("Two"), Paragraph("Three."))
        reworded = jsonld.loads(json.dumps(plain | {"articleBody": "One.\n\nSecond"}))
        assert reworded.body == (Paragraph("One."), Subheading("Second"))

    def test_an_edited_date_wins_over_the_exact_one(self) -> None:
        odd = datetime(2024, 2, 3, 8, tzinfo=timezone(timedelta(seconds=90)))
        plain = json.loads(jsonld.dumps(Article(published=odd)))
        moved = jsonld.loads(json.dumps(plain | {"datePublished": "2024-02-05T08:00:00Z"}))
        assert moved.published == datetime(2024, 2, 5, 8, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("properties", "field", "value"),
        [
            ({"author": "Jane Doe"}, "authors", ("Jane Doe",)),
            ({"author": {"@type": "Person", "name": "Jane Doe"}}, "authors", ("Jane Doe",)),
            ({"author": [{"name": ["Jane Doe"]}, {"url": "x"}, "Al", None]}, "authors", ("Jane Doe", "Al")),
            ({"author": "By Jane Doe, John Roe"}, "authors", ("Jane Doe", "John Roe")),
            ({"author": ["Jane Doe", "AFP"]}, "authors", ("Jane Doe", "AFP")),
            ({"author": {"name": "By Jane Doe"}}, "authors", ("By Jane Doe",)),
            ({"name": "The title"}, "title", "The title"),
            ({"headline": "Ferry&#8217;s back &amp; safe &amp &nope;"}, "title", "Ferry’s back & safe &amp &nope;"),
            ({"description": "1 &lt; 2 &#xE9;"}, "summary", "1 < 2 é"),
            ({"keywords": "ports, storms,"}, "keywords", ("ports", "storms")),
            ({"keywords": ""}, "keywords", ()),
            ({"keywords": ["a, b"]}, "keywords", ("a, b",)),
            ({"inLanguage": {"@type": "Language", "name": "en"}}, "language", "en"),
            ({"headline": {"@value": "A", "@language": "en"}}, "title", "A"),
            ({"mainEntityOfPage": {"@id": "https://a.example/b"}}, "url", "https://a.example/b"),
            ({"@id": "https://a.example/b", "url": "/b"}, "url", "https://a.example/b"),
            ({"@id": "urn:uuid:57d9a463-6735-5d8f-a97e-d1ead74f08b8"}, "url", None),
            ({"datePublished": "2024-02"}, "published", None),
            ({"datePublished": "Sat, 03 Feb 2024 08:00:00 GMT"}, "published", datetime(2024, 2, 3, 8, tzinfo=UTC)),
            ({"articleBody": "One.\nTwo."}, "body", (Paragraph("One."), Paragraph("Two."))),
            ({"articleBody": "One\nline.\n \n\nTwo."}, "body", (Paragraph("One\nline."), Paragraph("Two."))),
            ({"image": ["https://a.example/b.jpg", {"url": "https://a.example/b.jpg"}]}, "captions", ()),
            (
                {"image": {"caption": "A ferry.", "url": "https://a.example/b.jpg"}},
                "captions",
                (Caption("A ferry.", url="https://a.example/b.jpg"),),
            ),
            ({"locationCreated": {"url": "x"}}, "dateline", None),
        ],
    )
    def test_what_pages_write(self, properties: dict[str, Any], field: str, value: object) -> None:
        assert getattr(read(properties), field) == value

    def test_what_looks_like_a_reference_of_html_stays(self) -> None:
        article = Article(title="How to write &amp; in HTML", summary="It is &#38;amp;")
        assert jsonld.loads(jsonld.dumps(article)) == article

    def test_a_dateline_of_places_alone(self) -> None:
        line = read({"locationCreated": [{"name": "OSLO", "containedInPlace": {"name": "Norway"}}]}).dateline
        assert line is not None
        assert line.places == (Place("OSLO", "Norway"),)

    @pytest.mark.parametrize(
        ("dateline", "text", "printed", "separator"),
        [
            ("OSLO", "OSLO — It came back.", "OSLO", " — "),
            ("Somewhere else", "Somewhere else: It came.", "Somewhere else", ": "),
            ("Somewhere else - ", "It came back.", "Somewhere else", " - "),
            ("Somewhere", "It came back.", "Somewhere", " — "),
        ],
    )
    def test_a_dateline_and_its_separator(self, dateline: str, text: str, printed: str, separator: str) -> None:
        line = read({"dateline": dateline, "articleBody": text}).dateline
        assert line is not None
        assert (line.printed, line.separator) == (printed, separator)

    def test_articles_in_lists_and_graphs(self) -> None:
        graph = {"@graph": [{"@type": "WebPage"}, NEWS | {"headline": "A"}, {"@type": ["Thing", "schema:Report"]}]}
        assert [a.title for a in jsonld.load_all(json.dumps([graph, NEWS | {"headline": "B"}]))] == ["A", "", "B"]
        assert jsonld.loads(json.dumps([{"@type": "WebPage"}, NEWS | {"headline": "A"}])).title == "A"

    def test_things_of_a_graph_are_found_by_their_names(self) -> None:
        news = NEWS | {
            "author": [{"@id": "#jane"}, {"@id": "#nobody"}, {"@id": "#john", "name": "John Roe"}],
            "publisher": {"@id": "#us"},
            "image": {"@id": "#ferry"},
            "mainEntityOfPage": {"@id": "https://a.example/b"},
        }
        things = [
            {"@id": "#us", "@type": "Organization", "name": "The Courier"},
            {"@id": "#ferry", "@type": "ImageObject", "caption": "A ferry.", "url": "https://a.example/b.jpg"},
            {"@id": "#jane", "name": "Jane Doe", "worksFor": {"@id": "#us"}},
            {"@id": "https://a.example/b", "@type": "WebPage", "name": "B"},
            {"@id": ["#x"]},
            None,
        ]
        article = jsonld.loads(json.dumps({"@graph": [news, *things]}))
        assert article == Article(
            authors=["Jane Doe", "John Roe"],
            publisher="The Courier",
            captions=[Caption("A ferry.", url="https://a.example/b.jpg")],
            url="https://a.example/b",
        )

    def test_many(self) -> None:
        articles = [Article(title="A"), Article(title="B")]
        pieces = list(jsonld.dump_all(iter(articles)))
        assert list(jsonld.load_all(pieces)) == articles
        assert list(jsonld.load_all("".join(jsonld.dump_all([])))) == []
        assert list(jsonld.load_all(jsonld.dumps(articles[0]))) == articles[:1]
        with pytest.raises(FormatError, match="expected one article, found 2: load_all reads many"):
            jsonld.loads("".join(pieces))


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "path", "problem"),
        [
            ('{"@type": "VideoObject"}', "$", "holds no article of schema.org: its type is VideoObject"),
            ("[]", "$", "no object in it has the type of one"),
            ("7", "$", "no object in it has the type of one"),
            ('{"@type": "Article", "headline": 7}', "$.headline", "expected text or a thing with a name, got int"),
            ('{"@type": "Article", "datePublished": "soon"}', "$.datePublished", "'soon' is no date in ISO 8601"),
            ('{"@type": "Article", "@type": "Article"}', "$.@type", "twice"),
            ('{"@type": "Article"', "$", "no JSON"),
            (
                '{"@type": "Article", "urn:x-articlekit:exact": "[]"}',
                "$['urn:x-articlekit:exact']",
                "expected an object",
            ),
            ('{"@type": "Article", "urn:x-articlekit:exact": "{"}', "$['urn:x-articlekit:exact']", "no JSON"),
            ('{"@type": "Article", "urn:x-articlekit:exact": "{\\"title\\": 7}"}', "$.title", "expected a string"),
            ("[" * 100_000, "$", "nested too deeply"),
        ],
    )
    def test_a_wrong_document(self, text: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError) as caught:
            jsonld.loads(text)
        assert caught.value.path == path
        assert problem in str(caught.value)


def test_a_dateline_without_words_has_no_place_in_a_slot() -> None:
    article = Article(dateline=Dateline(printed="", separator=": "), body=[Paragraph(": One.")])
    assert jsonld.loads(jsonld.dumps(article)) == article
