"""Blocks of a body as CommonMark, so that reading gives back the same text; and the reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..model import Block, Bullet, Paragraph, Subheading
from ._blocks import runs
from ._html import LOST, NO_CHARACTERS

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a character reference may not name: control characters, surrogates and code points that are no characters.
_UNHOLDABLE = rf"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff{NO_CHARACTERS}"
_unholdable = re.compile(f"[{_UNHOLDABLE}]")
_marks = re.compile(rf"[\\`*_\[]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{{1,32}};)|[\t\n\f\r\u2028\u2029{_UNHOLDABLE}]")
_opens_block = re.compile(r"#|>|~~~|[-+](?=\s|-|\Z)|[0-9]{1,9}+(?=[.)](?:\s|\Z))")
_closes_heading = re.compile(r"(?<![#\\])#++\Z")
_VISIBLE = frozenset("\\`*_[<&")


def visible(block: Block) -> str:
    """What a reader of the CommonMark sees of a block's text; it is the text, where CommonMark can hold it."""
    if not block.text and isinstance(block, Paragraph):
        return LOST  # there is no empty paragraph
    return _unholdable.sub(LOST, block.text)


def written(blocks: Iterable[Block]) -> str:
    """The blocks as CommonMark, a blank line between them, list items that follow each other as one list."""
    return "\n\n".join("\n".join(map(_written, group)) for _, group in runs(blocks))


def _written(block: Block) -> str:
    text = _escaped(visible(block))
    if isinstance(block, Subheading):
        text = _closes_heading.sub(lambda found: "\\" + found[0], text)
        return f"## {text}".rstrip(" ")
    return f"- {text}".rstrip(" ") if isinstance(block, Bullet) else text


def _escaped(text: str) -> str:
    core = text.strip()
    start = text.index(core)
    before, after = map(_references, (text[:start], text[start + len(core) :]))
    escaped = _marks.sub(_mark, core)
    if not before:
        opener = _opens_block.match(escaped)
        if opener is not None:
            # A number is harmless without its delimiter, everything else without its first character.
            place = opener.end() if opener[0].isdigit() else 0
            escaped = f"{escaped[:place]}\\{escaped[place:]}"
    return before + escaped + after


def _mark(found: re.Match[str]) -> str:
    character = found[0]
    return "\\" + character if character in _VISIBLE else _references(character)


def _references(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def too_deep(tokens: Iterable[Token], most: int) -> Iterator[int]:
    """The lines of the quotations and list items in which the parser, which goes ``most`` deep, has read nothing."""
    around = (token for token in tokens if token.type in {"blockquote_open", "list_item_open"})
    return ((token.map or [0])[0] + 1 for token in around if token.level >= most - 1)


def read(tokens: Sequence[Token]) -> Iterator[tuple[str, Block]]:
    """The blocks of parsed CommonMark, each with its tag: "h1" to "h6", "p" or "li".

    Text in quotations and code blocks is a paragraph; rules, comments and pictures that stand alone are nothing.
    """
    items, filled, tag = 0, True, "p"
    alone = pictures(tokens)
    for number, token in enumerate(tokens):
        if token.type == "list_item_open":
            items, filled = items + 1, False
        elif token.type == "list_item_close":
            if not filled:
                yield "li", Bullet("")
            items, filled = items - 1, True
        elif token.type == "heading_open":
            tag = token.tag
        elif token.type in _WITH_TEXT and number not in alone:
            filled = True
            yield from _block(token, tag, in_list=items > 0)
            tag = "p"


def pictures(tokens: Sequence[Token]) -> Mapping[int, tuple[str, str]]:
    """The pictures that are paragraphs of their own, by the number of their token: what each says, and where it is.

    What it says is its title, or else its text.
    """
    found = {}
    for number, (before, token) in enumerate(pairwise(tokens), 1):
        if (
            before.type == "paragraph_open"
            and before.level == 0
            and [one.type for one in token.children or ()] == ["image"]
        ):
            image = (token.children or [])[0]
            found[number] = str(image.attrs.get("title") or _of_image(image)), str(image.attrs["src"])
    return found


_WITH_TEXT = frozenset({"inline", "fence", "code_block", "html_block"})


def _block(token: Token, tag: str, *, in_list: bool) -> Iterator[tuple[str, Block]]:
    text = _inline(token.children or ()) if token.type == "inline" else token.content.strip("\n")
    if token.type == "html_block" and text.lstrip().startswith("<!--"):
        return
    if tag != "p":
        yield tag, Subheading(text)
    elif in_list:
        yield "li", Bullet(text)
    else:
        yield "p", Paragraph(text)


def _inline(tokens: Iterable[Token]) -> str:
    return "".join(_INLINE.get(token.type, _content)(token) for token in tokens)


def _content(token: Token) -> str:
    return token.content


def _nothing(_token: Token) -> str:
    return ""


def _of_image(token: Token) -> str:
    return _inline(token.children or ())


_INLINE: dict[str, Any] = {
    "softbreak": lambda _token: " ",
    "hardbreak": lambda _token: "\n",
    "html_inline": _nothing,
    "image": _of_image,
}
