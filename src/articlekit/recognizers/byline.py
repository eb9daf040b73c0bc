"""Bylines: who wrote a report.

    byline := [lead] part (separator part)*
    part   := name [role] [organisation] | role | organisation | place
    rest   := whatever follows a date, a button or a word that no name holds, glued to the last name or not

A wrong author is worse than none: what names nobody ("By admin"), or does not have the shape of a name where no word
leads it, gives None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .byline_names import Found, is_initials, read
from .byline_words import byline_words, holds_role, is_glued, is_role_word, lead_end, names_role, unglued
from .credit import is_eastern
from .gazetteer import is_place
from .names import LEAST_WORDS, MOST_WORDS, ends_organisation, is_agency, is_name, is_organisation, is_particle
from .timestamp import is_month, is_timestamp, is_weekday, without_timestamps

_LONGEST = 220
_LONGEST_SURE, _LONGEST_UNLED, _LONGEST_EASTERN = 120, 90, 60
_MOST_WORDS_SURE, _MOST_OTHER_WORDS = 20, 2
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)++|@\w++|https?://\S++|www\.\S++|\[[^\]]{0,20}+\]"
)
_ADDRESS_SIGN = re.compile(r"[@\[]|://|www")
_MOST_LETTERS_OF_TIME = 4
_HEAD_MARKS = " |•·—–-*▪►>:\xa0"
_DATE_MARKS = " ,|•·-–—/"
_ANY_DIGIT = re.compile(r"\d")
_GLUED_LEAD = re.compile(r"[yYnr][A-ZÀ-Þ][a-zà-ÿ]")
_LONGEST_GLUED_LEAD = 40
_NAME_ENDS = re.compile(r"\s?[,|•·–—]|\s[-/]\s")
_SENTENCE_ENDS = ".?!…"
_KOREAN = re.compile(
    r"([\uac00-\ud7af]{2,4})\s?((?:선임|수습|인턴|전문|객원)?(?:기자|특파원|칼럼니스트|논설위원|앵커|평론가|작가))"
)
_CHINESE = re.compile(
    r"(?:(记者|記者|作者|编辑|編輯|撰文|文)[/／:：\s]\s?([\u4e00-\u9fff]{2,4})|(?:记者|記者)([\u4e00-\u9fff]{2,3}))"
    r"(?![\u4e00-\u9fff])"
)
_REPORTER = ("记者", "記者")


class BylineParts(NamedTuple):
    """The people, their roles and the organisations that a byline names."""

    authors: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    printed: str


def find_byline(line: str) -> BylineParts | None:
    """Who a line names, when the line is known to be a byline; None when it names nobody."""
    printed = line.strip()
    if not printed or len(printed) > _LONGEST:
        return None
    eastern = _eastern(printed)
    if eastern is not None:
        return eastern
    plain = _ADDRESS.sub(" ", printed) if _ADDRESS_SIGN.search(printed) else printed
    text = _without_date(unglued(plain).strip(_HEAD_MARKS))
    lead = lead_end(text)
    rest = text[lead:]
    if not lead and (_is_sentence(rest) or byline_words().about.match(rest)):
        return None
    found = Found({}, {}, {})
    if text[:lead].strip().casefold() in byline_words().genres:
        found.roles.setdefault(text[:lead].strip().rpartition(" ")[0])
    read(rest, found, led=lead > 0)
    if not found.people and not found.organisations:
        return None
    return BylineParts(tuple(found.people), tuple(found.roles), tuple(found.organisations), printed)


def looks_like_byline(line: str) -> bool:
    """Whether a line of unknown nature is a byline: a lead word and a name, an agency, a name and its role or date."""
    return read_byline(line) is not None


def read_byline(line: str) -> BylineParts | None:
    """What ``find_byline`` gives, where ``looks_like_byline`` says yes; None where it says no."""
    if len(line) > _LONGEST_SURE:
        return None
    text = line.strip(_HEAD_MARKS)
    words = text.split()
    if not words or len(words) > _MOST_WORDS_SURE:
        return None
    if _GLUED_LEAD.search(text, 0, _LONGEST_GLUED_LEAD) and byline_words().glued_lead.match(text):
        return find_byline(line) if _other_words(text) <= _MOST_OTHER_WORDS else None
    first = words[0].casefold().rstrip(":：")
    if first in byline_words().first_words and (lead := lead_end(text, sure=True)):
        return _led(line, text, text[lead:])
    if is_eastern(text):
        return _eastern(line.strip()) if len(text) <= _LONGEST_EASTERN else None
    return _unled(line, text, words) if len(text) <= _LONGEST_UNLED else None


def _eastern(printed: str) -> BylineParts | None:
    """A Korean or Chinese byline: a name of two to four signs beside a word for reporter."""
    if not is_eastern(printed):
        return None
    if korean := _KOREAN.findall(printed):
        names, roles = (tuple(dict.fromkeys(words)) for words in zip(*korean, strict=True))
        return BylineParts(names, roles, (), printed)
    if chinese := _CHINESE.search(printed):
        return BylineParts((chinese[2] or chinese[3],), (chinese[1],) if chinese[1] in _REPORTER else (), (), printed)
    return None


def _led(line: str, text: str, rest: str) -> BylineParts | None:
    """The byline when names follow the lead word of a line, and no sentence does."""
    words = rest.split()
    if not words or is_particle(words[0]) or (text[-1] in _SENTENCE_ENDS and len(words) > MOST_WORDS):
        return None
    if _other_words(rest) > _MOST_OTHER_WORDS:
        return None
    found = find_byline(line)
    if found is None or not found.authors or any(map(is_name, found.authors)):
        return found
    alone = without_timestamps(rest).strip(" .-|")
    dated = is_month(alone.casefold()) or is_weekday(alone.casefold())
    is_nickname = found.authors == (alone,) and alone.istitle() and alone.isalpha() and not dated
    return found if is_nickname and not is_place(alone) else None


def _unled(line: str, text: str, words: list[str]) -> BylineParts | None:
    """The byline of an agency, initials and an agency, or a full name with its role or, behind a mark, its date."""
    if ends_organisation(words[-1].casefold()) and is_agency(text):
        return find_byline(line)
    if "/" in text and len(words) <= LEAST_WORDS and is_initials(text):
        return find_byline(line)
    if len(words) < LEAST_WORDS or not text[0].isupper() or text[-1] in _SENTENCE_ENDS:
        return None
    if not (_is_name_and_date(text) or _has_role_word(text, words)) or _other_words(text) > _MOST_OTHER_WORDS:
        return None
    found = find_byline(line)
    if found is None or not found.authors or not is_name(found.authors[0]) or not text.startswith(found.authors[0]):
        return None
    sure = bool(found.roles) or _is_dated(text[len(found.authors[0]) :])
    return found if sure else None


def _is_dated(behind: str) -> bool:
    """Whether a date stands behind a name, and nothing but the site or the agency between them."""
    stamp = behind.strip(_DATE_MARKS)
    site, slash, rest = stamp.partition(" / ")
    return is_timestamp(stamp) or (bool(slash) and is_organisation(site) and is_timestamp(rest))


def _is_name_and_date(text: str) -> bool:
    """Whether a name, a mark and some number come first: "Jane Doe - Nov 19, 2019"."""
    return _ANY_DIGIT.search(text) is not None and is_name(_NAME_ENDS.split(text, maxsplit=1)[0])


def _has_role_word(text: str, words: list[str]) -> bool:
    """Whether a role's word stands behind the first two words, apart or glued to a name."""
    if is_glued(text):
        if not holds_role(text.casefold().replace(",", "")):
            return False
        words = unglued(text).split()
    return names_role(" ".join(words[LEAST_WORDS:]).casefold().replace(",", "").split())


