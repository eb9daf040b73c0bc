"""The doors of the library: from a text to its articles, plain or explained."""

from __future__ import annotations

from collections.abc import Iterable

from ._checks import dial, want_text
from .errors import NoArticleError
from .explanation import Explanation
from .knowledge.pack import Pack
from .lines import Line, cut
from .model import Article
from .reading.reader import lines_of, read
from .reading.words import with_packs

_HINT = "decode them first, as in data.decode('utf-8'), or give HTML to a tool that reads it"


def parse(text: str, *, packs: Iterable[Pack] = (), keep: float = 0.0) -> Article:
    """The first article in a text.

    ``packs`` are rules of one's own, tried before the standard ones. ``keep`` says what is done with a line in doubt,
    from -1 (drop it) to 1 (keep it); 0 is balanced. What is
    kept may also change where articles are parted. Raises NoArticleError when the text holds no article, TypeError
    when it is no str or a pack is no Pack, PackError when two rules have one name, ValueError when ``keep`` is out of
    range.

    >>> headline = "Ferry returns to the harbour after storm"
    >>> report = "The ferry came back at noon on Friday, two days after the storm had closed the strait."
    >>> parse(chr(10).join([headline, "Follow", report])).title
    'Ferry returns to the harbour after storm'
    """
    for part in read(want_text(text, "articlekit.parse", hint=_HINT), with_packs(packs), dial(keep)):
        article = part.article()
        if article is not None:
            return article
    raise NoArticleError(_nothing_in(text))


def parse_all(text: str, *, packs: Iterable[Pack] = (), keep: float = 0.0) -> tuple[Article, ...]:
    """Every article in a text, in the order printed; () when there is none.

    ``packs`` and ``keep`` are as for ``parse``, and so are the errors, but for NoArticleError.
    """
    parts = read(want_text(text, "articlekit.parse_all", hint=_HINT), with_packs(packs), dial(keep))
    return tuple(article for article in (part.article() for part in parts) if article is not None)


def explain(text: str, *, packs: Iterable[Pack] = (), keep: float = 0.0) -> Explanation:
    """Every line of a text with its role, the rule and the reason, and the articles they make.

    ``packs`` and ``keep`` are as for ``parse``, and so are the errors, but for NoArticleError.
    """
    lines: list[Line] = []
    articles: list[Article] = []
    start = 0
    for part in read(want_text(text, "articlekit.explain", hint=_HINT), with_packs(packs), dial(keep)):
        article = part.article()
        lines += lines_of(part, start, None if article is None else len(articles))
        if article is not None:
            articles.append(article)
        start = lines[-1].end if lines else 0
    return Explanation(text, tuple(lines), tuple(articles))


def _nothing_in(text: str) -> str:
    if not text.strip():
        return "the text is empty" if not text else "the text holds nothing but white space"
    count = len(cut(text))
    return (
        f"none of the text's {count} lines reads as an article's; articlekit.explain(text) tells what each of them is"
    )
