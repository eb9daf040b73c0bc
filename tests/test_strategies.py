"""The strategies make what they promise, in both grades, and Hypothesis finds them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import (
    Article,
    Bullet,
    Byline,
    Caption,
    Dateline,
    MissingExtraError,
    Paragraph,
    Place,
    Subheading,
    Timestamp,
    strategies,
)

KINDS = (Article, Bullet, Byline, Caption, Dateline, Paragraph, Place, Subheading, Timestamp)


def words(text: str) -> int:
    return len(text.split())


def texts_of(article: Article) -> list[str]:
    found = [article.title, *(block.text for block in article.body), *(bullet.text for bullet in article.bullets)]
    found += [caption.text for caption in article.captions]
    return found + ([] if article.summary is None else [article.summary])


@pytest.mark.parametrize("kind", KINDS)
def test_hypothesis_makes_every_value_from_its_type(kind: type) -> None:
    @settings(max_examples=10)
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert type(value) is kind

    check()


def test_every_value_class_is_registered_in_a_fresh_interpreter() -> None:
    code = (
        "import sys, hypothesis.strategies as st\n"
        "assert 'articlekit.strategies' not in sys.modules\n"
        "import articlekit\n"
        "print(repr(st.from_type(articlekit.Article)) == repr(articlekit.strategies.articles()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_without_hypothesis_the_rest_of_the_package_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "articlekit.strategies")
    monkeypatch.delitem(sys.modules, "articlekit._printed")
    monkeypatch.delattr(articlekit, "_printed")
    with pytest.raises(MissingExtraError, match=r"needs hypothesis: pip install 'articlekit\[strategies\]'"):
        import_module("articlekit.strategies")
    exec("from articlekit import *", {})  # noqa: S102 - functions cannot say it
    assert "strategies" in dir(articlekit)


class TestAnything:
    """The default grade reaches every corner."""

    @pytest.mark.parametrize(
        "corner",
        [
            lambda article: article == Article(),
            lambda article: any("\ud800" in text for text in texts_of(article)),
            lambda article: any("\x00" in text for text in texts_of(article)),
            lambda article: any(isinstance(block, Subheading) for block in article.body),
            lambda article: any(isinstance(block, Bullet) for block in article.body),
            lambda article: any(block == Paragraph("") for block in article.body),
            lambda article: isinstance(article.updated, datetime) and article.updated.tzinfo is not None,
            lambda article: isinstance(article.updated, datetime) and article.updated.tzinfo is None,
            lambda article: article.published is not None and not isinstance(article.published, datetime),
            lambda article: article.dateline is not None and article.text.startswith(str(article.dateline)),
            lambda article: bool(article.keywords) and article.section == "",
        ],
    )
    def test_reaches(self, corner: Callable[[Article], bool]) -> None:
        find(
            strategies.articles(), corner, settings=settings(max_examples=2_000, database=None, phases=[Phase.generate])
        )


class TestPrintable:
    """The printable grade reads as a page does."""

    @given(strategies.articles(printable=True))
    def test_articles(self, article: Article) -> None:
        assert 5 <= words(article.title) <= 12
        assert article.title[-1].isalnum()
        assert 3 <= len(article.body) <= 8
        assert len(set(texts_of(article))) == len(texts_of(article))
        assert len(set(article.authors)) == len(article.authors)
        assert all(words(name) == 2 for name in article.authors)
        assert article.dateline is None or article.text.startswith(str(article.dateline))
        assert (article.url, article.publisher, article.section, article.keywords) == (None, None, None, ())
        assert articlekit.dumps(article, "text").startswith(article.title + "\n\n")
        if article.summary is not None:
            assert article.authors or article.published or article.updated

    @given(strategies.paragraphs(printable=True))
    def test_paragraphs_are_sentences(self, paragraph: Paragraph) -> None:
        assert 12 <= words(paragraph.text) <= 3 * 40
        assert paragraph.text[0].isupper() or paragraph.text[0] == "“"
        assert paragraph.text.endswith(".")

    @given(strategies.bullets(printable=True))
    def test_bullets_have_no_end_mark(self, bullet: Bullet) -> None:
        assert words(bullet.text) >= 8
        assert bullet.text[0].isupper()
        assert bullet.text[-1].isalnum()

    @given(strategies.datelines(printable=True))
    def test_datelines_are_read_back(self, dateline: Dateline) -> None:
        assert Dateline.parse(f"{dateline}The ferry came back to the harbour at noon on Friday.") == dateline

    @given(strategies.captions(printable=True))
    def test_captions_are_read_back(self, caption: Caption) -> None:
        assert Caption.parse(f"{caption.text} ({caption.credit})") == caption


class TestPages:
    """Whole pages hold the plain text of their articles."""

    @given(strategies.pages())
    def test_a_page_wraps_its_article(self, page: tuple[str, tuple[Article, ...]]) -> None:
        text, [article] = page
        before, found, after = text.partition(articlekit.dumps(article, "text").strip())
        assert found
        assert before.endswith("\n\n")
        assert after.startswith("\n\n")
        assert text.endswith("\n")

    @given(strategies.pages(article=st.builds(Article, title=st.just("Ferry returns"))))
    def test_an_article_of_ones_own(self, page: tuple[str, tuple[Article, ...]]) -> None:
        assert page[1] == (Article(title="Ferry returns"),)
        assert "\n\nFerry returns\n\n" in page[0]

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.joined_pages())
    def test_joined_pages_hold_every_article_in_order(self, page: tuple[str, tuple[Article, ...]]) -> None:
        text, articles = page
        places = [text.index(articlekit.dumps(article, "text").rstrip("\n")) for article in articles]
        assert 2 <= len(articles) <= 3
        assert places[0] == 0
        assert places == sorted(places)
        assert len({article.title for article in articles}) == len(articles)
