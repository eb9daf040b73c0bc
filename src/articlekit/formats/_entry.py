"""What an entry of a feed shows, as HTML: the highlights, the captions of pictures, the body with its dateline.

Highlights are a ``ul`` of the class ``bullets``, captions stand in ``figure/figcaption`` with who is credited in a
``span`` of the class ``credit``. A feed's summary repeats the highlights, where an article has no summary of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import attrs

from ..model import Article, Block, Bullet, Caption, Dateline, Paragraph
from . import _fragment, _slots
from ._datelines import dateline_of
from ._html import in_html
from ._slots import caption_of, held_line, held_text, held_url
from ._xml import element, local_name

if TYPE_CHECKING:
    from lxml import etree

_BULLETS, _CREDIT = "bullets", "credit"


def content(article: Article) -> str:
    """Highlights, captions and body as HTML, a line each."""
    bullets = "".join(element("li", None, _fragment.shown(bullet.text)) for bullet in _printed(article.bullets))
    parts = (
        element("ul", {"class": _BULLETS}, bullets) if bullets else "",
        *map(_figure, article.captions),
        _fragment.written(_printed(article.body), article.dateline),
    )
    return "\n".join(filter(None, parts))


def _printed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks but for empty ones, which browsers would take for the beginning of a block."""
    return [block for block in blocks if block.text]


def _figure(caption: Caption) -> str:
    source = held_url(caption.url)
    image = element("img", {"src": source, "alt": ""}) if source else ""
    credit = element("span", {"class": _CREDIT}, _fragment.shown(f"({caption.credit})")) if caption.credit else ""
    text = " ".join(filter(None, (_fragment.shown(caption.text), credit)))
    return element("figure", None, image, f"<figcaption>{text}</figcaption>")


def held(article: Article) -> Article:
    """The article as its HTML gives back highlights, captions, body and dateline."""
    body = _fragment.held(article.body)
    return attrs.evolve(
        article,
        bullets=_fragment.held(article.bullets),
        captions=map(_held_caption, article.captions),
        body=body,
        dateline=_held_dateline(article, body),
    )


def _held_caption(caption: Caption) -> Caption:
    credit = in_html(f"({caption.credit})") if caption.credit else None
    return _caption(in_html(caption.text), credit, caption.url)


def _held_dateline(article: Article, body: tuple[Block, ...]) -> Dateline | None:
    head = str(article.dateline or "")
    carried = any(isinstance(block, Paragraph) and block.text.startswith(head) for block in article.body)
    return dateline_of(in_html(head) if carried else None, body)


def seen(markup: str, name: str, path: str) -> Article:
    """What HTML shows of an article. Raises FormatError and MissingExtraError as ``_fragment.parsed`` does."""
    return seen_in(_fragment.parsed(markup, name, path))


def seen_in(root: etree._Element) -> Article:
    """What a tree of HTML shows of an article; takes the tree apart."""
    captions = list(_captions(root))
    highlights = next(_fragment.marked(root, _BULLETS), None)
    bullets: list[Block] = []
    if highlights is not None:
        bullets += (block for block in _fragment.blocks_in(highlights) if isinstance(block, Bullet))
        _fragment.set_aside(highlights)
    body = _fragment.blocks_in(root)
    dateline = dateline_of(_fragment.dateline_in(root), body)
    return Article(body=body, bullets=bullets, captions=captions, dateline=dateline)


def _captions(root: etree._Element) -> Iterator[Caption]:
    """The caption of every figure; those of figures within a caption are part of it."""
    for figure in root.iter("{*}figure"):
        text = next((child for child in figure if local_name(child) == "figcaption"), None)
        if text is not None and next(figure.iterancestors("{*}figcaption"), None) is None:
            yield _read_caption(text, _source(figure))


def _source(figure: etree._Element) -> str | None:
    """Where the picture of a figure is, unless a figure within it comes first."""
    inside = (node for node in figure.iter("{*}img", "{*}figure") if node is not figure)
    return next((node.get("src") for node in inside), None)


def _read_caption(text: etree._Element, source: str | None) -> Caption:
    credited = next(_fragment.marked(text, _CREDIT), None)
    credit = None if credited is None else _fragment.text_in(credited)
    if credited is not None:
        _fragment.set_aside(credited)
    return _caption(_fragment.text_in(text), credit, source)


def _caption(text: str, credit: str | None, source: str | None) -> Caption:
    credit = held_line((credit or "").removeprefix("(").removesuffix(")"))
    found = Caption.parse(held_text(text) or "") if credit is None else caption_of(text, credit)
    return attrs.evolve(found, url=held_url(source))


def paragraphs(text: str) -> tuple[Block, ...]:
    """The paragraphs of plain text, parted by empty lines."""
    return tuple(map(Paragraph, _slots.parts_of(text)))


def written(value: date | None) -> str | None:
    """A date-time of RFC 3339, which feeds want: a date alone is midnight UTC.

    >>> written(date(2023, 12, 7))
    '2023-12-07T00:00:00Z'
    """
    moment = _slots.moment(value)
    return None if moment is None else _slots.written(moment)


def read_date(text: str | None, name: str, path: str) -> date | None:
    """A date or date-time; midnight UTC is a date alone. Raises FormatError for the format ``name``."""
    found = _slots.read_moment(text, name, path)
    midnight = isinstance(found, datetime) and found.tzinfo == UTC and found.time() == time()
    return found.date() if isinstance(found, datetime) and midnight else found


def summary(own: str | None, bullets: Iterable[Bullet]) -> str | None:
    """The summary that readers of feeds show: the article's own, else its highlights; None when it has neither."""
    return own or " ".join(bullet.text for bullet in bullets) or None


def own_summary(text: str | None, bullets: Iterable[Bullet]) -> str | None:
    """What a feed's summary says that the highlights do not."""
    line = held_line(text)
    return None if line is None or line == held_line(summary(None, bullets)) else text
