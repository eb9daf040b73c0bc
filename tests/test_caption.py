"""Captions and credits: forms of many papers, traps, and the laws."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Caption
from articlekit.recognizers.caption import credit_start, split_caption
from articlekit.recognizers.caption_place import says_place
from articlekit.recognizers.credit import clean, label_end, names_only, read_names
from articlekit.recognizers.names import is_agency, is_known_organisation, is_library, is_organisation

LABELLED: list[tuple[str, str, str | None]] = [
    ("The ferry at dawn. Photo: Jane Doe, AP", "The ferry at dawn.", "Jane Doe, AP"),
    ("The ferry at dawn. Photo by Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. Photo by Jane Doe.", "The ferry at dawn.", "Jane Doe."),
    ("The ferry at dawn (Image: GETTY )", "The ferry at dawn", "GETTY"),
    ("The ferry at dawn. (Photo by Jane Doe/Getty Images for Harbour)", "The ferry at dawn.", "Jane Doe/Getty Images for Harbour"),
    ("The ferry at dawnCredit: EPA", "The ferry at dawn", "EPA"),
    ("The ferry didn’t sail.Credit...Jane Doe/The New York Times", "The ferry didn’t sail.", "Jane Doe/The New York Times"),
    ("The ferry at dawn. Courtesy of Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. (Courtesy Jane Doe)", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. — Picture by Jane Doe", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn (Photo Jane Doe)", "The ferry at dawn", "Jane Doe"),
    ("The ferry at dawn [File: Reuters]", "The ferry at dawn", "Reuters"),
    ("The ferry at dawn. (AP Photo/Jane Doe, File)", "The ferry at dawn.", "AP Photo/Jane Doe, File"),
    ("The ferry at dawn. Mandatory Credit: Jane Doe-USA TODAY Sports", "The ferry at dawn.", "Jane Doe-USA TODAY Sports"),
    ("Die Fähre am Morgen. © Jane Doe/dpa | Jane Doe", "Die Fähre am Morgen.", "Jane Doe/dpa | Jane Doe"),
    ("Die Fähre am Morgen. (Archivbild) © AP/dpa | Jane Doe", "Die Fähre am Morgen. (Archivbild)", "AP/dpa | Jane Doe"),
    ("Die Fähre am Morgen.Bild: Jane Doe/picture alliance", "Die Fähre am Morgen.", "Jane Doe/picture alliance"),
    ("Die Fähre am MorgenQuelle: dpa", "Die Fähre am Morgen", "dpa"),
    ("Die Fähre (CDU)Quelle: Jane Doe/dpa", "Die Fähre (CDU)", "Jane Doe/dpa"),
    ("Die Fähre am Morgen. Foto: Bild: HP/APA/JANE DOE", "Die Fähre am Morgen.", "HP/APA/JANE DOE"),
    ("Die Fähre am Morgen. Foto: –/Hafenamt/dpa", "Die Fähre am Morgen.", "–/Hafenamt/dpa"),
    ("Die Fähre am Morgen. Bild © Jane Doe/hafen.de", "Die Fähre am Morgen.", "Jane Doe/hafen.de"),
    ("Die Fähre am Morgen.Foto Jane Doe/dpa", "Die Fähre am Morgen.", "Jane Doe/dpa"),
    ("Die Fähre am Morgen. (c) Jane Doe", "Die Fähre am Morgen.", "Jane Doe"),
    ("Le ferry à l’aube. Crédits : Getty", "Le ferry à l’aube.", "Getty"),
    ("Le ferry à l’aube. Photo AFP", "Le ferry à l’aube.", "AFP"),
    ("El barco en el puerto. Foto: Archivo El Faro.", "El barco en el puerto.", "Archivo El Faro."),
    ("El barco en el puerto.Cedida por la Cofradía del Puerto", "El barco en el puerto.", "la Cofradía del Puerto"),
    ("O navio no porto — Foto: Jane Doe/g1", "O navio no porto", "Jane Doe/g1"),
    ("Il traghetto all’alba (foto Ansa)", "Il traghetto all’alba", "Ansa"),
    ("Fergen ved kaien. Foto: Jane Doe / NTB Vis mer", "Fergen ved kaien.", "Jane Doe / NTB"),
    ("Färjan vid kajen. Foto: Jane Doe/APVisa mer", "Färjan vid kajen.", "Jane Doe/AP"),
    ("Lautta satamassa. Kuva: Jane Doe / Lehtikuva", "Lautta satamassa.", "Jane Doe / Lehtikuva"),
    ("Prom w porcie, fot. Jane Doe / PAP", "Prom w porcie", "Jane Doe / PAP"),
    ("Prom w porcie. fot. Jane Doe / PAP", "Prom w porcie.", "Jane Doe / PAP"),
    ("Vapur limanda. Fotoğraf: AA", "Vapur limanda.", "AA"),
    ("Паром в портуФото: Иван Иванов, ТАСС", "Паром в порту", "Иван Иванов, ТАСС"),
    ("العبارة في الميناء (المصدر: رويترز)", "العبارة في الميناء", "رويترز"),
    ("帰港したフェリー。写真：ロイター", "帰港したフェリー。", "ロイター"),
    ("Image copyright EPA", "", "EPA"),
    ("(Foto: Privat)", "", "Privat"),
    ("© Jane Doe", "", "Jane Doe"),
    ("© Hafenamt", "", "Hafenamt"),
    ("Picture: iStock", "", "iStock"),
    ("Credit: Photo: PA", "", "PA"),
    ("Image via Getty Images", "", "Getty Images"),
    ("Quelle: Jane Doe", "", "Jane Doe"),
    ("Bild: © ferry_fan/AdobeStock", "", "ferry_fan/AdobeStock"),
    ("The ferry at dawn. Copyright Jane Doe/Copyright 2024 The AP. All rights reserved.", "The ferry at dawn.", "Jane Doe/Copyright 2024 The AP. All rights reserved."),
]  # fmt: skip

UNLABELLED: list[tuple[str, str, str | None]] = [
    ("The ferry at dawn. (ISPR/File)", "The ferry at dawn.", "ISPR/File"),
    ("The ferry at dawn [AFP/GETTY]", "The ferry at dawn", "AFP/GETTY"),
    ("The ferry in Nome, Alaska. (AP).", "The ferry in Nome, Alaska.", "AP"),
    ("The ferry at dawn (Jane Doe/Reuters)", "The ferry at dawn", "Jane Doe/Reuters"),
    ("The ferry at dawn. (Jane Doe/Harbour Press)", "The ferry at dawn.", "Jane Doe/Harbour Press"),
    ("The ferry at dawn. (Jane Doe)", "The ferry at dawn.", "Jane Doe"),
    ("The ferry at dawn. (Harbour Police)", "The ferry at dawn.", "Harbour Police"),
    ("The ferry at dawn. (Supplied)", "The ferry at dawn.", "Supplied"),
    ("The ferry at dawn (ferry11/iStock)", "The ferry at dawn", "ferry11/iStock"),
    ("The ferry at dawn. (Jane Doe, BBC)", "The ferry at dawn.", "Jane Doe, BBC"),
    ("The ferry at dawn. (BBC)", "The ferry at dawn.", "BBC"),
    ("The ferry at dawn. (Jane Doe/AP) Photo: AP", "The ferry at dawn.", "Jane Doe/AP"),
    ("The ferry at dawn (Jane Doe/PA)PA Wire", "The ferry at dawn", "Jane Doe/PA"),
    ("The ferry at dawn Getty Images", "The ferry at dawn", "Getty Images"),
    ("The ferry at dawn LightRocket via Getty Images", "The ferry at dawn", "LightRocket via Getty Images"),
    ("The ferry came back to the UK Jane Doe/AP", "The ferry came back to the UK", "Jane Doe/AP"),
    ("The ferry of New Port/the old port Jane Doe/AP", "The ferry of New Port/the old port", "Jane Doe/AP"),
    ("The ferry at dawn, 2024.J. Jane Doe / AP file", "The ferry at dawn, 2024.", "J. Jane Doe / AP file"),
    ("FILE PHOTO: The ferry is seen at dawn on its way home. REUTERS/Jane Doe", "FILE PHOTO: The ferry is seen at dawn on its way home.", "REUTERS/Jane Doe"),
    ("El barco en el puerto. EFE/EPA/JANE DOE", "El barco en el puerto.", "EFE/EPA/JANE DOE"),
    ("El barco, el 1 de agosto de 2024.Jane Doe (dpa/AP)", "El barco, el 1 de agosto de 2024.", "Jane Doe (dpa/AP)"),
    ("El barco en el puerto.EFE", "El barco en el puerto.", "EFE"),
    ("El barco en el puertoGuardia Costera/EFE", "El barco en el puerto", "Guardia Costera/EFE"),
    ("El barco @puerto via X / Reuters", "El barco", "@puerto via X / Reuters"),
    ("De veerboot in de haven. — © BELGA", "De veerboot in de haven.", "BELGA"),
    ("Die Fähre am Morgen.Getty Images", "Die Fähre am Morgen.", "Getty Images"),
    ("港に戻ったフェリー（田中一郎撮影）", "港に戻ったフェリー", "田中一郎"),
    ("港に戻ったフェリー＝共同通信", "港に戻ったフェリー", "共同通信"),
    ("항구로 돌아온 배 [사진 = 김하나 기자]", "항구로 돌아온 배", "김하나 기자"),
    ("배가 항구로 돌아왔다. 연합뉴스", "배가 항구로 돌아왔다.", "연합뉴스"),
    ("배가 항구로 돌아왔다. 김하나 기자", "배가 항구로 돌아왔다.", "김하나 기자"),
    ("渡轮返回港口。新华社", "渡轮返回港口。", "新华社"),
    ("The ferry at dawn, May 5. REUTERS/Jane Doe/File Photo Purchase Licensing Rights, opens new tab", "The ferry at dawn, May 5.", "REUTERS/Jane Doe/File Photo"),
    ("Getty Images", "", "Getty Images"),
    ("Jane Doe / AP", "", "Jane Doe / AP"),
    ("ferryfan - stock.adobe.com", "", "ferryfan - stock.adobe.com"),
    ("(The Associated Press)", "", "The Associated Press"),
    ("Jane Doe | Getty ImagesThe ferry came back at dawn", "The ferry came back at dawn", "Jane Doe | Getty Images"),
    ("© Jane Doe The ferry came back at dawn, and everybody went aboard", "The ferry came back at dawn, and everybody went aboard", "Jane Doe"),
    ("© Getty Images The ferry came back at dawn, and everybody went aboard", "The ferry came back at dawn, and everybody went aboard", "Getty Images"),
]  # fmt: skip

UNCREDITED = [
    "Image caption The ferry at dawn",
    "Image: the ferry that came back to the harbour at dawn",
    "Image: Jane Doe has agreed to take the ferry home",
    "© 2019 Harbour Press",
    "© Harbour Press Ltd",
    "Copyright © Harbour Press",
    "© Jane Doe. All rights reserved",
    "© jane and the ferry that came back",
    "© Jane Doe the ferry that came back",
    "© 2019 Jane Doe The ferry came back at dawn",
    "Die Fähre am Morgen (Archivbild)",
    "The ferry (the third this week) at dawn",
    "The ferry at dawn (via Dover)",
    "The ferry at dawn (photo)",
    "The office of the Environmental Protection Agency (EPA)",
    "(AP) " * 20,
    "The headquarters of the World Health Organization (WHO)",
    "The ferry at dawn ()",
    "The ferry at dawn)",
    "The ferry at dawn. Foto: –",
    "The ferry at dawn. Photo:",
    "Photo: " + "the ferry and the harbour and the storm " * 5,
    "The ferry company talked to Reuters",
    "The photo Jane Doe took of it",
    "Jane Doe/Harbour: the ferry that came back at dawn",
    "Want more",
    "less",
    "The ferry came back; everybody wanted more",
    "",
]


@pytest.mark.parametrize(("line", "text", "credit"), LABELLED + UNLABELLED)
def test_forms(line: str, text: str, credit: str | None) -> None:
    found = Caption.parse(line)
    assert (found.text, found.credit) == (text, credit)


@pytest.mark.parametrize("line", UNCREDITED)
def test_captions_without_a_credit(line: str) -> None:
    assert Caption.parse(line) == Caption(line.strip())


@pytest.mark.parametrize(
    ("credit", "people", "organisations"),
    [
        ("Jane Doe/Reuters", ("Jane Doe",), ("Reuters",)),
        ("Jane Doe/dpa | Jane Doe", ("Jane Doe",), ("dpa",)),
        ("Jane P. Doe/dpa/Jane P Doe", ("Jane P. Doe",), ("dpa",)),
        ("Handout/Harbour Board Office/AFP via Getty Images", (), ("Harbour Board Office", "AFP", "Getty Images")),
        ("Jane Doe, left, and John Van Roe/Invision/AP", ("Jane Doe", "John Van Roe"), ("Invision", "AP")),
        ("Jane Doe for The Harbour Post via Getty Images", ("Jane Doe",), ("The Harbour Post", "Getty Images")),
        ("Jane Doe / AP Photo", ("Jane Doe",), ("AP",)),
        ("PTI File Photo", (), ("PTI",)),
        ("ferryfan/iStock", ("ferryfan",), ("iStock",)),
        ("ferryfan", (), ("ferryfan",)),
        ("FERRY1/iStock", (), ("FERRY1", "iStock")),
        ("Jane Doe von Pexels", ("Jane Doe",), ("Pexels",)),
        ("Jane von Doe", ("Jane von Doe",), ()),
        ("Slate. Photo by Jane Doe", ("Jane Doe",), ("Slate",)),
        ("Jane Doe (CC BY-SA 3.0)", ("Jane Doe",), ()),
        ("picture alliance / Foto Meyer", (), ("picture alliance", "Foto Meyer")),
        ("Jane Doe/Copyright 2024 The AP", ("Jane Doe",), ("The AP",)),
        ("@ferry / X", ("@ferry",), ("X",)),
        ("Getty Images Europe", (), ("Getty Images Europe",)),
        ("The Harbour Eye", (), ("The Harbour Eye",)),
        ("Harbour & Sons", (), ("Harbour & Sons",)),
        ("ferry.example", (), ("ferry.example",)),
        ("Steinberg", (), ("Steinberg",)),
        ("Privat", (), ()),
        ("田中一郎", ("田中一郎",), ()),
        ("김하나 기자", ("김하나",), ()),
        ("", (), ()),
    ],
)
def test_names(credit: str, people: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    found, bodies = read_names(credit)
    if credit == "Harbour & Sons":
        assert set(found + bodies) == {"Harbour", "Sons"}
    else:
        assert (found, bodies) == (people, organisations)


def test_a_name_is_known_in_any_case_and_an_agency_as_it_is_printed() -> None:
    assert is_known_organisation("the associated press.")
    assert is_agency("dpa")
    assert not is_agency("ap")
    assert not is_agency("PA")
    assert is_library("Getty Images")
    assert not is_library("Mega")
    assert is_organisation("Texas A&M Rangers")
    assert not is_organisation("one two three four five six seven eight nine ten")


def test_names_throughout() -> None:
    assert names_only("Jane Doe/Harbour Press")
    assert not names_only("Jane Doe in the harbour")
    assert not names_only("/")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("(Photo: © Jane Doe)", "Jane Doe"),
        ("[Photo: Jane Doe].", "Jane Doe"),
        ("Foto: Foto Meyer", "Foto Meyer"),
        ("Credits: Harbour Image;", "Harbour Image"),
        ("— Jane Doe", "Jane Doe"),
        ("–/dpa", "–/dpa"),
        ("田中一郎撮影", "田中一郎"),
        ("撮影", "撮影"),
        ("Jane Doe", "Jane Doe"),
    ],
)
def test_a_clean_credit(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_where_a_label_ends() -> None:
    assert label_end("Foto Meyer") == len("Foto ")
    assert label_end("Foto Meyer", marked=True) == 0
    assert label_end("Courtesy Meyer", marked=True) == len("Courtesy ")
    assert label_end("The ferry: Meyer") == 0


CREDITED_FOR_SURE = [
    form[0]
    for form in LABELLED + UNLABELLED
    if form[2]
    and not form[0].startswith(("Jane Doe | Getty ImagesThe", "© Jane Doe The", "© Getty Images The"))
    and form[0]
    not in {
        "The ferry at dawn. (Jane Doe)",
        "The ferry at dawn. (Harbour Police)",
        "The ferry at dawn. (Supplied)",
        "The ferry at dawn. (BBC)",
        "The ferry at dawn Getty Images",
        "The ferry at dawn LightRocket via Getty Images",
    }
]


@pytest.mark.parametrize("line", CREDITED_FOR_SURE)
def test_the_reader_knows_captions(line: str) -> None:
    assert credit_start(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Hundreds of passengers who had waited in the terminal went aboard within the hour, the line said.",
        "The company said so to Reuters.",
        "The company sent a letter to Reuters",
        "Und sie sagte: Das ist nicht wahr, und wir werden es allen zeigen.",
        "He works for the coast guard (and for the port).",
        "She works for the agency of the coast (EPA).",
        "They met at the seat of the alliance (NATO)",
        "The photo: a ferry at dawn, taken by a girl of nine who had never held a camera in her hands before that day.",
        "The ferry came back. " * 14 + "AFP",
        "The ferry came back. " * 14 + "(AFP)",
        "He made a courtesy call on the mayor of the town",
        "All the pictures of the ferry are on our page",
        "Photos Show The Ferry Coming Home",
        "Jan. 26 -- Ferry Center, Allentown, PA",
        "£75, Amazon",
        "Home",
        "Facebook",
        "Mehr",
        "News: Quelle: Nick:",
        "港は再開した",
        "",
        "x" * 5000,
        "Source: what the minister said about the harbour, the ferry, the storm, the strait and all of the rest of it.",
        "The harbour office names no source: Harbour",
        *UNCREDITED,
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    assert credit_start(line) is None


def test_lines_that_are_only_a_credit() -> None:
    assert credit_start("Photo: Getty Images") == 0
    assert credit_start("The ferry at dawn. (AP)") == len("The ferry at dawn.")
    assert credit_start("The ferry at dawn.") is None


CREDITS = st.sampled_from(
    [
        "(AP)",
        "(Jane Doe/Reuters)",
        "Foto: dpa",
        "Photo by Jane Doe",
        "© Jane Doe",
        "Getty Images",
        "[AFP",
        "Quelle:",
        "|",
    ]
)
LINES = st.one_of(st.text(), st.lists(st.one_of(st.text(max_size=12), CREDITS), max_size=8).map(" ".join))


@given(LINES)
def test_text_and_credit_are_parts_of_the_line(line: str) -> None:
    found = split_caption(line)
    assert found.text in line
    assert found.credit is None or (found.credit and found.credit in line)
    assert all(name in line for name in found.photographers + found.organisations)
    if found.credit is None:
        assert found.text == line.strip()


@given(LINES)
def test_the_text_of_a_caption_holds_no_credit(line: str) -> None:
    text = split_caption(line).text
    assert split_caption(text) == (text.strip(), None, (), ())


@given(LINES)
def test_what_is_sure_is_a_credit(line: str) -> None:
    assert credit_start(line) is None or split_caption(line).credit is not None


@pytest.mark.parametrize(
    "part",
    [
        "(",
        ")",
        "(AP) ",
        "Photo: ",
        "© ",
        "Jane Doe/",
        "AP",
        "a.",
        " / ",
        ": ",
        "JaneDoe",
        "Photo by ",
        "=",
        "写真：",
        "| Getty Images",
    ],
)
@pytest.mark.parametrize("tail", ["", " (AP)", "\nmore"])
def test_hostile_lines_take_no_longer_than_their_length(part: str, tail: str) -> None:
    def seconds(size: int) -> float:
        line = part * (size // len(part)) + tail
        times = []
        for _ in range(3):
            start = perf_counter()
            split_caption(line)
            credit_start(line)
            times.append(perf_counter() - start)
        return min(times)

    seconds(100)  # the data is read once
    assert seconds(20_000) < 20 * seconds(2_000) + 0.05


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match=r"Caption\.parse takes a str, not int"):
        Caption.parse(3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe (left) comes aboard", "Ann Poe, right, in the old harbour", "Jane Doe, left, met Ann Poe, right.",
        "Klara Hafen (l.) und Jan Kai", "Klara Hafen (l.) am Kai.", "Jane Doe (left) and Ann Poe (right) at sea.", "Claire Port (à gauche) sur le quai", "Clara Puerto (izda.) en el muelle",
        "Chiara Porto (a sinistra) sul molo", "Anna Hamn (t.v.) på kajen", "Анна Порт (слева) на пристани",
        "Ayşe Liman (solda) iskelede", "海港の渡辺（左）と船長", "船长张三（右）在码头", "“Jane Doe” (right) at sea",
    ],
)  # fmt: skip
def test_where_somebody_stands_is_told_by_captions(line: str) -> None:
    assert says_place(line)


@pytest.mark.parametrize(
    "line",
    [
        "the lamp (left) is broken", "Sen. Jane Doe (R) said so", "He left, right after noon", "what was left, right or wrong",
        "Jane Doe (left) comes aboard" + " and waits" * 20, "Jane Doe left (right on time)", "", "(left)",
        "The Harbour Party (left) won twelve seats.", "Die Hafenpartei (links) gewann zwölf Sitze.", "左翼党（左）获得12个席位。",
        "Turn right at Main Street, right, and then walk.",
    ],
)  # fmt: skip
def test_other_lines_tell_no_place(line: str) -> None:
    assert not says_place(line)
