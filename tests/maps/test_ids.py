"""Ids of the incidents: packed by their form, read back whole, in Python and in the page."""

from __future__ import annotations

import hashlib

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.maps.ids import pack_ids
from tests.maps.page import saved
from tests.maps.unpacked import read_head, read_ids, unpack

HASHES = [hashlib.sha256(str(n).encode()).hexdigest()[:16] for n in range(40)]
FORMS = {
    "hashes": ("hex", HASHES),
    "hashes, one with an ordinal": ("hex", [*HASHES, f"{HASHES[0]}-2"]),
    "ACLED": ("number", [f"PAK{n * 977 % 5000}" for n in range(40)]),
    "UCDP": ("number", [str(n * 977 % 5000) for n in range(40)]),
    "GTD": ("number", [f"20170101{n:04d}" for n in range(40)]),
    "rows of a file": ("number", [f"a-2.csv#{n}" for n in range(2, 42)]),
    "padded": ("number", [f"inc-{n:04d}" for n in range(40)]),
    "one of another form": ("number", [*(f"PAK{n}" for n in range(40)), "", "PAK007"]),
    "all of one number": ("number", ["x7"] * 40),
    "words": ("text", [f"{n}: \u06a9\u0648\u0626\u0679\u06c1 </script>" for n in range(40)]),
    "capitals": ("text", [one.upper() + "Z" for one in HASHES]),
    "more digits than a number holds": ("hex", [f"{n}9" * 20 for n in range(10, 50)]),
}


def form_of(block):
    return read_head(unpack(block))[0]["form"]


@pytest.mark.parametrize("name", FORMS)
def test_ids_are_packed_by_their_form_and_read_back(name):
    form, ids = FORMS[name]
    (block,) = pack_ids(ids)
    assert form_of(block) == form
    assert read_ids(block, len(ids)) == ids


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text() | st.from_regex(r"[a-f0-9]{16}|[A-Z]{0,3}[0-9]{1,17}", fullmatch=True)))
def test_any_ids_read_back(ids):
    blocks = pack_ids(ids)
    assert [one for block in blocks for one in read_ids(block, len(ids))] == (
        ids if any(ids) else []
    )


def test_hashes_take_the_room_of_their_bytes():
    many = [hashlib.sha256(str(n).encode()).hexdigest()[:16] for n in range(20_000)]
    (block,) = pack_ids(many)
    assert len(block) < 20_000 * 8 * 4 / 3 + 500


@pytest.mark.browser
@pytest.mark.parametrize("name", FORMS)
def test_the_page_reads_the_ids_back(visit, tmp_path, monkeypatch, name):
    """In blocks of 16 rows, by row, by id and all together."""
    monkeypatch.setattr("geomap.maps.ids.ID_CHUNK", 16)
    _, ids = FORMS[name]
    points = gpd.points_from_xy([67] * len(ids), [30] * len(ids))
    frame = gpd.GeoDataFrame({"incident_id": ids}, geometry=points, crs=4326)
    page = visit(saved(tmp_path, frame), fragment="#v=30,67,5").page
    found = page.evaluate(
        """async () => {
            geomap.ID_CHUNK = 16;
            const { ids } = geomap.pages[0].prose, { n } = geomap.pages[0].store;
            const read = await ids.readAll();
            const all = Array.from({ length: n }, (_, i) => read(i));
            const back = [];
            for (const id of all) back.push(all[await ids.find(id, 3)]);
            return [all, await ids.of(17), back, await ids.find("no", 3)];
        }""",
    )
    assert sorted(found[0]) == sorted(ids)
    assert found[1] == found[0][17]
    assert found[2] == found[0]
    assert found[3] is None
