"""What the text on the two sides of a seam is about, in which language, and how it is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .evidence import Evidence, binned, cross, kinds, scale
from .language import EASTERN_LANGUAGES, is_foreign, language_of, traces
from .measure import Measures
from .style import likeness
from .topic import Topics, names, share_found, stems

Languages = Mapping[str, tuple[str, ...]]
"""Of which languages each word is a function word."""

_AGAIN_REACH = 8  # sentences before in which the words of those behind are looked for
_BEHIND = 2  # sentences behind whose words are looked for
_MOST_CHARACTERS = 200  # of a sentence
_NAMED_REACH = 4  # sentences behind whose names are looked for before
_NO_CHAINS = 50  # percent, where no word is said in several sentences
_AGAIN_LINES, _AGAIN_WORDS = 8, 3

_share = (1, 6, 12, 18, 25, 35)
_count = (1, 2, 3, 5, 8)
_found = scale("found", "%", 20, 50, 80)
_alike = scale("alike", "% of the words after also stand before", 1, 3, 5, 7, 9, 12, 16, 20, 26)
_chained = scale("chains", "% of the words said again stand on both sides", 1, 4, 8, 12, 16, 21, 27, 35, 45)
_side = scale("shorter side", "words on the shorter side", 70, 130, 250)
_names = scale("names", "names after", 1, 4, 8, 16)
_names_known = scale("known", "% of them stand before", 1, 4, 8, 14, 22)
_marks_alike = scale("alike", "kinds of marks alike", 1, 2)
_marks_unlike = scale("unlike", "kinds of marks unlike", 1, 2)

LANGUAGE = (kinds("language", "not known on both sides", "the same", "another", "another that is not known"),)
"""In which language both sides are."""

NOT_KNOWN, SAME, OTHER, FOREIGN = range(4)

AGAIN = (
    scale("first sentence again", "% of the first sentence's words stand before", *_share),
    scale("words again", "words of the first sentence that stand before", *_count),
    scale("two sentences again", "% of the first two sentences' words stand before", *_share),
    scale("words of two again", "words of the first two sentences that stand before", *_count),
)
"""Whether the sentences behind a seam go on with what is said before."""

TOPIC = (
    cross("alike", _alike, _side),
    cross("headline's words", _found, _found),
    cross("chains", _chained, _side),
)
"""What the text on both sides is about."""

SETTING = (
    cross("marks", _marks_alike, _marks_unlike),
    scale("headline again", "% of a headline's words said again in a line below it", 34, 50, 67, 90),
    kinds("usual gaps", "the same before and after", "wider before", "wider after"),
)
"""How both sides are set."""

NAMES = (cross("names", _names, _names_known),)
"""Of whom and of where both sides tell."""


class Sides(NamedTuple):
    """What lies on the two sides of a seam.

    Numbers of the sentences before and behind it, the nearest to it last and first, and of its headlines; and the
    number of words on the shorter side.
    """

    before: Sequence[int]
    after: Sequence[int]
    heads: Sequence[int]
    shorter: int


class Reading(NamedTuple):
    """What sides are read with."""

    page: Measures
    topics: Topics
    languages: Languages

    def texts_before(self, sides: Sides) -> list[str]:
        """The sentences before a seam."""
        return [self.page.texts[number] for number in sides.before]

    def texts_after(self, sides: Sides) -> list[str]:
        """The sentences behind a seam."""
        return [self.page.texts[number] for number in sides.after]


def again(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in AGAIN.

    Words are looked for as they stand, and in the middle of others, too: that is quick, and tells as much.
    """
    texts = reading.page.texts
    before = "\n".join([texts[number][:_MOST_CHARACTERS] for number in sides.before[-_AGAIN_REACH:]])
    first, *following = [stems(texts[number][:_MOST_CHARACTERS]) for number in sides.after[:_BEHIND]]
    more = set().union(*following) - first
    found = sum(map(before.__contains__, first))
    both = found + sum(map(before.__contains__, more))
    return 100 * found // (len(first) or 1), found, 100 * both // (len(first) + len(more) or 1), both


