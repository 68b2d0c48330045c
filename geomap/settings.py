"""Settings of a run: defaults, a file, ``GEOMAP_*`` environment variables, then arguments."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from geomap.errors import MissingDataError, SettingsError

__all__ = ["Settings", "load_settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may be told.

    `boundaries` names the admin-2 boundary set. `quotes` says whether the sources' words go into
    the outputs. `title` is the map's; None makes one.
    """

    boundaries: str = "embedded-admin2"
    quotes: bool = True
    title: str | None = None


def load_settings(
    file: str | Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    **arguments: object,
) -> Settings:
    """Combine the sources of settings, the last one winning.

    Parameters
    ----------
    file
        A TOML file with the fields of `Settings`; None reads no file.
    environment
        Where ``GEOMAP_*`` variables are looked up; None is the process environment.
    **arguments
        Fields given directly; None means not given.

    Raises
    ------
    MissingDataError
        If the file does not exist.
    SettingsError
        If a field is unknown or has a value that is not allowed.
    """
    values: dict[str, object] = asdict(Settings())
    values |= _from_file(Path(file)) if file is not None else {}
    variables = os.environ if environment is None else environment
    values |= {
        name: variables[f"GEOMAP_{name.upper()}"]
        for name in values
        if f"GEOMAP_{name.upper()}" in variables
    }
    values |= {name: value for name, value in arguments.items() if value is not None}
    return _checked(values)


def _from_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingDataError(f"{path}: there is no such settings file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not a TOML file: {error}") from error


def _checked(values: Mapping[str, object]) -> Settings:
    known = {item.name for item in fields(Settings)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise SettingsError(
            f"unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}",
        )
    quotes = values["quotes"]
    if isinstance(quotes, str):
        if quotes.lower() not in {"1", "0", "true", "false", "yes", "no"}:
            raise SettingsError(f"quotes is {quotes!r}: write true or false")
        quotes = quotes.lower() in {"1", "true", "yes"}
    title = values["title"]
    return Settings(
        boundaries=str(values["boundaries"]),
        quotes=bool(quotes),
        title=None if title is None else str(title),
    )
