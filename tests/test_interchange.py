"""Articles as the objects of other libraries: what each holds, what it loses, and what it says when it is not there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Bullet, Caption, Dateline, FormatError, Paragraph, Place, Subheading, strategies
from articlekit.errors import MissingExtraError
from articlekit.interchange import langchain, llamaindex, zyte

Module = Any
Need = Callable[[str], Module]

FULL = Article(
    title="Ferry returns to the harbour",
    body=[Paragraph("LONDON: It came back."), Subheading("What next"), Bullet("More ferries")],
    bullets=[Bullet("Storm is over")],
    summary="The strait is open again.",
    dateline=Dateline(printed="LONDON", separator=": ", places=[Place("LONDON", "Ont.")]),
    authors=["Jane Doe", "John Roe"],
    captions=[Caption("A harbour at dawn.", "ISPR/File", "https://example.com/dawn.jpg"), Caption("The mayor.")],
    published=date(2023, 12, 7),
    updated=datetime(2023, 12, 7, 14, 30, tzinfo=UTC),
    language="en",
    url="https://example.com/ferry",
    publisher="The Daily Courier",
    section="World",
    keywords=["ferry", "storm"],
)
TEXT = "LONDON: It came back.\n\nWhat next\n\nMore ferries"


@pytest.mark.parametrize("name", ["langchain", "llamaindex", "zyte"])
def test_the_modules_are_found_by_name(name: str) -> None:
    assert getattr(articlekit.interchange, name) is import_module(f"articlekit.interchange.{name}")
    assert name in dir(articlekit.interchange)


def test_another_name_is_no_module() -> None:
    with pytest.raises(AttributeError, match="'haystack'"):
        articlekit.interchange.haystack  # noqa: B018 - the access is the test


@pytest.mark.parametrize(
    ("call", "module", "extra"),
    [
        (langchain.to_document, "langchain_core.documents", "langchain"),
        (llamaindex.to_document, "llama_index.core.schema", "llamaindex"),
        (zyte.to_item, "zyte_common_items", "zyte"),
        (zyte.from_item, "zyte_common_items", "zyte"),
    ],
)
def test_without_its_library_it_says_what_to_install(
    call: Callable[[Any], object], module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'articlekit\[{extra}\]'"):
        call(FULL)


class TestItemAdapter:
    """Scrapy's pipelines and exporters see items through ItemAdapter, which knows classes of attrs."""

    @pytest.fixture
    def adapter(self, need: Need) -> Callable[[Article], Any]:
        found: Callable[[Article], Any] = need("itemadapter").ItemAdapter
        return found

    def test_an_article_is_an_item(self, need: Need, adapter: Callable[[Article], Any]) -> None:
        assert need("itemadapter").is_item(FULL)
        assert list(adapter(FULL).field_names()) == [field.name for field in attrs.fields(Article)]
        assert adapter(FULL)["title"] == FULL.title
        assert adapter(FULL).get("url") == FULL.url

    def test_it_is_taken_apart_to_the_last_value(self, adapter: Callable[[Article], Any]) -> None:
        values = adapter(FULL).asdict()
        assert values["title"] == FULL.title
        assert list(values["body"])[1] == {"text": "What next"}
        assert list(values["dateline"]["places"]) == [{"name": "LONDON", "region": "Ont."}]
        assert next(iter(values["captions"]))["url"] == "https://example.com/dawn.jpg"
        assert values["published"] == date(2023, 12, 7)

    def test_it_stays_immutable(self, adapter: Callable[[Article], Any]) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            adapter(FULL)["title"] = "Another"
        assert FULL.title == "Ferry returns to the harbour"


