"""Signatures: bare names that say who wrote a report, and those that do not; authors and dates by where they stand."""

from __future__ import annotations

from datetime import date, datetime
from time import perf_counter

import pytest

import articlekit
from articlekit import Article
from articlekit.reading.page import Page
from articlekit.reading.said import Said
from articlekit.reading.words import standard
from articlekit.recognizers.byline import find_byline, looks_like_byline
from articlekit.recognizers.closing import closing_authors, life_of
from articlekit.recognizers.signature import find_signature, is_desk, is_lead
from articlekit.recognizers.timestamp import is_timestamp, without_timestamps

HEADLINE = "Ferry returns to the harbour after storm"
LEAD = "Two days of wind had kept all ships away from the strait, and nobody knew for how long it would last."
REPORT = [
    "The ferry came back at noon on Friday, two days after the storm had closed the strait to all ships.",
    "Hundreds of passengers had waited in the terminal, and most of them went aboard within the hour.",
    "The company will pay back every ticket, said the captain, who has sailed the line for thirty years.",
    "Engineers will look at the hull before the next crossing, which is planned for Sunday in the morning.",
    "Fishermen had mended their nets in the meantime, and the market sold what was left of the herring.",
    "On Monday the council will talk about a second pier, which many in the town have wanted for years.",
]
MENU = ["Sports", "Weather", "Traffic", "Harbour Radio", "Markets"]


def read(*lines: str) -> Article:
    return articlekit.parse("\n\n".join(lines) + "\n")


def authors(*lines: str) -> tuple[str, ...]:
    return read(*lines).authors


@pytest.mark.parametrize(
    ("line", "people", "organisations"),
    [
        ("Jane Doe", ("Jane Doe",), ()),
        ("Jane Doe og John Roe", ("Jane Doe", "John Roe"), ()),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe"), ()),
        ("Jane Doe |", ("Jane Doe",), ()),
        ("/ Jane Doe-Roe", ("Jane Doe-Roe",), ()),
        ("Jane Doe and AP", ("Jane Doe",), ("AP",)),
        ("Jane Doe, Lisbon", ("Jane Doe",), ()),
        ("Jane Doe · CBC News ·", ("Jane Doe",), ("CBC News",)),
        ("Jane Doe 2 minutes read", ("Jane Doe",), ()),
        ("Jane Doe 3 Minuten", ("Jane Doe",), ()),
        ("Jane Doe|Published", ("Jane Doe",), ()),
        ("Fay Van Der Roe|Published 4 months ago", ("Fay Van Der Roe",), ()),
        ("Jane McDoe", ("Jane McDoe",), ()),
        ("9. September 2025 um 15:46 Uhr / Jane Doe", ("Jane Doe",), ()),
        ("Artikel veröffentlicht am 28. April 2024, 14:26 Uhr, Jane Doe", ("Jane Doe",), ()),
        ("Harbour, News, Top Story 1 | Published: 5 hours ago | Written by Jane Doe", ("Jane Doe",), ()),
        ("Jane Doe Last Updated 5 May 2024", ("Jane Doe",), ()),
        ("Associated PressApril 28, 2023 GMT", (), ("Associated Press",)),
        ("AFP", (), ("AFP",)),
        ("HP-Redaktion", (), ("HP-Redaktion",)),
    ],
)
def test_signatures(line: str, people: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    found = find_signature(line)
    assert found is not None
    assert (found.authors, found.organisations) == (people, organisations)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank",
        "Jane Doe sank",
        "Harbour",
        "Harbour Media",
        "Lisbon",
        "New York",
        "JANE DOE",
        "Jane Doe’s",
        "Sign InRegister",
        "Profilbild von Jane Doe",
        "By HarbourMan Doe",
        "Share Discussion",
        "Senior Contributor",
        "Political Correspondent",
        "Jane Doe Harbour Today",
        "Jane Doe Special Reuters",
        "Online-Redaktion",
        "5 May 2024",
        "홍길동",
        "Harbour | News",
        "Jane Doe, " * 20,
        "",
    ],
)
def test_no_signatures(line: str) -> None:
    assert find_signature(line) is None


