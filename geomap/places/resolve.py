"""Toponym resolution: candidates and context become one place, with a score and a reason.

Each candidate of a mention gets points from the evidence below; the highest wins, and where two
differ by less than `MARGIN` and lie in different districts, the answer is their common parent
instead of a guess.

=====================================================  ======
evidence                                               points
=====================================================  ======
the level word that follows names its level              6
its parent is named in the same phrase                   5
its parent is named in the same sentence                 3
its parent is named in the same paragraph              1.5
its parent is named in the article                       1
it lies within the publisher's scope                   0.5
it lies in Pakistan                                      2
a district whose seat is too small to be meant           3
population of a town, per factor of ten                0.3
a town that gives its district the name                0.6
the name is its main one, not a further spelling       0.5
provinces and countries before towns, towns before    0-1
districts of the same name
=====================================================  ======
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.standing import Known, known_of
from geomap.places.unlisted import placed_in_parent
from geomap.places.user_places import full_gazetteer
from geomap.records import Mention, Place, Precision, Relation, Resolution

__all__ = ["MARGIN", "relate", "resolve"]

MARGIN = 0.4
"""Points by which the best candidate must lead those of other districts."""

_PHRASE = 45
_LIST_GAP = 6
"""Characters between two names of one list: ", and "."""

_EARTH_M = 6_371_008.8
_NEAR_M = 10_000.0
_DISTRICT_FIRST = 3.0
_OWN_NAME = 0.5


@dataclass(slots=True)
class _Scored:
    entry: Entry
    score: float
    reason: str
    near: float = 0.0


def resolve(mentions: Iterable[Mention], *, gazetteer: Gazetteer | None = None) -> list[Resolution]:
    """Choose the place that each mention means.

    Parameters
    ----------
    mentions
        Mentions of one or several articles; those of one article give each other context.
    gazetteer
        Where to look; None is the gazetteer that geomap ships, with the user's own places.

    Returns
    -------
    list of Resolution
        One for each mention, in their order. `place` is None where nothing is known of the name.
        `score` is 0..1.
    """
    gazetteer = gazetteer or full_gazetteer()
    every = list(mentions)
    by_article: dict[str, list[Mention]] = {}
    for mention in every:
        by_article.setdefault(mention.article_id, []).append(mention)
    found: dict[tuple[str, int], Resolution] = {}
    for group in by_article.values():
        for resolution in _resolve_article(group, gazetteer):
            found[resolution.mention.article_id, resolution.mention.start] = resolution
    return [found[mention.article_id, mention.start] for mention in every]


def _resolve_article(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Resolution]:
    known = known_of(gazetteer)
    candidates = [known.candidates(mention) for mention in mentions]
    context = _Context(mentions, [codes for _, codes in candidates], known)
    found = [
        _resolution(mention, context.fitting(mention, entries), context, gazetteer)
        for mention, (entries, _) in zip(mentions, candidates, strict=True)
    ]
    if all(item.place is not None for item in found):
        return found
    return [placed_in_parent(item, found) if item.place is None else item for item in found]


class _Context:
    """Which admin units the mentions of an article name for certain, and where."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        codes_of: Sequence[frozenset[str]],
        known: Known,
    ) -> None:
        self._gazetteer = known.gazetteer
        self.standing = known.standing
        self._named: list[tuple[Mention, frozenset[str]]] = []
        self._firsts: dict[str, dict[int, list[int]]] = {}
        for mention, codes in zip(mentions, codes_of, strict=True):
            for code in codes:
                of_code = self._firsts.setdefault(code, {})
                for scope in _scopes(mention):
                    firsts = of_code.setdefault(scope, [])
                    if len(firsts) < _FIRSTS:
                        firsts.append(len(self._named))
            if codes:
                self._named.append((mention, codes))
        self._order = sorted(range(len(self._named)), key=self._start)
        self._starts = [self._start(number) for number in self._order]

    def _start(self, number: int) -> int:
        return self._named[number][0].start

    @property
    def is_elsewhere(self) -> bool:
        """Whether the article names any district or town at all."""
        return any(other.role != "actor" and len(codes) > 1 for other, codes in self._named)

    def fitting(self, mention: Mention, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the candidates, or none where the text names a parent that holds none of them.

        "Bagh, Khyber District" is not the Bagh of Azad Kashmir.
        """
        if not entries or mention.level_word in _AREA_LEVELS:
            return entries
        if any(entry.level in _WIDE_LEVELS for entry in entries):
            return entries
        first = bisect_left(self._starts, mention.end)
        last = bisect_right(self._starts, mention.end + _PARENT_GAP)
        for number in self._order[first:last]:
            other, codes = self._named[number]
            if (
                other.sentence == mention.sentence
                and other.level_word in _AREA_LEVELS
                and other.role == mention.role
            ):
                inside = any(
                    {entry.admin2_pcode, entry.admin1_pcode, entry.country, *entry.districts}
                    & codes
                    for entry in entries
                )
                return entries if inside else ()
        return entries

    def points(self, mention: Mention, entry: Entry) -> tuple[float, str]:
        """Return the points that named parents give a candidate, and the reason in words."""
        standing = self.standing(entry)
        parents = standing.parents
        best: tuple[float, str, str] = (0.0, "", "")
        for number in self._worth_comparing(mention, standing.near):
            other, codes = self._named[number]
            if other is mention or parents.isdisjoint(codes):
                continue
            fine = bool(entry.admin2_pcode) and entry.admin2_pcode in codes
            points, where = _closeness(mention, other)
            points *= 1.0 if fine or entry.country in codes else 0.6
            if points > best[0]:
                best = points, other.toponym, where
        points, toponym, where = best
        return points, f"{toponym} is named in the same {where}" if points else ""

    def _worth_comparing(self, mention: Mention, codes: Iterable[str]) -> list[int]:
        """Return the named mentions that may give most: neighbours, and the first of each scope.

        Others of one sentence, paragraph or article give no more than its first one does.
        """
        numbers: set[int] = set()
        for code in codes:
            of_code = self._firsts.get(code)
            if of_code is not None:
                for scope in _scopes(mention):
                    numbers.update(of_code.get(scope, ()))
        if numbers:
            first = bisect_left(self._starts, mention.start - _LONGEST_NAME)
            last = bisect_right(self._starts, mention.end + _PHRASE)
            numbers.update(self._order[first:last])
        return sorted(numbers)

    def localised(self, mention: Mention, line: Place) -> Place:
        """Give a line the province that its own sentence names and that it crosses."""
        crossed = set(line.districts) | {code.partition("-")[0][:3] for code in line.districts}
        for other, codes in self._named:
            if other.sentence == mention.sentence and other is not mention and codes & crossed:
                province = next((code for code in sorted(codes) if len(code) == _PROVINCE), None)
                unit = self._gazetteer.by_id(f"unit:{province}") if province else None
                if unit is not None:
                    return replace(line, admin1=unit.name, admin1_pcode=province)
        return line


_PROVINCE = len("PK2")
_FIRSTS = 2
"""Of each scope the first mention, and the next one should that be the mention itself."""
_LONGEST_NAME = 120
"""Characters before a mention within which a name may start that ends just before it."""


def _scopes(mention: Mention) -> tuple[int, int, int]:
    """Return a number for the article, one for the paragraph, and one for the sentence."""
    return 0, -1 - mention.paragraph, 1 + mention.sentence


_PARENT_GAP = 16
_FINER_THAN_DISTRICT = {Precision.SETTLEMENT, Precision.TEHSIL}
_WIDE_LEVELS = frozenset({"country", "province", "division", "line"})
_AREA_LEVELS = frozenset({"district", "division", "province"})


def _closeness(mention: Mention, other: Mention) -> tuple[float, str]:
    if other.sentence == mention.sentence and (
        0 <= other.start - mention.end <= _PHRASE or 0 <= mention.start - other.end <= _LIST_GAP
    ):
        return 5.0, "phrase"
    if other.sentence == mention.sentence:
        return 3.0, "sentence"
    if other.paragraph == mention.paragraph:
        return 1.5, "paragraph"
    return 1.0, "article"


def _score(mention: Mention, entry: Entry, context: _Context) -> _Scored:
    standing = context.standing(entry)
    points = standing.level
    reasons = []
    if mention.level_word == entry.level:
        points += 6.0
        reasons.append(f"the text calls it a {entry.level}")
    near, reason = context.points(mention, entry)
    points += near
    if reason:
        reasons.append(reason)
    if mention.scope and mention.scope in {entry.admin1_pcode, entry.country}:
        points += 0.5
        reasons.append("it lies where the publisher is")
    if standing.first:
        points += _DISTRICT_FIRST
        reasons.append("reports mean the district by this name")
    if entry.country == "PK":
        points += 2.0
    if mention.name_key == standing.key:
        points += _OWN_NAME
    points += standing.seat
    points += standing.people
    return _Scored(entry, points, "; ".join(reasons), near)


def _resolution(
    mention: Mention, entries: Sequence[Entry], context: _Context, gazetteer: Gazetteer
) -> Resolution:
    if not entries:
        return Resolution(
            mention=mention,
            place=None,
            reason="no place of this name in the gazetteer",
        )
    scored = [_score(mention, entry, context) for entry in entries]
    if len(scored) > 1:
        scored.sort(key=lambda item: (-item.score, item.entry.id))
    best = scored[0]
    if (
        best.entry.level == "site"
        and best.entry.ambiguous
        and not best.near
        and context.is_elsewhere
    ):
        return Resolution(
            mention=mention,
            place=None,
            candidates=(gazetteer.place_of(best.entry),),
            reason="many towns have a place of this name, and the text names another town",
        )
    places = tuple(gazetteer.place_of(item.entry) for item in scored)
    rival = next((item for item in scored[1:] if _elsewhere(item.entry, best.entry)), None)
    if rival is not None and best.score - rival.score < MARGIN:
        place = _common_parent(best.entry, rival.entry, gazetteer)
        return Resolution(
            mention=mention,
            place=place,
            candidates=places,
            score=0.3,
            reason=f"ambiguous: {_describe(places[0])} or "
            f"{_describe(gazetteer.place_of(rival.entry))}; their common parent is given",
        )
    place = places[0]
    if place.precision is Precision.LINE and place.admin1_pcode is None:
        place = context.localised(mention, place)
    if mention.level_word == "tehsil" and place.precision is Precision.SETTLEMENT:
        place = replace(place, precision=Precision.TEHSIL)
    if mention.level_word == "district" and place.precision in _FINER_THAN_DISTRICT:
        place = replace(place, precision=Precision.DISTRICT)
    lead = best.score - (rival.score if rival is not None else 0.0)
    return Resolution(
        mention=mention,
        place=place,
        candidates=places,
        score=round(min(1.0, 0.5 + lead / 8), 3),
        reason=best.reason or _without_context(scored, rival),
    )


def _without_context(scored: Sequence[_Scored], rival: _Scored | None) -> str:
    """Say how a place was chosen where nothing in the text tells it from others."""
    if rival is None:
        flagged = scored[0].entry.ambiguous
        note = "; ambiguous: an everyday or shared word" if flagged else ""
        return f"the only place of this name{note}"
    others = sum(_elsewhere(item.entry, scored[0].entry) for item in scored[1:])
    return f"ambiguous: the best known of {others + 1} places of this name"


def _elsewhere(entry: Entry, other: Entry) -> bool:
    """Whether two candidates lie in different places that a table would tell apart."""
    if entry.country != other.country:
        return True
    if entry.admin1_pcode != other.admin1_pcode:
        return True
    both = entry.admin2_pcode and other.admin2_pcode
    return bool(both) and entry.admin2_pcode != other.admin2_pcode


def _describe(place: Place) -> str:
    parts = [place.name, place.precision.value]
    where = place.admin2 or place.admin1 or place.country
    return f"{parts[0]} ({parts[1]} in {where})" if where else f"{parts[0]} ({parts[1]})"


def _common_parent(one: Entry, other: Entry, gazetteer: Gazetteer) -> Place | None:
    if one.country != other.country:
        return None
    if one.admin1_pcode and one.admin1_pcode == other.admin1_pcode:
        parent = gazetteer.by_id(f"unit:{one.admin1_pcode}")
    else:
        parent = gazetteer.by_id(f"country:{one.country}")
    return gazetteer.place_of(parent) if parent else None


def relate(place: Place, relation: Relation) -> Place:
    """Return the place that "30 km south of X", "near X" or "along X" means.

    Parameters
    ----------
    place
        The named place X.
    relation
        What the text says of it.

    Returns
    -------
    Place
        For ``near`` and ``offset``: precision NEAR, the point moved by the distance where a bearing
        is given (spherical Earth), `uncertainty_m` the radius in which it lies: 10 km for "near", a
        third of the distance (at least 3 km) with a bearing, the whole distance without one.
        For ``along`` and ``between``: precision LINE, no point. Areas (tehsil and coarser) and
        streets stay as they are.
    """
    if place.precision is Precision.SITE and place.name.endswith(" Pass"):
        return replace(place, precision=Precision.LINE, lon=None, lat=None, uncertainty_m=None)
    if relation.kind == "in" or place.precision.rank > Precision.LINE.rank:
        return place
    if relation.kind == "along" and place.precision is Precision.SITE:
        return place  # a street of a town is a spot
    if relation.kind in {"along", "between"} or place.precision is Precision.LINE:
        return replace(place, precision=Precision.LINE, lon=None, lat=None, uncertainty_m=None)
    if place.lon is None or place.lat is None:
        return replace(place, precision=Precision.NEAR)
    distance, bearing = relation.distance_m, relation.bearing
    if distance is None:
        return replace(place, precision=Precision.NEAR, uncertainty_m=_NEAR_M)
    if bearing is None:
        radius = max(3_000.0, distance)
        return replace(place, precision=Precision.NEAR, uncertainty_m=radius)
    lon, lat = _moved(place.lon, place.lat, distance, bearing)
    return replace(
        place,
        precision=Precision.NEAR,
        lon=round(lon, 5),
        lat=round(lat, 5),
        uncertainty_m=max(3_000.0, distance / 3),
    )


def _moved(lon: float, lat: float, distance_m: float, bearing: float) -> tuple[float, float]:
    """Return the point at a distance and bearing along a great circle."""
    angle = distance_m / _EARTH_M
    start_lat, start_lon, heading = map(math.radians, (lat, lon, bearing))
    end_lat = math.asin(
        math.sin(start_lat) * math.cos(angle)
        + math.cos(start_lat) * math.sin(angle) * math.cos(heading),
    )
    end_lon = start_lon + math.atan2(
        math.sin(heading) * math.sin(angle) * math.cos(start_lat),
        math.cos(angle) - math.sin(start_lat) * math.sin(end_lat),
    )
    return math.degrees(end_lon), math.degrees(end_lat)
