"""Captions: the words under a picture, and the credit before or behind them.

    caption := [credit] text [credit]
    credit  := "(" inner ")" | "[" inner "]" | label inner | "©" inner | inner

Only the head and the tail of a line are looked at. A bracket or a bare tail is a credit when it has a label or names a
known organisation; "© 2023 ..." is the site's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .credit import (
    CLOSERS,
    clean,
    credit_words,
    is_eastern,
    is_photographer,
    knows,
    knows_names,
    label_end,
    names_only,
    read_names,
    without_button,
)
from .credit_label import label_start
from .names import (
    ends_organisation,
    is_agency,
    is_agency_or_library,
    is_known_organisation,
    is_library,
    is_name,
    is_organisation,
    may_hold_organisation,
)

_WINDOW = 400
_TAIL = 160
_HEAD, _NEAR = 120, 60
_LONGEST_BRACKET, _LONGEST_BARE = 140, 90
_LONGEST_LINE = 700
_LONGEST_OF_AGENCY = 240
_MOST_BARE_WORDS, _MOST_KNOWN_WORDS, _LEAST_CAPTION_WORDS = 10, 5, 3
_LONGEST_EASTERN = 20
_MOST_CREDITS = 8
_SIGN_WORD = len("Copyright ")
_JOINTS = " —–-•|,=＝\t\xa0"
_PROSE_ENDS = '.!?”"»。'
SENTENCE_ENDS = (".", "!", "?", "”", '"', "»", "…", "’", "。")
"""What stands at the end of a caption's sentence, before the credit."""

_SIGN = re.compile(r"[/|@=＝:]")
_COMPOSED = re.compile(r"[/|=＝]| via | for | - ")
_BETWEEN = re.compile(r"\s?[/|=＝,]\s?| via | for | - ")
_ANY_BETWEEN = re.compile(r"/|\||=|＝|,| via | for | - ")  # the same, found faster where it stands nowhere
_AFTER_NAME = re.compile(r"[ /|,]")
_AFTER_GLUE = re.compile(r"[\s.,;:!?”\"»(\[/|]|(?<=[a-zà-ÿ])(?=[A-Z])")
_BOUNDARY = re.compile(
    r"(?![a-zß-ÿ])"  # where most places need no look
    r"(?:[.!?…”\"»。)\]](?:\s+|(?=[^\W\d_a-z@/]))|\s[/|•·—–-]\s|\s\s|\s(?=@\w)|[=＝]|(?<=[a-zà-ÿ\d])(?=[A-ZÀ-Þ]))"
)
_GLUED_WORD = re.compile(r"(?<=[a-zà-ÿ\d])(?=([A-ZÀ-Þ]\w*))")
_NAME_AND_SLASH = re.compile(r"(?<=\s)[^\W\d_a-z][\w.'’-]*+\s(?:[^\W\d_]\.\s)?[^\W\d_a-z][\w'’-]*+\s?/")
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])|\s[—–-]\s|:\s")
_AGENCY_RIGHTS = re.compile(r"/\s?Copyright (?:19|20)\d\d The AP\. All rights reserved\.?$")
_AGENCY_RIGHTS_NAME = re.compile(r"Copyright\s(?=\D)|[^\s.]++\s(?:[^\W\d_]\.\s)?[^\s/]++(?:\sI{1,3})?(?=/\s?Copyright)")


class CaptionParts(NamedTuple):
    """A caption line in its parts; ``credit`` stands without label and brackets."""

    text: str
    credit: str | None
    photographers: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def split_caption(line: str) -> CaptionParts:
    """The text and the credit of a line that is known to be a caption.

    Where a line is credited twice ("(Jane Doe/AP) Photo: AP") the credit that names more is given. A line that is
    credited more than eight times is no caption: it keeps its text.
    """
    text = line.strip()
    low, high = 0, len(text)
    named: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    while low < high and len(named) <= _MOST_CREDITS:
        found = _last_credit(text, low, high) or _first_credit(text, low, high)
        if found is None:
            break
        low, high, credit = found
        named.append((credit, *read_names(credit)))
    if not 0 < len(named) <= _MOST_CREDITS:
        return CaptionParts(text, None)
    return CaptionParts(text[low:high], *max(named, key=lambda parts: len(parts[1]) + len(parts[2])))


