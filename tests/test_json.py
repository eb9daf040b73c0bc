"""Native JSON and JSON Lines: exact, strict, and as their schema says."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Bullet, Caption, Dateline, FormatError, Paragraph, Place, Subheading, strategies
from articlekit.formats import json as native
from articlekit.formats import jsonl

VALIDATOR = jsonschema.Draft202012Validator(native.schema())

FULL = Article(
    title="Ferry returns to the harbour",
    body=[Paragraph("LONDON: It came back."), Subheading("What next"), Bullet("More ferries")],
    bullets=[Bullet("Storm is over")],
    summary="The strait is open again.",
    dateline=Dateline(printed="LONDON", separator=": ", places=[Place("LONDON", "Ont.")]),
    authors=["Jane Doe"],
    captions=[Caption("A harbour at dawn.", "ISPR/File", None, (), ("ISPR",))],
    published=date(2023, 12, 7),
    updated=datetime(2023, 12, 7, 14, 30, tzinfo=UTC),
    language="en",
    url="https://example.com/ferry",
    publisher="The Daily Courier",
    section="World",
    keywords=["ferry", "storm"],
)


def plain() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(native.dumps(FULL))
    return found


class TestLaws:
    @given(strategies.articles())
    def test_json_comes_back(self, article: Article) -> None:
        text = native.dumps(article)
        assert native.loads(text) == article
        VALIDATOR.validate(json.loads(text))

    @given(strategies.articles(), st.none() | st.integers(0, 4))
    def test_indented_json_is_the_same_json(self, article: Article, indent: int | None) -> None:
        assert native.loads(native.dumps(article, indent=indent)) == article

    @given(st.lists(strategies.articles(), max_size=3))
    def test_streams_come_back(self, articles: list[Article]) -> None:
        assert list(native.load_all("".join(native.dump_all(articles)))) == articles
        assert list(jsonl.load_all("".join(jsonl.dump_all(articles)))) == articles

    @given(strategies.articles())
    def test_a_line_is_one_line(self, article: Article) -> None:
        line = jsonl.dumps(article)
        assert line.count("\n") == 1
        assert line.endswith("}\n")
        assert jsonl.loads(line) == article

    @given(st.lists(strategies.articles(), max_size=2), st.integers(1, 50))
    def test_pieces_may_be_cut_anywhere(self, articles: list[Article], size: int) -> None:
        text = "".join(jsonl.dump_all(articles))
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        assert list(jsonl.load_all(pieces)) == articles


class TestWriting:
    def test_the_version_comes_first_and_every_field_is_there(self) -> None:
        assert list(plain()) == [
            "version", "title", "body", "bullets", "summary", "dateline", "authors", "captions", "published", "updated",
            "language", "url", "publisher", "section", "keywords",
        ]  # fmt: skip
        assert plain()["version"] == 1
        assert list(json.loads(native.dumps(Article()))) == list(plain())

    def test_dates_keep_their_kind(self) -> None:
        assert plain()["published"] == "2023-12-07"
        assert plain()["updated"] == "2023-12-07T14:30:00+00:00"

    def test_text_is_written_as_it_is(self) -> None:
        assert '"title": "Fähre – 港 🚢"' in native.dumps(Article(title="Fähre – 港 🚢"))

    def test_a_lone_surrogate_is_written_as_an_escape_that_a_file_can_hold(self) -> None:
        text = native.dumps(Article(title="é\ud800x\udc00"))
        assert r'"é\ud800x\udc00"' in text
        assert native.loads(text.encode().decode()).title == "é\ud800x\udc00"

    @pytest.mark.parametrize(
        "codes",
        [
            (0xD83D, 0xDE00),
            (0xD800, 0xD83D, 0xDE00, 0xDC00),
            (0xDE00, 0xD83D),
            (0xD83D, ord("\\"), 0xDE00),
            (0xD83D, 0xD83D),
        ],
    )
    def test_surrogates_side_by_side_do_not_become_one_character(self, codes: tuple[int, ...]) -> None:
        title = "".join(map(chr, codes))
        assert native.loads(native.dumps(Article(title=title))).title == title

    def test_an_array_of_none_and_of_many(self) -> None:
        assert "".join(native.dump_all([])) == "[]\n"
        assert json.loads("".join(native.dump_all([FULL, Article()]))) == [plain(), json.loads(native.dumps(Article()))]

    def test_articles_are_asked_for_one_at_a_time(self) -> None:
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(3):
                taken.append(number)
                yield Article()

        for dump_all in (native.dump_all, jsonl.dump_all):
            taken.clear()
            next(dump_all(articles()))
            assert taken == [0]


def without(*path: str | int) -> dict[str, Any]:
    whole = plain()
    del part_at(whole, path[:-1])[path[-1]]
    return whole


def changed(*path: str | int, to: object) -> dict[str, Any]:
    whole = plain()
    part_at(whole, path[:-1])[path[-1]] = to
    return whole


def part_at(whole: dict[str, Any], path: tuple[str | int, ...]) -> dict[str | int, Any]:
    part: Any = whole
    for step in path:
        part = part[step]
    found: dict[str | int, Any] = part
    return found


WRONG: list[tuple[object, str, str]] = [
    (changed("colour", to="red"), "$.colour", "unknown key"),
    (changed("dateline", "colour", to="red"), "$.dateline.colour", "unknown key"),
    (changed("body", 0, "colour", to="red"), "$.body[0].colour", "unknown key"),
    (without("title"), "$.title", "the key is missing"),
    (without("version"), "$.version", "the key is missing"),
    (without("dateline", "places", 0, "name"), "$.dateline.places[0].name", "the key is missing"),
    (without("body", 1, "type"), "$.body[1].type", "the key is missing"),
    (without("body", 1, "text"), "$.body[1].text", "the key is missing"),
    (changed("version", to=2), "$.version", "reads version 1, the document says '2'"),
    (changed("version", to=True), "$.version", "reads version 1"),
    (changed("version", to=1.0), "$.version", "reads version 1"),
    (changed("title", to=5), "$.title", "expected a string, got int"),
    (changed("title", to=None), "$.title", "expected a string, got null"),
    (changed("summary", to=["a"]), "$.summary", "expected a string, got list"),
    (changed("body", to="text"), "$.body", "expected a list, got str"),
    (changed("body", 0, to="text"), "$.body[0]", "expected an object, got str"),
    (changed("body", 0, "type", to="photo"), "$.body[0].type", "paragraph, subheading, bullet, got 'photo'"),
    (changed("body", 0, "type", to=["paragraph"]), "$.body[0].type", "got ['paragraph']"),
    (changed("body", 2, "text", to=5), "$.body[2].text", "expected a string, got int"),
    (changed("dateline", to=[]), "$.dateline", "expected an object, got list"),
    (changed("dateline", "places", 0, "name", to=5), "$.dateline.places[0].name", "expected a string, got int"),
    (changed("dateline", "month", to="May"), "$.dateline.month", "expected a whole number, got str"),
    (changed("dateline", "month", to=True), "$.dateline.month", "expected a whole number, got bool"),
    (changed("dateline", "month", to=13), "$.dateline", "month must be from 1 to 12, got 13"),
    (changed("captions", 0, "organisations", 0, to=5), "$.captions[0].organisations[0]", "expected a string, got int"),
    (changed("published", to="7 December"), "$.published", "expected a date"),
    (changed("published", to="2023-02-30"), "$.published", "day"),
    (changed("updated", to=20231207), "$.updated", "expected a date in a string, got int"),
    ([], "$", "expected an object, got list"),
    (None, "$", "expected an object, got NoneType"),
]


class TestReading:
    @pytest.mark.parametrize(("document", "path", "problem"), WRONG, ids=[f"{path} {what}" for _, path, what in WRONG])
    def test_what_is_wrong_is_told_with_its_path(self, document: object, path: str, problem: str) -> None:
        with pytest.raises(FormatError) as caught:
            native.loads(json.dumps(document))
        assert caught.value.path == path
        assert problem in str(caught.value)
        assert str(caught.value).startswith(f"json: {path}: ")

    @pytest.mark.parametrize(
        ("text", "path", "problem"),
        [
            ("", "$", "Expecting value at line 1, column 1"),
            ("{", "$", "no JSON"),
            (native.dumps(FULL)[:-20], "$", "no JSON"),
            (native.dumps(FULL) + "x", "$", "Extra data"),
            ("[" * 200_000, "$", "nested too deeply"),
            ('{"version": NaN}', "$", "NaN is no JSON"),
            ('{"version": ' + "1" * 5000 + "}", "$", "digits"),
            ('{"version": 1, "version": 1}', "$.version", "twice"),
            ('{"version": 1, "body": [{"a": 1}, {"text": "", "text": ""}]}', "$.body[1].text", "twice"),
        ],
    )
    def test_broken_json(self, text: str, path: str, problem: str) -> None:
        with pytest.raises(FormatError, match=problem) as caught:
            native.loads(text)
        assert caught.value.path == path

    @given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
    def test_noise_is_a_format_error(self, text: str) -> None:
        with pytest.raises(FormatError):
            native.loads(text)

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)
                        | st.dictionaries(st.sampled_from(["version", *plain()]) | st.text(), inner)))  # fmt: skip
    def test_other_json_is_a_format_error(self, document: object) -> None:
        with pytest.raises(FormatError):
            native.loads(json.dumps(document))

    @given(st.data())
    def test_what_is_loaded_after_a_change_is_what_the_schema_allows(self, data: st.DataObject) -> None:
        document = plain()
        key = data.draw(st.sampled_from(sorted(document)))
        document[key] = data.draw(st.none() | st.text() | st.integers() | st.lists(st.text()))
        allowed = VALIDATOR.is_valid(document)
        try:
            native.loads(json.dumps(document))
        except FormatError:
            assert not allowed
        else:
            assert allowed

    def test_a_document_that_was_reordered_or_spaced_by_hand(self) -> None:
        text = json.dumps(dict(reversed(plain().items())), indent=4, ensure_ascii=True)
        assert native.loads(f"\n{text}\n") == FULL


class TestArrays:
    @pytest.mark.parametrize("text", [" [] ", "[\n]"])
    def test_an_empty_array(self, text: str) -> None:
        assert list(native.load_all(text)) == []

    def test_one_object_is_one_article(self) -> None:
        assert list(native.load_all(native.dumps(FULL))) == [FULL]

    def test_white_space_does_not_matter(self) -> None:
        one = native.dumps(FULL)
        assert list(native.load_all(f"\n [ {one} \t,\r\n{one} ] \n")) == [FULL, FULL]

    def test_articles_come_before_what_is_wrong(self) -> None:
        found = native.load_all(f"[{native.dumps(FULL)}, {{}}]")
        assert next(found) == FULL
        with pytest.raises(FormatError) as caught:
            next(found)
        assert caught.value.path == "$[1].version"

    @pytest.mark.parametrize(
        "text", ["[", f"[{native.dumps(FULL)}", f"[{native.dumps(FULL)},]", f"[{native.dumps(FULL)};", "[] x", ""]
    )
    def test_broken_arrays(self, text: str) -> None:
        with pytest.raises(FormatError, match="no JSON"):
            list(native.load_all(text))


class TestLines:
    def test_empty_lines_are_skipped(self) -> None:
        line = jsonl.dumps(FULL)
        assert list(jsonl.load_all(f"\n{line}\r\n \n{line}")) == [FULL, FULL]

    def test_an_error_names_its_line(self) -> None:
        found = jsonl.load_all([jsonl.dumps(FULL), "\n", '{"version": 3}\n'])
        assert next(found) == FULL
        with pytest.raises(FormatError) as caught:
            next(found)
        assert str(caught.value).startswith("jsonl: line 3: $.version: this release reads version 1")

    def test_lines_are_read_when_they_are_asked_for(self) -> None:
        def lines() -> Iterator[str]:
            yield jsonl.dumps(FULL)
            pytest.fail("the second line was read too early")

        assert next(jsonl.load_all(lines())) == FULL

    @pytest.mark.parametrize(("text", "count"), [("", 0), (jsonl.dumps(FULL) * 2, 2)])
    def test_loads_wants_one(self, text: str, count: int) -> None:
        with pytest.raises(FormatError, match=f"expected one article, found {count}"):
            jsonl.loads(text)

    def test_an_open_file(self, tmp_path: Path) -> None:
        path = tmp_path / "articles.jsonl"
        path.write_text("".join(jsonl.dump_all([FULL, Article(title="\u2028\x85")])), encoding="utf-8")
        with path.open(encoding="utf-8") as file:
            assert list(jsonl.load_all(file)) == [FULL, Article(title="\u2028\x85")]


class TestSchema:
    def test_it_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(native.schema())
        assert native.schema()["$id"] == "urn:articlekit:schema:article:1"
        assert native.schema()["properties"]["version"]["const"] == 1

    def test_each_call_gives_a_dict_of_its_own(self) -> None:
        native.schema().clear()
        assert native.schema()

    @pytest.mark.parametrize("document", [document for document, _, _ in WRONG])
    def test_it_refuses_what_loading_refuses(self, document: object) -> None:
        # A date of the right form can still be none, and 1.0 is the integer 1 to JSON Schema.
        beyond = isinstance(document, dict) and (
            document["published"] == "2023-02-30" or type(document.get("version")) is float
        )
        assert VALIDATOR.is_valid(document) is beyond

    def test_the_shipped_schema_is_what_the_classes_say(self) -> None:
        path = Path(__file__).parent.parent / "tools" / "build_schema.py"
        spec = importlib.util.spec_from_file_location("build_schema", path)
        assert spec is not None
        assert spec.loader is not None
        tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tool)
        assert tool.build() == native.schema(), "run: python tools/build_schema.py"

    def test_every_object_is_closed_and_described(self) -> None:
        schema = native.schema()
        for part in (schema, *schema["$defs"].values()):
            if part.get("type") == "object":
                assert part["additionalProperties"] is False
                assert part["required"] == list(part["properties"])
                assert part["description"].endswith(".")


def test_the_reading_of_a_page_is_valid(seed: Path) -> None:
    for article in articlekit.parse_all(seed.read_text("utf-8")):
        VALIDATOR.validate(json.loads(articlekit.dumps(article)))


class TestPlainValues:
    @given(strategies.articles())
    def test_they_are_what_json_loads_makes_of_the_text(self, article: Article) -> None:
        values = articlekit.to_dict(article)
        assert values == json.loads(native.dumps(article))
        assert list(values) == list(plain())
        assert articlekit.from_dict(values) == article

    @pytest.mark.parametrize("document", [document for document, _, _ in WRONG if isinstance(document, dict)])
    def test_they_are_read_as_strictly_as_their_text(self, document: dict[str, Any]) -> None:
        with pytest.raises(FormatError) as of_text:
            native.loads(json.dumps(document))
        with pytest.raises(FormatError) as of_values:
            articlekit.from_dict(document)
        assert str(of_values.value) == str(of_text.value)
        assert of_values.value.path == of_text.value.path

    def test_each_call_gives_values_of_its_own(self) -> None:
        articlekit.to_dict(FULL)["keywords"].clear()
        assert articlekit.to_dict(FULL)["keywords"] == ["ferry", "storm"]

    def test_wrong_arguments(self) -> None:
        wrong: Any = "{}"
        with pytest.raises(TypeError, match=r"from_dict takes a dict, not str; for text in JSON call articlekit.loads"):
            articlekit.from_dict(wrong)
        wrong = []
        with pytest.raises(TypeError, match=r"from_dict takes a dict, not list$"):
            articlekit.from_dict(wrong)
        with pytest.raises(TypeError, match="to_dict takes an Article, not list"):
            articlekit.to_dict(wrong)
