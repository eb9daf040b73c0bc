"""Who wrote an article and when it was published: what its bylines and timestamps say, the nearest to it first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..lines import BODY, Role
from ..recognizers.byline import BylineParts
from ..recognizers.byline_words import lead_end
from ..recognizers.closing import closing_authors, life_of
from ..recognizers.signature import find_signature
from .lives import CLOSING
from .page import Page
from .said import Said
from .signature import INSIDE, byline_of
from .story import Story

_LINES_BELOW = 4
"""An author's life stands at most so many lines below the text."""


class Signed(NamedTuple):
    """The lines that name an article's author or a time, by where they stand: the nearest to the headline first."""

    near: list[int]
    """Between the headline and the text, and just below its first paragraph."""
    above: list[int]
    below: list[int]
    inside: list[int]
    """Amid the text, where a line may just as well tell of another's words, or of a picture."""


def signed_lines(story: Story, lines: Iterable[int]) -> Signed:
    """An article's bylines and timestamps, by where they stand."""
    low, high = sorted((story.first if story.headline is None else story.headline, story.first))
    signed = Signed([], [], [], [])
    for number in lines:
        if number < low:
            signed.above.insert(0, number)
        elif number <= high + INSIDE:
            signed.near.append(number)
        else:
            (signed.inside if number < story.last else signed.below).append(number)
    return signed


def authors_of(page: Page, story: Story, signed: Signed) -> tuple[str, ...]:
    """Whom the bylines nearest to the headline name, or else the end of a line that is a time.

    Amid the text only a byline that begins with "By" counts.
    """
    texts, verdicts = page.measures.texts, story.verdicts
    inside = [number for number in signed.inside if lead_end(texts[number], sure=True)]
    for zone in (signed.near, signed.above, signed.below, inside):
        bylines = [number for number in sorted(zone) if verdicts[number].role is Role.BYLINE]
        if names := _names(byline_of(page, number, story.signatures) for number in bylines):
            return names
    return _names(find_signature(texts[number]) for number in signed.near) or _introduced(page, story)


def _introduced(page: Page, story: Story) -> tuple[str, ...]:
    """Whom the last lines of the text, or those just below, name as reporters or introduce as the author."""
    closing = [number for number, verdict in story.verdicts.items() if verdict is CLOSING]
    for number in (*closing, *range(story.last, min(story.last + _LINES_BELOW + 1, len(page.measures.texts)))):
        text = page.measures.texts[number]
        if names := closing_authors(text):
            return names
        if (name := life_of(text)) and not _says(page, story, name):
            return (name,)
    return ()


def _says(page: Page, story: Story, name: str) -> bool:
    """Whether the article tells of a person."""
    body = [number for number, own in story.verdicts.items() if own.role in BODY]
    return Said(page, body, story.headline).names(name)


def _names(bylines: Iterable[BylineParts | None]) -> tuple[str, ...]:
    named = (byline.authors or byline.organisations for byline in bylines if byline)
    return tuple(dict.fromkeys(name for names in named for name in names))


def dates_of(page: Page, signed: Signed) -> tuple[date | None, date | None]:
    """When the article was published and updated, as the lines nearest to the headline say.

    The first of each kind holds; a stamp of no kind says published, but not amid the text, where it is another's.
    """
    found: dict[str, date] = {}
    for lines in signed:
        first: dict[str, date] = {}
        for number in lines:
            for stamp in page.cues.stamps_in(number):
                if isinstance(stamp.value, date):
                    first.setdefault(stamp.kind, stamp.value)
        if lines is not signed.inside and "unknown" in first:
            first.setdefault("published", first["unknown"])
        found = first | found
    return found.get("published"), found.get("updated")
