"""Chains, the cache, user agents and budgets, geopandas' door, and the manners on the web."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import geopandas as gpd
import pooch
import pytest
from geopandas.tools import geocode as geopandas_geocode
from geopandas.tools import reverse_geocode
from shapely.geometry import Point

from geomap.errors import (
    GeocoderRejected,
    GeocoderUnavailable,
    RateLimited,
    SettingsError,
)
from geomap.http import Downloader, Manners, fetch, retry_after_s, with_retries
from geomap.places.geocache import CachedGeocoder
from geomap.places.geocoders import ChainGeocoder, FixedGeocoder
from geomap.places.online import Budget, GeopyGeocoder, online_geocoder
from geomap.places.provider import OfflineGeocoder
from geomap.records import Place, Precision
from tests.contracts.geocoding_server import serving

HILL = Place(
    name="Hill", precision=Precision.SITE, lon=66.0, lat=30.0, country="PK", admin1_pcode="PK2",
    admin2_pcode="PK211", districts=("PK211",), source="fixed",
)  # fmt: skip
DAY = 86_400.0


class Failing:
    def candidates(self, toponym, *, within=None):
        raise GeocoderUnavailable(f"down: {toponym}, {within}")


class Counting:
    def __init__(self, places):
        self.calls = 0
        self.places = places

    def candidates(self, toponym, *, within=None):
        assert toponym, within
        self.calls += 1
        return list(self.places)


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


@pytest.fixture(scope="module")
def server():
    with serving() as log:
        yield log


def test_a_chain_takes_the_first_answer_and_passes_over_failures():
    fixed = FixedGeocoder({"Hill": [HILL]})
    assert ChainGeocoder([FixedGeocoder({}), Failing(), fixed]).candidates("hill") == [HILL]


def test_a_chain_does_not_call_a_failure_not_found():
    with pytest.raises(GeocoderUnavailable, match="down"):
        ChainGeocoder([Failing(), FixedGeocoder({})]).candidates("Nowhere")
    assert ChainGeocoder([FixedGeocoder({})]).candidates("Nowhere") == []


def test_a_fixed_geocoder_narrows_by_parents():
    fixed = FixedGeocoder({"Hill": [HILL]})
    assert fixed.candidates("Hill, Kech") == [HILL]
    assert fixed.candidates("Hill, Lahore") == []
    assert fixed.candidates("Hill, Nosuchplace") == [HILL]


@pytest.mark.parametrize(("places", "days"), [([HILL], 365), ([], 30)])
def test_the_cache_keeps_answers_for_their_time_and_across_objects(places, days, tmp_path):
    now = [1_000.0]
    inner = Counting(places)

    def cached():
        path = tmp_path / "cache.sqlite"
        return CachedGeocoder(inner, service="s", path=path, clock=lambda: now[0])

    assert cached().candidates("Hill") == places
    now[0] += (days - 1) * DAY
    assert cached().candidates("  HILL ") == places
    assert inner.calls == 1
    assert cached().age_s("Hill") == (days - 1) * DAY
    info = cached().info()
    assert (info.found, info.not_found) == (len(places), 1 - len(places))
    assert info.oldest_s == (days - 1) * DAY
    now[0] += 2 * DAY
    assert cached().candidates("Hill") == places
    assert inner.calls == 2
    assert cached().age_s("Hill") == 0


def test_the_cache_tells_services_and_areas_apart(tmp_path):
    path = tmp_path / "cache.sqlite"
    inner = Counting([HILL])
    for service, within in (("a", None), ("b", None), ("a", "PK2")):
        CachedGeocoder(inner, service=service, path=path).candidates("Hill", within=within)
    assert inner.calls == 3
    CachedGeocoder(inner, service="a", path=path).clear()
    assert CachedGeocoder(inner, service="a", path=path).age_s("Hill") is None
    assert CachedGeocoder(inner, service="b", path=path).age_s("Hill") is not None


def test_the_cache_keeps_no_error(tmp_path):
    path = tmp_path / "cache.sqlite"
    with pytest.raises(GeocoderUnavailable):
        CachedGeocoder(Failing(), service="s", path=path).candidates("Hill")
    assert CachedGeocoder(Counting([HILL]), service="s", path=path).candidates("Hill") == [HILL]


def test_a_broken_cache_costs_no_answer(tmp_path):
    path = tmp_path / "cache.sqlite"
    path.write_text("this is no database, but it is long enough to be looked at as one" * 50)
    cached = CachedGeocoder(Counting([HILL]), service="s", path=path)
    assert cached.candidates("Hill") == [HILL]
    assert "not used" in cached.problem


def test_a_kept_answer_of_another_version_is_asked_again(tmp_path):
    path = tmp_path / "cache.sqlite"
    inner = Counting([HILL])
    cached = CachedGeocoder(inner, service="s", path=path)
    cached.candidates("Hill")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE answers SET places = '[{\"name\": 1}]'")
    connection.close()
    assert cached.candidates("Hill") == [HILL]
    assert inner.calls == 2


@pytest.mark.parametrize("agent", [None, "geopy/2.4", "my-application", "geomap-pk"])
def test_a_public_service_without_a_user_agent_is_refused(agent):
    with pytest.raises(SettingsError, match=r"nominatim is a public service .* --user-agent"):
        online_geocoder("nominatim", user_agent=agent)


@pytest.mark.parametrize(("service", "options", "words"), [
    ("nowhere", {}, "no online geocoder 'nowhere'"),
    ("nominatim", {"colour": "red"}, "has no option 'colour'"),
    ("pelias", {}, "needs the option domain"),
    ("geonames", {}, "needs the option username"),
    ("photon", {"scheme": "gopher"}, "cannot be set up"),
])  # fmt: skip
def test_wrong_settings_are_named(service, options, words):
    with pytest.raises(SettingsError, match=words):
        online_geocoder(service, user_agent="tests (t@example.org)", options=options)


def test_a_user_agent_of_two_lines_is_refused():
    with pytest.raises(SettingsError, match="one line"):
        online_geocoder("photon", user_agent="me\r\nX-Header: 1")


def test_the_budget_of_a_run_ends_the_asking_not_the_run(server, tmp_path):
    geocoder = online_geocoder(
        "nominatim",
        options={"domain": server.domain, "scheme": "http"},
        budget=1,
        cache=tmp_path / "cache.sqlite",
    )
    assert geocoder.candidates("Online Hill")[0].name == "Online Hill"
    with pytest.raises(GeocoderRejected, match="1 requests of this run are spent"):
        geocoder.candidates("Another Hill")
    assert geocoder.candidates("Online Hill")[0].name == "Online Hill"  # from the cache


def test_the_pace_belongs_to_the_geocoder(server):
    geocoder = GeopyGeocoder(
        "photon",
        options={"domain": server.domain, "scheme": "http"},
        budget=Budget(min_delay_s=0.1),
    )
    started = time.monotonic()
    for _ in range(3):
        geocoder.candidates("Online Hill")
    assert time.monotonic() - started >= 0.2


def test_geopandas_takes_the_offline_geocoder():
    names = ["Pasni, Gwadar", "Zzyzx Qwrtp", "Quetta"]
    table = geopandas_geocode(names, provider=OfflineGeocoder)
    assert table.crs == "EPSG:4326"
    assert table.geometry.is_empty.tolist() == [False, True, False]
    assert table.address[0] == "Pasni, Gwadar, Balochistan, PK"
    assert (table.geometry[2].x, table.geometry[2].y) == pytest.approx((67.0, 30.2), abs=0.1)


def test_geopandas_takes_any_geocoder_of_ours():
    fixed = FixedGeocoder({"Hill": [HILL]})
    table = geopandas_geocode(["Hill", None], provider=OfflineGeocoder, geocoder=fixed)
    assert table.geometry[0] == Point(66.0, 30.0)
    assert table.geometry.is_empty[1]


def test_geopandas_reverse_geocodes_offline():
    points = gpd.GeoSeries([Point(67.0, 30.2)], crs="EPSG:4326")
    table = reverse_geocode(points, provider=OfflineGeocoder)
    assert "Quetta" in table.address[0]


def test_the_offline_geocoder_says_what_precision_a_point_has():
    location = OfflineGeocoder().geocode("Kech district")
    assert location.raw["precision"] == "district"
    assert len(OfflineGeocoder().geocode("Khanpur", exactly_one=False, limit=2)) == 2


def test_retries_are_bounded_and_wait_longer_each_time():
    waits, calls = [], []

    def failing():
        calls.append(1)
        raise GeocoderUnavailable("down")

    manners = Manners(retries=3, first_wait_s=2.0, longest_wait_s=5.0)
    with pytest.raises(GeocoderUnavailable):
        with_retries(failing, errors=GeocoderUnavailable, manners=manners, sleep=waits.append)
    assert waits == [2.0, 4.0, 5.0]
    assert len(calls) == 4


@pytest.mark.parametrize(("asked", "waits"), [(3.0, [3.0]), (60.0, []), (None, [1.0])])
def test_retry_after_is_heeded_up_to_a_limit(asked, waits):
    slept = []

    def limited():
        raise RateLimited("busy", retry_after=asked)

    with pytest.raises(RateLimited):
        with_retries(limited, errors=OSError, manners=Manners(retries=1), sleep=slept.append)
    assert slept == waits


def test_retry_after_is_read_in_both_forms():
    assert retry_after_s({"retry-after": " 7 "}) == 7.0
    assert retry_after_s({"retry-after": "Fri, 31 Dec 1999 23:59:59 GMT"}) == 0.0
    assert retry_after_s({"retry-after": "whenever"}) is None
    assert retry_after_s({}) is None


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/", "quetta"])
def test_only_http_is_fetched(url):
    with pytest.raises(SettingsError, match="no http or https address"):
        fetch(url)


def test_the_message_of_a_failure_does_not_repeat_the_key():
    with pytest.raises(OSError, match=r"127\.0\.0\.1") as caught:
        fetch("http://127.0.0.1:9/search?key=secret", manners=Manners(timeout_s=1))
    assert "secret" not in str(caught.value)


def test_manners_check_themselves():
    with pytest.raises(SettingsError, match="timeout_s"):
        Manners(timeout_s=0)
    with pytest.raises(SettingsError, match="retries"):
        Manners(retries=-1)


def test_pooch_downloads_with_manners(server, tmp_path):
    url = f"http://{server.domain}/search?q=Quetta"
    text = Path(fetched(url, tmp_path)).read_text(encoding="utf-8")
    assert "Balochistan" in text


def fetched(url, folder):
    store = pooch.create(path=folder, base_url="", registry={"file": None}, urls={"file": url})
    return store.fetch("file", downloader=Downloader())


@pytest.mark.parametrize("word", ["broken", "cut%20off", "denied", "huge"])
def test_a_download_that_fails_is_an_error(word, server, tmp_path):
    manners = Manners(retries=1, first_wait_s=0.0, max_bytes=250_000)
    url = f"http://{server.domain}/search?q={word}"
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        Downloader(manners)(url, tmp_path / "file", None)
