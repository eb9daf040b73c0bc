"""The registry of formats, and the two functions that use it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings

import articlekit
from articlekit import Article, ArticlekitError, FormatError, Paragraph, UnknownFormatError, formats, strategies
from articlekit.formats import _arguments, _registry
from holdable import holdable_articles, is_holdable

BUILT_IN = (
    "atom", "html", "json", "jsonfeed", "jsonl", "jsonld", "markdown", "newsmlg2", "ninjs", "nitf", "tei", "text",
)  # fmt: skip
OF_XML = frozenset({"atom", "newsmlg2", "nitf", "tei"})
MANY = min(5 * settings.default.max_examples, 20_000) if settings.default else 500
"""Articles for the law that each comes back, in every format: 500 in CI, 20,000 in the long run."""

SHAPE = {"name", "extensions", "media_type", "dumps", "loads", "dump_all", "load_all"}


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """A function that says which entry points are installed, for the length of a test."""

    def install(*points: EntryPoint) -> None:
        found = EntryPoints(points)
        monkeypatch.setattr(_registry, "entry_points", lambda *, group: found.select(group=group))
        _registry.registry.cache_clear()
        _registry.get.cache_clear()

    yield install
    monkeypatch.undo()
    _registry.registry.cache_clear()
    _registry.get.cache_clear()


def point(name: str, module: str) -> EntryPoint:
    return EntryPoint(name, module, "articlekit.formats")


class Distribution:
    """As much of an installed distribution as an error names."""

    def __init__(self, name: str, version: str) -> None:
        self.name, self.version = name, version


def shipped(name: str, module: str, distribution: Distribution) -> EntryPoint:
    made = point(name, module)
    vars(made).update(dist=distribution)
    return made


class TestRegistry:
    def test_the_built_in_formats_are_found(self) -> None:
        assert set(BUILT_IN) <= set(formats.names())
        assert list(formats.names()) == sorted(formats.names())

    def test_it_is_read_only_and_knows_who_ships_a_format(self) -> None:
        [found] = formats.registry()["json"]
        assert found.dist is not None
        assert found.dist.name == "articlekit"
        with pytest.raises(TypeError):
            formats.registry()["json"] = ()  # type: ignore[index]

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_every_format_has_one_shape(self, name: str) -> None:
        module = formats.get(name)
        assert set(dir(module)) >= SHAPE
        assert module.name == name
        assert module.extensions
        assert all(extension.startswith(".") for extension in module.extensions)
        assert "/" in module.media_type
        assert getattr(formats, name) is module

    def test_every_built_in_format_has_an_extension_of_its_own(self) -> None:
        own = [formats.get(name).extensions[0] for name in BUILT_IN]
        assert len(set(own)) == len(own)
        for name in BUILT_IN:
            assert formats.owning(f"ferry{formats.get(name).extensions[0].upper()}") == (name,)

    def test_a_format_whose_extension_others_have_knows_its_documents(self) -> None:
        written = {name: articlekit.dumps(Article(title="Ferry returns"), name) for name in BUILT_IN}
        for extension in (".json", ".xml"):
            claims = formats.claiming(f"ferry{extension}")
            assert len(claims) > 2
            for name in claims:
                assert formats.sniffed(claims, written[name]) == (name,)

    def test_an_unknown_format_lists_those_there_are(self) -> None:
        with pytest.raises(
            UnknownFormatError, match="no format 'docx' is installed; there are atom, html, json, jsonfeed"
        ):
            formats.get("docx")
        with pytest.raises(AttributeError, match="'docx'"):
            formats.docx  # noqa: B018 - the access is the test

    def test_no_format_at_all(self, installed: Callable[..., None]) -> None:
        installed()
        with pytest.raises(UnknownFormatError, match="none at all"):
            formats.get("json")

    def test_dir_lists_the_formats(self) -> None:
        assert set(dir(formats)) >= {*BUILT_IN, "dumps", "loads", "get", "names"}

    def test_two_distributions_with_one_name(self, installed: Callable[..., None]) -> None:
        ours, theirs = Distribution("articlekit", "1.0"), Distribution("other-json", "2.3")
        installed(
            shipped("json", "articlekit.formats.json", ours),
            shipped("json", "other.json", theirs),
            point("text", "articlekit.formats.text"),
        )
        with pytest.raises(ArticlekitError) as caught:
            formats.get("json")
        assert str(caught.value) == (
            "the format 'json' is claimed by articlekit.formats.json (articlekit 1.0) and other.json (other-json 2.3): "
            "uninstall all but one"
        )
        assert formats.names() == ("json", "text")
        assert formats.get("text").name == "text"

    def test_a_module_that_is_no_format(self, installed: Callable[..., None]) -> None:
        installed(point("mine", "articlekit.errors"))
        with pytest.raises(ArticlekitError, match=r"the format 'mine' of articlekit.errors lacks name, extensions,"):
            formats.get("mine")

    def test_a_format_of_ones_own(self, installed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
        module = ModuleType("titles")
        vars(module).update(
            name="titles",
            extensions=(".titles",),
            media_type="text/plain",
            dumps=lambda article: article.title,
            loads=lambda text: Article(title=text),
            dump_all=lambda articles: (article.title for article in articles),
            load_all=lambda source: (Article(title=line) for line in source),
        )
        monkeypatch.setitem(sys.modules, "titles", module)
        installed(point("titles", "titles"))
        assert articlekit.dumps(Article(title="Ferry returns"), "titles") == "Ferry returns"
        assert articlekit.loads("Ferry returns", "titles") == Article(title="Ferry returns")
        assert formats.titles is module


class TestFunctions:
    @pytest.mark.parametrize("name", BUILT_IN)
    @given(article=holdable_articles())
    def test_dumps_and_loads_are_those_of_the_module(self, name: str, article: Article) -> None:
        assert articlekit.dumps(article, name) == formats.get(name).dumps(article)

    @settings(max_examples=MANY)
    @given(article=strategies.articles())
    def test_every_article_comes_back(self, article: Article) -> None:
        for name in sorted(set(BUILT_IN) - {"text"} - OF_XML):
            assert articlekit.loads(articlekit.dumps(article, name), name) == article, name

    @settings(max_examples=MANY)
    @given(article=holdable_articles())
    def test_every_article_that_xml_can_hold_comes_back(self, article: Article) -> None:
        for name in sorted(OF_XML):
            assert articlekit.loads(articlekit.dumps(article, name), name) == article, name

    @pytest.mark.parametrize("name", sorted(OF_XML))
    @pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
    def test_xml_refuses_what_it_cannot_hold(self, name: str, character: str) -> None:
        article = Article(title="Ferry", body=[Paragraph("One."), Paragraph(f"Two.{character}")])
        with pytest.raises(FormatError) as caught:
            articlekit.dumps(article, name)
        assert caught.value.path == "$.body[1].text"
        assert caught.value.problem == f"XML 1.0 has no place for the character U+{ord(character):04X}"

    @pytest.mark.parametrize("name", sorted(OF_XML))
    @given(article=strategies.articles())
    def test_xml_refuses_nothing_else(self, name: str, article: Article) -> None:
        try:
            text = articlekit.dumps(article, name)
        except FormatError as error:
            assert "XML 1.0 has no place" in error.problem  # noqa: PT017 - refused or exact, both are right
            assert not is_holdable(article)
        else:
            assert articlekit.loads(text, name) == article

    def test_json_is_the_default(self) -> None:
        assert articlekit.dumps(Article()) == articlekit.dumps(Article(), "json")
        assert articlekit.loads(articlekit.dumps(Article())) == Article()


WRONG: list[tuple[Any, str]] = [
    ("text", r"not str; read the text first: articlekit.parse\(text\)"),
    ([Article()], "not list; for several articles call dump_all"),
    (None, "not NoneType"),
]


class TestArguments:
    @pytest.mark.parametrize("name", BUILT_IN)
    @pytest.mark.parametrize(("wrong", "hint"), WRONG)
    def test_dumps_takes_an_article(self, name: str, wrong: Article, hint: str) -> None:
        with pytest.raises(TypeError, match=rf"formats.{name}.dumps takes an Article, {hint}"):
            formats.get(name).dumps(wrong)
        with pytest.raises(TypeError, match=f"articlekit.dumps takes an Article, {hint}"):
            articlekit.dumps(wrong, name)

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_loads_takes_text(self, name: str) -> None:
        wrong: Any = b"{}"
        with pytest.raises(TypeError, match="decode"):
            formats.get(name).loads(wrong)
        with pytest.raises(TypeError, match="decode"):
            articlekit.loads(wrong, name)

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_dump_all_takes_articles(self, name: str) -> None:
        module: Any = formats.get(name)
        with pytest.raises(TypeError, match="not Article; for one article call dumps"):
            module.dump_all(Article())
        with pytest.raises(TypeError, match="takes an iterable of articles, not str"):
            module.dump_all("text")
        with pytest.raises(TypeError, match="takes an Article, not dict"):
            list(module.dump_all([{}]))

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_load_all_takes_text(self, name: str) -> None:
        module: Any = formats.get(name)
        with pytest.raises(TypeError, match="not NoneType"):
            module.load_all(None)
        with pytest.raises(TypeError, match="decode"):
            module.load_all(b"text")
        with pytest.raises(TypeError, match="open the file in text mode"):
            list(module.load_all([b"text"]))

    def test_a_format_has_a_name(self) -> None:
        wrong: Any = None
        with pytest.raises(TypeError, match=r"articlekit.formats.get takes a str, not NoneType"):
            formats.get(wrong)

    @pytest.mark.parametrize(
        ("pieces", "lines"),
        [
            ([], []),
            ([""], []),
            (["a"], ["a"]),
            (["a\n"], ["a"]),
            (["a", "b\n\n", "c"], ["ab", "", "c"]),
            (["\n"], [""]),
        ],
    )
    def test_lines_of_pieces(self, pieces: list[str], lines: list[str]) -> None:
        assert list(_arguments.lines_of(pieces)) == lines


def test_writing_imports_no_extra() -> None:
    code = (
        "import sys, articlekit\n"
        "assert 'cattrs' not in sys.modules\n"
        "for name in articlekit.formats.names(): articlekit.dumps(articlekit.Article(title='a'), name)\n"
        "print(sorted({'yaml', 'markdown_it', 'hypothesis', 'lxml', 'pyarrow'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_many_articles_are_written_in_constant_memory(tmp_path: Path) -> None:
    code = (
        "import tracemalloc, articlekit\n"
        "from articlekit import Article, Paragraph\n"
        "article = Article(body=[Paragraph('a word ' * 500)])\n"
        "with open(__import__('sys').argv[1], 'w') as file:\n"
        "    file.writelines(articlekit.formats.jsonl.dump_all([article]))\n"
        "    tracemalloc.start()\n"
        "    file.writelines(articlekit.formats.jsonl.dump_all(article for _ in range(10_000)))\n"
        "print(tracemalloc.get_traced_memory()[1] < 1_000_000)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "many.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
