"""What can be seen of each line without knowing a word of it: one list a measure, one entry a non-blank line."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from string import ascii_letters, ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from ..lines import cut

PROSE_WORDS = 10
"""A line of at least so many words that ends as a sentence ends is prose."""

MOST_WORDS = 60
"""What one line can weigh: a long paragraph counts no more than this many words."""

END_NONE, END_STOP, END_ASK, END_QUOTED, END_COLON, END_COMMA, END_CUT, END_CLOSED, END_DIGIT = range(9)
_ENDS = (
    dict.fromkeys(ascii_letters, END_NONE)
    | dict.fromkeys(".。।።։", END_STOP)
    | dict.fromkeys("!?！？؟", END_ASK)
    | dict.fromkeys(":：", END_COLON)
    | dict.fromkeys(",;،，、；|/-–—•·>", END_COMMA)
    | dict.fromkeys("…", END_CUT)
    | dict.fromkeys("0123456789", END_DIGIT)
)
_CLOSERS = "\"'”’»“«)]}）」』】》›"
_CLOSERS_AND_SPACES = _CLOSERS + " \xa0\u202f"  # French quotation marks stand off
_QUOTES = frozenset("\"'”’»“「」『』«")

START_OTHER, START_UPPER, START_LOWER, START_DIGIT, START_QUOTE, START_MARK, START_UNCASED = range(7)
_STARTS = (
    dict.fromkeys(ascii_uppercase, START_UPPER)
    | dict.fromkeys(ascii_lowercase, START_LOWER)
    | dict.fromkeys("0123456789", START_DIGIT)
    | dict.fromkeys("\"'“‘„«»”「『", START_QUOTE)
    | dict.fromkeys("•·*-–—▪●►▶‣◦→>+#|©@[(<", START_MARK)
)
_SPACES = frozenset(" \t\xa0\u3000")
_SHOUTED = 8  # words: shorter lines in capitals are headings
_WIDE_WORD = 12  # scripts written without spaces show as words longer than this


class Measures(NamedTuple):
    """Columns over the non-blank lines of a text."""

    text: str
    where: list[int]
    """Leads from a column's index to the raw line."""
    texts: list[str]
    lengths: list[int]
    words: list[int]
    ends: list[int]
    starts: list[int]
    prose: list[int]
    """Words of a prose line, at most MOST_WORDS; 0 for every other line."""
    gaps: list[int]
    """Blank lines before each line."""
    indents: list[int]
    counts: list[int]
    """How often the same text stands on the page."""

    def raws(self) -> list[str]:
        """Every raw line, blank ones included."""
        return cut(self.text)


def measure(text: str) -> Measures:
    """Cut a text and measure its non-blank lines."""
    raws = cut(text) if "\r" in text else text.split("\n")  # whether the line feeds stay on is all the same here
    stripped = list(map(str.strip, raws))
    where = list(compress(range(len(raws)), stripped))
    texts = list(filter(None, stripped))
    lengths = list(map(len, texts))
    words = _words(texts, lengths)
    ends = _ends(texts, cut_off="..." in text)
    prose = [
        0 if count < PROSE_WORDS or not END_STOP <= end <= END_QUOTED else min(count, MOST_WORDS)
        for count, end in zip(words, ends, strict=True)
    ]
    bare = sum(lengths) + len(raws) - 1 == len(text)  # line feeds are the only white space around the lines
    return Measures(
        text,
        where,
        texts,
        lengths,
        words,
        ends,
        [_STARTS.get(line[0]) or _start(line[0]) for line in texts],
        prose,
        [here - before - 1 for here, before in zip(where, [-1, *where], strict=False)],
        [0] * len(texts) if bare else _indents(list(compress(raws, stripped))),
        _counts(texts),
    )


def is_shouted(measures: Measures, number: int) -> bool:
    """Whether a line shouts as links inside a text do: many words, all in capitals, and no sentence."""
    text = measures.texts[number]
    if not text.isupper() or measures.words[number] < _SHOUTED or measures.prose[number]:
        return False
    return 2 * sum(map(str.isupper, text)) > len(text)  # most scripts have no capitals


def _counts(texts: list[str]) -> list[int]:
    if len(set(texts)) == len(texts):  # on most pages that an extractor left, no line stands twice
        return [1] * len(texts)
    return list(map(Counter(texts).__getitem__, texts))


def _indents(raws: list[str]) -> list[int]:
    if _SPACES.isdisjoint([raw[0] for raw in raws]):
        return [0] * len(raws)
    return [len(raw) - len(raw.lstrip()) if raw[0] in _SPACES else 0 for raw in raws]


def _words(texts: list[str], lengths: list[int]) -> list[int]:
    return [
        count if length <= _WIDE_WORD * (count := line.count(" ") + 1) else _wide_words(line, length, count)
        for line, length in zip(texts, lengths, strict=True)
    ]


def _wide_words(line: str, length: int, count: int) -> int:
    """Words of a line whose words are too long to be words: two characters each where the script has no spaces."""
    return count if line.isascii() or not _is_wide(line) else length // 2


def _is_wide(line: str) -> bool:
    """Whether most of a sample of the line is written in a script without spaces (Thai, Lao, Khmer, kana, Han)."""
    sample = line[:60]
    return 2 * sum(
        "\u0e00" <= char <= "\u0eff" or "\u1780" <= char <= "\u17ff" or char >= "\u3040" for char in sample
    ) > len(sample)


def _ends(texts: list[str], *, cut_off: bool) -> list[int]:
    known = map(_ENDS.get, [line[-1] for line in texts])
    return [
        _end(line) if end is None or (cut_off and end == END_STOP) else end
        for line, end in zip(texts, known, strict=True)
    ]


def _end(line: str) -> int:
    last = line[-1]
    end = _ENDS.get(last)
    if end is not None:
        return END_CUT if end == END_STOP and line.endswith("...") else end
    if last not in _CLOSERS:
        return END_NONE
    inner = line.rstrip(_CLOSERS_AND_SPACES)[-1:]
    if END_STOP <= _ENDS.get(inner, END_NONE) <= END_ASK or (inner == "," and last in _QUOTES):
        return END_QUOTED
    return END_CLOSED


def _start(char: str) -> int:
    if char.isupper():
        return START_UPPER
    if char.islower():
        return START_LOWER
    if char.isdigit():
        return START_DIGIT
    return START_UNCASED if char.isalpha() else START_OTHER
