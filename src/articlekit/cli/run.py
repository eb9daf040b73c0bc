"""The four commands."""

from __future__ import annotations

import argparse
import io
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from types import MappingProxyType

from .. import formats, packs
from ..errors import FormatError, PackError, UnknownFormatError
from ..model import Article
from ..parsing import explain, parse_all
from .arguments import parser
from .console import Console, reason_of
from .inputs import STDIN, InputError, find, label, read
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
    except (OutputError, PackError, UnknownFormatError) as error:
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
        self.format = formats.get(arguments.to)
        self.status = OK
        self._packs = _load(arguments.packs)
        self._keep: float = arguments.keep
        self._inputs = list(find(arguments.files))
        self.console = Console(len(self._inputs))

    def articles(self) -> Iterator[Article]:
        """Every article that can be read and written; the rest is reported."""
        for done, found in enumerate(self._inputs):
            try:
                if isinstance(found, InputError):
                    raise found
                self.console.progress(done, label(found))
                yield from self._of_page(found)
            except InputError as error:
                self._report(error)

    def _of_page(self, name: str) -> Iterator[Article]:
        articles = parse_all(read(name), packs=self._packs, keep=self._keep)
        if not articles:
            raise _no_article(name)
        for article in articles:
            try:
                self.format.dumps(article)  # in a stream an error would take the articles after it along
            except FormatError as error:
                self._report(InputError(label(name), f"the article {article.title!r} cannot be written: {error}"))
            else:
                yield article

    def _report(self, error: InputError) -> None:
        self.status = SOME_FAILED
        self.console.say(str(error))


def _no_article(name: str) -> InputError:
    hint = "" if name == STDIN else f"; to see what each line was taken for: articlekit explain {shlex.quote(name)}"
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