def credit_start(line: str) -> int | None:
    """Where the picture credit that ends a line of unknown nature begins: 0 when the line is nothing else.

    None when the line ends in no credit. What only captions end in, and prose too, is none here.

    >>> credit_start("(Jane Doe/AP)"), credit_start("The ferry at dawn. (Jane Doe/AP)"), credit_start("The AP said so.")
    (0, 18, None)
    """
    text = line.strip()
    if not may_end_in_credit(text):
        return None
    found = _last_credit(text, 0, len(text), sure=True)
    return None if found is None else found[1]


def may_end_in_credit(text: str) -> bool:
    """A look at the tail that nearly all prose fails: no closing bracket, no label, no name of an organisation."""
    if len(text) > _LONGEST_LINE:
        return False
    tail = text[-_TAIL:]
    last = tail[-1:]
    if last in CLOSERS or "©" in tail or (last == "." and tail[-2:-1] in CLOSERS):
        return True
    if last in _PROSE_ENDS:
        return ends_organisation(_last_word(tail)) or "/Copyright" in tail or _has_stem(tail[-_NEAR:])
    return _SIGN.search(tail) is not None or _ends_as_credits_do(tail) or _has_stem(tail)


def _has_stem(tail: str) -> bool:
    folded = tail.casefold()
    for stem in credit_words().stems:  # noqa: SIM110 - any() costs twice as much here
        if stem in folded:
            return True
    return False


def _last_word(tail: str) -> str:
    word = tail[-40:].rstrip(" .").rpartition(" ")[2]
    if ends_organisation(word.casefold()) or (word.isalpha() and (word.istitle() or word.islower() or word.isupper())):
        return word.casefold()
    return _AFTER_GLUE.split(word)[-1].casefold()


def _last_credit(text: str, low: int, high: int, *, sure: bool = False) -> tuple[int, int, str] | None:
    """What is left of a text when the credit at its end is taken off, and that credit.

    ``sure`` asks for what prose never ends in.
    """
    begin = max(low, high - _WINDOW)
    tail = text[begin:high]
    shut = without_button(tail)
    for seen in (tail,) if shut == tail else (shut, tail):
        start = _credit_start(seen, whole=begin == low, sure=sure)
        credit = "" if start is None else clean(seen[start:])
        if credit:
            return low, begin + len(seen[:start].rstrip(_JOINTS)), credit
    return None


def _credit_start(tail: str, *, whole: bool, sure: bool) -> int | None:
    """Where the credit at the end of a text begins; ``whole`` says that the text begins here, too."""
    if "The AP. All" in tail and _AGENCY_RIGHTS.search(tail, max(0, len(tail) - _TAIL)):
        return next((name.start() for name in _AGENCY_RIGHTS_NAME.finditer(tail, max(0, len(tail) - _TAIL))), None)
    if not tail or _is_of_site(tail, whole=whole):
        return None
    bracket = _bracketed(tail, sure=sure, short=whole and len(tail) <= _LONGEST_OF_AGENCY)
    label = label_start(tail, len(tail) if bracket is None else bracket, whole=whole, sure=sure)
    if label is not None:
        return label
    return bracket if bracket is not None else _bare(tail, whole=whole, sure=sure)


def _is_of_site(tail: str, *, whole: bool) -> bool:
    """Whether a line says whose site it is: a year behind the sign, rights, or a firm's name and nothing else."""
    sign = tail.rfind("©", max(0, len(tail) - _TAIL))
    said = tail[max(sign - _SIGN_WORD, len(tail) - _TAIL, 0) :]
    if sign < 0 and "copyright" not in said.casefold():
        return False
    firm = whole and said.split()[-1].casefold() in credit_words().firms
    return firm or credit_words().site.search(said) is not None


