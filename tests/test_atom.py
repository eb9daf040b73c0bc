"""Atom: what is written, that it is valid and gives the article back, and what is read of other hands."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articlekit import (
    Article,
    Bullet,
    Caption,
    Dateline,
    FormatError,
    Paragraph,
    Subheading,
    strategies,
)
from articlekit.formats import _exact, atom
from damage import damaged
from examples import NAMES, built, described, example, expected
from holdable import holdable_articles

OF_OTHERS = """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="pt"
      xml:base="https://porto.example/blog/">
  <title type="html">O &lt;b&gt;Porto&lt;/b&gt;</title>
  <id>https://porto.example/blog/</id>
  <author><name>A redação</name></author>
  <updated>2024-02-03T00:00:00Z</updated>
  <entry>
    <title type="html">&lt;em&gt;Ferry&lt;/em&gt; &amp;amp; quay</title>
    <media:title>A picture</media:title>
    <link rel="self" href="https://porto.example/self"/>
    <link href="2024/ferry"/>
    <id>tag:porto.example,2024:1</id>
    <updated>2024-02-03T09:30:00.25-03:00</updated>
    <published>2024-02-03T09:30:00.25-03:00</published>
    <category term="ports" label="Ports"/><category term=""/>
    <summary type="html">&lt;p&gt;All are safe.&lt;/p&gt;</summary>
    <media:content url="a.jpg" type="image/jpeg"/>
    <content type="html"><![CDATA[<h2>Costs</h2><p>It is&nbsp;back.<br>All well.</p><script>alert(1)</script>]]></content>
  </entry>
  <entry xml:lang="en">
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Quay <b>closed</b></div></title>
    <link rel="alternate" href="https://porto.example/quay"/>
    <id>https://porto.example/quay</id>
    <author><name>Jane Doe</name></author><author><name>John Roe</name></author>
    <updated>2024-02-05T00:00:00Z</updated>
    <published>2024-02-04T00:00:00Z</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul class="bullets"><li>Shut</li></ul>
      <p>The quay
      closed.</p><figure><img src="https://porto.example/q.jpg"/><figcaption>The quay. (AP)</figcaption></figure></div>
    </content>
  </entry>
  <entry>
    <title>Plain</title><id>https://porto.example/plain</id><updated>2024-02-06T08:00:00Z</updated>
    <source><title>Lisboa</title><author><name>Rui</name></author></source>
    <content>One.

Two &amp; three.</content>
  </entry>
  <entry>
    <title>Bare</title><id>urn:uuid:57d9a463-6735-5d8f-a97e-d1ead74f08b8</id><updated>2024-02-06T08:00:00Z</updated>
    <link rel="alternate" href="//["/><summary>Only this.</summary>
  </entry>
</feed>
"""

OF_VERSION_0_3 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>a</title><entry>
<title>Ferry</title><link rel="alternate" type="text/html" href="https://a.example/1"/><id>tag:a.example,2003:1</id>
<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14T08:29:29-04:00</modified>
<content type="text/html" mode="escaped">&lt;p&gt;It came.&lt;/p&gt;</content></entry></feed>"""


@pytest.fixture(scope="session")
def rng(shared: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(shared / "standards" / "atom" / "atom.rng")))


def assert_valid(text: str, rng: etree.RelaxNG) -> None:
    assert rng.validate(etree.fromstring(text.encode())), rng.error_log


def entry(inside: str) -> str:
    return f'<entry xmlns="http://www.w3.org/2005/Atom">{inside}</entry>'


class TestLaws:
    @given(article=holdable_articles())
    def test_it_is_valid(self, article: Article, rng: etree.RelaxNG) -> None:
        assert_valid(atom.dumps(article), rng)
        assert_valid("".join(atom.dump_all([article, article])), rng)

    @given(strategies.articles(printable=True))
    def test_the_elements_hold_all_of_an_ordinary_article_but_an_update_of_the_same_day(self, article: Article) -> None:
        beside = _exact.beside(article, atom.held(article))
        assert not beside or (beside.keys() == {"updated"} and article.updated == article.published)

    @given(damaged(st.sampled_from((OF_OTHERS, OF_VERSION_0_3)) | holdable_articles().map(atom.dumps)))
    def test_a_damaged_document_is_an_error_or_an_article(self, text: str) -> None:
        for read in (atom.loads, lambda text: list(atom.load_all([text]))):
            with contextlib.suppress(FormatError):
                read(text)