def _other_words(rest: str) -> int:
    """Words without a capital that no byline has: they make a sentence."""
    return sum(word.islower() and word.isalpha() and not _is_of_bylines(word) for word in rest.split())


def _is_of_bylines(word: str) -> bool:
    words = byline_words()
    of_names = is_particle(word) or word in words.joins or word in words.stops
    return of_names or is_role_word(word) or is_month(word) or is_weekday(word)


def _is_sentence(rest: str) -> bool:
    """Whether a name without a lead word goes on as a sentence does: "Jane Doe is a writer who ..."."""
    words = rest.split()
    dated = next((place for place, word in enumerate(words) if _ANY_DIGIT.search(word)), len(words))
    verbs = byline_words().verbs.intersection(word.strip(":") for word in words[:dated])
    return bool(verbs) or _other_words(rest) > _MOST_OTHER_WORDS


def _without_date(text: str) -> str:
    """A byline without the date before it: "15.10.24 23:35 Jane Doe"."""
    words = text.split(" ")
    size = next((place for place, word in enumerate(words) if not _is_of_date(word)), len(words))
    dated = any(_ANY_DIGIT.search(word) for word in words[:size])
    return " ".join(words[size:]) if dated else text


def _is_of_date(word: str) -> bool:
    folded = word.casefold().strip(".,:|()")
    known = not folded or folded in byline_words().stamps or is_month(folded) or is_weekday(folded)
    return known or (_ANY_DIGIT.search(word) is not None and sum(map(str.isalpha, word)) <= _MOST_LETTERS_OF_TIME)
