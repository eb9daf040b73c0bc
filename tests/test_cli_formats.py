"""Converting on the command line: which format is read, which is written, and what is said where it is in doubt."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, ArticlekitError, Paragraph, formats
from articlekit.cli import inputs, main
from articlekit.formats import _registry
from articlekit.formats import json as native

Captured = pytest.CaptureFixture[str]
Install = Callable[..., None]

FERRY = Article(title="Ferry returns", published=date(2023, 12, 7), body=[Paragraph("It came back at noon.")])
BRIDGE = Article(title="Bridge opens", body=[Paragraph("It is open to all.")])
PAGE = """\
Ferry returns to the harbour after the storm

The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait to all ships.
The crew said that the passengers had spent both nights in the school of the island, where the baker had fed them.
"""


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(formats.get("jsonl").dump_all([FERRY, BRIDGE])), "utf-8")
    return path


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Four formats of ours alone, and a function that installs a format of titles beside them, for a test."""
    points = [point for name in ("json", "jsonl", "markdown", "text") for point in _registry.registry()[name]]

    def refresh() -> None:
        _registry.registry.cache_clear()
        _registry.get.cache_clear()

    def add(name: str, *extensions: str, sniff: Callable[[str], bool] | None = None) -> None:
        module = ModuleType(name)
        vars(module).update(
            name=name,
            extensions=extensions,
            media_type="text/plain",
            dumps=lambda article: f"{name}: {article.title}\n",
            loads=lambda text: Article(title=text.strip()),
            dump_all=lambda articles: (f"{name}: {article.title}\n" for article in articles),
            load_all=lambda source: (Article(title=line) for line in "".join(source).splitlines()),
            **({} if sniff is None else {"sniff": sniff}),
        )
        monkeypatch.setitem(sys.modules, name, module)
        points.append(EntryPoint(name, name, "articlekit.formats"))
        refresh()

    monkeypatch.setattr(_registry, "entry_points", lambda *, group: EntryPoints(points).select(group=group))
    refresh()
    yield add
    monkeypatch.undo()
    refresh()


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def titles(out: str) -> list[str]:
    return [json.loads(line)["title"] for line in out.splitlines()]


