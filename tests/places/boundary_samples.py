"""Small boundary files of invented squares with the names of real districts."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from geomap.places import boundary_store


@pytest.fixture
def user_folder(tmp_path, monkeypatch):
    """Give the user an empty data folder of their own."""
    folder = tmp_path / "user"
    monkeypatch.setattr(boundary_store, "user_data_dir", lambda: folder)
    return folder


def square(column, row, size=1.0):
    """Return a square of half a degree in Balochistan."""
    west, south = 64 + column / 2, 27 + row / 2
    return shapely.box(west, south, west + size / 2, south + size / 2)


def frame(columns, shapes=None, crs="EPSG:4326"):
    """Return features in a row of squares, with the attribute columns given."""
    count = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(
        columns,
        geometry=shapes or [square(number, 0) for number in range(count)],
        crs=crs,
    )


DISTRICTS = {
    "district": ["Kech", "Panjgur", "Awaran"],
    "province": ["Balochistan", "Balochistan", "Balochistan"],
}
CODES = ["PK201", "PK211", "PK224"]
