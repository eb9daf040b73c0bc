"""JSON Feed: what is written, that it is valid and gives the article back, and what is read of other hands."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

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
    strategies,
)
from articlekit.formats import jsonfeed
from articlekit.formats._encode import encoded
from damage import damaged
from examples import NAMES, built, described, example, expected


@pytest.fixture(scope="session")
def schema(shared: Path) -> jsonschema.Draft4Validator:
    folder = shared / "standards" / "jsonfeed"
    first, second = (
        json.loads((folder / f"feed-{version}.schema.json").read_text("utf-8")) for version in ("1", "1.1")
    )
    known = {first["id"]: first, second["id"]: second, "https://json.schemastore.org/feed-1": first}
    resources = [(url, Resource.from_contents(found)) for url, found in known.items()]
    formats = jsonschema.Draft4Validator.FORMAT_CHECKER
    return jsonschema.Draft4Validator(second, registry=Registry().with_resources(resources), format_checker=formats)


def feed_of(*items: Any, **head: Any) -> str:  # noqa: ANN401 - any values at all
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "a", **head, "items": items})


def item_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)["items"][0]
    return found


def slots_alone(text: str) -> str:
    """A feed without what stands beside its keys."""
    feed = json.loads(text)
    feed["items"][0].pop("_articlekit", None)
    return encoded(feed)


class TestLaws:
    @given(strategies.articles())
    def test_what_is_written_gives_the_article_back(self, article: Article) -> None:
        text = jsonfeed.dumps(article)
        assert jsonfeed.loads(text) == article
        assert jsonfeed.loads(slots_alone(text)) == jsonfeed.held(article)
        assert list(jsonfeed.load_all(jsonfeed.dump_all([article, article]))) == [article, article]

    @given(article=strategies.articles())
    def test_it_is_valid(self, article: Article, schema: jsonschema.Draft4Validator) -> None:
        schema.validate(json.loads(jsonfeed.dumps(article)))
        schema.validate(json.loads("".join(jsonfeed.dump_all([article, article], home_page_url="https://a.example/"))))

    @given(strategies.articles(printable=True))
    def test_the_keys_hold_all_of_an_ordinary_article(self, article: Article) -> None:
        assert jsonfeed.held(article) == article
        assert "_articlekit" not in jsonfeed.dumps(article)

    @given(damaged(strategies.articles().map(jsonfeed.dumps)))
    def test_a_damaged_feed_is_an_error_or_an_article(self, text: str) -> None:
        for read in (jsonfeed.loads, lambda text: list(jsonfeed.load_all([text]))):
            with contextlib.suppress(FormatError):
                read(text)

    @given(st.data())
    def test_wrong_types_are_an_error_or_an_article(self, data: st.DataObject) -> None:
        feed = json.loads(jsonfeed.dumps(data.draw(strategies.articles())))
        holder = data.draw(st.sampled_from((feed, feed["items"][0], feed["items"][0].get("_articlekit", {}))))
        keys = st.sampled_from((*holder, "author", "language", "attachments", "id", "tags"))
        values = st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("name", "text", "a")), inner),
            max_leaves=5,
        )
        holder[data.draw(keys)] = data.draw(values)
        with contextlib.suppress(FormatError):
            jsonfeed.loads(json.dumps(feed))


class TestWriting:
    @pytest.mark.parametrize("name", NAMES)
    def test_examples(self, shared: Path, name: str, schema: jsonschema.Draft4Validator) -> None:
        article = built(shared, name)
        text = jsonfeed.dumps(article)
        schema.validate(json.loads(text))
        assert jsonfeed.loads(text) == article
        beside = item_in(text).get("_articlekit", {"about": ""})
        assert beside.keys() == {"about"} | {key for key in ("publisher", "section") if getattr(article, key)}

    def test_it_has_the_structure_of_the_example(self, shared: Path) -> None:
        theirs = json.loads(example(shared, "first_seed_article", "feed.json"))
        ours = json.loads(jsonfeed.dumps(built(shared, "first_seed_article")))
        del theirs["items"][0]["_articlekit"], theirs["items"][0]["id"], ours["items"][0]["id"]
        item = ours["items"][0]
        item["content_html"] = re.sub(r'<span class="credit">(.*?)</span>', r"\1", item["content_html"])
        assert ours == theirs

    def test_every_field_has_its_place(self) -> None:
        line = Dateline.parse("LISBON, Dec 7 (Reuters) - The ferry is back.")
        article = Article(
            title="Ferry & quay",
            summary="Two days\nlater.",
            bullets=[Bullet("All are safe")],
            dateline=line,
            authors=["Jane Doe", "John Roe"],
            captions=[
                Caption("A ferry.", "AP", "https://news.example/a.jpg?a=1&b=2", organisations=("AP",)),
                Caption(""),
            ],
            body=[
                Paragraph(f"{line}The ferry is back."),
                Subheading("Costs"),
                Bullet("one"),
                Bullet("two"),
                Paragraph("a\nb"),
            ],
            published=date(2023, 12, 7),
            updated=datetime(2023, 12, 8, 9, 30, tzinfo=timezone(timedelta(hours=1))),
            language="pt",
            url="https://news.example/ferry",
            keywords=["ports", "storms"],
        )
        assert item_in(jsonfeed.dumps(article)) == {
            "id": "https://news.example/ferry",
            "url": "https://news.example/ferry",
            "title": "Ferry & quay",
            "summary": "Two days\nlater.",
            "content_html": '<ul class="bullets"><li>All are safe</li></ul>\n'
            '<figure><img src="https://news.example/a.jpg?a=1&amp;b=2" alt=""/>'
            '<figcaption>A ferry. <span class="credit">(AP)</span></figcaption></figure>\n'
            "<figure><figcaption></figcaption></figure>\n"
            '<p><span class="dateline">LISBON, Dec 7 (Reuters) - </span>The ferry is back.</p>\n'
            "<h2>Costs</h2>\n<ul><li>one</li><li>two</li></ul>\n<p>a<br/>b</p>",
            "date_published": "2023-12-07T00:00:00Z",
            "date_modified": "2023-12-08T09:30:00+01:00",
            "authors": [{"name": "Jane Doe"}, {"name": "John Roe"}],
            "tags": ["ports", "storms"],
            "language": "pt",
        }
        assert jsonfeed.loads(jsonfeed.dumps(article)) == article

    @pytest.mark.parametrize(
        ("article", "kept"),
        [
            (Article(publisher="Example News"), {"publisher": "Example News"}),
            (Article(section="World"), {"section": "World"}),
            (Article(published=datetime(2023, 12, 7, 8)), {"published": "2023-12-07T08:00:00"}),
            (Article(published=datetime(2023, 12, 7, tzinfo=UTC)), {"published": "2023-12-07T00:00:00+00:00"}),
            (Article(keywords=["a", "b", "a", ""]), {"keywords": ["a", "b", "a", ""]}),
            (Article(authors=["a", ""]), {"authors": ["a", ""]}),
            (Article(url="no address"), {"url": "no address"}),
            (Article(bullets=[Bullet("a"), Bullet("b")], summary="a b"), {"summary": "a b"}),
            (Article(body=[Paragraph("a\x00"), Subheading(""), Subheading("b ")]), {"body": [{"type": "paragraph", "text": "a\x00"}, {"type": "subheading", "text": ""}, {"type": "subheading", "text": "b "}]}),
        ],
    )  # fmt: skip
    def test_what_stands_beside(self, article: Article, kept: dict[str, Any]) -> None:
        text = jsonfeed.dumps(article)
        beside = item_in(text)["_articlekit"]
        assert "articlekit" in beside.pop("about")
        assert beside == kept
        assert jsonfeed.loads(text) == article

    def test_a_dateline_that_no_paragraph_carries(self) -> None:
        article = Article(dateline=Dateline(places=[Place("ROME")]), body=[Paragraph("It rained.")])
        assert item_in(jsonfeed.dumps(article))["content_html"] == "<p>It rained.</p>"
        assert jsonfeed.loads(jsonfeed.dumps(article)) == article

    def test_what_is_edited_counts(self) -> None:
        text = jsonfeed.dumps(Article(keywords=["a", "a"], section="World", body=[Paragraph("It came.")]))
        edited = jsonfeed.loads(text.replace('"tags": ["a"]', '"tags": ["b"]'))
        assert (edited.keywords, edited.section) == (("b",), "World")

    def test_a_feed_tells_what_it_is(self, schema: jsonschema.Draft4Validator) -> None:
        pieces = jsonfeed.dump_all(
            [], title="Ports", home_page_url="https://a.example/", feed_url="https://a.example/f"
        )
        feed = json.loads("".join(pieces))
        schema.validate(feed)
        assert feed == {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Ports",
            "home_page_url": "https://a.example/",
            "feed_url": "https://a.example/f",
            "items": [],
        }
        assert json.loads(jsonfeed.dumps(Article(), title="Ports"))["title"] == "Ports"
        with pytest.raises(FormatError, match=r"'a\.example' is no URL") as caught:
            jsonfeed.dump_all([], feed_url="a.example")
        assert caught.value.path == "$.feed_url"

    def test_it_streams(self) -> None:
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(3):
                taken.append(number)
                yield Article(title=str(number))

        pieces = jsonfeed.dump_all(articles())
        assert taken == []
        first = next(pieces)
        assert taken == [0]
        assert [article.title for article in jsonfeed.load_all([first, *pieces])] == ["0", "1", "2"]


def test_words_about_json_feed_are_no_feed() -> None:
    article = Article(title=f'"version": "{jsonfeed.VERSION}"')
    assert not jsonfeed.sniff(articlekit.dumps(article))
    assert jsonfeed.sniff(jsonfeed.dumps(article))


def test_it_is_known_by_its_beginning() -> None:
    assert jsonfeed.sniff(next(jsonfeed.dump_all([])))
    assert not jsonfeed.sniff('{"version": 1')


class TestReading:
    def test_the_example(self, shared: Path) -> None:
        text = example(shared, "first_seed_article", "feed.json")
        article = jsonfeed.loads(text)
        assert described(article) == expected(shared, "first_seed_article")
        assert article.summary is None
        assert described(jsonfeed.loads(slots_alone(text))) == expected(shared, "first_seed_article")

    def test_a_microblog(self, shared: Path) -> None:
        text = (shared / "standards" / "jsonfeed" / "samples" / "sample_microblog.json").read_text("utf-8")
        assert jsonfeed.loads(text) == Article(
            body=[Paragraph("Cats are neat."), Paragraph("https://example.org/cats")],
            authors=["Brent Simmons"],
            published=datetime(2016, 2, 9, 14, 22, tzinfo=timezone(timedelta(hours=-7))),
            language="en-US",
            url="https://example.org/2347259",
        )

    def test_a_simple_feed(self, shared: Path) -> None:
        text = (shared / "standards" / "jsonfeed" / "samples" / "sample_simple.json").read_text("utf-8")
        second, first = jsonfeed.load_all([text])
        assert second == Article(
            updated=datetime(2010, 2, 7, 14, 4, tzinfo=timezone(timedelta(hours=-5))),
            language="fr",
            url="https://example.org/second-item",
        )
        assert first == Article(body=[Paragraph("Hello, world!")], url="https://example.org/initial-post")
        with pytest.raises(FormatError, match="a feed of 2 items; load_all reads them"):
            jsonfeed.loads(text)

    def test_figures_in_each_other(self) -> None:
        inner = "<figure><img src='https://a.example/b.jpg'><figcaption>Inner.</figcaption></figure>"
        markup = f"<figure>{inner}<figcaption>Outer. {inner}</figcaption></figure><p>The report.</p>"
        article = jsonfeed.loads(feed_of({"content_html": markup}))
        assert article.captions == (Caption("Outer."), Caption("Inner.", url="https://a.example/b.jpg"))
        assert article.paragraphs == ("The report.",)

    def test_figures_and_lists_in_each_other_cost_no_more(self) -> None:
        words = "<b>a word</b> " * 20_000
        for opening, closing in (
            ("<figure><figcaption>", "</figcaption></figure>"),
            ("<figure>", "</figure>"),
            ("<ul class='bullets'><li>", "</li></ul>"),
        ):
            nested = opening * 200 + words + closing * 200
            assert jsonfeed.loads(feed_of({"content_html": f"{nested}<p>The report.</p>"})).paragraphs == (
                "The report.",
            )

    def test_the_notes_of_a_podcast_are_text(self, shared: Path) -> None:
        text = (shared / "standards" / "jsonfeed" / "samples" / "sample_podcast.json").read_text("utf-8")
        article = jsonfeed.loads(text)
        assert article.title == "Special #1 - Chris Parrish"
        assert (
            article.summary == "Brent interviews Chris Parrish, co-host of The Record and one-half of Aged & Distilled."
        )
        assert article.text.startswith("Chris has worked at Adobe and as a founder of Rogue Sheep, which won an Apple")
        assert article.text.endswith("Bainbridge Island, a quick ferry ride from Seattle.")

    @pytest.mark.parametrize(
        ("item", "field", "value"),
        [
            ({"author": {"name": "Jane Doe"}}, "authors", ("Jane Doe",)),
            ({"authors": [{"url": "https://a.example/"}, {"name": "Jane Doe"}]}, "authors", ("Jane Doe",)),
            ({}, "authors", ("The desk",)),
            ({"id": "https://a.example/1"}, "url", "https://a.example/1"),
            ({"id": 7, "url": "https://a.example/2"}, "url", "https://a.example/2"),
            ({"id": "https://a.example/1", "url": "https://a.example/2"}, "url", "https://a.example/2"),
            ({"id": "tag:a.example,2024:1", "url": None}, "url", None),
            ({"date_published": "2023-12-07"}, "published", date(2023, 12, 7)),
            ({"content_html": "", "content_text": "a\nb\n \n c"}, "body", (Paragraph("a\nb"), Paragraph("c"))),
            ({"content_html": "<figure><img src='a.jpg'><figcaption>A ferry. (AP)</figcaption></figure><figure><img></figure>"}, "captions", (Caption("A ferry.", "AP", organisations=("AP",)),)),
            ({"content_html": "<p><span class='a dateline'>ROME:</span> It rained.</p>"}, "paragraphs", ("It rained.",)),
        ],
    )  # fmt: skip
    def test_items(self, item: dict[str, Any], field: str, value: object) -> None:
        assert getattr(jsonfeed.loads(feed_of(item, authors=[{"name": "The desk"}])), field) == value


BROKEN = [
    ("", "$", "no JSON"),
    (jsonfeed.dumps(Article())[:-9], "$", "no JSON"),
    ("[]", "$", "expected an object, got list"),
    ("{}", "$.version", "no JSON Feed: it has no version"),
    ('{"version": 1}', "$.version", "expected a string, got int"),
    ('{"version": "https://a.example/"}', "$.version", "no JSON Feed: its version is 'https://a.example/'"),
    ('{"version": "https://jsonfeed.org/version/1"}', "$.items", "the feed has no items"),
    (feed_of(), "$.items", "a feed of 0 items"),
    (feed_of().replace("[]", "{}"), "$.items", "expected an array, got dict"),
    (feed_of(1), "$.items[0]", "expected an object, got int"),
    (feed_of({"title": 1}), "$.items[0].title", "expected a string, got int"),
    (feed_of({"content_html": []}), "$.items[0].content_html", "expected a string, got list"),
    (feed_of({"content_html": "<b>" * 2000}), "$.items[0].content_html", "nested too deeply"),
    (feed_of({"tags": ["a", 1]}), "$.items[0].tags[1]", "expected a string, got int"),
    (feed_of({"authors": ["a"]}), "$.items[0].authors[0]", "expected an object, got str"),
    (feed_of({"date_modified": "soon"}), "$.items[0].date_modified", "'soon' is no date"),
    (feed_of({"_articlekit": 1}), "$.items[0]._articlekit", "expected an object, got int"),
    (feed_of({"_articlekit": {"section": 1}}), "$.items[0]._articlekit.section", "str"),
    (feed_of({"title": "a", "attachments": [{"mime_type": "audio/mpeg"}, {"mime_type": None}]}), "$.items[0]", "an item of audio/mpeg, no text article"),
    (feed_of({"id": "1"}).replace('"id"', '"id": 1, "id"'), "$.items[0].id", "twice"),
    ("[" * 100_000, "$", "nested too deeply"),
    (feed_of({}).replace("{}", '{"a": ' * 100_000), "$", "nested too deeply"),
    (feed_of() + "\x00", "$", "no JSON"),
]  # fmt: skip


class TestBroken:
    @pytest.mark.parametrize(("text", "path", "problem"), BROKEN)
    def test_it_is_told_where(self, text: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError, match=re.escape(problem)) as caught:
            jsonfeed.loads(text)
        assert caught.value.path == path
        assert caught.value.format == "jsonfeed"

    def test_the_items_before_are_read(self) -> None:
        articles = jsonfeed.load_all(iter(feed_of({"title": "a"}, {"title": 1})))
        assert next(articles).title == "a"
        with pytest.raises(FormatError) as caught:
            next(articles)
        assert caught.value.path == "$.items[1].title"

    def test_wrong_arguments(self) -> None:
        wrong: Any = b"{}"
        calls: dict[str, Callable[[], object]] = {
            "loads takes a str, not bytes": partial(jsonfeed.loads, wrong),
            "dumps takes an Article": partial(jsonfeed.dumps, wrong),
            "dumps takes a str": partial(jsonfeed.dumps, Article(), title=wrong),
            "dump_all takes an iterable of articles": partial(jsonfeed.dump_all, "a"),  # type: ignore[arg-type]
            "dump_all takes a str": partial(jsonfeed.dump_all, [], feed_url=wrong),
            "load_all takes a str": partial(jsonfeed.load_all, wrong),
        }
        for problem, call in calls.items():
            with pytest.raises(TypeError, match=f"formats.jsonfeed.{problem}"):
                call()

    def test_without_lxml(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "lxml", None)
        assert jsonfeed.loads(feed_of({"content_text": "a"})).paragraphs == ("a",)
        with pytest.raises(MissingExtraError, match="reading jsonfeed needs lxml"):
            jsonfeed.loads(feed_of({"content_html": "a"}))
