"""Makes an article of the lines that were given a role."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

import attrs

from ..lines import BODY, Role
from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph, Subheading
from ..recognizers.byline import BylineParts, find_byline
from ..recognizers.byline_words import lead_end
from ..recognizers.closing import closing_authors, life_of
from ..recognizers.signature import find_signature
from .language import language_of
from .page import Page
from .pictures import CAPTION_AGAIN
from .said import Said
from .signature import INSIDE
from .story import Story

_DATELINE_PARAGRAPHS = 4
_LINES_BELOW = 4
"""An author's life stands at most so many lines below the text."""

_PARAGRAPH = Role.PARAGRAPH  # looked up once, for there are many
_MARK_OF_TITLE = re.compile(r"\A[•·*▪●►▶‣◦→>]\s+(?=\S)")  # some pages print the headline as an item of a list, too
_BULLET_MARKS = "•·*-–—▪●►▶‣◦→> \t\xa0"


def assemble(page: Page, story: Story) -> Article:
    """The article that a story's lines make."""
    texts = page.measures.texts
    verdicts = story.verdicts
    numbers: dict[Role, list[int]] = defaultdict(list)
    credits_below: set[int] = set()
    body: list[Block] = []
    before = None
    for number in sorted(verdicts):
        role = verdicts[number].role
        if role in BODY:
            text = texts[number]
            body.append(Paragraph(text) if role is _PARAGRAPH else _other_block(role, text))
        else:
            numbers[role].append(number)
            if role is Role.CREDIT and before is Role.CAPTION:
                credits_below.add(number)
        before = role
    bylines, pictures = numbers[Role.BYLINE], sorted(numbers[Role.CAPTION] + numbers[Role.CREDIT])
    signed = _by_nearness(story, sorted(bylines + numbers[Role.TIMESTAMP]))
    published, updated = _dates(page, signed)
    return Article(
        title=" ".join(_MARK_OF_TITLE.sub("", texts[number]) for number in numbers[Role.TITLE]),
        body=tuple(body),
        bullets=tuple(Bullet(_without_mark(texts[number])) for number in numbers[Role.BULLET]),
        summary="\n".join(texts[number] for number in numbers[Role.SUMMARY]) or None,
        dateline=_dateline(body),
        authors=_authors(page, story, signed),
        captions=_captions(story, texts, pictures, credits_below) if pictures else (),
        published=published,
        updated=updated,
        language=language_of((block.text for block in body), page.vocabulary.languages_of),
    )


def _other_block(role: Role, text: str) -> Block:
    return Bullet(_without_mark(text)) if role is Role.ITEM else Subheading(text)


def _without_mark(text: str) -> str:
    return text.lstrip(_BULLET_MARKS) or text


def _dateline(body: Iterable[Block]) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first four."""
    heads = islice((block.text for block in body if isinstance(block, Paragraph)), _DATELINE_PARAGRAPHS)
    return next(filter(None, map(Dateline.parse, heads)), None)


class _Signed(NamedTuple):
    """The lines that name an article's author or a time, by where they stand: the nearest to the headline first."""

    near: list[int]
    """Between the headline and the text, and just below its first paragraph."""
    above: list[int]
    below: list[int]
    inside: list[int]
    """Amid the text, where a line may just as well tell of another's words, or of a picture."""


def _by_nearness(story: Story, lines: Iterable[int]) -> _Signed:
    low, high = sorted((story.first if story.headline is None else story.headline, story.first))
    signed = _Signed([], [], [], [])
    for number in lines:
        if number < low:
            signed.above.insert(0, number)
        elif number <= high + INSIDE:
            signed.near.append(number)
        else:
            (signed.inside if number < story.last else signed.below).append(number)
    return signed


def _authors(page: Page, story: Story, signed: _Signed) -> tuple[str, ...]:
    """Whom the bylines nearest to the headline name, or else the end of a line that is a time.

    Amid the text only a byline that begins with "By" counts.
    """
    texts, verdicts = page.measures.texts, story.verdicts
    inside = [number for number in signed.inside if lead_end(texts[number], sure=True)]
    for zone in (signed.near, signed.above, signed.below, inside):
        bylines = [number for number in sorted(zone) if verdicts[number].role is Role.BYLINE]
        if names := _names(_byline(page, story, number) for number in bylines):
            return names
    return _names(find_signature(texts[number]) for number in signed.near) or _introduced(page, story)


def _introduced(page: Page, story: Story) -> tuple[str, ...]:
    """Whom the last lines of the text, or those just below, name as reporters or introduce as the author."""
    texts, body = page.measures.texts, [number for number, own in story.verdicts.items() if own.role in BODY]
    said = Said(page, body, story.headline)
    for text in texts[story.last : story.last + _LINES_BELOW + 1]:
        if names := closing_authors(text):
            return names
        if (name := life_of(text)) and not said.names(name):
            return (name,)
    return ()


def _byline(page: Page, story: Story, number: int) -> BylineParts | None:
    known = story.signatures.get(number) or page.cues.bylines.get(number)
    return known or find_byline(page.measures.texts[number])


def _names(bylines: Iterable[BylineParts | None]) -> tuple[str, ...]:
    named = (byline.authors or byline.organisations for byline in bylines if byline)
    return tuple(dict.fromkeys(name for names in named for name in names))


def _captions(story: Story, texts: Sequence[str], lines: Iterable[int], below: Container[int]) -> tuple[Caption, ...]:
    """The captions; a line that is only a credit and stands just below one belongs to it."""
    found: list[Caption] = []
    for number in lines:
        again = story.verdicts.get(number + 1) is CAPTION_AGAIN
        caption = Caption.parse(texts[number + 1 if again else number])
        if number in below and found[-1].credit is None:
            caption = attrs.evolve(caption, text=found.pop().text)
        found.append(caption)
    return tuple(found)


def _dates(page: Page, signed: _Signed) -> tuple[date | None, date | None]:
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
