"""Libraries of extras: imported when they are used, and asked for by the command that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .errors import MissingExtraError


def library(module: str, extra: str, what: str) -> Any:  # noqa: ANN401 - a module that need not be there has no type to name
    """A module of a library that comes with an extra, for what needs it; MissingExtraError with what to install."""
    try:
        import_module(module.partition(".")[0])  # its name is the one to tell
        return import_module(module)
    except ModuleNotFoundError as error:
        message = f"{what} needs {error.name}: pip install 'articlekit[{extra}]'"
        raise MissingExtraError(message, name=error.name) from error
