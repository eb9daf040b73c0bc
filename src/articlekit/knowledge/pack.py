"""Packs and rules as values, and how rules see a line."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..errors import PackError
from ..lines import Role


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that newspapers print, and the role of a line that is it.

    All phrases are compared with the normalised line (see ``normalise``). ``at_most`` is the longest normalised line,
    in characters, that ``starts``, ``ends`` and ``like`` are tried on. A rule that ``opens`` heads a zone: the lines
    after it have its role until the article's prose resumes. ``drops`` and ``keeps`` are lines it must and must not
    take.
    """

    name: str
    role: Role
    why: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    at_most: int = 100
    opens: bool = False
    drops: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Pack:
    """The rules of one language or one site, and the file they come from."""

    file: str
    language: str | None = None
    site: str | None = None
    function_words: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


def normalise(line: str) -> str:
    """A line as rules see it: casefolded, white space as single spaces, no punctuation or symbols at either end.

    >>> normalise("  » Read  More: ")
    'read more'
    """
    text = " ".join(fold(line).split())
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def fold(text: str) -> str:
    """A text casefolded, with the Turkish dotted capital as a plain i."""
    return text.casefold().replace("i\u0307", "i")


def merge(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs in their order, once it is sure that no two rules share a name.

    Raises PackError naming both owners of a name that is used twice.
    """
    packs = tuple(packs)
    owners: dict[str, str] = {}
    for pack in packs:
        for rule in pack.rules:
            if rule.name in owners:
                message = f"the name is used twice: by {owners[rule.name]} and by {pack.file}; rename one"
                raise PackError(message, file=pack.file, rule=rule.name, field="name")
            owners[rule.name] = pack.file
    return packs
