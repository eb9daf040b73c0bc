"""Where somebody stands in a picture, "Jane Doe (left)": what captions say, and hardly any report."""

from __future__ import annotations

import re

LONGEST = 200
"""A line of more characters is a paragraph, whatever it says."""

_IN_BRACKETS = {
    "ar": ("يمين", "يسار", "إلى اليمين", "إلى اليسار"),
    "cs": ("vlevo", "vpravo", "uprostřed"),
    "da": ("t.v.", "t.h.", "til venstre", "til højre"),
    "de": ("links", "rechts", "l.", "r.", "li.", "re.", "Mitte", "M.", "2. v. l.", "2. v. r."),
    "en": (
        "left",
        "right",
        "far left",
        "far right",
        "second left",
        "second right",
        "second from left",
        "centre",
        "center",
    ),
    "es": ("izquierda", "derecha", "izda.", "dcha.", "izq.", "a la izquierda", "a la derecha"),
    "fr": ("à gauche", "à droite", "au centre", "g.", "d."),
    "id": ("kiri", "kanan", "kedua kiri", "kedua kanan"),
    "it": ("a sinistra", "a destra", "al centro"),
    "ja": ("左", "右", "中央", "左から2人目"),
    "ko": ("왼쪽", "오른쪽", "가운데"),
    "nl": ("links", "rechts", "midden"),
    "no": ("t.v.", "t.h.", "til venstre", "til høyre"),
    "pl": ("z lewej", "z prawej", "po lewej", "po prawej", "od lewej"),
    "pt": ("à esquerda", "à direita", "ao centro", "e.", "d."),
    "ru": ("слева", "справа", "в центре"),
    "sv": ("t.v.", "t.h.", "till vänster", "till höger"),
    "tr": ("solda", "sağda", "ortada"),
    "zh": ("左", "右", "中", "左二", "右二", "左一", "右一"),
}
"""By language: what a bracket behind a name says."""

_BETWEEN_COMMAS = ("left", "far left", "second left", "right", "far right", "second right", "center", "centre")
"""What English captions say behind a name, between commas."""


def _any_of(phrases: set[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


_PLACE = re.compile(
    rf"(?<=[\w”\"’»])(?:\s?[(（](?:{_any_of({phrase for phrases in _IN_BRACKETS.values() for phrase in phrases})})[)）]"
    rf"|,\s(?:{_any_of(_BETWEEN_COMMAS)})(?:,|\.$))"
)


def says_place(line: str) -> bool:
    """Whether a line of at most 200 characters says where in a picture somebody stands who is named.

    A name begins with a capital, where the script has any.

    >>> says_place("Jane Doe (left) came aboard"), says_place("Jane Doe, left, and Ann"), says_place("the car (left)")
    (True, True, False)
    """
    if len(line) > LONGEST or not ("(" in line or "（" in line or ", " in line):
        return False
    return any(_begins_as_names_do(line[: found.start()]) for found in _PLACE.finditer(line))


def _begins_as_names_do(before: str) -> bool:
    word = before.rpartition(" ")[2].lstrip("\"'“„«‘([")
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())
