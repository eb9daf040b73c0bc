"""Markdown: the body as CommonMark, all other fields as YAML front matter, as site generators read them.

The keys are those that Hugo, Jekyll and their like know, where they know one: ``title``, ``date`` (published),
``lastmod`` (updated), ``lang``, ``author``, ``categories`` (the section), ``tags`` (the keywords), ``canonical_url``;
the others have the names of the fields. Subheadings are headings of the second level. Characters that CommonMark or a
file cannot hold, such as control characters, show as U+FFFD, and ``verbatim`` in the front matter has the exact text.

Writing needs nothing; reading needs ``articlekit[markdown]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

import attrs

from .._checks import want_text
from .._extras import library
from ..convert import BLOCKS
from ..errors import FormatError
from ..model import Article, Block, Caption, Dateline, Place, Subheading
from . import _commonmark, _frontmatter, _lenient
from ._arguments import BYTE_ORDER_MARK, lines_of, want_article, want_articles, want_pieces
from ._decode import TOO_DEEP
from ._lenient import as_list
from ._structure import article_from

name = "markdown"
extensions = (".md", ".markdown")
media_type = "text/markdown"

_FENCE = "---"
_MOST_DEEP = 50  # quotations and lists in each other; what stands deeper the parser leaves out
_NO_END = "the front matter has no end: a line of three hyphens is missing"
_TOML = "front matter in TOML is not read: write it in YAML, between lines of three hyphens"
_NO_ENTRY = "expected entries with block and text"

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "published": "date",
        "updated": "lastmod",
        "language": "lang",
        "authors": "author",
        "publisher": "publisher",
        "section": "categories",
        "keywords": "tags",
        "url": "canonical_url",
        "summary": "summary",
        "bullets": "bullets",
        "captions": "captions",
        "dateline": "dateline",
    }
)
"""The key of every field in the front matter."""
_OTHER_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "updated": ("updated", "last_modified_at"),
        "language": ("language",),
        "authors": ("authors",),
        "section": ("category",),
        "keywords": ("keywords",),
        "summary": ("description", "excerpt"),
    }
)
"""Where it is not there, the keys that others write for it."""


def dumps(article: Article) -> str:
    """The article as front matter and CommonMark, ending with a line end. Raises TypeError when it is no Article.

    >>> from articlekit import Article, Paragraph
    >>> print(dumps(Article(title="Ferry returns", body=[Paragraph("It came back.")])))
    ---
    title: "Ferry returns"
    ---
    <BLANKLINE>
    It came back.
    <BLANKLINE>
    """
    front = _front(want_article(article, "formats.markdown.dumps"))
    head = "".join(f"{line}\n" for line in (_FENCE, *_frontmatter.lines(front), _FENCE))
    return f"{head}\n{_commonmark.written(article.body)}\n" if article.body else head


def loads(text: str) -> Article:
    """The article in a Markdown document; without a title in its front matter, the first heading of level 1 is it.

    Raises FormatError for front matter that is broken or of wrong types, MissingExtraError when the extra is not
    installed, TypeError when the text is no str.
    """
    return _article(*_parted(want_text(text, "formats.markdown.loads")))


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """One document after the other, a blank line between them; one article at a time.

    Raises TypeError when they are no articles.
    """
    return _pieces(want_articles(articles, "formats.markdown.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of documents that follow each other, in a text, an open file or pieces of text, one at a time.

    A line of three hyphens begins or ends the front matter of a document, and is nothing else.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return (_article(*document) for document in _documents(want_pieces(source, "formats.markdown.load_all")))


def _pieces(articles: Iterable[Article]) -> Iterator[str]:
    for number, article in enumerate(articles):
        yield "\n" + dumps(article) if number else dumps(article)


def _front(article: Article) -> dict[str, Any]:
    values = {
        "title": article.title or None,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "section": None if article.section is None else [article.section],
        "keywords": list(article.keywords),
        "url": article.url,
        "summary": article.summary,
        "bullets": [bullet.text for bullet in article.bullets],
        "captions": [_caption(caption) for caption in article.captions],
        "dateline": None if article.dateline is None else _dateline(article.dateline),
    }
    verbatim = [
        {"block": number, "text": block.text}
        for number, block in enumerate(article.body)
        if _commonmark.visible(block) != block.text
    ]
    return {KEYS[field]: value for field, value in values.items()} | {"verbatim": verbatim}


def _caption(caption: Caption) -> dict[str, Any]:
    return attrs.asdict(caption) | {
        "photographers": list(caption.photographers),
        "organisations": list(caption.organisations),
    }


def _dateline(dateline: Dateline) -> dict[str, Any]:
    return attrs.asdict(dateline) | {"places": [_place(place) for place in dateline.places]}


def _place(place: Place) -> str | dict[str, str | None]:
    return place.name if place.region is None else {"name": place.name, "region": place.region}


def _parted(text: str) -> tuple[str, str]:
    """A document's front matter and its body; raises FormatError when the front matter does not end."""
    lines = text.removeprefix(BYTE_ORDER_MARK).split("\n")
    if not _is_fence(lines[0]):
        return "", _without_front(lines)
    end = next((number for number, line in enumerate(lines) if number and _is_fence(line)), None)
    if end is None:
        raise FormatError(_NO_END, format=name)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def _documents(pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Front matter and body of every document, each read when it is asked for."""
    parts: list[list[str]] = [[]]
    lines = lines_of(pieces)
    for line in chain((next(lines, "").removeprefix(BYTE_ORDER_MARK),), lines):
        if not _is_fence(line):
            parts[-1].append(line)
            continue
        if len(parts) == _BODY + 1 or (len(parts) == 1 and any(map(str.strip, parts[0]))):
            yield _joined(parts)
            parts = [[]]
        parts.append([])
    if len(parts) == _BODY:
        raise FormatError(_NO_END, format=name)
    if len(parts) > 1 or any(map(str.strip, parts[0])):
        yield _joined(parts)


def _joined(parts: list[list[str]]) -> tuple[str, str]:
    if len(parts) == 1:
        return "", _without_front(parts[0])
    front, body = parts[1:]
    return "\n".join(front), "\n".join(body)


def _without_front(lines: list[str]) -> str:
    """A document without front matter. Raises FormatError when it has some in TOML."""
    if lines[0].rstrip() == "+++":
        raise FormatError(_TOML, format=name)
    return "\n".join(lines)


_BODY = 2  # parts of a document: what stands before it, its front matter, its body


def _is_fence(line: str) -> bool:
    return line.rstrip() == _FENCE


def _article(front: str, body: str) -> Article:
    values, tagged, captions = _parsed(front, body)
    title = values.get(KEYS["title"])
    if title is None:
        place = next((number for number, (tag, _) in enumerate(tagged) if tag == "h1"), None)
        title = tagged.pop(place)[1].text if place is not None else ""
    elif tagged and tagged[0] == ("h1", Subheading(title)):
        del tagged[0]
    blocks = [{"type": _TYPES[type(block)], "text": block.text} for _, block in tagged]
    _restore(values.get("verbatim"), tagged, blocks)
    plain = {"title": title, "body": blocks} | {field: read(_value(field, values)) for field, read in _FIELDS.items()}
    if isinstance(plain["captions"], list):
        plain["captions"] += captions
    try:
        return article_from(plain, name)
    except FormatError as error:
        raise FormatError(error.problem, format=name, path=_in_front(error.path)) from None


def _value(field: str, values: Mapping[str, Any]) -> object:
    keys = (KEYS[field], *_OTHER_KEYS.get(field, ()))
    return next((values[key] for key in keys if values.get(key) is not None), None)


def _parsed(front: str, body: str) -> tuple[dict[str, Any], list[tuple[str, Block]], list[dict[str, Any]]]:
    """The values of the front matter; the blocks of the body with their tags; the captions of its pictures."""
    parser = library("markdown_it", "markdown", f"reading {name}").MarkdownIt("commonmark", {"maxNesting": _MOST_DEEP})
    tokens = parser.parse(body)
    deep = next(_commonmark.too_deep(tokens, _MOST_DEEP), None)
    if deep is not None:
        problem = f"{TOO_DEEP} in line {deep} of the body"
        raise FormatError(problem, format=name)
    pictures = _commonmark.pictures(tokens).values()
    captions = [_caption_of(*picture) for picture in pictures if picture[0]]
    return _frontmatter.loaded(front, name), list(_commonmark.read(tokens)), captions


def _caption_of(said: str, address: str) -> dict[str, Any]:
    return _caption(attrs.evolve(Caption.parse(said), url=address or None))


def _restore(verbatim: object, tagged: list[tuple[str, Block]], blocks: list[dict[str, str]]) -> None:
    """Put back the exact texts of blocks, but for those that somebody has changed in the body since."""
    for entry in verbatim if isinstance(verbatim, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            raise FormatError(_NO_ENTRY, format=name, path="$.verbatim")
        number = _number(entry.get("block"))
        if isinstance(number, int) and number < len(blocks):
            block = tagged[number][1]
            if _commonmark.visible(type(block)(entry["text"])) == block.text:
                blocks[number]["text"] = entry["text"]


def _in_front(path: str) -> str:
    """The path in the front matter of what was found wrong in the article made of it."""
    field = re.match(r"\$\.([a-z]+)", path)
    return path if field is None else f"$.{KEYS.get(field[1], field[1])}{path[field.end() :]}"


def _as_it_is(value: object) -> object:
    return value


def _read_date(value: object) -> object:
    """A date as native JSON has it, from the looser forms of site generators: "2023-12-07 09:30:00 +0100"."""
    found = _loose_date.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    day, clock, utc, hours, minutes = found.groups()
    return f"{day}T{clock}" + ("Z" if utc else f"{hours}:{minutes}" if hours else "")


_loose_date = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)[0-9]*+"
    r" ?(?:(Z|UTC)|([+-][0-9]{2}):?([0-9]{2}))?"
)


def _first(value: object) -> object:
    values = as_list(value)
    return values[0] if isinstance(values, list) and values else None


def _read_dateline(value: object) -> object:
    whole = _lenient.dateline(value)
    return whole | {part: _number(whole[part]) for part in _NUMBERS} if isinstance(whole, dict) else whole


def _number(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value) else value


_NUMBERS = ("month", "day", "year")
_TYPES = {kind: tag for tag, kind in BLOCKS.items()}

_FIELDS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "published": _read_date,
        "updated": _read_date,
        "language": _as_it_is,
        "authors": as_list,
        "publisher": _as_it_is,
        "section": _first,
        "keywords": as_list,
        "url": _as_it_is,
        "summary": _as_it_is,
        "bullets": _lenient.bullets,
        "captions": _lenient.captions,
        "dateline": _read_dateline,
    }
)
"""How the value of a field is read from the front matter, be it there or not."""
