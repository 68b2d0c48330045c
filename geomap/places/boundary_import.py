"""Turn the features of a boundary file into units: match, repair, join, and say what was done."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from geomap.errors import SettingsError
from geomap.places.boundary_columns import Columns
from geomap.places.boundary_files import RawBoundaries
from geomap.places.boundary_match import FeatureNames, UnitMatch, match_unit
from geomap.places.boundary_store import NamedArea
from geomap.places.geometry_repair import Geometries, clean_coverage, clean_shapes
from geomap.places.names import fold_name
from geomap.places.units import find_units, unit

__all__ = ["Imported", "import_features"]

CRS = "EPSG:4326"
_DIVISIONS = 0.9  # share of names that are divisions, from which the features are divisions
_LEVEL_WORDS = {"admin1": "provinces", "admin2": "districts", "admin3": "tehsils"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The units that came out of a file under one reading of its columns.

    `frame` has the columns of a boundary set's, sorted by p-code; it is empty where too few
    features matched for it to be made. `share` is the share of features that are units, among those
    that are in Pakistan. `problem` says why the reading cannot be right, or is empty.
    """

    columns: Columns
    frame: gpd.GeoDataFrame
    features: int
    matches: Mapping[str, int]
    listed: Mapping[str, list[dict[str, str]]]
    repairs: Mapping[str, float]
    areas: tuple[NamedArea, ...]
    share: float
    date: str
    problem: str

    @property
    def shortfall(self) -> str:
        """How many features are units, in words."""
        what = _LEVEL_WORDS[self.columns.level]
        return f"only {self.share:.0%} of {self.features} features are {what} known to geomap"

    def record(self) -> dict[str, Any]:
        """Return the figures and lists of the set's record."""
        return {
            "count": len(self.frame),
            "features": self.features,
            "matches": dict(self.matches),
            "repairs": dict(self.repairs),
            **self.listed,
        }

    def shapes(self) -> bytes:
        """Return the frame as the bytes of a GeoParquet file."""
        stream = io.BytesIO()
        self.frame.to_parquet(stream, index=False)
        return stream.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feature:
    """What one row says, and the unit that it is (at level admin3, the district it lies in)."""

    row: int
    names: FeatureNames
    match: UnitMatch
    tehsil: str = ""
    tehsil_code: str = ""


def import_features(
    raw: RawBoundaries,
    columns: Columns,
    *,
    match: Mapping[str, str] | None = None,
) -> Imported:
    """Match the features of a frame to units, and repair and join their polygons.

    Parameters
    ----------
    raw
        Features as read. They are not changed.
    columns
        Which of their columns hold what.
    match
        P-codes of names that the file spells in its own way.

    Raises
    ------
    SettingsError
        If a p-code in `match` is none.
    """
    rows = raw.frame
    if columns.rows:
        column, value = columns.rows
        rows = rows[rows[column].astype(str).str.removesuffix(".0") == value]
    features = _features(rows, columns, _given(match or {}))
    matched = [one for one in features if one.match.pcode is not None]
    inside = sum(one.match.how != "left_out" for one in features)
    share = len(matched) / inside if inside else 0.0
    problem = _problem(features, columns)
    units = gpd.GeoDataFrame()
    joined: list[dict[str, str]] = []
    repairs: dict[str, float] = {}
    listed = _lists(features)
    if share >= 0.5 and not problem:  # else the reading is refused, and the work is for nothing
        units, joined, repairs = _units(rows, matched, columns.level)
        kept = set(units["pcode"])
        listed["unmatched"] += [
            _entry(one) | {"reason": "it has no area, or none that is its own"}
            for one in matched
            if _code(one) not in kept
        ]
    return Imported(
        columns=columns,
        frame=units,
        features=len(features),
        matches=dict(sorted(Counter(one.match.how for one in features).items())),
        listed=listed | {"joined": joined},
        repairs=_added(raw.repairs, repairs),
        areas=_areas(units) if columns.level == "admin3" else (),
        share=share,
        date=_date(rows, columns.date),
        problem=problem,
    )


