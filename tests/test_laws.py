"""The laws of DESIGN: what every reading keeps, for every text, and what holds for pages that could be printed."""

from __future__ import annotations

import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Dateline, Explanation, Role, strategies
from articlekit.reading.verdict import RULES
from articlekit.reading.words import standard

LINES = [
    "",
    " ",
    "Follow",
    "Home",
    "Comments",
    "Read more",
    "• A point that is made in a few words",
    "By Jane Doe",
    "Updated 07 December 2023",
    "Ferry returns to the harbour after the storm",
    "A harbour at dawn. (Jane Doe/Reuters)",
    "LONDON: The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait.",
    "Hundreds of passengers who had waited in the terminal went aboard within the hour, the shipping line said.",
    "“We never thought that it would take so long,” said one of them, who had slept on a bench for two nights.",
    "\ud800",
    "\x00\x85",
    "港は金曜日の正午に再開し、二日間待っていた乗客が一時間以内に乗船したと会社は述べた。",
    "عادت العبارة إلى الميناء ظهر يوم الجمعة بعد يومين من إغلاق المضيق بسبب العاصفة التي ضربت الساحل.",
]
texts = st.one_of(
    st.text(),
    st.text(st.characters(codec=None, exclude_categories=())),
    st.lists(st.sampled_from(LINES), max_size=40).map("\n".join),
    st.lists(st.sampled_from([*LINES, "\r", "\r\n", "\x0b", "\u2028"]), max_size=40).map("".join),
)


class TestNothingIsLost:
    """1. The lines join to the text; spans touch; every line has a role, a rule that exists and a reason."""

    @given(texts)
    def test_lines_join_to_the_text(self, text: str) -> None:
        lines = articlekit.explain(text).lines
        assert "".join(line.raw for line in lines) == text
        position = 0
        for line in lines:
            assert line.start == position
            assert text[line.start : line.end] == line.raw
            assert line.text == line.raw.strip()
            position = line.end
        assert position == len(text)

    @given(texts)
    def test_every_line_is_explained(self, text: str) -> None:
        explanation = articlekit.explain(text)
        for line in explanation.lines:
            assert isinstance(line.role, Role)
            assert (line.role is Role.BLANK) == (not line.text)
            assert line.rule in RULES or line.rule in standard().rules
            assert line.why
            assert line.why.strip()[-1] in ".!?"
            assert line.article is None or 0 <= line.article < len(explanation.articles)
            assert line.article is None or line.role is not Role.BLANK


class TestSameInputSameOutput:
    """2. ``parse_all`` gives what ``explain`` explains; nothing is remembered; everything pickles."""

    @given(texts)
    def test_two_doors_one_engine(self, text: str) -> None:
        explanation = articlekit.explain(text)
        assert articlekit.parse_all(text) == explanation.articles
        if explanation.articles:
            assert articlekit.parse(text) == explanation.articles[0]
        else:
            with pytest.raises(articlekit.NoArticleError):
                articlekit.parse(text)

    @given(texts, texts)
    def test_nothing_is_remembered(self, text: str, other: str) -> None:
        first = articlekit.explain(text)
        articlekit.explain(other)
        assert articlekit.explain(text) == first

    @given(texts)
    def test_everything_pickles(self, text: str) -> None:
        explanation = articlekit.explain(text)
        again: Explanation = pickle.loads(pickle.dumps(explanation))  # noqa: S301 - our own bytes
        assert again == explanation

    def test_threads_do_not_disturb_each_other(self) -> None:
        pages = ["\n".join(LINES[n:] + LINES[:n]) for n in range(len(LINES))] * 4
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(articlekit.explain, pages)) == [articlekit.explain(page) for page in pages]


class TestDatelines:
    """6. A dateline is an exact prefix; a paragraph without one is returned as it is."""

    @given(st.one_of(st.text(), st.sampled_from(LINES), st.builds("{} — {}".format, st.text(max_size=30), st.text())))
    def test_a_dateline_is_a_prefix(self, paragraph: str) -> None:
        dateline = Dateline.parse(paragraph)
        article = Article(body=(articlekit.Paragraph(paragraph),), dateline=dateline)
        if dateline is None:
            assert article.paragraphs == (paragraph,)
        else:
            assert paragraph.startswith(str(dateline))
            assert str(dateline) + article.paragraphs[0] == paragraph
        assert article.text == paragraph


def seconds(text: str) -> float:
    """The better of two times to read a text."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        articlekit.parse_all(text)
        best = min(best, time.perf_counter() - start)
    return best


SHAPES = {
    "real lines": "\n".join(LINES[2:14]) + "\n\n",
    "short lines": "ab\n",
    "empty lines": "\n",
    "carriage returns": "a\r",
    "one long line": "word and ",
    "letters without end": "A",
    "datelines": "NEW YORK (AP) — \n",
    "brackets": "((((a/\n",
    "quotes": "“”\n",
    "prose": LINES[12] + "\n",
    "headlines": "The Storm Has Closed The Strait Again\n" + LINES[12] + "\n",
    "openers": "Comments\n" + LINES[11] + "\n",
    "related": "Read more\n",
    "stamps": "Updated 07 December 2023 | 12:30\n",
    "bylines": "By Jane Doe and\n",
    "captions": "A harbour at dawn (Jane Doe/Reuters)\n",
    "bullets": "• one more point of the list\n",
    "digits": "1 2 3 4 5/6:7.8-9\n",
    "without spaces": "港は金曜日の正午に再開し",
}


class TestLinearTime:
    """7. Twice the text, about twice the time, for hostile text too."""

    @pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
    def test_time_grows_with_the_text(self, shape: str) -> None:
        size = 60_000
        for _ in range(4):  # a busy machine may spoil a measurement, not four
            small, large = seconds(shape * (size // len(shape))), seconds(shape * (2 * size // len(shape)))
            if large < 2.6 * max(small, 0.001):
                return
            size *= 2
        pytest.fail(f"{small:.3f} s grew to {large:.3f} s for twice the text")


class TestPages:
    """4, 5, 8. What a page can print comes back: alone, among boilerplate, and joined."""

    @given(strategies.articles(printable=True))
    def test_plain_text_is_read_back(self, article: Article) -> None:
        again = articlekit.parse(articlekit.dumps(article, "text"))
        assert again == article

    @given(strategies.articles(printable=True))
    def test_parsing_what_was_parsed_changes_nothing(self, article: Article) -> None:
        once = articlekit.parse(articlekit.dumps(article, "text"))
        assert articlekit.parse(articlekit.dumps(once, "text")) == once

    @given(strategies.pages())
    def test_boilerplate_around_an_article_is_dropped(self, page: tuple[str, tuple[Article, ...]]) -> None:
        text, articles = page
        assert articlekit.parse_all(text) == articles

    @given(strategies.joined_pages())
    def test_joined_pages_come_apart(self, page: tuple[str, tuple[Article, ...]]) -> None:
        text, articles = page
        assert articlekit.parse_all(text) == articles
