"""Files that are written whole: a failure leaves what was there before."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geomap.errors import DataError

__all__ = ["check_target", "whole_file"]


def check_target(path: Path) -> None:
    """Say before the work begins that a file cannot be written where it is asked.

    Raises
    ------
    DataError
        If the path is a folder, or lies in no folder.
    """
    if path.is_dir():
        raise DataError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise DataError(
            f"{path}: cannot write there: {path.parent} is no folder; make it first, or name "
            "another file",
        )


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to, beside a file; at the end it takes the file's place.

    Where writing fails the file stays as it was, and nothing is left beside it.
    """
    temporary = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