class TestWriting:
    @pytest.mark.parametrize("name", NAMES)
    def test_examples_need_nothing_beside(self, shared: Path, name: str, rng: etree.RelaxNG) -> None:
        article = built(shared, name)
        text = atom.dumps(article)
        assert_valid(text, rng)
        assert atom.held(article) == article
        assert atom.loads(text) == article

    def test_it_has_the_structure_of_the_example(self, shared: Path) -> None:
        def structure(text: str) -> list[tuple[str, str | None, dict[Any, Any]]]:
            text = re.sub('&lt;span class="credit"&gt;(.*?)&lt;/span&gt;', r"\1", text)
            return [
                (str(node.tag), (node.text or "").strip(), dict(node.attrib))
                for node in etree.fromstring(text.encode()).iter()
            ]

        ours = structure(atom.dumps(built(shared, "first_seed_article")))
        theirs = structure(example(shared, "first_seed_article", "entry.atom.xml"))
        differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        assert [left[0].rpartition("}")[2] for left, _ in differing] == ["id"]  # the urn that stands for no address

    def test_every_field_has_its_place(self) -> None:
        line = Dateline.parse("LISBON, Dec 7 (Reuters) - The ferry is back.")
        article = Article(
            title="Ferry & quay",
            summary="Two days later.",
            bullets=[Bullet("All are safe")],
            dateline=line,
            authors=["Jane Doe"],
            captions=[Caption("A ferry.", "AP", "https://a.example/a.jpg", organisations=("AP",)), Caption("")],
            body=[Paragraph(f"{line}The ferry is back."), Subheading("Costs"), Bullet("one"), Paragraph("a\nb")],
            published=date(2023, 12, 7),
            updated=datetime(2023, 12, 8, 9, 30, tzinfo=timezone(timedelta(hours=1))),
            language="pt",
            url="https://a.example/ferry",
            publisher="Example News",
            section="World",
            keywords=["ports"],
        )
        assert (
            atom.dumps(article)
            == """<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="pt">
<id>https://a.example/ferry</id>
<title>Ferry &amp; quay</title>
<updated>2023-12-08T09:30:00+01:00</updated>
<published>2023-12-07T00:00:00Z</published>
<author><name>Jane Doe</name></author>
<link rel="alternate" href="https://a.example/ferry"/>
<category scheme="urn:x-articlekit:section" term="World"/>
<category term="ports"/>
<summary>Two days later.</summary>
<source><title>Example News</title></source>
<content type="html">&lt;ul class="bullets"&gt;&lt;li&gt;All are safe&lt;/li&gt;&lt;/ul&gt;
&lt;figure&gt;&lt;img src="https://a.example/a.jpg" alt=""/&gt;&lt;figcaption&gt;A ferry. &lt;span class="credit"&gt;(AP)&lt;/span&gt;&lt;/figcaption&gt;&lt;/figure&gt;
&lt;figure&gt;&lt;figcaption&gt;&lt;/figcaption&gt;&lt;/figure&gt;
&lt;p&gt;&lt;span class="dateline"&gt;LISBON, Dec 7 (Reuters) - &lt;/span&gt;The ferry is back.&lt;/p&gt;
&lt;h2&gt;Costs&lt;/h2&gt;
&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;/ul&gt;
&lt;p&gt;a&lt;br/&gt;b&lt;/p&gt;</content>
</entry>
"""
        )
        assert atom.loads(atom.dumps(article)) == article

    @pytest.mark.parametrize(
        ("article", "updated"),
        [
            (Article(), "1970-01-01T00:00:00Z"),
            (Article(published=date(2023, 12, 7)), "2023-12-07T00:00:00Z"),
            (Article(updated=date(2023, 12, 8)), "2023-12-08T00:00:00Z"),
            (Article(published=date(2023, 12, 7), updated=date(2023, 12, 8)), "2023-12-08T00:00:00Z"),
        ],
    )
    def test_every_entry_has_an_update(self, article: Article, updated: str) -> None:
        text = atom.dumps(article)
        assert f"<updated>{updated}</updated>" in text
        assert "ak:exact" not in text
        assert atom.loads(text) == article

    @pytest.mark.parametrize(
        ("article", "kept"),
        [
            (Article(updated=date(1970, 1, 1)), '{"updated": "1970-01-01"}'),
            (Article(published=date(2023, 12, 7), updated=date(2023, 12, 7)), '{"updated": "2023-12-07"}'),
            (Article(published=datetime(2023, 12, 7, 8)), '{"published": "2023-12-07T08:00:00"}'),
            (Article(published=datetime(2023, 12, 7, tzinfo=UTC)), '{"published": "2023-12-07T00:00:00+00:00"}'),
            (Article(authors=["unknown"]), '{"authors": ["unknown"]}'),
            (Article(summary="a\nb"), '{"summary": "a\\nb"}'),
            (Article(title=" a"), '{"title": " a"}'),
        ],
    )
    def test_what_stands_beside(self, article: Article, kept: str) -> None:
        text = atom.dumps(article)
        assert f'<ak:exact xmlns:ak="urn:x-articlekit:exact">{kept}</ak:exact>' in text
        assert atom.loads(text) == article

    def test_what_is_edited_counts(self) -> None:
        text = atom.dumps(Article(title=" Ferry", summary="a\nb"))
        edited = atom.loads(text.replace("Ferry<", "Bus<"))
        assert (edited.title, edited.summary) == ("Bus", "a\nb")

    def test_a_feed_tells_what_it_is(self, rng: etree.RelaxNG) -> None:
        articles = [Article(title="b", updated=date(2023, 12, 8)), Article(title="a", updated=date(2023, 12, 7))]
        text = "".join(atom.dump_all(articles, title="Ports & ships", url="https://a.example/feed"))
        assert_valid(text, rng)
        assert (
            "<id>https://a.example/feed</id><title>Ports &amp; ships</title><updated>2023-12-08T00:00:00Z</updated>"
            '<link rel="self" href="https://a.example/feed"/>'
        ) in text
        with pytest.raises(FormatError, match=r"'a\.example' is no URL"):
            atom.dump_all([], url="a.example")

    def test_a_feed_without_address_has_a_name_of_its_own(self) -> None:
        def identity(title: str, *articles: Article) -> str:
            return next(atom.dump_all(articles, title=title)).partition("<id>")[2].partition("</id>")[0]

        names = [identity("a"), identity("b"), identity("a", Article()), identity("a", Article(title="a"))]
        assert all(name.startswith("urn:uuid:") for name in names)
        assert len(set(names)) == 4
        assert identity("a", Article()) == names[2]

    def test_an_empty_feed(self, rng: etree.RelaxNG) -> None:
        text = "".join(atom.dump_all([]))
        assert_valid(text, rng)
        assert list(atom.load_all([text])) == []
        with pytest.raises(FormatError, match="a feed of 0 entries; load_all reads them"):
            atom.loads(text)

    def test_it_streams(self) -> None:
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(3):
                taken.append(number)
                yield Article(title=str(number))

        pieces = atom.dump_all(articles())
        assert taken == []
        first = next(pieces)
        assert taken == [0]
        read = atom.load_all(piece for piece in (first, *pieces))
        assert [article.title for article in read] == ["0", "1", "2"]

    def test_a_control_character_is_refused_with_its_path(self) -> None:
        with pytest.raises(FormatError, match=r"U\+0000") as caught:
            atom.dumps(Article(authors=["a\x00"]))
        assert caught.value.path == "$.authors[0]"


