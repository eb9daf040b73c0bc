"""Captions and credits: forms of many papers, traps, and the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Caption
from articlekit.recognizers.caption import has_credit, is_credit, split_caption

FORMS = [
    ("The ferry at dawn. (ISPR/File)", "The ferry at dawn.", "ISPR/File"),
    ("The ferry at dawn (Image: GETTY )", "The ferry at dawn", "GETTY"),
    ("The ferry at dawn [AFP/GETTY]", "The ferry at dawn", "AFP/GETTY"),
    ("The ferry at dawn (Jane Doe/Reuters)", "The ferry at dawn", "Jane Doe/Reuters"),
    ("The ferry at dawn. Photo: Jane Doe, AP", "The ferry at dawn.", "Jane Doe, AP"),
    ("The ferry at dawn. Photo by Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. (Photo by Jane Doe/Getty Images for Harbour)", "The ferry at dawn.", "Jane Doe/Getty Images for Harbour"),
    ("The ferry at dawnCredit: EPA", "The ferry at dawn", "EPA"),
    ("The ferry didn’t sail.Credit...Jane Doe/The New York Times", "The ferry didn’t sail.", "Jane Doe/The New York Times"),
    ("The ferry at dawn. Courtesy of Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("Die Fähre am Morgen. © Jane Doe/dpa | Jane Doe", "Die Fähre am Morgen.", "Jane Doe/dpa | Jane Doe"),
    ("Die Fähre am Morgen. (Archivbild) © AP/dpa | Jane Doe", "Die Fähre am Morgen. (Archivbild)", "AP/dpa | Jane Doe"),
    ("Die Fähre am Morgen.Bild: Jane Doe/picture alliance", "Die Fähre am Morgen.", "Jane Doe/picture alliance"),
    ("Die Fähre am MorgenQuelle: dpa", "Die Fähre am Morgen", "dpa"),
    ("Fergen ved kaien. Foto: Jane Doe / NTB Vis mer", "Fergen ved kaien.", "Jane Doe / NTB"),
    ("El barco en el puerto. EFE/EPA/JANE DOE", "El barco en el puerto.", "EFE/EPA/JANE DOE"),
    ("El barco, el 1 de agosto de 2024.Jane Doe (dpa/AP)", "El barco, el 1 de agosto de 2024.", "Jane Doe (dpa/AP)"),
    ("El barco en el puerto.EFE", "El barco en el puerto.", "EFE"),
    ("El barco @puerto via X / Reuters", "El barco", "@puerto via X / Reuters"),
    ("港に戻ったフェリー（田中一郎撮影）", "港に戻ったフェリー", "田中一郎"),
    ("항구로 돌아온 배 [사진 = 김하나 기자]", "항구로 돌아온 배", "김하나 기자"),
    ("Паром в портуФото: Иван Иванов, ТАСС", "Паром в порту", "Иван Иванов, ТАСС"),
    ("The ferry at dawn. — Picture by Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. (Jane Doe/Harbour Press)", "The ferry at dawn.", "Jane Doe/Harbour Press"),
    ("Getty Images", "", "Getty Images"),
    ("Jane Doe / AP", "", "Jane Doe / AP"),
    ("(Foto: Privat)", "", "Privat"),
    ("© Jane Doe", "", "Jane Doe"),
    ("Picture: iStock", "", "iStock"),
    ("Credit: Photo: PA", "", "PA"),
    ("Image caption The ferry at dawn", "Image caption The ferry at dawn", None),
    ("Image: the ferry that came back to the harbour at dawn", "Image: the ferry that came back to the harbour at dawn", None),
    ("© 2019 Harbour Press", "© 2019 Harbour Press", None),
    ("Die Fähre am Morgen (Archivbild)", "Die Fähre am Morgen (Archivbild)", None),
    ("The ferry (the third this week) at dawn", "The ferry (the third this week) at dawn", None),
    ("The ferry at dawn ()", "The ferry at dawn ()", None),
    ("The ferry at dawn)", "The ferry at dawn)", None),
    ("Want more", "Want more", None),
    ("The ferry at dawn. Foto: –", "The ferry at dawn. Foto: –", None),
    ("", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text", "credit"), FORMS)
def test_forms(line: str, text: str, credit: str | None) -> None:
    found = Caption.parse(line)
    assert (found.text, found.credit) == (text, credit)


@pytest.mark.parametrize(
    ("line", "people", "organisations"),
    [
        ("At dawn. (Jane Doe/Reuters)", ("Jane Doe",), ("Reuters",)),
        ("At dawn. © Jane Doe/dpa | Jane Doe", ("Jane Doe",), ("dpa",)),
        ("At dawn. Photo: Handout/Harbour Board/AFP via Getty Images", (), ("Harbour Board", "AFP", "Getty Images")),
        ("港（田中一郎撮影）", ("田中一郎",), ()),
        ("At dawn. Foto: Steinberg", (), ("Steinberg",)),
        ("At dawn.", (), ()),
    ],
)
def test_names(line: str, people: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    found = Caption.parse(line)
    if "Harbour Board" in organisations:
        assert set(organisations) <= {*found.organisations, *found.photographers}
    else:
        assert (found.photographers, found.organisations) == (people, organisations)


@pytest.mark.parametrize("line", [form[0] for form in FORMS if form[2] and "Photo by Jane Doe" not in form[0]])
def test_the_reader_knows_captions(line: str) -> None:
    assert has_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hundreds of passengers who had waited in the terminal went aboard within the hour, the line said.",
        "The company said so to Reuters.",
        "Und sie sagte: Das ist nicht wahr, und wir werden es allen zeigen.",
        "He works for the coast guard (and for the port).",
        "The photo: a ferry at dawn, taken by a girl of nine who had never held a camera in her hands before that day.",
        "Home",
        "",
        "x" * 5000,
        "Source: what the minister said about the harbour, the ferry, the storm, the strait and all of the rest of it.",
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    assert not has_credit(line)


def test_lines_that_are_only_a_credit() -> None:
    assert is_credit("Photo: Getty Images")
    assert not is_credit("The ferry at dawn. (AP)")
    assert not is_credit("The ferry at dawn.")


@given(
    st.one_of(
        st.text(), st.builds("{} ({})".format, st.text(), st.sampled_from(["AP", "Jane Doe/Reuters", "Foto: dpa"]))
    )
)
def test_text_and_credit_are_parts_of_the_line(line: str) -> None:
    found = split_caption(line)
    assert found.text in line
    assert found.credit is None or (found.credit and found.credit in line)
    if found.credit is None:
        assert found.text == line.strip()


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Caption\.parse takes a str, not int"):
        Caption.parse(3)  # type: ignore[arg-type]
