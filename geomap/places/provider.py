"""The gazetteer as a geocoder of geopy, so that geopy's and geopandas' users can pass it.

``geopandas.tools.geocode(names, provider=OfflineGeocoder)`` and
``geopandas.tools.reverse_geocode(points, provider=OfflineGeocoder)`` work without a network.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geomap import errors
from geomap.places.geocoders import GazetteerGeocoder
from geomap.places.geocoders import Geocoder as AnyGeocoder
from geomap.places.nearest import nearest_place
from geomap.records import Place

__all__ = ["OfflineGeocoder"]


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc] # geopy has no types
    """The adapter of a geocoder that asks nobody; raises only GeocoderUnavailable."""

    def get_text(self, url: str, *, timeout: object, headers: object) -> str:
        del timeout, headers
        raise GeocoderUnavailable(f"OfflineGeocoder asks nobody, not {url}")

    get_json = get_text


class OfflineGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types
    """A geopy geocoder over the gazetteer, or over any geocoder of geomap.

    A `Location` has the name with its parents as its address, geopy's (latitude, longitude), and
    in `raw` the fields of the Place, its precision among them: the point of a district is a
    label point, not where something happened. A place without coordinates is not found.

    Parameters
    ----------
    geocoder
        What is asked; None is the gazetteer with the user's places.
    within
        As for `Geocoder.candidates`; None is anywhere.

    Examples
    --------
    >>> OfflineGeocoder().geocode("Pasni, Gwadar").address
    'Pasni, Gwadar, Balochistan, PK'
    """

    def __init__(self, *, geocoder: AnyGeocoder | None = None, within: str | None = None) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._geocoder = geocoder or GazetteerGeocoder()
        self._within = within

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
    ) -> Any:
        """Return the best Location, or a list of them where `exactly_one` is False; None if none.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is no text, or the geocoder refuses it.
        geopy.exc.GeocoderUnavailable
            If a geocoder that was given cannot answer.
        """
        del timeout  # nothing is waited for
        if not isinstance(query, str):
            raise GeocoderQueryError(f"the query must be text, not {type(query).__name__}")
        try:
            found = self._geocoder.candidates(query, within=self._within)
        except errors.GeocoderRejected as error:
            raise GeocoderQueryError(str(error)) from error
        except errors.GeocodingError as error:
            raise GeocoderUnavailable(str(error)) from error
        return _answer(
            [_location(one) for one in found if one.lat is not None][:limit],
            exactly_one=exactly_one,
        )

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
    ) -> Any:
        """Return the nearest named place, as `geocode` does; `query` is (latitude, longitude).

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is no point.
        """
        del timeout
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise GeocoderQueryError(f"no point (latitude, longitude): {query!r}") from error
        near = nearest_place(point.longitude, point.latitude)  # geopy's order is lat, lon
        return _answer([_location(near.place)] if near else [], exactly_one=exactly_one)


def _answer(found: list[Any], *, exactly_one: bool) -> Any:
    if not found:
        return None
    return found[0] if exactly_one else found


def _location(place: Place) -> Any:
    parts = (place.name, place.admin2, place.admin1, place.country)
    address = ", ".join(dict.fromkeys(part for part in parts if part))
    raw = {**asdict(place), "precision": place.precision.value}
    return Location(address, (place.lat, place.lon), raw)  # geopy's order is lat, lon
