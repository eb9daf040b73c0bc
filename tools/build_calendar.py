"""Writes what CLDR knows of dates in many languages: ``recognizers/data/calendar.json`` and ``tests/cldr_dates.json``.

Usage: python tools/build_calendar.py

The first file has the names of months and weekdays, the units of time, and the words around them in "2 hours ago"; the
second has dates as CLDR writes them, which the tests read back. Needs Babel, which carries the data of the Unicode
Common Locale Data Repository (Unicode License v3).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date

# Where one word names different months ("listopada" is November in Polish, October in Croatian), the first language
# here that has it decides.
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
EAST_ASIAN = ["ja", "ko", "zh", "zh_Hant"]  # they write months in numbers
NOT_READ_BACK = {"hr", "eu", "th", "kl", "cy", "ga"}  # months of other names elsewhere, letters glued to the numbers
FALLBACKS = {"sept": 9, "märz": 3, "июн": 6, "июл": 7, "set": 9, "sett": 9, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12}  # fmt: skip
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
SHORTEST = 3  # letters of a name in an alphabet of our own; two letters may be a name in Hindi
OTHER_ALPHABETS = "\u0530"
COMMON = 4  # a word of so many units' phrases is no unit
NOT_AGO = {"de", "eest", "for", "il", "më", "shin", "yang", "yn", "واحدة"}  # common words of those phrases
ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src" / "articlekit" / "recognizers" / "data" / "calendar.json"
SAMPLES = ROOT / "tests" / "cldr_dates.json"


def names(table: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - Babel types it as a mapping of anything
    """Every written form of the names in a CLDR table, as text has it, with its number."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                plain = name.casefold().strip(". ׳॰")
                long_enough = len(plain) >= SHORTEST or (len(plain) == SHORTEST - 1 and plain > OTHER_ALPHABETS)
                if long_enough and not any(char.isdigit() or char == "." for char in plain):
                    yield plain, int(number)


def months() -> dict[str, int]:
    """The names of the months, by the first language that has them."""
    found: dict[str, int] = {}
    for code in LOCALES:
        own: dict[str, Counter[int]] = defaultdict(Counter)
        for name, number in names(Locale.parse(code).months):
            own[name][number] += 1
            if code == "he":
                own["ב" + name][number] += 1  # "in", as Hebrew dates have it
        for name, numbers in own.items():
            found.setdefault(name, numbers.most_common(1)[0][0])
    return {**FALLBACKS, **found}


def weekdays() -> dict[str, int]:
    """The names of the weekdays, Monday being 0; -1 when languages differ."""
    found: dict[str, set[int]] = defaultdict(set)
    for code in LOCALES:
        for name, number in names(Locale.parse(code).days):
            found[name].add(number)
    return {name: numbers.pop() if len(numbers) == 1 else -1 for name, numbers in found.items()}


def past_phrases(code: str) -> Iterator[tuple[str, list[str]]]:
    """Each unit with the words of a "2 hours ago" in a language."""
    fields = Locale.parse(code)._data["date_fields"]  # noqa: SLF001 - Babel has no public way to this table
    for unit in UNITS:
        for width in ("", "-short"):
            for phrase in dict(fields[unit + width]).get("past", {}).values():
                yield unit, re.findall(r"[^\W\d_][^\s\d_{}.,()]*", phrase.replace("{0}", " ").casefold())


def units_and_ago() -> tuple[set[str], set[str]]:
    """The units of time, and the words that make them the past."""
    units: set[str] = set()
    ago: set[str] = set()
    for code in LOCALES:
        seen: dict[str, set[str]] = defaultdict(set)
        for unit, words in past_phrases(code):
            for word in words:
                seen[word].add(unit)
        for word, where in seen.items():
            (ago if len(where) >= COMMON else units).add(word)
    return units - ago, {word for word in ago - NOT_AGO if len(word) > 1}


def samples() -> dict[str, dict[str, list[str]]]:
    """By language and day, that day as CLDR writes it."""
    days = [date(2024, month, 2 * month + 5) for month in range(1, 13)]
    return {
        code: {
            day.isoformat(): sorted({format_date(day, form, locale=code) for form in ("medium", "long", "full")})
            for day in days
        }
        for code in [*LOCALES, *EAST_ASIAN]
        if code not in NOT_READ_BACK
    }


def main() -> None:
    """Collect and write."""
    units, ago = units_and_ago()
    own = months()
    table = {
        "months": dict(sorted(own.items())),
        "weekdays": {name: number for name, number in sorted(weekdays().items()) if name not in own},
        "units": sorted(units),
        "ago": sorted(ago),
    }
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    SAMPLES.write_text(json.dumps(samples(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
