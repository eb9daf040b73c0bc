"""Picture credits read: labels off, and the people and organisations that are left.

The grammar::

    credit    := [label] name (separator name)*
    separator := "/" | "|" | "," | ";" | "=" | " via " | " for " | " and " | " - "
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .names import MOST_WORDS, is_known_organisation, is_name, is_organisation, may_hold_organisation

CLOSERS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_LONGEST_EASTERN_NAME, _LONGEST_EASTERN_WORD = 5, 8
_REPORTER = "기자"
_LICENCE = re.compile(r"\s?\(?\bCC(?:0|[ -]BY(?:[ -](?:SA|ND|NC)){0,3})(?:[ -]?\d(?:\.\d)?)?\)?(?!\w)", re.IGNORECASE)
_LABEL_END = re.compile(r"\s?(?:[:：=＝]|\.{3}|…)\s?")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|℗)\s?", re.IGNORECASE)
_COPYRIGHT_OPENS = ("©", "(", "℗")
_SITE = r"©\s?copyright|copyright\s?©|©\D{0,4}(?:19|20)\d\d|(?:19|20)\d\d$"
_CENTURIES = ("19", "20")
_YEAR = re.compile(r"(?:19|20)\d\d\s")
_BEFORE_NAMES = re.compile(r"[ \xa0]|(?=©)")
_LONGEST_LABEL, _MOST_LABEL_WORDS = 40, 5
_HEAD_WORD = re.compile(r"[^\s:：=＝….©(]++")
_NONE = ("\0",)
_ALONE_ENOUGH = frozenset(["courtesy", "via", "copyright"])
_STOP_INSIDE = re.compile(r"(?<=[^\W\d_][^\W\d_][^\W\d_])\.\s+(?=[^\W\d_])")
_SEPARATES = re.compile(r"[/|;,=()\[\]:]")  # in ASCII
_EDGES = " \t\xa0;:—–•·|.,\"'“”„‘’"
_HEAD_DASH = re.compile(r"[—–-]++(?!/)\s*")
_LONGEST_BUTTON = 44
_FEW_LOWER_WORDS = 1


Endings = Mapping[str, tuple[str, ...]]
"""Words by their last character, so that a text meets only the few that may end it."""


class CreditWords(NamedTuple):
    """What the credits' data says, ready for look-ups; the file says what each list is."""

    labels: frozenset[str]
    """What stands before names with a mark such as a colon."""
    sources: frozenset[str]
    """Labels that also name the source of a statement."""
    opening: frozenset[str]
    """What stands before names without a mark."""
    label_heads: frozenset[str]
    """The first words of all of them: a cheap test before any other."""
    label_ends: Endings
    """The last words of labels: another one."""
    opening_ends: Endings
    opening_tails: frozenset[str]
    """The last two characters of what needs no mark: a cheaper test yet."""
    behind: tuple[str, ...]
    separator: re.Pattern[str]
    between: frozenset[str]
    """The separators that are words or stand apart as words do."""
    before_organisation: re.Pattern[str]
    before_agency: frozenset[str]
    stems: tuple[str, ...]
    no_names: frozenset[str]
    buttons: tuple[str, ...]
    kinds: frozenset[str]
    nobody: frozenset[str]
    site: re.Pattern[str]
    firms: frozenset[str]


def is_eastern(text: str) -> bool:
    """Whether a text has a letter of Chinese, Japanese or Korean."""
    return not text.isascii() and _EAST.search(text) is not None


def clean(credit: str) -> str:
    """A credit without the brackets around it, its labels and its copyright sign.

    >>> clean("(Photo: © Jane Doe/Harbour Press)")
    'Jane Doe/Harbour Press'
    """
    text = _unbracketed(credit.strip())
    end = label_end(text)
    while end:
        text = _unbracketed(text[end:].strip())
        end = label_end(text, marked=True)
    if is_eastern(text):
        ending = next((word for word in credit_words().behind if word != _REPORTER and text.endswith(word)), "")
        text = text.removesuffix(ending).rstrip() or text
    if dash := _HEAD_DASH.match(text):
        text = text[dash.end() :]
    return text.lstrip(" \t\xa0;:•").rstrip(" \t\xa0;:—–•")


