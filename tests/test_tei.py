"""TEI P5: what is written, that it is valid and gives the article back, and what is read of other hands."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
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
    Place,
    Subheading,
    strategies,
)
from articlekit.formats import _exact, tei
from damage import damaged
from examples import NAMES, built, described, example, expected
from holdable import holdable_articles

OF_A_TOOL = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title type="main">Harbour reopens after storm</title><author>Jane Doe; John Roe</author></titleStmt>
      <publicationStmt><p/></publicationStmt>
      <notesStmt><note type="fingerprint">164c9df569dc37f5</note></notesStmt>
      <sourceDesc>
        <bibl>Harbour reopens after storm, Example News, 2024-02-03</bibl>
        <bibl type="sigle">Example News, 2024-02-03</bibl>
        <biblFull>
          <titleStmt><title type="main">Harbour reopens after storm</title></titleStmt>
          <publicationStmt>
            <publisher>Example News (news.example)</publisher>
            <ptr type="URL" target="https://news.example/world/harbour"/>
            <date>2024-02-03</date>
          </publicationStmt>
        </biblFull>
      </sourceDesc>
    </fileDesc>
    <profileDesc>
      <abstract><p>Ferries resume at dawn after two days.</p></abstract>
      <textClass><keywords>
        <term type="categories">World,Ports</term><term type="tags">ports,ports, storms</term><term/>
      </keywords></textClass>
      <creation><date type="download">2026-11-28</date></creation>
    </profileDesc>
  </teiHeader>
  <text>
    <body>
      <div type="entry">
        <ab rend="h1" type="header">Harbour reopens after storm</ab>
        <p>KARACHI: The <hi rend="#b">harbour</hi> reopened
          on Saturday.<lb/>Ferries sail.</p>
        <ab rend="h2" type="header">Repairs go on</ab>
        <list rend="ul"><item>Ferries resume at dawn</item><item><p>Cargo ships wait</p></item></list>
        <quote><p>The quay holds.</p></quote>
        <p>The <ref target="https://news.example/">council</ref> meets on Monday.<note>A footnote.</note></p>
      </div>
      <div type="comments"><p>First!</p></div>
    </body>
  </text>
</TEI>
"""

OF_A_SCHOLAR = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE TEI SYSTEM "tei_all.dtd">
<TEI xml:lang="fr"><teiHeader><fileDesc>
  <titleStmt><title>Le bac rentre à Lisbonne</title><author><persName>Marie Dupont</persName></author><author/></titleStmt>
  <publicationStmt><publisher>Une archive</publisher><date>7 December 2023</date></publicationStmt>
  <sourceDesc><biblStruct><monogr><title level="j">Le Port</title>
    <imprint><publisher>Le Port</publisher><date when="1913-12">décembre 1913</date></imprint></monogr></biblStruct></sourceDesc>
</fileDesc></teiHeader>
<text><body>
  <head>Le bac rentre à <lb/>Lisbonne</head>
  <opener><dateline><placeName>Lisbonne</placeName>, <date when="1913-12-07">7 décembre</date></dateline></opener>
  <figure><graphic url="quai.jpg"/><head>Le quai.</head><figDesc>Une photo.</figDesc></figure>
  <p>Le bac est rentré&#x2014;enfin.</p>
  <lg><l>Ô flots,</l><l>ô bac.</l></lg>
