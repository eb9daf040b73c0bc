"""The head of an article: what stands around its headline, down to the first paragraph."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import islice

from ..lines import Role
from ..recognizers.dateline import find_dateline
from .cues import CAPTION, PICTURE, TIMESTAMP
from .fields import BY_CUE, FIELD_CUES, SIGNED_CUES, field_of
from .lists import is_marked
from .measure import END_QUOTED, END_STOP, PROSE_WORDS
from .page import Page
from .pictures import ALT_TEXT, CAPTION_AGAIN, is_said_above
from .verdict import Verdict

_HEAD, _HIGHEST = 6, 18
"""Fields stand at most so many lines above the headline, or above the text where there is no headline; and so many with
the buttons and menus that stand between."""

_TAIL = 2
_SIGNED_ABOVE = 3  # lines above the headline in which author and time may stand
_TICKER_TIMES = 6
_STANDFIRST_WORDS = 6
_MOST_OF_TITLE, _FAR_LONGER = 2, 4  # times as long as the headline is a line at most that says it with more
_HIGHLIGHT_WORDS = 30
_OTHER_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


def first_paragraph(page: Page, kept: list[int], headline: int | None, signatures: Container[int]) -> int:
    """The first kept line of the text: no list item, no field, not the headline again, and no standfirst.

    ``signatures`` are lines that name the author as nothing but their place tells.
    """
    low = -1 if headline is None or kept[0] < headline else headline  # text above the headline is the article's, too
    for place, number in enumerate(kept):
        if number < low or _is_highlight(page, number) or _is_field(page, number, signatures):
            continue
        if headline is None or not 0 < number - headline <= _TAIL:
            return number
        if _says_headline(page, number, headline):
            continue
        if not _is_standfirst(page, range(headline, number + 1), kept[place + 1 :], signatures):
            return number
    return kept[0]


def _is_field(page: Page, number: int, signatures: Container[int]) -> bool:
    return number in signatures or page.cues[number] in FIELD_CUES


def _is_signed(page: Page, lines: range, signatures: Container[int]) -> bool:
    """Whether one of some lines names author or time."""
    return any(number in signatures or page.cues[number] in SIGNED_CUES for number in lines)


def _is_highlight(page: Page, number: int) -> bool:
    """Whether an item of a list can be a highlight: a long sentence is an item of the text."""
    return is_marked(page.measures, number) and page.measures.prose[number] <= _HIGHLIGHT_WORDS


def _is_standfirst(page: Page, lines: range, below: Sequence[int], signatures: Container[int]) -> bool:
    """Whether the last of some lines, of which the headline is the first, is parted from the text ``below``.

    By the lines that name author or time, or else by a picture. A dateline begins a first paragraph.
    """
    number, measures = lines[-1], page.measures
    text = next((other for other in below if other not in signatures and page.cues[other] not in PICTURE), number)
    signed = _is_signed(page, range(number + 1, text + 1), signatures)
    parted = signed or _is_parted_by_picture(page, lines, text, signatures)
    return parted and find_dateline(measures.texts[number]) is None


def _is_parted_by_picture(page: Page, lines: range, text: int, signatures: Container[int]) -> bool:
    """Whether a picture stands between the last of some lines and the text, and that line is no first paragraph.

    First paragraphs are often followed by a picture, too, but they are seldom shorter than the next, and author and
    time stand above them.
    """
    number, lengths = lines[-1], page.measures.lengths
    if lengths[number] >= lengths[text] or not any(page.cues[line] in PICTURE for line in range(number + 1, text)):
        return False
    return not _is_signed(page, range(max(0, lines[0] - _SIGNED_ABOVE), number), signatures)


def judge_head(page: Page, headline: int | None, first: int, verdicts: dict[int, Verdict]) -> None:
    """Verdicts for the fields between a little above the headline and the first paragraph."""
    top = first if headline is None else min(headline, first)
    page.rules.ask(range(max(0, top - _HEAD), first))
    lines = range(_top_of_head(page, top), first)
    ticker = _ticker(page, lines)
    for number in lines:
        if number not in verdicts and number not in ticker:
            verdict = _head_verdict(page, number, headline)
            if verdict is BY_CUE[CAPTION] and number - 1 != headline and is_said_above(page, number, caption=True):
                verdicts[number - 1], verdict = ALT_TEXT, CAPTION_AGAIN
            if verdict is not None:
                verdicts[number] = verdict


def _top_of_head(page: Page, top: int) -> int:
    """Where the fields above an article begin; buttons and menus between them do not count."""
    rules, near, highest = page.rules, max(0, top - _HEAD), max(0, top - _HIGHEST)
    if not any(map(rules.removes, range(near, top))):
        return near
    above = range(top - 1, highest - 1, -1)
    rules.ask(above)
    fields = (number for number in above if not rules.removes(number))
    return next(islice(fields, _HEAD - 1, None), highest)


def _ticker(page: Page, head: range) -> frozenset[int]:
    """The times of a list of the latest news that stands in the head: many, and further from the text than a field."""
    far = head.stop - 2 * _HEAD
    if far <= head.start:
        return frozenset()
    times = [number for number in head if page.cues[number] == TIMESTAMP]
    return frozenset(number for number in times if number < far) if len(times) >= _TICKER_TIMES else frozenset()


def _head_verdict(page: Page, number: int, headline: int | None) -> Verdict | None:
    field = field_of(page, number)
    if field is not None or page.rules[number] is not None or headline is None or number < headline:
        return field
    return _below_headline(page, number, headline)


def _below_headline(page: Page, number: int, headline: int) -> Verdict | None:
    """The verdict of a line between the headline and the first paragraph that neither rule nor recognizer takes."""
    if _says_headline(page, number, headline):
        return Verdict(Role.REPEAT, "reader.headline-again")
    if _is_highlight(page, number) and page.measures.words[number] >= 3:  # noqa: PLR2004 - shorter items are buttons
        return Verdict(Role.BULLET, "reader.highlight")
    if number in page.kept_set or _may_be_standfirst(page, number, headline):
        return Verdict(Role.SUMMARY, "reader.standfirst")
    return None


def _may_be_standfirst(page: Page, number: int, headline: int) -> bool:
    """Whether a line close below the headline is a sentence, or just below it and as long as one, without an end."""
    measures = page.measures
    if number - headline > _TAIL or measures.gaps[number] > _TAIL:
        return False
    if END_STOP <= measures.ends[number] <= END_QUOTED:
        return measures.words[number] >= _STANDFIRST_WORDS
    below = all(_says_headline(page, line, headline) for line in range(headline + 1, number))
    return below and measures.words[number] >= PROSE_WORDS


def _says_headline(page: Page, number: int, headline: int) -> bool:
    """Whether a line says the headline again in the same letters, perhaps behind its kicker, or most of it.

    What goes on behind the headline is a sentence of its own.
    """
    lengths = page.measures.lengths
    if lengths[number] > _FAR_LONGER * lengths[headline]:
        return False
    said, title = (_letters(page.measures.texts[line]) for line in (number, headline))
    if said.endswith(title):
        return len(said) <= _MOST_OF_TITLE * len(title)
    return said in title and len(title) <= _MOST_OF_TITLE * len(said)


def _letters(line: str) -> str:
    folded = line.casefold()
    if folded.isascii():
        return folded.encode().translate(None, _OTHER_SIGNS).decode()  # much faster than to look at every sign
    return "".join(filter(str.isalnum, folded))
