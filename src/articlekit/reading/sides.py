"""What the text on the two sides of a seam is about, and in which language it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cohesion import Wording, Words, found_in, likeness
from .evidence import binned, cross, kinds, scale
from .language import EASTERN_LANGUAGES, is_foreign, language_of, traces

Languages = Mapping[str, tuple[str, ...]]
"""Of which languages each word is a function word."""

_BEHIND = 2  # sentences behind whose words are looked for before
_NEAR = 4  # sentences on each side

_of_heads = (1, 4, 8, 12, 17, 23)

_languages = kinds("language", "not known on both sides", "the same", "another", "another that is not known")
_shorter = scale("shorter side", "words that read as an article's on the shorter side", 40, 60, 90, 150)

LANGUAGE = (cross("language", _languages, _shorter),)
"""In which language both sides are; a short text in another one may be a notice."""

NOT_KNOWN, SAME, OTHER, FOREIGN = range(4)

WORDS = (
    scale("words again", "% of the next two sentences' words stand before", 4, 8, 12, 15, 18, 21, 25, 29, 34, 40, 50),
    scale("alike nearby", "% likeness of the four sentences before and after", 1, 2, 3, 4, 6, 8, 11, 15, 20, 27),
    scale("alike", "% likeness of the words before and after", 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33),
)
"""Whether the sentences behind a seam go on with what is said before."""

HEADS = (
    scale("headline and after", "% likeness of the headline and the words after", *_of_heads),
    scale("headline and before", "% likeness of the headline and the words before", *_of_heads),
)
"""Which side the headline speaks of."""


class Sides(NamedTuple):
    """What lies on the two sides of a seam.

    Numbers of the sentences before and behind it, the nearest to it last and first, and of its headlines; and
    the words that read as an article's on the side that has fewer of them.
    """

    before: Sequence[int]
    after: Sequence[int]
    heads: Sequence[int]
    shorter: int


class Reading(NamedTuple):
    """What sides are read with."""

    texts: Sequence[str]
    wording: Wording
    languages: Languages

    def texts_before(self, sides: Sides) -> list[str]:
        """The sentences before a seam."""
        return [self.texts[number] for number in sides.before]

    def texts_after(self, sides: Sides) -> list[str]:
        """The sentences behind a seam."""
        return [self.texts[number] for number in sides.after]


def told(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in WORDS."""
    wording = reading.wording
    wording.forget()
    before, after = wording.of_all(sides.before), wording.of_all(sides.after)
    return (
        found_in(wording.of_all(sides.after[:_BEHIND]).once, before),
        likeness(wording.of_all(sides.before[-_NEAR:]), wording.of_all(sides.after[:_NEAR])),
        likeness(before, after),
    )


def headed(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in HEADS."""
    wording = reading.wording
    wording.forget()
    before, after = wording.of_all(sides.before), wording.of_all(sides.after)
    heads = [Words(wording[number]) for number in sides.heads]
    return max(likeness(head, after) for head in heads), max(likeness(head, before) for head in heads)


def spoken(reading: Reading, sides: Sides) -> tuple[int, ...]:
    """The value of each evidence in LANGUAGE."""
    return (len(_shorter.bins) * _change(reading, sides) + binned(_shorter, [sides.shorter])[0],)


def language_changes(reading: Reading, sides: Sides) -> bool:
    """Whether the sides are in different languages."""
    return _change(reading, sides) in (OTHER, FOREIGN)


def _change(reading: Reading, sides: Sides) -> int:
    return change_of_language(reading.texts_before(sides)[::-1], reading.texts_after(sides), reading.languages)


def change_of_language(before: Sequence[str], after: Sequence[str], languages: Languages) -> int:
    """Whether the language changes from the sentences before to those after, the nearest first."""
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
