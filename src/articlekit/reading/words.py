"""What a line says on its own: the vocabulary of all packs in force, and the first rule that takes a line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from .. import packs
from ..packs import Pack, Rule
from .patterns import Patterns

LONGEST = 200
"""Lines of more characters than this are no label, button or credit: only a rule for their start can take them."""

_HEAD = 100  # characters in which the start of a longer line is looked for

_EDGES = (
    " \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~©®«»‘’‚“”„†‡•…‹›–—·●▪■▶►▸→←↓↑⇒✓✔★☆"
    "、。「」『』【】（）：！？｜\xa0\u200b\u200e\u200f\ufeff\ufe0f"
)

_FIRST_WIDE = "\u0e00"  # Thai; the scripts without spaces have no letters before it

_Phrase = tuple[str, int, Rule]


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
    longest_start: int
    """No rule takes a line of more characters by its start."""
    languages_of: dict[str, tuple[str, ...]]

    def rule_for(self, line: str) -> Rule | None:
        """The first rule that takes a line, or None. A whole line goes before its start, its end and a pattern.

        Of a line of more than 200 characters only the start is looked at.
        """
        size = len(line)
        if size > LONGEST:
            return self._by_start(_normalise(line[:_HEAD]), size) if self._may_start(line, size) else None
        text = _normalise(line)
        rule = self.whole.get(text)
        if rule is not None or not text:
            return rule
        return self._by_start(text, len(text)) or self._by_end(text) or self._by_pattern(text)

    def _may_start(self, line: str, size: int) -> bool:
        """A look at the first word of a long line, which nearly all prose fails."""
        if size > self.longest_start:
            return False
        word = packs.fold((line[:_HEAD].split(None, 1) or [""])[0])
        plain = word[:1].isascii() and word[:1].isalnum()
        return word in self.starts or not plain or word.rstrip(_EDGES) in self.starts

    def _by_start(self, text: str, size: int) -> Rule | None:
        phrases = self.starts.get(text.partition(" ")[0])
        if phrases is None and text[:1] >= _FIRST_WIDE:
            phrases = self.starts.get(text[0])
        if phrases is None or not text.startswith(phrases.texts):
            return None
        for phrase, at_most, rule in phrases.entries:
            if text.startswith(phrase) and size <= at_most and _parts(phrase[-1], text[len(phrase) : len(phrase) + 1]):
                return rule
        return None

    def _by_end(self, text: str) -> Rule | None:
        phrases = self.ends.get(text.rpartition(" ")[2])
        if phrases is None and text[-1] >= _FIRST_WIDE:
            phrases = self.ends.get(text[-1])
        if phrases is None or not text.endswith(phrases.texts):
            return None
        for phrase, at_most, rule in phrases.entries:
            if text.endswith(phrase) and len(text) <= at_most and _parts(phrase[0], text[: -len(phrase)][-1:]):
                return rule
        return None

    def _by_pattern(self, text: str) -> Rule | None:
        if len(text) > self.longest_match:
            return None
        rule = self.patterns.rule_for(text)
        return rule if rule is not None and len(text) <= rule.at_most else None


@cache
def standard() -> Vocabulary:
    """The vocabulary of the built-in and the installed packs."""
    return _compile((*packs.builtin(), *packs.installed()))


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
    return _compile((*extra, *packs.builtin(), *packs.installed()))


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
    rules = [rule for pack in packs.merge(all_packs) for rule in pack.rules]
    whole: dict[str, Rule] = {}
    for rule in rules:
        for phrase in rule.whole:
            whole.setdefault(phrase, rule)
    return Vocabulary(
        {rule.name: rule for rule in rules},
        whole,
        _by_key(((phrase, rule.at_most, rule) for rule in rules for phrase in rule.starts), start=True),
        _by_key(((phrase, rule.at_most, rule) for rule in rules for phrase in rule.ends), start=False),
        Patterns([(pattern, rule) for rule in rules for pattern in rule.like]),
        max((rule.at_most for rule in rules if rule.like), default=0),
        max((rule.at_most for rule in rules if rule.starts), default=0),
        _languages(all_packs),
    )


def _languages(all_packs: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """Of which languages each word is a function word."""
    table: dict[str, tuple[str, ...]] = {}
    for pack in all_packs:
        for word in pack.function_words if pack.language else ():
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


def _normalise(line: str) -> str:
    """``packs.normalise``, with the common edges taken first and the common case made cheap."""
    text = (line.lower() if line.isascii() else packs.fold(line)).strip(_EDGES)
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    if text and not (text[0].isalnum() and text[-1].isalnum()):
        return packs.normalise(text)
    return text
