"""Where somebody stands in a picture, "Jane Doe (left)": what captions say, and hardly any report."""

from __future__ import annotations

import re

LONGEST = 200
"""A line of more characters is a paragraph, whatever it says."""

_SHORT = {
    "da": ("t.v.", "t.h."),
    "de": ("l.", "r.", "li.", "re.", "2. v. l.", "2. v. r."),
    "es": ("izda.", "dcha.", "izq."),
    "fr": ("g.", "d."),
    "no": ("t.v.", "t.h."),
    "pt": ("e.", "d."),
    "sv": ("t.v.", "t.h."),
}
"""By language: what a bracket behind a name says and means nothing else."""

_LONG = {
    "ar": ("يمين", "يسار", "إلى اليمين", "إلى اليسار"),
    "cs": ("vlevo", "vpravo"),
    "da": ("til venstre", "til højre"),
    "de": ("links", "rechts"),
    "en": ("left", "right", "second left", "second right"),
    "es": ("a la izquierda", "a la derecha"),
    "fr": ("à gauche", "à droite"),
    "id": ("kiri", "kanan", "kedua kiri", "kedua kanan"),
    "it": ("a sinistra", "a destra"),
    "ja": ("左", "右", "左から2人目"),
    "ko": ("왼쪽", "오른쪽"),
    "nl": ("links", "rechts"),
    "no": ("til venstre", "til høyre"),
    "pl": ("z lewej", "z prawej", "po lewej", "po prawej"),
    "pt": ("à esquerda", "à direita"),
    "ru": ("слева", "справа"),
    "sv": ("till vänster", "till höger"),
    "tr": ("solda", "sağda"),
    "zh": ("左", "右", "左二", "右二", "左一", "右一"),
}
"""What may stand behind the name of a party, too: no sentence with only one of these is a caption."""

_BETWEEN_COMMAS = ("left", "second left", "right", "second right")
"""What English captions say behind a name, between commas; "right" is said in other ways, too."""

_STOPS = ".。．।"


def _any_of(*tables: dict[str, tuple[str, ...]]) -> str:
    phrases = {phrase for table in tables for phrases in table.values() for phrase in phrases}
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


_PLACE = re.compile(
    rf"(?<=[\w”\"’»])(?:\s?[(（](?:(?P<short>{_any_of(_SHORT)})|(?P<long>{_any_of(_LONG)}))[)）]"
    rf"|,\s(?P<comma>{'|'.join(_BETWEEN_COMMAS)})(?:,|\.$))"
)


def says_place(line: str) -> bool:
    """Whether a line of at most 200 characters says where in a picture somebody stands who is named.

    A name begins with a capital, where the script has any. A sentence says two places, or one in a short form.

    >>> says_place("Jane Doe (left) came aboard"), says_place("Jane Doe (left) and Ann Poe (right) came aboard.")
    (True, True)
    >>> says_place("The Harbour Party (left) won."), says_place("the car (left)")
    (False, False)
    """
    if len(line) > LONGEST or not ("(" in line or "（" in line or ", " in line):
        return False
    found = [place for place in _PLACE.finditer(line) if _follows_name(line[: place.start()])]
    if not found or line[-1] not in _STOPS:
        return bool(found)
    return any(place["short"] for place in found) or len({place["long"] or place["comma"] for place in found}) > 1


def _follows_name(before: str) -> bool:
    word = before.rpartition(" ")[2].lstrip("\"'“„«‘([")
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())