class TestReading:
    @pytest.mark.parametrize("name", ["json", "jsonl", "markdown"])
    def test_any_format_that_is_named(self, name: str, tmp_path: Path, capsys: Captured) -> None:
        path = tmp_path / "articles"
        path.write_text("".join(formats.get(name).dump_all([FERRY, BRIDGE])), "utf-8")
        assert main(["parse", str(path), "--from", name]) == 0
        out, err = capsys.readouterr()
        assert [articlekit.loads(line) for line in out.splitlines()] == [FERRY, BRIDGE]
        assert err == ""

    @pytest.mark.usefixtures("install")
    @pytest.mark.parametrize("extension", [".json", ".jsonl", ".ndjson", ".md", ".MD"])
    def test_the_extension_names_it(self, extension: str, tmp_path: Path, capsys: Captured) -> None:
        path = tmp_path / f"articles{extension}"
        [name] = formats.claiming("a" + extension)
        path.write_text(articlekit.dumps(FERRY, name), "utf-8")
        assert main(["parse", str(path)]) == 0
        assert articlekit.loads(capsys.readouterr().out) == FERRY

    @pytest.mark.parametrize("name", ["page", "page.txt", "page.TXT", "page.html", "page.xyz"])
    def test_the_rest_are_pages(self, name: str, tmp_path: Path, install: Install, capsys: Captured) -> None:
        install("pages", ".txt", ".html")
        (tmp_path / name).write_text(PAGE, "utf-8")
        assert main(["parse", str(tmp_path / name)]) == 0
        assert titles(capsys.readouterr().out) == ["Ferry returns to the harbour after the storm"]

    def test_a_page_that_was_written_here(self, tmp_path: Path, capsys: Captured) -> None:
        page = tmp_path / "ferry.html"
        page.write_text(articlekit.dumps(FERRY, "html"), "utf-8")
        assert main(["parse", str(page)]) == 0
        assert articlekit.loads(capsys.readouterr().out) == FERRY

    def test_pages_that_are_named_otherwise(self, tmp_path: Path, capsys: Captured) -> None:
        (tmp_path / "page.md").write_text(PAGE, "utf-8")
        assert main(["parse", str(tmp_path / "page.md"), "--from", "text"]) == 0
        assert titles(capsys.readouterr().out) == ["Ferry returns to the harbour after the storm"]

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        type_in(monkeypatch, articlekit.dumps(FERRY, "jsonl").encode("utf-16"))
        assert main(["parse", "--from", "jsonl", "--to", "text"]) == 0
        assert capsys.readouterr() == (articlekit.dumps(FERRY, "text"), "")

    def test_a_folder_means_the_files_of_the_format(self, lines: Path, capsys: Captured) -> None:
        lines.with_name("more.NDJSON").write_text(articlekit.dumps(FERRY, "jsonl"), "utf-8")
        lines.with_name("page.txt").write_text(PAGE, "utf-8")
        assert main(["parse", str(lines.parent), "--from", "jsonl"]) == 0
        assert titles(capsys.readouterr().out) == ["Ferry returns", "Bridge opens", "Ferry returns"]
        assert main(["parse", str(lines.parent), "--from", "json"]) == 1
        assert capsys.readouterr().err == f"articlekit: {lines.parent}: the folder holds no .json file\n"
        lines.unlink()
        lines.with_name("more.NDJSON").unlink()
        assert main(["parse", str(lines.parent), "--from", "jsonl"]) == 1
        assert "the folder holds no .jsonl or .ndjson file" in capsys.readouterr().err

    def test_what_is_broken_is_named_and_the_rest_is_written(self, lines: Path, capsys: Captured) -> None:
        broken, empty, latin = (lines.with_name(name) for name in ("broken.jsonl", "empty.jsonl", "latin.jsonl"))
        broken.write_text(articlekit.dumps(BRIDGE, "jsonl") + '{"version": 7}\n', "utf-8")
        empty.touch()
        latin.write_bytes(b'{"title": "Plan\xe9"}')
        assert main(["parse", str(broken), str(empty), str(latin), str(lines)]) == 1
        out, err = capsys.readouterr()
        assert titles(out) == ["Bridge opens", "Ferry returns", "Bridge opens"]
        wrong, none, undecodable = err.splitlines()
        assert wrong == (
            f"articlekit: {broken}: jsonl: line 2: $.version: this release reads version 1, the document says '7'"
        )
        assert none == f"articlekit: {empty}: no article found"
        assert undecodable.startswith(f"articlekit: {latin}: not UTF-8: byte 0xE9 at position 15 (line 1).")

    def test_an_extra_that_reading_needs(self, lines: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
        monkeypatch.setitem(sys.modules, "markdown_it", None)
        note = lines.with_name("note.md")
        note.write_text("# Title\n", "utf-8")
        assert main(["parse", str(note), str(lines)]) == 1
        out, err = capsys.readouterr()
        assert len(titles(out)) == 2
        assert err.startswith(f"articlekit: {note}: ")
        assert "pip install 'articlekit[markdown]'" in err

    def test_text_that_utf8_cannot_hold(self, lines: Path, capsys: Captured) -> None:
        lines.write_text(lines.read_text("utf-8").replace("Ferry", r"\ud800"), "utf-8")
        assert main(["parse", str(lines), "--to", "text"]) == 1
        out, err = capsys.readouterr()
        assert out == articlekit.dumps(BRIDGE, "text")
        assert err.startswith(f"articlekit: {lines}: the article '\\ud800 returns' cannot be written: 'utf-8' codec")

    def test_an_unknown_format(self, lines: Path, capsys: Captured) -> None:
        assert main(["parse", str(lines), "--from", "papyrus"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("articlekit: no format 'papyrus' is installed; there are ")

    def test_articles_are_written_as_they_are_read(self, lines: Path) -> None:
        line = articlekit.dumps(FERRY, "jsonl").encode()
        command = [sys.executable, "-m", "articlekit", "parse", "--from", "jsonl"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - ours
            assert process.stdin is not None
            assert process.stdout is not None
            for _ in range(3):
                process.stdin.write(line)
                process.stdin.flush()
                assert process.stdout.readline() == line
            process.stdin.close()
            assert process.stdout.read() == b""
        assert process.returncode == 0
        assert lines.exists()


class TestDoubt:
    """Several formats claim an extension: the beginning of the file decides, or the user."""

    def test_the_only_one_that_says_yes(self, tmp_path: Path, install: Install, capsys: Captured) -> None:
        seen: list[str] = []

        def sniff(head: str) -> bool:
            seen.append(head)
            return head.startswith("titles")

        install("titles", ".json", sniff=sniff)
        install("mute", ".json")
        ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
        ours.write_text(articlekit.dumps(FERRY), "utf-8")
        theirs.write_text("titles\n" * 20_000, "utf-8")
        assert main(["parse", str(ours), str(theirs)]) == 0
        assert titles(capsys.readouterr().out) == ["Ferry returns", *["titles"] * 20_000]
        assert seen == [articlekit.dumps(FERRY), ("titles\n" * 20_000)[:4096]]

    def test_none_or_several(self, tmp_path: Path, install: Install, lines: Path, capsys: Captured) -> None:
        install("mute", ".json", ".mute")
        install("eager", ".json", sniff=lambda head: head.startswith("{"))
        install("other", ".json", sniff=lambda head: head.startswith("{"))
        none, several = tmp_path / "none.json", tmp_path / "several.json"
        none.write_text("[]", "utf-8")
        several.write_text("{}", "utf-8")
        assert main(["parse", str(none), str(several), str(lines)]) == 1
        out, err = capsys.readouterr()
        assert len(titles(out)) == 2
        assert err.splitlines() == [
            f"articlekit: {none}: this could be eager, json, mute or other: choose with --from",
            f"articlekit: {several}: this could be eager or other: choose with --from",
        ]
        assert main(["parse", str(several), "--from", "mute"]) == 0
        assert titles(capsys.readouterr().out) == ["{}"]

    @pytest.mark.parametrize(
        ("head", "ours"),
        [
            (articlekit.dumps(FERRY), True),
            (native.dumps(FERRY, indent=2), True),
            ("".join(native.dump_all([FERRY]))[:40], True),
            ('{"version": "https://jsonfeed.org/version/1.1", "title": "a"}', False),
            ('{"uri": "urn:a", "version": "1"}', False),
            ('{"@context": "https://schema.org", "@type": "NewsArticle"}', False),
            ("[]", False),
            ("", False),
        ],
    )
    def test_native_json_is_known_by_its_version(self, head: str, ours: bool) -> None:  # noqa: FBT001 - a table
        assert native.sniff(head) is ours
        assert formats.sniffed(["json", "jsonl"], head) == (("json",) if ours else ())


class TestWriting:
    @pytest.mark.usefixtures("install")
    @pytest.mark.parametrize(
        ("name", "format"),
        [("a.md", "markdown"), ("a.txt", "text"), ("a.json", "json"), ("a.xyz", "jsonl"), ("a", "jsonl")],
    )
    def test_the_extension_of_the_output_names_it(self, name: str, format: str, lines: Path) -> None:  # noqa: A002
        target = lines.with_name(name)
        assert main(["parse", str(lines), "-o", str(target)]) == 0
        assert target.read_text("utf-8") == "".join(formats.get(format).dump_all([FERRY, BRIDGE]))

    def test_what_is_asked_for_goes_before_it(self, lines: Path) -> None:
        target = lines.with_name("a.md")
        assert main(["parse", str(lines), "-o", str(target), "--to", "text"]) == 0
        assert target.read_text("utf-8").startswith("Ferry returns\n")

    def test_an_extension_of_several(self, lines: Path, install: Install, capsys: Captured) -> None:
        install("other", ".md")
        target = lines.with_name("a.md")
        assert main(["parse", str(lines), "-o", str(target)]) == 2
        assert capsys.readouterr() == ("", f"articlekit: {target}: this could be markdown or other: choose with --to\n")
        assert not target.exists()
        assert main(["parse", str(lines), "-o", str(target), "--to", "other"]) == 0
        assert target.read_text("utf-8") == "other: Ferry returns\nother: Bridge opens\n"

    def test_a_file_can_replace_itself(self, lines: Path) -> None:
        assert main(["parse", str(lines), str(lines), "-o", str(lines)]) == 0
        assert len(titles(lines.read_text("utf-8"))) == 4

    def test_a_format_that_two_claim(
        self, lines: Path, install: Install, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        def refuse(_name: str) -> Iterable[str]:
            problem = "claimed by two"
            raise ArticlekitError(problem)

        install("other", ".md")
        monkeypatch.setattr(formats, "get", refuse)
        assert main(["parse", str(lines), "--to", "other"]) == 2
        assert capsys.readouterr().err == "articlekit: claimed by two\n"


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.integers(1, 5))
def test_text_in_pieces_is_the_text(text: str, encoding: str, size: int) -> None:
    data = text.removeprefix("\ufeff").encode(encoding)
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    assert "".join(inputs._decoded(chunks, "page")) == inputs.decode(data, "page") == text.removeprefix("\ufeff")


def outcome(chunks: Iterable[bytes]) -> str:
    try:
        return "".join(inputs._decoded(chunks, "page"))
    except inputs.InputError as error:
        return str(error).partition(". Convert")[0]


def outcome_of_all(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"page: not UTF-8: byte 0x{data[error.start]:02X} at position {error.start} (line {line})"


@given(st.lists(st.sampled_from([b"a", b"\n", "語".encode(), b"\xe8", b"\xaa", b"\xff"])), st.integers(1, 5))
def test_a_wrong_byte_is_found_in_pieces_where_it_is_found_in_all(parts: list[bytes], size: int) -> None:
    data = b"".join(parts)
    assert outcome(data[start : start + size] for start in range(0, len(data), size)) == outcome_of_all(data)