def test_leads_and_desks() -> None:
    assert [is_lead(line) for line in ("Von", "By:", "Ein Kommentar von", "Harbour", "by " * 40)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [is_desk(text) for text in ("HP-Redaktion", "Redaktion", "HP Nord-Redaktion")] == [True, False, False]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Jane Doe", "Jane Doe"),
        ("Jane Doe, published on 4 May 2025 - 14:41", "Jane Doe, |"),
        ("5 May 2024 Jane De Roe", "| Jane De Roe"),
        ("Jane Doe updated today", "Jane Doe |"),
        ("17:10Jane Doe", "|Jane Doe"),
    ],
)
def test_a_line_without_its_times(line: str, left: str) -> None:
    assert without_timestamps(line) == left


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Jane Doe / HARBOUR.TEST / Sep 2, 2024, 17:07 IST", ("Jane Doe",)),
        ("von Harbourpost 30. Juni 2025", ("Harbourpost",)),
        ("Fay Van Der Roe|Published 4 months ago", ("Fay Van Der Roe",)),
    ],
)
def test_bylines_with_a_site_and_a_date(line: str, people: tuple[str, ...]) -> None:
    found = find_byline(line)
    assert looks_like_byline(line)
    assert found is not None
    assert found.authors == people


def test_a_name_between_slashes_and_no_date_is_no_byline() -> None:
    assert not looks_like_byline("Jane Doe / Harbour / 7 Boats")


def test_buttons_may_follow_a_time() -> None:
    assert is_timestamp("28.4.2023 18:41 Uhr teilen")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Reporting by Jane Doe in Porto; Editing by John Roe", ("Jane Doe",)),
        ("(Reporting by Jane Doe, writing by John Roe, Editing by Ann Poe)", ("Jane Doe",)),
        ("Reporting by Jane Doe Writing by John Roe Editing by Ann Poe", ("Jane Doe",)),
        ("(Reportage de Jane Doe, version française John Roe)", ("Jane Doe",)),
        ("Reporting by the harbour police was late.", ()),
        ("Reporting by our staff; Editing by John Roe", ()),
        ("The ferry came back.", ()),
    ],
)
def test_closing_lines(line: str, people: tuple[str, ...]) -> None:
    assert closing_authors(line) == people


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Doe is a politics reporter for the Harbour Post.", "Jane Doe"),
        ("Jane Doe ist Redakteurin im Ressort Hafen.", "Jane Doe"),
        ("Jane Doe is a – well – reporter.", "Jane Doe"),
        ("Jane Doe is a captain.", None),
        ("JANE DOE is a reporter.", None),
        ("She is a reporter.", None),
        ("is", None),
        ("", None),
    ],
)
def test_lives(line: str, name: str | None) -> None:
    assert life_of(line) == name


class TestSaid:
    @staticmethod
    def says(name: str, *lines: str, headline: int | None = 0) -> bool:
        page = Page("\n".join(lines), standard())
        return Said(page, range(len(lines)), headline).names(name)

    @pytest.mark.parametrize(
        ("name", "sentence", "said"),
        [
            (
                "Jane Roebuck",
                "The captain of the ferry is called Roebuck, as everybody in the harbour has known for years.",
                True,
            ),
            (
                "Jane Roebuck",
                "The ferry of the Roebucks came back to the harbour on Friday at noon, said a man at the pier.",
                True,
            ),
            (
                "Jane Roe",
                "The Roebucks of the harbour came back on Friday at noon in the ferry, said a man at the pier.",
                False,
            ),
            (
                "Jane Roe",
                "Nobody on the ferry had seen Miss McRoe at the harbour on Friday at noon, said a man at the pier.",
                False,
            ),
            (
                "Jane Roe",
                "Roe was what the fishermen sold at the harbour on Friday at noon, said a man at the old pier.",
                False,
            ),
            (
                "Jane Roe",
                "At noon the ferry came back to the harbour with Captain Roe at the helm, said a man at the pier.",
                True,
            ),
            (
                "Jane Doering",
                "Jane Doering is the woman who has written about the harbour for this paper for twenty years.",
                False,
            ),
            (
                "Jane Doering",
                "The ferry at the harbour at noon on Friday, after the long storm on the coast / Jane Doering",
                False,
            ),
        ],
    )
    def test_sentences(self, name: str, sentence: str, *, said: bool) -> None:
        assert self.says(name, HEADLINE, sentence) is said

    def test_headlines(self) -> None:
        assert self.says("Jane Doering", "Jane Doering sails again", REPORT[0])
        assert not self.says("Jane Doering", "Jane Doering. The harbour must stay open", REPORT[0])
        assert not self.says("Jane Doering", REPORT[0], headline=None)

    def test_the_last_sentence_may_tell_of_the_author(self) -> None:
        life = "The chaplain Jane Doering has lived at the harbour since she was a child, and writes about boats."
        assert not self.says("Jane Doering", HEADLINE, *REPORT, life)
        assert self.says("Jane Doering", HEADLINE, life, *REPORT)

    def test_an_introduction_hides_no_other_sentence(self) -> None:
        life = "Jane Doering is the woman who has written about the harbour for this paper for twenty years."
        other = "At noon the ferry came back to the harbour with Captain Doering at the helm, said a man at the pier."
        assert self.says("Jane Doering", HEADLINE, life, other, REPORT[0])

    def test_time_is_linear(self) -> None:
        def seconds(size: int) -> float:
            page = Page(HEADLINE + "\n" + "roebucker x/ jane roebuck a. " * size + "end of the day.", standard())
            start = perf_counter()
            Said(page, range(2), 0).names("Jane Roebuck")
            return perf_counter() - start

        assert seconds(40_000) < 40 * max(seconds(4_000), 0.001)