def _added(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in sorted({*one, *other})}


def _given(match: Mapping[str, str]) -> dict[str, str]:
    for name, code in match.items():
        if unit(code) is None:
            raise SettingsError(f"{name!r} is to be {code!r}, which is no p-code of units.csv")
    return {fold_name(name): code for name, code in match.items()}


def _features(
    frame: gpd.GeoDataFrame, columns: Columns, given: Mapping[str, str]
) -> list[_Feature]:
    """Match each row; a similar name gives way to a unit that is there under its own name."""
    texts = {
        part: _texts(frame, (getattr(columns, part),))
        for part in ("code", "province", "province_code", "district", "district_code", "country")
    }
    named = _texts(frame, columns.name)
    level = "admin2" if columns.level == "admin3" else columns.level
    known: dict[FeatureNames, UnitMatch] = {}
    features = []
    for row, name in enumerate(named):
        names = FeatureNames(name=name, **{part: values[row] for part, values in texts.items()})
        asked, tehsil, code = names, "", ""
        if columns.level == "admin3":
            tehsil, code = names.name, names.code
            asked = replace(
                names, name=names.district, code=names.district_code, district="", district_code=""
            )
        if asked not in known:
            known[asked] = _match(asked, level, given)
        features.append(
            _Feature(row=row, names=names, match=known[asked], tehsil=tehsil, tehsil_code=code),
        )
    sure = {one.match.pcode for one in features if one.match.how != "fuzzy"}
    return [_unless_taken(one, sure) for one in features]


def _match(names: FeatureNames, level: str, given: Mapping[str, str]) -> UnitMatch:
    code = given.get(fold_name(names.name))
    return match_unit(names, level=level) if code is None else UnitMatch(pcode=code, how="given")


def _unless_taken(one: _Feature, sure: set[str | None]) -> _Feature:
    if one.match.how != "fuzzy" or one.match.pcode not in sure:
        return one
    reason = one.match.reason.replace("taken for", "the nearest is") + ", which the file has itself"
    return replace(one, match=UnitMatch(pcode=None, how="unmatched", score=0, reason=reason))


def _texts(frame: gpd.GeoDataFrame, columns: tuple[str, ...]) -> list[str]:
    """Return the first filled column of each row as text; empty where none is filled."""
    texts = [""] * len(frame)
    for column in columns:
        if column:
            values = ["" if pd.isna(value) else str(value).strip() for value in frame[column]]
            texts = [old or new for old, new in zip(texts, values, strict=True)]
    return texts


def _problem(features: list[_Feature], columns: Columns) -> str:
    """Say so where the features are divisions, whose names are often those of districts."""
    names = {fold_name(one.names.name) for one in features if one.match.how != "left_out"}
    if (
        columns.level != "admin2"
        or not names
        or columns.code
        or any(one.match.how == "code" for one in features)
    ):
        return ""
    divisions = sum(bool(find_units(name, level="division")) for name in names)
    districts = sum(bool(find_units(name, level="admin2")) for name in names)
    if divisions >= _DIVISIONS * len(names) and divisions > districts:
        return f"its {len(names)} features are divisions; geomap wants provinces or districts"
    return ""


def _units(
    frame: gpd.GeoDataFrame, matched: list[_Feature], level: str
) -> tuple[gpd.GeoDataFrame, list[dict[str, str]], dict[str, float]]:
    """Repair the polygons, join those of one unit, and make the units' borders fit."""
    shapes = np.asarray(frame.geometry.array)[[one.row for one in matched]]
    cleaned = clean_shapes(shapes)
    groups: dict[str, list[int]] = {}
    for number, one in enumerate(matched):
        if cleaned.geometries[number] is not None:
            groups.setdefault(_code(one), []).append(number)
    codes = sorted(groups)
    parts = np.empty(len(codes), dtype=object)
    for row, code in enumerate(codes):
        parts[row] = shapely.union_all(cleaned.geometries[groups[code]])
    fitted = clean_coverage(parts)
    first = [matched[groups[code][0]] for code in codes]
    joined = [
        {"pcode": code, "features": ", ".join(_label(matched[number]) for number in groups[code])}
        for code in codes
        if len(groups[code]) > 1
    ]
    whole = [shape is not None for shape in fitted.geometries]
    units = _frame(codes, first, fitted.geometries, level)[whole].reset_index(drop=True)
    return units, joined, cleaned.counts | fitted.counts


