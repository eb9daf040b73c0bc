"""The body of an article: its paragraphs, subheadings and lists, and the fields among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..lines import BODY, FIELDS, Role
from .cues import CAPTION, CREDIT, long_sentences
from .fields import BY_CUE, field_of
from .liked import FIELDS_BELOW
from .lists import is_marked
from .measure import END_ASK, END_CLOSED, END_COLON, END_NONE, END_QUOTED, START_MARK, Measures
from .page import Page
from .pictures import ALT_TEXT, CAPTION_AGAIN, ends_in_credit, is_said_above, lines_above
from .verdict import Verdict, from_pack

_SUBHEADING_WORDS = 16
_SUBHEADING_ENDS = (END_NONE, END_ASK, END_COLON, END_QUOTED, END_CLOSED)

_SAID_AGAIN = Verdict(Role.REPEAT, "reader.said-again")
_ITEM = Verdict(Role.ITEM, "reader.item")
_PROSE = Verdict(Role.PARAGRAPH, "reader.prose")
_PICTURES = (BY_CUE[CAPTION], BY_CUE[CREDIT])
_MAY_BE_CAPTION = (BY_CUE[CAPTION], _PROSE)
_FREE = (None, _PROSE)


def judge_body(page: Page, kept: list[int], first: int, verdicts: dict[int, Verdict]) -> None:
    """Verdicts for the lines from the first paragraph to the last kept line, and the fields just under it."""
    chosen, texts = set(kept), page.measures.texts
    said = {texts[number] for number, verdict in verdicts.items() if verdict.role in FIELDS}
    plain = _plain(page, [number for number in kept if number >= first and number not in verdicts])
    verdicts.update(dict.fromkeys(plain, _PROSE))
    for number in range(first, min(kept[-1] + FIELDS_BELOW + 1, len(texts))):
        if number in verdicts:
            continue
        text = texts[number]
        if text in said:
            verdicts[number] = _SAID_AGAIN
            continue
        verdict = _body_verdict(page, number) if number in chosen else _field_inside(page, number)
        if _is_caption_again(page, number, verdict) and verdicts.get(number - 1) in _FREE:
            verdicts[number - 1], verdict = ALT_TEXT, CAPTION_AGAIN
        if verdict is not None:
            verdicts[number] = verdict
            if verdict.role is not Role.ITEM:  # two lists may have an item in common
                said.add(text)
        if verdict in _PICTURES:
            verdicts.update(_above_picture(page, number, first, verdicts))
    _judge_subheadings(page, kept, verdicts)


def _is_caption_again(page: Page, number: int, verdict: Verdict | None) -> bool:
    return verdict in _MAY_BE_CAPTION and is_said_above(page, number, caption=verdict is BY_CUE[CAPTION])


def _above_picture(page: Page, number: int, first: int, verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """The verdicts of the lines above a caption or a credit that are its picture's and were taken for prose."""
    above = lines_above(page, number, credit=verdicts[number] is BY_CUE[CREDIT])
    return {n: verdict for n, verdict in above.items() if n >= first and verdicts.get(n) in _FREE}


def _plain(page: Page, lines: Iterable[int]) -> list[int]:
    """The kept lines that are prose at a look, as most are: long sentences without rule and mark, said once."""
    rules, starts, counts = page.rules, page.measures.starts, page.measures.counts
    sentences = long_sentences(page.measures, lines)
    return [n for n in sentences if counts[n] == 1 and starts[n] != START_MARK and rules[n] is None]


def _body_verdict(page: Page, number: int) -> Verdict:
    rule = page.rules[number]
    if rule is not None and (rule.role in FIELDS or rule.role in BODY):
        return from_pack(rule)
    if number in page.listed:  # a list of dates is no list of timestamps
        return _ITEM
    verdict = BY_CUE.get(page.cues[number]) if rule is None else None
    if verdict is not None:
        return verdict
    if rule is None and ends_in_credit(page.measures.texts[number]):
        return BY_CUE[CAPTION]
    return _ITEM if is_marked(page.measures, number) else _PROSE


def _field_inside(page: Page, number: int) -> Verdict | None:
    """A line that is no text of the body can still be a caption, or say when the article changed."""
    field = field_of(page, number)
    return field if field is not None and field.role is not Role.BYLINE else None


def _judge_subheadings(page: Page, kept: Sequence[int], verdicts: dict[int, Verdict]) -> None:
    """Short paragraphs without end mark that stand above prose, or above the items of a list, are subheadings."""
    measures = page.measures
    for number, following in pairwise(kept):
        if not _is_short(measures, number):
            continue
        verdict = verdicts.get(number)
        if verdict is None or verdict.role is not Role.PARAGRAPH:
            continue
        heads_list = measures.ends[number] == END_NONE and verdicts.get(following) is _ITEM
        if heads_list or measures.words[following] > measures.words[number]:
            verdicts[number] = Verdict(Role.SUBHEADING, "reader.subheading")


def _is_short(measures: Measures, number: int) -> bool:
    short = measures.words[number] <= _SUBHEADING_WORDS and measures.ends[number] in _SUBHEADING_ENDS
    return short and not measures.prose[number]
