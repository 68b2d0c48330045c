"""Areas against the census."""

import pytest
import shapely

from geomap.errors import SettingsError
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.boundary_check import census_areas, check_areas
from geomap.places.units import unit
from tests.places.boundary_samples import frame


def test_a_cut_off_district_is_counted_once():
    whole = census_areas({"PK217"})["PK217"]
    parts = census_areas({"PK217", "PK2-hub"})
    assert whole == unit("PK217").area_km2
    assert parts["PK217"] + parts["PK2-hub"] == whole
    assert parts["PK2-hub"] == unit("PK2-hub").area_km2


def test_districts_of_a_former_one_add_up():
    chitral = census_areas({"PK5-chitral"})["PK5-chitral"]
    assert chitral == unit("PK507").area_km2 + unit("PK508").area_km2


def units(shapes):
    data = frame(
        {"pcode": ["PK215", "PK231"], "name": ["a", "b"], "province": ["PK2", "PK2"]}, shapes
    )
    return BoundarySet(
        name="two", level="admin2", title="", vintage="2023", approximate=False,
        attribution="", licence="", frame=data,
    )  # fmt: skip


def test_a_line_drawn_elsewhere_is_told_from_missing_ground():
    # Killa Saifullah has 6,831 km², Zhob with Sherani 20,297; a degree by two of latitude
    # is about 21,200 km², and the line between them stands in the wrong place.
    low, line, high = 67.0, 67.6, 68.28
    drawn = units([shapely.box(low, 30, line, 32), shapely.box(line, 30, high, 32)])
    checks = check_areas(drawn)
    assert [check.is_far for check in checks] == [True, True]
    assert checks[0].together == ("Zhob",)
    alone = check_areas(units([shapely.box(low, 30, line, 32), shapely.box(72, 30, 72.2, 30.2)]))
    assert alone[0].is_far
    assert alone[0].together == ()


def test_units_without_a_figure_have_no_ratio():
    checks = check_areas(load_boundaries("embedded-admin2"))
    mirpur = next(check for check in checks if check.pcode == "PK106")
    assert (mirpur.census_km2, mirpur.ratio, mirpur.is_far) == (None, None, False)
    assert mirpur.area_km2 > 0


def test_provinces_are_refused():
    with pytest.raises(SettingsError, match="areas want admin2"):
        check_areas(load_boundaries("embedded-admin1"))