def _code(one: _Feature) -> str:
    """Return the unit's p-code; a tehsil's is the file's, or its district's and its name."""
    assert one.match.pcode is not None
    if not one.tehsil and not one.tehsil_code:
        return one.match.pcode
    if one.tehsil_code.startswith(one.match.pcode):
        return one.tehsil_code
    slug = re.sub(r"[^a-z0-9\u0600-\u06ff]+", "-", fold_name(one.tehsil)).strip("-")
    return f"{one.match.pcode}-{slug}"


def _label(one: _Feature) -> str:
    return one.tehsil or one.names.name or one.names.code


def _frame(
    codes: list[str], first: list[_Feature], shapes: Geometries, level: str
) -> gpd.GeoDataFrame:
    known = [unit(one.match.pcode or "") for one in first]
    columns: dict[str, Any] = {"pcode": codes}
    if level == "admin3":
        columns["name"] = [_readable(one.tehsil) for one in first]
        columns["district"] = [one.match.pcode for one in first]
    else:
        columns["name"] = [
            found.name if found else code for found, code in zip(known, codes, strict=True)
        ]
    columns["province"] = [
        code if level == "admin1" else (found.province if found else "") or ""
        for code, found in zip(codes, known, strict=True)
    ]
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=CRS)


def _readable(name: str) -> str:
    """Return a name without capitals throughout."""
    spaced = " ".join(name.replace("_", " ").split())
    return spaced.title() if spaced.isupper() else spaced


def _areas(units: gpd.GeoDataFrame) -> tuple[NamedArea, ...]:
    """Return the tehsils with a point inside and the distance from it to the farthest corner."""
    if not len(units):
        return ()
    points = shapely.point_on_surface(np.asarray(units.geometry.array))
    geod = pyproj.Geod(ellps="WGS84")
    found = []
    for row, point in zip(units.itertuples(index=False), points, strict=True):
        corners = shapely.get_coordinates(row.geometry)
        count = len(corners)
        _, _, far = geod.inv(
            np.full(count, point.x), np.full(count, point.y), corners[:, 0], corners[:, 1]
        )
        found.append(
            NamedArea(
                pcode=row.pcode,
                name=row.name,
                district=row.district,
                province=row.province,
                lon=round(point.x, 5),
                lat=round(point.y, 5),
                uncertainty_m=int(np.ceil(far.max())),
            ),
        )
    return tuple(found)


def _lists(features: list[_Feature]) -> dict[str, list[dict[str, str]]]:
    """Return what a person should look at: what was not used, and what was taken for what."""
    lists: dict[str, list[dict[str, str]]] = {
        "unmatched": [], "left_out": [], "fuzzy": [], "merged": [],
    }  # fmt: skip
    for one in features:
        match = one.match
        entry = _entry(one)
        if match.how in lists:
            lists[match.how].append(entry | {"reason": match.reason})
        if match.merged is not None and match.pcode is not None:
            heir, former = unit(match.pcode), unit(match.merged)
            names = [found.name if found else "" for found in (former, heir)]
            lists["merged"].append(entry | {"reason": f"{names[0]} is {names[1]} today"})
    return {
        title: sorted(entries, key=lambda entry: (entry["within"], entry["name"]))
        for title, entries in lists.items()
    }


def _entry(one: _Feature) -> dict[str, str]:
    inside = [one.names.district, one.names.province] if one.tehsil else [one.names.province]
    return {"name": _label(one) or "(no name)", "within": ", ".join(filter(None, inside))}


def _date(frame: gpd.GeoDataFrame, column: str) -> str:
    """Return the latest date of a column, as far as it is one: the set's vintage."""
    found = [re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text) for text in _texts(frame, (column,))]
    return max((match[0] for match in found if match), default="")
