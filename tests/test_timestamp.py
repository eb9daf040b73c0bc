"""Timestamp lines: dates and times in many languages, the traps, and the laws."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Timestamp
from articlekit.recognizers.timestamp import LONGEST, find_timestamps, is_month, is_timestamp, is_weekday, month_of

CLDR: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parent / "cldr_dates.json").read_text("utf-8"))
MAY = datetime(2024, 5, 5, 18, 30)
"""The moment that most of these lines print."""

FORMS: list[tuple[str, list[tuple[str, date | time, str | None]]]] = [
    # English
    ("Updated 07 December 2023", [("updated", date(2023, 12, 7), None)]),
    ("Published Jun 05, 2026 • 3 minute read", [("published", date(2026, 6, 5), None)]),
    ("12:20pm Jan 7, 2024", [("unknown", datetime(2024, 1, 7, 12, 20), None)]),
    ("April 25, 2023 12:26 AM GMT+2", [("unknown", datetime(2023, 4, 25, 0, 26), "GMT+2")]),
    ("June 26, 2023 5 AM PT", [("unknown", datetime(2023, 6, 26, 5), "PT")]),
    ("May 5, 2024, 6:30 p.m. ET", [("unknown", MAY, "ET")]),
    ("Sunday, May 5th, 2024 at 6:30 PM", [("unknown", MAY, None)]),
    ("Sun 5 May 2024 18.30 BST", [("unknown", MAY, "BST")]),
    ("6:30 PM PDT • May 5, 2024", [("unknown", MAY, "PDT")]),
    ("the 5th of May, 2024", [("unknown", date(2024, 5, 5), None)]),
    ("May-05-2024 18:30", [("unknown", MAY, None)]),
    ("05-May-2024", [("unknown", date(2024, 5, 5), None)]),
    ("5/May/2024:18:30", [("unknown", MAY, None)]),
    ("May 5 18:30 2024", [("unknown", MAY, None)]),
    ("Sun May 5 18:30:12 GMT 2024", [("unknown", MAY.replace(second=12), "GMT")]),
    ("Sun, 05 May 2024 18:30:00 +0200", [("unknown", MAY, "+0200")]),
    ("Article 05 MAY 24", [("unknown", date(2024, 5, 5), None)]),
    ("05 MAY 98", [("unknown", date(1998, 5, 5), None)]),
    ("May 5, 2024 @18:30 PM", [("unknown", MAY, None)]),
    ("November 18, 2019 | 4:10pm", [("unknown", datetime(2019, 11, 18, 16, 10), None)]),
    # numbers
    ("2024-05-05T18:30:00Z", [("unknown", MAY, "Z")]),
    ("2024-05-05T18:30:00.123-05:00", [("unknown", MAY, "-05:00")]),
    ("2024/05/05 18:30", [("unknown", MAY, None)]),
    ("On 11/13/19 at 4:00 PM EST", [("unknown", datetime(2019, 11, 13, 16), "EST")]),
    ("02/03/2025 10:15 am", [("unknown", datetime(2025, 2, 3, 10, 15), None)]),
    ("02/03/2025 10:15 EST", [("unknown", datetime(2025, 2, 3, 10, 15), "EST")]),
    ("02/03/2025 10:15", [("unknown", datetime(2025, 3, 2, 10, 15), None)]),
    ("02/03/2025", [("unknown", date(2025, 3, 2), None)]),
    ("Monday, 02/03/2025", [("unknown", date(2025, 2, 3), None)]),
    ("2/3/2025", [("unknown", date(2025, 2, 3), None)]),
    ("2/3/2025 10:15", [("unknown", datetime(2025, 3, 2, 10, 15), None)]),
    ("02-03-2025 10:15 am", [("unknown", datetime(2025, 3, 2, 10, 15), None)]),
    ("13/06/2014", [("unknown", date(2014, 6, 13), None)]),
    ("06/13/2014", [("unknown", date(2014, 6, 13), None)]),
    ("20/11/2019 / 11:54 am", [("unknown", datetime(2019, 11, 20, 11, 54), None)]),
    ("18:30 05.05.24", [("unknown", MAY, None)]),
    ("25. 4. 2023 5:00", [("unknown", datetime(2023, 4, 25, 5), None)]),
    # other languages
    ("Donnerstag 05. Juni 2025 15:44 Uhr", [("unknown", datetime(2025, 6, 5, 15, 44), None)]),
    ("Aktualisiert am 28. April 2023, 20.22 Uhr", [("updated", datetime(2023, 4, 28, 20, 22), None)]),
    ("12. MÄR 2025", [("unknown", date(2025, 3, 12), None)]),
    ("Stand: 06.05.2024 | 18 Uhr", [("published", datetime(2024, 5, 6, 18), None)]),
    ("Erstellt: 05.05.2024, Stand: 06.05.2024", [("published", date(2024, 5, 5), None), ("updated", date(2024, 5, 6), None)]),
    ("Publié le 30/04/2024 - 16:00", [("published", datetime(2024, 4, 30, 16), None)]),
    ("le 1er août 2023 à 14h52", [("unknown", datetime(2023, 8, 1, 14, 52), None)]),
    ("Mis en ligne le 5 mai 2024 à 18h30 - Mis à jour à 19h05", [("published", MAY, None), ("updated", MAY.replace(hour=19, minute=5), None)]),
    ("25 de mayo de 2025 16:51 h Actualizado el 25/05/2025 21:57 h", [("published", datetime(2025, 5, 25, 16, 51), None), ("updated", datetime(2025, 5, 25, 21, 57), None)]),
    ("2 ago 2024 - 08:22CEST", [("unknown", datetime(2024, 8, 2, 8, 22), "CEST")]),
    ("Publicado em 05/05/2024 às 18h", [("published", MAY.replace(minute=0), None)]),
    ("7 de dezembro de 2023", [("unknown", date(2023, 12, 7), None)]),
    ("Pubblicato il 5 maggio 2024 alle 18.30", [("published", MAY, None)]),
    ("Laatst bijgewerkt: 5 mei 2024 om 18.30 uur", [("updated", MAY, None)]),
    ("Giriş Tarihi: 5.5.2024 18:30 Güncelleme Tarihi: 5.5.2024 19:30", [("published", MAY, None), ("updated", MAY.replace(hour=19), None)]),
    ("5 Mayıs 2024 Pazar 18:30", [("unknown", MAY, None)]),
    ("05.12.2025 tarihinde güncellendi", [("updated", date(2025, 12, 5), None)]),
    ("5 мая 2024, 18:30 МСК (обновлено: 19:30 05.05.2024)", [("published", MAY, "МСК"), ("updated", MAY.replace(hour=19), None)]),
    ("Dodano: 5 maja 2024 r., godz. 18:30", [("published", MAY, None)]),
    ("Publicerad 5 maj 2024 kl 18.30Uppdaterad kl 19.30", [("published", MAY, None), ("updated", MAY.replace(hour=19), None)]),
    ("Publisert torsdag 09. mai 2024 - 13:26 Sist oppdatert torsdag 09. mai 2024 - 20:24", [("published", datetime(2024, 5, 9, 13, 26), None), ("updated", datetime(2024, 5, 9, 20, 24), None)]),
    ("5.5.2024 18:30 | Päivitetty 5.5.2024 19:30", [("published", MAY, None), ("updated", MAY.replace(hour=19), None)]),
    ("Közzétéve: 2024. május 5. 18:30", [("published", MAY, None)]),
    ("Senin, 06 Mei 2024 18:30 WIB", [("unknown", datetime(2024, 5, 6, 18, 30), "WIB")]),
    ("Cập nhật lúc 18:30, Chủ nhật, 05/05/2024 (GMT+7)", [("updated", MAY, None)]),
    ("Chủ nhật, 05/05/2024, 18:30 (GMT+7)", [("unknown", MAY, "GMT+7")]),
    ("5 tháng 3 năm 2024", [("unknown", date(2024, 3, 5), None)]),
    ("نشر في: ٥ مايو ٢٠٢٤ - ١٨:٣٠", [("published", MAY, None)]),
    ("آخر تحديث: 05 أيار/مايو 2024، 06:30 م", [("updated", MAY, None)]),
    ("2025年1月13日 21時37分", [("unknown", datetime(2025, 1, 13, 21, 37), None)]),
    ("２０２４年５月５日（日）　１８：３０配信", [("published", MAY, None)]),
    ("2025年1月13日 午後3時5分", [("unknown", datetime(2025, 1, 13, 15, 5), None)]),
    ("发布时间：2024-05-05 18:30", [("published", MAY, None)]),
    ("2024年5月5日 星期日 18:30 更新", [("updated", MAY, None)]),
    ("입력 : 2025-06-04 02:37:08", [("published", datetime(2025, 6, 4, 2, 37, 8), None)]),
    ("2025년 6월 4일 오전 12시 5분", [("unknown", datetime(2025, 6, 4, 0, 5), None)]),
    ("입력 24.05.06 18:30", [("published", datetime(2024, 5, 6, 18, 30), None)]),
    # two stamps, and one printed twice
    ("PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019", [("published", datetime(2019, 11, 19, 10, 48), None), ("updated", datetime(2019, 11, 19, 11, 5), None)]),
    ("January 28, 2025 11:30 am (Updated 11:54 am)", [("published", datetime(2025, 1, 28, 11, 30), None), ("updated", datetime(2025, 1, 28, 11, 54), None)]),
    ("Published 05/05/2024 - 18:30 GMT+1 •Updated 19:30", [("published", MAY, "GMT+1"), ("updated", MAY.replace(hour=19), "GMT+1")]),
    ("May 5, 2024 6:30 PM UTC Updated ago", [("published", MAY, "UTC")]),
    ("Monday, November 18, 2019, 04:05 pm PT (07:05 pm ET)", [("unknown", datetime(2019, 11, 18, 16, 5), "PT")]),
    ("10:00 5 May 2024 | 11:00 6 May 2024", [("unknown", datetime(2024, 5, 5, 10), None), ("unknown", datetime(2024, 5, 6, 11), None)]),
    ("Updated May 5, 2024 6:30 PM / Original May 5, 2024", [("updated", MAY, None), ("published", date(2024, 5, 5), None)]),
    ("30.01.2024 / 30. Januar 2024", [("unknown", date(2024, 1, 30), None)]),
    ("05.05.2024 5. Mai 2024, 18:30 Uhr", [("unknown", MAY, None)]),
    ("5. Mai 2024, 18:30 Uhr (05.05.2024)", [("unknown", MAY, None)]),
    ("05.05.2024 Neustadt 5. Mai 2024, 18:30 Uhr", [("unknown", date(2024, 5, 5), None), ("unknown", MAY, None)]),
    ("Updated Nov 19, 9:41 AM; posted Nov 18, 2019", [("published", date(2019, 11, 18), None)]),
    ("Published 5 May 2024 (the harbour reopened in the evening hours: 10:20)", [("published", date(2024, 5, 5), None)]),
    # glued
    ("Apr 28 20232:23 PM EDT", [("unknown", datetime(2023, 4, 28, 14, 23), "EDT")]),
    ("30.01.202430. Januar 2024", [("unknown", date(2024, 1, 30), None)]),
    ("Publiziert17. Dezember 2024, 12:17", [("published", datetime(2024, 12, 17, 12, 17), None)]),
    ("2 minute readApril 25, 20232:26 PM GMT+2Last Updated 9 min ago", [("published", datetime(2023, 4, 25, 14, 26), "GMT+2")]),
    ("Jane Doe5 May 2024, 18:30Updated: 5 May 2024, 19:30", [("published", MAY, None), ("updated", MAY.replace(hour=19), None)]),
    ("5May2024", [("unknown", date(2024, 5, 5), None)]),
    # times alone
    ("Updated20:49", [("updated", time(20, 49), None)]),
    ("5:45 AM", [("unknown", time(5, 45), None)]),
    ("Uppdaterad 15.59 | Publicerad 14.14", [("updated", time(15, 59), None), ("published", time(14, 14), None)]),
    ("kl. 15.59", [("unknown", time(15, 59), None)]),
    ("Stand: 20:03 Uhr", [("unknown", time(20, 3), None)]),
    # no dates
    ("31 February 2023", []),
    ("31.02.2023", []),
    ("13/13/2024", []),
    ("5. August", []),
    ("5.5. 18:30", []),
    ("mandag 5. august kl. 14:47", []),
    ("99 August", []),
    ("2 hours ago", []),
    ("10 ago", []),
    ("5 ago ago 2024", []),
    ("25:99", []),
    ("10:20:99", []),
    ("10:2", []),
    ("5 : 30", []),
    ("24:00", []),
    ("10H1", []),
    ("1:38 min", []),
    ("at 4.50 euros", []),
    ("a rise of 5.25 to 7.49", []),
    ("USD 1,476.98 and 17:3", []),
    ("2 : 1:10:20:30", []),
    ("192.168.10.12", []),
    ("1. 18. 47", []),
    ("1.2.3", []),
    ("18 Uhr", []),
    ("2019 iMac 4K", []),
    ("Chapter 12 of 2023 pages", []),
    ("20240505", []),
    ("no digits here", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), FORMS, ids=lambda value: str(value)[:40])
def test_forms(line: str, wanted: list[tuple[str, date | time, str | None]]) -> None:
    found = Timestamp.parse_all(line)
    assert [(stamp.kind, stamp.value, stamp.tz) for stamp in found] == wanted
    assert all(stamp.printed in line for stamp in found)


def test_the_label_belongs_to_what_is_printed() -> None:
    printed = [
        stamp.printed for stamp in find_timestamps("Jane Doe | Posted: 5 May 2024 | Last updated at 6:30 pm ET | Share")
    ]
    assert printed == ["Posted: 5 May 2024", "updated at 6:30 pm ET"]


@pytest.mark.parametrize(
    "line",
    [
        *(line for line, wanted in FORMS if wanted and not line.startswith(("Published 5 May 2024 (the", "Jane Doe5"))),
        "5. August",
        "6. Mai um 18:30",
        "Nov 19, 9:41 AM",
        "12月24日会員限定",
        "Julkaistu 5.5. 18:30",
        "vor 2 Stunden",
        "•vor 2 Std.",
        "vor einer Stunde",
        "an hour ago",
        "Just now",
        "たった今",
        "Updated today",
        "Zuerst veröffentlicht am",
        "Last updated:",
        "입력",
        "Yesterday at 6:30 PM",
        "il y a 3 heures",
        "hace 5 min",
        "há 2 horas",
        "2 ore fa",
        "3 uur geleden",
        "2 saat önce",
        "3 часа назад",
        "2 godziny temu",
        "för 2 timmar sedan",
        "for 2 timer siden",
        "2 tuntia sitten",
        "před 2 hodinami",
        "2 jam yang lalu",
        "منذ 3 ساعات",
        "3시간 전",
        "2小时前",
        "1時間前",
        "Published 2 hours ago",
        "World / 4h ago",
        "3 min read",
        "2-minute read",
        "5 Min.",
        "(4 min)",
        "| Lesedauer: 4 Minuten",
        "Temps de lecture : 4 min",
        "Tiempo de lectura: 6 min",
        "3 dk okuma",
        "読了時間：3分",
        "Artikel veröffentlicht am 5. Mai 2024, 18:30 Uhr, Jan Schmitt",
        "Published 5 May 2024 by Jane Doe-Harbour",
        "Publié le 5 mai 2024 à 18h30 par Jeanne Dupont",
        "By - 2019-04-10",
        "By admin - 2019-04-10",
        "20 November 2019 08:05 by Jane Harbour",
        "By 20 November 2019 08:05 Jane Harbour",
    ],
)
def test_lines_that_are_stamps(line: str) -> None:
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry came back on 5 May 2023, two days after the storm.",
        "By Jane Doe, 5 May 2023",
        "by Jane Doe 5 May 2023",
        "Christopher Davies - Nov 19, 2019",
        "By Alexander Longname, 20 November 2019 08:05",
        "Monday Afternoon Readings 5.5.2023 10:30",
        "Jane Doe-Harbour and John Roe-Harbour, 5 May 2023",
        "5 May 2024 Jane Doe-Harbour And Richard Roe-Harbour",
        "5 May 2024 Unforgettable Harbours",
        "Par Jeanne Dupont, publié le 5 mai 2024",
        "Home",
        "Today",
        "Update",
        "Original Harbour",
        "Long ago",
        "An hour ago the ferry sank",
        "Chapter 12",
        "",
        "12 people were hurt",
        "60 Minutes",
        "3 Minuten",
        "2:38 min",
        "watchOS 5",
        "iPhone 11 Pro",
        "Copyright 2024",
        "Hols from £9.50",
        "5 things to know",
        "10.31 Uhr: Die Fähre kommt zurück",
        "昨日のトップ５",
        "x" * 200 + "2023",
        "1 " * 40,
    ],
)
def test_lines_that_are_no_stamps(line: str) -> None:
    assert not is_timestamp(line)


@pytest.mark.parametrize("language", sorted(CLDR))
def test_every_month_as_cldr_writes_it(language: str) -> None:
    for day, forms in CLDR[language].items():
        for form in forms:
            assert [stamp.value for stamp in find_timestamps(form)] == [date.fromisoformat(day)], form
            assert is_timestamp(form), form


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %B %Y", "%B %d, %Y", "%A %d %b %Y", "%Y年%m月%d日"]))  # fmt: skip
def test_written_dates_are_read(day: date, form: str) -> None:
    assert [stamp.value for stamp in find_timestamps(day.strftime(form))] == [day]


@given(DAYS, st.sampled_from(["%A, %d/%m/%Y", "%A, %m/%d/%Y"]))
def test_the_weekday_decides_between_day_and_month(day: date, form: str) -> None:
    found = find_timestamps(day.strftime(form))
    assert len(found) == 1
    value = found[0].value
    assert isinstance(value, date)
    assert value == day or (value.weekday() == day.weekday() and {value.day, value.month} == {day.day, day.month})


@given(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)), st.sampled_from(["%d.%m.%Y %H:%M", "%H:%M, %d %B %Y", "%B %d, %Y %I:%M %p", "%B %d, %Y%I:%M %p", "%Y-%m-%dT%H:%M"]))  # fmt: skip
def test_written_times_are_read(moment: datetime, form: str) -> None:
    assert [stamp.value for stamp in find_timestamps(moment.strftime(form))] == [
        moment.replace(second=0, microsecond=0)
    ]


WORDS = st.sampled_from(["Updated", "published", "5", "05", "13", "2024", "20245", "May", "mai", "Monday", "at", "kl", ".", ",", ":", "/", "-", "(", ")", "PM", "EST", "h", "年", "月", "日", "時", "前", "ago", "min", "read", "vor", "à", "Harbour", "harbour", "%", " "])  # fmt: skip
LINES = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=30).map("".join), st.lists(WORDS, max_size=30).map(" ".join)
)


@given(LINES)
def test_what_is_found_stands_in_the_line(line: str) -> None:
    found = find_timestamps(line)
    assert found == find_timestamps(line)
    for stamp in found:
        assert stamp.printed in line
        assert stamp.printed
        assert isinstance(stamp.value, (date, time))
        assert stamp.tz is None or all(part in line for part in stamp.tz.split())
    assert is_timestamp(line) in {True, False}


@given(LINES)
def test_nothing_is_found_without_digits(line: str) -> None:
    assert find_timestamps("".join(char for char in line if not char.isdecimal())) == ()


@given(LINES)
def test_only_the_head_of_a_line_is_looked_at(line: str) -> None:
    head = line.ljust(LONGEST)[:LONGEST]
    assert find_timestamps(head + "5 May 2024") == find_timestamps(head)


@pytest.mark.parametrize(
    "unit", ["1.1.", "1 May ", "12:30 ", "5 de de de de ", "2024 (", "Updated ", "aB1", "1,1,", "vor 2 "]
)
def test_long_lines_cost_no_more_than_their_head(unit: str) -> None:
    started = perf_counter()
    find_timestamps(unit * 2_000_000)
    assert not is_timestamp(unit * 2_000_000)
    assert perf_counter() - started < (2 if sys.gettrace() is None else 10)


def test_names_of_months_and_weekdays() -> None:
    assert is_month("december")
    assert is_weekday("donnerstag")
    assert not is_weekday("december")
    assert month_of("Dezember") == 12
    assert month_of("harbour") is None


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Timestamp\.parse_all takes a str"):
        Timestamp.parse_all(None)  # type: ignore[arg-type]


def test_the_gold(shared: Path) -> None:
    """Dates without year have no value here, and lines of the gold that print one do not count."""
    right = lines = 0
    for record in (
        json.loads(line) for line in (shared / "corpus" / "timestamps.jsonl").read_text("utf-8").splitlines()
    ):
        wanted = [item["value"][:16] for item in record["gold"]["items"] if item["value"] and len(item["value"]) >= 10]
        if wanted and not any(value.startswith("--") for value in wanted):
            lines += 1
            found = [stamp.value for stamp in find_timestamps(record["text"]) if isinstance(stamp.value, date)]
            right += [value.isoformat()[:16] for value in found] == wanted
    assert right / lines >= 0.99
