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
]  # fmt: skip

TRAPS = [
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
    "LONDON — ",
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
    "LONDON, Feb 37 - The ferry is late again and nobody knows why.",
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


def test_the_full_stop_form() -> None:
    found = Dateline.parse("Berlin. " + GERMAN)
    assert found is not None
    assert (str(found), found.places) == ("Berlin. ", (Place("Berlin"),))


@pytest.mark.parametrize("paragraph", TRAPS)
def test_traps(paragraph: str) -> None:
    assert Dateline.parse(paragraph) is None


@pytest.mark.parametrize(("head", "places"), [(form[0], form[1]) for form in FORMS], ids=lambda value: str(value)[:30])
def test_white_space_and_line_break_change_no_field(head: str, places: list[tuple[str, str | None]]) -> None:
    broken = find_dateline("  " + head.rstrip() + "\n" + REST)
    if broken is not None and broken.places:
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
