"""The words of bylines: leads, roles, buttons; and what a page has glued together, apart."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from .credit import any_of
from .names import is_known_organisation
from .timestamp import is_month

_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ.])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ]{2})(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ])|(?<=[^\W\d_])(?=\d)")
# Small letters and capitals of Latin-1, all else as space: one look at a text tells what an expression tells at each
# of its characters.
_CASES = bytes(
    ord("a")
    if "a" <= char <= "z" or char >= "à"
    else ord("A")
    if "A" <= char <= "Z" or "À" <= char <= "Þ"
    else ord(" ")
    for char in map(chr, range(256))
)
# As the expressions for glue see ASCII: small letters and full stops, capitals, digits.
_KINDS = bytes.maketrans((ascii_lowercase + "." + ascii_uppercase + digits).encode(), b"a" * 27 + b"A" * 26 + b"0" * 10)
_ALNUM = re.compile(r"[^\W_]+")
_LEAD_ENDS = re.compile(r"\s?[:：]\s?|\s")
_LONGEST_LEAD = 32
_NOT_A_LETTER = re.compile(r"[\W\d_]")
_LEAST_NAME = 3
_MOST_ROLE_WORDS = 6
_LEAST_COMPOUND = 9


class BylineWords(NamedTuple):
    """What the bylines' data says, ready for look-ups."""

    leads: frozenset[str]
    labels: frozenset[str]
    """Nouns that lead names, with a colon or without."""
    sure: frozenset[str]
    """The leads that make a byline of a line of unknown nature."""
    sure_labels: frozenset[str]
    """And the nouns that do so with a colon."""
    genres: frozenset[str]
    glued_lead: re.Pattern[str]
    first_words: frozenset[str]
    """The first word of each sure lead."""
    closing_leads: tuple[str, ...]
    """Each with the space behind it."""
    other_work: re.Pattern[str]
    """In an agency's closing line, what leads on from the reporters to others."""
    prefixes: tuple[str, ...]
    joins: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    role_stems: tuple[str, ...]
    """The roles and endings that no other one is a part of: what holds none of them holds no role."""
    role_beginnings: frozenset[str]
    ranks: frozenset[str]
    nobody: frozenset[str]
    desks: frozenset[str]
    stops: frozenset[str]
    stamps: frozenset[str]
    verbs: frozenset[str]
    agency_words: frozenset[str]
    """The first words of agencies' names."""
    button: re.Pattern[str]
    button_words: frozenset[str]
    button_starts: frozenset[str]
    """The first letters and digits of each button: a cheap test before any other."""
    never: frozenset[str]
    organisation_words: frozenset[str]
    not_in_names: frozenset[str]
    """The words that a bare name has none of: those above, and those of stops, desks and buttons."""
    about: re.Pattern[str]
    services: frozenset[str]


def lead_end(text: str, *, sure: bool = False) -> int:
    """Where the words that lead a byline's names end; 0 when none do. ``sure`` asks for what hardly leads else.

    >>> lead_end("Written by Jane Doe"), lead_end("Autor: Jane Doe"), lead_end("Jane Doe")
    (11, 7, 0)
    """
    words = byline_words()
    leads, labels = (words.sure, words.sure_labels) if sure else (words.leads, words.labels)
    for space in reversed(list(_LEAD_ENDS.finditer(text, 0, _LONGEST_LEAD))):
        phrase = text[: space.start()].casefold()
        if phrase in leads or (phrase in labels and (not sure or not space[0].isspace())):
            return space.end()
    return 0


def is_glued(text: str) -> bool:
    """Whether a capital stands directly behind a small letter, as where two words are printed without a space.

    >>> is_glued("Jane DoeStaff Writer"), is_glued("Jane Doe, NASA")
    (True, False)
    """
    return "aA" in text.encode("latin-1", "replace").translate(_CASES).decode()


def is_role_word(word: str) -> bool:
    """Whether a casefolded word says what a person is: "correspondent", "wirtschaftsredakteurin"."""
    words = byline_words()
    return word in words.roles or (len(word) >= _LEAST_COMPOUND and word.endswith(words.role_endings))


def names_role(words: list[str]) -> bool:
    """Whether one of some casefolded words is a role's."""
    known = byline_words()
    if not known.roles.isdisjoint(words):
        return True
    for word in words:  # noqa: SIM110 - any() costs twice as much here
        if len(word) >= _LEAST_COMPOUND and word.endswith(known.role_endings):
            return True
    return False


def holds_role(folded: str) -> bool:
    """Whether a role's word may stand somewhere in a casefolded text: a cheap test before any other."""
    for stem in byline_words().role_stems:  # noqa: SIM110 - any() costs twice as much here
        if stem in folded:
            return True
    return False


def is_role(words: list[str]) -> bool:
    """Whether words begin with a role: "Senior Political Correspondent", "Editor at Large"."""
    known = byline_words()
    folded = [word.casefold().strip(",.:&") for word in words[:_MOST_ROLE_WORDS]]
    if folded and folded[0] in known.ranks:
        return any(map(is_role_word, folded))
    for word in folded:
        if is_role_word(word):
            return True
        if word not in known.role_beginnings and word not in known.joins and word not in known.ranks:
            return False
    return False


