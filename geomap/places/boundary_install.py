"""Install boundary sets from files, and choose which of them to use.

A file is read, its features are told apart by code and name (`boundary_match`), their polygons are
repaired (`geometry_repair`), and the result goes to the user's data folder with a record of what
it is and what was done to it. Nothing is guessed silently: what did not match is listed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import LEVELS, boundary_record, default_boundaries
from geomap.places.boundary_columns import Columns
from geomap.places.boundary_download import DOWNLOADS, download
from geomap.places.boundary_files import (
    Layer,
    RawBoundaries,
    file_hash,
    licence_inside,
    list_layers,
    read_layer,
)
from geomap.places.boundary_import import Imported, import_features
from geomap.places.boundary_store import (
    check_name,
    default_name,
    delete_set,
    installed_records,
    set_default,
    set_download_hash,
    store_set,
)

__all__ = [
    "InstallOptions",
    "in_use",
    "install_boundaries",
    "remove_boundaries",
    "use_boundaries",
]

NOTE = "Boundaries are indicative and imply no opinion on the status of any territory."
_ENOUGH = 0.5  # share of the features that must be units
_PREFERRED = ("admin2", "admin3", "admin1", "")  # of several layers
_KNOWN = {
    "COD": ("CC BY 3.0 IGO", "OCHA and WFP (COD-AB)"),
    "OSM": ("ODbL 1.0", "© OpenStreetMap contributors"),
    "geoBoundaries": ("not stated", "geoBoundaries"),
    "GADM": ("GADM licence (no commercial use)", "GADM"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallOptions:
    """What an import may be told besides its name, columns and licence; None finds it out.

    `level` is ``admin1``, ``admin2`` or ``admin3``; `layer` names one of several layers; `crs` is
    the CRS of the coordinates, where the file names none or a wrong one. `match` gives p-codes to
    names that the file spells in its own way (at level admin3, names of districts). `replace`
    allows a set of the same name to be overwritten.
    """

    level: str | None = None
    layer: str | None = None
    crs: str | None = None
    title: str | None = None
    attribution: str | None = None
    vintage: str | None = None
    province_column: str | None = None
    district_column: str | None = None
    match: Mapping[str, str] = field(default_factory=dict)
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """All that the caller has said of one file."""

    name: str
    columns: dict[str, str]
    licence: str | None
    more: InstallOptions
    url: str = ""


def install_boundaries(
    source: str | Path,
    *,
    name: str | None = None,
    name_column: str | None = None,
    code_column: str | None = None,
    licence: str | None = None,
    more: InstallOptions | None = None,
) -> dict[str, Any]:
    """Install a boundary set from a file, or from a source known by name.

    Parameters
    ----------
    source
        A GeoJSON, TopoJSON, GeoPackage or GeoParquet file, a zipped shapefile, or ``"cod-ab"`` or
        ``"geoboundaries"`` to download.
    name
        What to call the set; None makes a name from the file's.
    name_column, code_column
        Columns with the units' names and codes; None finds them.
    licence
        The publisher's licence; None takes what the file says, or ``"not stated"``.
    more
        Rarer options; None leaves all of them to be found out.

    Returns
    -------
    dict
        The record that was stored: ``name``, ``level``, ``title``, ``licence``, ``attribution``,
        ``vintage``, ``sha256`` (of the source file), ``count`` (units), ``features``, ``matches``
        (how many by code, exact, alias ...), ``fuzzy``, ``merged``, ``joined``, ``unmatched``,
        ``left_out`` (each a list of records with reasons) and ``repairs`` (counts).

    Raises
    ------
    SettingsError
        If the name, level or a p-code given is not allowed, or the set exists.
    MissingDataError
        If there is no such file.
    SchemaError
        If the CRS is not known, a column is not there, or most features are no units.
    DataError
        If the file cannot be read or downloaded.
    """
    options = more or InstallOptions()
    if options.level is not None and options.level not in LEVELS:
        raise SettingsError(f"level is {options.level!r}; allowed are {', '.join(LEVELS)}")
    named = str(source) in DOWNLOADS and not Path(source).exists()
    chosen = name or (str(source) if named else _slug(Path(source)))
    check_name(chosen)
    if chosen in installed_records() and not options.replace:
        raise SettingsError(
            f"a boundary set {chosen!r} is installed already; remove it, replace it, or give "
            "this one another name",
        )
    given = {
        "name": name_column,
        "code": code_column,
        "province": options.province_column,
        "district": options.district_column,
    }
    columns = {key: column for key, column in given.items() if column is not None}
    told = _Told(name=chosen, columns=columns, licence=licence, more=options)
    if named:
        return _install_download(str(source), told)
    return _install_file(Path(source), told)


def use_boundaries(name: str, *, level: str | None = None) -> str:
    """Make a set the one that is taken when none is named.

    Parameters
    ----------
    name
        An installed or embedded set.
    level
        The level that it is to serve; a finer set has its units joined. None is its own level.

    Returns
    -------
    str
        The level that the set now serves.

    Raises
    ------
    SettingsError
        If there is no such set, or it is coarser than the level.
    """
    own = boundary_record(name)["level"]
    wanted = level or own
    if wanted not in LEVELS or LEVELS.index(wanted) > LEVELS.index(own):
        raise SettingsError(f"{name} is a set of level {own}; it cannot serve as {wanted}")
    set_default(wanted, None if name == f"embedded-{wanted}" else name)
    return str(wanted)


def in_use() -> dict[str, str]:
    """Return the set that serves each level; admin3 only where one has been chosen.

    Examples
    --------
    >>> sorted(in_use())[:2]
    ['admin1', 'admin2']
    """
    levels = [level for level in LEVELS if level != "admin3" or default_name(level)]
    return {level: default_boundaries(level) for level in levels}


def remove_boundaries(name: str) -> None:
    """Delete an installed set; where it was in use, the embedded one is again.

    Raises
    ------
    SettingsError
        If no such set is installed.
    """
    installed = installed_records()
    if name not in installed:
        known = ", ".join(installed) or "none"
        raise SettingsError(f"no installed boundary set {name!r}; installed: {known}")
    for level in LEVELS:
        if default_name(level) == name:
            set_default(level, None)
    url = installed[name].get("source_url")
    if url:
        set_download_hash(url, None)
    delete_set(name)


def _slug(path: Path) -> str:
    stem = path.name.split(".")[0].casefold()
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:60] or "boundaries"


def _install_download(source: str, told: _Told) -> dict[str, Any]:
    """Install the first file on offer that holds what is wanted."""
    refused: SchemaError | None = None
    with tempfile.TemporaryDirectory() as folder:
        for number, fetch in enumerate(download(source, Path(folder))):
            found = fetch()
            path = found.path.rename(Path(folder) / f"{number}-{found.path.name}")
            more = replace(
                told.more,
                title=told.more.title or found.title,
                attribution=told.more.attribution or found.attribution,
                vintage=told.more.vintage or found.vintage or None,
            )
            licence = told.licence or found.licence
            try:
                return _install_file(path, replace(told, licence=licence, more=more, url=found.url))
            except SchemaError as error:
                refused = error
    assert refused is not None  # `download` yields at least one
    raise refused


def _install_file(path: Path, told: _Told) -> dict[str, Any]:
    layer, raw, found = _best_reading(path, told)
    record = _record(path, layer, raw, found) | _described(path, found, told)
    store_set(told.name, shapes=found.shapes(), record=record, areas=found.areas)
    return {"name": told.name} | record


def _best_reading(path: Path, told: _Told) -> tuple[Layer, RawBoundaries, Imported]:
    """Try the readings of the file's layers until most features are units."""
    layers = _chosen_layers(list_layers(path), path, told.more)
    read: dict[tuple[str, str], RawBoundaries] = {}
    refused = ""
    for layer, columns in _readings(layers, path, told):
        key = (layer.path, layer.name)
        if key not in read:
            read[key] = read_layer(layer, source=path.name, crs=told.more.crs)
        found = import_features(read[key], columns, match=told.more.match)
        if found.share >= _ENOUGH and not found.problem:
            return layer, read[key], found
        refused = refused or found.problem or found.shortfall
    if not read:  # the file itself may be at fault, which reading it tells
        for layer in layers:
            read_layer(layer, source=path.name, crs=told.more.crs)
    present = ", ".join(dict.fromkeys(column for layer in layers for column in layer.columns))
    raise SchemaError(
        f"{path.name}: {refused or 'no column is known to hold names of units'}; give the column "
        f"of the names (--name-column) and the level (--level). Its columns are: {present or '-'}",
    )


