"""Makes an article of the lines that were given a role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import islice

from ..lines import BODY, Role
from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph, Place, Subheading
from ..recognizers.byline import find_byline
from ..recognizers.caption import split_caption
from ..recognizers.dateline import find_dateline
from .language import language_of
from .page import Page
from .story import CAPTION_AGAIN, Story

_DATELINE_PARAGRAPHS = 4
_BULLET_MARKS = "•·*-–—▪●►▶‣◦→> \t\xa0"


def assemble(page: Page, story: Story) -> Article:
    """The article that a story's lines make."""
    texts = page.measures.texts
    numbers: dict[Role, list[int]] = defaultdict(list)
    credits_below: set[int] = set()
    body: list[Block] = []
    before = None
    for number, verdict in sorted(story.verdicts.items()):
        role = verdict.role
        if role in BODY:
            body.append(_block(role, texts[number]))
        else:
            numbers[role].append(number)
            if role is Role.CREDIT and before is Role.CAPTION:
                credits_below.add(number)
        before = role
    bylines = numbers[Role.BYLINE]
    published, updated = _dates(page, numbers[Role.TIMESTAMP] + bylines)
    return Article(
        title=" ".join(texts[number] for number in numbers[Role.TITLE]),
        body=tuple(body),
        bullets=tuple(Bullet(_without_mark(texts[number])) for number in numbers[Role.BULLET]),
        summary="\n".join(texts[number] for number in numbers[Role.SUMMARY]) or None,
        dateline=_dateline(body),
        authors=_authors(page, bylines) if bylines else (),
        captions=_captions(story, texts, sorted(numbers[Role.CAPTION] + numbers[Role.CREDIT]), credits_below),
        published=published,
        updated=updated,
        language=language_of((block.text for block in body), page.vocabulary.languages_of),
    )


def _block(role: Role, text: str) -> Block:
    if role is Role.PARAGRAPH:
        return Paragraph(text)
    return Bullet(_without_mark(text)) if role is Role.ITEM else Subheading(text)


def _without_mark(text: str) -> str:
    return text.lstrip(_BULLET_MARKS) or text


def _dateline(body: Iterable[Block]) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first four."""
    heads = islice((block.text for block in body if isinstance(block, Paragraph)), _DATELINE_PARAGRAPHS)
    found = next(filter(None, map(find_dateline, heads)), None)
    if found is None:
        return None
    return Dateline(**{**found._asdict(), "places": [Place(*place) for place in found.places]})


def _authors(page: Page, lines: Iterable[int]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for number in lines:
        byline = page.cues.bylines.get(number) or find_byline(page.measures.texts[number])
        for name in (byline.authors or byline.organisations) if byline else ():
            names.setdefault(name)
    return tuple(names)


def _captions(story: Story, texts: Sequence[str], lines: Iterable[int], below: Container[int]) -> tuple[Caption, ...]:
    """The captions; a line that is only a credit and stands just below one belongs to it."""
    found: list[Caption] = []
    for number in lines:
        again = story.verdicts.get(number + 1) is CAPTION_AGAIN
        parts = split_caption(texts[number + 1 if again else number])
        text = found.pop().text if number in below and found[-1].credit is None else parts.text
        found.append(Caption(text, parts.credit, None, parts.photographers, parts.organisations))
    return tuple(found)


def _dates(page: Page, lines: Iterable[int]) -> tuple[date | None, date | None]:
    """When the article was published and updated: the first of each kind; a stamp of no kind says published."""
    first: dict[str, date] = {}
    for number in lines:
        for stamp in page.cues.stamps_in(number):
            if isinstance(stamp.value, date):
                first.setdefault(stamp.kind, stamp.value)
    return first.get("published", first.get("unknown")), first.get("updated")
