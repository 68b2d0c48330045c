"""Geocoders: anything that gives candidates for a toponym, behind one protocol.

A gazetteer is a geocoder that needs no network. Online services are in `geomap.places.online`,
the cache on disk in `geomap.places.geocache`; each of them, and each of those here, obeys one
contract: not found is an empty list, failure is a `GeocodingError`, and `within` bounds the
answer. Whatever a geocoder is given, it changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from geomap.errors import GeocoderRejected, GeocodingError, SettingsError
from geomap.places.gazetteer import Gazetteer, Match
from geomap.places.names import fold_name
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision

__all__ = ["Area", "ChainGeocoder", "FixedGeocoder", "GazetteerGeocoder", "Geocoder", "area_of"]


class Geocoder(Protocol):
    """Anything that gives candidates for a toponym."""

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return the places that a toponym may mean, best first.

        Parameters
        ----------
        toponym
            A name in Latin or Urdu script, with its parents after commas if they are known.
        within
            A p-code, an ISO 3166 alpha-2 code, or the name of a country, province, division or
            district that the places must lie in; None is anywhere.

        Raises
        ------
        GeocodingError
            The only sort of error: no answer could be had, or `within` is no known area.
        """
        ...


@dataclass(frozen=True, slots=True)
class Area:
    """An area that bounds candidates: its name, and the codes that places in it bear."""

    name: str
    codes: frozenset[str]

    def covers(self, place: Place) -> bool:
        """Whether a place is known to lie in the area."""
        return not self.codes.isdisjoint(_codes_of(place))


def area_of(within: str, *, gazetteer: Gazetteer | None = None) -> Area:
    """Return the area that a p-code, a country code or a name stands for.

    Raises
    ------
    GeocoderRejected
        If there is none.

    Examples
    --------
    >>> area_of("PK211").name, area_of("Makran division").name
    ('Kech', 'Makran')
    """
    gazetteer = gazetteer or full_gazetteer()
    entry = gazetteer.by_id(f"unit:{within}") or gazetteer.by_id(f"country:{within}")
    if entry is not None:
        places = [gazetteer.place_of(entry)]
    else:
        matches = gazetteer.search(within)
        places = [gazetteer.place_of(match.entry) for match in matches if match.how != "fuzzy"]
    areas = [place for place in places if _is_area(place)]
    if not areas:
        raise GeocoderRejected(
            f"within={within!r} is no p-code, country, province, division or district of the "
            "gazetteer",
        )
    return Area(areas[0].name, frozenset(code for area in areas for code in _codes_inside(area)))


def _is_area(place: Place) -> bool:
    return Precision.DISTRICT.rank <= place.precision.rank <= Precision.COUNTRY.rank


def _codes_inside(area: Place) -> set[str]:
    """Return the codes that places inside an area bear."""
    if area.precision is Precision.COUNTRY:
        return {area.country or ""} - {""}
    if area.precision is Precision.PROVINCE:
        return {_province_code(area)} - {""}
    return {area.admin2_pcode or "", *area.districts} - {""}


def _codes_of(place: Place) -> set[str]:
    own = {place.country or "", _province_code(place), place.admin2_pcode or "", *place.districts}
    return own - {""}


def _province_code(place: Place) -> str:
    """Return the p-code of a place's province; abroad, its country and name."""
    if place.admin1_pcode or not place.admin1:
        return place.admin1_pcode or ""
    return f"{place.country} {place.admin1}"


class GazetteerGeocoder:
    """The geocoder that needs no network: the gazetteer, and what the user has added to it.

    Parameters
    ----------
    gazetteer
        Where to look; None is the gazetteer that geomap ships together with the places that the
        user has installed or added.

    Examples
    --------
    >>> [place.name for place in GazetteerGeocoder().candidates("Fort Sandeman")]
    ['Zhob']
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._given = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that is asked, loaded on first use."""
        return self._given or full_gazetteer()

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return candidates, best first. Raises only GeocoderRejected, for an unknown `within`."""
        found = self.search(toponym, within=within)
        return [self.gazetteer.place_of(match.entry) for match in found]

    def search(self, toponym: str, *, within: str | None = None) -> list[Match]:
        """Return as `candidates`, with how each was found and its score (0-100).

        A name that is known elsewhere is not taken for a similar one: "Hoshab, Punjab" is not
        Khushab.
        """
        gazetteer = self.gazetteer
        try:
            found = gazetteer.search(toponym, within=within)
        except SettingsError as error:
            raise GeocoderRejected(str(error)) from error
        if found and found[0].how == "fuzzy":
            name = re.split("[,،]", toponym)[0]
            is_bounded = within is not None or name != toponym
            if is_bounded and any(match.how != "fuzzy" for match in gazetteer.search(name)):
                return []
        return found


class FixedGeocoder:
    """A geocoder backed by a dict, for tests and for a handful of known places.

    Parameters
    ----------
    places
        Toponym -> its places, best first. Spelling is folded; a toponym with parents ("Mand,
        Kech") is looked up as a whole, then by its first part inside those parents.

    Examples
    --------
    >>> hill = Place(name="Fixed Hill", precision=Precision.SITE, lon=66.5, lat=30.1)
    >>> FixedGeocoder({"Fixed Hill": [hill]}).candidates("fixed hill")[0].lon
    66.5
    """

    def __init__(self, places: Mapping[str, Sequence[Place]]) -> None:
        self._places = {fold_name(name): tuple(found) for name, found in places.items()}

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return candidates, best first. Raises only GeocoderRejected, for an unknown `within`."""
        areas = [area_of(within)] if within is not None else []
        found = self._places.get(fold_name(toponym), ())
        if not found:
            name, *parents = re.split("[,،]", toponym)
            found = self._places.get(fold_name(name), ())
            areas += _known_areas(parents)
        return [place for place in found if all(area.covers(place) for area in areas)]


def _known_areas(names: Iterable[str]) -> Iterator[Area]:
    for name in names:
        try:
            yield area_of(name.strip())
        except GeocoderRejected:
            continue  # a parent that is not known does not narrow


class ChainGeocoder:
    """Several geocoders, asked in turn; the first that knows the name answers.

    One that fails is passed over. Where no later one knows the name either, its error is raised,
    so that a failure never looks like "not found".

    Parameters
    ----------
    geocoders
        The first to ask comes first.
    """

    def __init__(self, geocoders: Iterable[Geocoder]) -> None:
        self._geocoders = tuple(geocoders)

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return candidates, best first. Raises only GeocodingError, of the first that failed."""
        failure: GeocodingError | None = None
        for geocoder in self._geocoders:
            try:
                found = geocoder.candidates(toponym, within=within)
            except GeocodingError as error:
                failure = failure or error
                continue
            if found:
                return found
        if failure is not None:
            raise failure
        return []
