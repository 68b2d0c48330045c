"""A real HTTP server on this machine that speaks as geocoding services do, and misbehaves.

What it answers depends on a word in the question: see `BEHAVIOURS`. It knows two places.
"""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

KNOWN = {  # name -> lon, lat, province
    "quetta": (67.0, 30.2, "Balochistan"),
    "online hill": (66.9, 30.1, "Balochistan"),
    "abroad hill": (2.35, 48.85, "France"),
}

HOSTILE = "<script>alert(1)</script>`${x}`\u202e\x00\x1b[31m" + "A" * 500


@dataclass
class Log:
    """What was asked."""

    paths: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def domain(self):
        return f"127.0.0.1:{self.port}"


def nominatim(name, lon, lat, province):
    country = "fr" if province == "France" else "pk"
    return {
        "osm_type": "node", "osm_id": 7, "lat": str(lat), "lon": str(lon), "class": "place",
        "type": "town", "addresstype": "town", "place_rank": 18, "name": name,
        "display_name": f"{name}, {province}",
        "address": {"town": name, "state": province, "country_code": country},
    }  # fmt: skip


def photon(name, lon, lat, province):
    country = "FR" if province == "France" else "PK"
    properties = {
        "osm_type": "N", "osm_id": 7, "osm_key": "place", "osm_value": "town", "type": "city",
        "name": name, "state": province, "countrycode": country,
    }  # fmt: skip
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": properties,
    }


def pelias(name, lon, lat, province):
    country = "FR" if province == "France" else "PK"
    properties = {"gid": "wof:7", "layer": "locality", "name": name, "country_code": country}
    return {"geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def geonames(name, lon, lat, province):
    country = "FR" if province == "France" else "PK"
    return {
        "geonameId": 7, "toponymName": name, "name": name, "lat": str(lat), "lng": str(lon),
        "fcl": "P", "fcode": "PPL", "countryCode": country, "adminName1": province,
        "countryName": country,
    }  # fmt: skip


def as_list(features):
    return features


def as_features(features):
    return {"type": "FeatureCollection", "features": features}


def as_geonames(features):
    return {"totalResultsCount": len(features), "geonames": features}


SERVICES = {
    "/search": (nominatim, as_list, "q"),
    "/v1/forward": (nominatim, as_list, "q"),
    "/api": (photon, as_features, "q"),
    "/v1/search": (pelias, as_features, "text"),
    "/searchJSON": (geonames, as_geonames, "q"),
}


class Handler(BaseHTTPRequestHandler):
    log: Log

    def log_message(self, *_arguments):
        """Print nothing."""

    def do_GET(self):
        url = urlsplit(self.path)
        self.log.paths.append(self.path)
        self.log.agents.append(self.headers.get("User-Agent", ""))
        make, wrap, parameter = SERVICES[url.path]
        question = parse_qs(url.query).get(parameter, [""])[0].lower()
        behave = next((act for word, act in BEHAVIOURS.items() if word in question), None)
        if behave is not None:
            behave(self, make, wrap)
            return
        name = question.partition(",")[0].strip()
        found = [make(name.title(), *KNOWN[name])] if name in KNOWN else []
        self.answer(json.dumps(wrap(found)))

    def answer(self, text, *, status=200, headers=(), length=None):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the caller had enough


def slow(handler, _make, _wrap):
    handler.log.stop.wait(2)


def dripping(handler, _make, _wrap):
    handler.send_response(200)
    handler.end_headers()
    while not handler.log.stop.wait(0.05):
        try:
            handler.wfile.write(b" ")
        except (BrokenPipeError, ConnectionResetError):
            return


def hostile(handler, make, wrap):
    handler.answer(json.dumps(wrap([make(HOSTILE, 67.0, 30.2, "Balochistan")])))


def unearthly(handler, make, wrap):
    handler.answer(json.dumps(wrap([make("Far", 1e9, 30.2, "Balochistan")])))


def nameless(handler, _make, wrap):
    handler.answer(json.dumps(wrap([{"surprise": [1, 2, 3]}])))


BEHAVIOURS = {
    "slow": slow,
    "dripping": dripping,
    "busy": lambda handler, _m, _w: handler.answer(
        "{}", status=429, headers=[("Retry-After", "0")]
    ),
    "wait an hour": lambda handler, _m, _w: handler.answer(
        "{}", status=429, headers=[("Retry-After", "3600")]
    ),
    "broken": lambda handler, _m, _w: handler.answer("oops", status=500),
    "denied": lambda handler, _m, _w: handler.answer("no", status=403),
    "misunderstood": lambda handler, _m, _w: handler.answer("what?", status=400),
    "truncated": lambda handler, _m, _w: handler.answer('[{"lat": "30.2", "lon": "6'),
    "cut off": lambda handler, _m, _w: handler.answer('[{"lat"', length=5_000),
    "web page": lambda handler, _m, _w: handler.answer("<html><body>Sign in</body></html>"),
    "number": lambda handler, _m, _w: handler.answer("42"),
    "deep": lambda handler, _m, _w: handler.answer("[" * 200_000),
    "huge": lambda handler, _m, _w: handler.answer(json.dumps(["x" * 300_000])),
    "elsewhere": lambda handler, _m, _w: handler.answer(
        "", status=302, headers=[("Location", "file:///etc/hostname")]
    ),
    "surprise": nameless,
    "hostile": hostile,
    "unearthly": unearthly,
}

FAILING = (
    "slow", "dripping", "busy", "wait an hour", "broken", "denied", "misunderstood", "truncated",
    "cut off", "web page", "number", "deep", "huge", "elsewhere", "surprise",
)  # fmt: skip


@contextmanager
def serving():
    """Serve on a free port of this machine; yields the log."""
    log = Log()
    handler = type("LoggingHandler", (Handler,), {"log": log})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    log.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield log
    finally:
        log.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()
