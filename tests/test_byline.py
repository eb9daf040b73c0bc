"""Bylines: who wrote it, and lines that name nobody."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Byline
from articlekit.recognizers.byline import find_byline, looks_like_byline
from articlekit.recognizers.byline_words import is_role, lead_end, unglued
from articlekit.recognizers.names import is_name, is_name_word, is_particle

FORMS = [
    ("By Jane Doe", ("Jane Doe",), ()),
    ("BY JANE DOE, REUTERS", ("JANE DOE",), ("REUTERS",)),
    ("By Jane Doe and John Roe", ("Jane Doe", "John Roe"), ()),
    ("By Jane Doe And John Roe", ("Jane Doe", "John Roe"), ()),
    ("By JANE DOE, ANN ROE and DAN ZET", ("JANE DOE", "ANN ROE", "DAN ZET"), ()),
    ("By Jane Doe, Anna Claire-Roe, John Roe and Tanya Zet", ("Jane Doe", "Anna Claire-Roe", "John Roe", "Tanya Zet"), ()),
    ("By Jane Doe in London and John Roe in Paris", ("Jane Doe", "John Roe"), ()),
    ("Von Jane Doe", ("Jane Doe",), ()),
    ("Von: Jane Doe", ("Jane Doe",), ()),
    ("Ein Kommentar von Jane Doe", ("Jane Doe",), ()),
    ("Von Jane Doe, Lille", ("Jane Doe",), ()),
    ("Von Jane Doe, New York", ("Jane Doe",), ()),
    ("Von unserer Redaktion", (), ("unserer Redaktion",)),
    ("Autor: Jane Doe", ("Jane Doe",), ()),
    ("Autor Jane Doe Alle Artikel Kontakt", ("Jane Doe",), ()),
    ("Par Jane Doe et John Roe", ("Jane Doe", "John Roe"), ()),
    ("Por Jane Doe y John Roe", ("Jane Doe", "John Roe"), ()),
    ("di Jane Doe", ("Jane Doe",), ()),
    ("Door Jane van der Roe", ("Jane van der Roe",), ()),
    ("Av Jane Doe og John Roe", ("Jane Doe", "John Roe"), ()),
    ("Автор: Иван Иванов", ("Иван Иванов",), ()),
    ("Oleh Jane Doe", ("Jane Doe",), ()),
    ("Editor : Heryono", ("Heryono",), ()),
    ("by Regan", ("Regan",), ()),
    ("von APA", (), ("APA",)),
    ("Reuters", (), ("Reuters",)),
    ("REUTERS 19 NOV 2019", (), ("REUTERS",)),
    ("Reuters, Jane Doe", ("Jane Doe",), ("Reuters",)),
    ("Reuters, Washington, Nov 20 2019, 11:06am ist updated: Nov 20 2019", (), ("Reuters",)),
    ("Reuters/jad Frankfurt", ("jad",), ("Reuters",)),
    ("jad/dpa", ("jad",), ("dpa",)),
    ("dpa/lby", (), ("dpa",)),
    ("AFP/dpa", (), ("AFP", "dpa")),
    ("Jane Doe", ("Jane Doe",), ()),
    ("Jane van der Roe", ("Jane van der Roe",), ()),
    ("Jane Doe Jane Doe", ("Jane Doe",), ()),
    ("Jane Doe | Jane Doe", ("Jane Doe",), ()),
    ("Jane Doe - Harbour Press / Harbour Press", ("Jane Doe",), ("Harbour Press",)),
    ("By Jane DoeStaff Writer", ("Jane Doe",), ()),
    ("ByJane DoeStaff Writer14:00, 28 Apr 2024", ("Jane Doe",), ()),
    ("ByJane DoeNews ReporterJohn RoeNews ReporterAnn ZetTom LeeUpdated20:49", ("Jane Doe", "John Roe", "Ann Zet", "Tom Lee"), ()),
    ("By Jane RoeApril 26, 2024 at 11:24 a.m. EDT", ("Jane Roe",), ()),
    ("By JANE DOE and JOHN ROEAssociated Press", ("JANE DOE", "JOHN ROE"), ("Associated Press",)),
    ("By Jane McDonald", ("Jane McDonald",), ()),
    ("By Jane DeArdo", ("Jane DeArdo",), ()),
    ("By Jane DeArdo Roe", ("Jane DeArdo Roe",), ()),
    ("By Jane May", ("Jane May",), ()),
    ("By Jane Doe Political Correspondent 16 September 2024", ("Jane Doe",), ()),
    ("By Jane Doe Nov. 18, 2019 7:04 pm ET", ("Jane Doe",), ()),
    ("By Jane Doe On 11/13/19 at 4:00 PM EST", ("Jane Doe",), ()),
    ("By Jane Doe Updated Nov 13, 2019, 10:28am EST", ("Jane Doe",), ()),
    ("By Mike Doe and John Roe Monday, November 18, 2019", ("Mike Doe", "John Roe"), ()),
    ("15.10.24 23:35 Jane Doe", ("Jane Doe",), ()),
    ("Monday November 18, 2019 7:45 am PST by Jane Doe", ("Jane Doe",), ()),
    ("By Jane Doe | Harbour Media for Ferry.com", ("Jane Doe",), ("Harbour Media",)),
    ("By Jane Doe Fox News", ("Jane Doe",), ("Fox News",)),
    ("By Jane Doe and John Roe The Associated Press", ("Jane Doe", "John Roe"), ("The Associated Press",)),
    ("By Jane Doe For Ferry.Com", ("Jane Doe",), ()),
    ("By HARBOUR POST STAFF 11/20/2019 10:08 AM", (), ("HARBOUR POST STAFF",)),
    ("Harbour Media", (), ("Harbour Media",)),
    ("von Jane Doe, MDR THÜRINGEN", ("Jane Doe",), ("MDR THÜRINGEN",)),
    ("Jane Doe jane@ferry.example", ("Jane Doe",), ()),
    ("by Jane Doe @JaneDoe Nov 18, 2019", ("Jane Doe",), ()),
    ("서울 김하나 기자 hana@ferry.example", ("김하나",), ()),
    ("김하나 기자 이두리 기자", ("김하나", "이두리"), ()),
    ("记者：张三丰", ("张三丰",), ()),
    ("文/张三", ("张三",), ()),
    ("记者张三", ("张三",), ()),
    ("田中一郎", ("田中一郎",), ()),
    ("By Jane Doe Follow", ("Jane Doe",), ()),
    ("Jane DoeSocial Links NavigationEditor At Large", ("Jane Doe",), ()),
    ("By Jane Doe and John Roe, Staff Writers", ("Jane Doe", "John Roe"), ()),
    ("Jane Doe, deutsche Vordenkerin, John Roe", ("Jane Doe", "John Roe"), ()),
    ("Staff Writer, Jane Doe", ("Jane Doe",), ()),
    ("Jane Doe (Paris)", ("Jane Doe",), ()),
    ("Political Editor Jane Doe", ("Jane Doe",), ()),
    ("Staff Writer Reuters", (), ("Reuters",)),
    ("Par Jane Doe le 12 mai 2024", ("Jane Doe",), ()),
]  # fmt: skip

NOBODY = [
    "By admin",
    "By admin, yesterday",
    "By Staff",
    "By The Editors",
    "Email The Author",
    "Staff Writer",
    "Web Desk",
    "Freelance sports writer",
    "Jane Doe is a freelance writer living in a harbour town",
    "Jane Doe says:",
    "Jane Doe went home and then came back again with the others",
    "About Jane Doe",
    "Sobre Jane Doe",
    "Foto: REUTERS/Jane Doe",
    "Foto: Jane Doe",
    "By 12345",
    "By The Numbers",
    "2023",
    "Nov 18, 2019",
    "",
    "By",
    "By " + "x" * 300,
    "by the numbers",
    "Xin chào 港",
    "von der Redaktion",
]


@pytest.mark.parametrize(("line", "authors", "organisations"), FORMS)
def test_forms(line: str, authors: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    found = Byline.parse(line)
    assert found is not None
    assert (found.authors, found.organisations) == (authors, organisations)
    assert found.printed == line


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("By Jane Doe Political Correspondent", ("Political Correspondent",)),
        ("Jane DoeRedakteurin", ("Redakteurin",)),
        ("Von Jane Doe Leitender Wirtschaftsredakteur", ("Leitender Wirtschaftsredakteur",)),
        ("Jane Doe, Senior Sports Correspondent and John Roe", ("Senior Sports Correspondent",)),
        ("Jane Doe Deputy Content Hub Director", ("Deputy Content Hub Director",)),
        ("Jane DoeSocial Links NavigationEditor At Large", ("Editor At Large",)),
        ("By Jane DoeAssistant Sports EditorFollow June 26, 2023", ("Assistant Sports Editor",)),
        ("John Roe, Ap National Political Writer", ("National Political Writer",)),
        ("Jane Doe – Journalist Journalist", ("Journalist",)),
        ("Ein Kommentar von Jane Doe", ("Ein Kommentar",)),
        ("순천 김하나 선임기자", ("선임기자",)),
        ("记者：张三丰", ("记者",)),
        ("Political Editor Jane Doe", ("Political Editor",)),
        ("By Jane Doe", ()),
    ],
)
def test_roles(line: str, roles: tuple[str, ...]) -> None:
    found = Byline.parse(line)
    assert found is not None
    assert found.roles == roles


@pytest.mark.parametrize("line", NOBODY)
def test_nobody(line: str) -> None:
    assert Byline.parse(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "| by Jane Doe",
        "by Regan",
        "Von Jane Doe, Lille",
        "ByJane DoeStaff Writer",
        "Kommentar vonJane Doe",
        "By Associated Press",
        "Autor: Jane Doe",
        "Par Jane Doe",
        "김하나 기자",
        "The Associated Press",
        "dpa",
        "jad/Reuters",
        "Jane Doe Political Correspondent",
        "Jane DoeRedakteurin",
        "Jane Doe, BBC diplomatic correspondent",
        "Jane Doe - Nov 19, 2019, 10:31 pm CST",
        "Jane Doe, 26.04.2024 10:00 Uhr",
        "Jane Doe | 05.04.2025",
    ],
)
def test_the_reader_knows_bylines(line: str) -> None:
    assert looks_like_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe",
        "Jane Doe August 8, 2018",
        "Jane Doe - 12 ferries",
        "By noon the ferry had come back to the harbour and the storm was over.",
        "By the sea",
        "By Monday",
        "By August",
        "By London",
        "By",
        "By Jane Doe, who went home and took the others with her",
        "By The Numbers",
        "",
        "|",
        "By " + "Jane " * 60,
        "By " + "a " * 30,
        "Home",
        "Climate Change",
        "港は再開した",
        "By and by",
        "Von der Leyen warnt",
        "Di Maria!",
        "Reporter without borders",
        "The new editor goes home and back and home again",
        "the chief editor, 2019",
        "Harbour Chief Editor Steps Down?",
        "Nobody Reporter: 12",
        "X | Reporter",
        "Autor werden",
    ],
)
def test_the_reader_takes_nothing_else_for_one(line: str) -> None:
    assert not looks_like_byline(line)


PARTS = st.sampled_from(
    [
        "By",
        "von",
        "Jane",
        "Doe",
        "and",
        ",",
        "|",
        "AP",
        "Reuters",
        "Editor",
        "DoeStaff",
        "May",
        "2019",
        "12:30",
        "Follow",
        "기자",
        "/",
        "the",
    ]
)
LINES = st.one_of(st.text(), st.lists(st.one_of(PARTS, st.text(max_size=6)), max_size=10).map(" ".join))


@given(LINES)
def test_names_are_parts_of_the_line(line: str) -> None:
    found = find_byline(line)
    if found is not None:
        assert found.authors or found.organisations
        assert found.printed == line.strip()
        letters = "".join(filter(str.isalpha, line))
        assert all("".join(filter(str.isalpha, name)) in letters for name in found.authors)


@given(LINES)
def test_what_looks_like_a_byline_names_somebody(line: str) -> None:
    if looks_like_byline(line):
        found = find_byline(line.strip(" |•·—–-*▪►>:\xa0"))
        assert found is not None
        assert found.authors or found.organisations


@pytest.mark.parametrize("part", ["By ", "a@", "Jane ", "A.", "DoeRoe", ", ", "/", "and ", "2019 ", "기자", "["])
def test_hostile_lines_take_no_longer_than_their_length(part: str) -> None:
    def seconds(size: int) -> float:
        line = part * (size // len(part))
        times = []
        for _ in range(3):
            start = perf_counter()
            find_byline(line)
            looks_like_byline(line)
            find_byline(line[:200])
            looks_like_byline(line[:110])
            times.append(perf_counter() - start)
        return min(times)

    seconds(100)  # the data is read once
    assert seconds(40_000) < 20 * seconds(4_000) + 0.05


def test_names() -> None:
    assert is_name("Anna van der Meer")
    assert is_name("田中一郎")
    assert not is_name("anna meer")
    assert not is_name("The Man Who Never Came Back Home")
    assert is_name_word("O’Regan")
    assert not is_name_word("3rd")
    assert not is_name_word("harbour")
    assert is_particle("van")


def test_words() -> None:
    assert is_role(["Senior", "Political", "Correspondent"])
    assert not is_role(["Senior", "Citizen"])
    assert not is_role(["Political"])
    assert not is_role([])
    assert lead_end("By Jane Doe") == len("By ")
    assert lead_end("Autor Jane Doe") == len("Autor ")
    assert lead_end("Autor Jane Doe", sure=True) == 0
    assert unglued("Jane McDonald") == "Jane McDonald"


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Byline\.parse takes a str"):
        Byline.parse(None)  # type: ignore[arg-type]
