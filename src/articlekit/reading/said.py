"""Whether an article tells of a person: its headline or its sentences say the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from .page import Page

_FIRST_WORD = re.compile(r"(?:^|(?<=[.!?…:] ))[^\w\n]{0,9}+\w++", re.MULTILINE)
_SHORT = 3  # letters
_INFLECTED = 5  # letters: a name of so many may have an ending
_LONGEST_ENDING, _PLURAL = 2, 1
_FEW_SENTENCES = 4  # of more, the last one may be the author's life
_CREDIT = "/"  # "The harbour at dawn / Jane Doe"


class Said:
    """The headline and the sentences of one article, to be asked for names."""

    def __init__(self, page: Page, kept: Sequence[int], headline: int | None) -> None:
        self._page, self._kept, self._headline = page, kept, headline

    def names(self, name: str) -> bool:
        """Whether the article says the last word of a name, but not where it introduces or credits its bearer.

        A short word must have its capital amid a sentence: in some languages many names are words of the language.
        """
        if len(name.rsplit(maxsplit=1)[-1]) <= _SHORT:
            return _is_in(name, _amid(self._title), _amid(self._text))
        return _is_in(name.casefold(), self._title.casefold(), self._folded_text)

    @cached_property
    def _title(self) -> str:
        return "" if self._headline is None else self._page.measures.texts[self._headline]

    @cached_property
    def _text(self) -> str:
        measures = self._page.measures
        sentences = [number for number in self._kept if measures.prose[number] and number != self._headline]
        told = sentences[:-1] if len(sentences) > _FEW_SENTENCES else sentences
        return "\n".join(measures.texts[number] for number in told)

    @cached_property
    def _folded_text(self) -> str:
        return self._text.casefold()


def _amid(text: str) -> str:
    """A text without the words that have their capital because a sentence or a line begins."""
    return _FIRST_WORD.sub("", text)


def _is_in(name: str, title: str, text: str) -> bool:
    headline = title.removeprefix(f"{name}.")  # as opinions are headed: "Jane Doe. The harbour must stay"
    return _is_said(name, headline) or _is_said(name, text, but_at_start=True)


def _is_said(name: str, text: str, *, but_at_start: bool = False) -> bool:
    """Whether a text has the last word of a name, perhaps with an ending.

    Lines that begin with the whole name do not count where ``but_at_start`` says so: they tell of an author's life.
    """
    last = name.rsplit(maxsplit=1)[-1]
    place = text.find(last)
    while place >= 0:
        after = place + len(last)
        if _is_word(text, place, after) and not _is_credit(text, name, after):
            start = text.rfind("\n", 0, place) + 1
            if not (but_at_start and text.startswith(name, start)):
                return True
            after = text.find("\n", after)
        place = text.find(last, after) if after >= 0 else -1
    return False


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a word stands between two places of a text, alone or with the ending that its length allows."""
    if start > 0 and text[start - 1].isalpha():
        return False
    longest = _LONGEST_ENDING if end - start >= _INFLECTED else _PLURAL
    behind = text[end : end + longest + 1]
    letters = next((place for place, char in enumerate(behind) if not char.isalpha()), len(behind))
    return letters <= longest


def _is_credit(text: str, name: str, end: int) -> bool:
    """Whether the whole name stands behind a slash, as a photographer's does."""
    start = end - len(name)
    return start >= 0 and text.startswith(name, start) and text[max(0, start - 2) : start].strip() == _CREDIT
