"""What stands at the end of an article about those who wrote it: their lives, and who reported and edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..lines import BODY, Role
from ..recognizers.byline import BylineParts
from ..recognizers.byline_words import byline_words, is_role_word
from ..recognizers.closing import closing_authors
from .page import Page
from .signature import byline_of
from .verdict import Verdict

_LAST = 3
"""So many lines at the end of the text are asked."""

_LEAST = 3  # lines of text above an author's life
_BEFORE = 3  # words before an author's name: "Reporter Jane Doe covers ..."

_QUOTES = "\"'“‘„«»「『"

_LIFE = Verdict(Role.BIO, "reader.life")
CLOSING = Verdict(Role.NOTICE, "reader.closing")


def judge_lives(page: Page, verdicts: dict[int, Verdict], signatures: Mapping[int, BylineParts]) -> None:
    """Take from the body those of its last lines that tell of the authors, or of who reported and edited."""
    texts, body = page.measures.texts, sorted([number for number, verdict in verdicts.items() if verdict.role in BODY])
    bylines = [number for number, verdict in verdicts.items() if verdict.role is Role.BYLINE]
    authors = [name for number in bylines for name in _full_names(byline_of(page, number, signatures))]
    lives = body[_LEAST:][-_LAST:]
    for number in reversed(body[1:][-_LAST:]):
        if closing_authors(texts[number]):
            verdicts[number] = CLOSING
        elif number in lives and _tells_of(authors, texts[number], last=number == body[-1]):
            verdicts[number] = _LIFE


def _full_names(byline: BylineParts | None) -> list[str]:
    return [name for name in byline.authors if " " in name] if byline else []


def _tells_of(authors: Iterable[str], line: str, *, last: bool) -> bool:
    """Whether a line is about one of the authors, whom its first words name: the ``last`` one, or who they are.

    A quotation is not, nor what the author says or asks in an interview.
    """
    return line[0] not in _QUOTES and any(_is_about(name, line, last=last) for name in authors)


def _is_about(name: str, line: str, *, last: bool) -> bool:
    before, found, behind = line.partition(name)
    if not found or not _may_introduce(before.split()):
        return False
    if not behind or behind[0].isalnum() or behind[0] == ":":
        return line == name
    return last or behind[0] in "'’" or behind.split(maxsplit=1)[0] in byline_words().verbs


def _may_introduce(words: list[str]) -> bool:
    """Whether words before a name are titles: "Reporter", "Der Berliner Imam"."""
    titles = (word[-1].isalnum() and (word[0].isupper() or is_role_word(word.casefold())) for word in words)
    return len(words) <= _BEFORE and all(titles)
