"""Articles as items of ``zyte_common_items``, and back. Needs ``articlekit[zyte]``.

===================  ========================================================================
the item's field     the article's
===================  ========================================================================
``url``              ``url``, which an item must have
``headline``         ``title``
``description``      ``summary``
``authors``          ``authors``
``datePublished``    ``published``, ``dateModified`` ``updated``: with a time always, to the second
``datePublishedRaw`` ``published``, ``dateModifiedRaw`` ``updated``: as in native JSON, exact
``inLanguage``       ``language``
``breadcrumbs``      ``section``, as the last one
``articleBody``      ``text``: the blocks of ``body``, the dateline at its place
``images``           the ``url`` of every one of ``captions`` that has one; ``mainImage`` is the first
===================  ========================================================================

An item has no place for ``bullets``, ``dateline``, ``publisher`` and ``keywords``, for the words and credits of
``captions``, and for what kind of block a block of ``body`` is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from .._extras import library
from ..convert import read_date
from ..errors import FormatError
from ..formats._arguments import want_article
from ..model import Article, Caption, Paragraph

if TYPE_CHECKING:
    import zyte_common_items

_NAME = "zyte"
_BETWEEN_BLOCKS = "\n\n"
_UTC = "+00:00"


def to_item(article: Article) -> zyte_common_items.Article:
    """The article as a ``zyte_common_items.Article``; the module says what it holds.

    Raises FormatError when the article has no URL, MissingExtraError, TypeError when it is no Article.
    """
    items = library("zyte_common_items", "zyte", "interchange.zyte")
    if want_article(article, "interchange.zyte.to_item").url is None:
        problem = "an item must have a URL: attrs.evolve(article, url=...)"
        raise FormatError(problem, format=_NAME, path="$.url")
    images = [items.Image(url=caption.url) for caption in article.captions if caption.url is not None]
    return items.Article(
        url=article.url,
        headline=article.title or None,
        description=article.summary,
        authors=[items.Author(name=author, nameRaw=author) for author in article.authors] or None,
        datePublished=_with_time(article.published),
        datePublishedRaw=_exact(article.published),
        dateModified=_with_time(article.updated),
        dateModifiedRaw=_exact(article.updated),
        inLanguage=article.language,
        breadcrumbs=None if article.section is None else [items.Breadcrumb(name=article.section)],
        articleBody=article.text or None,
        images=images or None,
        mainImage=images[0] if images else None,
    )


def from_item(item: zyte_common_items.Article) -> Article:
    """The article in a ``zyte_common_items.Article``.

    Every part of ``articleBody`` between blank lines is a paragraph, every image a caption without words, and the last
    breadcrumb the section. A date is the raw one where that is in ISO 8601 and means the same. Raises FormatError with
    the item's field when a date cannot be read, MissingExtraError, TypeError when it is no such item.
    """
    kind = library("zyte_common_items", "zyte", "interchange.zyte").Article
    if not isinstance(item, kind):
        message = f"interchange.zyte.from_item takes a zyte_common_items.Article, not {type(item).__name__}"
        raise TypeError(message)
    return Article(
        title=item.headline or "",
        body=[Paragraph(block) for block in (item.articleBody or "").split(_BETWEEN_BLOCKS) if block],
        summary=item.description,
        authors=_present(author.name or author.nameRaw for author in item.authors or ()),
        captions=[Caption("", url=image.url) for image in _images(item)],
        published=_date(item.datePublished, item.datePublishedRaw, "datePublished"),
        updated=_date(item.dateModified, item.dateModifiedRaw, "dateModified"),
        language=item.inLanguage,
        url=item.url,
        section=item.breadcrumbs[-1].name if item.breadcrumbs else None,
    )


def _with_time(value: date | None) -> str | None:
    """A date as Zyte writes it: to the second, midnight for a date alone, "Z" for UTC."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        return f"{value.isoformat()}T00:00:00"
    written = value.isoformat(timespec="seconds")
    return f"{written.removesuffix(_UTC)}Z" if written.endswith(_UTC) else written


def _exact(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _date(value: str | None, raw: str | None, field: str) -> date | None:
    if value is None:
        return None
    exact = _readable(raw)
    if exact is not None and _with_time(exact) == value:
        return exact
    try:
        return read_date(value)
    except (TypeError, ValueError) as error:
        raise FormatError(str(error), format=_NAME, path=f"$.{field}") from error


def _readable(raw: str | None) -> date | None:
    try:
        return read_date(raw)
    except (TypeError, ValueError):
        return None


def _images(item: Any) -> list[Any]:  # noqa: ANN401 - the item of a library that need not be there
    """All images of an item; the main one first where it is not among them."""
    images = list(item.images or ())
    return images if item.mainImage is None or item.mainImage in images else [item.mainImage, *images]


def _present(names: Iterable[str | None]) -> list[str]:
    return [name for name in names if name is not None]
