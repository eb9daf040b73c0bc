"""HTML: a page of one article in semantic HTML5, its parts marked for programs as schema.org's NewsArticle.

The visible page is marked with microdata; what it does not show, such as section and keywords, stands in ``meta``
elements. A JSON-LD script says the same once more for search engines, and Open Graph names for those who share the
page. Subheadings are ``h2``, list items ``li``, a dateline is a ``span`` at the start of its paragraph.

Reading takes the microdata of any kind of article that schema.org knows, or else the JSON-LD of the page. It needs
``articlekit[xml]``; writing needs nothing. Characters that HTML has no place for, such as control characters, show as
U+FFFD; they, and what else the page cannot hold, stand exactly in a script that browsers do not run.

Sources: https://html.spec.whatwg.org/, https://schema.org/NewsArticle, https://ogp.me/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from .._checks import want_text
from ..errors import FormatError
from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph, Place, Subheading
from . import _slots, jsonld
from ._arguments import want_article, want_articles, want_pieces
from ._blocks import inline, inline_text, read_blocks, runs
from ._datelines import dateline_of
from ._encode import encoded
from ._exact import beside, read_exact, restored
from ._html import NAMES, article_in_html, json_in_html, parsed_html
from ._microdata import Item, attribute_of, items
from ._nested import read_for
from ._wording import printed_day
from ._xml import documents, element, escaped

if TYPE_CHECKING:
    from lxml import etree

name = "html"
extensions = (".html", ".htm")
media_type = "text/html"

_ARTICLE = "https://schema.org/NewsArticle"
_EXACT_START = '<script type="application/json" id="articlekit-exact">'
_EXACT_END = "</script>"
_MADE_HERE = '<meta name="generator" content="articlekit">'
_NO_TITLE = "Article"  # HTML wants a title that is not empty
# The languages of ISO 639-1: what is none of them is no value that a validator takes for ``lang``.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_CODES.split())


def dumps(article: Article) -> str:
    """The article as a page. Raises TypeError when it is no Article.

    >>> '<h1 itemprop="headline">Ferry returns</h1>' in dumps(Article(title="Ferry returns"))
    True
    """
    want_article(article, "formats.html.dumps")
    exact = beside(article, held(article))
    seen = article_in_html(article)
    language = seen.language if seen.language in _LANGUAGES else None
    parts = (
        "<!DOCTYPE html>",
        _start("html", lang=language),
        "<head>",
        *_head(seen, article),
        *([_EXACT_START + _in_script(exact) + _EXACT_END] if exact else []),
        "</head>",
        "<body>",
        *_body(seen),
        "</body>",
        "</html>",
    )
    return "\n".join(parts) + "\n"


def loads(text: str) -> Article:
    """The one article of a page that marks it with microdata or JSON-LD of schema.org.

    Raises FormatError when no article is marked, or more than one, or when elements are nested too deeply;
    MissingExtraError when lxml is not installed; TypeError when the text is no str.
    """
    found = list(_articles(want_text(text, "formats.html.loads")))
    if len(found) != 1:
        problem = f"expected one article, found {len(found)}: load_all reads many" if found else _NO_ARTICLE
        raise FormatError(problem, format=name)
    return found[0]


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """One page after the other, one article at a time. Raises TypeError when they are no articles."""
    return map(dumps, want_articles(articles, "formats.html.dump_all"))


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The marked articles of every page in a text, an open file or pieces of text, one page at a time.

    Raises, when the articles are asked for, what ``loads`` raises.
    """
    pages = documents(want_pieces(source, "formats.html.load_all"), _DOCTYPE)
    return chain.from_iterable(map(_articles, pages))


def sniff(head: str) -> bool:
    """Whether a text that begins so is a page that was written here; what others mark may be less than they show."""
    return _MADE_HERE in head


def held(article: Article) -> Article:
    """What the marked parts of the page give back."""
    seen = article_in_html(article)
    line, body = seen.dateline or Dateline(), _slots.held_blocks(seen.body)
    return attrs.evolve(
        _slots.held_in_elements(seen),
        captions=[_held_caption(caption) for caption in seen.captions],
        dateline=dateline_of(line.printed, body, _held_places(line), line.agency),
        published=_slots.read_moment(_time(seen.published), name, "published"),
        updated=_slots.read_moment(_time(seen.updated), name, "updated"),
        language=_slots.held_line(seen.language),
        keywords=_read_keywords(seen.keywords),
    )


def _held_caption(caption: Caption) -> Caption:
    return _slots.caption_of(caption.text, _slots.held_line(caption.credit), _slots.held_url(caption.url))


def _held_places(line: Dateline) -> Iterator[Place]:
    for place in line.places:
        town = _slots.held_line(place.name)
        if town is not None:
            yield Place(town, _slots.held_line(place.region))


