"""The seed document: two pages of one newspaper as an extractor left them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Bullet, Caption, Paragraph, Place, Role

ARMY = "Army chief backs deportation drive, says illegal foreigners ‘seriously affecting’ Pakistani security, economy"
CRYPTO = "Pakistan, global crypto exchange discuss modernizing digital payments, creating job prospects"


@pytest.fixture
def text(seed: Path) -> str:
    return seed.read_text("utf-8")


@pytest.fixture
def articles(text: str) -> tuple[Article, ...]:
    return articlekit.parse_all(text)


def test_two_articles_with_their_headlines(articles: tuple[Article, ...]) -> None:
    assert [article.title for article in articles] == [ARMY, CRYPTO]


def test_bullets(articles: tuple[Article, ...]) -> None:
    assert articles[0].bullets == (
        Bullet("General Asim Munir says the repatriation process is taking place ‘in a humane and dignified manner’"),
        Bullet("The army chief also inquires about the socio-economic development of the erstwhile tribal territories"),
    )
    assert articles[1].bullets == (
        Bullet(
            "Pakistani officials, Binance team discuss coordination between Islamabad, local banks and global exchanges"
        ),
        Bullet(
            "Pakistan has attempted to tap into growing crypto market to curb illicit transactions, improve oversight"
        ),
    )


def test_datelines(articles: tuple[Article, ...]) -> None:
    for article in articles:
        assert article.dateline is not None
        assert article.dateline.places == (Place("ISLAMABAD"),)
        assert article.dateline.separator == ": "
        assert str(article.dateline) == "ISLAMABAD: "


def test_captions(articles: tuple[Article, ...]) -> None:
    [caption] = articles[0].captions
    assert isinstance(caption, Caption)
    assert caption.text.startswith("Pakistan army chief General Asim Munir addresses the passing out parade")
    assert caption.text.endswith("on April 29, 2023.")
    assert caption.credit == "ISPR/File"
    assert articles[1].captions == ()


def test_dates(articles: tuple[Article, ...]) -> None:
    assert [article.updated for article in articles] == [date(2023, 12, 7), date(2025, 12, 5)]
    assert [article.published for article in articles] == [None, None]


def test_the_rest_of_the_fields(articles: tuple[Article, ...]) -> None:
    for article in articles:
        assert article.language == "en"
        assert article.authors == ()
        assert article.summary is None


def test_paragraphs_character_for_character(text: str, articles: tuple[Article, ...]) -> None:
    printed = [line for line in text.split("\n") if len(line) > 150 and "(ISPR/File)" not in line]
    bodies = [block.text for article in articles for block in article.body if isinstance(block, Paragraph)]
    assert [len(article.body) for article in articles] == [10, 12]
    assert len(bodies) == 22
    assert all(any(line.strip() == body for line in text.split("\n")) for body in bodies)
    assert [line.strip() for line in printed] == [body for body in bodies if len(body) > 149]
    for article in articles:
        assert article.paragraphs[0] == article.text.split("\n\n")[0].removeprefix("ISLAMABAD: ")


def test_what_was_dropped_and_why(text: str) -> None:
    explanation = articlekit.explain(text)
    roles = [(line.text, line.role) for line in explanation.lines if line.removed or line.role is Role.TIMESTAMP]
    assert roles == [
        ("Short Url", Role.SHARE),
        ("Updated 07 December 2023", Role.TIMESTAMP),
        ("Follow", Role.SHARE),
        (ARMY, Role.REPEAT),
        ("Updated 05 December 2025", Role.TIMESTAMP),
        ("Follow", Role.SHARE),
        (CRYPTO, Role.REPEAT),
    ]
