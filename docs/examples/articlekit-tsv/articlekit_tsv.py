"""Articles as rows of tab-separated columns, headline first."""

from collections.abc import Iterable, Iterator

from articlekit import Article, FormatError, Paragraph

name = "tsv"
extensions = (".tsv",)
media_type = "text/tab-separated-values"


def dumps(article: Article) -> str:
    """The headline and the blocks of the body, a column each. Raises FormatError when one holds a tab or a line end."""
    cells = {"$.title": article.title} | {f"$.body[{n}].text": block.text for n, block in enumerate(article.body)}
    for path, text in cells.items():
        if any(mark in text for mark in "\t\r\n"):
            raise FormatError("a cell can hold neither tab nor line end", format=name, path=path)
    return "\t".join(cells.values()) + "\n"


def loads(text: str) -> Article:
    """The article in one row."""
    articles = list(load_all([text]))
    if len(articles) != 1:
        raise FormatError(f"expected one row, found {len(articles)}", format=name)
    return articles[0]


def dump_all(articles: Iterable[Article]) -> Iterator[str]:
    """A row for every article, one at a time."""
    return map(dumps, articles)


def load_all(source: Iterable[str]) -> Iterator[Article]:
    """The article of every row of a text, an open file or pieces of text."""
    *rows, rest = "".join(source).split("\n")  # not splitlines, which cuts at characters that stand inside texts
    for row in [*rows, rest] if rest else rows:
        title, *texts = row.split("\t")
        yield Article(title=title, body=map(Paragraph, texts))
