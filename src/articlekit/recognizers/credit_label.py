"""Labels of picture credits where they stand in a line, glued to a sentence or not: "Photo:", "Bild ©", "Photo by"."""

from __future__ import annotations

import re

from .credit import credit_words, ends_with, is_eastern, is_photographer, knows, names_only
from .names import is_particle

_TAIL = 160
_LONGEST_LABEL, _MOST_LABEL_WORDS, _LONGEST_EASTERN_LABEL = 32, 4, 6
_LONGEST_INNER = 130
_MOST_WORDS, _MOST_SURE_WORDS, _MOST_STOPPED_WORDS, _MOST_PROSE = 18, 12, 8, 4
_COPYRIGHT = ("©", "(c)")
# One of these characters, and what shows that a label may end before it: a mark, or a space and how a name begins.
_MARK = re.compile(
    r"[\s:：=＝.…©(](?:(?<=\s)(?=[^\W\d_a-zß-ÿ]|[@'\"„“‘«©])|(?<=[:：=＝…©])\s?|(?<=\.)\.\.\s?|(?<=\()c\)\s?"
    r"|(?<=\s(?:por|par)\s)(?=l[ae]s?\s))"
)
_WORD_INSIDE = re.compile(r"(?<=[\W\d_])(?=[^\W\d_])|(?<=[^\W\d_A-ZÀ-ÞЀ-Я])(?=[A-ZÀ-ÞЀ-Я])")
_ENDS = (".", "!", "?", "”", '"', "»", "…", ")", "]", "|", "–", "—", "•", ":", "/", "’", "。", "-", "(", "[", ",")
_PARTING = re.compile(r"[/|;,]")
_HEADINGS = frozenset(["photo", "photos", "foto", "fotos", "bild"])  # "Photo Gallery", "Photos Show Flood"
_JOINING = frozenset(["and", "for", "via", "und", "et", "on", "from", "by", "of", "the", "left", "right", "og", "och"])


def label_start(tail: str, high: int, *, whole: bool, sure: bool) -> int | None:
    """Where the first label of the credit that ends a text begins, before a place; None when none credits anybody.

    ``whole`` says that the text begins here, too; ``sure`` asks for what prose never ends in.
    """
    low = max(0, len(tail) - _TAIL)
    before_names = credit_words().opening_tails
    for mark in _MARK.finditer(tail, low):
        place = mark.start()
        if place > high:
            break
        if tail[place].isspace() and tail[low:place].rstrip()[-2:].casefold()[-2:] not in before_names:
            continue  # most spaces: nothing like "by" or "Photo" stands before them
        found = _label_before(tail, low, mark)
        if found is None:
            continue
        start, label = found
        rest, before = tail[mark.end() :].strip(), tail[:start]
        if not _may_be_inner(rest, label, sure=sure):
            continue
        opens = whole and not before.strip("([ ")
        if label in _COPYRIGHT or label.endswith(":"):
            credits_names = _marked(rest, label, before, opens=opens, sure=sure)
        else:
            credits_names = _unmarked(rest, label, before, sure=sure)
        if credits_names:
            return start if start < high else None
    return None


def _label_before(tail: str, low: int, mark: re.Match[str]) -> tuple[int, str] | None:
    """The label that ends at a mark and where it begins, with a colon when it has a mark; a © is one by itself."""
    sign = mark[0].strip()
    words = credit_words()
    low = max(low, mark.start() - _LONGEST_LABEL)
    marked = bool(sign) and sign not in _COPYRIGHT
    phrases, ends = (words.labels, words.label_ends) if marked else (words.opening, words.opening_ends)
    window = tail[low : mark.start()].rstrip()
    found = _phrase_at_end(window, phrases) if ends_with(window.casefold(), ends) else ""
    if sign in _COPYRIGHT:
        return (low + len(window) - len(found) if found else mark.start()), sign
    return (low + len(window) - len(found), f"{found}:" if marked else found) if found else None


def _phrase_at_end(window: str, phrases: frozenset[str]) -> str:
    """The longest phrase of one to four words that ends a text; it may be glued to what stands before it."""
    if is_eastern(window[-1:]):
        sizes = range(min(_LONGEST_EASTERN_LABEL, len(window)), 0, -1)
        return next((window[-size:] for size in sizes if window[-size:] in phrases), "")
    words = window.split(" ")
    for count in range(min(_MOST_LABEL_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        cuts = (place.start() for place in _WORD_INSIDE.finditer(phrase, 0, len(words[-count])))
        for cut in (0, *cuts):
            if phrase[cut:].casefold() in phrases:
                return phrase[cut:]
    return ""


def _may_be_inner(rest: str, label: str, *, sure: bool) -> bool:
    """Whether what follows a label is short enough, and ends as names do; a few of them may have a full stop."""
    words = len(rest.split())
    if not rest or rest[-1] in ":：" or len(rest) > _LONGEST_INNER:
        return False
    if words > (_MOST_SURE_WORDS if sure else _MOST_WORDS):
        return False
    if not rest.endswith((".", "。")) or knows(rest) or label in _COPYRIGHT:
        return True
    return words <= _MOST_STOPPED_WORDS and (not sure or (label[0].isupper() and not _prose_words(rest)))


def _marked(rest: str, label: str, before: str, *, opens: bool, sure: bool) -> bool:
    """Whether a label with a mark credits somebody, and opens no caption: "Image: the harbour at dawn"."""
    prose = _prose_words(rest)
    if label in _COPYRIGHT:
        return prose <= (1 if sure or opens else _MOST_PROSE)
    known = knows(rest)
    if label[:-1].casefold() in credit_words().sources and (sure or opens) and not known:
        return is_photographer(rest) if opens else prose == 0 and before.rstrip().endswith(_ENDS)
    if opens and not known:
        return prose == 0
    return prose <= (1 if sure else _MOST_PROSE)


def _unmarked(rest: str, label: str, before: str, *, sure: bool) -> bool:
    """Whether a label without a mark credits somebody: names follow at once, and no word leads to it."""
    at_end = not before.strip() or before.rstrip().endswith(_ENDS)
    if not label[0].isupper() and not at_end:
        return False
    if " " in label or label.casefold() == "courtesy":
        return _prose_words(rest) <= (1 if sure else _MOST_PROSE)
    glued = bool(before.strip()) and not before[-1].isspace()
    apart = glued or (at_end and bool(before.strip())) or label.casefold() not in _HEADINGS
    return names_only(rest) and (knows(rest) or (apart and is_photographer(rest.rstrip("."))))


def _prose_words(rest: str) -> int:
    """Words without a capital beside others: names have none but their particles."""
    if not any(map(str.islower, _PARTING.sub(" ", rest).split())):
        return 0
    return sum(
        word.islower() and len(word) > 1 and not is_particle(word) and word not in _JOINING
        for part in _PARTING.split(rest)
        if " " in part.strip()
        for word in part.split()
    )
