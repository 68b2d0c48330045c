"""Look one name up: candidates, a prior and the parents in the text become one place and a reason.

The gazetteer answers first, the user's own places before it. Only what it does not know goes to
an online geocoder, and only where one is given. What stays unknown falls back to the parent that
the text names ("Nowhere, Kech" is Kech at the precision of a district). A name that may mean
several places is never settled by a coin: where a margin of the prior does not decide, their
common parent is given. The prior prefers towns to areas, larger towns, Pakistan, a main name to
another spelling, and places that geomap knows itself to those of a dump.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geomap.errors import GeocoderRejected, GeocodingError
from geomap.places.gazetteer import Entry, Gazetteer, Match
from geomap.places.geocoders import Area, GazetteerGeocoder, Geocoder, area_of
from geomap.places.names import fold_name
from geomap.places.phrases import related_name
from geomap.places.relation import relate
from geomap.places.resolve import MARGIN
from geomap.places.units import parents as units_above
from geomap.records import Place, Precision, Relation

__all__ = ["Geocoded", "Lookup", "parents_of", "words_of"]

_LEVEL_POINTS = {
    "province": 1.0, "country": 1.0, "settlement": 0.8, "line": 0.7, "site": 0.6, "district": 0.5,
    "tehsil": 0.3, "division": 0.2,
}  # fmt: skip
_IN_PAKISTAN, _PER_TENFOLD, _MAIN_NAME, _SHIPPED, _OWN = 2.0, 0.3, 1.2, 1.0, 3.0
_NAMED = 4  # candidates that a reason names
_PARENT_SCORE = 0.3
_ONLINE_SCORE = 0.6

_PARENT_FORMS = (
    (re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$"), r", \1"),
    (re.compile(r"\s*;\s*|\s+[-–—]\s+"), ", "),
    (re.compile(r"(?i)^(.+?)(?:'s)? (?:area|village|town|locality) (?:of|in) (.+)$"), r"\1, \2"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geocoded:
    """What a text was found to mean.

    `place` is None where nothing is known. `parents` are the names of the units above it,
    nearest first. `score` is 0..1. `candidates` are all places it may mean, best first.
    """

    query: str
    place: Place | None
    parents: tuple[str, ...] = ()
    score: float = 0.0
    reason: str = ""
    candidates: tuple[Place, ...] = ()

    @property
    def level(self) -> str:
        """How precisely the place is known, as the word in every file; ``unknown`` if not."""
        return (self.place.precision if self.place else Precision.UNKNOWN).value

    @property
    def source(self) -> str:
        """Who says where the place is: GeoNames, own, user, an online service; empty if nobody."""
        return self.place.source if self.place else ""


class Lookup:
    """Where names are looked up, and within what."""

    def __init__(
        self, gazetteer: Gazetteer, *, within: str | None, online: Geocoder | None
    ) -> None:
        self._gazetteer = gazetteer
        self._offline = GazetteerGeocoder(gazetteer)
        self._online = online
        self._within = within
        self._scope = area_of(within, gazetteer=gazetteer) if within is not None else None
        self._areas: dict[str, Area | None] = {}

    def one(self, text: str) -> Geocoded:
        """Return what one text means."""
        if not fold_name(text):
            return Geocoded(query=text, place=None, reason="no place name is given")
        query = _Query(text=text, parts=_parts(text))
        matches = self._search(query)
        if not matches or matches[0].how == "fuzzy":
            other = _Query(text=text, parts=_parts(_with_commas(text)))
            if other != query and (better := self._search(other)):
                query, matches = other, better
        if not matches or matches[0].how == "fuzzy":
            name, relation = related_name(text)
            if relation.kind != "in":
                return self._related(text, self.one(name), relation)
        query = replace(query, unknown=self._unknown_parents(query))
        if matches:
            return self._with_parents(self._chosen(query, matches))
        return self._with_parents(self._not_in_gazetteer(query))

    def _related(self, text: str, found: Geocoded, relation: Relation) -> Geocoded:
        """Return what a text means that names a spot by a place that was found, or was not."""
        if found.place is None:
            return replace(found, query=text)
        place = relate(found.place, relation)
        words = f"{_in_words(relation)} {found.place.name}: {found.reason}"
        if place.precision is found.place.precision and place.precision is not Precision.NEAR:
            words += f"; for a {place.precision.value} the spot cannot be told more precisely"
        return replace(found, query=text, place=place, reason=words)

    def _search(self, query: _Query) -> list[Match]:
        toponym = ", ".join((query.parts[0], *map(self._area_key, query.parts[1:])))
        return self._offline.search(toponym, within=self._within)

    def _area_key(self, parent: str) -> str:
        """Return a parent as the gazetteer understands it: a town stands for its district."""
        if self._area(parent) is not None:
            return parent
        towns = self._gazetteer.lookup(fold_name(parent))
        codes = {town.admin2_pcode for town in towns if town.level in {"settlement", "tehsil"}}
        return codes.pop() if len(codes) == 1 and "" not in codes else parent

    def _area(self, name: str) -> Area | None:
        if name not in self._areas:
            try:
                self._areas[name] = area_of(name, gazetteer=self._gazetteer)
            except GeocoderRejected:
                self._areas[name] = None
        return self._areas[name]

    def _unknown_parents(self, query: _Query) -> tuple[str, ...]:
        return tuple(one for one in query.parts[1:] if self._area(self._area_key(one)) is None)

    def _chosen(self, query: _Query, matches: Sequence[Match]) -> Geocoded:
        """Return the best match, or the common parent of those that nothing tells apart."""
        prior = {match.entry.id: _prior(match.entry, query.parts[0]) for match in matches}
        scored = sorted(matches, key=lambda match: -prior[match.entry.id])
        best = scored[0].entry
        rivals = [match.entry for match in scored[1:] if _elsewhere(match.entry, best)]
        close = [one for one in rivals if prior[best.id] - prior[one.id] < MARGIN]
        places = tuple(self._gazetteer.place_of(match.entry) for match in scored)
        how, score = words_of(scored[0], query.parts[0])
        how += self._parents_in_words(query)
        if close:
            named = " or ".join(map(self._describe, (best, *close[: _NAMED - 1])))
            return Geocoded(
                query=query.text,
                place=self._common_parent([best, *close]),
                score=_PARENT_SCORE,
                reason=f"ambiguous: {named}; their common parent is given",
                candidates=places,
            )
        others = [match.entry for match in scored[1:]]
        if best.ambiguous and not self._is_narrowed(query, scored[0]):
            score *= 0.6
            how += f"; ambiguous: {self._ambiguity(others)}"
        elif rivals:
            score *= 0.8
            how += f"; the best known of {len(rivals) + 1} places of this name"
        place = places[0]
        return Geocoded(
            query=query.text, place=place, score=round(score, 3), reason=how, candidates=places
        )

    def _ambiguity(self, others: Sequence[Entry]) -> str:
        if not others:
            return "the name alone may mean something else; a parent or a level word would tell"
        named = ", ".join(map(self._describe, others[:_NAMED]))
        return f"also {named}; a parent or a level word would tell"

    def _is_narrowed(self, query: _Query, match: Match) -> bool:
        """Whether a parent finer than a country, or a level word, was given."""
        areas = [self._area(self._area_key(one)) for one in query.parts[1:]]
        areas.append(self._scope)
        if any(area and any(len(code) > 2 for code in area.codes) for area in areas):
            return True
        return match.how == "exact" and not self._gazetteer.lookup(fold_name(query.parts[0]))

    def _parents_in_words(self, query: _Query) -> str:
        known = [one for one in query.parts[1:] if one not in query.unknown]
        words = f", in {', '.join(known)} as given" if known else ""
        if query.unknown:
            words += f"; {', '.join(query.unknown)} is no known unit and was not used"
        return words

    def _not_in_gazetteer(self, query: _Query) -> Geocoded:
        """Ask online where that was wished; else give the parent that the text names."""
        where = self._parents_in_words(query).replace(",", "", 1).replace(" as given", "")
        notes = [f"no place {query.parts[0]!r} is known{where}"]
        if len(query.parts) > 1 and (elsewhere := self._gazetteer.search(query.parts[0])):
            notes.append(f"it is known as {self._describe(elsewhere[0].entry)}")
        if self._online is not None:
            try:
                found = self._online.candidates(query.text, within=self._within)
            except GeocodingError as error:
                notes.append(f"no answer online: {error}")
            else:
                if found:
                    return self._from_online(query, found)
                notes.append("not found online")
        parents = [one for one in query.parts[1:] if one not in query.unknown]
        if parents:
            place = self._gazetteer.candidates(self._area_key(parents[0]), within=self._within)
            by_code = self._gazetteer.by_id(f"unit:{self._area_key(parents[0])}")
            place = [self._gazetteer.place_of(by_code)] if by_code else _areas_first(place)
            if place:
                notes.append("the parent is given")
                return Geocoded(
                    query=query.text, place=place[0], score=_PARENT_SCORE, reason="; ".join(notes)
                )
        return Geocoded(query=query.text, place=None, reason="; ".join(notes))

    def _from_online(self, query: _Query, found: list[Place]) -> Geocoded:
        best = found[0]
        reason = f"not in the gazetteer; {best.source} answers {best.name}"
        others = {one.admin2_pcode or one.country for one in found[1:]}
        if others - {best.admin2_pcode or best.country}:
            reason += f"; ambiguous: the first of {len(found)} answers in several districts"
        return Geocoded(
            query=query.text,
            place=best,
            score=_ONLINE_SCORE if len(found) == 1 else _ONLINE_SCORE / 2,
            reason=reason,
            candidates=tuple(found),
        )

    def _common_parent(self, entries: Sequence[Entry]) -> Place | None:
        if len({entry.country for entry in entries}) > 1:
            return None
        provinces = {entry.admin1_pcode for entry in entries}
        code = f"unit:{provinces.pop()}" if len(provinces) == 1 else ""
        parent = self._gazetteer.by_id(code) or self._gazetteer.by_id(
            f"country:{entries[0].country}",
        )
        return self._gazetteer.place_of(parent) if parent else None

    def _describe(self, entry: Entry) -> str:
        place = self._gazetteer.place_of(entry)
        if entry.level == "district":
            return f"{place.name} (district in {place.admin1 or place.country})"
        where = place.admin2 or place.admin1 or place.country
        return f"{place.name} ({entry.level}{f' in {where}' if where else ''})"

    def _with_parents(self, found: Geocoded) -> Geocoded:
        if found.place is None:
            return found
        return replace(found, parents=parents_of(found.place, gazetteer=self._gazetteer))


@dataclass(frozen=True, slots=True)
class _Query:
    """A text, its name and parents, and those parents that are not known."""

    text: str = field(compare=False)
    parts: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def _in_words(relation: Relation) -> str:
    if relation.distance_m is None:
        return relation.kind
    bearing = "" if relation.bearing is None else f" at {relation.bearing:g}°"
    return f"{relation.distance_m / 1_000:g} km{bearing} from"


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (one.strip() for one in re.split("[,،]", text)) if part) or ("",)


def _with_commas(text: str) -> str:
    """Return a text with its parents after commas: "X (Y)", "X - Y", "X area of Y"."""
    for form, to in _PARENT_FORMS:
        text = form.sub(to, text)
    return text


def _prior(entry: Entry, name: str) -> float:
    """Return how likely a place is meant before anything is known of the context."""
    points = _LEVEL_POINTS.get(entry.level, 0.0)
    if fold_name(name) in map(fold_name, (entry.name, *entry.name_ur[:1])):
        points += _MAIN_NAME
    points += _IN_PAKISTAN if entry.country == "PK" else 0.0
    if entry.population and entry.level == "settlement":
        points += _PER_TENFOLD * math.log10(max(1, entry.population))
    is_dump = entry.feature[1:2] == "."  # GeoNames' "class.code"; geomap's own are words
    return points + (_OWN if entry.source == "user" else 0.0 if is_dump else _SHIPPED)


def _elsewhere(entry: Entry, other: Entry) -> bool:
    """Whether two candidates lie in different places that a table would tell apart."""
    if (entry.country, entry.admin1_pcode) != (other.country, other.admin1_pcode):
        return True
    both = entry.admin2_pcode and other.admin2_pcode
    return bool(both) and entry.admin2_pcode != other.admin2_pcode


def words_of(match: Match, name: str) -> tuple[str, float]:
    """Return in words how a match was found, and what that is worth, 0..1."""
    if match.how == "exact":
        return "exact name", 1.0
    if match.how == "loose":
        return f"{match.entry.name} in another spelling", 0.9
    similar = f"{name!r} is similar to {match.entry.name} ({match.score:.0f} of 100)"
    return similar, 0.9 * match.score / 100


def parents_of(place: Place, *, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the names of the units above a place, nearest first, its country last."""
    names: list[str | None] = []
    if place.admin2_pcode:
        if place.precision.rank < Precision.DISTRICT.rank:
            names.append(place.admin2)
        for above in units_above(place.admin2_pcode):
            suffix = " Division" if above.level == "division" else ""
            names.append(above.name + suffix)
    elif place.precision.rank < Precision.PROVINCE.rank:
        names.append(place.admin1)
    if place.precision is not Precision.COUNTRY and place.country:
        country = gazetteer.by_id(f"country:{place.country}")
        names.append(country.name if country else place.country)
    return tuple(dict.fromkeys(name for name in names if name))


def _areas_first(places: Sequence[Place]) -> list[Place]:
    return [one for one in places if one.precision.rank >= Precision.DISTRICT.rank]
