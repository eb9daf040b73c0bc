"""Packs from TOML files; whatever is wrong with a file is an error that names file, rule and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from .._checks import want_text
from ..errors import PackError
from ..lines import Role
from .pack import Pack, Rule, fold, merge, normalise

_PACK_FIELDS = frozenset({"language", "site", "function_words", "rules"})
_RULE_FIELDS = frozenset({"name", "role", "is", "starts", "ends", "like", "at_most", "opens", "drops", "keeps", "why"})
_ROLES = frozenset(Role) - {Role.BLANK}
_EDGES = {"is": "both", "starts": "start", "ends": "end"}
"""At which edges of a line the phrases of a field stand."""


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
    """The pack in a TOML text; ``file`` is what errors call it.

    Raises PackError as ``load`` does, and TypeError when the text is no str.
    """
    try:
        table = tomllib.loads(want_text(text, "packs.loads"))
    except tomllib.TOMLDecodeError as error:
        message = f"is no TOML: {error}"
        raise PackError(message, file=file) from error
    return _pack(_Table(table, file))


class _Table(NamedTuple):
    """A table of a file, and the name of the rule that it is; its methods give checked values, or raise PackError."""

    fields: Mapping[str, Any]
    file: str
    rule: str | None = None

    def refuse(self, field: str, problem: str, *, cause: Exception | None = None) -> NoReturn:
        raise PackError(problem, file=self.file, rule=self.rule, field=field) from cause

    def refuse_others(self, known: frozenset[str]) -> None:
        for field in self.fields:
            if field not in known:
                self.refuse(field, f"is no field here; there are {', '.join(sorted(known))}")

    def text(self, field: str) -> str | None:
        value = self.fields.get(field)
        if value is not None and not isinstance(value, str):
            self.refuse(field, f"must be a string, got {value!r}")
        return value

    def required(self, field: str, *, why: str = "is missing or empty") -> str:
        text = self.text(field)
        if not text:
            self.refuse(field, why)
        return text

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.refuse(field, f"must be an array of strings, got {value!r}")
        return tuple(value)

    def tables(self, field: str) -> list[dict[str, Any]]:
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.refuse(field, f"must be an array of tables: write [[{field}]] above each rule")
        return value

    def length(self, field: str, default: int) -> int:
        value = self.fields.get(field, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.refuse(field, f"must be a whole number of characters above 0, got {value!r}")
        return value

    def flag(self, field: str) -> bool:
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            self.refuse(field, f"must be true or false, got {value!r}")
        return value


def _pack(table: _Table) -> Pack:
    table.refuse_others(_PACK_FIELDS)
    language, site = table.text("language"), table.text("site")
    if (language is None) == (site is None):
        table.refuse("language", "a pack is for one language or one site: give exactly one of the two fields")
    pack = Pack(
        file=table.file,
        language=language,
        site=site,
        function_words=table.texts("function_words"),
        rules=tuple(_rule(fields, table.file, number) for number, fields in enumerate(table.tables("rules"), 1)),
    )
    merge([pack])
    return pack


def _rule(fields: Mapping[str, Any], file: str, number: int) -> Rule:
    nameless = _Table(fields, file, f"number {number}")
    name = nameless.required("name", why="is missing: every rule has a name that a search finds")
    table = nameless._replace(rule=name)
    table.refuse_others(_RULE_FIELDS)
    whole, starts, ends, like = (table.texts(field) for field in ("is", "starts", "ends", "like"))
    if not (whole or starts or ends or like):
        table.refuse("is", "a rule needs at least one of is, starts, ends, like")
    _refuse_unreachable(table)
    _refuse_bad_patterns(table)
    return Rule(
        name=name,
        role=_role(table),
        why=table.required("why"),
        whole=whole,
        starts=starts,
        ends=ends,
        like=like,
        at_most=table.length("at_most", 100),
        opens=table.flag("opens"),
        drops=table.texts("drops"),
        keeps=table.texts("keeps"),
    )


def _refuse_unreachable(table: _Table) -> None:
    for field, edge in _EDGES.items():
        for phrase in table.texts(field):
            if not _is_normal(phrase, edge):
                table.refuse(field, f"{phrase!r} can never match: rules see the line as {normalise(phrase)!r}")


def _is_normal(phrase: str, edge: str) -> bool:
    """Whether a phrase is written as rules see lines; inside a line, punctuation may stand at the phrase's far end."""
    folded = " ".join(fold(phrase).split())
    if not folded or folded != phrase:
        return False
    return (edge == "end" or folded[0].isalnum()) and (edge == "start" or folded[-1].isalnum())


def _refuse_bad_patterns(table: _Table) -> None:
    for pattern in table.texts("like"):
        try:
            groups = re.compile(pattern).groups
        except re.error as error:
            table.refuse("like", f"{pattern!r} is no regular expression: {error}", cause=error)
        if not pattern:
            table.refuse("like", "'' takes no line")
        if groups:
            table.refuse("like", f"{pattern!r} captures a group: write (?:...) instead of (...)")


def _role(table: _Table) -> Role:
    name = table.required("role")
    if name not in _ROLES:
        table.refuse("role", f"{name!r} is no role; there are {', '.join(sorted(_ROLES))}")
    return Role(name)
