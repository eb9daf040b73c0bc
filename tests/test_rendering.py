"""What a person sees of an explanation: the HTML page and the rows of the terminal."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.explanation import Explanation
from articlekit.lines import Line, Role
from articlekit.model import Article, Bullet, Caption, Dateline, Paragraph, Place, Subheading
from articlekit.rendering.palette import DARK_PAGE, GROUPS, LIGHT_PAGE, LOOKS
from articlekit.rendering.visible import clip, columns, visible, visible_in_terminal, width_of, wrap

SGR = re.compile(r"\x1b\[[0-9;]*m")
VOID = {"meta", "input"}


def explained(rows: Sequence[tuple[Role, str, int | None]], *articles: Article) -> Explanation:
    lines, start = [], 0
    for role, text, article in rows:
        raw = text + "\n"
        lines.append(
            Line(raw, start, start + len(raw), text.strip(), role, f"test.{role}", f"It is a {role}.", article)
        )
        start += len(raw)
    return Explanation("".join(line.raw for line in lines), tuple(lines), articles)


FULL = Article(
    title="Dam <opens> & fills",
    body=(
        Paragraph("The valley is green."),
        Paragraph("BERN: The dam opened on Friday."),
        Subheading("What comes next"),
        Bullet("A second wall"),
        Bullet("A fish ladder"),
        Paragraph("BERN: The mayor spoke."),
        Bullet("The end"),
    ),
    bullets=(Bullet("Water for all"),),
    summary="A valley waits.",
    dateline=Dateline(printed="BERN", separator=": ", places=(Place("BERN"),)),
    authors=("Ada Roe", "Bo Lind"),
    captions=(Caption("The wall.", "AP/File"), Caption("The valley.")),
    published=date(2024, 5, 3),
    updated=datetime(2024, 5, 4, 8, 30),
    language="en",
    url="https://example.com/dam",
    publisher="The Example",
    section="World",
    keywords=("dam", "water"),
)
PAGE = explained(
    [
        (Role.TITLE, "Dam <opens> & fills", 0),
        (Role.BLANK, "", None),
        (Role.SHARE, "Follow", None),
        (Role.PARAGRAPH, "BERN: The dam opened on Friday.", 0),
        (Role.TITLE, "A second story", 1),
        (Role.PARAGRAPH, "It is short.", 1),
    ],
    FULL,
    Article(title="A second story", body=(Paragraph("It is short."),)),
)
EMPTY = Explanation("", (), ())


class Outline(HTMLParser):
    """Whether elements close in the order they open, what text they hold, and what they would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.loads += [value for name in ("src", "href", "srcset") if (value := given.get(name))]
        self.tags.append(tag)
        if tag not in VOID:
            name = f"{tag}.{given['class']}" if given.get("class") else tag
            self.open.append(name)
            self.texts.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().split(".")[0] == tag

    def handle_data(self, data: str) -> None:
        for name in self.open:
            self.texts[name][-1] += data


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


# The palette


def test_every_role_has_a_look_and_one_place_in_the_legend() -> None:
    assert set(LOOKS) == set(Role)
    assert sorted(role for _, roles in GROUPS for role in roles) == sorted(Role)


@pytest.mark.parametrize("role", Role)
def test_colors_can_be_read_in_both_modes(role: Role) -> None:
    assert contrast(LOOKS[role].light, LIGHT_PAGE) >= 4.5
    assert contrast(LOOKS[role].dark, DARK_PAGE) >= 4.5


# The HTML page


def test_the_page_shows_every_line_with_role_reason_and_rule() -> None:
    outline = Outline(PAGE.to_html())
    assert outline.open == []
    assert outline.texts["span.text"] == [line.text for line in PAGE.lines]
    assert outline.texts["span.role"] == [str(line.role) for line in PAGE.lines]
    assert outline.texts["span.why"] == [f"{line.why} {line.rule}" for line in PAGE.lines]
    assert outline.texts["p.where"][2] == "Characters 21 to 28 of the text."
    assert outline.texts["p.begin"] == ["Article 1: Dam <opens> & fills", "Article 2: A second story"]


