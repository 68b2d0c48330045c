"""Tables out: ACLED, UCDP GED and HXL shapes, and what comes back."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import SchemaError, SettingsError
from geomap.maps.basemap import load_basemap
from geomap.maps.layers import incident_layer
from geomap.maps.naming import load_naming
from geomap.records import INCIDENT_COLUMNS, Precision
from geomap.summary import summarize
from geomap.table_exports import acled_table, hxl_table, ucdp_table, write_shape
from geomap.table_files import READ_COLUMNS, read_incidents, read_table
from geomap.table_profiles import ACLED_COLUMNS, CODES, UCDP_COLUMNS, code_of, precision_of
from geomap.tables import incident_table, write_csv, write_geojson, write_json_lines, write_parquet
from tests.maps.unpacked import Table
from tests.table_data import CASES


@pytest.fixture(scope="module")
def incidents(tmp_path_factory):
    """Return incidents of every precision that UCDP knows."""
    return read_table(CASES["ucdp"](tmp_path_factory.mktemp("tables")).path).incidents


def through(frame, shape, folder):
    path = folder / f"{shape}.csv"
    write_shape(frame, path, shape=shape)
    return read_incidents(path)


def same(left, right, *names):
    for name in names:
        a, b = (one[name].reset_index(drop=True) for one in (left, right))
        pd.testing.assert_series_equal(a, b, check_names=False)


def coarsened(frame, scale):
    """Return the precisions as a scale of codes gives them back."""
    words = [precision_of(scale, code_of(scale, Precision(one))) for one in frame["precision"]]
    return [word.value if word else None for word in words]


@pytest.mark.parametrize("scale", sorted(CODES))
@pytest.mark.parametrize("level", list(Precision))
def test_a_code_never_reads_back_finer(scale, level):
    code = code_of(scale, level)
    if code is None:
        return
    back = precision_of(scale, code)
    assert back.rank >= level.rank
    assert code_of(scale, back) == code


def test_acled_and_back(incidents, tmp_path):
    assert list(acled_table(incidents).columns) == list(ACLED_COLUMNS)
    back = through(incidents, "acled", tmp_path)
    same(incidents, back, "incident_id", "event_type", "place_name", "fatalities_best", "country",
         "actor", "target")  # fmt: skip
    wanted = [word or "country" for word in coarsened(incidents, "acled")]
    assert back["precision"].tolist() == wanted
    day = incidents["date_precision"] == "day"
    same(incidents[day], back[day], "date_start", "date_end", "date_precision")
    month = incidents["date_precision"] == "month"
    assert (back.loc[month, "date_start"].dt.month == incidents.loc[month, "date_start"].dt.month
            ).mean() > 0.9  # fmt: skip
    kept = back["precision"] == "settlement"
    same(incidents[kept], back[kept], "lon", "lat", "admin1_pcode", "admin2_pcode")
    area = incidents["precision"].isin(["district", "province"]) & incidents["source_lon"].notna()
    same(incidents[area], back[area], "source_lon", "source_lat", "admin1_pcode", "admin2_pcode")


def test_ucdp_and_back(incidents, tmp_path):
    assert list(ucdp_table(incidents).columns) == list(UCDP_COLUMNS)
    back = through(incidents, "ucdp", tmp_path)
    same(incidents, back, "incident_id", "place_name", "fatalities_low", "fatalities_best",
         "fatalities_high", "fatalities_civilians", "fatalities_unknown", "country", "date_start",
         "date_end", "precision", "lon", "lat", "admin1_pcode", "admin2_pcode",
         "event_type")  # fmt: skip


def test_hxl_and_back(incidents, tmp_path):
    table = hxl_table(incidents)
    assert table.iloc[0].str.startswith("#").all()
    back = through(incidents, "hxl", tmp_path)
    same(incidents, back, "incident_id", "event_type", "place_name", "precision", "lon", "lat",
         "fatalities_best", "fatalities_low", "country", "admin1_pcode", "admin2_pcode",
         "date_start", "date_end", "date_precision", "actor", "target")  # fmt: skip


def test_areas_without_coordinates_get_their_label_point():
    frame = read_incidents(pd.DataFrame({"district": ["Kech"], "province": ["Balochistan"]}))
    row = acled_table(frame).iloc[0]
    assert row["geo_precision"] == 2
    assert 62 < row["longitude"] < 64
    assert frame.geometry.isna().all()


def test_operations_are_not_exported(incidents):
    some = incidents.head(3).copy()
    some["kind"] = ["incident", "operation", "statistic"]
    assert len(acled_table(some)) == len(ucdp_table(some)) == 1
    assert len(hxl_table(some)) == 2


def test_no_cell_runs_as_a_formula(incidents, tmp_path):
    some = incidents.head(1).copy()
    some["place_name"] = "=1+1"
    some["actor"] = "@SUM(A1)"
    for shape in ("acled", "ucdp", "hxl"):
        write_shape(some, tmp_path / "a.csv", shape=shape)
        text = (tmp_path / "a.csv").read_text(encoding="utf-8")
        assert "'=1+1" in text
        assert ",@SUM" not in text
    with pytest.raises(SettingsError, match="acled, hxl, ucdp"):
        write_shape(some, tmp_path / "a.csv", shape="gtd")
    with pytest.raises(SchemaError, match="kind"):
        acled_table(some.drop(columns="kind"))


def test_our_own_table_comes_back_whole(incidents, tmp_path):
    frame = incidents.copy()
    frame.loc[frame.index[0], "place_name"] = "=Quetta"
    frame.loc[frame.index[5], "country"] = "NA"
    source = {"article_id": "a", "title": "T", "source": None, "url": None, "published": None}
    frame["sources"] = [[source], *frame["sources"].tolist()[1:]]
    frame["confidence"] = [{"overall": 0.5}, *frame["confidence"].tolist()[1:]]
    frame.loc[frame.index[4], "actor"] = "None"
    write_csv(frame, tmp_path / "a.csv")
    rows = list(_plain(frame))
    write_json_lines(rows, tmp_path / "a.jsonl")
    write_geojson(rows, tmp_path / "a.geojson")
    write_parquet(frame, tmp_path / "a.parquet")
    for path in sorted(tmp_path.iterdir()):
        back = read_incidents(path)
        for name in READ_COLUMNS:
            left, right = frame[name].tolist(), back[name].tolist()
            if pd.api.types.is_object_dtype(frame[name].dtype):
                assert left == right, (path.name, name)
            else:
                pd.testing.assert_series_equal(frame[name], back[name])
        assert back.geometry.notna().equals(frame.geometry.notna())


def _plain(frame):
    """Yield rows as JSON takes them."""
    for row in frame.drop(columns="geometry").to_dict("records"):
        yield {name: _json(value) for name, value in row.items()}


def _json(value):
    if isinstance(value, (list, dict, str)):
        return value
    if pd.isna(value):
        return None
    return str(value)[:10] if isinstance(value, pd.Timestamp) else float(value)


def test_an_empty_table_of_ours(tmp_path):
    write_csv(incident_table([]), tmp_path / "a.csv")
    back = read_table(tmp_path / "a.csv")
    assert (back.rows, len(back.incidents)) == (0, 0)
    assert list(back.incidents.columns) == [*INCIDENT_COLUMNS, "source_lon", "source_lat",
                                            "geometry"]  # fmt: skip


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12
).filter(lambda text: not text.startswith("'"))  # an own apostrophe before "=" cannot be told apart


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXT, st.integers(0, 99), st.sampled_from(list(Precision))), max_size=5))
def test_texts_of_our_own_survive_csv(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("own")
    frame = pd.DataFrame({
        "incident_id": [f"i{n}" for n in range(len(rows))],
        "kind": "incident",
        "date_precision": "unknown",
        "admin2_pcode": "PK226",
        "place_name": [one[0] for one in rows],
        "fatalities_best": [one[1] for one in rows],
        "precision": [one[2].value for one in rows],
    })  # fmt: skip
    write_csv(frame, folder / "a.csv")
    back = read_table(folder / "a.csv")
    assert back.rows == len(rows) == len(back.incidents)
    assert back.incidents["precision"].tolist() == frame["precision"].tolist()
    assert back.incidents["fatalities_best"].tolist() == frame["fatalities_best"].tolist()
    for left, right in zip(frame["place_name"], back.incidents["place_name"], strict=True):
        assert right == left.replace("\r\n", "\n").replace("\r", "\n")


def test_a_summary_counts_every_row(incidents):
    for level in ("admin1", "admin2"):
        table = summarize(incidents, by=level)
        assert table["incidents"].sum() == len(incidents)
    rows = summarize(incidents).set_index("pcode")["incidents"]
    assert rows["coarser"] == incidents["precision"].isin(["province", "country"]).sum()


def test_a_map_draws_only_honest_points(incidents):
    base, naming = load_basemap(None), load_naming("en")
    table = Table(incident_layer(incidents, base=base, quotes=True, naming=naming))
    assert table.n == len(incidents)
    assert sorted(table.ids) == sorted(incidents["incident_id"].astype(str))
    where, at = table.by_id("where"), dict(zip(table.ids, table.degrees(), strict=True))
    pins = {"site", "settlement", "near"}
    rows = incidents.set_index(incidents["incident_id"].astype(str))["precision"]
    assert set(where.values()) == {"area", "list", "point"}
    for incident_id, precision in rows.items():
        assert (where[incident_id] == "point") == (precision in pins), precision
        assert (at[incident_id] is not None) == (precision in pins), precision