class TestHead:
    @pytest.mark.parametrize(
        "head",
        [
            ["Jane Doe"],
            ["Jane Doe", "5 May 2024"],
            ["5 May 2024", "Jane Doe"],
            ["Von", "Jane Doe"],
            ["Jane Doe|Published"],
            ["Jane Doe 2 minutes read"],
            ["Jane Doe / HARBOUR.TEST / Sep 2, 2024, 17:07 IST"],
            ["9. September 2025 um 15:46 Uhr / Jane Doe"],
            ["By Jane Doe", "Dive Deeper", "5 May 2024"],
            ["Share", "Jane Doe"],
        ],
    )
    def test_authors(self, head: list[str]) -> None:
        assert authors(HEADLINE, *head, *REPORT) == ("Jane Doe",)

    def test_several_lines_are_several_authors(self) -> None:
        assert authors(HEADLINE, "Jane Doe", "John Roe", "5 May 2024", *REPORT) == ("Jane Doe", "John Roe")
        assert authors(HEADLINE, "Jane Doe", "Share", "John Roe", "5 May 2024", *REPORT) == ("Jane Doe", "John Roe")

    def test_names_far_apart_are_not_authors_together(self) -> None:
        between = ["Share", "Print", "Email", "Facebook", "Twitter"]
        assert authors(HEADLINE, "Jane Doe", "5 May 2024", *between, "John Roe", *REPORT) == ("Jane Doe",)

    @pytest.mark.parametrize(
        "head",
        [
            ["Harbour Police", "5 May 2024"],
            ["• Jane Doe"],
            ["Partager Discussion", "5 May 2024"],
            ["Rough Storm", "5 May 2024"],
            [*MENU, "Jane Doe", *MENU],
        ],
    )
    def test_no_authors(self, head: list[str]) -> None:
        assert authors(HEADLINE, *head, *REPORT) == ()

    def test_who_is_written_about_is_no_author(self) -> None:
        told = "Captain Doering brought the ferry back to the harbour, and the passengers thanked her for the crossing."
        assert authors(HEADLINE, "Jane Doering", "5 May 2024", *REPORT, told, REPORT[0]) == ()
        assert authors(HEADLINE, "Jane Doering", "5 May 2024", *REPORT) == ("Jane Doering",)

    def test_a_name_may_stand_above_the_headline_beside_a_time(self) -> None:
        assert authors("Jane Doe", "5 May 2024", HEADLINE, *REPORT) == ("Jane Doe",)
        assert authors("Jane Doe", HEADLINE, *REPORT) == ()
        assert authors("By Ann Poe", "5 May 2024", HEADLINE, "Jane Doe", *REPORT) == ("Jane Doe",)
        assert authors("By Ann Poe", "Jane Doe", "5 May 2024", HEADLINE, *REPORT) == ("Ann Poe",)

    def test_a_lead_may_stand_below_the_standfirst(self) -> None:
        article = read(HEADLINE, *REPORT[:1], "Von", "Jane Doe", *REPORT[1:])
        assert article.authors == ("Jane Doe",)
        assert (article.summary, article.text) == (REPORT[0], "\n\n".join(REPORT[1:]))

    def test_a_name_inside_the_text_is_a_subheading(self) -> None:
        assert authors(HEADLINE, *REPORT[:2], "Jane Doe", *REPORT[2:]) == ()

    def test_buttons_above_the_text_do_not_part_it_from_its_byline(self) -> None:
        buttons = ["Facebook", "Twitter", "LinkedIn", "Email", "Print", "WhatsApp", "Telegram"]
        assert authors(HEADLINE, "By Jane Doe", *buttons, *REPORT) == ("Jane Doe",)


