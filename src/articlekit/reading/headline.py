"""Which line is the headline: candidates around the head of the body, ranked by evidence."""

from __future__ import annotations

from collections.abc import Sequence

from ..recognizers.names import is_name
from .cues import CUES, FIELD, NONE, Cues
from .evidence import ENDS, SIGNS, STARTS, Column, binned, cross, kinds, scale, signs, tenths
from .measure import END_STOP, START_LOWER, START_MARK, START_QUOTE, START_UNCASED, Measures
from .topic import Topics, share_found
from .weights import Weights

BEFORE, AFTER = 40, 3
"""Candidates stand at most so many non-blank lines before, or after, the first line of the body."""

HEADLINE_CUES = (NONE, FIELD)
"""What is a field of another kind, or not the article's, is no headline."""

_LONGEST, _SHORTEST = 260, 6
_BODY_LINES = 8
_SENTENCE_WORDS = 15
_NAME_WORDS = (2, 3)
_CLOSING = {"“": '”“"', "”": '”"', "‘": "’‘'", "„": '“”"', "«": "»", "»": "«»", '"': '"”“', "「": "」", "『": "』"}
_FIELDS_WITHIN = 3  # lines
_TOP = 3  # the page's own title stands in its first lines

_size = scale("size", "characters", 1, 15, 30, 50, 80, 130)

SEEN = (
    scale("lines before the body", "lines", 1, 2, 3, 4, 5, 7, 10, 15, 25),
    scale("lines after the body's first", "lines", 1, 2, 3),
    scale("repeats", "times on the page", 2, 3, 4),
    scale("headline length", "characters", 12, 20, 28, 36, 45, 55, 65, 80, 100, 130, 170),
    kinds("headline end", *ENDS),
    kinds("headline start", *STARTS),
    scale("line number", "lines from the top", 1, 2, 3, 5, 8, 15, 30, 60),
    scale("first score", "tenths of a unit above -8", 40, 60, 70, 80, 90, 100, 120),
    scale("blank lines before", "lines", 1, 2, 3),
    kinds("signs", *SIGNS),
    kinds("headline name", "another shape than names", "the shape of a name"),
    scale("begins another line", "lines near the top", 1, 2),
    cross("sizes around", _size, _size),
)
"""What is seen of a candidate and around it."""

AROUND = (cross("cues around", kinds("cue of the line", *CUES), kinds("cue after", *CUES)),)
"""What a candidate is, and the first of the next lines that is a field or not the article's."""

SAID = (scale("words shared with the body", "%", 1, 20, 34, 50, 67, 80, 100),)
"""What the body says of a candidate's words: dear to find out, so asked only where it can decide."""

HEADLINE = SEEN + AROUND + SAID


def candidates(measures: Measures, first: int) -> list[int]:
    """The lines that may be the headline of a body whose first line is ``first``; a word alone is a section's name."""
    around = range(max(0, first - BEFORE), min(len(measures.texts), first + AFTER + 1))
    return [n for n in around if _has_size(measures, n) and not _is_sentence(measures, n)]


def _has_size(measures: Measures, number: int) -> bool:
    """Whether a line is as long as headlines are, and more than a word: in Chinese, a short one has no spaces."""
    if not _SHORTEST <= measures.lengths[number] <= _LONGEST:
        return False
    return measures.words[number] > 1 or measures.starts[number] == START_UNCASED


def _is_sentence(measures: Measures, number: int) -> bool:
    """Whether a line is a sentence of the text: it ends in a full stop, is long, and is said once."""
    return (
        measures.ends[number] == END_STOP and measures.prose[number] > _SENTENCE_WORDS and measures.counts[number] == 1
    )


def seen_evidence(measures: Measures, first: int, among: Sequence[int], scores: Sequence[float]) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in SEEN; ``first`` is the body's first line."""
    lengths = [measures.lengths[number] for number in among]
    size = [*binned(_size, measures.lengths), 0]  # the last one stands for the lines beyond either end
    texts = [measures.texts[number] for number in among]
    tops = "\n".join(["", *measures.texts[:_TOP]])
    return [
        [max(0, first - number) for number in among],
        [max(0, number - first) for number in among],
        [measures.counts[number] for number in among],
        lengths,
        [measures.ends[number] for number in among],
        [measures.starts[number] for number in among],
        list(among),
        [tenths(scores[number]) for number in among],
        [measures.gaps[number] for number in among],
        signs(texts),
        [int(may_be_name(measures, number)) for number in among],
        [tops.count(f"\n{text}") - (number < _TOP) for number, text in zip(among, texts, strict=True)],
        [len(_size.bins) * size[number - 1] + size[number + 1] for number in among],
    ]


def around_evidence(among: Sequence[int], cues: Cues) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in AROUND."""
    return [[len(CUES) * cues[number] + _cue_after(number, cues) for number in among]]


def _cue_after(number: int, cues: Cues) -> int:
    """The cue of the first line below that has one: author and time stand below the standfirst as often as above."""
    below = range(number + 1, number + 1 + _FIELDS_WITHIN)
    return next((cue for line in below if (cue := cues[line]) != NONE), NONE)


def around_reach(weights: Weights) -> tuple[float, float]:
    """The least and the most that AROUND can add to the score of a line with one of HEADLINE_CUES."""
    (pairs,) = weights.bins
    after = [pairs[len(CUES) * cue + following] for cue in HEADLINE_CUES for following in range(len(CUES))]
    return min(after), max(after)


def said_evidence(kept: Sequence[int], among: Sequence[int], topics: Topics) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in SAID; ``kept`` are the body's lines."""
    body = topics.of_all(number for number in kept[:_BODY_LINES] if number not in among or number > kept[0])
    return [[share_found(topics[number], body) for number in among]]


def may_be_headline(measures: Measures, number: int) -> bool:
    """Whether a line inside a text has a headline's size and shape, introduces no author and is no open speech.

    Hardly any headline ends in a full stop, and many short sentences do.
    """
    return (
        _has_size(measures, number)
        and measures.ends[number] != END_STOP
        and measures.starts[number] not in (START_LOWER, START_MARK)
        and not heads_a_life(measures, number)
        and not (measures.starts[number] == START_QUOTE and _is_left_open(measures.texts[number]))
    )


def may_be_name(measures: Measures, number: int) -> bool:
    """Whether a line has the shape of a person's name; short headlines in capitals have it, too."""
    return measures.words[number] in _NAME_WORDS and is_name(measures.texts[number])


def heads_a_life(measures: Measures, number: int) -> bool:
    """Whether a line is a name with which the line below begins: pages introduce their authors so."""
    name, below = measures.texts[number], measures.texts[number + 1 : number + 2]
    return bool(below) and below[0].startswith(name) and len(below[0]) > len(name) and may_be_name(measures, number)


def _is_left_open(line: str) -> bool:
    """Whether the quotation with which a line begins does not end in it: a speech that goes on."""
    closing = _CLOSING.get(line[0])
    return closing is not None and all(mark not in line[1:] for mark in closing)
