"""Writes the table of what every format holds into ``docs/formats.md``, from what the formats do.

Usage: python tools/format_table.py [--check]

For each row an article with that one feature is written in each format and read back. ``--check`` writes nothing and
says whether the page is true.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs

import articlekit
from articlekit import Article, Bullet, Caption, Dateline, Paragraph, Place, Subheading, formats

PAGE = Path(__file__).parent.parent / "docs" / "formats.md"
START, END = "<!-- table: made by tools/format_table.py -->\n", "<!-- end of table -->\n"

OWN, BESIDE, LOST, REFUSED = "yes", "beside", "lost", "refused"

_FIRST = "A ferry with 214 people on board came back to harbour on Thursday after two days in a storm, its owner said."
_SECOND = "All of them are well, said the company, which has run the line between the islands and the town since 1963."
_BODY = (Paragraph(_FIRST), Paragraph(_SECOND))
_BASE = Article(title="Ferry returns to Lisbon after two days at sea", body=_BODY)


def _line(dateline: Dateline) -> Article:
    return attrs.evolve(_BASE, dateline=dateline, body=[Paragraph(str(dateline) + _FIRST), _BODY[1]])


def _with(**fields: Any) -> Article:  # noqa: ANN401 - fields of every type
    return attrs.evolve(_BASE, **fields)


ROWS: tuple[tuple[str, str, Article], ...] = (
    ("title", "title", _BASE),
    ("paragraphs", "body", _BASE),
    ("subheadings", "body", _with(body=(*_BODY, Subheading("What the company says"), *_BODY[:1]))),
    ("list items in the body", "body", _with(body=(*_BODY, Bullet("Two boats"), Bullet("One harbour"), *_BODY[:1]))),
    ("a line end in a paragraph", "body", _with(body=(Paragraph(f"{_FIRST}\n{_SECOND}"),))),
    ("bullets", "bullets", _with(bullets=(Bullet("All 214 passengers are safe, the company says"),))),
    ("summary", "summary", _with(summary="The company says that all passengers are safe.", authors=("Jane Doe",))),
    ("dateline: place and separator", "dateline", _line(Dateline(printed="LISBON", separator=": ", places=[Place("LISBON")]))),
    ("dateline: region", "dateline", _line(Dateline(printed="LISBON, Portugal", separator=" — ", places=[Place("LISBON", "Portugal")]))),
    ("dateline: agency", "dateline", _line(Dateline(places=[Place("LISBON")], agency="AP"))),
    ("dateline: day", "dateline", _line(Dateline(places=[Place("LISBON")], agency="Reuters", month=12, day=7).in_style("reuters"))),
    ("dateline that no paragraph carries", "dateline", _with(dateline=Dateline(places=[Place("LISBON")]))),
    ("no dateline, where a paragraph begins as with one", "dateline", _with(body=(Paragraph(f"LISBON: {_FIRST}"), _BODY[1]))),
    ("authors", "authors", _with(authors=("Jane Doe", "John Roe"))),
    ("captions: text and credit", "captions", _with(captions=(Caption("The ferry at the quay on Thursday morning.", "AP", organisations=["AP"]),))),
    ("captions: other names than the credit has", "captions", _with(captions=(Caption("The ferry at the quay on Thursday.", "AP", photographers=["J. Doe"]),))),
    ("captions: address", "captions", _with(captions=(Caption("The ferry at the quay on Thursday morning.", url="https://news.example/a.jpg"),))),
    ("published, a day", "published", _with(published=date(2023, 12, 7))),
    ("published, day, time and zone", "published", _with(published=datetime(2023, 12, 7, 8, 30, tzinfo=UTC))),
    ("published, day and time", "published", _with(published=datetime(2023, 12, 7, 8, 30))),  # noqa: DTZ001 - as pages print it
    ("published, to the microsecond", "published", _with(published=datetime(2023, 12, 7, 8, 30, 0, 5, tzinfo=UTC))),
    ("updated", "updated", _with(updated=datetime(2023, 12, 8, 8, 30, tzinfo=UTC))),
    ("language", "language", _with(language="pt")),
    ("url", "url", _with(url="https://news.example/ferry")),
    ("url that is none", "url", _with(url="no address")),
    ("publisher", "publisher", _with(publisher="Example News")),
    ("section", "section", _with(section="World")),
    ("keywords", "keywords", _with(keywords=("ports", "storms"))),
    ("control characters", "title", _with(title="Ferry\x00returns to Lisbon after two days at sea")),
    ("lone surrogates", "title", _with(title="Ferry\ud800returns to Lisbon after two days at sea")),
)  # fmt: skip


def cell(name: str, field: str, article: Article) -> str:
    """How a format holds a field of an article."""
    module = formats.get(name)
    try:
        written = module.dumps(article)
    except articlekit.FormatError:
        return REFUSED
    if getattr(module.loads(written), field) != getattr(article, field):
        return LOST
    held = getattr(module, "held", None)
    return OWN if held is None or getattr(held(article), field) == getattr(article, field) else BESIDE


def table() -> str:
    """The table in Markdown."""
    names = formats.names()
    rows = [["", *(f"`{name}`" for name in names)], ["---"] * (len(names) + 1)]
    rows += [[label, *(cell(name, field, article) for name in names)] for label, field, article in ROWS]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def written(page: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{table()}\n{END}{after}"


def _differences(page: str) -> Iterator[str]:
    was = page.splitlines()
    return (line for line in written(page).splitlines() if line not in was)


def main() -> int:
    """Write the table, or check it; 1 when the page is not true."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    page = PAGE.read_text("utf-8")
    if not parser.parse_args().check:
        PAGE.write_text(written(page), "utf-8")
        return 0
    wrong = list(_differences(page))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