def unglued(text: str) -> str:
    """Words that a page has glued, apart, but not "McDonald"; a button, or the end of a glued name, as a separator.

    >>> unglued("By Meg DoeStaff WriterFollow")
    'By Meg Doe Staff Writer |'
    """
    apart = _apart(text) if _may_be_glued(text) else " ".join(text.split())
    if apart.isascii() and byline_words().button_starts.isdisjoint(_ALNUM.findall(apart.lower())):
        return apart
    return " ".join(byline_words().button.sub("|", apart).split())


def _may_be_glued(text: str) -> bool:
    """Whether two things may be printed without a space between them; most bylines have none, and cost nothing."""
    if not text.isascii():
        return True
    code = text.encode().translate(_KINDS).decode()
    return "aA" in code or "a0" in code or "A0" in code or "AAAa" in code


def _apart(text: str) -> str:
    words = byline_words().glued_lead.sub(r"\1 ", text, count=1).split()
    dated = any(map(str.isdigit, text))
    return " ".join(piece for place in range(len(words)) for piece in _pieces(words, place, dated=dated))


def _pieces(words: list[str], place: int, *, dated: bool) -> list[str]:
    """What one word of a line is glued of, with a separator behind a role and between two names."""
    word, low, pieces = words[place], 0, list[str]()
    follows = place > 0 and place + 1 < len(words) and words[place + 1][0].isupper()
    for match in _GLUED.finditer(word):
        before, after = word[low : match.start()], word[match.start() :]
        if is_role_word(before.casefold()):
            pieces += [before, "|"]
        elif _is_glue(before, after, dated=dated):
            pieces.append(before)
        elif follows and _is_next_name(before, after):
            pieces += [before, "|"]
        else:
            continue
        low = match.start()
    return [*pieces, word[low:]]


def _is_glue(before: str, after: str, *, dated: bool) -> bool:
    """Whether a word ends here, for a role, a button, a month, a number or an organisation follows."""
    known = byline_words()
    if after[0].isdigit():
        return before.isalpha() and len(before) >= _LEAST_NAME
    start = _NOT_A_LETTER.split(after, maxsplit=1)[0].casefold()
    if is_role_word(start) or start in known.stops or start in known.button_words or is_known_organisation(after):
        return len(start) >= _LEAST_NAME
    if dated and is_month(start):
        return True
    return len(before) >= _LEAST_NAME and (start in known.role_beginnings | known.ranks or start in known.agency_words)


def _is_next_name(before: str, after: str) -> bool:
    """Whether another name is glued on: "Jane DoeJohn Roe" is two names, "Jane MacRae" one."""
    long_enough = min(len(before), len(after)) >= _LEAST_NAME
    return long_enough and before[-1].islower() and not before.casefold().endswith(byline_words().prefixes)


def _stems(words: set[str]) -> tuple[str, ...]:
    """The words that hold no other one."""
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


@cache
def byline_words() -> BylineWords:
    """The words of bylines."""
    table = tomllib.loads((files("articlekit.recognizers") / "data" / "bylines.toml").read_text("utf-8"))
    buttons = [button.split()[0] for button in table["buttons"]]
    return BylineWords(
        leads=frozenset(table["leads"] + table["genres"]),
        labels=frozenset(table["labels"]),
        sure=frozenset(table["sure"] + table["genres"]),
        sure_labels=frozenset(table["sure_labels"]),
        genres=frozenset(table["genres"]),
        glued_lead=re.compile(
            r"^((?:\w{1,20}\s){0,2}(?:[Bb]y|BY|[Vv]on|Par|Por|Door))(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ]++(?:\s|[A-ZÀ-ÖØ-Þ]))"
        ),
        first_words=frozenset(lead.split()[0] for lead in table["sure"] + table["genres"] + table["sure_labels"]),
        closing_leads=tuple(f"{lead} " for lead in table["closing_leads"]),
        other_work=re.compile(rf"[,;]?\s(?:{any_of(table['other_work'])})\s", re.IGNORECASE),
        prefixes=tuple(table["prefixes"]),
        joins=frozenset(table["joins"]),
        roles=frozenset(table["roles"]),
        role_endings=tuple(table["role_endings"]),
        role_stems=_stems({*table["roles"], *table["role_endings"]}),
        role_beginnings=frozenset(table["role_beginnings"]),
        ranks=frozenset(table["ranks"]),
        nobody=frozenset(table["nobody"]),
        desks=frozenset(table["desks"]),
        stops=frozenset(table["stops"]),
        stamps=frozenset(table["stamps"]),
        verbs=frozenset(table["verbs"]),
        agency_words=frozenset(table["agency_words"]),
        button=re.compile(rf"(?:\|\s)?(?<![^\W_])(?:{any_of(table['buttons'])})(?![^\W_])", re.IGNORECASE),
        button_words=frozenset(buttons),
        button_starts=frozenset(_ALNUM.findall(button.lower())[0] for button in table["buttons"]),
        never=frozenset(table["never"]),
        organisation_words=frozenset(table["organisation_words"]),
        not_in_names=frozenset(
            table["never"] + table["topics"] + table["organisation_words"] + table["stops"] + table["desks"] + buttons
        ),
        about=re.compile(rf"(?:{any_of(table['about'])})\s", re.IGNORECASE),
        services=frozenset(table["services"]),
    )
