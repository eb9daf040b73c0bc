"""Fields: lines that a rule or a recognizer takes for a caption, a credit, a byline or a timestamp."""

from __future__ import annotations

from ..lines import FIELDS, Role
from .cues import BYLINE, CAPTION, CREDIT, PICTURE, TIMESTAMP
from .page import Page
from .verdict import Verdict, from_pack

SIGNED_CUES = (BYLINE, TIMESTAMP)
FIELD_CUES = (*PICTURE, *SIGNED_CUES)

BY_CUE = {
    TIMESTAMP: Verdict(Role.TIMESTAMP, "reader.timestamp"),
    BYLINE: Verdict(Role.BYLINE, "reader.byline"),
    CAPTION: Verdict(Role.CAPTION, "reader.caption"),
    CREDIT: Verdict(Role.CREDIT, "reader.credit"),
}
"""The verdict of a line that only its cue decides."""


def field_of(page: Page, number: int) -> Verdict | None:
    """The verdict of a line that a rule or a recognizer takes for a field of the article."""
    rule = page.rules[number]
    if rule is not None:
        return from_pack(rule) if rule.role in FIELDS else None
    return BY_CUE.get(page.cues[number])
