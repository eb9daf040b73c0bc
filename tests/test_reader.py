"""What the reader makes of whole texts: lists, comments, names, captions, clean pages, joined articles."""

from __future__ import annotations

import pytest

import articlekit
from articlekit import Article, Line, Role
from articlekit.reading.cues import BYLINE, TIMESTAMP
from articlekit.reading.evidence import signs
from articlekit.reading.headline_choice import headline_of
from articlekit.reading.lists import labelled, list_inside, numbered
from articlekit.reading.measure import measure
from articlekit.reading.page import Page
from articlekit.reading.seam import SEEN, Seams
from articlekit.reading.split import ANCHORED, SURE, enough
from articlekit.reading.words import standard

HEADLINE = "Ferry returns to the harbour after storm"
REPORT = [
    "The ferry came back at noon on Friday, two days after the storm had closed the strait to all ships.",
    "Hundreds of passengers had waited in the terminal, and most of them went aboard within the hour.",
    "The company will pay back every ticket, said the captain, who has sailed the line for thirty years.",
    "Engineers will look at the hull before the next crossing, which is planned for Sunday in the morning.",
]
OTHER_HEADLINE = "Teachers open a library in an empty classroom"
OTHER = [
    "A library of nine hundred books opened on Monday in a classroom that had stood empty since the spring.",
    "Pupils carried the shelves up the stairs themselves, and their parents gave most of the novels and atlases.",
    "The school board had refused to spend money on reading, which angered many families in the district.",
    "Every pupil may borrow three volumes a week, the headmistress told the parents in a short speech.",
]
CHINESE = [
    "据港务局介绍，经过三个月的修复，北岸的旧灯塔于星期五晚上重新点亮，附近的渔船当夜全部出海。",
    "负责修复的工程师说，灯塔的石阶和铜灯都保留了原来的样子，只更换了被海水腐蚀的电缆。",
    "当地学校计划在夏天组织学生参观灯塔，并请老守塔人讲述过去四十年的故事。",
]
GERMAN = [
    "Die Bibliothek öffnete am Montag in einem Klassenzimmer, das seit dem Frühjahr leer gestanden hatte.",
    "Die Kinder trugen die Regale selbst nach oben, und ihre Eltern schenkten die meisten Romane und Karten.",
    "Der Rat wollte für das Lesen kein Geld ausgeben, und das hatte viele Familien im Bezirk sehr verärgert.",
    "Jedes Kind darf drei Bände in der Woche leihen, sagte die Leiterin den Eltern bei der kurzen Feier.",
]


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def verdicts(text: str) -> dict[str, Line]:
    return {line.text: line for line in articlekit.explain(text).lines if line.text}


def body(text: str) -> list[str]:
    return [block.text for block in articlekit.parse(text).body]


@pytest.mark.parametrize(
    "items",
    [
        [f"{number}) A model of the harbour, in red and in blue" for number in range(1, 8)],
        [f"June {day} -- Harbour Hall, Allentown, PA" for day in range(9, 17)],
        [f"{day} August: Harbour Hall, Allentown" for day in range(9, 17)],
        [f"Jane Doe {name}, “The {name} Song”" for name in ("Ash", "Bay", "Cove", "Dune", "Elm", "Fir")],
        [f"Doe\t{number}\t{number} %" for number in range(6)],
    ],
)
def test_a_list_below_the_text_is_the_article_s(items: list[str]) -> None:
    text = page(HEADLINE, *REPORT, "All of them at a glance:", *items, "Facebook", "Twitter", "Contact")
    assert body(text) == [*REPORT, "All of them at a glance:", *items]


def test_links_may_stand_between_the_items_of_a_list() -> None:
    items = [line for n in range(1, 9) for line in (f"{n}) Model {n} of the harbour", f"http://ferry.example/{n}")]
    assert set(items[::2]) <= set(body(page(HEADLINE, *REPORT, *items)))


def test_a_list_may_end_the_text() -> None:
    items = [f"{number}) Whale number {number}" for number in range(1, 8)]
    assert body(page(HEADLINE, *REPORT, *items)) == [*REPORT, *items]


def test_a_short_run_or_one_without_shape_is_none() -> None:
    text = page(HEADLINE, *REPORT, "1) Whale seen", "2) New pier", "Impressum", "Wetter", "Sudoku")
    assert body(text) == REPORT