def _head(seen: Article, article: Article) -> Iterator[str]:
    url = _slots.held_url(seen.url)
    yield '<meta charset="utf-8">'
    yield _MADE_HERE
    yield f"<title>{escaped(_slots.held_line(seen.title) or _NO_TITLE)}</title>"
    if url is not None:
        yield _start("link", rel="canonical", href=url)
    if seen.summary:
        yield _start("meta", name="description", content=seen.summary)
    yield from (_start("meta", property=key, content=value) for key, value in _open_graph(seen, url) if value)
    yield f'<script type="application/ld+json">{_in_script(jsonld.properties(article))}</script>'


def _open_graph(seen: Article, url: str | None) -> Iterator[tuple[str, str | None]]:
    yield "og:type", "article"
    yield "og:title", seen.title
    yield "og:description", seen.summary
    yield "og:url", url
    yield "og:site_name", seen.publisher
    yield "article:published_time", _time(seen.published)
    yield "article:modified_time", _time(seen.updated)
    yield from (("article:author", author) for author in seen.authors)
    yield "article:section", seen.section
    yield from (("article:tag", keyword) for keyword in seen.keywords)


def _body(seen: Article) -> Iterator[str]:
    line = seen.dateline
    carrier = None if line is None else _carrier(seen.body, line)
    yield _start("article", itemscope="", itemtype=_ARTICLE)
    yield "<header>"
    yield from _header(seen)
    if line is not None:
        yield from _dateline(line, in_body=carrier is not None)
    yield "</header>"
    yield from map(_figure, seen.captions)
    yield '<div itemprop="articleBody">'
    for is_list, blocks in runs(seen.body):
        made = "".join(_block(block, line if block is carrier else None) for block in blocks)
        yield f"<ul>{made}</ul>" if is_list else made
    yield "</div>"
    yield "</article>"


def _carrier(body: Iterable[Block], line: Dateline) -> Block | None:
    """The first paragraph that shows the dateline at its start, all of it."""
    head = str(line)
    if not line.printed or line.printed != _slots.held_line(line.printed):
        return None
    return next((block for block in body if isinstance(block, Paragraph) and block.text.startswith(head)), None)


def _block(block: Block, line: Dateline | None) -> str:
    text = inline(block.text if line is None else block.text[len(str(line)) :], NAMES)
    if line is not None:
        place = element("span", {"itemprop": "dateline"}, escaped(line.printed))
        text = element("span", {"class": "dateline"}, place, inline(line.separator, NAMES)) + text
    tag = _TAGS[type(block)]
    return f"<{tag}>{text}</{tag}>"


def _header(seen: Article) -> Iterator[str]:
    if seen.title:
        yield _text("h1", seen.title, itemprop="headline")
    if seen.summary:
        yield f'<p class="summary" itemprop="description">{inline(seen.summary, NAMES)}</p>'
    if seen.authors:
        yield f'<p class="byline">By {", ".join(map(_author, seen.authors))}</p>'
    for what, key, value in (("Published", "datePublished", seen.published), ("Updated", "dateModified", seen.updated)):
        if value is not None:
            yield f"<p>{what} {_text('time', printed_day(value), itemprop=key, datetime=_time(value))}</p>"
    if seen.bullets:
        items = (f'<li itemprop="abstract">{inline(bullet.text, NAMES)}</li>' for bullet in seen.bullets)
        yield "\n".join(('<ul class="bullets">', *items, "</ul>"))
    yield from _unseen(seen)


def _unseen(seen: Article) -> Iterator[str]:
    """What the page does not show."""
    url = _slots.held_url(seen.url)
    if url is not None:
        yield _start("link", itemprop="url", href=url)
    if seen.publisher:
        yield _thing("publisher", "Organization", seen.publisher)
    if seen.section:
        yield _start("meta", itemprop="articleSection", content=seen.section)
    yield from (_start("meta", itemprop="keywords", content=keyword) for keyword in seen.keywords)
    if seen.language:
        yield _start("meta", itemprop="inLanguage", content=seen.language)


def _dateline(line: Dateline, *, in_body: bool) -> Iterator[str]:
    if line.printed and not in_body:
        yield _text("p", line.printed, **{"class": "dateline"}, itemprop="dateline")
    for place in line.places:
        region = _thing("containedInPlace", "Place", place.region) if place.region else ""
        yield _thing("locationCreated", "Place", place.name, region)
    if line.agency:
        yield _thing("sourceOrganization", "Organization", line.agency)


def _author(author: str) -> str:
    return _scope("author", "Person", _text("span", author, itemprop="name"))


def _thing(prop: str, kind: str, called: str, more: str = "") -> str:
    """A thing of which the page shows nothing."""
    return _scope(prop, kind, _start("meta", itemprop="name", content=called) + more)


def _scope(prop: str, kind: str, inside: str) -> str:
    return f"{_start('span', itemprop=prop, itemscope='', itemtype=f'https://schema.org/{kind}')}{inside}</span>"


def _figure(caption: Caption) -> str:
    url = _slots.held_url(caption.url)
    link = "" if url is None else _start("link", itemprop="contentUrl", href=url)
    text = f'<span itemprop="caption">{inline(caption.text, NAMES)}</span>' if caption.text else ""
    credit = f"({_text('span', caption.credit, itemprop='creditText')})" if caption.credit else ""
    words = " ".join(filter(None, (text, credit)))
    start = _start("figure", itemprop="image", itemscope="", itemtype="https://schema.org/ImageObject")
    inside = link + (f"<figcaption>{words}</figcaption>" if words else "")
    return "\n".join((start, *filter(None, (inside,)), "</figure>"))


