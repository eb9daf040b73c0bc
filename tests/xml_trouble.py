"""XML as it should not be: what every format of XML refuses, and documents that somebody broke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

_token = re.compile(r"<[^>]*>|[^<]+")
_REPLACED = (
    "",
    "x",
    "<p>",
    "</p>",
    "&",
    '"',
    "\x00",
    "\ud800",
    "\ufffe",
    "]]>",
    "<!--",
    "&eacute;",
    "2023-13-45",
    "-1",
)


def broken(document: str) -> Iterator[tuple[str, str, str]]:
    """Documents that are no document of the format, each with its name and what its error says."""
    declaration, _, rest = document.partition("\n")
    bomb = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 30))
    yield "empty", "", "no XML: Document is empty"
    yield "white", " \n ", "no XML: "
    yield "text", "The ferry came back.", "no XML: "
    yield "json", "{}", "no XML: "
    yield "cut", document[: len(document) // 2], "no XML: .*"
    yield "two roots", document + "<again/>", "no XML: Extra content at the end of the document"
    yield "wrong root", "<html><body/></html>", "found html"
    yield "bomb", f'{declaration}<!DOCTYPE a [<!ENTITY e0 "ha">{bomb}]>{rest}', "declares entities"
    yield "file", f'{declaration}\n<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>{rest}', "line 2: the document"
    yield "parameter", f'<!DOCTYPE a [\n<!ENTITY % e SYSTEM "http://[::1]:9/"> %e;]>{rest}', "line 2: .*entities"
    entity = '<!DOCTYPE a [<!ENTITY e "a">]>'
    yield (
        "entity behind a comment",
        f'{declaration}<!-- <a> "-->{entity}{rest}',
        "line 1: the document declares entities",
    )
    yield "entity behind a quote", f"{declaration}<!DOCTYPE a SYSTEM '<a' [<!ENTITY e 'a'>]>{rest}", "declares entities"
    yield (
        "entity behind others",
        f"{declaration}<?a <b '?>\n<!DOCTYPE a [<!ATTLIST a b CDATA ''><!ENTITY e ''>]>{rest}",
        "line 2: ",
    )
    yield "open comment", f"{declaration}<!-- {entity}{rest}", "no XML: "
    yield "NUL", document.replace("Ferry", "Fer\x00ry"), "no XML: "
    yield "control", document.replace("Ferry", "Fer\x1bry"), "no XML: "
    yield "surrogate", document.replace("Ferry", "Fer\udc00ry"), "no XML: "
    yield "reference", document.replace("Ferry", "Fer&#0;ry"), "no XML: "
    yield "deep", document.replace("Ferry", "<p>" * 100_000 + "</p>" * 100_000), "no XML: Excessive depth"
    yield "deep and open", document.replace("Ferry", "<p>" * 100_000), "no XML: Excessive depth"


def mutated(documents: SearchStrategy[str]) -> SearchStrategy[str]:
    """Documents with some of their tags and texts lost, doubled, replaced or in another place, or cut."""
    return _mutated(documents)


@st.composite
def _mutated(draw: DrawFn, documents: SearchStrategy[str]) -> str:
    tokens = _token.findall(draw(documents))
    places = st.integers(0, len(tokens) - 1)
    for _ in range(draw(st.integers(1, 4))):
        here, there = draw(places), draw(places)
        change = draw(st.sampled_from(("lose", "double", "swap", "replace", "inside", "cut")))
        if change == "lose":
            tokens[here] = ""
        elif change == "double":
            tokens[here] *= 2
        elif change == "swap":
            tokens[here], tokens[there] = tokens[there], tokens[here]
        elif change == "replace":
            tokens[here] = draw(st.sampled_from(_REPLACED))
        elif change == "inside":
            tokens[here] = re.sub(
                r'"[^"]*"', f'"{draw(st.sampled_from(_REPLACED[1:2] + _REPLACED[-2:]))}"', tokens[here]
            )
        else:
            tokens[max(here, 1) :] = [""] * len(tokens[max(here, 1) :])
    return "".join(tokens)