def test_a_lead_at_the_end_leads_to_nothing() -> None:
    assert body(page(HEADLINE, *REPORT) + "\nAll of them:\n")[:4] == REPORT


LINKS = ["- Harbour: Pilots want to go to sea again", "- Schools: A library opens in an empty room"]


def test_items_inside_the_text_are_kept() -> None:
    items = ["• a lamp for the engine room;", "• a rope of forty metres;"]
    text = page("Home", "News", "Sport", HEADLINE, *REPORT[:2], "What the crew took aboard:", *items, *REPORT[2:])
    assert [item for item in body(text) if item.startswith(("a lamp", "a rope"))] == [
        "a lamp for the engine room;",
        "a rope of forty metres;",
    ]


@pytest.mark.parametrize(
    ("lines", "clean", "found"),
    [
        (["A.", "• Whale seen", "• New pier opens", "B."], False, []),
        (["A.", "• Whale seen", "• New pier opens", "B."], True, [1, 2]),
        (["A:", "• Whale seen", "• New pier opens", "B."], False, [1, 2]),
        (["A.", "• Whale seen,", "• New pier opens.", "B."], False, [1, 2]),
        (["A.", "• Whale seen.", "B."], True, []),
        (["A.", "• Whale", "x", "y", "z", "• New pier", "B."], True, []),
        (["A.", "• Whale", "x", "y", "z", "• New pier", "B."], False, []),
        (["A.", "- a rope", "- two lamps", "B."], True, [1, 2]),
        (["A.", "-a rope", "-two lamps", "B."], True, []),
        (["A.", "- Price: five pounds", "- Weight: two ounces", "B."], True, [1, 2]),
        (["A.", *LINKS, "B."], True, []),
        (
            ["A.", "- Place: 2 Harbour Road, Porthaven, at the pier", "- Day: 5 May in the morning, at nine", "B."],
            True,
            [1, 2],
        ),
        (["A.", *LINKS, "- two lamps", "- a rope", "B."], True, [1, 2, 3, 4]),
        (["A:", *LINKS, "B."], True, [1, 2]),
    ],
)
def test_items_between_two_lines(lines: list[str], *, clean: bool, found: list[int]) -> None:
    measures = measure("\n".join(lines))
    assert list_inside(measures, 0, len(lines) - 1, lambda _: True, clean=clean) == found


def test_labels_that_recur_are_the_article_s() -> None:
    forms = [line for place in ("top", "bottom", "side") for line in (f"We like: the hooks at the {place}", place)]
    text = page(HEADLINE, REPORT[0], *forms[:2], REPORT[1], *forms[2:4], REPORT[2], *forms[4:], REPORT[3])
    read = verdicts(text)
    assert [read[line].role for line in forms[::2]] == [Role.ITEM] * 3
    assert labelled(measure("\n".join(forms[:4])), range(4)) == []


def test_what_counts_the_parts_is_the_article_s() -> None:
    parts = measure("1. Ash\nB\n7. Dune\n2. Bay\n4. Elm")
    assert numbered(parts, range(5)) == [0, 3, 4]
    assert numbered(parts, range(3)) == []


def test_rows_of_a_table_are_the_article_s() -> None:
    rows = [f"| Pier {number} | {number} ferries | {number} % |" for number in range(4)]
    text = page(HEADLINE, *REPORT[:2], "How many came", *rows, *REPORT[2:])
    assert {verdicts(text)[row].role for row in rows} == {Role.ITEM}


def test_a_list_of_the_latest_news_above_the_text_gives_no_time() -> None:
    news = [line for n in range(7) for line in (f"{n + 2} hours ago", f"Pier {n} is painted in a new colour")]
    filler = [f"Harbour {n}" for n in range(14)]
    text = page(HEADLINE, *news, *filler, "Published 5 May 2024", *REPORT)
    times = {line for line, found in verdicts(text).items() if found.role is Role.TIMESTAMP}
    assert times == {"Published 5 May 2024"}


def test_a_long_item_is_no_highlight() -> None:
    long = "• " + " ".join(REPORT[:2])
    assert articlekit.parse(page(HEADLINE, long, *REPORT)).bullets == ()