def topic(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in TOPIC."""
    topics = reading.topics
    before, twice_before = _said(topics, sides.before)
    after, twice_after = _said(topics, sides.after)
    head = max((topics[number] for number in sides.heads), key=lambda words: share_found(words, after))
    side = _bin(_side, sides.shorter)
    both = before & after
    several = len(both | twice_before | twice_after)
    chained = 100 * len(both) // several if several else _NO_CHAINS
    return (
        len(_side.bins) * _bin(_alike, 100 * len(both) // (len(after) or 1)) + side,
        _crossed(_found, share_found(head, before), _found, share_found(head, after)),
        len(_side.bins) * _bin(_chained, chained) + side,
    )


def _said(topics: Topics, sentences: Sequence[int]) -> tuple[set[str], set[str]]:
    """The words of some sentences, and those that stand in more than one of them."""
    found: set[str] = set()
    twice: set[str] = set()
    for number in sentences:
        words = topics[number]
        twice |= found & words
        found |= words
    return found, twice


def setting(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in SETTING."""
    marks = likeness(reading.texts_before(sides), reading.texts_after(sides))
    return (
        _crossed(_marks_alike, marks.alike, _marks_unlike, marks.unlike),
        max(_said_again_below(reading.page, number, reading.topics) for number in sides.heads),
        _usual_gaps(reading.page, sides),
    )


def spoken(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in LANGUAGE."""
    return (change_of_language(reading.texts_before(sides)[::-1], reading.texts_after(sides), reading.languages),)


def change_of_language(before: Sequence[str], after: Sequence[str], languages: Languages) -> int:
    """Whether the language changes from the sentences before to those after, the nearest first: a bin of LANGUAGE."""
    one, other = language_of(before, languages), language_of(after, languages)
    if one == other:
        return NOT_KNOWN if one is None else SAME
    if one is None:
        return change_of_language(after, before, languages)
    if other is None:
        return FOREIGN if traces(before[0], one, languages) and is_foreign(after, one, languages) else NOT_KNOWN
    if one in EASTERN_LANGUAGES and other in EASTERN_LANGUAGES:
        nearest = language_of(before[:1], languages), language_of(after[:1], languages)
        return OTHER if nearest == (one, other) else NOT_KNOWN
    speaks_one = traces(before[0], one, languages) > traces(before[0], other, languages)
    speaks_other = traces(after[0], other, languages) > traces(after[0], one, languages)
    return OTHER if speaks_one and speaks_other else NOT_KNOWN


def named(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in NAMES."""
    known, found = names(reading.texts_before(sides)), names(reading.texts_after(sides)[:_NAMED_REACH])
    return (_crossed(_names, len(found), _names_known, share_found(found, known)),)


def _bin(evidence: Evidence, value: int) -> int:
    return binned(evidence, [value])[0]


def _crossed(first: Evidence, one: int, second: Evidence, other: int) -> int:
    return len(second.bins) * _bin(first, one) + _bin(second, other)


def _said_again_below(page: Measures, head: int, topics: Topics) -> int:
    """How many percent of a headline's words a line close below says: pages print it twice, or much the same above."""
    words = topics[head]
    if len(words) < _AGAIN_WORDS:
        return 0
    close = (n for n in range(head + 1, min(head + _AGAIN_LINES + 1, len(page.texts))) if not page.prose[n])
    return max((100 * len(words & topics[n]) // max(len(words), len(topics[n])) for n in close), default=0)


def _usual_gaps(page: Measures, sides: Sides) -> int:
    """Whether lines stand as far apart behind a seam as before; the gap at the seam itself does not count."""
    before, after = (sorted(page.gaps[n] for n in side[1:] or side) for side in sides[:2])
    one, other = before[len(before) // 2], after[len(after) // 2]
    return 0 if one == other else 1 if one > other else 2