def _chosen_layers(layers: list[Layer], path: Path, more: InstallOptions) -> list[Layer]:
    if more.layer is None:
        return layers
    chosen = [layer for layer in layers if more.layer in {layer.name, Path(layer.path).name}]
    if not chosen:
        names = ", ".join(layer.name for layer in layers)
        raise SettingsError(f"{path.name} has no layer {more.layer!r} of polygons; it has {names}")
    return chosen


def _readings(layers: list[Layer], path: Path, told: _Told) -> list[tuple[Layer, Columns]]:
    """Return the readings to try: districts first where there are several layers."""
    pairs = [(layer, columns) for layer in layers for columns in _columns(layer, path, told)]
    if told.more.level is not None:
        return [(layer, columns) for layer, columns in pairs if columns.level == told.more.level]
    if len(layers) > 1:
        pairs.sort(key=lambda pair: _PREFERRED.index(pair[1].level))
    return pairs


def _columns(layer: Layer, path: Path, told: _Told) -> list[Columns]:
    """Return the readings of a layer's columns, with those that the caller gave put in."""
    for column in told.columns.values():
        if column not in layer.columns:
            present = ", ".join(layer.columns) or "none"
            raise SchemaError(f"{path.name} has no column {column!r}; it has {present}")
    given: dict[str, Any] = dict(told.columns)
    if "name" in given:
        given["name"] = (given["name"],)
    if not given:
        return list(layer.choices)
    if "name" not in given:
        return [replace(choice, **given) for choice in layer.choices]
    levels = (told.more.level,) if told.more.level else ("admin2", "admin1")
    if "district" in given and not told.more.level:
        levels = ("admin3",)
    parents = next(iter(layer.choices), None)
    known = {"province": parents.province, "country": parents.country} if parents else {}
    return [Columns(profile="given", level=level, **(known | given)) for level in levels]


