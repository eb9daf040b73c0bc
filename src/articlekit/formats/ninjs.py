"""ninjs, News in JSON of the IPTC: 3.1, or 1.6 for systems such as Superdesk that speak version 1.

The body is a fragment of XHTML, and plain text beside it; highlights are descriptions, the authors people, section and
keywords subjects, captions pictures that go with the article. The dateline is a description, a marked span in the body,
and its places among the places. Where the standard demands a date-time the article's date is midnight in UTC. The exact
value of what a slot cannot hold is an alternative id of the role ``articlekit:`` and the name of the field.

Writing needs nothing; reading needs ``articlekit[xml]`` when the body is HTML, and nothing when it is plain text.
Documents of the versions 1, 2 and 3 are read, and those that break their schema as well.

Source: https://iptc.org/standards/ninjs/
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Block, Bullet, Byline, Caption, Paragraph
from . import _fragment, _ninjs1, _ninjs3, _slots, nitf
from ._arguments import want_article, want_articles, want_pieces
from ._decode import decode, elements
from ._encode import array, encoded
from ._exact import beside, restored
from ._nested import read_for
from ._ninjs_dateline import dateline_in, described, placed
from ._ninjs_item import (
    AGENCY,
    CAPTION,
    CREATOR,
    EXACT,
    HIGHLIGHT,
    KEYWORD,
    MAIN,
    PLAIN,
    PUBLISHER,
    SECTION,
    SUMMARY,
    XHTML,
    Item,
    Named,
    Picture,
    Text,
    names,
)
from ._node import Node
from ._wording import listed

name = "ninjs"
extensions = (".ninjs.json", ".ninjs", ".json")
media_type = "application/json"


class _Version(NamedTuple):
    """How a version is written and read."""

    document: Callable[[Item], dict[str, Any]]
    item: Callable[[Node], Item]


_VERSIONS: Mapping[str, _Version] = MappingProxyType({
    _ninjs3.VERSION: _Version(_ninjs3.document, _ninjs3.item),
    _ninjs1.VERSION: _Version(_ninjs1.document, _ninjs1.item),
})  # fmt: skip
_AS_IT_IS = frozenset({"title", "summary", "published", "updated", "language", "url", "publisher", "section"})
_SUMMARY_ALONE = (SUMMARY,)
_STANDFIRSTS = (SUMMARY, "lead", "standfirst", "abstract", "text", "main", "")
_TEXTS = ("text", "composite", None)


def dumps(article: Article, *, version: str = _ninjs3.VERSION, indent: int | None = None) -> str:
    """The article as one JSON object of ninjs "3.1" or "1.6": in one line, or indented by so many spaces.

    Raises ValueError when that version is not written, TypeError when it is no Article.

    >>> dumps(Article(title="Ferry returns"), version="1.6")[:49]
    '{"$standard": {"name": "ninjs", "version": "1.6",'
    """
    return _dumped(want_article(article, "formats.ninjs.dumps"), _version(version), indent)


def loads(text: str) -> Article:
    """The article in a ninjs document.

    Raises FormatError when it is none, or a picture, a film or an event, with the path of what is wrong;
    MissingExtraError when its body is HTML and lxml is not installed; TypeError when the text is no str.

    >>> loads('{"uri": "https://news.example/1", "type": "text", "headlines": [{"value": "Ferry returns"}]}').title
    'Ferry returns'
    """
    return from_plain(decode(want_text(text, "formats.ninjs.loads"), name))


def dump_all(
    articles: Iterable[Article], *, version: str = _ninjs3.VERSION, indent: int | None = None
) -> Iterator[str]:
    """The pieces of a JSON array of all articles, one article at a time. Raises ValueError as ``dumps`` does."""
    checked, chosen = want_articles(articles, "formats.ninjs.dump_all"), _version(version)
    return array(_dumped(article, chosen, indent) for article in checked)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of a JSON array, or the one in an object; in a text, an open file or pieces of text.

    The text is read as a whole, its articles are made one at a time.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _loaded(want_pieces(source, "formats.ninjs.load_all"))


def held(article: Article, *, version: str = _ninjs3.VERSION) -> Article:
    """What the slots of a document of that version give back."""
    return _held(article, _version(version))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a document of this format, or an array of them."""
    return _says_so.match(head) is not None or (_has_uri.match(head) is not None and any(map(head.count, _TYPICAL)))


