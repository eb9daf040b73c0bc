"""The patterns of all rules as few: a line meets only those that can begin as it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, takewhile
from operator import itemgetter
from string import digits

from ..knowledge.pack import Rule

_Pair = tuple[str, Rule]
_OPTIONAL = ("?", "*", "{0", "{,")
_REPEATS = (*_OPTIONAL, "+", "{")
_TOKEN = re.compile(r"(?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)(?:[?*+]|\{[\d,]+\})?[?+]?", re.DOTALL)
_LONG_ESCAPE = re.compile(r"\\[0-9xuUN]")  # it takes more than one character behind the backslash
_NOTHING = "(?!)"

HEAD = 3
"""So many characters tell well which patterns can take a line."""


class Patterns:
    """The patterns of rules, in their order, by the first characters of the lines that they take."""

    def __init__(self, pairs: Sequence[_Pair]) -> None:
        told = [(first_characters(pair[0], HEAD), pair) for pair in pairs]
        others = [pair for heads, pair in told if heads is None]
        self.heads = frozenset().union(*(heads for heads, _ in told if heads))
        """What begins the lines that patterns take: HEAD characters, or one."""
        self._others = _Alternation(others)
        self.takes_others = self._others.takes
        """Whether one of the patterns takes a line for which no head is told."""
        self._by_head = {
            head: _Alternation(pair for heads, pair in told if heads is None or not heads.isdisjoint((head, head[:1])))
            for head in self.heads
        }

    def rule_for(self, text: str) -> Rule | None:
        """The rule of the first pattern that takes a whole text."""
        by_head = self._by_head
        return (by_head.get(text[:HEAD]) or by_head.get(text[:1]) or self._others).rule_for(text)


class _Alternation:
    """Patterns as one: the group that matched tells the rule. Patterns hold no groups of their own."""

    def __init__(self, pairs: Iterable[_Pair]) -> None:
        self._pairs = list(pairs)

    @cached_property  # most are never asked, and to compile all of them takes long
    def takes(self) -> Callable[[str], re.Match[str] | None]:
        """Whether one of the patterns takes a line: that costs less to find out than which one."""
        return re.compile(factored(sorted(pattern for pattern, _ in self._pairs)) or _NOTHING).fullmatch

    @cached_property
    def _match(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile("|".join(f"({pattern})" for pattern, _ in self._pairs)).fullmatch

    def rule_for(self, text: str) -> Rule | None:
        match = self._match(text) if self.takes(text) else None
        return self._pairs[match.lastindex - 1][1] if match is not None and match.lastindex else None


def factored(patterns: Iterable[str]) -> str:
    r"""One pattern that takes what any of several takes, and looks once at what neighbours among them begin with.

    >>> factored([r"\w+ (?:is|was) \d", r"\w+ has \d", "no|none"])
    '\\w+ (?:(?:is|was) \\d|has \\d)|(?:no|none)'
    >>> factored([r"\w+ has \d", r"\w+ had \d", r"\w+ is \d"])
    '\\w+ (?:ha(?:s \\d|d \\d)|is \\d)'
    """
    return _joined(map(_items, patterns))


def _joined(patterns: Iterable[list[str]]) -> str:
    found = []
    for _, group in groupby(patterns, key=itemgetter(slice(1))):
        alike = list(group)
        begin = [items[0] for items in takewhile(_are_equal, zip(*alike, strict=False))]
        rests = _joined([items[len(begin) :] for items in alike]) if begin else ""
        found.append("".join(begin) + (f"(?:{rests})" if rests else ""))
    return "|".join(found)


def _are_equal(items: Sequence[str]) -> bool:
    return items.count(items[0]) == len(items)


def _items(pattern: str) -> list[str]:
    """What follows each other in a pattern: characters, sets and groups, with their repeats; or all of it in one."""
    if len(_branches(pattern)) > 1 or _LONG_ESCAPE.search(pattern):
        return [f"(?:{pattern})"]
    depth = 0
    items: list[str] = []
    for token in _TOKEN.findall(pattern):
        if depth:
            items[-1] += token
        else:
            items.append(token)
        depth += token.startswith("(") - token.startswith(")")
    return items


def first_characters(pattern: str, size: int = 1) -> frozenset[str] | None:
    r"""What a match can begin with; None where that is not plain to see.

    Of what begins with ``size`` characters that are plain to see all are told, of the rest the first one.

    >>> sorted(first_characters("page .+|(?:no|two) pages")), first_characters("[a-z] .+")
    (['n', 'p', 't'], None)
    >>> sorted(first_characters("page .+|(?:no|two) pages", 3))
    ['no ', 'pag', 'two']
    """
    found = [_first(branch, size) for branch in _branches(pattern)]
    return None if None in found else frozenset().union(*filter(None, found))


def _first(branch: str, size: int) -> frozenset[str] | None:
    if branch.startswith("(?:"):
        inner = _group(branch)
        rest = branch[len(inner) + len("(?:)") :]
        if rest.startswith(_OPTIONAL):
            return None
        return first_characters("|".join(begin + rest for begin in _branches(inner)), size)
    if branch.startswith(r"\d"):
        return None if branch[2:].startswith(_OPTIONAL) else frozenset(digits)
    if not branch[:1].isalnum() or branch[1:].startswith(_OPTIONAL):
        return None
    head = branch[:size]
    plain = len(head) == size and head.replace(" ", "a").isalnum() and not branch[size:].startswith(_REPEATS)
    return frozenset([head if plain else head[0]])


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