def test_many_words_in_capitals_are_a_link() -> None:
    shouted = "WHALE SEEN IN THE BAY BEFORE THE STORM CAME"
    line = verdicts(page(HEADLINE, *REPORT[:2], shouted, *REPORT[2:]))[shouted]
    assert (line.role, line.rule) == (Role.RELATED, "reader.shouted")
    assert "THE HULL" in body(page(HEADLINE, *REPORT[:2], "THE HULL", *REPORT[2:]))


def test_speech_behind_a_dash_is_a_paragraph() -> None:
    speech = "– The ferry came back at noon, said the captain, and nobody was hurt in the storm."
    assert speech in body(page(HEADLINE, *REPORT[:2], speech, *REPORT[2:]))


def comments(count: int) -> list[str]:
    return [
        line
        for number in range(count)
        for line in (
            f"passenger{number} says:",
            f"May {number + 1}, 2024 at 6:34 am",
            f"I was on that ferry too, and I must say that the crew did number {number} of everything that it could.",
        )
    ]


def test_comments_are_known_by_their_rhythm_even_when_they_outweigh_the_text() -> None:
    text = page(HEADLINE, *REPORT, "12 responses to “Ferry returns to the harbour after storm”", *comments(12))
    assert body(text) == REPORT
    assert verdicts(text)[comments(3)[-1]].role is Role.COMMENT


def test_comments_are_known_by_their_buttons() -> None:
    replies = [line for text in comments(9)[2::3] for line in (text, "Reply")]
    assert body(page(HEADLINE, *REPORT, "Comments", *replies * 1)) == REPORT


def test_comments_without_a_heading_are_known_by_who_signs_them() -> None:
    signed = [
        line for n, text in enumerate(comments(9)[2::3]) for line in (f"Jane Doe on May {n + 1}, 2024 said:", text)
    ]
    text = page(HEADLINE, *REPORT, *signed)
    assert body(text) == REPORT
    assert {verdicts(text)[line].role for line in signed} == {Role.COMMENT}
    one = page(HEADLINE, *REPORT[:2], signed[0], *REPORT[2:])
    assert signed[0] in body(one)


def test_no_heading_below_comments_ends_them() -> None:
    text = page(HEADLINE, *REPORT, "Top Rated Comments", "(View all)", *[f"{line} Yes." for line in OTHER])
    assert body(text) == REPORT


def test_a_link_to_comments_opens_nothing() -> None:
    assert body(page(HEADLINE, REPORT[0], "Comments", *REPORT[1:], *OTHER)) == [*REPORT, *OTHER]


def test_a_bare_name_beside_a_date_is_the_author() -> None:
    article = articlekit.parse(page(HEADLINE, "Jane Doe", "5 May 2024", *REPORT))
    assert article.authors == ("Jane Doe",)
    assert articlekit.parse(page(HEADLINE, "Harbour Police", "5 May 2024", *REPORT)).authors == ()


def test_the_line_above_a_picture_credit_is_its_caption() -> None:
    text = (
        page(HEADLINE, *REPORT[:2]) + "\nThe ferry at noon in the harbour\nPhoto: Getty Images\n\n" + page(*REPORT[2:])
    )
    assert verdicts(text)["The ferry at noon in the harbour"].rule == "reader.above-credit"
    [caption] = articlekit.parse(text).captions
    assert (caption.text, caption.credit) == ("The ferry at noon in the harbour", "Getty Images")


def test_a_credit_nearer_to_the_line_below_takes_none_above_along() -> None:
    short = "The captain has always denied it in public."
    text = page(HEADLINE, *REPORT[:2], short, "Photo: Getty Images\nThe ferry at noon in the old harbour", *REPORT[2:])
    assert short in body(text)


@pytest.mark.parametrize("place", [0, 2])
@pytest.mark.parametrize("end", ["", "."])
def test_a_picture_s_text_and_its_caption_are_one(place: int, end: str) -> None:
    pair = [f"The ferry in the old harbour{end}", f"The ferry in the old harbour{end} (Jane Doe/AP)"]
    text = page(HEADLINE, *REPORT[:place], *pair, *REPORT[place:])
    assert [verdicts(text)[line].rule for line in pair] == ["reader.alt-text", "reader.caption-again"]
    [caption] = articlekit.parse(text).captions
    assert (caption.text, caption.credit) == (pair[0], "Jane Doe/AP")


