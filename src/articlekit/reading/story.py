"""The lines of one article: its headline, the fields at its head, its body, each with a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice, pairwise

import attrs

from ..lines import BODY, FIELDS, REMOVED, Role
from ..recognizers.byline import BylineParts
from .cues import BYLINE, CAPTION, CREDIT, PICTURE, TIMESTAMP, long_sentences
from .evidence import Column
from .headline import (
    HEADLINE_CUES,
    around_evidence,
    candidates,
    said_evidence,
    said_next_evidence,
    seen_evidence,
)
from .liked import FIELDS_BELOW
from .measure import (
    END_ASK,
    END_CLOSED,
    END_COLON,
    END_NONE,
    END_QUOTED,
    END_STOP,
    PROSE_WORDS,
    START_MARK,
    Measures,
)
from .page import Page
from .pictures import ALT_TEXT, CAPTION_AGAIN, ends_in_credit, is_said_above, lines_above
from .signature import Signatures
from .verdict import Verdict, from_pack
from .weights import Weights

_Asked = tuple[Weights, Callable[[], list[Column]]]
"""Evidence that is asked only where it can decide: its weights, and what gives its values."""

HEAD = 6
"""Fields stand at most so many non-blank lines above the headline, or above the body where there is no headline."""

_HIGHEST = 18
"""And so many with the buttons and menus that stand between."""

_TAIL = 2
_TICKER_TIMES = 6
_FINALISTS = 6
_CLOSE = 3.0
"""A candidate that is seen to be so much worse than the best one is not asked what it says: it hardly ever wins."""
_SIGNED_CUES = (BYLINE, TIMESTAMP)
_FIELD_CUES = (*PICTURE, *_SIGNED_CUES)
_UNLIKELY = -3.5  # most candidates are no headline, so the best one may well score below 0
_FEW = 20  # percent of the kept words: so little before the headline is another story's
_LEAST_BARE = 4  # words of a headline that stands again without more
_KICKER_ENDS = (*":：!?！？.…",)
_STANDFIRST_WORDS = 6
_MOST_OF_TITLE = 2  # times as long as the headline is a line at most that says it with more
_HIGHLIGHT_WORDS = 30
_SUBHEADING_WORDS = 16
_MARKS, _DASHES = frozenset("•·*▪●►▶‣◦→>"), frozenset("-–—")
_SUBHEADING_ENDS = (END_NONE, END_ASK, END_COLON, END_QUOTED, END_CLOSED)

_SAID_AGAIN = Verdict(Role.REPEAT, "reader.said-again")
_ITEM = Verdict(Role.ITEM, "reader.item")
_PROSE = Verdict(Role.PARAGRAPH, "reader.prose")
_BY_CUE = {
    TIMESTAMP: Verdict(Role.TIMESTAMP, "reader.timestamp"),
    BYLINE: Verdict(Role.BYLINE, "reader.byline"),
    CAPTION: Verdict(Role.CAPTION, "reader.caption"),
    CREDIT: Verdict(Role.CREDIT, "reader.credit"),
}
_PICTURES = (_BY_CUE[CAPTION], _BY_CUE[CREDIT])


@attrs.frozen
class Story:
    """What was found of one article on its page: where it is, and the verdicts of its lines."""

    headline: int | None
    first: int
    """The first line of the body."""
    last: int
    verdicts: dict[int, Verdict]
    """By the number of the non-blank line; lines that are not here are not the article's."""
    signatures: dict[int, BylineParts]
    """Whom those bylines name that only their place tells from other lines."""


def story_of(page: Page) -> Story | None:
    """The article on a page that holds at most one; None when it holds none."""
    kept = page.kept
    if not kept:
        return None
    headline = headline_of(page, kept)
    kept = _without_lead_in(page, kept, headline)
    verdicts: dict[int, Verdict] = {}
    if headline is not None:
        verdicts[headline] = Verdict(Role.TITLE, "reader.headline")
    first = _first_paragraph(page, kept, headline)
    signatures = Signatures(page, kept, headline, first).found()
    verdicts.update(dict.fromkeys(signatures, _BY_CUE[BYLINE]))
    _judge_head(page, headline, first, verdicts)
    _judge_body(page, kept, first, verdicts)
    if not any(verdict.role in BODY for verdict in verdicts.values()):
        return None
    return Story(headline, first, kept[-1], verdicts, signatures)


