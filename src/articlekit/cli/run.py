"""The four commands."""

from __future__ import annotations

import argparse
import io
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from types import MappingProxyType

from .. import formats, packs
from ..errors import ArticlekitError, FormatError, PackError
from ..model import Article
from ..parsing import explain, parse_all
from . import choice
from .arguments import parser
from .console import Console, reason_of
from .inputs import STDIN, InputError, find, label, pieces, read
from .outputs import OutputError, opened

OK, SOME_FAILED, CANNOT = 0, 1, 2


def run(argv: Sequence[str]) -> int:
    """Carry out a command line and return its exit status."""
    _write_utf8()
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as end:  # argparse has printed its message, or the help
        return CANNOT if end.code else OK
    try:
        return _COMMANDS[arguments.command](arguments)
    except BrokenPipeError:
        return OK  # who read the output has had enough
    except (OutputError, ArticlekitError) as error:
        Console().say(str(error))
        return CANNOT


def _write_utf8() -> None:
    """Articles are UTF-8 with Unix line ends on every system, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def _parse(arguments: argparse.Namespace) -> int:
    job = _Job(arguments)
    try:
        articles = job.articles()
        first = next(articles, None)
        if first is not None:  # without an article an earlier output stays as it is
            with opened(arguments.output) as write:
                for piece in job.format.dump_all(chain((first,), articles)):
                    job.console.hide()
                    write(piece)
    except BrokenPipeError:
        return job.status
    finally:
        job.console.hide()
    return job.status


class _Job:
    """The reading of many inputs, one at a time; ``status`` tells how it went so far."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.format = choice.to_write(arguments.to, arguments.output)
        self.status = OK
        self._source: str | None = arguments.source
        self._packs = _load(arguments.packs)
        self._keep: float = arguments.keep
        self._inputs = list(find(arguments.files, choice.searched(self._source)))
        self.console = Console(len(self._inputs))

    def articles(self) -> Iterator[Article]:
        """Every article that can be read and written; the rest is reported."""
        for done, found in enumerate(self._inputs):
            try:
                if isinstance(found, InputError):
                    raise found
                self.console.progress(done, label(found))
                yield from self._writable(found)
            except InputError as error:
                self._report(error)

    def _writable(self, name: str) -> Iterator[Article]:
        for article in self._of_input(name):
            try:
                self.format.dumps(article).encode()  # in a stream an error would take the articles after it along
            except (FormatError, UnicodeEncodeError) as error:
                self._report(InputError(label(name), f"the article {article.title!r} cannot be written: {error}"))
            else:
                yield article

    def _of_input(self, name: str) -> Iterator[Article]:
        """The articles of a page, or those in a text of a format. Raises InputError, also when there are none."""
        source, text = choice.to_read(self._source, name, pieces(name))
        articles = self._of_page(text) if source == choice.PAGE else _of_format(source, text, name)
        first = next(articles, None)
        if first is None:
            raise _no_article(name, explainable=source == choice.PAGE and name != STDIN)
        yield first
        yield from articles

    def _of_page(self, text: Iterable[str]) -> Iterator[Article]:
        yield from parse_all("".join(text), packs=self._packs, keep=self._keep)

    def _report(self, error: InputError) -> None:
        self.status = SOME_FAILED
        self.console.say(str(error))


def _of_format(source: str, text: Iterable[str], name: str) -> Iterator[Article]:
    try:
        yield from formats.get(source).load_all(text)
    except ArticlekitError as error:
        raise InputError(label(name), str(error)) from error


def _no_article(name: str, *, explainable: bool) -> InputError:
    hint = f"; to see what each line was taken for: articlekit explain {shlex.quote(name)}" if explainable else ""
    return InputError(label(name), f"no article found{hint}")


def _load(files: list[str]) -> tuple[packs.Pack, ...]:
    return tuple(map(_pack, files))


def _pack(file: str) -> packs.Pack:
    try:
        return packs.load(file)
    except OSError as error:
        raise PackError(reason_of(error), file=file) from error


def _explain(arguments: argparse.Namespace) -> int:
    rules = _load(arguments.packs)
    try:
        explanation = explain(read(arguments.file), packs=rules, keep=arguments.keep)
    except InputError as error:
        Console().say(str(error))
        return SOME_FAILED
    with opened(arguments.html) as write:
        write(explanation.to_html() if arguments.html else explanation.render(color=_COLOR[arguments.color]))
    if explanation.articles:
        return OK
    Console().say(f"{label(arguments.file)}: no article found")
    return SOME_FAILED


def _formats(_arguments: argparse.Namespace) -> int:
    with opened(None) as write:
        write("".join(f"{name}\n" for name in formats.names()))
    return OK


def _check_pack(arguments: argparse.Namespace) -> int:
    status, console = OK, Console()
    for file in arguments.files:
        problems = _problems(file)
        if problems:
            status = SOME_FAILED
            for problem in problems:
                console.say(problem)
        else:
            with opened(None) as write:
                write(f"{file}: no problem found\n")
    return status


def _problems(file: str) -> tuple[str, ...]:
    try:
        return packs.check(file)
    except PackError as error:
        return (str(error),)
    except OSError as error:
        return (f"{file}: {reason_of(error)}",)


_COLOR = MappingProxyType({"auto": None, "always": True, "never": False})

_COMMANDS: MappingProxyType[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {"parse": _parse, "explain": _explain, "formats": _formats, "check-pack": _check_pack}
)