def test_it_is_known_by_its_beginning() -> None:
    assert atom.sniff(atom.dumps(Article()))
    assert atom.sniff(OF_OTHERS)
    assert not atom.sniff("<rss/>")


class TestReading:
    def test_the_example(self, shared: Path) -> None:
        article = atom.loads(example(shared, "first_seed_article", "entry.atom.xml"))
        assert described(article) == expected(shared, "first_seed_article")
        assert article == built(shared, "first_seed_article")

    def test_a_feed_of_others(self) -> None:
        ferry, quay, plain, bare = atom.load_all([OF_OTHERS])
        zone = timezone(timedelta(hours=-3))
        assert ferry == Article(
            title="Ferry & quay",
            summary="All are safe.",
            authors=["A redação"],
            body=[Subheading("Costs"), Paragraph("It is\xa0back.\nAll well.")],
            published=datetime(2024, 2, 3, 9, 30, 0, 250_000, zone),
            language="pt",
            url="https://porto.example/blog/2024/ferry",
            keywords=["ports"],
        )
        assert quay == Article(
            title="Quay closed",
            authors=["Jane Doe", "John Roe"],
            bullets=[Bullet("Shut")],
            captions=[Caption("The quay.", "AP", "https://porto.example/q.jpg", organisations=("AP",))],
            body=[Paragraph("The quay closed.")],
            published=date(2024, 2, 4),
            updated=date(2024, 2, 5),
            language="en",
            url="https://porto.example/quay",
        )
        assert plain.body == (Paragraph("One."), Paragraph("Two & three."))
        assert (plain.authors, plain.publisher, plain.url) == (("Rui",), "Lisboa", "https://porto.example/plain")
        assert (bare.summary, bare.body, bare.url) == ("Only this.", (), None)

    def test_a_feed_of_many_is_not_one_article(self) -> None:
        with pytest.raises(FormatError, match="a feed of 4 entries; load_all reads them"):
            atom.loads(OF_OTHERS)

    def test_version_0_3(self) -> None:
        zone = timezone(timedelta(hours=-4))
        assert atom.loads(OF_VERSION_0_3) == Article(
            title="Ferry",
            body=[Paragraph("It came.")],
            published=datetime(2003, 12, 13, 8, 29, 29, tzinfo=zone),
            updated=datetime(2003, 12, 14, 8, 29, 29, tzinfo=zone),
            url="https://a.example/1",
        )

    def test_entries_that_follow_each_other(self) -> None:
        text = "".join(atom.dumps(Article(title=title)) for title in "ab")
        assert [article.title for article in atom.load_all(text)] == ["a", "b"]
        assert list(atom.load_all([])) == []

    def test_without_namespace(self) -> None:
        assert atom.loads("<entry><title>a</title><content type='text/plain'>b</content></entry>") == Article(
            title="a", body=[Paragraph("b")]
        )


