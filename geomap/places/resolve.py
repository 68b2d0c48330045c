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

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geomap.places.context import Context
from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.known import DISTRICT_FIRST, known_of
from geomap.places.relation import relate
from geomap.places.told_levels import as_told
from geomap.places.unlisted import placed_in_parent, unlisted_in
from geomap.places.user_places import full_gazetteer
from geomap.places.within import places_within
from geomap.records import Mention, Place, Precision, Resolution

__all__ = ["MARGIN", "relate", "resolve"]

MARGIN = 0.4
"""Points by which the best candidate must lead those of other districts."""

_OWN_NAME = 0.5
_FINER_THAN_DISTRICT = {Precision.SETTLEMENT, Precision.TEHSIL}


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
    context = Context(mentions, [codes for _, codes in candidates], known)
    inside = places_within(mentions, [entries for entries, _ in candidates], gazetteer)
    found = [
        _resolution(mention, context.fitting(mention, entries), context, gazetteer)
        if entries or not every
        else _not_there(mention, every, gazetteer)
        for mention, entries, (every, _) in zip(mentions, inside, candidates, strict=True)
    ]
    found = as_told(found)
    if all(item.place is not None for item in found):
        return found
    return [placed_in_parent(item, found) if item.place is None else item for item in found]


def _score(mention: Mention, entry: Entry, context: Context) -> _Scored:
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
        points += DISTRICT_FIRST
        reasons.append("reports mean the district by this name")
    if entry.country == "PK":
        points += 2.0
    if mention.name_key == standing.key:
        points += _OWN_NAME
    points += standing.seat
    points += standing.people
    return _Scored(entry, points, "; ".join(reasons), near)


def _resolution(
    mention: Mention, entries: Sequence[Entry], context: Context, gazetteer: Gazetteer
) -> Resolution:
    if not entries:
        return _built_at(mention, context, gazetteer)
    scored = [_score(mention, entry, context) for entry in entries]
    if len(scored) > 1:
        scored.sort(key=lambda item: (-item.score, item.entry.id))
    best = scored[0]
    if _is_one_of_many(mention, best, context):
        return Resolution(
            mention=mention,
            place=None,
            candidates=(gazetteer.place_of(best.entry),),
            reason="many towns have a place of this name, and the text names another town",
        )
    if len(scored) == 1 and _is_village_elsewhere(mention, best, context):
        return _not_there(mention, entries, gazetteer)
    places = tuple(gazetteer.place_of(item.entry) for item in scored)
    rival = next((item for item in scored[1:] if _elsewhere(item.entry, best.entry)), None)
    if rival is not None and _is_meant_instead(rival, best):
        scored.remove(rival)
        scored.insert(0, rival)
        best, rival, places = rival, best, tuple(gazetteer.place_of(item.entry) for item in scored)
    if rival is not None and _are_level(best, rival):
        return Resolution(
            mention=mention,
            place=_common_parent(best.entry, rival.entry, gazetteer),
            candidates=places,
            score=0.3,
            reason=f"ambiguous: {_describe(places[0])} or "
            f"{_describe(gazetteer.place_of(rival.entry))}; their common parent is given",
        )
    lead = best.score - (rival.score if rival is not None else 0.0)
    return Resolution(
        mention=mention,
        place=_as_called(mention, places[0], context),
        candidates=places,
        score=round(min(1.0, 0.5 + lead / 8), 3),
        reason=best.reason or _without_context(scored, rival),
    )


def _not_there(mention: Mention, entries: Sequence[Entry], gazetteer: Gazetteer) -> Resolution:
    """Return a name of which the gazetteer has no place where the text puts it."""
    return Resolution(
        mention=mention,
        place=None,
        candidates=tuple(map(gazetteer.place_of, entries)),
        reason="no place of this name lies where the text puts it",
    )


_SURER = 0.39
"""How much more the text must say of one place than of its rival."""


def _is_meant_instead(rival: _Scored, best: _Scored) -> bool:
    """Whether the text names the province of a place scarcely less known, and not of the best."""
    level = best.score - rival.score < MARGIN
    return level and best.near <= 0 and rival.near - best.near >= _SURER


def _are_level(best: _Scored, rival: _Scored) -> bool:
    """Whether two candidates score alike, and the text names the district of neither or both."""
    return best.score - rival.score < MARGIN and best.near - rival.near < _SURER


_WORKS = re.compile(
    r"\s+(?:dam|stadium|railway station|bus stand|bus terminal|ڈیم|اسٹیڈیم|بایی پاس)$"
)


def _built_at(mention: Mention, context: Context, gazetteer: Gazetteer) -> Resolution:
    """Return a name that the gazetteer lacks.

    "Gichk Dam" lies in the district of Gichk, "Serai Gambila" in that of Gambila if it is named.
    """
    works, longer = _WORKS.search(mention.name_key), "name:longer" in mention.rules
    key = mention.name_key[: works.start()] if works else mention.name_key.rpartition(" ")[2]
    town = gazetteer.lookup(key) if works or longer else ()
    place = None
    if town:
        best = max((_score(mention, entry, context) for entry in town), key=lambda one: one.score)
        if works or (best.near and not context.names_another(mention, best.entry)):
            place = unlisted_in(mention, gazetteer.place_of(best.entry))
    reason = "no place of this name in the gazetteer"
    return Resolution(mention=mention, place=place, reason=reason)


def _is_one_of_many(mention: Mention, best: _Scored, context: Context) -> bool:
    """Whether the name is that of a site in many towns, and the text names another town."""
    entry = best.entry
    shared = entry.ambiguous or entry.feature in _STREETS
    if (entry.level != "site" and entry.feature != "quarter") or entry.feature == "pass":
        return False
    if not shared or not context.is_elsewhere:
        return False
    if not best.near:
        return True
    if entry.feature == "quarter":
        return context.lies_in_another(mention, entry)
    return entry.feature in _STREETS and context.names_another(mention, entry)


def _is_village_elsewhere(mention: Mention, best: _Scored, context: Context) -> bool:
    """Whether the only village known by a name lies in a province that the text does not name."""
    village = best.entry.feature == "village" and not best.near
    return village and context.is_in_another_province(mention, best.entry)


_STREETS = frozenset({"square", "road", "bazaar"})
"""Features that have the same names in many towns."""


def _as_called(mention: Mention, place: Place, context: Context) -> Place:
    """Return the place as the text means it: a line in a province, a town's tehsil or district."""
    if place.precision is Precision.LINE and place.admin1_pcode is None:
        place = context.localised(mention, place)
    if mention.level_word == "tehsil" and place.precision is Precision.SETTLEMENT:
        place = replace(place, precision=Precision.TEHSIL)
    if mention.level_word == "district" and place.precision in _FINER_THAN_DISTRICT:
        place = replace(place, precision=Precision.DISTRICT)
    return place


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
