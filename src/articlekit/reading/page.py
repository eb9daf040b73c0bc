"""A page before any verdict: its lines' measures, rules, cues, evidence and scores."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate, pairwise

from ..lines import REMOVED, Role
from ..packs import Rule
from ..recognizers.dateline import find_dateline
from .cohesion import Wording
from .cues import NONE, TIMESTAMP, Cues, Rules
from .evidence import Column, first_pass
from .learned import Learned, learned
from .lists import (
    groups_below,
    leading,
    list_below,
    list_inside,
    listed,
    may_recur,
    recurring,
)
from .measure import END_COLON, Measures, measure
from .seam import ENOUGH_WORDS
from .sides import Reading
from .topic import Topics
from .words import Vocabulary

_LEAD_IN = 12  # a zone that opens further above the article does not reach into it
FIELDS_BELOW = 2
"""Fields stand at most so many non-blank lines below the article."""

DOUBT = -0.5
"""Prose right beside the article's lines is kept down to this score: where the evidence is weak, keep."""

_FEW_WORDS = 80  # of prose: an article of so few needs a dateline to be told from teasers
_CLEAN = 60  # percent of the page's words that are kept: little dirt is left, so what stands between is the article's
_TWO_ITEMS = 2
_WORDS_A_LINE = 4
_FEW_BETWEEN, _UNLIKELY = 3, -2.0
_SHOUTED = 8  # words: shorter lines in capitals are headings
_RHYTHM, _RHYTHM_LINES, _LONGEST_SIGNATURE = 3, 40, 90
_DIGIT = re.compile(r"\d")
_DIAL = 2.5  # by so much the score that keeps a line sinks when all doubtful lines are to be kept
_MOST_AFTER = 50  # percent of the kept words: a comments heading above more than this is a link to the comments


