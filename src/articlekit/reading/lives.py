"""What stands at the end of an article about those who wrote it: their lives, and who reported and edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..lines import BODY, Role
from ..recognizers.byline import BylineParts
from ..recognizers.closing import closing_authors
from .page import Page
from .signature import byline_of
from .verdict import Verdict

_LAST = 3
"""So many lines at the end of the text are asked."""

_LEAST = 3  # lines of text above them
_BEFORE = 3  # words before an author's name: "The Porthaven historian Jane Doe teaches ..."

_LIFE = Verdict(Role.BIO, "reader.life")
_CLOSING = Verdict(Role.NOTICE, "reader.closing")


def judge_lives(page: Page, verdicts: dict[int, Verdict], signatures: Mapping[int, BylineParts]) -> None:
    """Take from the body those of its last lines that tell of the authors, or of who reported and edited."""
    texts, body = page.measures.texts, sorted([number for number, verdict in verdicts.items() if verdict.role in BODY])
    bylines = [number for number, verdict in verdicts.items() if verdict.role is Role.BYLINE]
    authors = [name for number in bylines for name in _full_names(byline_of(page, number, signatures))]
    for number in body[_LEAST:][-_LAST:]:
        if closing_authors(texts[number]):
            verdicts[number] = _CLOSING
        elif _tells_of(authors, texts[number]):
            verdicts[number] = _LIFE


def _full_names(byline: BylineParts | None) -> list[str]:
    return [name for name in byline.authors if " " in name] if byline else []


def _tells_of(authors: Iterable[str], line: str) -> bool:
    """Whether one of the authors is the first whom a line names; a colon behind a name begins speech."""
    for name in authors:
        before, found, behind = line.partition(name)
        if found and len(before.split()) <= _BEFORE and not behind.startswith(":"):
            return True
    return False