def label_end(text: str, *, marked: bool = False) -> int:
    """Where the label that begins a text ends, its mark and space included; 0 when it begins with none.

    A label of one word needs no mark ("Foto Jane Doe"), but it must have one when ``marked``, for the word can be part
    of a name.

    >>> label_end("Photo: Jane Doe"), label_end("Courtesy of Jane Doe"), label_end("© Jane Doe"), label_end("Jane Doe")
    (7, 12, 2, 0)
    """
    if text[:1] in _COPYRIGHT_OPENS and (sign := _COPYRIGHT.match(text)):
        return sign.end()
    if _head(text) not in credit_words().label_heads:
        return 0
    mark = _LABEL_END.search(text, 0, _LONGEST_LABEL)
    if mark is not None and text[: mark.start()].casefold() in credit_words().labels:
        return mark.end()
    spaces = list(_BEFORE_NAMES.finditer(text, 0, _LONGEST_LABEL))[:_MOST_LABEL_WORDS]
    for place in range(len(spaces) - 1, -1, -1):
        phrase = text[: spaces[place].start()].casefold()
        if phrase in _ALONE_ENOUGH or (phrase in credit_words().opening and (place or not marked)):
            return spaces[place].end()
    return 0


def _head(text: str) -> str:
    """The first word of a text or a label, as labels are compared."""
    word = _HEAD_WORD.match(text)
    return word[0].casefold() if word is not None else ""


def ends_with(folded: str, endings: Endings) -> bool:
    """Whether a casefolded text ends in one of the words."""
    return folded.endswith(endings.get(folded[-1:], _NONE))


