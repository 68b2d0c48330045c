"""The commands ``geomap gazetteer ...``, and what ``geomap geocode`` and ``reverse`` do.

Each parses options, calls one function and prints: data to standard output, messages to standard
error. As in `geomap.cli`, commands import what they call, so that starting the program is fast.
"""

# commands import what they call

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geomap.console import out, plain, say

if TYPE_CHECKING:
    from geomap.places.geocache import CachedGeocoder
    from geomap.places.intake import Added
    from geomap.records import Place

__all__ = ["app", "geocode", "reverse"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Search, extend and describe the gazetteer.",
    epilog="Example: geomap gazetteer search Hoshab",
)

Within = Annotated[
    str | None,
    typer.Option(help="A p-code, a country code, or the name of an area to stay within."),
]
Online = Annotated[
    str | None,
    typer.Option(
        help="Ask this service (nominatim, photon, pelias, geonames, ...) for what is not known.",
    ),
]
UserAgent = Annotated[
    str | None,
    typer.Option(help="Who is asking, with an address: 'my-study (me@example.org)'."),
]
OnlineOption = Annotated[
    list[str] | None,
    typer.Option(help="An option of the service, such as domain=localhost:8080; may be repeated."),
]
Worldwide = Annotated[
    bool, typer.Option("--worldwide", help="Take answers online from outside Pakistan too.")
]
BudgetOption = Annotated[int, typer.Option(min=0, help="The most requests of this run.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines.")]

_SHOWN = 20


@app.command(epilog="Example: geomap gazetteer search 'Killa Saifula' --limit 3")
def search(
    text: Annotated[str, typer.Argument(help="A name, with its parents after commas.")],
    within: Within = None,
    limit: Annotated[int, typer.Option(min=1, help="The most candidates to print.")] = 10,
    as_json: AsJson = False,  # a flag of the command
) -> None:
    """Print what a name may mean: level, parents, source, score and reason."""
    from geomap.places.geocoders import GazetteerGeocoder
    from geomap.places.lookup import parents_of, words_of

    geocoder = GazetteerGeocoder()
    matches = geocoder.search(text, within=within)[:limit]
    if not matches:
        say(f"no place {text!r} is known")
    for match in matches:
        place = geocoder.gazetteer.place_of(match.entry)
        reason, _ = words_of(match, text)
        parents = parents_of(place, gazetteer=geocoder.gazetteer)
        facts = {
            "name": place.name,
            "level": place.precision.value,
            "parents": ", ".join(parents),
            "lon": place.lon,
            "lat": place.lat,
            "source": place.source,
            "score": round(match.score, 1),
            "reason": reason + ("; ambiguous by itself" if match.entry.ambiguous else ""),
        }
        _print(facts, as_json=as_json)


@app.command(epilog="Example: geomap gazetteer info")
def info() -> None:
    """Print how many places are known, from where, and under what licence."""
    from collections import Counter

    from geomap.places.gazetteer import load_gazetteer
    from geomap.places.geocache import cache_path
    from geomap.places.place_store import list_collections, store_path

    entries = load_gazetteer().entries
    counts = Counter(entry.level for entry in entries)
    words = ", ".join(f"{count:,} {level}" for level, count in counts.most_common())
    out(f"geomap: {len(entries):,} places ({words})")
    out("  contains data of GeoNames (geonames.org), CC BY 4.0, corrected and extended")
    for one in list_collections():
        facts = [f"{one.rows:,} places", one.licence, one.vintage and f"of {one.vintage}"]
        rejected = f"{one.rejected:,} rows rejected" if one.rejected else ""
        out(f"{one.name}: {', '.join(filter(None, (*facts, rejected)))}")
        if one.attribution:
            out(f"  {one.attribution}")
    for path in (store_path(), cache_path()):
        out(f"{path}: {f'{path.stat().st_size:,} bytes' if path.exists() else 'not there yet'}")


@app.command(epilog="Example: geomap gazetteer install PK.zip")
def install(
    file: Annotated[Path, typer.Argument(help="A country dump of geonames.org, such as PK.zip.")],
) -> None:
    """Install a GeoNames country dump, to be consulted by every look-up."""
    from geomap.places.dumps import install_dump

    _report(install_dump(file))


