"""JSON-LD: a NewsArticle of schema.org, as search engines read it from pages.

Where schema.org has a property for a field, it stands there, those that Google recommends among them: ``headline``,
``image``, ``datePublished``, ``dateModified``, ``author`` with its names. The standfirst is the ``description``, the
bullets are the ``abstract``, the blocks of the body are the ``articleBody`` with a blank line between them. What that
cannot hold, such as which of them are subheadings, stands under a property of articlekit's own.

Reading takes every kind of article that schema.org knows, alone, in a list or in a ``@graph``.

Source: https://schema.org/NewsArticle (version 30.0)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Bullet, Byline, Caption, Dateline, Paragraph, Place
from . import _slots
from ._arguments import want_article, want_articles, want_pieces
from ._datelines import dateline_of
from ._decode import decode, elements
from ._encode import array, encoded
from ._exact import MARK, beside, read_exact, restored

name = "jsonld"
extensions = (".jsonld",)
media_type = "application/ld+json"

_CONTEXT = "https://schema.org"
KINDS = frozenset({
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle",
    "ReviewNewsArticle", "SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting", "TechArticle",
})  # fmt: skip
"""The types of schema.org that are articles."""

_reference = re.compile("&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def dumps(article: Article, *, indent: int | None = None) -> str:
    """The article as one object: in one line, or indented by so many spaces. Raises TypeError when it is no Article.

    >>> from articlekit import Article
    >>> dumps(Article(title="Ferry returns"))
    '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns"}'
    """
    return encoded(document(want_article(article, "formats.jsonld.dumps")), indent)


def loads(text: str) -> Article:
    """The one article in a document.

    Raises FormatError when there is none or more than one, or with the path of what is wrong; TypeError when the text
    is no str.
    """
    plain = decode(want_text(text, "formats.jsonld.loads"), name)
    found = list(_articles("$", plain))
    if len(found) != 1:
        problem = f"expected one article, found {len(found)}: load_all reads many" if found else _no_article(plain)
        raise FormatError(problem, format=name)
    return article_in(found[0][1], found[0][0])


def dump_all(articles: Iterable[Article], *, indent: int | None = None) -> Iterator[str]:
    """The pieces of a JSON array of all articles, one article at a time. Raises TypeError when they are no articles."""
    checked = want_articles(articles, "formats.jsonld.dump_all")
    return array(encoded(document(article), indent) for article in checked)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The articles of a list or a graph, or the one in an object; in a text, an open file or pieces of text.

    The text is read as a whole, its articles are made one at a time. What is no article is passed over.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    return _read_all(want_pieces(source, "formats.jsonld.load_all"))


def document(article: Article) -> dict[str, Any]:
    """The article as plain values, for documents that have JSON-LD in them."""
    plain = properties(article)
    exact = beside(article, held(article))
    return plain | {MARK: encoded(exact)} if exact else plain


def properties(article: Article) -> dict[str, Any]:
    """The article in the properties of schema.org alone."""
    url, line = _slots.held_url(article.url), article.dateline
    values = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "mainEntityOfPage": url,
        "url": url,
        "headline": article.title,
        "description": article.summary,
        "abstract": [bullet.text for bullet in article.bullets],
        "dateline": line.printed if line else None,
        "locationCreated": [_place(place) for place in line.places] if line else None,
        "sourceOrganization": _named("Organization", line.agency) if line else None,
        "author": [_named("Person", author) for author in article.authors if author],
        "datePublished": _date(article.published),
        "dateModified": _date(article.updated),
        "publisher": _named("Organization", article.publisher),
        "image": [_image(caption) for caption in article.captions],
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.language,
        "articleBody": "\n\n".join(block.text for block in article.body),
    }
    return {key: value for key, value in values.items() if value}


def held(article: Article) -> Article:
    """What the properties of schema.org give back."""
    return _seen(properties(article), "$")


def article_in(plain: Mapping[str, Any], root: str) -> Article:
    """The article in the object of an article. Raises FormatError, with the path from ``root`` on."""
    exact = _text(plain, MARK, root)
    values = read_exact(exact, name, f"{root}[{MARK!r}]")
    return restored(_seen(plain, root), values, held, name)


def _read_all(pieces: Iterable[str]) -> Iterator[Article]:
    for root, plain in elements("".join(pieces), name):
        yield from (article_in(found, path) for path, found in _articles(root, plain))


def _named(kind: str, called: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": called} if called else None


def _place(place: Place) -> dict[str, Any]:
    region = {"containedInPlace": _named("Place", place.region)} if place.region else {}
    return {"@type": "Place", "name": place.name} | region


def _image(caption: Caption) -> dict[str, Any]:
    values = {"caption": caption.text, "creditText": caption.credit, "contentUrl": _slots.held_url(caption.url)}
    return {"@type": "ImageObject"} | {key: value for key, value in values.items() if value}


def _date(value: Any) -> str | None:  # noqa: ANN401 - what ``in_minutes`` takes
    value = _slots.in_minutes(value)
    return None if value is None else _slots.written(value)


def _articles(root: str, plain: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every article in a decoded document, with its path; an article inside another is none of its own."""
    if isinstance(plain, list):
        yield from chain.from_iterable(_articles(f"{root}[{n}]", part) for n, part in enumerate(plain))
    elif isinstance(plain, dict) and _kinds(plain) & KINDS:
        yield root, plain
    elif isinstance(plain, dict):
        graph = plain.get("@graph", [])
        yield from _articles(f"{root}['@graph']", _linked(graph) if isinstance(graph, list) else graph)


