"""Plain text is laid out as a page prints it, and is read as a page is read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Bullet, Caption, NoArticleError, Paragraph, Subheading, strategies
from articlekit.formats import text

LEAD = "LONDON: The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait."


def test_the_layout() -> None:
    article = Article(
        title="Ferry returns to the harbour",
        summary="The strait is open again.",
        authors=["Jane Doe", "John Roe", "Ann Poe"],
        published=date(2023, 12, 7),
        updated=date(2024, 1, 12),
        captions=[Caption("A harbour at dawn.", "ISPR/File"), Caption("A pier."), Caption("", "AP")],
        bullets=[Bullet("Storm is over"), Bullet("Ferries return")],
        body=[
            Paragraph(LEAD),
            Subheading("What next"),
            Bullet("More ferries"),
            Bullet("Fewer tankers"),
            Paragraph("So."),
        ],
        url="https://example.com",
        language="en",
    )
    assert text.dumps(article) == (
        "Ferry returns to the harbour\n\n"
        "The strait is open again.\n\n"
        "By Jane Doe, John Roe and Ann Poe\nPublished 07 December 2023\nUpdated 12 January 2024\n\n"
        "A harbour at dawn. (ISPR/File)\nA pier.\n(AP)\n\n"
        "  • Storm is over\n  • Ferries return\n\n"
        f"{LEAD}\n\nWhat next\n\n  • More ferries\n  • Fewer tankers\n\nSo.\n"
    )


@pytest.mark.parametrize(
    ("authors", "line"), [(["Jane Doe"], "By Jane Doe"), (["Jane Doe", "John Roe"], "By Jane Doe and John Roe")]
)
def test_bylines(authors: list[str], line: str) -> None:
    assert text.dumps(Article(authors=authors)) == f"{line}\n"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (date(805, 3, 1), "01 March 0805"),
        (datetime(2023, 12, 7, 14, 30), "07 December 2023 14:30"),
        (datetime(2023, 12, 7, 14, 30, 5), "07 December 2023 14:30:05"),
        (datetime(2023, 12, 7, 14, 30, tzinfo=UTC), "07 December 2023 14:30+00:00"),
    ],
)
def test_dates(value: date, printed: str) -> None:
    assert text.dumps(Article(published=value)) == f"Published {printed}\n"


@given(strategies.articles())
def test_every_text_that_has_a_place_is_printed(article: Article) -> None:
    printed = text.dumps(article)
    texts = [article.title, article.summary or "", *article.authors, *(block.text for block in article.body)]
    texts += [caption.text for caption in article.captions] + [bullet.text for bullet in article.bullets]
    assert all(one in printed for one in texts)
    assert printed.endswith("\n")


def test_an_article_of_nothing_is_an_empty_line() -> None:
    assert text.dumps(Article()) == "\n"


@given(st.lists(strategies.articles(), max_size=3))
def test_articles_in_a_row_have_two_blank_lines_between_them(articles: list[Article]) -> None:
    assert "".join(text.dump_all(articles)) == "\n\n".join(map(text.dumps, articles))


def test_a_page_is_read_as_a_page() -> None:
    page = f"Ferry returns to the harbour\n\nUpdated 07 December 2023\nFollow\n\n{LEAD}\n"
    article = text.loads(page)
    assert article == articlekit.parse(page)
    assert article.body == (Paragraph(LEAD),)
    assert list(text.load_all(page)) == [article]
    assert list(text.load_all(page.splitlines(keepends=True))) == [article]


def test_a_text_without_article() -> None:
    with pytest.raises(NoArticleError):
        text.loads(" \n")
    assert list(text.load_all(" \n")) == []
