"""Downloading sets by name, against a real server on this machine."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geomap.errors import DataError, HashError, SettingsError
from geomap.places import boundary_download
from geomap.places.boundaries import load_boundaries
from geomap.places.boundary_download import Limits, download
from geomap.places.boundary_install import install_boundaries, remove_boundaries
from tests.places.boundary_samples import DISTRICTS, frame, user_folder

__all__ = ["user_folder"]

pytestmark = pytest.mark.usefixtures("user_folder")


class Site:
    """What a server answers, by path; a number is a status, a function runs first."""

    def __init__(self):
        self.answers = {}
        self.agents = []

    def serve(self, handler):
        self.agents.append(handler.headers["User-Agent"])
        answer = self.answers.get(handler.path.partition("?")[0], 404)
        if callable(answer):
            answer = answer()
        body = b"" if isinstance(answer, int) else answer
        handler.send_response(answer if isinstance(answer, int) else 200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@pytest.fixture
def site():
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            found.serve(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def sources(site, monkeypatch):
    """Send both known sources to the server."""
    changed = {
        name: boundary_download._Source(
            api=f"{site.url}/{name}", page=source.page, offers=source.offers
        )
        for name, source in boundary_download.DOWNLOADS.items()
    }
    monkeypatch.setattr(boundary_download, "DOWNLOADS", changed)
    return changed


def geojson(columns):
    return frame(columns).to_json().encode()


def hdx(site, *formats):
    resources = [
        {"format": kind, "download_url": f"{site.url}/files/{kind}.{ending}"}
        for kind, ending in formats
    ]
    package = {"title": "Pakistan COD-AB", "license_title": "CC BY-IGO", "resources": resources}
    return json.dumps({"success": True, "result": package}).encode()


def test_cod_ab_is_found_downloaded_and_recorded(site, sources):
    site.answers["/cod-ab"] = hdx(site, ("XLSX", "xlsx"), ("SHP", "zip"), ("GeoJSON", "geojson"))
    site.answers["/files/GeoJSON.geojson"] = geojson(DISTRICTS)
    record = install_boundaries("cod-ab")
    assert (record["name"], record["count"], record["licence"]) == ("cod-ab", 3, "CC BY-IGO")
    assert record["source_url"] == f"{site.url}/files/GeoJSON.geojson"
    assert "OCHA" in load_boundaries("cod-ab").attribution
    assert all("geomap" in agent for agent in site.agents)


def test_geoboundaries_takes_the_level_that_holds_districts(site, sources):
    levels = [
        {
            "boundaryType": f"ADM{level}",
            "gjDownloadURL": f"{site.url}/{level}.geojson",
            "boundaryLicense": "ODbL",
            "boundaryYearRepresented": "2021",
        }
        for level in (1, 2, 3)
    ]
    site.answers["/geoboundaries"] = json.dumps(levels).encode()
    site.answers["/2.geojson"] = geojson({"shapeName": ["Makran", "Rakhshan", "Malakand"]})
    site.answers["/3.geojson"] = geojson({"shapeName": DISTRICTS["district"]})
    record = install_boundaries("geoboundaries")
    assert (record["level"], record["count"], record["vintage"]) == ("admin2", 3, "2021")
    assert record["source_url"].endswith("/3.geojson")


def test_a_file_that_has_changed_is_refused_until_the_set_is_removed(site, sources):
    site.answers["/cod-ab"] = hdx(site, ("GeoJSON", "geojson"))
    site.answers["/files/GeoJSON.geojson"] = geojson(DISTRICTS)
    install_boundaries("cod-ab")
    site.answers["/files/GeoJSON.geojson"] = geojson(DISTRICTS | {"more": ["1", "2", "3"]})
    with pytest.raises(HashError, match="geomap boundaries remove cod-ab"):
        install_boundaries("cod-ab", name="again")
    remove_boundaries("cod-ab")
    assert install_boundaries("cod-ab")["count"] == 3


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (503, "answers 503"),
        (404, "answers 404"),
        (b"<html>", "another form than expected"),
        (b'{"result": {}}', "another form than expected"),
        (b'{"result": {"resources": []}}', "offers no file"),
        (
            b'{"result": {"resources": [{"format": "SHP", "download_url": "file:///etc/x"}]}}',
            "points to",
        ),
        (lambda: time.sleep(1.5) or b"{}", "does not answer in time|cannot be reached"),
        (b"x" * 3_000_000, "more than 2 MB"),
    ],
)
def test_what_goes_wrong_is_one_line_that_says_how_to_do_it_by_hand(
    site, sources, tmp_path, answer, problem
):
    site.answers["/cod-ab"] = answer
    limits = Limits(answer_s=0.5, total_s=2, size=2_000_000)
    with pytest.raises(DataError, match=problem) as caught:
        next(download("cod-ab", tmp_path, limits=limits))()
    assert "\n" not in str(caught.value)
    assert "https://data.humdata.org/dataset/cod-ab-pak" in str(caught.value)
    assert "geomap boundaries install FILE --name cod-ab" in str(caught.value)


def test_without_a_network_the_line_says_so():
    with pytest.raises(DataError, match=r"cannot be reached \(data\.humdata\.org\)"):
        install_boundaries("cod-ab")


def test_an_unknown_source(tmp_path):
    with pytest.raises(SettingsError, match=r"no known source \(cod-ab, geoboundaries\)"):
        next(download("atlas", tmp_path))
