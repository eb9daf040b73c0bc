"""Signatures: lines that say nothing but who wrote a report, with no word that leads the name.

    signature := name (separator name)* [date]  |  date name  |  anything "|" lead name

A bare name has the shape of a tag and of a menu's entry, too, so a signature is looked for only where one may stand:
beside the headline, and at the end of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .byline import BylineParts, find_byline, read_byline
from .byline_names import parts
from .byline_words import byline_words, holds_role, is_role_word, lead_end
from .credit import is_eastern
from .gazetteer import is_place
from .names import is_agency, is_name, is_organisation, is_particle, may_hold_organisation
from .timestamp import without_timestamps
from .timestamp_words import words as timestamp_words

_LONGEST = 160
_LONGEST_AGENCY, _LONGEST_LEAD = 40, 30
_BETWEEN_WORDS = re.compile(r"[\s,;|/•·()–—]+|-(?=\s|$)")
_BEHIND_LEAD = re.compile(r"\s(?:von|by|par|por|door|av|af|di)\s")
_POSSESSIVE = ("'s", "’s")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


def find_signature(line: str) -> BylineParts | None:
    """Whom a line names that says nothing else: people, agencies, and when they wrote.

    >>> find_signature("Jane Doe og John Roe").authors, find_signature("Jane Doe sank") is None
    (('Jane Doe', 'John Roe'), True)
    """
    if len(line) > _LONGEST or not _may_name(line) or is_eastern(line):
        return None
    text = without_timestamps(line)
    if "|" in text and (led := _led_section(text)) is not None:
        return led
    if people := _people(text):
        return BylineParts(people, (), (), line)
    if is_desk(text):
        return BylineParts((), (), (text,), line)
    return _with_organisation(text, dated=text != line)


def is_desk(text: str) -> bool:
    """Whether a text is one word for the newsroom of a named paper.

    >>> is_desk("HP-Redaktion"), is_desk("Online-Redaktion")
    (True, False)
    """
    known, folded = byline_words(), text.casefold()
    return folded.rpartition("-")[2] in known.desks and folded not in known.nobody and "-" in text and " " not in text


def _led_section(text: str) -> BylineParts | None:
    """The byline that stands behind a bar: "Harbour, News | Written by Jane Doe"."""
    sections = (section.strip() for section in text.split("|")[1:])
    return next(filter(None, (read_byline(section) for section in sections if lead_end(section, sure=True))), None)


def _people(text: str) -> tuple[str, ...]:
    """The names in a text that holds nothing but names of people, and perhaps a place behind them."""
    names = [" ".join(group) for group in parts(text)]
    if len(names) > 1 and is_place(names[-1]):
        names.pop()
    return tuple(dict.fromkeys(names)) if all(map(_is_person, names)) else ()


def _with_organisation(text: str, *, dated: bool) -> BylineParts | None:
    """An agency alone, or people with what they are or whom they work for."""
    if not may_hold_organisation(text) and not holds_role(text.casefold()):
        return None
    found = find_byline(text)
    if found is None or not _says_no_more(text, found, dated=dated):
        return None
    return found if all(map(_is_person, found.authors)) and (found.authors or _is_agencies(text, found)) else None


def _may_name(line: str) -> bool:
    """Whether a line has two words that a name may consist of, or one of an organisation, and hardly any other.

    This is a quick look, for most lines that stand where signatures do are something else.
    """
    if "|" in line:
        return True
    words = line.split()
    if _DIGIT.search(line):
        of_stamps = timestamp_words().parts
        words = [word for word in _WORD.findall(line) if word.casefold() not in of_stamps]
    if len(words) == 1:
        return may_hold_organisation(line) or "-" in line
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) > 1 and all(map(_is_joining, small))


def is_lead(line: str) -> bool:
    """Whether a line says that the names follow in the next one: "By", "Von:".

    >>> is_lead("Von:"), is_lead("Von Jane Doe")
    (True, False)
    """
    if len(line) > _LONGEST_LEAD:
        return False
    lead = line.casefold().rstrip(" :：")
    return lead in byline_words().sure or lead in byline_words().genres


def _is_person(name: str) -> bool:
    """Whether a name is a person's, as far as its words tell: no button, place, firm or role, and not in capitals."""
    words = name.split()
    if not is_name(name) or name.isupper() or name.endswith(_POSSESSIVE) or any(map(_is_of_no_name, words)):
        return False
    led = any(map(is_name, _BEHIND_LEAD.split(name)[1:]))  # "Profile of Jane Doe", in whichever language
    return not (led or is_lead(words[0]) or is_place(name) or is_organisation(name))


def _is_of_no_name(word: str) -> bool:
    """Whether a word stands in no person's name: it is a button's, a role, or in small letters, or two in one."""
    if is_particle(word.casefold()):
        return False
    known, folded = byline_words(), word.casefold().strip(".")
    return word[0].islower() or folded in known.not_in_names or is_role_word(folded) or _is_glued(word)


def _is_glued(word: str) -> bool:
    """Whether a capital begins another word inside of one: "InRegister", but not "McDoe"."""
    return any(
        low.islower() and high.isupper() and not word[: place + 1].casefold().endswith(byline_words().prefixes)
        for place, (low, high) in enumerate(pairwise(word))
    )


def _is_agencies(text: str, found: BylineParts) -> bool:
    return len(text) <= _LONGEST_AGENCY and any(map(is_agency, found.organisations))


def _says_no_more(text: str, found: BylineParts, *, dated: bool) -> bool:
    """Whether a text has no word besides the names, but for a place, words that join, and such as stand at a date."""
    stops = byline_words().stops if dated else ()
    named = {word for name in (*found.authors, *found.roles, *found.organisations) for word in _words(name)}
    rest = [word for word in _words(text) if word not in named and not (_is_joining(word) or word.casefold() in stops)]
    return not rest or is_place(" ".join(rest))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def _is_joining(word: str) -> bool:
    return word in byline_words().joins or is_particle(word)
