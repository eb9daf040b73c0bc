"""TEI P5, the Text Encoding Initiative's XML, in the subset that tools for corpora write and read.

The header holds what is known of the article: title and authors in ``titleStmt``, publisher, address and date of the
publication in ``sourceDesc/biblFull``, highlights and standfirst in ``abstract``, language, section and keywords in
``profileDesc``, the update in ``revisionDesc``. The text has the dateline in its ``opener``, captions as
``ab[@type='caption']``, subheadings as ``ab[@type='header']``, since ``head`` may stand at the beginning alone. What no
element holds, such as a dateline that no paragraph repeats, stands in ``teiHeader/xenoData``, the element of TEI for
what is not TEI.

Writing needs nothing; reading needs ``articlekit[xml]``, and reads documents without namespace too.

Source: https://tei-c.org/guidelines/p5/
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Block, Caption, Dateline, Place, Subheading
from . import _slots
from ._arguments import want_article, want_articles, want_pieces
from ._blocks import inline, runs
from ._datelines import Span, dated, dateline_of, held_places, located, marked
from ._exact import MARK, beside, read_exact, restored
from ._pull import parts
from ._tei_reading import CREDIT, NAMES, SECTION, UPDATED, held_publisher, read_when, seen, several
from ._xml import (
    DECLARATION,
    element,
    escaped,
    local_name,
    named,
    opens_with,
    parsed,
    refuse_unholdable,
    text_element,
)

if TYPE_CHECKING:
    from lxml import etree

name = "tei"
extensions = (".tei.xml", ".tei", ".xml")
media_type = "application/tei+xml"

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_TEI, _CORPUS = "TEI", "teiCorpus"
_LEAP_YEAR = 2000
_WHEN: Mapping[tuple[bool, bool, bool], str] = {
    (True, True, True): "{year:04}-{month:02}-{day:02}",
    (True, True, False): "{year:04}-{month:02}",
    (True, False, False): "{year:04}",
    (False, True, True): "--{month:02}-{day:02}",
    (False, True, False): "--{month:02}",
    (False, False, True): "---{day:02}",
}
"""How a date is told of which year, month and day are known or not."""


def dumps(article: Article) -> str:
    """The article as a TEI document.

    Raises FormatError with the path of a text that XML cannot hold, TypeError when it is no Article.

    >>> from articlekit import Article, Paragraph
    >>> "<p>It came back.</p>" in dumps(Article(title="Ferry returns", body=[Paragraph("It came back.")]))
    True
    """
    return DECLARATION + _document(want_article(article, "formats.tei.dumps"), NAMESPACE) + "\n"


def loads(text: str) -> Article:
    """The article in a TEI document, or in a corpus of one.

    Raises FormatError when the text is no TEI or holds no text, with the place; MissingExtraError when lxml is not
    installed; TypeError when the text is no str.
    """
    root = parsed(want_text(text, "formats.tei.loads"), name)
    if local_name(root) == _CORPUS:
        found = [node for node in root if local_name(node) == _TEI]
        if len(found) != 1:
            problem = f"a corpus of {len(found)} documents; load_all reads them"
            raise FormatError(problem, format=name)
        root = found[0]
    return _article_in(root)


def dump_all(articles: Iterable[Article], *, title: str = "articlekit") -> Iterator[str]:
    """The pieces of one corpus (``teiCorpus``) with that title, one article at a time; nothing when there is none.

    Raises TypeError when they are no articles and, when the pieces are asked for, what ``dumps`` raises.
    """
    return _corpus(want_articles(articles, "formats.tei.dump_all"), want_text(title, "formats.tei.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every document in a corpus, or in documents that follow each other, one at a time.

    The source is a text, an open file or pieces of text; memory is needed for one document.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return map(_article_in, parts(want_pieces(source, "formats.tei.load_all"), name, _TEI, _CORPUS))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a document of this format."""
    return opens_with(head, _TEI, _CORPUS)


def held(article: Article) -> Article:
    """What the elements of a document give back."""
    line = article.dateline
    body = _slots.held_blocks(article.body)
    slots = _slots.held_in_elements(article)
    return attrs.evolve(
        slots,
        dateline=dateline_of(None, body) if line is None else _held_dateline(line, body),
        authors=several(slots.authors),
        published=read_when(_when(article.published)),
        updated=read_when(_when(article.updated)),
        publisher=held_publisher(slots.publisher, slots.url),
    )


def _corpus(articles: Iterable[Article], title: str) -> Iterator[str]:
    described = element(
        "fileDesc",
        None,
        element("titleStmt", None, text_element("title", title)),
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>",
    )
    before = f'{DECLARATION}<{_CORPUS} xmlns="{NAMESPACE}">\n{element("teiHeader", None, described)}\n'
    last = ""
    for article in articles:
        yield before + _document(article, None)
        before, last = "\n", f"\n</{_CORPUS}>\n"
    if last:
        yield last


def _document(article: Article, namespace: str | None) -> str:
    refuse_unholdable(article, name)
    exact = beside(article, held(article))
    header = (
        element("fileDesc", None, *_described(article)),
        _profile(article),
        text_element("xenoData", json.dumps(exact), {"type": MARK}) if exact else "",
        element("revisionDesc", None, element("change", {"when": _when(article.updated)}, UPDATED))
        if article.updated
        else "",
    )
    entry = element("div", {"type": "entry"}, "\n", *(f"{part}\n" for part in _entry(article)))
    return element(
        _TEI,
        {"xmlns": namespace},
        "\n",
        element("teiHeader", None, "\n", *(f"{part}\n" for part in header if part)),
        "\n",
        element("text", None, element("body", None, entry)),
        "\n",
    )


