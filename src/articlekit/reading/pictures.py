"""Pictures: lines beside a caption or a credit that are its picture's, though they read as prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lines import Role
from ..recognizers.caption import SENTENCE_ENDS, split_caption
from .measure import Measures
from .page import Page
from .verdict import Verdict

_LEAST_ALT_TEXT, _LONGEST_CREDIT = 15, 60  # characters
_CAPTION_WORDS, _FEW_WORDS = 30, 20
_FAR = 9  # blank lines
_CREDIT_MARKS = "/|©–—(["
_STOPS = (".", "!", "?", "…", "。")
_VERSE = re.compile(r"\w+ [\d:,–-]+")  # "Psalm 23", "Article 12"
_IN_BLOCK = 2
_LONGEST_INITIALS = 4  # characters: so writers sign their reports

ALT_TEXT = Verdict(Role.CAPTION, "reader.alt-text")
CAPTION_AGAIN = Verdict(Role.REPEAT, "reader.caption-again")
"""A caption with its credit, just below the same words without."""

_ABOVE_CREDIT = Verdict(Role.CAPTION, "reader.above-credit")
_WITH_PICTURE = Verdict(Role.CAPTION, "reader.with-picture")


def is_said_above(page: Page, number: int, *, caption: bool) -> bool:
    """Whether the line above says a caption's words without the credit: a picture's alternative text.

    A line that is no known ``caption`` is one where a mark, or a capital behind the sentence, begins what it adds.
    """
    texts, above = page.measures.texts, number - 1
    if number == 0 or page.measures.lengths[above] < _LEAST_ALT_TEXT or not texts[number].startswith(texts[above]):
        return False
    return page.rules[above] is None and (
        caption or _is_credit(texts[number][len(texts[above]) :].strip(), texts[above])
    )


def _is_credit(words: str, before: str) -> bool:
    """Whether a few words behind a caption's text may be its credit: they are no sentence."""
    if not 0 < len(words) <= _LONGEST_CREDIT or words[-1] in ".!?…":
        return False
    return words[0] in _CREDIT_MARKS or (before.endswith(SENTENCE_ENDS) and words[0].isupper() and "/" in words)


def ends_in_credit(line: str) -> bool:
    """Whether a line of the body ends in a bracket behind its full stop that names somebody, known or not.

    >>> ends_in_credit("The island was sold. (Harbour Estates)"), ends_in_credit("The Harbour Police (HP)")
    (True, False)
    """
    if line[-1] not in ")]" or len(line) < _LEAST_ALT_TEXT:
        return False
    text, credit, *_ = split_caption(line)
    if credit is None or len(credit) <= _LONGEST_INITIALS or _VERSE.fullmatch(credit):
        return False
    return text.endswith(_STOPS)


def lines_above(page: Page, number: int, *, credit: bool) -> dict[int, Verdict]:
    """The lines above a caption, or above a ``credit``, that may be its picture's, with their verdicts."""
    block = _block_above(page.measures.gaps, number)
    apart = all(page.rules[line] is None and _may_be_alt_text(page.measures, line) for line in block)
    found = dict.fromkeys(block if apart else (), _WITH_PICTURE)
    if credit and number and _is_caption_above(page, number - 1):
        found[number - 1] = _ABOVE_CREDIT
    return found


def _may_be_alt_text(measures: Measures, number: int) -> bool:
    return measures.lengths[number] >= _LEAST_ALT_TEXT and measures.words[number] <= _CAPTION_WORDS


def _block_above(gaps: Sequence[int], number: int) -> range:
    """The lines above one that ends a block of two or three, where blank lines part it from the paragraphs around.

    Pages print so a picture's alternative text, its caption and its credit.
    """
    below = gaps[number + 1 : number + 2]
    if gaps[number] or below == [0]:
        return range(0)
    top = next((line for line in range(number - 1, max(-1, number - 1 - _IN_BLOCK), -1) if gaps[line]), number)
    return range(top, number)


def _is_caption_above(page: Page, number: int) -> bool:
    """Whether a line just above a picture credit is the picture's caption: short, and the credit stands close to it.

    The credit may be as near to the line below: then the caption is shorter still. Nearer to it, it is not this one's.
    """
    before, above, below = (*page.measures.gaps[number : number + 3], _FAR)[:3]
    if above > min(before, below) or page.rules[number] is not None:
        return False
    return page.measures.words[number] <= (_CAPTION_WORDS if above < max(before, below) else _FEW_WORDS)
