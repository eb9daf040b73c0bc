"""The command line: what it reads and writes, and how it fails."""

from __future__ import annotations

import codecs
import io
import json
import os
import runpy
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import articlekit
from articlekit import formats
from articlekit.cli import inputs, main, outputs
from articlekit.cli.console import Console
from articlekit.errors import FormatError
from articlekit.model import Article

PAGE = """\
Ferry returns to the harbour after the storm

Updated 07 December 2023
Follow

The ferry came back to the harbour at noon on Friday, two days after the storm had closed the strait to all ships.
The crew said that the passengers had spent both nights in the school of the island, where the baker had fed them.
The company has promised to pay for the hotel, and the mayor thanked everyone who had opened a door in the night.
"""
PACK = """\
site = "example.com"

[[rules]]
name = "example.notice.tide"
role = "notice"
is = ["tide table of the day"]
drops = ["Tide table of the day"]
keeps = ["The tide table of the day was wrong by an hour, the harbour master said on Friday."]
why = "A label above a table that the page prints for sailors."
"""
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs pipes, signals and permissions as POSIX has them")

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes, *, terminal: bool = False) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(data))
    monkeypatch.setattr(stdin, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stdin", stdin)


def titles(lines: str) -> list[str]:
    return [json.loads(line)["title"] for line in lines.splitlines()]


# parse


def test_articles_are_json_lines(seed: Path, capsys: Captured) -> None:
    assert main(["parse", str(seed)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [formats.loads(line) for line in out.splitlines()] == list(articlekit.parse_all(seed.read_text("utf-8")))
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize("argv", [["parse"], ["parse", "-"]])
def test_standard_input(argv: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    type_in(monkeypatch, PAGE.encode())
    assert main(argv) == 0
    out, err = capsys.readouterr()
    assert titles(out) == ["Ferry returns to the harbour after the storm"]
    assert err == ""


def test_a_person_at_the_keyboard_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    type_in(monkeypatch, PAGE.encode(), terminal=True)
    assert main(["parse"]) == 0
    assert capsys.readouterr().err == "articlekit: reading from the keyboard; Ctrl-D ends the page\n"


def test_arguments_come_from_the_process(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "argv", ["articlekit", "parse", str(page)])
    assert main() == 0
    assert len(titles(capsys.readouterr().out)) == 1


def test_a_folder_means_its_pages_sorted(tmp_path: Path, capsys: Captured) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE.replace("Ferry", f"Ferry {name[0]}{name[2]}"), "utf-8")
    (tmp_path / "notes.md").write_text("not a page", "utf-8")
    assert main(["parse", str(tmp_path)]) == 0
    assert [title.split()[1] for title in titles(capsys.readouterr().out)] == ["at", "cT", "b1", "b2"]


def test_each_format_that_is_named(page: Path, capsys: Captured) -> None:
    article = articlekit.parse(PAGE)
    for name in formats.names():
        assert main(["parse", str(page), "--to", name]) == 0
        assert capsys.readouterr().out == "".join(formats.get(name).dump_all([article])), name


def test_failures_are_named_and_the_rest_is_written(tmp_path: Path, page: Path, capsys: Captured) -> None:
    blank, latin, missing, empty = (tmp_path / name for name in ("blank page.txt", "latin.txt", "missing.txt", "empty"))
    blank.write_text(" \n", "utf-8")
    latin.write_bytes(b"Plan\nPlan\xe9\n")
    empty.mkdir()
    assert main(["parse", *map(str, (blank, latin, missing, empty, page))]) == 1
    out, err = capsys.readouterr()
    iconv = "Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"
    assert len(titles(out)) == 1
    assert err.splitlines() == [
        f"articlekit: {blank}: no article found; to see what each line was taken for: articlekit explain '{blank}'",
        f"articlekit: {latin}: not UTF-8: byte 0xE9 at position 9 (line 2). " + iconv,
        f"articlekit: {missing}: no such file or directory",
        f"articlekit: {empty}: the folder holds no .txt file",
    ]


def test_standard_input_has_a_name_too(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    type_in(monkeypatch, b"")
    assert main(["parse"]) == 1
    assert capsys.readouterr().err == "articlekit: standard input: no article found\n"


def test_a_folder_that_cannot_be_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def refuse(_folder: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["parse", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"articlekit: {tmp_path}: permission denied\n"


def test_a_name_cannot_steer_the_terminal(capsys: Captured) -> None:
    assert main(["parse", "\x1b[2Jpage.txt"]) == 1
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks(mark: bytes, encoding: str) -> None:
    assert inputs.decode(mark + "Zürich: 語\n".encode(encoding), "page") == "Zürich: 語\n"


def test_a_mark_that_lies() -> None:
    with pytest.raises(inputs.InputError, match=r"page: not UTF-16-LE: byte 0x00 at position 2 \(line 1\)"):
        inputs.decode(codecs.BOM_UTF16_LE + b"\x00", "page")


def test_an_article_that_the_format_cannot_hold(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    class Picky:
        @staticmethod
        def dumps(article: Article) -> str:
            if "Bad" in article.title:
                problem = "no bad news"
                raise FormatError(problem, format="picky", path="title")
            return article.title

        @classmethod
        def dump_all(cls, articles: Iterable[Article]) -> Iterator[str]:
            return (cls.dumps(article) + "\n" for article in articles)

    bad = page.with_name("bad.txt")
    bad.write_text(PAGE.replace("Ferry returns", "Bad ferry returns"), "utf-8")
    monkeypatch.setattr(formats, "get", lambda _name: Picky)
    assert main(["parse", str(bad), str(page), "--to", "picky"]) == 1
    out, err = capsys.readouterr()
    assert out == "Ferry returns to the harbour after the storm\n"
    assert err == (
        f"articlekit: {bad}: the article 'Bad ferry returns to the harbour after the storm' cannot be written: "
        "picky: title: no bad news\n"
    )


# The output


def test_an_output_file_is_written_whole(page: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "out.jsonl"
    assert main(["parse", str(page), "--output", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert titles(target.read_text("utf-8")) == ["Ferry returns to the harbour after the storm"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "page.txt"]


def test_an_output_of_no_article_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    assert main(["parse", str(tmp_path / "missing.txt"), "-o", str(target)]) == 1
    assert target.read_text("utf-8") == "old"


def test_an_interrupted_output_leaves_the_old_one(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    pages = iter([page.read_text("utf-8")])

    def once(text: str, *, packs: tuple[object, ...], keep: float) -> tuple[Article, ...]:
        assert (packs, keep) == ((), 0.0)
        if next(pages, None) is None:
            raise KeyboardInterrupt
        return articlekit.parse_all(text)

    monkeypatch.setattr("articlekit.cli.run.parse_all", once)
    assert main(["parse", str(page), str(page), "-o", str(target)]) == 130
    assert target.read_text("utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2
    assert capsys.readouterr() == ("", "")


@POSIX
def test_permissions_of_an_output_are_those_of_any_file(page: Path, tmp_path: Path) -> None:
    fresh, old = tmp_path / "fresh", tmp_path / "old"
    old.touch(0o640)
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        assert main(["parse", str(page), "-o", str(fresh)]) == 0
        assert main(["parse", str(page), "-o", str(old)]) == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o644
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@POSIX
def test_a_link_goes_on_pointing_to_its_file(page: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert main(["parse", str(page), "-o", str(tmp_path / "link")]) == 0
    assert (tmp_path / "link").is_symlink()
    assert len(titles((tmp_path / "real").read_text("utf-8"))) == 1


@POSIX
def test_a_pipe_stays_a_pipe(page: Path, tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    assert main(["parse", str(page), "-o", str(pipe)]) == 0
    reader.join(10)
    assert len(titles(got[0])) == 1
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", ["no/such/folder/out.jsonl", ""])
def test_an_output_that_cannot_be_written(place: str, page: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / place
    assert main(["parse", str(page), "-o", str(target)]) == 2
    reason = "is a directory" if target.is_dir() else "no such file or directory"
    assert capsys.readouterr().err == f"articlekit: {target}: cannot be written: {reason}\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def full(_text: str) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outputs, "_to_stdout", full)
    assert main(["parse", str(page)]) == 2
    assert capsys.readouterr().err == "articlekit: standard output: cannot be written: no space left on device\n"


class Gone(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, _text: str) -> NoReturn:
        raise BrokenPipeError

    def flush(self) -> NoReturn:
        raise BrokenPipeError


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_a_broken_pipe_is_quiet(command: str, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdout", Gone())
    assert main([command, str(page)]) == 0
    assert capsys.readouterr().err == ""


def test_a_broken_pipe_keeps_what_failed_before(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Gone())
    assert main(["parse", "missing.txt", str(page)]) == 1


# The progress bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_many_pages_show_how_far_they_are(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["parse", str(page), "missing.txt", str(page)]) == 1
    shown = terminal.getvalue()
    assert "░ 0/3 " in shown
    assert "█░░░░░░░░ 2/3 " in shown
    assert "\r\x1b[Karticlekit: missing.txt: no such file" in shown
    assert shown.endswith("\r\x1b[K")
    assert len(titles(capsys.readouterr().out)) == 2


@pytest.mark.parametrize(("total", "stderr"), [(1, Terminal()), (2, io.StringIO())])
def test_no_bar_for_one_page_or_where_nobody_looks(
    total: int, stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stderr)
    console = Console(total)
    console.progress(0, "page.txt")
    console.hide()
    assert stderr.getvalue() == ""


# explain


def test_explain_in_the_terminal(page: Path, capsys: Captured) -> None:
    assert main(["explain", str(page)]) == 0
    assert capsys.readouterr() == (articlekit.explain(PAGE).render(color=False), "")


def test_explain_in_color(page: Path, capsys: Captured) -> None:
    assert main(["explain", str(page), "--color", "always"]) == 0
    assert "\x1b[" in capsys.readouterr().out


def test_explain_as_a_page(page: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "page.html"
    assert main(["explain", str(page), "--html", str(target)]) == 0
    assert target.read_text("utf-8") == articlekit.explain(PAGE).to_html()
    assert capsys.readouterr() == ("", "")


def test_explain_what_is_no_article(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    type_in(monkeypatch, b"Follow\n")
    assert main(["explain"]) == 1
    out, err = capsys.readouterr()
    assert "Follow" in out
    assert err == "articlekit: standard input: no article found\n"


def test_explain_what_cannot_be_read(capsys: Captured) -> None:
    assert main(["explain", "missing.txt"]) == 1
    assert capsys.readouterr() == ("", "articlekit: missing.txt: no such file or directory\n")


# Packs


def test_a_pack_of_ones_own(tmp_path: Path, page: Path, capsys: Captured) -> None:
    pack = tmp_path / "my.toml"
    pack.write_text(PACK, "utf-8")
    page.write_text(PAGE.replace("Follow\n", "Tide table of the day\n"), "utf-8")
    assert main(["check-pack", str(pack)]) == 0
    assert capsys.readouterr().out == f"{pack}: no problem found\n"
    assert main(["explain", str(page), "--pack", str(pack)]) == 0
    assert "(example.notice.tide)" in " ".join(capsys.readouterr().out.split())
    assert main(["parse", str(page), "--pack", str(pack)]) == 0
    assert "Tide" not in capsys.readouterr().out


def test_the_dial_is_passed_on(tmp_path: Path, capsys: Captured) -> None:
    text = "Ferry returns to the harbour after storm\n\nIt came back at noon on Friday, two days after the storm had ended.\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert main(["parse", "--keep", "0.5", str(tmp_path / "page.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Ferry returns to the harbour after storm"
    for wrong in ("2", "much"):
        assert main(["parse", "--keep", wrong, str(tmp_path / "page.txt")]) == 2
        assert "is no number from -1 to 1" in capsys.readouterr().err


def test_packs_with_problems(tmp_path: Path, capsys: Captured) -> None:
    failing, broken, missing = (str(tmp_path / name) for name in ("failing.toml", "broken.toml", "missing.toml"))
    Path(failing).write_text(PACK.replace('drops = ["Tide', 'drops = ["Tidy'), "utf-8")
    Path(broken).write_text(PACK.replace('role = "notice"', 'role = "nonsense"'), "utf-8")
    assert main(["check-pack", failing, broken, missing]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "example.notice.tide" in err
    for file in (failing, broken):
        assert f"articlekit: {file}" in err
    assert f"articlekit: {missing}: no such file or directory\n" in err


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_a_wrong_pack_stops_the_command(command: str, tmp_path: Path, page: Path, capsys: Captured) -> None:
    pack = tmp_path / "my.toml"
    assert main([command, str(page), "--pack", str(pack)]) == 2
    assert capsys.readouterr() == ("", f"articlekit: {pack}: no such file or directory\n")
    pack.write_text("rules = 1", "utf-8")
    assert main([command, str(page), "--pack", str(pack)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"articlekit: {pack}")


# Usage


def test_formats_lists_every_format(capsys: Captured) -> None:
    assert main(["formats"]) == 0
    assert capsys.readouterr().out.split() == list(formats.names())


def test_an_unknown_format(page: Path, capsys: Captured) -> None:
    assert main(["parse", str(page), "--to", "papyrus"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "papyrus" in err
    assert "markdown" in err


@pytest.mark.parametrize("argv", [[], ["shout"], ["parse", "--loud"], ["check-pack"]])
def test_wrong_usage(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 2
    assert "usage: articlekit" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], ["parse", "--help"], ["explain", "-h"], ["formats", "-h"]])
def test_help(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 0
    out, err = capsys.readouterr()
    assert out.startswith("usage: articlekit")
    assert err == ""


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"articlekit {articlekit.__version__}\n"


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "argv", ["articlekit", "formats"])
    runpy.run_module("articlekit.__main__", run_name="imported, not run")
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit) as end:
        runpy.run_module("articlekit", run_name="__main__")
    assert end.value.code == 0
    assert "jsonl" in capsys.readouterr().out


# As a process of its own


# A job that a shell runs in the background ignores SIGINT, and so does whatever it starts.
HEARING_INTERRUPTS = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.executable, sys.orig_argv[3:])"
)


def started(
    *arguments: str | Path, env: dict[str, str] | None = None, launcher: tuple[str, ...] = ()
) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [*launcher, sys.executable, "-m", "articlekit", *arguments]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=env)  # noqa: S603 - our own command


def test_the_process_reads_and_writes_utf8_whatever_the_locale(page: Path) -> None:
    page.write_text(PAGE.replace("Ferry", "Fähre 語"), "utf-8", newline="")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    for form in ("jsonl", "text"):
        with started("parse", page, "--to", form, env=environment) as process:
            out = process.communicate()[0]
        assert process.returncode == 0
        assert "Fähre 語" in out.decode("utf-8")
        assert b"\r" not in out


def test_each_article_is_flushed(page: Path) -> None:
    """The first line is there while the second page is still awaited on standard input."""
    with started("parse", page, "-") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert len(titles(process.stdout.readline().decode())) == 1
        assert process.poll() is None
        process.stdin.write(PAGE.encode())
        process.stdin.close()
        assert len(titles(process.stdout.read().decode())) == 1
    assert process.returncode == 0


@POSIX
def test_the_process_is_quiet_when_its_reader_goes(page: Path) -> None:
    """More articles than a pipe holds, and a reader that takes one line."""
    with started("parse", *[page] * 300) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert len(titles(process.stdout.readline().decode())) == 1
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@POSIX
def test_the_process_ends_on_an_interrupt(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    launcher = (sys.executable, "-c", HEARING_INTERRUPTS)
    with started("parse", page, "-", "-o", target, launcher=launcher) as process:
        assert process.stderr is not None
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".out.jsonl.*.tmp")):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        while process.poll() is None:  # one that comes just before a blocking read waits for the next
            assert time.monotonic() < deadline
            process.send_signal(signal.SIGINT)
            time.sleep(1)
        assert process.stderr.read() == b""
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
