"""Cues: lines that a rule or a recognizer takes for a field, or for something that is not the article's."""

from __future__ import annotations

from ..lines import BODY, REMOVED, Role
from ..packs import Rule
from ..recognizers.byline import looks_like_byline
from ..recognizers.caption import has_credit
from ..recognizers.timestamp import is_timestamp
from .measure import END_STOP, Measures
from .words import LONGEST, Vocabulary

CUES = ("none", "timestamp", "byline", "caption", "other field", "not the article's")
NONE, TIMESTAMP, BYLINE, CAPTION, FIELD, NOT_THE_ARTICLE = range(len(CUES))

_CUE_OF_ROLE = {
    Role.TIMESTAMP: TIMESTAMP,
    Role.BYLINE: BYLINE,
    Role.CAPTION: CAPTION,
    Role.CREDIT: CAPTION,
    **dict.fromkeys(REMOVED, NOT_THE_ARTICLE),
    **dict.fromkeys(BODY, NONE),
}
_LONGEST_META = 160
_LONGEST_FIELD = 100  # a sentence that ends in a full stop and is longer than this is none


def cue_of(line: str, rule: Rule | None) -> int:
    """The cue that a line gives on its own."""
    if rule is not None:
        return _CUE_OF_ROLE.get(rule.role, FIELD)
    if len(line) <= _LONGEST_META:
        if is_timestamp(line):
            return TIMESTAMP
        if looks_like_byline(line):
            return BYLINE
    return CAPTION if has_credit(line) else NONE


class Rules:
    """The rules that take a page's lines, each asked for once and only when needed."""

    def __init__(self, page: Measures, vocabulary: Vocabulary) -> None:
        self._page, self._vocabulary = page, vocabulary
        self._found: dict[int, Rule | None] = {}

    def __getitem__(self, number: int) -> Rule | None:
        """The first rule that takes a line; None for a line too long for a label, a button or a credit."""
        if number not in self._found:
            short = self._page.lengths[number] <= LONGEST
            self._found[number] = self._vocabulary.rule_for(self._page.texts[number]) if short else None
        return self._found[number]


class Cues:
    """The cues of a page's lines, each asked for once and only when needed."""

    def __init__(self, page: Measures, rules: Rules) -> None:
        self._page, self._rules = page, rules
        self._found: dict[int, int] = {}

    def __getitem__(self, number: int) -> int:
        """The cue of a line; none beyond the page's ends."""
        if not 0 <= number < len(self._page.texts):
            return NONE
        found = self._found.get(number)
        if found is None:
            found = NONE if self._is_plain_prose(number) else cue_of(self._page.texts[number], self._rules[number])
            self._found[number] = found
        return found

    def _is_plain_prose(self, number: int) -> bool:
        """Whether a line is a long sentence that ends in a full stop: no field does, and most lines of a body do."""
        page = self._page
        return page.lengths[number] > _LONGEST_FIELD and page.ends[number] == END_STOP and page.prose[number] > 0
