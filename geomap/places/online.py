"""Online geocoders, through geopy: any of its services by name, with manners.

Nothing here runs unless a user names a service. Then it is asked within bounds: at most so many
requests a run (`Budget`), one at a time and no faster than its pace (geopy's RateLimiter), again
only for what may pass, a little later each time, and no more at all when it has failed several
times in a row. Answers outside the country asked for are dropped. What a service sends is not
trusted: names are cut to one clean line, coordinates must be on Earth, and a point whose sort is
not known counts as an area, never as a pin.
"""

from __future__ import annotations

import inspect
import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import geopy.adapters
import geopy.exc
import geopy.geocoders
from geopy.extra.rate_limiter import RateLimiter

from geomap.errors import (
    GeocoderRejected,
    GeocoderUnavailable,
    GeocodingError,
    RateLimited,
    SettingsError,
)
from geomap.http import Manners, fetch, is_local, with_retries
from geomap.places.answers import located_places
from geomap.places.geocache import CachedGeocoder
from geomap.places.geocoders import area_of
from geomap.records import Place

__all__ = ["Budget", "GeopyGeocoder", "online_geocoder"]

_LIMIT = 10
_LONGEST = 300  # characters of a question
_FAILURES = 3  # in a row, each after its retries, before a service is left alone
_BOX = [(23.0, 60.5), (37.5, 78.0)]  # Pakistan, roughly: south-west and north-east (lat, lon)
_SAMPLE_AGENTS = ("my-application", "my_app/1", "geopy", "specify_your_app_name_here")


@dataclass(slots=True, kw_only=True)
class Budget:
    """How many requests a run may make, and how fast.

    `min_delay_s` is the seconds from one request to the next. `spent` counts the requests that
    were made, retries included.
    """

    requests: int = 200
    min_delay_s: float = 1.0
    spent: int = 0


class _Adapter(geopy.adapters.BaseSyncAdapter):  # type: ignore[misc] # geopy has no types
    """What geopy asks through; raises AdapterHTTPError and geopy's own service errors only."""

    def __init__(self, *, proxies: object, ssl_context: object, manners: Manners) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._manners = manners

    def get_text(self, url: str, *, timeout: object, headers: Mapping[str, str]) -> str:
        del timeout  # the manners have it
        try:
            reply = fetch(url, manners=self._manners, headers=headers)
        except TimeoutError as error:
            raise geopy.exc.GeocoderTimedOut(str(error)) from error
        except OSError as error:
            raise geopy.exc.GeocoderUnavailable(str(error)) from error
        if reply.status >= 400:
            raise geopy.adapters.AdapterHTTPError(
                f"status {reply.status}",
                status_code=reply.status,
                headers=reply.headers,
                text=reply.text()[:200],
            )
        return reply.text()

    def get_json(self, url: str, *, timeout: object, headers: Mapping[str, str]) -> object:
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise geopy.exc.GeocoderParseError("its answer is no JSON") from error


