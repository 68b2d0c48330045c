"""Settings of a run: defaults, a file, ``GEOMAP_*`` environment variables, then arguments."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from geomap.errors import MissingDataError, SettingsError

__all__ = ["Settings", "check_names", "load_settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may be told.

    `boundaries` names the admin-2 boundary set; None is the one in use. `corrections` are files
    with a person's decisions, such as an edited ``review.csv``; one path may be given for a list
    of one. `lexicons` is a folder with further rows for the word lists; None has none. `ner` is an
    installed spaCy pipeline, by name or path, that may veto or boost place
    names; None asks none. `quotes` says whether the sources' words go into the outputs. `title` is
    that of maps and report; None makes one. `max_file_mb` is the size, in megabytes, above which a
    file that must stand in memory as a whole is refused; JSON lines, CSV and TSV are read line by
    line and know no such limit. A value of the wrong type is a SettingsError.
    """

    boundaries: str | None = None
    corrections: tuple[str, ...] = ()
    lexicons: str | None = None
    ner: str | None = None
    quotes: bool = True
    title: str | None = None
    max_file_mb: int = 50

    def __post_init__(self) -> None:
        if self.boundaries is not None:
            _check(self, "boundaries", str, "the name of a boundary set")
        object.__setattr__(self, "corrections", _paths("corrections", self.corrections))
        if self.lexicons is not None:
            object.__setattr__(self, "lexicons", _path("lexicons", self.lexicons))
        if self.ner is not None:
            object.__setattr__(self, "ner", _path("ner", self.ner))
        _check(self, "quotes", bool, "true or false")
        if self.title is not None:
            _check(self, "title", str, "text")
        _check(self, "max_file_mb", int, "a whole number of megabytes, 1 or more")


_WORDS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


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
        Where ``GEOMAP_*`` variables are looked up; None is the process environment. An empty
        variable counts as not given.
    **arguments
        Fields given directly; None means not given.

    Raises
    ------
    MissingDataError
        If the file does not exist.
    SettingsError
        If a field is unknown or has a value that is not allowed.

    Examples
    --------
    >>> load_settings(environment={"GEOMAP_QUOTES": "no"}, title="May").quotes
    False
    """
    values = _from_file(Path(file)) if file is not None else {}
    values |= _from_environment(os.environ if environment is None else environment)
    values |= {name: value for name, value in arguments.items() if value is not None}
    check_names(values)
    return Settings(**values)  # type: ignore[arg-type] # Settings checks each type itself


def check_names(values: Iterable[str]) -> None:
    """Raise a SettingsError where a name is no field of `Settings`."""
    known = _names()
    for name in sorted(set(values) - set(known)):
        raise SettingsError(f"unknown setting {name!r}; known are {', '.join(known)}")


def _names() -> list[str]:
    return sorted(item.name for item in fields(Settings))


def _from_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise MissingDataError(f"{path}: there is no such settings file") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not a TOML file: {error}") from error


def _from_environment(variables: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in _names():
        given = variables.get(f"GEOMAP_{name.upper()}", "")
        if given:
            values[name] = _from_words(name, given)
    return values


def _from_words(name: str, given: str) -> object:
    """Return what the words of a variable mean; what they cannot mean stays as it is."""
    if name == "quotes":
        return _WORDS.get(given.lower(), given)
    if name == "max_file_mb" and given.isdecimal() and len(given) < _DIGITS:
        return int(given)
    return given


_DIGITS = 10


def _check(settings: Settings, name: str, kind: type, wanted: str) -> None:
    value = getattr(settings, name)
    fits = type(value) is int and value > 0 if kind is int else isinstance(value, kind)
    if not fits:
        raise SettingsError(f"{name} is {value!r}; it must be {wanted}")


def _path(name: str, value: object) -> str:
    if isinstance(value, (str, Path)):
        return str(value)
    raise SettingsError(f"{name} is {value!r}; it must be a name or a path")


def _paths(name: str, value: object) -> tuple[str, ...]:
    """Return one path, or several, as a tuple of texts."""
    several = [value] if isinstance(value, (str, Path)) else value
    if isinstance(several, (list, tuple)) and all(isinstance(one, (str, Path)) for one in several):
        return tuple(str(one) for one in several)
    raise SettingsError(f"{name} is {value!r}; it must be the path of a file, or a list of paths")