class TestEnd:
    def test_a_name_or_an_agency_right_below_the_text(self) -> None:
        assert authors(HEADLINE, *REPORT, "Jane Doe") == ("Jane Doe",)
        assert authors(HEADLINE, *REPORT, "AFP") == ("AFP",)
        assert authors(HEADLINE, *REPORT, "HP-Redaktion") == ("HP-Redaktion",)
        assert authors(HEADLINE, *REPORT, "Von", "Jane Doe") == ("Jane Doe",)

    def test_no_signature(self) -> None:
        assert authors(HEADLINE, *REPORT, "Jane Doe", "John Roe", "Ann Poe") == ()
        assert authors(HEADLINE, *REPORT, "Facebook", "AFP", "Twitter") == ()
        assert authors(HEADLINE, "By Jane Doe", *REPORT, "John Roe") == ("Jane Doe",)

    def test_closing_lines_and_lives(self) -> None:
        assert authors(HEADLINE, *REPORT, "Reporting by Jane Doe; Editing by John Roe") == ("Jane Doe",)
        closing = (
            "Reporting by Jane Doe in Porto, additional reporting by Ann Poe, writing by Max Zet, Editing by Eva Loe"
        )
        assert authors(HEADLINE, *REPORT, closing) == ("Jane Doe",)
        assert authors(HEADLINE, *REPORT, "Jane Doe is a politics reporter for the Harbour Post.") == ("Jane Doe",)

    def test_a_journalist_of_the_story_is_no_author(self) -> None:
        told = "The storm had surprised Miss Doering, who wanted to write about the ferry and its old captain."
        life = "Jane Doering is a politics reporter for the Harbour Post and was on board when the storm began."
        assert authors(HEADLINE, told, *REPORT, life) == ()


class TestNearness:
    def test_the_byline_s_date_goes_before_a_post_s(self) -> None:
        article = read(
            HEADLINE, "by Jane Doe Jul. 19, 2026 9:45 am", *REPORT[:3], "— Ferry (@ferry) July 16, 2026", *REPORT[3:]
        )
        assert (article.authors, article.published) == (("Jane Doe",), datetime(2026, 7, 19, 9, 45))

    def test_a_post_s_date_alone_is_no_publication(self) -> None:
        assert read(HEADLINE, *REPORT[:3], "— Ferry (@ferry) July 16, 2026", *REPORT[3:]).published is None

    def test_a_date_below_the_headline_goes_before_a_teaser_s_above(self) -> None:
        teaser = ["Whales seen in the bay", "12 January 2023"]
        assert read(*teaser, HEADLINE, "Jane Doe", "28 April 2023", *REPORT).published == date(2023, 4, 28)

    def test_of_dates_above_the_headline_the_nearest_holds(self) -> None:
        assert read("12 January 2023", "28 April 2023", HEADLINE, *REPORT).published == date(2023, 4, 28)

    def test_kinds_may_stand_apart(self) -> None:
        article = read("Published 5 May 2024", HEADLINE, "Updated 6 May 2024", *REPORT)
        assert (article.published, article.updated) == (date(2024, 5, 5), date(2024, 5, 6))

    def test_a_byline_amid_the_text_must_have_its_lead(self) -> None:
        quoted = "Jane Doe, Harbour Correspondent"
        assert authors(HEADLINE, *REPORT, *REPORT[:1], quoted, *(line + " Again." for line in REPORT)) == ()
