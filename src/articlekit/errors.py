"""Every error that articlekit raises on purpose."""

from __future__ import annotations


class ArticlekitError(Exception):
    """Base of all errors raised on purpose by this package."""


class NoArticleError(ArticlekitError, ValueError):
    """The input was read and holds no article."""


class PackError(ArticlekitError, ValueError):
    """A knowledge pack is wrong; the message names the file, the rule and the field."""

    def __init__(self, problem: str, *, file: str, rule: str | None = None, field: str | None = None) -> None:
        self.problem, self.file, self.rule, self.field = problem, file, rule, field
        place = file + (f", rule {rule!r}" if rule else "") + (f", field {field!r}" if field else "")
        super().__init__(f"{place}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_pack_error, (self.problem, self.file, self.rule, self.field)


def _rebuild_pack_error(problem: str, file: str, rule: str | None, field: str | None) -> PackError:
    return PackError(problem, file=file, rule=rule, field=field)


class FormatError(ArticlekitError, ValueError):
    """A document cannot be read as, or an article cannot be written in, a format.

    ``path`` tells where: a JSON path such as ``$.dateline.places[0]``, or the name of a field.
    """

    def __init__(self, problem: str, *, format: str, path: str = "$") -> None:  # noqa: A002 - the word users know
        self.problem, self.format, self.path = problem, format, path
        super().__init__(f"{format}: {path}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_format_error, (self.problem, self.format, self.path)


def _rebuild_format_error(problem: str, name: str, path: str) -> FormatError:
    return FormatError(problem, format=name, path=path)


class UnknownFormatError(ArticlekitError, LookupError):
    """No format of that name is installed; the message lists those that are."""


class MissingExtraError(ArticlekitError, ImportError):
    """A feature needs an extra; the message says what to install."""
