"""Markdown: exact for every article, as site generators know it, and read liberally."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from articlekit import (
    Article,
    Bullet,
    Caption,
    Dateline,
    FormatError,
    Paragraph,
    Place,
    Subheading,
    strategies,
)
from articlekit.formats import _commonmark, _frontmatter, markdown
from articlekit.model import Block

FULL = Article(
    title='Ferry "returns" to the harbour',
    body=[Paragraph("LONDON: It came back."), Subheading("What next"), Bullet("More ferries"), Bullet("Fewer tankers")],
    bullets=[Bullet("Storm is over")],
    summary="The strait is open again.",
    dateline=Dateline(
        printed="LONDON", separator=": ", places=[Place("LONDON"), Place("PARIS", "Texas")], agency="AP", month=4
    ),
    authors=["Jane Doe"],
    captions=[Caption("A harbour at dawn.", "ISPR/File", None, (), ("ISPR", "File"))],
    published=date(2023, 12, 7),
    updated=datetime(2023, 12, 7, 14, 30, tzinfo=UTC),
    language="en",
    url="https://example.com/ferry",
    publisher="The Daily Courier",
    section="World",
    keywords=["ferry", "NO"],
)
WRITTEN = """\
---
title: "Ferry \\"returns\\" to the harbour"
date: 2023-12-07
lastmod: 2023-12-07T14:30:00+00:00
lang: "en"
author:
- "Jane Doe"
publisher: "The Daily Courier"
categories:
- "World"
tags:
- "ferry"
- "NO"
canonical_url: "https://example.com/ferry"
summary: "The strait is open again."
bullets:
- "Storm is over"
captions:
- text: "A harbour at dawn."
  credit: "ISPR/File"
  organisations: ["ISPR", "File"]
dateline:
  printed: "LONDON"
  separator: ": "
  places: ["LONDON", {name: "PARIS", region: "Texas"}]
  agency: "AP"
  month: 4
---

LONDON: It came back.

## What next

