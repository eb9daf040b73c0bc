"""The tools that are compared, each in one small function."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from .texts import resiliparse_text

NOTHING = "none"
"""The tool that does nothing: what a text is worth before it is read."""


class Source(NamedTuple):
    """What a tool is given."""

    content: str
    language: str


def _nothing(source: Source) -> str:
    return source.content


def _articlekit(source: Source) -> str:
    return str(import_module("articlekit").parse(source.content).text)


def _trafilatura(source: Source) -> str:
    return import_module("trafilatura").extract(source.content, include_comments=False) or ""


def _newspaper(source: Source) -> str:
    article = import_module("newspaper").Article("https://news.example/", fetch_images=False)
    article.download(input_html=source.content)
    article.parse()
    return str(article.text)


def _readability(source: Source) -> str:
    summary = import_module("readability").Document(source.content).summary()
    tree = import_module("lxml.html").fromstring(summary)
    for element in tree.iter("p", "div", "li", "br", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return str(tree.text_content())


def _resiliparse(source: Source) -> str:
    return resiliparse_text(source.content, main=True)


def _boilerpy(source: Source) -> str:
    return str(import_module("boilerpy3.extractors").ArticleExtractor().get_content(source.content))


def _justext(source: Source) -> str:
    justext, name = import_module("justext"), STOPLISTS.get(source.language)
    options = {"stoplist": justext.get_stoplist(name)} if name else {"stoplist": (), **_NO_STOPWORDS}
    paragraphs = justext.justext(source.content, **options)
    return "\n".join(part.text for part in paragraphs if not part.is_boilerplate)


_NO_STOPWORDS = {"stopwords_low": 0, "stopwords_high": 0}  # as jusText's own documentation has it for any language

STOPLISTS = {
    "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ko": "Korean", "lt": "Lithuanian", "nl": "Dutch", "no": "Norwegian_Bokmal",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "vi": "Vietnamese",
}  # fmt: skip
"""jusText's names of languages."""


class Tool(NamedTuple):
    """A tool: the distribution it comes in, the module that must be there, and how it is called."""

    distribution: str
    module: str
    body: Callable[[Source], str]
    reads_html: bool = True


TOOLS = {
    "articlekit": Tool("articlekit", "articlekit", _articlekit, reads_html=False),
    NOTHING: Tool("", "builtins", _nothing, reads_html=False),
    "trafilatura": Tool("trafilatura", "trafilatura", _trafilatura),
    "readability-lxml": Tool("readability-lxml", "readability", _readability),
    "newspaper4k": Tool("newspaper4k", "newspaper", _newspaper),
    "resiliparse": Tool("resiliparse", "resiliparse.extract.html2text", _resiliparse),
    "jusText": Tool("jusText", "justext", _justext),
    "boilerpy3": Tool("boilerpy3", "boilerpy3.extractors", _boilerpy),
}
