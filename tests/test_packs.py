"""Knowledge packs: loading, merging, errors that name file, rule and field."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

import articlekit
from articlekit import PackError, Role, packs
from articlekit.packs import Pack, Rule
from articlekit.reading import words

GOOD = """
site = "news.example"

[[rules]]
name = "example.share.row"
role = "share"
is = ["beam it up"]
starts = ["beam to"]
ends = ["to the moon"]
like = ['\\d+ beams?']
at_most = 40
drops = ["Beam it up!", "Beam to Mars", "Fly me to the moon", "12 beams"]
keeps = ["Beam it up, said the captain, and be quick."]
why = "A row of buttons."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_pack_is_loaded_whole(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    pack = packs.load(path)
    assert pack.site == "news.example"
    assert pack.file == str(path)
    [rule] = pack.rules
    assert (rule.name, rule.role, rule.whole, rule.at_most) == ("example.share.row", Role.SHARE, ("beam it up",), 40)
    assert pickle.loads(pickle.dumps(pack)) == pack  # noqa: S301 - our own bytes


def test_rules_of_ones_own_are_tried_first(tmp_path: Path) -> None:
    pack = packs.load(
        write(
            tmp_path,
            GOOD.replace('"beam it up"', '"beam it up", "follow"').replace('role = "share"', 'role = "notice"'),
        )
    )
    text = (
        "Ferry returns to the harbour after the storm\n\nFollow\n\n"
        "The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait.\n"
        "Hundreds of passengers who had waited in the terminal went aboard within the hour, the line said.\n"
    )
    plain = {line.text: line for line in articlekit.explain(text).lines}
    own = {line.text: line for line in articlekit.explain(text, packs=[pack]).lines}
    assert plain["Follow"].role is Role.SHARE
    assert (own["Follow"].role, own["Follow"].rule, own["Follow"].why) == (
        Role.NOTICE,
        "example.share.row",
        "A row of buttons.",
    )


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("Beam it up", True),
        ("» BEAM  IT UP:", True),
        ("Beam it up now", False),
        ("Beam to Mars", True),
        ("Beam together", False),
        ("Fly to the moon", True),
        ("Into the moon", False),
        ("3 beams", True),
        ("3 beams of light", False),
        ("1" * 50 + " beams", False),
        ("Beam to a place that is further away than forty letters", False),
        ("", False),
        ("…", False),
    ],
)
def test_what_a_rule_takes(line: str, taken: bool) -> None:  # noqa: FBT001 - a table's column
    [rule] = packs.loads(GOOD).rules
    assert (words.only(rule).rule_for(line) is rule) is taken


def test_phrases_in_scripts_without_spaces_need_no_word_end() -> None:
    text = GOOD.replace('"beam to"', '"続きを読む"').replace('"to the moon"', '"をフォロー"')
    [rule] = packs.loads(text).rules
    assert words.only(rule).rule_for("続きを読むにはこちら") is rule
    assert words.only(rule).rule_for("記者をフォロー") is rule
    assert words.only(rule).rule_for("今日の天気は晴れです") is None


@pytest.mark.parametrize(
    ("starts", "ends", "line"),
    [(("続きを read", "続き"), (), "続きを 読む"), ((), ("read をフォロー", "フォロー"), "記者 をフォロー")],
)
def test_a_phrase_hides_no_other_in_scripts_without_spaces(
    starts: tuple[str, ...], ends: tuple[str, ...], line: str
) -> None:
    rule = Rule(name="x.follow", role=Role.SHARE, why="A test.", starts=starts, ends=ends, at_most=40)
    assert words.only(rule).rule_for(line) is rule


@pytest.mark.parametrize("line", ["Beam to {}", "beam To {}", "» Beam to {}", "Beam\tto {}"])
def test_the_start_of_a_long_line_is_found(line: str) -> None:
    rule = Rule(name="x.beam", role=Role.SHARE, why="A test.", starts=("beam to",), at_most=400)
    vocabulary = words.only(rule)
    assert vocabulary.rule_for(line.format("the ferry " * 30)) is rule
    assert vocabulary.rule_for("The " + line.format("the ferry " * 30)) is None
    assert vocabulary.rule_for(" " * 300) is None


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        " » {}: ",
        "{} – and more",
        "{}\xa0\u200b",
        "The {}",
        "{} 5",
        "{}, the ferry" + " came" * 50,
        "“{}” the ferry" + " came" * 50,
        "» {}\xa0the ferry" + " came" * 50,
        "İ {}  the ferry" + " came" * 50,
        "{}" + "." * 200,
        "{} " + "¿" * 200,
    ],
)
def test_many_lines_are_taken_as_each_alone(form: str) -> None:
    vocabulary = words.standard()
    rules = vocabulary.rules.values()
    lines = [form.format(line) for rule in rules for line in (*rule.drops, *rule.keeps, *rule.starts, *rule.ends)]
    assert vocabulary.rules_for(lines) == [vocabulary.rule_for(line) for line in lines]
    assert vocabulary.rules_for([]) == []


