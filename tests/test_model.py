"""The values: what they refuse, and what articles tell of themselves."""

from __future__ import annotations

import pickle
from datetime import date, datetime, time, timedelta, tzinfo
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import (
    Article,
    Bullet,
    Caption,
    Dateline,
    FormatError,
    PackError,
    Paragraph,
    Place,
    Subheading,
    Timestamp,
    strategies,
)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Article(title=3), TypeError, "title"),  # type: ignore[arg-type]
        (lambda: Article(authors="Jane Doe"), TypeError, "put it in a tuple"),
        (lambda: Article(body=["text"]), TypeError, "body"),
        (lambda: Article(published="2023-12-07"), TypeError, "published"),
        (lambda: Dateline(month=13), ValueError, "month must be from 1 to 12"),
        (lambda: Dateline(day="3"), TypeError, "day must be an int or None"),  # type: ignore[arg-type]
        (lambda: Dateline(year=True), TypeError, "year must be an int or None"),
        (lambda: Timestamp("later", date(2023, 12, 7)), ValueError, "kind"),  # type: ignore[arg-type]
        (lambda: Timestamp("updated", "today"), TypeError, "value"),  # type: ignore[arg-type]
        (lambda: Caption(None), TypeError, "text"),  # type: ignore[arg-type]
    ],
)
def test_wrong_values_are_refused(make: Any, error: type[Exception], says: str) -> None:  # noqa: ANN401 - what is wrong here is the type
    with pytest.raises(error, match=says):
        make()


def test_lists_become_tuples() -> None:
    article = Article(body=[Paragraph("One."), Bullet("Two"), Subheading("Three")], keywords=["a"])
    assert article.body == (Paragraph("One."), Bullet("Two"), Subheading("Three"))
    assert article.keywords == ("a",)
    assert hash(article) == hash(Article(body=article.body, keywords=("a",)))


def test_a_dateline_in_the_body_is_told_apart() -> None:
    dateline = Dateline(places=(Place("OSLO"),)).in_style("plain")
    printed = Article(
        dateline=dateline, body=(Subheading("Before"), Paragraph("Intro."), Paragraph("OSLO: It rained."))
    )
    assert printed.paragraphs == ("Intro.", "It rained.")
    assert printed.text == "Before\n\nIntro.\n\nOSLO: It rained."


def test_a_dateline_that_no_paragraph_carries_is_printed() -> None:
    dateline = Dateline(places=(Place("OSLO"),)).in_style("plain")
    bare = Article(dateline=dateline, body=(Bullet("First"), Paragraph("It rained.")))
    assert bare.paragraphs == ("It rained.",)
    assert bare.text == "First\n\nOSLO: It rained."
    assert Article(dateline=dateline, body=(Bullet("Only"),)).text == "Only"
    assert Article(body=(Paragraph("It rained."),)).text == "It rained."


@given(strategies.articles())
def test_articles_pickle(article: Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


@given(st.from_type(Article))
def test_hypothesis_knows_articles(article: Article) -> None:
    assert isinstance(article, Article)


def test_times_alone_are_values() -> None:
    stamp = Timestamp("updated", time(20, 49))
    converter = articlekit.converter()
    assert converter.structure(converter.unstructure(stamp), Timestamp) == stamp
    assert Timestamp("updated", time(20, 49)).value == time(20, 49)


class Zone(tzinfo):
    """A zone of rules: one hour ahead of UTC, two in summer."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        summer = moment is not None and 4 <= moment.month <= 10 and not moment.fold
        return timedelta(hours=2 if summer else 1)

    def dst(self, moment: datetime | None) -> timedelta:
        return self.utcoffset(moment) - timedelta(hours=1)

    def tzname(self, moment: datetime | None) -> str:
        return f"Zone{self.utcoffset(moment)}"


def test_a_zone_becomes_the_offset_of_its_moment() -> None:
    late = datetime(2024, 10, 27, 2, 30, tzinfo=Zone(), fold=1)
    article = Article(published=late, updated=datetime(2024, 1, 2, 3, 4))
    assert isinstance(article.published, datetime)
    assert article.published.isoformat() == "2024-10-27T02:30:00+01:00"
    assert article.updated == datetime(2024, 1, 2, 3, 4)
    assert articlekit.loads(articlekit.dumps(article)) == article


def test_errors_pickle() -> None:
    for error in (FormatError("is wrong", format="json", path="$.title"), PackError("is wrong", file="a.toml")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(again), str(again)) == (type(error), str(error))


def test_public_names() -> None:
    assert import_module("articlekit.__main__").main is import_module("articlekit.cli").main
    assert set(articlekit.__all__) <= set(dir(articlekit))
    for name in articlekit.__all__:
        assert getattr(articlekit, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'harbour'"):
        articlekit.harbour  # noqa: B018 - asking is the test
