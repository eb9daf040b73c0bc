"""Checks of a pack that go beyond loading it: do its examples hold, and are its patterns safe on hostile lines?"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

from .knowledge.available import builtin, installed
from .knowledge.pack import Pack, Rule, fold, merge, normalise
from .knowledge.pack_file import load
from .reading.words import only

_LONGEST_LINE = 200
_TOO_SLOW = 0.005  # seconds for one line; a linear pattern needs some microseconds
_PROBES = ("a", "1", " ", "a ", "/a", ".")


def check(path: str | Path) -> tuple[str, ...]:
    """What is wrong with the pack in a file, a sentence each; () when nothing is.

    Every ``drops`` line must be taken by its rule and no ``keeps`` line by it, every way of matching a rule has must
    be shown by an example, and every ``like`` pattern must stay fast on long hostile lines. Raises PackError when the
    file is no valid pack, or when one of its names is taken by an installed pack, and OSError when it cannot be read.
    """
    pack = load(path)
    merge((*builtin(), *installed(), pack))
    return problems_of(pack)


def problems_of(pack: Pack) -> tuple[str, ...]:
    """What is wrong with the examples and the patterns of a loaded pack."""
    return tuple(
        f"{pack.file}, rule {rule.name!r}, {problem}"
        for rule in pack.rules
        for problem in (*_examples(rule), *_unshown(rule), *_slow(rule))
    )


def _examples(rule: Rule) -> Iterator[str]:
    alone = only(rule)
    if not rule.drops:
        yield "field 'drops': is empty: give a line that the rule takes"
    if not rule.keeps:
        yield "field 'keeps': is empty: give a line of an article that comes close and must stay"
    for line in rule.drops:
        if alone.rule_for(line) is None:
            yield f"field 'drops': the rule does not take {line!r}"
    for line in rule.keeps:
        if alone.rule_for(line) is not None:
            yield f"field 'keeps': the rule takes {line!r}"


def _unshown(rule: Rule) -> Iterator[str]:
    """Ways of matching that no example would miss."""
    for field, name in (("whole", "is"), ("starts", "starts"), ("ends", "ends"), ("like", "like")):
        if getattr(rule, field):
            alone = only(rule, field)
            if not any(alone.rule_for(line) for line in rule.drops):
                yield f"field {name!r}: no line in drops shows it"


def _slow(rule: Rule) -> Iterator[str]:
    for pattern in rule.like:
        line = slowest_line(pattern, rule.drops)
        if line is not None:
            yield f"field 'like': {pattern!r} takes too long on {line[:60]!r}...: make neighbouring repeats disjoint"


def slowest_line(pattern: str, examples: tuple[str, ...]) -> str | None:
    """A line on which the pattern's time grows faster than its length, or None.

    Parts of the examples are repeated more and more often, so that a pattern that doubles its time with each repetition
    is caught while it is still harmless.
    """
    compiled = re.compile(pattern)
    for head, part, tail in _pumps(examples):
        for times in range(4, _LONGEST_LINE // len(part), 2):
            line = head + part * times + tail
            if _seconds(compiled, line) > _TOO_SLOW:
                return line
    return None


def _pumps(examples: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for probe in _PROBES:
        yield "", probe, "\0"
    for example in (shown for line in examples for shown in {normalise(line), fold(line)}):
        for start in range(min(len(example), 60)):
            for size in (1, 2, 3):
                yield example[:start], example[start : start + size] or "a", "\0"


def _seconds(pattern: re.Pattern[str], line: str) -> float:
    """The best of three times, so that a busy machine does not speak against a pattern."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        pattern.fullmatch(line)
        best = min(best, time.perf_counter() - start)
        if best <= _TOO_SLOW:
            return best
    return best
