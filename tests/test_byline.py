"""Bylines: who wrote it, and lines that name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Byline
from articlekit.recognizers.byline import find_byline, looks_like_byline
from articlekit.recognizers.names import is_name, is_name_word

FORMS = [
    ("By Jane Doe", ("Jane Doe",), ()),
    ("BY JANE DOE, REUTERS", ("JANE DOE",), ("REUTERS",)),
    ("By Jane Doe and John Roe", ("Jane Doe", "John Roe"), ()),
    ("By Jane Doe, Anna Claire-Roe, John Roe and Tanya Zet", ("Jane Doe", "Anna Claire-Roe", "John Roe", "Tanya Zet"), ()),
    ("Von Jane Doe", ("Jane Doe",), ()),
    ("Von: Jane Doe", ("Jane Doe",), ()),
    ("Ein Kommentar von Jane Doe", ("Jane Doe",), ()),
    ("Von Jane Doe, Lille", ("Jane Doe",), ()),
    ("di Jane Doe", ("Jane Doe",), ()),
    ("von APA", (), ("APA",)),
    ("Reuters, Jane Doe", ("Jane Doe",), ("Reuters",)),
    ("Jane Doe", ("Jane Doe",), ()),
    ("Jane van der Roe", ("Jane van der Roe",), ()),
    ("Jane Doe Jane Doe", ("Jane Doe",), ()),
    ("By Meg JamesStaff Writer", ("Meg James",), ()),
    ("By Jane RoeApril 26, 2024 at 11:24 a.m. EDT", ("Jane Roe",), ()),
    ("By Jane McDonald", ("Jane McDonald",), ()),
    ("By Jane DeArdo", ("Jane DeArdo",), ()),
    ("By Jane Doe Political Correspondent 16 September 2024", ("Jane Doe",), ()),
    ("By Jane Doe Nov. 18, 2019 7:04 pm ET", ("Jane Doe",), ()),
    ("By Mike Doe and John Roe Monday, November 18, 2019", ("Mike Doe", "John Roe"), ()),
    ("By Jane Doe | Harbour Media for Ferry.com", ("Jane Doe",), ("Harbour Media",)),
    ("von Jane Doe, MDR THÜRINGEN", ("Jane Doe",), ("MDR THÜRINGEN",)),
    ("Jane Doe jane@ferry.example", ("Jane Doe",), ()),
    ("서울 김하나 기자 hana@ferry.example", ("김하나",), ()),
    ("记者：张三丰", ("张三丰",), ()),
    ("By Jane Doe Follow", ("Jane Doe",), ()),
    ("By Jane Doe and John Roe, Staff Writers", ("Jane Doe", "John Roe"), ()),
]  # fmt: skip

NOBODY = [
    "By admin",
    "Email The Author",
    "Staff Writer",
    "Jane Doe is a freelance writer living in a harbour town",
    "About Jane Doe",
    "By 12345",
    "2023",
    "",
    "By " + "x" * 300,
    "by the numbers",
]


@pytest.mark.parametrize(("line", "authors", "organisations"), FORMS)
def test_forms(line: str, authors: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    found = Byline.parse(line)
    assert found is not None
    assert (found.authors, found.organisations) == (authors, organisations)
    assert found.printed == line


def test_roles() -> None:
    found = Byline.parse("By Jane Doe Political Correspondent")
    assert found is not None
    assert found.roles == ("Political Correspondent",)


@pytest.mark.parametrize("line", NOBODY)
def test_nobody(line: str) -> None:
    assert Byline.parse(line) is None


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "Von Jane Doe, Lille", "By Associated Press", "김하나 기자", "Par Jane Doe"]
)
def test_the_reader_knows_bylines(line: str) -> None:
    assert looks_like_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe",
        "By noon the ferry had come back to the harbour and the storm was over.",
        "By the sea",
        "",
        "By " + "Jane " * 60,
        "Home",
        "港は再開した",
        "By and by",
    ],
)
def test_the_reader_takes_nothing_else_for_one(line: str) -> None:
    assert not looks_like_byline(line)


@given(st.text())
def test_names_are_parts_of_the_line(line: str) -> None:
    found = find_byline(line)
    if found is not None:
        assert found.authors or found.organisations
        assert found.printed == line.strip()
        letters = "".join(filter(str.isalpha, line))
        assert all("".join(filter(str.isalpha, name)) in letters for name in found.authors)


def test_names() -> None:
    assert is_name("Anna van der Meer")
    assert is_name("田中一郎")
    assert not is_name("anna meer")
    assert not is_name("The Man Who Never Came Back Home")
    assert is_name_word("O’Regan")
    assert not is_name_word("3rd")
    assert not is_name_word("harbour")


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Byline\.parse takes a str"):
        Byline.parse(None)  # type: ignore[arg-type]
