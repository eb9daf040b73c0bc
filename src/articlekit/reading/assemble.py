"""Makes an article of the lines that were given a role."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import islice

import attrs

from ..lines import BODY, Role
from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph, Subheading
from .language import language_of
from .page import Page
from .pictures import CAPTION_AGAIN
from .signed import authors_of, dates_of, signed_lines
from .story import Story

_DATELINE_PARAGRAPHS = 4
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
    signed = signed_lines(story, sorted(bylines + numbers[Role.TIMESTAMP]))
    published, updated = dates_of(page, signed)
    return Article(
        title=" ".join(_MARK_OF_TITLE.sub("", texts[number]) for number in numbers[Role.TITLE]),
        body=tuple(body),
        bullets=tuple(Bullet(_without_mark(texts[number])) for number in numbers[Role.BULLET]),
        summary="\n".join(texts[number] for number in numbers[Role.SUMMARY]) or None,
        dateline=_dateline(body),
        authors=authors_of(page, story, signed),
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
