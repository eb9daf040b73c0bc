"""Cues: lines that a rule or a recognizer takes for a field, or for something that is not the article's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..knowledge.pack import Rule
from ..lines import BODY, REMOVED, Role
from ..recognizers import hints as hint
from ..recognizers.byline import BylineParts, read_byline
from ..recognizers.caption import credit_start, may_end_in_credit
from ..recognizers.caption_place import says_place
from ..recognizers.hints import hints_of
from ..recognizers.timestamp import StampParts, find_timestamps, read_timestamps
from .measure import END_STOP, Measures
from .words import Vocabulary

CUES = ("none", "timestamp", "byline", "caption", "picture credit", "other field", "not the article's")
NONE, TIMESTAMP, BYLINE, CAPTION, CREDIT, FIELD, NOT_THE_ARTICLE = range(len(CUES))
PICTURE = (CAPTION, CREDIT)

_CUE_OF_ROLE = {
    Role.TIMESTAMP: TIMESTAMP,
    Role.BYLINE: BYLINE,
    Role.CAPTION: CAPTION,
    Role.CREDIT: CREDIT,
    **dict.fromkeys(REMOVED, NOT_THE_ARTICLE),
    **dict.fromkeys(BODY, NONE),
}
_LONGEST_FIELD = 100


def long_sentences(measures: Measures, lines: Iterable[int]) -> list[int]:
    """Those of some lines that are sentences which end in a full stop and are too long to be fields."""
    ends, lengths, prose = measures.ends, measures.lengths, measures.prose
    return [n for n in lines if ends[n] == END_STOP and lengths[n] > _LONGEST_FIELD and prose[n]]


class Rules(dict[int, Rule | None]):
    """The first rule that takes each line of a page, asked for when it is first needed; None where none does."""

    def __init__(self, measures: Measures, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._texts, self._vocabulary = measures.texts, vocabulary

    def ask(self, numbers: Iterable[int]) -> None:
        """Asks for many lines at once, which costs much less than line by line."""
        new = [number for number in numbers if number not in self]
        if new:
            self.update(zip(new, self._vocabulary.rules_for([self._texts[number] for number in new]), strict=True))

    def removes(self, number: int) -> bool:
        """Whether a rule says of a line that it is not the article's."""
        rule = self[number]
        return rule is not None and rule.role in REMOVED

    def __missing__(self, number: int) -> Rule | None:
        rule = self[number] = self._vocabulary.rule_for(self._texts[number])
        return rule


class Cues(dict[int, int]):
    """The cue of each line of a page, asked for when it is first needed; none beyond the page's ends."""

    def __init__(self, measures: Measures, rules: Rules) -> None:
        super().__init__()
        self._measures, self._rules = measures, rules
        self.stamps: dict[int, tuple[StampParts, ...]] = {}
        """What stands in the lines that are timestamps."""
        self.bylines: dict[int, BylineParts] = {}
        """Whom the lines that are bylines name."""
        self._seen: dict[str, int] = {}
        """Where each text stood first that the recognizers were asked about."""

    def stamps_in(self, number: int) -> tuple[StampParts, ...]:
        """The dates and times in a line, from its cue where that has found them."""
        known = self.stamps.get(number)
        return find_timestamps(self._measures.texts[number]) if known is None else known

    def names_a_date(self, number: int) -> bool:
        """Whether a date stands in a line, and not a time alone."""
        return any(isinstance(stamp.value, date) for stamp in self.stamps_in(number))

    def __missing__(self, number: int) -> int:
        measures = self._measures
        if not 0 <= number < len(measures.texts):
            cue = NONE
        elif (rule := self._rules[number]) is not None:
            cue = _CUE_OF_ROLE.get(rule.role, FIELD)
        elif measures.prose[number]:
            cue = self._cue_of_sentence(number)
        elif (first := self._seen.setdefault(measures.texts[number], number)) == number:
            cue = self._recognised(number)
        else:
            cue = self._again(number, first)
        self[number] = cue
        return cue

    def _cue_of_sentence(self, number: int) -> int:
        """A sentence may say where somebody stands in a picture, or end in its credit, but not in a full stop then.

        It is no timestamp and no byline.
        """
        measures, line = self._measures, self._measures.texts[number]
        if says_place(line):
            return CAPTION
        if long_sentences(measures, (number,)):
            return NONE
        return _picture(line, hints_of(line)) if may_end_in_credit(line) else NONE

    def _again(self, number: int, first: int) -> int:
        """The cue of a line whose text stood on the page before."""
        if first in self.stamps:
            self.stamps[number] = self.stamps[first]
        if first in self.bylines:
            self.bylines[number] = self.bylines[first]
        return self[first]

    def _recognised(self, number: int) -> int:
        line = self._measures.texts[number]
        hints = hints_of(line)
        if not hints:
            return CAPTION if says_place(line) else NONE
        if hints & hint.TIMESTAMP and (stamps := read_timestamps(line)) is not None:
            self.stamps[number] = stamps
            return TIMESTAMP
        if hints & hint.BYLINE and (byline := read_byline(line)) is not None:
            self.bylines[number] = byline
            return BYLINE
        return _picture(line, hints)


def _picture(line: str, hints: int) -> int:
    credit = credit_start(line) if hints & hint.CREDIT else None
    if credit is None:
        return CAPTION if says_place(line) else NONE
    return CAPTION if credit else CREDIT