@pytest.mark.parametrize(
    ("more", "captions"),
    [(" / Ann Poe", 1), (" Ljósmynd/Aðsend", 1), (" He is old.", 0), (" and" + " on" * 30, 0), (" And again", 0)],
)
def test_a_line_said_again_with_a_credit_nobody_lists_is_a_caption(more: str, captions: int) -> None:
    line = "The ferry and the mayor of Porthaven in the old harbour."
    text = page(HEADLINE, *REPORT, line, line + more, *OTHER)
    assert len(articlekit.parse(text).captions) == captions
    assert (line in body(text)) is not bool(captions)


def test_a_caption_that_says_the_headline_leaves_it_the_headline() -> None:
    assert articlekit.parse(page(HEADLINE, f"{HEADLINE} (Jane Doe/AP)", *REPORT)).title == HEADLINE


def test_a_paragraph_above_a_picture_credit_stays() -> None:
    text = page(HEADLINE, *REPORT, " ".join(REPORT[:2]), "Photo: Getty Images")
    assert body(text)[-1] == " ".join(REPORT[:2])


def test_a_credit_under_a_credited_caption_stands_alone() -> None:
    text = page(HEADLINE, *REPORT[:2], "The ferry at noon. (AP)", "Photo: Getty Images", *REPORT[2:])
    assert [(caption.text, caption.credit) for caption in articlekit.parse(text).captions] == [
        ("The ferry at noon.", "AP"),
        ("", "Getty Images"),
    ]


@pytest.mark.parametrize(
    "line", ["The ferry at noon in the old harbour. (AP)", "By Jane Doe", "Subscribe to our newsletter"]
)
def test_what_is_something_else_is_no_headline(line: str) -> None:
    assert articlekit.parse(page(line, *REPORT)).title == ""


def test_a_word_alone_is_no_headline_but_a_short_one_without_spaces_is() -> None:
    assert articlekit.parse(page("Porthaven", "5 May 2024", *REPORT)).title == ""
    assert articlekit.parse(page("旧灯塔重新点亮", "2025年3月14日 09:30", *CHINESE)).title == "旧灯塔重新点亮"
    articles = articlekit.parse_all(
        page(HEADLINE, *REPORT) + "\n\n" + page("旧灯塔重新点亮", "2025年3月14日", *CHINESE)
    )
    assert [article.title for article in articles] == [HEADLINE, "旧灯塔重新点亮"]


def test_a_line_that_says_where_somebody_stands_is_a_caption() -> None:
    lines = (
        "Jane Doe (left) may come aboard again",
        "Ann Poe, right, waits in the old harbour",
        "Jane Doe (left) and Ann Poe (right) wait for the ferry in the old harbour.",
    )
    article = articlekit.parse(page(HEADLINE, lines[0], *REPORT[:2], lines[1], *REPORT[2:3], lines[2], *REPORT[3:]))
    assert (article.title, article.paragraphs) == (HEADLINE, tuple(REPORT))
    assert [caption.text for caption in article.captions] == list(lines)


def test_a_headline_may_stand_below_the_first_paragraph() -> None:
    article = articlekit.parse(page(REPORT[0], HEADLINE, "By Jane Doe", "5 May 2024", *REPORT[1:]))
    assert article.title == HEADLINE
    assert [block.text for block in article.body] == REPORT


def test_a_sentence_is_no_headline() -> None:
    assert articlekit.parse(page(*REPORT)).title == ""


def test_consent_of_any_length_is_dropped() -> None:
    consent = "We use cookies and other technologies to show content. " * 6
    line = verdicts(page(HEADLINE, *REPORT, consent))[consent.strip()]
    assert line.rule == "en.notice.consent"


def test_joined_articles_come_apart_where_the_topic_changes() -> None:
    text = page(HEADLINE, *REPORT) + "\n\n" + page(OTHER_HEADLINE, "By Jane Doe", "5 May 2024", *OTHER)
    first, second = articlekit.parse_all(text)
    assert (first.title, first.paragraphs) == (HEADLINE, tuple(REPORT))
    assert (second.title, second.paragraphs, second.authors) == (OTHER_HEADLINE, tuple(OTHER), ("Jane Doe",))