class TestZyte:
    def test_what_an_item_holds(self, need: Need) -> None:
        items = need("zyte_common_items")
        image = items.Image(url="https://example.com/dawn.jpg")
        assert zyte.to_item(FULL) == items.Article(
            url="https://example.com/ferry",
            headline=FULL.title,
            description=FULL.summary,
            authors=[items.Author(name=name, nameRaw=name) for name in FULL.authors],
            datePublished="2023-12-07T00:00:00",
            datePublishedRaw="2023-12-07",
            dateModified="2023-12-07T14:30:00Z",
            dateModifiedRaw="2023-12-07T14:30:00+00:00",
            inLanguage="en",
            breadcrumbs=[items.Breadcrumb(name="World")],
            articleBody=TEXT,
            images=[image],
            mainImage=image,
        )

    def test_nothing_is_none_and_not_an_empty_list(self, need: Need) -> None:
        items = need("zyte_common_items")
        assert zyte.to_item(Article(url="https://example.com/")) == items.Article(url="https://example.com/")

    @given(strategies.articles(), st.text())
    def test_exactly_what_an_item_has_no_place_for_is_lost(self, need: Need, article: Article, url: str) -> None:
        need("zyte_common_items")
        article = attrs.evolve(article, url=url)
        again = zyte.from_item(zyte.to_item(article))
        assert again == attrs.evolve(
            article,
            body=[Paragraph(part) for part in article.text.split("\n\n") if part],
            captions=[Caption("", url=caption.url) for caption in article.captions if caption.url is not None],
            bullets=(),
            dateline=None,
            publisher=None,
            keywords=(),
        )
        assert zyte.from_item(zyte.to_item(again)) == again

    def test_an_item_must_have_a_url(self, need: Need) -> None:
        need("zyte_common_items")
        with pytest.raises(FormatError, match=r"^zyte: \$\.url: an item must have a URL") as caught:
            zyte.to_item(attrs.evolve(FULL, url=None))
        assert caught.value.path == "$.url"

    def test_wrong_arguments(self, need: Need) -> None:
        need("zyte_common_items")
        wrong: Any = "text"
        with pytest.raises(TypeError, match=r"interchange.zyte.to_item takes an Article, not str"):
            zyte.to_item(wrong)
        with pytest.raises(TypeError, match=r"from_item takes a zyte_common_items.Article, not Article"):
            zyte.from_item(FULL)

    def test_an_item_from_a_page(self, need: Need) -> None:
        items = need("zyte_common_items")
        item = items.Article(
            url="https://example.com/ferry",
            authors=[items.Author(nameRaw="By Jane Doe"), items.Author(email="jane@example.com")],
            datePublished="2023-12-07T14:30:00+02:00",
            datePublishedRaw="7 December 2023, 14.30",
            dateModified="2023-12-08T00:00:00Z",
            breadcrumbs=[items.Breadcrumb(name="Home"), items.Breadcrumb(name="World")],
            images=[items.Image(url="https://example.com/2.jpg")],
            mainImage=items.Image(url="https://example.com/1.jpg"),
            articleBody="It came back.\n\nAll are well.",
        )
        assert zyte.from_item(item) == Article(
            url="https://example.com/ferry",
            authors=["By Jane Doe"],
            published=datetime(2023, 12, 7, 14, 30, tzinfo=timezone(timedelta(hours=2))),
            updated=datetime(2023, 12, 8, tzinfo=UTC),
            section="World",
            captions=[Caption("", url="https://example.com/1.jpg"), Caption("", url="https://example.com/2.jpg")],
            body=[Paragraph("It came back."), Paragraph("All are well.")],
        )

    def test_a_raw_date_that_says_something_else_does_not_win(self, need: Need) -> None:
        need("zyte_common_items")
        item = zyte.to_item(FULL)
        item.datePublished = "2024-01-01T00:00:00"
        assert zyte.from_item(item).published == datetime(2024, 1, 1)

    def test_a_date_that_cannot_be_read(self, need: Need) -> None:
        item = need("zyte_common_items").Article(url="https://example.com/", dateModified="yesterday")
        with pytest.raises(FormatError, match=r"^zyte: \$\.dateModified: expected a date such as"):
            zyte.from_item(item)


METADATA = {
    "source": "https://example.com/ferry",
    "title": "Ferry returns to the harbour",
    "summary": "The strait is open again.",
    "authors": "Jane Doe, John Roe",
    "published": "2023-12-07",
    "updated": "2023-12-07T14:30:00+00:00",
    "dateline": "LONDON",
    "language": "en",
    "publisher": "The Daily Courier",
    "section": "World",
    "keywords": "ferry, storm",
}


class TestDocuments:
    def test_a_document_of_langchain(self, need: Need) -> None:
        documents = need("langchain_core.documents")
        document = langchain.to_document(FULL)
        assert isinstance(document, documents.Document)
        assert document.page_content == TEXT
        assert document.metadata == METADATA
        assert document.id == langchain.to_document(FULL).id
        assert document.id != langchain.to_document(attrs.evolve(FULL, keywords=())).id

    def test_a_document_of_llamaindex(self, need: Need) -> None:
        schema = need("llama_index.core.schema")
        document = llamaindex.to_document(FULL)
        assert isinstance(document, schema.Document)
        assert document.text == TEXT
        assert document.metadata == METADATA
        assert document.doc_id == llamaindex.to_document(FULL).doc_id
        assert document.doc_id != llamaindex.to_document(Article()).doc_id

    @given(strategies.articles())
    def test_any_article_is_a_document_with_flat_metadata(self, need: Need, article: Article) -> None:
        need("langchain_core.documents")
        need("llama_index.core.schema")
        chain, index = langchain.to_document(article), llamaindex.to_document(article)
        assert chain.page_content == index.text == article.text
        assert chain.metadata == index.metadata
        assert chain.metadata == json.loads(json.dumps(chain.metadata, ensure_ascii=False))
        assert all(type(value) is str and value for value in chain.metadata.values())
        assert chain.id == index.doc_id

    def test_an_article_of_nothing_has_no_metadata(self, need: Need) -> None:
        need("langchain_core.documents")
        assert langchain.to_document(Article()).metadata == {}

    def test_wrong_arguments(self, need: Need) -> None:
        need("langchain_core.documents")
        need("llama_index.core.schema")
        wrong: Any = "text"
        with pytest.raises(TypeError, match=r"interchange.langchain.to_document takes an Article, not str"):
            langchain.to_document(wrong)
        with pytest.raises(TypeError, match=r"interchange.llamaindex.to_document takes an Article, not str"):
            llamaindex.to_document(wrong)


def test_nothing_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, articlekit\n"
        "articlekit.to_dict, articlekit.from_dict, articlekit.formats.arrow\n"
        "from articlekit.interchange import langchain, llamaindex, zyte\n"
        "print(sorted({'cattrs', 'pyarrow', 'zyte_common_items', 'langchain_core', 'llama_index'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