def test_the_legend_counts_the_roles_of_the_page() -> None:
    page = PAGE.to_html()
    chips = re.findall(r"<label class='chip (\w+)'>.*?<b>(\d+)</b>", page)
    assert chips == [("title", "2"), ("paragraph", "2"), ("share", "1"), ("blank", "1")]
    assert "6 lines: 4 kept, 1 removed, 1 blank. 2 articles read." in page
    assert "#show-share:not(:checked)" in page
    assert "#show-comment" not in page


def test_the_page_shows_the_articles_as_read() -> None:
    texts = Outline(PAGE.to_html()).texts
    assert texts["h3"] == ["Dam <opens> & fills", "A second story"]
    assert texts["span.dateline"] == ["BERN: "]
    assert texts["p.standfirst"] == ["A valley waits."]
    assert texts["ul.highlights"] == ["\nWater for all\n"]
    assert texts["ul"] == ["\nA second wall\nA fish ladder\n", "\nThe end\n"]
    assert texts["h4"] == ["What comes next"]
    assert texts["figure"] == ["The wall. AP/File", "The valley."]
    assert texts["time"] == ["2024-05-03", "2024-05-04 08:30:00"]
    facts = " ".join(texts["p.meta"])
    for fact in ("World", "By Ada Roe, Bo Lind", "The Example", "https://example.com/dam", "dam, water"):
        assert fact in facts


def test_a_bare_article_has_no_empty_rows() -> None:
    page = explained([(Role.TITLE, "Bare", 0)], Article(title="Bare")).to_html()
    assert "class=meta" not in page
    assert "<ul" not in page
    assert "<article dir=auto>" in page


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = PAGE.to_html()
    outline = Outline(page)
    assert outline.loads == []
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", page)
    assert "prefers-color-scheme: dark" in page


def test_the_page_of_nothing_says_so() -> None:
    outline = Outline(EMPTY.to_html())
    assert outline.texts["p.none"] == ["No article was found in the text.", "The text is empty."]
    assert outline.texts["title"] == ["Every line of a text"]
    assert "0 lines: 0 kept, 0 removed, 0 blank. 0 articles read." in outline.texts["p.sum"][0]


@given(text=st.text(st.characters()), rule=st.text(st.characters()), language=st.text(st.characters(), min_size=1))
def test_no_text_breaks_the_page(text: str, rule: str, language: str) -> None:
    line = Line(text, 0, len(text), text, Role.TITLE, rule, text, 0)
    article = Article(
        title=text,
        body=(Paragraph(text), Subheading(text), Bullet(text)),
        captions=(Caption(text, text),),
        authors=(text,),
        language=language,
        url=text,
    )
    page = Explanation(text, (line,), (article,)).to_html()
    assert page.encode("utf-8").decode("utf-8") == page
    outline = Outline(page)
    assert outline.open == []
    assert outline.texts["span.text"] == [visible(text)]
    assert outline.loads == []


# The terminal


def test_rows_of_a_plain_terminal() -> None:
    assert PAGE.render(color=False, width=80) == (
        "6 lines, 2 articles, 1 removed\n"
        "\n"
        "── article 1: Dam <opens> & fills ──────────────────────────────────────────────\n"
        "1  title       Dam <opens> & fills                    It is a title. (test.titl…\n"
        "2\n"
        "3  share       Follow                                 It is a share.\n"
        "                                                      (test.share)\n"
        "4  paragraph   BERN: The dam opened on Friday.        It is a paragraph. (test.…\n"
        "── article 2: A second story ───────────────────────────────────────────────────\n"
        "5  title       A second story                         It is a title. (test.titl…\n"
        "6  paragraph   It is short.                           It is a paragraph. (test.…\n"
        "\n"
        "fields of the article  title:2\n"
        "its body               paragraph:2\n"
        "removed                share:1\n"
        "blank                  blank:1\n"
    )