def headline_of(page: Page, kept: Sequence[int]) -> int | None:
    """The headline of a body; None when even the best candidate has much more against it than for it."""
    among = candidates(page.measures, kept[0])
    if not among:
        return None
    seen = page.weights.seen.scores(seen_evidence(page.measures, kept[0], among, page.scores))
    ranked = sorted(zip(seen, among, strict=True), key=lambda pair: (-pair[0], pair[1]))
    best: list[tuple[float, int]] = []
    page.rules.ask(number for score, number in ranked[:_FINALISTS] if score > ranked[0][0] - _CLOSE)
    for score, number in ranked:
        if best and (score <= best[0][0] - _CLOSE or len(best) == _FINALISTS):
            break
        if page.cues[number] in HEADLINE_CUES:
            best.append((score, number))
    if not best:
        return None
    return _most_said(page, kept, [number for _, number in best], [score for score, _ in best])


def _most_said(page: Page, kept: Sequence[int], among: list[int], scores: list[float]) -> int | None:
    """The headline among the best candidates, by what stands and is said around them.

    The evidence is asked kind by kind, until what is left of it can change nothing.
    """
    weights, topics = page.weights, page.topics
    kinds: tuple[_Asked, ...] = (
        (weights.around, partial(around_evidence, among, page.cues)),
        (weights.said, partial(said_evidence, kept, among, topics)),
        (weights.said_next, partial(said_next_evidence, among, topics)),
    )
    for (weighs, ask), (low, high) in zip(kinds, weights.reach, strict=True):
        if _is_decided(scores, low, high):
            break
        scores = [score + more for score, more in zip(scores, weighs.scores(ask()), strict=True)]
    else:
        low = 0.0
    best = max(range(len(scores)), key=scores.__getitem__)
    return _bare(page, among[best]) if scores[best] + low > _UNLIKELY else None


def _bare(page: Page, headline: int) -> int:
    """The line just below a headline where it says the headline alone, else the headline."""
    below = headline + 1
    if below == len(page.measures.texts) or page.measures.words[below] < _LEAST_BARE:
        return headline
    return below if _has_surplus(*page.measures.texts[headline : below + 1]) else headline


def _has_surplus(title: str, bare: str) -> bool:
    """Whether a title says the bare one after the way to the page, or before a single word: the sign of a video.

    A kicker is more than that: a colon or another mark parts it from the headline.
    """
    way, sign = title.removesuffix(bare), title.removeprefix(bare)
    if way not in ("", title):
        return not way.rstrip().endswith(_KICKER_ENDS)
    return sign != title and len(sign.split()) == 1 and not bare.endswith(_KICKER_ENDS)


def _is_decided(scores: Sequence[float], low: float, high: float) -> bool:
    """Whether adding from ``low`` to ``high`` to each score changes neither which is best nor whether it is likely."""
    *_, best = ranked = sorted(scores)
    if best + low <= _UNLIKELY < best + high:
        return False
    return len(ranked) == 1 or ranked[-2] + high < best + low


def _without_lead_in(page: Page, kept: list[int], headline: int | None) -> list[int]:
    """The kept lines without the few that stand before the headline: another story's teaser, or a notice."""
    if headline is None:
        return kept
    words = page.measures.words
    after = [number for number in kept if number > headline]
    before = sum(words[number] for number in kept if number < headline)
    if after and 100 * before <= _FEW * sum(words[number] for number in after):
        return after
    return [number for number in kept if number != headline] or kept


def _first_paragraph(page: Page, kept: list[int], headline: int | None) -> int:
    """The first kept line that is neither a list item, nor a caption, nor the headline again, nor the standfirst."""
    low = -1 if headline is None or kept[0] < headline else headline  # text above the headline is the article's, too
    for place, number in enumerate(kept):
        if number < low or _is_highlight(page, number) or page.cues[number] in _FIELD_CUES:
            continue
        if headline is None or not _is_of_headline(page, number, headline, kept[place + 1 :]):
            return number
    return kept[0]


def _is_of_headline(page: Page, number: int, headline: int, below: Sequence[int]) -> bool:
    """Whether a kept line just under the headline says it again or is its standfirst."""
    if not 0 < number - headline <= _TAIL:
        return False
    return _says_headline(page, number, headline) or _is_standfirst(page, number, headline, below)


def _is_mark(page: Page, number: int) -> bool:
    """Whether a line is an item of a list; a sentence behind a dash is speech, as many languages print it."""
    measures = page.measures
    mark = measures.texts[number][0]
    return mark in _MARKS or (mark in _DASHES and not measures.prose[number])


def _is_highlight(page: Page, number: int) -> bool:
    """Whether an item of a list can be a highlight: a long sentence is an item of the text."""
    return _is_mark(page, number) and page.measures.prose[number] <= _HIGHLIGHT_WORDS


