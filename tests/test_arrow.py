"""Arrow tables and Parquet files: exact, streamed, and usable by the libraries that read them."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import articlekit
from articlekit import (
    Article,
    Bullet,
    Caption,
    Dateline,
    FormatError,
    Paragraph,
    Place,
    Subheading,
    formats,
    strategies,
)
from articlekit.errors import MissingExtraError
from articlekit.formats import arrow

Module = Any
Need = Callable[[str], Module]

FULL = Article(
    title="Ferry returns to the harbour",
    body=[Paragraph("LONDON: It came back."), Subheading("What next"), Bullet("More ferries")],
    bullets=[Bullet("Storm is over")],
    summary="The strait is open again.",
    dateline=Dateline(printed="LONDON", separator=": ", places=[Place("LONDON", "Ont."), Place("YORK")], month=12),
    authors=["Jane Doe"],
    captions=[Caption("A harbour at dawn.", "ISPR/File", None, (), ("ISPR",))],
    published=date(2023, 12, 7),
    updated=datetime(2023, 12, 7, 14, 30, 5, 17, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    language="en",
    url="https://example.com/ferry",
    publisher="The Daily Courier",
    section="World",
    keywords=["ferry", "storm"],
)
BARE = Article()
LOCAL = attrs.evolve(FULL, title="Bridge opens", published=datetime(1900, 1, 1, 8, 0), updated=None, dateline=None)
ALL = [FULL, BARE, LOCAL]


@pytest.fixture
def pa(need: Need) -> Module:
    return need("pyarrow")


@pytest.fixture
def parquet(need: Need, tmp_path: Path) -> Path:
    need("pyarrow")
    path = tmp_path / "articles.parquet"
    arrow.write_parquet(ALL, path)
    return path


def holds_surrogates(article: Article) -> bool:
    try:
        json.dumps(articlekit.to_dict(article), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


class TestLaws:
    @given(st.lists(strategies.articles(), max_size=4))
    def test_articles_come_back_or_are_refused_by_number_and_path(self, need: Need, articles: list[Article]) -> None:
        need("pyarrow")
        lone = next((number for number, one in enumerate(articles, 1) if holds_surrogates(one)), None)
        if lone is None:
            assert list(arrow.from_table(arrow.to_table(articles))) == articles
        else:
            with pytest.raises(FormatError, match=rf"^arrow: article {lone}: \$\..*lone surrogate"):
                arrow.to_table(articles)

    @given(st.lists(strategies.articles().filter(lambda one: not holds_surrogates(one)), max_size=4), st.integers(1, 5))
    def test_batches_of_any_size_come_back(self, need: Need, articles: list[Article], size: int) -> None:
        pa = need("pyarrow")
        batches = list(arrow.to_batches(articles, size))
        assert [batch.num_rows for batch in batches[:-1]] == [size] * (len(batches) - 1)
        reader = pa.RecordBatchReader.from_batches(arrow.schema(), batches)
        assert list(arrow.from_table(reader)) == articles

    @given(strategies.articles())
    def test_the_columns_made_of_a_date_say_what_it_says(self, need: Need, article: Article) -> None:
        need("pyarrow")
        value = article.published
        assume(value is not None)
        assert value is not None
        table = arrow.to_table([Article(published=value)])
        day = value.date() if isinstance(value, datetime) else value
        assert table["published_on"].to_pylist() == [day]
        micros = table["published_at"].cast("int64").to_pylist()[0]
        if isinstance(value, datetime) and value.tzinfo is not None:
            assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros) - value == timedelta()
        else:
            assert micros is None


@pytest.mark.usefixtures("pa")
class TestSchema:
    def test_the_columns_are_the_keys_of_native_json_and_four_made_from_dates(self, pa: Module) -> None:
        made = ["published_on", "published_at", "updated_on", "updated_at"]
        native = [key for key in articlekit.to_dict(FULL) if key != "version"]
        assert [name for name in arrow.schema().names if name not in made] == native
        assert set(made) <= set(arrow.schema().names)
        assert arrow.schema().metadata == {b"articlekit.version": b"1"}
        assert arrow.to_table([]).schema.equals(arrow.schema(), check_metadata=True)
        assert arrow.schema().field("updated_at").type == pa.timestamp("us", tz="UTC")

    def test_a_row_is_native_json(self) -> None:
        native = articlekit.to_dict(FULL)
        del native["version"]
        [row] = arrow.to_table([FULL]).to_pylist()
        assert {key: row[key] for key in native} == native
        assert row["published_on"] == date(2023, 12, 7)
        assert row["published_at"] is None
        assert row["updated_at"] == FULL.updated

    def test_a_table_of_another_version_is_refused(self) -> None:
        table = arrow.to_table([FULL]).replace_schema_metadata({"articlekit.version": "2"})
        with pytest.raises(FormatError, match=r"^arrow: \$\.version: this release reads version 1, the table says '2'"):
            arrow.from_table(table)


@pytest.mark.usefixtures("pa")
class TestTables:
    def test_it_is_no_text_format_but_in_its_place(self) -> None:
        assert articlekit.formats.arrow is arrow
        assert "arrow" in dir(formats)
        assert "arrow" not in formats.names()

    def test_a_batch_or_a_reader_is_a_table_too(self, pa: Module) -> None:
        [batch] = arrow.to_batches(ALL)
        assert list(arrow.from_table(batch)) == ALL
        assert list(arrow.from_table(pa.RecordBatchReader.from_batches(batch.schema, [batch]))) == ALL

    def test_a_batch_larger_than_what_is_read_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        table = arrow.to_table(ALL)
        monkeypatch.setattr(arrow, "_SIZE", 2)
        assert list(arrow.from_table(table)) == ALL

    def test_columns_of_ones_own_are_left_alone(self) -> None:
        table = arrow.to_table([FULL])
        assert list(arrow.from_table(table.append_column("words", [[5]]).drop_columns(["published_on"]))) == [FULL]

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            (lambda table: table.drop_columns(["title"]), r"\$\.title: the column is missing"),
            (lambda table: table.append_column("url", [["a", "b"]]), r"\$\.url: the column stands there twice"),
        ],
    )
    def test_what_is_wrong_with_the_columns_is_told_at_once(self, change: Callable[[Any], Any], problem: str) -> None:
        with pytest.raises(FormatError, match=f"^arrow: {problem}"):
            arrow.from_table(change(arrow.to_table([FULL, BARE])))

    @pytest.mark.parametrize(
        ("column", "values", "problem"),
        [
            ("title", ["a", None], r"\$\.title: expected a string, got null"),
            ("published", ["2023-12-07", "7 December"], r"\$\.published: expected a date such as"),
            ("dateline", [None, {"printed": "LONDON"}], r"\$\.dateline\.agency: the key is missing"),
            ("body", [[], [{"type": "photo", "text": "a"}]], r"\$\.body\[0\]\.type: expected one of"),
        ],
    )
    def test_what_is_wrong_in_a_row_is_told_with_its_number(self, column: str, values: list[Any], problem: str) -> None:
        table = arrow.to_table([FULL, BARE])
        found = arrow.from_table(table.drop_columns([column]).append_column(column, [values]))
        next(found)
        with pytest.raises(FormatError, match=f"^arrow: article 2: {problem}"):
            next(found)

    def test_text_that_is_no_utf8(self, pa: Module) -> None:
        bad = pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff"]).buffers())
        table = arrow.to_table([FULL])
        with pytest.raises(FormatError, match=r"^arrow: \$: 'utf-8' codec"):
            list(arrow.from_table(table.drop_columns(["url"]).append_column("url", bad)))

    def test_a_surrogate_is_found_wherever_it_stands(self) -> None:
        wrong = attrs.evolve(FULL, captions=[Caption("a"), Caption("b", None, None, ("x", "\udc00"))])
        with pytest.raises(FormatError) as caught:
            list(arrow.to_batches([FULL, FULL, wrong], 2))
        assert caught.value.path == "article 3: $.captions[1].photographers[1]"

    def test_articles_are_asked_for_a_batch_at_a_time(self) -> None:
        taken: list[int] = []

        def articles() -> Iterator[Article]:
            for number in range(5):
                taken.append(number)
                yield Article(title=str(number))

        batches = arrow.to_batches(articles(), size=2)
        assert taken == []
        next(batches)
        assert taken == [0, 1]

    def test_wrong_arguments(self, tmp_path: Path) -> None:
        wrong: Any = FULL
        for call in (arrow.to_table, arrow.to_batches, lambda one: arrow.write_parquet(one, tmp_path / "a.parquet")):
            with pytest.raises(
                TypeError, match="takes an iterable of articles, not Article; for one article put it in"
            ):
                call(wrong)
            with pytest.raises(TypeError, match="takes an Article, not int"):
                list(call([1]) or ())  # type: ignore[list-item]
        with pytest.raises(TypeError, match="from_table takes a table of Arrow or a data frame, not list"):
            arrow.from_table([])
        with pytest.raises(ValueError, match="size must be at least 1, got 0"):
            arrow.to_batches([], 0)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("pa")
class TestParquet:
    def test_articles_come_back(self, parquet: Path) -> None:
        assert list(arrow.read_parquet(parquet)) == ALL
        assert list(arrow.read_parquet(str(parquet))) == ALL

    def test_a_file_without_articles(self, tmp_path: Path) -> None:
        arrow.write_parquet([], tmp_path / "none.parquet")
        assert list(arrow.read_parquet(tmp_path / "none.parquet")) == []

    def test_many_articles_are_many_row_groups(self, need: Need, tmp_path: Path) -> None:
        path = tmp_path / "many.parquet"
        arrow_parquet = need("pyarrow.parquet")
        arrow.write_parquet((Article(title=str(number)) for number in range(2500)), path)
        assert arrow_parquet.ParquetFile(path).num_row_groups == 3
        assert [article.title for article in arrow.read_parquet(path)] == list(map(str, range(2500)))

    def test_a_file_is_written_whole_or_not_at_all(self, parquet: Path) -> None:
        def articles() -> Iterator[Article]:
            yield BARE
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            arrow.write_parquet(articles(), parquet)
        with pytest.raises(FormatError, match=r"^arrow: article 1: \$\.title: a lone surrogate"):
            arrow.write_parquet([Article(title="\ud800")], parquet)
        assert list(arrow.read_parquet(parquet)) == ALL
        assert [path.name for path in parquet.parent.iterdir()] == [parquet.name]

    def test_what_is_no_parquet(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        path.write_text("no Parquet at all", "utf-8")
        with pytest.raises(FormatError, match=r"^arrow: \$: .*[Pp]arquet"):
            list(arrow.read_parquet(path))

    def test_a_file_of_other_columns(self, need: Need, tmp_path: Path) -> None:
        need("pyarrow.parquet").write_table(need("pyarrow").table({"title": ["a"]}), tmp_path / "a.parquet")
        with pytest.raises(FormatError, match=r"^arrow: \$\.body: the column is missing"):
            list(arrow.read_parquet(tmp_path / "a.parquet"))

    def test_a_damaged_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        arrow.write_parquet([FULL] * 50, path)
        data = bytearray(path.read_bytes())
        data[4:600] = bytes(596)
        path.write_bytes(data)
        with pytest.raises(FormatError, match=r"^arrow: "):
            list(arrow.read_parquet(path))

    def test_what_the_system_says_stays(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            list(arrow.read_parquet(tmp_path / "missing.parquet"))
        with pytest.raises(IsADirectoryError) as caught:
            arrow.write_parquet([], tmp_path)
        assert caught.value.filename == str(tmp_path)

        def failing() -> Iterator[Any]:
            yield from arrow.to_batches([BARE])
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        found = arrow._read(failing())
        assert next(found) == BARE
        with pytest.raises(OSError, match=os.strerror(errno.EIO)) as error:
            next(found)
        assert not isinstance(error.value, FormatError)


class TestPandas:
    def test_values_and_back(self, need: Need, parquet: Path) -> None:
        pandas = need("pandas")
        frame = pandas.read_parquet(parquet)
        assert list(frame["title"]) == [article.title for article in ALL]
        assert frame["body"][0][1] == {"type": "subheading", "text": "What next"}
        assert frame["updated_at"][0] == FULL.updated
        assert list(arrow.from_table(frame)) == ALL

    def test_filtered_and_back(self, need: Need, parquet: Path, tmp_path: Path) -> None:
        pandas = need("pandas")
        frame = pandas.read_parquet(parquet)
        late = frame[frame["published_on"] > date(2000, 1, 1)]
        assert list(arrow.from_table(late)) == [FULL]
        after = frame[frame["updated_at"] > pandas.Timestamp("2023-12-07 09:00", tz="UTC")]
        after.to_parquet(tmp_path / "after.parquet")
        assert list(arrow.read_parquet(tmp_path / "after.parquet")) == [FULL]

    @given(st.lists(strategies.articles().filter(lambda one: not holds_surrogates(one)), max_size=3))
    def test_any_articles_and_back(self, need: Need, articles: list[Article]) -> None:
        need("pandas")
        assert list(arrow.from_table(arrow.to_table(articles).to_pandas())) == articles

    def test_types_of_arrow_and_back(self, need: Need, parquet: Path) -> None:
        frame = need("pandas").read_parquet(parquet, dtype_backend="pyarrow")
        assert list(arrow.from_table(frame)) == ALL


class TestPolars:
    def test_values_and_back(self, need: Need, parquet: Path) -> None:
        frame = need("polars").read_parquet(parquet)
        assert frame["title"].to_list() == [article.title for article in ALL]
        assert frame["published_on"][0] == date(2023, 12, 7)
        assert frame["updated_at"][0] == FULL.updated
        assert frame["dateline"].struct.field("month").to_list() == [12, None, None]
        assert list(arrow.from_table(frame)) == ALL

    def test_filtered_and_back(self, need: Need, parquet: Path, tmp_path: Path) -> None:
        polars = need("polars")
        lazy = polars.scan_parquet(parquet).filter(polars.col("published_on") < date(2000, 1, 1))
        assert list(arrow.from_table(lazy.collect())) == [LOCAL]
        polars.read_parquet(parquet).reverse().write_parquet(tmp_path / "back.parquet")
        assert list(arrow.read_parquet(tmp_path / "back.parquet")) == ALL[::-1]

    @given(st.lists(strategies.articles().filter(lambda one: not holds_surrogates(one)), max_size=3))
    def test_any_articles_and_back(self, need: Need, articles: list[Article]) -> None:
        frame = need("polars").from_arrow(arrow.to_table(articles))
        assert list(arrow.from_table(frame)) == articles


class TestDuckDB:
    def test_values_and_back(self, need: Need, parquet: Path) -> None:
        with need("duckdb").connect() as database:
            query = f"select title, body[2].text, dateline.places[1].name, epoch_us(updated_at) from '{parquet}'"  # noqa: S608
            first, *_ = database.sql(query).fetchall()
            assert first[:3] == (FULL.title, "What next", "LONDON")
            assert isinstance(FULL.updated, datetime)
            assert first[3] == (FULL.updated - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
            assert list(arrow.from_table(database.sql(f"select * from '{parquet}'"))) == ALL  # noqa: S608

    def test_filtered_and_back(self, need: Need, parquet: Path, tmp_path: Path) -> None:
        target = tmp_path / "world.parquet"
        with need("duckdb").connect() as database:
            chosen = database.sql(f"select * from '{parquet}' where len(bullets) > 0 and published_on >= '2000-01-01'")  # noqa: S608
            assert list(arrow.from_table(chosen)) == [FULL]
            chosen.write_parquet(str(target))
        assert list(arrow.read_parquet(target)) == [FULL]


def test_without_pyarrow_each_function_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / "a.parquet"
    calls: list[Callable[[], object]] = [
        arrow.schema,
        lambda: arrow.to_table([]),
        lambda: arrow.to_batches([]),
        lambda: arrow.from_table([]),
        lambda: arrow.write_parquet([], path),
        lambda: arrow.read_parquet(path),
    ]
    for call in calls:
        with pytest.raises(MissingExtraError, match=r"pip install 'articlekit\[arrow\]'"):
            call()
    assert not path.exists()