def test_a_headline_said_again_below_a_long_standfirst_begins_no_further_article() -> None:
    standfirst = (
        "A library of nine hundred books has opened in a classroom that had stood empty since the spring, and pupils "
        "of all ages carried the shelves up the stairs themselves while their parents gave the novels, the atlases, "
        "two globes and a lamp for every table in the room, and the mayor, who had been against it for years, came with "
        "a box of comics and asked whether he might stay and read until the bell."
    )
    head = (OTHER_HEADLINE, "By Jane Doe", "5 May 2024")
    text = page(HEADLINE, *REPORT) + "\n\n" + page(*head, standfirst) + "\n\n" + page(*head, *OTHER)
    assert [article.title for article in articlekit.parse_all(text)] == [HEADLINE, OTHER_HEADLINE]


@pytest.mark.parametrize(("button", "anchors"), [("Harbour News", True), ("Log in to Reply", False)])
def test_a_date_beside_a_button_to_reply_is_a_comment_s(button: str, *, anchors: bool) -> None:
    text = page(*REPORT) + "\n\n\n" + page("Very well said, and often", button, "6 May 2025 at 11:17", *OTHER)
    parts = Page(text, standard())
    seams = Seams(parts.measures, parts.liked)
    [seam] = [seam for seam in seams.found if seam.before == len(REPORT) - 1]
    assert (enough(parts, seams, seam) == ANCHORED) is anchors


def test_joined_articles_come_apart_where_the_language_changes() -> None:
    articles = articlekit.parse_all(page(HEADLINE, *REPORT) + page("Lehrer eröffnen eine Bibliothek", *GERMAN))
    assert [article.language for article in articles] == ["en", "de"]


@pytest.mark.parametrize(("name", "parts"), [("Jane Doe", []), ("Ann Poe", [REPORT[-1]])])
def test_the_life_of_an_author_begins_no_article(name: str, parts: list[str]) -> None:
    life = (f"Jane Doe is the editor of this paper. {OTHER[0]}", *OTHER[1:])
    text = page(HEADLINE, *REPORT, "Our reports are written by people with pens", name, *life)
    measures = measure(text)
    found = Seams(measures, range(len(measures.texts))).found
    assert [measures.texts[seam.before] for seam in found] == parts


@pytest.mark.parametrize("language_changes", [True, False])
def test_a_short_report_in_another_language_is_no_notice(*, language_changes: bool) -> None:
    text = page(HEADLINE, *REPORT, OTHER_HEADLINE, *(GERMAN if language_changes else OTHER))
    seen = Page(text, standard())
    seams = Seams(seen.measures, range(len(REPORT)))
    [seam] = [seam for seam in seams.found if OTHER_HEADLINE in [seen.measures.texts[head] for head in seam.heads]]
    assert seams.shorter_side(seam) == 0
    assert (enough(seen, seams, seam) == SURE + 1.0) is language_changes


@pytest.mark.parametrize(("line", "may_part"), [("The hull is sound.", False), ("The hull is sound", True)])
def test_a_short_sentence_opens_no_article(line: str, *, may_part: bool) -> None:
    measures = measure(page(HEADLINE, *REPORT, line, *OTHER))
    heads = [head for seam in Seams(measures, range(len(measures.texts))).found for head in seam.heads]
    assert ([measures.texts[head] for head in heads] == [line]) is may_part


def test_headings_that_are_set_alike_are_seen() -> None:
    parts = [line for number, sentence in enumerate(REPORT + OTHER) for line in (f"Part {number}", sentence, sentence)]
    measures = measure(page(HEADLINE, *parts, "\n\nThe end of it all", *OTHER))
    seams = Seams(measures, range(len(measures.texts)))
    alike = seams.seen(seams.found)[[evidence.name for evidence in SEEN].index("seams like it")]
    assert alike[-1] == 0
    assert set(alike[:-1]) == {len(alike) - 2}


