"""Which bare names on a page are signatures: who wrote the report, and no tag, no person of the story, no button.

What speaks for a signature is where it stands: between the headline and the text, beside a time or another byline,
under a lone "By". What speaks against it is that the text says the name: who is written about is no author.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from ..recognizers.byline import BylineParts, find_byline
from ..recognizers.byline_words import lead_end
from ..recognizers.names import is_agency, is_name
from ..recognizers.signature import find_signature, is_lead
from .cues import BYLINE, NONE, TIMESTAMP
from .fields import SIGNED_CUES
from .liked import FIELDS_BELOW
from .measure import END_QUOTED, START_MARK
from .page import Page
from .said import Said

INSIDE = 5
"""A signature stands at most so many lines below the first paragraph."""

_ABOVE = 4
_FIRST_IS_LEAD = 3
"""And above the headline. A first paragraph so close below the headline may be one that is printed above the byline."""

_BELOW_HEADLINE, _ABOVE_TEXT = 12, 5
"""Where it stands between the two: at most so many lines below the headline, or so many above the text."""

_BETWEEN = 4
"""The names of several authors stand at most so many lines apart."""

_MOST_WORDS = 24
_NEAR = 2
_SEVERAL = 2
_SHORT_WORDS = 5
_LEAST_LABEL = 4
_MOST_TIMES = 3  # on one page: menus stand there more often
_MOST_OTHERS, _AROUND = 2, 3
_NOBODY = BylineParts((), (), (), "")


def byline_of(page: Page, number: int, signatures: Mapping[int, BylineParts]) -> BylineParts | None:
    """Whom a line names that is a byline; ``signatures`` are those that only their place tells."""
    known = signatures.get(number) or page.cues.bylines.get(number)
    return known or find_byline(page.measures.texts[number])


class Signatures:
    """The signatures of one article."""

    def __init__(self, page: Page, kept: Sequence[int], headline: int | None, first: int) -> None:
        self._page, self._kept, self._headline, self._first = page, kept, headline, first
        self._said = Said(page, kept, headline)
        leads = headline is not None and 0 < first - headline <= _FIRST_IS_LEAD
        below = (number for number in kept if number > first and page.measures.prose[number])
        second, third = next(below, kept[-1]), next(below, kept[-1])
        self._text, self._end = (second, third) if leads else (first, second)

    def found(self) -> dict[int, BylineParts]:
        """The lines that are signatures, with whom they name; a lone "By" above one belongs to it and names nobody."""
        top = self._first if self._headline is None else min(self._headline, self._first)
        end = min(self._first + INSIDE + 1, self._end)
        text = max(top + _BELOW_HEADLINE, self._text - _ABOVE_TEXT)
        below = (*range(top, min(top + _BELOW_HEADLINE, end)), *range(text, end))
        above = range(max(0, top - _ABOVE), top)
        self._page.rules.ask((*above, *below))
        for lines, signed_in in ((below, self._signed_in), (above, self._signed_above)):
            zone = self._fields_in(lines)
            if any(map(self._is_led_byline, zone)):
                return {}
            found = signed_in(zone)
            if found or any(self._page.cues[number] == BYLINE for number in zone):
                return found
        return self._at_the_end()

    def _fields_in(self, lines: Iterable[int]) -> list[int]:
        prose = self._page.measures.prose
        return [number for number in lines if not prose[number] and number != self._headline]

    def _signed_in(self, zone: Sequence[int]) -> dict[int, BylineParts]:
        found: dict[int, BylineParts] = {}
        for group in self._groups(zone):
            if found and min(group) - max(found) > _BETWEEN:
                break
            if self._is_led(min(group)):
                found[min(group) - 1] = _NOBODY
            elif not self._is_signed(group):
                continue
            found |= group
        return found

    def _signed_above(self, zone: Sequence[int]) -> dict[int, BylineParts]:
        """Above the headline only names beside a time are signatures: without one, none need be looked for."""
        return self._signed_in(zone) if any(self._page.cues[number] == TIMESTAMP for number in zone) else {}

    def _is_led_byline(self, number: int) -> bool:
        """Whether a line names the authors behind a "By": then a bare name beside it is something else."""
        return self._page.cues[number] == BYLINE and lead_end(self._page.measures.texts[number], sure=True) > 0

    def _groups(self, lines: Sequence[int]) -> Iterator[dict[int, BylineParts]]:
        """Neighbouring lines that are names."""
        group: dict[int, BylineParts] = {}
        for number in lines:
            names = self._names_in(number)
            if group and (names is None or number - 1 not in group):
                yield group
                group = {}
            if names is not None:
                group[number] = names
        if group:
            yield group

    def _names_in(self, number: int) -> BylineParts | None:
        page = self._page
        measures = page.measures
        if not number < len(measures.texts):
            return None
        if measures.prose[number] or measures.words[number] > _MOST_WORDS:
            return None
        text = measures.texts[number]
        if measures.starts[number] == START_MARK or measures.counts[number] > _MOST_TIMES:
            return None
        if page.rules[number] is not None:
            return find_signature(text) if is_agency(text) else None
        if page.cues[number] != NONE or (names := find_signature(text)) is None:
            return None
        return None if any(map(self._is_label, names.authors)) else names

    def _is_label(self, name: str) -> bool:
        """Whether one of a name's words is what menus and buttons say; short ones are names in some other language."""
        rule_for = self._page.vocabulary.rule_for
        return any(rule_for(word) is not None for word in name.split() if len(word) >= _LEAST_LABEL)

    def _is_led(self, number: int) -> bool:
        """Whether a lone "By" stands above a line."""
        return number > 0 and is_lead(self._page.measures.texts[number - 1])

    def _is_signed(self, group: dict[int, BylineParts]) -> bool:
        low, high = min(group), max(group)
        if any(self._said.names(name) for names in group.values() for name in names.authors) or self._heads_a_list(
            high
        ):
            return False
        return (self._is_inside(low, high) and self._is_lonely(low, high)) or self._is_beside_field(low, high)

    def _heads_a_list(self, last: int) -> bool:
        """Whether names head several parts of the text below the last of some: then these do, too."""
        measures = self._page.measures
        short = [n for n in self._kept if n > last and measures.words[n] <= _SHORT_WORDS and not measures.prose[n]]
        return sum(is_name(measures.texts[number]) for number in short) >= _SEVERAL

    def _is_inside(self, low: int, high: int) -> bool:
        """Whether names stand between the headline and the text, and are no subheading in it."""
        between = self._headline is not None and self._headline < low <= high < self._text
        return between and (low <= self._first or low not in self._page.kept_set)

    def _is_beside_field(self, low: int, high: int) -> bool:
        """Whether a time or a byline stands near, on the same side of the headline."""
        above, below = range(low - 1, low - 1 - _NEAR, -1), range(high + 1, high + 1 + _NEAR)
        near = (*takewhile(self._is_no_headline, above), *takewhile(self._is_no_headline, below))
        return any(self._page.cues[number] in SIGNED_CUES for number in near)

    def _is_no_headline(self, number: int) -> bool:
        return number != self._headline

    def _is_lonely(self, low: int, high: int) -> bool:
        """Whether few other short lines stand around: else they are a menu, or tags."""
        around = (*range(low - _AROUND, low), *range(high + 1, high + 1 + _AROUND))
        return sum(map(self._is_short, around)) <= _MOST_OTHERS

    def _is_short(self, number: int) -> bool:
        page = self._page
        if not 0 <= number < len(page.measures.texts) or number == self._headline:
            return False
        return page.cues[number] == NONE and page.measures.words[number] <= _SHORT_WORDS

    def _at_the_end(self) -> dict[int, BylineParts]:
        last = self._kept[-1]
        for number in range(last, min(last + FIELDS_BELOW + 1, len(self._page.measures.texts))):
            led = self._is_led(number)
            if not led and number > last + 1:
                continue
            names = self._names_in(number) or self._page.cues.bylines.get(number)
            if names is not None and (led or self._ends_text(number, names)):
                return {number: names}
        return {}

    def _ends_text(self, number: int, names: BylineParts) -> bool:
        """Whether a line right below the text, and no other one, names who wrote it."""
        if not all(map(is_name, names.authors)) or self._page.measures.ends[number - 1] == END_QUOTED:
            return False
        alone = self._names_in(number - 1) is None and self._names_in(number + 1) is None
        return alone and not any(map(self._said.names, names.authors))
