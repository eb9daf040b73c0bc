"""HTML as a source of blocks, and what it has no place for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Article, Bullet, Paragraph, Subheading
from ._blocks import Names
from ._exact import plain_of
from ._structure import article_from
from ._xml import want_lxml

if TYPE_CHECKING:
    from lxml import etree

LOST = "\ufffd"
"""Stands where HTML has no way to write a character."""

_PLANE_ENDS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_UNHOLDABLE = rf"\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef{_PLANE_ENDS}"
_unholdable = re.compile(rf"[{_UNHOLDABLE}\ud800-\udfff]")
_unscriptable = re.compile(f"[<{_UNHOLDABLE}]")

NAMES = Names(
    blocks={
        "p": Paragraph, "pre": Paragraph, "tr": Paragraph, "dd": Paragraph, "blockquote": Paragraph,
        "h1": Subheading, "h2": Subheading, "h3": Subheading, "h4": Subheading, "h5": Subheading, "h6": Subheading,
        "dt": Subheading, "li": Bullet,
    },
    line_break="br",
    skipped=frozenset({"script", "style", "template", "noscript", "figure", "iframe", "button", "form", "svg"}),
    parts=frozenset({"div", "section", "article", "ul", "ol", "dl", "table", "main", "body", "hr"}),
)  # fmt: skip
"""The blocks of HTML."""


def in_html(text: str) -> str:
    r"""A text as HTML can hold it: what it has no place for is U+FFFD, a carriage return among that.

    >>> in_html("a\x00b")
    'a\ufffdb'
    """
    return _unholdable.sub(LOST, text)


def json_in_html(text: str) -> str:
    r"""JSON as the content of a script: what HTML has no place for, and what could end the script, as escapes.

    Surrogates stay: those that can be escapes are escapes already.

    >>> json_in_html('"</script>"')
    '"\\u003c/script>"'
    """
    return _unscriptable.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


def article_in_html(article: Article) -> Article:
    """The article with every text as HTML can hold it."""
    plain = plain_of(article)
    shown = _shown(plain)
    return article if shown == plain else article_from(shown, "html")


def _shown(value: object) -> object:
    if isinstance(value, str):
        return in_html(value)
    if isinstance(value, dict):
        return {key: _shown(part) for key, part in value.items()}
    return [_shown(part) for part in value] if isinstance(value, list) else value


def parsed_html(text: str, purpose: str) -> etree._Element:
    """The root of a page or fragment: any text at all is HTML. Raises MissingExtraError when lxml is not installed.

    Content below depth 2048 is dropped.
    """
    lxml = want_lxml(purpose)
    parser = lxml.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root: etree._Element | None = lxml.fromstring(in_html(text).encode(), parser) if text.strip() else None
    return lxml.Element("html") if root is None else root