def test_a_subheading_parts_nothing() -> None:
    articles: tuple[Article, ...] = articlekit.parse_all(page(HEADLINE, *REPORT, "The hull", *REPORT[::-1]))
    assert len(articles) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Not found", "404 Page Not Found", "Access denied", "Jane Doe", "By Jane Doe", "2 hours ago", "Error",
        "Page unavailable\nSorry, something went wrong", "Just a moment...\nChecking your browser", "a\rb\rc", "a\n" * 600,
    ],
)  # fmt: skip
def test_a_text_that_says_nothing_is_no_article(text: str) -> None:
    assert articlekit.parse_all(text) == ()


def test_verse_is_an_article() -> None:
    verse = [
        f"and the sea goes on and on before the {thing}" for thing in ("ferry", "storm", "harbour", "lamp", "whale")
    ]
    assert len(body(page(HEADLINE, *verse))) >= 4


@pytest.mark.parametrize(
    "row", ["{} August 2024 – Springfield", "September {}, 2024: Springfield", "Aug. {} -- Hill, MO"]
)
def test_a_list_of_dates_is_no_list_of_timestamps(row: str) -> None:
    rows = [row.format(day) for day in range(10, 20)]
    article = articlekit.parse(page(HEADLINE, *REPORT, *rows))
    assert article.published is None
    assert [block.text for block in article.body] == [*REPORT, *rows]


def test_a_credit_at_the_top_takes_no_other_line_along() -> None:
    captions = articlekit.parse(page("(Reuters/John Doe)", *REPORT, "© AP Photo/Jane Roe")).captions
    assert [caption.credit for caption in captions] == ["Reuters/John Doe", "AP Photo/Jane Roe"]


def test_few_comments_below_a_heading_that_most_of_the_text_follows_stay() -> None:
    assert len(body(page(HEADLINE, *REPORT[:3], "Comments", "5 May 2024", *REPORT, *OTHER))) > len(REPORT)


def test_a_repeated_byline_is_recognised_once_and_each_time() -> None:
    page_read = Page(page(HEADLINE, "By Jane Doe", "5 May 2024", *REPORT, "By Jane Doe", "5 May 2024"), standard())
    texts, cues = page_read.measures.texts, page_read.cues
    for line, cue, found in (("By Jane Doe", BYLINE, cues.bylines), ("5 May 2024", TIMESTAMP, cues.stamps)):
        first, again = (number for number, text in enumerate(texts) if text == line)
        assert cues[again] == cues[first] == cue
        assert found[again] is found[first]


def test_the_headline_is_compared_with_the_text_only_where_that_decides() -> None:
    one = Page(page(HEADLINE, *REPORT), standard())
    assert headline_of(one, one.kept) == 0
    assert not one.topics
    two = Page(page("Ferry and harbour news today", HEADLINE, *REPORT), standard())
    headline_of(two, two.kept)
    assert two.topics


def test_signs() -> None:
    assert signs(["a | b", "© b", "see www.ferry.example", "at @ferry", "plain"]) == [1, 2, 3, 4, 0]
    assert signs(["plain", "text"]) == [0, 0]


class TestKeep:
    DOUBTFUL = page(
        "Home", "News", HEADLINE, *REPORT[:2], "The ferry came back at noon", *REPORT[2:], "Weather", "Sudoku"
    )

    def test_more_is_kept_the_higher_the_dial(self) -> None:
        sizes = [len(articlekit.parse(self.DOUBTFUL, keep=keep).body) for keep in (-1, -0.5, 0, 0.5, 1)]
        assert sizes == sorted(sizes)
        assert sizes[0] < sizes[-1]

    def test_even_the_strictest_setting_leaves_what_is_likely_right(self) -> None:
        text = page(*REPORT[:1], "Weather", "Sudoku")
        assert [block.text for block in articlekit.parse(text, keep=-1).body] == REPORT[:1]

    def test_the_middle_is_the_default(self) -> None:
        assert articlekit.parse(self.DOUBTFUL, keep=0) == articlekit.parse(self.DOUBTFUL)
        assert articlekit.parse_all(self.DOUBTFUL, keep=0.0) == articlekit.parse_all(self.DOUBTFUL)

    @pytest.mark.parametrize("keep", [-1.01, 2, float("nan"), float("inf")])
    def test_a_number_out_of_range_is_told(self, keep: float) -> None:
        with pytest.raises(ValueError, match="keep must be from -1"):
            articlekit.explain(self.DOUBTFUL, keep=keep)

    @pytest.mark.parametrize("keep", ["much", None, True])
    def test_what_is_no_number_is_told(self, keep: object) -> None:
        with pytest.raises(TypeError, match="keep must be a number"):
            articlekit.parse(self.DOUBTFUL, keep=keep)  # type: ignore[arg-type]


