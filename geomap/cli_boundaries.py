"""The commands ``geomap boundaries``: list, show, install, use and remove boundary sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from geomap.console import plain, say

__all__ = ["boundaries"]

boundaries = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Boundary sets: list, show, install, use, remove.",
    epilog="Example: geomap boundaries install districts.geojson && geomap boundaries list",
)

Name = Annotated[str, typer.Argument(help="The name of a boundary set.")]
Text = str | None
_SHOWN = 20  # entries of one list that are printed; `show --all` prints them all


@boundaries.command("list", epilog="Example: geomap boundaries list")
def list_sets() -> None:
    """Print the sets, tab-separated; an asterisk marks those in use."""
    from geomap.places.boundaries import boundary_record, list_boundaries
    from geomap.places.boundary_install import in_use

    used: dict[str, list[str]] = {}
    for level, name in in_use().items():
        used.setdefault(name, []).append(level)
    _print("in_use", "name", "level", "vintage", "units", "licence", "title")
    for name in list_boundaries():
        record = boundary_record(name)
        mark = "*" + ",".join(used[name]) if name in used else ""
        values = (record[key] for key in ("level", "vintage", "count", "licence", "title"))
        _print(mark, name, *values)


@boundaries.command("show", epilog="Example: geomap boundaries show cod-ab")
def show(
    name: Name,
    everything: Annotated[bool, typer.Option("--all", help="Print long lists whole.")] = False,
) -> None:
    """Print the record of a set, whole."""
    from geomap.places.boundaries import boundary_record, load_boundaries
    from geomap.places.boundary_check import check_areas
    from geomap.places.vintages import lacking_today

    record = boundary_record(name)
    for key, value in record.items():
        if isinstance(value, list):
            _print_list(key, value, limit=None if everything else _SHOWN)
        elif isinstance(value, Mapping):
            _print(key, ", ".join(f"{what}: {number}" for what, number in value.items()) or "none")
        elif value not in (None, ""):
            _print(key, value)
    if record["level"] == "admin2":
        folds = lacking_today(load_boundaries(name).frame["pcode"])
        notes: list[object] = [fold.note for fold in folds.values()]
        _print_list("districts of today that it lacks", notes, limit=None)
        far = [check for check in check_areas(load_boundaries(name)) if check.is_far]
        lines: list[object] = [
            f"{check.name}: {check.area_km2:,.0f} km², census {check.census_km2:,}" for check in far
        ]
        _print_list("districts far from the census's area", lines, limit=None)


@boundaries.command(
    "install",
    epilog="Example: geomap boundaries install tehsils.zip --licence MIT --name tehsils",
)
def install(
    source: Annotated[str, typer.Argument(help="A file, or cod-ab or geoboundaries.")],
    name: Annotated[Text, typer.Option(help="What to call the set.")] = None,
    name_column: Annotated[Text, typer.Option(help="The column of the units' names.")] = None,
    code_column: Annotated[Text, typer.Option(help="The column of the p-codes.")] = None,
    province_column: Annotated[Text, typer.Option(help="The column of the provinces.")] = None,
    district_column: Annotated[Text, typer.Option(help="The column of the districts.")] = None,
    level: Annotated[Text, typer.Option(help="admin1, admin2 or admin3 (tehsils).")] = None,
    layer: Annotated[Text, typer.Option(help="One of several layers.")] = None,
    crs: Annotated[Text, typer.Option(help="The CRS, where the file names none.")] = None,
    licence: Annotated[Text, typer.Option(help="The publisher's licence.")] = None,
    attribution: Annotated[Text, typer.Option(help="Whom maps must name.")] = None,
    title: Annotated[Text, typer.Option(help="The set's title.")] = None,
    vintage: Annotated[Text, typer.Option(help="The date that it describes.")] = None,
    match: Annotated[
        list[str] | None,
        typer.Option(help="NAME=P-CODE for a name spelled in its own way; may be repeated."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite a set.")] = False,
) -> None:
    """Install a set from a file or a known source."""
    from geomap.places.boundary_install import InstallOptions, install_boundaries

    more = InstallOptions(
        level=level,
        layer=layer,
        crs=crs,
        title=title,
        attribution=attribution,
        vintage=vintage,
        province_column=province_column,
        district_column=district_column,
        match=_pairs(match or []),
        replace=replace,
    )
    record = install_boundaries(
        source,
        name=name,
        name_column=name_column,
        code_column=code_column,
        licence=licence,
        more=more,
    )
    _report(record)


@boundaries.command("use", epilog="Example: geomap boundaries use cod-ab")
def use(
    name: Name,
    level: Annotated[Text, typer.Option(help="A coarser level that it is to serve.")] = None,
) -> None:
    """Take a set whenever none is named."""
    from geomap.places.boundary_install import use_boundaries

    say(f"{name} now serves {use_boundaries(name, level=level)}")


@boundaries.command("remove", epilog="Example: geomap boundaries remove cod-ab")
def remove(name: Name) -> None:
    """Delete an installed set."""
    from geomap.places.boundary_install import remove_boundaries

    remove_boundaries(name)
    say(f"removed {name}")


def _pairs(texts: list[str]) -> dict[str, str]:
    from geomap.errors import SettingsError

    pairs = {}
    for text in texts:
        name, equals, code = text.rpartition("=")
        if not equals or not name.strip():
            raise SettingsError(f"--match is {text!r}; it must be NAME=P-CODE, such as Bolan=PK209")
        pairs[name.strip()] = code.strip()
    return pairs


def _report(record: Mapping[str, Any]) -> None:
    """Say what was installed, what was repaired, and what a person should look at."""
    found = ", ".join(f"{number} by {how}" for how, number in _found(record).items())
    say(
        f"installed {record['name']}: {record['count']} units of level {record['level']} from "
        f"{record['features']} features ({found}), vintage {record['vintage']}",
    )
    repairs = ", ".join(f"{what} {number}" for what, number in record["repairs"].items())
    say(f"repaired: {repairs or 'nothing'}")
    for key, words in (
        ("unmatched", "not used"),
        ("left_out", "left out"),
        ("fuzzy", "check"),
    ):
        for entry in record[key][:_SHOWN]:
            say(f"{words}: {_entry(entry)}")
        if len(record[key]) > _SHOWN:
            say(f"{words}: and {len(record[key]) - _SHOWN} more; see boundaries show --all")
    if record["licence_basis"] != "given":
        source = {"file": "from a file in the zip", "columns": "from the kind of file"}
        basis = source.get(record["licence_basis"], "nothing in the file says more")
        say(f"licence: {record['licence']} ({basis}); set it with --licence and --attribution")
    say(f"to use it: geomap boundaries use {record['name']}")


def _found(record: Mapping[str, Any]) -> dict[str, int]:
    return {how: n for how, n in record["matches"].items() if how not in ("unmatched", "left_out")}


def _entry(entry: object) -> str:
    if not isinstance(entry, Mapping):
        return str(entry)
    if "pcode" in entry:
        return f"{entry['pcode']}: {entry['features']}"
    within = f" ({entry['within']})" if entry.get("within") else ""
    reason = f": {entry['reason']}" if entry.get("reason") else ""
    return f"{entry['name']}{within}{reason}"


def _print_list(title: str, entries: list[object], *, limit: int | None) -> None:
    _print(title, len(entries))
    for entry in entries[:limit]:
        _print("", _entry(entry))
    if limit is not None and len(entries) > limit:
        _print("", f"and {len(entries) - limit} more; --all prints them")


def _print(*values: object) -> None:
    typer.echo("\t".join(map(plain, values)))
