"""Knowledge packs: what newspapers print around their articles, as data with examples.

A pack is one TOML file for one language or one site; ``docs/add-a-language.md`` shows one whole. The packs shipped with
articlekit lie in ``knowledge/``; other distributions offer theirs through the ``articlekit.packs`` entry point, whose
value is a function without arguments that returns a path or a Pack.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from ._checks import want_text
from .errors import PackError
from .lines import Role

_PACK_FIELDS = frozenset({"language", "site", "function_words", "rules"})
_RULE_FIELDS = frozenset({"name", "role", "is", "starts", "ends", "like", "at_most", "opens", "drops", "keeps", "why"})
_MATCHERS = ("is", "starts", "ends", "like")
_ENTRY_POINT = "articlekit.packs"


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that newspapers print, and the role of a line that is it.

    All phrases are compared with the normalised line (see ``normalise``). ``at_most`` is the longest normalised line,
    in characters, that ``starts``, ``ends`` and ``like`` are tried on. A rule that ``opens`` heads a zone: the lines
    after it have its role until the article's prose resumes. ``drops`` and ``keeps`` are lines it must and must not
    take.
    """

    name: str
    role: Role
    why: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    at_most: int = 100
    opens: bool = False
    drops: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Pack:
    """The rules of one language or one site, and the file they come from."""

    file: str
    language: str | None = None
    site: str | None = None
    function_words: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


def normalise(line: str) -> str:
    """A line as rules see it: casefolded, white space as single spaces, no punctuation or symbols at either end.

    >>> normalise("  » Read  More: ")
    'read more'
    """
    text = " ".join(fold(line).split())
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def fold(text: str) -> str:
    """A text casefolded, with the Turkish dotted capital as a plain i."""
    return text.casefold().replace("i\u0307", "i")


def load(path: str | Path) -> Pack:
    """The pack in a TOML file.

    Raises PackError, which names file, rule and field, when the file is no valid pack, and OSError when it cannot be
    read.
    """
    name = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 at byte {error.start}: save it as UTF-8"
        raise PackError(message, file=name) from error
    return loads(text, file=name)


def loads(text: str, *, file: str = "<pack>") -> Pack:
    """The pack in a TOML text; ``file`` is what errors call it. Raises PackError."""
    try:
        table = tomllib.loads(want_text(text, "packs.loads"))
    except tomllib.TOMLDecodeError as error:
        message = f"is no TOML: {error}"
        raise PackError(message, file=file) from error
    return _pack(table, file)


@cache
def builtin() -> tuple[Pack, ...]:
    """The packs that come with articlekit: languages first, then sites, each in the order of their names."""
    home = files("articlekit") / "knowledge"
    found = []
    for folder in ("languages", "sites"):
        entries = sorted((home / folder).iterdir(), key=lambda entry: entry.name)
        found += [
            loads(entry.read_text("utf-8"), file=f"{folder}/{entry.name}")
            for entry in entries
            if entry.name.endswith(".toml")
        ]
    return tuple(found)


@cache
def installed() -> tuple[Pack, ...]:
    """The packs that other installed distributions offer through the ``articlekit.packs`` entry point.

    Raises PackError when an entry point gives neither a path nor a Pack.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and most programs need it once

    found = []
    for point in sorted(entry_points(group=_ENTRY_POINT), key=lambda point: point.name):
        owner = f"entry point {point.name!r} of {point.dist.name if point.dist else 'an unknown distribution'}"
        value = point.load()()
        if not isinstance(value, Pack | str | Path):
            message = f"must return a path or a Pack, got {type(value).__name__}"
            raise PackError(message, file=owner)
        found.append(value if isinstance(value, Pack) else load(value))
    return tuple(found)


def check(path: str | Path) -> tuple[str, ...]:
    """What is wrong with the pack in a file, a sentence each; () when nothing is. See ``pack_check.check``."""
    from .pack_check import check as check_file  # noqa: PLC0415 - checking needs the reader, loading does not

    return check_file(path)


def merge(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs in their order, once it is sure that no two rules share a name.

    Raises PackError naming both owners of a name that is used twice.
    """
    packs = tuple(packs)
    owners: dict[str, str] = {}
    for pack in packs:
        for rule in pack.rules:
            if rule.name in owners:
                message = f"the name is used twice: by {owners[rule.name]} and by {pack.file}; rename one"
                raise PackError(message, file=pack.file, rule=rule.name, field="name")
            owners[rule.name] = pack.file
    return packs


def _pack(table: Mapping[str, Any], file: str) -> Pack:
    _refuse_unknown(table, _PACK_FIELDS, file, None)
    language, site = (_text(table, field, file, None) for field in ("language", "site"))
    if (language is None) == (site is None):
        message = "a pack is for one language or one site: give exactly one of the two fields"
        raise PackError(message, file=file, field="language")
    rules = table.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        message = "must be an array of tables: write [[rules]] above each rule"
        raise PackError(message, file=file, field="rules")
    pack = Pack(
        file=file,
        language=language,
        site=site,
        function_words=_texts(table, "function_words", file, None),
        rules=tuple(_rule(rule, file, number) for number, rule in enumerate(rules, 1)),
    )
    merge([pack])
    return pack