def read_names(credit: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The photographers and the organisations of a clean credit, in their order, each once.

    >>> read_names("Jane Doe/Harbour Press via Getty Images")
    (('Jane Doe',), ('Harbour Press', 'Getty Images'))
    """
    people: dict[str, str] = {}
    organisations: dict[str, str] = {}
    parts = list(_parts(credit))
    known = any(is_known_organisation(part) for part in parts)
    for part in parts:
        key = "".join(filter(str.isalnum, part.casefold()))
        if not key or part.casefold() in credit_words().no_names or key in people or key in organisations:
            continue
        kind = people if is_photographer(part) or (known and _is_account(part)) else organisations
        kind[key] = part
    return tuple(people.values()), tuple(organisations.values())


def names_only(credit: str) -> bool:
    """Whether every part of a credit is a name: a person's, an organisation's, an account's."""
    return _are_names(_parts(credit))


def knows(credit: str) -> bool:
    """Whether one of the credit's names is a known organisation."""
    return _may_know(credit) and _knows_one(credit, _parts(credit))


def knows_names(credit: str) -> bool:
    """Whether every part of a credit is a name, and one of them is a known organisation."""
    if not _may_know(credit):
        return False
    parts = list(_parts(credit))  # taken apart once for both questions
    return _knows_one(credit, parts) and _are_names(parts)


def _are_names(parts: Iterable[str]) -> bool:
    part = None
    for part in parts:
        if not _may_be_name(part):
            return False
    return part is not None


def _knows_one(credit: str, parts: Iterable[str]) -> bool:
    return is_known_organisation(credit) or any(map(is_known_organisation, parts))


def _may_know(credit: str) -> bool:
    """Whether one of the names may be a known organisation: a cheap test before any other."""
    return may_hold_organisation(credit) or is_eastern(credit)


def is_photographer(text: str) -> bool:
    """Whether a part of a credit is a person's name or a handle."""
    if text.startswith("@"):
        return len(text) > 1 and " " not in text
    if is_eastern(text):
        return len(text) <= _LONGEST_EASTERN_NAME and not is_organisation(text)
    return is_name(text) and not is_organisation(text)


def without_button(text: str) -> str:
    """A text without the button that stands at its end: "Vis mer", "more >"."""
    folded = text[-_LONGEST_BUTTON:].casefold()
    if not folded.endswith(credit_words().buttons):
        return text
    button = next(word for word in credit_words().buttons if folded.endswith(word))
    before = text[: -len(button)]
    return before.rstrip() if before and not before[-1].islower() else text


def _may_be_name(part: str) -> bool:
    if part.casefold() in credit_words().no_names or is_known_organisation(part):
        return True
    words = part.split()
    if len(words) == 1:
        longest = _LONGEST_EASTERN_WORD if is_eastern(part) else len(part)
        return (1 < len(part) <= longest and any(map(str.isalpha, part))) or is_photographer(part)
    few = len(words) <= MOST_WORDS + 2 and sum(map(str.islower, words)) <= _FEW_LOWER_WORDS
    return (few and is_organisation(part)) or is_photographer(part)


def _unbracketed(text: str) -> str:
    closed = text.rstrip(".")
    if CLOSERS.get(closed[-1:], "\0") == text[:1]:
        return closed[1:-1].strip()
    return text


def _parts(credit: str) -> Iterator[str]:
    """What stands between a credit's separators, without labels, licences and what says who was asked."""
    words = credit_words()
    if "CC" in credit.upper():
        credit = _LICENCE.sub(" ", credit)
    for sentence in _STOP_INSIDE.split(credit) if "." in credit else (credit,):
        for piece in _pieces(sentence, words):
            part = _without_ending(_unlabelled(piece))
            joined = words.before_organisation.search(part)
            if joined and is_known_organisation(part[joined.end() :]):
                yield part[: joined.start()].strip(_EDGES)
                yield part[joined.end() :]
            elif part:
                yield part


def _pieces(sentence: str, words: CreditWords) -> Iterable[str]:
    """What stands between separators; most names have none, which a look at their words tells."""
    if sentence.isascii() and words.between.isdisjoint(sentence.lower().split()) and not _SEPARATES.search(sentence):
        return (sentence,)
    return words.separator.split(sentence)


def _unlabelled(piece: str) -> str:
    text = piece.strip(_EDGES)
    while 0 < (end := label_end(text, marked=True)) < len(text):
        text = text[end:].strip(_EDGES)
    year = _YEAR.match(text) if text.startswith(_CENTURIES) else None
    return text[year.end() :] if year else text


def _without_ending(part: str) -> str:
    """A name without what says that it took the picture: "AP Photo" is the AP's, "PTI file photo" is PTI's."""
    folded = part.casefold()
    if not folded.endswith(credit_words().behind):
        return part
    eastern = is_eastern(part)
    for ending in credit_words().behind:
        name = part[: len(part) - len(ending)]
        if not name or not folded.endswith(ending):
            continue
        if eastern or (name[-1] == " " and is_known_organisation(name)):
            return name.rstrip()
    return part


def _is_account(text: str) -> bool:
    """A name that a picture library gives its photographers: "ferry_fan", "harbour11"."""
    if is_known_organisation(text) or " " in text or "." in text or text.isupper():
        return False
    return text.islower() or not text.isalpha()


@cache
def credit_words() -> CreditWords:
    """The words of credits."""
    table = tomllib.loads((files("articlekit.recognizers") / "data" / "credits.toml").read_text("utf-8"))
    between = any_of(table["between"])
    labels = frozenset(table["labels"] + table["sources"])
    return CreditWords(
        labels=labels,
        sources=frozenset(table["sources"]),
        opening=frozenset(table["open"]),
        label_heads=frozenset(map(_head, labels.union(table["open"], _ALONE_ENOUGH))),
        label_ends=_last_words(labels),
        opening_ends=_last_words(table["open"]),
        opening_tails=frozenset(phrase[-2:] for phrase in table["open"]),
        behind=tuple(sorted(table["behind"], key=len, reverse=True)),
        separator=re.compile(
            rf"\s?[/|;,=＝()（）\[\]•·、:：]\s?(?:(?:{between})\s)?|\s&\s|\s[-–—]\s|\s(?:{between})\s|^(?:{between})\s",
            re.IGNORECASE,
        ),
        between=frozenset([*table["between"], "&", "-"]),
        before_organisation=re.compile(rf"\s(?:{any_of(table['before_organisation'])})\s", re.IGNORECASE),
        before_agency=frozenset(table["before_agency"]),
        stems=tuple(table["stems"]),
        no_names=frozenset(table["no_names"]),
        buttons=tuple(sorted(table["buttons"], key=len, reverse=True)),
        kinds=frozenset(table["kinds"]),
        nobody=frozenset(table["nobody"]),
        site=re.compile(rf"{_SITE}|{any_of(table['site'])}", re.IGNORECASE),
        firms=frozenset(table["firms"]),
    )


def _last_words(phrases: Iterable[str]) -> Endings:
    words = sorted({phrase.rpartition(" ")[2] for phrase in phrases})
    return {last: tuple(word for word in words if word[-1] == last) for last in {word[-1] for word in words}}


def any_of(words: list[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
