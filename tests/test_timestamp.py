"""Timestamp lines: dates and times in many languages, the traps, and the laws."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Timestamp
from articlekit.recognizers.timestamp import find_timestamps, is_month, is_timestamp, month_of

FORMS: list[tuple[str, list[tuple[str, date | time, str | None]]]] = [
    ("Updated 07 December 2023", [("updated", date(2023, 12, 7), None)]),
    ("Published Jun 05, 2026 • 3 minute read", [("published", date(2026, 6, 5), None)]),
    ("12:20pm Jan 7, 2024", [("unknown", datetime(2024, 1, 7, 12, 20), None)]),
    ("Apr 28 20232:23 PM EDT", [("unknown", datetime(2023, 4, 28, 14, 23), "EDT")]),
    ("April 25, 2023 12:26 AM GMT+2", [("unknown", datetime(2023, 4, 25, 0, 26), "GMT+2")]),
    ("June 26, 2023 5 AM PT", [("unknown", datetime(2023, 6, 26, 5), "PT")]),
    ("On 11/13/19 at 4:00 PM EST", [("unknown", datetime(2019, 11, 13, 16), "EST")]),
    ("02/03/2025 10:15 am", [("unknown", datetime(2025, 2, 3, 10, 15), None)]),
    ("02/03/2025", [("unknown", date(2025, 3, 2), None)]),
    ("13/06/2014", [("unknown", date(2014, 6, 13), None)]),
    ("06/13/2014", [("unknown", date(2014, 6, 13), None)]),
    ("Donnerstag 05. Juni 2025 15:44 Uhr", [("unknown", datetime(2025, 6, 5, 15, 44), None)]),
    ("Aktualisiert am 28. April 2023, 20.22 Uhr", [("updated", datetime(2023, 4, 28, 20, 22), None)]),
    ("30.01.202430. Januar 2024", [("unknown", date(2024, 1, 30), None)]),
    ("Publiziert17. Dezember 2024, 12:17", [("published", datetime(2024, 12, 17, 12, 17), None)]),
    ("25. 4. 2023 5:00", [("unknown", datetime(2023, 4, 25, 5), None)]),
    ("30.01.2024 / 30. Januar 2024", [("unknown", date(2024, 1, 30), None)]),
    ("12. MÄR 2025", [("unknown", date(2025, 3, 12), None)]),
    ("Publié le 30/04/2024 - 16:00", [("published", datetime(2024, 4, 30, 16), None)]),
    ("le 1er août 2023 à 14h52", [("unknown", datetime(2023, 8, 1, 14, 52), None)]),
    ("25 de mayo de 2025 16:51 h Actualizado el 25/05/2025 21:57 h", [("published", datetime(2025, 5, 25, 16, 51), None), ("updated", datetime(2025, 5, 25, 21, 57), None)]),
    ("5 gennaio 2025", [("unknown", date(2025, 1, 5), None)]),
    ("7 de dezembro de 2023", [("unknown", date(2023, 12, 7), None)]),
    ("6 maart 2024 om 12:00", [("unknown", datetime(2024, 3, 6, 12), None)]),
    ("Publisert torsdag 09. mai 2024 - 13:26 Sist oppdatert torsdag 09. mai 2024 - 20:24", [("published", datetime(2024, 5, 9, 13, 26), None), ("updated", datetime(2024, 5, 9, 20, 24), None)]),
    ("5 Aralık 2025 12:30", [("unknown", datetime(2025, 12, 5, 12, 30), None)]),
    ("5 декабря 2025, 12:30 МСК", [("unknown", datetime(2025, 12, 5, 12, 30), "МСК")]),
    ("5 grudnia 2025", [("unknown", date(2025, 12, 5), None)]),
    ("3 ديسمبر 2023", [("unknown", date(2023, 12, 3), None)]),
    ("2025年1月13日 21時37分", [("unknown", datetime(2025, 1, 13, 21, 37), None)]),
    ("2025年1月13日 午後3時5分", [("unknown", datetime(2025, 1, 13, 15, 5), None)]),
    ("입력 : 2025-06-04 02:37:08", [("published", datetime(2025, 6, 4, 2, 37, 8), None)]),
    ("2025년 6월 4일 오전 12시 5분", [("unknown", datetime(2025, 6, 4, 0, 5), None)]),
    ("5 tháng 3 năm 2024", [("unknown", date(2024, 3, 5), None)]),
    ("5 tarihinde 05.12.2025 güncellendi", [("updated", date(2025, 12, 5), None)]),
    ("PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019", [("published", datetime(2019, 11, 19, 10, 48), None), ("updated", datetime(2019, 11, 19, 11, 5), None)]),
    ("January 28, 2025 11:30 am (Updated 11:54 am)", [("published", datetime(2025, 1, 28, 11, 30), None), ("updated", datetime(2025, 1, 28, 11, 54), None)]),
    ("Monday, November 18, 2019, 04:05 pm PT (07:05 pm ET)", [("unknown", datetime(2019, 11, 18, 16, 5), "PT")]),
    ("Updated20:49", [("updated", time(20, 49), None)]),
    ("5:45 AM", [("unknown", time(5, 45), None)]),
    ("31 February 2023", []),
    ("31.02.2023", []),
    ("5. August", []),
    ("99 August", []),
    ("2 hours ago", []),
    ("25:99", []),
    ("Chapter 12 of 2023 pages", []),
    ("no digits here", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), FORMS, ids=lambda value: str(value)[:40])
def test_forms(line: str, wanted: list[tuple[str, date | time, str | None]]) -> None:
    found = Timestamp.parse_all(line)
    assert [(stamp.kind, stamp.value, stamp.tz) for stamp in found] == wanted
    assert all(stamp.printed in line for stamp in found)


@pytest.mark.parametrize(
    "line",
    [
        *(line for line, wanted in FORMS if wanted and "20232" not in line and "202430" not in line),
        "vor 2 Stunden",
        "il y a 3 heures",
        "hace 5 min",
        "3시간 전",
        "3 часа назад",
        "2 hours ago",
        "3 min read",
        "Lesezeit: 5 Min.",
        "21 May 2025",
    ],
)
def test_lines_that_are_stamps(line: str) -> None:
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry came back on 5 May 2023, two days after the storm.",
        "By Jane Doe-Harbour and John Roe-Harbour, 5 May 2023",
        "Home",
        "Chapter 12",
        "",
        "12 people were hurt",
        "x" * 200 + "2023",
        "1 " * 40,
    ],
)
def test_lines_that_are_no_stamps(line: str) -> None:
    assert not is_timestamp(line)


MONTHS = {"en": "December", "de": "Dezember", "fr": "décembre", "es": "diciembre", "it": "dicembre", "pt": "dezembro", "nl": "december", "tr": "Aralık", "ru": "декабря", "pl": "grudnia", "id": "Desember", "sv": "december", "fi": "joulukuuta"}  # fmt: skip


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y"]),
)
def test_written_dates_are_read(day: date, form: str) -> None:
    assert [stamp.value for stamp in find_timestamps(day.strftime(form))] == [day]


@given(st.sampled_from(sorted(MONTHS.values())), st.integers(1, 31), st.integers(1900, 2099))
def test_december_in_many_languages(month: str, day: int, year: int) -> None:
    assert [stamp.value for stamp in find_timestamps(f"{day} {month} {year}")] == [date(year, 12, day)]


@given(st.text())
def test_what_is_found_stands_in_the_line(line: str) -> None:
    for stamp in find_timestamps(line):
        assert stamp.printed in line
    if not any(char.isdigit() for char in line):
        assert find_timestamps(line) == ()
        assert not is_timestamp(line)


def test_months() -> None:
    assert is_month("december")
    assert month_of("Dezember") == 12
    assert month_of("harbour") is None


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Timestamp\.parse_all takes a str"):
        Timestamp.parse_all(None)  # type: ignore[arg-type]