def _start(tag: str, **attributes: str | None) -> str:
    """A start tag; HTML wants no slash at the end of one that stands alone, and no value for ``itemscope``."""
    return element(tag, attributes).removesuffix("/>").replace(' itemscope=""', " itemscope", 1) + ">"


def _text(tag: str, text: str, **attributes: str | None) -> str:
    return f"{_start(tag, **attributes)}{escaped(text)}</{tag}>"


def _time(value: date | None) -> str | None:
    """A date or a local or global date and time; HTML knows milliseconds, and offsets of whole minutes."""
    value = _slots.in_minutes(value)
    if not isinstance(value, datetime):
        return None if value is None else value.isoformat()
    return _slots.written(value, "milliseconds" if value.microsecond else "seconds")


def _in_script(plain: Mapping[str, Any]) -> str:
    """JSON that stands in a script: nothing in it ends the script, opens a comment, or has no place in HTML."""
    return json_in_html(encoded(plain))


def _articles(page: str) -> Iterator[Article]:
    """The articles that a page marks: with microdata, or else with JSON-LD."""
    root = parsed_html(page, name)
    marked = [item for item in items(root) if jsonld.KINDS.intersection(item.types)]
    exact = read_exact(_exact_text(page), name)
    if marked:
        yield from (restored(_seen(item, root), exact, held, name) for item in marked)
        return
    for script in root.iter("script"):
        if script.get("type") == jsonld.media_type and (script.text or "").strip():
            with read_for(name, "script"):
                found = list(jsonld.load_all(script.text or ""))
            yield from found


def _exact_text(page: str) -> str | None:
    """What stands in the script of exact values; it is taken from the text, as a tree of HTML changes characters."""
    _, found, rest = page.partition(_EXACT_START)
    return rest.partition(_EXACT_END)[0] if found else None


def _seen(item: Item, root: etree._Element) -> Article:
    bodies = item.elements_of("articleBody")
    body = tuple(block for found in bodies for block in read_blocks(found, _OF_BODY))
    summary = item.first("description")
    return Article(
        title=_slots.held_line(item.value("headline") or item.value("name")) or "",
        body=body,
        bullets=_slots.held_blocks(Bullet(inline_text(found, NAMES)) for found in item.elements_of("abstract")),
        summary=None if summary is None else _slots.held_text(attribute_of(summary) or inline_text(summary, NAMES)),
        dateline=_read_dateline(item, body),
        authors=_slots.held_lines(item.names("author")),
        captions=map(_read_caption, item.items_of("image")),
        published=_read_date(item, "datePublished"),
        updated=_read_date(item, "dateModified"),
        language=_slots.held_line(item.value("inLanguage") or root.get("lang")),
        url=_read_url(item, root),
        publisher=_slots.held_line(next(iter(item.names("publisher")), None)),
        section=_slots.held_line(item.value("articleSection")),
        keywords=_read_keywords(item.values("keywords")),
    )


def _read_dateline(item: Item, body: tuple[Block, ...]) -> Dateline | None:
    places = (_read_place(place) for place in item.items_of("locationCreated"))
    agency = next(iter(item.names("sourceOrganization")), None)
    return dateline_of(item.value("dateline"), body, filter(None, places), agency)


def _read_place(place: Item) -> Place | None:
    town = _slots.held_line(place.value("name"))
    region = _slots.held_line(next(iter(place.names("containedInPlace")), None))
    return None if town is None else Place(town, region)


def _read_caption(image: Item) -> Caption:
    text, url = image.first("caption"), image.value("contentUrl") or image.value("url")
    return _slots.caption_of(
        None if text is None else inline_text(text, NAMES),
        _slots.held_line(image.value("creditText")),
        _slots.held_url(url),
    )


def _read_keywords(values: Iterable[str]) -> tuple[str, ...]:
    """The keywords; one alone may be all of them, with commas between."""
    words = _slots.held_lines(values)
    return words if len(words) != 1 else _slots.held_lines(words[0].split(","))


def _read_date(item: Item, key: str) -> date | None:
    return _slots.read_moment(item.value(key), name, key)


def _read_url(item: Item, root: etree._Element) -> str | None:
    canonical = (link.get("href") for link in root.iter("link") if "canonical" in link.get("rel", "").split())
    given = (item.value("url"), item.value("mainEntityOfPage"), next(canonical, None))
    return next(filter(None, map(_slots.held_url, given)), None)


_OF_BODY = attrs.evolve(NAMES, skipped=NAMES.skipped | {"aside", "nav"})
_NO_ARTICLE = "the page marks no article with microdata or JSON-LD of schema.org"
_DOCTYPE = "<!doctype html"
_TAGS: Mapping[type[Block], str] = {Paragraph: "p", Subheading: "h2", Bullet: "li"}