def test_a_rule_can_name_a_part_of_the_body() -> None:
    rule = GOOD.replace('role = "share"', 'role = "subheading"').replace('"beam it up"', '"what the captain said"')
    text = (
        "Ferry returns to the harbour after the storm\n\n"
        "The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait.\n\n"
        "What the captain said\n\n"
        "Hundreds of passengers who had waited in the terminal went aboard within the hour, the line said.\n\n"
        "The company will pay back every ticket, a spokeswoman said on Saturday, and it has ordered a tug.\n"
    )
    lines = {line.text: line for line in articlekit.explain(text, packs=[packs.loads(rule)]).lines}
    assert lines["What the captain said"].rule in {"example.share.row", "reader.subheading", "reader.between"}


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        (('site = "news.example"', ""), "language", "exactly one"),
        (('site = "news.example"', 'site = "x"\nlanguage = "en"'), "language", "exactly one"),
        (('site = "news.example"', "site = 3"), "site", "must be a string"),
        (('site = "news.example"', 'site = "x"\ncolour = "red"'), "colour", "is no field here"),
        (("[[rules]]", "[rules]"), "rules", "array of tables"),
        (('name = "example.share.row"', ""), "name", "is missing"),
        (('role = "share"', ""), "role", "missing"),
        (('role = "share"', 'role = "advert"'), "role", "is no role"),
        (('role = "share"', 'role = "blank"'), "role", "is no role"),
        (("why =", "reason ="), "reason", "is no field here"),
        (('why = "A row of buttons."', 'why = ""'), "why", "missing or empty"),
        (('is = ["beam it up"]', 'is = "beam it up"'), "is", "array of strings"),
        (('is = ["beam it up"]', 'is = ["Beam it up!"]'), "is", "can never match"),
        (('starts = ["beam to"]', 'starts = ["  beam"]'), "starts", "can never match"),
        (("at_most = 40", "at_most = 0"), "at_most", "above 0"),
        (("at_most = 40", "at_most = true"), "at_most", "above 0"),
        (("at_most = 40", 'opens = "yes"'), "opens", "true or false"),
        (("\\d+ beams?", "(\\d+) beams?"), "like", "captures a group"),
        (("\\d+ beams?", ""), "like", "takes no line"),
        (("\\d+ beams?", "[\\d+ beams?"), "like", "no regular expression"),
    ],
)
def test_an_error_names_file_rule_and_field(change: tuple[str, str], field: str, says: str) -> None:
    with pytest.raises(PackError, match=says) as caught:
        packs.loads(GOOD.replace(*change), file="my.toml")
    assert caught.value.file == "my.toml"
    assert caught.value.field == field
    assert "my.toml" in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert str(again) == str(caught.value)


def test_a_rule_without_any_way_to_match_is_refused() -> None:
    bare = "\n".join(line for line in GOOD.splitlines() if line.split(" ")[0] not in ("is", "starts", "ends", "like"))
    with pytest.raises(PackError, match="at least one of is, starts, ends, like"):
        packs.loads(bare)


def test_no_toml_and_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is no TOML"):
        packs.loads("= nothing")
    path = tmp_path / "latin.toml"
    path.write_bytes('site = "Zürich"'.encode("latin-1"))
    with pytest.raises(PackError, match="not UTF-8 at byte 9"):
        packs.load(path)
    with pytest.raises(FileNotFoundError):
        packs.load(tmp_path / "absent.toml")


def test_a_name_used_twice_names_both_owners() -> None:
    one, other = packs.loads(GOOD, file="one.toml"), packs.loads(GOOD, file="other.toml")
    with pytest.raises(PackError, match=r"by one\.toml and by other\.toml"):
        articlekit.parse_all("", packs=[one, other])
    twice = GOOD + GOOD[GOOD.index("[[rules]]") :]
    with pytest.raises(PackError, match=r"by twice\.toml and by twice\.toml"):
        packs.loads(twice, file="twice.toml")


def test_only_packs_are_packs() -> None:
    with pytest.raises(TypeError, match=r"articlekit\.packs\.load"):
        articlekit.parse_all("", packs=["my.toml"])  # type: ignore[list-item]


class _Point:
    """An entry point that gives what it is told to."""

    def __init__(self, name: str, value: object) -> None:
        self.name, self.value, self.dist = name, value, None

    def load(self) -> Callable[[], object]:
        return lambda: self.value


Install = Callable[..., None]


@pytest.fixture
def installed_as(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    def install(*points: _Point) -> None:
        monkeypatch.setattr(metadata, "entry_points", lambda group: points if group == "articlekit.packs" else ())
        packs.installed.cache_clear()

    yield install
    packs.installed.cache_clear()


def test_installed_packs_come_by_entry_point(tmp_path: Path, installed_as: Install) -> None:
    path = write(tmp_path, GOOD)
    other = packs.loads(GOOD.replace("example.share.row", "other.share.row"))
    installed_as(_Point("b", other), _Point("a", path))
    assert [pack.rules[0].name for pack in packs.installed()] == ["example.share.row", "other.share.row"]


def test_an_entry_point_must_give_a_pack(installed_as: Install) -> None:
    installed_as(_Point("a", 3))
    with pytest.raises(
        PackError, match=r"entry point 'a' of an unknown distribution: must return a path or a Pack, got int"
    ):
        packs.installed()


def test_the_built_in_packs_cover_the_languages() -> None:
    languages = {pack.language for pack in packs.builtin()}
    assert languages >= {"en", "de", "fr", "es", "it", "pt", "nl", "tr", "ar", "ru", "pl", "ja", "ko", "zh", "id"}
    assert all(isinstance(pack, Pack) for pack in packs.builtin())