class Page:
    """A text that is read as one page, with what is known of its lines."""

    def __init__(self, text: str, vocabulary: Vocabulary, weights: Learned | None = None, *, keep: float = 0.0) -> None:
        self.weights = weights or learned()
        self._least = -_DIAL * keep
        self.vocabulary = vocabulary
        self.measures: Measures = measure(text)
        self.rules = Rules(self.measures, vocabulary)
        self.cues = Cues(self.measures, self.rules)
        self.topics = Topics(self.measures.texts)

    @cached_property
    def reading(self) -> Reading:
        """What the two sides of a seam are read with."""
        texts, languages = self.measures.texts, self.vocabulary.languages_of
        return Reading(texts, Wording(texts, languages), languages)

    @cached_property
    def evidence(self) -> list[Column]:
        """What speaks for and against each line, column by column."""
        return first_pass(self.measures)

    @cached_property
    def scores(self) -> list[float]:
        """Above 0: the line reads as an article's text."""
        return self.weights.line_scores(self.measures)

    @cached_property
    def zones(self) -> dict[int, int]:
        """All lines that stand in a zone, each with the line that opens it."""
        lines = range(len(self.measures.texts))
        self.rules.ask(lines)
        return self._zones_in(lines)

    def _zones_in(self, lines: range) -> dict[int, int]:
        found: dict[int, int] = {}
        opener: int | None = None
        comments = False  # they are prose, too, and none of it is the article's again
        for number, following in pairwise([*self._may_open(lines), lines.stop]):
            rule = self.rules[number]
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
        rules, ends = self.rules, self.measures.ends
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
        below = range(number + 1, min(number + _RHYTHM_LINES, len(self.measures.texts)))
        others = [other for other in below if self._may_be_signature(other)]
        names_a_date = self.cues.names_a_date
        return len(others) >= _RHYTHM - 1 and names_a_date(number) and sum(map(names_a_date, others)) >= _RHYTHM - 1

    def _may_be_signature(self, number: int) -> bool:
        measures = self.measures
        return measures.ends[number] == END_COLON and measures.lengths[number] <= _LONGEST_SIGNATURE

    def _are_comments(self, first: int) -> bool:
        """Whether the lines from here on have the rhythm of comments: a short line with a time, or "Reply", again."""
        texts, found = self.measures.texts, 0
        for number in range(first, min(first + _RHYTHM_LINES, len(texts))):
            rule = self.rules[number]
            if rule is not None and rule.role is Role.COMMENT:
                found += 1
            elif self.measures.lengths[number] <= _LONGEST_SIGNATURE and _DIGIT.search(texts[number]):
                found += bool(self.cues.stamps_in(number)) or self.cues[number] == TIMESTAMP
            if found >= _RHYTHM:
                return True
        return False

    def _resumes(self, number: int) -> bool:
        return self.measures.prose[number] > 0 and self.scores[number] > self._least

    @cached_property
    def liked(self) -> list[int]:
        """The lines whose score is for them and which no rule removes, and the doubtful prose right beside them."""
        scores, prose, rules, texts = self.scores, self.measures.prose, self.rules, self.measures.texts
        least = self._least
        hopeful = [n for n, score in enumerate(scores) if score > DOUBT + least]
        likely = [n for n in hopeful if scores[n] > least and not (texts[n].isupper() and self.is_shouted(n))]
        if likely:  # zones and fields are looked for just beside them
            rules.ask(range(max(0, likely[0] - _LEAD_IN), min(likely[-1] + 1 + FIELDS_BELOW, len(texts))))
        found = self._anchored([n for n in likely if not _removes(rules[n])])
        if found == hopeful:
            return found
        sure = set(found)
        near = (n for n in hopeful if n not in sure and prose[n] and (n - 1 in sure or n + 1 in sure))
        doubtful = [n for n in near if not _removes(rules[n])]
        return sorted([*found, *doubtful]) if doubtful else found

    def _anchored(self, found: list[int]) -> list[int]:
        """The liked lines; where they say little, those about a sentence with a dateline, which no teaser outweighs.

        A report of one paragraph is lost among a page's menus, but nothing else begins so.
        """
        prose = self.measures.prose
        if sum(map(prose.__getitem__, found)) >= _FEW_WORDS:
            return found
        texts, scores, least = self.measures.texts, self.scores, _UNLIKELY + self._least
        likely = (n for n, words in enumerate(prose) if words and scores[n] > least and not _removes(self.rules[n]))
        anchor = next((number for number in likely if find_dateline(texts[number]) is not None), None)
        if anchor is None:
            return found
        return sorted({anchor, *(number for number in found if abs(number - anchor) <= _LEAD_IN)})

    def is_shouted(self, number: int) -> bool:
        """Whether a line shouts as links inside a text do: many words, all in capitals, and no sentence."""
        measures = self.measures
        text = measures.texts[number]
        if not text.isupper() or measures.words[number] < _SHOUTED or measures.prose[number]:
            return False
        return 2 * sum(map(str.isupper, text)) > len(text)  # most scripts have no capitals

    @cached_property
    def _liked_words(self) -> list[int]:
        """Words in liked lines before each line."""
        liked = frozenset(self.liked)
        words = self.measures.words
        return list(accumulate((words[n] if n in liked else 0 for n in range(len(words))), initial=0))

    @cached_property
    def kept(self) -> list[int]:
        """The lines that read as the article's; all prose, where no line does: a text of one paragraph is one still."""
        liked = self.liked
        zones = self._zones_in(range(max(0, liked[0] - _LEAD_IN), liked[-1] + 1)) if liked else {}
        found = [number for number in liked if number not in zones]
        if not found:
            return self._in_want_of_better()
        if not self._says_enough(found):
            return []
        clean = self._is_clean(found)
        return self._with_lists(self._with_lines_between(found) if clean else found, clean=clean)

    def _says_enough(self, kept: list[int]) -> bool:
        """Whether kept lines can be an article: some are prose, or they are many words in lines that are no labels."""
        words, prose = self.measures.words, self.measures.prose
        if any(map(prose.__getitem__, kept)):
            return True
        total = sum(words[number] for number in kept)
        return total >= ENOUGH_WORDS and total >= _WORDS_A_LINE * len(kept)

    def _in_want_of_better(self) -> list[int]:
        """What is kept where the dial would leave nothing: what is likely right, else all prose."""
        scores, prose = self.scores, self.measures.prose
        likely = [n for n, score in enumerate(scores) if prose[n] and score > 0 and not _removes(self.rules[n])]
        return likely or [n for n, words in enumerate(prose) if words and not _removes(self.rules[n])]

    def _with_lines_between(self, kept: list[int]) -> list[int]:
        """The kept lines of a clean page and the few lines between any two of them that nothing speaks against."""
        between = (range(low + 1, high) for low, high in pairwise(kept) if 1 < high - low <= _FEW_BETWEEN + 1)
        least = _UNLIKELY + self._least
        free = (n for lines in between for n in lines if self.scores[n] > least and self.cues[n] == NONE)
        more = [number for number in free if not self.is_shouted(number)]
        return sorted([*kept, *more]) if more else kept

    def _is_clean(self, kept: list[int]) -> bool:
        words = self.measures.words
        return 100 * sum(map(words.__getitem__, kept)) >= _CLEAN * sum(words)

    def _with_lists(self, kept: list[int], *, clean: bool) -> list[int]:
        """The kept lines and the lists that begin just below them."""
        measures, rules, chosen = self.measures, self.rules, set(kept)

        def is_free(number: int) -> bool:
            return number not in chosen and rules[number] is None

        def may_be(number: int) -> bool:
            return measures.counts[number] == 1 and is_free(number)

        def may_follow(number: int) -> bool:
            return number in chosen or is_free(number)

        gaps = [(low, high) for low, high in pairwise(kept) if high - low > 1]
        found = [n for low in (*(low for low, _ in gaps), kept[-1]) for n in list_below(measures, low, may_be)]
        for low, high in gaps:
            if high - low > _TWO_ITEMS:
                found += list_inside(measures, low, high, is_free, clean=clean)
        found += [n for number in leading(measures, kept) for n in groups_below(measures, number, may_follow)]
        between = (n for low, high in gaps for n in range(low + 1, high) if may_recur(measures.texts[n]))
        found += recurring(measures, [n for n in between if rules[n] is None and self.cues[n] == NONE])
        return sorted(chosen.union(found)) if found else kept

    @cached_property
    def listed(self) -> set[int]:
        """The kept lines that stand in a list."""
        return listed(self.measures, [number for number in self.kept if not self.measures.prose[number]])

    @cached_property
    def kept_set(self) -> frozenset[int]:
        """The kept lines, to ask whether a line is one."""
        return frozenset(self.kept)


def _removes(rule: Rule | None) -> bool:
    return rule is not None and rule.role in REMOVED
