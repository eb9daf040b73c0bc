"""How well articlekit finds the body of an article, side by side with other tools.

Usage: python benchmarks/compare.py FOLDER [--figure FILE.svg] [--tools NAME,...] [--date DATE]

FOLDER is one of two things:

- pages in the layout ``pages.jsonl`` (a record for each page: ``id``, ``set``, ``html``, ``lang``, ``gold``),
  ``dumps/<kind>/<id>.txt`` and the HTML where the record says; pages without gold text are left out;
- a checkout of scrapinghub/article-extraction-benchmark: ``ground-truth.json`` and ``html/<id>.html.gz``. The texts
  that articlekit reads are then made with resiliparse and inscriptis, as far as they are installed.

The other tools are optional: ``pip install trafilatura justext boilerpy3 readability-lxml newspaper4k[all] resiliparse
inscriptis``, and ``python -m nltk.downloader punkt_tab``, without which newspaper4k fails on some pages. Each is
measured with its own defaults when it can be imported, except that reader comments and alternative texts of pictures
are left out and jusText is told the language. They read HTML; articlekit and "none", which is the text as it stands,
read the texts.

articlekit's weights were learned from pages. Where FOLDER holds some of these, its figures there are a little too good.

Texts are compared in windows of four words. What a page has right, too much and too little is divided by the sum of
the three, so that long pages weigh no more than short ones; precision is the mean over the pages with an output, recall
over all pages, and F1 is that of the two means. A paragraph that is optional in the gold counts when most of it was
read. A tool that raises on a page has read nothing there: that is "failed", and it is among the "empty".
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections import Counter
from pathlib import Path

from comparison.figure import figure
from comparison.pages import pages
from comparison.runs import compare, table
from comparison.texts import installed
from comparison.tools import TOOLS


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in TOOLS]:
        message = f"unknown: {', '.join(unknown)}; there are {', '.join(TOOLS)}"
        raise argparse.ArgumentTypeError(message)
    return names


def main() -> None:
    """Measure, print, and draw when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--figure", type=Path, help="write the F1 figures here, as SVG")
    parser.add_argument("--tools", type=_names, default=list(TOOLS), help=f"some of {','.join(TOOLS)} (default: all)")
    parser.add_argument("--date", help="the day of the measurement, to be printed with it")
    arguments = parser.parse_args()
    logging.disable()  # what other tools log is about their own steps
    found = pages(arguments.folder)
    for name in arguments.tools:
        if not installed(TOOLS[name].module):
            print(f"{name} is not installed and left out", file=sys.stderr)
    rows = compare(found, arguments.tools)
    if arguments.date:
        print(f"Measured on {arguments.date}.\n")
    print(table(rows, Counter(page.set for page in found)), end="")
    if arguments.figure:
        title = f"Body of the article, F1 over {len(found)} pages" + (f", {arguments.date}" if arguments.date else "")
        arguments.figure.write_text(figure(rows, title), encoding="utf-8")


if __name__ == "__main__":
    main()
