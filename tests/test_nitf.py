"""NITF: valid, exact, as the examples have it, and read from whoever wrote it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
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
from articlekit.formats import _exact, nitf
from articlekit.formats._datelines import Span, marked
from examples import NAMES, described, example, expected
from holdable import holdable_articles
from xml_trouble import broken, mutated

FULL = Article(
    title="Ferry & crew return",
    body=[
        Paragraph("LISBON, Portugal, March 7, 2024 (AP) — It came\nback."),
        Subheading("What next"),
        Bullet("More ferries"),
        Bullet("Fewer <tankers>"),
    ],
    bullets=[Bullet("Storm is over")],
    summary="The strait is open again.",
    dateline=Dateline(
        printed="LISBON, Portugal, March 7, 2024 (AP)",
        separator=" — ",
        places=[Place("LISBON", "Portugal")],
        agency="AP",
        month=3,
        day=7,
        year=2024,
    ),
    authors=["Jane Doe"],
    captions=[Caption("The ferry at dawn.", "ISPR/File", "https://example.com/a.jpg", (), ("ISPR",))],
    published=date(2024, 3, 7),
    updated=datetime(2024, 3, 7, 14, 30, tzinfo=UTC),
    language="en",
    url="https://example.com/ferry?a=1&b=2",
    publisher="The Daily Courier",
    section="World",
    keywords=["ferry", "ports"],
)
WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN" change.date="September 11, 2009" change.time="12:26" baselang="en">
<head>
<title>Ferry &amp; crew return</title>
<tobject tobject.type="news"/>
<docdata management-status="usable"><doc-id id-string="https://example.com/ferry?a=1&amp;b=2"/><date.issue norm="20240307"/><key-list><keyword key="ferry"/><keyword key="ports"/></key-list></docdata>
<pubdata type="web" name="The Daily Courier" date.publication="20240307" position.section="World" ex-ref="https://example.com/ferry?a=1&amp;b=2"/>
<revision-history function="editor" norm="20240307T143000+0000" comment="updated"/>
</head>
<body xml:lang="en"><body.head>
<hedline><hl1>Ferry &amp; crew return</hl1></hedline>
<byline><person>Jane Doe</person></byline>
<distributor><org>AP</org></distributor>
<dateline><location><city>LISBON</city>, <region>Portugal</region></location>, <story.date norm="20240307">March 7, 2024</story.date> (AP)</dateline>
<abstract><p>The strait is open again.</p><ul><li>Storm is over</li></ul></abstract>
</body.head>
<body.content>
<media media-type="image"><media-reference source="https://example.com/a.jpg"/><media-caption>The ferry at dawn.</media-caption><media-producer>ISPR/File</media-producer></media>
<block id="Main"><p lede="true">LISBON, Portugal, March 7, 2024 (AP) — It came<br/>back.</p>
<hl2>What next</hl2>
<ul><li>More ferries</li><li>Fewer &lt;tankers&gt;</li></ul></block>
</body.content></body>
</nitf>
"""
OLD = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "{dtd}">
<nitf version="-//IPTC//DTD NITF 3.2//EN">
<head><title>Wire title</title><docdata><doc-id id-string="wire-4711"/><date.issue norm="20080219+0100"/></docdata></head>
<body>
<body.head>
<hedline><hl1>Ferry &mdash; and
   crew &mdash; return</hl1><hl2>All are <em>well</em></hl2></hedline>
<byline>By Jane Doe<byttl>Staff Writer</byttl></byline>
<distributor>AP</distributor>
<dateline><location>NORFOLK, Va.</location> (AP)</dateline>
</body.head>
<body.content>
<p>NORFOLK, Va. (AP) &mdash; The ferry&loaded; came <em>back</em>.</p>
<block><hl2>What next</hl2><p>More
  ferries.</p><ol><li><p>One</p></li></ol></block>
