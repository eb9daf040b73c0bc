"""HTML as a source of blocks, and what it has no place for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import FormatError
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

_carriage_return = re.compile("\r\n?")

MOST_ATTRIBUTES = 1000
"""How many attributes a tag may have: the time that libxml2 takes grows with their square."""

_markup = re.compile(
    r"""
    <!--.*?(?:--!?>|\Z)
    | <(?:script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</|\Z)   # what stands inside is no markup
    | <[a-z][^\s/>]*+ (?P<attributes>(?:
        [\s/]++
        | =?[^\s/>=]*+ (?:\s*+=\s*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+ | (?=>|\Z)))
        | =?[^\s/>=]++
      )*+)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_attribute = re.compile(r"""(?:[^\s/>="']++|"[^"]*+"?|'[^']*+'?)(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+""")

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


def lines_in(text: str) -> str:
    """A text with the line ends that HTML makes of all kinds of them."""
    return _carriage_return.sub("\n", text)


def refuse_floods(markup: str, name: str, path: str = "$") -> None:
    """Raises FormatError for the format ``name`` when a tag has more attributes than can be read in time."""
    if any(_attributes_in(tag) > MOST_ATTRIBUTES for tag in _markup.finditer(markup)):
        problem = f"a tag has more than {MOST_ATTRIBUTES} attributes"
        raise FormatError(problem, format=name, path=path)


def _attributes_in(tag: re.Match[str]) -> int:
    attributes = tag["attributes"] or ""
    if len(attributes) <= MOST_ATTRIBUTES:  # each takes a character at least
        return 0
    return sum(1 for _ in _attribute.finditer(attributes))


def parsed_html(text: str, purpose: str) -> etree._Element:
    """The root of a page or fragment. Raises MissingExtraError when lxml is not installed.

    Any text at all is HTML, but a tag with too many attributes is a FormatError. Content below depth 2048 is dropped.
    """
    lxml = want_lxml(purpose)
    refuse_floods(text, "html")
    parser = lxml.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root: etree._Element | None = lxml.fromstring(in_html(lines_in(text)).encode(), parser) if text.strip() else None
    return lxml.Element("html") if root is None else root
