"""The reader's parts, one by one."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from itertools import accumulate
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.lines import Role
from articlekit.packs import Rule
from articlekit.reading.assemble import _captions
from articlekit.reading.cohesion import Wording, found_in, likeness, said, words_of
from articlekit.reading.evidence import FIRST, PLACES, STARTS, Evidence, binned, cross, first_pass, kinds, scale
from articlekit.reading.headline import HEADLINE, may_be_headline
from articlekit.reading.language import is_foreign, language_of, traces
from articlekit.reading.learned import learned
from articlekit.reading.measure import (
    END_ASK,
    END_CLOSED,
    END_COLON,
    END_COMMA,
    END_CUT,
    END_DIGIT,
    END_NONE,
    END_QUOTED,
    END_STOP,
    measure,
)
from articlekit.reading.opening import OPENING
from articlekit.reading.patterns import Patterns, factored, first_characters
from articlekit.reading.seam import SEAM
from articlekit.reading.segment import best_stretch, places
from articlekit.reading.sides import FOREIGN, NOT_KNOWN, OTHER, SAME, change_of_language
from articlekit.reading.story import Story
from articlekit.reading.topic import Topics, content_words, share_found
from articlekit.reading.weights import from_table
from articlekit.reading.words import standard

ENGLISH = (
    "The ferry came back to the harbour at noon on Friday, and it was the first of the day for those who had waited."
)
GERMAN = "Die Fähre ist am Freitag in den Hafen zurück gekehrt, und sie war die erste seit zwei Tagen für die Stadt."
JAPANESE = "渡り船が金曜日に港へ戻ってきた。二日ぶりの便で、町の人たちは朝から並んで待っていたという。"
KOREAN = "배는 금요일 정오에 항구로 돌아왔고 이틀 만에 도시로 들어온 첫 배였다고 주민들이 말했다."
TURKISH = (
    "Yangını söndürmek amacıyla bölgeye gönderilen helikopterler gece boyunca çalıştı ve alevler sabaha karşı kontrol "
    "altına alındı, ancak ekipler soğutma çalışmalarına devam ediyor, vali yazılı açıklama yaptı, yaralanan itfaiyeciler "
    "hastanede tedavi gördükten sonra taburcu edildi, evler kullanılamaz durumda."
)
ZULU = (
    "Isikebhe sibuyele echwebeni emini ngoLwesihlanu. Amakhulu abagibeli abelindile izinsuku ezimbili. Inkampani "
    "izobuyisela imali yawo wonke amathikithi, kusho okhulumela inkampani."
)


class TestMeasure:
    @pytest.mark.parametrize(
        ("line", "end"),
        [
            ("Menu", END_NONE),
            ("Меню", END_NONE),
            ("It rained.", END_STOP),
            ("雨が降った。", END_STOP),
            ("Did it rain?", END_ASK),
            ("“It rained.”", END_QUOTED),
            ("« Il pleut. »", END_QUOTED),
            ("“It rained,”", END_QUOTED),
            ("The rain (see page 3)", END_CLOSED),
            ("They said:", END_COLON),
            ("Rain,", END_COMMA),
            ("It rained…", END_CUT),
            ("It rained...", END_CUT),
            ("Page 3", END_DIGIT),
        ],
    )
    def test_ends(self, line: str, end: int) -> None:
        assert measure(line).ends == [end]

    @pytest.mark.parametrize(
        ("line", "start"),
        [
            ("Rain", "capital"),
            ("Ärger", "capital"),
            ("rain", "small letter"),
            ("ärger", "small letter"),
            ("3 days", "digit"),
            ("٣ أيام", "digit"),
            ("“Rain", "quotation mark"),
            ("• Rain", "list mark"),
            ("雨", "letter without case"),
            ("$5", "sign"),
        ],
    )
    def test_starts(self, line: str, start: str) -> None:
        assert STARTS[measure(line).starts[0]] == start

    def test_scripts_without_spaces_count_characters(self) -> None:
        japanese = "港は金曜日の正午に再開し、二日間待っていた乗客が一時間以内に乗船したと会社は述べた。"
        assert measure(japanese).words == [len(japanese) // 2]
        assert measure("https://news.example/a-very-long-address-without-any-space").words == [1]
        assert measure("Donaudampfschifffahrtsgesellschaft für Öl").words == [3]
        assert measure(japanese).prose == [len(japanese) // 2]

    def test_columns_have_an_entry_a_line(self) -> None:
        page = measure("\n One\n\n\nTwo\nOne")
        assert page.where == [1, 4, 5]
        assert page.texts == ["One", "Two", "One"]
        assert page.gaps == [1, 2, 0]
        assert page.indents == [1, 0, 0]
        assert page.counts == [2, 1, 2]


class TestSegment:
    @given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 9))
    def test_no_stretch_is_better(self, gains: list[int], cost: int) -> None:
        start, end = best_stretch(gains, cost)
        values = [gain or -cost for gain in gains]
        sums = list(accumulate(values, initial=0))
        best = max(sums[b] - sums[a] for a in range(len(sums)) for b in range(a, len(sums)))
        assert sum(values[start:end]) == best

    @given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
    def test_every_line_has_its_place(self, before: int, inside: int, after: int) -> None:
        column = places((before, before + inside), before + inside + after)
        assert len(column) == before + inside + after
        assert all(0 <= place < len(PLACES) for place in column)
        if inside:
            assert column == sorted(column)
            assert [place for place in column if 4 <= place <= 6] == column[before : before + inside]
        else:
            assert set(column) <= {0}


class TestEvidence:
    def test_a_scale_names_its_bins(self) -> None:
        words = scale("words", "words", 2, 5)
        assert words.bins == ("under 2 words", "2 to 4 words", "5 words or more")
        assert binned(words, [0, 1, 2, 4, 5, 99]) == [0, 0, 1, 1, 2, 2]

    def test_kinds_and_crosses(self) -> None:
        colour, size = kinds("colour", "red", "blue"), kinds("size", "small", "large")
        both = cross("both", colour, size)
        assert both.bins == ("red, small", "red, large", "blue, small", "blue, large")
        assert binned(both, [0, 3]) == [0, 3]

    @given(
        st.lists(
            st.sampled_from(
                ["", "Menu", "© News | www.a.b", "me@news.example", "See www.news.example", "It rained all day. " * 9]
            )
        )
    )
    def test_every_value_has_a_bin(self, lines: list[str]) -> None:
        page = measure("\n".join(lines))
        columns = first_pass(page)
        assert len(columns) == len(FIRST)
        for evidence, values in zip(FIRST, columns, strict=True):
            assert len(values) == len(page.texts)
            assert all(0 <= number < len(evidence.bins) for number in binned(evidence, values))


class TestLineScores:
    LINES: ClassVar = [
        "",
        " Menu",
        "\tMenu",
        "Menu",
        "Follow us:",
        "5 May 2024",
        "It rained all day. " * 9,
        "Rain! " * 900,
    ]

    @given(st.lists(st.sampled_from(LINES)))
    def test_a_page_is_scored_as_its_evidence_weighs(self, lines: list[str]) -> None:
        page, weights = measure("\n".join(lines)), learned()
        assert weights.line_scores(page) == pytest.approx(weights.line.scores(first_pass(page)), abs=1e-9)

    @pytest.mark.parametrize("line", ["It rained all day. " * 9, "It rained all day. " * 900])
    def test_a_page_of_very_much_prose(self, line: str) -> None:
        page, weights = measure("\n".join([line] * 200)), learned()
        assert weights.line_scores(page) == pytest.approx(weights.line.scores(first_pass(page)), abs=1e-9)


class TestWeights:
    TABLE: ClassVar = {"bias": {"always": -1.0}, "size": {"small": 0.5, "large": -2.0}, "colour": {"red": 3.0}}
    SIZE, COLOUR = kinds("size", "small", "large"), kinds("colour", "red", "blue")

    def test_scores_add_up(self) -> None:
        weights = from_table(self.TABLE, (self.SIZE, self.COLOUR))
        assert weights.scores([[0, 1, 7], [0, 1, 0]]) == [2.5, -3.0, 0.0]

    def test_what_can_be_added_at_least_and_at_most(self) -> None:
        weights = from_table(self.TABLE, (self.SIZE, self.COLOUR))
        sums = [weights.scores([[size], [colour]])[0] - weights.bias for size in (0, 1) for colour in (0, 1)]
        assert (weights.low, weights.high) == (min(sums), max(sums))

    def test_the_strongest_evidence_is_named(self) -> None:
        weights = from_table(self.TABLE, (self.SIZE, self.COLOUR))
        columns = [[1], [0]]
        assert weights.strongest(columns, 0, speaks_for=True) == ("colour: red", 3.0)
        assert weights.strongest(columns, 0, speaks_for=False) == ("size: large", -2.0)

    def test_split_weights_add_up_to_the_whole(self) -> None:
        whole = from_table(self.TABLE, (self.SIZE, self.COLOUR))
        first, rest = whole.split(1)
        assert [a + b for a, b in zip(first.scores([[0, 1]]), rest.scores([[0, 1]]), strict=True)] == whole.scores(
            [[0, 1], [0, 1]]
        )

    def test_a_value_beyond_all_bins_is_in_the_last(self) -> None:
        weights = from_table(self.TABLE, (self.SIZE, self.COLOUR))
        assert weights.scores([[10**6], [0]]) == weights.scores([[1], [0]])

    @pytest.mark.parametrize(
        ("name", "evidence"),
        [("line", FIRST), ("headline", HEADLINE), ("seam", SEAM), ("opening", OPENING)],
        ids=lambda value: str(value)[:8],
    )
    def test_the_shipped_weights_fit_the_evidence(self, name: str, evidence: tuple[Evidence, ...]) -> None:
        tables = json.loads((files("articlekit.reading") / "weights.json").read_text("utf-8"))
        assert tables[name].keys() == {"bias", *(kind.name for kind in evidence)}
        for kind in evidence:
            assert tables[name][kind.name].keys() == set(kind.bins)

    def test_the_stages_make_the_seam(self) -> None:
        stages = learned()
        assert tuple(kind for weights in stages.of_seams.values() for kind in weights.evidence) == SEAM
        assert stages.hopes.keys() == stages.of_seams.keys() - {"fields"}


class TestPatterns:
    @pytest.mark.parametrize(
        ("pattern", "first"),
        [
            ("page .+", "p"),
            ("(?:no|two|[0-9]) pages", None),
            ("(?:no|two) pages", "nt"),
            ("(?:no )?pages", None),
            (r"\d+ pages|all", "0123456789a"),
            (r"\d? pages", None),
            ("p{,2}ages", None),
            ("p?ages", None),
            (r"\(page", None),
            ("(?:a(?:b|[)]))c", "a"),
        ],
    )
    def test_first_characters(self, pattern: str, first: str | None) -> None:
        assert first_characters(pattern) == (None if first is None else frozenset(first))

    @pytest.mark.parametrize(
        ("pattern", "first"),
        [
            ("page .+|one", {"pag", "one"}),
            ("(?:no|two) pages", {"no ", "two"}),
            ("pages?", {"pag"}),
            ("pag?e", {"p"}),
            ("pa[rg]e", {"p"}),
            ("(?:pag)+e", {"p"}),
            (r"\d+ pages", set("0123456789")),
            ("(?:no )?pages", None),
        ],
    )
    def test_three_first_characters(self, pattern: str, first: set[str] | None) -> None:
        assert first_characters(pattern, 3) == first

    @given(
        st.lists(
            st.sampled_from(
                [
                    r"\w+ (?:is|was) \d",
                    r"\w+ (?:is|was)? [)\]]",
                    r"\w+ has .{2,3}",
                    r"\w+ had \d",
                    "no|one",
                    "no",
                    r"\u0e01+",
                    r"\u0e02+",
                ]
            )
        )
    )
    def test_what_is_factored_takes_the_same(self, patterns: list[str]) -> None:
        taken = re.compile(factored(patterns))
        for line in (
            "it is 1",
            "it was 1",
            "it has no",
            "it had 1",
            "no",
            "one",
            "it is )",
            "it  ]",
            "it is",
            "it",
            "none",
            "\u0e01\u0e01",
            "\u0e02",
            "\u0e03",
        ):
            alone = any(re.fullmatch(pattern, line) for pattern in patterns)
            assert (bool(patterns) and taken.fullmatch(line) is not None) == alone

    def test_the_first_rule_wins_whatever_its_beginning(self) -> None:
        anything = Rule(name="any", role=Role.OTHER, why="", like=(".+ pages",))
        some = Rule(name="some", role=Role.OTHER, why="", like=("two pages",))
        for rules in ((anything, some), (some, anything)):
            patterns = Patterns([(rule.like[0], rule) for rule in rules])
            assert patterns.rule_for("two pages") is rules[0]
            assert patterns.rule_for("six pages") is anything
            assert patterns.rule_for("six leaves") is None
        assert Patterns([]).rule_for("two pages") is None


class TestHeadlineInside:
    """Lines in the middle of a text that may be the headline of a further article."""

    @pytest.mark.parametrize(
        ("line", "may_be"),
        [
            ("Ferry returns to the harbour", True),
            ("Jane van der Meer", True),  # four words may be anything
            ("Jane Doe", True),  # short headlines in capitals look the same
            ("Jane Doe\nJane Doe is the editor of the paper.", False),
            ("Storm Hits Coast", True),
            ("Harbour closed", True),
            ("“We will sail again”: crew of the ferry speaks", True),
            ("‘Members of the council, further plans will be laid before you", False),
            ("“The strait was closed for two days", False),
            ("the ferry and the storm", False),
            ("Storm", False),
            ("»Wir fahren wieder«", True),
        ],
    )
    def test_shape(self, line: str, *, may_be: bool) -> None:
        assert may_be_headline(measure(line), 0) is may_be


class TestCaptions:
    def test_a_credit_joins_the_caption_just_above(self) -> None:
        [caption] = _captions(Story(None, 0, 0, {}, {}), ["Passengers at dawn.", "Photo: Getty Images"], [0, 1], {1})
        assert (caption.text, caption.credit) == ("Passengers at dawn.", "Getty Images")

    def test_a_credit_alone_stands_alone(self) -> None:
        captions = _captions(Story(None, 0, 0, {}, {}), ["At dawn. (AP)", "Photo: dpa", "It rained."], [0, 1], {1})
        assert [(caption.text, caption.credit) for caption in captions] == [("At dawn.", "AP"), ("", "dpa")]


class TestTopic:
    def test_content_words_meet_across_endings(self) -> None:
        assert content_words("The election") & content_words("elections were held") == {"electi"}
        assert content_words("首相会見") == {"首相", "相会", "会見"}
        assert content_words("a b c") == set()

    def test_shares(self) -> None:
        assert share_found({"a", "b"}, {"b", "c"}) == 50
        assert share_found(set(), {"b"}) == 0

    def test_lines_beyond_the_end_say_nothing(self) -> None:
        topics = Topics(["Harbour closed", "Harbour opened"])
        assert topics[2] == set()
        assert topics.of_all(range(5)) == {"harbou", "closed", "opened"}


class TestCohesion:
    def test_small_words_are_left_out_and_long_ones_cut(self) -> None:
        assert said("It is the elections, the ferry!", {"it", "is", "the"}) == ["electio", "ferry"]
        assert said("“Élections” – the ferry’s", {"the", "s"}) == ["électio", "ferry"]

    def test_scripts_without_spaces_give_pairs(self) -> None:
        assert said("首相会見", set()) == ["首相", "相会", "会見"]

    def test_only_the_head_of_a_line_is_looked_at(self) -> None:
        assert said("ferry " * 1000, set()) == ["ferry"] * 50

    def test_a_word_of_more_lines_counts_more_up_to_three(self) -> None:
        ferry, storm, strait = 1, 2, 4
        once, other = words_of([ferry | storm]), words_of([strait])
        often = [words_of([ferry] * count + [storm]) for count in range(1, 6)]
        assert [likeness(once, words) for words in often] == [100, 94, 89, 89, 89]
        assert likeness(once, other) == 0
        assert likeness(once, words_of([])) == likeness(words_of([]), words_of([])) == 0

    def test_which_words_are_said_again(self) -> None:
        wording = Wording(["The ferry and the storm", "Ferry, strait", "A storm"], {"the", "and", "a"})
        assert found_in(wording[0], wording.of_all([1])) == 50
        assert found_in(wording.of_all([0, 1]).twice, wording.of_all([0])) == 100
        assert found_in(0, wording.of_all([0])) == 0

    def test_many_words_are_forgotten(self) -> None:
        lines = [" ".join(f"w{number}x{word}" for word in range(40)) for number in range(600)]
        wording = Wording(lines, set())
        for number in range(len(lines)):
            wording.forget()
            assert likeness(wording.of_all([number]), wording.of_all([number])) == 100
        assert len(wording) < len(lines)

    @given(st.lists(st.text(max_size=400), max_size=12), st.lists(st.text(max_size=400), max_size=12))
    def test_likeness_is_a_share_and_has_no_direction(self, one: list[str], other: list[str]) -> None:
        wording = Wording([*one, *other], {"the"})
        before, after = wording.of_all(range(len(one))), wording.of_all(range(len(one), len(one) + len(other)))
        assert 0 <= likeness(before, after) <= 100
        assert abs(likeness(before, after) - likeness(after, before)) <= 1

    def test_the_most_that_lines_can_say(self) -> None:
        for line in ("東" * 900, "aaa " * 300, "ẞẞ " * 300):
            assert likeness(*[Wording([line] * 12, set()).of_all(range(12))] * 2) == 100


class TestLanguage:
    @pytest.mark.parametrize(
        ("line", "language"),
        [
            ("The ferry came back to the harbour on Friday, and it was the first in two days.", "en"),
            ("Die Fähre kam am Freitag in den Hafen zurück, und das war die erste seit zwei Tagen.", "de"),
            ("Le bac est revenu dans le port vendredi, et c’est le premier qui est passé en deux jours.", "fr"),
            ("El barco volvió al puerto el viernes y fue el primero que lo hizo en los dos últimos días.", "es"),
            ("Il traghetto è tornato nel porto venerdì, ed è il primo che è passato negli ultimi giorni.", "it"),
            (
                "A balsa voltou ao porto na sexta-feira e não foi a única que o fez em dois dias, segundo uma pessoa.",
                "pt",
            ),
            ("De veerboot keerde op vrijdag terug in de haven en het was de eerste die in twee dagen voer.", "nl"),
            ("Vapur cuma günü limana geri döndü ve bu iki gün içinde bir ilk oldu, ama daha çok yolcu var.", "tr"),
            (
                "Паром вернулся в порт в пятницу, и это был первый рейс, который прошёл за два дня, но не последний.",
                "ru",
            ),
            (
                "Prom wrócił do portu w piątek i był to pierwszy rejs, który się odbył od dwóch dni, ale nie ostatni.",
                "pl",
            ),
            ("عادت العبارة إلى الميناء يوم الجمعة، وهي الأولى من نوعها التي وصلت إلى هذا المكان في يومين.", "ar"),
            ("フェリーは金曜日に港に戻り、二日ぶりの便となった。", "ja"),
            ("페리는 금요일에 항구로 돌아왔고 이틀 만에 첫 운항이었다.", "ko"),
            ("渡轮星期五返回港口，这是两天来的第一班船。", "zh"),
            (
                "Kapal itu kembali ke pelabuhan pada hari Jumat dan itu adalah yang pertama dalam dua hari untuk kota ini.",
                "id",
            ),
            (
                "Færgen kom torsdag tilbage i havnen, efter at en storm havde lukket sundet, og det blev sagt, at det er slut.",
                "da",
            ),
            (
                "Fergen kom torsdag tilbake til havnen etter at en storm hadde stengt sundet, og det ble sagt at det er slutt.",
                "no",
            ),
            (
                "Ferjan kom aftur til hafnar á föstudag, og það var í fyrsta sinn sem hún hefur siglt eftir að þessi vika hófst.",
                "is",
            ),
            (
                "Keltas penktadienį grįžo į uostą, ir tai buvo pirmas kartas per dvi dienas, kai jis plaukė, tačiau ne paskutinis.",
                "lt",
            ),
            (
                "Trajekt se v pátek vrátil do přístavu a bylo to poprvé za dva dny, co vyplul, ale není to naposledy, jak se zdá.",
                "cs",
            ),
            (
                "A komp pénteken tért vissza a kikötőbe, és ez volt az első, amely két nap után indult, de nem az utolsó.",
                "hu",
            ),
            (
                "Feribotul s-a întors vineri în port și este primul care a plecat în ultimele două zile, dar nu este ultimul.",
                "ro",
            ),
            (
                "Το πλοίο επέστρεψε την Παρασκευή στο λιμάνι και ήταν το πρώτο που έφυγε μετά από δύο ημέρες, αλλά όχι το τελευταίο.",
                "el",
            ),
            (
                "Пором повернувся до порту в п’ятницю, і це був перший рейс, який відбувся за два дні, але не останній.",
                "uk",
            ),
            (TURKISH, "tr"),
            (
                (
                    "En mand er blevet anholdt for drab på sin kone i Odense natten til lørdag, oplyser politiet. Manden blev "
                    "fremstillet i grundlovsforhør, og han nægter sig skyldig."
                ),
                "da",
            ),
            (
                (
                    "Vláda chce vydať dve miliardy eur na opravu ciest, povedal minister, ktorý dúfa v dohodu pred letom. V noci "
                    "zomrel muž, ktorý sa podľa polície zranil pri nehode. Vodič z miesta ušiel a polícia ho hľadá."
                ),
                "sk",
            ),
            (
                (
                    "Vlada želi porabiti dve milijardi evrov za popravilo cest, je dejal minister, ki upa na dogovor pred "
                    "poletjem. V noči je umrl moški, ki se je po podatkih policije poškodoval v nesreči pri Mariboru."
                ),
                "sl",
            ),
            (
                (
                    "Vlada želi potrošiti dvije milijarde eura za popravak cesta, rekao je ministar, koji se nada dogovoru prije "
                    "ljeta. U noći je umro muškarac koji je prema podacima policije ozlijeđen u nesreći kod Zadra."
                ),
                "hr",
            ),
            (
                (
                    "Valdība vēlas tērēt divus miljardus eiro ceļu remontam, sacīja ministrs, kurš cer uz vienošanos pirms "
                    "vasaras. Naktī miris vīrietis, kurš, pēc policijas ziņām, tika ievainots avārijā pie Rīgas."
                ),
                "lv",
            ),
            ("Zxcv qwer asdf tyui ghjk bnmo plok ijuh ygtf rdes.", None),
            ("12 34 56", None),
            ("", None),
            ("Tokyo 東 is the capital of a country, and it is one of the largest cities of the world.", "en"),
        ],
    )
    def test_languages(self, line: str, language: str | None) -> None:
        assert language_of([line], standard().languages_of) == language

    def test_few_function_words_are_enough_where_no_other_language_is_near(self) -> None:
        table = {"aa": ("de",), "bb": ("la",)}
        others = "x " * 70
        assert language_of(["aa " * 5 + others], table) == "de"
        assert language_of(["aa " * 5 + "bb bb " + others], table) is None
        assert language_of(["aa " * 4 + others], table) is None

    def test_two_languages_alike_are_none(self) -> None:
        table = {"de": ("aa", "bb"), "la": ("aa", "bb")}
        assert language_of(["de la de la de"], table) is None

    def test_only_the_head_is_looked_at(self) -> None:
        assert language_of(["x " * 2000, "the of and to"], {"the": ("en",), "x": ("xx",)}) == "xx"

    def test_capitals_that_fold_in_other_ways_are_known(self) -> None:
        languages = standard().languages_of
        assert traces("ΤΗΣ ΠΟΛΗΣ ΚΑΙ ΤΟΥΣ", "el", languages) == 3
        assert traces("İlk İki gemi", "tr", languages) == 2

    def test_traces_are_function_words_or_signs_of_a_script(self) -> None:
        languages = standard().languages_of
        assert traces("The ferry and the harbour", "en", languages) == 3
        assert traces("港 and きょう", "ja", languages) == 4

    @pytest.mark.parametrize(
        ("line", "foreign"),
        [(ZULU, True), (ENGLISH, False), ("Isikebhe sibuyele", False), (ZULU + "the of and to" * 9, False)],
    )
    def test_what_is_too_short_or_has_traces_is_not_foreign(self, line: str, *, foreign: bool) -> None:
        assert is_foreign([line], "en", standard().languages_of) is foreign


class TestChangeOfLanguage:
    """From the sentences before a seam to those after it, each side with the nearest first."""

    @pytest.mark.parametrize(
        ("before", "after", "change"),
        [
            ([ENGLISH], [ENGLISH], SAME),
            ([ENGLISH], [GERMAN], OTHER),
            ([ENGLISH], [JAPANESE], OTHER),
            ([KOREAN], [JAPANESE], OTHER),
            (["東京タワー。", *[KOREAN] * 6], [JAPANESE], NOT_KNOWN),
            ([ENGLISH], [ZULU], FOREIGN),
            ([ZULU], [ENGLISH], FOREIGN),
            ([ZULU], [ZULU], NOT_KNOWN),
            ([ENGLISH], ["Isikebhe sibuyele echwebeni."], NOT_KNOWN),
        ],
    )
    def test_from_one_language_to_another(self, before: list[str], after: list[str], change: int) -> None:
        assert change_of_language(before, after, standard().languages_of) == change

    def test_it_changes_where_the_nearest_sentences_are_in_different_languages(self) -> None:
        languages = standard().languages_of
        assert change_of_language([GERMAN, ENGLISH, ENGLISH, ENGLISH], [GERMAN], languages) == NOT_KNOWN
        assert change_of_language([ENGLISH], [ENGLISH, GERMAN, GERMAN, GERMAN], languages) == NOT_KNOWN
        assert change_of_language(["Tokyo 2024.", ENGLISH], [ZULU], languages) == NOT_KNOWN
