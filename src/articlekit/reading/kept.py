"""The choice: which of the liked lines are the article's, and which lines belong with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .cues import NONE
from .liked import LEAD_IN, UNLIKELY
from .lists import groups_below, leading, list_below, list_inside, may_recur, recurring
from .measure import is_shouted
from .scored import ScoredPage
from .seam import ENOUGH_WORDS
from .zones import Zones

_CLEAN = 60  # percent of the page's words that are kept: little dirt is left, so what stands between is the article's
_TWO_ITEMS = 2
_WORDS_A_LINE = 4
_FEW_BETWEEN = 3


def kept_lines(page: ScoredPage, liked: Sequence[int], zones: Zones) -> list[int]:
    """The lines that read as the article's; all prose, where no line does: a text of one paragraph is one still."""
    in_zones = zones.within(range(max(0, liked[0] - LEAD_IN), liked[-1] + 1)) if liked else {}
    found = [number for number in liked if number not in in_zones]
    if not found:
        return _in_want_of_better(page)
    if not _says_enough(page, found):
        return []
    clean = _is_clean(page, found)
    return _with_lists(page, _with_lines_between(page, found) if clean else found, clean=clean)


def _in_want_of_better(page: ScoredPage) -> list[int]:
    """What is kept where the dial would leave nothing: what is likely right, else all prose."""
    scores, rules = page.scores, page.rules
    prose = [n for n, words in enumerate(page.measures.prose) if words and not rules.removes(n)]
    return [n for n in prose if scores[n] > 0] or prose


def _says_enough(page: ScoredPage, kept: list[int]) -> bool:
    """Whether kept lines can be an article: some are prose, or they are many words in lines that are no labels."""
    words, prose = page.measures.words, page.measures.prose
    if any(map(prose.__getitem__, kept)):
        return True
    total = sum(words[number] for number in kept)
    return total >= ENOUGH_WORDS and total >= _WORDS_A_LINE * len(kept)


def _is_clean(page: ScoredPage, kept: list[int]) -> bool:
    words = page.measures.words
    return 100 * sum(map(words.__getitem__, kept)) >= _CLEAN * sum(words)


def _with_lines_between(page: ScoredPage, kept: list[int]) -> list[int]:
    """The kept lines of a clean page and the few lines between any two of them that nothing speaks against."""
    between = (range(low + 1, high) for low, high in pairwise(kept) if 1 < high - low <= _FEW_BETWEEN + 1)
    least = UNLIKELY + page.least
    free = (n for lines in between for n in lines if page.scores[n] > least and page.cues[n] == NONE)
    more = [number for number in free if not is_shouted(page.measures, number)]
    return sorted([*kept, *more]) if more else kept


def _with_lists(page: ScoredPage, kept: list[int], *, clean: bool) -> list[int]:
    """The kept lines and the lists that begin just below them or stand between them."""
    measures, rules, chosen = page.measures, page.rules, set(kept)

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
    found += recurring(measures, [n for n in between if rules[n] is None and page.cues[n] == NONE])
    return sorted(chosen.union(found)) if found else kept