@pytest.mark.parametrize("between", [["Jane Doe on the pier (Jane Doe/AP)"], ["AFP", "Print"]])
def test_a_short_line_parted_from_the_text_is_the_standfirst(between: list[str]) -> None:
    standfirst = "Hundreds of people waited in the terminal, and the company will pay them back."
    article = articlekit.parse(page(HEADLINE, standfirst, *between, *REPORT))
    assert (article.summary, [block.text for block in article.body]) == (standfirst, REPORT)


@pytest.mark.parametrize("above", [(), ("By Jane Doe",)])
def test_a_paragraph_below_the_headline_stays(above: tuple[str, ...]) -> None:
    assert body(page(HEADLINE, *above, *REPORT)) == REPORT


@pytest.mark.parametrize(
    ("lines", "between"),
    [
        ((HEADLINE, "A ferry turned back on Friday in the strait of Porthaven."), "Advertisement"),
        ((HEADLINE, "PORTHAVEN (Reuters) - A ferry turned back on Friday."), "The ferry at noon (Jane Doe/AP)"),
        (("By Jane Doe", HEADLINE, "A ferry turned back on Friday in the strait."), "The ferry at noon (Jane Doe/AP)"),
        ((HEADLINE, f"{HEADLINE} on Friday, and six of the passengers went home."), "Advertisement"),
    ],
)
def test_a_first_paragraph_is_no_standfirst(lines: tuple[str, ...], between: str) -> None:
    assert body(page(*lines, between, *REPORT)) == [lines[-1], *REPORT]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Hundreds of people waited for it in the terminal, for two whole days", Role.SUMMARY),
        ("Hundreds waited two whole days.", Role.NAVIGATION),
        ("Hundreds waited in the terminal for two days.", Role.SUMMARY),
        ("Five new restaurants on the coast road", Role.RELATED),
    ],
)
def test_a_line_below_the_headline_is_a_sentence_to_be_a_standfirst(line: str, role: Role) -> None:
    assert verdicts(page(HEADLINE, line, "By Jane Doe", *REPORT))[line].role is role


@pytest.mark.parametrize("again", [f"STORM: {HEADLINE.upper()}", f"• {HEADLINE}", HEADLINE.replace(" ", "\xa0")])
def test_a_headline_said_again_in_the_same_letters_is_a_repeat(again: str) -> None:
    line = verdicts(page(HEADLINE, "By Jane Doe", again, *REPORT))[again]
    assert (line.role, line.rule) == (Role.REPEAT, "reader.headline-again")


@pytest.mark.parametrize("surplus", ["Home News {}", "Home / Harbour / {}", "HomeNews{}", "{} Video", "{}image"])
def test_the_bare_headline_just_below_is_the_title(surplus: str) -> None:
    assert articlekit.parse(page(surplus.format(HEADLINE), HEADLINE, "By Jane Doe", *REPORT)).title == HEADLINE


@pytest.mark.parametrize("kicker", ["Storm: {}", "What a storm! {}", "{} and the sailors sing"])
def test_a_kicker_is_a_part_of_the_title(kicker: str) -> None:
    title = kicker.format(HEADLINE)
    assert articlekit.parse(page(title, HEADLINE, "By Jane Doe", *REPORT)).title == title


@pytest.mark.parametrize("mark", ["• ", "* ", "> "])
def test_a_title_has_no_list_mark(mark: str) -> None:
    assert articlekit.parse(page(mark + HEADLINE, "By Jane Doe", *REPORT)).title == HEADLINE


@pytest.mark.parametrize("picture", ["The ferry in the harbour at noon (Jane Doe/AP)", "Photo: Jane Doe/AP"])
def test_what_stands_in_one_block_with_a_picture_is_its_text(picture: str) -> None:
    block = ["A woman in a red coat waves at a white ship.", "The captain's mother waited for two days.", picture]
    text = page(HEADLINE, *REPORT[:2], "\n".join(block), *REPORT[2:])
    assert body(text) == REPORT
    assert verdicts(text)[block[0]].rule == "reader.with-picture"


