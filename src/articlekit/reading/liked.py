"""The first choice: the lines that read as an article's, by their own scores or for the lines beside them."""

from __future__ import annotations

from ..recognizers.dateline import find_dateline
from .measure import is_shouted
from .scored import ScoredPage

LEAD_IN = 12
"""A zone that opens further above the article does not reach into it."""

FIELDS_BELOW = 2
"""Fields stand at most so many non-blank lines below the article."""

UNLIKELY = -2.0
"""A line that scores less is kept for no other line's sake."""

_DOUBT = -0.5  # prose right beside the article's lines is kept down to this score: where the evidence is weak, keep
_FEW_WORDS = 80  # of prose: an article of so few needs a dateline to be told from teasers


def liked_lines(page: ScoredPage) -> list[int]:
    """The lines whose score is for them and which no rule removes, and the doubtful prose right beside them."""
    scores, rules, prose, texts = page.scores, page.rules, page.measures.prose, page.measures.texts
    least = page.least
    hopeful = [n for n, score in enumerate(scores) if score > _DOUBT + least]
    likely = [n for n in hopeful if scores[n] > least and not (texts[n].isupper() and is_shouted(page.measures, n))]
    if likely:  # zones and fields are looked for just beside them
        rules.ask(range(max(0, likely[0] - LEAD_IN), min(likely[-1] + 1 + FIELDS_BELOW, len(texts))))
    found = _anchored(page, [n for n in likely if not rules.removes(n)])
    if found == hopeful:
        return found
    sure = set(found)
    near = (n for n in hopeful if n not in sure and prose[n] and (n - 1 in sure or n + 1 in sure))
    doubtful = [n for n in near if not rules.removes(n)]
    return sorted([*found, *doubtful]) if doubtful else found


def _anchored(page: ScoredPage, found: list[int]) -> list[int]:
    """The liked lines; where they say little, those about a sentence with a dateline, which no teaser outweighs.

    A report of one paragraph is lost among a page's menus, but nothing else begins so.
    """
    prose = page.measures.prose
    if sum(map(prose.__getitem__, found)) >= _FEW_WORDS:
        return found
    texts, scores, least = page.measures.texts, page.scores, UNLIKELY + page.least
    likely = (n for n, words in enumerate(prose) if words and scores[n] > least and not page.rules.removes(n))
    anchor = next((number for number in likely if find_dateline(texts[number]) is not None), None)
    if anchor is None:
        return found
    return sorted({anchor, *(number for number in found if abs(number - anchor) <= LEAD_IN)})
