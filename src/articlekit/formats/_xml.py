"""XML: written with nothing, read with lxml (``articlekit[xml]``), and never trusted.

Reading expands no entity that a document declares and loads nothing from outside; the trees it gives are walked without
recursion. XML 1.0 has no place for control characters, lone surrogates, U+FFFE and U+FFFF, not even as references:
an article with one of them is refused with the path of the field.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .._extras import library
from ..errors import FormatError
from ..model import Article
from ._arguments import BYTE_ORDER_MARK, lines_of
from ._exact import plain_of, texts_of
from ._slots import held_line

if TYPE_CHECKING:
    from lxml import etree

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

SAFE: Mapping[str, Any] = MappingProxyType(
    {
        "encoding": "utf-8",
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "remove_comments": True,
        "remove_pis": True,
        "huge_tree": True,  # long texts are no attack: entities are refused, and depth stays bounded
    }
)
"""How every parser of lxml is made."""

DECLARES_ENTITY = "<!ENTITY"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BEFORE = BYTE_ORDER_MARK + " \t\r\n"
"""What files have before an XML declaration, where XML allows nothing."""

_unholdable = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_escaped = re.compile('[&<>"\r\n\t]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_IN_TEXT = frozenset('"\n\t')  # what stands in text as it is
_reference = re.compile("&[A-Za-z][A-Za-z0-9]*;")
_first_name = re.compile(r"<(?:[A-Za-z_][\w.-]*+:)?([A-Za-z_][\w.-]*+)")
# What may stand before the root element: comments, instructions and quoted texts are skipped whole.
_in_prolog = re.compile("<!--|<\\?|[\"']|<!ENTITY|<[^!]")
_CLOSED_BY = {"<!--": "-->", "<?": "?>", '"': '"', "'": "'"}


def escaped(text: str) -> str:
    """A text as the content of an element. A carriage return is written as a reference, or it would be lost.

    >>> escaped("a < b & c")
    'a &lt; b &amp; c'
    """
    return _escaped.sub(lambda found: found[0] if found[0] in _IN_TEXT else _REFERENCES[found[0]], text)


def element(tag: str, attributes: Mapping[str, str | None] | None = None, *content: str) -> str:
    """An element around content that is XML already; attributes that are None are left out.

    >>> element("p", {"lede": "true", "id": None}, escaped("a & b"))
    '<p lede="true">a &amp; b</p>'
    """
    given = ((key, value) for key, value in (attributes or {}).items() if value is not None)
    start = tag + "".join(f' {key}="{_in_attribute(value)}"' for key, value in given)
    inside = "".join(content)
    return f"<{start}>{inside}</{tag}>" if inside else f"<{start}/>"


def text_element(tag: str, text: str | None, attributes: Mapping[str, str | None] | None = None) -> str:
    """An element with a text; nothing at all when there is no text."""
    return "" if text is None else element(tag, attributes, escaped(text))


def _in_attribute(text: str) -> str:
    return _escaped.sub(lambda found: _REFERENCES[found[0]], text)


def refuse_unholdable(article: Article, name: str) -> None:
    """Raises FormatError for the format ``name``, with the path of the first text that XML cannot hold."""
    for path, text in texts_of(plain_of(article)):
        found = _unholdable.search(text)
        if found is not None:
            problem = f"XML 1.0 has no place for the character U+{ord(found[0]):04X}"
            raise FormatError(problem, format=name, path=path)


def parsed(text: str, name: str) -> etree._Element:
    """The root of a document; what it says of its encoding is not asked, since the text is decoded.

    Raises FormatError for the format ``name``, with line and column, when it is no XML or declares entities, and
    MissingExtraError when lxml is not installed.
    """
    lxml = want_lxml(f"reading {name}")
    start = text[: len(text) - len(text.lstrip(BEFORE))]
    text, lines = text[len(start) :], start.count("\n")
    _refuse_entities(text, name, lines)
    parser = lxml.XMLParser(**SAFE)
    try:
        root: etree._Element = lxml.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except lxml.XMLSyntaxError as error:
        raise no_xml(error, name, lines) from None
    return root


def no_xml(error: etree.XMLSyntaxError, name: str, before: int = 0) -> FormatError:
    """What a parser found to be no XML, with line and column, as an error of the format ``name``.

    ``before`` counts the lines that the parser was not given.
    """
    line, column = error.position
    problem = "no XML: " + str(error.msg).partition(", line ")[0].strip()  # libxml2 repeats the place
    return FormatError(problem, format=name, path=f"line {line + before}, column {column}")


def entities_refused(line: int, name: str) -> FormatError:
    """The error of the format ``name`` for a document that declares entities in that line."""
    problem = "the document declares entities, which are never expanded"
    return FormatError(problem, format=name, path=f"line {line}")


def documents(pieces: Iterable[str], begun_by: str = "<?xml ") -> Iterator[str]:
    """The documents that follow each other in a text, one at a time; the first line of each begins so, in any case."""
    lines: list[str] = []
    for line in lines_of(pieces):
        if line[: len(begun_by)].lower() == begun_by and any(map(str.strip, lines)):
            yield "\n".join(lines)
            lines.clear()
        lines.append(line)
    if any(map(str.strip, lines)):
        yield "\n".join(lines)


def opens_with(head: str, *names: str) -> bool:
    """Whether the first element of a text that begins so has one of the names, whatever its prefix.

    >>> opens_with('<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>', "nitf")
    True
    """
    found = _first_name.search(head)
    return found is not None and found[1] in names


def want_lxml(what: str) -> Any:  # noqa: ANN401 - a module
    """The module ``lxml.etree``, for what needs it. Raises MissingExtraError, which says what to install."""
    return library("lxml.etree", "xml", what)


def _refuse_entities(text: str, name: str, before: int) -> None:
    """Entities are declared before the root element opens; in attributes lxml expands them whatever it is told."""
    found = _in_prolog.search(text)
    while found is not None and found[0] in _CLOSED_BY:
        closing = _CLOSED_BY[found[0]]
        end = text.find(closing, found.end())
        found = _in_prolog.search(text, end + len(closing)) if end >= 0 else None
    if found is not None and found[0] == DECLARES_ENTITY:
        raise entities_refused(before + text.count("\n", 0, found.start()) + 1, name)


def local_name(node: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def entity_text(node: etree._Element) -> str:
    """The character that a reference such as ``&mdash;`` means, as HTML names it; "" for every other node."""
    return html.unescape(node.text or "") if "Entity" in type(node).__name__ else ""


def named(root: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The elements at the end of a path of local names, in whatever namespace, in the order of the document."""
    found = [root]
    for step in path:
        found = [child for node in found for child in node if local_name(child) == step]
    yield from found


def first(root: etree._Element, *path: str) -> etree._Element | None:
    """The first element at the end of a path of local names."""
    return next(named(root, *path), None)


def text_of(node: etree._Element | None) -> str | None:
    """All text in an element, in one line, with the characters that references mean; None when there is none."""
    if node is None:
        return None
    texts = list(map(str, node.itertext()))
    if any(map(_reference.fullmatch, texts)) and any(map(entity_text, node.iter())):
        # A reference is a text of its own here; one that only looks so is not told apart where there are any.
        texts = [html.unescape(text) if _reference.fullmatch(text) else text for text in texts]
    return held_line("".join(texts))
