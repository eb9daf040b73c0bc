"""Lines of a page: how a text is cut without loss, and what a line can be."""

from __future__ import annotations

import re
from enum import StrEnum

import attrs


class Role(StrEnum):
    """What a line is on its page."""

    TITLE = "title"
    SUMMARY = "summary"
    BULLET = "bullet"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    CAPTION = "caption"
    CREDIT = "credit"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    ITEM = "item"
    KICKER = "kicker"
    EMBED = "embed"
    REPEAT = "repeat"
    SHARE = "share"
    RELATED = "related"
    PROMOTION = "promotion"
    NAVIGATION = "navigation"
    NOTICE = "notice"
    COMMENT = "comment"
    BIO = "bio"
    OTHER = "other"
    BLANK = "blank"


FIELDS = frozenset({Role.TITLE, Role.SUMMARY, Role.BULLET, Role.BYLINE, Role.TIMESTAMP, Role.CAPTION, Role.CREDIT})
"""Roles that fill a field of the article."""

BODY = frozenset({Role.PARAGRAPH, Role.SUBHEADING, Role.ITEM})
"""Roles that make the article's body."""

REMOVED = frozenset(Role) - FIELDS - BODY - {Role.BLANK}
"""Roles of lines that are not the article's."""


@attrs.frozen
class Line:
    """One line of the source with its verdict.

    ``raw`` is ``source[start:end]``, line ending included; ``start`` and ``end`` are offsets in characters.
    ``text`` is ``raw`` without the white space around it. ``rule`` is a name that one search in the package or
    in a pack finds, ``why`` one sentence, ``article`` the index of the article the line belongs to, or None.
    """

    raw: str
    start: int
    end: int
    text: str
    role: Role
    rule: str
    why: str
    article: int | None = None

    @property
    def removed(self) -> bool:
        """Whether the line is neither blank nor part of an article."""
        return self.role in REMOVED


_TERMINATOR = re.compile(r"\r\n|\r|\n")


def cut(text: str) -> list[str]:
    r"""Cut a text into raw lines, each with its terminator, so that ``"".join(cut(text)) == text``.

    Only ``\n``, ``\r\n`` and ``\r`` end a line: ``str.splitlines`` also cuts at ``\x0b``, ``\x1c``, ``\x85`` and
    ``\u2028``, which stand inside sentences in real pages.

    >>> cut("Title\r\nBody\x85still body\n")
    ['Title\r\n', 'Body\x85still body\n']
    """
    lines = text.splitlines(keepends=True)
    if "\r" not in text and len(lines) == text.count("\n") + (text[-1:] not in {"", "\n"}):
        return lines  # no character but the line feed has cut
    lines, start = [], 0
    for match in _TERMINATOR.finditer(text):
        lines.append(text[start : match.end()])
        start = match.end()
    if start < len(text):
        lines.append(text[start:])
    return lines
