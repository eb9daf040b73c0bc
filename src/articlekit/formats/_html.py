"""HTML: how it names blocks, what it has no place for, and the one way in which it is parsed, in bounded time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..errors import FormatError
from ..model import Article, Bullet, Paragraph, Subheading
from ._arguments import BYTE_ORDER_MARK
from ._blocks import Names
from ._decode import TOO_DEEP
from ._exact import plain_of
from ._structure import article_from
from ._xml import want_lxml

if TYPE_CHECKING:
    from lxml import etree

LOST = "\ufffd"
"""Stands where HTML has no way to write a character."""

NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
"""The code points that are no characters, for use in a regular expression."""

_UNHOLDABLE = rf"\x00-\x08\x0b-\x1f\x7f-\x9f{NO_CHARACTERS}"
_unholdable = re.compile(rf"[{_UNHOLDABLE}\ud800-\udfff]")
_unscriptable = re.compile(f"[<{_UNHOLDABLE}]")

_line_end = re.compile("\r\n?")

MOST_ATTRIBUTES = 1000
"""How many attributes a tag may have: the time that libxml2 takes grows with their square."""
MOST_DEEP = 1000
"""How deep elements may be nested: libxml2 drops what stands deeper than twice that."""

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


def parsed_html(markup: str, name: str, path: str = "$", *, before: str = "") -> etree._Element:
    """The tree of a page, be it as broken as it may; its root is ``html``. ``before`` is markup to put before it.

    Raises FormatError for the format ``name`` when elements are nested too deeply or a tag has too many attributes, and
    MissingExtraError when lxml is not installed.
    """
    lxml = want_lxml(f"reading {name}")
    _refuse_floods(markup, name, path)
    text = before + in_html(_line_end.sub("\n", markup.removeprefix(BYTE_ORDER_MARK)).replace("\f", " "))
    parser = lxml.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root: etree._Element | None = lxml.fromstring(text.encode(), parser) if text.strip() else None
    if root is None:
        root = lxml.Element("html")
    return _walked(root, lxml.iterwalk, name, path)


def _walked(root: etree._Element, walk: Callable[..., Iterable[Any]], name: str, path: str) -> etree._Element:
    """The tree with the cells of a row apart, or they were one word; raises FormatError when it is too deep."""
    depth = 0
    for event, node in walk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEEP:
            problem = f"{TOO_DEEP} in line {node.sourceline}"
            raise FormatError(problem, format=name, path=path)
        if event == "end" and node.tag in {"td", "th"}:
            node.tail = " " + (node.tail or "")
    return root


def _refuse_floods(markup: str, name: str, path: str) -> None:
    for tag in _markup.finditer(markup):
        if _attributes_in(tag) > MOST_ATTRIBUTES:
            line = markup.count("\n", 0, tag.start()) + 1
            problem = f"a tag in line {line} has more than {MOST_ATTRIBUTES} attributes"
            raise FormatError(problem, format=name, path=path)


def _attributes_in(tag: re.Match[str]) -> int:
    attributes = tag["attributes"] or ""
    if len(attributes) <= MOST_ATTRIBUTES:  # each takes a character at least
        return 0
    return sum(1 for _ in _attribute.finditer(attributes))
