"""YAML front matter: written with every string quoted, so that no reader takes NO, 010 or 1_000 for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from .._extras import library
from ..errors import FormatError

if TYPE_CHECKING:
    import yaml

_TOO_DEEP = "front matter: nested too deeply"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# What YAML cannot hold as it is, or a reader of YAML may take for a line end or for nothing.
_escaped = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


def quoted(text: str) -> str:
    r"""A string as YAML, in double quotes, in one line.

    >>> quoted('the "news"')
    '"the \\"news\\""'
    """
    return f'"{_escaped.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def lines(values: dict[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a mapping. None and what is empty, but for the empty string, is left out.

    A list is written an item a line; a mapping in a list or in a mapping of its own lines; a list in those in brackets.
    """
    for key, value in values.items():
        if value is None or value in ([], {}):
            continue
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from lines(value, indent + "  ")
        elif isinstance(value, list) and not indent:
            yield f"{key}:"
            yield from _items(value)
        else:
            yield f"{indent}{key}: {_flow(value)}"


def _items(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict):
            first, *others = lines(item, "  ")
            yield f"- {first.lstrip()}"
            yield from others
        else:
            yield f"- {_flow(item)}"


def _flow(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items() if part is not None) + "}"
    return value.isoformat() if isinstance(value, date) else str(value)


def loaded(text: str, name: str) -> dict[str, Any]:
    """The mapping in a text of YAML; every plain scalar but null is a string, so that NO stays NO.

    Raises FormatError, for the format of that name, for what is no mapping, repeats a key, or uses aliases; and
    MissingExtraError when PyYAML is not installed.
    """
    yaml = library("yaml", "markdown", f"reading {name}")
    try:
        found = yaml.load(text, _loader())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1  # the front matter begins in line 2
        problem = f"front matter, line {line}: {error.problem}"
        raise FormatError(problem, format=name) from error
    except (yaml.YAMLError, ValueError, ArithmeticError) as error:
        problem = f"front matter: {error}"
        raise FormatError(problem, format=name) from error
    except RecursionError:
        raise FormatError(_TOO_DEEP, format=name) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        problem = f"front matter: expected keys with values, got {type(found).__name__}"
        raise FormatError(problem, format=name)
    return found


@cache
def _loader() -> type[yaml.SafeLoader]:
    import yaml  # noqa: PLC0415 - as above

    class Loader(yaml.SafeLoader):
        """Reads strings, lists and mappings, null, and nothing else."""

        yaml_implicit_resolvers = {  # noqa: RUF012 - an instance variable to PyYAML's types
            first: [pair for pair in pairs if pair[0] == "tag:yaml.org,2002:null"]
            for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # PyYAML has no types
                raise yaml.composer.ComposerError(None, None, "aliases are not read", mark)
            return super().compose_node(parent, index)

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's own
            made = super().construct_mapping(node, deep=deep)
            if len(made) < len(node.value):
                problem = "a key stands there twice"
                raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
            return made

    return Loader