def _described(article: Article) -> Iterator[str]:
    """The file is this document, of which nobody told a publisher; its source is what was published."""
    title = element("title", {"type": "main"}, escaped(article.title))
    statement = element("titleStmt", None, title, *(text_element("author", author) for author in article.authors))
    printed = (article.title, article.publisher, article.published.isoformat()[:10] if article.published else None)
    source = text_element("bibl", ", ".join(filter(None, printed)))
    yield statement
    yield "<publicationStmt><p/></publicationStmt>"
    yield element("notesStmt", None, text_element("note", _slots.identifier(article), {"type": "id"}))
    yield element("sourceDesc", None, source, _published(article, statement))


def _published(article: Article, statement: str) -> str:
    url, when = _slots.held_url(article.url), _when(article.published)
    if not (url or when or article.publisher):
        return ""
    stated = (
        element("publisher", None, escaped(article.publisher or "")),
        element("ptr", {"type": "URL", "target": url}) if url else "",
        text_element("date", when, {"when": when}),
    )
    return element("biblFull", None, statement, element("publicationStmt", None, *stated))


def _profile(article: Article) -> str:
    summary = element("p", None, inline(article.summary, NAMES)) if article.summary else ""
    highlights = _list(article.bullets) if article.bullets else ""
    terms = text_element("term", article.section or None, {"type": SECTION})
    terms += "".join(element("term", None, escaped(keyword)) for keyword in article.keywords)
    language = _slots.held_language(article.language)
    made = (
        element("abstract", None, summary, highlights) if summary or highlights else "",
        element("langUsage", None, element("language", {"ident": language})) if language else "",
        element("textClass", None, element("keywords", None, terms)) if terms else "",
    )
    return element("profileDesc", None, *made) if any(made) else ""


def _entry(article: Article) -> Iterator[str]:
    if article.dateline is not None:
        yield element("opener", None, _dateline(article.dateline))
    yield from map(_caption, article.captions)
    for is_list, blocks in runs(article.body):
        yield _list(blocks) if is_list else _block(blocks[0])


def _list(items: Iterable[Block]) -> str:
    return element("list", None, *(element("item", None, inline(item.text, NAMES)) for item in items))


def _block(block: Block) -> str:
    text = inline(block.text, NAMES)
    return element("ab", {"type": "header"}, text) if isinstance(block, Subheading) else element("p", None, text)


def _caption(caption: Caption) -> str:
    credit = text_element("note", caption.credit or None, {"type": CREDIT})
    graphic = element("graphic", {"url": caption.url}) if caption.url else ""
    return element("ab", {"type": "caption"}, inline(caption.text, NAMES), " " if credit else "", credit, graphic)


def _dateline(line: Dateline) -> str:
    """What the dateline prints, without its separator, with places, agency and date marked where they stand in it."""
    spans = [Span(start, end, _place(line.printed[start:end], place)) for start, end, place in located(line)]
    agency = _agency_start(line)
    if line.agency and agency >= 0:
        spans.append(Span(agency, agency + len(line.agency), element("orgName", None, escaped(line.agency))))
    found = dated(line, spans)
    if found is not None:
        start, end = found
        spans.append(Span(start, end, text_element("date", line.printed[start:end], {"when": _when_printed(line)})))
    return element("dateline", None, marked(line.printed, spans))


def _place(printed: str, place: Place) -> str:
    if place.region is None:
        return element("placeName", None, escaped(place.name))
    town = element("settlement", None, escaped(place.name))
    between = printed[len(place.name) : -len(place.region)]
    return element("placeName", None, town, escaped(between), text_element("region", place.region))


def _agency_start(line: Dateline) -> int:
    """Where the agency is printed, after the places; -1 when it is not."""
    after = max((end for _, end, _ in located(line)), default=0)
    return line.printed.find(line.agency, after) if line.agency else -1


def _when_printed(line: Dateline) -> str | None:
    """As much of a date as a dateline says, as ``@when`` takes it; None for a day that the calendar does not have.

    >>> _when_printed(Dateline(printed="ROME, Dec 7", month=12, day=7))
    '--12-07'
    """
    form = _WHEN.get((line.year is not None, line.month is not None, line.day is not None))
    days = monthrange(line.year or _LEAP_YEAR, line.month or 1)[1]
    if form is None or (line.day or 1) > days:
        return None
    return form.format(year=line.year, month=line.month, day=line.day)


def _held_dateline(line: Dateline, body: tuple[Block, ...]) -> Dateline | None:
    agency = line.agency if _agency_start(line) >= 0 else None
    return dateline_of(line.printed, body, held_places(line), agency)


def _when(value: date | None) -> str | None:
    """A date or date-time as ``@when`` takes it, with the offset of a zone in minutes.

    >>> _when(date(2023, 12, 7)), _when(datetime(2023, 12, 7, 8))
    ('2023-12-07', '2023-12-07T08:00:00')
    """
    zoned = isinstance(value, datetime) and value.tzinfo is not None
    whole = _slots.moment(value) if zoned else value
    return None if whole is None else _slots.written(whole)


def _article_in(root: etree._Element) -> Article:
    """The article in the tree of a document. Raises FormatError when it is no text in TEI."""
    if local_name(root) != _TEI:
        problem = f"expected the root element {_CORPUS} or {_TEI}, found {local_name(root)}"
        raise FormatError(problem, format=name)
    exact = next((node for node in named(root, "teiHeader", "xenoData") if node.get("type") == MARK), None)
    values = read_exact(None if exact is None else exact.text or "", name)
    return restored(seen(root), values, held, name)
