"""Articles as LangChain documents. Needs ``articlekit[langchain]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .._extras import library
from ..formats._arguments import want_article
from ..model import Article
from ._documents import identity, metadata

if TYPE_CHECKING:
    from langchain_core.documents import Document


def to_document(article: Article) -> Document:
    """A ``langchain_core.documents.Document``: the body's text, and what else a search may want as metadata.

    The metadata are strings, with no key where the article has nothing: ``source`` (its URL), ``title``, ``summary``,
    ``authors``, ``published``, ``updated``, ``dateline``, ``language``, ``publisher``, ``section``, ``keywords``. Equal
    articles have the same ``id``, a UUID. Highlights and captions are not in the document, and none of it can be read
    back. Raises MissingExtraError, TypeError when it is no Article.
    """
    document = library("langchain_core.documents", "langchain", "interchange.langchain").Document
    want_article(article, "interchange.langchain.to_document")
    made = document(id=identity(article), page_content=article.text, metadata=metadata(article))
    return cast("Document", made)
