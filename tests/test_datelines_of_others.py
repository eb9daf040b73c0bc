"""A dateline that a document marks nowhere is what its first paragraph begins with, unless the document is ours."""

from __future__ import annotations

import json

import pytest

import articlekit
from articlekit import Article, Dateline, Paragraph, Place

TEXT = "LISBON, Dec 7 (AP) - A ferry came back."
DOCUMENTS = {
    "nitf": f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>",
    "newsmlg2": f'<newsItem><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></html></inlineXML></contentSet></newsItem>',
    "atom": f'<entry xmlns="http://www.w3.org/2005/Atom"><content type="html">&lt;p>{TEXT}&lt;/p></content></entry>',
    "jsonfeed": json.dumps(
        {"version": "https://jsonfeed.org/version/1", "items": [{"content_html": f"<p>{TEXT}</p>"}]}
    ),
    "jsonld": json.dumps({"@type": "NewsArticle", "articleBody": TEXT}),
    "ninjs": json.dumps({"uri": "urn:x:1", "type": "text", "body_html": f"<p>{TEXT}</p>"}),
    "html": f'<div itemscope itemtype="https://schema.org/NewsArticle"><div itemprop="articleBody"><p>{TEXT}</p></div></div>',
    "tei": f"<TEI><text><body><p>{TEXT}</p></body></text></TEI>",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_found(name: str) -> None:
    article = articlekit.loads(DOCUMENTS[name], name)
    assert article.dateline == Dateline.parse(TEXT)
    assert article.text == TEXT
    assert articlekit.loads(articlekit.dumps(article, name), name) == article


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_article_without_one_stays_so(name: str) -> None:
    article = Article(body=[Paragraph(TEXT)])
    assert articlekit.loads(articlekit.dumps(article, name), name) == article


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(
    "line",
    [
        Dateline(printed="LISBON", separator="\n"),
        Dateline(printed="LISBON, Dec 7 (AP)", separator=" / "),
        Dateline(places=[Place(" "), Place("Oslo")]),
    ],
)
def test_a_dateline_that_no_page_prints_comes_back(name: str, line: Dateline) -> None:
    article = Article(dateline=line, body=[Paragraph(TEXT)])
    assert articlekit.loads(articlekit.dumps(article, name), name) == article
