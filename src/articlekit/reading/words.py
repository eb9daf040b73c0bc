"""What a line says on its own: the vocabulary of all packs in force, and the first rule that takes a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from ..knowledge.available import builtin, installed
from ..knowledge.pack import Pack, Rule, fold, merge, normalise
from .patterns import HEAD, Patterns

LONGEST = 200
"""Lines of more characters than this are no label, button or credit: only a rule for their start can take them."""

_HEAD = 100  # characters in which the start of a longer line is looked for

_EDGES = (
    " \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~©®«»‘’‚“”„†‡•…‹›–—·●▪■▶►▸→←↓↑⇒✓✔★☆"
    "、。「」『』【】（）：！？｜\xa0\u200b\u200e\u200f\ufeff\ufe0f"
)

_WORD_AND_MORE = 4  # the space behind the first word, and three characters

_TAIL = 5  # so many characters tell well which phrases can end a line

_FIRST_WIDE = "\u0e00"  # Thai; the scripts without spaces have no letters before it

_Phrase = tuple[str, int, Rule]


class _Starts(NamedTuple):
    """What stands at the start of all lines that one of several rules takes by their start."""

    words: frozenset[str]
    """First words."""
    begins: frozenset[str]
    """First words with the space and three characters behind it, or without them where a phrase is shorter."""
    joined: frozenset[str]
    """First characters, in scripts whose words stand without spaces between them."""


class _Hints(NamedTuple):
    """What stands at the edges of all lines that a rule takes."""

    wholes: frozenset[str]
    """Whole lines, and all starts, for a line may be no more."""
    longest: int
    """Characters of the longest of them: to look for a longer line costs more than to measure it."""
    starts: _Starts
    starts_of_long: _Starts
    """Those of the few rules that take lines of more than LONGEST characters."""
    firsts: frozenset[str]
    """First characters of what patterns take, HEAD of them or one, and of starts in scripts without spaces."""
    lasts: frozenset[str]
    """Last characters, _TAIL of them."""
    lasts_of_short: frozenset[str]
    """Those of phrases of fewer characters, as many as ``last`` tells, a negative number."""
    last: int


class _Phrases(NamedTuple):
    """Phrases that begin (or end) with the same word: all at once for one quick test, and each with its rule."""

    texts: tuple[str, ...]
    entries: tuple[_Phrase, ...]


@attrs.frozen(eq=False)
class Vocabulary:
    """The rules of several packs, arranged so that a line meets only those that can take it."""

    rules: dict[str, Rule]
    whole: dict[str, Rule]
    starts: dict[str, _Phrases]
    ends: dict[str, _Phrases]
    patterns: Patterns
    longest_match: int
    """No pattern takes a line of more characters."""
    languages_of: dict[str, tuple[str, ...]]
    _hints: _Hints

    def rule_for(self, line: str) -> Rule | None:
        """The first rule that takes a line, or None. A whole line goes before its start, its end and a pattern.

        Of a line of more than 200 characters only the start is looked at.
        """
        [text] = _normalised([line if len(line) <= LONGEST else line[:_HEAD]])
        return self._rule_of(text, len(line))

    def rules_for(self, lines: Sequence[str]) -> list[Rule | None]:
        """The rule of each line: to ask for many lines at once costs much less than to ask for each."""
        found: list[Rule | None] = [None] * len(lines)
        short = []
        for number, line in enumerate(lines):
            if len(line) <= LONGEST:
                short.append(number)
            elif self._may_begin(line[:_HEAD]):
                found[number] = self.rule_for(line)
        for number, text in self._suspects(short, _normalised([lines[n] for n in short])):
            found[number] = self._rule_of(text, len(text))
        return found

    def _may_begin(self, head: str) -> bool:
        """Whether a rule may take a long line that begins so: hardly any takes prose, and its first word tells that."""
        words, begins, joined = self._hints.starts_of_long
        text = head.strip(_EDGES)
        first = text.partition(" ")[0]
        if not (first.isprintable() and first[:1].isalnum() and text[-1].isalnum()):
            return True
        word = first.lower() if first.isascii() else fold(first)
        if word not in words:
            return word[0] in joined
        begin = fold(text)[: len(word) + _WORD_AND_MORE]
        if begin == word or "  " in begin or not begin.isprintable():
            return True
        return begin in begins or begin[: len(word) + 1] in begins

    def _suspects(self, numbers: list[int], texts: list[str]) -> Iterable[tuple[int, str]]:
        """The lines of at most LONGEST characters that a rule may take, by a look at the edges of normalised texts."""
        wholes, longest, (words, begins, _), _, firsts, lasts, lasts_of_short, last = self._hints
        takes = self.patterns.takes_others
        return [
            (number, text)
            for number, text in zip(numbers, texts, strict=True)
            if (len(text) <= longest and text in wholes)
            or (
                (word := text.partition(" ")[0]) in words
                and (text[: len(word) + _WORD_AND_MORE] in begins or text[: len(word) + 1] in begins)
            )
            or text[:HEAD] in firsts
            or text[:1] in firsts
            or text[-_TAIL:] in lasts
            or text[last:] in lasts_of_short
            or takes(text)
        ]

    def _rule_of(self, text: str, size: int) -> Rule | None:
        """The first rule that takes a normalised text; of a longer line than LONGEST the text is the start."""
        if size > LONGEST:
            return self._by_start(text, size)
        rule = self.whole.get(text)
        if rule is not None or not text:
            return rule
        return self._by_start(text, len(text)) or self._by_end(text) or self._by_pattern(text)

    def _by_start(self, text: str, size: int) -> Rule | None:
        rule = _begun(self.starts.get(text.partition(" ")[0]), text, size)
        if rule is None and text[:1] >= _FIRST_WIDE:
            rule = _begun(self.starts.get(text[0]), text, size)
        return rule

    def _by_end(self, text: str) -> Rule | None:
        rule = _ended(self.ends.get(text.rpartition(" ")[2]), text)
        if rule is None and text[-1] >= _FIRST_WIDE:
            rule = _ended(self.ends.get(text[-1]), text)
        return rule

    def _by_pattern(self, text: str) -> Rule | None:
        if len(text) > self.longest_match:
            return None
        rule = self.patterns.rule_for(text)
        return rule if rule is not None and len(text) <= rule.at_most else None


def _begun(phrases: _Phrases | None, text: str, size: int) -> Rule | None:
    """The rule of the longest of some phrases with which a text of so many characters begins."""
    if phrases is None or not text.startswith(phrases.texts):
        return None
    for phrase, at_most, rule in phrases.entries:
        if text.startswith(phrase) and size <= at_most and _parts(phrase[-1], text[len(phrase) : len(phrase) + 1]):
            return rule
    return None


def _ended(phrases: _Phrases | None, text: str) -> Rule | None:
    """The rule of the longest of some phrases in which a text ends."""
    if phrases is None or not text.endswith(phrases.texts):
        return None
    for phrase, at_most, rule in phrases.entries:
        if text.endswith(phrase) and len(text) <= at_most and _parts(phrase[0], text[: -len(phrase)][-1:]):
            return rule
    return None


@cache
def standard() -> Vocabulary:
    """The vocabulary of the built-in and the installed packs."""
    return _compile((*builtin(), *installed()))


def with_packs(extra: Iterable[Pack]) -> Vocabulary:
    """The standard vocabulary and the given packs, whose phrases go before the standard ones.

    Raises PackError when two rules have one name, TypeError when something is no Pack.
    """
    extra = tuple(extra)
    wrong = [pack for pack in extra if not isinstance(pack, Pack)]
    if wrong:
        kind = type(wrong[0]).__name__
        message = f"packs= takes Pack values, not {kind}: load the file with articlekit.packs.load"
        raise TypeError(message)
    return _with_packs(extra) if extra else standard()


@lru_cache(maxsize=16)
def _with_packs(extra: tuple[Pack, ...]) -> Vocabulary:
    return _compile((*extra, *builtin(), *installed()))


def only(rule: Rule, field: str | None = None) -> Vocabulary:
    """A vocabulary of one rule, or of one of its ways of matching ("whole", "starts", "ends", "like")."""
    if field is not None:
        rule = attrs.evolve(
            rule,
            whole=rule.whole if field == "whole" else (),
            starts=rule.starts if field == "starts" else (),
            ends=rule.ends if field == "ends" else (),
            like=rule.like if field == "like" else (),
        )
    return _compile((Pack(file="<one rule>", rules=(rule,)),))


def _compile(all_packs: tuple[Pack, ...]) -> Vocabulary:
    rules = [rule for pack in merge(all_packs) for rule in pack.rules]
    whole: dict[str, Rule] = {}
    for rule in rules:
        for phrase in rule.whole:
            whole.setdefault(phrase, rule)
    patterns = Patterns([(pattern, rule) for rule in rules for pattern in rule.like])
    return Vocabulary(
        {rule.name: rule for rule in rules},
        whole,
        _by_key(((phrase, rule.at_most, rule) for rule in rules for phrase in rule.starts), start=True),
        _by_key(((phrase, rule.at_most, rule) for rule in rules for phrase in rule.ends), start=False),
        patterns,
        max((rule.at_most for rule in rules if rule.like), default=0),
        _languages(all_packs),
        _hints(rules, patterns.heads),
    )


def _hints(rules: Sequence[Rule], heads: frozenset[str]) -> _Hints:
    starts = _starts(phrases := [phrase for rule in rules for phrase in rule.starts])
    ends = {phrase for rule in rules for phrase in rule.ends}
    short = {phrase for phrase in ends if len(phrase) < _TAIL}
    last = -min(map(len, short), default=_TAIL)
    wholes = frozenset(phrases).union(*(rule.whole for rule in rules))
    return _Hints(
        wholes,
        max(map(len, wholes), default=0),
        starts,
        _starts([phrase for rule in rules if rule.at_most > LONGEST for phrase in rule.starts]),
        heads | starts.joined,
        frozenset(phrase[-_TAIL:] for phrase in ends - short),
        frozenset(phrase[last:] for phrase in short),
        last,
    )


def _starts(phrases: Sequence[str]) -> _Starts:
    return _Starts(
        frozenset(phrase.partition(" ")[0] for phrase in phrases),
        frozenset(map(_first_words, phrases)),
        frozenset(phrase[0] for phrase in phrases if _joins(phrase[-1]) and phrase[0] >= _FIRST_WIDE),
    )


def _first_words(phrase: str) -> str:
    """The first word of a phrase with the space behind it, and what stands there if that is enough to tell."""
    word, _, rest = phrase.partition(" ")
    return f"{word} {rest[:3]}" if len(rest) >= _WORD_AND_MORE - 1 else f"{word} "


def _languages(all_packs: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """Of which languages each word is a function word."""
    table: dict[str, tuple[str, ...]] = {}
    for pack in all_packs:
        for word in map(fold, pack.function_words if pack.language else ()):
            known = table.get(word, ())
            table[word] = known if pack.language in known else (*known, str(pack.language))
    return table


def _by_key(phrases: Iterable[_Phrase], *, start: bool) -> dict[str, _Phrases]:
    table: dict[str, list[_Phrase]] = {}
    for entry in phrases:
        phrase = entry[0]
        if _joins(phrase[-1] if start else phrase[0]):
            key = phrase[0] if start else phrase[-1]
        else:
            key = phrase.partition(" ")[0] if start else phrase.rpartition(" ")[2]
        table.setdefault(key, []).append(entry)
    return {key: _phrases(entries) for key, entries in table.items()}


def _phrases(entries: Iterable[_Phrase]) -> _Phrases:
    """Phrases with the longest first, for it says most."""
    ordered = tuple(sorted(entries, key=lambda entry: -len(entry[0])))
    return _Phrases(tuple(phrase for phrase, _, _ in ordered), ordered)


def _parts(edge: str, beside: str) -> bool:
    """Whether a word ends between a phrase's edge and the character beside it; always in scripts without spaces."""
    return not beside or not beside.isalnum() or not edge.isalnum() or _joins(edge)


def _joins(char: str) -> bool:
    """Whether words of the character's script stand without spaces between them."""
    return char >= "\u3040" or _FIRST_WIDE <= char <= "\u0eff"


def _normalised(lines: Iterable[str]) -> list[str]:
    """What ``normalise`` makes of each line, with the common case made cheap for many lines at once."""
    return [
        text
        if text[:1].isalnum() and text[-1:].isalnum() and "  " not in text and text.isprintable()
        else normalise(text)
        for text in [(line.lower() if line.isascii() else fold(line)).strip(_EDGES) for line in lines]
    ]
