"""Files that are written whole: a failure leaves what was there before."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geomap.errors import DataError, GeomapError

__all__ = ["check_folder", "check_target", "whole_file", "whole_files"]


def check_target(path: Path, error: type[GeomapError] = DataError) -> None:
    """Say before the work begins that a file cannot be written where it is asked.

    Raises
    ------
    GeomapError
        If the path is a folder, or lies in no folder: the error that is named.
    """
    if path.is_dir():
        raise error(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise error(
            f"{path}: cannot write there: {path.parent} is no folder; make it first, or name "
            "another file",
        )


def check_folder(path: Path, error: type[GeomapError] = DataError) -> None:
    """Say before the work begins that a folder cannot be made or written to where it is asked.

    Raises
    ------
    GeomapError
        If the path is a file, or nothing may be written there: the error that is named.
    """
    if path.exists() and not path.is_dir():
        raise error(f"{path} is a file; name a folder to write to")
    whole = path.resolve()
    existing = next(folder for folder in (whole, *whole.parents) if folder.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        raise error(f"{path}: cannot write there; name another folder")


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


@contextmanager
def whole_files(folder: Path, *, stale: Iterable[str] = ()) -> Iterator[Path]:
    """Give an empty folder to write to, inside another; at the end its files move to the other.

    The other folder is made when missing. Where writing fails its files stay as they were, and
    nothing is left beside them. Files in a folder below move to a folder of that name. Of the names
    in `stale`, which an earlier writing may have left, those that are not written go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        yield made
        names = [path.relative_to(made) for path in sorted(made.rglob("*")) if path.is_file()]
        for name in names:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, f"{name} is a folder")
            (folder / name).parent.mkdir(exist_ok=True)
        for name in names:
            (made / name).replace(folder / name)
        for old in {folder / name for name in stale} - {folder / name for name in names}:
            if old.is_file():
                old.unlink()
    finally:
        shutil.rmtree(made, ignore_errors=True)
