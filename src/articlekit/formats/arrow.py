"""Arrow and Parquet: many articles as one table, a row for each, for pandas, Polars, DuckDB and their like.

The columns are native JSON's: the same names, the same nesting, and dates as strings in ISO 8601, exact. Each of the
two dates has two columns more, made from it for sorting and filtering, and not read back:

* ``published_on``, ``updated_on`` (date32): the day as printed, for every value there is;
* ``published_at``, ``updated_at`` (timestamp in UTC): the moment, where the offset from UTC is known. A date alone, or
  a time without an offset, is no moment, and null here.

This is no text format: it has functions of its own, and no place in the registry. It needs ``articlekit[arrow]``, and
every function raises MissingExtraError without it.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._extras import library
from .._files import written_whole
from ..errors import FormatError
from ..model import Article
from ._arguments import want_articles
from ._exact import FIELDS, texts_of
from .json import VERSION, from_plain, to_dict

if TYPE_CHECKING:
    import pyarrow  # noqa: ICN001 - its full name is what the reference shows

name = "arrow"

_SIZE = 1024  # articles in a batch: some megabytes
_VERSION_KEY = b"articlekit.version"
_DATES = ("published", "updated")
_lone = re.compile("[\ud800-\udfff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def schema() -> pyarrow.Schema:
    """The schema of every table of articles; its metadata hold the version of native JSON whose columns these are."""
    arrow = _arrow()
    text, moment = arrow.string(), arrow.timestamp("us", tz="UTC")
    texts = arrow.list_(text)
    place = arrow.struct([("name", text), ("region", text)])
    days = [("month", arrow.int8()), ("day", arrow.int8()), ("year", arrow.int16())]
    caption = [("text", text), ("credit", text), ("url", text), ("photographers", texts), ("organisations", texts)]
    dateline = [("printed", text), ("separator", text), ("places", arrow.list_(place)), ("agency", text), *days]
    always = [
        arrow.field("title", text, nullable=False),
        arrow.field("body", arrow.list_(arrow.struct([("type", text), ("text", text)])), nullable=False),
        arrow.field("bullets", arrow.list_(arrow.struct([("text", text)])), nullable=False),
        arrow.field("summary", text),
        arrow.field("dateline", arrow.struct(dateline)),
        arrow.field("authors", texts, nullable=False),
        arrow.field("captions", arrow.list_(arrow.struct(caption)), nullable=False),
    ]
    dates = [
        arrow.field(field + suffix, kind)
        for field in _DATES
        for suffix, kind in (("", text), ("_on", arrow.date32()), ("_at", moment))
    ]
    rest = [arrow.field(field, text) for field in ("language", "url", "publisher", "section")]
    columns = [*always, *dates, *rest, arrow.field("keywords", texts, nullable=False)]
    return arrow.schema(columns, metadata={_VERSION_KEY: str(VERSION).encode()})


def to_table(articles: Iterable[Article]) -> pyarrow.Table:
    """A table of all articles.

    Raises FormatError for a text that UTF-8 cannot hold, TypeError when they are no articles.
    """
    checked = want_articles(articles, "formats.arrow.to_table", one="put it in a list")
    return _arrow().Table.from_batches(_batches(checked, _SIZE), schema=schema())


def to_batches(articles: Iterable[Article], size: int = _SIZE) -> Iterator[pyarrow.RecordBatch]:
    """Record batches of ``size`` articles, the last of fewer, each made when it is asked for.

    Raises FormatError for a text that UTF-8 cannot hold, TypeError when they are no articles, ValueError when the size
    is less than 1.
    """
    if size < 1:
        message = f"size must be at least 1, got {size}"
        raise ValueError(message)
    _arrow()
    return _batches(want_articles(articles, "formats.arrow.to_batches", one="put it in a list"), size)


def from_table(table: pyarrow.Table) -> Iterator[Article]:
    """The articles of a table's rows, one at a time, in their order.

    Takes a Table, RecordBatch or RecordBatchReader of pyarrow, a data frame of pandas or Polars, a relation of DuckDB,
    and whatever else gives Arrow data away (``__arrow_c_stream__``). Columns of other names are left alone. Raises
    FormatError with the column that is missing, or the article's number and the path of what is wrong in it; TypeError
    when it is no table.
    """
    reader_of = _arrow().RecordBatchReader.from_stream
    if not hasattr(table, "__arrow_c_stream__"):
        message = f"formats.arrow.from_table takes a table of Arrow or a data frame, not {type(table).__name__}"
        raise TypeError(message)
    reader = reader_of(table)
    _want_columns(reader.schema)
    return _read(reader)


def write_parquet(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """Write a Parquet file of all articles, whole or not at all, in memory for some hundreds of them.

    Raises FormatError for a text that UTF-8 cannot hold, TypeError when they are no articles, OSError.
    """
    writer_to = _arrow("pyarrow.parquet").ParquetWriter
    checked = want_articles(articles, "formats.arrow.write_parquet", one="put it in a list")
    with (
        written_whole(Path(path)) as place,
        place.open("wb") as file,
        writer_to(file, schema(), compression="zstd") as writer,
    ):
        for batch in _batches(checked, _SIZE):
            writer.write_batch(batch)


def read_parquet(path: str | os.PathLike[str]) -> Iterator[Article]:
    """The articles of a Parquet file, one at a time; the file is open from the first one to the last.

    Raises, when the articles are asked for, FormatError as ``from_table`` does or when it is no Parquet file, OSError.
    """
    return _read_file(_arrow("pyarrow.parquet"), Path(path))


def _arrow(module: str = "pyarrow") -> Any:  # noqa: ANN401 - as in _extras
    return library(module, "arrow", "formats.arrow")


def _batches(articles: Iterator[Article], size: int) -> Iterator[pyarrow.RecordBatch]:
    made, done = schema(), 0
    while group := list(islice(articles, size)):
        rows = [_row(article) for article in group]
        try:
            batch = _arrow().RecordBatch.from_pylist(rows, schema=made)
        except UnicodeEncodeError:
            raise _unwritable(rows, done) from None
        done += len(group)
        yield batch


def _row(article: Article) -> dict[str, Any]:
    return {
        **to_dict(article),
        "published_on": _day(article.published),
        "published_at": _moment(article.published),
        "updated_on": _day(article.updated),
        "updated_at": _moment(article.updated),
    }


def _day(value: date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _moment(value: date | None) -> int | None:
    """Microseconds since 1970; counted, as the moments at the ends of the calendar are no datetimes in UTC."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return (value - _EPOCH) // _MICROSECOND


