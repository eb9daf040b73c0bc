"""Hypothesis strategies for what a page can print: prose, headlines, datelines, captions and the boilerplate around.

Each text is one number, spelled out by the word lists of ``_printed.toml``: that is fast, and shrinks to the simplest
text. Whatever stands here is plain English that reads as what it is meant to be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from math import prod
from operator import itemgetter
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .model import Article, Bullet, Caption, Dateline, Paragraph, Place

_DASH = " — "
_DAYS = (date(1990, 1, 1), date(2035, 12, 31))
_HIGHLIGHTS, _PARAGRAPHS, _SENTENCES = 4, 7, 3


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("_printed.toml").read_text("utf-8"))


def themes() -> range:
    """The numbers of the themes."""
    return range(len(_words()["themes"]))


def _general(name: str, theme: int | None = None) -> list[str]:
    """General words; where there are enough, each theme has its own: two reports seldom share whole clauses."""
    words: list[str] = _words()["general"][name]
    return words if theme is None else words[theme :: len(themes())]


@st.composite
def _texts(draw: DrawFn, spell: Callable[..., str], *lists: Sequence[Any]) -> str:
    """The texts that ``spell`` makes of one item of each list."""
    number = draw(st.integers(0, prod(map(len, lists)) - 1))
    items = []
    for one in lists:
        number, place = divmod(number, len(one))
        items.append(one[place])
    return spell(*items)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def headlines(theme: int) -> SearchStrategy[str]:
    """Headlines of 5 to 12 words without end mark."""
    return openings(theme).map(itemgetter(0))


@st.composite
def openings(draw: DrawFn, theme: int) -> tuple[str, str]:
    """A headline, and the sentence below it that tells the same."""
    words = _words()["themes"][theme]
    who, did = draw(st.sampled_from(words["who"])), draw(st.sampled_from(words["did"]))
    after, when, source = (draw(st.sampled_from(_general(part))) for part in ("after", "when", "source"))
    return f"{who[0]} {did[0]} {after}", _capital(f"{who[1]} {did[1]} {when}, {source}.")


def sentences(theme: int) -> SearchStrategy[str]:
    """Sentences of 12 to 40 words on a theme."""
    words = _words()["themes"][theme]
    who, did = words["who"], words["did"]
    return st.one_of(
        _texts(
            lambda a, b, c, d: _capital(f"{a[1]} {b[1]} {c}, {d}."),
            who,
            did,
            _general("when", theme),
            _general("source", theme),
        ),
        _texts(lambda a, b, c: _capital(f"{c}, {a[1]} {b[1]}."), who, did, _general("when", theme)),
        _texts(lambda a, b, c: _capital(f"{a[1]} {b[1]} {c}."), who, did, _general("why", theme)),
        _texts("“{},” {}.".format, _general("quote", theme), _general("voice", theme)),
    )


def prose(theme: int) -> SearchStrategy[str]:
    """Paragraphs of one to three sentences."""
    return st.lists(sentences(theme), min_size=1, max_size=_SENTENCES, unique=True).map(" ".join)


def highlights(theme: int) -> SearchStrategy[str]:
    """Points of a list above the body, without end mark."""
    return _claims(theme, _general("when", theme))


def standfirsts(theme: int) -> SearchStrategy[str]:
    """A sentence that sums an article up."""
    return _claims(theme, _general("why", theme)).map("{}.".format)


def _claims(theme: int, more: Sequence[str]) -> SearchStrategy[str]:
    """What the people of a theme say they did, with when or why; no sentence of the body says it so."""
    words = _words()["themes"][theme]
    return _texts(
        lambda who, did, rest: _capital(f"{who[1]} say that they {did[1]} {rest}"), words["who"], words["did"], more
    )


def names() -> SearchStrategy[str]:
    """Names of people, of two words."""
    return _texts("{} {}".format, _general("first_names"), _general("last_names"))


@st.composite
def datelines(draw: DrawFn) -> Dateline:
    """Datelines in the styles of newspapers and agencies."""
    city = draw(st.sampled_from(_general("cities"))).upper()
    place = (Place(city),)
    style = draw(st.sampled_from(("colon", "dash", "agency", "date")))
    if style == "colon":
        return Dateline(printed=city, separator=": ", places=place)
    if style == "dash":
        return Dateline(printed=city, separator=_DASH, places=place)
    agency = draw(st.sampled_from(_general("agencies")))
    if style == "agency":
        return Dateline(printed=f"{city} ({agency})", separator=_DASH, places=place, agency=agency)
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    printed = f"{city}, {_general('months')[month - 1]} {day} ({agency})"
    return Dateline(printed=printed, separator=" - ", places=place, agency=agency, month=month, day=day)


@st.composite
def captions(draw: DrawFn, *, theme: int) -> Caption:
    """Captions with a credit: a photographer and an agency, or an agency alone."""
    who = _words()["themes"][theme]["who"]
    scene = _texts(lambda a, b, city: _capital(f"{a[1]} {b} in {city}."), who, _general("scene"), _general("cities"))
    agency = draw(st.sampled_from(_general("agencies")))
    photographer = draw(st.none() | names())
    if photographer is None:
        return Caption(draw(scene), agency, organisations=(agency,))
    return Caption(draw(scene), f"{photographer}/{agency}", photographers=(photographer,), organisations=(agency,))


@st.composite
def _reports(draw: DrawFn, theme: int, lead: str) -> tuple[Dateline | None, list[str]]:
    """The paragraphs of a report that begins with a lead, and the dateline before it; no other one says the lead."""
    others = prose(theme).filter(lambda text: lead not in text)
    texts = [lead, *draw(st.lists(others, min_size=2, max_size=_PARAGRAPHS, unique=True))]
    dateline = draw(st.none() | datelines())
    return dateline, texts if dateline is None else [str(dateline) + lead, *texts[1:]]


@st.composite
def articles(draw: DrawFn, *, theme: int | None = None, dated: bool = False) -> Article:
    """Articles whose plain text reads as a page: English, no two texts alike; dated: with the day of publication."""
    theme = draw(st.sampled_from(themes())) if theme is None else theme
    title, lead = draw(openings(theme))
    dateline, texts = draw(_reports(theme, lead))
    days = st.dates(*_DAYS)
    authors = draw(st.lists(names(), max_size=3, unique=True))
    published, updated = draw(days if dated else st.none() | days), draw(st.none() | days)
    # A standfirst is told from the first paragraph by the lines between them.
    parted = bool(authors or published or updated)
    return Article(
        title=title,
        body=[Paragraph(text) for text in texts],
        bullets=draw(st.lists(highlights(theme).map(Bullet), max_size=_HIGHLIGHTS, unique=True)),
        summary=draw(st.none() | standfirsts(theme)) if parted else None,
        dateline=dateline,
        authors=authors,
        captions=draw(st.lists(captions(theme=theme), max_size=2, unique_by=lambda caption: caption.text)),
        published=published,
        updated=updated,
        language="en",
    )


@st.composite
def several(draw: DrawFn) -> tuple[Article, ...]:
    """Two or three dated articles on different themes."""
    chosen = draw(st.lists(st.sampled_from(themes()), min_size=2, max_size=3, unique=True))
    return tuple(draw(articles(theme=theme, dated=True)) for theme in chosen)


@st.composite
def page_around(draw: DrawFn, text: str) -> str:
    """A text between the menu, the share row, the list of other stories and the footer of a page."""
    words = _words()["page"]
    menu = draw(st.lists(st.sampled_from(words["menu"]), min_size=3, unique=True))
    share = draw(st.lists(st.sampled_from(words["share"]), min_size=1, unique=True))
    stories = st.one_of(*map(headlines, themes()))
    related = [draw(st.sampled_from(words["related"])), *draw(st.lists(stories, min_size=2, max_size=5, unique=True))]
    # A page's related stories are not the story itself.
    related = [line for line in related if line not in text]
    footer = draw(st.lists(st.sampled_from(words["footer"]), min_size=2, unique=True))
    blocks = ["\n".join(lines) for lines in (menu, share, related, footer)]
    gap = "\n" * draw(st.integers(2, 3))
    return gap.join((blocks[0], text.strip("\n"), *blocks[1:])) + "\n"