def _is_standfirst(page: Page, number: int, headline: int, below: Iterable[int]) -> bool:
    """Whether a line just under the headline is parted from the text.

    By the lines that name author or time; where these do not stand above it, a picture or a button may part it, too,
    but first paragraphs are often followed by such, and are seldom shorter than the next.
    """
    cues, lengths = page.cues, page.measures.lengths
    text = next((other for other in below if cues[other] not in PICTURE), number)
    if any(cues[line] in _SIGNED_CUES for line in range(number + 1, text + 1)):
        return True
    signed_above = any(cues[line] in _SIGNED_CUES for line in range(headline + 1, number))
    return not signed_above and text - number > 1 and lengths[number] < lengths[text]


def _judge_head(page: Page, headline: int | None, first: int, verdicts: dict[int, Verdict]) -> None:
    """Verdicts for the fields between a little above the headline and the first paragraph."""
    top = first if headline is None else min(headline, first)
    page.rules.ask(range(max(0, top - _HIGHEST), first))
    lines = range(_top_of_head(page, top), first)
    ticker = _ticker(page, lines)
    for number in lines:
        if number not in verdicts and number not in ticker:
            verdict = _head_verdict(page, number, headline)
            if verdict is _BY_CUE[CAPTION] and number - 1 != headline and is_said_above(page, number):
                verdicts[number - 1], verdict = ALT_TEXT, CAPTION_AGAIN
            if verdict is not None:
                verdicts[number] = verdict


def _top_of_head(page: Page, top: int) -> int:
    """Where the fields above an article begin; buttons and menus between them do not count."""
    rules, highest = page.rules, max(0, top - _HIGHEST)
    above = range(top - 1, highest - 1, -1)
    fields = (number for number in above if (rule := rules[number]) is None or rule.role not in REMOVED)
    return next(islice(fields, HEAD - 1, None), highest)


def _ticker(page: Page, head: range) -> frozenset[int]:
    """The times of a list of the latest news that stands in the head: many, and further from the text than a field."""
    far = head.stop - 2 * HEAD
    if far <= head.start:
        return frozenset()
    times = [number for number in head if page.cues[number] == TIMESTAMP]
    return frozenset(number for number in times if number < far) if len(times) >= _TICKER_TIMES else frozenset()


def _head_verdict(page: Page, number: int, headline: int | None) -> Verdict | None:
    field = _field(page, number)
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
    """Whether a line says the headline again, perhaps with its kicker or without, in the same letters."""
    said, title = (_letters(page.measures.texts[line]) for line in (number, headline))
    shorter, longer = sorted((said, title), key=len)
    return shorter in longer and _MOST_OF_TITLE * len(shorter) >= len(longer)


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line.casefold()))


def _field(page: Page, number: int) -> Verdict | None:
    """The verdict of a line that a rule or a recognizer takes for a field of the article."""
    rule = page.rules[number]
    if rule is not None:
        return from_pack(rule) if rule.role in FIELDS else None
    return _BY_CUE.get(page.cues[number])


def _judge_body(page: Page, kept: list[int], first: int, verdicts: dict[int, Verdict]) -> None:
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
        if verdict is _BY_CUE[CAPTION] and is_said_above(page, number):
            verdicts[number - 1], verdict = ALT_TEXT, CAPTION_AGAIN
        if verdict is not None:
            verdicts[number] = verdict
            if verdict.role is not Role.ITEM:  # two lists may have an item in common
                said.add(text)
        if verdict in _PICTURES:
            verdicts.update(_above_picture(page, number, first, verdicts))
    _judge_subheadings(page, kept, verdicts)


def _above_picture(page: Page, number: int, first: int, verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """The verdicts of the lines above a caption or a credit that are its picture's and were taken for prose."""
    above = lines_above(page, number, credit=verdicts[number] is _BY_CUE[CREDIT])
    return {n: verdict for n, verdict in above.items() if n >= first and verdicts.get(n) in (None, _PROSE)}


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
    verdict = _BY_CUE.get(page.cues[number]) if rule is None else None
    if verdict is not None:
        return verdict
    if rule is None and ends_in_credit(page.measures.texts[number]):
        return _BY_CUE[CAPTION]
    return _ITEM if _is_mark(page, number) else _PROSE


def _field_inside(page: Page, number: int) -> Verdict | None:
    """A line that is no text of the body can still be a caption, or say when the article changed."""
    field = _field(page, number)
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
