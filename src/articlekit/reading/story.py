"""The lines of one article: its headline, the fields at its head, its body, each with a verdict."""

from __future__ import annotations

import attrs

from ..lines import BODY, Role
from ..recognizers.byline import BylineParts
from .body import judge_body
from .cues import BYLINE
from .fields import BY_CUE
from .head import first_paragraph, judge_head
from .headline_choice import headline_of
from .lives import judge_lives
from .page import Page
from .signature import Signatures
from .verdict import Verdict

_FEW = 20  # percent of the kept words: so little before the headline is another story's


@attrs.frozen
class Story:
    """What was found of one article on its page: where it is, and the verdicts of its lines."""

    headline: int | None
    first: int
    """The first line of the body."""
    last: int
    verdicts: dict[int, Verdict]
    """By the number of the non-blank line; lines that are not here are not the article's."""
    signatures: dict[int, BylineParts]
    """Whom those bylines name that only their place tells from other lines."""


def story_of(page: Page) -> Story | None:
    """The article on a page that holds at most one; None when it holds none."""
    kept = page.kept
    if not kept:
        return None
    headline = headline_of(page, kept)
    kept = _without_lead_in(page, kept, headline)
    verdicts: dict[int, Verdict] = {}
    if headline is not None:
        verdicts[headline] = Verdict(Role.TITLE, "reader.headline")
    first = first_paragraph(page, kept, headline, ())
    signatures = Signatures(page, kept, headline, first).found()
    if signatures:
        first = first_paragraph(page, kept, headline, signatures)
        verdicts.update(dict.fromkeys(signatures, BY_CUE[BYLINE]))
    judge_head(page, headline, first, verdicts)
    judge_body(page, kept, first, verdicts)
    judge_lives(page, verdicts, signatures)
    if not any(verdict.role in BODY for verdict in verdicts.values()):
        return None
    return Story(headline, first, kept[-1], verdicts, signatures)


def _without_lead_in(page: Page, kept: list[int], headline: int | None) -> list[int]:
    """The kept lines without the few that stand before the headline: another story's teaser, or a notice."""
    if headline is None:
        return kept
    words = page.measures.words
    after = [number for number in kept if number > headline]
    before = sum(words[number] for number in kept if number < headline)
    if after and 100 * before <= _FEW * sum(words[number] for number in after):
        return after
    return [number for number in kept if number != headline] or kept
