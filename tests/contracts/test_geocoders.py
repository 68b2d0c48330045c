"""The contract of every geocoder, and what online ones do when a service misbehaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geomap.errors import GeocoderRejected, GeocoderUnavailable, GeocodingError, RateLimited
from geomap.http import Manners
from geomap.places.geocache import CachedGeocoder
from geomap.places.geocode import geocode
from geomap.places.geocoders import ChainGeocoder, FixedGeocoder, GazetteerGeocoder
from geomap.places.online import Budget, GeopyGeocoder
from geomap.records import Place, Precision
from tests.contracts.geocoding_server import FAILING, HOSTILE, serving

MANNERS = Manners(
    user_agent="geomap-tests (tests@example.org)", timeout_s=0.25, total_s=0.4, max_bytes=250_000,
    retries=1, first_wait_s=0.0,
)  # fmt: skip
QUETTA = Place(
    name="Quetta", precision=Precision.SETTLEMENT, lon=67.0, lat=30.2, country="PK",
    admin1="Balochistan", admin1_pcode="PK2", admin2="Quetta", admin2_pcode="PK226",
    source="fixed",
)  # fmt: skip
OPTIONS = {
    "nominatim": {},
    "photon": {},
    "pelias": {},
    "geonames": {"username": "tester"},
    "pickpoint": {"api_key": "secret"},
    "geocodeearth": {"api_key": "secret"},
}


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


@pytest.fixture(scope="module")
def server():
    with serving() as log:
        yield log


ONCE = replace(MANNERS, retries=0)


def online(service, server, *, budget=1_000, manners=MANNERS, **settings):
    return GeopyGeocoder(
        service,
        options={"domain": server.domain, "scheme": "http", **OPTIONS[service]},
        manners=manners,
        budget=Budget(requests=budget, min_delay_s=0.0),
        **settings,
    )


GEOCODERS = {
    "offline": lambda _server, _folder: GazetteerGeocoder(),
    "fixed": lambda _server, _folder: FixedGeocoder({"Quetta": [QUETTA]}),
    "chain": lambda _server, _folder: ChainGeocoder([FixedGeocoder({}), GazetteerGeocoder()]),
    "cache": lambda _server, folder: CachedGeocoder(
        GazetteerGeocoder(), service="offline", path=folder / "cache.sqlite"
    ),
    **{
        name: lambda server, _folder, name=name: online(name, server)
        for name in OPTIONS
    },
}  # fmt: skip


@pytest.fixture(params=GEOCODERS)
def geocoder(request, server, tmp_path):
    return GEOCODERS[request.param](server, tmp_path)


def test_a_known_name_has_candidates_with_their_facts(geocoder):
    best = geocoder.candidates("Quetta")[0]
    assert best.name == "Quetta"
    assert best.precision is Precision.SETTLEMENT
    assert (best.lon, best.lat) == pytest.approx((67.0, 30.2), abs=0.1)
    assert (best.country, best.admin1_pcode, best.admin2_pcode) == ("PK", "PK2", "PK226")
    assert best.source


def test_an_unknown_name_is_an_empty_list(geocoder):
    assert geocoder.candidates("Zzyzx Qwrtp") == []


@pytest.mark.parametrize("name", ["", "  ", ",", "،", "<b>", "\x00", "'; DROP TABLE places;--",
                                  "x" * 3_000, "\ud800", "🙂", "Quetta" * 50])  # fmt: skip
def test_any_text_is_answered(geocoder, name):
    assert isinstance(geocoder.candidates(name), list)


@pytest.mark.parametrize("within", ["PK2", "PK226", "Balochistan", "Quetta district", "PK"])
def test_within_keeps_what_lies_inside(geocoder, within):
    assert geocoder.candidates("Quetta", within=within)[0].name == "Quetta"


@pytest.mark.parametrize("within", ["PK6", "Punjab", "Kech", "IR"])
def test_within_leaves_out_what_lies_elsewhere(geocoder, within):
    assert geocoder.candidates("Quetta", within=within) == []


def test_an_unknown_within_is_refused(geocoder):
    with pytest.raises(GeocoderRejected, match="Atlantis"):
        geocoder.candidates("Quetta", within="Atlantis")


def test_an_answer_belongs_to_the_caller(geocoder):
    first = geocoder.candidates("Quetta")
    kept = list(first)
    first.clear()
    assert geocoder.candidates("Quetta") == kept


@pytest.mark.parametrize("failing", FAILING)
@pytest.mark.parametrize("service", ["nominatim", "photon", "pelias", "geonames"])
def test_a_service_that_misbehaves_raises_only_our_errors_and_nothing_is_kept(
    service, failing, server, tmp_path
):
    cached = CachedGeocoder(
        online(service, server, manners=ONCE), service=service, path=tmp_path / "cache.sqlite"
    )
    with pytest.raises(GeocodingError) as caught:
        cached.candidates(f"{failing} town")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert cached.age_s(f"{failing} town") is None
    assert cached.problem is None
    assert cached.info().found == cached.info().not_found == 0


@pytest.mark.parametrize("service", ["nominatim", "photon"])
def test_errors_are_told_apart(service, server):
    kinds = {
        "slow": GeocoderUnavailable, "broken": GeocoderUnavailable, "busy": RateLimited,
        "web page": GeocoderUnavailable, "denied": GeocoderRejected,
        "misunderstood": GeocoderRejected,
    }  # fmt: skip
    for word, kind in kinds.items():
        with pytest.raises(kind):
            online(service, server, manners=ONCE).candidates(word)
    with pytest.raises(RateLimited) as caught:
        online(service, server).candidates("wait an hour")
    assert caught.value.retry_after == 3600


@pytest.mark.parametrize(("word", "requests"), [("broken", 2), ("busy", 2), ("wait an hour", 1),
                                                 ("misunderstood", 1), ("denied", 1)])  # fmt: skip
def test_only_what_may_pass_is_tried_again(word, requests, server):
    geocoder = online("nominatim", server)
    with pytest.raises(GeocodingError):
        geocoder.candidates(word)
    assert geocoder.budget.spent == requests


@pytest.mark.parametrize("service", ["nominatim", "photon"])
def test_the_run_goes_on_and_nothing_is_lost(service, server, tmp_path):
    asked = ["Hoshab, Kech", "Online Hill", "broken one", "truncated", "Pasni", "slow one",
             "Online Hill", "hostile", "Zzyzx Qwrtp"]  # fmt: skip
    cached = CachedGeocoder(online(service, server), service=service, path=tmp_path / "c.sqlite")
    table = geocode(asked, online=cached)
    assert table["query"].tolist() == asked
    assert table["source"].tolist()[:2] == ["own", service]
    assert table["precision"].tolist() == ["settlement", "settlement", "unknown", "unknown",
                                           "settlement", "unknown", "settlement", "unknown",
                                           "unknown"]  # fmt: skip
    assert "no answer online" in table["reason"][2]
    assert "not asked again in this run" in table["reason"][8]


@pytest.mark.parametrize("service", OPTIONS)
def test_hostile_names_become_one_clean_line(service, server):
    (place,) = online(service, server).candidates("hostile")
    assert place.name.startswith("<script>")  # pages escape it; here it is text
    assert place.name.isprintable()
    assert len(place.name) <= 200
    assert place.name != HOSTILE


@pytest.mark.parametrize("service", OPTIONS)
def test_points_that_are_not_on_earth_are_no_answer(service, server):
    with pytest.raises(GeocoderUnavailable):
        online(service, server).candidates("unearthly")


@pytest.mark.parametrize("service", OPTIONS)
def test_answers_are_bounded_to_the_country(service, server):
    assert online(service, server).candidates("Abroad Hill") == []
    (place,) = online(service, server, country=None).candidates("Abroad Hill")
    assert (place.country, place.admin1_pcode) == ("FR", None)


def test_what_the_services_are_told(server):
    for service, words in {
        "nominatim": ("countrycodes=pk", "limit=10"),
        "photon": ("bbox=60.5%2C23.0%2C78.0%2C37.5",),
        "pelias": ("boundary.country=PK",),
        "geonames": ("country=PK",),
    }.items():
        online(service, server).candidates("Quetta")
        assert all(word in server.paths[-1] for word in words), server.paths[-1]
        assert server.agents[-1] == MANNERS.user_agent