def _unwritable(rows: Sequence[dict[str, Any]], done: int) -> FormatError:
    texts = ((number, path, text) for number, row in enumerate(rows, done + 1) for path, text in texts_of(row))
    number, path = next((number, path) for number, path, text in texts if _lone.search(text))
    problem = "a lone surrogate: UTF-8 cannot hold the text"
    return FormatError(problem, format=name, path=f"article {number}: {path}")


def _want_columns(found: pyarrow.Schema) -> None:
    """Raises FormatError when a column is missing or there twice, or the table says that it is of another version."""
    version = (found.metadata or {}).get(_VERSION_KEY, str(VERSION).encode())
    if version != str(VERSION).encode():
        problem = f"this release reads version {VERSION}, the table says {version.decode(errors='replace')[:40]!r}"
        raise FormatError(problem, format=name, path="$.version")
    for column in FIELDS:
        count = found.names.count(column)
        if count != 1:
            problem = "the column stands there twice" if count else "the column is missing"
            raise FormatError(problem, format=name, path=f"$.{column}")


def _read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[Article]:
    for number, row in enumerate(_rows(batches), 1):
        plain = {"version": VERSION, **row, "dateline": _with_whole_numbers(row["dateline"])}
        yield from_plain(plain, name, f"article {number}: $")


def _rows(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    with _told_as_format_error():
        for batch in batches:
            columns = batch.select(FIELDS)
            for start in range(0, columns.num_rows, _SIZE):  # a batch can be as large as its table
                yield from columns.slice(start, _SIZE).to_pylist()


def _read_file(parquet: Any, path: Path) -> Iterator[Article]:  # noqa: ANN401 - as in _extras
    with path.open("rb") as file:
        with _told_as_format_error():
            opened = parquet.ParquetFile(file)
            _want_columns(opened.schema_arrow)
        yield from _read(opened.iter_batches(batch_size=_SIZE, columns=list(FIELDS)))


@contextlib.contextmanager
def _told_as_format_error() -> Iterator[None]:
    """What pyarrow says about broken data as a FormatError; what the system says about a file stays as it is."""
    try:
        yield
    except FormatError:
        raise
    except (_arrow().ArrowException, UnicodeDecodeError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise FormatError(str(error), format=name) from error


def _with_whole_numbers(value: object) -> object:
    """The numbers of a dateline as they were: pandas takes whole numbers with gaps between them for floats."""
    if not isinstance(value, dict):
        return value
    return {key: int(part) if isinstance(part, float) and part.is_integer() else part for key, part in value.items()}