</body></text></TEI>
"""


@pytest.fixture(scope="session")
def dtd(shared: Path) -> etree.DTD:
    return etree.DTD(str(shared / "standards" / "tei" / "tei_corpus.dtd"))


def assert_valid(text: str, dtd: etree.DTD) -> None:
    assert dtd.validate(etree.fromstring(text.encode())), dtd.error_log


class TestLaws:
    @given(article=holdable_articles())
    def test_it_is_valid(self, article: Article, dtd: etree.DTD) -> None:
        assert_valid(tei.dumps(article), dtd)
        assert_valid("".join(tei.dump_all([article, article])), dtd)

    @given(strategies.articles(printable=True))
    def test_the_elements_hold_all_of_an_ordinary_article(self, article: Article) -> None:
        assert tei.held(article) == article
        assert "xenoData" not in tei.dumps(article)

    @given(damaged(st.sampled_from((OF_A_TOOL, OF_A_SCHOLAR)) | holdable_articles().map(tei.dumps)))
    def test_a_damaged_document_is_an_error_or_an_article(self, text: str) -> None:
        for read in (tei.loads, lambda text: list(tei.load_all([text]))):
            with contextlib.suppress(FormatError):
                read(text)


class TestWriting:
    @pytest.mark.parametrize("name", NAMES)
    def test_examples_need_nothing_beside(self, shared: Path, name: str, dtd: etree.DTD) -> None:
        article = built(shared, name)
        text = tei.dumps(article)
        assert tei.held(article) == article
        assert tei.loads(text) == article
        assert_valid(text, dtd)

    def test_it_has_the_structure_of_the_example(self, shared: Path) -> None:
        def structure(text: str) -> list[tuple[str, str | None, dict[Any, Any]]]:
            root = etree.fromstring(text.encode())
            return [(str(node.tag), (node.text or "").strip() or None, dict(node.attrib)) for node in root.iter()]

        ours = structure(tei.dumps(built(shared, "first_seed_article")))
        theirs = structure(example(shared, "first_seed_article", "article.tei.xml"))
        differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        assert [left[0].rpartition("}")[2] for left, _ in differing] == ["note"]  # the urn that stands for no address

    def test_every_field_has_its_place(self) -> None:
        line = Dateline.parse("KARACHI/QUETTA, Pakistan, Feb 3 (Reuters) - The harbour reopened.")
        article = Article(
            title="Harbour & bridge",
            summary="Two days\nlater.",
            bullets=[Bullet("Ferries resume")],
            dateline=line,
            captions=[Caption("A ferry.", "AP", "https://news.example/a.jpg", organisations=("AP",)), Caption("")],
            body=[
                Paragraph(f"{line}The harbour reopened."),
                Subheading("Costs"),
                Bullet("one"),
                Bullet("two"),
                Paragraph("a\nb"),
            ],
            published=datetime(2024, 2, 3, 8, tzinfo=UTC),
            section="Arts, Culture",
            keywords=["Lisbon, Portugal", "ports"],
        )
        text = tei.dumps(article)
        for part in (
            '<term type="section">Arts, Culture</term><term>Lisbon, Portugal</term><term>ports</term>',
            "<abstract><p>Two days<lb/>later.</p><list><item>Ferries resume</item></list></abstract>",
            "<bibl>Harbour &amp; bridge, 2024-02-03</bibl>",
            '<publisher/><date when="2024-02-03T08:00:00Z">2024-02-03T08:00:00Z</date>',
            "<placeName>KARACHI</placeName>/<placeName><settlement>QUETTA</settlement>, <region>Pakistan</region></placeName>",
            ', <date when="--02-03">Feb 3</date> (<orgName>Reuters</orgName>)</dateline>',
            '<ab type="caption">A ferry. <note type="credit">AP</note><graphic url="https://news.example/a.jpg"/></ab>',
            '<ab type="caption"/>',
            '<ab type="header">Costs</ab>\n<list><item>one</item><item>two</item></list>\n<p>a<lb/>b</p>',
        ):
            assert part in text
        assert "xenoData" not in text
        assert tei.loads(text) == article

    @pytest.mark.parametrize(
        ("article", "kept"),
        [
            (
                Article(published=datetime(2024, 2, 3, tzinfo=timezone(timedelta(seconds=90)))),
                '"2024-02-03T00:00:00+00:01:30"',
            ),
            (Article(authors=("Doe; Roe",)), '["Doe; Roe"]'),
            (Article(publisher="N/A"), '"N/A"'),
            (Article(url="news.example"), '"news.example"'),
            (Article(language="English"), '"English"'),
            (Article(section=""), '""'),
            (Article(dateline=Dateline(printed="ROME", places=[Place("Rom")])), '"Rom"'),
            (Article(dateline=Dateline(printed="ROME", places=[Place("ROME", "")])), '"region": ""'),
            (Article(dateline=Dateline(printed="ROME", places=[Place("ROME", "It.")])), '"It."'),
            (Article(dateline=Dateline(printed="ROME", separator="", places=[Place("")])), '"name": ""'),
            (Article(dateline=Dateline(printed="ROME", separator="", agency="AP")), '"AP"'),
        ],
    )
    def test_what_stands_beside(self, article: Article, kept: str) -> None:
        text = tei.dumps(article)
        assert kept in text.partition('<xenoData type="urn:x-articlekit:exact">')[2].replace("&quot;", '"')
        assert tei.loads(text) == article

    @pytest.mark.parametrize(
        ("printed", "parts", "when"),
        [
            ("ROME, Dec. 7, 2023", (2023, 12, 7), ' when="2023-12-07"'),
            ("ROME, December 2023", (2023, 12, None), ' when="2023-12"'),
            ("ROME 2023", (2023, None, None), ' when="2023"'),
            ("ROME, Dec 7", (None, 12, 7), ' when="--12-07"'),
            ("ROME, December", (None, 12, None), ' when="--12"'),
            ("ROME 7", (None, None, 7), ' when="---07"'),
            ("ROME, Feb 29", (None, 2, 29), ' when="--02-29"'),
            ("ROME, Feb 29, 2023", (2023, 2, 29), ""),
        ],
    )
    def test_the_date_of_a_dateline(
        self, printed: str, parts: tuple[int | None, ...], when: str, dtd: etree.DTD
    ) -> None:
        year, month, day = parts
        line = Dateline(printed=printed, separator=": ", places=[Place("ROME")], year=year, month=month, day=day)
        text = tei.dumps(Article(dateline=line, body=[Paragraph(f"{line}It rained.")]))
        rest = printed.removeprefix("ROME").lstrip(", ")
        assert f"<date{when}>{rest}</date></dateline>" in text
        assert_valid(text, dtd)
        assert tei.loads(text).dateline == line

    def test_a_host_behind_the_publisher_is_kept(self) -> None:
        article = Article(publisher="News (news.example)", url="https://news.example/a")
        assert tei.held(article).publisher == "News"
        assert tei.loads(tei.dumps(article)) == article

    def test_what_is_edited_counts(self) -> None:
        text = tei.dumps(Article(title=" Ferry", body=[Paragraph("It came.")]))
        assert tei.loads(text.replace("Ferry<", "Bus<")).title == "Bus"
        assert tei.loads(text.replace("It came", "It left")).title == " Ferry"

    def test_a_corpus_has_a_title_and_streams(self, dtd: etree.DTD) -> None:
        pieces = list(tei.dump_all([Article(), Article(title="b")], title="Ports & ships"))
        assert "<titleStmt><title>Ports &amp; ships</title></titleStmt>" in pieces[0]
        assert_valid("".join(pieces), dtd)
        assert list(tei.dump_all([])) == []
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(2):
                taken.append(number)
                yield Article()

        lazy = tei.dump_all(articles())
        assert taken == []
        next(lazy)
        assert taken == [0]

    def test_a_control_character_is_refused_with_its_path(self) -> None:
        with pytest.raises(FormatError, match=r"U\+0000") as caught:
            tei.dumps(Article(body=[Paragraph("a\x00")]))
        assert caught.value.path == "$.body[0].text"


def test_it_is_known_by_its_beginning() -> None:
    assert tei.sniff(OF_A_TOOL[:60])
    assert tei.sniff(next(tei.dump_all([Article()])))
    assert not tei.sniff("<nitf/>")


class TestReading:
    def test_the_example(self, shared: Path) -> None:
        text = example(shared, "first_seed_article", "article.tei.xml")
        article = tei.loads(text)
        assert described(article) == expected(shared, "first_seed_article")
        assert article == built(shared, "first_seed_article")

    def test_a_document_of_a_tool_for_corpora(self, dtd: etree.DTD) -> None:
        assert_valid(OF_A_TOOL, dtd)
        assert tei.loads(OF_A_TOOL) == Article(
            title="Harbour reopens after storm",
            summary="Ferries resume at dawn after two days.",
            authors=("Jane Doe", "John Roe"),
            published=date(2024, 2, 3),
            url="https://news.example/world/harbour",
            publisher="Example News",
            section="World",
            keywords=("ports", "storms"),
            dateline=Dateline(printed="KARACHI", separator=": ", places=[Place("KARACHI")]),
            body=(
                Paragraph("KARACHI: The harbour reopened on Saturday.\nFerries sail."),
                Subheading("Repairs go on"),
                Bullet("Ferries resume at dawn"),
                Bullet("Cargo ships wait"),
                Paragraph("The quay holds."),
                Paragraph("The council meets on Monday."),
            ),
        )

    def test_a_document_of_a_scholar(self) -> None:
        article = tei.loads(OF_A_SCHOLAR)
        assert article == Article(
            title="Le bac rentre à Lisbonne",
            authors=("Marie Dupont",),
            dateline=Dateline(
                printed="Lisbonne, 7 décembre", separator=" — ", places=[Place("Lisbonne")], month=12, day=7
            ),
            captions=(Caption("Le quai. Une photo.", None, "quai.jpg"),),
            published=date(2023, 12, 7),
            language="fr",
            publisher="Le Port",
            body=(Paragraph("Le bac est rentré—enfin."), Paragraph("Ô flots,"), Paragraph("ô bac.")),
        )

    def test_figures_and_heads_in_each_other_cost_no_more(self) -> None:
        words = "<hi>a word</hi> " * 20_000
        for tag in ("figure", "head"):
            nested = f"<{tag}>" * 500 + words + f"</{tag}>" * 500
            article = tei.loads(f"<TEI><text><body>{nested}<p>The report.</p></body></text></TEI>")
            assert article.paragraphs == ("The report.",)

    def test_cells_of_a_table(self) -> None:
        text = "<TEI><text><body><table><row><cell>Ferries</cell><cell>214</cell></row></table></body></text></TEI>"
        assert tei.loads(text).paragraphs == ("Ferries", "214")

    def test_a_repeated_dateline_is_one(self) -> None:
        text = "<TEI><text><body><opener><dateline>ROME:</dateline></opener><p>ROME: It rained.</p></body></text></TEI>"
        article = tei.loads(text)
        assert article.paragraphs == ("It rained.",)
        assert str(article.dateline) == "ROME: "

    @pytest.mark.parametrize(
        ("header", "field", "value"),
        [
            (
                "<fileDesc><sourceDesc><bibl><date>early in spring</date></bibl></sourceDesc></fileDesc>",
                "published",
                None,
            ),
            ("<fileDesc><sourceDesc><bibl><date>8:15 am</date></bibl></sourceDesc></fileDesc>", "published", None),
            ('<revisionDesc><change when="2024-01-01">typos</change></revisionDesc>', "updated", None),
            ("<fileDesc><titleStmt><title type='sub'>b</title><title>a</title></titleStmt></fileDesc>", "title", "b"),
            (
                "<fileDesc><notesStmt><note type='id'>https://a.example/1</note></notesStmt></fileDesc>",
                "url",
                "https://a.example/1",
            ),
            ("<fileDesc><publicationStmt><publisher>N/A</publisher></publicationStmt></fileDesc>", "publisher", None),
        ],
    )
    def test_headers(self, header: str, field: str, value: object) -> None:
        article = tei.loads(f"<TEI><teiHeader>{header}</teiHeader><text><body/></text></TEI>")
        assert getattr(article, field) == value

    @pytest.mark.parametrize(
        "place", ["<placeName/>", "<placeName><settlement/></placeName>", "<placeName><region>It.</region></placeName>"]
    )
    def test_places_without_a_town(self, place: str) -> None:
        article = tei.loads(f"<TEI><text><body><dateline>ROME {place}</dateline></body></text></TEI>")
        assert article.dateline is not None
        assert all(found.region is None for found in article.dateline.places)

    def test_a_corpus(self) -> None:
        one = "".join(tei.dump_all([Article(title="a")]))
        two = "".join(tei.dump_all([Article(title="a"), Article(title="b")]))
        assert tei.loads(one) == Article(title="a")
        with pytest.raises(FormatError, match="a corpus of 2 documents; load_all reads them"):
            tei.loads(two)
        assert [article.title for article in tei.load_all(list(two))] == ["a", "b"]

    def test_documents_that_follow_each_other(self) -> None:
        text = "".join(map(tei.dumps, (Article(title="a"), Article(title="b"))))
        assert [article.title for article in tei.load_all([text])] == ["a", "b"]
        assert list(tei.load_all([])) == []


BROKEN = [
    ("", "line 1, column 1", "no XML"),
    (OF_A_TOOL[:900], "line 21, column ", "no XML"),
    ("<html/>", "$", "expected the root element teiCorpus or TEI"),
    ("<TEI/>", "$", "the document holds no text"),
    ("<TEI><teiHeader/><standOff/><facsimile/></TEI>", "$", "a document of facsimile, standOff, no text article"),
    ("<TEI><teiHeader><revisionDesc><change when='soon'>updated</change></revisionDesc></teiHeader><text><body/></text></TEI>", "when", "'soon' is no date"),
    ("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI/>", "line 1", "declares entities"),
    ("<!-- <a> --><!DOCTYPE TEI [\n<!ENTITY % a 'b'>]><TEI/>", "line 2", "declares entities"),
    ("<TEI>" + "<p>" * 100_000, "line 1, column 6149", "Excessive depth"),
    ("<TEI>\x00</TEI>", "line 1, column 6", "no XML"),
    ("<TEI>\ud800</TEI>", "line 1, column 6", "no XML"),
    ("<TEI a='1' a='2'/>", "line 1, column 17", "redefined"),
]  # fmt: skip


class TestBroken:
    @pytest.mark.parametrize(("text", "path", "problem"), BROKEN)
    def test_it_is_told_where(self, text: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError, match=problem) as caught:
            tei.loads(text)
        assert caught.value.path.startswith(path)
        assert caught.value.format == "tei"

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
        text = (
            f"<TEI><teiHeader><xenoData type='{_exact.MARK}'>{exact}</xenoData></teiHeader><text><body/></text></TEI>"
        )
        with pytest.raises(FormatError) as caught:
            tei.loads(text)
        assert caught.value.path == path

    def test_somebody_elses_data_is_left(self) -> None:
        assert tei.loads("<TEI><teiHeader><xenoData>{</xenoData></teiHeader><text><body/></text></TEI>") == Article()

    def test_wrong_arguments(self) -> None:
        wrong: Any = b"<TEI/>"
        with pytest.raises(TypeError, match=r"formats.tei.loads takes a str, not bytes"):
            tei.loads(wrong)
        with pytest.raises(TypeError, match=r"formats.tei.dumps takes an Article"):
            tei.dumps(wrong)
        with pytest.raises(TypeError, match=r"formats.tei.dump_all takes an iterable of articles"):
            tei.dump_all(Article())  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"formats.tei.dump_all takes a str"):
            tei.dump_all([], title=wrong)
        with pytest.raises(TypeError, match=r"formats.tei.load_all takes a str"):
            tei.load_all(wrong)
