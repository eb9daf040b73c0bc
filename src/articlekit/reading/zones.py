"""Zones: the parts of a page that open with a heading, or with a comment's signature, and are not the article."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate, pairwise

from ..knowledge.pack import Rule
from ..lines import Role
from .cues import TIMESTAMP
from .measure import END_COLON
from .scored import ScoredPage
from .seam import ENOUGH_WORDS

_RHYTHM, _RHYTHM_LINES, _LONGEST_SIGNATURE = 3, 40, 90
_DIGIT = re.compile(r"\d")
_MOST_AFTER = 50  # percent of the liked words: a comments heading above more than this is a link to the comments


class Zones:
    """The zones of a page, looked for among the lines that are asked about."""

    def __init__(self, page: ScoredPage, liked: list[int]) -> None:
        # Not the page itself, which holds its zones: a circle would keep it until the garbage collector comes.
        self._measures, self._rules, self._cues = page.measures, page.rules, page.cues
        self._scores, self._least, self._liked = page.scores, page.least, liked

    def within(self, lines: range) -> dict[int, int]:
        """Those of some lines that stand in a zone, each with the line that opens it."""
        found: dict[int, int] = {}
        opener: int | None = None
        comments = False  # they are prose, too, and none of it is the article's again
        for number, following in pairwise([*self._may_open(lines), lines.stop]):
            rule = self._rules[number]
            if rule is not None and rule.opens:
                opener = number if self._opens(number, rule) else None
                comments = comments or (opener is not None and rule.role is Role.COMMENT)
            elif opener is None and self._begins_comments(number):
                found[number] = opener = number
                comments = True
            for inside in range(number + 1 if opener == number else number, following):
                if opener is None or (not comments and self._resumes(inside)):
                    opener = None
                    break
                found[inside] = opener
        return found

    def _may_open(self, lines: range) -> list[int]:
        """The lines at which a zone may begin: those that a rule for headings takes, and those that end in a colon."""
        rules, ends = self._rules, self._measures.ends
        return [n for n in lines if ends[n] == END_COLON or ((rule := rules[n]) is not None and rule.opens)]

    def _opens(self, number: int, rule: Rule) -> bool:
        """Whether a heading opens its zone: one of comments stands below an article, and is no link to them."""
        if rule.role is not Role.COMMENT:
            return True
        before, total = self._liked_words[number], self._liked_words[-1]
        if before < ENOUGH_WORDS:
            return False
        return 100 * (total - before) <= _MOST_AFTER * total or self._are_comments(number + 1)

    def _begins_comments(self, number: int) -> bool:
        """Whether a line signs the first of several comments below an article: "Jane Doe on May 5, 2024 said:"."""
        if not self._may_be_signature(number) or self._liked_words[number] < ENOUGH_WORDS:
            return False
        below = range(number + 1, min(number + _RHYTHM_LINES, len(self._measures.texts)))
        others = [other for other in below if self._may_be_signature(other)]
        names_a_date = self._cues.names_a_date
        return len(others) >= _RHYTHM - 1 and names_a_date(number) and sum(map(names_a_date, others)) >= _RHYTHM - 1

    def _may_be_signature(self, number: int) -> bool:
        measures = self._measures
        return measures.ends[number] == END_COLON and measures.lengths[number] <= _LONGEST_SIGNATURE

    def _are_comments(self, first: int) -> bool:
        """Whether the lines from here on have the rhythm of comments: a short line with a time, or "Reply", again."""
        measures, rules, cues, found = self._measures, self._rules, self._cues, 0
        for number in range(first, min(first + _RHYTHM_LINES, len(measures.texts))):
            rule = rules[number]
            if rule is not None and rule.role is Role.COMMENT:
                found += 1
            elif measures.lengths[number] <= _LONGEST_SIGNATURE and _DIGIT.search(measures.texts[number]):
                found += bool(cues.stamps_in(number)) or cues[number] == TIMESTAMP
            if found >= _RHYTHM:
                return True
        return False

    def _resumes(self, number: int) -> bool:
        """Whether the article goes on at a line in a zone that is none of comments."""
        return self._measures.prose[number] > 0 and self._scores[number] > self._least

    @cached_property
    def _liked_words(self) -> list[int]:
        """Words in liked lines before each line."""
        liked = frozenset(self._liked)
        words = self._measures.words
        return list(accumulate((words[n] if n in liked else 0 for n in range(len(words))), initial=0))
