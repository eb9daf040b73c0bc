"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """The path to write to in the block: a fresh file in the same folder, which takes its place when the block ends.

    When the block raises, the file is left as it was. A pipe or a device stays one, and is written to itself. Raises
    OSError.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        yield path
        return
    target = path.resolve()  # a link goes on pointing to its file
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        fresh.touch(exist_ok=False)  # its permissions are those of any new file
        yield fresh
        _settle(fresh)
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _settle(path: Path) -> None:
    """Have the disk hold what was written before another name points to it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