- More ferries
- Fewer tankers
"""


def body_of(*blocks: Block) -> str:
    _, _, body = markdown.dumps(Article(body=blocks)).partition("\n---\n\n")
    return body.removesuffix("\n")


class TestLaws:
    @given(strategies.articles())
    def test_it_comes_back(self, article: Article) -> None:
        assert markdown.loads(markdown.dumps(article)) == article

    @given(strategies.articles(printable=True))
    def test_what_a_page_can_print_comes_back(self, article: Article) -> None:
        text = markdown.dumps(article)
        assert markdown.loads(text) == article
        assert "verbatim" not in text

    @given(st.lists(strategies.articles(), max_size=3), st.integers(1, 50))
    def test_streams_come_back(self, articles: list[Article], size: int) -> None:
        text = "".join(markdown.dump_all(articles))
        assert list(markdown.load_all(text)) == articles
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        assert list(markdown.load_all(pieces)) == articles

    @given(strategies.articles())
    def test_a_file_can_hold_it(self, article: Article) -> None:
        assert markdown.dumps(article).encode().decode() == markdown.dumps(article)

    @given(strategies.articles())
    def test_any_reader_of_yaml_reads_the_front_matter(self, article: Article) -> None:
        front = markdown.dumps(article).split("\n---\n")[0].removeprefix("---")
        values = yaml.safe_load(front.replace("\n---", "")) or {}
        assert values.get("title", "") == article.title
        assert values.get("tags", []) == list(article.keywords)
        assert values.get("summary") == article.summary

    @given(st.lists(st.from_type(Bullet) | st.from_type(Subheading) | st.from_type(Paragraph)))
    def test_any_reader_of_commonmark_sees_the_same_blocks(self, blocks: list[Block]) -> None:
        html = MarkdownIt("commonmark").render(body_of(*blocks))
        for tag, kind in (("<p>", Paragraph), ("<h2>", Subheading), ("<li>", Bullet)):
            assert html.count(tag) == sum(isinstance(block, kind) for block in blocks)


class TestWriting:
    def test_every_field(self) -> None:
        assert markdown.dumps(FULL) == WRITTEN
        assert markdown.loads(WRITTEN) == FULL

    def test_an_article_of_nothing(self) -> None:
        assert markdown.dumps(Article()) == "---\n---\n"
        assert markdown.loads("---\n---\n") == Article()

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("AT&T pays 5 < 6 & more", "AT&T pays 5 < 6 & more"),
            ("&amp; &#65; <b> <https://a.b>", r"\&amp; \&#65; \<b> \<https://a.b>"),
            ("*a* _b_ `c` [d](e) \\", r"\*a\* \_b\_ \`c\` \[d](e) \\"),
            ("# a", r"\# a"),
            ("> a", r"\> a"),
            ("- a", r"\- a"),
            ("+", r"\+"),
            ("-5 degrees", "-5 degrees"),
            ("---", r"\---"),
            ("~~~", r"\~~~"),
            ("1. a", r"1\. a"),
            ("12) a", r"12\) a"),
            ("2023.", r"2023\."),
            ("3.5 percent", "3.5 percent"),
            ("1234567890. a", "1234567890. a"),
            (" a ", "&#32;a&#32;"),
            ("\xa0# a", "&#160;# a"),
            ("a\nb\tc\r", "a&#10;b&#9;c&#13;"),
            ("a\xa0b  c", "a\xa0b  c"),
            ("\u2028", "&#8232;"),
            ("", "\ufffd"),
            ("a\x00b\ud800", "a\ufffdb\ufffd"),
        ],
    )
    def test_paragraphs(self, text: str, written: str) -> None:
        assert body_of(Paragraph(text)) == written

    @pytest.mark.parametrize(
        ("text", "written"),
        [("", "##"), ("a #", r"## a \#"), ("##", r"## \##"), ("C#", r"## C\#"), ("a# b", "## a# b")],
    )
    def test_subheadings(self, text: str, written: str) -> None:
        assert body_of(Subheading(text)) == written
        assert markdown.loads(written) == Article(body=[Subheading(text)])

    def test_items(self) -> None:
        assert (
            body_of(Bullet("a"), Bullet(""), Bullet("- b"), Paragraph("c"), Bullet("d"))
            == "- a\n-\n- \\- b\n\nc\n\n- d"
        )

    def test_what_commonmark_cannot_hold_stands_in_the_front_matter(self) -> None:
        text = markdown.dumps(Article(body=[Paragraph("a"), Paragraph("b\x00")]))
        assert text == '---\nverbatim:\n- block: 1\n  text: "b\\u0000"\n---\n\na\n\nb\ufffd\n'

    def test_a_changed_paragraph_is_not_changed_back(self) -> None:
        text = markdown.dumps(Article(body=[Paragraph("a\x00"), Paragraph("b\x00")]))
        assert markdown.loads(text.replace("b\ufffd", "c")) == Article(body=[Paragraph("a\x00"), Paragraph("c")])
        assert markdown.loads(text.replace("\n\nb\ufffd", "")) == Article(body=[Paragraph("a\x00")])

    @pytest.mark.parametrize(
        "text", ["NO", "010", "1_000", "---", "null", "~", "a: b", "# a", "é港🚢", "\ud83d\ude00\x85\ufeff"]
    )
    def test_quoted_strings_stay_strings(self, text: str) -> None:
        assert yaml.safe_load(_frontmatter.quoted(text)) == text


def loaded(front: str, body: str = "") -> Article:
    return markdown.loads(f"---\n{front}\n---\n{body}")


class TestReading:
    def test_a_document_of_another_writer(self) -> None:
        article = loaded(
            "layout: post\ndraft: true\ntitle: NO\nauthor: Jane Doe\ntags: ferry\ncategories: [World, Storms]\n"
            "date: 2023-12-07\nbullets: One point\ncaptions: [A pier.]\ndateline: 'LONDON: '\nsummary: ~\nlang:\n",
            "Text with *emphasis*, `code`, a [link](https://example.com), ![an image](a.png)<br>\nand a soft break,\\\n"
            "and a hard one.\n\n> A quotation.\n\n1. An item\n\n   of two paragraphs\n2. - nested\n\n***\n\n"
            "<!--more-->\n\n<div>raw</div>\n\n    code\n\n```\nfence\n```\n\nHeading\n=======\n",
        )
        assert article == Article(
            title="NO",
            authors=["Jane Doe"],
            keywords=["ferry"],
            section="World",
            published=date(2023, 12, 7),
            bullets=[Bullet("One point")],
            captions=[Caption("A pier.")],
            dateline=Dateline(printed="LONDON: "),
            body=[
                Paragraph("Text with emphasis, code, a link, an image and a soft break,\nand a hard one."),
                Paragraph("A quotation."),
                Bullet("An item"),
                Bullet("of two paragraphs"),
                Bullet("nested"),
                Paragraph("<div>raw</div>"),
                Paragraph("code"),
                Paragraph("fence"),
                Subheading("Heading"),
            ],
        )

    @pytest.mark.parametrize("text", ["# Ferry\n\nIt came.\n\n# Again", "\ufeff# Ferry\n\nIt came.\n\n# Again\n"])
    def test_without_title_the_first_heading_is_it(self, text: str) -> None:
        article = Article(title="Ferry", body=[Paragraph("It came."), Subheading("Again")])
        assert markdown.loads(text) == article
        assert list(markdown.load_all(text)) == [article]

    def test_a_title_that_the_body_repeats_above_itself(self) -> None:
        body = "# *Ferry*\n\nOne.\n\n# Ferry\n"
        assert loaded("title: Ferry", body).body == (Paragraph("One."), Subheading("Ferry"))
        assert loaded("title: Tanker", body).body[0] == Subheading("Ferry")
        assert loaded("title: ''", "").body == ()

    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("2023-12-07 09:30:00 +0100", datetime(2023, 12, 7, 9, 30, tzinfo=timezone(timedelta(hours=1)))),
            ("2023-12-07 09:30", datetime(2023, 12, 7, 9, 30)),
            ("2023-12-07T09:30:00.123456789Z", datetime(2023, 12, 7, 9, 30, 0, 123456, tzinfo=UTC)),
            ("2023-12-07 09:30:05 UTC", datetime(2023, 12, 7, 9, 30, 5, tzinfo=UTC)),
            ("'2023-12-07T09:30:00-03:30'", datetime(2023, 12, 7, 9, 30, tzinfo=timezone(-timedelta(hours=3.5)))),
        ],
    )
    def test_dates_of_site_generators(self, printed: str, value: datetime) -> None:
        assert loaded(f"date: {printed}\nlast_modified_at: {printed}") == Article(published=value, updated=value)

    def test_keys_of_others(self) -> None:
        article = loaded(
            "authors: [Jane Doe, John Roe]\ndescription: All are well.\nexcerpt: No.\ncategory: World\n"
            "keywords: [a, b]\nlanguage: pt\nupdated: 2023-12-07\n"
        )
        assert article == Article(
            authors=["Jane Doe", "John Roe"],
            summary="All are well.",
            section="World",
            keywords=["a", "b"],
            language="pt",
            updated=date(2023, 12, 7),
        )
        assert loaded("summary: A.\ndescription: B.\nauthor: C\nauthors: [D]\n") == Article(summary="A.", authors=["C"])

    def test_pictures_alone_in_a_paragraph_have_captions(self) -> None:
        body = '![A ferry](a.jpg "The ferry at the quay. (Jane Doe/AP)")\n\nOne.\n\n![A crane](b.jpg)\n\n![](c.jpg)\n\n- ![x](d)\n\n# ![y](e)'
        article = loaded("title: A\ncaptions: [A pier.]", body)
        assert article.body == (Paragraph("One."), Bullet("x"), Subheading("y"))
        assert article.captions == (
            Caption("A pier."),
            Caption("The ferry at the quay.", "Jane Doe/AP", "a.jpg", ["Jane Doe"], ["AP"]),
            Caption("A crane", url="b.jpg"),
        )

    def test_front_matter_in_toml_is_refused(self) -> None:
        text = '+++\ntitle = "Ferry"\n+++\nIt came.\n'
        for read in (markdown.loads, lambda text: list(markdown.load_all(text))):
            with pytest.raises(FormatError, match="front matter in TOML is not read"):
                read(text)

    def test_line_ends_of_another_system(self) -> None:
        assert markdown.loads(WRITTEN.replace("\n", "\r\n")) == FULL
        assert list(markdown.load_all(WRITTEN.replace("\n", "\r\n") * 2)) == [FULL, FULL]

    @pytest.mark.parametrize("text", ["", "\n \n"])
    def test_a_stream_of_nothing(self, text: str) -> None:
        assert list(markdown.load_all(text)) == []

    def test_text_before_the_first_front_matter_is_a_document(self) -> None:
        assert list(markdown.load_all("It came.\n" + WRITTEN)) == [Article(body=[Paragraph("It came.")]), FULL]

    def test_documents_are_read_when_they_are_asked_for(self) -> None:
        def lines() -> Iterator[str]:
            yield WRITTEN
            yield "---\n"
            pytest.fail("the second document was read too early")

        assert next(markdown.load_all(lines())) == FULL

    @pytest.mark.parametrize(
        ("front", "path", "problem"),
        [
            ("title: [a]", "$.title", "expected a string, got list"),
            ("title: {a: b}", "$.title", "expected a string, got dict"),
            ("date: 7 December", "$.date", "expected a date"),
            ("tags: {a: b}", "$.tags", "expected a list, got dict"),
            ("author: [[a]]", "$.author[0]", "expected a string, got list"),
            ("bullets: {a: b}", "$.bullets", "expected a list, got dict"),
            ("bullets: [{a: b}]", "$.bullets[0].text", "expected a string, got dict"),
            ("captions: {a: b}", "$.captions", "expected a list, got dict"),
            ("captions: [{credit: b}]", "$.captions[0].text", "the key is missing"),
            ("captions: [[a]]", "$.captions[0]", "expected an object, got list"),
            ("dateline: [a]", "$.dateline", "expected an object, got list"),
            ("dateline: {month: May}", "$.dateline.month", "expected a whole number, got str"),
            ("dateline: {places: {a: b}}", "$.dateline.places", "expected a list, got dict"),
            ("dateline: {places: [[a]]}", "$.dateline.places[0]", "expected an object, got list"),
            ("dateline: {month: 13}", "$.dateline", "month must be from 1 to 12"),
            ("verbatim: [a]", "$.verbatim", "expected entries"),
            ("verbatim: [{block: 1}]", "$.verbatim", "expected entries"),
            ("a: [", "$", "front matter, line "),
            ("a: b\na: c", "$", "front matter, line 2: a key stands there twice"),
            ("a: &x b\nc: *x", "$", "front matter, line 3: aliases are not read"),
            ("a: !!python/name:os.system", "$", "front matter, line 2: could not determine a constructor"),
            ("a: !!int b", "$", "front matter: "),
            ('a: "\\UFFFFFFFF"', "$", "front matter: "),
            ("a: \x01", "$", "front matter: "),
            ("- a", "$", "front matter: expected keys with values, got list"),
            ("[" * 5000, "$", "front matter: nested too deeply"),
        ],
    )
    def test_wrong_front_matter(self, front: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError) as caught:
            loaded(front)
        assert caught.value.path == path
        assert problem in str(caught.value)
        assert str(caught.value).startswith("markdown: ")

    def test_front_matter_without_end(self) -> None:
        for read in (markdown.loads, lambda text: list(markdown.load_all(text))):
            with pytest.raises(FormatError, match="a line of three hyphens is missing"):
                read("---\ntitle: a\n")

    def test_verbatim_of_another_kind_is_no_concern(self) -> None:
        assert loaded("verbatim: yes", "a").body == (Paragraph("a"),)
        assert loaded("verbatim: [{block: x, text: b}]", "a").body == (Paragraph("a"),)

    @given(st.text())
    def test_any_text_is_an_article_or_a_format_error(self, text: str) -> None:
        try:
            article = markdown.loads(text)
        except FormatError:
            return
        assert markdown.loads(markdown.dumps(article)) == article

    @pytest.mark.parametrize(("mark", "most"), [("> ", 49), ("- ", 24), ("1. ", 24)])
    def test_nesting_is_bounded_and_nothing_is_left_out(self, mark: str, most: int) -> None:
        assert markdown.loads(mark * most + "deep").text == "deep"
        for depth in (most + 1, 20_000):
            with pytest.raises(FormatError, match="nested too deeply in line 3 of the body"):
                markdown.loads("a\n\n" + mark * depth + "deep")


def test_an_html_comment_is_no_text() -> None:
    tokens = MarkdownIt("commonmark").parse("<!-- a -->\n\na <!-- b --> c")
    assert [block for _, block in _commonmark.read(tokens)] == [Paragraph("a  c")]