def test_str_is_the_plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert str(PAGE) == PAGE.render(color=False, width=80)


def test_color_changes_nothing_but_color() -> None:
    colored = PAGE.render(color=True, width=80)
    assert f"\x1b[{LOOKS[Role.SHARE].sgr}mshare" in colored
    stripped = [row.rstrip() for row in SGR.sub("", colored).splitlines()]
    assert stripped == PAGE.render(color=False, width=80).splitlines()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdout", "no_color", "colored"),
    [(Terminal(), "", True), (Terminal(), "1", False), (io.StringIO(), "", False), (None, "", False)],
    ids=["terminal", "NO_COLOR", "pipe", "closed"],
)
def test_color_is_for_terminals(
    *, monkeypatch: pytest.MonkeyPatch, stdout: io.StringIO | None, no_color: str, colored: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stdout", stdout)
    rendered = PAGE.render(width=80)
    assert ("\x1b[" in rendered) is colored


def test_the_width_is_the_terminals_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    rule = next(row for row in PAGE.render(color=False).splitlines() if row.startswith("──"))
    assert width_of(rule) == 64


def test_nothing_to_render() -> None:
    assert EMPTY.render(color=False) == "0 lines, 0 articles, 0 removed\n\n\n"


def test_a_page_cannot_steer_the_terminal() -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\u202egnp.exe"
    rendered = explained([(Role.OTHER, evil, 0)], Article(title=evil)).render(color=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", rendered)
    assert "␛]0;owned␇␛[2J" in rendered


@given(
    st.lists(st.tuples(st.sampled_from(Role), st.text(st.characters()), st.sampled_from([None, 0]))),
    st.integers(1, 200),
)
def test_no_row_is_wider_than_asked(rows: list[tuple[Role, str, int | None]], width: int) -> None:
    rendered = explained(rows, Article(title="x" * 300)).render(color=False, width=width)
    assert rendered.encode("utf-8")
    assert max(map(width_of, rendered.split("\n"))) <= max(width, 40)
    numbers = [int(match[1]) for match in re.finditer(r"^ *(\d+)(?:  \S|$)", rendered, re.MULTILINE)]
    assert [number for number in numbers if number][: len(rows)] == list(range(1, len(rows) + 1))


def test_a_huge_line_costs_no_more_than_its_column() -> None:
    rendered = explained([(Role.PARAGRAPH, "word " * 200_000, 0)], Article(title="t" * 1_000_000)).render(color=False)
    assert len(rendered) < 1000


# Text made visible


@given(st.text(st.characters()))
def test_visible_text_can_be_encoded_and_keeps_its_length(text: str) -> None:
    shown = visible(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f]", shown)


def test_what_is_ordinary_stays() -> None:
    text = "Prose, “quoted” — 日本語 العربية\u200f e\u0301 👩‍👩‍👧\ttab\xa0space"
    assert visible(text) == text


def test_signs_for_what_cannot_be_shown() -> None:
    assert visible("\0\n\x1b\x7f\x85\ud800\ufffe\u2028") == "␀␊␛␡\ufffd\ufffd\ufffd\ufffd"
    assert visible_in_terminal("a\tb\u2066c") == "a b\ufffdc"


@given(st.text(), st.integers(2, 20))
def test_clipped_text_fits_and_is_a_prefix(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert sum(map(columns, clipped)) <= width
    assert clipped == text or (clipped.endswith("…") and text.startswith(clipped[:-1]))


@given(st.text(), st.integers(2, 20))
def test_wrapped_text_fits_and_loses_only_white_space(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert all(sum(map(columns, row)) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(rows) or rows == [""]


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Mn", "Me"]), max_size=30))
def test_rows_are_filled_before_the_next_begins(text: str) -> None:
    for row, following in pairwise(wrap(text, 12)):
        word = following.split(" ")[0]
        assert width_of(row) + 1 + width_of(word) > 12 or width_of(row) + columns(word[0]) > 12