def _linked(graph: list[object]) -> list[object]:
    """A graph with the things themselves where its objects name nothing of them but their ``@id``."""
    objects = [part for part in graph if isinstance(part, dict)]
    things = {part["@id"]: part for part in objects if isinstance(part.get("@id"), str)}

    def thing(value: object) -> object:
        named = value["@id"] if isinstance(value, dict) and value.keys() == {"@id"} else None
        return things.get(named, value) if isinstance(named, str) else value

    return [
        {key: list(map(thing, value)) if isinstance(value, list) else thing(value) for key, value in part.items()}
        for part in objects
    ]


def _kinds(plain: Mapping[str, Any]) -> set[str]:
    """The types of an object, without the names of their vocabulary."""
    kinds = plain.get("@type")
    given = kinds if isinstance(kinds, list) else [kinds]
    return {re.split("[/:]", kind)[-1] for kind in given if isinstance(kind, str)}


def _no_article(plain: object) -> str:
    """What a document without article is instead."""
    kinds = _kinds(plain) if isinstance(plain, dict) else set()
    what = f"its type is {', '.join(sorted(kinds))}" if kinds else "no object in it has the type of one"
    return f"the document holds no article of schema.org: {what}"


def _seen(plain: Mapping[str, Any], root: str) -> Article:
    text = "\n\n".join(_texts(plain, "articleBody", root))
    body = tuple(map(Paragraph, _slots.parts_of(text, or_lines=True)))
    return Article(
        title=_unescaped(_text(plain, "headline", root) or _text(plain, "name", root)) or "",
        body=body,
        bullets=map(Bullet, _texts(plain, "abstract", root)),
        summary=_unescaped(_text(plain, "description", root)),
        dateline=_dateline(plain, body, root),
        authors=list(chain.from_iterable(_authors(plain, root))),
        captions=_captions(plain),
        published=_read_date(plain, "datePublished", root),
        updated=_read_date(plain, "dateModified", root),
        language=_text(plain, "inLanguage", root),
        url=_url(plain, root),
        publisher=_text(plain, "publisher", root),
        section=_text(plain, "articleSection", root),
        keywords=_keywords(plain, root),
    )


def _texts(plain: Mapping[str, Any], key: str, root: str) -> list[str]:
    """The values of a property: texts, or the names of things; what has no name is left out."""
    value = plain.get(key)
    values = value if isinstance(value, list) else [value]
    found = (_name_of(part, f"{root}.{key}") for part in values)
    return [text for text in found if text]


def _authors(plain: Mapping[str, Any], root: str) -> Iterator[Sequence[str]]:
    """Who wrote it; a text that is no name of a thing may be a byline: "By Jane Doe and John Roe"."""
    value = plain.get("author")
    for part in value if isinstance(value, list) else [value]:
        called = _name_of(part, f"{root}.author")
        byline = Byline.parse(part) if isinstance(part, str) else None
        if called:
            yield (byline.authors if byline is not None else ()) or (called,)


def _name_of(value: object, path: str) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value", value.get("name"))
        value = value[0] if isinstance(value, list) and value else value
    if value is None or isinstance(value, str):
        return value
    problem = f"expected text or a thing with a name, got {type(value).__name__}"
    raise FormatError(problem, format=name, path=path)


def _text(plain: Mapping[str, Any], key: str, root: str) -> str | None:
    return next(iter(_texts(plain, key, root)), None)


def _unescaped(text: str | None) -> str | None:
    """A text without the character references of HTML, which WordPress leaves in its headlines."""
    return None if text is None else _reference.sub(lambda found: html.unescape(found[0]), text)


def _dateline(plain: Mapping[str, Any], body: Iterable[Paragraph], root: str) -> Dateline | None:
    places = map(_read_place, _objects(plain, "locationCreated"))
    agency = _text(plain, "sourceOrganization", root)
    return dateline_of(_text(plain, "dateline", root), body, filter(None, places), agency)


def _read_place(place: Mapping[str, Any]) -> Place | None:
    path = "locationCreated"
    town, region = _text(place, "name", path), _text(place, "containedInPlace", path)
    return Place(town, region) if town else None


def _captions(plain: Mapping[str, Any]) -> Iterator[Caption]:
    """The captions of the images that have one, or a credit; an image alone is no caption."""
    for image in _objects(plain, "image"):
        text, credit = _text(image, "caption", "image"), _text(image, "creditText", "image")
        if text or credit:
            url = _text(image, "contentUrl", "image") or _text(image, "url", "image")
            yield _slots.caption_of(text, credit, _slots.held_url(url))


def _objects(plain: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    value = plain.get(key)
    return (part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict))


def _read_date(plain: Mapping[str, Any], key: str, root: str) -> Any:  # noqa: ANN401 - a date, a datetime or None
    return _slots.read_moment(_text(plain, key, root), name, f"{root}.{key}")


def _url(plain: Mapping[str, Any], root: str) -> str | None:
    page = plain.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    given = (_text(plain, "url", root), page, plain.get("@id"))
    return next((url for url in given if isinstance(url, str) and _slots.held_url(url)), None)


def _keywords(plain: Mapping[str, Any], root: str) -> list[str]:
    """Keywords as a list, or with commas between them in one text."""
    words = _texts(plain, "keywords", root)
    if isinstance(plain.get("keywords"), str):
        return [word.strip() for word in words[0].split(",") if word.strip()] if words else []
    return words
