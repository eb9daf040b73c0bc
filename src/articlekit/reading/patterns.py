"""The patterns of all rules as few: a line meets only those that can begin with its first character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from string import digits

from ..packs import Rule

_Pair = tuple[str, Rule]
_OPTIONAL = ("?", "*", "{0")


class Patterns:
    """The patterns of rules, in their order, by the first character of the lines that they take."""

    def __init__(self, pairs: Sequence[_Pair]) -> None:
        firsts = [(first_characters(pair[0]), pair) for pair in pairs]
        known = sorted({char for chars, _ in firsts for char in chars or ()})
        self._others = _Alternation(pair for chars, pair in firsts if chars is None)
        self._by_first = {
            char: _Alternation(pair for chars, pair in firsts if chars is None or char in chars) for char in known
        }

    def rule_for(self, text: str) -> Rule | None:
        """The rule of the first pattern that takes a whole text."""
        return self._by_first.get(text[:1], self._others).rule_for(text)


class _Alternation:
    """Patterns as one: the group that matched tells the rule. Patterns hold no groups of their own."""

    def __init__(self, pairs: Iterable[_Pair]) -> None:
        pairs = list(pairs)
        self._rules = [rule for _, rule in pairs]
        self._joined = re.compile("|".join(f"({pattern})" for pattern, _ in pairs)) if pairs else None

    def rule_for(self, text: str) -> Rule | None:
        match = self._joined.fullmatch(text) if self._joined is not None else None
        return self._rules[match.lastindex - 1] if match is not None and match.lastindex else None


def first_characters(pattern: str) -> frozenset[str] | None:
    r"""The characters that a match can begin with; None where that is not plain to see.

    >>> sorted(first_characters("page .+|(?:no|two) pages")), first_characters("[a-z] .+")
    (['n', 'p', 't'], None)
    """
    found = [_first(branch) for branch in _branches(pattern)]
    return None if None in found else frozenset().union(*filter(None, found))


def _first(branch: str) -> frozenset[str] | None:
    if branch.startswith("(?:"):
        inner = _group(branch)
        optional = branch[len(inner) + len("(?:)") :].startswith(_OPTIONAL)
        return None if optional else first_characters(inner)
    size, chars = (2, digits) if branch.startswith(r"\d") else (1, branch[:1] if branch[:1].isalnum() else "")
    return frozenset(chars) if chars and not branch[size:].startswith(_OPTIONAL) else None


def _group(branch: str) -> str:
    """What stands between the brackets that open a branch."""
    marks = list(_plain(branch))
    depths = accumulate((char == "(") - (char == ")") for _, char in marks)
    end = next(place for (place, _), depth in zip(marks, depths, strict=True) if depth == 0)
    return branch[len("(?:") : end]


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, brackets around none of them."""
    depth, start, found = 0, 0, []
    for place, char in _plain(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def _plain(pattern: str) -> Iterator[tuple[int, str]]:
    """The characters that stand neither behind a backslash nor in a set, with their places."""
    inside = escaped = False
    for place, char in enumerate(pattern):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif inside:
            inside = char != "]"
        elif char == "[":
            inside = True
        else:
            yield place, char
