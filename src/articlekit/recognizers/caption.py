"""Captions: the words under a picture, and the credit before, behind or inside them.

    caption := [credit] text [credit]
    credit  := "(" inner ")" | "[" inner "]" | label inner | "©" inner | names
    inner   := [label] name (separator name)*
    separator := "/" | "|" | "," | ";" | " via " | " for " | " - "

Only the head and the tail of a line are looked at. A bracket or a bare tail is a credit when it has a label or names a
known organisation; "© 2023 ..." is the site's.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_TAIL = 160
_LONGEST_CREDIT = 130
_LONGEST_BARE = 70
_LONGEST_LINE = 450
_CLOSERS = {")": "(", "]": "[", "）": "（", "］": "［"}
_SPLIT = re.compile(r"\s*(?:/|\||;|,|&|\s+via\s+|\s+for\s+|\s+-\s+|\s+and\s+|\s+und\s+|\s+y\s+|\s+et\s+)\s*")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*$|(?:van|von|de|der|den|del|di|da|dos|al|el|bin|la|le|du|ter|ten)$")
_SITE = re.compile(r"©\s*(?:copyright\s*)?(?:19|20)\d\d|copyright\b", re.IGNORECASE)
_LONGEST_LABEL = 28
_MOST_CREDIT_WORDS, _MOST_STOPPED_WORDS = 12, 8
_MARK = re.compile(r"\s?(?:[:=]|\.{3}|…)\s?|©\s?|(?<=\s)(?:by|of|via|von|di|por|©)\s")
_GLUED_LABEL = re.compile(r"[A-ZÀ-ÞЀ-Я][^\W\d_A-ZÀ-ÞЀ-Я]*(?: [a-z]+)?$")
_PROSE_ENDS = '.!?”"»。'
_OPENING = re.compile(r" (?:by|via|von|di|por) |ourtesy|撮影|提供")
_AFTER_GLUE = re.compile(r"[\s.,;:!?”\"»(\[/|]|(?<=[a-zà-ÿ])(?=[A-Z])")
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


class CaptionParts(NamedTuple):
    """A caption line in its parts; ``credit`` stands without label and brackets."""

    text: str
    credit: str | None
    photographers: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


class _Words(NamedTuple):
    labels: frozenset[str]
    """What stands before a credit with a colon."""
    opening: frozenset[str]
    """What stands before a credit without one."""
    leading: re.Pattern[str]
    """One label or copyright sign at the very beginning."""
    no_names: frozenset[str]
    buttons: tuple[str, ...]
    kinds: frozenset[str]
    organisations: frozenset[str]
    last_words: frozenset[str]


def split_caption(line: str) -> CaptionParts:
    """The text and the credit of a line that is known to be a caption."""
    text = line.strip()
    place = _credit_place(_without_button(text))
    if place is None:
        return CaptionParts(text, None)
    start, end = place
    credit = _clean(text[start:end])
    if not credit:
        return CaptionParts(text, None)
    people, organisations = _names(credit)
    return CaptionParts(text[:start].rstrip(" —–•|\t\xa0"), credit, people, organisations)


def has_credit(line: str) -> bool:
    """Whether a line of unknown nature ends in, begins with, or is a picture credit."""
    text = line.strip()
    if len(text) > _LONGEST_LINE:
        return False
    if not _may_hold_credit(text):
        return False
    text = _without_button(text)
    place = _credit_place(text, sure=True)
    return place is not None and bool(_clean(text[place[0] : place[1]]))


def _may_hold_credit(text: str) -> bool:
    """A look at the tail that nearly all prose fails: no closing bracket, no label, no name of an organisation."""
    tail = text[-_TAIL:]
    last = tail[-1:]
    if last in _CLOSERS or "©" in tail or (last == "." and tail[-2:-1] in _CLOSERS):
        return True
    if last not in _PROSE_ENDS and ("/" in tail or "|" in tail or "@" in tail or _OPENING.search(tail)):
        return True
    return _last_word(tail) in _words().last_words or (":" in tail and _has_label(tail))


def _has_label(tail: str) -> bool:
    return any(_label_start(tail, mark) is not None for mark in _MARK.finditer(tail))


def _last_word(tail: str) -> str:
    word = tail[-40:].rstrip(" .").rpartition(" ")[2]
    if word.isalpha() and (word.istitle() or word.islower() or word.isupper()):
        return word.casefold()
    return _AFTER_GLUE.split(word)[-1].casefold()


def is_credit(line: str) -> bool:
    """Whether a line is a picture credit and nothing else."""
    parts = split_caption(line)
    return parts.credit is not None and not parts.text


def _without_button(text: str) -> str:
    folded = text[-20:].casefold()
    button = next((word for word in _words().buttons if folded.endswith(word)), None)
    if button is None:
        return text
    rest = text[: -len(button)].rstrip()
    return rest if _credit_place(rest) is not None else text


def _credit_place(text: str, *, sure: bool = False) -> tuple[int, int] | None:
    """Where the credit stands; ``sure`` asks for what prose never ends in."""
    if not text or _SITE.match(text):
        return None
    return _bracketed(text) or _labelled(text, sure=sure) or _bare(text, sure=sure)


def _bracketed(text: str) -> tuple[int, int] | None:
    """A bracket at the end that holds a label or a known organisation."""
    end = len(text.rstrip(" ."))
    opener = _CLOSERS.get(text[end - 1 : end])
    if opener is None:
        return None
    start = text.rfind(opener, max(0, end - _LONGEST_CREDIT), end)
    if start < 0:
        return None
    inner = text[start + 1 : end - 1].strip()
    if not inner or inner.casefold().strip(". ") in _words().kinds:
        return None
    if (
        _words().leading.match(inner)
        or _knows(inner)
        or _is_pair(inner)
        or inner.endswith(("撮影", "提供", "기자", "제공"))
    ):
        return _with_name_before(text, start), len(text)
    return None


def _is_pair(inner: str) -> bool:
    """A full name, a slash and an organisation nobody has listed: "Jane Doe/Harbour Press"."""
    name, slash, organisation = inner.partition("/")
    return bool(slash) and len(name.split()) > 1 and _is_name(name) and _is_name(organisation.strip())


def _with_name_before(text: str, start: int) -> int:
    """A photographer can stand before the bracket, glued to the sentence: "...2024.Alketa Misja (dpa)"."""
    before = text[:start].rstrip()
    place = before.rfind(".")
    name = before[place + 1 :]
    if place < 0 or not name or name[0] == " " or not _is_name(name):
        return start
    return place + 1


def _labelled(text: str, *, sure: bool) -> tuple[int, int] | None:
    """A label and what follows it, at the end; the first label of several in the tail."""
    for mark in _MARK.finditer(text, max(0, len(text) - _TAIL)):
        start = _label_start(text, mark)
        if start is None:
            continue
        rest = text[mark.end() :].strip()
        inner = rest and not _SITE.match(text, start) and _may_be_inner(rest, sure=sure)
        if inner and not _opens_a_caption(text[:start], rest):
            return start, len(text)
    return None


def _may_be_inner(rest: str, *, sure: bool) -> bool:
    """Whether what follows a label is short enough, and no sentence."""
    words = len(rest.split())
    if len(rest) > _LONGEST_CREDIT or (sure and words > _MOST_CREDIT_WORDS):
        return False
    stops = rest.endswith((".", "。"))
    return not stops or (not sure and words <= _MOST_STOPPED_WORDS) or _knows(rest.rstrip("."))


def _label_start(text: str, mark: re.Match[str]) -> int | None:
    """Where the label that ends at a mark begins; None when what stands before the mark is no label."""
    sign = mark[0].strip()
    if sign.isalpha():
        return _phrase_start(text, mark.end(), _words().opening)
    before = _phrase_start(text, mark.start(), _words().labels)
    if before is None and sign == "©":
        return mark.start()
    return before


def _phrase_start(text: str, end: int, phrases: frozenset[str]) -> int | None:
    """Where a phrase of one to four words that ends here begins: at a word, or glued to a sentence with its capital."""
    low = max(0, end - _LONGEST_LABEL)
    window = text[low:end].rstrip()
    words = window.split()
    for count in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        if phrase.casefold().lstrip("([•|") in phrases:
            return low + window.rfind(words[-count]) + len(phrase) - len(phrase.lstrip("([•|"))
    glued = _GLUED_LABEL.search(window)
    return low + glued.start() if glued is not None and glued[0].casefold() in phrases else None


def _opens_a_caption(before: str, rest: str) -> bool:
    """Whether a label opens a caption and credits nobody: "Image: the harbour at dawn", "Image caption ..."."""
    if before.strip() or _words().leading.match(rest):
        return False
    names = _SPLIT.split(rest)
    return not _knows(rest) and not all(_is_name(name) or len(name.split()) == 1 for name in names if name)


def _bare(text: str, *, sure: bool) -> tuple[int, int] | None:
    """Names without label or bracket: the whole line, or the tail after a sentence; an organisation is among them."""
    if len(text) <= _LONGEST_BARE and _knows(text) and _all_names(text):
        return 0, len(text)
    tail_start = max(0, len(text) - _LONGEST_BARE)
    tail = text[tail_start:]
    for match in re.finditer(r"[.!?…”\"»](?:\s+|(?=[^\W\d_a-z@]))|\s(?=@\w)|(?<=[a-zà-ÿ])(?=[A-Z])|\s/\s", tail):
        rest = tail[match.end() :]
        if rest and _knows(rest) and _all_names(rest) and (not sure or _certain(rest)):
            return tail_start + match.end(), len(text)
    return None


def _certain(credit: str) -> bool:
    """Whether a bare tail is sure to be a credit: "NAME / AFP", not a sentence that happens to be "Reuters"."""
    return "/" in credit or "|" in credit or " via " in credit or credit.casefold() in _words().organisations


def _knows(credit: str) -> bool:
    """Whether one of the credit's names is a known organisation."""
    organisations = _words().organisations
    folded = credit.casefold().strip(" .")
    return folded in organisations or any(part.strip(" .") in organisations for part in _SPLIT.split(folded))


