"""Makes an article of the lines that were given a role."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..lines import BODY, Role
from ..model import Article, Block, Bullet, Byline, Caption, Dateline, Paragraph, Subheading, Timestamp
from .language import language_of
from .page import Page
from .story import Story

_DATELINE_PARAGRAPHS = 4
_BULLET_MARKS = "•·*-–—▪●►▶‣◦→> \t\xa0"


def assemble(page: Page, story: Story) -> Article:
    """The article that a story's lines make."""
    roles = [(verdict.role, page.measures.texts[number]) for number, verdict in sorted(story.verdicts.items())]
    by_role: dict[Role, list[str]] = {}
    for role, text in roles:
        by_role.setdefault(role, []).append(text)
    body = tuple(_block(role, text) for role, text in roles if role in BODY)
    published, updated = _dates(by_role.get(Role.TIMESTAMP, []) + by_role.get(Role.BYLINE, []))
    return Article(
        title=" ".join(by_role.get(Role.TITLE, [])),
        body=body,
        bullets=tuple(Bullet(_without_mark(text)) for text in by_role.get(Role.BULLET, [])),
        summary="\n".join(by_role.get(Role.SUMMARY, [])) or None,
        dateline=_dateline(body),
        authors=_authors(by_role.get(Role.BYLINE, [])),
        captions=_captions(roles),
        published=published,
        updated=updated,
        language=language_of((block.text for block in body), page.vocabulary.languages_of),
    )


def _block(role: Role, text: str) -> Block:
    if role is Role.SUBHEADING:
        return Subheading(text)
    return Bullet(_without_mark(text)) if role is Role.ITEM else Paragraph(text)


def _without_mark(text: str) -> str:
    return text.lstrip(_BULLET_MARKS) or text


def _dateline(body: Iterable[Block]) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first four."""
    heads = [block.text for block in body if isinstance(block, Paragraph)][:_DATELINE_PARAGRAPHS]
    return next((found for found in map(Dateline.parse, heads) if found is not None), None)


def _authors(lines: Iterable[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for line in lines:
        byline = Byline.parse(line)
        for name in (byline.authors or byline.organisations) if byline else ():
            names.setdefault(name)
    return tuple(names)


def _captions(roles: Iterable[tuple[Role, str]]) -> tuple[Caption, ...]:
    """The captions; a line that is only a credit belongs to the caption just above it."""
    found: list[Caption] = []
    before = None
    for role, text in roles:
        if role is Role.CAPTION:
            found.append(Caption.parse(text))
        elif role is Role.CREDIT:
            credit = Caption.parse(text)
            if before is Role.CAPTION and found[-1].credit is None:
                above = found.pop()
                credit = Caption(above.text, credit.credit, None, credit.photographers, credit.organisations)
            found.append(credit)
        before = role
    return tuple(found)


def _dates(lines: Iterable[str]) -> tuple[date | None, date | None]:
    """When the article was published and updated: the first of each kind; a stamp of no kind says published."""
    first: dict[str, date] = {}
    for line in lines:
        for stamp in Timestamp.parse_all(line):
            if isinstance(stamp.value, date):
                first.setdefault(stamp.kind, stamp.value)
    return first.get("published", first.get("unknown")), first.get("updated")