def from_plain(plain: object, root: str = "$") -> Article:
    """The article in a decoded document; raises FormatError with the path from ``root`` on."""
    node = Node.of(plain, name, root)
    if not node.has("uri"):
        raise FormatError(_NO_URI, format=name, path=root)
    version = _VERSIONS[_ninjs1.VERSION if _ninjs1.is_one(node) else _ninjs3.VERSION]
    item = version.item(node)
    _refuse_other(item, root)
    exact = {field: _exact_value(field, value, root) for field, value in item.exact.items()}
    return restored(_seen(item, *_read_body(item, root), root), exact, partial(_held, version=version), name, root)


_says_so = re.compile(r'\s*+(?:\[\s*+)?\{\s*+"\$?standard"\s*+:\s*+\{\s*+"name"\s*+:\s*+"ninjs"')
_has_uri = re.compile(r'\s*+(?:\[\s*+)?\{\s*+"uri"\s*+:')
_TYPICAL = ('"versionCreated"', '"versioncreated"', '"pubStatus"', '"pubstatus"', '"bodies"', '"headlines"')
_NO_URI = "no ninjs: it has no uri"


def _version(version: str) -> _Version:
    if version in _VERSIONS:
        return _VERSIONS[version]
    message = f"ninjs is written in the versions {' and '.join(_VERSIONS)}, not {version!r}"
    raise ValueError(message)


def _loaded(pieces: Iterable[str]) -> Iterator[Article]:
    for root, plain in elements("".join(pieces), name):
        yield from_plain(plain, root)


def _dumped(article: Article, version: _Version, indent: int | None) -> str:
    item = _item(article)
    exact = {field: _exact_text(value) for field, value in beside(article, _held(article, version)).items()}
    return encoded(version.document(attrs.evolve(item, exact=exact)), indent)


def _held(article: Article, version: _Version) -> Article:
    # The body is what would be read of it, since reading needs an extra.
    item = version.item(Node.of(version.document(_item(article)), name, "$"))
    return _seen(item, _fragment.held(article.body), None, "$")


def _exact_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _exact_value(field: str, text: str, root: str) -> object:
    return text if field in _AS_IT_IS else decode(text, name, f"{root}.{EXACT}:{field}")


def _item(article: Article) -> Item:
    uri, line = _slots.identifier(article), article.dateline
    published, updated = _slots.moment(article.published), _slots.moment(article.updated)
    return Item(
        uri=uri,
        created=None if published is None else _slots.written(published),
        changed=None if updated is None else _slots.written(updated),
        language=article.language or None,
        headlines=(Text(article.title, MAIN),) if article.title else (),
        by=listed(article.authors) or None,
        people=_named(article.authors, CREATOR),
        sources=_named([line.agency] if line else (), AGENCY) + _named([article.publisher], PUBLISHER),
        places=tuple(placed(line)) if line else (),
        located=(line.places[0].name or None) if line and line.places else None,
        descriptions=(
            *(described(line) if line else ()),
            *([Text(article.summary, SUMMARY, PLAIN)] if article.summary else ()),
            *(Text(bullet.text, HIGHLIGHT, PLAIN) for bullet in article.bullets),
        ),
        subjects=_named([article.section], SECTION) + tuple(Named(word, KEYWORD) for word in article.keywords),
        bodies=tuple(_bodies(article)),
        web=_slots.held_url(article.url),
        pictures=tuple(
            _picture(caption, number, uri.partition("#")[0]) for number, caption in enumerate(article.captions, 1)
        ),
    )


def _named(texts: Iterable[str | None], role: str) -> tuple[Named, ...]:
    return tuple(Named(text, role) for text in texts if text is not None)


def _bodies(article: Article) -> Iterator[Text]:
    if article.body:
        yield Text(_fragment.written(article.body, article.dateline), MAIN, XHTML)
        yield Text("\n".join(block.text for block in article.body), "text", PLAIN)


def _picture(caption: Caption, number: int, uri: str) -> Picture:
    return Picture(
        name=f"{CAPTION}-{number}",
        uri=f"{uri}#{CAPTION}-{number}",
        text=caption.text or None,
        credit=caption.credit or None,
        url=_slots.held_url(caption.url),
    )


