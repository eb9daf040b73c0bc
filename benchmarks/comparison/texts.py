"""How texts are made of HTML for the tools that read texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module


@cache
def installed(module: str) -> bool:
    """Whether a module can be imported."""
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def resiliparse_text(markup: str, *, main: bool) -> str:
    """The text of a page by resiliparse, without the alternative texts of pictures: all of it, or the main part."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return str(extract(markup, main_content=main, alt_texts=False))


def _inscriptis_text(markup: str) -> str:
    return str(import_module("inscriptis").get_text(markup))


TEXTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "resiliparse_main": ("resiliparse.extract.html2text", lambda markup: resiliparse_text(markup, main=True)),
    "resiliparse_full": ("resiliparse.extract.html2text", lambda markup: resiliparse_text(markup, main=False)),
    "inscriptis": ("inscriptis", _inscriptis_text),
}
"""How a text is made of HTML, by its kind: the module that must be there, and the call."""