def _bracketed(tail: str, *, sure: bool, short: bool) -> int | None:
    """A bracket at the end that holds a label, a known organisation, or a name and what looks like one."""
    start = _bracket_start(tail)
    if start is None:
        return None
    inner = tail[start + 1 : len(tail.rstrip(" .")) - 1].strip()
    before = tail[:start].rstrip()
    folded = inner.casefold().strip(". ")
    if not inner or folded in credit_words().kinds:
        return None
    if _is_labelled(inner) or _is_pair(inner) or (is_eastern(inner) and inner.endswith(credit_words().behind)):
        return _with_name_before(tail, start)
    if knows_names(inner):
        return _with_name_before(tail, start) if _is_sure(inner, before, sure=sure, short=short) else None
    if sure or (before and not before.endswith(SENTENCE_ENDS)):
        return None
    named = (is_name(inner) or is_organisation(inner)) and names_only(inner)
    return start if named or folded in credit_words().nobody else None


def _bracket_start(tail: str) -> int | None:
    """Where the bracket that closes a text opens; brackets may stand inside it."""
    end = len(tail.rstrip(" .")) - 1
    opener = CLOSERS.get(tail[end : end + 1])
    if opener is None:
        return None
    depth = 0
    for place in range(end, max(-1, end - _LONGEST_BRACKET), -1):
        depth += (tail[place] == tail[end]) - (tail[place] == opener)
        if depth == 0:
            return place
    return None


def _is_labelled(inner: str) -> bool:
    """Whether a bracket begins with a label; one that needs no mark, only when names follow it."""
    end = label_end(inner)
    if not 0 < end < len(inner):
        return False
    rest, said = inner[end:], inner[:end].strip().casefold()
    if said[-1] in "©:：=＝…)" or said.endswith("...") or " " in said or said == "courtesy":
        return True
    return knows(rest) or (said != "via" and names_only(rest) and (is_name(rest) or "/" in rest))


def _is_sure(inner: str, before: str, *, sure: bool, short: bool) -> bool:
    """Whether names in a bracket credit a picture: prose explains abbreviations, and ends in its agency's name."""
    if "/" in inner or "|" in inner or is_library(inner) or not before:
        return True
    if read_names(inner)[0] and not is_known_organisation(inner):
        return True
    ended = before.endswith(SENTENCE_ENDS)
    if sure:
        return short and ended and is_agency(inner)
    return ended or (is_agency(inner) and not _is_abbreviated(inner, before))


def _is_abbreviated(inner: str, before: str) -> bool:
    """Whether a bracket abbreviates the words before it: "Environmental Protection Agency (EPA)"."""
    words = before[-_TAIL:].split()[-len(inner) :]
    return inner.casefold() == "".join(word[0] for word in words).casefold()


def _is_pair(inner: str) -> bool:
    """A full name, a slash and an organisation nobody has listed: "Jane Doe/Harbour Press"."""
    name, slash, organisation = inner.partition("/")
    capital = organisation.strip()[:1].isupper()
    return bool(slash) and is_name(name.strip()) and names_only(organisation) and (capital or knows(inner))


def _with_name_before(text: str, start: int) -> int:
    """A photographer can stand before the bracket, glued to the sentence: "...2024.Jane Doe (dpa)"."""
    before = text[:start].rstrip()
    place = before.rfind(".")
    name = before[place + 1 :]
    return place + 1 if place >= 0 and name[:1] != " " and is_name(name) else start


def _bare(tail: str, *, whole: bool, sure: bool) -> int | None:
    """Names without label or bracket: the whole line, or its end; a known organisation is among them."""
    if not _ANY_BETWEEN.search(tail, max(0, len(tail) - _LONGEST_BARE)) and not _ends_as_credits_do(tail):
        return None
    low = max(0, len(tail) - _LONGEST_BARE)
    if not _may_know(tail[low:]):
        return None
    if whole and not low and _are_names(tail):
        return 0
    short = not sure or (whole and len(tail) <= _LONGEST_OF_AGENCY)
    for match in _BOUNDARY.finditer(tail, low):
        rest = tail[match.end() :]
        glued = match.start() == match.end()
        if glued and _is_inside_a_name(tail, match.start()):
            continue
        if _is_eastern_credit(rest) or ((short or glued or not is_agency(rest)) and _are_names(rest)):
            return match.end()
    for match in _NAME_AND_SLASH.finditer(tail, low) if "/" in tail else ():
        if _are_names(tail[match.start() :]):
            return match.start()
    return None if sure else _agency_behind_a_space(tail)


