"""Datelines: every form that wires and papers print, the traps, and the laws."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Dateline, Place
from articlekit.recognizers.dateline import LONGEST, find_dateline, print_dateline

REST = "The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait."
GERMAN = "Die Fähre kehrte am Freitag gegen Mittag in den Hafen zurück, zwei Tage nach dem schweren Sturm."

FORMS = [
    ("ISLAMABAD: ", [("ISLAMABAD", None)], None, None, None, None),
    ("New Delhi: ", [("New Delhi", None)], None, None, None, None),
    ("DUBLIN — ", [("DUBLIN", None)], None, None, None, None),
    ("VATICAN CITY—", [("VATICAN CITY", None)], None, None, None, None),
    ("Potsdam – ", [("Potsdam", None)], None, None, None, None),
    ("PORT-AU-PRINCE, Haiti (AP) — ", [("PORT-AU-PRINCE", "Haiti")], "AP", None, None, None),
    ("LA CROSSE, Wis. (AP) — ", [("LA CROSSE", "Wis.")], "AP", None, None, None),
    ("GREEN BAY, Wis. -- ", [("GREEN BAY", "Wis.")], None, None, None, None),
    ("Berlin/Frankfurt (dpa) - ", [("Berlin", None), ("Frankfurt", None)], "dpa", None, None, None),
    ("BEIRUT/THE HAGUE, March 7 (Reuters) - ", [("BEIRUT", None), ("THE HAGUE", None)], "Reuters", 3, 7, None),
    ("WEST PALM BEACH, Fla./WASHINGTON (Reuters) - ", [("WEST PALM BEACH", "Fla."), ("WASHINGTON", None)], "Reuters", None, None, None),
    ("BEIJING, 10 août (Xinhua) -- ", [("BEIJING", None)], "Xinhua", 8, 10, None),
    ("PUTRAJAYA, Nov 22 — ", [("PUTRAJAYA", None)], None, 11, 22, None),
    ("Düsseldorf, 22. November 2022 - ", [("Düsseldorf", None)], None, 11, 22, 2022),
    ("sioux falls, april 7 - ", [("sioux falls", None)], None, 4, 7, None),
    ("Padua (Italia), 23 may (EFE).- ", [("Padua", "Italia")], "EFE", 5, 23, None),
    ("Rostow (Russland) - ", [("Rostow", "Russland")], None, None, None, None),
    ("MADRID, 12 (EUROPA PRESS) - ", [("MADRID", None)], "EUROPA PRESS", None, 12, None),
    ("ROCHEFORT 31/07 (BELGA) = ", [("ROCHEFORT", None)], "BELGA", 7, 31, None),
    ("05.12.2022 | Paris/Potsdam (dpa) - ", [("Paris", None), ("Potsdam", None)], "dpa", 12, 5, 2022),
    ("PALM COAST, Fla., March 28, 2023 /PRNewswire/ -- ", [("PALM COAST", "Fla.")], "PRNewswire", 3, 28, 2023),
    ("SOLO, KOMPAS.com - ", [("SOLO", None)], "KOMPAS.com", None, None, None),
    ("SYDNEY, Dec 11 AAP - ", [("SYDNEY", None)], "AAP", 12, 11, None),
    ("Mumbai, Dec 9 (PTI) ", [("Mumbai", None)], "PTI", 12, 9, None),
    ("Kabul (BNA) ", [("Kabul", None)], "BNA", None, None, None),
    ("MADRID, Dec 11 Europa Press - ", [("MADRID", None)], "Europa Press", 12, 11, None),
    ("AUSTIN (KXAN) — ", [("AUSTIN", None)], "KXAN", None, None, None),
    ("(Reuters) - ", [], "Reuters", None, None, None),
    ("(Belga) ", [], "Belga", None, None, None),
    ("Reuters - ", [], "Reuters", None, None, None),
    ("KOMPAS.com - ", [], "KOMPAS.com", None, None, None),
    ("Nov. 28 (UPI) -- ", [], "UPI", 11, 28, None),
    ("(ANSA) - ROMA, 01 SET - ", [("ROMA", None)], "ANSA", 9, 1, None),
    ("Canadian Press - OTTAWA (CP) - ", [("OTTAWA", None)], "Canadian Press / CP", None, None, None),
    ("МОСКВА, 27 августа. /ТАСС/. ", [("МОСКВА", None)], "ТАСС", 8, 27, None),
    ("МОСКВА, 10 фев — РИА Новости. ", [("МОСКВА", None)], "РИА Новости", 2, 10, None),
    ("ABOARD THE GOOD HOPE -- ", [("ABOARD THE GOOD HOPE", None)], None, None, None, None),
    ("FLUSHING MEADOWS — ", [("FLUSHING MEADOWS", None)], None, None, None, None),
    ("SÃO PAULO (Reuters) - ", [("SÃO PAULO", None)], "Reuters", None, None, None),
    ("新华社北京4月24日电（记者张三） ", [("北京", None)], "新华社", 4, 24, None),
    ("【ソウル＝小池太郎、ロンドン＝山田花子】", [("ソウル", None), ("ロンドン", None)], None, None, None, None),
    ("［ワシントン　１１日　ロイター］ - ", [("ワシントン", None)], "ロイター", None, 11, None),
    ("(서울=연합뉴스) 김하나 기자 = ", [("서울", None)], "연합뉴스", None, None, None),
    ("مانيلا، 3 ديسمبر (رويترز) - ", [("مانيلا", None)], "رويترز", 12, 3, None),
    ("دمشق، سوريا (CNN) -- ", [("دمشق", "سوريا")], "CNN", None, None, None),
    ("MADRID, Dec 11 Europa Press - ", [("MADRID", None)], "Europa Press", 12, 11, None),
    ("AUSTIN (KXAN) — ", [("AUSTIN", None)], "KXAN", None, None, None),
    ("Jakarta (ANTARA/JACX)- ", [("Jakarta", None)], "ANTARA/JACX", None, None, None),
    ("DALLAS/FORT WORTH, Texas, March 3 - ", [("DALLAS/FORT WORTH", "Texas")], None, 3, 3, None),
    ("CHARLESTON, W. Va. (AP) — ", [("CHARLESTON", "W. Va.")], "AP", None, None, None),
    ("McALLEN, Texas (AP) — ", [("McALLEN", "Texas")], "AP", None, None, None),
    ("ST. LOUIS: ", [("ST. LOUIS", None)], None, None, None, None),
    ("TRENTON, N.J. - ", [("TRENTON", "N.J.")], None, None, None, None),
    ("Lake Harbour, Minn. — ", [("Lake Harbour", "Minn.")], None, None, None, None),
    ("Entenhausen - ", [("Entenhausen", None)], None, None, None, None),
    ("TEGUCIGALPA, HONDURAS.- ", [("TEGUCIGALPA", "HONDURAS")], None, None, None, None),
    ("COLUMBIA, Md. March 3 - ", [("COLUMBIA", "Md.")], None, 3, 3, None),
    ("CHICAGO, March 4, - ", [("CHICAGO", None)], None, 3, 4, None),
    ("LOS ANGELES, March 18 -", [("LOS ANGELES", None)], None, 3, 18, None),
    ("WASHINGTON, March 12, Reuter - ", [("WASHINGTON", None)], "Reuter", 3, 12, None),
    ("LONDON (Reuters), March 3 - ", [("LONDON", None)], "Reuters", 3, 3, None),
    ("(Leipzig) - ", [("Leipzig", None)], None, None, None, None),
    ("Kiel (HVZ) - ", [("Kiel", None)], "HVZ", None, None, None),
    ("Warendorf (fn-press). ", [("Warendorf", None)], "fn-press", None, None, None),
    ("Warendorf (hafen-press). ", [("Warendorf", None)], "hafen-press", None, None, None),
    ("BERLIN taz | ", [("BERLIN", None)], "taz", None, None, None),
    ("OSLO (NTB): ", [("OSLO", None)], "NTB", None, None, None),
    ("HYDERABAD, March 4: ", [("HYDERABAD", None)], None, 3, 4, None),
    ("New Delhi [India], March 4 (ANI): ", [("New Delhi", "India")], "ANI", 3, 4, None),
    ("NEW YORK--(BUSINESS WIRE)--", [("NEW YORK", None)], "BUSINESS WIRE", None, None, None),
    ("VANCOUVER, British Columbia--(Newsfile Corp. - March 4, 2023) - ", [("VANCOUVER", "British Columbia")], "Newsfile Corp.", 3, 4, 2023),
    ("VANCOUVER, BC / ACCESSWIRE / March 4, 2023 / ", [("VANCOUVER", "BC")], "ACCESSWIRE", 3, 4, 2023),
    ("TEMPO.CO, Jakarta - ", [("Jakarta", None)], "TEMPO.CO", None, None, None),
    ("hafenpost.com - ", [], "hafenpost.com", None, None, None),
    ("(CNN)", [], "CNN", None, None, None),
    ("Feb. 23, 2015 -- ", [], None, 2, 23, 2015),
    ("(Lusa) — Lisboa. ", [("Lisboa", None)], "Lusa", None, None, None),
    ("Москва. 10 марта. INTERFAX.RU - ", [("Москва", None)], "INTERFAX.RU", 3, 10, None),
    ("КИЇВ. 3 березня. УНН. ", [("КИЇВ", None)], "УНН", 3, 3, None),
    ("3 марта, Минск /Корр. БЕЛТА/. ", [("Минск", None)], "Корр. БЕЛТА", 3, 3, None),
    ("București, 3 mar /Agerpres/ - ", [("București", None)], "Agerpres", 3, 3, None),
    ("Budapest, 2023. március 3. (MTI) - ", [("Budapest", None)], "MTI", 3, 3, 2023),
    ("Warszawa, 3.03.2023 (PAP) - ", [("Warszawa", None)], "PAP", 3, 3, 2023),
    ("İSTANBUL (AA) - ", [("İSTANBUL", None)], "AA", None, None, None),
    ("Hà Nội (TTXVN) - ", [("Hà Nội", None)], "TTXVN", None, None, None),
    ("..SÃO PAULO (Reuters) - ", [("SÃO PAULO", None)], "Reuters", None, None, None),
    ("中新网4月24日电 ", [], "中新网", 4, 24, None),
    ("（中央社記者張三李台北21日電）", [("台北", None)], "中央社", None, 21, None),
    ("（路透北京3日電）", [("北京", None)], "路透", None, 3, None),
    ("【ソウル＝共同】", [("ソウル", None)], "共同", None, None, None),
    ("【ワシントン共同】", [("ワシントン", None)], "共同", None, None, None),
    ("【AFP＝時事】", [], "AFP / 時事", None, None, None),
    ("[서울·부산=뉴시스]김하나 기자 = ", [("서울", None), ("부산", None)], "뉴시스", None, None, None),
    ("[항구경제=김하나 기자] ", [], "항구경제", None, None, None),
]  # fmt: skip

# Slips of the hand: a letter of the month, its day or the comma before it.
SLIPS = [
    ("LONDON, Narch 2 - ", (3, 2)), ("LONDON, Juen 19 - ", (6, 19)), ("LONDON, Apri 1 - ", (4, 1)), ("LONDON, Aprill 1 - ", (4, 1)),
    ("LONDON, March 2O - ", (3, None)), ("LONDON, June 219 - ", (6, None)), ("LONDON, Feb 37 - ", (2, None)),
    ("LONDON., June 13 - ", (6, 13)),
]  # fmt: skip

TRAPS = [
    "• Italy – A heritage of ferries and of the harbours that they leave at dawn.",
    "* PARIS – A heritage of ferries and of the harbours that they leave at dawn.",
    "Getafe - Barcelona",
    "Dallas – Fort Worth",
    "Kenia: Die Fähre kehrte am Freitag gegen Mittag in den Hafen zurück, wie es heißt.",
    "Italien – Die Fähre kehrte am Freitag gegen Mittag in den Hafen zurück, wie es heißt.",
    "TORQUAY, ENGLAND - FEBRUARY 16: A general view of the harbour in the storm.",
    "TORQUAY — FEBRUARY 16: A general view of the harbour in the storm of the year.",
    "London: Ferry comes back to the “harbour of the storm”",
    "Publié le 30/04/2024 - 16:00",
    "Actualizado Lunes, 2 diciembre 2024 - 02:24",
    "Jane Harbour August 17, 2019 - 2:19 pm",
    "Strait, August 19, 2019 - 5:48 pm",
    "Sperrfristende 01. Februar - Rechtliche Hinweise zur Schifffahrt im Hafen und davor.",
    "By Jane Harbour - Associated Press - Friday, April 28, 2023",
    "harbour-tours.com. All rights reserved",
    "Hafenpost.de - Nachrichten für Seeleute",
    "LONDON, 0 May 2020 - The ferry is late again and nobody knows why or how long.",
    "Bergen, was - late again and the ferry lay in the harbour until the next dawn.",
    "Kabul (BNA), which saw it all, was on the ferry when the storm broke the moorings.",
    "Kabul (BNA)",
    "(Reuters) and nothing else that would be a dateline, as far as one can see it.",
    "新华社北京4月45日电 港口星期五中午重新开放，乘客陆续上船。",
    "READ MORE: the ferry that came back to the harbour after the storm of the century.",
    "NEW: Ferry comes back to the harbour after the storm of the century.",
    "FILE - In this photo of 30 September the ferry leaves the harbour at dawn.",
    "EXKLUSIV - Reederei will Fähren verkaufen und den Hafen verlassen.",
    "SCOTT HARBOUR, BYLINE: Good to be with you, and thanks for having me.",
    "MARK HARBOUR: Yeah, and then we came back and there was nobody left at all.",
    "Oct. 6, 1923: First ferry crosses the strait with forty people on board.",
    "12.31 Uhr: Die Fähre kehrt in den Hafen zurück, niemand ist verletzt worden.",
    "Rep. Jane Harbour (D-GA) is the first to say so in the House this week.",
    "Bayu (32), warga kampung itu, telah menunggu dua malam di pelabuhan.",
    "St. Louis Park appears on no map of that year, as the librarian found out.",
    "Hallo. Will jemand wissen, wie man eine Fähre steuert, ohne sie zu sehen?",
    "Chief of Army Staff (COAS) General Asim visited the harbour on Friday - again.",
    "The government announced in October - late, as ever - to close the strait.",
    "Berlin. Kurz.",
    "Berlin. die Stadt schreibt klein, und trotzdem lesen es alle Leute gern und laut.",
    "LONDON",
    "Bergen, was - late again and the ferry lay in the harbour until the next dawn.",
    "Kabul (BNA), which saw it all, was on the ferry when the storm broke the moorings.",
    "Kabul (BNA)",
    "(Reuters) and nothing else that would be a dateline, as far as one can see it.",
    "新华社北京4月45日电 港口星期五中午重新开放，乘客陆续上船。",
    "",
    " ",
    "x",
    "—",
    "(()) - nothing in brackets and nothing behind them, and so no dateline at all",
    "(AP Photo) and nothing else that would be a dateline, as far as one can see",
    "Jane Doe (AP), who saw it all, was on the ferry when the storm broke the moorings.",
    "SALE - Everything must go before the ferry leaves the harbour on Friday at noon.",
    "WHO, WHAT, WHERE: the ferry in five questions and as many answers for you.",
    "新华社电",
    "今日は雨が降った。港は閉ざされている。",
    "عاد الوزير إلى الميناء يوم الجمعة بعد العاصفة التي ضربت الساحل.",
    "【速報】港は金曜日の正午に再開した。",
    "12/45 - The ferry is late again and nobody knows when it will come back.",
    "99 - The ferry is late again and nobody knows when it will come back.",
    "LONDON, Febtember 7 - The ferry is late again and nobody knows why.",
    "LONDON, Feb 2 3 - The ferry is late again and nobody knows why.",
    "March 3 — The ferry is late again and nobody knows when it will come back.",
    "March 3, 2015 — the ferry is late again and nobody knows when it will come back.",
    "(Harbour) - The ferry is late again and nobody knows when it will come back.",
    "Reuters: The ferry is late again and nobody knows when it will come back.",
    "Jane Harbour (SPD) - The ferry is late again and nobody knows why or how long.",
    "LONDON (Waits): The ferry is late again and nobody knows why or how long.",
    "PARIS, 1964 - The ferry is late again and nobody knows why or how long.",
    "PARIS (1964) - The ferry is late again and nobody knows why or how long.",
    "PARIS/ - The ferry is late again and nobody knows why or how long.",
    "A/B/C/D/E/F - The ferry is late again and nobody knows why or how long.",
    "PARIS / FERRY / The harbour is closed for two days and nobody knows why.",
    "PARIS -The ferry is late again and nobody knows why or how long it will be.",
    "PARIS | The ferry is late again and nobody knows why or how long it will be.",
    "MIGRATION – The ferry is late again and nobody knows why or how long it will be.",
    "MARKT - The ferry is late again and nobody knows why or how long it will be.",
    "LONDON: Yes, he did say that the ferry would come back at noon on Friday.",
    "London: Doe, Harbour, Strait, Noon, Friday (Storm 46), Quay, Mooring, Rope.",
    "London: Ferry comes back at noon",
    "LONDON: a ferry in five questions and as many answers, for readers of all ages.",
    "London (Ferry) is the name of a town on the river, as the map of 1850 has it.",
    "Monday, March 3 - The ferry is late again and nobody knows why or how long.",
    "Friday 18 November 2011 - The ferry is late again and nobody knows why.",
    "PHOTO SERIES — The ferry is late again and nobody knows why or how long it will be.",
    "St. Louis. The ferry is late again and nobody knows why or how long it will be, said the harbour master.",
    "LONDON, Berlin, Paris, Rome — The ferry is late again and nobody knows why.",
    "Ferry. Harbour - The ferry is late again and nobody knows why or how long.",
    "Harbour Masters. Union - The ferry is late again and nobody knows why.",
    "the ferry - The harbour is closed for two days and nobody knows why or how long.",
    "“LONDON — The ferry is late again,” she said, and nobody knew why or how long.",
    "中新网4月41日电 今日は雨が降った。",
    "منظمة الميناء (WHO) قالت يوم الجمعة إن العبارة عادت إلى الميناء.",
]  # fmt: skip


@pytest.mark.parametrize(("head", "places", "agency", "month", "day", "year"), FORMS, ids=lambda value: str(value)[:30])
def test_forms(  # noqa: PLR0913, PLR0917 - the columns of the table
    head: str,
    places: list[tuple[str, str | None]],
    agency: str | None,
    month: int | None,
    day: int | None,
    year: int | None,
) -> None:
    found = Dateline.parse(head + REST)
    assert found is not None
    assert str(found) == head
    assert found.places == tuple(Place(*place) for place in places)
    assert (found.agency, found.month, found.day, found.year) == (agency, month, day, year)


@pytest.mark.parametrize("name", ["Berlin", "Bad Homburg", "Москва"])
def test_the_full_stop_form(name: str) -> None:
    found = Dateline.parse(f"{name}. {GERMAN}")
    assert found is not None
    assert (str(found), found.places) == (f"{name}. ", (Place(name),))


@pytest.mark.parametrize(("head", "date"), SLIPS)
def test_slips_of_the_hand(head: str, date: tuple[int, int | None]) -> None:
    found = Dateline.parse(head + REST)
    assert found is not None
    assert str(found) == head
    assert found.places == (Place("LONDON"),)
    assert (found.month, found.day) == date


@pytest.mark.parametrize("dash", [" - ", " – ", " — ", " -- ", "— ", " _ ", " = ", "- "])
@pytest.mark.parametrize(
    "core", ["LONDON, April 7 (Reuters)", "Berlin (dpa)", "SIOUX FALLS, S.D., May 3", "(AFP)", "Nov. 28 (UPI)"]
)
def test_every_dash_gives_the_same_fields(core: str, dash: str) -> None:
    found, plain = find_dateline(core + dash + REST), find_dateline(core + " - " + REST)
    assert found is not None
    assert plain is not None
    assert found[2:] == plain[2:]
    assert found.separator == dash


def test_a_town_behind_an_agency_needs_little_text() -> None:
    found = find_dateline("(Lusa) — Lisboa. O porto reabriu.")
    assert found is not None
    assert (found.printed, found.separator, found.places) == ("(Lusa) — Lisboa", ". ", (("Lisboa", None),))


@pytest.mark.parametrize("text", ["(Lusa) — Harbour. ", "(Lusa) — Os "])
def test_an_agency_alone_is_followed_by_no_place(text: str) -> None:
    found = find_dateline(text + REST)
    assert found is not None
    assert (found.printed, found.separator, found.places) == ("(Lusa)", " — ", ())


def test_a_dateline_alone_is_one_when_its_separator_is_whole() -> None:
    assert Dateline.parse("LONDON — ") == Dateline(places=(Place("LONDON"),))
    assert Dateline.parse("LONDON —") is None


def test_a_dateline_must_stand_within_the_window() -> None:
    assert find_dateline("LONDON" + " " * 100 + "— " + REST) is not None
    assert find_dateline("LONDON" + " " * 102 + "— " + REST) is None


@pytest.mark.parametrize("paragraph", TRAPS)
def test_traps(paragraph: str) -> None:
    assert Dateline.parse(paragraph) is None


@pytest.mark.parametrize(("head", "places"), [(form[0], form[1]) for form in FORMS], ids=lambda value: str(value)[:30])
def test_white_space_and_line_break_change_no_field(head: str, places: list[tuple[str, str | None]]) -> None:
    broken = find_dateline("  " + head.rstrip() + "\n" + REST)
    if "-" in head or "—" in head:
        assert broken is not None
    if broken is not None:
        assert list(broken.places) == places


heads = st.sampled_from([form[0] for form in FORMS])


@given(heads, st.text(max_size=300))
def test_what_stands_after_the_window_changes_nothing(head: str, text: str) -> None:
    window = (head + REST + " " * LONGEST)[:LONGEST]
    assert find_dateline(window + "x" * 50) == find_dateline(window + "x" * 50 + text)


@given(st.one_of(st.text(), st.builds("{}{}".format, heads, st.text())))
def test_laws_of_the_parts(paragraph: str) -> None:
    found = find_dateline(paragraph)
    if found is None:
        return
    head = found.printed + found.separator
    assert paragraph.startswith(head)
    assert len(head) <= LONGEST
    assert all(name in found.printed for name, _ in found.places)
    assert found.month is None or 1 <= found.month <= 12
    assert found.day is None or 1 <= found.day <= 31
    assert find_dateline(head + paragraph[len(head) :]) == found


PLACES = ["LONDON", "NEW YORK", "SÃO PAULO", "KARACHI", "MOSCOW"]


@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True),
    st.sampled_from([None, "Reuters", "AP", "dpa"]),
    st.one_of(st.just((None, None)), st.tuples(st.integers(1, 12), st.integers(1, 28))),
    st.sampled_from(["ap", "reuters", "plain"]),
)
def test_printed_datelines_are_read_back(
    places: list[str], agency: str | None, when: tuple[int | None, int | None], style: str
) -> None:
    made = Dateline(places=tuple(map(Place, places)), agency=agency, month=when[0], day=when[1]).in_style(style)  # type: ignore[arg-type]
    found = Dateline.parse(str(made) + REST)
    assert found == made


@pytest.mark.parametrize(
    ("style", "printed"),
    [("ap", "KARACHI, Sindh, April 7, 2024 (AP) — "), ("reuters", "KARACHI, Sindh, April 7, 2024 (AP) - ")],
)
def test_house_styles(style: str, printed: str) -> None:
    assert "".join(print_dateline((("KARACHI", "Sindh"),), "AP", 4, 7, 2024, style)) == printed  # type: ignore[arg-type]


@pytest.mark.parametrize("dateline", [Dateline(places=(Place("KARACHI"),)), Dateline()])
def test_an_unknown_house_style_is_refused(dateline: Dateline) -> None:
    with pytest.raises(ValueError, match="there are the styles ap, reuters, plain, and no 'AP'"):
        dateline.in_style("AP")  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["ap", "reuters", "plain"])
@pytest.mark.parametrize(
    ("places", "agency", "when"),
    [
        ([Place("FLUSHING MEADOWS")], None, (None, None, None)),
        ([Place("ISLAMABAD", "Pakistan"), Place("LONDON")], "AP", (4, 7, 2024)),
        ([Place("LA CROSSE", "Wis.")], None, (None, None, None)),
        ([Place("Nowhereville")], "Reuters", (5, None, None)),
        ([Place("MADRID")], "EUROPA PRESS", (None, 12, None)),
        ([Place("MADRID")], None, (5, None, 2024)),
        ([Place("MADRID")], "EFE", (None, None, 2024)),
        ([], "Reuters", (4, 7, None)),
        ([], "Reuters", (None, None, None)),
    ],
)
def test_what_a_style_prints_gives_the_fields_back(
    places: list[Place], agency: str | None, when: tuple[int | None, int | None, int | None], style: str
) -> None:
    month, day, year = when
    made = Dateline(places=tuple(places), agency=agency, month=month, day=day, year=year).in_style(style)  # type: ignore[arg-type]
    if style == "plain" and places == [Place("FLUSHING MEADOWS")]:
        assert made.separator == " — "
    if style == "reuters" and places == [Place("FLUSHING MEADOWS")]:
        return  # an unknown place proves itself by a long dash only
    for rest in (REST, ""):
        assert Dateline.parse(str(made) + rest) == made


def test_little_is_printed_of_little() -> None:
    assert print_dateline((), None, None, None, None, "ap") == ("", "")
    assert print_dateline((), "AP", None, None, None, "ap") == ("(AP)", " — ")
    assert print_dateline((("OSLO", None),), None, None, None, None, "plain") == ("OSLO", ": ")
    assert print_dateline((("OSLO", None),), None, 4, None, None, "plain") == ("OSLO, April", " - ")
    assert str(Dateline()) == ""
    assert Dateline(printed="OSLO", separator=": ").printed == "OSLO"


@pytest.mark.parametrize("piece", ["A", "A. ", "NEW YORK ", "X/Y", "(AP) ", "Nov 2, ", "—"])
def test_time_does_not_grow_with_the_paragraph(piece: str) -> None:
    def best(text: str) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            find_dateline(text)
            times.append(time.perf_counter() - start)
        return min(times)

    find_dateline(piece * 30)
    assert best(piece * 20_000) < 50 * max(best(piece * 200), 1e-5)


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Dateline\.parse takes a str, not bytes"):
        Dateline.parse(b"LONDON: ")  # type: ignore[arg-type]
