"""Names for the lines that are not the article's: asked for only when a reading is explained."""

from __future__ import annotations

from ..lines import REMOVED, Role
from .cues import BYLINE, PICTURE, TIMESTAMP
from .measure import START_UNCASED, Measures, is_shouted
from .page import Page
from .story import Story
from .verdict import Verdict, from_pack

_TEASER_WORDS = 7
_LINK_WORDS, _LINK_LENGTH, _UNCASED_LINK_LENGTH = 4, 60, 10


def name_line(page: Page, story: Story | None, number: int) -> Verdict:
    """The verdict of a line that is no line of the article."""
    rule = page.rules[number]
    if rule is not None and rule.role in REMOVED:
        return from_pack(rule)
    if number in page.zones:
        return _in_zone(page, number)
    if "©" in page.measures.texts[number][:2]:
        return Verdict(Role.NOTICE, "reader.copyright")
    if is_shouted(page.measures, number):
        return Verdict(Role.RELATED, "reader.shouted")
    if story is None:
        return Verdict(_by_shape(page, number), "reader.no-article")
    return _around(page, story, number)


def _in_zone(page: Page, number: int) -> Verdict:
    opener = page.zones[number]
    if _is_among_links(page, number, opener):
        return Verdict(Role.NAVIGATION, "reader.menu")
    rule = page.rules[opener]
    role = rule.role if rule is not None else Role.COMMENT  # only comments begin without a heading
    return Verdict(role, "reader.zone", detail=f"“{page.measures.texts[opener][:60]}”")


def _is_among_links(page: Page, number: int, opener: int) -> bool:
    """Whether a line and its neighbours in a zone are as short as links: zones end where a footer begins."""
    around = range(max(opener + 1, number - 1), min(number + 2, len(page.measures.texts)))
    return all(_is_short(page.measures, near) for near in around)


def _is_short(measures: Measures, number: int) -> bool:
    """Whether a line has no more than a link says; in scripts without capitals few letters say much."""
    most = _UNCASED_LINK_LENGTH if measures.starts[number] == START_UNCASED else _LINK_LENGTH
    return measures.words[number] <= _LINK_WORDS and measures.lengths[number] <= most


def _by_shape(page: Page, number: int) -> Role:
    return Role.RELATED if page.measures.words[number] >= _TEASER_WORDS else Role.NAVIGATION


def _around(page: Page, story: Story, number: int) -> Verdict:
    role = _by_shape(page, number)
    if page.cues[number] in (TIMESTAMP, BYLINE, *PICTURE):
        role = Role.RELATED
    if story.headline is not None and number < min(story.headline, story.first):
        return Verdict(role, "reader.before-headline")
    if story.first < number < story.last:
        return Verdict(Role.RELATED, "reader.between")
    return Verdict(role, "reader.teaser" if role is Role.RELATED else "reader.menu")
