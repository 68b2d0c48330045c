"""Where the rows of a table are: coordinates, admin names and place text become one answer each.

Rows with coordinates are joined to the admin units; rows with place text alone are looked up in
the gazetteer, within the admin units that the row names; rows with admin names alone stand for
that unit. No row becomes a point that it is not: a precision coarser than NEAR leaves the
coordinates that came with it in ``source_lon`` and ``source_lat``.

The unit that a row names counts before the polygon that its point falls in where the boundary set
is approximate, and behind it where it is exact; where the two differ, a note says so.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.join import join_units
from geomap.places.units import unit
from geomap.records import Precision
from geomap.table_lookup import (
    Answer,
    Named,
    country_code,
    country_name,
    look_up,
    named_units,
)
from geomap.table_spots import Located, Notes, Spots

__all__ = ["locate"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

_NONE = -1
_RANK = {level: rank for rank, level in enumerate(Precision)}
_BOX = (60.0, 78.5, 23.0, 37.5)  # west, east, south, north of Pakistan, degrees


def locate(spots: Spots, *, boundaries: BoundarySet | None = None, notes: Notes) -> Located:
    """Say where each row is; what is worth knowing goes to `notes`."""
    units = boundaries or load_boundaries()
    size = len(spots.lon)
    country = _countries(spots.country, notes)
    named1, named2 = _named_units(spots, country, notes)
    lon, lat = _usable(spots, notes)
    lon, lat, joined1, joined2 = _joined(
        lon, lat, country, units, Notes(size) if spots.kept else notes
    )
    has_point = np.isfinite(lon)
    rank = _ranks(spots, has_point, named1, named2, joined2)
    found = Located(
        rank=rank,
        lon=lon.copy(),
        lat=lat.copy(),
        uncertainty_m=np.full(size, np.nan),
        source_lon=np.full(size, np.nan),
        source_lat=np.full(size, np.nan),
        country=country,
        admin1_pcode=named1.copy(),
        admin2_pcode=named2.copy(),
        place=spots.place.copy(),
        how=np.full(size, "nothing", dtype=object),
        score=np.where(has_point, 100.0, 0.0),
        abroad=np.full(size, None, dtype=object),
    )
    found.how[has_point] = "coordinates"
    _by_units(found, ~has_point, spots)
    _by_text(found, spots, ~has_point, notes)
    _settle_units(found, spots, (joined1, joined2), units, notes)
    _name_places(found, spots)
    area = found.rank > _RANK[Precision.NEAR]
    found.source_lon[area], found.source_lat[area] = lon[area], lat[area]
    found.lon[area], found.lat[area] = np.nan, np.nan
    return found


def _usable(spots: Spots, notes: Notes) -> tuple[Floats, Floats]:
    """Return coordinates without zeros and without what is no longitude or latitude."""
    lon, lat = spots.lon.copy(), spots.lat.copy()
    zero = (lon == 0) & (lat == 0)
    half = np.isfinite(lon) != np.isfinite(lat)
    outside = (abs(lon) > 180) | ((abs(lat) > 90) & ~(abs(lon) <= 90)) | (abs(lat) > 180)
    notes.add(zero, "coordinates 0, 0 are not used")
    notes.add(half, "a longitude or latitude alone is not used")
    notes.add(outside, lambda row: f"coordinates {lon[row]:g}, {lat[row]:g} lie nowhere on Earth")
    drop = zero | half | outside
    lon[drop], lat[drop] = np.nan, np.nan
    return lon, lat


def _joined(
    lon: Floats, lat: Floats, country: Objects, units: BoundarySet, notes: Notes
) -> tuple[Floats, Floats, Objects, Objects]:
    """Join the points; turn those that lie in Pakistan only with lon and lat exchanged."""
    admin1, admin2 = _join(lon, lat, units)
    here = np.array([one is None or one == "PK" for one in country], dtype=bool)
    west, east, south, north = _BOX
    turned = (lat >= west) & (lat <= east) & (lon >= south) & (lon <= north) & here
    if turned.any():
        codes1, codes2 = _join(np.where(turned, lat, np.nan), np.where(turned, lon, np.nan), units)
        turned &= np.array([one is not None for one in codes1], dtype=bool)
        lon, lat = np.where(turned, lat, lon), np.where(turned, lon, lat)
        admin1, admin2 = np.where(turned, codes1, admin1), np.where(turned, codes2, admin2)
        notes.add(turned, "longitude and latitude were exchanged in the source")
    beyond = abs(lat) > 90
    lon, lat = np.where(beyond, np.nan, lon), np.where(beyond, np.nan, lat)
    inside = np.array([one is not None for one in admin1], dtype=bool)
    country[inside & _is_none(country)] = "PK"
    foreign = inside & ~here
    admin1[foreign] = None
    admin2[foreign] = None
    pakistani = np.array([one == "PK" for one in country], dtype=bool)
    notes.add(
        np.isfinite(lon) & ~inside & pakistani,
        "the point lies outside all units of the boundary set",
    )
    return lon, lat, admin1, admin2


def _join(lon: Floats, lat: Floats, units: BoundarySet) -> tuple[Objects, Objects]:
    joined = join_units(pd.DataFrame({"lon": lon, "lat": lat}), boundaries=units)
    first, second = (
        joined[name].to_numpy(object, copy=True) for name in ("admin1_pcode", "admin2_pcode")
    )
    return first, second


def _ranks(
    spots: Spots, has_point: Flags, named1: Objects, named2: Objects, joined2: Objects
) -> npt.NDArray[np.int64]:
    """Return the precision of rows with coordinates: the one given, else an honest one."""
    rank = spots.rank.copy()
    unknown = (rank == _NONE) & has_point
    if not spots.coded:
        rank[unknown] = _RANK[spots.default]
        for level, rows in _called_areas(spots.place, unknown).items():
            rank[rows] = np.maximum(rank[rows], _RANK[level])
        return rank
    rank[unknown] = _RANK[Precision.UNKNOWN]
    rank[unknown & ~_is_none(spots.country)] = _RANK[Precision.COUNTRY]
    rank[unknown & ~_is_none(named1)] = _RANK[Precision.PROVINCE]
    rank[unknown & ~(_is_none(named2) & _is_none(joined2))] = _RANK[Precision.DISTRICT]
    return rank


def _called_areas(place: Objects, rows: Flags) -> dict[Precision, Flags]:
    """Return the rows whose place text calls itself an area ("Kech district")."""
    codes, texts = pd.factorize(place)
    levels = [_called(str(text)) for text in texts]
    levels.append(None)
    return {
        level: rows & np.array([one is level for one in levels], dtype=bool)[codes]
        for level in {one for one in levels if one is not None}
    }


def _called(text: str) -> Precision | None:
    match = _AREA_WORD.search(text)
    word = match[1].lower() if match else ""
    return _AREA_WORDS.get("district" if word == "agency" else word)


_AREA_WORD = re.compile(r"\b(tehsil|taluka|district|agency|division|province)\s*$", re.IGNORECASE)
_AREA_WORDS = {
    "tehsil": Precision.TEHSIL,
    "taluka": Precision.TEHSIL,
    "district": Precision.DISTRICT,
    "division": Precision.DIVISION,
    "province": Precision.PROVINCE,
}


def _by_units(found: Located, rows: Flags, spots: Spots) -> None:
    """Place rows without coordinates in the finest unit that they name."""
    given = found.rank.copy()
    level = np.full(len(rows), _RANK[Precision.UNKNOWN])
    for codes, one in (
        (found.country, Precision.COUNTRY),
        (found.admin1_pcode, Precision.PROVINCE),
        (found.admin2_pcode, Precision.DISTRICT),
    ):
        level[rows & ~_is_none(codes)] = _RANK[one]
    tehsil = rows & ~_is_none(found.admin2_pcode) & ~_is_none(spots.admin3)
    level[tehsil] = _RANK[Precision.TEHSIL]
    is_area = (given > _RANK[Precision.NEAR]) | (spots.kept & (given >= 0))
    found.rank[rows] = np.where(is_area, given, np.maximum(given, level))[rows]
    found.how[rows & (level < _RANK[Precision.COUNTRY])] = "units"
    found.how[rows & (level == _RANK[Precision.COUNTRY])] = "country"


def _by_text(found: Located, spots: Spots, rows: Flags, notes: Notes) -> None:
    """Look up the place text of rows without coordinates, each distinct question once."""
    if spots.kept:
        return
    rows = rows & ~(spots.scaled & (spots.rank == _NONE))
    (asked,) = np.nonzero(rows & ~_is_none(spots.place))
    if not len(asked):
        return
    columns = (spots.place, found.admin2_pcode, found.admin1_pcode, found.country)
    questions = zip(*(column[asked].tolist() for column in columns), strict=True)
    for row, question in zip(asked.tolist(), questions, strict=True):
        answer = look_up(*question)
        if answer.note:
            notes.add_one(row, answer.note)
        if answer.place is not None:
            _take(found, row, answer, given=int(spots.rank[row]))


def _take(found: Located, row: int, answer: Answer, *, given: int) -> None:
    place = answer.place
    assert place is not None
    found.rank[row] = max(given, place.precision.rank)
    found.lon[row] = np.nan if place.lon is None else place.lon
    found.lat[row] = np.nan if place.lat is None else place.lat
    found.uncertainty_m[row] = np.nan if place.uncertainty_m is None else place.uncertainty_m
    found.country[row] = place.country
    found.admin1_pcode[row] = place.admin1_pcode or found.admin1_pcode[row]
    found.admin2_pcode[row] = place.admin2_pcode or (
        found.admin2_pcode[row] if place.precision.rank <= _RANK[Precision.DISTRICT] else None
    )
    found.abroad[row] = None if place.country == "PK" else place.admin1
    found.how[row], found.score[row] = f"gazetteer, {answer.how}", answer.score


def _settle_units(
    found: Located, spots: Spots, joined: tuple[Objects, Objects], units: BoundarySet, notes: Notes
) -> None:
    """Choose between the units that a row names and those that its point lies in."""
    at_point = found.how == "coordinates"
    fine = at_point & (found.rank <= _RANK[Precision.DISTRICT])
    fine &= found.rank != _RANK[Precision.LINE]
    named, inside = found.admin2_pcode, joined[1]
    both = fine & ~_is_none(named) & ~_is_none(inside)
    differ = both & np.array([a != b for a, b in zip(named, inside, strict=True)], dtype=bool)
    differ &= found.rank <= _RANK[Precision.NEAR]
    if not spots.kept:
        notes.add(
            differ,
            lambda row: (
                f"the point lies in {_unit_name(inside[row])} by {units.label}, "
                f"the table says {_unit_name(named[row])}"
            ),
        )
    exact = not units.approximate and not spots.kept
    use = fine & ~_is_none(inside) & (_is_none(named) | (exact & (found.rank <= 2)))
    found.admin2_pcode[use] = inside[use]
    lacking = at_point & _is_none(found.admin1_pcode) & (found.rank != _RANK[Precision.LINE])
    found.admin1_pcode[lacking] = joined[0][lacking]
    if not spots.kept:
        found.admin2_pcode[found.rank > _RANK[Precision.DISTRICT]] = None
        found.admin1_pcode[found.rank > _RANK[Precision.PROVINCE]] = None
    (settled,) = np.nonzero(~_is_none(found.admin2_pcode))
    provinces = {code: _province(code) for code in set(found.admin2_pcode[settled].tolist())}
    for row in settled.tolist():
        found.admin1_pcode[row] = provinces[found.admin2_pcode[row]] or found.admin1_pcode[row]


def _name_places(found: Located, spots: Spots) -> None:
    """Name the units, and an area without a name of its own after its unit."""
    for name, codes, given in (
        ("admin1", found.admin1_pcode, spots.admin1),
        ("admin2", found.admin2_pcode, spots.admin2),
    ):
        numbers, distinct = pd.factorize(codes)
        titles = np.array([*(_unit_name(code) for code in distinct), None], dtype=object)
        found.names[name] = titles[numbers]
        abroad = ~_is_none(found.country) & (found.country != "PK") & _is_none(codes)
        found.names[name][abroad] = given[abroad]
    elsewhere = _is_none(found.names["admin1"])
    found.names["admin1"][elsewhere] = found.abroad[elsewhere]
    if spots.kept:
        return
    nameless = _is_none(found.place)
    for level, names in ((Precision.DISTRICT, "admin2"), (Precision.PROVINCE, "admin1")):
        rows = nameless & (found.rank == _RANK[level])
        found.place[rows] = found.names[names][rows]
    rows = nameless & (found.rank == _RANK[Precision.TEHSIL])
    found.place[rows] = spots.admin3[rows]
    rows = nameless & (found.rank == _RANK[Precision.COUNTRY]) & ~_is_none(found.country)
    found.place[rows] = [country_name(code) for code in found.country[rows]]


@cache
def _unit_name(code: str) -> str:
    found = unit(code)
    return found.name if found is not None else code


def _province(code: str) -> str | None:
    found = unit(code)
    return found.province if found is not None else None


def _countries(texts: Objects, notes: Notes) -> Objects:
    """Return alpha-2 codes, None where there is none."""
    numbers, distinct = pd.factorize(texts)
    codes = [country_code(text) for text in distinct]
    found = np.array([*codes, None], dtype=object)[numbers]
    if None in codes:
        unknown = ~_is_none(texts) & _is_none(found)
        notes.add(unknown, lambda row: f"country {texts[row]!r} is not known")
    return found


def _named_units(spots: Spots, country: Objects, notes: Notes) -> tuple[Objects, Objects]:
    """Return the p-codes of the units that rows in Pakistan name, each combination once."""
    here = np.array([one is None or one == "PK" for one in country], dtype=bool)
    columns = [spots.admin1, spots.admin2, spots.admin1_pcode, spots.admin2_pcode]
    combined = np.zeros(len(here), dtype=np.int64)
    for column in columns:
        numbers, distinct = pd.factorize(pd.Series(column, dtype=object).where(here))
        combined = combined * (len(distinct) + 1) + numbers + 1
        combined = pd.factorize(combined)[0].astype(np.int64)
    _, first, inverse = np.unique(combined, return_index=True, return_inverse=True)
    answers = [
        named_units(*(column[row] for column in columns)) if here[row] else Named()
        for row in first.tolist()
    ]
    for number, answer in enumerate(answers):
        if answer.note:
            notes.add(inverse == number, answer.note)
    codes1 = np.array([*(one.admin1 for one in answers), None], dtype=object)[inverse]
    codes2 = np.array([*(one.admin2 for one in answers), None], dtype=object)[inverse]
    return codes1, codes2


def _is_none(values: Objects) -> Flags:
    return np.asarray(pd.isna(values), dtype=bool)