def _all_names(credit: str) -> bool:
    parts = [part for part in _SPLIT.split(credit) if part]
    organisations = _words().organisations
    return all(part.casefold().strip(" .") in organisations or _is_name(part) or part.startswith("@") for part in parts)


def _is_name(text: str) -> bool:
    words = text.strip(" .").split()
    return 0 < len(words) <= 5 and all(_NAME_WORD.match(word) for word in words) and not words[0].islower()  # noqa: PLR2004 - longer names are none


def _clean(credit: str) -> str:
    """A credit without brackets, labels and copyright signs."""
    text = credit.strip()
    if text and _CLOSERS.get(text.rstrip(".")[-1:]) == text[:1]:
        text = text.rstrip(".")[1:-1].strip()
    while match := _words().leading.match(text):
        text = text[match.end() :].strip()
    for ending in ("撮影", "提供"):
        text = text.removesuffix(ending) if _EAST.search(text) else text
    return text.strip(" ;:—–")


def _names(credit: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Photographers and organisations of a credit, in their order, each once."""
    people: dict[str, None] = {}
    organisations: dict[str, None] = {}
    for part in filter(None, (part.strip(" .") for part in _SPLIT.split(credit.replace("(", "/").replace(")", "")))):
        folded = part.casefold()
        if folded in _words().no_names:
            continue
        if folded in _words().organisations or (part.isupper() and len(part.split()) == 1) or not _is_person(part):
            organisations.setdefault(part)
        else:
            people.setdefault(part)
    return tuple(people), tuple(organisations)


def _is_person(text: str) -> bool:
    words = text.split()
    return (2 <= len(words) <= 5 and _is_name(text)) or (_EAST.search(text) is not None and len(text) <= 5)  # noqa: PLR2004 - first and last name


@cache
def _words() -> _Words:
    table = tomllib.loads((files("articlekit.recognizers") / "data" / "credits.toml").read_text("utf-8"))
    labels = _any_of(table["labels"])
    opening = _any_of(table["open"])
    return _Words(
        frozenset(table["labels"]),
        frozenset(table["open"]),
        re.compile(rf"(?i:©\s?|(?:{opening})\s(?:©\s?)?|(?:{labels})\s?(?:[:=]|\.\.\.|…)\s?|via\s)"),
        frozenset(table["no_names"]),
        tuple(sorted(table["buttons"], key=len, reverse=True)),
        frozenset(table["kinds"]),
        frozenset(table["organisations"]),
        frozenset(name.replace("/", " ").split()[-1] for name in table["organisations"]),
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