def _record(path: Path, layer: Layer, raw: RawBoundaries, found: Imported) -> dict[str, Any]:
    """Return what was read and what was done to it."""
    columns = found.columns
    return {
        "file": path.name,
        "sha256": file_hash(path),
        "format": layer.format,
        "layer": layer.name,
        "profile": columns.profile,
        "name_column": ", ".join(columns.name),
        "code_column": columns.code,
        "level": columns.level,
        "crs_from": raw.crs_from,
        "reading_notes": list(raw.notes),
        "approximate": False,
        "accuracy": None,
        **found.record(),
    }


def _described(path: Path, found: Imported, told: _Told) -> dict[str, Any]:
    """Return what the set is: the caller's words, else the file's, else what its columns tell."""
    known_licence, known_attribution = _KNOWN.get(found.columns.profile, ("not stated", ""))
    inside = "" if told.licence else licence_inside(path)
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.sub(r"[a-z]+", " ", path.stem.casefold()))
    title = told.more.title or re.sub(r"[_-]+", " ", path.stem)
    basis = "given" if told.licence else "file" if inside else "columns"
    return {
        "title": title,
        "licence": told.licence or inside or known_licence,
        "licence_basis": basis if (told.licence or inside or known_attribution) else "none",
        "attribution": told.more.attribution or known_attribution or title,
        "vintage": told.more.vintage or found.date or (year[0] if year else "unknown"),
        "note": NOTE,
        "source_url": told.url,
    }
