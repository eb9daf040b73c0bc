"""One look for each role, shared by the HTML page and the terminal."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from ..lines import BODY, FIELDS, REMOVED, Role


class Look(NamedTuple):
    """How a role is coloured.

    ``light`` and ``dark`` are text colours for a light and a dark page; each has a contrast of at least 4.5 against
    the page's background. ``sgr`` is the parameter of a terminal's "select graphic rendition": the sixteen basic
    colours only, which a reader's own colour scheme keeps readable.
    """

    light: str
    dark: str
    sgr: str


LIGHT_PAGE = "#fbfaf7"
"""Background of the HTML page in light mode."""

DARK_PAGE = "#15171c"
"""Background of the HTML page in dark mode."""

LOOKS = MappingProxyType(
    {
        # Fields of the article: the cool half of the colour wheel.
        Role.TITLE: Look("#3730a3", "#a5b4fc", "1;34"),
        Role.SUMMARY: Look("#6d28d9", "#c4b5fd", "34"),
        Role.BULLET: Look("#0f766e", "#5eead4", "36"),
        Role.BYLINE: Look("#1d4ed8", "#93c5fd", "94"),
        Role.TIMESTAMP: Look("#0369a1", "#7dd3fc", "96"),
        Role.CAPTION: Look("#15803d", "#86efac", "32"),
        Role.CREDIT: Look("#4d7c0f", "#bef264", "92"),
        # The body: near the colour of ink.
        Role.PARAGRAPH: Look("#334155", "#cbd5e1", "39"),
        Role.SUBHEADING: Look("#1e293b", "#e2e8f0", "1"),
        Role.ITEM: Look("#475569", "#94a3b8", "37"),
        # What is not the article's: the warm half.
        Role.KICKER: Look("#a21caf", "#f0abfc", "35"),
        Role.EMBED: Look("#86198f", "#e879f9", "95"),
        Role.REPEAT: Look("#9d174d", "#f9a8d4", "35"),
        Role.SHARE: Look("#be123c", "#fda4af", "31"),
        Role.RELATED: Look("#c2410c", "#fdba74", "33"),
        Role.PROMOTION: Look("#a16207", "#fde047", "93"),
        Role.NAVIGATION: Look("#854d0e", "#d6b47c", "33"),
        Role.NOTICE: Look("#b91c1c", "#fca5a5", "91"),
        Role.COMMENT: Look("#9f1239", "#fb7185", "31"),
        Role.BIO: Look("#7e5109", "#e0b070", "33"),
        Role.OTHER: Look("#57534e", "#b8b2ab", "37"),
        Role.BLANK: Look("#6b7280", "#8b93a1", "90"),
    }
)
"""The look of every role."""

GROUPS = (
    ("fields of the article", tuple(role for role in Role if role in FIELDS)),
    ("its body", tuple(role for role in Role if role in BODY)),
    ("removed", tuple(role for role in Role if role in REMOVED)),
    ("blank", (Role.BLANK,)),
)
"""The roles as a legend shows them: a heading and its roles."""
