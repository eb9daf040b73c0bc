"""Documents of XML with many parts, such as the entries of a feed: read in pieces, in memory for one part.

As safe as ``_xml.parsed``: no entity is expanded, nothing is loaded from outside, depth is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..errors import FormatError
from ._xml import BEFORE, DECLARES_ENTITY, SAFE, entities_refused, local_name, no_xml, want_lxml

if TYPE_CHECKING:
    from lxml import etree

_DOCUMENT = "\n<?xml "
_AT_ONCE = 1 << 16  # characters that the parser is given at a time: a larger piece is cut


def parts(pieces: Iterable[str], name: str, part: str, whole: str) -> Iterator[etree._Element]:
    """Every ``part`` in a ``whole``, or alone in its document; each is taken apart when the next one is asked for.

    Documents may follow each other, each begun by an XML declaration at the start of a line. A part still stands in its
    whole, of which all is kept but the parts before.

    Raises FormatError for the format ``name``, with the place, for what is no XML, declares entities or has another
    root; MissingExtraError when lxml is not installed.
    """
    lxml = want_lxml(f"reading {name}")
    reader: _Reader | None = None
    for begins, text in _cut(pieces):
        if begins and reader is not None:
            yield from reader.close()
            reader = None
        rest = text if reader is not None else text.lstrip(BEFORE)
        if not rest:
            continue
        reader = reader or _Reader(lxml, name, part, whole)
        for start in range(0, len(rest), _AT_ONCE):
            yield from reader.feed(rest[start : start + _AT_ONCE])
    if reader is not None:
        yield from reader.close()


def _cut(pieces: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """The text in pieces, and of each whether a document may begin with it."""
    rest, begins = "\n", True
    for piece in pieces:
        head, *others = (rest + piece).split(_DOCUMENT)
        kept = _beginning(others[-1] if others else head)
        done = [head, *(f"<?xml {other}" for other in others)]
        rest = done[-1][len(done[-1]) - kept :] if kept else ""
        done[-1] = done[-1][: len(done[-1]) - kept]
        for text in done:
            yield begins, text
            begins = True
        begins = False
    yield begins, rest


def _beginning(text: str) -> int:
    """How many characters at the end of a text may be the beginning of a document's mark."""
    return next((size for size in range(len(_DOCUMENT) - 1, 0, -1) if text.endswith(_DOCUMENT[:size])), 0)


class _Reader:
    """The parser of one document, and the part that was given last."""

    def __init__(self, lxml: Any, name: str, part: str, whole: str) -> None:  # noqa: ANN401 - a module
        self._syntax_error: type[etree.XMLSyntaxError] = lxml.XMLSyntaxError
        self._parser = lxml.XMLPullParser(events=("end",), tag=f"{{*}}{part}", **SAFE)
        self._name, self._part, self._whole = name, part, whole
        self._before, self._line = "", 1
        self._last: etree._Element | None = None

    def feed(self, text: str) -> Iterator[etree._Element]:
        self._refuse_entities(text)
        error = None
        try:
            self._parser.feed(text.encode("utf-8", "surrogatepass"))
        except self._syntax_error as found:
            error = found
        yield from self._ended()  # what stands before the error is whole
        if error is not None:
            raise no_xml(error, self._name) from None

    def close(self) -> Iterator[etree._Element]:
        try:
            root = self._parser.close()
        except self._syntax_error as error:
            raise no_xml(error, self._name) from None
        yield from self._ended()
        found = local_name(root)
        if found not in {self._part, self._whole}:
            problem = f"expected the root element {self._whole} or {self._part}, found {found}"
            raise FormatError(problem, format=self._name)

    def _refuse_entities(self, text: str) -> None:
        seen = self._before + text
        place = seen.find(DECLARES_ENTITY)
        if place >= 0:
            raise entities_refused(self._line + seen.count("\n", 0, place), self._name)
        self._before = seen[-len(DECLARES_ENTITY) :]
        self._line += seen.count("\n") - self._before.count("\n")

    def _ended(self) -> Iterator[etree._Element]:
        for _, node in self._parser.read_events():
            whole = node.getparent()
            if whole is not None and local_name(whole) != self._whole:
                continue  # a part of another vocabulary, inside of a part
            yield node
            self._forget(self._last)
            node.clear()
            self._last = node

    def _forget(self, done: etree._Element | None) -> None:
        """A part cannot leave before the next one stands: the parser still writes behind it."""
        whole = None if done is None else done.getparent()
        if done is not None and whole is not None:
            whole.remove(done)
