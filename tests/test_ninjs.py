"""ninjs: JSON as the IPTC wants it, valid for every article; and what agencies really send."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

import attrs
import jsonschema
import pytest
import referencing
from hypothesis import given
from hypothesis import strategies as st
from referencing.jsonschema import DRAFT7

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
from articlekit.formats import ninjs
from articlekit.formats._encode import encoded
from examples import NAMES, described, example, expected

VERSIONS = ("3.1", "1.6")
FILES = {"3.1": "article.ninjs.json", "1.6": "article.ninjs1.json"}
EXACT = {"3.1": "altIds", "1.6": "altids"}

in_both = pytest.mark.parametrize("version", VERSIONS)


@cache
def validator(folder: Path, version: str) -> Any:  # noqa: ANN401 - jsonschema's protocol is not generic
    schema = json.loads((folder / f"ninjs-schema_{version}.json").read_text("utf-8"))
    shapes = json.loads((folder / "geojson.json").read_text("utf-8"))
    resource: Any = referencing.Resource.from_contents(shapes, default_specification=DRAFT7)
    registry: Any = referencing.Registry().with_resource("https://geojson.org/schema/GeoJSON.json#", resource)
    kind = jsonschema.validators.validator_for(schema)
    assert {"uri", "date-time"} <= kind.FORMAT_CHECKER.checkers.keys()
    return kind(schema, registry=registry, format_checker=kind.FORMAT_CHECKER)


def read(**keys: Any) -> Article:  # noqa: ANN401 - plain values of any kind, right and wrong
    return ninjs.loads(json.dumps({"uri": "https://news.example/1", "type": "text"} | keys))


def html(markup: str) -> list[dict[str, str]]:
    return [{"contentType": "text/html", "value": markup}]


class TestLaws:
    @in_both
    @given(article=strategies.articles())
    def test_any_article_comes_back(self, version: str, article: Article) -> None:
        assert ninjs.loads(ninjs.dumps(article, version=version)) == article

    @in_both
    @given(article=strategies.articles())
    def test_held_is_what_the_slots_give_back(self, version: str, article: Article) -> None:
        plain = json.loads(ninjs.dumps(article, version=version))
        plain.pop(EXACT[version], None)
        assert ninjs.loads(encoded(plain)) == ninjs.held(article, version=version)

    @in_both
    @given(article=strategies.articles(printable=True))
    def test_an_ordinary_article_needs_beside_what_date_times_cannot_hold(self, version: str, article: Article) -> None:
        held = ninjs.held(article, version=version)
        for field in ("published", "updated"):
            value = getattr(article, field)
            if isinstance(value, datetime) and value.tzinfo is not None:
                assert getattr(held, field) == value
        assert attrs.evolve(held, published=article.published, updated=article.updated) == article

    @in_both
    @given(article=strategies.articles())
    def test_every_output_is_valid(self, shared: Path, version: str, article: Article) -> None:
        plain = json.loads(ninjs.dumps(article, version=version))
        assert not list(validator(shared / "standards" / "ninjs", version).iter_errors(plain))

    @in_both
    @given(articles=st.lists(strategies.articles(), max_size=3))
    def test_streams_of_many(self, version: str, articles: list[Article]) -> None:
        text = "".join(ninjs.dump_all(articles, version=version))
        assert list(ninjs.load_all(text)) == articles
        assert list(ninjs.load_all(iter(text))) == articles


class TestExamples:
    @in_both
    @pytest.mark.parametrize("name", NAMES)
    def test_it_reads_the_examples(self, name: str, version: str, shared: Path) -> None:
        assert described(ninjs.loads(example(shared, name, FILES[version]))) == expected(shared, name)

    @pytest.mark.parametrize("name", NAMES)
    def test_it_writes_the_examples(self, name: str, shared: Path) -> None:
        text = example(shared, name, FILES["3.1"])
        plain, written = json.loads(text), json.loads(ninjs.dumps(ninjs.loads(text)))
        for document in (plain, written):
            for picture in document["associations"]:
                picture.pop("representationType", None)
                for one in picture["descriptions"]:
                    one.pop("contentType", None)
        assert json.loads(json.dumps(written).replace(written["uri"], plain["uri"])) == plain

    @pytest.mark.parametrize("name", NAMES)
    def test_it_writes_version_1_as_in_the_examples_and_more(self, name: str, shared: Path) -> None:
        text = example(shared, name, FILES["1.6"])
        plain, written = json.loads(text), json.loads(ninjs.dumps(ninjs.loads(text), version="1.6"))
        for document in (plain, written):
            for picture in document["associations"].values():
                picture.pop("representationtype", None)
        written = json.loads(json.dumps(written).replace(written["uri"], plain["uri"]))
        assert {key: written[key] for key in plain} == plain
        assert written.keys() - plain.keys() <= {"profile", "place", "description_dateline", "description_datelineDate"}


CAPTAIN = "Captain of wrecked cruise ship on trial in Italy"
AP = Dateline(
    printed="GROSSETO, Italy (AP)", separator=" -- ", places=[Place("GROSSETO", "Italy")], agency="AP"
)  # fmt: skip
STORIES = (
    "1.6_001_simple_example", "1.6_004_simple_text_article", "1.6_005_complex_text_article", "1.6_007_multimedia",
    "3.1_001_simple_example", "3.1_004_simple_text_article", "3.1_005_complex_text_article", "3.1_007_multimedia",
    "ninjsExSimpleText_3",
)  # fmt: skip
OTHERS = {
    "1.6_006_photo_only": "'picture'",
    "3.1_006_photo_only": "'picture'",
    "3.1_008_event": "'event'",
    "20231004-UEFA-ChampionLeague": "an event without a body",
    "20231005-65-addb-event": "'event'",
    "SIPA_image_3": "'picture'",
    "ap_audio": "'audio'",
    "ap_image": "'picture'",
    "ap_video": "'video'",
    "imageEncodedRights": "'picture'",
    "imageLinkedRights": "'picture'",
    "simpleEvent": "'event'",
    "tt_event_pressconference_3.0": "'event'",
}


@pytest.fixture(scope="session")
def sample(shared: Path) -> Callable[[str], Article]:
    return lambda name: ninjs.loads((shared / "standards" / "ninjs" / "samples" / f"{name}.json").read_text("utf-8"))


class TestSamples:
    @pytest.mark.parametrize("name", STORIES)
    def test_the_guideline_s_story_in_every_version(self, name: str, sample: Callable[[str], Article]) -> None:
        article = sample(name)
        assert article.title == CAPTAIN
        assert article.authors == ("Paulo Santalucia", "Frances d'Emilio")
        assert article.dateline == AP
        assert article.paragraphs[0].startswith("The trial of the captain of the shipwrecked Costa Concordia")
        assert len(article.body) == (1 if "001" in name else 4)
        assert article.updated is not None
        assert article.url is not None
        assert article.url.startswith("http://ninjs.example.com/newsitems/20130709")
        assert len(article.captions) == (2 if "multimedia" in name else 0)

    def test_pictures_of_a_story(self, sample: Callable[[str], Article]) -> None:
        for version in VERSIONS:
            _, portrait = sample(f"{version}_007_multimedia").captions
            assert portrait.text.startswith("Francesco Schettino the captain of the Costa Concordia cruise ship at ")
            assert portrait.credit == "Paulo Santalucia"
            assert portrait.url is not None
            assert portrait.url.endswith("-big.jpg")

    @pytest.mark.parametrize("name", OTHERS)
    def test_other_documents_say_what_they_are(self, name: str, sample: Callable[[str], Article]) -> None:
        with pytest.raises(FormatError, match=f"{OTHERS[name]}.*, no text article"):
            sample(name)

    def test_every_sample_is_looked_at(self, shared: Path, sample: Callable[[str], Article]) -> None:
        for path in (shared / "standards" / "ninjs" / "samples").iterdir():
            if path.stem not in OTHERS:
                article = sample(path.stem)
                assert article.body or article.summary

    def test_dpa(self, sample: Callable[[str], Article]) -> None:
        article = sample("dpa_text")
        assert article.title == "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?"
        assert article.authors == ("Christian Hollmann",)
        assert (article.publisher, article.language, article.dateline) == ("dpa", "de", None)
        assert article.updated == datetime(2019, 5, 10, 16, 2, 28, tzinfo=timezone(timedelta(hours=2)))
        assert len(article.body) == 9

    def test_ntb(self, sample: Callable[[str], Article]) -> None:
        article = sample("ntb_text")
        assert article.title == "Google har kjøpt giganttomt i Skien"
        assert article.summary is not None
        assert article.summary.startswith("IT-giganten Google")
        assert article.published == datetime(2019, 8, 9, 9, 30, 4, tzinfo=UTC)
        assert (article.body, article.authors, article.publisher) == ((), (), "NTB")
        assert article.keywords == ("Innenriks", "Teknologi", "Industri", "Olje og energi")

    def test_tt(self, sample: Callable[[str], Article]) -> None:
        article = sample("tt_text_image_3")
        assert article.title == "Militärövning i jätteformat hålls 2023"
        assert [block.text[:9] for block in article.body] == ["Pandemin ", "Aurora 20", "Aurora 20", "Precis so"]
        [caption] = article.captions
        assert caption.text.startswith("En stor internationell försvarsövning")
        assert (caption.credit, caption.photographers) == ("Karl Melander/TT", ("Karl Melander",))

    def test_businesswire(self, sample: Callable[[str], Article]) -> None:
        article = sample("businesswire-newsml-20130605006126")
        assert article.title == "Cambrios被Gartner評選為「最酷供應商」"
        [block] = article.body
        assert "Cambrios Technologies Corporation今天" in block.text
        assert sample("businesswire-newsml-20130731006140").captions == ()

    def test_addb(self, sample: Callable[[str], Article]) -> None:
        article = sample(
            "20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf"
        )
        assert article.authors == ("Trond Husø",)
        assert article.summary is not None
        assert article.summary.startswith("The Australian Sports Anti-Doping Authority (ASADA) today")
        assert article.body[0].text.startswith("The initiatives are being implemented")
        assert article.body[-1].text == "Email:   media@asada.gov.au"
        assert sample("20231016-addb-example-press-conference").title == "World Anti"


class TestWriting:
    @in_both
    def test_a_day_is_midnight_and_stands_beside(self, version: str) -> None:
        article = Article(title="A", published=date(2023, 12, 7), updated=datetime(2023, 12, 8, 9, 30))
        plain = json.loads(ninjs.dumps(article, version=version))
        lower = {key.lower(): value for key, value in plain.items()}
        assert lower["firstcreated"] == "2023-12-07T00:00:00Z"
        assert lower["versioncreated"] == "2023-12-08T09:30:00Z"
        assert plain[EXACT[version]] == (
            {"articlekit_published": "2023-12-07", "articlekit_updated": "2023-12-08T09:30:00"}
            if version == "1.6"
            else [
                {"role": "articlekit:published", "value": "2023-12-07"},
                {"role": "articlekit:updated", "value": "2023-12-08T09:30:00"},
            ]
        )

    def test_exact_values_are_compact(self) -> None:
        article = Article(title="A", url="no url", authors=["B"], body=[Paragraph("\x00")])
        plain = json.loads(ninjs.dumps(article))
        assert plain["altIds"] == [
            {"role": "articlekit:body", "value": '[{"type":"paragraph","text":"\\u0000"}]'},
            {"role": "articlekit:url", "value": "no url"},
        ]
        assert plain["bodies"][0]["value"] == "<p>\ufffd</p>"

    @in_both
    def test_all_slots(self, version: str) -> None:
        article = Article(
            title="T",
            summary="S",
            body=[Paragraph("One."), Subheading("Two"), Bullet("Three")],
            bullets=[Bullet("H")],
            authors=["A", "B", "C"],
            captions=[Caption("", None, "https://news.example/1.jpg")],
            url="https://news.example/1#top",
            publisher="P",
        )
        text = ninjs.dumps(article, version=version, indent=1)
        assert text.count("\n") > 20
        assert ninjs.held(article, version=version) == article
        assert ninjs.loads(text) == article
        assert '"A, B and C"' in text
        assert '"https://news.example/1#caption-1"' in text
        assert "<h2>Two</h2>" in text

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ({"month": 2, "day": 3}, "February 3"),
            ({"month": 2, "day": 3, "year": 2024, "printed": "LISBON"}, "2024-02-03"),
            ({"month": 2, "day": 3, "printed": "LISBON"}, "--02-03"),
            ({"year": 2024, "printed": "LISBON"}, "2024"),
            ({"year": 2024, "month": 2, "printed": "LISBON"}, "2024-02"),
            ({"month": 2, "printed": "LISBON"}, "--02"),
            ({"day": 3, "printed": "LISBON"}, "---03"),
            ({"year": 33, "day": 3, "printed": "LISBON"}, "0033--03"),
        ],
    )
    def test_the_date_of_a_dateline(self, line: dict[str, Any], expected: str) -> None:
        dateline = Dateline(places=[Place("LISBON")], **line)
        article = Article(dateline=dateline, body=[Paragraph(f"{dateline}It came back.")])
        plain = json.loads(ninjs.dumps(article))
        assert {"role": "datelineDate", "contentType": "text/plain", "value": expected} in plain["descriptions"]
        assert ninjs.loads(json.dumps(plain)).dateline == dateline

    def test_a_dateline_of_nothing_stands_beside(self) -> None:
        article = Article(dateline=Dateline(month=3), body=[Paragraph("It")])
        assert ninjs.loads(ninjs.dumps(article)) == article

    def test_no_other_version(self) -> None:
        for write in (ninjs.dumps, ninjs.held):
            with pytest.raises(ValueError, match=r"in the versions 3.1 and 1.6, not '2.0'"):
                write(Article(), version="2.0")
        with pytest.raises(ValueError, match="versions"):
            ninjs.dump_all([], version="2.0")

    def test_wrong_arguments(self) -> None:
        wrong: Any = b"{}"
        for call, name in ((ninjs.loads, "loads"), (ninjs.dumps, "dumps"), (ninjs.load_all, "load_all")):
            with pytest.raises(TypeError, match=f"formats.ninjs.{name} takes"):
                call(wrong)
        with pytest.raises(TypeError, match="takes an iterable of articles"):
            ninjs.dump_all("text")  # type: ignore[arg-type]


class TestReading:
    @in_both
    def test_what_somebody_edits_counts(self, version: str) -> None:
        article = Article(title="A", updated=date(2023, 12, 7), body=[Paragraph("One\x00."), Paragraph("Two.")])
        text = ninjs.dumps(article, version=version)
        moved = ninjs.loads(text.replace("2023-12-07T", "2023-12-09T"))
        assert moved.updated == datetime(2023, 12, 9, tzinfo=UTC)
        reworded = ninjs.loads(text.replace("<p>Two.", "<p>Three."))
        assert [block.text for block in reworded.body] == ["One\ufffd.", "Three."]

    def test_plain_bodies_need_no_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "lxml", None)
        article = read(bodies=[{"value": "One.\r\n\r\n  Two.\rThree.\n"}])
        assert [block.text for block in article.body] == ["One.", "Two.", "Three."]
        assert read(body_text="One.").body == (Paragraph("One."),)
        assert read(bodies=html(" ")).body == ()
        with pytest.raises(MissingExtraError, match="reading ninjs needs lxml"):
            read(bodies=html("<p>One.</p>"))

    def test_the_best_body_is_read(self) -> None:
        nitf = "<nitf><body><body.content><block><p>NITF.</p></block></body.content></body></nitf>"
        bodies = [
            {"contentType": "application/xml", "value": "<XML/>"},
            {"contentType": "text/vnd.IPTC.NITF", "value": nitf},
            {"contentType": "text/plain; charset=utf-8", "value": "Plain."},
            {"contentType": "text/html5", "value": "<p>HTML.</p>"},
        ]
        assert [read(bodies=bodies[:count]).body for count in range(1, 5)] == [
            (),
            (Paragraph("NITF."),),
            (Paragraph("Plain."),),
            (Paragraph("HTML."),),
        ]

    def test_nitf_in_version_1(self) -> None:
        nitf = "<nitf><body><body.content><p>One.</p><hl2>Two</hl2></body.content></body></nitf>"
        assert read(headline="Ferry", body_nitf=nitf).body == (Paragraph("One."), Subheading("Two"))

    def test_keywords_of_superdesk(self) -> None:
        subject = [{"name": "disaster", "code": "03000000"}]
        assert read(headline="Ferry", subject=subject, keywords=["ports", None, "storms"]).keywords == (
            "ports",
            "storms",
        )
        assert read(headline="Ferry", subject=subject, keywords="ports, storms").keywords == ("disaster",)

    def test_the_headline_above_the_body_is_no_part_of_it(self) -> None:
        bodies = html("<h1>Ferry\n returns</h1><div class='dat'>Sea TT</div><p>One.</p>")
        assert read(title="Ferry returns", bodies=bodies).body == (Paragraph("One."),)
        ours = Article(title="A", body=[Subheading("A")])
        assert ninjs.loads(ninjs.dumps(ours)) == ours

    def test_version_2(self) -> None:
        article = read(headlines=[{"value": "A"}], versioncreated="2023-12-07T08:00:00Z", infosources=[{"name": "B"}])
        assert (article.title, article.publisher) == ("A", "B")
        assert article.updated == datetime(2023, 12, 7, 8, tzinfo=UTC)

    def test_ids_of_others_are_theirs(self) -> None:
        assert read(headline="A", altids={"itemid": 5}).title == "A"
        assert read(title="A", altIds=[{"role": "itemid", "value": "5"}, {}]).title == "A"

    def test_highlights_and_standfirsts_of_version_1(self) -> None:
        article = read(headline="A", description_text="S", description_html="<p>S</p>")
        assert (article.summary, article.bullets) == ("S", ())
        article = read(headline="A", description_text="B\nC", description_html="<ul><li>B</li><li>C</li></ul>")
        assert (article.summary, article.bullets) == (None, (Bullet("B"), Bullet("C")))

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({}, ("LISBON", ": ", ("LISBON",), None)),
            ({"infoSources": [{"name": "AP", "role": "agency"}]}, ("LISBON", ": ", ("LISBON",), "AP")),
            ({"descriptions": [{"role": "dateline", "value": "LISBON"}]}, ("LISBON", ": ", ("LISBON",), None)),
            ({"descriptions": [{"role": "dateline", "value": "LISBON:"}]}, ("LISBON", ": ", ("LISBON",), None)),
            ({"descriptions": [{"role": "dateline", "value": "Porto - "}]}, ("Porto", " - ", (), None)),
            (
                {
                    "descriptions": [{"role": "dateline", "value": "Porto"}],
                    "places": [
                        {"name": "Douro", "rel": "datelineRegion"},
                        {"name": "Porto", "rel": "dateline"},
                        {"name": "Norte", "rel": "datelineRegion"},
                        {"name": "Portugal", "rel": "datelineRegion"},
                        {"name": "Gaia", "rel": "about"},
                        {"literal": "PT"},
                    ],
                },
                ("Porto", " — ", ("Porto, Norte",), None),
            ),
        ],
    )
    def test_datelines(self, keys: dict[str, Any], expected: tuple[Any, ...]) -> None:
        article = read(bodies=html("<p><b>LISBON:</b> The ferry came back to harbour on Thursday.</p>"), **keys)
        line = article.dateline
        assert line is not None
        places = tuple(place.name + (f", {place.region}" if place.region else "") for place in line.places)
        assert (line.printed, line.separator, places, line.agency) == expected

    def test_the_separator_is_the_one_described_where_no_paragraph_shows_it(self) -> None:
        article = Article(dateline=Dateline(printed="LISBON", separator="\xa0—\xa0", places=[Place("LISBON")]))
        assert ninjs.held(article).dateline == article.dateline

    def test_a_dateline_that_prints_nothing_is_not_described(self) -> None:
        article = Article(dateline=Dateline())
        assert "descriptions" not in json.loads(ninjs.dumps(article))
        assert ninjs.loads(ninjs.dumps(article)) == article

    def test_a_dateline_of_white_space_is_none(self) -> None:
        assert read(profile="articlekit", descriptions=[{"role": "dateline", "value": " "}]).dateline is None

    def test_a_dateline_that_is_marked(self) -> None:
        line = read(bodies=html("<p><span class='dateline'>Lissabon (dpa) </span>Das Schiff</p>")).dateline
        assert line is not None
        assert str(line) == "Lissabon (dpa) "
        assert read(bodies=html("<p>The ferry came back.</p>")).dateline is None

    @pytest.mark.parametrize("white", [" ", "\xa0", " - "])
    def test_long_datelines_are_read_in_time(self, white: str) -> None:
        start = perf_counter()
        line = read(descriptions=[{"role": "dateline", "value": f"A{white * 50_000}A"}]).dateline
        assert line is not None
        assert perf_counter() - start < 5

    def test_an_empty_dateline_is_none(self) -> None:
        assert read(descriptions=[{"role": "dateline", "value": " "}]).dateline is None

    def test_pictures(self) -> None:
        pictures = [
            {"name": "a", "uri": "urn:a", "type": "picture", "descriptions": [{"value": "<p>X", "contentType": "text/html"}, {"value": "A"}]},
            {"name": "b", "uri": "urn:b", "type": "video", "descriptions": [{"value": "B"}]},
            {"name": "c", "uri": "urn:c", "type": "picture", "by": "C", "renditions": [{"name": "x", "href": "urn:x"}]},
            {"name": "d", "uri": "urn:d", "type": "graphic", "descriptions": [{"value": "D"}], "renditions": [{"href": "urn:x"}, {"name": "main", "href": "urn:y"}]},
        ]  # fmt: skip
        assert read(associations=pictures).captions == (Caption("A"), Caption("D", None, "urn:y"))

    @pytest.mark.parametrize(
        ("keys", "path", "problem"),
        [
            ({"type": "planning"}, "$.type", "a document of the type 'planning', no text article"),
            ({"type": "composite"}, "$", "a package without a body, no text article"),
            ({"type": None}, "$", "a document without a body, no text article"),
            ({"type": 5}, "$.type", "expected a string, got int"),
            ({"headlines": {}}, "$.headlines", "expected an array, got dict"),
            ({"headlines": ["A"]}, "$.headlines[0]", "expected an object, got str"),
            ({"bodies": [{}, {"value": ["A"]}]}, "$.bodies[1].value", "expected a string, got list"),
            ({"versionCreated": "yesterday"}, "$.versionCreated", "'yesterday' is no date in ISO 8601"),
            ({"altIds": [{"role": "articlekit:body", "value": "{"}]}, "$.articlekit:body", "no JSON"),
            ({"altIds": [{"role": "articlekit:body", "value": "7"}]}, "$.body", ""),
            ({"altIds": [{"role": "articlekit:published", "value": "soon"}]}, "$.published", ""),
            ({"headline": "A", "associations": []}, "$.associations", "expected an object, got list"),
            ({"headline": "A", "altids": {"articlekit_title": 5}}, "$.altids.articlekit_title", "expected a string"),
            ({"bodies": html("<b>" * 5000)}, "$.body", "nested too deeply"),
            ({"bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "<nitf"}]}, "$.body: line 1, column 6", "no XML"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_with_its_place(self, keys: dict[str, Any], path: str, problem: str) -> None:
        with pytest.raises(FormatError) as caught:
            read(**keys)
        assert caught.value.path == path
        assert problem in caught.value.problem

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", "no JSON"),
            ("[]", "expected an object, got list"),
            ("null", "no uri"),
            ('{"version": 1, "title": "A"}', "no ninjs: it has no uri"),
            ('{"uri": "a", "uri": "b"}', "the key stands there twice"),
            ('{"uri": NaN}', "NaN is no JSON"),
            ("[" * 100_000, "nested too deeply"),
            ('{"a":' * 100_000, "nested too deeply"),
            ('{"uri": "a", "type": "text", "bodies": [', "no JSON"),
        ],
    )
    def test_what_is_no_document(self, text: str, problem: str) -> None:
        with pytest.raises(FormatError, match=problem):
            ninjs.loads(text)

    def test_exact_values_in_an_array_have_its_path(self) -> None:
        document = {"uri": "a", "type": "text", "altIds": [{"role": "articlekit:body", "value": "7"}]}
        with pytest.raises(FormatError) as caught:
            list(ninjs.load_all(json.dumps([document])))
        assert caught.value.path == "$[0].body"

    def test_the_path_in_an_array(self) -> None:
        texts = ninjs.load_all('[{"uri": "a", "type": "text"}, {"uri": "b", "type": "video"}]')
        assert next(texts) == Article()
        with pytest.raises(FormatError) as caught:
            next(texts)
        assert caught.value.path == "$[1].type"
        assert list(ninjs.load_all('{"uri": "a", "type": "text"}')) == [Article()]


class TestSniffing:
    @in_both
    def test_what_is_written_is_known(self, version: str) -> None:
        assert ninjs.sniff(ninjs.dumps(Article(title="A"), version=version))
        assert ninjs.sniff("".join(ninjs.dump_all([Article()], version=version, indent=1)))

    def test_samples_are_known(self, shared: Path) -> None:
        texts = [path.read_text("utf-8") for path in (shared / "standards" / "ninjs" / "samples").iterdir()]
        assert sum(map(ninjs.sniff, texts)) >= len(texts) - 4

    @pytest.mark.parametrize("head", ["", "{}", '{"version": 1, "title": "A"', '{"uri": "a"}', '[{"@context": "'])
    def test_others_are_not(self, head: str) -> None:
        assert not ninjs.sniff(head)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A valid document, with some of its values replaced, or its text cut and mended at random."""
    version = draw(st.sampled_from(VERSIONS))
    document = json.loads(ninjs.dumps(draw(strategies.articles()), version=version))
    wrong: st.SearchStrategy[Any] = st.sampled_from(
        ["", "text", None, 7, [], {}, ["a"], {"a": 1}, [{}], [[{}]], "2023", "<p>", "\ud800"]
    )
    for key in draw(st.lists(st.sampled_from([*document, "x"]), max_size=3)):
        value = document.get(key)
        if isinstance(value, list) and value and isinstance(value[0], dict) and draw(st.booleans()):
            value[0][draw(st.sampled_from([*value[0], "role"]))] = draw(wrong)
        else:
            document[key] = draw(wrong)
    text = encoded(document)
    if draw(st.booleans()):
        place = draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + draw(st.sampled_from(["", '"', "}", "{", "\x00", "]", "\\", "<", "\ufeff"]))
            + text[place + draw(st.integers(0, 9)) :]
        )
    return text


@given(broken())
def test_a_broken_document_is_an_article_or_a_format_error(text: str) -> None:
    try:
        article = ninjs.loads(text)
    except FormatError:
        return
    assert isinstance(article, Article)
