"""Articles as LlamaIndex documents. Needs ``articlekit[llamaindex]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .._extras import library
from ..formats._arguments import want_article
from ..model import Article
from ._documents import identity, metadata

if TYPE_CHECKING:
    from llama_index.core.schema import Document


def to_document(article: Article) -> Document:
    """A ``llama_index.core.schema.Document``: the body's text, and what else a search may want as metadata.

    The metadata are strings, with no key where the article has nothing: ``source`` (its URL), ``title``, ``summary``,
    ``authors``, ``published``, ``updated``, ``dateline``, ``language``, ``publisher``, ``section``, ``keywords``. Equal
    articles have the same ``doc_id``, a UUID. Highlights and captions are not in the document, and none of it can be
    read back. Raises MissingExtraError, TypeError when it is no Article.
    """
    document = library("llama_index.core.schema", "llamaindex", "interchange.llamaindex").Document
    want_article(article, "interchange.llamaindex.to_document")
    return cast("Document", document(id_=identity(article), text=article.text, metadata=metadata(article)))
