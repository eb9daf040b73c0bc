"""Odd input: each gives the documented result or a clear error."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

import articlekit
from articlekit import NoArticleError, Role

PROSE = (
    "The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait to ships.\n"
    "Hundreds of passengers who had waited in the terminal went aboard within the hour, the shipping line said.\n"
)
PAGE = "Ferry returns to the harbour after the storm\n\n" + PROSE


@pytest.mark.parametrize("call", [articlekit.parse, articlekit.parse_all, articlekit.explain])
@pytest.mark.parametrize(
    ("wrong", "says"), [(b"<p>bytes</p>", "decode"), (None, "not NoneType"), (3, "not int"), (["a"], "not list")]
)
def test_a_wrong_type_is_told(call: Callable[[object], object], wrong: object, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        call(wrong)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the text is empty"),
        (" \n\t\n\xa0", "nothing but white space"),
        ("Home\nSport\nContact", "none of the text's 3 lines"),
    ],
)
def test_no_article_is_an_error_that_says_why(text: str, says: str) -> None:
    with pytest.raises(NoArticleError, match=says):
        articlekit.parse(text)
    assert articlekit.parse_all(text) == ()
    explanation = articlekit.explain(text)
    assert explanation.articles == ()
    assert "".join(line.raw for line in explanation.lines) == text


def test_binary_noise_is_read_without_a_crash() -> None:
    noise = random.Random(3).randbytes(50_000).decode("latin-1")  # noqa: S311 - not for secrets
    assert "".join(line.raw for line in articlekit.explain(noise).lines) == noise


@pytest.mark.parametrize("dirt", ["\ud800", "\x00", "\u2028", "\x0b", "\x1c", "\x85", "\ufeff", "\u200f"])
def test_odd_characters_stay_in_the_sentence(dirt: str) -> None:
    article = articlekit.parse(PAGE.replace("noon", f"no{dirt}on"))
    assert f"no{dirt}on" in article.paragraphs[0]
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert articlekit.parse(PAGE.replace("\n", end)) == articlekit.parse(PAGE)


def test_mixed_line_ends() -> None:
    first, second = PROSE.splitlines()
    assert articlekit.parse(f"{PAGE.splitlines()[0]}\r\n\r{first}\n\r\n{second}\r").paragraphs == (first, second)


def test_right_to_left() -> None:
    title = "عودة العبارة إلى الميناء بعد العاصفة"
    prose = "عادت العبارة إلى الميناء ظهر يوم الجمعة بعد يومين من إغلاق المضيق بسبب العاصفة التي ضربت الساحل."
    article = articlekit.parse(f"{title}\n\n{prose}\n\n{prose[:-1]} الجنوبي.\n")
    assert (article.title, article.language) == (title, "ar")
    assert len(article.paragraphs) == 2


def test_one_line_of_ten_megabytes() -> None:
    line = "word " * 2_000_000 + "."
    article = articlekit.parse(line)
    assert article.text == line


def test_two_hundred_thousand_short_lines() -> None:
    assert articlekit.parse_all("ab\n" * 200_000) == ()


def test_a_text_of_one_paragraph_is_an_article() -> None:
    article = articlekit.parse(PROSE.splitlines()[0])
    assert article.title == ""
    assert article.paragraphs == (PROSE.splitlines()[0],)


def test_a_credit_below_its_caption_belongs_to_it() -> None:
    title, _, first, second = PAGE.splitlines()
    lines = [
        title,
        "",
        "Photo: Getty Images",
        "",
        first,
        "",
        "Passengers at dawn. Photo by",
        "Getty Images",
        "",
        second,
        "",
    ]
    article = articlekit.parse("\n".join(lines))
    assert "Getty Images" in [caption.credit for caption in article.captions]


def test_lines_after_the_article_are_not_its_lines() -> None:
    explanation = articlekit.explain(PAGE + "\nMost read\nA whale in the harbour\nPrivacy policy\n")
    roles = [line.role for line in explanation.lines if line.text]
    assert roles[:3] == [Role.TITLE, Role.PARAGRAPH, Role.PARAGRAPH]
    assert all(line.removed for line in explanation.lines[4:] if line.text)
    assert [line.text for line in explanation.removed] == ["Most read", "A whale in the harbour", "Privacy policy"]