def _refuse_other(item: Item, root: str) -> None:
    """Raises FormatError that says what a document is when it is no text."""
    if item.kind not in _TEXTS:
        problem = f"a document of the type {item.kind!r}, no text article"
        raise FormatError(problem, format=name, path=f"{root}.type")
    if item.kind == "text" or item.bodies:
        return
    what = "an event" if item.is_event else "a package" if item.kind else "a document"
    problem = f"{what} without a body, no text article"
    raise FormatError(problem, format=name, path=root)


def _read_body(item: Item, root: str) -> tuple[tuple[Block, ...], str | None]:
    """The blocks of the best of the bodies, and what is marked in it as the dateline."""
    ranked = ((rank, body) for body in item.bodies for rank, (fits, _) in enumerate(_READERS) if fits(body))
    rank, body = min(ranked, key=lambda found: found[0], default=(0, _NO_BODY))
    blocks, marked = _READERS[rank][1](body.value, f"{root}.body")
    return (blocks if item.is_ours else _without_title(blocks, _title(item))), marked


_NO_BODY = Text("")


def _read_html(markup: str, path: str) -> tuple[tuple[Block, ...], str | None]:
    if not markup.strip():
        return (), None
    tree = _fragment.parsed(markup, name, path)
    for node in list(_fragment.marked(tree, _SIGNATURE)):
        _fragment.set_aside(node)
    return _fragment.blocks_in(tree), _fragment.dateline_in(tree)


_SIGNATURE = "dat"  # the class of the line above the body in which TT names its section and itself


def _read_plain(text: str, _path: str) -> tuple[tuple[Block, ...], str | None]:
    return tuple(map(Paragraph, filter(None, (line.strip(" \t") for line in _line_end.split(text))))), None


def _read_nitf(text: str, path: str) -> tuple[tuple[Block, ...], str | None]:
    with read_for(name, path):
        return nitf.loads(text).body, None


_line_end = re.compile("\r\n?|\n")
_PLAIN_TYPES = frozenset({"", PLAIN})
_READERS: tuple[tuple[Callable[[Text], bool], Callable[[str, str], tuple[tuple[Block, ...], str | None]]], ...] = (
    (lambda body: body.is_html, _read_html),
    (lambda body: body.media_type.lower().partition(";")[0] in _PLAIN_TYPES, _read_plain),
    (lambda body: "nitf" in body.media_type.lower(), _read_nitf),
)
"""How a body is read, the best first: which one it is for, and the reading."""


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """A body without the headline, which agencies repeat above it."""
    return blocks[1:] if title and blocks and _slots.held_line(blocks[0].text) == title else blocks


def _title(item: Item) -> str:
    main = (text.value for text in item.headlines if text.role == MAIN)
    return next(main, None) or next((text.value for text in item.headlines), None) or item.title or ""


def _seen(item: Item, body: tuple[Block, ...], marked: str | None, root: str) -> Article:
    web = (_slots.held_url(address) for address in (item.web, item.uri))
    return Article(
        title=_title(item),
        body=body,
        bullets=[Bullet(text.value) for text in item.descriptions if text.role == HIGHLIGHT],
        summary=item.described(*(_SUMMARY_ALONE if item.is_ours else _STANDFIRSTS)) or None,
        dateline=dateline_in(item, body, marked),
        authors=names(item.people, CREATOR) or _byline_authors(item),
        captions=[_read_picture(picture) for picture in item.pictures if picture.is_ours or picture.text],
        published=_slots.read_moment(item.created, name, f"{root}.firstCreated"),
        updated=_slots.read_moment(item.changed, name, f"{root}.versionCreated"),
        language=item.language or None,
        url=next(filter(None, web), None),
        publisher=next(filter(None, (*names(item.sources, PUBLISHER), *names(item.sources, ""), item.holder)), None),
        section=next(iter(names(item.subjects, SECTION)), None),
        keywords=_keywords(item),
    )


def _keywords(item: Item) -> tuple[str, ...]:
    """Elsewhere the subjects of an article are what it is about, in whatever words."""
    found = names(item.subjects, KEYWORD)
    return found if found or item.is_ours else tuple(one.name for one in item.subjects if one.role != SECTION)


def _byline_authors(item: Item) -> tuple[str, ...]:
    found = None if item.is_ours else Byline.parse(item.by or "")
    return () if found is None else found.authors


def _read_picture(picture: Picture) -> Caption:
    return _slots.caption_of(picture.text, picture.credit or None, picture.url or None)