<media media-type="image"><media-reference source="a.jpg"/><media-caption><p>The ferry.</p></media-caption></media>
</body.content>
<body.end><tagline>Jane Doe is a writer.</tagline></body.end>
</body>
</nitf>
"""


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "standards" / "nitf" / "nitf-3-6.xsd"))


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def outline(node: etree._Element) -> Iterator[tuple[str, dict[str, str], str, str]]:
    """Every element with its attributes, its text and what follows it, whatever the layout; no made-up identifiers."""
    for part in node.iter(etree.Element):
        given = {str(key): str(value) for key, value in part.attrib.items() if not str(value).startswith("urn:uuid:")}
        text, after = (" ".join((piece or "").split()) for piece in (part.text, part.tail))
        yield str(part.tag), given, text, after


class TestWriting:
    def test_every_field_has_its_place(self) -> None:
        assert nitf.dumps(FULL) == WRITTEN
        assert nitf.loads(WRITTEN) == FULL

    def test_nothing_is_written_of_nothing(self) -> None:
        written = nitf.dumps(Article())
        assert nitf.loads(written) == Article()
        for tag in ("title", "pubdata", "hl1", "dateline", "abstract", "byline", "key-list", "revision-history", "<p"):
            assert tag not in written

    def test_only_the_first_paragraph_is_the_lede(self) -> None:
        article = Article(body=[Subheading("<p>"), Bullet("one"), Paragraph("Two."), Paragraph("Three.")])
        assert re.findall(r"<(?:p|hl2|li)[ >].*?>", nitf.dumps(article)) == ["<hl2>&lt;p&gt;</hl2>", "<li>one</li>", '<p lede="true">', "<p>Three.</p>"]  # fmt: skip

    @pytest.mark.parametrize(
        ("line", "markup"),
        [
            (Dateline.parse("KARACHI, Feb 3 (Reuters) - A."), "<location><city>KARACHI</city></location>, <story.date>Feb 3</story.date> (Reuters)"),
            (Dateline.parse("MINNEAPOLIS, Minn. (AP) — A."), "<location><city>MINNEAPOLIS</city>, <region>Minn.</region></location> (AP)"),
            (Dateline.parse("PARIS, 7 mars 2023 (AFP) - A."), '<location><city>PARIS</city></location>, <story.date norm="20230307">7 mars 2023</story.date> (AFP)'),
            (Dateline.parse("05.12.2022 | Paris — A."), '<story.date norm="20221205">05.12.2022</story.date> | <location><city>Paris</city></location>'),
            (Dateline(printed="X, 31 Feb 2023", places=[Place("X")], month=2, day=31, year=2023), "<location><city>X</city></location>, <story.date>31 Feb 2023</story.date>"),
            (Dateline(printed="北京2月3日电", places=[Place("北京")], month=2, day=3), "<location><city>北京</city></location><story.date>2月3日</story.date>电"),
            (Dateline(printed="X, March 2024", month=3, year=2024), "X, <story.date>March 2024</story.date>"),
            (Dateline(printed="X, 7", day=7), "X, <story.date>7</story.date>"),
            (Dateline(printed="X, 2024", year=2024), "X, <story.date>2024</story.date>"),
            (Dateline(printed="MAY 3 TOWN, May 3", places=[Place("MAY 3 TOWN")], month=5, day=3), "<location><city>MAY 3 TOWN</city></location>, <story.date>May 3</story.date>"),
            (Dateline(printed="LYON & X", places=[Place("LYON", "Texas"), Place("X")], month=5, day=3), "LYON &amp; X"),
            (Dateline(printed="LYON & X", places=[Place("X"), Place("LYON")]), "LYON &amp; <location><city>X</city></location>"),
            (Dateline(printed="X", separator=": ", places=[Place("")]), "X"),
            (Dateline(printed="X", separator=": ", places=[Place("X", "")]), "X"),
        ],
    )  # fmt: skip
    def test_places_and_date_are_marked_in_the_dateline(self, line: Dateline, markup: str) -> None:
        article = Article(dateline=line, body=[Paragraph(f"{line}A report.")])
        written = nitf.dumps(article)
        assert f"<dateline>{markup}</dateline>" in written
        assert nitf.loads(written) == article

    @pytest.mark.parametrize("text", ["\x00", "a\x1bb", "\ud800", "\ufffe", "\uffff"])
    def test_what_xml_cannot_hold_is_refused_with_its_path(self, text: str) -> None:
        with pytest.raises(FormatError, match=r"XML 1.0 has no place for the character U\+") as caught:
            nitf.dumps(Article(body=[Paragraph("a"), Paragraph(text)]))
        assert (caught.value.format, caught.value.path) == ("nitf", "$.body[1].text")

    @pytest.mark.parametrize(
        "url", ["http://a:b/", "news.example", "http://", "urn:uuid:57d9a463-6735-5d8f-a97e-d1ead74f08b8"]
    )
    def test_what_is_no_url_stands_beside(self, url: str) -> None:
        written = nitf.dumps(Article(url=url))
        assert "ex-ref" not in written
        assert '<doc-id id-string="urn:uuid:' in written
        assert nitf.loads(written) == Article(url=url)

    def test_without_namespace(self) -> None:
        written = nitf.dumps(FULL, namespace=False)
        assert written == WRITTEN.replace(f' xmlns="{nitf.NAMESPACE}"', "")
        assert nitf.loads(written) == FULL
        assert list(nitf.dump_all([FULL], namespace=False)) == [written]


class TestLaw:
    @given(holdable_articles())
    def test_it_gives_back_what_it_took_without_namespace(self, article: Article) -> None:
        assert nitf.loads(nitf.dumps(article, namespace=False)) == article

    @given(strategies.articles(printable=True))
    def test_ordinary_articles_need_nothing_beside(self, article: Article) -> None:
        assert _exact.MARK not in nitf.dumps(article)
        assert nitf.loads(nitf.dumps(article)) == article

    @given(article=holdable_articles())
    def test_every_document_is_valid(self, schema: etree.XMLSchema, article: Article) -> None:
        schema.assertValid(tree(nitf.dumps(article)))

    @given(article=strategies.articles(printable=True))
    def test_ordinary_documents_are_valid(self, schema: etree.XMLSchema, article: Article) -> None:
        schema.assertValid(tree(nitf.dumps(article)))

    @pytest.mark.parametrize(
        "line",
        ["Raye wins. Photo: Karwai Tang", "Foto: dpa-Bildfunk/Thomas Frey", "A shirt. Photo: Minky", "Photo: MBC, SBS"],
    )
    def test_who_is_credited_needs_nothing_beside(self, line: str) -> None:
        caption = Caption.parse(line)
        assert caption.photographers or caption.organisations
        assert nitf.held(Article(captions=[caption])).captions == (caption,)

    def test_an_edited_document_stays_as_edited(self) -> None:
        article = Article(title=" Ferry ", published=datetime(2024, 3, 7, 8, tzinfo=timezone(timedelta(seconds=1))))
        written = nitf.dumps(article)
        assert nitf.loads(written) == article
        edited = nitf.loads(written.replace("> Ferry <", ">Tanker<"))
        assert edited.title == "Tanker"


class TestExamples:
    @pytest.mark.parametrize("folder", NAMES)
    def test_each_is_the_article_it_describes(self, shared: Path, folder: str) -> None:
        assert described(nitf.loads(example(shared, folder, "article.nitf.xml"))) == expected(shared, folder)

    @pytest.mark.parametrize("folder", NAMES)
    def test_each_is_written_as_it_is(self, shared: Path, folder: str) -> None:
        text = example(shared, folder, "article.nitf.xml")
        assert list(outline(tree(nitf.dumps(nitf.loads(text))))) == list(outline(tree(text)))


class TestOthers:
    def test_no_namespace_an_old_version_and_no_dtd_is_loaded(self, tmp_path: Path) -> None:
        dtd = tmp_path / "nitf-3-2.dtd"
        dtd.write_text('<!ENTITY loaded " LOADED"><!ENTITY mdash "LOADED">')
        article = nitf.loads(OLD.format(dtd=dtd))
        assert article == Article(
            title="Ferry — and crew — return",
            summary="All are well",
            body=[
                Paragraph("NORFOLK, Va. (AP) — The ferry&loaded; came back."),
                Subheading("What next"),
                Paragraph("More ferries."),
                Bullet("One"),
            ],
            dateline=Dateline.parse("NORFOLK, Va. (AP) — The ferry"),
            authors=["Jane Doe"],
            captions=[Caption("The ferry.", None, "a.jpg")],
            published=date(2008, 2, 19),
        )

    @pytest.mark.parametrize("version", ["3.2", "3.3", "3.4", "3.5"])
    def test_older_versions(self, version: str) -> None:
        text = WRITTEN.replace("NITF 3.6", f"NITF {version}").replace(f' xmlns="{nitf.NAMESPACE}"', "")
        assert nitf.loads(text) == FULL

    @pytest.mark.parametrize(
        ("inside", "body", "line"),
        [
            ("<location><city>Rome</city></location>", "ROME (AP) — It rained.", "ROME (AP) — "),
            ("<location>NEW YORK</location>", "NEW YORK (AP) — It rained.", "NEW YORK (AP) — "),
            ("NORFOLK, Va., <story.date>Jan. 8</story.date> (AP)", "It rained.", "NORFOLK, Va., Jan. 8 (AP) — "),
            ("NORFOLK, Va. (AP) -", "It rained.", "NORFOLK, Va. (AP) - "),
            ("<location><city>Zzyzx</city></location>", "It rained.", "Zzyzx — "),
            ("<location><city>Zzyzx</city></location>", "Zzyzx: It rained.", "Zzyzx: "),
            ("<location><city>Zzyzx</city><country>US</country></location>", "", "ZzyzxUS — "),
            ("here and there", "LISBON: It rained.", "here and there — "),
        ],
    )
    def test_datelines(self, inside: str, body: str, line: str) -> None:
        text = f"<nitf><body><body.head><dateline>{inside}</dateline></body.head><body.content><block id='Main'><p>{body}</p></block></body.content></body></nitf>"
        article = nitf.loads(text)
        assert str(article.dateline) == line
        if body and inside != "here and there":
            assert article.text == line + "It rained."

    def test_a_credit_in_the_caption(self) -> None:
        media = "<media><media-caption>A truck. Picture: Joe Bloggs/AAP</media-caption></media>"
        article = nitf.loads(f"<nitf><body><body.content><p>One.</p>{media}</body.content></body></nitf>")
        assert article.captions == (Caption("A truck.", "Joe Bloggs/AAP", None, ["Joe Bloggs"], ["AAP"]),)

    def test_headings_of_html(self) -> None:
        body = "<p>One.</p><h2>Roads</h2><p>Two.</p><h3>Bridges</h3><blockquote>Three.</blockquote>"
        article = nitf.loads(f"<nitf><body><body.content>{body}</body.content></body></nitf>")
        assert article.body == (
            Paragraph("One."),
            Subheading("Roads"),
            Paragraph("Two."),
            Subheading("Bridges"),
            Paragraph("Three."),
        )

    def test_an_empty_dateline_is_what_the_first_paragraph_begins_with(self) -> None:
        text = WRITTEN.replace("<dateline>", "<dateline/><no>").replace("</dateline>", "</no>")
        assert nitf.loads(text).dateline == FULL.dateline
        assert nitf.loads(re.sub("<p lede.*?</p>", "", text)).dateline is None

    @pytest.mark.parametrize(
        ("norm", "value"),
        [
            ("20080219", date(2008, 2, 19)),
            ("2008-02-19", date(2008, 2, 19)),
            ("20080219+0100", date(2008, 2, 19)),
            ("20080219000000-0500", date(2008, 2, 19)),
            ("20080219143000Z", datetime(2008, 2, 19, 14, 30, tzinfo=UTC)),
            ("20080219143000", datetime(2008, 2, 19, 14, 30)),
            (" 20080219T143000-0500 ", datetime(2008, 2, 19, 14, 30, tzinfo=timezone(timedelta(hours=-5)))),
            ("2008-02-19T14:30:00.5Z", datetime(2008, 2, 19, 14, 30, 0, 500_000, tzinfo=UTC)),
            ("2008", None),
            ("", date(2024, 3, 7)),
        ],
    )
    def test_dates(self, norm: str, value: date | None) -> None:
        assert nitf.loads(WRITTEN.replace('issue norm="20240307"', f'issue norm="{norm}"')).published == value

    def test_the_last_revision_counts_unless_one_is_ours(self) -> None:
        theirs = '<revision-history norm="20240308"/><revision-history norm="20240309"/>'
        assert nitf.loads(WRITTEN.replace("</head>", theirs + "</head>")).updated == FULL.updated
        text = re.sub("<revision-history.*/>", theirs, WRITTEN)
        assert nitf.loads(text).updated == date(2024, 3, 9)

    @pytest.mark.parametrize(
        ("byline", "authors"),
        [
            ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
            ("<byttl>Sports Network</byttl>", ()),
            ("", ()),
            ("<person> </person>", ()),
            ("By <person>Jane\n Doe</person>, <byttl>Editor</byttl>", ("Jane Doe",)),
        ],
    )
    def test_bylines(self, byline: str, authors: tuple[str, ...]) -> None:
        assert nitf.loads(WRITTEN.replace("<person>Jane Doe</person>", byline)).authors == authors

    def test_nitf_in_ninjs(self, shared: Path) -> None:
        paths = sorted((shared / "standards" / "ninjs" / "samples").glob("*addb*.json"))
        bodies = [body["value"] for path in paths for body in json.loads(path.read_text("utf-8")).get("bodies", ())]
        documents = [body for body in bodies if "<nitf" in body]
        assert len(documents) == 2
        for body in documents:
            article = nitf.loads(body)
            assert article.title == "Anti-doping measures at the 'Tour Down Under' will be the toughest ever"
            assert article.authors == ("DopingWatch",)
            assert article.published == date(2008, 2, 19)
            assert article.dateline is None
            assert article.url is None
            assert article.paragraphs[0].startswith("The Australian Sports Anti-Doping Authority (ASADA) today")
            assert article.paragraphs[1].startswith("The initiatives are being implemented")
            assert len(article.body) > 10

    def test_nitf_in_newsml(self, shared: Path) -> None:
        title = "Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m."
        for number, count in ((22, 6), (25, 1)):
            [path] = (shared / "standards" / "newsmlg2" / "samples").glob(f"LISTING_{number}_*")
            [found] = etree.parse(path).iter(f"{{{nitf.NAMESPACE}}}nitf")
            article = nitf.article_in(found)
            assert (article.title, len(article.body), article.authors) == (title, count, ())
            assert article.summary is not None
            assert article.summary.startswith("A pair of teams coming off big weekend sweeps will square off")
            assert article.body[0].text.startswith("(Sports Network) - ")


class TestTrouble:
    @pytest.mark.parametrize(("name", "text", "problem"), [(name, *rest) for name, *rest in broken(WRITTEN)])
    def test_broken_documents(self, name: str, text: str, problem: str) -> None:
        begun = time.perf_counter()
        with pytest.raises(FormatError, match=problem) as caught:
            nitf.loads(text)
        assert time.perf_counter() - begun < 5, name
        assert caught.value.format == "nitf"

    @pytest.mark.parametrize("root", ["newsItem", "newsMessage"])
    def test_another_format_is_named(self, root: str) -> None:
        with pytest.raises(
            FormatError, match=f"expected the root element nitf, found {root}, which is of the format newsmlg2"
        ):
            nitf.loads(f"<{root}/>")

    def test_an_error_has_its_place(self) -> None:
        with pytest.raises(FormatError) as caught:
            nitf.loads(WRITTEN.replace("</hl1>", "</hl2>"))
        assert caught.value.path.startswith("line 11, column ")

    def test_a_declared_encoding_is_not_asked(self) -> None:
        for encoding in ("utf-16", "ascii", "no-such-thing"):
            assert nitf.loads(WRITTEN.replace("UTF-8", encoding)) == FULL
        assert nitf.loads("\ufeff" + WRITTEN) == FULL

    @pytest.mark.parametrize(
        ("exact", "path"),
        [
            ("[]", "$.exact"),
            ("7", "$.exact"),
            ("{", "$.exact"),
            ("", "$.exact"),
            ('{"title": 7}', "$.title"),
            ('{"title": "a", "title": "b"}', "$.exact.title"),
            ('{"dateline": {"printed": []}}', "$.dateline.printed"),
            ('{"body": [7]}', "$.body[0]"),
            ("[" * 100_000, "$.exact"),
        ],
    )
    def test_exact_values_of_a_wrong_type(self, exact: str, path: str) -> None:
        kept = f'<ak:exact xmlns:ak="{_exact.MARK}">{exact}</ak:exact></head>'
        with pytest.raises(FormatError) as caught:
            nitf.loads(WRITTEN.replace("</head>", kept))
        assert caught.value.path.startswith(path)

    def test_values_that_are_no_dates(self) -> None:
        with pytest.raises(FormatError, match="nitf: norm: '20241399' is no date in ISO 8601"):
            nitf.loads(WRITTEN.replace('issue norm="20240307"', 'issue norm="20241399"'))

    def test_a_picture_is_no_text(self) -> None:
        picture = re.sub("(?s)<block.*</block>", "", WRITTEN)
        with pytest.raises(FormatError, match="a document of image, no text article"):
            nitf.loads(picture)
        with pytest.raises(FormatError, match="a document of media, no text article"):
            nitf.loads(picture.replace(' media-type="image"', ""))
        with pytest.raises(FormatError, match="the document holds no text"):
            nitf.loads("<nitf/>")

    def test_long_documents_take_time_as_they_are_long(self) -> None:
        many = "<p>A report of some length.</p>" * 100_000
        begun = time.perf_counter()
        assert len(nitf.loads(WRITTEN.replace("</block>", many + "</block>")).body) == 100_004
        assert time.perf_counter() - begun < 30

    @pytest.mark.parametrize("run", [" ", "\t", "\n ", "\xa0", "-", " -", "&#13;", "<!-- ", "A", "A. "])
    def test_long_runs_take_time_as_they_are_long(self, run: str) -> None:
        begun = time.perf_counter()
        long = run.replace("<!-- ", "&lt;!-- ") * 50_000
        text = WRITTEN.replace("<dateline>", f"<dateline>A{long}B").replace("It came", f"A{long}B")
        assert nitf.loads(text.replace("Ferry", f"Ferry{long}crew")).dateline is not None
        with pytest.raises(FormatError):
            nitf.loads("?" + run * 50_000 + WRITTEN)
        assert time.perf_counter() - begun < 5

    @given(mutated(strategies.articles(printable=True).map(nitf.dumps) | holdable_articles().map(nitf.dumps)))
    def test_what_somebody_broke_is_an_article_or_an_error(self, text: str) -> None:
        try:
            article = nitf.loads(text)
        except FormatError as error:
            assert error.format == "nitf"  # noqa: PT017 - either is right
        else:
            assert nitf.held(article)


class TestStreams:
    @given(strategies.articles(printable=True))
    def test_many(self, article: Article) -> None:
        text = "".join(nitf.dump_all([article, Article(), FULL]))
        assert list(nitf.load_all(text)) == [article, Article(), FULL]
        assert list(nitf.load_all(text.splitlines(keepends=True))) == [article, Article(), FULL]

    @pytest.mark.parametrize("text", ["", " \n\n"])
    def test_nothing_holds_no_document(self, text: str) -> None:
        assert list(nitf.load_all(text)) == []
        assert list(nitf.load_all([])) == []

    def test_one_at_a_time(self) -> None:
        def pieces() -> Iterator[str]:
            yield nitf.dumps(FULL)
            yield nitf.dumps(FULL)
            raise AssertionError

        assert next(nitf.load_all(pieces())) == FULL
        assert next(nitf.dump_all(iter(lambda: FULL, None))) == WRITTEN


def test_markup_within_a_text() -> None:
    assert marked("", []) == ""
    assert marked("a<b c", [Span(2, 3, "<y/>"), Span(0, 1, "<x/>")]) == "<x/>&lt;<y/> c"
