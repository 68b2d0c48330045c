"""Download the boundary sets that geomap knows by name.

``cod-ab`` comes from the Humanitarian Data Exchange, ``geoboundaries`` from geoboundaries.org. The
publisher's interface says where the file is; pooch fetches it within limits of time and size. The
file's hash is recorded at the first download and compared at every later one.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pooch

from geomap.errors import DataError, HashError, SettingsError
from geomap.places.boundary_files import file_hash
from geomap.places.boundary_store import download_hash, set_download_hash

__all__ = ["DOWNLOADS", "Downloaded", "Limits", "download"]

_USER_AGENT = "geomap-pk (boundary sets; https://pypi.org/project/geomap-pk/)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a download may take, in seconds: for one answer and in all; and its bytes."""

    answer_s: float = 20.0
    total_s: float = 180.0
    size: int = 300_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloaded:
    """A downloaded file, and what the publisher says of it; text that is not known is empty."""

    path: Path
    url: str
    title: str
    licence: str
    attribution: str
    vintage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    url: str
    file: str
    title: str
    licence: str
    attribution: str
    vintage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where to ask, where a person finds the file, and how to read the answer."""

    api: str
    page: str
    offers: Callable[[Any], list[_Offer]]


def download(
    name: str, folder: Path, *, limits: Limits | None = None
) -> Iterator[Callable[[], Downloaded]]:
    """Yield the files that a named source offers, the likeliest first, each still to be fetched.

    Parameters
    ----------
    name
        One of `DOWNLOADS`.
    folder
        Where the files are written.
    limits
        Limits of each download; None takes the defaults of `Limits`.

    Raises
    ------
    SettingsError
        If there is no such source.
    DataError
        If it cannot be reached or answers with something else; the message says how to get the
        file by hand.
    HashError
        If a file is not the one of the first download.
    """
    if name not in DOWNLOADS:
        raise SettingsError(f"{name!r} is no file and no known source ({', '.join(DOWNLOADS)})")
    source, bounds = DOWNLOADS[name], limits or Limits()
    answer = _fetch(source.api, folder / "answer.json", name=name, limits=bounds)
    try:
        offers = source.offers(json.loads(answer.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(_by_hand(name, "has answered in another form than expected")) from error
    if not offers:
        raise DataError(_by_hand(name, "offers no file that geomap can read"))
    for offer in offers:
        yield lambda offer=offer: _file(name, offer, folder, bounds)  # type: ignore[misc]


def _file(name: str, offer: _Offer, folder: Path, limits: Limits) -> Downloaded:
    path = _fetch(offer.url, folder / offer.file, name=name, limits=limits)
    got, expected = file_hash(path), download_hash(offer.url)
    if expected is None:
        set_download_hash(offer.url, got)
    elif got != expected:
        raise HashError(
            path,
            expected=expected,
            got=got,
            advice=f"if {_host(offer.url)} has updated it, `geomap boundaries remove {name}` first",
        )
    return Downloaded(
        path=path,
        url=offer.url,
        title=offer.title,
        licence=offer.licence,
        attribution=offer.attribution,
        vintage=offer.vintage,
    )


def _fetch(url: str, path: Path, *, name: str, limits: Limits) -> Path:
    """Fetch one file into `path`."""
    if urlsplit(url).scheme not in {"https", "http"}:
        raise DataError(_by_hand(name, f"points to {url[:80]!r}"))
    answers: list[Any] = []
    downloader = pooch.HTTPDownloader(
        progressbar=_Watch(limits),
        timeout=limits.answer_s,
        headers={"User-Agent": _USER_AGENT},
        hooks={"response": lambda answer, **_: answers.append(answer)},
    )
    pooch.get_logger().setLevel(logging.WARNING)
    try:
        pooch.retrieve(
            url, known_hash=None, fname=path.name, path=path.parent, downloader=downloader
        )
    except OSError as error:  # what requests raises is one, too
        raise DataError(_by_hand(name, _why(error, url))) from error
    finally:
        for answer in answers:  # pooch leaves an answer open where it stops halfway
            answer.close()
    return path


class _Watch:
    """What pooch tells of its progress; it stops a download that takes too long or too much."""

    total: int = 0

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._seen = 0
        self._until = time.monotonic() + limits.total_s

    def update(self, size: int) -> None:
        """Count the bytes of one piece."""
        self._seen += size
        if self._seen > self._limits.size:
            raise OSError(f"sends more than {self._limits.size // 1_000_000} MB")
        if time.monotonic() > self._until:
            raise OSError(f"takes longer than {self._limits.total_s:.0f} s")

    def reset(self) -> None:
        """Do nothing; pooch starts its bar anew when it is done."""
        self._seen = 0

    def close(self) -> None:
        """Do nothing."""


def _why(error: OSError, url: str) -> str:
    response = getattr(error, "response", None)
    if response is not None:
        return f"answers {response.status_code} at {_host(url)}"
    if type(error) is OSError:
        return str(error)
    if "timeout" in type(error).__name__.casefold():
        return f"does not answer in time ({_host(url)})"
    return f"cannot be reached ({_host(url)})"


def _by_hand(name: str, problem: str) -> str:
    page = DOWNLOADS[name].page
    return (
        f"{name} {problem}; download the file by hand from {page} "
        f"and run: geomap boundaries install FILE --name {name}"
    )


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _hdx_offers(answer: Mapping[str, Any]) -> list[_Offer]:
    """Read the answer of HDX's `package_show`: GeoJSON first, then shapefiles, then GeoPackage."""
    package = answer["result"]
    order = {"geojson": 0, "shp": 1, "geopackage": 2}
    found = [
        (order[item["format"].casefold()], str(item.get("download_url") or item["url"]))
        for item in package["resources"]
        if item["format"].casefold() in order
    ]
    return [
        _Offer(
            url=url,
            file=_file_name(url, ".zip"),
            title=str(package.get("title") or "COD-AB Pakistan"),
            licence=str(package.get("license_title") or "CC BY 3.0 IGO"),
            attribution="OCHA and WFP (COD-AB, by way of HDX)",
            vintage="",
        )
        for _, url in sorted(found)
    ]


