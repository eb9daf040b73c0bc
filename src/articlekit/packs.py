"""Knowledge packs: what newspapers print around their articles, as data with examples.

A pack is one TOML file for one language or one site; ``docs/add-a-language.md`` shows one whole. The packs shipped with
articlekit lie in ``knowledge/``; other distributions offer theirs through the ``articlekit.packs`` entry point, whose
value is a function without arguments that returns a path or a Pack.
"""

from __future__ import annotations

from .knowledge.available import builtin, installed
from .knowledge.pack import Pack, Rule, normalise
from .knowledge.pack_file import load, loads
from .pack_check import check

__all__ = ["Pack", "Rule", "builtin", "check", "installed", "load", "loads", "normalise"]
