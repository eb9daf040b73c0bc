"""The converter gives plain values and reads them strictly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp
from articlekit.convert import KeyProblemError, read_date, shared_converter

KINDS = (Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp)


def is_plain(value: object) -> bool:
    if type(value) is dict:
        return all(type(key) is str and is_plain(part) for key, part in value.items())
    return all(map(is_plain, value)) if type(value) is list else value is None or type(value) in (str, int)


@given(st.one_of(*map(st.from_type, KINDS)))
def test_every_value_comes_back_from_plain_values(value: object) -> None:
    plain = shared_converter().unstructure(value)
    assert is_plain(plain)
    assert shared_converter().structure(plain, type(value)) == value


def test_each_call_makes_a_converter_of_its_own() -> None:
    mine = articlekit.converter()
    mine.register_unstructure_hook(Place, lambda place: place.name)
    dateline = Dateline(printed="LONDON", separator=": ", places=[Place("LONDON")])
    assert mine.unstructure(dateline)["places"] == ["LONDON"]
    assert articlekit.converter().unstructure(dateline)["places"] == [{"name": "LONDON", "region": None}]
    assert json.loads(articlekit.dumps(Article(dateline=dateline)))["dateline"]["places"][0]["name"] == "LONDON"


def test_blocks_carry_their_type_and_highlights_do_not() -> None:
    article = Article(body=[Paragraph("a"), Subheading("b"), Bullet("c")], bullets=[Bullet("d")])
    plain = articlekit.converter().unstructure(article)
    assert plain["body"] == [
        {"type": "paragraph", "text": "a"},
        {"type": "subheading", "text": "b"},
        {"type": "bullet", "text": "c"},
    ]
    assert plain["bullets"] == [{"text": "d"}]


@pytest.mark.parametrize(
    ("value", "kind", "error"),
    [
        ({"text": "a", "size": 1}, Bullet, KeyProblemError),
        ({}, Bullet, KeyProblemError),
        ("a", Bullet, TypeError),
        ({"text": 5}, Bullet, cattrs.ClassValidationError),
        ({"name": "LONDON", "region": False}, Place, cattrs.ClassValidationError),
    ],
)
def test_reading_is_strict(value: object, kind: type, error: type[Exception]) -> None:
    with pytest.raises(error):
        articlekit.converter().structure(value, kind)


@given(st.one_of(st.dates(), st.datetimes(), st.datetimes(timezones=st.sampled_from([UTC]))))
def test_dates_keep_their_kind(value: date) -> None:
    again = read_date(value.isoformat())
    assert (type(again), again) == (type(value), value)
    assert getattr(again, "tzinfo", None) == getattr(value, "tzinfo", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-12-07T14:30", datetime(2023, 12, 7, 14, 30)),
        ("2023-12-07T14:30:05.5Z", datetime(2023, 12, 7, 14, 30, 5, 500_000, UTC)),
        ("2023-12-07T14:30:00-03:30", datetime(2023, 12, 7, 14, 30, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
        (
            "2023-12-07T14:30:00+00:00:00.000001",
            datetime(2023, 12, 7, 14, 30, tzinfo=timezone(timedelta(microseconds=1))),
        ),
    ],
)
def test_dates_in_other_precisions(text: str, value: datetime) -> None:
    again = read_date(text)
    assert isinstance(again, datetime)
    assert again == value
    assert again.utcoffset() == value.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20231207",
        "2023-W49-4",
        "2023-12-7",
        "2023-12-07 14:30",
        "2023-12-07T14",
        "2023-13-01",
        "２０２３-12-07",
        "a\n",
    ],
)
def test_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month"):
        read_date(text)


def test_a_date_is_a_string() -> None:
    value: Any = 2023
    with pytest.raises(TypeError, match="expected a date in a string, got int"):
        read_date(value)


@pytest.mark.parametrize("value", [time(14, 30), date(2023, 12, 7), datetime(2023, 12, 7, 14, 30)])
def test_what_a_timestamp_says_comes_back(value: date | time) -> None:
    stamp = Timestamp("updated", value, printed="14:30")
    made = articlekit.converter()
    assert made.structure(made.unstructure(stamp), Timestamp) == stamp