BROKEN = [
    ("", "line 1, column 1", "no XML"),
    (OF_OTHERS[:900], "line 18, column", "no XML"),
    ("<rss/>", "$", "expected the root element feed or entry, found rss"),
    (entry("<updated>soon</updated>"), "updated", "'soon' is no date"),
    (entry("<published>soon</published>"), "published", "'soon' is no date"),
    (entry("<content type='image/png'>iVBO</content>"), "content", "an entry of image/png, no text article"),
    (entry("<title>a</title><link rel='enclosure' href='a.mp3' type='audio/mpeg'/>"), "$", "an entry of audio/mpeg, no text"),
    (entry("<title>a</title><g xmlns='http://search.yahoo.com/mrss/'><content/></g>"), "$", "an entry of media, no text"),
    (entry("<content type='html'>" + "&lt;b>" * 2000 + "</content>"), "content", "nested too deeply"),
    (entry("<title type='html'>" + "&lt;b>" * 2000 + "</title>"), "title", "nested too deeply"),
    ("<!DOCTYPE a [<!ENTITY a 'b'>]><entry/>", "line 1", "declares entities"),
    ("<entry>" * 100_000, "line 1, column", "Excessive depth"),
    ("<entry>\x00</entry>", "line 1, column 8", "no XML"),
    ("<entry>\ud800</entry>", "line 1, column 8", "no XML"),
    ("<entry a='1' a='2'/>", "line 1, column 19", "redefined"),
]  # fmt: skip


class TestBroken:
    @pytest.mark.parametrize(("text", "path", "problem"), BROKEN)
    def test_it_is_told_where(self, text: str, path: str, problem: str) -> None:
        for read in (atom.loads, lambda text: list(atom.load_all([text]))):
            if not text and read is not atom.loads:
                continue
            with pytest.raises(FormatError, match=re.escape(problem)) as caught:
                read(text)
            assert caught.value.path.startswith(path)
            assert caught.value.format == "atom"

    @pytest.mark.parametrize(
        ("exact", "path"),
        [
            ("", "$.exact"),
            ("{", "$.exact"),
            ("[]", "$.exact"),
            ('{"a": 1, "a": 2}', "$.exact.a"),
            ('{"title": 1}', "$.title"),
        ],
    )
    def test_what_stands_beside_is_broken(self, exact: str, path: str) -> None:
        with pytest.raises(FormatError) as caught:
            atom.loads(entry(f"<exact xmlns='urn:x-articlekit:exact'>{exact}</exact>"))
        assert caught.value.path == path

    def test_an_element_of_somebody_else_is_left(self) -> None:
        assert atom.loads(entry("<title>a</title><exact xmlns='urn:x'>{</exact>")) == Article(title="a")

    def test_nothing_is_loaded_from_outside(self, tmp_path: Path) -> None:
        text = f'<!DOCTYPE entry SYSTEM "file://{tmp_path}/a.dtd"><entry><title>a&outside;b</title></entry>'
        assert atom.loads(text).title in {"ab", "a&outside;b"}

    def test_wrong_arguments(self) -> None:
        wrong: Any = b"<entry/>"
        calls: dict[str, Callable[[], object]] = {
            "loads takes a str, not bytes": partial(atom.loads, wrong),
            "dumps takes an Article": partial(atom.dumps, wrong),
            "dump_all takes an iterable of articles": partial(atom.dump_all, "a"),  # type: ignore[arg-type]
            "dump_all takes a str": partial(atom.dump_all, [], url=wrong),
            "load_all takes a str": partial(atom.load_all, wrong),
        }
        for problem, call in calls.items():
            with pytest.raises(TypeError, match=f"formats.atom.{problem}"):
                call()
        with pytest.raises(TypeError, match=r"formats.atom.dump_all takes a str"):
            atom.dump_all([], title=wrong)


def test_a_feed_of_many_topics_costs_no_more_for_each_entry() -> None:
    topics = "<category term='a'/>" * 5_000
    feed = f"<feed>{topics}{'<entry><id>a</id></entry>' * 5_000}</feed>"
    assert sum(1 for _ in atom.load_all([feed])) == 5_000
