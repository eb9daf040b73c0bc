"""What the command line takes, and its help."""

from __future__ import annotations

import argparse

from .. import __version__
from .._checks import dial

_EXIT = """\
exit status:
  0    everything was read
  1    some input held no article or could not be read; each is named on standard error
  2    the command cannot be carried out: wrong usage, a wrong pack, an output that cannot be written
  130  stopped by Ctrl-C
"""

_PARSE = """\
Read pages and write their articles: by default as JSON Lines, one article a line, each written as soon as it is read.
A page may hold several articles. Files in a format are converted: articles are read from them, not pages. Input is text
in UTF-8 (or in UTF-16 or UTF-32 with a byte order mark)."""

_PARSE_EXAMPLES = """\
examples:
  articlekit parse page.txt
  articlekit parse pages/ --output articles.jsonl
  articlekit parse page.txt --to markdown
  articlekit parse articles.jsonl --output articles.md
  some-extractor page.html | articlekit parse
  zcat articles.jsonl.gz | articlekit parse --from jsonl --to text
"""

_EXPLAIN = """\
Show every line of a page with its role and the reason for it: in the terminal, or as one HTML page."""

_CHECK = """\
Check knowledge packs: their form, that every rule takes its `drops` and leaves its `keeps`, and that no pattern grows
faster than the line it is matched with."""


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; the name of the command chosen is in ``command``."""
    top = _described(
        argparse.ArgumentParser(prog="articlekit"),
        "Turn the dirty text of a news page into a typed article, with a reason for every line.",
        _EXIT,
    )
    top.add_argument("--version", action="version", version=f"articlekit {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _fill_parse(commands.add_parser("parse", help="read pages and write their articles"))
    _fill_explain(commands.add_parser("explain", help="say for every line what it is, and why"))
    _described(commands.add_parser("formats", help="list the formats that can be written"), "List the formats.", None)
    _fill_check(commands.add_parser("check-pack", help="check knowledge packs of your own"))
    return top


def _fill_parse(parse: argparse.ArgumentParser) -> None:
    _described(parse, _PARSE, _PARSE_EXAMPLES)
    parse.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a page, articles in a format, a folder (all *.txt files in it and below, sorted by name; with --from "
        "those of that format), or - for standard input, which is also what is read when no FILE is given",
    )
    parse.add_argument(
        "--from",
        dest="source",
        metavar="FORMAT",
        help="read articles in this format, or pages for text (default: by each file's extension; a page for .txt, "
        ".html, extensions of no format, and standard input)",
    )
    parse.add_argument(
        "--to", metavar="FORMAT", help="format to write (default: by the extension of --output, else jsonl)"
    )
    parse.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        help="write to FILE, whole or not at all, and not when no article was read (default: standard output)",
    )
    _add_reading(parse)


def _fill_explain(explain: argparse.ArgumentParser) -> None:
    _described(explain, _EXPLAIN, None)
    explain.add_argument("file", nargs="?", default="-", metavar="FILE", help="a page, or - for standard input")
    explain.add_argument("--html", metavar="FILE", help="write an HTML page to FILE (- for standard output) instead")
    explain.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the terminal's rows; auto: when it is a terminal and NO_COLOR is not set (default: %(default)s)",
    )
    _add_reading(explain)


def _fill_check(check: argparse.ArgumentParser) -> None:
    _described(check, _CHECK, None)
    check.add_argument("files", nargs="+", metavar="FILE", help="a pack: a TOML file")


def _described(parser: argparse.ArgumentParser, description: str, epilog: str | None) -> argparse.ArgumentParser:
    parser.description, parser.epilog = description, epilog
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keep",
        type=_dial,
        default=0.0,
        metavar="NUMBER",
        help="what to do with a line in doubt, from -1 (drop it) to 1 (keep it) (default: 0, balanced)",
    )
    parser.add_argument(
        "--pack",
        action="append",
        default=[],
        dest="packs",
        metavar="FILE",
        help="use the rules of this knowledge pack too; may be given several times",
    )


def _dial(text: str) -> float:
    try:
        return dial(float(text))
    except ValueError as error:
        message = f"{text!r} is no number from -1 to 1"
        raise argparse.ArgumentTypeError(message) from error