def _rule(table: Mapping[str, Any], file: str, number: int) -> Rule:
    name = _text(table, "name", file, f"number {number}")
    if not name:
        message = "is missing: every rule has a name that a search finds"
        raise PackError(message, file=file, rule=f"number {number}", field="name")
    _refuse_unknown(table, _RULE_FIELDS, file, name)
    matchers = {field: _texts(table, field, file, name) for field in _MATCHERS}
    if not any(matchers.values()):
        message = "a rule needs at least one of is, starts, ends, like"
        raise PackError(message, file=file, rule=name, field="is")
    _refuse_unreachable(matchers, file, name)
    _refuse_bad_patterns(matchers["like"], file, name)
    return Rule(
        name=name,
        role=_role(table, file, name),
        why=_required(table, "why", file, name),
        whole=matchers["is"],
        starts=matchers["starts"],
        ends=matchers["ends"],
        like=matchers["like"],
        at_most=_length(table, file, name),
        opens=_flag(table, file, name),
        drops=_texts(table, "drops", file, name),
        keeps=_texts(table, "keeps", file, name),
    )


def _refuse_unknown(table: Mapping[str, Any], known: frozenset[str], file: str, rule: str | None) -> None:
    for field in table:
        if field not in known:
            message = f"is no field here; there are {', '.join(sorted(known))}"
            raise PackError(message, file=file, rule=rule, field=field)


def _refuse_unreachable(matchers: Mapping[str, tuple[str, ...]], file: str, rule: str) -> None:
    edges = {"is": "both", "starts": "start", "ends": "end"}
    for field, edge in edges.items():
        for phrase in matchers[field]:
            if not _is_normal(phrase, edge):
                message = f"{phrase!r} can never match: rules see the line as {normalise(phrase)!r}"
                raise PackError(message, file=file, rule=rule, field=field)


def _is_normal(phrase: str, edge: str) -> bool:
    """Whether a phrase is written as rules see lines; inside a line, punctuation may stand at the phrase's far end."""
    folded = " ".join(fold(phrase).split())
    if not folded or folded != phrase:
        return False
    return (edge == "end" or folded[0].isalnum()) and (edge == "start" or folded[-1].isalnum())


def _refuse_bad_patterns(patterns: tuple[str, ...], file: str, rule: str) -> None:
    import re  # noqa: PLC0415 - only packs with patterns need it

    for pattern in patterns:
        try:
            groups = re.compile(pattern).groups
        except re.error as error:
            message = f"{pattern!r} is no regular expression: {error}"
            raise PackError(message, file=file, rule=rule, field="like") from error
        if not pattern:
            message = "'' takes no line"
            raise PackError(message, file=file, rule=rule, field="like")
        if groups:
            message = f"{pattern!r} captures a group: write (?:...) instead of (...)"
            raise PackError(message, file=file, rule=rule, field="like")


def _role(table: Mapping[str, Any], file: str, rule: str) -> Role:
    name = _required(table, "role", file, rule)
    if name not in set(Role) - {Role.BLANK}:
        message = f"{name!r} is no role; there are {', '.join(sorted(set(Role) - {Role.BLANK}))}"
        raise PackError(message, file=file, rule=rule, field="role")
    return Role(name)


def _required(table: Mapping[str, Any], field: str, file: str, rule: str) -> str:
    text = _text(table, field, file, rule)
    if not text:
        message = "is missing or empty"
        raise PackError(message, file=file, rule=rule, field=field)
    return text


def _text(table: Mapping[str, Any], field: str, file: str, rule: str | None) -> str | None:
    value = table.get(field)
    if value is not None and not isinstance(value, str):
        message = f"must be a string, got {value!r}"
        raise PackError(message, file=file, rule=rule, field=field)
    return value


def _texts(table: Mapping[str, Any], field: str, file: str, rule: str | None) -> tuple[str, ...]:
    value = table.get(field, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        message = f"must be an array of strings, got {value!r}"
        raise PackError(message, file=file, rule=rule, field=field)
    return tuple(value)


def _length(table: Mapping[str, Any], file: str, rule: str) -> int:
    value = table.get("at_most", 100)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        message = f"must be a whole number of characters above 0, got {value!r}"
        raise PackError(message, file=file, rule=rule, field="at_most")
    return value


def _flag(table: Mapping[str, Any], file: str, rule: str) -> bool:
    value = table.get("opens", False)
    if not isinstance(value, bool):
        message = f"must be true or false, got {value!r}"
        raise PackError(message, file=file, rule=rule, field="opens")
    return value
