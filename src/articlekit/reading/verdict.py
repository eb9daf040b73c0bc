"""Verdicts: the role of a line, the rule that gave it, and the words that explain the rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..knowledge.pack import Rule
from ..lines import Role

RULES = {
    "reader.blank": "A line without text.",
    "reader.headline": "The headline: of the lines near the head of the body it has the most evidence.",
    "reader.headline-again": "Says the headline again.",
    "reader.said-again": "Says again what a kept line of this article says.",
    "reader.standfirst": "Stands between the headline and the lines that name author or time: the standfirst.",
    "reader.highlight": "A list item between the headline and the first paragraph: one of the highlights.",
    "reader.byline": "Names who wrote the article, near the headline.",
    "reader.timestamp": "Says when the article was published or changed.",
    "reader.caption": "Ends or begins with a picture credit: a caption, not a sentence of the report.",
    "reader.alt-text": "Says what the caption below says, without its credit: the picture's text.",
    "reader.caption-again": "Says the caption above again, with its credit.",
    "reader.above-credit": "Stands just above a picture credit: the picture's caption.",
    "reader.with-picture": "Stands in one block with a picture's caption or credit, apart from the paragraphs.",
    "reader.credit": "Only a picture credit.",
    "reader.prose": "Reads as the article's text: {detail}.",
    "reader.subheading": "A short line without end mark that heads paragraphs of the article.",
    "reader.life": "Tells of an author of the article, at its end.",
    "reader.closing": "Says who reported and edited, at the end of the article.",
    "reader.item": "An item of a list inside the article.",
    "reader.zone": "Stands under a heading that opens a part of the page that is not the article ({detail}).",
    "reader.before-headline": "Stands before the headline.",
    "reader.menu": "A short line among short lines, away from the article's text: {detail}.",
    "reader.teaser": "Reads as text, but not as this article's: {detail}.",
    "reader.between": "A short line between the article's lines that is no heading of it: {detail}.",
    "reader.copyright": "A copyright sign and a name: the site's, not the story's.",
    "reader.shouted": "Many words in capitals, and no sentence: a link to another story.",
    "reader.no-article": "The page holds no article: {detail}.",
}
"""Every rule of the reader itself, with its reason; the rules of packs bring their own."""


class Verdict(NamedTuple):
    """What a line is and why; ``detail`` fills the gap in the rule's reason, None asks the evidence for it."""

    role: Role
    rule: str
    why: str | None = None
    """The reason, for rules of packs."""
    detail: str | None = None


def from_pack(rule: Rule) -> Verdict:
    """The verdict of a pack's rule."""
    return Verdict(rule.role, rule.name, rule.why)


def reason(verdict: Verdict, strongest: Callable[[], str]) -> str:
    """The sentence that explains a verdict; ``strongest`` is asked for the evidence only where the rule names it."""
    if verdict.why is not None:
        return verdict.why
    words = RULES[verdict.rule]
    return words.format(detail=verdict.detail or strongest()) if "{detail}" in words else words
