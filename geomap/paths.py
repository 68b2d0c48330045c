"""Where geomap's own data lie, in a checkout and in an installed wheel, and the user's data."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import platformdirs

from geomap.errors import MissingDataError

__all__ = ["below", "data_file", "user_data_dir"]

_PACKAGE = Path(__file__).resolve().parent


def data_file(name: str) -> Path:
    """Return the path of a data file that ships with geomap.

    Parameters
    ----------
    name
        ``"boundaries/..."`` for a file of the boundaries folder (which a wheel carries inside the
        package), else a file of ``geomap/data``.

    Returns
    -------
    pathlib.Path
        An existing file.

    Raises
    ------
    MissingDataError
        If the installation is incomplete.
    """
    folder, _, rest = name.partition("/")
    if folder == "boundaries":
        places = [_PACKAGE / "_boundaries" / rest, _PACKAGE.parent / "boundaries" / rest]
    else:
        places = [_PACKAGE / "data" / name]
    for path in places:
        if path.is_file():
            return path
    raise MissingDataError(
        f"geomap's own file {name} is missing: reinstall geomap-pk, "
        "or run `make data` in a checkout",
    )


def user_data_dir() -> Path:
    """Return the folder for installed boundary sets and caches; it is not created here."""
    return _user_data_dir(tuple(map(os.environ.get, _NAMED_BY)))


@lru_cache(maxsize=16)
def below(folder: Path, name: str) -> Path:
    """Return a path in a folder; the same few are asked for with every article."""
    return folder / name


_NAMED_BY = ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA")
"""Variables of the environment that decide where the user's data lie."""


@lru_cache(maxsize=4)
def _user_data_dir(_environment: tuple[str | None, ...]) -> Path:
    """Ask the system once for each state of the environment: every article asks."""
    return Path(platformdirs.user_data_dir("geomap", appauthor=False))