def _geoboundaries_offers(answer: Any) -> list[_Offer]:
    """Read the answer of the geoBoundaries interface: a list of levels, or one of them."""
    levels = answer if isinstance(answer, list) else [answer]
    order = {"ADM2": 0, "ADM3": 1}
    found = [item for item in levels if item["boundaryType"] in order]
    found.sort(
        key=lambda item: (
            "district" not in str(item.get("boundaryCanonical")).casefold(),
            order[item["boundaryType"]],
        ),
    )
    return [
        _Offer(
            url=str(item["gjDownloadURL"]),
            file=_file_name(str(item["gjDownloadURL"]), ".geojson"),
            title=f"geoBoundaries gbOpen Pakistan {item['boundaryType']}",
            licence=str(item.get("boundaryLicense") or "not stated"),
            attribution="geoBoundaries (Runfola et al. 2020)",
            vintage=str(item.get("boundaryYearRepresented") or "")[:10],
        )
        for item in found
    ]


def _file_name(url: str, usual: str) -> str:
    """Return a plain file name; the suffix tells the reader what it is."""
    path = Path(urlsplit(url).path)
    suffixes = {".zip", ".geojson", ".json", ".topojson", ".gpkg"}
    return "boundaries" + (path.suffix.casefold() if path.suffix.casefold() in suffixes else usual)


DOWNLOADS: Mapping[str, _Source] = {
    "cod-ab": _Source(
        api="https://data.humdata.org/api/3/action/package_show?id=cod-ab-pak",
        page="https://data.humdata.org/dataset/cod-ab-pak",
        offers=_hdx_offers,
    ),
    "geoboundaries": _Source(
        api="https://www.geoboundaries.org/api/current/gbOpen/PAK/ALL/",
        page="https://www.geoboundaries.org/",
        offers=_geoboundaries_offers,
    ),
}
"""Sources by name."""