def test_a_paragraph_in_a_longer_block_with_a_picture_stays() -> None:
    block = [*REPORT[1:], "The ferry in the harbour at noon (Jane Doe/AP)"]
    assert body(page(HEADLINE, REPORT[0], "\n".join(block), *OTHER)) == [*REPORT, *OTHER]


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("The island was sold to its tenants. (Bell Rock Estates)", 1),
        ("The island was sold to its tenants. (X-2)", 0),
        ("The island was sold. (Article 12)", 0),
        ("“The island was sold.” (Bell Rock Estates)", 0),
    ],
)
def test_a_bracket_behind_a_sentence_credits_a_picture(line: str, captions: int) -> None:
    assert len(articlekit.parse(page(HEADLINE, *REPORT, line, *OTHER)).captions) == captions


def test_the_author_may_be_named_before_the_end() -> None:
    asked = "Jane Doe asked him why the line had not paid for a single night in a hotel."
    life = "Jane Doe is at sea most of the year, and lives in Porthaven in between."
    text = page(HEADLINE, "By Jane Doe", *REPORT, asked, life, "Jane Doe")
    assert [verdicts(text)[line].rule for line in (asked, life, "Jane Doe")] == [
        "reader.prose",
        "reader.life",
        "reader.life",
    ]


@pytest.mark.parametrize(
    ("byline", "last", "rule"),
    [
        ("By Jane Doe", "Jane Doe has sailed all seas and lives in Porthaven with her two dogs.", "reader.life"),
        ("By Jane Doe", "Captain Jane Doe teaches in Porthaven, and keeps two dogs.", "reader.life"),
        (
            "May 5, 2024",
            "(Reporting by Ann Poe in Porthaven and John Roe in Lisbon; Editing by Jane Doe)",
            "reader.closing",
        ),
        ("By Jane Doe", "The captain, who had asked Jane Doe not to come, went home.", "reader.prose"),
        ("By Jane Doe", "Captain Roe told Jane Doe that he would never again go to sea.", "reader.prose"),
        ("By Jane Doe", "Jane Doe: And what will you do now, when the ferry has come back?", "reader.prose"),
        ("By Jane Doe", "“Jane Doe was right,” the captain said when the ferry had come back.", "reader.prose"),
        ("By Jane Doe", "I, Jane Doe, will not set foot on these boats again before next year.", "reader.prose"),
        ("By Jane Doe", "Jane Doer, the mayor's aide, said on Friday that nothing had been lost.", "reader.prose"),
        ("By AFP", "The AFP says that the captain has gone home to his two dogs.", "reader.prose"),
    ],
)
def test_the_end_may_tell_of_the_author(byline: str, last: str, rule: str) -> None:
    text = page(HEADLINE, byline, *REPORT, *OTHER, last)
    assert verdicts(text)[last].rule == rule
    assert body(text)[: len(REPORT)] == REPORT


def test_what_follows_an_agency_s_closing_line_hides_no_author() -> None:
    closing = "(Reporting by Jane Doe in Porto; Editing by John Roe)"
    article = articlekit.parse(page(HEADLINE, "May 5, 2024", *REPORT, closing, OTHER[0]))
    assert (article.authors, article.body[-1].text) == (("Jane Doe",), OTHER[0])


def test_names_that_head_the_parts_of_a_text_are_no_authors() -> None:
    parts = [
        line for name, told in zip(("Ann Poe", "John Roe", "Eva Loe"), OTHER, strict=False) for line in (name, told)
    ]
    assert articlekit.parse(page(HEADLINE, "May 5, 2024", *parts)).authors == ()


@pytest.mark.parametrize("last", ["Supreme Court", "Climate Change", "Guerra Ucraina"])
def test_a_tag_at_the_end_is_no_author(last: str) -> None:
    assert articlekit.parse(page(HEADLINE, *REPORT, last)).authors == ()


def test_whom_a_quotation_is_from_is_no_author() -> None:
    assert (
        articlekit.parse(
            page(HEADLINE, *REPORT, "“The sea gives, and it takes, and it never asks why.”", "Ann Poe")
        ).authors
        == ()
    )