def _may_know(tail: str) -> bool:
    """Whether a word, be it glued to the one before, ends a known organisation's name; true of East Asian text."""
    return is_eastern(tail) or may_hold_organisation(tail) or any(map(may_hold_organisation, _GLUED_WORD.findall(tail)))


def _ends_as_credits_do(tail: str) -> bool:
    return is_eastern(tail[-1:]) or ends_organisation(_last_word(tail))


def _is_inside_a_name(tail: str, place: int) -> bool:
    """Whether a capital inside a word belongs to a name that is printed so: "WireImage"."""
    start = max(tail.rfind(" ", 0, place), tail.rfind("/", 0, place)) + 1
    return is_known_organisation(_AFTER_NAME.split(tail[start:], maxsplit=1)[0])


def _are_names(credit: str) -> bool:
    """Whether a text is names throughout, and one of them an agency's, a library's, or an outlet's behind a sign."""
    if not credit or len(credit.split()) > _MOST_BARE_WORDS:
        return False
    composed = _COMPOSED.search(credit) is not None and not credit.islower()
    return (composed or any(map(is_agency_or_library, _BETWEEN.split(credit)))) and knows_names(credit)


def _is_eastern_credit(rest: str) -> bool:
    if len(rest) > _LONGEST_EASTERN or " " in rest.strip()[:-3] or not is_eastern(rest):
        return False
    return rest.endswith(credit_words().behind) and rest not in credit_words().behind


def _agency_behind_a_space(tail: str) -> int | None:
    """An agency or a library that ends a caption without a stop before it: "The ferry at dawn Getty Images"."""
    words = tail[-_LONGEST_BARE:].split(" ")
    if any(map(str.isalnum, words[-1])) and not may_hold_organisation(words[-1]):
        return None
    for count in range(min(_MOST_KNOWN_WORDS, len(words) - _LEAST_CAPTION_WORDS), 0, -1):
        credit = " ".join(words[-count:])
        if is_agency_or_library(credit) or _is_chain(credit):
            return len(tail) - len(credit) if words[-count - 1].casefold() not in credit_words().before_agency else None
    return None


def _is_chain(credit: str) -> bool:
    first, via, last = credit.partition(" via ")
    return bool(via) and is_known_organisation(first) and is_agency_or_library(last)


def _first_credit(text: str, low: int, high: int) -> tuple[int, int, str] | None:
    """What is left of a text when the credit at its beginning is taken off, and that credit."""
    head = text[low : min(high, low + _HEAD)]
    end = _copyright_end(head) if head.startswith("©") else _names_end(head)
    rest = text[low + (end or 0) : min(high, low + (end or 0) + _HEAD)]
    if end is None or len(rest.split()) < _LEAST_CAPTION_WORDS:
        return None
    return low + end + len(rest) - len(rest.lstrip(_JOINTS + ":")), high, clean(head[:end])


def _copyright_end(head: str) -> int | None:
    """Where a name behind a copyright sign ends and the caption begins: "© Jane Doe The ferry at dawn"."""
    words = head[1:].split()
    if credit_words().site.search(head) or len(words) <= _LEAST_CAPTION_WORDS:
        return None
    name = next((name for count in (3, 2, 1) if is_known_organisation(name := " ".join(words[:count]))), None)
    name = name or " ".join(words[:2])
    follows = words[len(name.split())]
    if not (is_known_organisation(name) or is_photographer(name)) or not follows[0].isupper():
        return None
    return head.find(follows, 1 + len(name))


def _names_end(head: str) -> int | None:
    """Where names that begin a line end: "Jane Doe | Getty ImagesThe ferry at dawn"."""
    for match in _GLUE.finditer(head) if "/" in head or "|" in head else ():
        names = head[: match.start()]
        if ("/" in names or "|" in names) and _are_names(names):
            return match.end()
    return None