class GeopyGeocoder:
    """One service of geopy as a geocoder.

    Parameters
    ----------
    service
        Its name in geopy: ``nominatim``, ``photon``, ``pelias``, ``geonames`` or any other.
    options
        What geopy's class of that name takes: ``domain``, ``scheme``, ``api_key``, ``username``.
    country
        ISO 3166 alpha-2 code that answers are bounded to; None is the whole world.
    manners
        Limits and the user agent. A public service wants a user agent that says who is asking.
    budget
        How many requests may be made, and how fast; None is 200, one a second.

    Raises
    ------
    SettingsError
        If the service or an option is not known to geopy, one is missing, or a public service
        is to be asked without a user agent.
    """

    def __init__(
        self,
        service: str,
        *,
        options: Mapping[str, object] | None = None,
        country: str | None = "PK",
        manners: Manners | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.service = service.lower()
        self._manners = manners or Manners()
        self._country = country
        self._failures = 0
        self._closed: GeocodingError | None = None
        self.budget = budget or Budget()
        geocoder = _geopy_geocoder(self.service, dict(options or {}), self._manners)
        self._arguments = _bounds(geocoder, country)
        self._limited = RateLimiter(
            geocoder.geocode,
            min_delay_seconds=self.budget.min_delay_s,
            max_retries=0,  # geopy would retry a rejected key, and not look at Retry-After
            error_wait_seconds=self.budget.min_delay_s,
            swallow_exceptions=False,
        )

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return candidates, best first.

        Raises
        ------
        GeocoderUnavailable
            If the service cannot be reached, its answer not be understood, or the run's budget
            is spent; RateLimited if it asks to wait for longer than the manners allow.
        GeocoderRejected
            If it refuses the key or the question, or `within` is no known area.
        """
        area = area_of(within) if within is not None else None
        asked = _one_line(toponym)
        if not any(map(str.isalpha, asked)):
            return []
        if self._closed is not None:
            raise type(self._closed)(str(self._closed))
        query = asked if area is None or area.name in asked else f"{asked}, {area.name}"
        try:
            locations = with_retries(
                partial(self._ask, query),
                errors=GeocoderUnavailable,
                manners=self._manners,
            )
            places = located_places(locations, service=self.service, country=self._country)
        except GeocodingError as error:
            self._count(error)
            raise
        self._failures = 0
        return [place for place in places if area is None or area.covers(place)]

    def _ask(self, query: str) -> list[Any]:
        if self.budget.spent >= self.budget.requests:
            self._closed = GeocoderRejected(
                f"{self.service}: the {self.budget.requests:,} requests of this run are spent",
            )
            raise self._closed
        self.budget.spent += 1
        try:
            return list(self._limited(query, exactly_one=False, **self._arguments) or [])
        except geopy.exc.GeopyError as error:
            self._translate(error)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise GeocoderUnavailable(
                f"{self.service}: its answer has another form than geopy expects",
            ) from error

    def _translate(self, error: geopy.exc.GeopyError) -> NoReturn:
        """Raise our error for one of geopy's."""
        name = self.service
        if isinstance(error, geopy.exc.GeocoderRateLimited):
            wait = error.retry_after
            said = f"; it asks to wait {wait:.0f} s" if wait is not None else ""
            raise RateLimited(f"{name} was asked too often{said}", retry_after=wait) from error
        if isinstance(error, geopy.exc.GeocoderQuotaExceeded):
            self._closed = GeocoderRejected(f"{name}: the quota of this key is used up")
            raise self._closed from error
        refusals = (
            geopy.exc.GeocoderAuthenticationFailure,
            geopy.exc.GeocoderInsufficientPrivileges,
        )
        if isinstance(error, refusals):
            self._closed = GeocoderRejected(f"{name} refuses the key or the user agent")
            raise self._closed from error
        if isinstance(error, geopy.exc.GeocoderQueryError):
            raise GeocoderRejected(f"{name} does not understand the question") from error
        raise GeocoderUnavailable(f"{name}: {str(error)[:200]}") from error

    def _count(self, error: GeocodingError) -> None:
        """Leave a service alone that asks to be, or that fails again and again."""
        if not isinstance(error, GeocoderUnavailable):
            return
        self._failures += 1
        if isinstance(error, RateLimited) or self._failures >= _FAILURES:
            self._closed = GeocoderUnavailable(f"{error}; it is not asked again in this run")


def online_geocoder(
    service: str,
    *,
    user_agent: str | None = None,
    options: Mapping[str, object] | None = None,
    country: str | None = "PK",
    budget: int = 200,
    cache: Path | None = None,
) -> CachedGeocoder:
    """Return a service of geopy with a cache on disk in front of it.

    Parameters
    ----------
    service
        ``nominatim``, ``photon``, ``pelias``, ``geonames`` or any other that geopy knows.
    user_agent
        Who is asking, with an address to write to: "my-study (me@example.org)". A public
        service is not asked without one.
    options
        What geopy's class of that name takes: ``domain``, ``scheme``, ``api_key``, ``username``.
    country
        ISO 3166 alpha-2 code that answers are bounded to; None is the whole world.
    budget
        How many requests a run may make; answers from the cache cost none.
    cache
        The file of the cache; None is the user's.

    Raises
    ------
    SettingsError
        As `GeopyGeocoder`.
    """
    manners = Manners(user_agent=user_agent) if user_agent else Manners()
    geocoder = GeopyGeocoder(
        service,
        options=options,
        country=country,
        manners=manners,
        budget=Budget(requests=budget),
    )
    domain = str((options or {}).get("domain", ""))
    name = " ".join(filter(None, (geocoder.service, domain, country or "world")))
    return CachedGeocoder(geocoder, service=name, path=cache)


def _geopy_geocoder(service: str, options: dict[str, object], manners: Manners) -> Any:
    """Return geopy's geocoder, its options checked."""
    known = geopy.geocoders.SERVICE_TO_GEOCODER
    if service not in known:
        raise SettingsError(
            f"no online geocoder {service!r} is known; there are {', '.join(sorted(known))}",
        )
    parameters = inspect.signature(known[service].__init__).parameters
    own = {"self", "adapter_factory", "user_agent", "timeout", "proxies", "ssl_context"}
    allowed = sorted(set(parameters) - own)
    for name in sorted(set(options) - set(allowed)):
        raise SettingsError(f"{service} has no option {name!r}; it has {', '.join(allowed)}")
    missing = [
        name
        for name in allowed
        if parameters[name].default is inspect.Parameter.empty and name not in options
    ]
    if missing:
        raise SettingsError(f"{service} needs the option {', '.join(missing)}")
    _check_user_agent(service, str(options.get("domain", "")), manners.user_agent)
    adapter = partial(_Adapter, manners=manners)
    try:
        return known[service](**options, user_agent=manners.user_agent, adapter_factory=adapter)
    except (geopy.exc.ConfigurationError, TypeError, ValueError) as error:
        raise SettingsError(f"{service} cannot be set up: {error}") from error


def _check_user_agent(service: str, domain: str, user_agent: str) -> None:
    words = user_agent.lower()
    named = words != Manners().user_agent and not words.startswith(_SAMPLE_AGENTS) and words.strip()
    if not named and not _is_private(domain):
        raise SettingsError(
            f"{service} is a public service and wants to know who is asking: give a user agent "
            "such as --user-agent 'my-study (me@example.org)'",
        )


def _is_private(domain: str) -> bool:
    """Whether a domain is on this machine or in a network of one's own."""
    host = domain.partition("/")[0]
    if is_local(f"http://{host}"):
        return True
    try:
        return ipaddress.ip_address(host.rpartition(":")[0] or host).is_private
    except ValueError:
        return False


def _one_line(toponym: str) -> str:
    """Return a toponym as it is sent: printable, one line, not longer than any name is."""
    kept = "".join(char if char.isprintable() else " " for char in toponym)
    return " ".join(kept.split())[:_LONGEST]


def _bounds(geocoder: Any, country: str | None) -> dict[str, object]:
    """Return what a service is told besides the question, as far as it takes it."""
    parameters = inspect.signature(geocoder.geocode).parameters
    wanted: dict[str, object] = {"limit": _LIMIT, "language": "en", "addressdetails": True}
    if country is not None:
        wanted |= {"country_codes": country.lower()}
        if isinstance(geocoder, geopy.geocoders.GeoNames):
            wanted |= {"country": country}
        if isinstance(geocoder, geopy.geocoders.Pelias):
            wanted |= {"countries": [country]}
        if isinstance(geocoder, geopy.geocoders.Photon) and country == "PK":
            wanted |= {"bbox": _BOX}
    return {name: value for name, value in wanted.items() if name in parameters}
