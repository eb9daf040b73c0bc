"""Writes the month and weekday names of many languages to ``recognizers/data/calendar.json``, from CLDR.

Usage: python tools/build_calendar.py

Needs Babel, which carries the data of the Unicode Common Locale Data Repository (Unicode License v3).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale

LOCALES = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pt_BR",
    "nl",
    "tr",
    "ar",
    "ar_LB",
    "ru",
    "pl",
    "id",
    "sv",
    "da",
    "nb",
    "nn",
    "fi",
    "cs",
    "sk",
    "hu",
    "ro",
    "vi",
    "uk",
    "bg",
    "el",
    "he",
    "hi",
    "fa",
    "hr",
    "sl",
    "sr",
    "sr_Latn",
    "et",
    "lv",
    "lt",
    "is",
    "ca",
    "eu",
    "gl",
    "ms",
    "af",
    "sw",
    "zu",
    "xh",
    "kl",
    "az",
    "kk",
    "ka",
    "hy",
    "sq",
    "mk",
    "be",
    "bn",
    "ur",
    "th",
    "ga",
    "cy",
    "lb",
]
TARGET = Path(__file__).parent.parent / "src" / "articlekit" / "recognizers" / "data" / "calendar.json"
SHORTEST = 3


def names(table: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - Babel types it as a mapping of anything
    """Every written form of the names in a CLDR table, as text has it, with its number."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                plain = name.casefold().strip(". ")
                if len(plain) >= SHORTEST and not any(char.isdigit() for char in plain):
                    yield plain, int(number)


def main() -> None:
    """Collect and write."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    weekdays: set[str] = set()
    for code in LOCALES:
        locale = Locale.parse(code)
        for name, number in names(locale.months):
            found[name][number] += 1
        weekdays |= {name for name, _ in names(locale.days)}
    # Where one word names different months ("srpen" is July and August), the month of most languages is taken.
    months = {name: numbers.most_common(1)[0][0] for name, numbers in sorted(found.items()) if " " not in name}
    for word, number in {
        "sept": 9,
        "märz": 3,
        "juin": 6,
        "июн": 6,
        "июл": 7,
        "янв": 1,
        "фев": 2,
        "мар": 3,
        "апр": 4,
        "авг": 8,
        "сен": 9,
        "окт": 10,
        "ноя": 11,
        "дек": 12,
        "set": 9,
        "sett": 9,
    }.items():
        months.setdefault(word, number)
    table = {"months": months, "weekdays": sorted(weekdays - months.keys())}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