@app.command(epilog="Example: geomap gazetteer add places.csv")
def add(
    file: Annotated[
        Path, typer.Argument(help="A CSV table with name, and lon and lat, or district.")
    ],
) -> None:
    """Add places of your own; they come before all others."""
    from geomap.places.additions import add_places

    _report(add_places(file))


@app.command(epilog="Example: geomap gazetteer remove geonames-PK")
def remove(
    name: Annotated[str, typer.Argument(help="A collection that `info` lists.")],
) -> None:
    """Take an installed dump, or your own places, out again."""
    from geomap.places.place_store import remove_collection

    remove_collection(name)
    say(f"removed {name}")


def geocode(  # the options of a command
    texts: Annotated[list[str], typer.Argument(help="Names, with their parents after commas.")],
    within: Within = None,
    online: Online = None,
    user_agent: UserAgent = None,
    online_option: OnlineOption = None,
    worldwide: Worldwide = False,  # a flag of the command
    budget: BudgetOption = 200,
    as_json: AsJson = False,  # a flag of the command
) -> None:
    """Print the place that a name means, and why."""
    from geomap.places.lookup import Lookup
    from geomap.places.user_places import full_gazetteer

    service = online_from(
        online, user_agent=user_agent, options=online_option, worldwide=worldwide, budget=budget
    )
    lookup = Lookup(full_gazetteer(), within=within, online=service)
    for text in texts:
        found = lookup.one(text)
        place = found.place
        facts = {
            "query": text,
            "name": place.name if place else None,
            "level": found.level,
            "parents": ", ".join(found.parents),
            **_where(place),
            "source": found.source,
            "score": found.score,
            "reason": found.reason,
        }
        _print(facts, as_json=as_json)
    if service is not None and service.problem:
        say(service.problem)


def reverse(
    lon: Annotated[float, typer.Argument(help="Longitude in degrees.")],
    lat: Annotated[float, typer.Argument(help="Latitude in degrees.")],
    as_json: AsJson = False,  # a flag of the command
) -> None:
    """Print the nearest named place and its units."""
    from geomap.places.geocode import reverse as look

    found = look(lon, lat)
    facts = {name: value for name, value in asdict(found).items() if name != "place"}
    facts = {"name": found.place.name if found.place else None, **facts}
    _print(facts, as_json=as_json)


def online_from(
    service: str | None,
    *,
    user_agent: str | None,
    options: list[str] | None,
    worldwide: bool,
    budget: int,
) -> CachedGeocoder | None:
    """Return the online geocoder that options of a command ask for; None where they ask for none.

    Raises
    ------
    SettingsError
        If the service, an option or the user agent will not do.
    """
    from geomap.errors import SettingsError

    if service is None:
        if user_agent or options or worldwide:
            raise SettingsError("nothing is asked online: name a service with --online")
        return None
    from geomap.places.online import online_geocoder

    pairs = [item.partition("=") for item in options or ()]
    for name, sign, _ in pairs:
        if not sign:
            raise SettingsError(f"--online-option {name!r} must be name=value")
    return online_geocoder(
        service,
        user_agent=user_agent,
        options={name: value for name, _, value in pairs},
        country=None if worldwide else "PK",
        budget=budget,
    )


def _where(place: Place | None) -> dict[str, Any]:
    names = ("lon", "lat", "country", "admin1_pcode", "admin2_pcode")
    return {name: getattr(place, name, None) for name in names}


def _report(added: Added) -> None:
    for one in added.rejected[:_SHOWN]:
        say(f"not used: row {one.row}: {one.reason}")
    if added.n_rejected > _SHOWN:
        say(f"and {added.n_rejected - _SHOWN:,} more rows not used")
    for reason, count in added.passed_over.items():
        say(f"passed over: {count:,} {reason}")
    if added.conflicts:
        say(f"{added.conflicts:,} places lie elsewhere than stated; what was stated is kept")
    say(f"{added.collection.name}: {added.kept:,} of {added.rows:,} rows are places now")


def _print(facts: dict[str, Any], *, as_json: bool) -> None:
    """Print facts as one JSON line, or those that are known one a line, after a blank line."""
    if as_json:
        out(json.dumps(facts, ensure_ascii=False))
        return
    known = {name: value for name, value in facts.items() if value not in {None, ""}}
    out("\n".join(f"{name:13} {plain(value)}" for name, value in known.items()) + "\n")
